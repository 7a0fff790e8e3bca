#pragma once
// Where a member is: away from home (流动党员: where to, since when) and out of contact (失联党员: since which month,
// why). Both marks stand in one dated row, like the standing, so that a question as of a day gets the answer of that
// day.
#include "core/changes/datedrows.h"

namespace gridbook::party {

Result<QList<DatedRow>> whereaboutsOf(Database &database, MemberId member);
// Other marks from a day on; what is not given stays as it was. Refused if there is a later row.
Done changeWhereabouts(UnitOfWork &work, MemberId member, const QList<DatedRow> &rows, QDate day,
                       const QVariantMap &values);
// Fault in words if a later row stands in the way of a change on that day. Empty: none does.
[[nodiscard]] QString laterWhereabouts(const QList<DatedRow> &rows, QDate day);

// Older books held both marks without a day. The migration puts them aside, because rows need an entry in the journal;
// here they become dated rows. A mark holds from the day that it names (lost since, gone since), else from the day on
// which it was entered, else from the first day of the member's relation; a "no" from that first day.
Done dateWhereabouts(UnitOfWork &work);

} // namespace gridbook::party
