#pragma once
// What a row of a plan would do to the record that it means: the differences, which of them the choices apply, the
// state of the row. A difference of the branch is a transfer and never follows the general policy.
#include "core/exchange/importarrivals.h"
#include "core/exchange/importgrid.h"
#include "core/exchange/importplan.h"
#include "core/exchange/rowinterpreter.h"
#include "core/party/membercommands.h"
#include "core/registry/recordstore.h"

namespace gridbook::exchange {

// What every row is compared with besides its own record; only what its registry needs is filled.
struct Surroundings
{
    BranchMembers members;
    std::optional<GridSurroundings> grids;

    static Result<Surroundings> load(RegistryReader &reader, const ImportPlan &plan, QDate today);
};

// Of one thread, on a reader of its own; the rest is only read.
class RowComparer
{
public:
    RowComparer(RegistryReader &reader, const RegistrySpec &spec, const Surroundings &surroundings, QDate today)
        : m_reader(reader)
        , m_spec(spec)
        , m_store(reader)
        , m_today(today)
        , m_grids(surroundings.grids)
        , m_members(surroundings.members)
    {}
    // existing: values of the record by target, as of today; empty for a new one.
    // then: the same as of the roster's day, if anything in the book has changed since; else empty.
    void compare(const ImportPlan &plan, PlanRow &row, const QVariantList &existing, const QVariantList &then);

private:
    void addDefaults(const ImportPlan &plan, PlanRow &row);
    void findChanges(const ImportPlan &plan, PlanRow &row, const QVariantList &existing) const;
    void decideTransfer(const ImportPlan &plan, PlanRow &row, const QVariantList &existing) const;
    void beginReturn(const ImportPlan &plan, PlanRow &row, const QVariantList &existing) const;
    void checkReturn(const ImportPlan &plan, PlanRow &row, const QVariantList &existing) const;
    void sayOverlap(const ImportPlan &plan, PlanRow &row) const;
    void leaveStepsToActions(const ImportPlan &plan, PlanRow &row) const;
    void leaveOutStrangers(const ImportPlan &plan, PlanRow &row, const QVariantList &existing) const;
    void keepNewer(const ImportPlan &plan, PlanRow &row, const QVariantList &then, const QVariantList &existing) const;
    void dateMoves(const ImportPlan &plan, PlanRow &row, const QVariantList &existing) const;
    static void ask(PlanRow &row, const QString &question);
    void askHowTheyCame(const ImportPlan &plan, PlanRow &row) const;
    void refuseSecondNumber(const ImportPlan &plan, PlanRow &row) const;
    static void askAboutNumber(const ImportPlan &plan, PlanRow &row);
    void validate(const ImportPlan &plan, PlanRow &row, const QVariantList &existing);
    [[nodiscard]] bool contradictsBook(const ImportPlan &plan, const PlanRow &row, const Record &before,
                                       QVariantMap values, const QList<Issue> &issues);
    [[nodiscard]] RowState stateOf(const ImportPlan &plan, PlanRow &row) const;
    [[nodiscard]] bool isSame(const Field &field, const QVariant &before, const QVariant &after) const;

    RegistryReader &m_reader;
    const RegistrySpec &m_spec;
    RecordStore m_store;
    QDate m_today;
    RuleMemory m_ruleMemory; // of one reading
    const std::optional<GridSurroundings> &m_grids;
    const BranchMembers &m_members;
    QDate m_day; // the roster's day for the row at hand
};

// The step by which the member of a row with PlanRow::isReturn comes on the register again; places that are made with
// the import are below 0. category: of the book, where the row does not change it.
[[nodiscard]] party::MemberStep returnStep(const ImportPlan &plan, const PlanRow &row, const QString &category);

// How a policy and a decision of the row come together.
[[nodiscard]] ImportPolicy policyOf(const ImportPlan &plan, const PlanRow &row);

} // namespace gridbook::exchange
