#include "core/reports/figures.h"

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

using MemberTest = std::function<bool(const MemberFact &)>;
using CommunityCount = CountFact PopulationFact::*;

// ---- Households and persons: as counted, never summed from live records ---------------------------------------------

FigureSpec counted(const QString &id, const Term &term, const Term &unit, CommunityCount count, const QString &what)
{
    FigureSpec spec;
    spec.rule = {
        id,
        term,
        unit,
        {QStringLiteral("各社区在统计日或之前最近一次登记的%1，相加；社区没有登记的，为其各网格最近一次登记数之和；"
                        "都没有登记的，不作0计。")
             .arg(what),
         u"The latest count of each community on or before the day, added up; where the community has none, "
         "the sum of the latest counts of its grids. What was never counted is unknown, not none."_qs}};
    spec.rows = [count](const Facts &facts) {
        FigureRows rows{u"population"_qs, facts.day, {}, {}};
        for (const CommunityFact &community : facts.communities) {
            const CountFact &fact = community.counted.*count;
            rows.ids += fact.snapshots;
            rows.amounts += fact.values;
            rows.partial = rows.partial || !fact.isKnown() || !fact.missing.isEmpty();
        }
        rows.known = !rows.ids.isEmpty();
        return rows;
    };
    spec.nearMisses = [count](Figures &, const Facts &facts) -> Result<QList<NearMiss>> {
        QList<NearMiss> misses;
        for (const CommunityFact &community : facts.communities) {
            const CountFact &fact = community.counted.*count;
            if (!fact.isKnown()) {
                misses.append({u"division"_qs,
                               community.division,
                               {u"统计日之前没有登记"_qs, u"never counted before the day"_qs}});
            }
            for (const RowId grid : fact.isKnown() ? fact.missing : QList<RowId>()) {
                misses.append({u"grid"_qs,
                               grid,
                               {u"社区没有登记，以网格之和计，而该网格也没有登记"_qs,
                                u"the community has no count, so its grids are added up, and this one has none"_qs}});
            }
        }
        return misses;
    };
    return spec;
}

// ---- Places ---------------------------------------------------------------------------------------------------------

FigureSpec communities()
{
    return {{u"places.communities"_qs,
             {u"社区"_qs, u"Communities"_qs},
             {u"个"_qs, {}},
             {u"统计日有效的社区（居委会、村委会一级）。"_qs, u"Communities that exist on the day."_qs}},
            [](const Facts &facts) {
                FigureRows rows{u"division"_qs, facts.day, {}, {}};
                for (const CommunityFact &community : facts.communities) {
                    rows.ids.append(community.division);
                }
                return rows;
            },
            {}};
}

FigureSpec grids()
{
    return {{u"places.grids"_qs,
             {u"网格"_qs, u"Grids"_qs},
             {u"个"_qs, {}},
             {u"统计日已设立、未撤销的网格。"_qs, u"Grids set up and not closed on the day."_qs}},
            [](const Facts &facts) {
                FigureRows rows{u"grid"_qs, facts.day, {}, {}};
                for (const GridFact &grid : facts.grids) {
                    rows.ids.append(grid.grid);
                }
                return rows;
            },
            {}};
}

FigureSpec gridsWithForm()
{
    FigureSpec spec;
    spec.rule = {u"places.gridsWithPartyForm"_qs,
                 {u"建有党组织的网格"_qs, u"Grids with a Party form"_qs},
                 {u"个"_qs, {}},
                 {u"党组织形式为网格党支部、楼栋党小组、党员中心户或其他的网格。"_qs,
                  u"Grids whose Party form is a branch, a group, a central household or another."_qs}};
    spec.rows = [](const Facts &facts) {
        FigureRows rows{u"grid"_qs, facts.day, {}, {}};
        for (const GridFact &grid : facts.grids) {
            if (grid.hasPartyForm()) {
                rows.ids.append(grid.grid);
            }
        }
        return rows;
    };
    spec.nearMisses = [](Figures &, const Facts &facts) -> Result<QList<NearMiss>> {
        QHash<RowId, QString> orgInGrid;
        for (const OrgFact &org : facts.orgs) {
            if (org.grid != 0 && !org.functional) {
                orgInGrid.insert(org.grid, org.name);
            }
        }
        QList<NearMiss> misses;
        for (const GridFact &grid : facts.grids) {
            if (!grid.hasPartyForm()) {
                const QString org = orgInGrid.value(grid.grid);
                misses.append({u"grid"_qs, grid.grid,
                               org.isEmpty() ? Term{u"没有党组织形式"_qs, u"no Party form"_qs}
                                             : Term{u"未填党组织形式，但设有"_qs + org,
                                                    u"Party form not entered, but "_qs + org + u" lies here"}});
            }
        }
        return misses;
    };
    return spec;
}

FigureSpec residentGroups()
{
    return {{u"places.residentGroups"_qs,
             {u"居民小组"_qs, u"Resident groups"_qs},
             {u"个"_qs, {}},
             {u"统计日有效的居民小组。"_qs, u"Resident groups that exist on the day."_qs}},
            [](const Facts &facts) {
                return FigureRows{u"residentGroup"_qs, facts.day, facts.residentGroups, {}};
            },
            {}};
}

// ---- Organizations --------------------------------------------------------------------------------------------------

FigureSpec organizations(const QString &id, const Term &term, const QStringList &types, const QString &words)
{
    FigureSpec spec;
    spec.rule = {id,
                 term,
                 {u"个"_qs, {}},
                 {words + u"；功能型、流动党员、特色党组织不计。",
                  u"Organizations of this type on the day; functional ones are not counted."_qs}};
    spec.rows = [types](const Facts &facts) {
        FigureRows rows{u"partyOrg"_qs, facts.day, {}, {}};
        for (const OrgFact &org : facts.orgs) {
            if (types.contains(org.type)) {
                rows.ids.append(org.org);
            }
        }
        return rows;
    };
    spec.nearMisses = [types](Figures &, const Facts &facts) -> Result<QList<NearMiss>> {
        QList<NearMiss> misses;
        for (const OrgFact &org : facts.orgs) {
            if (org.functional && types.contains(u"branch"_qs)) {
                misses.append({u"partyOrg"_qs,
                               org.org,
                               {u"功能型党组织，不转接组织关系，不列入统计"_qs,
                                u"functional: holds no relations, not in statistics"_qs}});
            } else if (org.type == u"workCommittee" && types.contains(u"committee"_qs)) {
                misses.append({u"partyOrg"_qs,
                               org.org,
                               {u"党工委是上级派出机关，不计入党委"_qs, u"a working committee of the superior"_qs}});
            }
        }
        return misses;
    };
    return spec;
}

// ---- Members --------------------------------------------------------------------------------------------------------

FigureRows membersThat(const Facts &facts, const MemberTest &test)
{
    FigureRows rows{u"member"_qs, facts.day, {}, {}};
    for (const MemberFact &member : facts.members) {
        if (member.registered && test(member)) {
            rows.ids.append(member.member);
        }
    }
    rows.known = facts.rollBegun; // before the book was opened nobody had counted the members
    return rows;
}

// On the roll a while ago or soon after, or with a relation that was never ended.
Result<QList<NearMiss>> notOnTheRoll(Figures &figures, const Facts &facts)
{
    constexpr int daysAround = 92;
    QList<NearMiss> misses;
    QSet<RowId> here;
    const CodeTable *states = figures.codes().find(codes::membershipState);
    for (const MemberFact &member : facts.members) {
        here.insert(member.member);
        if (!member.registered) {
            const CodeItem *state = states->byCode(QString::number(member.state));
            const Term term = state != nullptr ? state->term : Term{};
            misses.append({u"member"_qs,
                           member.member,
                           {u"组织关系未结束，但党籍状态为“"_qs + term.zh + u"”",
                            u"relation still open, but the membership is: "_qs + term.en}});
        }
    }
    GRIDBOOK_ASSIGN(const MemberChanges *const past, figures.changes(facts.day.addDays(1 - daysAround), facts.day));
    const CodeTable *leaving = figures.codes().find(codes::decreaseKind);
    QHash<RowId, MemberChange> gone; // the latest
    const QList<MemberChange> left = past->decreases + past->afterStop;
    for (const MemberChange &change : left) {
        if (!gone.contains(change.member) || gone.value(change.member).day <= change.day) {
            gone.insert(change.member, change);
        }
    }
    for (const MemberChange &change : left) {
        if (!here.contains(change.member) && gone.contains(change.member)) {
            const MemberChange last = gone.take(change.member);
            const CodeItem *kind = leaving->byCode(last.kind);
            const Term how = kind != nullptr ? kind->term : Term{u"减少"_qs, u"left"_qs};
            misses.append({u"member"_qs,
                           last.member,
                           {last.day.toString(Qt::ISODate) + u" 起不在册：" + how.zh,
                            u"not on the roll since "_qs + last.day.toString(Qt::ISODate) + u": " + how.en}});
        }
    }
    GRIDBOOK_ASSIGN(const MemberChanges *const later,
                    figures.changes(facts.day.addDays(1), facts.day.addDays(daysAround)));
    QSet<RowId> told;
    for (const MemberChange &change : later->increases) {
        if (!here.contains(change.member) && !told.contains(change.member)) {
            told.insert(change.member);
            misses.append({u"member"_qs,
                           change.member,
                           {change.day.toString(Qt::ISODate) + u" 才增加，晚于统计日",
                            u"came on "_qs + change.day.toString(Qt::ISODate) + u", after the day"}});
        }
    }
    return misses;
}

FigureSpec members(const QString &id, const Term &term, const Term &rule, const MemberTest &test,
                   const MemberTest &near, const Term &why)
{
    FigureSpec spec;
    spec.rule = {id, term, {u"名"_qs, {}}, rule};
    spec.rows = [test](const Facts &facts) { return membersThat(facts, test); };
    spec.nearMisses = [near, why](Figures &, const Facts &facts) -> Result<QList<NearMiss>> {
        QList<NearMiss> misses;
        for (const RowId member : membersThat(facts, near).ids) {
            misses.append({u"member"_qs, member, why});
        }
        return misses;
    };
    return spec;
}

QList<FigureSpec> memberFigures()
{
    FigureSpec total{
        {u"members.total"_qs,
         {u"在册党员"_qs, u"Members on the roll"_qs},
         {u"名"_qs, {}},
         {u"统计日组织关系在本册党组织、党籍未终止的党员，含预备党员和停止、保留党籍的党员；报到的在职党员不计。"_qs,
          u"Members whose relation lies here on the day and whose membership has not ended, with "
          u"probationary, stopped and retained ones; members reporting from their work units are not "
          u"counted."_qs}},
        [](const Facts &facts) { return membersThat(facts, [](const MemberFact &) { return true; }); },
        notOnTheRoll};
    const auto hasNoCategory = [](const MemberFact &m) { return m.category == MemberCategory::Unknown; };
    const Term noCategory{u"人员类别未填"_qs, u"category not entered"_qs};
    return {
        total,
        members(
            u"members.probationary"_qs, {u"其中：预备党员"_qs, u"of these: probationary"_qs},
            {u"在册党员中统计日为预备党员的。"_qs, u"Members on the roll who are probationary on the day."_qs},
            [](const MemberFact &m) { return m.category == MemberCategory::Probationary; }, hasNoCategory, noCategory),
        members(
            u"members.full"_qs, {u"其中：正式党员"_qs, u"of these: full members"_qs},
            {u"在册党员中统计日为正式党员的。"_qs, u"Members on the roll who are full members on the day."_qs},
            [](const MemberFact &m) { return m.category == MemberCategory::Full; }, hasNoCategory, noCategory),
        members(
            u"members.counted"_qs, {u"其中：列入统计的党员"_qs, u"of these: in statistics"_qs},
            {u"在册党员中党籍正常（含恢复、保留）的；停止党籍的不列入年报统计。"_qs,
             u"Members on the roll whose membership is normal, restored or retained; stopped ones are in no sheet."_qs},
            [](const MemberFact &m) { return m.counted; }, [](const MemberFact &m) { return !m.counted; },
            {u"党籍已停止"_qs, u"membership stopped"_qs})};
}

} // namespace

QList<FigureSpec> headlineFigures()
{
    const Term households{u"户"_qs, {}};
    const Term persons{u"人"_qs, {}};
    QList<FigureSpec> list{
        counted(u"population.registeredHouseholds"_qs, {u"户籍户"_qs, u"Registered households"_qs}, households,
                &PopulationFact::registeredHouseholds, u"户籍户数"_qs),
        counted(u"population.registeredPersons"_qs, {u"户籍人口"_qs, u"Registered persons"_qs}, persons,
                &PopulationFact::registeredPersons, u"户籍人口"_qs),
        counted(u"population.residentHouseholds"_qs, {u"常住户"_qs, u"Resident households"_qs}, households,
                &PopulationFact::residentHouseholds, u"常住户数"_qs),
        counted(u"population.residentPersons"_qs, {u"常住人口"_qs, u"Resident persons"_qs}, persons,
                &PopulationFact::residentPersons, u"常住人口"_qs),
        communities(),
        grids(),
        gridsWithForm(),
        residentGroups(),
        organizations(u"orgs.committees"_qs, {u"党委"_qs, u"Party committees"_qs}, {u"committee"_qs},
                      u"统计日有效的党委"_qs),
        organizations(u"orgs.generalBranches"_qs, {u"党总支"_qs, u"General branches"_qs}, {u"generalBranch"_qs},
                      u"统计日有效的党总支"_qs),
        organizations(u"orgs.branches"_qs, {u"党支部"_qs, u"Branches"_qs},
                      {u"branch"_qs, u"jointBranch"_qs, u"temporaryBranch"_qs},
                      u"统计日有效的党支部（含联合、临时党支部）"_qs),
        organizations(u"orgs.groups"_qs, {u"党小组"_qs, u"Party groups"_qs}, {u"group"_qs}, u"统计日有效的党小组"_qs)};
    list += memberFigures();
    return list;
}

} // namespace gridbook
