#include "core/changes/formervalues.h"
#include "core/base/partialdate.h"
#include "core/changes/datedrows.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FormerValues)
};

// Kept columns hold text.
QString stored(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDate) {
        return value.toDate().toString(Qt::ISODate);
    }
    return value.typeId() == qMetaTypeId<PartialDate>() ? value.value<PartialDate>().toIso() : value.toString();
}

struct FormerValue
{
    RowId id = 0;
    QString value;
    QString until;
};

// Of one column, earliest first; those that ended on the day or before are left out.
Result<QList<FormerValue>> heldOn(Database &database, const QString &table, RowId row, const QString &column, QDate day)
{
    GRIDBOOK_ASSIGN(Statement rows,
                    Statement::prepare(database, u"SELECT id, value, valid_until FROM former_value WHERE tbl = ? AND "
                                                 "row_id = ? AND col = ? AND valid_until >= ? AND voided_at IS NULL "
                                                 "ORDER BY valid_until, id"_qs));
    GRIDBOOK_TRY(rows.run({table, row, column, day.toString(Qt::ISODate)}));
    QList<FormerValue> values;
    while (rows.next()) {
        values.append({rows.integer(0), rows.text(1), rows.text(2)});
    }
    GRIDBOOK_TRY(rows.status());
    return values;
}

Done voidValue(UnitOfWork &work, RowId id)
{
    return work.voidRow(formerValueTable, id, 0, Texts::tr("Another value holds from an earlier day on."));
}

// Writes down what held until the day; values that were to change later give way.
Done endFormer(UnitOfWork &work, const QString &table, RowId row, const QString &column, Keeping keeping,
               const QString &before, const QString &after, QDate from)
{
    const QString day = from.toString(Qt::ISODate);
    GRIDBOOK_ASSIGN(QList<FormerValue> later, heldOn(work.database(), table, row, column, from));
    bool isSaid = false; // what held just before the day stands there already
    while (!later.isEmpty() && later.first().until == day) {
        later.removeFirst();
        isSaid = true;
    }
    const QString was = later.isEmpty() ? before : later.first().value;
    for (qsizetype i = later.size() - 1; i > 0; --i) {
        GRIDBOOK_TRY(voidValue(work, later.at(i).id));
    }
    if (!later.isEmpty()) {
        return isSaid || was == after ? voidValue(work, later.first().id)
                                      : work.update(formerValueTable, later.first().id, 0, {{u"valid_until"_qs, day}});
    }
    if (isSaid || was == after || (was.isEmpty() && keeping == Keeping::Changes)) {
        return {};
    }
    GRIDBOOK_TRY(work.insert(
        formerValueTable,
        {{u"tbl"_qs, table}, {u"row_id"_qs, row}, {u"col"_qs, column}, {u"value"_qs, was}, {u"valid_until"_qs, day}}));
    return {};
}

// " AND …" for the values of a column that held on :asof and hold no more.
QString changedSince(const QString &table, const QString &column)
{
    return u"f.tbl = '%1' AND f.col = '%2' AND f.valid_until > :asof AND f.voided_at IS NULL"_qs.arg(table, column);
}

} // namespace

Done changeFrom(UnitOfWork &work, const QString &table, RowId row, int seenVersion, const QVariantMap &values,
                QDate from, const Corrections &corrections)
{
    QVariantMap own = values;
    const TableSpec *spec = work.tables().find(table);
    QStringList columns;
    for (auto it = values.cbegin(); spec != nullptr && it != values.cend(); ++it) {
        if (spec->kept.contains(it.key())) {
            columns << it.key();
        }
    }
    if (!columns.isEmpty()) {
        GRIDBOOK_ASSIGN(
            Statement now,
            Statement::prepare(work.database(),
                               QStringLiteral("SELECT %1 FROM %2 WHERE id = ?").arg(columns.join(u','), table)));
        GRIDBOOK_TRY(now.run({row}));
        QStringList before(columns.size());
        if (now.next()) {
            for (int i = 0; i < columns.size(); ++i) {
                before[i] = now.text(i);
            }
        }
        GRIDBOOK_TRY(now.status());
        now.finish();
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const QString &column = columns.at(i);
            const QString after = stored(values.value(column));
            if (!corrections.columns.contains(column)) {
                if (!from.isValid() && (before.at(i) == after || before.at(i).isEmpty())) {
                    continue;
                }
                if (!from.isValid()) {
                    return Error{ErrorKind::Invalid, Texts::tr("Enter the day from which this holds."), column};
                }
                GRIDBOOK_TRY(endFormer(work, table, row, column, spec->kept.value(column), before.at(i), after, from));
                continue;
            }
            if (!corrections.readOn.isValid()) {
                continue;
            }
            GRIDBOOK_ASSIGN(const QList<FormerValue> former,
                            heldOn(work.database(), table, row, column, corrections.readOn.addDays(1)));
            if (!former.isEmpty()) { // what was read was the former value, and what came after it is not in question
                GRIDBOOK_TRY(work.update(formerValueTable, former.first().id, 0, {{u"value"_qs, after}}));
                own.remove(column);
            }
        }
    }
    return work.update(table, row, seenVersion, own);
}

Done mergeFormerValues(UnitOfWork &work, const QString &table, RowId keep, RowId drop, const QVariantMap &taken)
{
    const TableSpec *spec = work.tables().find(table);
    GRIDBOOK_ASSIGN(const QVariantMap kept, storedRow(work.database(), table, keep));
    GRIDBOOK_ASSIGN(const QVariantMap dropped, storedRow(work.database(), table, drop));
    const QDate ever(1, 1, 1);
    for (const QString &column : spec->kept.keys()) {
        GRIDBOOK_ASSIGN(const QList<FormerValue> own, heldOn(work.database(), table, keep, column, ever));
        GRIDBOOK_ASSIGN(const QList<FormerValue> other, heldOn(work.database(), table, drop, column, ever));
        const bool isTaken = taken.contains(column);
        if (!isTaken && (!own.isEmpty() || kept.value(column).toString() != dropped.value(column).toString())) {
            continue;
        }
        for (const FormerValue &value : own) {
            GRIDBOOK_TRY(work.voidRow(formerValueTable, value.id, 0, Texts::tr("Merged with another record.")));
        }
        for (const FormerValue &value : other) {
            GRIDBOOK_TRY(work.update(formerValueTable, value.id, 0, {{u"row_id"_qs, keep}}));
        }
    }
    return {};
}

Result<QString> readAsOf(Database &database, const Tables &tables, const SqlSources &sources, const QString &sql,
                         QDate day, RowsRead rowsRead)
{
    struct Read
    {
        QString alias, table, column;
        bool changed = false;
    };
    QList<Read> reads;
    QStringList questions;
    for (const auto &[alias, table] : sources) {
        const TableSpec *spec = tables.find(table);
        for (auto it = spec->kept.cbegin(); it != spec->kept.cend(); ++it) {
            if (sql.contains(QString(alias + u'.' + it.key()))) {
                reads.append({alias, table, it.key()});
                questions << u"CASE WHEN EXISTS (SELECT 1 FROM former_value f WHERE %1) THEN 1 ELSE 0 END"_qs.arg(
                    changedSince(table, it.key()));
            }
        }
    }
    if (reads.isEmpty()) {
        return sql;
    }
    GRIDBOOK_ASSIGN(Statement asked, Statement::prepare(database, QString(u"SELECT "_qs + questions.join(u", "))));
    GRIDBOOK_TRY(asked.run(QVariantMap{{u":asof"_qs, day.toString(Qt::ISODate)}}));
    QStringList names;
    if (asked.next()) {
        for (int i = 0; i < reads.size(); ++i) {
            reads[i].changed = asked.integer(i) != 0;
            if (reads.at(i).changed) {
                names << u"%1\\.%2"_qs.arg(reads.at(i).alias, reads.at(i).column);
            }
        }
    }
    GRIDBOOK_TRY(asked.status());
    if (names.isEmpty()) {
        return sql;
    }
    // Once through the text, so that nothing is replaced twice.
    const QRegularExpression name(u"\\b(?:%1)\\b"_qs.arg(names.join(u'|')));
    QString result;
    qsizetype from = 0;
    for (auto it = name.globalMatch(sql); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const auto read = std::find_if(reads.begin(), reads.end(), [&](const Read &each) {
            return QString(each.alias + u'.' + each.column) == match.captured();
        });
        const QString since = changedSince(read->table, read->column);
        result += sql.mid(from, match.capturedStart() - from);
        const QString changed =
            rowsRead == RowsRead::Many
                ? u"%1.id IN (SELECT f.row_id FROM former_value f WHERE %2)"_qs.arg(read->alias, since)
                : u"EXISTS (SELECT 1 FROM former_value f WHERE f.row_id = %1.id AND %2)"_qs.arg(read->alias, since);
        result += u"(CASE WHEN %1 THEN (SELECT f.value FROM former_value f WHERE f.row_id = %2.id AND %3 ORDER BY "
                  "f.valid_until LIMIT 1) ELSE %4 END)"_qs.arg(changed, read->alias, since, match.captured());
        from = match.capturedEnd();
    }
    return QString(result + sql.mid(from));
}

Result<bool> anyChangedAfter(Database &database, QDate day)
{
    GRIDBOOK_ASSIGN(
        const QVariant found,
        database.scalar(u"SELECT 1 FROM former_value WHERE valid_until > ? AND voided_at IS NULL LIMIT 1"_qs,
                        {day.toString(Qt::ISODate)}));
    return found.toInt() != 0;
}

QList<TableSpec> formerValueTables()
{
    return {TableSpec{.name = formerValueTable, .term = {u"以前的值"_qs, u"Former value"_qs}}};
}

} // namespace gridbook
