#include "core/party/advice.h"
#include "core/base/partialdate.h"
#include "core/changes/datedrows.h"
#include "core/rules/rules.h"
#include <QCoreApplication>

namespace gridbook::party {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Advice)
};

constexpr int mostForGeneralBranch = 100; // 支部工作条例: above it a committee, with approval
constexpr int leastCommittee = 3;
constexpr int usualCommittee = 5;
constexpr int mostCommittee = 7;
constexpr int longVacancy = 3; // months until a vacant secretary's post counts as 长期缺职

Result<MemberCount> counted(Database &database, const QString &sql, const QVariantList &values)
{
    GRIDBOOK_ASSIGN(Statement statement, Statement::prepare(database, sql));
    GRIDBOOK_TRY(statement.run(values));
    MemberCount count;
    while (statement.next()) {
        (statement.text(0) == u"probationary" ? count.probationary : count.full) = int(statement.integer(1));
    }
    GRIDBOOK_TRY(statement.status());
    return count;
}

// Takes the day four times.
QString countedMembers()
{
    return u"FROM affiliation a JOIN member m ON m.id = a.member_id JOIN person p ON p.id = m.person_id "
           "LEFT JOIN standing s ON s.member_id = m.id AND s.voided_at IS NULL AND s.valid_from <= ? AND "
           "(s.valid_until IS NULL OR s.valid_until > ?) "
           "WHERE a.voided_at IS NULL AND m.voided_at IS NULL AND p.voided_at IS NULL AND a.valid_from <= ? "
           "AND (a.valid_until IS NULL OR a.valid_until > ?) AND COALESCE(s.state, '1') IN ('1', '10', '11') "_qs;
}

// The size of a branch, held against the thresholds of the 支部工作条例.
Done adviseOnSize(Database &database, const OrgFacts &branch, const MemberCount &members, QDate day,
                  QList<Advice> &advice)
{
    GRIDBOOK_ASSIGN(const double least, rules::number(database, u"branch.minMembers"_qs, day));
    GRIDBOOK_ASSIGN(const double most, rules::number(database, u"branch.maxMembers"_qs, day));
    if (!isBranch(branch.type)) {
        return {};
    }
    if (members.full < int(least)) {
        advice.append({AdviceKind::TooFewMembers,
                       Texts::tr("%1 full members; a branch needs %2. Join it with another branch.")
                           .arg(QString::number(members.full), QString::number(int(least))),
                       true});
    }
    if (members.all() > int(most)) {
        advice.append({AdviceKind::TooManyForBranch,
                       Texts::tr("%1 members; a branch has at most %2. Divide it under a general branch.")
                           .arg(QString::number(members.all()), QString::number(int(most))),
                       false});
    }
    return {};
}

// Of one branch, but for one member.
Result<MemberCount> countOthers(Database &database, PartyOrgId branch, MemberId member, QDate day)
{
    const QString at = day.toString(Qt::ISODate);
    return counted(database,
                   u"SELECT COALESCE(s.category, 'full'), COUNT(*) " + countedMembers() +
                       u"AND a.org_id = ? AND a.member_id <> ? GROUP BY COALESCE(s.category, 'full')",
                   {at, at, at, at, branch.value(), member.value()});
}

struct Committee
{
    int size = 0; // without a first secretary, who is sent from outside
    bool hasSecretary = false;
    QDate lastSecretaryUntil;
};

Result<Committee> committeeOf(Database &database, PartyOrgId org, QDate day)
{
    GRIDBOOK_ASSIGN(const QList<DatedRow> seats,
                    datedRows(database, u"committee_member"_qs, u"org_id"_qs, org.value()));
    Committee committee;
    QSet<RowId> people;
    for (const DatedRow &seat : seats) {
        const QString post = seat.text(u"post"_qs);
        if (seat.holdsOn(day) && post != u"firstSecretary") {
            people.insert(seat.ref(u"person_id"_qs));
            committee.hasSecretary |= post == u"secretary";
        } else if (post == u"secretary" && seat.until.isValid() && seat.until <= day &&
                   !(seat.until <= committee.lastSecretaryUntil)) {
            committee.lastSecretaryUntil = seat.until;
        }
    }
    committee.size = int(people.size());
    return committee;
}

Done adviseOnCommittee(Database &database, const OrgFacts &org, QDate day, int full, QList<Advice> &advice)
{
    GRIDBOOK_ASSIGN(const Committee committee, committeeOf(database, org.id, day));
    GRIDBOOK_ASSIGN(const double least, rules::number(database, u"committee.minMembers"_qs, day));
    if (!committee.hasSecretary) {
        const QDate since = committee.lastSecretaryUntil.isValid() ? committee.lastSecretaryUntil : org.since;
        const bool late = monthsBetween(since, day) >= longVacancy;
        advice.append({AdviceKind::NoSecretary,
                       late ? Texts::tr("No secretary since %1, longer than three months: fill the post.")
                                  .arg(since.toString(Qt::ISODate))
                            : Texts::tr("No secretary since %1.").arg(since.toString(Qt::ISODate)),
                       late});
    }
    if (!isBranch(org.type)) {
        return {};
    }
    if (full < int(least)) {
        if (committee.size > 2) {
            advice.append(
                {AdviceKind::NoCommitteeNeeded,
                 Texts::tr(
                     "Fewer than %1 full members: no committee, only a secretary and perhaps a deputy (now %2 seats).")
                     .arg(QString::number(int(least)), QString::number(committee.size)),
                 false});
        }
    } else if (committee.size < leastCommittee) {
        advice.append({AdviceKind::CommitteeTooSmall,
                       Texts::tr("%1 full members or more have a committee of 3 to 5 (now %2 seats).")
                           .arg(QString::number(int(least)), QString::number(committee.size)),
                       false});
    } else if (committee.size > usualCommittee) {
        advice.append({AdviceKind::CommitteeTooLarge,
                       Texts::tr("A branch committee has 3 to 5 seats, 7 at most (now %1).").arg(committee.size),
                       committee.size > mostCommittee});
    }
    return {};
}

Done adviseOnTerm(Database &database, const OrgFacts &org, QDate day, QList<Advice> &advice)
{
    GRIDBOOK_ASSIGN(const TermStatus term, termStatus(database, org.id, day));
    const QString due = term.due.toString(Qt::ISODate);
    switch (term.state) {
    case TermState::Due:
        advice.append({AdviceKind::TermDue,
                       Texts::tr("The term ends on %1, in %2 months: ask the superior for the election.")
                           .arg(due, QString::number(term.months)),
                       term.months < 1});
        break;
    case TermState::Overdue:
        advice.append({AdviceKind::TermOverdue,
                       Texts::tr("The term ended on %1: hold the election, or have an extension approved.").arg(due),
                       true});
        break;
    case TermState::Missing:
        advice.append({AdviceKind::TermMissing, Texts::tr("No term is on record: enter the last election."), false});
        break;
    case TermState::None:
    case TermState::Running:
    case TermState::Extended:
        break;
    }
    return {};
}

} // namespace

Result<MemberCount> countMembers(Database &database, PartyOrgId org, QDate day)
{
    const QString at = day.toString(Qt::ISODate);
    const QString below =
        u"WITH RECURSIVE tree (id) AS (SELECT CAST(? AS INTEGER) UNION SELECT s.org_id FROM org_state s JOIN tree t ON "
        "s.parent_id = t.id WHERE s.voided_at IS NULL AND s.valid_from <= ? AND (s.valid_until IS NULL OR "
        "s.valid_until > ?)) SELECT COALESCE(s.category, 'full'), COUNT(*) "_qs;
    const QString sql =
        below + countedMembers() +
        u"AND (a.org_id IN (SELECT id FROM tree) OR a.group_id = ?) GROUP BY COALESCE(s.category, 'full')";
    return counted(database, sql, {org.value(), at, at, at, at, at, at, org.value()});
}

Result<QList<Advice>> adviceFor(Database &database, PartyOrgId org, QDate day)
{
    QList<Advice> advice;
    GRIDBOOK_ASSIGN(const std::optional<OrgFacts> facts, orgFacts(database, org, day));
    if (!facts || isFunctional(facts->type) || facts->type == u"group" || facts->type == u"workCommittee") {
        return advice;
    }
    GRIDBOOK_ASSIGN(const MemberCount members, countMembers(database, org, day));
    GRIDBOOK_TRY(adviseOnSize(database, *facts, members, day, advice));
    if (facts->type == u"generalBranch" && members.all() > mostForGeneralBranch) {
        advice.append({AdviceKind::TooManyForGeneralBranch,
                       Texts::tr("%1 members; above %2 a committee can be set up with the superior's approval.")
                           .arg(QString::number(members.all()), QString::number(mostForGeneralBranch)),
                       false});
    }
    GRIDBOOK_TRY(adviseOnCommittee(database, *facts, day, members.full, advice));
    GRIDBOOK_TRY(adviseOnTerm(database, *facts, day, advice));
    return advice;
}

Result<QList<Advice>> adviceForPlacing(Database &database, MemberId member, PartyOrgId branch, bool full, QDate day)
{
    QList<Advice> advice;
    GRIDBOOK_ASSIGN(const std::optional<OrgFacts> facts, orgFacts(database, branch, day));
    if (!facts) {
        return advice;
    }
    GRIDBOOK_ASSIGN(MemberCount members, countOthers(database, branch, member, day));
    ++(full ? members.full : members.probationary);
    GRIDBOOK_TRY(adviseOnSize(database, *facts, members, day, advice));
    GRIDBOOK_ASSIGN(const QList<DatedRow> stored,
                    datedRows(database, u"affiliation"_qs, u"member_id"_qs, member.value()));
    const auto now =
        std::find_if(stored.begin(), stored.end(), [day](const DatedRow &row) { return row.holdsOn(day); });
    if (now == stored.end() || now->ref(u"org_id"_qs) == branch.value()) {
        return advice;
    }
    const PartyOrgId old(now->ref(u"org_id"_qs));
    GRIDBOOK_ASSIGN(const std::optional<OrgFacts> left, orgFacts(database, old, day));
    GRIDBOOK_ASSIGN(const MemberCount others, countOthers(database, old, member, day));
    GRIDBOOK_ASSIGN(const double least, rules::number(database, u"branch.minMembers"_qs, day));
    if (left && isBranch(left->type) && others.full < int(least)) {
        advice.append({AdviceKind::TooFewMembers,
                       Texts::tr("“%1” is left with %2 full members; a branch needs %3.")
                           .arg(left->shortName, QString::number(others.full), QString::number(int(least))),
                       true});
    }
    return advice;
}

Result<QList<Advice>> adviceForGrid(Database &database, GridId grid, QDate day)
{
    QList<Advice> advice;
    const QString at = day.toString(Qt::ISODate);
    const QString sql = u"SELECT COALESCE(s.category, 'full'), COUNT(*) " + countedMembers() +
                        u"AND a.grid_id = ? GROUP BY COALESCE(s.category, 'full')";
    GRIDBOOK_ASSIGN(const MemberCount members, counted(database, sql, {at, at, at, at, grid.value()}));
    GRIDBOOK_ASSIGN(const double least, rules::number(database, u"branch.minMembers"_qs, day));
    GRIDBOOK_ASSIGN(const QVariantMap row, storedRow(database, u"grid"_qs, grid.value()));
    GRIDBOOK_ASSIGN(const QVariant branches,
                    database.scalar(u"SELECT COUNT(*) FROM party_org o JOIN org_state s ON s.org_id = o.id WHERE "
                                    "o.grid_id = ? AND o.voided_at IS NULL AND s.voided_at IS NULL AND s.type IN "
                                    "('branch', 'jointBranch', 'temporaryBranch') AND s.valid_from <= ? AND "
                                    "(s.valid_until IS NULL OR s.valid_until > ?)"_qs,
                                    {grid.value(), at, at}));
    if (members.full >= int(least) && branches.toInt() == 0 &&
        row.value(u"party_form"_qs).toString() != u"gridBranch") {
        advice.append(
            {AdviceKind::GridWithoutBranch,
             Texts::tr("%1 has %2 full members and no branch: from %3 on it should have one.")
                 .arg(row.value(u"name"_qs).toString(), QString::number(members.full), QString::number(int(least))),
             false});
    }
    return advice;
}

} // namespace gridbook::party
