#include "core/places/places.h"
#include "core/base/partialdate.h"
#include "core/places/gridcommands.h"
#include "core/registry/recordstore.h"
#include "core/text/normalise.h"
#include "core/text/pinyin.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace gridbook::places {

using namespace Qt::StringLiterals;

namespace {

const Term basics{u"基本信息"_qs, u"Basics"_qs};
const Term counts{u"户数人口"_qs, u"Households and persons"_qs};
const Term duration{u"有效期"_qs, u"Validity"_qs};

Field f(const QString &id, FieldType type, const QString &zh, const QString &en)
{
    return Field::of(id, type, {zh, en});
}

// The latest count on or before the as-of day.
QString counted(const QString &column, const QString &owner)
{
    return QStringLiteral(
               "(SELECT x.%1 FROM population_snapshot x WHERE %2 AND x.voided_at IS NULL AND x.on_date <= :asof "
               "AND x.%1 IS NOT NULL ORDER BY x.on_date DESC, x.id DESC LIMIT 1)")
        .arg(column, owner);
}

void sortKeyFromName(QVariantMap &values, const QString &from)
{
    if (values.contains(from)) {
        values.insert(u"sort_key"_qs, text::naturalKey(values.value(from).toString()));
    }
}

// Grids, posts and groups begin today unless somebody says otherwise.
QVariantMap fromToday(QDate today)
{
    return {{u"validFrom"_qs, QVariant::fromValue(PartialDate(today))}};
}

// The next code of the community for a new grid; for a counted one, whether it keeps to the band.
Result<QList<Remark>> remarksOnGrid(const RemarkInput &input)
{
    QList<Remark> remarks;
    const RowId community = storedValue(input.values.value(u"division"_qs)).toLongLong();
    if (input.record == 0) {
        if (community == 0 || !input.values.value(u"code"_qs).toString().isEmpty()) {
            return remarks;
        }
        // A community whose own code is not known yet proposes nothing; the code can be typed.
        if (const auto next = nextGridCode(input.database, DivisionId(community))) {
            remarks.append(
                {u"code"_qs,
                 QCoreApplication::translate("Places", "The next free code of the community is %1.").arg(*next), false,
                 *next});
        }
        return remarks;
    }
    GRIDBOOK_ASSIGN(const GridCount count, gridCount(input.database, GridId(input.record), input.day));
    if (count.residentHouseholds) {
        GRIDBOOK_ASSIGN(const QString band, bandWarning(input.database, *count.residentHouseholds, input.day));
        if (!band.isEmpty()) {
            remarks.append({{}, band, false, {}});
        }
    }
    return remarks;
}

// The band holds for grids; a community is counted as a whole.
Result<QList<Remark>> remarksOnCount(const RemarkInput &input)
{
    const QVariant households = input.values.value(u"residentHouseholds"_qs);
    if (storedValue(input.values.value(u"grid"_qs)).toLongLong() == 0 || households.toString().isEmpty()) {
        return QList<Remark>();
    }
    const QDate counted = PartialDate::fromIso(storedValue(input.values.value(u"onDate"_qs)).toString()).firstDay();
    GRIDBOOK_ASSIGN(const QString band,
                    bandWarning(input.database, households.toInt(), counted.isValid() ? counted : input.day));
    return band.isEmpty() ? QList<Remark>() : QList<Remark>{{u"residentHouseholds"_qs, band, true, {}}};
}

RegistrySpec division()
{
    RegistrySpec spec;
    spec.id = u"division"_qs;
    spec.term = {u"社区"_qs, u"Communities"_qs};
    spec.unit = {u"个"_qs, {}};
    spec.about = {u"本册管理的行政区划：街道、社区及其代码、户数人口。"_qs,
                  u"The divisions of this book: street and communities with their codes and population."_qs};
    spec.icon = u"home"_qs;
    spec.group = u"places"_qs;
    spec.from = u"division d LEFT JOIN division dp ON dp.id = d.parent_id"_qs;
    spec.where = u"d.voided_at IS NULL"_qs;
    spec.key = u"d.id"_qs;
    spec.titleExpr = u"d.name"_qs;
    spec.defaultSort = u"d.code"_qs;
    spec.parts = {{.alias = u"d"_qs, .table = u"division"_qs}};
    const QString owner = u"x.division_id = d.id AND x.grid_id IS NULL"_qs;
    spec.fields = {
        f(u"name"_qs, FieldType::Text, u"名称"_qs, u"Name"_qs)
            .at(u"d"_qs, u"name"_qs)
            .in(basics)
            .wide(16)
            .required()
            .listed()
            .frozen(),
        f(u"code"_qs, FieldType::Text, u"区划代码"_qs, u"Code"_qs)
            .at(u"d"_qs, u"code"_qs)
            .in(basics)
            .wide(14)
            .required()
            .listed()
            .called({u"统计用区划代码"_qs}),
        f(u"level"_qs, FieldType::Code, u"级别"_qs, u"Level"_qs)
            .at(u"d"_qs, u"level"_qs)
            .codes(u"divisionLevel"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"parent"_qs, FieldType::Reference, u"上级"_qs, u"Superior"_qs)
            .at(u"d"_qs, u"parent_id"_qs)
            .titled(u"dp.name"_qs)
            .refers(u"division"_qs)
            .in(basics)
            .listed(),
        f(u"urbanRural"_qs, FieldType::Code, u"城乡分类"_qs, u"Urban or rural"_qs)
            .at(u"d"_qs, u"urban_rural"_qs)
            .codes(u"urbanRural"_qs)
            .in(basics),
        f(u"registeredHouseholds"_qs, FieldType::Integer, u"户籍户"_qs, u"Registered households"_qs)
            .reads(counted(u"registered_households"_qs, owner))
            .measured({u"户"_qs, {}})
            .listed(),
        f(u"registeredPersons"_qs, FieldType::Integer, u"户籍人口"_qs, u"Registered persons"_qs)
            .reads(counted(u"registered_persons"_qs, owner))
            .measured({u"人"_qs, {}})
            .listed(),
        f(u"residentHouseholds"_qs, FieldType::Integer, u"常住户"_qs, u"Resident households"_qs)
            .reads(counted(u"resident_households"_qs, owner))
            .measured({u"户"_qs, {}})
            .listed(),
        f(u"residentPersons"_qs, FieldType::Integer, u"常住人口"_qs, u"Resident persons"_qs)
            .reads(counted(u"resident_persons"_qs, owner))
            .measured({u"人"_qs, {}})
            .listed(),
        f(u"address"_qs, FieldType::Text, u"办公地址"_qs, u"Address"_qs).at(u"d"_qs, u"address"_qs).in(basics).wide(24),
        f(u"floorArea"_qs, FieldType::Decimal, u"用房面积"_qs, u"Floor area"_qs)
            .at(u"d"_qs, u"floor_area_m2"_qs)
            .measured({u"㎡"_qs, {}})
            .in(basics),
        f(u"validFrom"_qs, FieldType::Date, u"启用日期"_qs, u"Valid from"_qs)
            .at(u"d"_qs, u"valid_from"_qs)
            .in(duration),
        f(u"validUntil"_qs, FieldType::Date, u"停用日期"_qs, u"Valid until"_qs)
            .at(u"d"_qs, u"valid_until"_qs)
            .in(duration),
        f(u"successor"_qs, FieldType::Text, u"变更后代码"_qs, u"Successor code"_qs)
            .at(u"d"_qs, u"successor_code"_qs)
            .in(duration),
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"d"_qs, u"note"_qs).in(basics),
    };
    spec.related = {{u"grid"_qs, u"division"_qs, {u"网格"_qs, u"Grids"_qs}},
                    {u"population"_qs, u"division"_qs, {u"户数人口"_qs, u"Population"_qs}},
                    {u"estate"_qs, u"division"_qs, {u"小区"_qs, u"Estates"_qs}}};
    spec.validate = [](const ValidationInput &input) {
        QList<Issue> issues;
        if (const QString fault = divisionCodeFault(input.values.value(u"code"_qs).toString(), {}); !fault.isEmpty()) {
            issues.append({u"code"_qs, IssueLevel::Error, fault});
        }
        return issues;
    };
    return spec;
}

RegistrySpec grid()
{
    RegistrySpec spec;
    spec.id = u"grid"_qs;
    spec.term = {u"网格"_qs, u"Grids"_qs};
    spec.unit = {u"个"_qs, {}};
    spec.about = {
        u"网格是社区治理的基本单元：楼栋、党员、网格长都归到网格。"_qs,
        u"A grid is the smallest unit of the community: buildings, members and grid leaders belong to it."_qs};
    spec.icon = u"grid"_qs;
    spec.group = u"places"_qs;
    spec.from = QStringLiteral("grid g JOIN division d ON d.id = g.division_id LEFT JOIN grid_post gl ON gl.grid_id = "
                               "g.id AND gl.role = 'leader' AND %1 "
                               "LEFT JOIN person pl ON pl.id = gl.person_id")
                    .arg(validAt(u"gl"_qs));
    spec.where = u"g.voided_at IS NULL"_qs;
    spec.key = u"g.id"_qs;
    spec.titleExpr = u"(d.name || ' ' || g.name)"_qs;
    spec.defaultSort = u"d.code, g.sort_key"_qs;
    spec.scopes = {{u"current"_qs,
                    {u"现有网格"_qs, u"Current"_qs},
                    u"g.valid_from <= :asof AND (g.valid_until IS NULL OR g.valid_until > :asof)"_qs},
                   {u"all"_qs, {u"含已撤销"_qs, u"With closed ones"_qs}, {}}};
    spec.parts = {{.alias = u"g"_qs, .table = u"grid"_qs}};
    const QString owner = u"x.grid_id = g.id"_qs;
    const QString members =
        QStringLiteral("(SELECT COUNT(*) FROM affiliation a WHERE a.grid_id = g.id AND %1)").arg(validAt(u"a"_qs));
    const QString buildings =
        QStringLiteral("(SELECT COUNT(*) FROM building_grid bg WHERE bg.grid_id = g.id AND %1)").arg(validAt(u"bg"_qs));
    spec.fields = {
        f(u"name"_qs, FieldType::Text, u"网格名称"_qs, u"Name"_qs)
            .at(u"g"_qs, u"name"_qs)
            .sorted(u"g.sort_key"_qs)
            .in(basics)
            .wide(14)
            .required()
            .listed()
            .frozen()
            .called({u"网格"_qs, u"名称"_qs}),
        f(u"code"_qs, FieldType::Text, u"网格编码"_qs, u"Code"_qs)
            .at(u"g"_qs, u"code"_qs)
            .in(basics)
            .wide(17)
            .required()
            .listed()
            .called({u"网格编号"_qs, u"编码"_qs, u"网格代码"_qs}),
        f(u"division"_qs, FieldType::Reference, u"所属社区"_qs, u"Community"_qs)
            .at(u"g"_qs, u"division_id"_qs)
            .titled(u"d.name"_qs)
            .sorted(u"d.code"_qs)
            .refers(u"division"_qs)
            .in(basics)
            .required()
            .listed()
            .called({u"社区"_qs}),
        f(u"kind"_qs, FieldType::Code, u"网格类别"_qs, u"Kind"_qs)
            .at(u"g"_qs, u"kind"_qs)
            .codes(u"gridKind"_qs)
            .in(basics)
            .required()
            .listed()
            .called({u"类别"_qs, u"网格类型"_qs}),
        f(u"areaKind"_qs, FieldType::Code, u"专属网格类型"_qs, u"Dedicated to"_qs)
            .at(u"g"_qs, u"area_kind"_qs)
            .codes(u"gridAreaKind"_qs)
            .in(basics),
        f(u"residentHouseholds"_qs, FieldType::Integer, u"常住户"_qs, u"Resident households"_qs)
            .reads(counted(u"resident_households"_qs, owner))
            .measured({u"户"_qs, {}})
            .listed()
            .called({u"常住户数"_qs, u"户数（常住）"_qs}),
        f(u"residentPersons"_qs, FieldType::Integer, u"常住人口"_qs, u"Resident persons"_qs)
            .reads(counted(u"resident_persons"_qs, owner))
            .measured({u"人"_qs, {}})
            .listed()
            .called({u"人口"_qs, u"人数"_qs}),
        f(u"registeredHouseholds"_qs, FieldType::Integer, u"户籍户"_qs, u"Registered households"_qs)
            .reads(counted(u"registered_households"_qs, owner))
            .measured({u"户"_qs, {}})
            .called({u"户籍户数"_qs}),
        f(u"buildings"_qs, FieldType::Integer, u"楼栋数"_qs, u"Buildings"_qs)
            .reads(buildings)
            .measured({u"幢"_qs, {}})
            .listed(),
        f(u"members"_qs, FieldType::Integer, u"党员数"_qs, u"Members"_qs)
            .reads(members)
            .measured({u"人"_qs, {}})
            .listed(),
        f(u"leader"_qs, FieldType::Reference, u"网格长"_qs, u"Grid leader"_qs)
            .reads(u"gl.person_id"_qs)
            .titled(u"pl.name"_qs)
            .sorted(u"pl.pinyin"_qs)
            .searched(u"pl.initials"_qs)
            .refers(u"person"_qs)
            .listed(),
        f(u"partyForm"_qs, FieldType::Code, u"党组织形式"_qs, u"Party form"_qs)
            .at(u"g"_qs, u"party_form"_qs)
            .codes(u"gridPartyForm"_qs)
            .in(basics)
            .listed()
            .called({u"党支部"_qs}),
        f(u"boundary"_qs, FieldType::LongText, u"四至范围"_qs, u"Boundary"_qs)
            .at(u"g"_qs, u"boundary"_qs)
            .in(basics)
            .called({u"四至"_qs})
            .hinted({u"东至… 西至… 南至… 北至…"_qs, u"East to … west to … south to … north to …"_qs}),
        f(u"validFrom"_qs, FieldType::Date, u"设立日期"_qs, u"Set up on"_qs)
            .at(u"g"_qs, u"valid_from"_qs)
            .in(duration)
            .required(),
        f(u"validUntil"_qs, FieldType::Date, u"撤销日期"_qs, u"Closed on"_qs)
            .at(u"g"_qs, u"valid_until"_qs)
            .in(duration),
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"g"_qs, u"note"_qs).in(basics),
    };
    spec.related = {{u"gridPost"_qs, u"grid"_qs, {u"网格队伍"_qs, u"Grid staff"_qs}},
                    {u"buildingGrid"_qs, u"grid"_qs, {u"楼栋"_qs, u"Buildings"_qs}},
                    {u"population"_qs, u"grid"_qs, {u"户数人口"_qs, u"Population"_qs}},
                    {u"member"_qs, u"grid"_qs, {u"党员"_qs, u"Members"_qs}}};
    spec.validate = [](const ValidationInput &input) {
        QList<Issue> issues;
        if (const QString fault = gridCodeFault(input.values.value(u"code"_qs).toString(), {}); !fault.isEmpty()) {
            issues.append({u"code"_qs, IssueLevel::Error, fault});
        }
        if (input.values.value(u"kind"_qs).toString() == u"special" &&
            input.values.value(u"areaKind"_qs).toString().isEmpty()) {
            issues.append(
                {u"areaKind"_qs, IssueLevel::Error,
                 QCoreApplication::translate("Places", "A dedicated grid needs the kind of place that it serves.")});
        }
        return issues;
    };
    spec.initial = fromToday;
    spec.remarkers = {remarksOnGrid};
    return spec;
}

RegistrySpec population()
{
    RegistrySpec spec;
    spec.id = u"population"_qs;
    spec.term = {u"户数人口"_qs, u"Population"_qs};
    spec.unit = {u"条"_qs, {}};
    spec.about = {u"按日期登记的户数和人口；报表取截止日之前最近一次。"_qs,
                  u"Counts by day; reports take the latest one on or before their day."_qs};
    spec.icon = u"people"_qs;
    spec.from =
        u"population_snapshot s JOIN division d ON d.id = s.division_id LEFT JOIN grid g ON g.id = s.grid_id"_qs;
    spec.where = u"s.voided_at IS NULL"_qs;
    spec.key = u"s.id"_qs;
    spec.titleExpr = u"(d.name || COALESCE(' ' || g.name, '') || ' ' || s.on_date)"_qs;
    spec.defaultSort = u"s.on_date DESC, d.code, g.sort_key"_qs;
    spec.parts = {{.alias = u"s"_qs, .table = u"population_snapshot"_qs}};
    spec.fields = {
        f(u"division"_qs, FieldType::Reference, u"社区"_qs, u"Community"_qs)
            .at(u"s"_qs, u"division_id"_qs)
            .titled(u"d.name"_qs)
            .refers(u"division"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"grid"_qs, FieldType::Reference, u"网格"_qs, u"Grid"_qs)
            .at(u"s"_qs, u"grid_id"_qs)
            .titled(u"g.name"_qs)
            .sorted(u"g.sort_key"_qs)
            .refers(u"grid"_qs)
            .in(basics)
            .listed()
            .hinted({u"不填为全社区"_qs, u"Empty: the whole community"_qs}),
        f(u"onDate"_qs, FieldType::Date, u"统计日期"_qs, u"Counted on"_qs)
            .at(u"s"_qs, u"on_date"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"residentHouseholds"_qs, FieldType::Integer, u"常住户"_qs, u"Resident households"_qs)
            .at(u"s"_qs, u"resident_households"_qs)
            .measured({u"户"_qs, {}})
            .in(counts)
            .listed(),
        f(u"residentPersons"_qs, FieldType::Integer, u"常住人口"_qs, u"Resident persons"_qs)
            .at(u"s"_qs, u"resident_persons"_qs)
            .measured({u"人"_qs, {}})
            .in(counts)
            .listed(),
        f(u"registeredHouseholds"_qs, FieldType::Integer, u"户籍户"_qs, u"Registered households"_qs)
            .at(u"s"_qs, u"registered_households"_qs)
            .measured({u"户"_qs, {}})
            .in(counts)
            .listed(),
        f(u"registeredPersons"_qs, FieldType::Integer, u"户籍人口"_qs, u"Registered persons"_qs)
            .at(u"s"_qs, u"registered_persons"_qs)
            .measured({u"人"_qs, {}})
            .in(counts)
            .listed(),
        f(u"source"_qs, FieldType::Text, u"来源"_qs, u"Source"_qs).at(u"s"_qs, u"source"_qs).in(basics).listed(),
    };
    spec.remarkers = {remarksOnCount};
    return spec;
}

RegistrySpec gridPost()
{
    RegistrySpec spec;
    spec.id = u"gridPost"_qs;
    spec.term = {u"网格队伍"_qs, u"Grid staff"_qs};
    spec.unit = {u"人次"_qs, {}};
    spec.about = {u"网格长、网格员等任职，按起止日期登记；同一时间只有一名网格长。"_qs,
                  u"Posts in grids from day to day; one leader at a time."_qs};
    spec.icon = u"person"_qs;
    spec.group = u"places"_qs;
    spec.from =
        u"grid_post t JOIN grid g ON g.id = t.grid_id JOIN division d ON d.id = g.division_id JOIN person p ON p.id = t.person_id"_qs;
    spec.where = u"t.voided_at IS NULL"_qs;
    spec.key = u"t.id"_qs;
    spec.titleExpr = u"(g.name || ' ' || p.name)"_qs;
    spec.defaultSort = u"d.code, g.sort_key, t.role, t.valid_from"_qs;
    spec.scopes = {{u"current"_qs,
                    {u"现任"_qs, u"Current"_qs},
                    u"t.valid_from <= :asof AND (t.valid_until IS NULL OR t.valid_until > :asof)"_qs},
                   {u"all"_qs, {u"含已离任"_qs, u"With former ones"_qs}, {}}};
    spec.parts = {{.alias = u"t"_qs, .table = u"grid_post"_qs}};
    spec.fields = {
        f(u"grid"_qs, FieldType::Reference, u"网格"_qs, u"Grid"_qs)
            .at(u"t"_qs, u"grid_id"_qs)
            .titled(u"g.name"_qs)
            .sorted(u"g.sort_key"_qs)
            .refers(u"grid"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"division"_qs, FieldType::Text, u"社区"_qs, u"Community"_qs).reads(u"d.name"_qs).listed(),
        f(u"role"_qs, FieldType::Code, u"岗位"_qs, u"Post"_qs)
            .at(u"t"_qs, u"role"_qs)
            .codes(u"gridPostRole"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"person"_qs, FieldType::Reference, u"姓名"_qs, u"Name"_qs)
            .at(u"t"_qs, u"person_id"_qs)
            .titled(u"p.name"_qs)
            .sorted(u"p.pinyin"_qs)
            .searched(u"p.initials"_qs)
            .refers(u"person"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"validFrom"_qs, FieldType::Date, u"任职日期"_qs, u"From"_qs)
            .at(u"t"_qs, u"valid_from"_qs)
            .in(duration)
            .required()
            .listed(),
        f(u"validUntil"_qs, FieldType::Date, u"离任日期"_qs, u"Until"_qs)
            .at(u"t"_qs, u"valid_until"_qs)
            .in(duration)
            .listed(),
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"t"_qs, u"note"_qs).in(basics),
    };
    spec.initial = fromToday;
    return spec;
}

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
            .searched(u"e.pinyin"_qs)
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
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"e"_qs, u"note"_qs).in(basics),
    };
    spec.related = {{u"building"_qs, u"estate"_qs, {u"楼栋"_qs, u"Buildings"_qs}}};
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
            .searched(u"e.pinyin"_qs)
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
            .titled(u"g.name"_qs)
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
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"b"_qs, u"note"_qs).in(basics),
    };
    spec.related = {{u"buildingGrid"_qs, u"building"_qs, {u"网格变动"_qs, u"Grid history"_qs}}};
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
    spec.key = u"t.id"_qs;
    spec.titleExpr = u"(e.name || b.no || ' → ' || g.name)"_qs;
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
            .titled(u"g.name"_qs)
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
    return spec;
}

RegistrySpec residentGroup()
{
    RegistrySpec spec;
    spec.id = u"residentGroup"_qs;
    spec.term = {u"居民小组"_qs, u"Resident groups"_qs};
    spec.unit = {u"个"_qs, {}};
    spec.about = {u"社区的居民小组和组长。"_qs, u"The resident groups of the communities and their leaders."_qs};
    spec.icon = u"people"_qs;
    spec.group = u"places"_qs;
    spec.from = u"resident_group r JOIN division d ON d.id = r.division_id LEFT JOIN person p ON p.id = r.leader_id"_qs;
    spec.where = u"r.voided_at IS NULL"_qs;
    spec.key = u"r.id"_qs;
    spec.titleExpr = u"(d.name || ' ' || r.name)"_qs;
    spec.defaultSort = u"d.code, r.sort_key"_qs;
    spec.scopes = {{u"current"_qs,
                    {u"现有"_qs, u"Current"_qs},
                    u"r.valid_from <= :asof AND (r.valid_until IS NULL OR r.valid_until > :asof)"_qs},
                   {u"all"_qs, {u"含已撤销"_qs, u"With closed ones"_qs}, {}}};
    spec.parts = {{.alias = u"r"_qs, .table = u"resident_group"_qs}};
    spec.fields = {
        f(u"name"_qs, FieldType::Text, u"小组名称"_qs, u"Name"_qs)
            .at(u"r"_qs, u"name"_qs)
            .sorted(u"r.sort_key"_qs)
            .in(basics)
            .wide(16)
            .required()
            .listed()
            .frozen()
            .called({u"居民小组"_qs}),
        f(u"division"_qs, FieldType::Reference, u"所属社区"_qs, u"Community"_qs)
            .at(u"r"_qs, u"division_id"_qs)
            .titled(u"d.name"_qs)
            .refers(u"division"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"leader"_qs, FieldType::Reference, u"组长"_qs, u"Leader"_qs)
            .at(u"r"_qs, u"leader_id"_qs)
            .titled(u"p.name"_qs)
            .sorted(u"p.pinyin"_qs)
            .refers(u"person"_qs)
            .in(basics)
            .listed(),
        f(u"validFrom"_qs, FieldType::Date, u"设立日期"_qs, u"From"_qs)
            .at(u"r"_qs, u"valid_from"_qs)
            .in(duration)
            .required()
            .listed(),
        f(u"validUntil"_qs, FieldType::Date, u"撤销日期"_qs, u"Until"_qs).at(u"r"_qs, u"valid_until"_qs).in(duration),
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"r"_qs, u"note"_qs).in(basics),
    };
    spec.initial = fromToday;
    return spec;
}

} // namespace

QList<TableSpec> tables()
{
    const auto plain = [](const QString &name, const QString &zh, const QString &en, const QString &sortFrom = {}) {
        TableSpec table{.name = name, .term = {zh, en}};
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
    return {plain(u"division"_qs, u"社区"_qs, u"Division"_qs),
            plain(u"grid"_qs, u"网格"_qs, u"Grid"_qs, u"name"_qs),
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

QString divisionCodeFault(const QString &code, const QString &parentCode)
{
    static const QRegularExpression shape(QStringLiteral("^\\d{6}(\\d{3}(\\d{3})?)?$"));
    if (!shape.match(code).hasMatch()) {
        return QCoreApplication::translate("Places",
                                           "A division code has 6 digits (county), 9 (street) or 12 (community).");
    }
    if (!parentCode.isEmpty() && !code.startsWith(parentCode)) {
        return QCoreApplication::translate("Places", "The code must begin with that of the superior division, %1.")
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
    if (!communityCode.isEmpty() && code.size() < 20 && !code.startsWith(communityCode)) {
        return QCoreApplication::translate("Places", "The code must begin with that of the community, %1.")
            .arg(communityCode);
    }
    return {};
}

} // namespace gridbook::places
