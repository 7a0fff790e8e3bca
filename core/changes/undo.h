#pragma once
// Undo and redo over everything, across sessions: the stacks are read from the journal. Undo applies the inverse of a
// batch through a new unit of work, so it is journaled too and history is never rewritten.
#include "core/changes/journal.h"
#include "core/changes/unitofwork.h"
#include <optional>

namespace gridbook {

class UndoStack
{
public:
    Done load(Database &database); // after opening a book
    void committed(const ChangeSet &set);

    [[nodiscard]] std::optional<BatchHeader> undoable() const; // the step that undo() takes back
    [[nodiscard]] std::optional<BatchHeader> redoable() const;

    Result<ChangeSet> undo(const WriteContext &context);
    Result<ChangeSet> redo(const WriteContext &context);
    // Takes back one batch out of turn (an import, say), however old; Conflict if something later stands on it.
    Result<ChangeSet> undoBatch(const WriteContext &context, BatchId batch);
    [[nodiscard]] bool isUndone(BatchId batch) const;

private:
    void apply(const BatchHeader &header);
    Result<ChangeSet> replayBatch(const WriteContext &context, const BatchHeader &header, bool inverted);
    QList<BatchHeader> m_done;   // oldest first
    QList<BatchHeader> m_undone; // the last one taken back is last
    QSet<BatchId> m_takenBack;   // also those that can no longer be done again
};

} // namespace gridbook
