#pragma once
// Terms of a committee: 换届 begins the next session on the day of the election; 延期 or 提前 moves the end of the
// running one by a year at most, with the superior's approval.
#include "core/party/terms.h"
#include "ui/registry/stepdialog.h"

namespace gridbook::ui {

class TermDialog final : public StepDialog
{
    Q_OBJECT
public:
    enum class Step { Begin, Shift };
    TermDialog(Workbench &workbench, RowId org, Step step, QWidget *parent = nullptr);

protected:
    Done write(UnitOfWork &work) override;
    [[nodiscard]] QString undoTitle() const override;
    [[nodiscard]] QString verb() const override;
    [[nodiscard]] QString outlook() override;
    void showResult() override;

private:
    [[nodiscard]] Result<party::TermStatus> now() const;
    [[nodiscard]] int years() const;

    PartyOrgId m_org;
    Step m_step;
    QString m_name;
    RowId m_term = 0; // the one that was begun or shifted
};

} // namespace gridbook::ui
