#pragma once
// What can be done with members and party organisations from their lists.
#include "ui/shell/recordactions.h"

namespace gridbook::ui {

[[nodiscard]] QList<RecordAction> partyActions();

} // namespace gridbook::ui
