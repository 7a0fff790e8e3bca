#pragma once
// The names of what the records of a long list refer to. Thousands of members stand in a few branches and grids: while
// a list is read from end to end, these names are read once and together, instead of being joined to every record.
#include "core/registry/spec.h"
#include "core/storage/database.h"
#include <map>
#include <optional>

namespace gridbook {

class ReferenceTitles
{
public:
    // records: how many are going to be read. The names are those of that day, as they are when they are first asked
    // for.
    ReferenceTitles(Database &database, const RegistrySpec &spec, QDate asOf, qint64 records)
        : m_database(database), m_spec(spec), m_asOf(asOf), m_records(records)
    {}

    // SELECT id, name … of all that the field may refer to; empty: the name rests on more than the record that is
    // referred to, and has to be joined.
    [[nodiscard]] static QString sqlFor(const RegistrySpec &spec, const Field &field);
    // By id. Null: they have to be joined, or it is quicker, because there are more of them than are likely needed.
    Result<const QHash<RowId, QString> *> of(const Field &field);

private:
    Result<std::optional<QHash<RowId, QString>>> read(const Field &field);

    Database &m_database;
    const RegistrySpec &m_spec;
    QDate m_asOf;
    qint64 m_records;
    std::map<QString, std::optional<QHash<RowId, QString>>> m_titles; // by field; they stay where they are
};

} // namespace gridbook
