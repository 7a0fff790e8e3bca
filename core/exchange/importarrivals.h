#pragma once
// How new members came to their branches. The first roster of a branch opens it (0 建账期初). Whoever comes to a branch
// that has members already is an increase of a quarter, so somebody has to say which kind: the roster itself (a column
// 新增方式 or 增加方式), or ImportChoices::increase. Nothing is guessed.
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
    // All were entered when the book was opened with the roster of that day: this roster is likely the rest of it.
    [[nodiscard]] bool onlyOpened(RowId branch) const { return m_branches.value(branch); }

private:
    QHash<RowId, bool> m_branches;
};

// The roster's day for a row: what the marked-up file of wrong rows says (名册日期), else ImportChoices::asOf.
[[nodiscard]] QDate dayOf(const ImportPlan &plan, const PlanRow &row);
// A probationary member who joined within two years before the day: no longer than probation lasts.
[[nodiscard]] bool isAdmittedLately(const ImportPlan &plan, const PlanRow &row, QDate day);
// Code of increaseKind for a new member; empty: nobody has said. hasMembers: the branch has some, or the member was in
// the register before.
[[nodiscard]] QString increaseOf(const ImportPlan &plan, const PlanRow &row, QDate day, bool hasMembers);
// How many rows wait for ImportChoices::increase.
[[nodiscard]] int waitingForIncrease(const ImportPlan &plan);

} // namespace gridbook::exchange
