#pragma once
// What every parser of typed or pasted text does first: full-width characters become half-width, the many blanks of
// Unicode go, numbers inside names sort by value, and building ranges ("1-10幢") become lists.
#include "core/base/result.h"
#include <QString>
#include <QStringList>

namespace gridbook::text {

// Any character that shows nothing: Unicode spaces (also U+3000 and NBSP), zero-width ones, byte order mark, controls.
[[nodiscard]] bool isBlank(char32_t character);
// A Han ideograph of any block (also Extension B and beyond, compatibility ones and 〇). Private-use characters count
// as well: offices hold rare names in them.
[[nodiscard]] bool isHan(char32_t character);

// Full-width ASCII (U+FF01..U+FF5E) to ASCII, U+3000 to a blank; Chinese punctuation without an ASCII twin stays.
[[nodiscard]] QString toHalfWidth(QStringView text);
// Without blanks at both ends.
[[nodiscard]] QString trimmed(QStringView text);
// Without any blank.
[[nodiscard]] QString withoutBlanks(QStringView text);
// Trimmed; zero-width characters gone; each inner run of blanks is one ASCII blank.
[[nodiscard]] QString tidied(QStringView text);
// Half-width, without blanks, and without the apostrophe that marks text in a spreadsheet: for codes and numbers.
[[nodiscard]] QString codeText(QStringView text);
// Half-width, without blanks, upper case: for comparing free text with a dictionary.
[[nodiscard]] QString dictionaryText(QStringView text);

// The parts of a cell that holds several: split at 、 , ; / and |, of either width, and at line breaks; blank parts are
// dropped.
[[nodiscard]] QStringList splitList(QStringView text);

// A key whose plain code-point order is the natural order: 第二网格 < 第十网格, 1幢 < 10幢, 甲幢 < 乙幢. Not for
// display.
[[nodiscard]] QString naturalKey(QStringView text);

// "1-3幢" → 1幢 2幢 3幢; "1、2、5幢", "甲/乙幢", "甲-丙幢", "A-C座", "1号楼至3号楼、5号楼", "第一至第三网格" likewise.
// Text without a range is a list of one. Error: a range that runs backwards or holds more than 300 names.
[[nodiscard]] Result<QStringList> expandNames(QStringView text);

} // namespace gridbook::text
