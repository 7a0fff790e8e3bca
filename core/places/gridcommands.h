#pragma once
// Dividing a community into grids: buildings move between grids from a day on, leaders are appointed, grids are closed.
// Moving a building takes its households along: if the grids have been counted before, each gets a new dated count, so
// that a report of an earlier quarter stays as it was. Sources: account rows FX17–FX20; GB/T 34300-2017 practice for
// codes.
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

// What moving buildings would do to one of the grids concerned.
struct GridEffect
{
    GridId grid;
    QString name; // with the community: "东关社区 第一网格"
    int buildingsBefore = 0;
    int buildingsAfter = 0;
    std::optional<int> householdsBefore; // unknown: never counted, and no count is made
    std::optional<int> householdsAfter;
    std::optional<int> personsAfter;
    QString warning; // another community, band or doubtful numbers, in words; empty: fine
};
// First the grid that they go to, then those that they leave. Checks as moveBuildings does; nothing is written.
Result<QList<GridEffect>> effectOfMove(Database &database, const QList<BuildingId> &buildings, GridId to, QDate day);
Done moveBuildings(UnitOfWork &work, const QList<BuildingId> &buildings, GridId to, QDate day);

// Estates whose buildings would count with another community, because the grid belongs to one: in words; else empty.
// Never an error: an estate on the border may be looked after from the other side.
Result<QString> communityWarning(Database &database, const QList<RowId> &estates, GridId grid);

// Fault in words if a building cannot be put into the grid on that day, because it is not in force; else empty.
Result<QString> gridFault(Database &database, GridId grid, QDate day);

// Outside the band of resident households for grids as of the day (rules grid.minHouseholds, grid.maxHouseholds): what
// is wrong in words; else empty. Never an error: a grid may be out of band for a reason.
Result<QString> bandWarning(Database &database, int residentHouseholds, QDate day);

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

// "1-10幢" → 1幢 … 10幢; "1、3、5-7号楼" → 1号楼 3号楼 5号楼 6号楼 7号楼; "A1-A3栋". Invalid if a range runs backwards
// or is longer than 200.
Result<QStringList> expandBuildings(const QString &text);
// Adds the buildings of such a text to an estate, those that it does not have yet; grid 0: to no grid.
Result<QList<BuildingId>> addBuildings(UnitOfWork &work, RowId estate, const QString &text, GridId grid, QDate day);

} // namespace gridbook::places
