#include "core/exchange/exporter.h"
#include "tests/bench/bench.h"
#include <QFile>
#include <xlsxwriter.h>

namespace gridbook::bench {

using namespace Qt::StringLiterals;
using namespace exchange;

namespace {

// The limit: the bare library writes the same cells, which it finds ready in memory.
double bare(const QString &path, const QList<Row> &rows, const QList<QList<QByteArray>> &texts)
{
    return once([&] {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        lxw_workbook *workbook = workbook_new_opt(path.toUtf8().constData(), &options);
        lxw_worksheet *sheet = workbook_add_worksheet(workbook, nullptr);
        lxw_format *text = workbook_add_format(workbook);
        lxw_format *date = workbook_add_format(workbook);
        format_set_border(text, LXW_BORDER_THIN);
        format_set_num_format_index(text, 49);
        format_set_border(date, LXW_BORDER_THIN);
        format_set_num_format(date, "yyyy-mm-dd");
        for (qsizetype row = 0; row < rows.size(); ++row) {
            for (qsizetype at = 0; at < rows.at(row).size(); ++at) {
                const Cell &cell = rows.at(row).at(at);
                const auto line = lxw_row_t(row);
                const auto column = lxw_col_t(at);
                if (cell.isEmpty()) {
                    worksheet_write_blank(sheet, line, column, text);
                } else if (cell.kind == CellKind::Number) {
                    worksheet_write_number(sheet, line, column, cell.number, text);
                } else if (cell.kind == CellKind::Date) {
                    const QDate day = cell.date.date();
                    lxw_datetime moment{day.year(), day.month(), day.day(), 0, 0, 0};
                    worksheet_write_datetime(sheet, line, column, &moment, date);
                } else {
                    worksheet_write_string(sheet, line, column, texts.at(row).at(at).constData(), text);
                }
            }
        }
        workbook_close(workbook);
    });
}

} // namespace

void exports(const Bench &bench)
{
    const auto book = need(Book::open(bench.path, bench.surroundings, {.readOnly = true, .dailyBackup = false}));
    ExportJob job;
    job.query = everybody();
    job.ids = need(book->reader().ids(job.query, 100'000));
    job.fields = bench.surroundings.catalog.registry(u"member")->defaultColumns();
    const QString target = bench.path + u".xlsx"_qs;
    double ours = once([&] { need(exportRegistry(*book, job, target, {}, {})); });

    QList<Row> rows; // the cells that stand in it now
    QList<QList<QByteArray>> texts;
    need(need(openSheets(target))->read(0, [&](const SheetRow &row) {
        QList<QByteArray> line;
        for (const Cell &cell : row.cells) {
            line << cell.text.toUtf8();
        }
        rows << row.cells;
        texts << line;
        return true;
    }));
    if (rows.size() < job.ids.size()) {
        qFatal("of %lld rows only %lld were written", qint64(job.ids.size()), qint64(rows.size()));
    }
    double peer = bare(target, rows, texts);
    // In turns, the better of two: whoever comes first pays for the memory and the disk.
    ours = qMin(ours, once([&] { need(exportRegistry(*book, job, target, {}, {})); }));
    peer = qMin(peer, bare(target, rows, texts));
    QFile::remove(target);
    const double count = double(job.ids.size());
    bench.table.add({u"export of %1 rows × %2 columns"_qs.arg(job.ids.size()).arg(job.fields.size()),
                     count * 1000 / ours, count * 1000 / peer, u"bare libxlsxwriter"_qs, 0.7 * count * 1000 / peer,
                     true, u"rows/s"_qs});
}

} // namespace gridbook::bench
