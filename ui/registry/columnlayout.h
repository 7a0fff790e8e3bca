#pragma once
// Which columns a list shows, in which order, how wide, which stay in sight: the user's own, remembered on this machine
// per registry ("columns/<registry>" of the settings).
#include "core/registry/query.h"
#include <QHash>

namespace gridbook::ui {

struct ColumnLayout
{
    QStringList shown;          // field ids from left to right; the frozen ones come first
    QStringList frozen;         // a beginning of shown
    QHash<QString, int> widths; // device-independent pixels; absent: from the field's own width
    friend bool operator==(const ColumnLayout &, const ColumnLayout &) = default;

    void setShown(const QString &field, bool on); // a new one goes to the end
    void setFrozen(const QString &field, bool on);
    void move(const QString &field, qsizetype place); // place among the shown; never before the frozen ones
};

[[nodiscard]] ColumnLayout defaultLayout(const RegistrySpec &spec);
// What is remembered, without fields that are gone; the default one if there is nothing.
[[nodiscard]] ColumnLayout rememberedLayout(const RegistrySpec &spec);
void rememberLayout(const RegistrySpec &spec, const ColumnLayout &layout);
void forgetLayout(const RegistrySpec &spec); // and the order

// The order in which the list of the registry was left; empty: its own.
[[nodiscard]] QList<SortKey> rememberedSort(const RegistrySpec &spec);
void rememberSort(const RegistrySpec &spec, const QList<SortKey> &sort);

} // namespace gridbook::ui
