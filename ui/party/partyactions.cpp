#include "ui/party/partyactions.h"

namespace gridbook::ui {

QList<RecordAction> partyActions()
{
    return {};
}

} // namespace gridbook::ui
