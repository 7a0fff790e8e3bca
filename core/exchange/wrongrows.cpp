#include "core/exchange/wrongrows.h"
#include "core/exchange/headings.h"
#include "core/exchange/importarrivals.h"
#include "core/exchange/importtargets.h"
#include "core/rules/codetables.h"
#include <QCoreApplication>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

bool goesBack(const PlanRow &row)
{
    return row.state == RowState::Wrong || row.state == RowState::Conflict;
}

// "基本情况/姓名" is 姓名, unless another column ends like it.
QString shortHeading(const QList<SheetColumn> &columns, const QString &heading)
{
    const QString last = heading.section(u'/', -1);
    int same = 0;
    for (const SheetColumn &column : columns) {
        same += column.heading.section(u'/', -1) == last ? 1 : 0;
    }
    return same == 1 ? last : heading;
}

class Page
{
public:
    Page(const ImportPlan &plan, const CodeTable &arrivals, int sheet)
        : m_plan(plan), m_sheet(plan.source.sheets.at(sheet)), m_arrivals(arrivals), m_at(sheet)
    {}

    [[nodiscard]] TableSheet head()
    {
        TableSheet table;
        table.name = m_sheet.name.isEmpty() ? u"错误行"_qs : m_sheet.name;
        table.title = m_sheet.layout.title;
        for (const SheetColumn &column : m_sheet.layout.columns) {
            table.columns.append({.heading = shortHeading(m_sheet.layout.columns, column.heading)});
        }
        // Where the mended row goes on: the next day the branch has members, and the day is another.
        for (const auto &[field, heading] :
             {std::pair(roster::day, u"名册日期"_qs), std::pair(roster::arrival, u"新增方式"_qs)}) {
            if (m_plan.target(field) >= 0 && m_sheet.layout.columnOf(field) < 0) {
                m_roster << field;
                table.columns.append({.heading = heading});
            }
        }
        // What stood in separator rows or was typed in the wizard has no column of its own yet.
        for (int i = 0; i < m_plan.targets.size(); ++i) {
            const QString &field = m_plan.targets.at(i).field.id;
            if (m_sheet.layout.columnOf(field) < 0 && !m_roster.contains(field) && isSaid(i)) {
                m_added << i;
                table.columns.append({.heading = m_plan.targets.at(i).field.label.zh});
            }
        }
        table.columns.append({.heading = u"错误原因"_qs, .width = 60});
        table.columns.append({.heading = u"原行号"_qs, .kind = ColumnKind::Number});
        return table;
    }

    [[nodiscard]] OutRow cells(const PlanRow &row) const
    {
        OutRow out;
        for (const SheetColumn &column : m_sheet.layout.columns) {
            OutCell cell{row.cells.value(column.index), CellMark::None, {}};
            if (const int at = m_plan.target(column.field); at >= 0) {
                if (row.mended.contains(at)) {
                    cell.cell = Cell::ofText(row.mended.value(at));
                }
                if (cell.cell.text.trimmed().isEmpty() && !groupText(row, at).isEmpty()) {
                    cell.cell = Cell::ofText(groupText(row, at)); // it stood in the row above the group
                }
                mark(row, at, &cell);
            }
            out << cell;
        }
        for (const QString &field : m_roster) {
            out << OutCell{Cell::ofText(field == roster::day ? dayOf(m_plan, row).toString(Qt::ISODate)
                                                             : m_arrivals.chinese(row.increase)),
                           CellMark::None,
                           {}};
        }
        for (const int at : m_added) {
            OutCell cell{Cell::ofText(row.mended.value(at, groupText(row, at))), CellMark::None, {}};
            mark(row, at, &cell);
            out << cell;
        }
        QStringList reasons;
        for (const PlanIssue &issue : row.issues) {
            const QString what =
                issue.field < 0 ? QString() : QString(m_plan.targets.at(issue.field).field.label.zh + u"：");
            reasons << what + issue.message;
        }
        if (row.state == RowState::Conflict) {
            reasons.prepend(row.question);
        }
        out << OutCell{Cell::ofText(reasons.join(u'\n')), CellMark::None, {}};
        out << OutCell{Cell::ofNumber(row.number), CellMark::None, {}};
        return out;
    }

private:
    [[nodiscard]] QString groupText(const PlanRow &row, int at) const
    {
        const QString &field = m_plan.targets.at(at).field.id;
        const bool isGroup = field == u"branch" || field == u"grid" || field == u"group";
        const auto reference = row.values.value(at).value<ReferenceValue>();
        return isGroup && reference.id != 0 ? reference.title : QString();
    }
    [[nodiscard]] bool isSaid(int at) const
    {
        return std::any_of(m_plan.rows.begin(), m_plan.rows.end(), [&](const PlanRow &row) {
            return row.sheet == m_at && goesBack(row) && (row.mended.contains(at) || !groupText(row, at).isEmpty());
        });
    }
    void mark(const PlanRow &row, int at, OutCell *cell) const
    {
        QStringList messages;
        for (const PlanIssue &issue : row.issues) {
            if (issue.field == at) {
                messages << issue.message;
                if (cell->mark != CellMark::Wrong) {
                    cell->mark = issue.level == IssueLevel::Error ? CellMark::Wrong : CellMark::Warning;
                }
            }
        }
        cell->comment = messages.join(u'\n');
    }

    const ImportPlan &m_plan;
    const ImportSource::Sheet &m_sheet;
    const CodeTable &m_arrivals;
    int m_at;
    QStringList m_roster;
    QList<int> m_added;
};

} // namespace

qsizetype wrongRowCount(const ImportPlan &plan)
{
    return std::count_if(plan.rows.begin(), plan.rows.end(), goesBack);
}

Done writeWrongRows(const ImportPlan &plan, const QString &path)
{
    GRIDBOOK_ASSIGN(const TableFormat format, checkedFormat(path));
    GRIDBOOK_ASSIGN(const std::unique_ptr<TableWriter> table, createTable(path, format));
    const CodeTables codes;
    for (int sheet = 0; sheet < plan.source.sheets.size(); ++sheet) {
        const bool any = std::any_of(plan.rows.begin(), plan.rows.end(),
                                     [sheet](const PlanRow &row) { return row.sheet == sheet && goesBack(row); });
        if (!any) {
            continue;
        }
        Page page(plan, *codes.find(u"increaseKind"), sheet);
        GRIDBOOK_TRY(table->beginSheet(page.head()));
        for (const PlanRow &row : plan.rows) {
            if (row.sheet == sheet && goesBack(row)) {
                GRIDBOOK_TRY(table->addRow(page.cells(row)));
            }
        }
    }
    return table->finish();
}

} // namespace gridbook::exchange
