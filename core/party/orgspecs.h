#pragma once
// The registries of party organisations; party.cpp puts them and those of members together.
#include "core/registry/spec.h"

namespace gridbook::party {
// SQL: alias is the row of org_state that holds for the organisation on the as-of day or, if it was closed before, its
// last one, so that a closed one keeps its name in lists.
QString lastState(const QString &alias, const QString &org);
QList<RegistrySpec> organizationRegistries();
QList<RegistrySpec> memberRegistries();
} // namespace gridbook::party
