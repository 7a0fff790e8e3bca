#pragma once
// The history of a record over all its parts, in words: who changed what, when, from which text to which text. A record
// can go back to what it was before any of these changes; going back is itself a change (a unit of work of kind
// "restore"), so nothing of the history is lost.
#include "core/changes/journal.h"
#include "core/changes/unitofwork.h"
#include "core/registry/valuetext.h"

namespace gridbook {

// One field of one change. The texts are written as lists write them: codes by their terms, references by their titles,
// protected values masked if the style says so.
struct FieldChange
{
    QString field; // its id in the registry; empty if only another registry shows this column
    Term label;
    QString before;
    QString after;
};

// What one batch did to one record.
struct RecordEvent
{
    BatchHeader batch;
    bool created = false;       // the record begins here; changes holds its first values
    bool voided = false;        // the record was taken out
    bool broughtBack = false;   // … and brought back
    bool canGoBack = false;     // the record existed before this batch
    QList<FieldChange> changes; // in the order of the registry's fields
};

// What one batch did, record by record, for the journal of the book.
struct RecordInBatch
{
    QString registry; // empty: a table that no registry shows
    RowId record = 0;
    Term kind; // 党员
    QString title;
    RecordEvent event;
};

class RecordHistory
{
public:
    // Everything is read through the reader, in its thread.
    RecordHistory(RegistryReader &reader, TextStyle style) : m_reader(reader), m_style(std::move(style)) {}

    // Newest first.
    Result<QList<RecordEvent>> events(const QString &registry, RowId record);
    // What restore() would do, from the text now to the text then; empty: the record is as it was.
    Result<QList<FieldChange>> restoration(const QString &registry, RowId record, BatchId before);
    // Brings all parts of the record back to what they were just before the batch.
    Done restore(UnitOfWork &work, const QString &registry, RowId record, BatchId before);
    // The records that a batch touched, in the order of the first touch; at most limit of them.
    Result<QList<RecordInBatch>> batch(const BatchHeader &header, int limit);

private:
    struct RowKey
    {
        QString table;
        RowId row = 0;
        friend bool operator==(const RowKey &, const RowKey &) = default;
        friend size_t qHash(const RowKey &key, size_t seed = 0) { return qHashMulti(seed, key.table, key.row); }
    };
    struct RowState
    {
        QJsonObject values; // as journaled
        bool exists = false;
        bool voided = false;
        [[nodiscard]] bool stands() const { return exists && !voided; }
        void apply(const Change &change);
    };
    struct Step // one change with what the row was before and after it
    {
        BatchHeader batch;
        Change change;
        RowState before;
        RowState after;
    };
    struct Restoration
    {
        QList<Step> voids, updates, returns;
        [[nodiscard]] QList<Step> all() const { return voids + updates + returns; }
    };

    Result<const RegistrySpec *> specOf(const QString &registry) const;
    Result<QHash<QString, QList<RowId>>> rowsOf(const RegistrySpec &spec, RowId record);
    Result<QList<Step>> steps(const RegistrySpec &spec, RowId record);
    Result<RowState> stateBefore(const Change &change, qint64 entry); // entry: its id in the journal
    Result<Restoration> plan(const RegistrySpec &spec, RowId record, BatchId before);
    QList<FieldChange> words(const RegistrySpec *spec, const QList<Step> &steps, QDate day);
    void addWords(QList<FieldChange> &words, const RegistrySpec *spec, const QString &table, const QJsonObject &before,
                  const QJsonObject &after, const RowState &row, const QStringList &columns, QDate day);
    void addFormerWords(QList<FieldChange> &words, const RegistrySpec *spec, const Step &step, QDate day);
    void sayFrom(QList<FieldChange> &words, qsizetype first, const RegistrySpec *spec, const Step &step,
                 const QList<Step> &together) const;
    [[nodiscard]] const Field *fieldOf(const RegistrySpec *spec, const QString &table, const QString &column,
                                       bool *isOwn) const;
    QString text(const Field &field, const QString &table, const QString &column, const QJsonValue &value,
                 const QString &uuid, QDate day);
    Result<QString> opened(const QString &table, const QString &column, const QJsonValue &value,
                           const QString &uuid) const;
    Result<QPair<const RegistrySpec *, RowId>> ownerOf(const QString &table, RowId row);

    RegistryReader &m_reader;
    TextStyle m_style;
    QHash<QString, QString> m_titles; // "registry|id|day" → title
};

} // namespace gridbook
