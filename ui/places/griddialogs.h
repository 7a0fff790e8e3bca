#pragma once
// Steps of one grid: a new leader, the closing of the grid.
#include "core/places/gridcommands.h"
#include "ui/registry/stepdialog.h"

namespace gridbook::ui {

class GridStepDialog final : public StepDialog
{
    Q_OBJECT
public:
    enum class Step { AppointLeader, Close };
    GridStepDialog(Workbench &workbench, RowId grid, Step step, QWidget *parent = nullptr);

protected:
    Done write(UnitOfWork &work) override;
    [[nodiscard]] QString undoTitle() const override;
    [[nodiscard]] QString verb() const override;
    [[nodiscard]] QString outlook() override;

private:
    GridId m_grid;
    Step m_step;
    QString m_name;
};

} // namespace gridbook::ui
