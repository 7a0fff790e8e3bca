#include "core/reports/placetables.h"
#include <algorithm>

namespace gridbook {

using namespace Qt::StringLiterals;
using party::TermState;

namespace {

const QString totalLine = QStringLiteral("total");

BandMark markOf(const GridFact &grid, const Facts &facts)
{
    const std::optional<qint64> counted = grid.counted.residentHouseholds.number();
    if (!counted) {
        return BandMark::NotCounted;
    }
    const double households = double(*counted);
    return households < facts.minHouseholds   ? BandMark::Below
           : households > facts.maxHouseholds ? BandMark::Above
                                              : BandMark::Within;
}

std::optional<qint64> sum(std::optional<qint64> before, std::optional<qint64> more)
{
    return before && more ? *before + *more : before ? before : more;
}

bool isOutOfBand(BandMark mark)
{
    return mark == BandMark::Below || mark == BandMark::Above;
}

TermState stateOf(const OrgFact &org, const Facts &facts)
{
    return party::hasTerm(org.type) ? party::termState(org.term, facts.day, facts.reminderMonths) : TermState::None;
}

// As keys have it.
QString nameOf(TermState state)
{
    switch (state) {
    case TermState::Running:
        return u"normal"_qs;
    case TermState::Due:
        return u"soon"_qs;
    case TermState::Extended:
        return u"extended"_qs;
    case TermState::Overdue:
        return u"overdue"_qs;
    case TermState::Missing:
        return u"missing"_qs;
    case TermState::None:
        break;
    }
    return u"none"_qs;
}

// As keys have it; nothing is written like it otherwise (007).
bool names(const QString &line, RowId id)
{
    return line == QString::number(id);
}

// The organizations whose members a line of T2 counts.
QSet<RowId> orgsUnder(const FigureKey &key, const Facts &facts)
{
    if (key.line() == totalLine) {
        QSet<RowId> all;
        for (const OrgFact &org : facts.orgs) {
            all.insert(org.org);
        }
        return all;
    }
    const QList<RowId> below = facts.subtree(key.line().toLongLong());
    return {below.begin(), below.end()};
}

} // namespace

// ---- T1 -------------------------------------------------------------------------------------------------------------

std::optional<double> GridLine::personsPerHousehold() const
{
    const auto households = grid.counted.residentHouseholds.number();
    const auto persons = grid.counted.residentPersons.number();
    return households && persons && *households != 0 ? std::optional(double(*persons) / double(*households))
                                                     : std::nullopt;
}

std::optional<double> GridTable::coverage() const
{
    return lines.isEmpty() ? std::nullopt : std::optional(double(withPartyForm) / double(lines.size()));
}

std::optional<double> GridTable::householdsPerGrid() const
{
    return households ? std::optional(double(*households) / double(counted)) : std::nullopt;
}

std::optional<double> GridTable::personsPerHousehold() const
{
    qint64 ofHouseholds = 0;
    qint64 ofPersons = 0;
    for (const GridLine &line : lines) {
        if (line.personsPerHousehold()) {
            ofHouseholds += line.grid.counted.residentHouseholds.number().value_or(0);
            ofPersons += line.grid.counted.residentPersons.number().value_or(0);
        }
    }
    return ofHouseholds == 0 ? std::nullopt : std::optional(double(ofPersons) / double(ofHouseholds));
}

QString GridTable::key(RowId grid, const QString &column) const
{
    return FigureKey{
        gridTableId.toString(), {{u"line"_qs, grid == 0 ? totalLine : QString::number(grid)}, {u"col"_qs, column}}, day}
        .toString();
}

GridTable gridTable(const Facts &facts)
{
    QHash<RowId, qint64> members;
    for (const MemberFact &member : facts.members) {
        if (member.registered) {
            ++members[member.grid];
        }
    }
    QHash<RowId, qint64> workers;
    for (const InGrid &worker : facts.gridWorkers) {
        ++workers[worker.grid];
    }
    QHash<RowId, qint64> buildings;
    for (const InGrid &building : facts.buildings) {
        ++buildings[building.grid];
    }
    GridTable table;
    table.day = facts.day;
    table.minHouseholds = facts.minHouseholds;
    table.maxHouseholds = facts.maxHouseholds;
    for (const GridFact &grid : facts.grids) {
        const GridLine line{grid, members.value(grid.grid), workers.value(grid.grid), buildings.value(grid.grid),
                            markOf(grid, facts)};
        table.counted += line.mark == BandMark::NotCounted ? 0 : 1;
        table.households = sum(table.households, grid.counted.residentHouseholds.number());
        table.persons = sum(table.persons, grid.counted.residentPersons.number());
        table.members += line.members;
        table.workers += line.workers;
        table.buildings += line.buildings;
        table.withPartyForm += grid.hasPartyForm() ? 1 : 0;
        table.outOfBand += isOutOfBand(line.mark) ? 1 : 0;
        table.lines.append(line);
    }
    return table;
}

bool isGridCell(const FigureKey &key, const Facts &facts)
{
    static const QStringList columns{u"members"_qs,    u"workers"_qs, u"buildings"_qs,
                                     u"households"_qs, u"persons"_qs, u"outOfBand"_qs};
    return key.isCell() && columns.contains(key.column()) &&
           (key.line() == totalLine ||
            std::any_of(facts.grids.begin(), facts.grids.end(),
                        [&key](const GridFact &grid) { return names(key.line(), grid.grid); }));
}

FigureRows gridRows(const FigureKey &key, const Facts &facts)
{
    const bool all = key.line() == totalLine;
    const RowId only = key.line().toLongLong();
    QSet<RowId> grids;
    for (const GridFact &grid : facts.grids) {
        if (all || grid.grid == only) {
            grids.insert(grid.grid);
        }
    }
    FigureRows rows{u"grid"_qs, facts.day, {}, {}};
    const QString column = key.column();
    if (column == u"members") {
        rows.registry = u"member"_qs;
        for (const MemberFact &member : facts.members) {
            if (member.registered && grids.contains(member.grid)) {
                rows.ids.append(member.member);
            }
        }
    } else if (column == u"workers" || column == u"buildings") {
        rows.registry = column == u"workers" ? u"gridPost"_qs : u"building"_qs;
        for (const InGrid &each : column == u"workers" ? facts.gridWorkers : facts.buildings) {
            if (grids.contains(each.grid)) {
                rows.ids.append(each.id);
            }
        }
    } else if (column == u"households" || column == u"persons") {
        rows.registry = u"population"_qs;
        for (const GridFact &grid : facts.grids) {
            if (grids.contains(grid.grid)) {
                const CountFact &count =
                    column == u"households" ? grid.counted.residentHouseholds : grid.counted.residentPersons;
                rows.ids += count.snapshots;
                rows.amounts += count.values;
                rows.partial = rows.partial || !count.isKnown();
            }
        }
        rows.known = !rows.ids.isEmpty();
    } else {
        for (const GridFact &grid : facts.grids) {
            if (grids.contains(grid.grid) && isOutOfBand(markOf(grid, facts))) {
                rows.ids.append(grid.grid);
            }
        }
    }
    return rows;
}

QList<NearMiss> gridNearMisses(const FigureKey &key, const Facts &facts)
{
    QList<NearMiss> misses;
    if (key.column() == u"members") {
        for (const MemberFact &member : facts.members) {
            if (member.registered && member.grid == 0) {
                misses.append(
                    {u"member"_qs, member.member, {u"在册，但未编入网格"_qs, u"on the roll, but in no grid"_qs}});
            }
        }
    } else if (key.column() == u"households" || key.column() == u"outOfBand") {
        for (const GridFact &grid : facts.grids) {
            if (!grid.counted.residentHouseholds.isKnown()) {
                misses.append(
                    {u"grid"_qs, grid.grid, {u"没有登记常住户数"_qs, u"resident households never counted"_qs}});
            }
        }
    }
    return misses;
}

FigureRule gridRule(const FigureKey &key, const Facts &facts)
{
    const GridFact *grid = facts.grid(key.line().toLongLong());
    const QString name = grid == nullptr ? u"各网格"_qs : grid->name;
    const QString column = key.column();
    if (column == u"members") {
        return {key.figure,
                {name + u"在册党员", name + u": members"},
                {u"名"_qs, {}},
                {u"在册党员中统计日编入该网格的。"_qs, u"Members on the roll who belong to the grid on the day."_qs}};
    }
    if (column == u"persons") {
        return {key.figure,
                {name + u"常住人口", name + u": resident persons"},
                {u"人"_qs, {}},
                {u"网格在统计日或之前最近一次登记的常住人口。"_qs,
                 u"The latest count of resident persons of the grid on or before the day."_qs}};
    }
    if (column == u"workers") {
        return {
            key.figure,
            {name + u"网格员", name + u": grid workers"},
            {u"名"_qs, {}},
            {u"统计日在任的专职、兼职网格员。"_qs, u"Full-time and part-time grid workers in office on the day."_qs}};
    }
    if (column == u"buildings") {
        return {key.figure,
                {name + u"楼栋", name + u": buildings"},
                {u"幢"_qs, {}},
                {u"统计日划入该网格的楼栋。"_qs, u"Buildings that lie in the grid on the day."_qs}};
    }
    if (column == u"outOfBand") {
        return {key.figure,
                {u"户数超出标准的网格"_qs, u"Grids outside the band"_qs},
                {u"个"_qs, {}},
                {QStringLiteral("常住户少于%1户或多于%2户的网格。").arg(facts.minHouseholds).arg(facts.maxHouseholds),
                 QStringLiteral("Grids with fewer than %1 or more than %2 resident households.")
                     .arg(facts.minHouseholds)
                     .arg(facts.maxHouseholds)}};
    }
    return {key.figure,
            {name + u"常住户", name + u": resident households"},
            {u"户"_qs, {}},
            {u"网格在统计日或之前最近一次登记的常住户数。"_qs,
             u"The latest count of resident households of the grid on or before the day."_qs}};
}

// ---- T2 -------------------------------------------------------------------------------------------------------------

qint64 OrgTable::count(TermState state) const
{
    return std::count_if(lines.begin(), lines.end(), [state](const OrgLine &line) { return line.state == state; });
}

QString OrgTable::key(RowId org) const
{
    return FigureKey{orgTableId.toString(),
                     {{u"line"_qs, org == 0 ? totalLine : QString::number(org)}, {u"col"_qs, u"members"_qs}},
                     day}
        .toString();
}

QString OrgTable::key(TermState state) const
{
    return FigureKey{orgTableId.toString(), {{u"line"_qs, nameOf(state)}, {u"col"_qs, u"terms"_qs}}, day}.toString();
}

OrgTable orgTable(const Facts &facts)
{
    QHash<RowId, qint64> members;
    for (const MemberFact &member : facts.members) {
        if (member.registered) {
            ++members[member.org];
            if (member.group != 0 && member.group != member.org) {
                ++members[member.group];
            }
        }
    }
    // What lies below is added to the superior; a group's members are already the branch's.
    for (auto org = facts.orgs.crbegin(); org != facts.orgs.crend(); ++org) {
        if (org->type != u"group" && org->parent != 0 && org->parent != org->org) {
            members[org->parent] += members.value(org->org);
        }
    }
    OrgTable table{facts.day, {}};
    for (const OrgFact &org : facts.orgs) {
        if (!org.functional) {
            OrgLine line{org, members.value(org.org), stateOf(org, facts), 0, 0};
            if (line.state == TermState::None || line.state == TermState::Missing) {
                line.org.term = {}; // one that has ended is told no more
            } else {
                const QDate due = party::dueDate(org.term);
                line.days = int(facts.day.daysTo(due));
                line.months = party::monthsBetween(facts.day, due);
            }
            table.lines.append(line);
        }
    }
    return table;
}

bool isOrgCell(const FigureKey &key, const Facts &facts)
{
    if (key.isCell() && key.column() == u"terms") {
        static const QList<TermState> states{TermState::Running, TermState::Due,     TermState::Extended,
                                             TermState::Overdue, TermState::Missing, TermState::None};
        return std::any_of(states.begin(), states.end(),
                           [&key](TermState state) { return key.line() == nameOf(state); });
    }
    return key.isCell() && key.column() == u"members" &&
           (key.line() == totalLine || std::any_of(facts.orgs.begin(), facts.orgs.end(), [&key](const OrgFact &org) {
                return !org.functional && names(key.line(), org.org);
            }));
}

FigureRows orgRows(const FigureKey &key, const Facts &facts)
{
    FigureRows rows{u"member"_qs, facts.day, {}, {}};
    if (key.column() == u"terms") {
        rows.registry = u"partyOrg"_qs;
        for (const OrgFact &org : facts.orgs) {
            if (!org.functional && nameOf(stateOf(org, facts)) == key.line()) {
                rows.ids.append(org.org);
            }
        }
        return rows;
    }
    const QSet<RowId> orgs = orgsUnder(key, facts);
    for (const MemberFact &member : facts.members) {
        if (member.registered && (orgs.contains(member.org) || orgs.contains(member.group))) {
            rows.ids.append(member.member);
        }
    }
    return rows;
}

QList<NearMiss> orgNearMisses(const FigureKey &key, const Facts &facts)
{
    QList<NearMiss> misses;
    if (key.column() == u"terms") {
        for (const OrgFact &org : facts.orgs) {
            if (!org.functional && stateOf(org, facts) == TermState::None) {
                misses.append({u"partyOrg"_qs,
                               org.org,
                               {u"党工委、临时党支部、党小组没有届期"_qs,
                                u"working committees, temporary branches and groups have no term"_qs}});
            }
        }
        return misses;
    }
    const QSet<RowId> orgs = orgsUnder(key, facts);
    for (const MemberFact &member : facts.members) {
        if (!member.registered && (orgs.contains(member.org) || orgs.contains(member.group))) {
            misses.append({u"member"_qs, member.member, {u"党籍已终止"_qs, u"the membership has ended"_qs}});
        }
    }
    return misses;
}

FigureRule orgRule(const FigureKey &key, const Facts &facts)
{
    if (key.column() == u"terms") {
        return {
            key.figure,
            {u"届期情况"_qs, u"Terms"_qs},
            {u"个"_qs, {}},
            {QStringLiteral("届满日＝本届选举日＋任期（经批准延期的按延期日）；届满前%1个月起提醒换届；已过原届满日、"
                            "尚在延期之内的为延期。")
                 .arg(facts.reminderMonths),
             QStringLiteral("A term ends its years after the election, or on an approved later day; a reminder "
                            "comes %1 months ahead. Past its own end and within the approved one it is extended.")
                 .arg(facts.reminderMonths)}};
    }
    const OrgFact *org = facts.org(key.line().toLongLong());
    const QString name = org == nullptr ? u"各党组织"_qs : org->name;
    return {key.figure,
            {name + u"党员数", name + u": members"},
            {u"名"_qs, {}},
            {u"统计日组织关系在该党组织及其下级党组织的在册党员。"_qs,
             u"Members on the roll of the organization and of those below it on the day."_qs}};
}

} // namespace gridbook
