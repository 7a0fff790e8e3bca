#pragma once
// The demonstration while it is being made: what already stands in the book, by its place in these lists. Internal to
// this folder.
#include "core/book/book.h"
#include "core/demo/peoplemaker.h"
#include <memory>

namespace gridbook::demo {

inline const QDate openingDay(2025, 7, 1);     // the book begins
inline const QDate closingDay(2026, 9, 30);    // the published figures hold on this day
inline const QDate buildingMoved(2026, 5, 15); // one building went to the neighbouring grid

struct DemoBuilding
{
    RowId row = 0;
    RowId lies = 0; // its row in building_grid
    int grid = 0;
    QString address{};
    int households = 0;
    int persons = 0;
};

struct DemoGrid
{
    RowId row = 0;
    int community = 0;
    QString name{};
    bool special = false;
    int residentHouseholds = 0; // these four on the closing day
    int residentPersons = 0;
    int registeredHouseholds = 0;
    int registeredPersons = 0;
    QList<int> buildings{};
    QString partyForm{};
};

struct DemoOrg
{
    RowId row = 0;
    RowId state = 0;
    int community = 0;
    QString type{};
    QString shortName{};
    QString fullName{};
    QList<int> grids{};  // of a branch
    QList<int> groups{}; // of a branch: places in DemoWorld::orgs
};

struct DemoCommunity
{
    RowId row = 0;
    QString name{};
    QString code{};
    QList<int> grids{};
    int generalBranch = 0;
    QList<int> branches{}; // places in DemoWorld::orgs
};

struct DemoMember
{
    MadeUpMember facts{};
    RowId person = 0;
    RowId member = 0;
    RowId affiliation = 0;
    RowId standing = 0;
    int branch = 0;
    int grid = -1;
    int building = -1;
    bool onRegister = false;
    bool spoken = false; // holds a post, or something has already happened to this person
};

struct DemoWorld
{
    Book &book;
    PeopleMaker people;
    QList<DemoCommunity> communities;
    QList<DemoGrid> grids;
    QList<DemoBuilding> buildings;
    QList<DemoOrg> orgs;
    QList<DemoMember> members;
    int movedBuilding = 0;
    int movedFrom = 0; // grids
    int movedTo = 0;
    int letters = 0; // numbers of letters of introduction
};

// One unit of work of the kind "create": no step to take back, what it makes is where the book begins.
template <typename Make>
Done inOneBatch(Book &book, const QString &title, const Make &make)
{
    GRIDBOOK_ASSIGN(const std::unique_ptr<UnitOfWork> work, book.begin({QStringLiteral("create"), title, {}, {}}));
    GRIDBOOK_TRY(make(*work));
    const auto committed = book.commit(*work);
    return committed ? Done() : committed.error();
}

Done makePlaces(DemoWorld &world, UnitOfWork &work);
Done makeOrganizations(DemoWorld &world, UnitOfWork &work);
Done makeOpeningMembers(DemoWorld &world, UnitOfWork &work);
Done makePosts(DemoWorld &world, UnitOfWork &work);      // of grids
Done makeCommittees(DemoWorld &world, UnitOfWork &work); // terms and who was elected
Done makeHistory(DemoWorld &world, const Progress &progress);

// One organisation with its state; its place in world.orgs.
struct OrgPlan
{
    QString type{};
    QString shortName{};
    QString fullName{};
    int community = 0;
    int parent = -1;
    QString category = QStringLiteral("community");
    RowId grid = 0;
    RowId building = 0;
    QDate founded{};
    QString foundedDoc{};
    QDate from{};
};
Result<int> addOrganization(DemoWorld &world, UnitOfWork &work, const OrgPlan &plan);

// One term with its committee, the posts in order. Whoever is elected is a full member of one of the branches.
struct TermPlan
{
    int org = 0;
    int session = 1;
    QDate elected{};
    int years = 5;
    QStringList posts{};
    QDate shiftedUntil{};
    QDate ended{};
};
Done addTerm(DemoWorld &world, UnitOfWork &work, const TermPlan &plan, const QList<int> &branches);

// Person, member, relation and standing; the place in world.members. increase: a code of increaseKind.
Result<int> addMember(DemoWorld &world, UnitOfWork &work, MadeUpMember facts, int branch, QDate day,
                      const QString &increase, const QString &otherOrg = {});
// Another relation and standing of somebody who is in the book already.
Done addSpell(DemoWorld &world, UnitOfWork &work, DemoMember &member, QDate day, const QString &increase,
              const QString &otherOrg, const QString &state);

} // namespace gridbook::demo
