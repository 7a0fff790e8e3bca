#include "core/places/gridcommands.h"
#include "core/places/places.h"
#include "core/places/placespecs.h"

namespace gridbook::places {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

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
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"d"_qs, u"note"_qs).in(basics).sealedShown(),
    };
    spec.related = {{u"grid"_qs, u"division"_qs, {u"网格"_qs, u"Grids"_qs}, true},
                    {u"population"_qs, u"division"_qs, {u"户数人口"_qs, u"Population"_qs}, true},
                    {u"estate"_qs, u"division"_qs, {u"小区"_qs, u"Estates"_qs}, true}};
    spec.validate = [](const ValidationInput &input) {
        QList<Issue> issues;
        if (const QString fault = divisionCodeFault(input.values.value(u"code"_qs).toString(), {}); !fault.isEmpty()) {
            issues.append({u"code"_qs, IssueLevel::Error, fault});
        }
        return issues;
    };
    addDivisionRules(spec);
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
    spec.begun = begunBy(u"s.on_date"_qs);
    spec.key = u"s.id"_qs;
    spec.titleExpr = u"(d.name || COALESCE(' ' || g.name, '') || ' ' || s.on_date)"_qs;
    spec.defaultSort = u"s.on_date DESC, d.code, g.sort_key"_qs;
    spec.parts = {{.alias = u"s"_qs, .table = u"population_snapshot"_qs}};
    spec.fields = {
        f(u"division"_qs, FieldType::Reference, u"社区"_qs, u"Community"_qs)
            .at(u"s"_qs, u"division_id"_qs)
            .titled(u"d.name"_qs)
            .refers(u"division"_qs)
            .givenIfSole()
            .in(basics)
            .required()
            .listed(),
        f(u"grid"_qs, FieldType::Reference, u"网格"_qs, u"Grid"_qs)
            .at(u"s"_qs, u"grid_id"_qs)
            .titled(gridTitle(u"g"_qs))
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
            .among(communities)
            .givenIfSole()
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
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"r"_qs, u"note"_qs).in(basics).sealedShown(),
    };
    spec.initial = fromToday;
    return spec;
}

} // namespace gridbook::places
