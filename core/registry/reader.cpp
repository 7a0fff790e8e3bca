#include "core/registry/reader.h"
#include "core/access/sealer.h"
#include "core/base/partialdate.h"
#include "core/changes/unitofwork.h"
#include "core/text/pinyin.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <numeric>

namespace gridbook {

namespace {

// How the columns of one SELECT are to be understood.
struct Column
{
    const Field *field = nullptr;
    int at = 0;
    int extra = -1; // the title of a reference, the uuid of a sealed value
    QString table;
    const QHash<RowId, QString> *titles = nullptr; // of a reference whose title is not in the SELECT
};

QVariant understood(const Statement &row, const Column &column, const Sealer &sealer)
{
    if (row.isNull(column.at)) {
        return {};
    }
    const Field &field = *column.field;
    if (field.isSealed) {
        const auto plain =
            sealer.open(row.bytes(column.at), sealedPlace(column.table, field.column, row.text(column.extra)));
        return plain ? *plain : QStringLiteral("⚠"); // shown in the list; the form and the check explain it
    }
    switch (field.type) {
    case FieldType::Reference:
        return QVariant::fromValue(ReferenceValue{
            row.integer(column.at),
            column.titles == nullptr ? row.text(column.extra) : column.titles->value(row.integer(column.at))});
    case FieldType::Date:
        return QVariant::fromValue(PartialDate::fromIso(row.text(column.at)));
    case FieldType::YesNo:
        return row.integer(column.at) != 0;
    default:
        return row.value(column.at);
    }
}

// Organisations, grids and communities are few, and no key of theirs is stored: their names are compared here.
Result<QList<ReferenceValue>> lookUpByPinyin(RegistryReader &reader, const RegistrySpec &spec, QDate asOf,
                                             const QString &words, const QString &choice, const QVariantMap &chosen)
{
    constexpr int mostNames = 20'000;
    GRIDBOOK_ASSIGN(const QList<ReferenceValue> all, reader.lookUp(spec.id, asOf, {}, mostNames, choice, chosen));
    QList<ReferenceValue> begins;
    QList<ReferenceValue> contains;
    const QString sought = words.toLower().remove(u' ');
    for (const ReferenceValue &each : all) {
        const text::NameKey key = text::textKey(each.title);
        const QStringList keys = key.allInitials + key.pinyins;
        const auto any = [&keys](const auto &fits) { return std::any_of(keys.begin(), keys.end(), fits); };
        if (any([&sought](const QString &one) { return one.startsWith(sought); })) {
            begins.append(each);
        } else if (any([&sought](const QString &one) { return one.contains(sought); })) {
            contains.append(each);
        }
    }
    return begins + contains;
}

bool isLatin(const QString &words)
{
    static const QRegularExpression latin(QStringLiteral("^[A-Za-z ]+$"));
    return latin.match(words).hasMatch();
}

// The names of a short registry are told by pinyin here; a long one keeps pinyin beside its names.
bool isFoundByName(const RegistrySpec &spec)
{
    return spec.fields.first().searchExpr.isEmpty();
}

// A filter by the pinyin of what a field refers to asks for those records.
Result<Query> withPinyin(RegistryReader &reader, const RegistrySpec &spec, const Query &query)
{
    Query resolved = query;
    for (Filter &filter : resolved.filters) {
        const Field *field = spec.field(filter.field);
        const QString words = filter.values.value(0).toString().trimmed();
        const RegistrySpec *referred = field == nullptr ? nullptr : reader.catalog().registry(field->registry);
        if (referred == nullptr || filter.op != FilterOp::Contains || !isFoundByName(*referred) || !isLatin(words)) {
            continue;
        }
        GRIDBOOK_ASSIGN(const QList<ReferenceValue> found,
                        lookUpByPinyin(reader, *referred, query.asOf, words, {}, {}));
        if (!found.isEmpty()) {
            filter.op = FilterOp::OneOf;
            filter.values.clear();
            for (const ReferenceValue &each : found) {
                filter.values << each.id;
            }
        }
    }
    return resolved;
}

} // namespace

Result<const RegistrySpec *> RegistryReader::spec(const QString &registry) const
{
    const RegistrySpec *spec = m_catalog.registry(registry);
    if (spec == nullptr) {
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("Reader", "There is no registry “%1”.").arg(registry), registry};
    }
    return spec;
}

Result<BoundSql> RegistryReader::asOf(const RegistrySpec &spec, const QString &sql, QDate day, const QVariantMap &named,
                                      RowsRead rowsRead)
{
    SqlSources sources;
    for (const Part &part : spec.parts) {
        sources.append({part.alias, part.table});
    }
    GRIDBOOK_ASSIGN(const QString read, readAsOf(m_database, m_catalog.tables(), sources, sql, day, rowsRead));
    BoundSql bound{read, named};
    if (read.contains(u":asof")) {
        bound.named.insert(QStringLiteral(":asof"), day.toString(Qt::ISODate));
    }
    return bound;
}

Result<QList<RowId>> RegistryReader::ids(const Query &query, qint64 limit)
{
    GRIDBOOK_ASSIGN(const RegistrySpec *const which, spec(query.registry));
    GRIDBOOK_ASSIGN(const Query resolved, withPinyin(*this, *which, query));
    GRIDBOOK_ASSIGN(BoundSql bound, queryIds(*which, resolved, m_sealer));
    GRIDBOOK_ASSIGN(bound, asOf(*which, bound.sql, query.asOf, bound.named, RowsRead::Many));
    if (limit >= 0) {
        bound.sql += QStringLiteral(" LIMIT %1").arg(limit);
    }
    return m_database.ids(bound.sql, bound.named);
}

Result<qint64> RegistryReader::count(const Query &query)
{
    GRIDBOOK_ASSIGN(const RegistrySpec *const which, spec(query.registry));
    GRIDBOOK_ASSIGN(const Query resolved, withPinyin(*this, *which, query));
    GRIDBOOK_ASSIGN(BoundSql bound, queryCount(*which, resolved, m_sealer));
    GRIDBOOK_ASSIGN(bound, asOf(*which, bound.sql, query.asOf, bound.named, RowsRead::Many));
    GRIDBOOK_ASSIGN(const QList<RowId> number, m_database.ids(bound.sql, bound.named));
    return number.value(0);
}

Result<QList<RowData>> RegistryReader::rows(const QString &registry, QDate asOf, const QList<RowId> &ids,
                                            const QStringList &fields, ReferenceTitles *titles)
{
    GRIDBOOK_ASSIGN(const RegistrySpec *const which, spec(registry));
    if (ids.isEmpty()) {
        return QList<RowData>();
    }
    QStringList select{which->key};
    QList<Column> columns;
    for (const QString &id : fields) {
        const Field *field = which->field(id);
        if (field == nullptr) {
            return Error{ErrorKind::Invalid,
                         QCoreApplication::translate("Query", "This list has no column “%1”.").arg(id), id};
        }
        Column column{field, int(select.size()), -1, {}, nullptr};
        select << field->readExpr();
        if (field->type == FieldType::Reference && titles != nullptr) {
            GRIDBOOK_ASSIGN(column.titles, titles->of(m_database, *field));
        }
        if (field->type == FieldType::Reference && column.titles == nullptr) {
            column.extra = int(select.size());
            select << field->titleExpr;
        } else if (field->isSealed) {
            column.extra = int(select.size());
            select << field->part + QStringLiteral(".uuid");
            column.table = which->part(field->part)->table;
        }
        columns.append(column);
    }
    const QString condition = which->where.isEmpty() ? QStringLiteral("1 = 1") : which->where;
    const QString shown = select.join(u',');
    const QString mark = QStringLiteral(":row");
    // One record after the other: given a list of ids, SQLite may walk through the whole book and look up each of its
    // records in the list. In the order of the file, so that a long page reads nothing twice.
    const QString sql =
        QStringLiteral("SELECT %1 FROM %2 WHERE %3 AND %4 = %5")
            .arg(shown, neededSource(which->from, shown + u' ' + condition), condition, which->key, mark);
    GRIDBOOK_ASSIGN(const BoundSql bound, this->asOf(*which, sql, asOf, {}, RowsRead::Few));
    GRIDBOOK_ASSIGN(Statement statement, Statement::prepare(m_database, bound.sql));
    QVariantMap named = bound.named;
    named.insert(mark, QVariant());
    GRIDBOOK_TRY(statement.bind(named));
    QList<qsizetype> inFileOrder(ids.size()); // places in the list
    std::iota(inFileOrder.begin(), inFileOrder.end(), 0);
    std::sort(inFileOrder.begin(), inFileOrder.end(), [&ids](auto a, auto b) { return ids.at(a) < ids.at(b); });
    std::unique_ptr<Transaction> asOne; // locks once, and all rows are of the same moment
    if (!m_database.inTransaction()) {
        GRIDBOOK_ASSIGN(asOne, Transaction::begin(m_database, Transaction::Kind::Read));
    }
    QList<RowData> rows(ids.size());
    for (const qsizetype place : std::as_const(inFileOrder)) {
        GRIDBOOK_TRY(statement.runFor(mark, ids.at(place)));
        if (statement.next()) {
            RowData &row = rows[place];
            row.id = statement.integer(0);
            row.values.reserve(columns.size());
            for (const Column &column : columns) {
                row.values.append(understood(statement, column, m_sealer));
            }
        }
        GRIDBOOK_TRY(statement.status());
        statement.finish();
    }
    rows.removeIf([](const RowData &row) { return row.id == 0; }); // is no longer there
    return rows;
}

Result<QString> RegistryReader::title(const QString &registry, QDate asOf, RowId id)
{
    GRIDBOOK_ASSIGN(const RegistrySpec *const which, spec(registry));
    const QString condition = which->where.isEmpty() ? QStringLiteral("1 = 1") : which->where;
    const QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE %3 AND %4 = :id")
                            .arg(which->titleExpr, which->from, condition, which->key);
    GRIDBOOK_ASSIGN(Statement statement, Statement::prepare(m_database, sql));
    QVariantMap named{{QStringLiteral(":id"), id}};
    if (sql.contains(u":asof")) {
        named.insert(QStringLiteral(":asof"), asOf.toString(Qt::ISODate));
    }
    GRIDBOOK_TRY(statement.run(named));
    return statement.next() ? statement.text(0) : QString();
}

Result<QList<ReferenceValue>> RegistryReader::lookUp(const QString &registry, QDate asOf, const QString &words,
                                                     int limit, const QString &choice, const QVariantMap &chosen)
{
    GRIDBOOK_ASSIGN(const RegistrySpec *const which, spec(registry));
    const QString typed = words.trimmed();
    QList<ReferenceValue> found;
    if (isFoundByName(*which) && isLatin(typed)) {
        GRIDBOOK_ASSIGN(found, lookUpByPinyin(*this, *which, asOf, typed, choice, chosen));
    }
    QString places = which->titleExpr;
    for (const Field &field : which->fields) {
        if (!field.searchExpr.isEmpty()) {
            places += QStringLiteral(" || ' ' || COALESCE(%1, '')").arg(field.searchExpr);
        }
    }
    QString condition = which->where.isEmpty() ? QStringLiteral("1 = 1") : which->where;
    if (!which->scopes.isEmpty() && !which->scopes.first().where.isEmpty()) {
        condition += QStringLiteral(" AND ") + which->scopes.first().where;
    }
    if (!choice.isEmpty()) {
        condition += QStringLiteral(" AND (%1)").arg(choice);
    }
    // A whole word before the beginning of one, and both before a find in the middle: 张伟 (zw) before 安振文 (azw).
    const QString order =
        typed.isEmpty() ? which->defaultSort
                        : QStringLiteral("CASE WHEN (' ' || %1 || ' ') LIKE :whole THEN 0 WHEN (' ' || %1) LIKE :begin "
                                         "THEN 1 ELSE 2 END, %2")
                              .arg(places, which->defaultSort);
    const QString sql = QStringLiteral("SELECT %1, %2 FROM %3 WHERE %4 AND (%5) LIKE :words ORDER BY %6 LIMIT %7")
                            .arg(which->key, which->titleExpr, which->from, condition, places, order)
                            .arg(limit);
    QVariantMap named = chosen;
    named.insert(QStringLiteral(":words"), QString(u'%' + typed + u'%'));
    if (!typed.isEmpty()) {
        named.insert(QStringLiteral(":whole"), QString(u"% " + typed + u" %"));
        named.insert(QStringLiteral(":begin"), QString(u"% " + typed + u'%'));
    }
    if (sql.contains(u":asof")) {
        named.insert(QStringLiteral(":asof"), asOf.toString(Qt::ISODate));
    }
    GRIDBOOK_ASSIGN(Statement statement, Statement::prepare(m_database, sql));
    GRIDBOOK_TRY(statement.run(named));
    const qsizetype byPinyin = found.size();
    while (statement.next()) {
        const ReferenceValue hit{statement.integer(0), statement.text(1)};
        if (std::find(found.begin(), found.begin() + byPinyin, hit) == found.begin() + byPinyin) {
            found.append(hit);
        }
    }
    GRIDBOOK_TRY(statement.status());
    return found.mid(0, limit);
}

} // namespace gridbook
