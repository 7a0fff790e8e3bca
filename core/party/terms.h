#pragma once
// Terms of committees (关于党的基层组织任期的意见, 2018; 基层组织选举工作条例): when one ends, what state it is in on a
// day, when to remind. The state is derived, never stored.
//
//     任期中 —−6个月→ 六个月内届满 —到期→ 超期;  任期中 —批准延期[≤12个月]→ 延期;  无届次→ 缺届期
#include "core/changes/unitofwork.h"
#include "core/party/orgfacts.h"

namespace gridbook::party {

enum class TermState {
    None,     // the type has no terms
    Running,  // 任期中
    Due,      // 六个月内届满
    Overdue,  // 超期
    Extended, // 延期: past its own end, inside the approved extension
    Missing   // 缺届期: no term is on record
};

struct TermDates
{
    QDate elected;
    int years = 5;
    QDate shiftedUntil; // approved later (or earlier) end; invalid: none
    QDate ended;        // the next election was held; invalid: not yet
};

struct TermStatus
{
    TermState state = TermState::None;
    RowId term = 0;
    int session = 0;
    TermDates dates;
    QDate due;
    int months = 0; // full months left until due; negative: full months since
};

// The end by the years alone, and with an approved shift.
[[nodiscard]] QDate ownDueDate(const TermDates &dates);
[[nodiscard]] QDate dueDate(const TermDates &dates);
// An approved change moves the own end by 12 months at most, either way.
[[nodiscard]] bool mayShiftTo(QDate ownDue, QDate until);
// Full months from one day to another; negative backwards.
[[nodiscard]] int monthsBetween(QDate from, QDate to);
[[nodiscard]] TermState termState(const TermDates &dates, QDate day, int reminderMonths = 6);
// The days of reminders of one end: 6, 3, 1 and 0 months before.
[[nodiscard]] QList<QDate> reminderDays(QDate due);
// Which reminder a day falls into: 6, 3, 1, 0 (due today or past); nothing earlier.
[[nodiscard]] std::optional<int> reminderOn(QDate due, QDate day);
[[nodiscard]] Term termStateTerm(TermState state);

// Why an organisation of this type elects no committee for a term; empty: it does.
[[nodiscard]] QString noTermReason(const OrgFacts &org);
// The same of an organisation as it is on a day; that it does not exist then is a reason too.
Result<QString> noTermReason(Database &database, PartyOrgId org, QDate day);
// Years of a term on a day by the rules: community organisations and committees term.communityYears, else
// term.branchYears.
Result<int> termYearsOn(Database &database, const OrgFacts &org, QDate day);
Result<TermStatus> termStatus(Database &database, PartyOrgId org, QDate day);

struct NewTerm
{
    QDate elected{};
    int years = 0; // 0: by the rules
    QString method{};
    QString approvalDoc{};
};
// 换届: ends the term before on that day and begins the next session.
Result<RowId> beginTerm(UnitOfWork &work, PartyOrgId org, const NewTerm &term);
// 延期 (or an early end): needs the approving document; at most 12 months from the own end. from: since when the other
// end holds; what was said of the term as of an earlier day stays as it was.
Done shiftTerm(UnitOfWork &work, RowId term, QDate until, const QString &document, QDate from);

} // namespace gridbook::party
