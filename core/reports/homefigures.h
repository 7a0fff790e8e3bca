#pragma once
// What the home page shows: the headline figures, the terms that end soon or have ended, members by age, the last four
// quarters, the branches, and what the checks have found. One reading, so that all of it agrees.
#include "core/reports/figurechecks.h"
#include "core/reports/placetables.h"

namespace gridbook {

struct ChartPoint
{
    Term label;
    qint64 value = 0;
    QString key; // opens the rows
};

struct HomeFigures
{
    QDate day;
    QList<FigureLine> headline;
    QList<OrgLine> due;         // overdue, ending soon, extended or without a term: most urgent first
    QList<ChartPoint> ageBands; // members in statistics; unknown last, only if there are any
    QList<ChartPoint> quarters; // members on the roll at the end of three quarters and on the day
    QList<ChartPoint> branches; // members on the roll of each branch, most first
    QList<Finding> findings;    // checks that do not hold
};

Result<HomeFigures> homeFigures(Figures &figures, QDate day);

} // namespace gridbook
