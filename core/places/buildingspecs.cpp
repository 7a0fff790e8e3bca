#include "core/places/places.h"
#include "core/places/placespecs.h"

namespace gridbook::places {

using namespace Qt::StringLiterals;

RegistrySpec estate()
{
    RegistrySpec spec;
    spec.id = u"estate"_qs;
    spec.term = {u"小区"_qs, u"Estates"_qs};
    spec.unit = {u"个"_qs, {}};
    spec.about = {u"居民小区、院落：占地、面积、物业和业委会情况。"_qs,
                  u"Residential estates: land, floor area, property management, owners' committee."_qs};
    spec.icon = u"building"_qs;
    spec.group = u"places"_qs;
    spec.from = u"estate e JOIN division d ON d.id = e.division_id"_qs;
    spec.where = u"e.voided_at IS NULL"_qs;
    spec.key = u"e.id"_qs;
    spec.titleExpr = u"e.name"_qs;
    spec.defaultSort = u"d.code, e.pinyin"_qs;
    spec.parts = {{.alias = u"e"_qs, .table = u"estate"_qs}};
    spec.fields = {
        f(u"name"_qs, FieldType::Text, u"小区名称"_qs, u"Name"_qs)
            .at(u"e"_qs, u"name"_qs)
            .sorted(u"e.pinyin"_qs)
            .in(basics)
            .wide(16)
            .required()
            .listed()
            .frozen()
            .called({u"小区"_qs}),
        f(u"division"_qs, FieldType::Reference, u"所属社区"_qs, u"Community"_qs)
            .at(u"e"_qs, u"division_id"_qs)
            .titled(u"d.name"_qs)
            .refers(u"division"_qs)
            .among(communities)
            .givenIfSole()
            .in(basics)
            .required()
            .listed(),
        f(u"households"_qs, FieldType::Integer, u"户数"_qs, u"Households"_qs)
            .at(u"e"_qs, u"households"_qs)
            .measured({u"户"_qs, {}})
            .in(basics)
            .listed(),
        f(u"buildings"_qs, FieldType::Integer, u"楼栋数"_qs, u"Buildings"_qs)
            .reads(u"(SELECT COUNT(*) FROM building b WHERE b.estate_id = e.id AND b.voided_at IS NULL)"_qs)
            .measured({u"幢"_qs, {}})
            .listed(),
        f(u"landMu"_qs, FieldType::Decimal, u"占地"_qs, u"Land"_qs)
            .at(u"e"_qs, u"land_mu"_qs)
            .measured({u"亩"_qs, u"mu"_qs})
            .in(basics)
            .listed(),
        f(u"floorArea"_qs, FieldType::Decimal, u"建筑面积"_qs, u"Floor area"_qs)
            .at(u"e"_qs, u"floor_area_m2"_qs)
            .measured({u"㎡"_qs, {}})
            .in(basics)
            .listed(),
        f(u"propertyMode"_qs, FieldType::Code, u"物业模式"_qs, u"Property management"_qs)
            .at(u"e"_qs, u"property_mode"_qs)
            .codes(u"propertyMode"_qs)
            .in(basics)
            .listed(),
        f(u"propertyCompany"_qs, FieldType::Text, u"物业公司"_qs, u"Property company"_qs)
            .at(u"e"_qs, u"property_company"_qs)
            .in(basics)
            .wide(20),
        f(u"ownersCommittee"_qs, FieldType::YesNo, u"业主委员会"_qs, u"Owners' committee"_qs)
            .at(u"e"_qs, u"owners_committee"_qs)
            .in(basics),
        f(u"ownersCommitteeUntil"_qs, FieldType::Date, u"业委会届满"_qs, u"Committee until"_qs)
            .at(u"e"_qs, u"owners_committee_until"_qs)
            .in(basics),
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"e"_qs, u"note"_qs).in(basics).sealedShown(),
    };
    spec.related = {{u"building"_qs, u"estate"_qs, {u"楼栋"_qs, u"Buildings"_qs}, true}};
    addEstateRules(spec);
    return spec;
}

RegistrySpec building()
{
    RegistrySpec spec;
    spec.id = u"building"_qs;
    spec.term = {u"楼栋"_qs, u"Buildings"_qs};
    spec.unit = {u"幢"_qs, {}};
    spec.about = {u"小区的楼栋，一幢楼同一时间只属于一个网格。"_qs,
                  u"Buildings of the estates; a building lies in one grid at a time."_qs};
    spec.icon = u"building"_qs;
    spec.group = u"places"_qs;
    spec.from = QStringLiteral("building b JOIN estate e ON e.id = b.estate_id JOIN division d ON d.id = e.division_id "
                               "LEFT JOIN building_grid bg ON bg.building_id = b.id AND %1 LEFT JOIN grid g ON g.id = "
                               "bg.grid_id LEFT JOIN person h ON h.id = b.head_id")
                    .arg(validAt(u"bg"_qs));
    spec.where = u"b.voided_at IS NULL"_qs;
    spec.key = u"b.id"_qs;
    spec.titleExpr = u"(e.name || b.no)"_qs;
    spec.defaultSort = u"d.code, e.pinyin, b.sort_key"_qs;
    spec.parts = {{.alias = u"b"_qs, .table = u"building"_qs},
                  {.alias = u"bg"_qs,
                   .table = u"building_grid"_qs,
                   .dated = true,
                   .linkColumn = u"building_id"_qs,
                   .linkPart = u"b"_qs,
                   .optional = true}};
    const Term where{u"所属网格"_qs, u"Grid"_qs};
    spec.fields = {
        f(u"estate"_qs, FieldType::Reference, u"小区"_qs, u"Estate"_qs)
            .at(u"b"_qs, u"estate_id"_qs)
            .titled(u"e.name"_qs)
            .sorted(u"e.pinyin"_qs)
            .refers(u"estate"_qs)
            .in(basics)
            .wide(16)
            .required()
            .listed()
            .frozen(),
        f(u"no"_qs, FieldType::Text, u"楼栋号"_qs, u"Number"_qs)
            .at(u"b"_qs, u"no"_qs)
            .sorted(u"b.sort_key"_qs)
            .in(basics)
            .wide(8)
            .required()
            .listed()
            .frozen()
            .called({u"楼栋"_qs, u"幢号"_qs}),
        f(u"entrances"_qs, FieldType::Integer, u"单元数"_qs, u"Entrances"_qs)
            .at(u"b"_qs, u"entrances"_qs)
            .in(basics)
            .listed(),
        f(u"floors"_qs, FieldType::Integer, u"层数"_qs, u"Floors"_qs).at(u"b"_qs, u"floors"_qs).in(basics).listed(),
        f(u"households"_qs, FieldType::Integer, u"户数"_qs, u"Households"_qs)
            .at(u"b"_qs, u"households"_qs)
            .measured({u"户"_qs, {}})
            .in(basics)
            .listed(),
        f(u"persons"_qs, FieldType::Integer, u"人口"_qs, u"Persons"_qs)
            .at(u"b"_qs, u"persons"_qs)
            .measured({u"人"_qs, {}})
            .in(basics)
            .listed(),
        f(u"grid"_qs, FieldType::Reference, u"所属网格"_qs, u"Grid"_qs)
            .at(u"bg"_qs, u"grid_id"_qs)
            .titled(gridTitle(u"g"_qs))
            .sorted(u"g.sort_key"_qs)
            .refers(u"grid"_qs)
            .in(where)
            .listed(),
        f(u"gridFrom"_qs, FieldType::Date, u"划入日期"_qs, u"In this grid since"_qs)
            .at(u"bg"_qs, u"valid_from"_qs)
            .in(where)
            .listed()
            .hinted({u"改网格并把日期改晚，即为调整；以前的统计不变"_qs,
                     u"Another grid and a later day: a move; earlier figures stay as they were"_qs}),
        f(u"gridUntil"_qs, FieldType::Date, u"划出日期"_qs, u"Until"_qs).at(u"bg"_qs, u"valid_until"_qs).in(where),
        f(u"head"_qs, FieldType::Reference, u"楼栋长"_qs, u"Building head"_qs)
            .at(u"b"_qs, u"head_id"_qs)
            .titled(u"h.name"_qs)
            .sorted(u"h.pinyin"_qs)
            .searched(u"h.initials"_qs)
            .refers(u"person"_qs)
            .in(basics)
            .listed(),
        f(u"theme"_qs, FieldType::Text, u"楼道主题"_qs, u"Theme"_qs).at(u"b"_qs, u"theme"_qs).in(basics),
        f(u"division"_qs, FieldType::Text, u"社区"_qs, u"Community"_qs)
            .reads(u"d.name"_qs)
            .sorted(u"d.code"_qs)
            .listed(),
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"b"_qs, u"note"_qs).in(basics).sealedShown(),
    };
    spec.related = {{u"buildingGrid"_qs, u"building"_qs, {u"网格变动"_qs, u"Grid history"_qs}}};
    addBuildingRules(spec);
    return spec;
}

RegistrySpec buildingGrid()
{
    RegistrySpec spec;
    spec.id = u"buildingGrid"_qs;
    spec.term = {u"楼栋划分"_qs, u"Buildings in grids"_qs};
    spec.unit = {u"条"_qs, {}};
    spec.about = {u"楼栋属于哪个网格，按起止日期。"_qs, u"Which building lies in which grid, from day to day."_qs};
    spec.icon = u"grid"_qs;
    spec.from =
        u"building_grid t JOIN building b ON b.id = t.building_id JOIN estate e ON e.id = b.estate_id JOIN grid g ON g.id = t.grid_id"_qs;
    spec.where = u"t.voided_at IS NULL"_qs;
    spec.begun = begunBy(u"t.valid_from"_qs);
    spec.key = u"t.id"_qs;
    spec.titleExpr = u"(e.name || b.no || ' → ' || "_qs + gridTitle(u"g"_qs) + u')';
    spec.defaultSort = u"e.pinyin, b.sort_key, t.valid_from"_qs;
    spec.scopes = {{u"current"_qs,
                    {u"现在"_qs, u"Current"_qs},
                    u"t.valid_from <= :asof AND (t.valid_until IS NULL OR t.valid_until > :asof)"_qs},
                   {u"all"_qs, {u"全部"_qs, u"All"_qs}, {}}};
    spec.parts = {{.alias = u"t"_qs, .table = u"building_grid"_qs}};
    spec.fields = {
        f(u"building"_qs, FieldType::Reference, u"楼栋"_qs, u"Building"_qs)
            .at(u"t"_qs, u"building_id"_qs)
            .titled(u"(e.name || b.no)"_qs)
            .sorted(u"e.pinyin, b.sort_key"_qs)
            .refers(u"building"_qs)
            .in(basics)
            .wide(18)
            .required()
            .listed(),
        f(u"grid"_qs, FieldType::Reference, u"网格"_qs, u"Grid"_qs)
            .at(u"t"_qs, u"grid_id"_qs)
            .titled(gridTitle(u"g"_qs))
            .sorted(u"g.sort_key"_qs)
            .refers(u"grid"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"households"_qs, FieldType::Integer, u"户数"_qs, u"Households"_qs).reads(u"b.households"_qs).listed(),
        f(u"validFrom"_qs, FieldType::Date, u"划入日期"_qs, u"From"_qs)
            .at(u"t"_qs, u"valid_from"_qs)
            .in(duration)
            .required()
            .listed(),
        f(u"validUntil"_qs, FieldType::Date, u"划出日期"_qs, u"Until"_qs)
            .at(u"t"_qs, u"valid_until"_qs)
            .in(duration)
            .listed(),
    };
    addBuildingGridRules(spec);
    return spec;
}

} // namespace gridbook::places
