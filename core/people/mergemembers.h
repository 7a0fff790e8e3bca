#pragma once
// Two member records of one human being: the spells on the register are put in one row of rows, and so is the standing.
#include "core/people/overlaps.h"

namespace gridbook::people {

// The member record of a person that is not void; an invalid id if the person is no member.
Result<MemberId> memberOf(Database &database, PersonId person);
[[nodiscard]] const QStringList &memberColumns(); // columns that say something about the member

// Nothing to do unless drop is a member. values: columns of the member record that are taken over. Of spells that
// overlap those that do not count are voided; refused if nobody chose, if a member who died would be on the register
// afterwards, or if the standings put together tell what cannot be. Standing and whereabouts follow the spell that
// counts, unless the choice names them.
Done mergeMembers(UnitOfWork &work, PersonId keep, PersonId drop, const QVariantMap &values,
                  const OverlapChoice &choice);

} // namespace gridbook::people
