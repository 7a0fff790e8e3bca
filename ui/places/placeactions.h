#pragma once
// What can be done with buildings and grids from their lists.
#include "ui/shell/recordactions.h"

namespace gridbook::ui {

[[nodiscard]] QList<RecordAction> placeActions();

} // namespace gridbook::ui
