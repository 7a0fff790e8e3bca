#include "core/registry/catalog.h"
#include "core/changes/formervalues.h"
#include "core/party/party.h"
#include "core/party/partyrules.h"
#include "core/people/people.h"
#include "core/places/places.h"
#include "core/rules/rules.h"

namespace gridbook {

Catalog::Catalog()
{
    add(formerValueTables(), {});
    add(rules::tables(), rules::registries());
    add(places::tables(), places::registries());
    add(people::tables(), people::registries());
    add(party::tables(), party::registries());
    for (RegistrySpec &spec : m_registries) {
        party::addPlaceDependants(spec);
        if (spec.id == u"grid") { // a grid belongs to places, but its branch is the party's concern
            spec.remarkers << party::remarksOnGrid;
        }
    }
}

void Catalog::add(const QList<TableSpec> &tables, const QList<RegistrySpec> &registries)
{
    for (const TableSpec &table : tables) {
        m_tables.add(table);
    }
    m_registries << registries;
}

const RegistrySpec *Catalog::registry(QStringView id) const
{
    const auto it =
        std::find_if(m_registries.begin(), m_registries.end(), [&](const RegistrySpec &each) { return each.id == id; });
    return it == m_registries.end() ? nullptr : &*it;
}

const RegistrySpec *Catalog::registryOfTable(const QString &table) const
{
    for (const RegistrySpec &each : m_registries) {
        for (const Part &part : each.parts) {
            if (part.table == table) {
                return &each;
            }
        }
    }
    return nullptr;
}

} // namespace gridbook
