#pragma once
// The journal of the whole book as a list, newest first: what was done when, by whom, and how many changes it made.
#include "core/changes/journal.h"
#include <QDate>

namespace gridbook {

struct BatchFilter
{
    QString text = {};      // in the title, the name of who did it, or the reason
    QStringList kinds = {}; // empty: all; see ChangeSet::kind
    QDate from = {};        // inclusive; invalid: open
    QDate until = {};       // inclusive; invalid: open
};

struct BatchLine
{
    BatchHeader header;
    qint64 changes = 0;
};

// Up to limit lines older than the batch before (invalid: from the newest on).
Result<QList<BatchLine>> listBatches(Database &database, const BatchFilter &filter, BatchId before, int limit);

// Later batches that changed the same rows, oldest first: what stands in the way of taking the batch back.
Result<QList<BatchHeader>> batchesOnTopOf(Database &database, BatchId batch, int limit);

} // namespace gridbook
