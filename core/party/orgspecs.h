#pragma once
// The registries of party organisations; party.cpp puts them and those of members together.
#include "core/registry/spec.h"

namespace gridbook::party {
QList<RegistrySpec> organizationRegistries();
QList<RegistrySpec> memberRegistries();
} // namespace gridbook::party
