#include "ui/registry/filterwords.h"
#include "core/base/partialdate.h"
#include "core/base/quantity.h"
#include <QCoreApplication>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

QString edge(const Field &field, const QVariant &value)
{
    if (!value.isValid() || value.toString().isEmpty()) {
        return {};
    }
    if (field.type == FieldType::Money) {
        QString yuan = Money::fen(value.toLongLong()).toYuan();
        return yuan.endsWith(u".00") ? yuan.chopped(3) : yuan;
    }
    return value.typeId() == QMetaType::QDate ? value.toDate().toString(Qt::ISODate) : value.toString();
}

QString one(const Field &field, const QVariant &value, const CodeTables &codes, const QString &language,
            const TitleOf &titleOf)
{
    if (!value.isValid() || value.toString().isEmpty()) {
        return Texts::tr("(empty)");
    }
    switch (field.type) {
    case FieldType::Code: {
        const CodeTable *table = codes.find(field.codeTable);
        const CodeItem *item = table == nullptr ? nullptr : table->byCode(value.toString());
        return item == nullptr ? value.toString() : item->term.in(language);
    }
    case FieldType::YesNo:
        return value.toInt() != 0 ? Texts::tr("yes") : Texts::tr("no");
    case FieldType::Reference:
        return titleOf ? titleOf(field.registry, value.toLongLong()) : value.toString();
    default:
        break;
    }
    const QString text = value.toString();
    return field.isSealed && text.size() > 4 ? QString(u"…"_qs + text.right(4)) : text;
}

} // namespace

QString filterWords(const Field &field, const Filter &filter, const CodeTables &codes, const QString &language,
                    const TitleOf &titleOf)
{
    switch (filter.op) {
    case FilterOp::Empty:
        return Texts::tr("(empty)");
    case FilterOp::NotEmpty:
        return Texts::tr("(not empty)");
    case FilterOp::Contains:
        return filter.values.value(0).toString();
    case FilterOp::Between: {
        const QString from = edge(field, filter.values.value(0));
        const QString until = edge(field, filter.values.value(1));
        if (from.isEmpty() || until.isEmpty()) {
            return from.isEmpty() ? QString(u"≤ "_qs + until) : QString(u"≥ "_qs + from);
        }
        return from == until ? from : QString(from + u" – " + until);
    }
    case FilterOp::Equals:
    case FilterOp::OneOf:
        break;
    }
    QStringList words;
    for (const QVariant &value : filter.values) {
        words << one(field, value, codes, language, titleOf);
    }
    return words.join(language.startsWith(u"zh") ? u"、"_qs : u", "_qs);
}

std::optional<Filter> filterOfValue(const Field &field, const QVariant &value)
{
    if (field.isSealed) {
        return std::nullopt; // the value would stand readable in the chip and in saved filters
    }
    if (!value.isValid() || value.toString().isEmpty()) {
        if (field.type != FieldType::Reference && field.type != FieldType::Date) {
            return Filter{field.id, FilterOp::Empty, {}};
        }
    }
    switch (field.type) {
    case FieldType::Reference: {
        const RowId id = value.value<ReferenceValue>().id;
        return id == 0 ? Filter{field.id, FilterOp::Empty, {}} : Filter{field.id, FilterOp::OneOf, {id}};
    }
    case FieldType::Date: {
        const auto date = value.value<PartialDate>();
        return date.isNull() ? Filter{field.id, FilterOp::Empty, {}}
                             : Filter{field.id, FilterOp::Between, {date.firstDay(), date.lastDay()}};
    }
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Money:
        return Filter{field.id, FilterOp::Between, {value, value}};
    case FieldType::YesNo:
        return Filter{field.id, FilterOp::OneOf, {value.toBool() ? 1 : 0}};
    default:
        return Filter{field.id, FilterOp::OneOf, {value.toString()}};
    }
}

FilterWay filterWay(const Field &field)
{
    if (field.isSealed) {
        return field.isExact ? FilterWay::WholeValue : FilterWay::None;
    }
    switch (field.type) {
    case FieldType::Code:
    case FieldType::YesNo:
        return FilterWay::Ticks;
    case FieldType::Date:
        return FilterWay::Dates;
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Money:
        return FilterWay::Numbers;
    default:
        return FilterWay::Text;
    }
}

} // namespace gridbook::ui
