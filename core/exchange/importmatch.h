#pragma once
// Finds the records of the book that the rows of a plan mean, many rows in one question: by ID number or code; else by
// name and birth; else by name and telephone. Telephones may be shared: the same telephone under another name is said,
// never a match.
#include "core/exchange/importplan.h"

namespace gridbook::exchange {

// Sets record, person, candidates and question of the rows, and adds warnings.
Done matchPeople(RegistryReader &reader, const RegistrySpec &spec, ImportPlan &plan, const QList<int> &rows);
// Registries of things: by code, else by what is required of them (name and community, estate and number …).
Done matchThings(RegistryReader &reader, const RegistrySpec &spec, QDate asOf, ImportPlan &plan,
                 const QList<int> &rows);

} // namespace gridbook::exchange
