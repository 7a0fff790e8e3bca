#include "core/party/membercommands.h"
#include "core/base/isoday.h"
#include "core/changes/formervalues.h"
#include "core/party/orgfacts.h"
#include "core/party/whereabouts.h"
#include "core/rules/rules.h"
#include <QCoreApplication>

namespace gridbook::party {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MemberCommands)
};

Error refused(const QString &message, const QString &detail = {})
{
    return {ErrorKind::Refused, message, detail};
}

QVariant idOrNull(RowId id)
{
    return id == 0 ? QVariant() : QVariant(id);
}

// What a step would do to the dated rows, found by reading alone.
struct Plan
{
    MemberSituation now;
    const StandingEvent *event = nullptr;
    QString state; // after the step
};

// With the spells that there were, so that the right day is near at hand.
QString notOnRegister(const MemberSituation &now, QDate day)
{
    QStringList spells;
    for (const DatedRow &row : now.affiliations) {
        spells << (row.until.isValid() ? u"%1 – %2"_qs.arg(iso(row.from), iso(row.until))
                                       : u"%1 –"_qs.arg(iso(row.from)));
    }
    return spells.isEmpty() ? Texts::tr("Not on the register on %1.").arg(iso(day))
                            : Texts::tr("Not on the register on %1, only in %2. Choose another day.")
                                  .arg(iso(day), spells.join(u'、'));
}

// Why no other state can begin on that day: the membership has an entry that begins or ends later. Empty: it can.
QString laterStanding(const MemberSituation &now, QDate day)
{
    if (now.standings.isEmpty()) {
        return {};
    }
    const DatedRow &last = now.standings.last();
    if (last.until.isValid() && last.until > day) {
        return Texts::tr("%1: the membership has an entry that ends later, on %2. Correct it first.")
            .arg(now.name, iso(last.until));
    }
    return last.from >= day ? Texts::tr("%1: the membership changed on %2; a further step must lie later.")
                                  .arg(now.name, iso(last.from))
                            : QString();
}

Result<Plan> plan(Database &database, MemberId member, const MemberStep &step, QDate today)
{
    Plan result;
    result.event = standingEvent(step.event);
    if (result.event == nullptr) {
        return Error{ErrorKind::Internal, Texts::tr("This step is not known."), step.event};
    }
    if (!step.day.isValid()) {
        return Error{ErrorKind::Invalid, Texts::tr("Enter the day from which this holds."), {}};
    }
    GRIDBOOK_ASSIGN(result.now, memberSituation(database, member, step.day));
    MemberSituation &now = result.now;
    now.facts.document = step.document;
    now.facts.other = step.other;
    now.facts.byRoster = step.fromRoster;
    if (!step.lostSince.isNull()) {
        now.facts.lostSince = step.lostSince;
    }
    const auto fail = [&](const Error &error) {
        return Error{error.kind,
                     Texts::tr("%1: %2", "a person and what stands in the way").arg(now.name, error.message),
                     error.detail};
    };
    if (step.day > today && !result.event->mayLieAhead) {
        return fail(refused(Texts::tr("“%1” is entered once it has happened. Choose a day up to today, %2.")
                                .arg(result.event->term.zh, iso(today))));
    }
    const bool enters = result.event->effect == StandingEffect::Enter;
    if (!enters && !now.facts.onRegister) { // said before the table speaks of the state: it is the day that is wrong
        return fail(refused(notOnRegister(now, step.day)));
    }
    const auto next = standingMachine().step(now.state, step.event, now.facts);
    if (!next) {
        return fail(next.error());
    }
    result.state = *next;

    if (enters) {
        for (const DatedRow &row : now.affiliations) {
            if (!row.until.isValid() || row.until > step.day) {
                return fail(
                    refused(Texts::tr("On the register since %1 without an end before %2; the spells would overlap.")
                                .arg(iso(row.from), iso(step.day))));
            }
        }
    }
    if ((enters || result.event->effect == StandingEffect::Relocate) && step.place.branch >= 0) {
        GRIDBOOK_ASSIGN(const QString fault, placeFault(database, step.place, step.day));
        if (!fault.isEmpty()) {
            return fail(refused(fault));
        }
    }
    if (result.event->effect == StandingEffect::Mark) {
        if (const QString fault = laterWhereabouts(now.whereabouts, step.day); !fault.isEmpty()) {
            return fail(refused(fault));
        }
    }
    if (result.event->effect == StandingEffect::Relocate && now.place == step.place) {
        return fail(refused(Texts::tr("The member is already there. Choose another branch, group or grid.")));
    }
    if (enters && !startsProbation(*result.event) && step.category != u"full" && step.category != u"probationary") {
        return fail(
            Error{ErrorKind::Invalid, Texts::tr("Say whether the member is a full or a probationary one."), {}});
    }
    if (const QString fault = enters ? laterStanding(now, step.day) : QString(); !fault.isEmpty()) {
        return refused(fault);
    }
    return result;
}

// A new state or category from a day on; the row that held until then ends.
Done changeStanding(UnitOfWork &work, const Plan &plan, const MemberStep &step, QVariantMap values)
{
    const MemberSituation &now = plan.now;
    values.insert(u"event"_qs, step.event);
    values.insert(u"decision_doc"_qs, step.document);
    values.insert(u"reason"_qs, step.reason);
    if (const QString fault = laterStanding(now, step.day); !fault.isEmpty()) {
        return refused(fault);
    }
    if (!now.standings.isEmpty()) {
        const DatedRow &last = now.standings.last();
        if (!last.until.isValid() || last.until == step.day) {
            GRIDBOOK_ASSIGN([[maybe_unused]] const RowId next,
                            continueRow(work, u"standing"_qs, {last.id, last.from, {}, last.values}, step.day, values));
            return {};
        }
    }
    values.insert(u"member_id"_qs, now.member.value());
    values.insert(u"valid_from"_qs, step.day);
    if (!values.contains(u"category"_qs)) {
        values.insert(u"category"_qs, now.facts.category.isEmpty() ? u"full"_qs : now.facts.category);
    }
    GRIDBOOK_ASSIGN([[maybe_unused]] const RowId row, work.insert(u"standing"_qs, values));
    return {};
}

// Contact is there again from a day on: until then the member stays marked.
Done endLost(UnitOfWork &work, const MemberSituation &now, QDate day)
{
    return !now.facts.lost
               ? Done()
               : changeWhereabouts(work, now.member, now.whereabouts, day,
                                   {{u"lost"_qs, 0}, {u"lost_since"_qs, QVariant()}, {u"lost_reason"_qs, QVariant()}});
}

Done enter(UnitOfWork &work, const Plan &plan, const MemberStep &step)
{
    const QString category = startsProbation(*plan.event) ? u"probationary"_qs : step.category;
    GRIDBOOK_TRY(changeStanding(work, plan, step, {{u"state"_qs, plan.state}, {u"category"_qs, category}}));
    GRIDBOOK_ASSIGN([[maybe_unused]] const RowId row,
                    work.insert(u"affiliation"_qs, {{u"member_id"_qs, plan.now.member.value()},
                                                    {u"org_id"_qs, step.place.branch},
                                                    {u"group_id"_qs, idOrNull(step.place.group)},
                                                    {u"grid_id"_qs, idOrNull(step.place.grid)},
                                                    {u"increase_kind"_qs, plan.event->kind},
                                                    {u"other_org"_qs, step.other},
                                                    {u"doc_no"_qs, step.document},
                                                    {u"reason"_qs, step.reason},
                                                    {u"valid_from"_qs, step.day}}));
    return endLost(work, plan.now, step.day);
}

// Seats on committees end with the relation they rest on: all of them when the member leaves, those of the old branch
// and group on a move.
Done endSeats(UnitOfWork &work, const MemberSituation &now, QDate day, const QList<RowId> &organizations)
{
    GRIDBOOK_ASSIGN(const QList<DatedRow> seats,
                    datedRows(work.database(), u"committee_member"_qs, u"person_id"_qs, now.person.value()));
    for (const DatedRow &seat : seats) {
        const bool concerned = organizations.isEmpty() || organizations.contains(seat.ref(u"org_id"_qs));
        if (concerned && (!seat.until.isValid() || seat.until > day)) {
            GRIDBOOK_TRY(endRow(work, u"committee_member"_qs, seat, day));
        }
    }
    return {};
}

Done depart(UnitOfWork &work, const Plan &plan, const MemberStep &step)
{
    const DatedRow &row = *rowOn(plan.now.affiliations, step.day);
    if (row.until.isValid() || row.id != plan.now.affiliations.last().id) {
        return refused(Texts::tr("%1: a later entry of the relation begins or ends after %2. Correct it first.")
                           .arg(plan.now.name, iso(step.day)));
    }
    GRIDBOOK_TRY(endRow(work, u"affiliation"_qs, row, step.day,
                        {{u"decrease_kind"_qs, plan.event->kind},
                         {u"left_to"_qs, step.other},
                         {u"left_doc"_qs, step.document},
                         {u"left_reason"_qs, step.reason}}));
    GRIDBOOK_TRY(changeStanding(work, plan, step, {{u"state"_qs, plan.state}}));
    return endSeats(work, plan.now, step.day, {});
}

Done relocate(UnitOfWork &work, const Plan &plan, const MemberStep &step)
{
    const DatedRow &row = *rowOn(plan.now.affiliations, step.day);
    GRIDBOOK_ASSIGN([[maybe_unused]] const RowId next, continueRow(work, u"affiliation"_qs, row, step.day,
                                                                   {{u"org_id"_qs, step.place.branch},
                                                                    {u"group_id"_qs, idOrNull(step.place.group)},
                                                                    {u"grid_id"_qs, idOrNull(step.place.grid)},
                                                                    {u"doc_no"_qs, step.document},
                                                                    {u"reason"_qs, step.reason}}));
    QList<RowId> old;
    if (plan.now.place->branch != step.place.branch) {
        old << plan.now.place->branch;
    }
    if (plan.now.place->group != 0 && plan.now.place->group != step.place.group) {
        old << plan.now.place->group;
    }
    return old.isEmpty() ? Done() : endSeats(work, plan.now, step.day, old);
}

Done mark(UnitOfWork &work, const Plan &plan, const MemberStep &step)
{
    if (step.event != u"markLost") {
        return endLost(work, plan.now, step.day);
    }
    return changeWhereabouts(
        work, plan.now.member, plan.now.whereabouts, step.day,
        {{u"lost"_qs, 1}, {u"lost_since"_qs, plan.now.facts.lostSince.toIso()}, {u"lost_reason"_qs, step.lostReason}});
}

} // namespace

Result<MemberSituation> memberSituation(Database &database, MemberId member, QDate day)
{
    MemberSituation now;
    now.member = member;
    GRIDBOOK_ASSIGN(const QVariantMap record, storedRow(database, u"member"_qs, member.value()));
    now.person = PersonId(record.value(u"person_id"_qs).toLongLong());
    GRIDBOOK_ASSIGN(const QVariantMap person, storedRow(database, u"person"_qs, now.person.value()));
    now.name = person.value(u"name"_qs).toString();
    if (!record.value(u"voided_at"_qs).isNull() || !person.value(u"voided_at"_qs).isNull()) {
        return Error{
            ErrorKind::NotFound, Texts::tr("%1: the record was removed. Bring it back first.").arg(now.name), {}};
    }
    GRIDBOOK_ASSIGN(now.affiliations, datedRows(database, u"affiliation"_qs, u"member_id"_qs, member.value()));
    GRIDBOOK_ASSIGN(now.standings, datedRows(database, u"standing"_qs, u"member_id"_qs, member.value()));
    MemberFacts &facts = now.facts;
    facts.day = day;
    facts.joined = PartialDate::fromIso(record.value(u"join_date"_qs).toString());
    GRIDBOOK_ASSIGN(now.whereabouts, whereaboutsOf(database, member));
    if (const DatedRow *row = rowOn(now.whereabouts, day)) {
        facts.lost = row->values.value(u"lost"_qs).toInt() != 0;
        facts.lostSince = PartialDate::fromIso(row->text(u"lost_since"_qs));
    }
    GRIDBOOK_ASSIGN(const double months, rules::number(database, u"lost.months"_qs, day));
    facts.lostMonths = int(months);
    if (const DatedRow *at = rowOn(now.affiliations, day)) {
        facts.onRegister = true;
        now.place = MemberPlace{at->ref(u"org_id"_qs), at->ref(u"group_id"_qs), at->ref(u"grid_id"_qs)};
    }
    const DatedRow *standing = rowOn(now.standings, day);
    if (standing != nullptr) {
        facts.category = standing->text(u"category"_qs);
        facts.stateSince = standing->from;
        now.state = standing->text(u"state"_qs);
    }
    const rules::MachineState *state = standingMachine().state(now.state);
    const bool over = state == nullptr || state->terminal;
    if (facts.onRegister && (standing == nullptr || now.state.isEmpty())) {
        now.state = u"1"_qs; // an old entry without a standing: on the register means normal
    } else if (!facts.onRegister && !over) {
        now.state.clear(); // the relation was ended without saying how
    }
    return now;
}

QStringList possibleEvents(const MemberSituation &situation)
{
    const QStringList allowed = standingMachine().possible(situation.state);
    QStringList result;
    for (const StandingEvent &each : standingEvents()) {
        if (allowed.contains(each.code)) {
            result << each.code;
        }
    }
    return result;
}

Done examine(Database &database, MemberId member, const MemberStep &step, QDate today)
{
    GRIDBOOK_ASSIGN([[maybe_unused]] const Plan found, plan(database, member, step, today));
    return {};
}

Done applyStep(UnitOfWork &work, MemberId member, const MemberStep &step)
{
    GRIDBOOK_ASSIGN(const Plan found, plan(work.database(), member, step, work.today()));
    switch (found.event->effect) {
    case StandingEffect::Enter:
        return enter(work, found, step);
    case StandingEffect::Leave:
        return depart(work, found, step);
    case StandingEffect::Relocate:
        return relocate(work, found, step);
    case StandingEffect::Mark:
        return mark(work, found, step);
    case StandingEffect::Confirm:
        GRIDBOOK_TRY(changeStanding(work, found, step, {{u"category"_qs, u"full"_qs}}));
        return work.update(u"member"_qs, member.value(), 0, {{u"full_date"_qs, step.day}});
    case StandingEffect::State:
        GRIDBOOK_TRY(changeStanding(work, found, step, {{u"state"_qs, found.state}}));
        return step.event == u"restore" ? endLost(work, found.now, step.day) : Done();
    }
    return {};
}

Result<MemberId> admit(UnitOfWork &work, PersonId person, const MemberStep &step, const PartialDate &joined,
                       const PartialDate &confirmed)
{
    GRIDBOOK_ASSIGN(const QVariant known,
                    work.database().scalar(u"SELECT id FROM member WHERE person_id = ? AND voided_at IS NULL"_qs,
                                           {person.value()}));
    RowId id = known.toLongLong();
    const StandingEvent *event = standingEvent(step.event);
    const bool developed = event != nullptr && startsProbation(*event);
    const PartialDate day = developed && joined.isNull() ? PartialDate(step.day) : joined;
    QVariantMap values;
    if (!day.isNull()) {
        values.insert(u"join_date"_qs, day.toIso());
    }
    if (!confirmed.isNull()) {
        values.insert(u"full_date"_qs, confirmed.toIso());
    } else if (developed) {
        values.insert(u"full_date"_qs, QVariant()); // the earlier spell's does not count any more
    }
    if (id == 0) {
        values.insert(u"person_id"_qs, person.value());
        GRIDBOOK_ASSIGN(id, work.insert(u"member"_qs, values));
    } else if (developed) { // the first joining still holds for the time before
        GRIDBOOK_TRY(changeFrom(work, u"member"_qs, id, 0, values, step.day));
    } else {
        GRIDBOOK_ASSIGN(const QVariantMap record, storedRow(work.database(), u"member"_qs, id));
        for (const QString &column : values.keys()) {
            if (!record.value(column).isNull()) {
                values.remove(column);
            }
        }
        GRIDBOOK_TRY(work.update(u"member"_qs, id, 0, values));
    }
    GRIDBOOK_TRY(applyStep(work, MemberId(id), step));
    return MemberId(id);
}

Done moveMember(UnitOfWork &work, MemberId member, const MemberPlace &to, QDate day, const QString &reason)
{
    return applyStep(work, member, {.event = u"relocate"_qs, .day = day, .place = to, .reason = reason});
}

Done leave(UnitOfWork &work, MemberId member, const QString &decreaseKind, QDate day, const QString &to,
           const QString &document, const QString &reason)
{
    const StandingEvent *event = leavingBy(decreaseKind);
    if (event == nullptr) {
        return Error{
            ErrorKind::Invalid, Texts::tr("Nobody leaves the register in this way: %1.").arg(decreaseKind), {}};
    }
    return applyStep(work, member,
                     {.event = event->code, .day = day, .other = to, .document = document, .reason = reason});
}

Done confirmFull(UnitOfWork &work, MemberId member, QDate day, const QString &document)
{
    return applyStep(work, member, {.event = u"confirm"_qs, .day = day, .document = document});
}

Done stopMembership(UnitOfWork &work, MemberId member, QDate day, const QString &document)
{
    return applyStep(work, member, {.event = u"stop"_qs, .day = day, .document = document});
}

Done restoreMembership(UnitOfWork &work, MemberId member, QDate day, const QString &document)
{
    return applyStep(work, member, {.event = u"restore"_qs, .day = day, .document = document});
}

Done retainMembership(UnitOfWork &work, MemberId member, QDate day, const QString &document)
{
    return applyStep(work, member, {.event = u"retain"_qs, .day = day, .document = document});
}

Done markLost(UnitOfWork &work, MemberId member, QDate day, const PartialDate &since, const QString &reason)
{
    return applyStep(work, member, {.event = u"markLost"_qs, .day = day, .lostSince = since, .lostReason = reason});
}

Done markFound(UnitOfWork &work, MemberId member, QDate day)
{
    return applyStep(work, member, {.event = u"markFound"_qs, .day = day});
}

Result<QList<Issue>> placeIssues(Database &database, const MemberPlace &place, QDate day, QDate until)
{
    QList<Issue> issues;
    const auto fault = [&](const QString &field, const QString &text) {
        issues.append({field, IssueLevel::Error, text});
    };
    if (place.branch == 0) {
        fault(u"branch"_qs, Texts::tr("Choose the branch."));
        return issues;
    }
    GRIDBOOK_ASSIGN(const std::optional<OrgFacts> branch, orgFacts(database, PartyOrgId(place.branch), day));
    if (!branch) {
        fault(u"branch"_qs, Texts::tr("The branch does not exist on %1. Choose one that does.").arg(iso(day)));
    } else if (!holdsMembers(branch->type)) {
        fault(u"branch"_qs, Texts::tr("“%1” holds no relations of members. Choose a branch.").arg(branch->shortName));
    } else if (branch->until.isValid() && !(until.isValid() && until <= branch->until)) {
        fault(u"branch"_qs, Texts::tr("“%1” is closed on %2. Choose a branch that goes on.")
                                .arg(branch->shortName, iso(branch->until)));
    }
    if (place.group != 0) {
        GRIDBOOK_ASSIGN(const std::optional<OrgFacts> group, orgFacts(database, PartyOrgId(place.group), day));
        if (!group) {
            fault(u"group"_qs, Texts::tr("The group does not exist on %1.").arg(iso(day)));
        } else if (group->type != u"group" || (branch && group->parent != place.branch)) {
            fault(u"group"_qs,
                  Texts::tr("“%1” is not a group of “%2”. Choose one of its groups, or leave the group empty.")
                      .arg(group->shortName, branch ? branch->shortName : QString()));
        }
    }
    if (place.grid != 0) {
        GRIDBOOK_ASSIGN(const QVariantMap grid, storedRow(database, u"grid"_qs, place.grid));
        const QDate from = PartialDate::fromIso(grid.value(u"valid_from"_qs).toString()).firstDay();
        const QDate end = PartialDate::fromIso(grid.value(u"valid_until"_qs).toString()).firstDay();
        if (!grid.value(u"voided_at"_qs).isNull() || day < from || (end.isValid() && day >= end)) {
            fault(u"grid"_qs, Texts::tr("“%1” is not in force on %2. Choose a grid that is.")
                                  .arg(grid.value(u"name"_qs).toString(), iso(day)));
        }
    }
    return issues;
}

Result<QString> placeFault(Database &database, const MemberPlace &place, QDate day)
{
    GRIDBOOK_ASSIGN(const QList<Issue> issues, placeIssues(database, place, day));
    return issues.isEmpty() ? QString() : issues.first().message;
}

} // namespace gridbook::party
