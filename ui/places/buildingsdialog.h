#pragma once
// Adds the buildings of an estate as people write them ("1-10幢", "1、3、5-7号楼"), into a grid if one is given; those
// that are there already stay as they are.
#include "core/places/buildingmoves.h"
#include "ui/registry/stepdialog.h"

namespace gridbook::ui {

class BuildingsDialog final : public StepDialog
{
    Q_OBJECT
public:
    // estate 0: chosen in the dialog.
    explicit BuildingsDialog(Workbench &workbench, RowId estate = 0, QWidget *parent = nullptr);

protected:
    Done write(UnitOfWork &work) override;
    [[nodiscard]] QString undoTitle() const override;
    [[nodiscard]] QString verb() const override;
    [[nodiscard]] QString outlook() override;
    void arrange() override;
    void showResult() override;

private:
    [[nodiscard]] RowId estate() const;
    [[nodiscard]] QString estateName() const;

    RowId m_estate;
    QList<BuildingId> m_added;
};

} // namespace gridbook::ui
