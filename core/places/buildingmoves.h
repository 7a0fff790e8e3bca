#pragma once
// Buildings come into the book, often many in one cell, and move between grids from a day on. A building takes its
// households along: if the grids have been counted before, each gets a new dated count, so that a report of an earlier
// quarter stays as it was. Sources: account rows FX17–FX20.
#include "core/places/gridcommands.h"

namespace gridbook::places {

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

// "1-10幢" → 1幢 … 10幢; "1、3、5-7号楼" → 1号楼 3号楼 5号楼 6号楼 7号楼; "A1-A3栋". Invalid if a range runs backwards
// or is longer than 200.
Result<QStringList> expandBuildings(const QString &text);
// Adds the buildings of such a text to an estate, those that it does not have yet; grid 0: to no grid.
Result<QList<BuildingId>> addBuildings(UnitOfWork &work, RowId estate, const QString &text, GridId grid, QDate day);

} // namespace gridbook::places
