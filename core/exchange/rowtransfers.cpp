// A row that has the member in another branch than the book: a transfer, what goes along with it, and from which day
// on.
#include "core/base/partialdate.h"
#include "core/exchange/rowcomparer.h"
#include <QCoreApplication>
#include <QSet>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)
};

} // namespace

// A spell that begins before the last one ended cannot be.
void RowComparer::sayOverlap(const ImportPlan &plan, PlanRow &row) const
{
    Query query;
    query.registry = u"affiliation"_qs;
    query.asOf = m_today;
    query.filters = {{u"member"_qs, FilterOp::OneOf, {row.record}}};
    const auto ids = m_reader.ids(query);
    const auto spells =
        ids ? m_reader.rows(query.registry, m_today, *ids, {u"validUntil"_qs}) : Result<QList<RowData>>(ids.error());
    for (const RowData &spell : spells.valueOr({})) {
        const QDate until = spell.values.first().value<PartialDate>().firstDay();
        if (until > m_day) {
            addIssue(
                row, plan.target(u"branch"), IssueLevel::Error,
                Texts::tr("The member left the register on %1, after the roster's day. Choose a later day or skip the "
                          "row.")
                    .arg(until.toString(Qt::ISODate)));
        }
    }
}

// Another branch: a transfer inside the community, with group and grid, which go with it.
void RowComparer::decideTransfer(const ImportPlan &plan, PlanRow &row, const QVariantList &existing) const
{
    const int branch = plan.target(u"branch");
    if (plan.registry != u"member" || branch < 0) {
        return;
    }
    const auto was = existing.value(branch).value<ReferenceValue>();
    const auto now = row.values.at(branch).value<ReferenceValue>();
    if (was.id == 0 || now.id == 0 || was.id == now.id || row.derived.at(branch)) {
        return;
    }
    row.isTransfer = true;
    const QDate since = existing.value(plan.target(u"since")).value<PartialDate>().firstDay();
    TransferChoice choice = row.transfer == TransferChoice::Ask ? plan.choices.transfers : row.transfer;
    if (since >= m_day) {
        addIssue(
            row, branch, IssueLevel::Warning,
            Texts::tr("The book has the member in %1 since %2, which is not before the roster's day; the book is kept.")
                .arg(was.title, since.toString(Qt::ISODate)));
        choice = TransferChoice::Keep;
    }
    if (choice == TransferChoice::Ask && policyOf(plan, row) != ImportPolicy::Skip) {
        row.question = Texts::tr("The book has the member in %1, the roster in %2. Is it a transfer from %3 on?")
                           .arg(was.title, now.title, m_day.toString(Qt::ISODate));
    }
    for (PlanChange &change : row.changes) {
        const QString &field = plan.targets.at(change.field).field.id;
        if (field == u"branch" || field == u"group" || field == u"grid") {
            change.applied = choice == TransferChoice::Transfer;
        }
    }
    // A group of the old branch does not go along; where the roster names none, none is known.
    const int group = plan.target(u"group");
    if (choice == TransferChoice::Transfer && group >= 0 && !row.values.at(group).isValid() &&
        existing.value(group).value<ReferenceValue>().id != 0) {
        row.changes.append({group, existing.value(group), {}, true});
    }
}

// A group of another branch than the one where the member is to be: a slip of the roster, which must not stop the rest.
void RowComparer::leaveOutStrangers(const ImportPlan &plan, PlanRow &row, const QVariantList &existing) const
{
    for (const Part &part : m_spec.parts) {
        for (const Within &within : m_reader.catalog().tables().find(part.table)->within) {
            int column = -1;
            QVariant value;
            QVariant base;
            for (int i = 0; i < plan.targets.size(); ++i) {
                const Field &field = plan.targets.at(i).field;
                if (field.part != part.alias || (field.column != within.column && field.column != within.base)) {
                    continue;
                }
                QVariant &which = field.column == within.column ? value : base;
                which = field.column == within.base ? existing.value(i) : QVariant();
                column = field.column == within.column ? i : column;
                for (const PlanChange &change : std::as_const(row.changes)) {
                    if (change.field == i && change.applied) {
                        which = change.after;
                    }
                }
            }
            const RowId id = storedValue(value).toLongLong();
            if (column < 0 || id <= 0) {
                continue; // says nothing, or is made together with its branch
            }
            const auto holds = m_reader.database().scalar(within.holds, {QVariant(id), storedValue(base).toLongLong()});
            if (holds && holds->toInt() != 0) {
                continue;
            }
            row.changes.removeIf([column](const PlanChange &change) { return change.field == column; });
            addIssue(row, column, IssueLevel::Warning,
                     Texts::tr("“%1” does not belong to “%2”; it is left out.")
                         .arg(value.value<ReferenceValue>().title, base.value<ReferenceValue>().title));
        }
    }
}

// A dated part that changes begins anew on the roster's day, so that earlier figures stay as they were; a blank that is
// filled is a correction and begins with the row it stands in.
void RowComparer::dateMoves(const ImportPlan &plan, PlanRow &row, const QVariantList &existing) const
{
    for (const Part &part : m_spec.parts) {
        if (!part.dated) {
            continue;
        }
        int first = -1;
        bool moves = false;
        bool isSet = false;
        bool begins = false; // of a part that says nothing yet
        QDate from = m_day;
        for (int i = 0; i < plan.targets.size(); ++i) {
            const Field &field = plan.targets.at(i).field;
            if (field.part == part.alias && field.column == u"valid_from") {
                first = i;
            }
        }
        if (first < 0) {
            continue;
        }
        for (const PlanChange &change : std::as_const(row.changes)) {
            const Field &field = plan.targets.at(change.field).field;
            if (!change.applied || field.part != part.alias) {
                continue;
            }
            isSet = isSet || change.field == first;
            // A mark (失联) where nothing stood is no correction: nobody had it before.
            const bool marks = field.type == FieldType::YesNo && change.after.toBool();
            begins = begins || change.field != first;
            moves = moves || (change.field != first && (marks || !storedValue(change.before).toString().isEmpty()));
            if (field.id == u"category") { // confirmed: since the day of confirmation
                const auto full = plan.value(row, u"fullDate").value<PartialDate>();
                from = full.isNull() || full.firstDay() > m_today ? from : full.firstDay();
            }
        }
        const QDate since = existing.value(first).value<PartialDate>().firstDay();
        if (!isSet && (since.isValid() ? moves && from > since : begins)) {
            row.changes.removeIf([first](const PlanChange &change) { return change.field == first; });
            row.changes.append({first, existing.value(first), QVariant::fromValue(PartialDate(from)), true});
        }
        const TableSpec &table = *m_reader.catalog().tables().find(part.table);
        const bool isMove = std::any_of(row.changes.begin(), row.changes.end(), [&](const PlanChange &change) {
            return change.field == first && change.applied && since.isValid() &&
                   change.after.value<PartialDate>().firstDay() > since;
        });
        for (PlanChange &change : row.changes) { // how the member once came stays with the day on which that was
            const Field &field = plan.targets.at(change.field).field;
            change.applied =
                change.applied && !(isMove && field.part == part.alias && table.ofBeginning.contains(field.column));
        }
    }
}

} // namespace gridbook::exchange
