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
    options.today = asOf();
    const qint64 before = memoryNow();
    qint64 after = 0;
    const double ours = once([&] {
        const auto report = need(quarterlyReport(reader->registries(), quarter, options));
        after = memoryNow();
    });
    // The report looks at everybody on two days and at what changed between them.
    double scan = 0;
    for (const char *table : {"person", "member", "affiliation", "standing"}) {
        scan += bare(bench.path, QByteArray("SELECT * FROM ") + table);
    }
    bench.table.add({u"the quarterly report of %1 members"_qs.arg(bench.members), ours / 1000, scan / 1000,
                     u"bare scan of its tables"_qs, 0, false, u"s"_qs});
    bench.table.add({u"the quarterly report: memory"_qs, double(after - before) / 1048576, 0, {}, 0, false, u"MiB"_qs});
}

} // namespace gridbook::bench
