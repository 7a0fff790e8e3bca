#include "core/changes/datedrows.h"
#include "core/base/partialdate.h"
#include <QCoreApplication>

namespace gridbook {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DatedRows)
};

QVariantMap rowOf(const Statement &statement, const QStringList &names)
{
    QVariantMap values;
    for (int i = 0; i < names.size(); ++i) {
        values.insert(names.at(i), statement.isNull(i) ? QVariant() : statement.value(i));
    }
    return values;
}

Done mustEndLater(const DatedRow &row, QDate day)
{
    if (!day.isValid()) {
        return Error{ErrorKind::Invalid, Texts::tr("The day is missing."), {}};
    }
    if (row.from >= day) {
        return Error{
            ErrorKind::Refused,
            Texts::tr("What is in force began on %1, not before %2. Choose a later day, or correct the earlier entry.")
                .arg(row.from.toString(Qt::ISODate), day.toString(Qt::ISODate)),
            {}};
    }
    if (row.until.isValid() && row.until < day) {
        return Error{ErrorKind::Refused,
                     Texts::tr("It already ended on %1; it cannot be changed from %2 on.")
                         .arg(row.until.toString(Qt::ISODate), day.toString(Qt::ISODate)),
                     {}};
    }
    return {};
}

} // namespace

Result<QList<DatedRow>> datedRows(Database &database, const QString &table, const QString &ownerColumn, RowId owner)
{
    GRIDBOOK_ASSIGN(
        Statement statement,
        Statement::prepare(database,
                           QStringLiteral("SELECT * FROM %1 WHERE %2 = ? AND voided_at IS NULL ORDER BY valid_from, id")
                               .arg(table, ownerColumn)));
    GRIDBOOK_TRY(statement.run({owner}));
    const QStringList names = statement.columnNames();
    QList<DatedRow> rows;
    while (statement.next()) {
        DatedRow row;
        row.values = rowOf(statement, names);
        row.id = row.ref(QStringLiteral("id"));
        row.from = PartialDate::fromIso(row.text(QStringLiteral("valid_from"))).firstDay();
        row.until = PartialDate::fromIso(row.text(QStringLiteral("valid_until"))).firstDay();
        rows.append(std::move(row));
    }
    GRIDBOOK_TRY(statement.status());
    return rows;
}

Result<QVariantMap> storedRow(Database &database, const QString &table, RowId id)
{
    GRIDBOOK_ASSIGN(Statement statement,
                    Statement::prepare(database, QStringLiteral("SELECT * FROM %1 WHERE id = ?").arg(table)));
    GRIDBOOK_TRY(statement.run({id}));
    if (!statement.next()) {
        GRIDBOOK_TRY(statement.status());
        return Error{ErrorKind::NotFound, Texts::tr("The record no longer exists. Reload the list."),
                     QStringLiteral("%1 %2").arg(table).arg(id)};
    }
    return rowOf(statement, statement.columnNames());
}

const DatedRow *rowOn(const QList<DatedRow> &rows, QDate day)
{
    for (const DatedRow &row : rows) {
        if (row.holdsOn(day)) {
            return &row;
        }
    }
    return nullptr;
}

Result<RowId> continueRow(UnitOfWork &work, const QString &table, const DatedRow &row, QDate day,
                          const QVariantMap &values)
{
    const TableSpec *spec = work.tables().find(table);
    if (spec == nullptr || !spec->sealed.isEmpty()) { // a sealed value belongs to its row and cannot be copied
        return Error{ErrorKind::Internal, Texts::tr("What is in force cannot be continued by another entry."), table};
    }
    GRIDBOOK_TRY(mustEndLater(row, day));
    if (row.until == day) {
        return Error{ErrorKind::Refused,
                     Texts::tr("It already ended on %1; it cannot be changed from %2 on.")
                         .arg(row.until.toString(Qt::ISODate), day.toString(Qt::ISODate)),
                     {}};
    }
    QVariantMap next;
    QVariantMap ended{{QStringLiteral("valid_until"), day}};
    for (auto it = row.values.cbegin(); it != row.values.cend(); ++it) {
        if (!it.value().isValid() || it.value().isNull() || isRecordColumn(it.key()) ||
            spec->ofBeginning.contains(it.key())) {
            continue;
        }
        next.insert(it.key(), it.value());
        if (spec->ofEnd.contains(it.key())) {
            ended.insert(it.key(), QVariant());
        }
    }
    next.insert(values);
    next.insert(QStringLiteral("valid_from"), day);
    if (!values.contains(QStringLiteral("valid_until"))) {
        next.insert(QStringLiteral("valid_until"), row.until.isValid() ? QVariant(row.until) : QVariant());
    }
    GRIDBOOK_TRY(work.update(table, row.id, 0, ended));
    return work.insert(table, next);
}

Result<QVariantMap> keptWithin(UnitOfWork &work, const QString &table, const QVariantMap &before, QVariantMap values,
                               Strangers strangers)
{
    for (const Within &within : work.tables().find(table)->within) {
        const bool isChosen = values.contains(within.column);
        if (!isChosen && !values.contains(within.base)) {
            continue;
        }
        const QVariant value = isChosen ? values.value(within.column) : before.value(within.column);
        const QVariant base = values.contains(within.base) ? values.value(within.base) : before.value(within.base);
        if (value.toLongLong() == 0) {
            continue;
        }
        GRIDBOOK_ASSIGN(const QVariant holds, work.database().scalar(within.holds, {value, base}));
        if (holds.toInt() == 0 && isChosen && strangers == Strangers::Refuse) {
            return Error{ErrorKind::Refused,
                         Texts::tr("The group does not belong to the branch. Choose one that does."), table};
        }
        if (holds.toInt() == 0) {
            values.insert(within.column, QVariant());
        }
    }
    return values;
}

Done endRow(UnitOfWork &work, const QString &table, const DatedRow &row, QDate day, const QVariantMap &values)
{
    GRIDBOOK_TRY(mustEndLater(row, day));
    QVariantMap all = values;
    all.insert(QStringLiteral("valid_until"), day);
    return work.update(table, row.id, 0, all);
}

} // namespace gridbook
