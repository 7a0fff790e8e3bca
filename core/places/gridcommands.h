#pragma once
// The grids of a community: their counts and codes, their leaders, their end. What moves between them stands in
// buildingmoves.h. Sources: account rows FX17–FX20; GB/T 34300-2017 practice for codes.
#include "core/changes/unitofwork.h"
#include <optional>

namespace gridbook::places {

// The latest count on or before a day; each number may be unknown.
struct GridCount
{
    QDate on;
    std::optional<int> residentHouseholds;
    std::optional<int> residentPersons;
    std::optional<int> registeredHouseholds;
    std::optional<int> registeredPersons;
};
Result<GridCount> gridCount(Database &database, GridId grid, QDate day);

struct GridInForce
{
    RowId division = 0;
    QString name;
};
// Refused if it is not in force on the day.
Result<GridInForce> gridInForce(Database &database, GridId grid, QDate day);
// Fault in words if a building cannot be put into the grid on that day, because it is not in force; else empty.
Result<QString> gridFault(Database &database, GridId grid, QDate day);

// Outside the band of resident households for grids as of the day (rules grid.minHouseholds, grid.maxHouseholds): what
// is wrong in words; else empty. Never an error: a grid may be out of band for a reason.
Result<QString> bandWarning(Database &database, int residentHouseholds, QDate day);

// 东关社区第一网格 in 东关社区 → 第一网格; empty: the name does not repeat its community.
Result<QString> shorterName(Database &database, const QString &name, DivisionId community);
// What is said of a name that does.
QString repetitionAdvice(const QString &name, const QString &shorter);
// That a grid in force on the day has no leader; else empty.
Result<QString> leaderAdvice(Database &database, GridId grid, QDate day);

// Ends the post of the leader before on that day.
Done appointLeader(UnitOfWork &work, GridId grid, PersonId person, QDate day, const QString &note = {});

struct GridBurden
{
    QStringList buildings;
    QStringList members;
    QStringList organizations; // party organisations that lie in it
    [[nodiscard]] bool isEmpty() const { return buildings.isEmpty() && members.isEmpty() && organizations.isEmpty(); }
};
Result<GridBurden> gridBurden(Database &database, GridId grid, QDate day);
// In words what gridBurden finds; empty: it can be closed.
Result<QString> closingFault(Database &database, GridId grid, QDate day);
// Refused while buildings, members or organisations lie in it; the message lists them. Ends its posts.
Done closeGrid(UnitOfWork &work, GridId grid, QDate day);

// The next free code: the 12 digits of the community and the next number of 3 digits. A code is never used again, not
// even one of a grid that was closed or removed.
Result<QString> nextGridCode(Database &database, DivisionId community);

} // namespace gridbook::places
