#pragma once
// What the book must be asked before an entry about members or organisations is written, in whichever way: where a
// relation may lie, which states only an action reaches, how organisations stand to each other, what hangs on a record
// that somebody wants to void. The commands (membercommands.h, orgcommands.h) ask the same functions.
#include "core/registry/spec.h"

namespace gridbook::party {

void addMemberRules(RegistrySpec &spec);
void addAffiliationRules(RegistrySpec &spec);
void addStandingRules(RegistrySpec &spec);
void addOrgRules(RegistrySpec &spec);
void addTermRules(RegistrySpec &spec);
// Places know nothing of the party: what of it rests on a division, a grid or a building is added here.
void addPlaceDependants(RegistrySpec &place);

} // namespace gridbook::party
