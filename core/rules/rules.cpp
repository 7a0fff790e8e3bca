#include "core/rules/rules.h"

namespace gridbook::rules {

using namespace Qt::StringLiterals;

const QList<Rule> &known()
{
    static const QList<Rule> rules{
        {u"grid.minHouseholds"_qs,
         {u"网格常住户下限"_qs, u"Fewest resident households of a grid"_qs},
         {u"户"_qs, {}},
         u"300"_qs,
         u"通行做法"_qs},
        {u"grid.maxHouseholds"_qs,
         {u"网格常住户上限"_qs, u"Most resident households of a grid"_qs},
         {u"户"_qs, {}},
         u"500"_qs,
         u"通行做法"_qs},
        {u"community.households"_qs,
         {u"社区规模"_qs, u"Households of a community"_qs},
         {u"户"_qs, {}},
         u"3000"_qs,
         u"济南"_qs},
        {u"branch.minMembers"_qs,
         {u"应建党支部的正式党员数"_qs, u"Full members for a branch"_qs},
         {u"人"_qs, {}},
         u"3"_qs,
         u"支部工作条例"_qs},
        {u"branch.maxMembers"_qs,
         {u"党支部党员数上限"_qs, u"Most members of a branch"_qs},
         {u"人"_qs, {}},
         u"50"_qs,
         u"支部工作条例"_qs},
        {u"committee.minMembers"_qs,
         {u"应设支委会的正式党员数"_qs, u"Full members for a branch committee"_qs},
         {u"人"_qs, {}},
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
         {u"日"_qs, u"day"_qs},
         u"5"_qs,
         u"本程序默认"_qs},
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

Result<double> number(Database &database, const QString &code, QDate day)
{
    const QString iso = day.toString(Qt::ISODate);
    GRIDBOOK_ASSIGN(const QVariant set,
                    database.scalar(u"SELECT value FROM rule WHERE code = ? AND voided_at IS NULL AND valid_from <= ? "
                                    "AND (valid_until IS NULL OR valid_until > ?)"_qs,
                                    {code, iso, iso}));
    if (set.isValid()) {
        return set.toDouble();
    }
    for (const Rule &rule : known()) {
        if (rule.code == code) {
            return rule.value.toDouble();
        }
    }
    return Error{ErrorKind::Internal, u"unknown rule"_qs, code};
}

QList<TableSpec> tables()
{
    return {TableSpec{.name = u"rule"_qs, .term = {u"规则"_qs, u"Rule"_qs}, .dated = true}};
}

QList<RegistrySpec> registries()
{
    RegistrySpec spec;
    spec.id = u"rule"_qs;
    spec.term = {u"规则与标准"_qs, u"Rules"_qs};
    spec.unit = {u"条"_qs, {}};
    spec.about = {u"各地不同的标准（网格户数、任期、上报日），按生效日期登记。"_qs,
                  u"Numbers on which places differ, valid from a day."_qs};
    spec.icon = u"gear"_qs;
    spec.from = u"rule r"_qs;
    spec.where = u"r.voided_at IS NULL"_qs;
    spec.key = u"r.id"_qs;
    spec.titleExpr = u"r.code"_qs;
    spec.defaultSort = u"r.code, r.valid_from DESC"_qs;
    spec.parts = {{.alias = u"r"_qs, .table = u"rule"_qs}};
    const Term basics{u"规则"_qs, u"Rule"_qs};
    spec.fields = {
        Field::of(u"code"_qs, FieldType::Text, {u"规则"_qs, u"Rule"_qs})
            .at(u"r"_qs, u"code"_qs)
            .in(basics)
            .wide(24)
            .required()
            .listed(),
        Field::of(u"value"_qs, FieldType::Text, {u"数值"_qs, u"Value"_qs})
            .at(u"r"_qs, u"value"_qs)
            .in(basics)
            .required()
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
    return {spec};
}

} // namespace gridbook::rules
