#include "core/exchange/exporter.h"
#include "tests/bench/bench.h"
#include <QFile>
#include <xlsxwriter.h>

namespace gridbook::bench {

using namespace Qt::StringLiterals;

void exports(const Bench &bench)
{
    const auto book = need(Book::open(bench.path, bench.surroundings, {.readOnly = true, .dailyBackup = false}));
    const QStringList columns = bench.surroundings.catalog.registry(u"member")->defaultColumns();
    exchange::ExportJob job;
    job.query = {u"member"_qs, QDate(2026, 9, 30), {}, {}, {}, {}};
    job.ids = need(book->reader().ids(job.query, 100000));
    job.fields = columns;
    const QString target = bench.path + u".xlsx";
    const double ours = once([&] { need(exchange::exportRegistry(book->reader(), job, target, {}, {})); });
    QFile::remove(target);

    // The limit: the bare library writes the same cells, which it finds ready in memory.
    const QList<RowData> rows = need(book->reader().rows(u"member"_qs, job.query.asOf, job.ids, columns));
    QList<QList<QByteArray>> cells;
    cells.reserve(rows.size());
    for (const RowData &row : rows) {
        QList<QByteArray> line;
        for (const QVariant &value : row.values) {
            line << (value.canConvert<ReferenceValue>() ? value.value<ReferenceValue>().title : value.toString())
                        .toUtf8();
        }
        cells << line;
    }
    const double peer = once([&] {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        lxw_workbook *workbook = workbook_new_opt(target.toUtf8().constData(), &options);
        lxw_worksheet *sheet = workbook_add_worksheet(workbook, nullptr);
        lxw_format *format = workbook_add_format(workbook);
        for (qsizetype row = 0; row < cells.size(); ++row) {
            for (qsizetype column = 0; column < cells.at(row).size(); ++column) {
                worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), cells.at(row).at(column).constData(),
                                       format);
            }
        }
        workbook_close(workbook);
    });
    QFile::remove(target);
    const double count = double(job.ids.size());
    bench.table.add({u"export of %1 rows × %2 columns"_qs.arg(job.ids.size()).arg(columns.size()), count * 1000 / ours,
                     count * 1000 / peer, u"bare libxlsxwriter"_qs, 0.7 * count * 1000 / peer, true, u"rows/s"_qs});
}

} // namespace gridbook::bench
