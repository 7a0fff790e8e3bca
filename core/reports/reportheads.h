#pragma once
// Who reports to whom: the names at the head and the foot of the quarterly report. One community reports to its street;
// several communities in one book are reported by the street.
#include "core/reports/facts.h"
#include "core/storage/database.h"

namespace gridbook {

struct ReportHeads
{
    QString unit;      // 报告单位
    QString addressee; // 主送
    QString sendTo;    // 送
    int copies = 0;    // 份数
};

// What is asked for holds; what is left empty (copies: 0) comes from the rules report.* as of the facts' day, else from
// the book.
Result<ReportHeads> reportHeads(Database &database, const Facts &facts, const ReportHeads &asked);

} // namespace gridbook
