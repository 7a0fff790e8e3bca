#include "core/demo/samplegrids.h"
#include "core/demo/messysheet.h"
#include "core/exchange/importgrid.h"
#include "core/registry/valuetext.h"
#include <QRegularExpression>

namespace gridbook::demo {

using namespace Qt::StringLiterals;
using exchange::Cell;
using exchange::Row;

namespace {

// 同心苑1幢, 同心苑2幢, 同心苑3幢, 文苑5幢 → 同心苑1-3幢、文苑5幢: as ledgers write them.
QString rangesOf(const QStringList &buildings)
{
    static const QRegularExpression shape(u"^(.*?)(\\d+)(\\D*)$"_qs);
    struct Range
    {
        QString estate;
        QString suffix;
        int first = 0;
        int last = 0;
    };
    QList<Range> ranges;
    for (const QString &each : buildings) {
        const auto match = shape.match(each);
        const Range one{match.captured(1), match.captured(3), match.captured(2).toInt(), match.captured(2).toInt()};
        if (!ranges.isEmpty() && ranges.constLast().estate == one.estate && ranges.constLast().last + 1 == one.first) {
            ranges.last().last = one.last;
        } else {
            ranges.append(one);
        }
    }
    QStringList words;
    for (const Range &each : std::as_const(ranges)) {
        const QString numbers = each.first == each.last
                                    ? QString::number(each.first)
                                    : u"%1-%2"_qs.arg(QString::number(each.first), QString::number(each.last));
        words << each.estate + numbers + each.suffix;
    }
    return words.join(u'、');
}

} // namespace

Done writeGridRegister(Book &book, const QString &path, QDate asOf)
{
    const QStringList fields{u"code"_qs,
                             u"name"_qs,
                             u"boundary"_qs,
                             u"residentHouseholds"_qs,
                             u"registeredHouseholds"_qs,
                             u"residentPersons"_qs,
                             u"leader"_qs,
                             u"division"_qs,
                             u"members"_qs,
                             u"kind"_qs};
    GRIDBOOK_ASSIGN(const QList<RowId> ids, book.reader().ids({u"grid"_qs, asOf, {}, {}, {}, {}}));
    GRIDBOOK_ASSIGN(const QList<RowData> rows, book.reader().rows(u"grid"_qs, asOf, ids, fields));
    GRIDBOOK_ASSIGN(const auto around, exchange::GridSurroundings::load(book.reader(), asOf));
    GRIDBOOK_ASSIGN(const auto writer, exchange::createTable(path, exchange::TableFormat::Xlsx));
    GRIDBOOK_TRY(writer->beginSheet(
        textTable(u"网格台账"_qs, u"南环社区网格台账(2026年9月)"_qs,
                  {u"网格编号"_qs, u"网格名称"_qs, u"四至"_qs, u"常住户数"_qs, u"户籍户数"_qs, u"人口"_qs, u"网格长"_qs,
                   u"所属社区"_qs, u"党员数"_qs, u"网格类别"_qs, u"楼栋"_qs, u"网格员"_qs, u"党支部"_qs, u"电话"_qs})));
    int written = 0;
    for (const RowData &row : rows) {
        Row cells;
        for (int at = 0; at < int(fields.size()); ++at) {
            const Field &field = *book.catalog().registry(u"grid")->field(fields.at(at));
            const QString text = valueText(field, row.values.at(at), book.catalog().codes());
            cells.append(field.type == FieldType::Integer ? Cell::ofNumber(text.toLongLong()) : Cell::ofText(text));
        }
        if (cells.at(7).text != u"南环社区") {
            continue;
        }
        ++written;
        QString worker = around.workersOf(row.id).join(u'、');
        QString branch = around.organizationsOf(row.id).join(u'、');
        if (written == 3) {
            cells[2] = Cell::ofText(cells.at(2).text + u"(2026年8月调整)");
        } else if (written == 4) {
            worker += worker.isEmpty() ? u"样例甲"_qs : u"，样例甲"_qs;
        } else if (written == 5) {
            branch = u"南环社区物业联合支部"_qs;
        } else if (written == 6 && branch.isEmpty()) {
            branch = u"无"_qs;
        }
        for (const QString &text : {rangesOf(around.buildingsOf(row.id)), worker, branch, QString()}) {
            cells.append(Cell::ofText(text));
        }
        GRIDBOOK_TRY(writer->addRow(cells));
    }
    Row added;
    for (const QString &text :
         {u"610305100003010"_qs, u"第十网格"_qs, u"东至育才路,西至文昌巷"_qs, u"612"_qs, u"340"_qs, u"1420"_qs,
          u"样例丙"_qs, u"南环社区"_qs, QString(), u"城市"_qs, u"育才样例园1-3幢、甲乙幢、12#"_qs, u"样例丁、样例戊"_qs,
          QString(), u"１９９００００００１７"_qs}) {
        added.append(Cell::ofText(text));
    }
    GRIDBOOK_TRY(writer->addRow(added));
    return writer->finish();
}

} // namespace gridbook::demo
