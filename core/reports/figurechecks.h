#pragma once
// What is looked at before a report is signed (校核): (a) expected = present, (b) every table adds up to its total, (c)
// every member is in a grid, (e) the households of the grids are those of the community, (g) no ID number twice. A
// check that does not hold names the records, so that they can be mended.
#include "core/reports/figures.h"

namespace gridbook {

inline constexpr QStringView checkPrefix = u"check.";

struct Finding
{
    QString check; // "a", "b", "c", "e", "g"
    Term term;     // what is checked
    Term result;   // what was found, in words
    bool holds = true;
    bool made = true; // false: the book has nothing to compare, so that it neither holds nor fails
    QString key;      // opens the records; empty if there are none
};

Result<QList<Finding>> runChecks(Figures &figures, QDate day);
bool isCheck(const FigureKey &key); // that there is
Result<FigureRows> findingRows(Figures &figures, const FigureKey &key);
FigureRule checkRule(const FigureKey &key);

} // namespace gridbook
