#pragma once
// Two member records of one human being: the spells on the register are put in one row of rows, and so is the standing.
#include "core/changes/unitofwork.h"

namespace gridbook::people {

// The member record of a person that is not void; an invalid id if the person is no member.
Result<MemberId> memberOf(Database &database, PersonId person);
[[nodiscard]] const QStringList &memberColumns(); // columns that say something about the member

// Nothing to do unless drop is a member. values: columns of the member record that are taken over. Refused if both were
// on the register at the same time.
Done mergeMembers(UnitOfWork &work, PersonId keep, PersonId drop, const QVariantMap &values);

} // namespace gridbook::people
