#pragma once
// Party organisations and members. A member's relation lies with one branch at a time (affiliation, dated); whether the
// member is probationary or full and in which state the membership is, is dated too (standing), and so is whether the
// member is away or out of contact (whereabouts). Sources: 党章, 中国共产党 支部工作条例（试行）,
// 关于党的基层组织任期的意见 (2018), the form 党员基本信息采集表 and the tables of 党内统计年报; account rows FX2, FX3,
// FX20, JN4–JN9, AP1, AP9.
#include "core/changes/table.h"
#include "core/registry/spec.h"

namespace gridbook::party {

QList<TableSpec> tables();
QList<RegistrySpec> registries();

// Join and confirmation dates against birth and each other (党章: 18 years of age; probation of one year).
QList<Issue> validateMember(const ValidationInput &input);
// A lost member needs the month in which contact was lost.
QList<Issue> validateWhereabouts(const ValidationInput &input);
// The advice of advice.h as remarks of forms.
Result<QList<Remark>> remarksOnOrg(const RemarkInput &input);
Result<QList<Remark>> remarksOnGrid(const RemarkInput &input);
Result<QList<Remark>> remarksOnMember(const RemarkInput &input); // under the branch
// An end that was shifted further than the rules allow, or without a document.
QList<Issue> validateTerm(const ValidationInput &input);
// Years of a term by type: community organisations 5, elsewhere committees 5 and branches 3.
int termYears(const QString &orgType, const QString &orgCategory);

} // namespace gridbook::party
