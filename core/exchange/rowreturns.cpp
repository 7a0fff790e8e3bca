// A row that means a member whom the book knows as one who is not on the register: to come back is a step of the member
// with rules of its own (party/standingmachine.h), the same whether an action takes it or a roster.
#include "core/base/isoday.h"
#include "core/base/partialdate.h"
#include "core/exchange/rowcomparer.h"
#include "core/registry/valuetext.h"
#include <QCoreApplication>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)
};

// As the table of standing knows it: whoever is not on the register either left in some way, or nothing is said.
QString stateWithoutRelation(const ImportPlan &plan, const QVariantList &existing)
{
    const QString code = existing.value(plan.target(u"state")).toString();
    const rules::MachineState *state = party::standingMachine().state(code);
    return state != nullptr && state->terminal ? code : QString();
}

// "Take the roster" says it, for the row or for all of them; filling what is empty only for the row itself.
bool takesBack(const ImportPlan &plan, const PlanRow &row)
{
    return row.decision == RowDecision::FillEmpty || policyOf(plan, row) == ImportPolicy::Overwrite;
}

} // namespace

// A new spell: it begins on the roster's day, in the state to which the step leads.
void RowComparer::beginReturn(const ImportPlan &plan, PlanRow &row, const QVariantList &existing) const
{
    const int branch = plan.target(u"branch");
    if (plan.registry != u"member" || existing.isEmpty() || existing.value(branch).value<ReferenceValue>().id != 0) {
        return;
    }
    const rules::StateMachine<party::MemberFacts> &machine = party::standingMachine();
    const QString said = plan.value(row, u"state").toString();
    if (const rules::MachineState *state = machine.state(said); state != nullptr && state->terminal) {
        row.changes.removeIf([&](const PlanChange &change) { // the roster knows that the member has left
            return plan.targets.at(change.field).field.part == u"a";
        });
        return;
    }
    row.isReturn = true;
    const QString was = stateWithoutRelation(plan, existing);
    if (party::enteringKinds(was).isEmpty() && policyOf(plan, row) != ImportPolicy::Skip) {
        addIssue(row, plan.target(u"state"), IssueLevel::Error,
                 Texts::tr("%1 is recorded as “%2” since %3 and does not come on the register again. If that record is "
                           "wrong, correct the membership there first; if the row means somebody else, correct its ID "
                           "number or take it as a new record; otherwise skip the row.")
                     .arg(plan.value(row, u"name").toString(), machine.state(was)->term.zh,
                          existing.value(plan.target(u"stateSince")).value<PartialDate>().toIso()));
        return;
    }
    if (takesBack(plan, row)) {
        addIssue(row, branch, IssueLevel::Warning,
                 Texts::tr("This member had left the register and is taken in again from %1 on.").arg(iso(m_day)));
    } else if (row.decision != RowDecision::Skip) {
        ask(row, Texts::tr("This member had left the register. Take the member in again from %1?").arg(iso(m_day)));
    }
    sayOverlap(plan, row);
    const auto set = [&](QStringView field, const QVariant &value) {
        const int at = plan.target(field);
        row.changes.removeIf([at](const PlanChange &change) { return change.field == at; });
        row.changes.append({at, existing.value(at), value, true});
    };
    const auto *event = party::enteringBy(increaseOf(plan, row, m_day, true));
    const auto *step = event == nullptr ? nullptr : machine.find(was, event->code);
    const QString state = step == nullptr ? u"1"_qs : step->to;
    const QVariant day = QVariant::fromValue(PartialDate(m_day));
    set(u"since", day);
    set(u"state", state);
    set(u"stateSince", day);
    if (event != nullptr && party::startsProbation(*event)) {
        set(u"category", u"probationary"_qs);
    }
    if (!said.isEmpty() && said != state) {
        const int at = plan.target(u"state");
        addIssue(
            row, at, IssueLevel::Warning,
            Texts::tr("The roster says “%1”. That is a step of its own and no correction: the book is kept; take the "
                      "step by an action of the record.")
                .arg(valueText(plan.targets.at(at).field, said, m_reader.catalog().codes(), {})));
    }
}

// When everything else is answered: whether somebody who left in that way comes back in this one.
void RowComparer::checkReturn(const ImportPlan &plan, PlanRow &row, const QVariantList &existing) const
{
    if (!row.isReturn || row.hasErrors() || !row.question.isEmpty() || !takesBack(plan, row)) {
        return;
    }
    const QString was = stateWithoutRelation(plan, existing);
    const QStringList kinds = party::enteringKinds(was);
    const CodeTable &increases = *m_reader.catalog().codes().find(codes::increaseKind);
    if (!row.increase.isEmpty() && !kinds.contains(row.increase)) {
        QStringList possible;
        for (const QString &kind : kinds) {
            possible << increases.chinese(kind);
        }
        addIssue(row, plan.target(roster::arrival), IssueLevel::Error,
                 Texts::tr("Nobody whose state is “%1” comes back by “%2”, but by: %3. Write how in this column, or "
                           "skip the row.")
                     .arg(party::standingMachine().state(was)->term.zh, increases.chinese(row.increase),
                          possible.join(u'、')));
        return;
    }
    const int category = plan.target(u"category");
    const auto *event = party::enteringBy(row.increase);
    if (event != nullptr && party::startsProbation(*event) && !row.derived.at(category) &&
        row.values.at(category).toString() == u"full") {
        addIssue(row, category, IssueLevel::Error,
                 Texts::tr("“%1” begins with a probation, but the roster says a full member. Correct one of the two.")
                     .arg(event->term.zh));
        return;
    }
    const party::MemberStep step = returnStep(plan, row, existing.value(category).toString());
    const auto done = party::examine(m_reader.database(), MemberId(row.record), step, m_today);
    if (!done) {
        addIssue(row, plan.target(u"branch"), IssueLevel::Error, done.error().message);
    }
}

party::MemberStep returnStep(const ImportPlan &plan, const PlanRow &row, const QString &category)
{
    QHash<QString, QVariant> applied;
    for (const PlanChange &change : row.changes) {
        if (change.applied) {
            applied.insert(plan.targets.at(change.field).field.id, change.after);
        }
    }
    const auto idOf = [&](const QString &field) { return applied.value(field).value<ReferenceValue>().id; };
    const auto *event = party::enteringBy(row.increase);
    const QString now = applied.value(u"category"_qs, category).toString();
    party::MemberStep step;
    step.event = event == nullptr ? QString() : event->code;
    step.day = dayOf(plan, row);
    step.place = {idOf(u"branch"_qs), idOf(u"group"_qs), idOf(u"grid"_qs)};
    step.category = now.isEmpty() ? u"full"_qs : now;
    step.fromRoster = true;
    return step;
}

} // namespace gridbook::exchange
