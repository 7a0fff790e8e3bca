#pragma once
// A step that takes effect from a day on: asks what it must know, says what follows and what stands in the way, writes
// it as one undo step. What stands in the way is found by doing it and letting go: the rules are those of the commands
// and are written nowhere else.
#include "core/changes/unitofwork.h"
#include "core/registry/spec.h"
#include <QDialog>

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace gridbook::ui {

class DateEditor;
class Editor;
class FieldRow;
class MessageBar;
class Paragraph;
class Workbench;

class StepDialog : public QDialog
{
    Q_OBJECT
public:
    StepDialog(Workbench &workbench, const QString &heading, QWidget *parent);

    [[nodiscard]] Editor *editor(const QString &fieldId) const; // null: not asked
    [[nodiscard]] QPushButton *applyButton() const { return m_apply; }
    [[nodiscard]] QString consequence() const;
    [[nodiscard]] QString complaint() const; // why it cannot be done as it stands; empty: it can

public Q_SLOTS:
    void apply();

Q_SIGNALS:
    void applied();

protected:
    void showEvent(QShowEvent *event) override;
    // Writes the step; called once to try and once in earnest.
    virtual Done write(UnitOfWork &work) = 0;
    [[nodiscard]] virtual QString undoTitle() const = 0;   // "转出 王小明": for undo and the history, in Chinese
    [[nodiscard]] virtual QString verb() const = 0;        // on the button
    [[nodiscard]] virtual QString outlook() { return {}; } // what follows; shown above the buttons
    virtual void showResult() {} // after it is written and the dialog closed: opens what came of it
    virtual void arrange() {}    // shows the fields that the present choice asks for

    // The editor of a field in a row of its own; two rows stand side by side. The day is called "day".
    Editor *addField(const Field &field, bool required = false);
    void addWidget(QWidget *widget); // over the whole width
    void setShown(const QString &fieldId, bool shown);
    void setNeeded(const QString &fieldId, bool needed);      // shows the star
    [[nodiscard]] QString text(const QString &fieldId) const; // empty when not shown
    [[nodiscard]] RowId reference(const QString &fieldId) const;
    [[nodiscard]] QDate day() const;
    [[nodiscard]] Workbench &workbench() const { return m_workbench; }
    [[nodiscard]] QString word(const Term &term) const;
    void refresh(); // at the end of the subclass's constructor, and whenever something was entered

private:
    Done attempt(bool keep);
    // What was typed and means nothing: it must not be taken for an empty field.
    [[nodiscard]] QString unread() const;

    Workbench &m_workbench;
    QGridLayout *m_fields;
    MessageBar *m_messages;
    Paragraph *m_outlook;
    Paragraph *m_complaint;
    QPushButton *m_apply;
    struct Cell
    {
        QWidget *widget = nullptr;
        bool wide = false;
    };
    void pack();
    QHash<QString, FieldRow *> m_rows;
    QList<Cell> m_cells; // in the order in which they were added
};

// Opens it over the window that is active; it deletes itself when closed.
void openStep(StepDialog *dialog);
QWidget *windowForDialogs();

} // namespace gridbook::ui
