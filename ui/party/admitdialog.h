#pragma once
// Puts a person of the book on the register of members: a relation that comes from elsewhere, a newly developed
// member, somebody who was there before. Which ways are open for the person, the table of standing says.
#include "core/party/membercommands.h"
#include "ui/registry/stepdialog.h"

class QComboBox;

namespace gridbook::ui {

class AdmitDialog final : public StepDialog
{
    Q_OBJECT
public:
    // person 0: chosen in the dialog.
    explicit AdmitDialog(Workbench &workbench, RowId person = 0, QWidget *parent = nullptr);
    [[nodiscard]] QStringList offered() const; // codes of events
    [[nodiscard]] QString chosenEvent() const;
    void choose(const QString &event);

protected:
    Done write(UnitOfWork &work) override;
    [[nodiscard]] QString undoTitle() const override;
    [[nodiscard]] QString verb() const override;
    [[nodiscard]] QString outlook() override;
    void arrange() override;
    void showResult() override;

private:
    void offer();
    [[nodiscard]] PersonId person() const;

    PersonId m_person;
    MemberId m_member; // that was made
    QComboBox *m_events;
};

} // namespace gridbook::ui
