#include "core/changes/journal.h"
#include "core/access/sealer.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <functional>

namespace gridbook {

namespace {

QByteArray headerBytes(const BatchHeader &header)
{
    return QStringList{
        QString::number(header.id.value()),   header.kind,  header.title, header.who, header.machine, header.madeAt,
        QString::number(header.root.value()), header.reason}
        .join(u'\x1f')
        .toUtf8();
}

BatchHeader headerFrom(const Statement &row)
{
    return {BatchId(row.integer(0)), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
            BatchId(row.integer(6)), row.text(7)};
}

const QString batchColumns = QStringLiteral("b.id, b.kind, b.title, b.who, b.machine, b.made_at, b.root, b.reason");

QJsonObject object(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

// A batch in the chain: the hash that it has, and the one that its content gives on top of the batch before.
struct Link
{
    BatchHeader header;
    QByteArray stored;
    QByteArray due;
};

// Visits every batch in order; the visitor says on which hash the next one builds.
Done walkChain(Database &database, const std::function<Result<QByteArray>(const Link &)> &visit)
{
    GRIDBOOK_ASSIGN(
        Statement batches,
        Statement::prepare(database, QStringLiteral("SELECT %1, b.hash FROM batch b ORDER BY b.id").arg(batchColumns)));
    GRIDBOOK_TRY(batches.run());
    GRIDBOOK_ASSIGN(
        Statement changes,
        Statement::prepare(
            database,
            QStringLiteral(
                "SELECT tbl, row_id, op, before_json, after_json FROM change WHERE batch_id = ? ORDER BY id")));
    QByteArray previous;
    while (batches.next()) {
        Link link{headerFrom(batches), batches.bytes(8), {}};
        QByteArray digest = previous;
        GRIDBOOK_TRY(changes.run(QVariantList{link.header.id.value()}));
        while (changes.next()) {
            digest = chainChange(digest, changes.text(0), changes.integer(1), changes.text(2), changes.text(3).toUtf8(),
                                 changes.text(4).toUtf8());
        }
        GRIDBOOK_TRY(changes.status());
        link.due = Sealer::hash(digest + headerBytes(link.header));
        GRIDBOOK_ASSIGN(previous, visit(link));
    }
    return batches.status();
}

} // namespace

Result<JournalHead> journalHead(Database &database)
{
    GRIDBOOK_ASSIGN(
        Statement statement,
        Statement::prepare(database, QStringLiteral("SELECT id, hash FROM batch ORDER BY id DESC LIMIT 1")));
    GRIDBOOK_TRY(statement.run());
    if (statement.next()) {
        return JournalHead{BatchId(statement.integer(0)), statement.bytes(1)};
    }
    GRIDBOOK_TRY(statement.status());
    return JournalHead{};
}

Done writeBatch(Database &database, const BatchHeader &header, const QByteArray &digest)
{
    const QVariant root = header.root.isValid() ? QVariant(header.root.value()) : QVariant();
    const QVariant reason = header.reason.isEmpty() ? QVariant() : QVariant(header.reason);
    return database.execute(
        QStringLiteral("INSERT INTO batch (id, kind, title, who, machine, made_at, root, reason, hash) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {header.id.value(), header.kind, header.title, header.who, header.machine, header.madeAt, root, reason,
         Sealer::hash(digest + headerBytes(header))});
}

QByteArray chainChange(const QByteArray &digest, const QString &table, RowId row, const QString &op,
                       const QByteArray &before, const QByteArray &after)
{
    const QByteArray name = table.toUtf8();
    const QByteArray number = QByteArray::number(row);
    const QByteArray code = op.toUtf8();
    return Sealer::hash({digest, name, "\x1f", number, "\x1f", code, "\x1f", before, "\x1f", after});
}

Result<QList<BatchHeader>> readBatches(Database &database, int newest)
{
    GRIDBOOK_ASSIGN(
        Statement statement,
        Statement::prepare(database,
                           QStringLiteral("SELECT %1 FROM batch b ORDER BY b.id DESC LIMIT ?").arg(batchColumns)));
    GRIDBOOK_TRY(statement.run({newest}));
    QList<BatchHeader> batches;
    while (statement.next()) {
        batches.append(headerFrom(statement));
    }
    GRIDBOOK_TRY(statement.status());
    return batches;
}

Result<std::optional<BatchHeader>> readBatch(Database &database, BatchId batch)
{
    GRIDBOOK_ASSIGN(
        Statement statement,
        Statement::prepare(database, QStringLiteral("SELECT %1 FROM batch b WHERE b.id = ?").arg(batchColumns)));
    GRIDBOOK_TRY(statement.run({batch.value()}));
    if (statement.next()) {
        return std::optional(headerFrom(statement));
    }
    GRIDBOOK_TRY(statement.status());
    return std::optional<BatchHeader>();
}

Result<QList<Change>> readChanges(Database &database, BatchId batch)
{
    GRIDBOOK_ASSIGN(
        Statement statement,
        Statement::prepare(
            database,
            QStringLiteral(
                "SELECT tbl, row_id, op, before_json, after_json FROM change WHERE batch_id = ? ORDER BY id")));
    GRIDBOOK_TRY(statement.run({batch.value()}));
    QList<Change> changes;
    while (statement.next()) {
        changes.append({statement.text(0), statement.integer(1), changeOpFrom(statement.text(2)),
                        object(statement.text(3)), object(statement.text(4))});
    }
    GRIDBOOK_TRY(statement.status());
    return changes;
}

Result<QList<HistoryEntry>> readHistory(Database &database, const QString &table, RowId row)
{
    GRIDBOOK_ASSIGN(
        Statement statement,
        Statement::prepare(
            database,
            QStringLiteral(
                "SELECT %1, c.op, c.before_json, c.after_json FROM change c JOIN batch b ON b.id = c.batch_id "
                "WHERE c.tbl = ? AND c.row_id = ? ORDER BY c.id DESC")
                .arg(batchColumns)));
    GRIDBOOK_TRY(statement.run({table, row}));
    QList<HistoryEntry> history;
    while (statement.next()) {
        history.append(
            {headerFrom(statement),
             {table, row, changeOpFrom(statement.text(8)), object(statement.text(9)), object(statement.text(10))}});
    }
    GRIDBOOK_TRY(statement.status());
    return history;
}

Result<VerifiedJournal> verifyJournal(Database &database)
{
    VerifiedJournal verified;
    QStringList &findings = verified.findings;
    qint64 expected = 1;
    GRIDBOOK_TRY(walkChain(database, [&](const Link &link) -> Result<QByteArray> {
        const BatchHeader &header = link.header;
        if (header.id.value() != expected) {
            findings << QCoreApplication::translate("Journal", "Journal: batches %1 to %2 are missing.")
                            .arg(expected)
                            .arg(header.id.value() - 1);
        }
        expected = header.id.value() + 1;
        if (link.due != link.stored) {
            findings << QCoreApplication::translate("Journal",
                                                    "Journal: batch %1 (“%2”, %3) was changed outside this program.")
                            .arg(header.id.value())
                            .arg(header.title, header.madeAt);
        } else {
            verified.signatures.insert(header.id.value(), {header.who, header.madeAt});
        }
        return link.stored;
    }));
    return verified;
}

Result<QSet<qint64>> brokenBatches(Database &database)
{
    QSet<qint64> broken;
    GRIDBOOK_TRY(walkChain(database, [&](const Link &link) -> Result<QByteArray> {
        if (link.due != link.stored) {
            broken.insert(link.header.id.value());
        }
        return link.stored;
    }));
    return broken;
}

Done chainAnew(Database &database, const QSet<qint64> &broken)
{
    return walkChain(database, [&](const Link &link) -> Result<QByteArray> {
        if (link.due == link.stored || broken.contains(link.header.id.value())) {
            return link.stored;
        }
        GRIDBOOK_TRY(database.execute(QStringLiteral("UPDATE batch SET hash = ? WHERE id = ?"),
                                      {link.due, link.header.id.value()}));
        return link.due;
    });
}

} // namespace gridbook
