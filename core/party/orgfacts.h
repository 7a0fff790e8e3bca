#pragma once
// What a party organisation is on a day, and how the types stand to each other.
#include "core/base/id.h"
#include "core/storage/database.h"
#include <QDate>
#include <optional>

namespace gridbook::party {

struct OrgFacts
{
    PartyOrgId id;
    RowId state = 0; // the row of org_state
    QString type;
    QString fullName;
    QString shortName;
    QString category;
    RowId parent = 0;
    RowId grid = 0;
    QDate since; // the state holds since
    QDate until; // the organisation is closed on that day; invalid: it goes on
};

// Nothing if the organisation does not exist on that day.
Result<std::optional<OrgFacts>> orgFacts(Database &database, PartyOrgId org, QDate day);

// Functional organisations (行动支部, 功能型党支部 …) hold no relations and stand outside statistics.
[[nodiscard]] bool isFunctional(QStringView type);
// Branches of every kind that members may belong to.
[[nodiscard]] bool isBranch(QStringView type);
// Organisations that hold relations of members: neither functional ones nor groups nor working committees. The second
// says the same of a row of org_state in SQL.
[[nodiscard]] bool holdsMembers(QStringView type);
[[nodiscard]] QString holdsMembersSql(const QString &alias);
// 党工委 0, 党委 1, 党总支 2, 党支部 3, 党小组 4; functional ones stand beside branches.
[[nodiscard]] int orgRank(QStringView type);
// A superior ranks higher; a group stands under a branch.
[[nodiscard]] bool maySupervise(QStringView superior, QStringView type);
// Types whose committees are elected for a term; groups and working committees have none.
[[nodiscard]] bool hasTerm(QStringView type);

} // namespace gridbook::party
