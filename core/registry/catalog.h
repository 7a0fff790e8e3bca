#pragma once
// All registries, tables and code tables of the program. Made once at the start and passed by reference; adding a
// registry is one line in catalog.cpp.
#include "core/changes/table.h"
#include "core/registry/spec.h"
#include "core/rules/codetables.h"

namespace gridbook {

class Catalog
{
public:
    Catalog(); // with everything that this program knows

    [[nodiscard]] const RegistrySpec *registry(QStringView id) const;
    [[nodiscard]] const QList<RegistrySpec> &registries() const { return m_registries; }
    [[nodiscard]] const Tables &tables() const { return m_tables; }
    [[nodiscard]] const CodeTables &codes() const { return m_codes; }
    // The registry whose records are shown for a row of a table (person → member, affiliation → member), for history.
    [[nodiscard]] const RegistrySpec *registryOfTable(const QString &table) const;

private:
    void add(const QList<TableSpec> &tables, const QList<RegistrySpec> &registries);
    CodeTables m_codes;
    Tables m_tables;
    QList<RegistrySpec> m_registries;
};

} // namespace gridbook
