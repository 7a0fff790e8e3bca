#include "ui/party/memberactiondialog.h"
#include "core/registry/reader.h"
#include "ui/registry/formeditors.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/editor.h"
#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

constexpr int namesShown = 3;

QString headingOf(Workbench &workbench, const QList<RowId> &members)
{
    QStringList names;
    for (const RowId id : members.mid(0, namesShown)) {
        names << workbench.book().reader().title(u"member"_qs, workbench.asOf(), id).valueOr({});
    }
    const QString list = names.join(u'、');
    return members.size() > namesShown
               ? MemberActionDialog::tr("%1 and others, %n member(s)", nullptr, int(members.size())).arg(list)
               : list;
}

Field lookupField(const QString &id, const Term &label, const QString &registry)
{
    return Field::of(id, FieldType::Reference, label).refers(registry);
}

} // namespace

MemberActionDialog::MemberActionDialog(Workbench &workbench, const QList<RowId> &members, const QString &event,
                                       QWidget *parent)
    : StepDialog(workbench, headingOf(workbench, members), parent), m_events(new QComboBox(this))
{
    for (const RowId id : members) {
        m_members << MemberId(id);
        m_names << workbench.book().reader().title(u"member"_qs, workbench.asOf(), id).valueOr({});
    }
    m_events->setAccessibleName(tr("What happens"));
    m_events->setMaxVisibleItems(24);
    auto *what = new QWidget(this);
    auto *column = new QVBoxLayout(what);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *label = new QLabel(tr("&What happens"), what);
    label->setBuddy(m_events);
    column->addWidget(label);
    column->addWidget(m_events);
    addWidget(what);
    addField(Field::of(u"day"_qs, FieldType::Date, {u"生效日期"_qs, u"From this day on"_qs}), true);
    addField(Field::of(u"category"_qs, FieldType::Code, {u"人员类别"_qs, u"Category"_qs}).codes(u"memberCategory"_qs),
             true);
    const RegistrySpec &spec = *workbench.book().catalog().registry(u"member"_qs);
    addField(
        lookupField(u"branch"_qs, {u"党支部"_qs, u"Branch"_qs}, u"partyOrg"_qs).among(spec.field(u"branch"_qs)->choice),
        true);
    addField(
        lookupField(u"group"_qs, {u"党小组"_qs, u"Group"_qs}, u"partyOrg"_qs).among(spec.field(u"group"_qs)->choice));
    addField(lookupField(u"grid"_qs, {u"网格"_qs, u"Grid"_qs}, u"grid"_qs));
    addField(Field::of(u"lostSince"_qs, FieldType::Date, {u"失去联系日期"_qs, u"Contact lost since"_qs}), true);
    addField(
        Field::of(u"lostReason"_qs, FieldType::Code, {u"失联情形"_qs, u"Circumstance"_qs}).codes(u"lostReason"_qs));
    addField(Field::of(u"from"_qs, FieldType::Text, {u"从何处转来"_qs, u"Transferred from"_qs}), true);
    addField(Field::of(u"to"_qs, FieldType::Text, {u"转往何处"_qs, u"Transferred to"_qs}), true);
    addField(Field::of(u"document"_qs, FieldType::Text, {u"文号（介绍信号）"_qs, u"Document or letter number"_qs}));
    addField(Field::of(u"reason"_qs, FieldType::Text, {u"原因"_qs, u"Reason"_qs}));
    editor(u"category"_qs)->setValue(u"full"_qs);
    offer();
    choose(event);
    connect(m_events, &QComboBox::currentIndexChanged, this, &MemberActionDialog::refresh);
    refresh();
}

// What the table allows for every one of them on that day. What is chosen stays chosen: on another day it may be
// impossible, and then that is said.
void MemberActionDialog::offer()
{
    const QDate at = day().isValid() ? day() : workbench().asOf();
    QStringList common;
    bool first = true;
    for (const MemberId member : m_members) {
        const auto situation = party::memberSituation(workbench().book().database(), member, at);
        const QStringList possible = situation ? party::possibleEvents(*situation) : QStringList();
        if (first) {
            common = possible;
        } else {
            common.removeIf([&](const QString &each) { return !possible.contains(each); });
        }
        first = false;
    }
    const QString chosen = chosenEvent();
    QStringList shown;
    for (const party::StandingEvent &each : party::standingEvents()) {
        if (common.contains(each.code) || each.code == chosen) {
            shown << each.code;
        }
    }
    if (shown == offered()) {
        return;
    }
    const QSignalBlocker quiet(m_events);
    m_events->clear();
    for (const QString &each : std::as_const(shown)) {
        m_events->addItem(word(party::standingEvent(each)->term), each);
    }
    choose(chosen);
}

QStringList MemberActionDialog::offered() const
{
    QStringList result;
    for (int i = 0; i < m_events->count(); ++i) {
        result << m_events->itemData(i).toString();
    }
    return result;
}

QString MemberActionDialog::chosenEvent() const
{
    return m_events->currentData().toString();
}

void MemberActionDialog::choose(const QString &event)
{
    if (const int at = m_events->findData(event); at >= 0) {
        m_events->setCurrentIndex(at);
    }
}

void MemberActionDialog::arrange()
{
    offer();
    const party::StandingEvent *chosen = party::standingEvent(chosenEvent());
    using enum party::StandingEffect;
    const auto is = [&](party::StandingEffect effect) { return chosen != nullptr && chosen->effect == effect; };
    const bool probation = chosen != nullptr && (chosen->kind == u"1" || chosen->kind == u"11");
    const bool asksOther = chosen != nullptr && !chosen->other.zh.isEmpty();
    setShown(u"category"_qs, is(Enter) && !probation);
    for (const QString &place : {u"branch"_qs, u"group"_qs, u"grid"_qs}) {
        setShown(place, is(Enter) || is(Relocate));
    }
    setShown(u"lostSince"_qs, chosenEvent() == u"markLost");
    setShown(u"lostReason"_qs, chosenEvent() == u"markLost");
    setShown(u"from"_qs, asksOther && is(Enter));
    setShown(u"to"_qs, asksOther && is(Leave));
    setShown(u"document"_qs, !is(Mark));
    setShown(u"reason"_qs, !is(Mark));
    setNeeded(u"document"_qs, chosen != nullptr && chosen->needsDocument);
    // A move starts from where the member is, so that changing the grid alone is one entry.
    if (is(Relocate) && m_filled != chosenEvent() && m_members.size() == 1) {
        const auto now = party::memberSituation(workbench().book().database(), m_members.first(), day());
        if (now && now->place) {
            editor(u"branch"_qs)->setValue(now->place->branch);
            if (now->place->group != 0) {
                editor(u"group"_qs)->setValue(now->place->group);
            }
            if (now->place->grid != 0) {
                editor(u"grid"_qs)->setValue(now->place->grid);
            }
        }
    }
    m_filled = chosenEvent();
}

party::MemberStep MemberActionDialog::step() const
{
    return {.event = chosenEvent(),
            .day = day(),
            .place = {reference(u"branch"_qs), reference(u"group"_qs), reference(u"grid"_qs)},
            .category = text(u"category"_qs),
            .other = QString(text(u"from"_qs) + text(u"to"_qs)),
            .document = text(u"document"_qs),
            .reason = text(u"reason"_qs),
            .lostSince = PartialDate::fromIso(text(u"lostSince"_qs)),
            .lostReason = text(u"lostReason"_qs)};
}

Done MemberActionDialog::write(UnitOfWork &work)
{
    if (chosenEvent().isEmpty()) {
        return Error{ErrorKind::Refused, tr("On this day there is no step that all of them could take."), {}};
    }
    for (const MemberId member : m_members) {
        GRIDBOOK_TRY(party::applyStep(work, member, step()));
    }
    return {};
}

QString MemberActionDialog::undoTitle() const
{
    const party::StandingEvent *chosen = party::standingEvent(chosenEvent());
    const QString what = chosen == nullptr ? QString() : chosen->term.zh;
    const QString names = m_names.mid(0, namesShown).join(u'、');
    return m_names.size() > namesShown ? u"%1 %2等%3人"_qs.arg(what, names).arg(m_names.size())
                                       : u"%1 %2"_qs.arg(what, names);
}

QString MemberActionDialog::verb() const
{
    const party::StandingEvent *chosen = party::standingEvent(chosenEvent());
    return chosen == nullptr ? tr("Apply") : word(chosen->term);
}

QString MemberActionDialog::outlook()
{
    const party::StandingEvent *chosen = party::standingEvent(chosenEvent());
    return chosen == nullptr ? QString() : word(chosen->consequence);
}

} // namespace gridbook::ui
