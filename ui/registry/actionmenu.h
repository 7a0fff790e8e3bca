#pragma once
// Everything that can be done with records besides editing their fields, as one menu: for the list, for the details
// beside it and for the page of a record. The domain's own steps (recordactions.h), the papers of each, voiding.
#include "core/registry/spec.h"
#include <functional>

class QMenu;

namespace gridbook::ui {

class Workbench;

struct ActionPlace
{
    QList<RowId> ids;
    bool ofRegistry = true;      // also what concerns the registry as a whole
    std::function<bool()> ready; // asked before something is done: unsaved changes; may be empty
    std::function<void()> voided;
};

void fillActionMenu(QMenu *menu, Workbench &bench, const RegistrySpec &spec, const ActionPlace &place);

// Asks for the reason and marks the records as void, in one step. False: nothing was done.
bool voidRecords(Workbench &bench, const RegistrySpec &spec, const QList<RowId> &ids);

} // namespace gridbook::ui
