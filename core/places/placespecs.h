#pragma once
// The registries of places and what they share; places.cpp puts them together.
#include "core/base/partialdate.h"
#include "core/registry/recordstore.h"
#include "core/registry/spec.h"

namespace gridbook::places {

// The parts of forms.
inline const Term basics{QStringLiteral("基本信息"), QStringLiteral("Basics")};
inline const Term counts{QStringLiteral("户数人口"), QStringLiteral("Households and persons")};
inline const Term duration{QStringLiteral("有效期"), QStringLiteral("Validity")};

inline Field f(const QString &id, FieldType type, const QString &zh, const QString &en)
{
    return Field::of(id, type, {zh, en});
}

// Field::among of what lies in a community: no street and no county.
inline const QString communities = QStringLiteral("d.level = 'community'");

// The rule that says how many digits the grid codes of the book have.
inline const QString gridDigitsRule = QStringLiteral("grid.codeDigits");

// The rules between which the resident households of a grid should lie.
inline const QString fewestHouseholdsRule = QStringLiteral("grid.minHouseholds");
inline const QString mostHouseholdsRule = QStringLiteral("grid.maxHouseholds");

// SQL: the latest count on or before the as-of day. owner: the condition that ties it to its grid or division.
QString counted(const QString &column, const QString &owner);
// Grids, posts and groups begin today unless somebody says otherwise.
QVariantMap fromToday(QDate today);

// divisionspecs.cpp: communities, their population, their resident groups
RegistrySpec division();
RegistrySpec population();
RegistrySpec residentGroup();
// gridspecs.cpp: grids and who works in them
RegistrySpec grid();
RegistrySpec gridPost();
// buildingspecs.cpp: estates, buildings, the grid that a building lies in
RegistrySpec estate();
RegistrySpec building();
RegistrySpec buildingGrid();

// placerules.cpp: what each must observe beyond its own values, and what hangs on it
void addDivisionRules(RegistrySpec &spec);
void addGridRules(RegistrySpec &spec);
void addEstateRules(RegistrySpec &spec);
void addBuildingRules(RegistrySpec &spec);
void addBuildingGridRules(RegistrySpec &spec);

} // namespace gridbook::places
