#pragma once
// What the regulations advise about an organisation as it stands on a day: thresholds of 中国共产党支部工作条例（试行）
// and 基层组织选举工作条例. Advice never blocks.
#include "core/party/terms.h"

namespace gridbook::party {

enum class AdviceKind {
    TooFewMembers,           // fewer than 3 full members: no branch of its own
    TooManyForBranch,        // more than 50: a general branch
    TooManyForGeneralBranch, // more than 100: a committee
    NoCommitteeNeeded,       // fewer than 7 full members: a secretary, perhaps a deputy
    CommitteeTooSmall,       // 7 or more full members: a committee of 3 to 5
    CommitteeTooLarge,
    NoSecretary, // 书记长期缺职 after three months
    TermDue,     // ends within six months
    TermOverdue,
    TermMissing,
    GridWithoutBranch // three or more full members in a grid that has no branch
};

struct Advice
{
    AdviceKind kind = AdviceKind::TooFewMembers;
    QString message; // what is, what should be, after which rule
    bool urgent = false;
};

// How many members count on a day: state 正常, 保留 or 恢复 on the register of the organisation or of one below it.
struct MemberCount
{
    int full = 0;
    int probationary = 0;
    [[nodiscard]] int all() const { return full + probationary; }
};
Result<MemberCount> countMembers(Database &database, PartyOrgId org, QDate day);

Result<QList<Advice>> adviceFor(Database &database, PartyOrgId org, QDate day);
// On the size of the branch to which a member is being entered or moved, with the member as entered: the branch that
// would hold the member, and the one that the member would leave with too few.
Result<QList<Advice>> adviceForPlacing(Database &database, MemberId member, PartyOrgId branch, bool full, QDate day);
Result<QList<Advice>> adviceForGrid(Database &database, GridId grid, QDate day);

} // namespace gridbook::party
