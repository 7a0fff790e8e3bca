#pragma once
// A book in a temporary folder with the standard catalog, a fixed clock and a made-up clerk.
#include "core/book/book.h"
#include "tests/support/testing.h"
#include <QTemporaryDir>

namespace gridbook::testing {

class TestBook
{
public:
    TestBook();
    [[nodiscard]] Book &operator*() { return *m_book; }
    Book *operator->() { return m_book.get(); }
    void reopen(); // closes and opens the file again
    void close() { m_book.reset(); }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("测试 社区.gridbook")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    FixedClock &clock() { return m_clock; }
    [[nodiscard]] const Catalog &catalog() const { return m_catalog; }
    [[nodiscard]] BookSurroundings surroundings()
    {
        return {m_catalog, m_clock, {QStringLiteral("测试员"), QStringLiteral("测试机")}};
    }

    // One community with one general branch, one branch and one grid; the ids of what was made.
    struct Basics
    {
        RowId community = 0;
        RowId grid = 0;
        RowId secondGrid = 0;
        RowId generalBranch = 0;
        RowId branch = 0;
        RowId secondBranch = 0;
    };
    Basics makeBasics();
    // A member of the branch; id 0 on failure.
    RowId addMember(const QString &name, const QString &idNumber, RowId branch, RowId grid,
                    const QString &since = QStringLiteral("2025-01-01"));

private:
    QTemporaryDir m_folder;
    FixedClock m_clock;
    Catalog m_catalog;
    std::unique_ptr<Book> m_book;
};

} // namespace gridbook::testing
