#include "core/places/gridcommands.h"
#include "core/places/places.h"
#include "core/places/placespecs.h"
#include "core/rules/rules.h"
#include <QCoreApplication>

namespace gridbook::places {

using namespace Qt::StringLiterals;

namespace {

// A name without its community; the next code of the community for a new grid; for one that is there, whether it keeps
// to the band and has a leader.
Result<QList<Remark>> remarksOnGrid(const RemarkInput &input)
{
    QList<Remark> remarks;
    const RowId community = storedValue(input.values.value(u"division"_qs)).toLongLong();
    const QString name = input.values.value(u"name"_qs).toString();
    GRIDBOOK_ASSIGN(const QString shorter, shorterName(input.database, name, DivisionId(community)));
    if (!shorter.isEmpty()) {
        remarks.append({u"name"_qs, repetitionAdvice(name, shorter), false, shorter});
    }
    if (input.record == 0) {
        if (community == 0 || !input.values.value(u"code"_qs).toString().isEmpty()) {
            return remarks;
        }
        // A community whose own code is not known yet proposes nothing, nor does a book that numbers in another way;
        // the code can be typed.
        GRIDBOOK_ASSIGN(const double digits, rules::number(input.database, gridDigitsRule, input.day));
        if (int(digits) != 15) {
            return remarks;
        }
        if (const auto next = nextGridCode(input.database, DivisionId(community))) {
            remarks.append(
                {u"code"_qs,
                 QCoreApplication::translate("Places", "The next free code of the community is %1.").arg(*next), false,
                 *next});
        }
        return remarks;
    }
    GRIDBOOK_ASSIGN(const GridCount count, gridCount(input.database, GridId(input.record), input.day));
    GRIDBOOK_ASSIGN(const QString fault, gridFault(input.database, GridId(input.record), input.day));
    if (count.residentHouseholds && fault.isEmpty()) { // not of one that is closed
        GRIDBOOK_ASSIGN(const QString band, bandWarning(input.database, *count.residentHouseholds, input.day));
        if (!band.isEmpty()) {
            remarks.append({{}, band, false, {}});
        }
    }
    GRIDBOOK_ASSIGN(const QString leader, leaderAdvice(input.database, GridId(input.record), input.day));
    if (!leader.isEmpty()) {
        remarks.append({{}, leader, false, {}});
    }
    return remarks;
}

} // namespace

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
    const QString households = counted(u"resident_households"_qs, owner);
    const QString outOfBand =
        QStringLiteral("(CASE WHEN NOT %4 THEN NULL WHEN %1 < %2 THEN 'below' WHEN %1 > %3 THEN 'above' END)")
            .arg(households, rules::numberExpression(fewestHouseholdsRule), rules::numberExpression(mostHouseholdsRule),
                 u"(g.valid_from <= :asof AND (g.valid_until IS NULL OR g.valid_until > :asof))"_qs);
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
            .among(communities)
            .givenIfSole()
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
            .reads(households)
            .measured({u"户"_qs, {}})
            .listed()
            .called({u"常住户数"_qs, u"户数（常住）"_qs}),
        f(u"band"_qs, FieldType::Code, u"户数提示"_qs, u"Outside of the band"_qs)
            .reads(outOfBand)
            .codes(u"gridBand"_qs)
            .wide(10)
            .listed(),
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
            .called({u"网格党组织形式"_qs}),
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
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"g"_qs, u"note"_qs).in(basics).sealedShown(),
    };
    spec.related = {{u"gridPost"_qs, u"grid"_qs, {u"网格队伍"_qs, u"Grid staff"_qs}, true},
                    {u"buildingGrid"_qs, u"grid"_qs, {u"楼栋"_qs, u"Buildings"_qs}},
                    {u"population"_qs, u"grid"_qs, {u"户数人口"_qs, u"Population"_qs}, true},
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
    spec.isTold = true;
    addGridRules(spec);
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
    spec.begun = begunBy(u"t.valid_from"_qs);
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
            .titled(gridTitle(u"g"_qs))
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
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"t"_qs, u"note"_qs).in(basics).sealedShown(),
    };
    spec.initial = fromToday;
    return spec;
}

} // namespace gridbook::places
