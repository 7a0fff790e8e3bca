#include "core/party/party.h"
#include "core/base/partialdate.h"
#include "core/party/advice.h"
#include "core/party/orgorder.h"
#include "core/party/orgspecs.h"
#include "core/party/terms.h"
#include "core/people/people.h"
#include "core/registry/recordstore.h"
#include <QCoreApplication>

namespace gridbook::party {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Party)
};

PartialDate dateOf(const ValidationInput &input, const QString &field)
{
    return input.values.value(field).value<PartialDate>();
}
} // namespace

QList<TableSpec> tables()
{
    TableSpec states{.name = u"org_state"_qs, .term = {u"党组织"_qs, u"Organisation"_qs}, .dated = true};
    states.derive = deriveSortKey;
    TableSpec affiliations{.name = u"affiliation"_qs, .term = {u"组织关系"_qs, u"Affiliation"_qs}, .dated = true};
    affiliations.ofBeginning = {u"increase_kind"_qs, u"other_org"_qs, u"doc_no"_qs, u"reason"_qs};
    affiliations.ofEnd = {u"decrease_kind"_qs, u"left_to"_qs, u"left_doc"_qs, u"left_reason"_qs};
    affiliations.within = {
        {u"group_id"_qs, u"org_id"_qs,
         u"SELECT 1 FROM org_state WHERE org_id = ? AND parent_id = ? AND voided_at IS NULL LIMIT 1"_qs}};
    TableSpec standings{.name = u"standing"_qs, .term = {u"党籍"_qs, u"Standing"_qs}, .dated = true};
    standings.ofBeginning = {u"event"_qs, u"decision_doc"_qs, u"reason"_qs};
    TableSpec whereabouts{.name = u"whereabouts"_qs, .term = {u"流动与失联"_qs, u"Mobile and lost"_qs}, .dated = true};
    // Until schema 2 these stood in the member's own row, without a day.
    TableSpec members{.name = u"member"_qs, .term = {u"党员"_qs, u"Member"_qs}};
    for (const QString &column :
         {u"mobile"_qs, u"mobile_to"_qs, u"mobile_since"_qs, u"lost"_qs, u"lost_since"_qs, u"lost_reason"_qs}) {
        members.moved.insert(column, whereabouts.name);
    }
    members.kept = {{u"work_post"_qs, Keeping::Changes},
                    {u"kind"_qs, Keeping::Changes},
                    {u"social_stratum"_qs, Keeping::Changes},
                    {u"join_date"_qs, Keeping::Corrected}, // only whoever is admitted again joins a second time
                    {u"full_date"_qs, Keeping::Corrected}};
    members.sealed = {u"note"_qs};
    TableSpec committee{
        .name = u"committee_member"_qs, .term = {u"班子成员"_qs, u"Committee member"_qs}, .dated = true};
    committee.sealed = {u"note"_qs};
    // Of a small branch the telephone and the address are often those of its secretary.
    TableSpec orgs{.name = u"party_org"_qs, .term = {u"党组织"_qs, u"Organisation"_qs}};
    orgs.sealed = {u"phone"_qs, u"address"_qs, u"note"_qs};
    TableSpec terms{.name = u"org_term"_qs, .term = {u"届次"_qs, u"Term"_qs}};
    terms.kept = {{u"shifted_until"_qs, Keeping::ChangesFromEmpty}};
    terms.sealed = {u"note"_qs};
    return {orgs,         states,    TableSpec{.name = u"org_change"_qs, .term = {u"组织变动"_qs, u"Change"_qs}},
            terms,        committee, members,
            affiliations, standings, whereabouts};
}

QList<RegistrySpec> registries()
{
    return memberRegistries() + organizationRegistries();
}

QList<Issue> validateMember(const ValidationInput &input)
{
    QList<Issue> issues = people::validatePerson(input);
    const PartialDate birth = dateOf(input, u"birth"_qs);
    const PartialDate join = dateOf(input, u"joinDate"_qs);
    const PartialDate full = dateOf(input, u"fullDate"_qs);
    const QString category = input.values.value(u"category"_qs).toString();
    if (!join.isNull()) {
        if (join.firstDay() > input.today) {
            issues.append({u"joinDate"_qs, IssueLevel::Error, Texts::tr("The day of joining lies in the future.")});
        }
        if (join.lastDay() < QDate(1921, 7, 1)) {
            issues.append({u"joinDate"_qs, IssueLevel::Error,
                           Texts::tr("The Party was founded in July 1921; the day of joining cannot lie before.")});
        }
        if (!birth.isNull() && birth.yearsAt(join.lastDay()) < 18) {
            issues.append({u"joinDate"_qs, IssueLevel::Error,
                           Texts::tr("At that day the person was not yet 18 (born %1).").arg(birth.toIso())});
        }
    }
    if (!full.isNull()) {
        if (category == u"probationary") {
            issues.append(
                {u"fullDate"_qs, IssueLevel::Error,
                 Texts::tr("A probationary member has no day of confirmation yet. Clear it or change the category.")});
        }
        if (full.firstDay() > input.today) {
            issues.append(
                {u"fullDate"_qs, IssueLevel::Error, Texts::tr("The day of confirmation lies in the future.")});
        }
        if (!join.isNull() && full.lastDay() < join.firstDay()) {
            issues.append({u"fullDate"_qs, IssueLevel::Error,
                           Texts::tr("The day of confirmation lies before the day of joining.")});
        } else if (!join.isNull() && full.lastDay() < join.firstDay().addYears(1)) {
            // Before the 1980s some joined without probation.
            issues.append(
                {u"fullDate"_qs, IssueLevel::Warning,
                 Texts::tr("Less than one year after joining (%1). Check the date; it can be saved after confirmation.")
                     .arg(join.toIso())});
        }
    }
    if (input.values.value(u"phone"_qs).toString().isEmpty() &&
        input.values.value(u"landline"_qs).toString().isEmpty()) {
        issues.append({u"phone"_qs, IssueLevel::Warning, Texts::tr("No telephone: the form asks for at least one.")});
    }
    return issues + validateWhereabouts(input);
}

QList<Issue> validateWhereabouts(const ValidationInput &input)
{
    QList<Issue> issues;
    if (input.values.value(u"lost"_qs).toBool() && dateOf(input, u"lostSince"_qs).isNull()) {
        issues.append({u"lostSince"_qs, IssueLevel::Error,
                       Texts::tr("A lost member needs the month in which contact was lost.")});
    }
    return issues;
}

namespace {

QList<Remark> remarksOf(const QList<Advice> &advice)
{
    QList<Remark> remarks;
    for (const Advice &each : advice) {
        remarks.append({{}, each.message, false, {}});
    }
    return remarks;
}

} // namespace

Result<QList<Remark>> remarksOnOrg(const RemarkInput &input)
{
    if (input.record == 0) {
        return QList<Remark>(); // it has no members yet
    }
    GRIDBOOK_ASSIGN(const QList<Advice> advice, adviceFor(input.database, PartyOrgId(input.record), input.day));
    return remarksOf(advice);
}

Result<QList<Remark>> remarksOnGrid(const RemarkInput &input)
{
    if (input.record == 0) {
        return QList<Remark>();
    }
    GRIDBOOK_ASSIGN(const QList<Advice> advice, adviceForGrid(input.database, GridId(input.record), input.day));
    return remarksOf(advice);
}

Result<QList<Remark>> remarksOnMember(const RemarkInput &input)
{
    const PartyOrgId branch(storedValue(input.values.value(u"branch"_qs)).toLongLong());
    const QString state = input.values.value(u"state"_qs).toString();
    if (!branch.isValid() || (!state.isEmpty() && state != u"1" && state != u"10" && state != u"11")) {
        return QList<Remark>(); // in no branch, or one that does not count
    }
    const bool full = input.values.value(u"category"_qs).toString() != u"probationary";
    GRIDBOOK_ASSIGN(const QList<Advice> advice,
                    adviceForPlacing(input.database, MemberId(input.record), branch, full, input.day));
    QStringList said;
    for (const Advice &each : advice) {
        said << each.message;
    }
    return said.isEmpty() ? QList<Remark>() : QList<Remark>{{u"branch"_qs, said.join(u'\n'), false, {}}};
}

QList<Issue> validateTerm(const ValidationInput &input)
{
    const PartialDate elected = dateOf(input, u"electedOn"_qs);
    const PartialDate shifted = dateOf(input, u"shiftedUntil"_qs);
    const int years = input.values.value(u"termYears"_qs).toInt();
    QList<Issue> issues;
    if (shifted.isNull() || elected.isNull() || years <= 0) {
        return issues;
    }
    const QDate own = ownDueDate({elected.firstDay(), years, {}, {}});
    if (!mayShiftTo(own, shifted.firstDay())) {
        issues.append({u"shiftedUntil"_qs, IssueLevel::Warning,
                       Texts::tr("The term ends on %1; an approved change may move that by one year at most.")
                           .arg(own.toString(Qt::ISODate))});
    }
    if (input.values.value(u"shiftDoc"_qs).toString().trimmed().isEmpty()) {
        issues.append({u"shiftDoc"_qs, IssueLevel::Warning,
                       Texts::tr("An early or late end needs the number of the approving document.")});
    }
    return issues;
}

int termYears(const QString &orgType, const QString &orgCategory)
{
    const bool community = orgCategory == u"community" || orgCategory.isEmpty();
    const bool committee = orgType == u"committee" || orgType == u"workCommittee";
    return community || committee ? 5 : 3;
}

} // namespace gridbook::party
