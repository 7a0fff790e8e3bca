#include "core/access/accesslog.h"
#include "core/storage/dialect.h"
#include <QCoreApplication>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AccessLog)
};

const QString lineColumns =
    u"l.id, l.made_at, l.who, l.machine, l.action, l.registry, l.record_id, l.field, l.purpose"_qs;
const QString newStamp = u"INSERT INTO access_stamp (id, stamp) VALUES (?, ?)"_qs;

AccessLine lineFrom(const Statement &row)
{
    return {row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.integer(6), row.text(7), row.text(8)};
}

} // namespace

QByteArray AccessLog::stampOf(RowId number, const AccessLine &line) const
{
    return m_sealer.blindIndex(QStringList{QString::number(number), line.madeAt, line.who, line.machine, line.action,
                                           line.registry, QString::number(line.record), line.field, line.purpose}
                                   .join(u'\x1f'),
                               u"access_log"_qs);
}

QByteArray AccessLog::stampOfEnd(qint64 last) const
{
    return m_sealer.blindIndex(QString::number(last), u"access_end"_qs);
}

Result<std::optional<AccessLog::End>> AccessLog::end()
{
    GRIDBOOK_ASSIGN(Statement row, Statement::prepare(m_database, u"SELECT last, stamp FROM access_end"_qs));
    GRIDBOOK_TRY(row.run());
    if (row.next()) {
        return std::optional(End{row.integer(0), row.bytes(1) == stampOfEnd(row.integer(0))});
    }
    GRIDBOOK_TRY(row.status());
    return std::optional<End>();
}

Done AccessLog::add(const AccessLine &line, const QList<RowId> &records)
{
    GRIDBOOK_ASSIGN(const std::optional<End> end, this->end());
    GRIDBOOK_ASSIGN(const QVariant highest, m_database.scalar(u"SELECT MAX(id) FROM access_log"_qs));
    // Lines that were taken out at the end leave their numbers empty, or nobody would miss them any more.
    qint64 number = qMax(highest.toLongLong(), end ? end->last : 0);
    GRIDBOOK_ASSIGN(Statement lines,
                    Statement::prepare(m_database,
                                       u"INSERT INTO access_log (id, made_at, who, machine, action, registry, "
                                       "record_id, field, purpose) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_qs));
    GRIDBOOK_ASSIGN(Statement stamps, Statement::prepare(m_database, newStamp));
    AccessLine each = line;
    for (const RowId record : records) {
        each.record = record;
        ++number;
        GRIDBOOK_TRY(lines.run(QVariantList{number, each.madeAt, each.who, each.machine, each.action, each.registry,
                                            record == 0 ? QVariant() : QVariant(record), each.field, each.purpose}));
        GRIDBOOK_TRY(stamps.run(QVariantList{number, stampOf(number, each)}));
    }
    if (!end || !end->holds) {
        return {}; // it was changed outside of the program: a new stamp would cover that up
    }
    return m_database.execute(u"UPDATE access_end SET last = ?, stamp = ?"_qs, {number, stampOfEnd(number)});
}

Result<QStringList> AccessLog::verify(int limit)
{
    QStringList findings;
    const auto missing = [&findings](qint64 from, qint64 until) {
        findings << Texts::tr("Access log: lines %1 to %2 are missing.").arg(from).arg(until);
    };
    GRIDBOOK_ASSIGN(const std::optional<End> end, this->end());
    GRIDBOOK_ASSIGN(
        Statement rows,
        Statement::prepare(m_database, u"SELECT %1, s.stamp FROM access_log l LEFT JOIN access_stamp s ON s.id = l.id "
                                       "ORDER BY l.id"_qs.arg(lineColumns)));
    GRIDBOOK_TRY(rows.run());
    qint64 expected = 1;
    while (findings.size() < limit && rows.next()) {
        const RowId number = rows.integer(0);
        const AccessLine line = lineFrom(rows);
        if (number > expected) {
            missing(expected, number - 1);
        }
        if (rows.bytes(9) != stampOf(number, line)) {
            findings << Texts::tr("Access log: line %1 (%2, %3) was changed outside this program.")
                            .arg(number)
                            .arg(line.madeAt, line.who);
        }
        expected = number + 1;
    }
    GRIDBOOK_TRY(rows.status());
    if (findings.size() >= limit) {
        return findings;
    }
    GRIDBOOK_ASSIGN(const QVariant stampings,
                    m_database.scalar(u"SELECT COUNT(*) FROM batch WHERE kind = ?"_qs, {stampKind.toString()}));
    if (stampings.toInt() > 1) {
        findings << Texts::tr("Access log: it was stamped anew outside this program.");
    }
    if (end && end->holds && end->last >= expected) {
        missing(expected, end->last);
    } else if (!end || !end->holds || end->last < expected - 1) {
        findings << Texts::tr("Access log: the number of its last line was changed outside this program.");
    }
    return findings;
}

Result<bool> AccessLog::waits(Database &database)
{
    GRIDBOOK_ASSIGN(const QVariant column, database.scalar(dialect::columnsOf(u"unstamped_access"_qs)));
    return !column.isNull();
}

Result<qint64> AccessLog::stampOlder()
{
    qint64 count = 0;
    qint64 last = 0;
    {
        GRIDBOOK_ASSIGN(Statement rows, Statement::prepare(m_database, u"SELECT %1 FROM access_log l WHERE NOT EXISTS "
                                                                       "(SELECT 1 FROM access_stamp s WHERE s.id = "
                                                                       "l.id) ORDER BY l.id"_qs.arg(lineColumns)));
        GRIDBOOK_ASSIGN(Statement stamps, Statement::prepare(m_database, newStamp));
        GRIDBOOK_TRY(rows.run());
        while (rows.next()) {
            last = rows.integer(0);
            GRIDBOOK_TRY(stamps.run(QVariantList{last, stampOf(last, lineFrom(rows))}));
            ++count;
        }
        GRIDBOOK_TRY(rows.status());
    }
    GRIDBOOK_TRY(m_database.execute(u"INSERT INTO access_end (id, last, stamp) VALUES (1, ?, ?) ON CONFLICT (id) DO "
                                    "NOTHING"_qs,
                                    {last, stampOfEnd(last)}));
    GRIDBOOK_TRY(m_database.execute(u"DROP TABLE unstamped_access"_qs));
    return count;
}

} // namespace gridbook
