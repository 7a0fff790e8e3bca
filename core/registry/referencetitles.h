#pragma once
// The names of what the records of a long list refer to. Thousands of members stand in a few branches and grids: while
// a list is read from end to end, these names are read once and together, instead of being joined to every record.
#include "core/registry/spec.h"
#include "core/storage/database.h"
#include <deque>
#include <mutex>
#include <optional>

namespace gridbook {

class ReferenceTitles
{
public:
    // Of these fields, on that day, as they are when they are first asked for. records: how many are going to be read.
    ReferenceTitles(const RegistrySpec &spec, const QStringList &fields, QDate asOf, qint64 records);

    // SELECT id, name … of all that the field may refer to; empty: the name rests on more than the record that is
    // referred to, and has to be joined.
    [[nodiscard]] static QString sqlFor(const RegistrySpec &spec, const Field &field);
    // By id. Null: they have to be joined, or it is quicker, because there are more of them than are likely needed.
    // Several threads may ask, each with its own connection: the first one reads, the others wait for it.
    Result<const QHash<RowId, QString> *> of(Database &database, const Field &field);
    // All of them, beginning with another field for each thread, so that several read side by side.
    Done readAll(Database &database, std::size_t thread);

private:
    using Names = Result<std::optional<QHash<RowId, QString>>>;
    struct Read
    {
        const Field *field = nullptr;
        std::once_flag once{};
        Names names = std::optional<QHash<RowId, QString>>();
    };
    [[nodiscard]] Names read(Database &database, const Field &field) const;

    const RegistrySpec &m_spec;
    const QDate m_asOf;
    const qint64 m_records;
    std::deque<Read> m_reads; // one for each field; they stay where they are
};

} // namespace gridbook
