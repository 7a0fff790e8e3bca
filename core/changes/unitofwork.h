#pragma once
// The only way to write. A unit of work is one transaction and becomes one batch of the journal:
//
//     open ──insert/update/voidRow──▶ rows + changes ──commit()──▶ ChangeSet ──▶ journal, windows, undo, history
//       └──────────────── destroyed without commit: nothing happened ────────────────┘
//
// Values are given in the clear; sealed columns are sealed here. An empty text is stored as null. An update carries the
// version of the row that the writer has seen; a lost race is ErrorKind::Conflict. Nothing is deleted: a row is voided.
#include "core/access/sealer.h"
#include "core/access/session.h"
#include "core/base/clock.h"
#include "core/base/uuidsequence.h"
#include "core/changes/changeset.h"
#include "core/changes/table.h"
#include "core/storage/inserter.h"
#include <memory>
#include <unordered_map>

namespace gridbook {

struct WriteContext
{
    Database &database;
    const Tables &tables;
    const Sealer &sealer;
    const Session &session;
    const Clock &clock;
};

class UnitOfWork
{
public:
    struct Purpose
    {
        QString kind;  // see ChangeSet::kind
        QString title; // for the undo menu and the history: "修改 张三"
        QString reason;
        BatchId root; // for undo and redo: the batch that is taken back or applied again
    };
    static Result<std::unique_ptr<UnitOfWork>> begin(const WriteContext &context, Purpose purpose);
    ~UnitOfWork();
    UnitOfWork(const UnitOfWork &) = delete;
    UnitOfWork &operator=(const UnitOfWork &) = delete;

    Result<RowId> insert(const QString &table, const QVariantMap &values);
    // The same in two halves: what can be done without the book (deriving, checking, sealing, the journal's words), and
    // the rest. The first half may run in any thread as long as this lives; references to rows that are not there yet
    // are set between.
    struct ReadyRow
    {
        QString table;
        QString uuid;
        QVariantMap stored; // by column
        QByteArray told;    // the same for the journal
        void refer(const QString &column, RowId to);
    };
    [[nodiscard]] Result<ReadyRow> ready(const QString &table, const QVariantMap &values) const;
    Result<RowId> insert(const ReadyRow &row);
    // seenVersion 0: whatever the version (only for rows read inside this unit of work). No difference: no change.
    Done update(const QString &table, RowId row, int seenVersion, const QVariantMap &values);
    Done voidRow(const QString &table, RowId row, int seenVersion, const QString &reason);
    // Applies a journaled change or, inverted, takes it back; Conflict if the row has changed since.
    Done replay(const Change &change, bool inverted);

    Result<ChangeSet> commit(); // an empty ChangeSet (batch 0) if nothing changed

    [[nodiscard]] Database &database() { return m_context.database; }
    [[nodiscard]] const Tables &tables() const { return m_context.tables; }
    [[nodiscard]] QDate today() const { return m_context.clock.today(); }
    [[nodiscard]] qsizetype count() const { return m_changeCount; }

private:
    UnitOfWork(const WriteContext &context, Purpose purpose);
    struct TableState;
    Result<TableState *> tableState(const QString &table);
    Result<Statement *> cached(const QString &sql);
    Result<QVariantMap> prepared(const TableSpec &table, const QVariantMap &values, const QString &uuid) const;
    Result<Inserter *> inserter(TableState &state, const QVariantMap &stored);
    Done journal(Change change);
    Done writeChange(const QString &table, RowId row, ChangeOp op, const QByteArray &before, const QByteArray &after);
    Done setVoided(const QString &table, RowId row, bool voided, const QString &reason, ChangeOp op);
    Error explain(const Error &error, const TableSpec &table) const;

    WriteContext m_context;
    Purpose m_purpose;
    UuidSequence m_uuids;
    QString m_now;
    QByteArray m_nowText; // as they are bound
    QByteArray m_userText;
    std::unique_ptr<Transaction> m_transaction;
    std::unordered_map<QString, std::unique_ptr<TableState>> m_tables;
    std::unordered_map<QString, Statement> m_statements; // addresses of its values stay
    std::unique_ptr<Inserter> m_journal;
    BatchId m_batch;
    QByteArray m_digest; // running hash of this batch
    qsizetype m_changeCount = 0;
    ChangeSet m_set;
};

// The place that a sealed value belongs to: its associated data.
QString sealedPlace(const QString &table, const QString &column, const QString &uuid);

} // namespace gridbook
