#include "ui/places/griddialogs.h"
#include "core/registry/reader.h"
#include "ui/shell/workbench.h"

using namespace Qt::StringLiterals;

namespace gridbook::ui {

GridStepDialog::GridStepDialog(Workbench &workbench, RowId grid, Step step, QWidget *parent)
    : StepDialog(workbench, workbench.book().reader().title(u"grid"_qs, workbench.asOf(), grid).valueOr({}), parent)
    , m_grid(grid)
    , m_step(step)
    , m_name(workbench.book().reader().title(u"grid"_qs, workbench.asOf(), grid).valueOr({}))
{
    if (step == Step::AppointLeader) {
        addField(
            Field::of(u"person"_qs, FieldType::Reference, {u"新任网格长"_qs, u"New leader"_qs}).refers(u"person"_qs),
            true);
    }
    addField(Field::of(u"day"_qs, FieldType::Date, {u"生效日期"_qs, u"From this day on"_qs}), true);
    addField(Field::of(u"reason"_qs, FieldType::Text, {u"备注"_qs, u"Note"_qs}));
    refresh();
}

Done GridStepDialog::write(UnitOfWork &work)
{
    if (m_step == Step::Close) {
        return places::closeGrid(work, m_grid, day());
    }
    const PersonId person(reference(u"person"_qs));
    if (!person.isValid()) {
        return Error{ErrorKind::Invalid, tr("Choose the person."), {}};
    }
    return places::appointLeader(work, m_grid, person, day(), text(u"reason"_qs));
}

QString GridStepDialog::undoTitle() const
{
    return u"%1 %2"_qs.arg(m_step == Step::Close ? u"撤销网格"_qs : u"任命网格长"_qs, m_name);
}

QString GridStepDialog::verb() const
{
    return m_step == Step::Close ? tr("Close the grid") : tr("Appoint");
}

QString GridStepDialog::outlook()
{
    return m_step == Step::Close
               ? tr("The grid is closed from that day on and its posts end; its code is never used again.")
               : tr("The post of the leader before ends on that day.");
}

} // namespace gridbook::ui
