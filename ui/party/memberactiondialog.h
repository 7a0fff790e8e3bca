#pragma once
// What happens to one or several members from a day on: transfer, move, confirmation, death, stopped membership … The
// events, what each asks and what follows come from the table of standing; only those are offered that the table
// allows.
#include "core/party/membercommands.h"
#include "ui/registry/stepdialog.h"

class QComboBox;

namespace gridbook::ui {

class MemberActionDialog final : public StepDialog
{
    Q_OBJECT
public:
    // event: chosen at the start if it is possible; empty: the first that is.
    MemberActionDialog(Workbench &workbench, const QList<RowId> &members, const QString &event = {},
                       QWidget *parent = nullptr);
    [[nodiscard]] QStringList offered() const; // codes of events
    [[nodiscard]] QString chosenEvent() const;
    void choose(const QString &event);

protected:
    Done write(UnitOfWork &work) override;
    [[nodiscard]] QString undoTitle() const override;
    [[nodiscard]] QString verb() const override;
    [[nodiscard]] QString outlook() override;
    void arrange() override;

private:
    void offer();
    [[nodiscard]] party::MemberStep step() const;

    QList<MemberId> m_members;
    QStringList m_names;
    QComboBox *m_events;
    QString m_filled; // the event whose fields were filled in
};

} // namespace gridbook::ui
