#include "ui/changes/undoactions.h"
#include "ui/shell/icons.h"
#include "ui/shell/workbench.h"
#include <QAction>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

UndoActions::UndoActions(Workbench &workbench, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_undo(new QAction(icon(Glyph::Undo), {}, this))
    , m_redo(new QAction(icon(Glyph::Redo), {}, this))
{
    // A field that is being edited takes these keys for its own text first.
    m_undo->setShortcuts(QKeySequence::Undo);
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    connect(m_undo, &QAction::triggered, this, [this] { run(true); });
    connect(m_redo, &QAction::triggered, this, [this] { run(false); });
    connect(&workbench.book().bus(), &ChangeBus::changed, this, &UndoActions::refresh);
    refresh();
}

QString UndoActions::undoTitle() const
{
    const auto step = m_workbench.book().undoStack().undoable();
    return step ? step->title : QString();
}

void UndoActions::refresh()
{
    Book &book = m_workbench.book();
    const auto undoable = book.undoStack().undoable();
    const auto redoable = book.undoStack().redoable();
    m_undo->setEnabled(undoable.has_value() && !book.isReadOnly());
    m_redo->setEnabled(redoable.has_value() && !book.isReadOnly());
    m_undo->setText(undoable ? tr("Undo: %1").arg(undoable->title) : tr("Undo"));
    m_redo->setText(redoable ? tr("Redo: %1").arg(redoable->title) : tr("Redo"));
    m_undo->setIconText(tr("Undo"));
    m_redo->setIconText(tr("Redo"));
}

void UndoActions::run(bool undo)
{
    const auto done = undo ? m_workbench.book().undo() : m_workbench.book().redo();
    if (!done) {
        m_workbench.report(done.error());
    } else {
        m_workbench.tell((undo ? tr("Taken back: %1") : tr("Done again: %1")).arg(done->title));
    }
    refresh();
}

} // namespace gridbook::ui
