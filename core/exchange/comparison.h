#pragma once
// Compares the rows of a plan with the records of the book that they mean, many rows in one question. Two threads share
// a long list, since most of the work is done without the book; each has a connection of its own. Should somebody write
// in between, they may see two states: whoever writes the plan finds that the book has changed, and compares again.
#include "core/book/book.h"
#include "core/exchange/rowcomparer.h"

namespace gridbook::exchange {

using OpenReader = std::function<Result<std::unique_ptr<BookReader>>()>; // from the thread that uses it

class Comparison
{
public:
    // plan is changed by run() only, and by nobody else meanwhile.
    Comparison(RegistryReader &reader, ImportPlan &plan, QDate today);
    // For the rows at these places, of which record, person and candidates are known: values that follow, changes,
    // issues, questions, state. openReader may be empty: one thread does it all.
    Done run(const QList<int> &rows, const OpenReader &openReader, const Progress &progress);
    [[nodiscard]] const BranchMembers &members() const { return m_surroundings.members; } // after run()

private:
    using GoesOn = std::function<bool(qint64 done)>;
    class Shares;
    Done share(RegistryReader &reader, Shares &shares, const GoesOn &goesOn) const;
    Done compare(RegistryReader &reader, RowComparer &comparer, const QList<int> &rows) const;
    [[nodiscard]] QHash<RowId, QVariantList> valuesOf(const QList<RowData> &rows) const;

    RegistryReader &m_reader;
    ImportPlan &m_plan;
    const RegistrySpec &m_spec;
    QDate m_today;
    QStringList m_fields; // of the registry, that the plan has a target for …
    QList<int> m_places;  // … and which
    Surroundings m_surroundings;
    bool m_changedSince = false; // something in the book after the roster's day
    PlanRow *m_rows = nullptr;   // the plan's own, each written by one thread
};

} // namespace gridbook::exchange
