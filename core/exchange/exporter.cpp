#include "core/exchange/exporter.h"
#include "core/base/partialdate.h"
#include "core/base/quantity.h"
#include "core/exchange/pagesahead.h"
#include "core/registry/valuetext.h"
#include <QCoreApplication>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Exporter)
};

bool isNumber(FieldType type)
{
    return type == FieldType::Integer || type == FieldType::Decimal || type == FieldType::Money;
}

// The unit stands in the heading, so that the cells stay numbers: 月交党费标准(元).
QString headingOf(const Field &field, const QString &language)
{
    const QString unit = field.unit.in(language);
    const QString label = field.label.in(language);
    return unit.isEmpty() || !isNumber(field.type) ? label : QString(label + u'(' + unit + u')');
}

TableColumn columnOf(const Field &field, const QString &language)
{
    TableColumn column;
    column.heading = headingOf(field, language);
    column.kind = isNumber(field.type)            ? ColumnKind::Number
                  : field.type == FieldType::Date ? ColumnKind::Date
                                                  : ColumnKind::Text;
    column.width = qMax(field.width, int(field.label.zh.size()) * 2 + 2);
    return column;
}

Cell cellOf(const Field &field, const QVariant &value, const CodeTables &codes, const TextStyle &style)
{
    if (field.type == FieldType::Date && value.typeId() == qMetaTypeId<PartialDate>()) {
        const PartialDate date = value.value<PartialDate>();
        if (date.isNull()) {
            return {};
        }
        // "1978-07" stays text: a spreadsheet would make it the first of July.
        return date.precision() == DatePrecision::Day ? Cell::ofDate(date.firstDay()) : Cell::ofText(date.toIso());
    }
    const QString text = valueText(field, value, codes, style);
    if (text.isEmpty()) {
        return {};
    }
    switch (field.type) {
    case FieldType::Integer:
        return Cell::ofNumber(value.toLongLong());
    case FieldType::Decimal:
        return Cell::ofNumber(value.toDouble(), text);
    case FieldType::Money:
        return Cell::ofNumber(double(value.toLongLong()) / 100.0, text);
    default:
        return Cell::ofText(text);
    }
}

Done writePage(TableWriter &table, const QList<RowData> &page, const QList<const Field *> &fields,
               const CodeTables &codes, const TextStyle &style)
{
    for (const RowData &row : page) {
        OutRow cells;
        cells.reserve(fields.size());
        for (qsizetype i = 0; i < fields.size(); ++i) {
            cells.append({.cell = cellOf(*fields.at(i), row.values.at(i), codes, style)});
        }
        GRIDBOOK_TRY(table.addRow(cells));
    }
    return {};
}

} // namespace

Result<qint64> exportRegistry(const Book &book, const ExportJob &job, const QString &path, const ExportOptions &options,
                              const Progress &progress)
{
    const RegistrySpec *spec = book.catalog().registry(job.query.registry);
    if (spec == nullptr || job.fields.isEmpty()) {
        return Error{ErrorKind::Invalid, Texts::tr("There is nothing to export: choose at least one column."),
                     job.query.registry};
    }
    QList<const Field *> fields;
    TableSheet sheet{spec->term.in(options.language), options.title, {}, job.frozenColumns, true};
    for (const QString &id : job.fields) {
        const Field *field = spec->field(id);
        if (field == nullptr) {
            return Error{ErrorKind::Invalid, Texts::tr("This list has no column “%1”.").arg(id), id};
        }
        fields << field;
        sheet.columns << columnOf(*field, options.language);
    }
    const QString what = Texts::tr("Writing %1").arg(spec->term.in(options.language));
    if (!progress.goesOn(0, 0, what)) {
        return exportCancelled();
    }
    QList<RowId> ids = job.ids;
    if (ids.isEmpty()) {
        GRIDBOOK_ASSIGN(const auto reader, book.openReader());
        GRIDBOOK_ASSIGN(ids, reader->registries().ids(job.query));
    }
    GRIDBOOK_ASSIGN(const auto table, createTable(path, options.format));
    GRIDBOOK_TRY(table->beginSheet(sheet));
    const TextStyle style{options.language, options.masked, false};
    PagesAhead pages(book, {job.query.registry, job.query.asOf, ids, job.fields});
    qint64 written = 0;
    for (bool more = true; more;) {
        GRIDBOOK_ASSIGN(const QList<RowData> page, pages.next(progress, what));
        GRIDBOOK_TRY(writePage(*table, page, fields, book.catalog().codes(), style));
        written += page.size();
        more = !page.isEmpty();
    }
    if (!progress.goesOn(ids.size(), ids.size(), what)) {
        return exportCancelled();
    }
    GRIDBOOK_TRY(table->finish());
    return written;
}

Done writeTemplate(const RegistrySpec &spec, const CodeTables &codes, const QString &path, TableFormat format)
{
    TableSheet sheet{spec.term.zh, {}, {}, 0, true};
    for (const Field &field : spec.fields) {
        if (!field.isWritable()) {
            continue;
        }
        TableColumn column = columnOf(field, u"zh"_qs);
        // Marked as on paper forms; the import knows the star.
        column.heading = field.isRequired ? QString(u'*' + column.heading) : column.heading;
        if (field.type == FieldType::YesNo) {
            column.choices = {u"是"_qs, u"否"_qs};
        } else if (const CodeTable *table = codes.find(field.codeTable)) {
            for (const CodeItem &item : table->items) {
                column.choices << item.term.zh;
            }
        }
        sheet.columns << column;
    }
    GRIDBOOK_ASSIGN(const auto writer, createTable(path, format));
    GRIDBOOK_TRY(writer->beginSheet(sheet));
    return writer->finish();
}

} // namespace gridbook::exchange
