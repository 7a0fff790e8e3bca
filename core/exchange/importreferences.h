#pragma once
// Finds the record that a roster means by a name: the branch, the grid, the community, in any of the ways in which
// people write them. Never guesses: what could be two is ambiguous.
#include "core/registry/reader.h"

namespace gridbook::exchange {

class ReferenceIndex
{
public:
    // Reads the names of all records of a registry as of a day.
    static Result<ReferenceIndex> load(RegistryReader &reader, const QString &registry, QDate asOf);

    struct Answer
    {
        QList<ReferenceValue> found; // one: this is it; none: unknown; several: ambiguous
        bool byFormerName = false;   // nobody has the name today; an organisation had it before
    };
    // community: prefers the records of that division if several fit; 0 = none. kind: "branch", "group" prefer
    // organisations of that sort. branch: of its groups, whose names are those of every branch; below 0: one that is
    // not made yet and has none.
    [[nodiscard]] Answer find(const QString &text, RowId community, QStringView kind = {}, RowId branch = 0) const;
    [[nodiscard]] QString titleOf(RowId id) const { return m_titles.value(id); }
    [[nodiscard]] RowId communityOf(RowId id) const { return m_communities.value(id); }
    [[nodiscard]] const QHash<RowId, QString> &titles() const { return m_titles; }

private:
    void enter(const QString &name, RowId id);
    Done enterFormerNames(Database &database);
    QHash<QString, QList<RowId>> m_exact;
    QHash<QString, QList<RowId>> m_loose;
    QHash<QString, QList<RowId>> m_former; // loose
    QHash<RowId, QString> m_titles;
    QHash<RowId, RowId> m_communities;
    QHash<RowId, QString> m_types;
    QHash<RowId, RowId> m_parents;
};

// "中共东关社区第一支部委员会" and "东关社区一支部" have the same loose key.
[[nodiscard]] QString looseName(const QString &name);

} // namespace gridbook::exchange
