#include "ui/places/placeactions.h"
#include "ui/places/buildingmovedialog.h"
#include "ui/places/buildingsdialog.h"
#include "ui/places/griddialogs.h"

using namespace Qt::StringLiterals;

namespace gridbook::ui {

QList<RecordAction> placeActions()
{
    const auto gridStep = [](GridStepDialog::Step step) {
        return [step](Workbench &workbench, const QList<RowId> &ids) {
            openStep(new GridStepDialog(workbench, ids.first(), step, windowForDialogs()));
        };
    };
    return {
        {u"building.move"_qs,
         u"building"_qs,
         {u"划转到其他网格…"_qs, u"Move to another grid…"_qs},
         Glyph::Transfer,
         RecordAction::Needs::Some,
         [](Workbench &workbench, const QList<RowId> &ids) {
             openStep(new BuildingMoveDialog(workbench, ids, windowForDialogs()));
         }},
        {u"building.addRange"_qs,
         u"building"_qs,
         {u"批量添加楼栋(1-10幢)…"_qs, u"Add a range of buildings…"_qs},
         Glyph::Add,
         RecordAction::Needs::None,
         [](Workbench &workbench, const QList<RowId> &) {
             openStep(new BuildingsDialog(workbench, 0, windowForDialogs()));
         }},
        {u"estate.addBuildings"_qs,
         u"estate"_qs,
         {u"批量添加楼栋(1-10幢)…"_qs, u"Add a range of buildings…"_qs},
         Glyph::Add,
         RecordAction::Needs::One,
         [](Workbench &workbench, const QList<RowId> &ids) {
             openStep(new BuildingsDialog(workbench, ids.first(), windowForDialogs()));
         }},
        {u"grid.leader"_qs,
         u"grid"_qs,
         {u"任命网格长…"_qs, u"Appoint a leader…"_qs},
         Glyph::Person,
         RecordAction::Needs::One,
         gridStep(GridStepDialog::Step::AppointLeader)},
        {u"grid.close"_qs,
         u"grid"_qs,
         {u"撤销网格…"_qs, u"Close the grid…"_qs},
         Glyph::Void,
         RecordAction::Needs::One,
         gridStep(GridStepDialog::Step::Close)},
    };
}

} // namespace gridbook::ui
