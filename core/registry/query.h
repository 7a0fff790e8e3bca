#pragma once
// What a list shows: which records, as of which day, in which order. A query is plain data; queryIds() turns it into
// SQL.
#include "core/registry/spec.h"

namespace gridbook {

enum class FilterOp {
    Contains, // text, pinyin or initials
    Equals,   // exact; for sealed fields through their blind index
    OneOf,    // code table ticks, references
    Between,  // dates or numbers, inclusive, either end may be null
    Empty,
    NotEmpty
};

struct Filter
{
    QString field;
    FilterOp op = FilterOp::Contains;
    QVariantList values;
    friend bool operator==(const Filter &, const Filter &) = default;
};

struct SortKey
{
    QString field;
    bool descending = false;
    friend bool operator==(const SortKey &, const SortKey &) = default;
};

struct Query
{
    QString registry;
    QDate asOf;
    QString scope; // empty: the default one
    QList<Filter> filters;
    QList<SortKey> sort;
    QList<RowId> only; // not empty: just these records (the rows behind a number, a selection)
    friend bool operator==(const Query &, const Query &) = default;
};

struct BoundSql
{
    QString sql;
    QVariantMap named;
};

class Sealer;

// The source without the outer joins that nothing else speaks of. A list joins all that its columns may show; the ids
// of a million rows, or the columns of one export, need few of them, and each costs a search a row. Only joins that can
// match one row are written in a registry's source, so leaving one out changes nothing.
QString neededSource(const QString &from, const QString &rest);
// SELECT key FROM … WHERE … ORDER BY …
Result<BoundSql> queryIds(const RegistrySpec &spec, const Query &query, const Sealer &sealer);
Result<BoundSql> queryCount(const RegistrySpec &spec, const Query &query, const Sealer &sealer);

} // namespace gridbook
