#pragma once
// A small book made by hand, in which every figure can be counted with a pencil: two communities, three grids, one
// committee with two branches and a group, fourteen members who came, left, moved and returned in 2026.
#include "tests/support/testbook.h"

namespace gridbook::testing {

class FigureBook
{
public:
    FigureBook();
    Book *operator->() { return m_book.operator->(); }
    Book &operator*() { return *m_book; }

    struct Spell
    {
        RowId org = 0;
        RowId grid = 0;
        QString from;
        QString until = {};
        QString increase = {};
        QString decrease = {};
        RowId group = 0;
    };
    struct State
    {
        QString category;
        QString state;
        QString from;
        QString until = {};
    };
    // person: columns of the person table; member: columns of the member table.
    RowId addMember(const QString &name, const QVariantMap &person, const QVariantMap &member,
                    const QList<Spell> &spells, const QList<State> &states);
    RowId org(const QString &type, const QString &name, RowId parent, RowId grid);
    RowId insert(const QString &table, const QVariantMap &values);
    void update(const QString &table, RowId row, const QVariantMap &values);
    void putBelow(RowId org, RowId parent);

    RowId east = 0; // communities
    RowId west = 0;
    RowId grid1 = 0; // of east
    RowId grid2 = 0; // of east
    RowId grid3 = 0; // of west
    RowId committee = 0;
    RowId branch1 = 0;
    RowId branch2 = 0;
    RowId group = 0;      // of branch1
    RowId functional = 0; // of the committee
    QHash<QString, RowId> member;

private:
    void makePlaces();
    void makeOrgs();
    void makeMembers();
    void put(const QString &name, const QString &sex, const QString &ethnic, const QString &birth,
             const QString &education, const QString &join, const QString &full, const QString &post,
             const QList<Spell> &spells, const QList<State> &states);

    TestBook m_book;
    int m_number = 0;
};

} // namespace gridbook::testing
