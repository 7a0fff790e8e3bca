#include "ui/places/buildingmovedialog.h"
#include "core/registry/reader.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/editor.h"
#include <QHeaderView>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

QString numberOrDash(const std::optional<int> &number)
{
    return number ? QString::number(*number) : u"—"_qs;
}

} // namespace

BuildingMoveDialog::BuildingMoveDialog(Workbench &workbench, const QList<RowId> &buildings, QWidget *parent)
    : StepDialog(workbench, tr("Move %n building(s) to another grid", nullptr, int(buildings.size())), parent)
    , m_effects(new QTableWidget(0, 4, this))
{
    for (const RowId id : buildings) {
        m_buildings << BuildingId(id);
        m_names << workbench.book().reader().title(u"building"_qs, workbench.asOf(), id).valueOr({});
    }
    addField(Field::of(u"grid"_qs, FieldType::Reference, {u"划入网格"_qs, u"To the grid"_qs}).refers(u"grid"_qs), true);
    addField(Field::of(u"day"_qs, FieldType::Date, {u"生效日期"_qs, u"From this day on"_qs}), true);
    addField(Field::of(u"reason"_qs, FieldType::Text, {u"原因"_qs, u"Reason"_qs}));
    m_effects->setHorizontalHeaderLabels({tr("Grid"), tr("Buildings"), tr("Resident households"), tr("Remark")});
    m_effects->setAccessibleName(tr("What changes in the grids"));
    m_effects->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_effects->setTabKeyNavigation(false);
    m_effects->verticalHeader()->hide();
    m_effects->verticalHeader()->setDefaultSectionSize(currentTheme().metrics.rowHeight);
    m_effects->horizontalHeader()->setStretchLastSection(true);
    m_effects->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_effects->setColumnWidth(0, 170); // with the community
    m_effects->setColumnWidth(1, 80);
    m_effects->setColumnWidth(2, 120);
    m_effects->setMinimumHeight(190);
    addWidget(m_effects);
    refresh();
}

QString BuildingMoveDialog::outlook()
{
    m_effects->setRowCount(0);
    const GridId to(reference(u"grid"_qs));
    if (!to.isValid() || !day().isValid()) {
        return m_names.join(u'、');
    }
    const auto effects = places::effectOfMove(workbench().book().database(), m_buildings, to, day());
    if (!effects) {
        return m_names.join(u'、');
    }
    for (const places::GridEffect &each : *effects) {
        const int row = m_effects->rowCount();
        m_effects->insertRow(row);
        const QStringList cells{
            each.name, u"%1 → %2"_qs.arg(each.buildingsBefore).arg(each.buildingsAfter),
            u"%1 → %2"_qs.arg(numberOrDash(each.householdsBefore), numberOrDash(each.householdsAfter)), each.warning};
        for (int column = 0; column < cells.size(); ++column) {
            auto *item = new QTableWidgetItem(cells.at(column));
            item->setToolTip(cells.at(column));
            m_effects->setItem(row, column, item);
        }
    }
    m_effects->resizeRowsToContents(); // remarks may take several lines
    return tr("%1. Counts of earlier days stay as they are.").arg(m_names.join(u'、'));
}

Done BuildingMoveDialog::write(UnitOfWork &work)
{
    const GridId to(reference(u"grid"_qs));
    if (!to.isValid()) {
        return Error{ErrorKind::Invalid, tr("Choose the grid that they go to."), {}};
    }
    return places::moveBuildings(work, m_buildings, to, day());
}

QString BuildingMoveDialog::undoTitle() const
{
    return u"划转楼栋 %1"_qs.arg(m_names.size() > 3 ? QString(m_names.mid(0, 3).join(u'、') + u"等"_qs)
                                                    : m_names.join(u'、'));
}

QString BuildingMoveDialog::verb() const
{
    return tr("Move %n building(s)", nullptr, int(m_buildings.size()));
}

} // namespace gridbook::ui
