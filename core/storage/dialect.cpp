#include "core/storage/dialect.h"
#include <QFile>
#include <QtEndian>

namespace gridbook::dialect {

QStringList connectionSettings(AccessMode mode, bool onNetwork)
{
    QStringList settings{QStringLiteral("PRAGMA busy_timeout=5000"),  QStringLiteral("PRAGMA foreign_keys=ON"),
                         QStringLiteral("PRAGMA trusted_schema=OFF"), QStringLiteral("PRAGMA cell_size_check=ON"),
                         QStringLiteral("PRAGMA temp_store=MEMORY"),  cacheSize(32)};
    if (mode == AccessMode::ReadWrite) {
        // DELETE with FULL can lose the last commit at a power cut: EXTRA syncs the folder too.
        settings << (onNetwork ? QStringLiteral("PRAGMA journal_mode=DELETE")
                               : QStringLiteral("PRAGMA journal_mode=WAL"))
                 << (onNetwork ? QStringLiteral("PRAGMA synchronous=EXTRA") : QStringLiteral("PRAGMA synchronous=FULL"))
                 << QStringLiteral("PRAGMA secure_delete=ON");
    }
    return settings;
}

QString cacheSize(int mebibytes)
{
    return QStringLiteral("PRAGMA cache_size=-%1").arg(mebibytes * 1024);
}

QString beginRead()
{
    return QStringLiteral("BEGIN");
}

QString beginWrite()
{
    return QStringLiteral("BEGIN IMMEDIATE");
}

QString checkpoint()
{
    return QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)");
}

QString checkpointBeside()
{
    return QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)");
}

QString checkpointAfterCommits(bool wanted)
{
    return QStringLiteral("PRAGMA wal_autocheckpoint=%1").arg(wanted ? 1000 : 0);
}

QStringList refreshStatistics()
{
    return {QStringLiteral("PRAGMA analysis_limit=1000"), QStringLiteral("PRAGMA optimize")};
}

QString copyInto(const QString &path)
{
    QString quoted = path;
    quoted.replace(u'\'', QStringLiteral("''"));
    return QStringLiteral("VACUUM INTO '%1'").arg(quoted);
}

QString quickCheck()
{
    return QStringLiteral("PRAGMA quick_check(1)");
}

QString integrityCheck()
{
    return QStringLiteral("PRAGMA integrity_check(20)");
}

QString fileSize()
{
    return QStringLiteral("SELECT c.page_count * s.page_size FROM pragma_page_count c, pragma_page_size s");
}

QString schemaVersion()
{
    return QStringLiteral("PRAGMA user_version");
}

QString setSchemaVersion(int version)
{
    return QStringLiteral("PRAGMA user_version=%1").arg(version);
}

QString fileKind()
{
    return QStringLiteral("PRAGMA application_id");
}

QString setFileKind()
{
    return QStringLiteral("PRAGMA application_id=%1").arg(applicationId);
}

bool isBookFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray head = file.read(72);
    return head.size() == 72 && head.startsWith("SQLite format 3") &&
           qFromBigEndian<quint32>(head.constData() + 68) == quint32(applicationId);
}

QString columnsOf(const QString &table)
{
    return QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table);
}

QString triggers()
{
    return QStringLiteral("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
}

QString expandWords(const QString &sql)
{
    QString text = sql;
    text.replace(QStringLiteral("{{id}}"), QStringLiteral("id INTEGER PRIMARY KEY"));
    text.replace(QStringLiteral("{{strict}}"), QStringLiteral("STRICT"));
    text.replace(QStringLiteral("{{blob}}"), QStringLiteral("BLOB"));
    text.replace(QStringLiteral("{{record}}"),
                 QStringLiteral("uuid TEXT NOT NULL, row_version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, "
                                "created_by TEXT NOT NULL, updated_at TEXT, updated_by TEXT, voided_at TEXT, "
                                "voided_by TEXT, void_reason TEXT"));
    return text;
}

namespace {

QStringList noOverlap(const QString &table, const QStringList &words)
{
    const qsizetype where = words.indexOf(u"where");
    QStringList same;
    for (const QString &key : words.mid(0, where)) {
        same << QStringLiteral("o.%1 = NEW.%1").arg(key);
    }
    if (where >= 0) {
        same << words.mid(where + 1).join(u' ');
    }
    const QString body =
        QStringLiteral("WHEN NEW.voided_at IS NULL AND EXISTS (SELECT 1 FROM %1 o WHERE %2 AND o.id <> NEW.id "
                       "AND o.voided_at IS NULL AND (NEW.valid_until IS NULL OR o.valid_from < NEW.valid_until) "
                       "AND (o.valid_until IS NULL OR NEW.valid_from < o.valid_until)) "
                       "BEGIN SELECT RAISE(ABORT, 'overlap:%1'); END")
            .arg(table, same.join(QStringLiteral(" AND ")));
    return {QStringLiteral("CREATE TRIGGER %1_overlap_i BEFORE INSERT ON %1 %2").arg(table, body),
            QStringLiteral("CREATE TRIGGER %1_overlap_u BEFORE UPDATE ON %1 %2").arg(table, body)};
}

// Only the declared type changes, and no stored value: SQLite has no ALTER for that, so its own record of the table is
// written, as its manual tells. ALTER by way of new columns takes 5 ms for each, in every book that is made.
QStringList toBlob(const QString &table, const QStringList &columns)
{
    QString sql = QStringLiteral("sql");
    for (const QString &column : columns) {
        sql = QStringLiteral("replace(%1, ' %2 TEXT', ' %2 BLOB')").arg(sql, column);
    }
    return {QStringLiteral("PRAGMA writable_schema=ON"),
            QStringLiteral("UPDATE sqlite_schema SET sql = %1 WHERE type = 'table' AND name = '%2'").arg(sql, table),
            QStringLiteral("PRAGMA writable_schema=RESET")};
}

QString refusal(const QString &table, const QString &verb)
{
    return QStringLiteral("CREATE TRIGGER %1_no_%2 BEFORE %2 ON %1 BEGIN SELECT RAISE(ABORT, 'append_only:%1'); END")
        .arg(table, verb);
}

QStringList appendOnly(const QString &table)
{
    return {refusal(table, QStringLiteral("UPDATE")), refusal(table, QStringLiteral("DELETE"))};
}

} // namespace

Result<QStringList> expandDirective(const QString &line)
{
    const QStringList words = line.simplified().split(u' ');
    if (words.size() >= 4 && words.at(1) == u"no_overlap") {
        return noOverlap(words.at(2), words.mid(3));
    }
    if (words.size() == 3 && words.at(1) == u"append_only") {
        return appendOnly(words.at(2));
    }
    if (words.size() >= 4 && words.at(1) == u"to_blob") {
        return toBlob(words.at(2), words.mid(3));
    }
    return Error{ErrorKind::Internal, QStringLiteral("unknown directive in a migration"), line};
}

QString allowUpdates(const QString &ledger)
{
    return QStringLiteral("DROP TRIGGER %1_no_UPDATE").arg(ledger);
}

QString refuseUpdates(const QString &ledger)
{
    return refusal(ledger, QStringLiteral("UPDATE"));
}

QString yearsBetween(const QString &from, const QString &to)
{
    // Stored dates are text of a known precision; a missing month or day counts as the first.
    return QStringLiteral("(CAST(substr(%2, 1, 4) AS INTEGER) - CAST(substr(%1, 1, 4) AS INTEGER) - "
                          "CASE WHEN substr(%2, 6, 5) < substr(substr(%1, 6, 5) || substr('01-01', length(substr(%1, "
                          "6, 5)) + 1), 1, 5) "
                          "THEN 1 ELSE 0 END)")
        .arg(from, to);
}

} // namespace gridbook::dialect
