#include "ui/party/admitdialog.h"
#include "core/registry/reader.h"
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

Field field(const QString &id, FieldType type, const QString &zh, const QString &en)
{
    return Field::of(id, type, {zh, en});
}

QString nameOf(Workbench &workbench, PersonId person)
{
    return workbench.book().reader().title(u"person"_qs, workbench.asOf(), person.value()).valueOr({});
}

} // namespace

AdmitDialog::AdmitDialog(Workbench &workbench, RowId person, QWidget *parent)
    : StepDialog(workbench, tr("Put a person on the register of members"), parent)
    , m_person(person)
    , m_events(new QComboBox(this))
{
    auto *what = new QWidget(this);
    auto *column = new QVBoxLayout(what);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *label = new QLabel(tr("&How"), what); //: in which way somebody becomes a member here
    label->setBuddy(m_events);
    m_events->setAccessibleName(tr("How"));
    column->addWidget(label);
    column->addWidget(m_events);
    addField(field(u"person"_qs, FieldType::Reference, u"人员"_qs, u"Person"_qs).refers(u"person"_qs), true);
    addWidget(what);
    addField(field(u"day"_qs, FieldType::Date, u"生效日期"_qs, u"From this day on"_qs), true);
    addField(field(u"category"_qs, FieldType::Code, u"人员类别"_qs, u"Category"_qs).codes(u"memberCategory"_qs), true);
    const RegistrySpec &spec = *workbench.book().catalog().registry(u"member"_qs);
    addField(field(u"branch"_qs, FieldType::Reference, u"党支部"_qs, u"Branch"_qs)
                 .refers(u"partyOrg"_qs)
                 .among(spec.field(u"branch"_qs)->choice),
             true);
    addField(field(u"group"_qs, FieldType::Reference, u"党小组"_qs, u"Group"_qs)
                 .refers(u"partyOrg"_qs)
                 .among(spec.field(u"group"_qs)->choice));
    addField(field(u"grid"_qs, FieldType::Reference, u"网格"_qs, u"Grid"_qs).refers(u"grid"_qs));
    addField(field(u"joined"_qs, FieldType::Date, u"入党时间"_qs, u"Joined on"_qs));
    addField(field(u"confirmed"_qs, FieldType::Date, u"转正时间"_qs, u"Confirmed on"_qs));
    addField(field(u"from"_qs, FieldType::Text, u"从何处转来"_qs, u"Transferred from"_qs), true);
    addField(field(u"document"_qs, FieldType::Text, u"文号（介绍信号）"_qs, u"Document or letter number"_qs));
    addField(field(u"reason"_qs, FieldType::Text, u"原因"_qs, u"Reason"_qs));
    editor(u"category"_qs)->setValue(u"full"_qs);
    if (m_person.isValid()) {
        editor(u"person"_qs)->setValue(person);
        editor(u"person"_qs)->setReadOnly(true);
    }
    connect(m_events, &QComboBox::currentIndexChanged, this, &AdmitDialog::refresh);
    refresh();
}

PersonId AdmitDialog::person() const
{
    return m_person.isValid() ? m_person : PersonId(reference(u"person"_qs));
}

// The ways onto the register that the table allows for this person on that day.
void AdmitDialog::offer()
{
    QString state;
    if (person().isValid()) {
        Database &database = workbench().book().database();
        const auto member =
            database.scalar(u"SELECT id FROM member WHERE person_id = ? AND voided_at IS NULL"_qs, {person().value()});
        if (member && member->toLongLong() != 0) {
            const QDate at = day().isValid() ? day() : workbench().asOf();
            const auto situation = party::memberSituation(database, MemberId(member->toLongLong()), at);
            state = situation ? situation->state : QString();
        }
    }
    const QStringList allowed = party::standingMachine().possible(state);
    QStringList ways;
    for (const party::StandingEvent &each : party::standingEvents()) {
        if (each.effect == party::StandingEffect::Enter && allowed.contains(each.code)) {
            ways << each.code;
        }
    }
    if (ways == offered()) {
        return;
    }
    const QString chosen = chosenEvent();
    const QSignalBlocker quiet(m_events);
    m_events->clear();
    for (const QString &each : ways) {
        m_events->addItem(word(party::standingEvent(each)->term), each);
    }
    choose(chosen);
}

QStringList AdmitDialog::offered() const
{
    QStringList result;
    for (int i = 0; i < m_events->count(); ++i) {
        result << m_events->itemData(i).toString();
    }
    return result;
}

QString AdmitDialog::chosenEvent() const
{
    return m_events->currentData().toString();
}

void AdmitDialog::choose(const QString &event)
{
    if (const int at = m_events->findData(event); at >= 0) {
        m_events->setCurrentIndex(at);
    }
}

void AdmitDialog::arrange()
{
    offer();
    const party::StandingEvent *chosen = party::standingEvent(chosenEvent());
    const bool probation = chosen != nullptr && (chosen->kind == u"1" || chosen->kind == u"11");
    setShown(u"category"_qs, chosen != nullptr && !probation);
    setShown(u"joined"_qs, chosen != nullptr && !probation); // a developed member joins on the day itself
    setShown(u"confirmed"_qs, chosen != nullptr && !probation && text(u"category"_qs) == u"full");
    setShown(u"from"_qs, chosen != nullptr && !chosen->other.zh.isEmpty());
    setNeeded(u"document"_qs, chosen != nullptr && chosen->needsDocument);
}

Done AdmitDialog::write(UnitOfWork &work)
{
    if (!person().isValid()) {
        return Error{ErrorKind::Invalid, tr("Choose the person."), {}};
    }
    if (chosenEvent().isEmpty()) {
        return Error{ErrorKind::Refused, tr("On this day the person is on the register already."), {}};
    }
    GRIDBOOK_ASSIGN(
        m_member, party::admit(work, person(),
                               {.event = chosenEvent(),
                                .day = day(),
                                .place = {reference(u"branch"_qs), reference(u"group"_qs), reference(u"grid"_qs)},
                                .category = text(u"category"_qs),
                                .other = text(u"from"_qs),
                                .document = text(u"document"_qs),
                                .reason = text(u"reason"_qs),
                                .lostSince = {},
                                .lostReason = {}},
                               PartialDate::fromIso(text(u"joined"_qs)), PartialDate::fromIso(text(u"confirmed"_qs))));
    return {};
}

QString AdmitDialog::undoTitle() const
{
    const party::StandingEvent *chosen = party::standingEvent(chosenEvent());
    return u"%1 %2"_qs.arg(chosen == nullptr ? QString() : chosen->term.zh, nameOf(workbench(), person()));
}

QString AdmitDialog::verb() const
{
    const party::StandingEvent *chosen = party::standingEvent(chosenEvent());
    return chosen == nullptr ? tr("Apply") : word(chosen->term);
}

QString AdmitDialog::outlook()
{
    const party::StandingEvent *chosen = party::standingEvent(chosenEvent());
    return chosen == nullptr ? QString() : word(chosen->consequence);
}

void AdmitDialog::showResult()
{
    workbench().openRecord(u"member"_qs, m_member.value());
}

} // namespace gridbook::ui
