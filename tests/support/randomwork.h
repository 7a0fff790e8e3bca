#pragma once
// Random units of work on people and members, the same for the same seed: what a busy office does to a book, for the
// tests of undo, of killing and of leaking.
#include "core/book/book.h"
#include "tests/support/testbook.h"
#include <QRandomGenerator>

namespace gridbook::testing {

class RandomWork
{
public:
    RandomWork(Book &book, const TestBook::Basics &basics, quint32 seed)
        : m_book(book), m_basics(basics), m_random(seed)
    {}
    // One unit of work of a few changes, committed. Steps that a rule of the book forbids are left out; an error that
    // is no such rule is returned. The batch is invalid if nothing came of it.
    Result<ChangeSet> step();
    // Begun, written to, and dropped.
    Done abandonedStep();

    // Every personal text that was ever written, to search the files for.
    [[nodiscard]] const QStringList &secrets() const { return m_secrets; }

private:
    Done change(UnitOfWork &work);
    Done addPerson(UnitOfWork &work);
    Done addMember(UnitOfWork &work);
    Done editPerson(UnitOfWork &work);
    Done moveMember(UnitOfWork &work);
    Done voidSomething(UnitOfWork &work);
    Result<RowId> anyRow(const QString &table, const QString &condition = {});
    QString idNumber();
    QString phone();
    QString day(int fromYear, int toYear);

    Book &m_book;
    TestBook::Basics m_basics;
    QRandomGenerator m_random;
    QStringList m_secrets;
};

// The rows that users see (not voided) of every table of the catalog, one line each, without the columns that the unit
// of work keeps for itself: equal before a change and after its undo.
QStringList visibleRows(Book &book);

} // namespace gridbook::testing
