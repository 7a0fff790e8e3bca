#include "ui/places/buildingsdialog.h"
#include "core/registry/reader.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/editor.h"

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

constexpr qsizetype namesShown = 12;

Field field(const QString &id, FieldType type, const QString &zh, const QString &en)
{
    return Field::of(id, type, {zh, en});
}

QString list(const QStringList &names)
{
    return names.size() <= namesShown ? names.join(u'、')
                                      : QString(names.mid(0, namesShown - 1).join(u'、') + u" … " + names.last());
}

} // namespace

BuildingsDialog::BuildingsDialog(Workbench &workbench, RowId estate, QWidget *parent)
    : StepDialog(workbench, tr("Add buildings"), parent), m_estate(estate)
{
    addField(field(u"estate"_qs, FieldType::Reference, u"小区"_qs, u"Estate"_qs).refers(u"estate"_qs), true);
    addField(field(u"numbers"_qs, FieldType::Text, u"楼栋号，如1-10幢、12号楼"_qs, u"Buildings, such as 1-10幢"_qs),
             true);
    addField(field(u"grid"_qs, FieldType::Reference, u"划入网格"_qs, u"Into the grid"_qs).refers(u"grid"_qs));
    addField(field(u"day"_qs, FieldType::Date, u"划入日期"_qs, u"From this day on"_qs));
    addField(field(u"reason"_qs, FieldType::Text, u"备注"_qs, u"Note"_qs));
    if (estate != 0) {
        editor(u"estate"_qs)->setValue(estate);
        editor(u"estate"_qs)->setReadOnly(true);
    }
    refresh();
}

RowId BuildingsDialog::estate() const
{
    return m_estate != 0 ? m_estate : reference(u"estate"_qs);
}

QString BuildingsDialog::estateName() const
{
    return workbench().book().reader().title(u"estate"_qs, workbench().asOf(), estate()).valueOr({});
}

void BuildingsDialog::arrange()
{
    setShown(u"day"_qs, reference(u"grid"_qs) != 0);
}

Done BuildingsDialog::write(UnitOfWork &work)
{
    if (estate() == 0) {
        return Error{ErrorKind::Invalid, tr("Choose the estate."), {}};
    }
    if (text(u"numbers"_qs).trimmed().isEmpty()) {
        return Error{ErrorKind::Invalid, tr("Enter the numbers of the buildings."), {}};
    }
    GRIDBOOK_ASSIGN(m_added,
                    places::addBuildings(work, estate(), text(u"numbers"_qs), GridId(reference(u"grid"_qs)), day()));
    if (m_added.isEmpty()) {
        return Error{ErrorKind::Refused, tr("All of these buildings are in the book already."), {}};
    }
    return {};
}

QString BuildingsDialog::undoTitle() const
{
    return u"添加楼栋 %1 %2"_qs.arg(estateName(), text(u"numbers"_qs));
}

QString BuildingsDialog::verb() const
{
    const auto numbers = places::expandBuildings(text(u"numbers"_qs));
    return numbers && !numbers->isEmpty() ? tr("Add up to %n building(s)", nullptr, int(numbers->size())) : tr("Add");
}

QString BuildingsDialog::outlook()
{
    const auto numbers = places::expandBuildings(text(u"numbers"_qs));
    if (!numbers || numbers->isEmpty()) {
        return tr("Ranges and lists can be mixed: 1-10幢, or 1、3、5-7号楼.");
    }
    QString text = tr("%1. Those that the estate has already stay as they are.").arg(list(*numbers));
    if (const GridId grid(reference(u"grid"_qs)); grid.isValid() && estate() != 0) {
        const QString foreign = places::communityWarning(workbench().book().database(), {estate()}, grid).valueOr({});
        text += foreign.isEmpty() ? QString() : QString(u'\n' + foreign);
    }
    return text;
}

void BuildingsDialog::showResult()
{
    Query query;
    query.registry = u"building"_qs;
    query.asOf = workbench().asOf();
    for (const BuildingId building : std::as_const(m_added)) {
        query.only << building.value();
    }
    workbench().openList(query, tr("%1: buildings added").arg(estateName()));
}

} // namespace gridbook::ui
