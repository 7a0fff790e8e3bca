#include "core/reports/quarterlyreport.h"
#include "tests/bench/bench.h"

namespace gridbook::bench {

using namespace Qt::StringLiterals;

void reports(const Bench &bench)
{
    const auto book = need(Book::open(bench.path, bench.surroundings, {.readOnly = true, .dailyBackup = false}));
    const auto reader = need(book->openReader());
    const Quarter quarter = need(Quarter::parse(u"2026Q3"_qs));
    QuarterlyReportOptions options;
    options.today = QDate(2026, 9, 30);
    bench.table.add({u"the quarterly report of %1 members"_qs.arg(bench.members),
                     once([&] { need(quarterlyReport(reader->registries(), quarter, options)); })});
}

} // namespace gridbook::bench
