#pragma once
// 季度工作报告: the secretary's quarterly report on urban grass-roots Party building, its first chapters (organization,
// members), the checks and what they found, and the wide tables as landscape annexes. Every number carries the key of
// its figure; all come from one reading of the book, so that they agree.
#include "core/base/quarter.h"
#include "core/reports/document.h"
#include "core/reports/figures.h"

namespace gridbook {

struct QuarterlyReportOptions
{
    QDate today;  // while the quarter still runs the report is as of this day; also the date of the sign-off
    QString unit; // who reports; empty: the one top organization of the book, else the street, else the book's own name
    QString addressee; // empty: the rule report.addressee, else the working committee or street above the community
    QString sendTo;    // 送; empty: the rule report.sendTo, else the addressee
    int copies = 0;    // 份数; 0: the rule report.copies
    Progress progress;
};

// A quarter that begins after today is refused with ErrorKind::Invalid: there is nothing to report yet. So is one that
// was over before the roll of the book begins: nothing was kept then.
Result<Document> quarterlyReport(RegistryReader &reader, const Quarter &quarter,
                                 const QuarterlyReportOptions &options = {});
// The same from figures that are open already.
Result<Document> quarterlyReport(Figures &figures, const Quarter &quarter, const QuarterlyReportOptions &options = {});
// The first refusal alone, for those who ask before they open a book.
Done hasBegun(const Quarter &quarter, QDate today);
// The day that the report shows.
QDate reportDay(const Quarter &quarter, QDate today);

} // namespace gridbook
