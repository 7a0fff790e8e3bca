#include "core/rules/rules.h"
#include "core/base/partialdate.h"
#include "core/registry/recordrules.h"
#include "core/rules/bandrules.h"
#include <QCoreApplication>

namespace gridbook::rules {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Rules)
};

const Rule *find(const QString &code)
{
    const auto found =
        std::find_if(known().begin(), known().end(), [&code](const Rule &rule) { return rule.code == code; });
    return found == known().end() ? nullptr : &*found;
}

// What is wrong with a value; empty: nothing.
QString fault(RuleKind kind, const QString &value)
{
    const auto words = [](const auto &parsed) { return parsed ? QString() : parsed.error().message; };
    switch (kind) {
    case RuleKind::Number: {
        bool isNumber = false;
        return value.toDouble(&isNumber) >= 0 && isNumber
                   ? QString()
                   : Texts::tr("“%1” is no number. Write it in digits.").arg(value);
    }
    case RuleKind::GridDigits:
        return value == u"15" || value == u"18" || value == u"20"
                   ? QString()
                   : Texts::tr("A grid code has 15, 18 or 20 digits, not %1.").arg(value);
    case RuleKind::AgeBands:
        return words(parseAgeBands(value));
    case RuleKind::StandingBands:
        return words(parseStandingBands(value));
    case RuleKind::JoinBands:
        return words(parseJoinBands(value));
    case RuleKind::EducationGroups:
        return words(parseEducationGroups(value, CodeTables()));
    case RuleKind::Text:
        break;
    }
    return {};
}

QList<Issue> validateRule(const ValidationInput &input)
{
    const QString value = input.values.value(u"value"_qs).toString().trimmed();
    const Rule *rule = find(input.values.value(u"code"_qs).toString());
    const QString words = rule == nullptr || value.isEmpty() ? QString() : fault(rule->kind, value);
    return words.isEmpty() ? QList<Issue>() : QList<Issue>{{u"value"_qs, IssueLevel::Error, words}};
}

// A band whose lower end lies above its upper end fits nothing.
Result<QList<Issue>> checkBand(const RuleInput &input)
{
    const QString code = input.values.value(u"code"_qs).toString();
    const bool isLower = code.contains(u".min"_qs);
    const QString other =
        isLower ? QString(code).replace(u".min"_qs, u".max"_qs) : QString(code).replace(u".max"_qs, u".min"_qs);
    const QDate from = input.values.value(u"validFrom"_qs).value<PartialDate>().firstDay();
    bool isNumber = false;
    const double value = input.values.value(u"value"_qs).toString().toDouble(&isNumber);
    if (other == code || find(other) == nullptr || !from.isValid() || !isNumber) {
        return QList<Issue>();
    }
    GRIDBOOK_ASSIGN(const double limit, number(input.database, other, from));
    if (isLower ? value <= limit : value >= limit) {
        return QList<Issue>();
    }
    return QList<Issue>{{u"value"_qs, IssueLevel::Error,
                         Texts::tr("“%1” is %2 on that day; the lower limit may not lie above the upper one. Change "
                                   "that one first, or enter another value.")
                             .arg(termOf(other).zh)
                             .arg(limit)}};
}

// A rule that has been in force is ended, not written over: the quarters that it has counted would change.
Result<QList<Remark>> remarksOnRule(const RemarkInput &input)
{
    if (input.record == 0) {
        return QList<Remark>();
    }
    GRIDBOOK_ASSIGN(Statement row,
                    Statement::prepare(input.database, u"SELECT value, valid_from FROM rule WHERE id = ?"_qs));
    GRIDBOOK_TRY(row.run(QVariantList{input.record}));
    if (!row.next() || row.text(0) == input.values.value(u"value"_qs).toString()) {
        return QList<Remark>();
    }
    return QList<Remark>{
        {u"value"_qs,
         Texts::tr(
             "This changes all figures since %1. To leave the earlier ones as they are, end this rule and enter a "
             "new one from the day on which the new value holds.")
             .arg(row.text(1)),
         true,
         {}}};
}

// The name of a rule in lists and messages.
QString titleExpression()
{
    QString sql = u"CASE r.code"_qs;
    for (const Rule &rule : known()) {
        sql += u" WHEN '%1' THEN '%2'"_qs.arg(rule.code, rule.term.zh);
    }
    return sql + u" ELSE r.code END";
}

// 户, 年: the unit of a rule's value, by its Chinese word; the code table knows the others.
QString unitExpression()
{
    QString sql = u"CASE r.code"_qs;
    for (const Rule &rule : known()) {
        if (!rule.unit.zh.isEmpty()) {
            sql += u" WHEN '%1' THEN '%2'"_qs.arg(rule.code, rule.unit.zh);
        }
    }
    return sql + u" END";
}

} // namespace

const QList<Rule> &known()
{
    static const QList<Rule> rules{
        {u"grid.minHouseholds"_qs,
         {u"网格常住户下限"_qs, u"Fewest resident households of a grid"_qs},
         {u"户"_qs, u"households"_qs},
         u"300"_qs,
         u"通行做法"_qs},
        {u"grid.maxHouseholds"_qs,
         {u"网格常住户上限"_qs, u"Most resident households of a grid"_qs},
         {u"户"_qs, u"households"_qs},
         u"500"_qs,
         u"通行做法"_qs},
        {u"grid.codeDigits"_qs,
         {u"网格编码位数"_qs, u"Digits of a grid code"_qs},
         {u"位"_qs, u"digits"_qs},
         u"15"_qs,
         u"通行做法（社区代码 12 位加顺序码 3 位）"_qs,
         RuleKind::GridDigits},
        {u"community.households"_qs,
         {u"社区规模"_qs, u"Households of a community"_qs},
         {u"户"_qs, u"households"_qs},
         u"3000"_qs,
         u"济南"_qs},
        {u"branch.minMembers"_qs,
         {u"应建党支部的正式党员数"_qs, u"Full members for a branch"_qs},
         {u"人"_qs, u"persons"_qs},
         u"3"_qs,
         u"支部工作条例"_qs},
        {u"branch.maxMembers"_qs,
         {u"党支部党员数上限"_qs, u"Most members of a branch"_qs},
         {u"人"_qs, u"persons"_qs},
         u"50"_qs,
         u"支部工作条例"_qs},
        {u"committee.minMembers"_qs,
         {u"应设支委会的正式党员数"_qs, u"Full members for a branch committee"_qs},
         {u"人"_qs, u"persons"_qs},
         u"7"_qs,
         u"支部工作条例"_qs},
        {u"term.reminderMonths"_qs,
         {u"换届提前提醒"_qs, u"Reminder before a term ends"_qs},
         {u"个月"_qs, u"months"_qs},
         u"6"_qs,
         u"任期意见（2018）"_qs},
        {u"term.communityYears"_qs,
         {u"社区党组织任期"_qs, u"Term of community organisations"_qs},
         {u"年"_qs, u"years"_qs},
         u"5"_qs,
         u"任期意见（2018）"_qs},
        {u"term.branchYears"_qs,
         {u"其他党支部任期"_qs, u"Term of other branches"_qs},
         {u"年"_qs, u"years"_qs},
         u"3"_qs,
         u"任期意见（2018）"_qs},
        {u"lost.months"_qs,
         {u"失联认定"_qs, u"Months until a member counts as lost"_qs},
         {u"个月"_qs, u"months"_qs},
         u"6"_qs,
         u"失联党员处理办法"_qs},
        {u"report.dueDay"_qs,
         {u"季报上报日（次月）"_qs, u"Quarterly report due (day of next month)"_qs},
         {u"日"_qs, u"day of the month"_qs},
         u"5"_qs,
         u"本程序默认"_qs},
        {u"report.addressee"_qs,
         {u"季报主送机关"_qs, u"Quarterly report: addressee"_qs},
         {},
         {},
         u"本程序默认（上一级党委）"_qs,
         RuleKind::Text},
        {u"report.sendTo"_qs,
         {u"季报送发单位"_qs, u"Quarterly report: sent to"_qs},
         {},
         {},
         u"本程序默认（同主送机关）"_qs,
         RuleKind::Text},
        {u"report.copies"_qs,
         {u"季报印发份数"_qs, u"Quarterly report: copies"_qs},
         {u"份"_qs, u"copies"_qs},
         u"2"_qs,
         u"本程序默认"_qs},
        {u"roster.volume"_qs,
         {u"党员花名册册次"_qs, u"Printed roster: number of the volume"_qs},
         {u"册"_qs, u"volume"_qs},
         u"1"_qs,
         u"本程序默认"_qs},
        {u"bands.age"_qs,
         {u"年龄分段（各段起始周岁）"_qs, u"Age bands (first year of each)"_qs},
         {u"岁"_qs, u"years of age"_qs},
         u"31 36 41 46 51 56 61 66 71"_qs,
         u"党内统计年报表2"_qs,
         RuleKind::AgeBands},
        {u"bands.join"_qs,
         {u"入党时间分段（各段起始日）"_qs, u"Bands of joining (first day of each)"_qs},
         {},
         u"1937-07-07 1945-09-03 1949-10-01 1966-05-01 1976-11-01 1979-01-01 2002-11-01 2012-11-01"_qs,
         u"党内统计年报表3"_qs,
         RuleKind::JoinBands},
        {u"bands.education"_qs,
         {u"学历分组（组名:代码）"_qs, u"Education groups (name:codes)"_qs},
         {},
         u"研究生:1；大学本科:2；大学专科:3；中专:41,42,43；高中、中技:44,45,46,47,48,49,6；初中及以下:7,8,9"_qs,
         u"党内统计年报表4，GB/T 4658"_qs,
         RuleKind::EducationGroups},
        {u"bands.standing"_qs,
         {u"党龄分段（各段起始年数）"_qs, u"Bands of standing (first year of each)"_qs},
         {u"年"_qs, u"years"_qs},
         u"1 6 11 21"_qs,
         u"党内统计年报表43"_qs,
         RuleKind::StandingBands},
    };
    return rules;
}

QList<Preset> presets()
{
    QList<Rule> fengxiang = known();
    fengxiang[0].value = u"500"_qs;
    fengxiang[0].source = u"凤翔"_qs;
    fengxiang[1].value = u"1000"_qs;
    fengxiang[1].source = u"凤翔"_qs;
    return {
        {u"common"_qs, {u"通行做法（每格 300–500 户）"_qs, u"Common (300–500 households a grid)"_qs}, known()},
        {u"fengxiang"_qs, {u"凤翔（每格 500–1000 户）"_qs, u"Fengxiang (500–1000 households a grid)"_qs}, fengxiang}};
}

Result<QString> text(Database &database, const QString &code, QDate day)
{
    const QString iso = day.toString(Qt::ISODate);
    GRIDBOOK_ASSIGN(const QVariant set,
                    database.scalar(u"SELECT value FROM rule WHERE code = ? AND voided_at IS NULL AND valid_from <= ? "
                                    "AND (valid_until IS NULL OR valid_until > ?)"_qs,
                                    {code, iso, iso}));
    if (set.isValid()) {
        return set.toString();
    }
    if (const Rule *rule = find(code)) {
        return rule->value;
    }
    return Error{ErrorKind::Internal, u"unknown rule"_qs, code};
}

Result<double> number(Database &database, const QString &code, QDate day)
{
    GRIDBOOK_ASSIGN(const QString value, text(database, code, day));
    return value.toDouble();
}

QString numberExpression(const QString &code)
{
    const Rule *rule = find(code);
    return QStringLiteral("COALESCE((SELECT CAST(ru.value AS INTEGER) FROM rule ru WHERE ru.code = '%1' AND %2), %3)")
        .arg(code, validAt(u"ru"_qs), rule == nullptr ? u"NULL"_qs : rule->value);
}

Term termOf(const QString &code)
{
    const Rule *rule = find(code);
    return rule != nullptr ? rule->term : Term{code, code};
}

QList<TableSpec> tables()
{
    return {TableSpec{.name = u"rule"_qs, .term = {u"规则"_qs, u"Rule"_qs}, .dated = true}};
}

QList<RegistrySpec> registries()
{
    RegistrySpec spec;
    spec.id = u"rule"_qs;
    spec.term = {u"本地标准"_qs, u"Local rules"_qs};
    spec.unit = {u"条"_qs, {}};
    spec.about = {u"各地不同的标准（网格户数、任期、上报日、统计分段），按生效日期登记。"_qs,
                  u"What places differ on (grids, terms, the report, the bands of its tables), valid from a day."_qs};
    spec.icon = u"gear"_qs;
    spec.from = u"rule r"_qs;
    spec.where = u"r.voided_at IS NULL"_qs;
    spec.key = u"r.id"_qs;
    spec.titleExpr = titleExpression();
    spec.defaultSort = u"r.code, r.valid_from DESC"_qs;
    spec.parts = {{.alias = u"r"_qs, .table = u"rule"_qs}};
    const Term basics{u"规则"_qs, u"Rule"_qs};
    spec.fields = {
        Field::of(u"code"_qs, FieldType::Code, {u"规则"_qs, u"Rule"_qs})
            .at(u"r"_qs, u"code"_qs)
            .codes(codeTable.toString())
            .in(basics)
            .wide(24)
            .required()
            .listed(),
        Field::of(u"value"_qs, FieldType::Text, {u"数值"_qs, u"Value"_qs})
            .at(u"r"_qs, u"value"_qs)
            .in(basics)
            .wide(32)
            .required()
            .listed()
            .hinted(
                {u"分段：各段起点由小到大，用空格隔开；学历分组：组名:代码开头，用分号隔开"_qs,
                 u"Bands: where each begins, ascending, with blanks between; groups: name:codes, with semicolons"_qs}),
        Field::of(u"unit"_qs, FieldType::Code, {u"单位"_qs, u"Unit"_qs})
            .reads(unitExpression())
            .codes(unitTable.toString())
            .wide(8)
            .listed(),
        Field::of(u"source"_qs, FieldType::Text, {u"依据"_qs, u"Source"_qs})
            .at(u"r"_qs, u"source"_qs)
            .in(basics)
            .wide(20)
            .listed(),
        Field::of(u"validFrom"_qs, FieldType::Date, {u"生效日期"_qs, u"From"_qs})
            .at(u"r"_qs, u"valid_from"_qs)
            .in(basics)
            .required()
            .listed(),
        Field::of(u"validUntil"_qs, FieldType::Date, {u"失效日期"_qs, u"Until"_qs})
            .at(u"r"_qs, u"valid_until"_qs)
            .in(basics)
            .listed(),
    };
    spec.validate = validateRule;
    spec.rules = {checkBand};
    spec.remarkers = {remarksOnRule};
    return {spec};
}

} // namespace gridbook::rules
