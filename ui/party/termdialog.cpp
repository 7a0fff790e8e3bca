#include "ui/party/termdialog.h"
#include "core/base/isoday.h"
#include "core/base/partialdate.h"
#include "core/registry/reader.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/editor.h"

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

Field field(const QString &id, FieldType type, const QString &zh, const QString &en)
{
    return Field::of(id, type, {zh, en});
}

} // namespace

TermDialog::TermDialog(Workbench &workbench, RowId org, Step step, QWidget *parent)
    : StepDialog(workbench, workbench.book().reader().title(u"partyOrg"_qs, workbench.asOf(), org).valueOr({}), parent)
    , m_org(org)
    , m_step(step)
    , m_name(workbench.book().reader().title(u"partyOrg"_qs, workbench.asOf(), org).valueOr({}))
{
    if (step == Step::Begin) {
        addField(field(u"day"_qs, FieldType::Date, u"选举日期"_qs, u"Elected on"_qs), true);
        addField(field(u"years"_qs, FieldType::Integer, u"任期"_qs, u"Term"_qs).measured({u"年"_qs, u"years"_qs}));
        addField(field(u"method"_qs, FieldType::Code, u"选举方式"_qs, u"Method"_qs).codes(u"electionMethod"_qs));
        addField(field(u"document"_qs, FieldType::Text, u"批复文号"_qs, u"Approving document"_qs));
    } else {
        addField(field(u"until"_qs, FieldType::Date, u"延期(或提前)至"_qs, u"New end of the term"_qs), true);
        addField(field(u"document"_qs, FieldType::Text, u"批复文号"_qs, u"Approving document"_qs), true);
    }
    addField(field(u"reason"_qs, FieldType::Text, u"原因"_qs, u"Reason"_qs));
    refresh();
}

Result<party::TermStatus> TermDialog::now() const
{
    return party::termStatus(workbench().book().database(), m_org, workbench().asOf());
}

int TermDialog::years() const
{
    return text(u"years"_qs).toInt();
}

Done TermDialog::write(UnitOfWork &work)
{
    if (m_step == Step::Begin) {
        if (!day().isValid()) {
            return Error{ErrorKind::Invalid, tr("Enter the day of the election."), {}};
        }
        GRIDBOOK_ASSIGN(m_term, party::beginTerm(work, m_org,
                                                 {.elected = day(),
                                                  .years = years(),
                                                  .method = text(u"method"_qs),
                                                  .approvalDoc = text(u"document"_qs)}));
        return {};
    }
    GRIDBOOK_ASSIGN(const party::TermStatus running, now());
    GRIDBOOK_ASSIGN(const QString reason,
                    party::noTermReason(workbench().book().database(), m_org, workbench().asOf()));
    if (!reason.isEmpty()) {
        return Error{ErrorKind::Refused, reason, {}};
    }
    if (running.term == 0) {
        return Error{
            ErrorKind::Refused, tr("No term is on record whose end could be moved. Enter the election first."), {}};
    }
    m_term = running.term;
    return party::shiftTerm(work, running.term, PartialDate::fromIso(text(u"until"_qs)).firstDay(),
                            text(u"document"_qs), workbench().asOf());
}

QString TermDialog::undoTitle() const
{
    return u"%1 %2"_qs.arg(m_step == Step::Begin ? u"换届"_qs : u"届期延长或提前"_qs, m_name);
}

QString TermDialog::verb() const
{
    return m_step == Step::Begin ? tr("Begin the new term") : tr("Move the end");
}

// Before: what stands on record; after: what would.
QString TermDialog::outlook()
{
    const QDate from = m_step == Step::Begin && day().isValid() ? day() : workbench().asOf();
    if (!party::noTermReason(workbench().book().database(), m_org, from).valueOr({}).isEmpty()) {
        return {}; // why stands below; no term follows
    }
    const auto running = now();
    QStringList lines;
    if (running && running->term != 0) {
        lines << tr("Session %1 was elected on %2 and ends on %3 (%4).")
                     .arg(QString::number(running->session), iso(running->dates.elected), iso(running->due),
                          word(party::termStateTerm(running->state)));
    } else {
        lines << tr("No term is on record yet.");
    }
    if (m_step == Step::Shift && running && running->term != 0) {
        const QDate own = party::ownDueDate(running->dates);
        lines << tr("With approval its end may be moved to a day from %1 to %2.")
                     .arg(iso(own.addMonths(-12)), iso(own.addMonths(12)));
    }
    if (m_step == Step::Begin && day().isValid()) {
        int length = years();
        if (length == 0) {
            if (const auto facts = party::orgFacts(workbench().book().database(), m_org, day()); facts && *facts) {
                length = party::termYearsOn(workbench().book().database(), **facts, day()).valueOr(0);
            }
        }
        if (length > 0) {
            lines << tr("The new term lasts %n year(s), until %1.", nullptr, length).arg(iso(day().addYears(length)));
        }
    }
    return lines.join(u'\n');
}

void TermDialog::showResult()
{
    workbench().openRecord(u"orgTerm"_qs, m_term);
}

} // namespace gridbook::ui
