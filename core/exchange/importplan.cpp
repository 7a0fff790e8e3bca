#include "core/exchange/importplan.h"
#include "core/exchange/celltext.h"
#include <QCoreApplication>

namespace gridbook::exchange {

Error importCancelled()
{
    return {ErrorKind::Cancelled, QCoreApplication::translate("ImportPlan", "Cancelled. Nothing was changed."), {}};
}

bool PlanRow::hasErrors() const
{
    return std::any_of(issues.begin(), issues.end(),
                       [](const PlanIssue &issue) { return issue.level == IssueLevel::Error; });
}

int ImportPlan::target(QStringView field) const
{
    for (int i = 0; i < targets.size(); ++i) {
        if (targets.at(i).field.id == field) {
            return i;
        }
    }
    return -1;
}

bool ImportPlan::writes() const
{
    return std::any_of(rows.begin(), rows.end(), [](const PlanRow &row) { return row.isApplied(); });
}

std::optional<Quarter> ImportPlan::pastQuarter(QDate today) const
{
    const Quarter quarter = Quarter::of(choices.asOf);
    return writes() && quarter.lastDay() < today ? std::optional(quarter) : std::nullopt;
}

PlanCounts ImportPlan::counts() const
{
    PlanCounts counts;
    for (const PlanRow &row : rows) {
        switch (row.state) {
        case RowState::New:
            ++counts.added;
            break;
        case RowState::Changed:
            ++counts.changed;
            break;
        case RowState::Same:
            ++counts.same;
            break;
        case RowState::Conflict:
            ++counts.conflict;
            break;
        case RowState::Wrong:
            ++counts.wrong;
            break;
        case RowState::Skipped:
            ++counts.skipped;
            break;
        }
        counts.warnings += row.isApplied() && !row.issues.isEmpty() ? 1 : 0;
    }
    return counts;
}

QVariant ImportPlan::value(const PlanRow &row, QStringView field) const
{
    const int at = target(field);
    return at < 0 ? QVariant() : row.values.value(at);
}

int ImportPlan::columnOf(const PlanRow &row, int field) const
{
    return source.sheets.at(row.sheet).layout.columnOf(targets.at(field).field.id);
}

QString ImportPlan::cellText(const PlanRow &row, int field) const
{
    if (const auto it = row.mended.constFind(field); it != row.mended.cend()) {
        return *it;
    }
    return textAt(row.cells, columnOf(row, field));
}

} // namespace gridbook::exchange
