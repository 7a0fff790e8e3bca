#pragma once
// How new members came to their branches. The first rosters open the book (0 建账期初), be they one for all or one for
// each branch. Whoever comes to a book that had members before the roster's day, or to a branch that has some, is an
// increase of a quarter, so somebody has to say which kind: the roster itself (a column 新增方式 or 增加方式), or
// ImportChoices::increase. Nothing is guessed. A roster that opens the book may have a column 增加方式 as well; it
// tells of days long past and counts only beside 归属起始日期.
#include "core/exchange/importplan.h"
#include "core/storage/database.h"

namespace gridbook::exchange {

// As ImportChoices::increase: probationary members who joined lately were admitted, the others transferred in.
inline const QString increaseByRoster = QStringLiteral("auto");

class BranchMembers
{
public:
    // Of all branches as of today; rosterDay: for onlyOpened().
    static Result<BranchMembers> load(Database &database, QDate today, QDate rosterDay);
    [[nodiscard]] bool any(RowId branch) const { return m_branches.contains(branch); }
    // The book had members before that day, in whatever branch.
    [[nodiscard]] bool anyBefore(QDate day) const { return m_first.isValid() && m_first < day; }
    // Who comes to the branch with a roster of that day is an increase.
    [[nodiscard]] bool makeIncrease(RowId branch, QDate day) const { return any(branch) || anyBefore(day); }
    // All were entered when the book was opened with the roster of that day: this roster is likely the rest of it.
    [[nodiscard]] bool onlyOpened(RowId branch) const { return m_branches.value(branch); }

private:
    QHash<RowId, bool> m_branches;
    QDate m_first; // on which the first relation of all began
};

// The roster's day for a row: what the marked-up file of wrong rows says (名册日期), else ImportChoices::asOf.
[[nodiscard]] QDate dayOf(const ImportPlan &plan, const PlanRow &row);
// A probationary member who joined within two years before the day: no longer than probation lasts.
[[nodiscard]] bool isAdmittedLately(const ImportPlan &plan, const PlanRow &row, QDate day);
// Code of increaseKind for a new member; empty: nobody has said. isIncrease: BranchMembers::makeIncrease, or the member
// was on the register before.
[[nodiscard]] QString increaseOf(const ImportPlan &plan, const PlanRow &row, QDate day, bool isIncrease);
// How many rows wait for ImportChoices::increase.
[[nodiscard]] int waitingForIncrease(const ImportPlan &plan);

} // namespace gridbook::exchange
