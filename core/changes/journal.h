#pragma once
// The journal: every batch and change, in order, chained by hash so that tampering with the file shows. Reading only;
// writing is the unit of work's.
#include "core/changes/changeset.h"
#include "core/storage/database.h"
#include <QHash>
#include <QSet>
#include <optional>

namespace gridbook {

struct BatchHeader
{
    BatchId id;
    QString kind;
    QString title;
    QString who;
    QString machine;
    QString madeAt; // ISO local time
    BatchId root;   // of an undo or redo; else invalid
    QString reason;
};

struct JournalHead
{
    BatchId lastBatch;
    QByteArray hash;
};

struct HistoryEntry
{
    BatchHeader batch;
    Change change;
};

Result<JournalHead> journalHead(Database &database);
Done writeBatch(Database &database, const BatchHeader &header, const QByteArray &digest);
QByteArray chainChange(const QByteArray &digest, const QString &table, RowId row, const QString &op,
                       const QByteArray &before, const QByteArray &after);

Result<QList<BatchHeader>> readBatches(Database &database, int newest); // newest first
Result<std::optional<BatchHeader>> readBatch(Database &database, BatchId batch);
Result<QList<Change>> readChanges(Database &database, BatchId batch); // in the order they were made
// All changes of one row, newest first.
Result<QList<HistoryEntry>> readHistory(Database &database, const QString &table, RowId row);

// A row that is not what the journal says; column is empty if the whole row is meant.
struct RowFinding
{
    enum class Kind { Changed, Unknown, Missing, Voided }; // Unknown: never journaled; Voided: removed or brought back
    Kind kind = Kind::Changed;
    QString table;
    RowId row = 0;
    QString column;
};

// Who made a batch, and when: what stands beside every row that it wrote.
struct Signature
{
    QString who;
    QString when;
};
using Signatures = QHash<qint64, Signature>; // by batch

// Plays the journal of a table and compares every row with it; who wrote a row and when with the batches that have a
// signature. Stops after limit findings.
Result<QList<RowFinding>> verifyRows(Database &database, const QString &table, const Signatures &signatures,
                                     int limit = 100);

// The chain recomputed from the first batch on.
struct VerifiedJournal
{
    QStringList findings;  // sentences that name what does not agree; empty: all is well
    Signatures signatures; // of the batches that agree: the others are no witnesses
};
Result<VerifiedJournal> verifyJournal(Database &database);
// The batches that do not agree with the chain.
Result<QSet<qint64>> brokenBatches(Database &database);
// Hashes every batch over its present content; those that were broken keep a hash that does not fit. Only for an
// upgrade that brings entries into another form (core/changes/sealing.h).
Done chainAnew(Database &database, const QSet<qint64> &broken);

} // namespace gridbook
