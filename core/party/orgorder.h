#pragma once
// In which order organisations stand in lists and papers: that of the tree, by the names that they have on the day.
#include "core/changes/unitofwork.h"

namespace gridbook::party {

// ORDER BY for the state with that alias: committees, general branches, then branches, with the numbers in their names
// counted as numbers (二支部 before 十支部). Groups follow their branch, because their names begin with its name.
QString orgOrder(const QString &alias);
// Org_state.sort_key from the short name; TableSpec::derive.
void deriveSortKey(QVariantMap &values);
// Books up to schema 5 kept the key beside the organisation, where no new name reached it. SQL: a row as long as there
// are states without a key; then sortStates() gives it to them.
QString unsortedStates();
Done sortStates(UnitOfWork &work);

} // namespace gridbook::party
