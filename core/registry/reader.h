#pragma once
// Reads a registry: the ids of a query in its order (8 bytes a row), then pages of rows by id. One reader per thread,
// because a connection stays in its thread.
#include "core/changes/formervalues.h"
#include "core/registry/catalog.h"
#include "core/registry/query.h"
#include "core/registry/referencetitles.h"

namespace gridbook {

struct RowData
{
    RowId id = 0;
    QVariantList values; // in the order of the fields asked for; sealed ones in the clear; References as ReferenceValue
};

// A reference with the text that stands for it.
struct ReferenceValue
{
    RowId id = 0;
    QString title;
    friend bool operator==(const ReferenceValue &, const ReferenceValue &) = default;
};

class RegistryReader
{
public:
    RegistryReader(Database &database, const Catalog &catalog, const Sealer &sealer)
        : m_database(database), m_catalog(catalog), m_sealer(sealer)
    {}

    Result<QList<RowId>> ids(const Query &query, qint64 limit = -1);
    Result<qint64> count(const Query &query);
    // In the order of ids; records that are gone are left out. titles: for whoever reads a long list in pieces.
    Result<QList<RowData>> rows(const QString &registry, QDate asOf, const QList<RowId> &ids, const QStringList &fields,
                                ReferenceTitles *titles = nullptr);
    // What stands for a record in lists and messages: "张三", "第一网格".
    Result<QString> title(const QString &registry, QDate asOf, RowId id);
    // Up to limit records whose title or search text contains the words: for lookups. choice: a condition
    // (Field::choice) with what its names stand for.
    Result<QList<ReferenceValue>> lookUp(const QString &registry, QDate asOf, const QString &words, int limit,
                                         const QString &choice = {}, const QVariantMap &chosen = {});

    [[nodiscard]] Database &database() { return m_database; }
    [[nodiscard]] const Catalog &catalog() const { return m_catalog; }
    [[nodiscard]] const Sealer &sealer() const { return m_sealer; }

private:
    Result<const RegistrySpec *> spec(const QString &registry) const;
    // What is asked of the registry, with every value as it was on that day.
    Result<BoundSql> asOf(const RegistrySpec &spec, const QString &sql, QDate day, const QVariantMap &named,
                          RowsRead rowsRead);
    Database &m_database;
    const Catalog &m_catalog;
    const Sealer &m_sealer;
};

} // namespace gridbook
Q_DECLARE_METATYPE(gridbook::ReferenceValue)
