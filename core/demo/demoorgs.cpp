// Four general branches, branches and groups, terms and committees, posts in the grids.
#include "core/demo/demoworld.h"
#include <array>

namespace gridbook::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array ordinals{u"一", u"二", u"三", u"四", u"五"};
// Groups of the twelve branches with which the book begins; the thirteenth is founded later with the twenty-sixth.
constexpr std::array<std::array<int, 3>, 4> groupCounts{{{2, 2, 3}, {2, 2, 2}, {2, 2, 2}, {2, 2, 2}}};

// 东关社区 → 东关
QString placeName(const DemoCommunity &community)
{
    return community.name.chopped(2);
}

// Every branch has a share of the grids of its community, one after the other.
void giveGrids(DemoWorld &world, const DemoCommunity &community)
{
    const int branches = int(community.branches.size());
    for (int i = 0; i < int(community.grids.size()); ++i) {
        world.orgs[community.branches.at(i * branches / int(community.grids.size()))].grids.append(
            community.grids.at(i));
    }
}

Done makeGroups(DemoWorld &world, UnitOfWork &work, int branch, int count)
{
    for (int i = 0; i < count; ++i) {
        const DemoOrg superior = world.orgs.at(branch);
        const DemoGrid &grid = world.grids.at(superior.grids.at(i % int(superior.grids.size())));
        OrgPlan plan{.type = u"group"_qs, .community = superior.community, .parent = branch, .grid = grid.row};
        plan.from = QDate(2022, 3, 1);
        const QString ordinal = ordinals.at(size_t(i)) + u"组"_qs;
        plan.shortName = superior.shortName + ordinal;
        if (i + 1 == count) { // the last one sits in a building
            const DemoBuilding &building = world.buildings.at(grid.buildings.last());
            plan.building = building.row;
            plan.shortName = superior.shortName + building.address + u"党小组";
        }
        plan.fullName = plan.shortName;
        GRIDBOOK_ASSIGN(const int group, addOrganization(world, work, plan));
        world.orgs[branch].groups.append(group);
    }
    return {};
}

// What stands in the grid itself: its branch, else its group, else a central household; dedicated grids may have none.
Done writePartyForms(DemoWorld &world, UnitOfWork &work)
{
    for (const DemoOrg &org : world.orgs) {
        for (int i = 0; i < int(org.grids.size()); ++i) {
            DemoGrid &grid = world.grids[org.grids.at(i)];
            grid.partyForm = i == 0                       ? u"gridBranch"_qs
                             : i < int(org.groups.size()) ? u"buildingGroup"_qs
                             : grid.special               ? u"none"_qs
                                                          : u"memberHub"_qs;
        }
    }
    for (const DemoGrid &grid : world.grids) {
        GRIDBOOK_TRY(work.update(u"grid"_qs, grid.row, 0, {{u"party_form"_qs, grid.partyForm}}));
    }
    return {};
}

// A full member of the branches who holds no post yet; the younger ones more often.
int candidate(DemoWorld &world, const QList<int> &branches, QDate day)
{
    Dice &dice = world.people.dice();
    for (int attempt = 0;; ++attempt) {
        const int at = dice.below(int(world.members.size()));
        const DemoMember &member = world.members.at(at);
        const int age = member.facts.person.birth.yearsAt(day);
        if (member.onRegister && !member.spoken && !member.facts.probationary && !member.facts.lost &&
            !member.facts.mobile && branches.contains(member.branch) && age >= 22 && age < (attempt < 500 ? 66 : 80)) {
            return at;
        }
    }
}

struct Staff
{
    QList<RowId> persons;
    int next = 0;
};

// 54 full-time workers (FX4): members who work for the community, filled up with others.
Result<Staff> makeStaff(DemoWorld &world, UnitOfWork &work)
{
    constexpr int fullTime = 54;
    constexpr int members = 22;
    Staff staff;
    for (DemoMember &member : world.members) {
        if (int(staff.persons.size()) < members && member.onRegister && member.facts.kind == u"staff" &&
            !member.facts.probationary && !member.spoken) {
            member.spoken = true;
            staff.persons.append(member.person);
        }
    }
    while (int(staff.persons.size()) < fullTime) {
        MadeUpPerson person = world.people.person(1 + int(staff.persons.size()) % 4, 1976, 1999);
        person.workUnit = u"城关镇社区工作者（演示）"_qs;
        QVariantMap row = personRow(person);
        row.insert(u"political_status"_qs, world.people.dice().perMille(400) ? u"03"_qs : u"13"_qs);
        GRIDBOOK_ASSIGN(const RowId id, work.insert(u"person"_qs, row));
        staff.persons.append(id);
    }
    return staff;
}

Done addPost(UnitOfWork &work, RowId grid, const QString &role, RowId person, QDate from, QDate until = {})
{
    const auto row = work.insert(u"grid_post"_qs, {{u"grid_id"_qs, grid},
                                                   {u"role"_qs, role},
                                                   {u"person_id"_qs, person},
                                                   {u"valid_from"_qs, from},
                                                   {u"valid_until"_qs, until}});
    return row ? Done() : row.error();
}

Result<RowId> addOutsider(DemoWorld &world, UnitOfWork &work, int area, const QString &unit)
{
    MadeUpPerson person = world.people.person(area, 1970, 1996);
    person.workUnit = unit;
    QVariantMap row = personRow(person);
    row.insert(u"political_status"_qs, u"13"_qs);
    return work.insert(u"person"_qs, row);
}

Done makeHeads(DemoWorld &world, UnitOfWork &work)
{
    QList<int> headed(world.buildings.size(), 0);
    for (const DemoMember &member : world.members) {
        if (member.onRegister && member.building >= 0 && headed.at(member.building) == 0 && member.member % 3 == 0) {
            headed[member.building] = 1;
            GRIDBOOK_TRY(work.update(u"building"_qs, world.buildings.at(member.building).row, 0,
                                     {{u"head_id"_qs, member.person}}));
        }
    }
    return {};
}

} // namespace

Result<int> addOrganization(DemoWorld &world, UnitOfWork &work, const OrgPlan &plan)
{
    DemoOrg org{.community = plan.community, .type = plan.type, .shortName = plan.shortName, .fullName = plan.fullName};
    const QDate founded = plan.founded.isValid() ? plan.founded : plan.from;
    GRIDBOOK_ASSIGN(
        org.row,
        work.insert(u"party_org"_qs, {{u"code"_qs, u"9999%1"_qs.arg(world.orgs.size() + 1, 8, 10, QChar(u'0'))},
                                      {u"basis"_qs, plan.type == u"actionBranch" ? u"function"_qs : u"area"_qs},
                                      {u"category"_qs, plan.category},
                                      {u"unit_situation"_qs, u"sameAsSuperior"_qs},
                                      {u"division_id"_qs, world.communities.at(plan.community).row},
                                      {u"grid_id"_qs, plan.grid == 0 ? QVariant() : QVariant(plan.grid)},
                                      {u"building_id"_qs, plan.building == 0 ? QVariant() : QVariant(plan.building)},
                                      {u"founded"_qs, founded},
                                      {u"founded_doc"_qs, plan.foundedDoc},
                                      {u"valid_from"_qs, plan.from}}));
    GRIDBOOK_ASSIGN(org.state, work.insert(u"org_state"_qs,
                                           {{u"org_id"_qs, org.row},
                                            {u"type"_qs, plan.type},
                                            {u"full_name"_qs, plan.fullName},
                                            {u"short_name"_qs, plan.shortName},
                                            {u"parent_id"_qs,
                                             plan.parent < 0 ? QVariant() : QVariant(world.orgs.at(plan.parent).row)},
                                            {u"valid_from"_qs, plan.from}}));
    world.orgs.append(org);
    return int(world.orgs.size()) - 1;
}

Done makeOrganizations(DemoWorld &world, UnitOfWork &work)
{
    for (int at = 0; at < int(world.communities.size()); ++at) {
        DemoCommunity &community = world.communities[at];
        const QString place = placeName(community);
        const QString seal = u"中共凤翔区城关镇"_qs + community.name;
        OrgPlan general{.type = u"generalBranch"_qs, .community = at};
        general.shortName = community.name + u"党总支";
        general.fullName = seal + u"总支部委员会";
        general.from = QDate(2021, 1, 1);
        general.founded = QDate(2012, 6, 20);
        general.foundedDoc = u"城镇党发〔2012〕%1号"_qs.arg(11 + at);
        GRIDBOOK_ASSIGN(community.generalBranch, addOrganization(world, work, general));
        for (int i = 0; i < int(groupCounts.front().size()); ++i) {
            OrgPlan branch{.type = u"branch"_qs, .community = at, .parent = community.generalBranch};
            // One branch still bears the name of the old street; it is renamed in the first quarter of 2026.
            const bool oldName = at == 2 && i == 1;
            branch.shortName = oldName ? u"南环老街支部"_qs : QString(place + ordinals.at(size_t(i)) + u"支部");
            branch.fullName = oldName ? QString(seal + u"老街支部委员会")
                                      : QString(seal + u"第" + ordinals.at(size_t(i)) + u"支部委员会");
            branch.from = QDate(2021, 1, 1);
            branch.founded = QDate(2012 + 2 * i, 7, 1);
            branch.foundedDoc = u"城镇党发〔%1〕%2号"_qs.arg(2012 + 2 * i).arg(20 + at);
            branch.grid = world.grids.at(community.grids.at((i * int(community.grids.size()) + 2) / 3)).row;
            GRIDBOOK_ASSIGN(const int branchAt, addOrganization(world, work, branch));
            community.branches.append(branchAt);
        }
        giveGrids(world, community);
        for (int i = 0; i < int(community.branches.size()); ++i) {
            GRIDBOOK_TRY(makeGroups(world, work, community.branches.at(i), groupCounts.at(size_t(at)).at(size_t(i))));
        }
    }
    OrgPlan action{.type = u"actionBranch"_qs, .shortName = u"东关老旧小区改造行动支部"_qs};
    action.fullName = u"东关社区老旧小区改造行动支部"_qs;
    action.parent = world.communities.first().generalBranch;
    action.from = QDate(2025, 3, 10);
    GRIDBOOK_TRY(addOrganization(world, work, action));
    return writePartyForms(world, work);
}

Done addTerm(DemoWorld &world, UnitOfWork &work, const TermPlan &plan, const QList<int> &branches)
{
    const int due = 20 + plan.org % 17;
    GRIDBOOK_ASSIGN(
        const RowId term,
        work.insert(u"org_term"_qs,
                    {{u"org_id"_qs, world.orgs.at(plan.org).row},
                     {u"session"_qs, plan.session},
                     {u"elected_on"_qs, plan.elected},
                     {u"term_years"_qs, plan.years},
                     {u"method"_qs, u"competitive"_qs},
                     {u"due_count"_qs, due},
                     {u"present_count"_qs, due - 2},
                     {u"ballots_issued"_qs, due - 2},
                     {u"ballots_returned"_qs, due - 2},
                     {u"ballots_valid"_qs, due - 3},
                     {u"shifted_until"_qs, plan.shiftedUntil},
                     {u"shift_doc"_qs, plan.shiftedUntil.isValid() ? u"城镇党函〔2026〕6号"_qs : QString()},
                     {u"ended_on"_qs, plan.ended},
                     {u"approval_doc"_qs, u"城镇党函〔%1〕%2号"_qs.arg(plan.elected.year()).arg(plan.org + 3)}}));
    for (int i = 0; i < int(plan.posts.size()); ++i) {
        const int at = candidate(world, branches, plan.elected);
        DemoMember &member = world.members[at];
        member.spoken = true;
        const auto row = work.insert(u"committee_member"_qs, {{u"org_id"_qs, world.orgs.at(plan.org).row},
                                                              {u"term_id"_qs, term},
                                                              {u"person_id"_qs, member.person},
                                                              {u"post"_qs, plan.posts.at(i)},
                                                              {u"votes"_qs, due - 3 - i},
                                                              {u"valid_from"_qs, plan.elected},
                                                              {u"valid_until"_qs, plan.ended}});
        if (!row) {
            return row.error();
        }
        if (i == 0 && !plan.ended.isValid()) {
            const QString post = world.orgs.at(plan.org).type == u"generalBranch" ? u"党总支书记"_qs : u"党支部书记"_qs;
            GRIDBOOK_TRY(work.update(u"member"_qs, member.member, 0, {{u"party_post"_qs, post}}));
        }
    }
    return {};
}

Done makeCommittees(DemoWorld &world, UnitOfWork &work)
{
    const QStringList five{u"secretary"_qs, u"deputySecretary"_qs, u"organization"_qs, u"publicity"_qs,
                           u"discipline"_qs};
    const QStringList three{u"secretary"_qs, u"organization"_qs, u"publicity"_qs};
    // Five years on: two overdue, three due within six months, one put off with approval, the others well.
    const std::array elected{QDate(2021, 11, 20), QDate(2021, 6, 15), QDate(2023, 4, 18),  QDate(2023, 4, 20),
                             QDate(2022, 2, 25),  QDate(2024, 5, 16), QDate(2024, 5, 16),  QDate(2023, 11, 9),
                             QDate(2021, 9, 10),  QDate(2021, 3, 12), QDate(2024, 10, 22), QDate(2022, 9, 8),
                             QDate(2025, 3, 26),  QDate(2021, 8, 30), QDate(2023, 6, 30),  QDate(2021, 12, 18)};
    size_t next = 0;
    for (const DemoCommunity &community : world.communities) {
        QList<int> orgs{community.generalBranch};
        orgs.append(community.branches);
        for (const int org : orgs) {
            const bool general = org == community.generalBranch;
            const QDate day = elected.at(next++);
            TermPlan term{.org = org, .session = general ? 4 : 3, .elected = day, .posts = general ? five : three};
            if (day == QDate(2021, 8, 30)) {
                term.shiftedUntil = QDate(2027, 2, 28);
            }
            if (day == QDate(2021, 3, 12)) {
                term.ended = QDate(2026, 3, 10); // elected anew in time
            }
            const QList<int> branches = general ? community.branches : QList<int>{org};
            GRIDBOOK_TRY(addTerm(world, work, term, branches));
            if (day.year() >= 2023) { // the term before: its committee is not in the book
                TermPlan before{
                    .org = org, .session = term.session - 1, .elected = day.addYears(-5).addDays(9), .ended = day};
                GRIDBOOK_TRY(addTerm(world, work, before, branches));
            }
        }
    }
    return {};
}

Done makePosts(DemoWorld &world, UnitOfWork &work)
{
    Dice &dice = world.people.dice();
    GRIDBOOK_ASSIGN(Staff staff, makeStaff(world, work));
    RowId police = 0;
    for (int at = 0; at < int(world.grids.size()); ++at) {
        const RowId grid = world.grids.at(at).row;
        const int area = world.grids.at(at).community + 1;
        const bool changed = at % 7 == 2; // another leader in the course of the year
        const QDate since = QDate(2022, 3, 1).addDays(dice.below(900));
        const QDate change = QDate(2025, 10, 15).addDays(dice.below(300));
        if (changed) {
            GRIDBOOK_ASSIGN(const RowId former, addOutsider(world, work, area, u"城关镇社区工作者（演示）"_qs));
            GRIDBOOK_TRY(addPost(work, grid, u"leader"_qs, former, since, change));
        }
        GRIDBOOK_TRY(addPost(work, grid, u"leader"_qs, staff.persons.at(staff.next++), changed ? change : since));
        if (at % 5 == 0) {
            GRIDBOOK_ASSIGN(police, addOutsider(world, work, area, u"城关派出所（演示）"_qs));
        }
        GRIDBOOK_TRY(addPost(work, grid, u"police"_qs, police, QDate(2023, 1, 1)));
        if (at % 2 == 0) {
            GRIDBOOK_ASSIGN(const RowId helper, addOutsider(world, work, area, QString()));
            GRIDBOOK_TRY(addPost(work, grid, u"partTimeWorker"_qs, helper, QDate(2024, 1, 1)));
        }
    }
    while (staff.next < int(staff.persons.size())) {
        const RowId grid = world.grids.at((staff.next * 5) % int(world.grids.size())).row;
        GRIDBOOK_TRY(addPost(work, grid, u"fullTimeWorker"_qs, staff.persons.at(staff.next++), QDate(2023, 6, 1)));
    }
    return makeHeads(world, work);
}

} // namespace gridbook::demo
