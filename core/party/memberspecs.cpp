#include "core/base/partialdate.h"
#include "core/party/orgfacts.h"
#include "core/party/orgspecs.h"
#include "core/party/party.h"
#include "core/party/partyrules.h"
#include "core/people/people.h"
#include "core/places/places.h"
#include "core/storage/dialect.h"

namespace gridbook::party {

using namespace Qt::StringLiterals;

namespace {

Field f(const QString &id, FieldType type, const QString &zh, const QString &en)
{
    return Field::of(id, type, {zh, en});
}

// Of all branches as long as none is chosen.
const QString groupsOfBranch = u"s.type = 'group' AND (:branch IS NULL OR s.parent_id = :branch)"_qs;

// 党龄, as T7 counts it: full years since the day of confirmation (中国共产党章程, 第七条); a probationary member has
// none yet, and whoever left none any more.
QString yearsOfStanding()
{
    return QStringLiteral(
               "(CASE WHEN a.id IS NULL OR s.category = 'probationary' OR m.full_date > :asof THEN NULL ELSE "
               "%1 END)")
        .arg(dialect::yearsBetween(u"m.full_date"_qs, u":asof"_qs));
}

const Term leavingByAction{u"转出、死亡、出党等请用“操作”办理"_qs,
                           u"Leaving the register (transfer out, deceased …) is an action"_qs};

RegistrySpec member()
{
    RegistrySpec spec;
    spec.id = u"member"_qs;
    spec.term = {u"党员"_qs, u"Party members"_qs};
    spec.unit = {u"人"_qs, {}};
    spec.about = {u"组织关系在本社区的在册党员。导入党员花名册，或逐个新增。"_qs,
                  u"Members whose relation lies with this community. Import a roster or add them one by one."_qs};
    spec.icon = u"person"_qs;
    spec.group = u"party"_qs;
    spec.from =
        QStringLiteral(
            "person p JOIN member m ON m.person_id = p.id LEFT JOIN affiliation a ON a.member_id = m.id AND %1 "
            "LEFT JOIN standing s ON s.member_id = m.id AND %2 LEFT JOIN org_state o ON o.org_id = a.org_id AND %3 "
            "LEFT JOIN org_state gp ON gp.org_id = a.group_id AND %4 LEFT JOIN whereabouts w ON w.member_id = m.id AND "
            "%5 "
            "LEFT JOIN grid g ON g.id = a.grid_id LEFT JOIN division d ON d.id = g.division_id")
            .arg(validAt(u"a"_qs), validAt(u"s"_qs), validAt(u"o"_qs), validAt(u"gp"_qs), validAt(u"w"_qs));
    spec.where = u"p.voided_at IS NULL AND m.voided_at IS NULL"_qs;
    spec.key = u"m.id"_qs;
    spec.titleExpr = u"p.name"_qs;
    spec.defaultSort = u"p.pinyin, p.id"_qs;
    spec.scopes = {{u"current"_qs, {u"在册党员"_qs, u"On the register"_qs}, u"a.id IS NOT NULL"_qs},
                   {u"gone"_qs, {u"已离开"_qs, u"Gone"_qs}, u"a.id IS NULL"_qs},
                   {u"all"_qs, {u"全部"_qs, u"All"_qs}, {}}};
    spec.parts = {
        {.alias = u"p"_qs, .table = u"person"_qs, .matchColumn = u"id_number_index"_qs, .matchField = u"idNumber"_qs},
        {.alias = u"m"_qs, .table = u"member"_qs, .linkColumn = u"person_id"_qs, .linkPart = u"p"_qs},
        {.alias = u"a"_qs,
         .table = u"affiliation"_qs,
         .dated = true,
         .linkColumn = u"member_id"_qs,
         .linkPart = u"m"_qs,
         .optional = true},
        {.alias = u"s"_qs,
         .table = u"standing"_qs,
         .dated = true,
         .linkColumn = u"member_id"_qs,
         .linkPart = u"m"_qs,
         .optional = true},
        {.alias = u"w"_qs,
         .table = u"whereabouts"_qs,
         .dated = true,
         .linkColumn = u"member_id"_qs,
         .linkPart = u"m"_qs,
         .optional = true}};
    const Term basics{u"基本信息"_qs, u"Basics"_qs};
    const Term relation{u"组织关系"_qs, u"Relation"_qs};
    const Term membership{u"党籍"_qs, u"Membership"_qs};
    const Term work{u"岗位与类别"_qs, u"Work and category"_qs};
    const Term contactState{u"流动与失联"_qs, u"Mobile and lost"_qs};
    spec.fields = people::personFields(u"p"_qs, basics);
    spec.fields << QList<Field>{
        f(u"age"_qs, FieldType::Integer, u"年龄"_qs, u"Age"_qs)
            .reads(dialect::yearsBetween(u"p.birth"_qs, u":asof"_qs))
            .wide(5)
            .measured({u"周岁"_qs, u"years"_qs}),
        f(u"category"_qs, FieldType::Code, u"人员类别"_qs, u"Category"_qs)
            .at(u"s"_qs, u"category"_qs)
            .codes(u"memberCategory"_qs)
            .in(membership)
            .required()
            .listed()
            .called({u"党员类型"_qs, u"党员类别"_qs}),
        f(u"branch"_qs, FieldType::Reference, u"所在党支部"_qs, u"Branch"_qs)
            .at(u"a"_qs, u"org_id"_qs)
            .titled(u"o.short_name"_qs)
            .sorted(u"o.sort_key"_qs)
            .refers(u"partyOrg"_qs)
            .among(holdsMembersSql(u"s"_qs))
            .in(relation)
            .wide(14)
            .required()
            .listed()
            .called({u"所属支部"_qs, u"所在支部"_qs, u"所在党组织"_qs, u"党支部"_qs, u"所属党支部"_qs, u"支部"_qs}),
        f(u"group"_qs, FieldType::Reference, u"党小组"_qs, u"Group"_qs)
            .at(u"a"_qs, u"group_id"_qs)
            .titled(u"gp.short_name"_qs)
            .sorted(u"gp.sort_key"_qs)
            .refers(u"partyOrg"_qs)
            .among(groupsOfBranch)
            .in(relation)
            .wide(14)
            .listed()
            .called({u"所在党小组"_qs}),
        f(u"grid"_qs, FieldType::Reference, u"所属网格"_qs, u"Grid"_qs)
            .at(u"a"_qs, u"grid_id"_qs)
            .titled(places::gridTitle(u"g"_qs))
            .sorted(u"d.code, g.sort_key"_qs)
            .refers(u"grid"_qs)
            .in(relation)
            .wide(10)
            .listed()
            .called({u"网格"_qs}),
        f(u"since"_qs, FieldType::Date, u"归属起始日期"_qs, u"With this branch since"_qs)
            .at(u"a"_qs, u"valid_from"_qs)
            .in(relation)
            .required()
            .hinted({u"改支部、小组或网格并把日期改晚，即为调动；以前的统计不变"_qs,
                     u"Another branch, group or grid and a later day: a move; earlier figures stay as they were"_qs}),
        f(u"increase"_qs, FieldType::Code, u"增加方式"_qs, u"How the member came"_qs)
            .at(u"a"_qs, u"increase_kind"_qs)
            .codes(u"increaseKind"_qs)
            .in(relation)
            .called({u"党员增加信息"_qs})
            .hinted({u"第一段组织关系填写；支部间调动不填"_qs,
                     u"For the first spell; empty for a move between branches"_qs}),
        f(u"joinDate"_qs, FieldType::Date, u"加入党组织日期"_qs, u"Joined on"_qs)
            .at(u"m"_qs, u"join_date"_qs)
            .in(membership)
            .wide(11)
            .listed()
            .called({u"入党时间"_qs, u"入党日期"_qs, u"入党年月"_qs}),
        f(u"fullDate"_qs, FieldType::Date, u"转为正式党员日期"_qs, u"Full member since"_qs)
            .at(u"m"_qs, u"full_date"_qs)
            .in(membership)
            .wide(11)
            .listed()
            .called({u"转正时间"_qs, u"转正日期"_qs}),
        f(u"standingYears"_qs, FieldType::Integer, u"党龄"_qs, u"Years of standing"_qs)
            .reads(yearsOfStanding())
            .wide(5)
            .measured({u"年"_qs, u"years"_qs}),
        f(u"state"_qs, FieldType::Code, u"党籍状态"_qs, u"State"_qs)
            .at(u"s"_qs, u"state"_qs)
            .codes(u"membershipState"_qs)
            .stepped(u"terminal"_qs, leavingByAction)
            .in(membership)
            .required(),
        f(u"stateSince"_qs, FieldType::Date, u"类别与状态起始日期"_qs, u"In this state since"_qs)
            .at(u"s"_qs, u"valid_from"_qs)
            .in(membership)
            .required(),
        f(u"partyPost"_qs, FieldType::Text, u"党内职务"_qs, u"Party post"_qs)
            .at(u"m"_qs, u"party_post"_qs)
            .in(membership),
        f(u"joinBranch"_qs, FieldType::Text, u"入党时所在支部"_qs, u"Joined in branch"_qs)
            .at(u"m"_qs, u"join_branch"_qs)
            .in(membership),
        f(u"joinKind"_qs, FieldType::Text, u"入党类型"_qs, u"How admitted"_qs)
            .at(u"m"_qs, u"join_kind"_qs)
            .in(membership),
        f(u"workPost"_qs, FieldType::Code, u"工作岗位"_qs, u"Work post"_qs)
            .at(u"m"_qs, u"work_post"_qs)
            .codes(u"workPost"_qs)
            .in(work)
            .wide(14)
            .listed()
            .called({u"职业"_qs}),
        f(u"kind"_qs, FieldType::Code, u"党员分类"_qs, u"Kind"_qs)
            .at(u"m"_qs, u"kind"_qs)
            .codes(u"memberKind"_qs)
            .in(work),
        f(u"stratum"_qs, FieldType::Code, u"新社会阶层类型"_qs, u"New social stratum"_qs)
            .at(u"m"_qs, u"social_stratum"_qs)
            .codes(u"socialStratum"_qs)
            .in(work),
        f(u"professionalTitle"_qs, FieldType::Text, u"专业技术职务"_qs, u"Professional title"_qs)
            .at(u"m"_qs, u"professional_title"_qs)
            .in(work)
            .called({u"技术职称"_qs, u"从事专业技术职务"_qs}),
        f(u"frontline"_qs, FieldType::Text, u"一线情况"_qs, u"Front line"_qs).at(u"m"_qs, u"frontline"_qs).in(work),
        f(u"migrantWorker"_qs, FieldType::YesNo, u"是否农民工"_qs, u"Migrant worker"_qs)
            .at(u"m"_qs, u"migrant_worker"_qs)
            .in(work),
        f(u"taiwanNative"_qs, FieldType::YesNo, u"是否台湾省籍"_qs, u"Native of Taiwan"_qs)
            .at(u"m"_qs, u"taiwan_native"_qs)
            .in(work),
        f(u"mobile"_qs, FieldType::YesNo, u"是否流动党员"_qs, u"Mobile member"_qs)
            .at(u"w"_qs, u"mobile"_qs)
            .in(contactState)
            .called({u"是否流动"_qs, u"流动党员"_qs}),
        f(u"mobileTo"_qs, FieldType::Text, u"外出流向"_qs, u"Gone to"_qs).at(u"w"_qs, u"mobile_to"_qs).in(contactState),
        f(u"mobileSince"_qs, FieldType::Date, u"外出日期"_qs, u"Gone since"_qs)
            .at(u"w"_qs, u"mobile_since"_qs)
            .in(contactState),
        f(u"lost"_qs, FieldType::YesNo, u"是否失联党员"_qs, u"Lost member"_qs)
            .at(u"w"_qs, u"lost"_qs)
            .in(contactState)
            .called({u"是否失联"_qs, u"失联党员"_qs}),
        f(u"lostSince"_qs, FieldType::Date, u"失去联系日期"_qs, u"Lost since"_qs)
            .at(u"w"_qs, u"lost_since"_qs)
            .in(contactState),
        f(u"lostReason"_qs, FieldType::Code, u"失联情形"_qs, u"Circumstance"_qs)
            .at(u"w"_qs, u"lost_reason"_qs)
            .codes(u"lostReason"_qs)
            .in(contactState),
        f(u"whereaboutsSince"_qs, FieldType::Date, u"流动失联起始日期"_qs, u"Mobile or lost from"_qs)
            .at(u"w"_qs, u"valid_from"_qs)
            .in(contactState)
            .hinted({u"改流动或失联情况并把日期改晚，即从该日起变化；以前的统计不变。不填即从当日起"_qs,
                     u"Other entries and a later day: a change from that day on; earlier figures stay as they were. "
                     u"Empty: from the day on which it is entered"_qs}),
        f(u"hardship"_qs, FieldType::YesNo, u"是否困难党员"_qs, u"In difficulty"_qs)
            .at(u"m"_qs, u"hardship"_qs)
            .in(contactState)
            .called({u"是否困难"_qs, u"困难党员"_qs}),
        f(u"hardshipKind"_qs, FieldType::Text, u"困难情况"_qs, u"Difficulty"_qs)
            .at(u"m"_qs, u"hardship_kind"_qs)
            .in(contactState),
        f(u"specialty"_qs, FieldType::Text, u"特长"_qs, u"Specialty"_qs).at(u"m"_qs, u"specialty"_qs).in(work),
        f(u"dues"_qs, FieldType::Money, u"月交党费标准"_qs, u"Monthly dues"_qs)
            .at(u"m"_qs, u"dues_monthly"_qs)
            .measured({u"元"_qs, u"yuan"_qs})
            .in(membership)
            .called({u"党费标准"_qs, u"月应交"_qs, u"党费标准（月应交）"_qs}),
        f(u"archiveUnit"_qs, FieldType::Text, u"党员档案所在单位"_qs, u"Archive kept by"_qs)
            .at(u"m"_qs, u"archive_unit"_qs)
            .in(membership)
            .wide(20)
            .called({u"档案所在单位"_qs}),
        f(u"archiveNo"_qs, FieldType::Text, u"档案编号"_qs, u"Archive number"_qs)
            .at(u"m"_qs, u"archive_no"_qs)
            .in(membership),
        f(u"person"_qs, FieldType::Reference, u"人员"_qs, u"Person"_qs)
            .reads(u"p.id"_qs)
            .titled(u"p.name"_qs)
            .sorted(u"p.pinyin"_qs)
            .refers(u"person"_qs),
    };
    spec.related = {{u"affiliation"_qs, u"member"_qs, {u"组织关系"_qs, u"Affiliations"_qs}},
                    {u"standing"_qs, u"member"_qs, {u"党籍变化"_qs, u"Standing"_qs}},
                    {u"whereabouts"_qs, u"member"_qs, {u"流动与失联"_qs, u"Mobile and lost"_qs}}};
    spec.validate = validateMember;
    spec.remarkers = {remarksOnMember};
    addMemberRules(spec);
    // Most who are entered one by one have come with their relation from elsewhere.
    spec.initial = [](QDate today) {
        const QVariant day = QVariant::fromValue(PartialDate(today));
        return QVariantMap{{u"state"_qs, u"1"_qs},  {u"category"_qs, u"full"_qs}, {u"since"_qs, day},
                           {u"stateSince"_qs, day}, {u"increase"_qs, u"3"_qs},    {u"ethnic"_qs, u"01"_qs}};
    };
    return spec;
}

RegistrySpec affiliation()
{
    RegistrySpec spec;
    spec.id = u"affiliation"_qs;
    spec.term = {u"组织关系"_qs, u"Affiliations"_qs};
    spec.unit = {u"段"_qs, {}};
    spec.about = {u"党员每一段组织关系：支部、小组、网格、起止、增减方式。"_qs,
                  u"Every spell of a member: branch, group, grid, from, until, how the member came and left."_qs};
    spec.icon = u"transfer"_qs;
    spec.group = u"party"_qs;
    spec.from =
        QStringLiteral("affiliation t JOIN member m ON m.id = t.member_id JOIN person p ON p.id = m.person_id "
                       "LEFT JOIN org_state o ON %1 LEFT JOIN org_state gp ON %2 LEFT JOIN grid g ON g.id = t.grid_id")
            .arg(lastState(u"o"_qs, u"t.org_id"_qs), lastState(u"gp"_qs, u"t.group_id"_qs));
    spec.where = u"t.voided_at IS NULL AND m.voided_at IS NULL"_qs;
    spec.begun = begunBy(u"t.valid_from"_qs);
    spec.scopes = scopesOfSpells(u"t"_qs);
    spec.key = u"t.id"_qs;
    spec.titleExpr = u"(p.name || ' ' || COALESCE(o.short_name, ''))"_qs;
    spec.defaultSort = u"t.valid_from DESC, p.pinyin"_qs;
    spec.parts = {{.alias = u"t"_qs, .table = u"affiliation"_qs}};
    const Term basics{u"组织关系"_qs, u"Relation"_qs};
    const Term how{u"增减"_qs, u"Increase and decrease"_qs};
    spec.fields = {
        f(u"member"_qs, FieldType::Reference, u"党员"_qs, u"Member"_qs)
            .at(u"t"_qs, u"member_id"_qs)
            .titled(u"p.name"_qs)
            .sorted(u"p.pinyin"_qs)
            .searched(u"p.initials"_qs)
            .refers(u"member"_qs)
            .in(basics)
            .required()
            .listed()
            .frozen(),
        f(u"branch"_qs, FieldType::Reference, u"党支部"_qs, u"Branch"_qs)
            .at(u"t"_qs, u"org_id"_qs)
            .titled(u"o.short_name"_qs)
            .sorted(u"o.sort_key"_qs)
            .refers(u"partyOrg"_qs)
            .among(holdsMembersSql(u"s"_qs))
            .in(basics)
            .wide(14)
            .required()
            .listed(),
        f(u"group"_qs, FieldType::Reference, u"党小组"_qs, u"Group"_qs)
            .at(u"t"_qs, u"group_id"_qs)
            .titled(u"gp.short_name"_qs)
            .sorted(u"gp.sort_key"_qs)
            .refers(u"partyOrg"_qs)
            .among(groupsOfBranch)
            .in(basics)
            .wide(14)
            .listed(),
        f(u"grid"_qs, FieldType::Reference, u"网格"_qs, u"Grid"_qs)
            .at(u"t"_qs, u"grid_id"_qs)
            .titled(places::gridTitle(u"g"_qs))
            .sorted(u"g.sort_key"_qs)
            .refers(u"grid"_qs)
            .in(basics)
            .listed(),
        f(u"validFrom"_qs, FieldType::Date, u"起始日期"_qs, u"From"_qs)
            .at(u"t"_qs, u"valid_from"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"validUntil"_qs, FieldType::Date, u"终止日期"_qs, u"Until"_qs)
            .at(u"t"_qs, u"valid_until"_qs)
            .in(basics)
            .listed(),
        f(u"increase"_qs, FieldType::Code, u"增加方式"_qs, u"Increase"_qs)
            .at(u"t"_qs, u"increase_kind"_qs)
            .codes(u"increaseKind"_qs)
            .in(how)
            .listed(),
        f(u"decrease"_qs, FieldType::Code, u"减少方式"_qs, u"Decrease"_qs)
            .at(u"t"_qs, u"decrease_kind"_qs)
            .codes(u"decreaseKind"_qs)
            .in(how)
            .listed(),
        f(u"otherOrg"_qs, FieldType::Text, u"转入自"_qs, u"From"_qs)
            .at(u"t"_qs, u"other_org"_qs)
            .in(how)
            .wide(20)
            .listed(),
        f(u"docNo"_qs, FieldType::Text, u"介绍信号"_qs, u"Letter"_qs).at(u"t"_qs, u"doc_no"_qs).in(how),
        f(u"reason"_qs, FieldType::LongText, u"原因"_qs, u"Reason"_qs).at(u"t"_qs, u"reason"_qs).in(how),
        f(u"leftTo"_qs, FieldType::Text, u"转出至"_qs, u"To"_qs).at(u"t"_qs, u"left_to"_qs).in(how).wide(16).listed(),
        f(u"leftDoc"_qs, FieldType::Text, u"减少文号"_qs, u"Document of leaving"_qs)
            .at(u"t"_qs, u"left_doc"_qs)
            .in(how),
        f(u"leftReason"_qs, FieldType::LongText, u"减少原因"_qs, u"Reason of leaving"_qs)
            .at(u"t"_qs, u"left_reason"_qs)
            .in(how),
    };
    addAffiliationRules(spec);
    return spec;
}

RegistrySpec standing()
{
    RegistrySpec spec;
    spec.id = u"standing"_qs;
    spec.term = {u"党籍变化"_qs, u"Standing"_qs};
    spec.unit = {u"段"_qs, {}};
    spec.about = {u"预备、正式和党籍状态，按起止日期。"_qs,
                  u"Probationary or full, and the state of the membership, from day to day."_qs};
    spec.icon = u"history"_qs;
    spec.from = u"standing t JOIN member m ON m.id = t.member_id JOIN person p ON p.id = m.person_id"_qs;
    spec.where = u"t.voided_at IS NULL AND m.voided_at IS NULL"_qs;
    spec.begun = begunBy(u"t.valid_from"_qs);
    spec.scopes = scopesOfSpells(u"t"_qs);
    spec.key = u"t.id"_qs;
    spec.titleExpr = u"(p.name || ' ' || t.valid_from)"_qs;
    spec.defaultSort = u"t.valid_from DESC, p.pinyin"_qs;
    spec.parts = {{.alias = u"t"_qs, .table = u"standing"_qs}};
    const Term basics{u"党籍"_qs, u"Membership"_qs};
    spec.fields = {
        f(u"member"_qs, FieldType::Reference, u"党员"_qs, u"Member"_qs)
            .at(u"t"_qs, u"member_id"_qs)
            .titled(u"p.name"_qs)
            .sorted(u"p.pinyin"_qs)
            .refers(u"member"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"category"_qs, FieldType::Code, u"人员类别"_qs, u"Category"_qs)
            .at(u"t"_qs, u"category"_qs)
            .codes(u"memberCategory"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"state"_qs, FieldType::Code, u"党籍状态"_qs, u"State"_qs)
            .at(u"t"_qs, u"state"_qs)
            .codes(u"membershipState"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"validFrom"_qs, FieldType::Date, u"起始日期"_qs, u"From"_qs)
            .at(u"t"_qs, u"valid_from"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"validUntil"_qs, FieldType::Date, u"终止日期"_qs, u"Until"_qs)
            .at(u"t"_qs, u"valid_until"_qs)
            .in(basics)
            .listed(),
        f(u"decisionDoc"_qs, FieldType::Text, u"批准文号"_qs, u"Decision"_qs)
            .at(u"t"_qs, u"decision_doc"_qs)
            .in(basics)
            .listed(),
        f(u"reason"_qs, FieldType::LongText, u"原因"_qs, u"Reason"_qs).at(u"t"_qs, u"reason"_qs).in(basics).listed(),
    };
    addStandingRules(spec);
    return spec;
}

RegistrySpec whereabouts()
{
    RegistrySpec spec;
    spec.id = u"whereabouts"_qs;
    spec.term = {u"流动与失联"_qs, u"Mobile and lost"_qs};
    spec.unit = {u"段"_qs, {}};
    spec.about = {u"外出流动和失去联系的情况，按起止日期。"_qs,
                  u"Away from home or out of contact, from day to day."_qs};
    spec.icon = u"history"_qs;
    spec.from = u"whereabouts t JOIN member m ON m.id = t.member_id JOIN person p ON p.id = m.person_id"_qs;
    spec.where = u"t.voided_at IS NULL AND m.voided_at IS NULL"_qs;
    spec.begun = begunBy(u"t.valid_from"_qs);
    spec.scopes = scopesOfSpells(u"t"_qs);
    spec.key = u"t.id"_qs;
    spec.titleExpr = u"(p.name || ' ' || t.valid_from)"_qs;
    spec.defaultSort = u"t.valid_from DESC, p.pinyin"_qs;
    spec.parts = {{.alias = u"t"_qs, .table = u"whereabouts"_qs}};
    const Term basics{u"流动与失联"_qs, u"Mobile and lost"_qs};
    spec.fields = {
        f(u"member"_qs, FieldType::Reference, u"党员"_qs, u"Member"_qs)
            .at(u"t"_qs, u"member_id"_qs)
            .titled(u"p.name"_qs)
            .sorted(u"p.pinyin"_qs)
            .refers(u"member"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"mobile"_qs, FieldType::YesNo, u"是否流动党员"_qs, u"Mobile member"_qs)
            .at(u"t"_qs, u"mobile"_qs)
            .in(basics)
            .listed(),
        f(u"mobileTo"_qs, FieldType::Text, u"外出流向"_qs, u"Gone to"_qs)
            .at(u"t"_qs, u"mobile_to"_qs)
            .in(basics)
            .listed(),
        f(u"mobileSince"_qs, FieldType::Date, u"外出日期"_qs, u"Gone since"_qs)
            .at(u"t"_qs, u"mobile_since"_qs)
            .in(basics),
        f(u"lost"_qs, FieldType::YesNo, u"是否失联党员"_qs, u"Lost member"_qs)
            .at(u"t"_qs, u"lost"_qs)
            .in(basics)
            .listed(),
        f(u"lostSince"_qs, FieldType::Date, u"失去联系日期"_qs, u"Lost since"_qs)
            .at(u"t"_qs, u"lost_since"_qs)
            .in(basics)
            .listed(),
        f(u"lostReason"_qs, FieldType::Code, u"失联情形"_qs, u"Circumstance"_qs)
            .at(u"t"_qs, u"lost_reason"_qs)
            .codes(u"lostReason"_qs)
            .in(basics),
        f(u"validFrom"_qs, FieldType::Date, u"起始日期"_qs, u"From"_qs)
            .at(u"t"_qs, u"valid_from"_qs)
            .in(basics)
            .required()
            .listed(),
        f(u"validUntil"_qs, FieldType::Date, u"终止日期"_qs, u"Until"_qs)
            .at(u"t"_qs, u"valid_until"_qs)
            .in(basics)
            .listed(),
    };
    spec.validate = validateWhereabouts;
    return spec;
}

} // namespace

QList<RegistrySpec> memberRegistries()
{
    return {member(), affiliation(), standing(), whereabouts()};
}

} // namespace gridbook::party
