#include "ui/shell/recordactions.h"
#include "ui/party/partyactions.h"
#include "ui/people/peopleactions.h"
#include "ui/places/placeactions.h"

namespace gridbook::ui {

QList<RecordAction> recordActions()
{
    return partyActions() + placeActions() + peopleActions();
}

QList<RecordAction> recordActions(const QString &registryId)
{
    QList<RecordAction> result;
    for (RecordAction &action : recordActions()) {
        if (action.registry == registryId) {
            result.append(std::move(action));
        }
    }
    return result;
}

} // namespace gridbook::ui
