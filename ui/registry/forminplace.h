#pragma once
// Editing one field where it stands in a list (F2): the same editor and rules as the form, one undo step. Only where it
// is safe: protected fields, long texts and dated parts (where the first day matters) go through the form.
#include "ui/registry/formeditors.h"

namespace gridbook::ui {

class Workbench;

[[nodiscard]] bool canEditInPlace(const RegistrySpec &spec, const Field &field);
[[nodiscard]] Editor *inplaceEditor(Workbench &workbench, const Field &field, QWidget *parent);
// Saves what the editor holds. Invalid: the rules do not allow it, or somebody must look at a warning in the form.
Done saveInPlace(Workbench &workbench, const QString &registry, RowId id, const QString &field, const Editor &editor);
// The same with a value at hand (fill down, paste).
Done saveInPlace(Workbench &workbench, const QString &registry, RowId id, const QString &field, const QVariant &value);

} // namespace gridbook::ui
