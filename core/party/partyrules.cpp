#include "core/party/partyrules.h"
#include "core/base/isoday.h"
#include "core/base/partialdate.h"
#include "core/party/orgcommands.h"
#include "core/party/standingmachine.h"
#include "core/registry/recordrules.h"
#include "core/rules/rules.h"
#include <QCoreApplication>

namespace gridbook::party {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PartyRules)
};

const rules::MachineState *ended(const QString &state)
{
    const rules::MachineState *found = standingMachine().state(state);
    return found != nullptr && found->terminal ? found : nullptr;
}

QString endedStates()
{
    QStringList codes;
    for (const rules::MachineState &each : standingMachine().states()) {
        if (each.terminal) {
            codes << u'\'' + each.code + u'\'';
        }
    }
    return codes.join(u',');
}

// Many records of an import lie in the same few places.
Result<QList<Issue>> knownPlaceIssues(const RuleInput &in, const MemberPlace &place, QDate day, QDate until)
{
    if (place.branch == 0) {
        return QList<Issue>(); // that it is missing is said elsewhere, or an import will make it
    }
    if (in.memory == nullptr) {
        return placeIssues(in.database, place, day, until);
    }
    const QString key =
        u"place %1 %2 %3 %4 %5"_qs.arg(place.branch).arg(place.group).arg(place.grid).arg(iso(day), iso(until));
    if (const auto known = in.memory->constFind(key); known != in.memory->constEnd()) {
        return *known;
    }
    GRIDBOOK_ASSIGN(const QList<Issue> issues, placeIssues(in.database, place, day, until));
    in.memory->insert(key, issues);
    return issues;
}

// Where the relation lies: as the commands have it. A relation that is corrected may end later.
Result<QList<Issue>> memberPlace(const RuleInput &in)
{
    if (!in.touchesAny({u"branch", u"group", u"grid"})) {
        return QList<Issue>();
    }
    QDate until;
    const RowId row = in.before.parts.value(u"a"_qs).row;
    if (row != 0 && !in.touches(u"since")) {
        GRIDBOOK_ASSIGN(const QVariantMap stored, storedRow(in.database, u"affiliation"_qs, row));
        until = PartialDate::fromIso(stored.value(u"valid_until"_qs).toString()).firstDay();
    }
    // Whoever changes the branch alone leaves the old branch's group behind (keptWithin).
    const bool leavesGroup = in.before.id != 0 && in.touches(u"branch") && !in.touches(u"group");
    const RowId group = leavesGroup ? 0 : in.reference(u"group");
    return knownPlaceIssues(in, {in.reference(u"branch"), group, in.reference(u"grid")}, in.dayFrom(u"since"), until);
}

// A state that ends the membership and a relation that goes on cannot be true on the same day. The actions write both.
Result<QList<Issue>> memberState(const RuleInput &in)
{
    QList<Issue> issues;
    if (!in.touchesAny({u"state", u"branch"})) {
        return issues;
    }
    const bool related = !storedValue(in.values.value(u"branch"_qs)).toString().isEmpty();
    const rules::MachineState *was = ended(storedValue(in.before.values.value(u"state"_qs)).toString());
    const rules::MachineState *now = ended(in.text(u"state"));
    if (now != nullptr && related && in.before.id == 0) {
        issues.append({u"state"_qs, IssueLevel::Error,
                       Texts::tr("Whoever has left (%1) is not entered as a member on the register. Enter the member "
                                 "as normal first, then choose “%1” among the actions.")
                           .arg(now->term.zh)});
    } else if (now != nullptr && related && in.touches(u"state")) {
        issues.append({u"state"_qs, IssueLevel::Error,
                       Texts::tr("“%1” ends the membership. Choose it among the actions of the member: the relation "
                                 "ends with it, and the change is counted.")
                           .arg(now->term.zh)});
    } else if (now != nullptr && related) {
        issues.append({u"branch"_qs, IssueLevel::Error,
                       Texts::tr("The membership has ended (%1). Take the member in again by an action: transfer in, "
                                 "or admit again.")
                           .arg(now->term.zh)});
    } else if (was != nullptr && now == nullptr && !related) {
        issues.append({u"state"_qs, IssueLevel::Error,
                       Texts::tr("The membership has ended (%1) and there is no relation any more. Take the member in "
                                 "again by an action: transfer in, or admit again.")
                           .arg(was->term.zh)});
    } else if (was != nullptr && now != nullptr && was->code != now->code) {
        // How somebody left stands with the relation; the two must tell the same.
        GRIDBOOK_ASSIGN(const QVariant kind,
                        in.database.scalar(u"SELECT decrease_kind FROM affiliation WHERE member_id = ? AND voided_at "
                                           "IS NULL ORDER BY valid_from DESC LIMIT 1"_qs,
                                           {in.before.id}));
        const StandingEvent *event = leavingBy(kind.toString());
        const auto *step = event == nullptr ? nullptr : standingMachine().find(u"1"_qs, event->code);
        if (step != nullptr && step->to != now->code) {
            issues.append({u"state"_qs, IssueLevel::Error,
                           Texts::tr("The last relation ended by “%1”. Correct that entry among the relations first.")
                               .arg(event->term.zh)});
        }
    }
    return issues;
}

// Who is entered as lost has been out of contact for the months that the rules ask for.
Result<QList<Issue>> memberContact(const RuleInput &in)
{
    QList<Issue> issues;
    const QDate since = in.day(u"lostSince");
    if (!in.touchesAny({u"lost", u"lostSince"}) || !storedValue(in.values.value(u"lost"_qs)).toBool() ||
        !since.isValid()) {
        return issues;
    }
    if (since > in.today) {
        issues.append({u"lostSince"_qs, IssueLevel::Error, Texts::tr("This day has not come yet.")});
        return issues;
    }
    GRIDBOOK_ASSIGN(const double months, rules::number(in.database, u"lost.months"_qs, in.today));
    MemberFacts facts;
    facts.day = in.today;
    facts.lostSince = PartialDate::fromIso(in.text(u"lostSince"));
    facts.lostMonths = int(months);
    if (const QString fault = contactKept(facts); !fault.isEmpty()) {
        issues.append({u"lostSince"_qs, IssueLevel::Warning, fault});
    }
    return issues;
}

Result<QList<Issue>> affiliationPlace(const RuleInput &in)
{
    if (!in.touchesAny({u"branch", u"group", u"grid", u"validFrom"})) {
        return QList<Issue>();
    }
    const QDate from = in.day(u"validFrom");
    const QDate until = in.day(u"validUntil");
    const QDate day = until.isValid() ? qMax(from, until.addDays(-1)) : in.dayFrom(u"validFrom");
    return knownPlaceIssues(in, {in.reference(u"branch"), in.reference(u"group"), in.reference(u"grid")}, day, until);
}

Result<QList<Issue>> affiliationAfterTheEnd(const RuleInput &in)
{
    QList<Issue> issues;
    const QDate from = in.day(u"validFrom");
    const QDate until = in.day(u"validUntil");
    if (!in.touchesAny({u"member", u"validFrom", u"validUntil"}) || !from.isValid()) {
        return issues;
    }
    GRIDBOOK_ASSIGN(Statement statement,
                    Statement::prepare(in.database, u"SELECT state, valid_from FROM standing WHERE member_id = ? AND "
                                                    "voided_at IS NULL AND state IN (%1) AND (valid_until IS NULL OR "
                                                    "valid_until > ?) ORDER BY valid_from"_qs.arg(endedStates())));
    GRIDBOOK_TRY(statement.run({in.reference(u"member"), iso(from)}));
    if (statement.next()) {
        const QDate end = PartialDate::fromIso(statement.text(1)).firstDay();
        if (!until.isValid() || until > end) {
            issues.append({in.touches(u"validUntil") ? u"validUntil"_qs : u"validFrom"_qs, IssueLevel::Error,
                           Texts::tr("The membership ended on %1 (%2); no relation can hold after that.")
                               .arg(iso(end), ended(statement.text(0))->term.zh)});
        }
    }
    GRIDBOOK_TRY(statement.status());
    return issues;
}

Result<QList<Issue>> standingAndRelation(const RuleInput &in)
{
    QList<Issue> issues;
    const rules::MachineState *now = ended(in.text(u"state"));
    const QDate from = in.day(u"validFrom");
    const QDate until = in.day(u"validUntil");
    if (now == nullptr || !from.isValid() || !in.touchesAny({u"member", u"state", u"validFrom", u"validUntil"})) {
        return issues;
    }
    GRIDBOOK_ASSIGN(
        const QVariant open,
        in.database.scalar(u"SELECT COUNT(*) FROM affiliation WHERE member_id = ? AND voided_at IS NULL AND "
                           "(valid_until IS NULL OR valid_until > ?) AND valid_from < ?"_qs,
                           {in.reference(u"member"), iso(from), until.isValid() ? iso(until) : u"9999-12-31"_qs}));
    if (open.toInt() > 0) {
        issues.append({u"state"_qs, IssueLevel::Error,
                       Texts::tr("“%1” ends the membership, but the relation holds after %2. Choose it among the "
                                 "actions of the member: the relation ends with it, and the change is counted.")
                           .arg(now->term.zh, iso(from))});
    }
    return issues;
}

Result<QList<Issue>> orgPlace(const RuleInput &in)
{
    QList<Issue> issues;
    const QString type = in.text(u"type");
    const RowId raw = storedValue(in.values.value(u"parent"_qs)).toLongLong();
    if (!in.touchesAny({u"type", u"parent"}) || type.isEmpty() || raw < 0) { // below 0: an import will make it first
        return issues;
    }
    const QDate day = in.dayFrom(u"stateFrom");
    const PartyOrgId org(in.before.id);
    GRIDBOOK_ASSIGN(const QString fault, superiorFault(in.database, org, type, raw, day));
    if (!fault.isEmpty()) {
        issues.append({u"parent"_qs, IssueLevel::Error, fault});
    }
    if (org.isValid() && in.touches(u"type") && !holdsMembers(type)) {
        GRIDBOOK_ASSIGN(const QVariant members,
                        in.database.scalar(u"SELECT COUNT(*) FROM affiliation a JOIN member m ON m.id = a.member_id "
                                           "WHERE a.org_id = ? AND a.voided_at IS NULL AND m.voided_at IS NULL AND "
                                           "(a.valid_until IS NULL OR a.valid_until > ?)"_qs,
                                           {org.value(), iso(day)}));
        if (members.toInt() > 0) {
            issues.append({u"type"_qs, IssueLevel::Error,
                           Texts::tr("The relations of %1 members lie here; this type holds none. Move them first.")
                               .arg(members.toInt())});
        }
    }
    return issues;
}

Result<QList<Issue>> orgEnd(const RuleInput &in)
{
    QList<Issue> issues;
    const QDate until = in.day(u"validUntil");
    if (in.before.id == 0 || !in.touches(u"validUntil") || !until.isValid()) {
        return issues;
    }
    // As of its last day: on the day itself it is no more, if the end is merely corrected.
    GRIDBOOK_ASSIGN(const QVariant there,
                    in.database.scalar(u"SELECT 1 FROM org_state WHERE org_id = ? AND voided_at IS NULL AND valid_from "
                                       "<= ? AND (valid_until IS NULL OR valid_until > ?)"_qs,
                                       {in.before.id, iso(until), iso(until)}));
    if (there.isNull()) {
        return issues;
    }
    GRIDBOOK_ASSIGN(const QString fault, closingFault(in.database, PartyOrgId(in.before.id), until));
    if (!fault.isEmpty()) {
        issues.append({u"validUntil"_qs, IssueLevel::Error, fault});
    }
    return issues;
}

QString membersSentence()
{
    return Texts::tr("%1 members, former ones included: %2");
}

// SQL: the names of the members who have, or had, a relation for which the condition on affiliation `a` holds; those of
// today first.
QString membersWith(const QString &condition)
{
    const QString relation =
        u"EXISTS (SELECT 1 FROM affiliation a WHERE a.member_id = m.id AND a.voided_at IS NULL AND %1%2)"_qs;
    return u"SELECT p.name FROM member m JOIN person p ON p.id = m.person_id WHERE m.voided_at IS NULL AND p.voided_at "
           u"IS "
           "NULL AND "_qs +
           relation.arg(condition, QString()) + u" ORDER BY CASE WHEN "_qs +
           relation.arg(condition, u" AND a.valid_until IS NULL"_qs) + u" THEN 0 ELSE 1 END, p.pinyin, m.id"_qs;
}

// SQL: the organisations for which the condition on party_org `o` holds, by the names that they had last.
QString organisationsWith(const QString &condition)
{
    return u"SELECT s.short_name FROM party_org o JOIN org_state s ON s.id = (SELECT z.id FROM org_state z WHERE "
           u"z.org_id = "
           "o.id AND z.voided_at IS NULL ORDER BY z.valid_from DESC LIMIT 1) WHERE o.voided_at IS NULL AND %1 ORDER BY "
           "s.sort_key"_qs.arg(condition);
}

} // namespace

void addMemberRules(RegistrySpec &spec)
{
    spec.rules = {memberPlace, memberState, memberContact};
    spec.dependants = {{[] { return Texts::tr("%1 relations: %2", "spells of a member on the register"); },
                        u"SELECT COALESCE(s.short_name, '') || ' ' || a.valid_from FROM affiliation a LEFT JOIN "
                        "org_state s ON s.id = (SELECT z.id FROM org_state z WHERE z.org_id = a.org_id AND z.voided_at "
                        "IS NULL ORDER BY z.valid_from DESC LIMIT 1) WHERE a.member_id = :id AND a.voided_at IS NULL "
                        "ORDER BY a.valid_from DESC"_qs}};
    spec.insteadOfVoiding = [] {
        return Texts::tr("Whoever has left is taken off by an action (transfer out, deceased …); whoever was entered "
                         "twice is merged; for an entry made by mistake, void its relations first.");
    };
}

void addAffiliationRules(RegistrySpec &spec)
{
    spec.rules = {affiliationPlace, affiliationAfterTheEnd};
}

void addStandingRules(RegistrySpec &spec)
{
    spec.rules = {standingAndRelation};
}

void addOrgRules(RegistrySpec &spec)
{
    spec.rules = {orgPlace, orgEnd};
    spec.dependants = {
        {membersSentence, membersWith(u"(a.org_id = :id OR a.group_id = :id)"_qs)},
        {[] { return Texts::tr("%1 organisations below: %2"); },
         organisationsWith(
             u"EXISTS (SELECT 1 FROM org_state b WHERE b.org_id = o.id AND b.parent_id = :id AND b.voided_at "
             "IS NULL)"_qs)},
        {[] { return Texts::tr("%1 seats on its committee: %2"); },
         u"SELECT p.name FROM committee_member c JOIN person p ON p.id = c.person_id WHERE c.org_id = :id AND "
         "c.voided_at IS NULL ORDER BY c.valid_from DESC"_qs},
        {[] { return Texts::tr("%1 terms, elected on: %2"); },
         u"SELECT elected_on FROM org_term WHERE org_id = :id AND voided_at IS NULL ORDER BY session DESC"_qs}};
    spec.insteadOfVoiding = [] {
        return Texts::tr("An organisation that is no more is closed by the actions “Dissolve” or “Merge”; only one "
                         "entered by mistake, to which nothing ever belonged, can be voided.");
    };
}

void addPlaceDependants(RegistrySpec &place)
{
    const auto addOrganisations = [&](const QString &condition) {
        place.dependants << Dependants{[] { return Texts::tr("%1 party organisations: %2"); },
                                       organisationsWith(condition)};
    };
    if (place.id == u"division") {
        addOrganisations(u"o.division_id = :id"_qs);
    } else if (place.id == u"grid") {
        place.dependants << Dependants{membersSentence, membersWith(u"a.grid_id = :id"_qs)};
        addOrganisations(u"o.grid_id = :id"_qs);
    } else if (place.id == u"building") {
        addOrganisations(u"o.building_id = :id"_qs);
    }
}

void addTermRules(RegistrySpec &spec)
{
    spec.dependants = {{[] { return Texts::tr("%1 seats on its committee: %2"); },
                        u"SELECT p.name FROM committee_member c JOIN person p ON p.id = c.person_id WHERE c.term_id = "
                        ":id AND c.voided_at IS NULL ORDER BY c.valid_from DESC"_qs}};
}

} // namespace gridbook::party
