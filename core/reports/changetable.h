#pragma once
// T3, the change in numbers: the seventeen lines of sheet 1 of the Party's annual report, from the first day of the
// quarter to the day of the report.
//
//   ① at the end of last quarter    ② = ③ + ⑤ + ⑦    ⑨ = ⑩ + ⑪ + ⑫ + ⑬    ⑮ = ① + ② − ⑨    ⑰ = ⑯ − ⑮
//
// What the book was opened with is part of ①: those members were there before the book was. ⑰ is 0 unless somebody came
// or left without saying how; its rows are exactly those members.
#include "core/reports/figures.h"

namespace gridbook {

inline constexpr QStringView changeTableId = u"T3";

struct ChangeLine
{
    int number = 0; // 1 … 17
    Term term;
    QString formula; // as printed: "③+⑤+⑦"; empty for counted lines
    int depth = 0;   // 1: part of the total above; 2: 其中
    qint64 value = 0;
};

struct ChangeTable
{
    QDate from;
    QDate day;
    QList<ChangeLine> lines; // seventeen
    qint64 opened = 0;       // members with which the book was opened in this period: within ①
    [[nodiscard]] qint64 at(int number) const { return lines.at(number - 1).value; }
    [[nodiscard]] QString key(int number) const;
};

Result<ChangeTable> changeTable(Figures &figures, QDate day);
bool isChangeLine(const FigureKey &key); // one of the seventeen
Result<FigureRows> changeRows(Figures &figures, const FigureKey &key);
Result<QList<NearMiss>> changeNearMisses(Figures &figures, const FigureKey &key);
FigureRule changeRule(const FigureKey &key);

} // namespace gridbook
