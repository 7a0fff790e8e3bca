#include "core/party/orgspecs.h"
#include "core/party/orgorder.h"
#include "core/party/party.h"
#include "core/party/partyrules.h"
#include "core/places/places.h"

namespace gridbook::party {

using namespace Qt::StringLiterals;

namespace {

const Term basics{u"基本信息"_qs, u"Basics"_qs};
const Term duration{u"起止"_qs, u"Duration"_qs};

Field f(const QString &id, FieldType type, const QString &zh, const QString &en)
{
    return Field::of(id, type, {zh, en});
}

// Members whose relation lies with the organisation itself or with one below it, however deep (as T2 of the report
// counts them), and those of a group, whose relation lies with its branch. Two counts, because no index serves columns
// that are joined by OR; and groups are left out of the tree, because their members are already the branch's.
QString memberCount()
{
    return QStringLiteral(
               "((WITH RECURSIVE tree (id) AS (SELECT o.id UNION SELECT os.org_id FROM tree JOIN org_state os ON "
               "os.parent_id = tree.id AND os.type <> 'group' AND %1) SELECT COUNT(*) FROM tree JOIN affiliation a ON "
               "a.org_id = tree.id AND %2) + (SELECT COUNT(*) FROM affiliation a WHERE a.group_id = o.id AND a.org_id "
               "<> o.id AND %2))")
        .arg(validAt(u"os"_qs), validAt(u"a"_qs));
}

// The last day of the current term: elected plus its years, or the approved later day. 29 February becomes the 28th in
// a year without it, as QDate::addYears has it.
QString dueDate()
{
    const QString year = u"(CAST(substr(t.elected_on, 1, 4) AS INTEGER) + t.term_years)"_qs;
    return QStringLiteral("COALESCE(t.shifted_until, CAST(%1 AS TEXT) || CASE WHEN substr(t.elected_on, 5) = '-02-29' "
                          "AND (%1 % 4 <> 0 OR (%1 % 100 = 0 AND %1 % 400 <> 0)) THEN '-02-28' ELSE "
                          "substr(t.elected_on, 5) END)")
        .arg(year);
}

RegistrySpec organization()
{
    RegistrySpec spec;
    spec.id = u"partyOrg"_qs;
    spec.term = {u"党组织"_qs, u"Party organisations"_qs};
    spec.unit = {u"个"_qs, {}};
    spec.about = {u"党委、党总支、党支部、党小组及功能型党组织。"_qs,
                  u"Committees, general branches, branches, groups, and functional organisations."_qs};
    spec.icon = u"flag"_qs;
    spec.group = u"party"_qs;
    spec.from =
        QStringLiteral("party_org o JOIN org_state s ON %1 LEFT JOIN org_state ps ON ps.org_id = "
                       "s.parent_id AND %2 "
                       "LEFT JOIN division d ON d.id = o.division_id LEFT JOIN grid g ON g.id = o.grid_id LEFT JOIN "
                       "building b ON b.id = o.building_id "
                       "LEFT JOIN estate be ON be.id = b.estate_id "
                       "LEFT JOIN org_term t ON t.org_id = o.id AND t.voided_at IS NULL AND t.elected_on <= :asof "
                       "AND NOT EXISTS (SELECT 1 FROM org_term t2 WHERE t2.org_id = o.id AND t2.voided_at IS NULL AND "
                       "t2.elected_on <= :asof AND t2.session > t.session) "
                       "LEFT JOIN committee_member sec ON sec.org_id = o.id AND sec.post = 'secretary' AND %3 LEFT "
                       "JOIN person sp ON sp.id = sec.person_id")
            .arg(lastState(u"s"_qs, u"o.id"_qs), validAt(u"ps"_qs), validAt(u"sec"_qs));
    spec.where = u"o.voided_at IS NULL"_qs;
    spec.key = u"o.id"_qs;
    spec.titleExpr = u"s.short_name"_qs;
    spec.defaultSort = u"d.code, "_qs + orgOrder(u"s"_qs);
    spec.scopes = {{u"current"_qs,
                    {u"现有党组织"_qs, u"Current"_qs},
                    u"o.valid_from <= :asof AND (o.valid_until IS NULL OR o.valid_until > :asof)"_qs},
                   {u"all"_qs, {u"含已撤销"_qs, u"With closed ones"_qs}, {}}};
    spec.parts = {
        {.alias = u"o"_qs, .table = u"party_org"_qs},
        {.alias = u"s"_qs, .table = u"org_state"_qs, .dated = true, .linkColumn = u"org_id"_qs, .linkPart = u"o"_qs}};
    spec.fields = {
        f(u"shortName"_qs, FieldType::Text, u"简称"_qs, u"Short name"_qs)
            .at(u"s"_qs, u"short_name"_qs)
            .sorted(orgOrder(u"s"_qs))
            .in(basics)
            .wide(26)
            .required()
            .listed()
            .frozen()
            .called({u"党组织"_qs, u"党组织名称"_qs, u"党组织简称"_qs}),
        f(u"fullName"_qs, FieldType::Text, u"全称"_qs, u"Full name"_qs)
            .at(u"s"_qs, u"full_name"_qs)
            .in(basics)
            .wide(28)
            .required()
            .called({u"党组织全称"_qs, u"名称"_qs, u"党组织名称"_qs})
            .hinted({u"与印章一致：中共…党支部"_qs, u"As on the seal"_qs}),
        f(u"type"_qs, FieldType::Code, u"组织类别"_qs, u"Type"_qs)
            .at(u"s"_qs, u"type"_qs)
            .codes(u"orgType"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"parent"_qs, FieldType::Reference, u"上级党组织"_qs, u"Superior"_qs)
            .at(u"s"_qs, u"parent_id"_qs)
            .titled(u"ps.short_name"_qs)
            .sorted(orgOrder(u"ps"_qs))
            .refers(u"partyOrg"_qs)
            .among(u"s.type NOT IN ('group', 'actionBranch', 'functionalBranch', 'mobileOrg', 'featureBranch')"_qs)
            .in(basics)
            .wide(16)
            .listed(),
        f(u"secretary"_qs, FieldType::Reference, u"书记"_qs, u"Secretary"_qs)
            .reads(u"sec.person_id"_qs)
            .titled(u"sp.name"_qs)
            .sorted(u"sp.pinyin"_qs)
            .refers(u"person"_qs)
            .listed(),
        f(u"members"_qs, FieldType::Integer, u"党员数"_qs, u"Members"_qs)
            .reads(memberCount())
            .measured({u"人"_qs, {}})
            .listed(),
        f(u"session"_qs, FieldType::Integer, u"届次"_qs, u"Session"_qs).reads(u"t.session"_qs).listed(),
        f(u"electedOn"_qs, FieldType::Date, u"本届选举日"_qs, u"Elected on"_qs).reads(u"t.elected_on"_qs).listed(),
        f(u"dueOn"_qs, FieldType::Date, u"届满日"_qs, u"Term ends"_qs).reads(dueDate()).listed(),
        f(u"basis"_qs, FieldType::Code, u"设置类型"_qs, u"Basis"_qs)
            .at(u"o"_qs, u"basis"_qs)
            .codes(u"orgBasis"_qs)
            .in(basics),
        f(u"category"_qs, FieldType::Code, u"单位类别"_qs, u"Kind of unit"_qs)
            .at(u"o"_qs, u"category"_qs)
            .codes(u"orgCategory"_qs)
            .in(basics),
        f(u"unitSituation"_qs, FieldType::Code, u"所在单位情况"_qs, u"Unit situation"_qs)
            .at(u"o"_qs, u"unit_situation"_qs)
            .codes(u"unitSituation"_qs)
            .in(basics),
        f(u"division"_qs, FieldType::Reference, u"所属社区"_qs, u"Community"_qs)
            .at(u"o"_qs, u"division_id"_qs)
            .titled(u"d.name"_qs)
            .sorted(u"d.code"_qs)
            .refers(u"division"_qs)
            .in(basics)
            .listed(),
        f(u"grid"_qs, FieldType::Reference, u"所在网格"_qs, u"Grid"_qs)
            .at(u"o"_qs, u"grid_id"_qs)
            .titled(places::gridTitle(u"g"_qs))
            .refers(u"grid"_qs)
            .in(basics),
        f(u"building"_qs, FieldType::Reference, u"所在楼栋"_qs, u"Building"_qs)
            .at(u"o"_qs, u"building_id"_qs)
            .titled(u"(be.name || b.no)"_qs)
            .refers(u"building"_qs)
            .in(basics),
        f(u"code"_qs, FieldType::Text, u"组织代码"_qs, u"Code"_qs).at(u"o"_qs, u"code"_qs).in(basics),
        f(u"founded"_qs, FieldType::Date, u"成立日期"_qs, u"Founded"_qs).at(u"o"_qs, u"founded"_qs).in(basics),
        f(u"foundedDoc"_qs, FieldType::Text, u"批准文号"_qs, u"Founding document"_qs)
            .at(u"o"_qs, u"founded_doc"_qs)
            .in(basics),
        f(u"contact"_qs, FieldType::Text, u"联系人"_qs, u"Contact"_qs).at(u"o"_qs, u"contact"_qs).in(basics),
        f(u"phone"_qs, FieldType::Text, u"联系电话"_qs, u"Telephone"_qs)
            .at(u"o"_qs, u"phone"_qs)
            .in(basics)
            .sealedShown(),
        f(u"address"_qs, FieldType::Text, u"地址"_qs, u"Address"_qs)
            .at(u"o"_qs, u"address"_qs)
            .in(basics)
            .wide(24)
            .sealedShown(),
        f(u"brand"_qs, FieldType::Text, u"支部特色"_qs, u"Brand"_qs).at(u"o"_qs, u"brand"_qs).in(basics),
        f(u"validFrom"_qs, FieldType::Date, u"启用日期"_qs, u"Exists since"_qs)
            .at(u"o"_qs, u"valid_from"_qs)
            .in(duration)
            .required(),
        f(u"validUntil"_qs, FieldType::Date, u"撤销日期"_qs, u"Closed on"_qs)
            .at(u"o"_qs, u"valid_until"_qs)
            .in(duration),
        f(u"stateFrom"_qs, FieldType::Date, u"名称与隶属起"_qs, u"Name and superior since"_qs)
            .at(u"s"_qs, u"valid_from"_qs)
            .in(duration)
            .required()
            .hinted({u"更名、升格、改隶属时填变更日期"_qs,
                     u"For a renaming, upgrade or new superior: the day of the change"_qs}),
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"o"_qs, u"note"_qs).in(basics).sealedShown(),
    };
    spec.related = {{u"member"_qs, u"branch"_qs, {u"党员"_qs, u"Members"_qs}},
                    {u"committeeMember"_qs, u"org"_qs, {u"班子成员"_qs, u"Committee"_qs}, true},
                    {u"orgTerm"_qs, u"org"_qs, {u"届次"_qs, u"Terms"_qs}},
                    {u"orgChange"_qs, u"org"_qs, {u"变动"_qs, u"Changes"_qs}}};
    spec.remarkers = {remarksOnOrg};
    addOrgRules(spec);
    return spec;
}

RegistrySpec term()
{
    RegistrySpec spec;
    spec.id = u"orgTerm"_qs;
    spec.term = {u"届次与换届"_qs, u"Terms"_qs};
    spec.unit = {u"届"_qs, {}};
    spec.about = {u"每届的选举日、任期、届满日；届满前六个月提醒。"_qs,
                  u"Elections, terms and when they end; a reminder comes six months ahead."_qs};
    spec.icon = u"calendar"_qs;
    spec.group = u"party"_qs;
    spec.from = QStringLiteral("org_term t JOIN party_org o ON o.id = t.org_id JOIN org_state s ON s.org_id = o.id AND "
                               "%1 LEFT JOIN division d ON d.id = o.division_id")
                    .arg(validAt(u"s"_qs));
    spec.where = u"t.voided_at IS NULL"_qs;
    spec.begun = begunBy(u"t.elected_on"_qs);
    spec.key = u"t.id"_qs;
    spec.titleExpr = u"(s.short_name || ' ' || t.session)"_qs;
    spec.defaultSort = QStringLiteral("d.code, %1, t.session DESC").arg(orgOrder(u"s"_qs));
    spec.parts = {{.alias = u"t"_qs, .table = u"org_term"_qs}};
    const Term election{u"选举"_qs, u"Election"_qs};
    spec.fields = {
        f(u"org"_qs, FieldType::Reference, u"党组织"_qs, u"Organisation"_qs)
            .at(u"t"_qs, u"org_id"_qs)
            .titled(u"s.short_name"_qs)
            .sorted(orgOrder(u"s"_qs))
            .refers(u"partyOrg"_qs)
            .in(basics)
            .wide(18)
            .required()
            .listed()
            .frozen(),
        f(u"session"_qs, FieldType::Integer, u"届次"_qs, u"Session"_qs)
            .at(u"t"_qs, u"session"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"electedOn"_qs, FieldType::Date, u"选举日期"_qs, u"Elected on"_qs)
            .at(u"t"_qs, u"elected_on"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"termYears"_qs, FieldType::Integer, u"任期"_qs, u"Years"_qs)
            .at(u"t"_qs, u"term_years"_qs)
            .measured({u"年"_qs, u"years"_qs})
            .in(basics)
            .required()
            .listed()
            .hinted({u"社区党组织 5 年；其他党支部 3 年"_qs, u"Community organisations 5 years; other branches 3"_qs}),
        f(u"dueOn"_qs, FieldType::Date, u"届满日期"_qs, u"Ends on"_qs).reads(dueDate()).listed(),
        f(u"shiftedUntil"_qs, FieldType::Date, u"延期至"_qs, u"Extended until"_qs)
            .at(u"t"_qs, u"shifted_until"_qs)
            .in(basics)
            .hinted({u"须经批准，最长一年"_qs, u"Needs approval, one year at most"_qs}),
        f(u"shiftDoc"_qs, FieldType::Text, u"延期批复文号"_qs, u"Extension document"_qs)
            .at(u"t"_qs, u"shift_doc"_qs)
            .in(basics),
        f(u"method"_qs, FieldType::Code, u"选举方式"_qs, u"Method"_qs)
            .at(u"t"_qs, u"method"_qs)
            .codes(u"electionMethod"_qs)
            .in(election)
            .listed(),
        f(u"direct"_qs, FieldType::YesNo, u"公推直选"_qs, u"Direct election"_qs).at(u"t"_qs, u"direct"_qs).in(election),
        f(u"due"_qs, FieldType::Integer, u"应到"_qs, u"Entitled"_qs).at(u"t"_qs, u"due_count"_qs).in(election),
        f(u"present"_qs, FieldType::Integer, u"实到"_qs, u"Present"_qs)
            .at(u"t"_qs, u"present_count"_qs)
            .in(election)
            .hinted({u"不少于应到的五分之四"_qs, u"At least four fifths"_qs}),
        f(u"ballotsIssued"_qs, FieldType::Integer, u"发出选票"_qs, u"Ballots issued"_qs)
            .at(u"t"_qs, u"ballots_issued"_qs)
            .in(election),
        f(u"ballotsReturned"_qs, FieldType::Integer, u"收回选票"_qs, u"Ballots returned"_qs)
            .at(u"t"_qs, u"ballots_returned"_qs)
            .in(election),
        f(u"ballotsValid"_qs, FieldType::Integer, u"有效选票"_qs, u"Valid ballots"_qs)
            .at(u"t"_qs, u"ballots_valid"_qs)
            .in(election),
        f(u"approvalDoc"_qs, FieldType::Text, u"批复文号"_qs, u"Approval document"_qs)
            .at(u"t"_qs, u"approval_doc"_qs)
            .in(election),
        f(u"endedOn"_qs, FieldType::Date, u"换届完成日"_qs, u"Ended on"_qs).at(u"t"_qs, u"ended_on"_qs).in(basics),
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"t"_qs, u"note"_qs).in(basics).sealedShown(),
    };
    spec.validate = validateTerm;
    addTermRules(spec);
    return spec;
}

RegistrySpec committee()
{
    RegistrySpec spec;
    spec.id = u"committeeMember"_qs;
    spec.term = {u"班子成员"_qs, u"Committee members"_qs};
    spec.unit = {u"人次"_qs, {}};
    spec.about = {u"书记、副书记、委员的任职起止。兼职委员不占班子职数。"_qs,
                  u"Secretaries, deputies and members from day to day."_qs};
    spec.icon = u"people"_qs;
    spec.group = u"party"_qs;
    spec.from = QStringLiteral("committee_member c JOIN party_org o ON o.id = c.org_id JOIN org_state s ON s.org_id = "
                               "o.id AND %1 JOIN person p ON p.id = c.person_id "
                               "LEFT JOIN org_term t ON t.id = c.term_id LEFT JOIN division d ON d.id = o.division_id")
                    .arg(validAt(u"s"_qs));
    spec.where = u"c.voided_at IS NULL"_qs;
    spec.begun = begunBy(u"c.valid_from"_qs);
    spec.key = u"c.id"_qs;
    spec.titleExpr = u"(s.short_name || ' ' || p.name)"_qs;
    spec.defaultSort = QStringLiteral("d.code, %1, c.valid_from DESC").arg(orgOrder(u"s"_qs));
    spec.scopes = {{u"current"_qs,
                    {u"现任"_qs, u"Current"_qs},
                    u"c.valid_from <= :asof AND (c.valid_until IS NULL OR c.valid_until > :asof)"_qs},
                   {u"all"_qs, {u"含已离任"_qs, u"With former ones"_qs}, {}}};
    spec.parts = {{.alias = u"c"_qs, .table = u"committee_member"_qs}};
    spec.fields = {
        f(u"org"_qs, FieldType::Reference, u"党组织"_qs, u"Organisation"_qs)
            .at(u"c"_qs, u"org_id"_qs)
            .titled(u"s.short_name"_qs)
            .sorted(orgOrder(u"s"_qs))
            .refers(u"partyOrg"_qs)
            .in(basics)
            .wide(18)
            .required()
            .listed(),
        f(u"person"_qs, FieldType::Reference, u"姓名"_qs, u"Name"_qs)
            .at(u"c"_qs, u"person_id"_qs)
            .titled(u"p.name"_qs)
            .sorted(u"p.pinyin"_qs)
            .searched(u"p.initials"_qs)
            .refers(u"person"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"post"_qs, FieldType::Code, u"党内职务"_qs, u"Post"_qs)
            .at(u"c"_qs, u"post"_qs)
            .codes(u"committeePost"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"term"_qs, FieldType::Reference, u"届次"_qs, u"Term"_qs)
            .at(u"c"_qs, u"term_id"_qs)
            .titled(u"(s.short_name || ' ' || t.session)"_qs)
            .refers(u"orgTerm"_qs)
            .in(basics),
        f(u"votes"_qs, FieldType::Integer, u"得票"_qs, u"Votes"_qs).at(u"c"_qs, u"votes"_qs).in(basics),
        f(u"validFrom"_qs, FieldType::Date, u"任职日期"_qs, u"From"_qs)
            .at(u"c"_qs, u"valid_from"_qs)
            .in(duration)
            .required()
            .listed(),
        f(u"validUntil"_qs, FieldType::Date, u"离任日期"_qs, u"Until"_qs)
            .at(u"c"_qs, u"valid_until"_qs)
            .in(duration)
            .listed(),
        f(u"note"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs).at(u"c"_qs, u"note"_qs).in(basics).sealedShown(),
    };
    return spec;
}

RegistrySpec change()
{
    RegistrySpec spec;
    spec.id = u"orgChange"_qs;
    spec.term = {u"组织变动"_qs, u"Changes of organisations"_qs};
    spec.unit = {u"次"_qs, {}};
    spec.about = {u"成立、撤销、合并、更名、升格、隶属变更，附文号。"_qs,
                  u"Founding, closing, merging, renaming, upgrading, new superior, each with its document."_qs};
    spec.icon = u"history"_qs;
    spec.group = u"party"_qs;
    spec.from = QStringLiteral("org_change c JOIN party_org o ON o.id = c.org_id LEFT JOIN org_state s ON %1 "
                               "LEFT JOIN org_state x ON %2")
                    .arg(lastState(u"s"_qs, u"o.id"_qs), lastState(u"x"_qs, u"c.other_org_id"_qs));
    spec.where = u"c.voided_at IS NULL"_qs;
    spec.begun = begunBy(u"c.on_date"_qs);
    spec.key = u"c.id"_qs;
    spec.titleExpr = u"(COALESCE(s.short_name, '') || ' ' || c.on_date)"_qs;
    spec.defaultSort = u"c.on_date DESC"_qs;
    spec.parts = {{.alias = u"c"_qs, .table = u"org_change"_qs}};
    spec.fields = {
        f(u"org"_qs, FieldType::Reference, u"党组织"_qs, u"Organisation"_qs)
            .at(u"c"_qs, u"org_id"_qs)
            .titled(u"s.short_name"_qs)
            .sorted(orgOrder(u"s"_qs))
            .refers(u"partyOrg"_qs)
            .in(basics)
            .wide(18)
            .required()
            .listed(),
        f(u"kind"_qs, FieldType::Code, u"变动类型"_qs, u"Kind"_qs)
            .at(u"c"_qs, u"kind"_qs)
            .codes(u"orgChangeKind"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"onDate"_qs, FieldType::Date, u"变动日期"_qs, u"On"_qs)
            .at(u"c"_qs, u"on_date"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"docNo"_qs, FieldType::Text, u"文号"_qs, u"Document"_qs).at(u"c"_qs, u"doc_no"_qs).in(basics).listed(),
        f(u"before"_qs, FieldType::Text, u"变动前"_qs, u"Before"_qs).at(u"c"_qs, u"before_text"_qs).in(basics).listed(),
        f(u"after"_qs, FieldType::Text, u"变动后"_qs, u"After"_qs).at(u"c"_qs, u"after_text"_qs).in(basics).listed(),
        f(u"other"_qs, FieldType::Reference, u"涉及党组织"_qs, u"Other organisation"_qs)
            .at(u"c"_qs, u"other_org_id"_qs)
            .titled(u"x.short_name"_qs)
            .sorted(orgOrder(u"x"_qs))
            .refers(u"partyOrg"_qs)
            .in(basics),
        f(u"reason"_qs, FieldType::LongText, u"原因"_qs, u"Reason"_qs).at(u"c"_qs, u"reason"_qs).in(basics).listed(),
    };
    return spec;
}

} // namespace

QString lastState(const QString &alias, const QString &org)
{
    return QStringLiteral("%1.id = (SELECT z.id FROM org_state z WHERE z.org_id = %2 AND z.voided_at IS NULL AND "
                          "z.valid_from <= :asof ORDER BY z.valid_from DESC LIMIT 1)")
        .arg(alias, org);
}

QList<RegistrySpec> organizationRegistries()
{
    return {organization(), committee(), term(), change()};
}

} // namespace gridbook::party
