#pragma once
// The text layer of PDF files. Fonts such as Noto CJK draw 工 (U+5DE5) and the radical ⼯ (U+2F2F) with one glyph; Qt
// names each glyph by the first character that has it, which is the radical, and then nobody finds 党支部 in the file.
#include <QByteArray>

namespace gridbook {

// In the tables from glyphs to characters, every radical becomes the character that people type (⼾: 户), and the tab a
// space. Of the same length, so that nothing in the file moves. A file whose tables are compressed is left as it is.
void nameCommonCharacters(QByteArray &pdf);

} // namespace gridbook
