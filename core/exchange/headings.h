#pragma once
// Comparing column headings: every office writes them a little differently.
#include <QList>
#include <QString>
#include <QStringList>

namespace gridbook::exchange {

// Without blanks of any sort, full-width forms, upper case, marks of obligation and a closing colon: "是否农民工 " is
// "是否农民工", "＊身份证号：" is "身份证号", "〔公历〕" is "(公历)".
[[nodiscard]] QString normalHeading(QStringView heading);
// Also without what stands in brackets: "信息完整度(%)" is "信息完整度".
[[nodiscard]] QString bareHeading(QStringView heading);
// 序号 and its like: a number that the next export gives anew; never read.
[[nodiscard]] bool isOrdinalHeading(QStringView heading);

// The same headings in whatever order give the same key: under it the user's choice of columns is remembered.
[[nodiscard]] QString mappingKey(const QStringList &headings);

} // namespace gridbook::exchange
