#include "core/registry/savedfilters.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

// Words, not numbers: the text outlives a change of the enumeration.
constexpr std::pair<FilterOp, const char *> opNames[] = {
    {FilterOp::Contains, "contains"}, {FilterOp::Equals, "equals"}, {FilterOp::OneOf, "oneOf"},
    {FilterOp::Between, "between"},   {FilterOp::Empty, "empty"},   {FilterOp::NotEmpty, "notEmpty"}};

QString nameOf(FilterOp op)
{
    const auto *it = std::find_if(std::begin(opNames), std::end(opNames), [&](const auto &p) { return p.first == op; });
    return QString::fromLatin1(it->second);
}

std::optional<FilterOp> opNamed(const QString &name)
{
    for (const auto &[op, text] : opNames) {
        if (name == QLatin1StringView(text)) {
            return op;
        }
    }
    return std::nullopt;
}

QJsonValue toJson(const QVariant &value)
{
    return value.typeId() == QMetaType::QDate ? QJsonValue(value.toDate().toString(Qt::ISODate))
                                              : QJsonValue::fromVariant(value);
}

QString written(const SavedFilter &saved)
{
    QJsonArray filters;
    for (const Filter &filter : saved.filters) {
        QJsonArray values;
        for (const QVariant &value : filter.values) {
            values.append(toJson(value));
        }
        filters.append(QJsonObject{{u"field"_qs, filter.field}, {u"op"_qs, nameOf(filter.op)}, {u"values"_qs, values}});
    }
    QJsonArray sort;
    for (const SortKey &key : saved.sort) {
        sort.append(QJsonObject{{u"field"_qs, key.field}, {u"descending"_qs, key.descending}});
    }
    const QJsonObject whole{{u"scope"_qs, saved.scope}, {u"filters"_qs, filters}, {u"sort"_qs, sort}};
    return QString::fromUtf8(QJsonDocument(whole).toJson(QJsonDocument::Compact));
}

std::optional<SavedFilter> understood(const QString &name, const QString &text)
{
    const QJsonObject whole = QJsonDocument::fromJson(text.toUtf8()).object();
    if (whole.isEmpty()) {
        return std::nullopt;
    }
    SavedFilter saved{name, whole.value(u"scope").toString(), {}, {}};
    for (const QJsonValue &each : whole.value(u"filters").toArray()) {
        const auto op = opNamed(each[u"op"].toString());
        if (!op) {
            return std::nullopt; // leaving one condition out would show other rows under the same name
        }
        saved.filters.append({each[u"field"].toString(), *op, each[u"values"].toArray().toVariantList()});
    }
    for (const QJsonValue &each : whole.value(u"sort").toArray()) {
        saved.sort.append({each[u"field"].toString(), each[u"descending"].toBool()});
    }
    return saved;
}

} // namespace

Result<QList<SavedFilter>> savedFilters(Database &database, const QString &registry)
{
    GRIDBOOK_ASSIGN(
        Statement rows,
        Statement::prepare(database, u"SELECT name, spec FROM saved_filter WHERE registry = ? ORDER BY name"_qs));
    GRIDBOOK_TRY(rows.run({registry}));
    QList<SavedFilter> found;
    while (rows.next()) {
        if (const auto saved = understood(rows.text(0), rows.text(1))) {
            found.append(*saved);
        }
    }
    GRIDBOOK_TRY(rows.status());
    return found;
}

Done saveFilter(Database &database, const QString &registry, const SavedFilter &filter)
{
    const QString name = filter.name.trimmed();
    if (name.isEmpty()) {
        return Error{
            ErrorKind::Invalid, QCoreApplication::translate("SavedFilters", "Give the filter a name first."), {}};
    }
    return database.execute(
        u"INSERT INTO saved_filter (registry, name, spec) VALUES (?, ?, ?) ON CONFLICT (registry, name) DO UPDATE SET spec = excluded.spec"_qs,
        {registry, name, written(filter)});
}

Done deleteFilter(Database &database, const QString &registry, const QString &name)
{
    return database.execute(u"DELETE FROM saved_filter WHERE registry = ? AND name = ?"_qs, {registry, name});
}

} // namespace gridbook
