#include "ui/exchange/planmodel.h"
#include "core/registry/valuetext.h"
#include "ui/shell/icons.h"
#include <QBrush>

namespace gridbook::ui {

using namespace Qt::StringLiterals;
using namespace exchange;

PlanModel::PlanModel(UiContext &context, const CodeTables &codes, QObject *parent)
    : QAbstractTableModel(parent), m_context(context), m_codes(codes)
{}

void PlanModel::setPlan(const std::shared_ptr<ImportPlan> &plan)
{
    beginResetModel();
    m_plan = plan;
    m_fields.clear();
    m_rows.clear();
    for (int i = 0; m_plan && i < m_plan->targets.size(); ++i) {
        const QString &id = m_plan->targets.at(i).field.id;
        const bool inFile =
            std::any_of(m_plan->source.sheets.begin(), m_plan->source.sheets.end(),
                        [&](const ImportSource::Sheet &sheet) { return sheet.layout.columnOf(id) >= 0; });
        const bool isSaid = inFile || std::any_of(m_plan->rows.begin(), m_plan->rows.end(), [i](const PlanRow &row) {
                                return row.values.value(i).isValid() ||
                                       std::any_of(row.issues.begin(), row.issues.end(),
                                                   [i](const PlanIssue &issue) { return issue.field == i; });
                            });
        if (isSaid) {
            m_fields << i;
        }
    }
    endResetModel();
    refilter();
}

void PlanModel::setShown(const QSet<RowState> &states)
{
    m_shown = states;
    refilter();
}

void PlanModel::refilter()
{
    beginResetModel();
    m_rows.clear();
    for (int i = 0; m_plan && i < m_plan->rows.size(); ++i) {
        if (m_shown.isEmpty() || m_shown.contains(m_plan->rows.at(i).state)) {
            m_rows << i;
        }
    }
    endResetModel();
}

void PlanModel::refreshCells()
{
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int PlanModel::columnOfField(int field) const
{
    const auto at = m_fields.indexOf(field);
    return at < 0 ? -1 : int(at) + FirstField;
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstField + int(m_fields.size());
}

QString PlanModel::stateWord(RowState state)
{
    switch (state) {
    case RowState::New:
        return tr("New");
    case RowState::Changed:
        return tr("Changed");
    case RowState::Same:
        return tr("Same");
    case RowState::Conflict:
        return tr("To decide");
    case RowState::Wrong:
        return tr("Wrong");
    case RowState::Skipped:
        return tr("Skipped");
    }
    return {};
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case RowNumber:
        return tr("Row"); //: number of the row in the spreadsheet
    case State:
        return tr("What happens");
    case Why:
        return tr("Why");
    default:
        return m_context.word(m_plan->targets.at(field(section)).field.label);
    }
}

QString PlanModel::shownValue(int field, const QVariant &value) const
{
    // In the clear: the user compares with the paper at hand, and the file is open beside it anyway.
    return valueText(m_plan->targets.at(field).field, value, m_codes,
                     {.language = m_context.language, .masked = false});
}

QString PlanModel::cellText(const PlanRow &row, int field) const
{
    for (const PlanChange &change : row.changes) {
        if (change.field == field) {
            const QString before = shownValue(field, change.before);
            const QString after = shownValue(field, change.after);
            return before.isEmpty() ? after : QString(before + u" → " + after);
        }
    }
    const QVariant &value = row.values.value(field);
    return value.isValid() ? shownValue(field, value) : m_plan->cellText(row, field);
}

std::optional<IssueLevel> PlanModel::levelOf(const PlanRow &row, int field) const
{
    std::optional<IssueLevel> level;
    for (const PlanIssue &issue : row.issues) {
        if (issue.field == field && level != IssueLevel::Error) {
            level = issue.level;
        }
    }
    return level;
}

QString PlanModel::reason(const PlanRow &row) const
{
    if (row.state == RowState::Conflict) {
        return row.question;
    }
    for (const IssueLevel level : {IssueLevel::Error, IssueLevel::Warning}) {
        for (const PlanIssue &issue : row.issues) {
            if (issue.level == level) {
                return issue.field < 0 ? issue.message
                                       : m_context.labelled(m_plan->targets.at(issue.field).field.label, issue.message);
            }
        }
    }
    int applied = 0;
    for (const PlanChange &change : row.changes) {
        applied += change.applied ? 1 : 0;
    }
    return row.state == RowState::Changed ? tr("%n entries change", nullptr, applied) : QString();
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!m_plan || !index.isValid()) {
        return {};
    }
    const PlanRow &row = m_plan->rows.at(m_rows.at(index.row()));
    const Tokens &tokens = m_context.theme.tokens;
    const int at = field(index.column());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        switch (index.column()) {
        case RowNumber:
            return m_plan->source.sheets.size() > 1
                       ? QString(m_plan->source.sheets.at(row.sheet).name + u' ' + QString::number(row.number))
                       : QString::number(row.number);
        case State:
            return stateWord(row.state);
        case Why:
            return reason(row);
        default:
            return cellText(row, at);
        }
    }
    if (role == Qt::EditRole && at >= 0) {
        const QString typed = m_plan->cellText(row, at);
        return typed.isEmpty() ? shownValue(at, row.values.value(at)) : typed;
    }
    if (role == Qt::ToolTipRole) {
        return story(m_rows.at(index.row()));
    }
    if (role == Qt::DecorationRole && index.column() == State) {
        switch (row.state) {
        case RowState::New:
            return icon(Glyph::Add, Tint::Success);
        case RowState::Changed:
            return icon(Glyph::Edit, Tint::Information);
        case RowState::Same:
            return icon(Glyph::Check, Tint::Secondary);
        case RowState::Conflict:
            return icon(Glyph::Warning, Tint::Warning);
        case RowState::Wrong:
            return icon(Glyph::Error, Tint::Danger);
        case RowState::Skipped:
            return icon(Glyph::Close, Tint::Secondary);
        }
    }
    if (role == Qt::DecorationRole && at >= 0) {
        if (const auto level = levelOf(row, at)) { // a sign besides the colour
            return *level == IssueLevel::Error ? icon(Glyph::Error, Tint::Danger) : icon(Glyph::Warning, Tint::Warning);
        }
    }
    if (role == Qt::BackgroundRole && at >= 0) {
        if (const auto level = levelOf(row, at)) {
            return QBrush(*level == IssueLevel::Error ? tokens.dangerSoft : tokens.warningSoft);
        }
        for (const PlanChange &change : row.changes) {
            if (change.field == at) {
                return QBrush(change.applied ? tokens.informationSoft : tokens.sunken);
            }
        }
    }
    if (role == Qt::ForegroundRole) {
        const bool quiet = row.state == RowState::Same || row.state == RowState::Skipped;
        const bool derived = at >= 0 && row.derived.value(at) && row.values.value(at).isValid();
        if (quiet || derived) {
            return QBrush(tokens.secondary);
        }
    }
    return {};
}

Qt::ItemFlags PlanModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    flags.setFlag(Qt::ItemIsEditable, field(index.column()) >= 0);
    return flags;
}

bool PlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const int at = field(index.column());
    if (role != Qt::EditRole || at < 0) {
        return false;
    }
    const int place = m_rows.at(index.row());
    PlanRow &row = m_plan->rows[place];
    if (value.toString() == data(index, Qt::EditRole).toString()) {
        return false;
    }
    row.mended.insert(at, value.toString());
    Q_EMIT mended(place);
    return true;
}

QString PlanModel::story(int planRow) const
{
    if (!m_plan || planRow < 0) {
        return {};
    }
    const PlanRow &row = m_plan->rows.at(planRow);
    const auto label = [&](int field) {
        return field < 0 ? QString() : m_context.labelled(m_plan->targets.at(field).field.label, {});
    };
    QStringList lines;
    if (!row.question.isEmpty()) {
        lines << row.question;
    }
    for (const PlanIssue &issue : row.issues) {
        lines << (issue.level == IssueLevel::Error ? u"✗ "_qs : u"! "_qs) + label(issue.field) + issue.message;
    }
    for (const PlanChange &change : row.changes) {
        const QString before = shownValue(change.field, change.before);
        lines << label(change.field) + (before.isEmpty() ? tr("(empty)") : before) + u" → " +
                     shownValue(change.field, change.after) + (change.applied ? QString() : tr(" (not taken)"));
    }
    return lines.join(u'\n');
}

} // namespace gridbook::ui
