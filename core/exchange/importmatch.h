#pragma once
// Finds the records of the book that the rows of a plan mean, many rows in one question: by ID number or code; else by
// name and birth; else by name and telephone. Telephones may be shared: the same telephone under another name is said,
// never a match.
#include "core/exchange/importplan.h"

namespace gridbook::exchange {

// What is read of the book as long as it lives is of one moment, and its locks are taken once. Not for as long as a
// file is read: on a network share nobody could write meanwhile.
Result<std::unique_ptr<Transaction>> oneMoment(Database &database);

class PeopleFinder
{
public:
    // plan must outlive it.
    PeopleFinder(RegistryReader &reader, const RegistrySpec &spec, ImportPlan &plan);
    ~PeopleFinder();
    PeopleFinder(const PeopleFinder &) = delete;
    PeopleFinder &operator=(const PeopleFinder &) = delete;

    // Sets record, person, candidates and question of rows that are understood, and adds warnings.
    Done find(const QList<int> &rows, const Progress &progress);

private:
    class Search;
    std::unique_ptr<Search> m_search;
};

// Registries of things: by code, else by what is required of them (name and community, estate and number …).
Done matchThings(RegistryReader &reader, const RegistrySpec &spec, QDate asOf, ImportPlan &plan,
                 const QList<int> &rows);

} // namespace gridbook::exchange
