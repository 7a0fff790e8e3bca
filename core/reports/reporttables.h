#pragma once
// The tables of the quarterly report as they are printed: T1 to T7, the headline figures and the checks.
#include "core/reports/changetable.h"
#include "core/reports/document.h"
#include "core/reports/figurechecks.h"
#include "core/reports/placetables.h"

namespace gridbook {

Table headlinePaper(const QList<FigureLine> &lines);
Table gridPaper(const GridTable &table, const CodeTables &codes); // T1
Table orgPaper(const OrgTable &table, const CodeTables &codes);   // T2
Table changePaper(const ChangeTable &table);                      // T3
Table crossTabPaper(const CrossTab &table);                       // T4 to T7
Table checkPaper(const QList<Finding> &findings);

} // namespace gridbook
