#pragma once
// The readings of Han characters as data: see resources/text/makepinyin.py, which writes the table.
#include <QStringView>

namespace gridbook::text {

struct PinyinRow
{
    QStringView syllables;  // separated by blanks, the most customary one first
    QStringView characters; // all characters with just these readings
};
extern const PinyinRow pinyinRows[];
extern const int pinyinRowCount;

} // namespace gridbook::text
