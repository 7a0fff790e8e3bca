#include "core/reports/homefigures.h"
#include <algorithm>

namespace gridbook {

using namespace Qt::StringLiterals;
using party::TermState;

namespace {

// What is longest overdue first, then what ends soonest, then what was extended, then what has no term at all.
int urgency(const OrgLine &line)
{
    switch (line.state) {
    case TermState::Overdue:
        return 0;
    case TermState::Due:
        return 1;
    case TermState::Extended:
        return 2;
    default:
        return 3;
    }
}

QList<OrgLine> dueTerms(const OrgTable &table)
{
    QList<OrgLine> due;
    std::copy_if(table.lines.begin(), table.lines.end(), std::back_inserter(due),
                 [](const OrgLine &line) { return line.state != TermState::Running && line.state != TermState::None; });
    std::stable_sort(due.begin(), due.end(), [](const OrgLine &a, const OrgLine &b) {
        return std::pair(urgency(a), a.days) < std::pair(urgency(b), b.days);
    });
    return due;
}

QList<ChartPoint> ages(const CrossTab &table)
{
    QList<ChartPoint> points;
    for (qsizetype c = 0; c < table.spec.columns.size(); ++c) {
        const AxisLine &column = table.spec.columns.at(c);
        if (column.summed && (!column.unknown || table.cells.at(0).at(c) != 0)) {
            Term years = column.term;
            years.zh.remove(u'岁'); // the unit stands above the chart, the labels stay on one line
            points.append({years, table.cells.at(0).at(c), table.key(0, c)});
        }
    }
    return points;
}

QList<ChartPoint> branches(const OrgTable &table)
{
    QList<ChartPoint> points;
    for (const OrgLine &line : table.lines) {
        if (line.org.type.endsWith(u"ranch") && line.org.type != u"generalBranch") {
            points.append({{line.org.name, line.org.name}, line.members, table.key(line.org.org)});
        }
    }
    std::stable_sort(points.begin(), points.end(),
                     [](const ChartPoint &a, const ChartPoint &b) { return a.value > b.value; });
    return points;
}

} // namespace

Result<HomeFigures> homeFigures(Figures &figures, QDate day)
{
    constexpr int quartersShown = 4;
    HomeFigures home;
    home.day = day;
    GRIDBOOK_ASSIGN(home.headline, figures.headline(day));
    GRIDBOOK_ASSIGN(const Facts *const facts, figures.facts(day));
    const OrgTable orgs = orgTable(*facts);
    home.due = dueTerms(orgs);
    home.branches = branches(orgs);
    GRIDBOOK_ASSIGN(const CrossTab basics, figures.crossTab(u"T4"_qs, day));
    home.ageBands = ages(basics);
    QDate each = day;
    for (int i = 0; i < quartersShown; ++i) {
        GRIDBOOK_ASSIGN(const qint64 members, countRegistered(figures.reader(), each));
        const Quarter quarter = Quarter::of(each);
        const bool isOver = each == quarter.lastDay();
        home.quarters.prepend({{quarter.toChinese().remove(u'第') + (isOver ? QString() : QStringLiteral("至今")),
                                quarter.toString() + (isOver ? QString() : QStringLiteral(" so far"))},
                               members,
                               FigureKey{u"members.total"_qs, {}, each}.toString()});
        each = Figures::dayBefore(each);
    }
    GRIDBOOK_ASSIGN(home.findings, runChecks(figures, day));
    home.findings.removeIf([](const Finding &finding) { return finding.holds; });
    return home;
}

} // namespace gridbook
