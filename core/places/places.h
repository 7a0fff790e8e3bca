#pragma once
// Places: divisions (communities) with dated population, resident groups, grids with dated posts, estates, buildings
// that lie in one grid at a time. Sources: GB/T 2260 and the statistical division codes; GB/T 34300-2017 practice for
// grid codes; account rows FX1, FX5–FX7, FX10, FX17–FX19, KS1, KS31.
#include "core/changes/table.h"
#include "core/registry/spec.h"

namespace gridbook::places {

QList<TableSpec> tables();
QList<RegistrySpec> registries();

// How many digits say something at a level (a code of divisionLevel): county 6, street 9, community 12; 0: unknown
// level.
int divisionDigits(QStringView level);
// 6, 9 or 12 digits; a child begins with its parent's code. Empty: all is well; else what is wrong, in words.
// parentCode: its digits that say something, as the statistical codes fill those of a county up with zeros.
QString divisionCodeFault(const QString &code, const QString &parentCode);
// 15 digits (community code and three of sequence), or 18 for a micro grid, or 20 after CJ/T 349-2010: six of the
// object, six of the county, three of the street, three of the community (from 601 on where merged), two of sequence.
QString gridCodeFault(const QString &code, const QString &communityCode);

// SQL: what a grid is called in a list of other records. Where the book has several communities, 第一网格 may be any of
// theirs, so the community stands before it. grid: the alias of the grid's table.
QString gridTitle(const QString &grid);

} // namespace gridbook::places
