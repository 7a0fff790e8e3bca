#pragma once
// Filters that the office has named ("预备期将满") and shares: they lie in the book. A preference of the office, not a
// fact of its work, so they are not journaled.
#include "core/registry/query.h"

namespace gridbook {

struct SavedFilter
{
    QString name;
    QString scope;
    QList<Filter> filters;
    QList<SortKey> sort;
    friend bool operator==(const SavedFilter &, const SavedFilter &) = default;
};

// In the order of their names. One that cannot be read (written by a later version) is left out.
Result<QList<SavedFilter>> savedFilters(Database &database, const QString &registry);
// Replaces one of the same name. Invalid if the name is blank, or if a value is a protected one, or holds an ID number
// or a telephone number: saved filters lie readable in the book.
Done saveFilter(Database &database, const RegistrySpec &spec, const SavedFilter &filter);
Done deleteFilter(Database &database, const QString &registry, const QString &name);
// For a book of an older version: removes saved filters and remembered import mappings that hold such values; how many.
Result<int> dropPrivatePreferences(Database &database, const QList<RegistrySpec> &registries);

} // namespace gridbook
