#include "core/party/terms.h"
#include "core/base/isoday.h"
#include "core/base/partialdate.h"
#include "core/changes/datedrows.h"
#include "core/changes/formervalues.h"
#include "core/rules/rules.h"
#include <QCoreApplication>

namespace gridbook::party {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Terms)
};

constexpr int longestShift = 12; // months
constexpr int reminderSteps[] = {6, 3, 1, 0};

QDate dayOf(const QVariant &stored)
{
    return PartialDate::fromIso(stored.toString()).firstDay();
}

TermDates datesOf(const QVariantMap &row)
{
    return {dayOf(row.value(u"elected_on"_qs)), row.value(u"term_years"_qs).toInt(),
            dayOf(row.value(u"shifted_until"_qs)), dayOf(row.value(u"ended_on"_qs))};
}

} // namespace

QDate ownDueDate(const TermDates &dates)
{
    return dates.elected.addYears(dates.years);
}

QDate dueDate(const TermDates &dates)
{
    return dates.shiftedUntil.isValid() ? dates.shiftedUntil : ownDueDate(dates);
}

bool mayShiftTo(QDate ownDue, QDate until)
{
    return until.isValid() && until >= ownDue.addMonths(-longestShift) && until <= ownDue.addMonths(longestShift);
}

int monthsBetween(QDate from, QDate to)
{
    if (to < from) {
        return -monthsBetween(to, from);
    }
    int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    if (from.addMonths(months) > to) {
        --months;
    }
    return months;
}

TermState termState(const TermDates &dates, QDate day, int reminderMonths)
{
    if (!dates.elected.isValid() || day < dates.elected || (dates.ended.isValid() && day >= dates.ended)) {
        return TermState::Missing;
    }
    const QDate due = dueDate(dates);
    if (day > due) {
        return TermState::Overdue;
    }
    if (day > ownDueDate(dates)) {
        return TermState::Extended;
    }
    return day >= due.addMonths(-reminderMonths) ? TermState::Due : TermState::Running;
}

QList<QDate> reminderDays(QDate due)
{
    QList<QDate> days;
    for (const int months : reminderSteps) {
        days << due.addMonths(-months);
    }
    return days;
}

std::optional<int> reminderOn(QDate due, QDate day)
{
    std::optional<int> result;
    for (const int months : reminderSteps) {
        if (day >= due.addMonths(-months)) {
            result = months;
        }
    }
    return result;
}

Term termStateTerm(TermState state)
{
    switch (state) {
    case TermState::None:
        return {u"无届期"_qs, u"no term"_qs};
    case TermState::Running:
        return {u"任期中"_qs, u"running"_qs};
    case TermState::Due:
        return {u"六个月内届满"_qs, u"ends within six months"_qs};
    case TermState::Overdue:
        return {u"超期"_qs, u"overdue"_qs};
    case TermState::Extended:
        return {u"延期"_qs, u"extended"_qs};
    case TermState::Missing:
        return {u"缺届期"_qs, u"no term on record"_qs};
    }
    return {};
}

// 支部工作条例（试行）: a group has a leader and no committee, the leaders of a temporary branch are appointed.
// 工作机关条例: a working committee is an agency of the committee above and appointed by it.
QString noTermReason(const OrgFacts &org)
{
    if (hasTerm(org.type)) {
        return {};
    }
    if (org.type == u"group") {
        return Texts::tr("“%1” is a Party group: it has a leader and no committee, so it has no term. The term is that "
                         "of its branch.")
            .arg(org.shortName);
    }
    if (org.type == u"workCommittee" || org.type == u"temporaryBranch") {
        return Texts::tr("The superior appoints who leads “%1”; it is not elected for a term.").arg(org.shortName);
    }
    return Texts::tr("“%1” is a functional organisation: it holds no relations of members and elects no committee.")
        .arg(org.shortName);
}

Result<QString> noTermReason(Database &database, PartyOrgId org, QDate day)
{
    GRIDBOOK_ASSIGN(const std::optional<OrgFacts> facts, orgFacts(database, org, day));
    return facts ? noTermReason(*facts) : Texts::tr("The organisation does not exist on %1.").arg(iso(day));
}

Result<int> termYearsOn(Database &database, const OrgFacts &org, QDate day)
{
    const bool longer = org.category.isEmpty() || org.category == u"community" || org.type == u"committee";
    GRIDBOOK_ASSIGN(const double years,
                    rules::number(database, longer ? u"term.communityYears"_qs : u"term.branchYears"_qs, day));
    return int(years);
}

Result<TermStatus> termStatus(Database &database, PartyOrgId org, QDate day)
{
    GRIDBOOK_ASSIGN(const std::optional<OrgFacts> facts, orgFacts(database, org, day));
    TermStatus status;
    if (!facts || !hasTerm(facts->type)) {
        return status;
    }
    status.state = TermState::Missing;
    GRIDBOOK_ASSIGN(
        const QVariant id,
        database.scalar(u"SELECT id FROM org_term WHERE org_id = ? AND voided_at IS NULL AND elected_on <= ? "
                        "ORDER BY session DESC LIMIT 1"_qs,
                        {org.value(), iso(day)}));
    if (id.toLongLong() == 0) {
        return status;
    }
    GRIDBOOK_ASSIGN(const QVariantMap row, storedRow(database, u"org_term"_qs, id.toLongLong()));
    GRIDBOOK_ASSIGN(const double reminder, rules::number(database, u"term.reminderMonths"_qs, day));
    status.term = id.toLongLong();
    status.session = row.value(u"session"_qs).toInt();
    status.dates = datesOf(row);
    status.due = dueDate(status.dates);
    status.months = monthsBetween(day, status.due);
    status.state = termState(status.dates, day, int(reminder));
    return status;
}

Result<RowId> beginTerm(UnitOfWork &work, PartyOrgId org, const NewTerm &term)
{
    GRIDBOOK_ASSIGN(const std::optional<OrgFacts> facts, orgFacts(work.database(), org, term.elected));
    GRIDBOOK_ASSIGN(const QString reason, noTermReason(work.database(), org, term.elected));
    if (!facts || !reason.isEmpty()) {
        return Error{ErrorKind::Refused, reason, {}};
    }
    GRIDBOOK_ASSIGN(const QVariant lastId,
                    work.database().scalar(u"SELECT id FROM org_term WHERE org_id = ? AND voided_at IS NULL ORDER BY "
                                           "session DESC LIMIT 1"_qs,
                                           {org.value()}));
    int session = 1;
    if (lastId.toLongLong() != 0) {
        GRIDBOOK_ASSIGN(const QVariantMap last, storedRow(work.database(), u"org_term"_qs, lastId.toLongLong()));
        const TermDates dates = datesOf(last);
        if (dates.elected >= term.elected) {
            return Error{
                ErrorKind::Refused,
                Texts::tr("The term before was elected on %1; the next one must lie later.").arg(iso(dates.elected)),
                {}};
        }
        session = last.value(u"session"_qs).toInt() + 1;
        if (!dates.ended.isValid()) {
            GRIDBOOK_TRY(work.update(u"org_term"_qs, lastId.toLongLong(), 0, {{u"ended_on"_qs, term.elected}}));
        }
    }
    int years = term.years;
    if (years == 0) {
        GRIDBOOK_ASSIGN(years, termYearsOn(work.database(), *facts, term.elected));
    }
    return work.insert(u"org_term"_qs, {{u"org_id"_qs, org.value()},
                                        {u"session"_qs, session},
                                        {u"elected_on"_qs, term.elected},
                                        {u"term_years"_qs, years},
                                        {u"method"_qs, term.method},
                                        {u"approval_doc"_qs, term.approvalDoc}});
}

Done shiftTerm(UnitOfWork &work, RowId term, QDate until, const QString &document, QDate from)
{
    GRIDBOOK_ASSIGN(const QVariantMap row, storedRow(work.database(), u"org_term"_qs, term));
    const TermDates dates = datesOf(row);
    const QDate own = ownDueDate(dates);
    if (document.trimmed().isEmpty()) {
        return Error{
            ErrorKind::Invalid, Texts::tr("An early or late change needs the number of the approving document."), {}};
    }
    if (until <= dates.elected || !mayShiftTo(own, until)) {
        return Error{ErrorKind::Refused,
                     Texts::tr("The term ends on %1; it may be shifted by 12 months at most, to a day from %2 to %3.")
                         .arg(iso(own), iso(own.addMonths(-longestShift)), iso(own.addMonths(longestShift))),
                     {}};
    }
    return changeFrom(work, u"org_term"_qs, term, 0, {{u"shifted_until"_qs, until}, {u"shift_doc"_qs, document}}, from);
}

} // namespace gridbook::party
