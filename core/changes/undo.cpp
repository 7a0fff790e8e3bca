#include "core/changes/undo.h"
#include <QCoreApplication>

namespace gridbook {

namespace {
constexpr int remembered = 2000; // batches that undo can reach after the book was opened
}

Done UndoStack::load(Database &database)
{
    m_done.clear();
    m_undone.clear();
    m_takenBack.clear();
    GRIDBOOK_ASSIGN(QList<BatchHeader> batches, readBatches(database, remembered));
    for (auto it = batches.crbegin(); it != batches.crend(); ++it) {
        apply(*it);
    }
    return {};
}

void UndoStack::committed(const ChangeSet &set)
{
    if (set.batch.isValid()) {
        apply({set.batch, set.kind, set.title, set.who, {}, set.when.toString(Qt::ISODate), {}, set.reason});
    }
}

// Walks the journal forwards: an undo moves its root from done to undone, a redo back, anything else clears the redo
// side.
void UndoStack::apply(const BatchHeader &header)
{
    if (header.kind == u"stamp") {
        return; // touches no record, so what was done before it can still be taken back
    }
    const auto moveRoot = [&](QList<BatchHeader> &from, QList<BatchHeader> &to) {
        const auto it =
            std::find_if(from.begin(), from.end(), [&](const BatchHeader &each) { return each.id == header.root; });
        if (it != from.end()) {
            const BatchHeader root = *it;
            from.erase(it);
            to.append(root);
        }
    };
    if (header.kind == u"undo") {
        moveRoot(m_done, m_undone);
        m_takenBack.insert(header.root);
    } else if (header.kind == u"redo") {
        moveRoot(m_undone, m_done);
        m_takenBack.remove(header.root);
    } else {
        m_done.append(header);
        m_undone.clear();
    }
}

std::optional<BatchHeader> UndoStack::undoable() const
{
    // What made the book (setting up, demonstration) or brought it up to date is not a step that a user took.
    if (m_done.isEmpty() || m_done.last().kind == u"create" || m_done.last().kind == u"upgrade") {
        return std::nullopt;
    }
    return m_done.last();
}

std::optional<BatchHeader> UndoStack::redoable() const
{
    return m_undone.isEmpty() ? std::nullopt : std::optional(m_undone.last());
}

bool UndoStack::isUndone(BatchId batch) const
{
    return m_takenBack.contains(batch);
}

Result<ChangeSet> UndoStack::undo(const WriteContext &context)
{
    const auto step = undoable();
    if (!step) {
        return Error{ErrorKind::NotFound, QCoreApplication::translate("Undo", "There is nothing to undo."), {}};
    }
    return replayBatch(context, *step, true);
}

Result<ChangeSet> UndoStack::redo(const WriteContext &context)
{
    const auto step = redoable();
    if (!step) {
        return Error{ErrorKind::NotFound, QCoreApplication::translate("Undo", "There is nothing to redo."), {}};
    }
    return replayBatch(context, *step, false);
}

Result<ChangeSet> UndoStack::undoBatch(const WriteContext &context, BatchId batch)
{
    if (isUndone(batch)) {
        return Error{ErrorKind::NotFound, QCoreApplication::translate("Undo", "This step was already taken back."), {}};
    }
    GRIDBOOK_ASSIGN(const std::optional<BatchHeader> header, readBatch(context.database, batch));
    if (!header) {
        return Error{ErrorKind::NotFound, QCoreApplication::translate("Undo", "There is no such step in the journal."),
                     QString::number(batch.value())};
    }
    if (header->kind == u"undo" || header->kind == u"redo") {
        return Error{ErrorKind::Refused,
                     QCoreApplication::translate("Undo", "This step is itself an undo or a redo. Choose the step that "
                                                         "it belongs to."),
                     {}};
    }
    if (header->kind == u"upgrade" || header->kind == u"stamp") {
        return Error{
            ErrorKind::Refused,
            QCoreApplication::translate("Undo", "The program brought the book up to date; that cannot be taken back."),
            {}};
    }
    return replayBatch(context, *header, true);
}

Result<ChangeSet> UndoStack::replayBatch(const WriteContext &context, const BatchHeader &header, bool inverted)
{
    GRIDBOOK_ASSIGN(const QList<Change> changes, readChanges(context.database, header.id));
    GRIDBOOK_ASSIGN(
        auto work,
        UnitOfWork::begin(context,
                          {inverted ? QStringLiteral("undo") : QStringLiteral("redo"), header.title, {}, header.id}));
    const qsizetype count = changes.size();
    for (qsizetype i = 0; i < count; ++i) {
        GRIDBOOK_TRY(work->replay(changes.at(inverted ? count - 1 - i : i), inverted));
    }
    GRIDBOOK_ASSIGN(ChangeSet set, work->commit());
    apply({set.batch, set.kind, set.title, set.who, {}, set.when.toString(Qt::ISODate), header.id, {}});
    return set;
}

} // namespace gridbook
