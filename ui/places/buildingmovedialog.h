#pragma once
// Moves one or several buildings to another grid from a day on, and shows before what it does to the households of
// every grid concerned and to the band.
#include "core/places/buildingmoves.h"
#include "ui/registry/stepdialog.h"

class QTableWidget;

namespace gridbook::ui {

class BuildingMoveDialog final : public StepDialog
{
    Q_OBJECT
public:
    BuildingMoveDialog(Workbench &workbench, const QList<RowId> &buildings, QWidget *parent = nullptr);
    [[nodiscard]] QTableWidget *effects() const { return m_effects; }

protected:
    Done write(UnitOfWork &work) override;
    [[nodiscard]] QString undoTitle() const override;
    [[nodiscard]] QString verb() const override;
    [[nodiscard]] QString outlook() override;

private:
    QList<BuildingId> m_buildings;
    QStringList m_names;
    QTableWidget *m_effects;
};

} // namespace gridbook::ui
