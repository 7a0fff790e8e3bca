#pragma once
// Undo and redo of the book as actions for menus, the top bar and shortcuts. They say what they will take back.
#include <QObject>

class QAction;

namespace gridbook::ui {

class Workbench;

class UndoActions final : public QObject
{
    Q_OBJECT
public:
    explicit UndoActions(Workbench &workbench, QObject *parent = nullptr);
    [[nodiscard]] QAction *undo() const { return m_undo; }
    [[nodiscard]] QAction *redo() const { return m_redo; }
    // The step that undo would take back, for the status line; empty if there is none.
    [[nodiscard]] QString undoTitle() const;
    void refresh();

private:
    void run(bool undo);

    Workbench &m_workbench;
    QAction *m_undo;
    QAction *m_redo;
};

} // namespace gridbook::ui
