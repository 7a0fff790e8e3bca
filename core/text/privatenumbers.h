#pragma once
// ID numbers (GB 11643-1999) and telephone numbers inside running text. Whatever is kept readable in a book (names of
// units, reasons, titles of steps) must hold none of them; what is sealed is shown with them masked.
#include <QString>
#include <QStringList>

namespace gridbook::text {

struct SplitText
{
    QString rest;        // without the numbers and what only parted them
    QStringList numbers; // as they were written
};

// Whether the text holds an ID number of 18 or 15 digits, a mobile number or a fixed line with its area code parted by
// a dash or brackets. Full-width digits and the blanks or dashes within a mobile number do not hide it. Codes (of
// divisions, grids, units) are no such numbers; a local number of 7 or 8 digits cannot be told from a count.
[[nodiscard]] bool holdsPrivateNumber(QStringView text);
[[nodiscard]] SplitText withoutPrivateNumbers(const QString &text);
// 其他电话：13812345678 → 其他电话：138****5678. The same text if it holds none.
[[nodiscard]] QString maskedNumbers(const QString &text);

} // namespace gridbook::text
