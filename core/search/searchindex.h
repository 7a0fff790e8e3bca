#pragma once
// Search as one types over everything: names, pinyin, initials, ID and phone digits, grids, organisations, estates, and
// by two characters or more where people work and live. The text lies in memory only (nothing personal in index tables
// on disk) as flat arrays that a worker scans; a million people take some 260 MB and tens of milliseconds. An index
// never changes: updated() makes a new one that shares the bulk, so that a search in another thread goes on
// undisturbed.
#include "core/base/progress.h"
#include "core/changes/changeset.h"
#include "core/registry/reader.h"
#include <memory>

namespace gridbook {

struct SearchHit
{
    QString registry;
    RowId id = 0;
    QString title; // 张伟
    QString subtitle; // 东关一支部 · 1968 · 5678: enough to tell two 张伟 apart, and what was typed of a number, or the
                      // unit or (masked) the address that was typed
};

struct SearchResult
{
    QList<SearchHit> hits; // the best first
    qint64 total = 0;      // all that match …
    bool more = false;     // … or only so many were looked at, and there are more
};

class SearchIndex
{
public:
    static Result<std::shared_ptr<const SearchIndex>> build(RegistryReader &reader, QDate asOf,
                                                            const Progress &progress);
    // What the change touched, read again.
    Result<std::shared_ptr<const SearchIndex>> updated(RegistryReader &reader, QDate asOf,
                                                       const ChangeSet &changes) const;

    // Every word must be found (in any order); upper and lower case are the same (units and addresses are also sought
    // as typed, all small and all capital). Whoever is found by a unit or an address comes after those found by a name
    // or a number. Any thread.
    [[nodiscard]] SearchResult find(const QString &words, int limit) const;
    [[nodiscard]] qint64 size() const;

    struct Bulk;
    struct Entry;

private:
    std::shared_ptr<const Bulk> m_bulk;
    QHash<quint64, std::shared_ptr<const Entry>> m_changed; // shadows the bulk; null: gone
};

} // namespace gridbook
