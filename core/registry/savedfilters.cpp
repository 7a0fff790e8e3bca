#include "core/registry/savedfilters.h"
#include "core/text/privatenumbers.h"
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

// The first condition whose value may not lie readable in the book.
const Filter *privateCondition(const RegistrySpec &spec, const QList<Filter> &filters)
{
    for (const Filter &filter : filters) {
        const Field *field = spec.field(filter.field);
        const bool isPrivate = std::any_of(filter.values.begin(), filter.values.end(), [&](const QVariant &value) {
            const QString text = value.toString();
            return !text.isEmpty() && ((field != nullptr && field->isSealed) || text::holdsPrivateNumber(text));
        });
        if (isPrivate) {
            return &filter;
        }
    }
    return nullptr;
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

Done saveFilter(Database &database, const RegistrySpec &spec, const SavedFilter &filter)
{
    const QString name = filter.name.trimmed();
    if (name.isEmpty()) {
        return Error{
            ErrorKind::Invalid, QCoreApplication::translate("SavedFilters", "Give the filter a name first."), {}};
    }
    if (const Filter *condition = privateCondition(spec, filter.filters)) {
        const Field *field = spec.field(condition->field);
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate(
                         "SavedFilters",
                         "The condition on “%1” holds a protected value, which a saved filter would keep "
                         "readable for everybody. Take this condition out, then save the filter.")
                         .arg(field == nullptr ? condition->field : field->label.zh),
                     condition->field};
    }
    if (text::holdsPrivateNumber(name)) {
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate("SavedFilters", "The name of a filter may hold neither an ID number "
                                                                 "nor a telephone number. Choose another name."),
                     {}};
    }
    return database.execute(
        u"INSERT INTO saved_filter (registry, name, spec) VALUES (?, ?, ?) ON CONFLICT (registry, name) DO UPDATE SET spec = excluded.spec"_qs,
        {spec.id, name, written(filter)});
}

Done deleteFilter(Database &database, const QString &registry, const QString &name)
{
    return database.execute(u"DELETE FROM saved_filter WHERE registry = ? AND name = ?"_qs, {registry, name});
}

Result<int> dropPrivatePreferences(Database &database, const QList<RegistrySpec> &registries)
{
    int dropped = 0;
    for (const RegistrySpec &spec : registries) {
        GRIDBOOK_ASSIGN(const QList<SavedFilter> saved, savedFilters(database, spec.id));
        for (const SavedFilter &filter : saved) {
            if (privateCondition(spec, filter.filters) != nullptr || text::holdsPrivateNumber(filter.name)) {
                GRIDBOOK_TRY(deleteFilter(database, spec.id, filter.name));
                ++dropped;
            }
        }
    }
    QStringList headings;
    {
        GRIDBOOK_ASSIGN(Statement mappings,
                        Statement::prepare(database, u"SELECT headings, mapping FROM import_mapping"_qs));
        GRIDBOOK_TRY(mappings.run());
        while (mappings.next()) {
            if (text::holdsPrivateNumber(mappings.text(0)) || text::holdsPrivateNumber(mappings.text(1))) {
                headings << mappings.text(0);
            }
        }
        GRIDBOOK_TRY(mappings.status());
    }
    for (const QString &each : std::as_const(headings)) {
        GRIDBOOK_TRY(database.execute(u"DELETE FROM import_mapping WHERE headings = ?"_qs, {each}));
        ++dropped;
    }
    return dropped;
}

} // namespace gridbook
