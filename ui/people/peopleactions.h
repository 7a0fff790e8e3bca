#pragma once
// What can be done with people from their list.
#include "ui/shell/recordactions.h"

namespace gridbook::ui {

[[nodiscard]] QList<RecordAction> peopleActions();

} // namespace gridbook::ui
