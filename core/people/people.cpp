#include "core/people/people.h"
#include "core/base/partialdate.h"
#include "core/text/citizenid.h"
#include "core/text/personname.h"
#include "core/text/phone.h"
#include "core/text/pinyin.h"
#include <QCoreApplication>

namespace gridbook::people {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(People)
};

Field f(const QString &id, FieldType type, const QString &zh, const QString &en)
{
    return Field::of(id, type, {zh, en});
}

RegistrySpec person()
{
    RegistrySpec spec;
    spec.id = u"person"_qs;
    spec.term = {u"人员"_qs, u"People"_qs};
    spec.unit = {u"人"_qs, {}};
    spec.about = {u"一人一行：党员、网格长、志愿者都是同一个人的不同身份。"_qs,
                  u"One row per human being: member, grid leader and volunteer are roles of the same person."_qs};
    spec.icon = u"people"_qs;
    spec.group = u"people"_qs;
    spec.from = u"person p"_qs;
    spec.where = u"p.voided_at IS NULL"_qs;
    spec.key = u"p.id"_qs;
    spec.titleExpr = u"p.name"_qs;
    spec.defaultSort = u"p.pinyin"_qs;
    spec.parts = {{.alias = u"p"_qs, .table = u"person"_qs}};
    spec.fields = personFields(u"p"_qs, {u"基本信息"_qs, u"Basics"_qs});
    spec.related = {{u"member"_qs, u"person"_qs, {u"党员"_qs, u"Membership"_qs}},
                    {u"gridPost"_qs, u"person"_qs, {u"网格任职"_qs, u"Grid posts"_qs}}};
    spec.validate = validatePerson;
    spec.dependants = {
        {[] { return Texts::tr("%1 memberships: %2", "of the Party"); },
         u"SELECT COALESCE((SELECT s.short_name FROM affiliation a JOIN org_state s ON s.org_id = a.org_id AND "
         u"s.voided_at "
         "IS NULL WHERE a.member_id = m.id AND a.voided_at IS NULL ORDER BY a.valid_from DESC, s.valid_from DESC LIMIT "
         "1), '') FROM member m WHERE m.person_id = :id AND m.voided_at IS NULL"_qs},
        {[] { return Texts::tr("%1 seats on committees: %2"); },
         u"SELECT COALESCE((SELECT s.short_name FROM org_state s WHERE s.org_id = c.org_id AND s.voided_at IS NULL "
         "ORDER BY s.valid_from DESC LIMIT 1), '') FROM committee_member c WHERE c.person_id = :id AND c.voided_at IS "
         "NULL"_qs},
        {[] { return Texts::tr("%1 posts in grids: %2"); },
         u"SELECT d.name || ' ' || g.name FROM grid_post t JOIN grid g ON g.id = t.grid_id JOIN division d ON d.id = "
         "g.division_id WHERE t.person_id = :id AND t.voided_at IS NULL"_qs},
        {[] { return Texts::tr("%1 resident groups led: %2"); },
         u"SELECT name FROM resident_group WHERE leader_id = :id AND voided_at IS NULL"_qs},
        {[] { return Texts::tr("%1 buildings headed: %2"); },
         u"SELECT e.name || b.no FROM building b JOIN estate e ON e.id = b.estate_id WHERE b.head_id = :id AND "
         "b.voided_at IS NULL"_qs}};
    spec.insteadOfVoiding = [] {
        return Texts::tr("Whoever was entered twice is merged; otherwise these entries must be voided or given to "
                         "somebody else first.");
    };
    return spec;
}

} // namespace

QList<Field> personFields(const QString &part, const Term &section)
{
    const Term contact{u"联系方式"_qs, u"Contact"_qs};
    const Term more{u"其他"_qs, u"More"_qs};
    const auto readings = QStringLiteral("(COALESCE(%1.initials, '') || ' ' || COALESCE(%1.readings, ''))").arg(part);
    return {
        f(u"name"_qs, FieldType::Text, u"姓名"_qs, u"Name"_qs)
            .at(part, u"name"_qs)
            .sorted(part + u".pinyin")
            .searched(readings)
            .in(section)
            .wide(14)
            .required()
            .listed()
            .frozen()
            .called({u"党员姓名"_qs, u"人员姓名"_qs}),
        f(u"sex"_qs, FieldType::Code, u"性别"_qs, u"Sex"_qs)
            .at(part, u"sex"_qs)
            .codes(u"sex"_qs)
            .in(section)
            .wide(5)
            .listed(),
        f(u"ethnic"_qs, FieldType::Code, u"民族"_qs, u"Ethnic group"_qs)
            .at(part, u"ethnic"_qs)
            .codes(u"ethnic"_qs)
            .in(section)
            .wide(7)
            .listed(),
        f(u"idType"_qs, FieldType::Code, u"证件类型"_qs, u"Document"_qs)
            .at(part, u"id_type"_qs)
            .codes(u"idType"_qs)
            .in(section)
            .wide(12)
            .called({u"证件种类"_qs, u"身份证件类型"_qs, u"证件名称"_qs})
            .hinted({u"不填即居民身份证"_qs, u"Empty: the citizen identity card"_qs}),
        f(u"idNumber"_qs, FieldType::CitizenId, u"公民身份号码"_qs, u"Citizen ID number"_qs)
            .at(part, u"id_number"_qs)
            .in(section)
            .wide(19)
            .sealedExact()
            .listed()
            .called({u"身份证号"_qs, u"身份证号码"_qs, u"证件号"_qs, u"证件号码"_qs, u"身份证"_qs}),
        f(u"birth"_qs, FieldType::Date, u"出生日期"_qs, u"Birth date"_qs)
            .at(part, u"birth"_qs)
            .in(section)
            .wide(11)
            .listed()
            .called({u"出生年月"_qs, u"生日"_qs, u"出生年月日"_qs, u"出生时间"_qs}),
        f(u"education"_qs, FieldType::Code, u"学历"_qs, u"Education"_qs)
            .at(part, u"education"_qs)
            .codes(u"education"_qs)
            .in(section)
            .wide(13)
            .listed()
            .called({u"文化程度"_qs, u"最高学历"_qs}),
        f(u"phone"_qs, FieldType::Phone, u"手机号"_qs, u"Mobile"_qs)
            .at(part, u"phone"_qs)
            .in(contact)
            .wide(13)
            .sealedExact()
            .listed()
            .called({u"联系电话"_qs, u"手机"_qs, u"电话"_qs, u"手机号码"_qs, u"联系方式"_qs, u"移动电话"_qs}),
        f(u"landline"_qs, FieldType::Phone, u"固定电话"_qs, u"Telephone"_qs)
            .at(part, u"landline"_qs)
            .in(contact)
            .wide(13)
            .sealed()
            .called(
                {u"座机"_qs, u"固话"_qs, u"住宅电话"_qs, u"办公电话"_qs, u"其他电话"_qs, u"联系电话"_qs, u"电话"_qs}),
        f(u"address"_qs, FieldType::Text, u"家庭住址"_qs, u"Home address"_qs)
            .at(part, u"address"_qs)
            .in(contact)
            .wide(28)
            .sealed()
            .called({u"现住址"_qs, u"居住地址"_qs, u"住址"_qs, u"现居住地"_qs, u"家庭地址"_qs}),
        f(u"nativePlace"_qs, FieldType::Text, u"籍贯"_qs, u"Native place"_qs)
            .at(part, u"native_place"_qs)
            .in(more)
            .wide(12),
        f(u"registeredPlace"_qs, FieldType::Text, u"户籍所在地"_qs, u"Registered at"_qs)
            .at(part, u"registered_place"_qs)
            .in(more)
            .wide(20)
            .sealed()
            .called({u"户籍地"_qs, u"户口所在地"_qs}),
        f(u"workUnit"_qs, FieldType::Text, u"工作单位及职务"_qs, u"Work unit and post"_qs)
            .at(part, u"work_unit"_qs)
            .in(more)
            .wide(20)
            .called({u"工作单位"_qs, u"单位"_qs, u"单位及职务"_qs}),
        f(u"workSince"_qs, FieldType::Date, u"参加工作日期"_qs, u"At work since"_qs)
            .at(part, u"work_since"_qs)
            .in(more)
            .called({u"参加工作时间"_qs}),
        f(u"degree"_qs, FieldType::Code, u"学位"_qs, u"Degree"_qs).at(part, u"degree"_qs).codes(u"degree"_qs).in(more),
        f(u"politicalStatus"_qs, FieldType::Code, u"政治面貌"_qs, u"Political status"_qs)
            .at(part, u"political_status"_qs)
            .codes(u"politicalStatus"_qs)
            .in(more),
        f(u"marital"_qs, FieldType::Code, u"婚姻状况"_qs, u"Marital status"_qs)
            .at(part, u"marital"_qs)
            .codes(u"marital"_qs)
            .in(more)
            .called({u"婚姻"_qs}),
        f(u"personNote"_qs, FieldType::LongText, u"备注"_qs, u"Note"_qs)
            .at(part, u"note"_qs)
            .in(more)
            .wide(20)
            .sealedShown(),
    };
}

namespace {

// A passport or another card tells neither birth nor sex; its own form is a hint, because cards change.
QList<Issue> validateOtherNumber(const QString &number, text::IdType type, QDate today)
{
    if (const auto any = text::otherIdNumber(number); !any) {
        return {{u"idNumber"_qs, IssueLevel::Error, any.error().message}};
    }
    if (const auto own = text::parseIdNumber(type, number, today); !own) {
        return {{u"idNumber"_qs, IssueLevel::Warning, own.error().message}};
    }
    return {};
}

} // namespace

QList<Issue> validatePerson(const ValidationInput &input)
{
    QList<Issue> issues;
    const QString name = input.values.value(u"name"_qs).toString();
    if (!name.isEmpty()) {
        if (const auto parsed = text::parsePersonName(name); !parsed) {
            issues.append({u"name"_qs, IssueLevel::Error, parsed.error().message});
        }
    }
    const PartialDate birth = input.values.value(u"birth"_qs).value<PartialDate>();
    if (!birth.isNull() && birth.firstDay() > input.today) {
        issues.append({u"birth"_qs, IssueLevel::Error, Texts::tr("The birth date lies in the future.")});
    }
    const QString idNumber = input.values.value(u"idNumber"_qs).toString();
    const text::IdType idType = text::idTypeOf(input.values.value(u"idType"_qs).toString());
    if (!idNumber.isEmpty() && idType != text::IdType::CitizenId) {
        issues << validateOtherNumber(idNumber, idType, input.today);
    } else if (!idNumber.isEmpty()) {
        const auto examined = text::CitizenId::examine(idNumber, input.today);
        if (const auto *fault = std::get_if<text::CitizenIdIssue>(&examined)) {
            issues.append({u"idNumber"_qs, IssueLevel::Error, fault->message});
        } else {
            const auto &id = std::get<text::CitizenId>(examined);
            // The date in the personnel file may differ from the ID; both are shown, the reason goes into the note.
            if (!birth.isNull() && (id.birth() < birth.firstDay() || id.birth() > birth.lastDay())) {
                issues.append(
                    {u"birth"_qs, IssueLevel::Warning,
                     Texts::tr(
                         "The ID number says %1, the form says %2. Correct one of them or confirm the difference.")
                         .arg(PartialDate(id.birth()).toIso(), birth.toIso())});
            }
            const QString sex = input.values.value(u"sex"_qs).toString();
            const QString inId = id.sex() == text::Sex::Male ? u"1"_qs : u"2"_qs;
            if (!sex.isEmpty() && sex != inId) {
                issues.append(
                    {u"sex"_qs, IssueLevel::Warning,
                     Texts::tr(
                         "The ID number says %1, the form says %2. Correct one of them or confirm the difference.")
                         .arg(inId == u"1" ? u"男"_qs : u"女"_qs, sex == u"1" ? u"男"_qs : u"女"_qs)});
            }
            if (const auto odd = id.warning(input.today)) {
                issues.append({u"idNumber"_qs, IssueLevel::Warning, *odd});
            }
        }
    }
    return issues;
}

QList<TableSpec> tables()
{
    TableSpec persons{.name = u"person"_qs, .term = {u"人员"_qs, u"Person"_qs}};
    persons.sealed = {u"id_number"_qs, u"phone"_qs, u"landline"_qs, u"address"_qs, u"registered_place"_qs, u"note"_qs};
    persons.blindIndex = {{u"id_number"_qs, u"id_number_index"_qs}, {u"phone"_qs, u"phone_index"_qs}};
    persons.kept = {{u"education"_qs, Keeping::Changes},
                    {u"degree"_qs, Keeping::Changes},
                    {u"political_status"_qs, Keeping::Changes}};
    persons.derive = [](QVariantMap &values) {
        if (values.contains(u"name"_qs)) {
            const text::NameKey key = text::nameKey(values.value(u"name"_qs).toString());
            values.insert(u"pinyin"_qs, key.sortKey);
            values.insert(u"initials"_qs, key.initials);
            // Every way in which somebody may type the name: chenyongjun cyj.
            values.insert(u"readings"_qs, QStringList(key.pinyins + key.allInitials).join(u' '));
        }
    };
    return {persons, TableSpec{.name = u"person_distinct"_qs, .term = {u"不是同一人"_qs, u"Not the same person"_qs}}};
}

QList<RegistrySpec> registries()
{
    return {person()};
}

} // namespace gridbook::people
