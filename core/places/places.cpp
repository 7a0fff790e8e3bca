#include "core/places/places.h"
#include "core/places/placespecs.h"
#include "core/text/normalise.h"
#include "core/text/pinyin.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace gridbook::places {

using namespace Qt::StringLiterals;

namespace {

void sortKeyFromName(QVariantMap &values, const QString &from)
{
    if (values.contains(from)) {
        values.insert(u"sort_key"_qs, text::naturalKey(values.value(from).toString()));
    }
}

} // namespace

QString counted(const QString &column, const QString &owner)
{
    return QStringLiteral(
               "(SELECT x.%1 FROM population_snapshot x WHERE %2 AND x.voided_at IS NULL AND x.on_date <= :asof "
               "AND x.%1 IS NOT NULL ORDER BY x.on_date DESC, x.id DESC LIMIT 1)")
        .arg(column, owner);
}

QVariantMap fromToday(QDate today)
{
    return {{u"validFrom"_qs, QVariant::fromValue(PartialDate(today))}};
}

QList<TableSpec> tables()
{
    const auto plain = [](const QString &name, const QString &zh, const QString &en, const QString &sortFrom = {}) {
        TableSpec table{.name = name, .term = {zh, en}};
        if (name != u"population_snapshot" && name != u"building_grid") { // all others have a note
            table.sealed = {u"note"_qs};
        }
        if (!sortFrom.isEmpty()) {
            table.derive = [sortFrom](QVariantMap &values) { sortKeyFromName(values, sortFrom); };
        }
        return table;
    };
    TableSpec estates = plain(u"estate"_qs, u"小区"_qs, u"Estate"_qs);
    estates.derive = [](QVariantMap &values) {
        if (values.contains(u"name"_qs)) {
            values.insert(u"pinyin"_qs, text::textKey(values.value(u"name"_qs).toString()).sortKey);
        }
    };
    TableSpec buildingGrids = plain(u"building_grid"_qs, u"楼栋划分"_qs, u"Building in grid"_qs);
    buildingGrids.dated = true;
    TableSpec posts = plain(u"grid_post"_qs, u"网格队伍"_qs, u"Grid post"_qs);
    posts.dated = true;
    TableSpec grids = plain(u"grid"_qs, u"网格"_qs, u"Grid"_qs, u"name"_qs);
    grids.kept = {{u"kind"_qs, Keeping::Changes},
                  {u"area_kind"_qs, Keeping::ChangesFromEmpty},
                  {u"party_form"_qs, Keeping::ChangesFromEmpty}};
    return {plain(u"division"_qs, u"社区"_qs, u"Division"_qs),
            grids,
            plain(u"population_snapshot"_qs, u"户数人口"_qs, u"Population"_qs),
            plain(u"resident_group"_qs, u"居民小组"_qs, u"Resident group"_qs, u"name"_qs),
            estates,
            plain(u"building"_qs, u"楼栋"_qs, u"Building"_qs, u"no"_qs),
            buildingGrids,
            posts};
}

QList<RegistrySpec> registries()
{
    return {division(), grid(), gridPost(), estate(), building(), residentGroup(), population(), buildingGrid()};
}

int divisionDigits(QStringView level)
{
    return level == u"county" ? 6 : level == u"street" ? 9 : level == u"community" ? 12 : 0;
}

QString divisionCodeFault(const QString &code, const QString &parentCode)
{
    static const QRegularExpression shape(QStringLiteral("^\\d{6}(\\d{3}(\\d{3})?)?$"));
    if (!shape.match(code).hasMatch()) {
        return QCoreApplication::translate("Places",
                                           "A division code has 6 digits (county), 9 (street) or 12 (community).");
    }
    if (!parentCode.isEmpty() && !code.startsWith(parentCode)) {
        return QCoreApplication::translate("Places", "The code must begin with that of the superior division, %1. "
                                                     "Correct the code, or choose the right superior.")
            .arg(parentCode);
    }
    return {};
}

QString gridCodeFault(const QString &code, const QString &communityCode)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{15}|\\d{18}|\\d{20})$"));
    if (!shape.match(code).hasMatch()) {
        return QCoreApplication::translate("Places", "A grid code has 15 digits: the 12 of the community and 3 of its "
                                                     "own (18 for a micro grid, 20 after CJ/T 349-2010).");
    }
    if (code.size() < 20 && !code.startsWith(communityCode)) {
        return QCoreApplication::translate("Places", "The code must begin with that of the community, %1. Correct the "
                                                     "code, or choose the community that the grid belongs to.")
            .arg(communityCode);
    }
    if (const QString street = communityCode.left(divisionDigits(u"street"));
        code.size() == 20 && !code.mid(6).startsWith(street)) {
        return QCoreApplication::translate("Places",
                                           "A code of 20 digits has those of the street, %1, from its 7th digit on. "
                                           "Correct the code, or choose the community that the grid belongs to.")
            .arg(street);
    }
    return {};
}

QString gridTitle(const QString &grid)
{
    // Two short looks into the index; whoever counted the communities would walk through all grids for each record.
    return QStringLiteral("(COALESCE((SELECT gd.name || ' ' FROM division gd WHERE gd.id = %1.division_id AND (EXISTS "
                          "(SELECT 1 FROM grid gx WHERE gx.division_id < %1.division_id AND gx.voided_at IS NULL) OR "
                          "EXISTS (SELECT 1 FROM grid gy WHERE gy.division_id > %1.division_id AND gy.voided_at IS "
                          "NULL))), '') || %1.name)")
        .arg(grid);
}

} // namespace gridbook::places
