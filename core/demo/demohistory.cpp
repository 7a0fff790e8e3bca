// The members with whom the book begins, and four quarters of what happened to them.
#include "core/base/quarter.h"
#include "core/changes/formervalues.h"
#include "core/demo/demoworld.h"
#include "core/party/whereabouts.h"
#include <QCoreApplication>
#include <array>

namespace gridbook::demo {

using namespace Qt::StringLiterals;

namespace {

// Members of the twelve branches on the opening day: 650.
constexpr std::array openingSizes{48, 61, 39, 66, 55, 43, 71, 58, 46, 63, 52, 48};
constexpr int openingProbationary = 7;

struct QuarterPlan
{
    Quarter quarter;
    int admitted;       // increase 1
    int transferredIn;  // 3
    int deaths;         // decrease 3
    int transferredOut; // 4
    int moves;          // between branches
};
// What is special (restored, stopped, struck off …) stands in the functions of the quarters below.
const std::array plans{QuarterPlan{{2025, 4}, 2, 4, 2, 3, 3}, QuarterPlan{{2026, 1}, 1, 5, 3, 4, 2},
                       QuarterPlan{{2026, 2}, 5, 2, 1, 3, 4}, QuarterPlan{{2026, 3}, 1, 5, 2, 1, 3}};

constexpr std::array elsewhere{u"中共宝鸡市金台区某街道社区支部委员会（演示）",
                               u"中共西安市雁塔区某社区支部委员会（演示）", u"中共凤翔区某镇机关支部委员会（演示）",
                               u"中共岐山县某村支部委员会（演示）"};

struct Departure
{
    QString decrease; // code of decreaseKind
    QString state;    // code of membershipState
    QString reason;
    QString otherOrg;
};

bool isFull(const DemoMember &member)
{
    return !member.facts.probationary;
}

QVariant rowOrNull(RowId row)
{
    return row == 0 ? QVariant() : QVariant(row);
}

QString letterNo(DemoWorld &world, QDate day)
{
    return u"（%1）第%2号"_qs.arg(day.year()).arg(++world.letters, 3, 10, QChar(u'0'));
}

QString elsewhereOf(DemoWorld &world)
{
    return QStringView(world.people.dice().pick(elsewhere)).toString();
}

// The group of a grid within its branch; some members are in none.
RowId groupOf(DemoWorld &world, const DemoMember &member)
{
    const DemoOrg &branch = world.orgs.at(member.branch);
    if (branch.groups.isEmpty() || member.member % 25 == 0) {
        return 0;
    }
    const auto place = qMax<qsizetype>(0, branch.grids.indexOf(member.grid));
    return world.orgs.at(branch.groups.at(place % branch.groups.size())).row;
}

void settle(DemoWorld &world, DemoMember &member)
{
    Dice &dice = world.people.dice();
    const DemoOrg &branch = world.orgs.at(member.branch);
    member.grid = dice.pick(branch.grids);
    QList<int> buildings;
    for (int at = 0; at < int(world.buildings.size()); ++at) {
        if (world.buildings.at(at).grid == member.grid) {
            buildings.append(at);
        }
    }
    member.building = dice.pick(buildings);
    member.facts.person.address = u"凤翔区城关镇%1%2单元%3室"_qs.arg(world.buildings.at(member.building).address)
                                      .arg(dice.between(1, 3))
                                      .arg(dice.between(1, 6) * 100 + dice.between(1, 4));
}

Done addAffiliation(DemoWorld &world, UnitOfWork &work, DemoMember &member, QDate day, const QString &increase,
                    const QString &otherOrg)
{
    const RowId grid = member.grid < 0 ? 0 : world.grids.at(member.grid).row;
    GRIDBOOK_ASSIGN(
        member.affiliation,
        work.insert(u"affiliation"_qs, {{u"member_id"_qs, member.member},
                                        {u"org_id"_qs, world.orgs.at(member.branch).row},
                                        {u"group_id"_qs, rowOrNull(groupOf(world, member))},
                                        {u"grid_id"_qs, rowOrNull(grid)},
                                        {u"increase_kind"_qs, increase},
                                        {u"other_org"_qs, otherOrg},
                                        {u"doc_no"_qs, otherOrg.isEmpty() ? QString() : letterNo(world, day)},
                                        {u"valid_from"_qs, day}}));
    member.onRegister = true;
    return {};
}

Done addStanding(UnitOfWork &work, DemoMember &member, QDate day, const QString &state, const QString &reason = {})
{
    if (member.standing != 0) {
        GRIDBOOK_TRY(work.update(u"standing"_qs, member.standing, 0, {{u"valid_until"_qs, day}}));
    }
    GRIDBOOK_ASSIGN(
        member.standing,
        work.insert(u"standing"_qs, {{u"member_id"_qs, member.member},
                                     {u"category"_qs, member.facts.probationary ? u"probationary"_qs : u"full"_qs},
                                     {u"state"_qs, state},
                                     {u"reason"_qs, reason},
                                     {u"valid_from"_qs, day}}));
    return {};
}

Done leave(DemoWorld &world, UnitOfWork &work, DemoMember &member, QDate day, const Departure &departure)
{
    QVariantMap values{
        {u"valid_until"_qs, day}, {u"decrease_kind"_qs, departure.decrease}, {u"reason"_qs, departure.reason}};
    if (!departure.otherOrg.isEmpty()) {
        values.insert(u"other_org"_qs, departure.otherOrg);
        values.insert(u"doc_no"_qs, letterNo(world, day));
    }
    GRIDBOOK_TRY(work.update(u"affiliation"_qs, member.affiliation, 0, values));
    member.onRegister = false;
    member.spoken = true;
    return addStanding(work, member, day, departure.state, departure.reason);
}

// To another branch, or within it to another grid: neither an increase nor a decrease of the book.
Done move(DemoWorld &world, UnitOfWork &work, DemoMember &member, int branch, int grid, QDate day)
{
    GRIDBOOK_TRY(work.update(u"affiliation"_qs, member.affiliation, 0, {{u"valid_until"_qs, day}}));
    member.branch = branch;
    member.grid = grid;
    member.spoken = member.spoken || isFull(member); // a probationary one still has the confirmation to come
    return addAffiliation(world, work, member, day, {}, {});
}

// Somebody on the register to whom nothing has happened yet and who fits.
template <typename Fits>
Result<DemoMember *> anybody(DemoWorld &world, const Fits &fits)
{
    const qsizetype count = world.members.size();
    const qsizetype first = world.people.dice().below(int(count));
    for (qsizetype i = 0; i < count; ++i) {
        DemoMember &member = world.members[(first + i) % count];
        if (member.onRegister && !member.spoken && fits(member)) {
            return &member;
        }
    }
    return Error{ErrorKind::Internal, QCoreApplication::translate("DemoBook", "The demonstration could not be made."),
                 u"nobody fits"_qs};
}

int anyBranch(DemoWorld &world)
{
    const DemoCommunity &community = world.communities.at(world.people.dice().below(int(world.communities.size())));
    return world.people.dice().pick(community.branches);
}

QDate someDay(DemoWorld &world, const Quarter &quarter)
{
    return quarter.begin().addDays(world.people.dice().between(4, 84));
}

int areaOf(const DemoWorld &world, int branch)
{
    return world.orgs.at(branch).community + 1;
}

Done usualChanges(DemoWorld &world, UnitOfWork &work, const QuarterPlan &plan)
{
    for (int i = 0; i < plan.deaths; ++i) {
        GRIDBOOK_ASSIGN(DemoMember *const member, anybody(world, [&](const DemoMember &m) {
                            return isFull(m) && m.facts.person.birth.firstDay().year() < 1951;
                        }));
        GRIDBOOK_TRY(leave(world, work, *member, someDay(world, plan.quarter), {u"3"_qs, u"21"_qs, u"病故"_qs, {}}));
    }
    for (int i = 0; i < plan.transferredOut; ++i) {
        GRIDBOOK_ASSIGN(DemoMember *const member, anybody(world, [](const DemoMember &m) {
                            return isFull(m) && !m.facts.lost && m.facts.person.birth.firstDay().year() > 1965;
                        }));
        const QDate day = someDay(world, plan.quarter);
        GRIDBOOK_TRY(leave(world, work, *member, day, {u"4"_qs, u"20"_qs, u"工作单位变动"_qs, elsewhereOf(world)}));
    }
    for (int i = 0; i < plan.moves; ++i) {
        GRIDBOOK_ASSIGN(DemoMember *const member,
                        anybody(world, [](const DemoMember &m) { return isFull(m) && !m.facts.lost; }));
        int branch = anyBranch(world);
        while (branch == member->branch) {
            branch = anyBranch(world);
        }
        const int grid = world.people.dice().pick(world.orgs.at(branch).grids);
        GRIDBOOK_TRY(move(world, work, *member, branch, grid, someDay(world, plan.quarter)));
    }
    for (int i = 0; i < plan.admitted; ++i) {
        const int branch = anyBranch(world);
        // Branches admit before the anniversary in July and at the end of the year.
        const QDate day = plan.quarter.end().addDays(-4 - world.people.dice().below(20));
        GRIDBOOK_TRY(addMember(world, work, world.people.admitted(areaOf(world, branch), day), branch, day, u"1"_qs));
    }
    for (int i = 0; i < plan.transferredIn; ++i) {
        const int branch = anyBranch(world);
        const QString from = elsewhereOf(world);
        const QDate day = someDay(world, plan.quarter);
        MadeUpMember newcomer = world.people.member(areaOf(world, branch), QDate(2023, 12, 31));
        GRIDBOOK_TRY(addMember(world, work, std::move(newcomer), branch, day, u"3"_qs, from));
    }
    return {};
}

// Who has been probationary for a year becomes a full member; one is put off, see thirdOfHistory().
Done confirmations(DemoWorld &world, UnitOfWork &work, const Quarter &quarter)
{
    for (DemoMember &member : world.members) {
        const QDate due = member.facts.joined.firstDay().addYears(1);
        if (member.onRegister && member.facts.probationary && !member.spoken && due >= quarter.begin() &&
            due < quarter.end()) {
            member.facts.probationary = false;
            member.facts.full = PartialDate(due);
            member.spoken = true;
            GRIDBOOK_TRY(addStanding(work, member, due, u"1"_qs, u"按期转正"_qs));
            GRIDBOOK_TRY(work.update(u"member"_qs, member.member, 0, {{u"full_date"_qs, due}}));
            GRIDBOOK_TRY(changeFrom(work, u"person"_qs, member.person, 0, {{u"political_status"_qs, u"01"_qs}}, due));
        }
    }
    return {};
}

struct Storyline
{
    int returns = -1; // left in the first quarter, comes back in the last
    int stopped = -1; // stopped in the first quarter, restored in the last
    int earlier = -1; // stopped before the book began, restored in the first quarter
};

int placeOf(const DemoWorld &world, const DemoMember &member)
{
    return int(&member - world.members.constData());
}

Done addWhereabouts(UnitOfWork &work, const DemoMember &member, QDate day)
{
    QVariantMap row = whereaboutsRow(member.facts);
    row.insert(u"member_id"_qs, member.member);
    row.insert(u"valid_from"_qs, day);
    GRIDBOOK_TRY(work.insert(u"whereabouts"_qs, row));
    return {};
}

// In contact again from a day on.
Done endLost(UnitOfWork &work, const DemoMember &member, QDate day)
{
    const MemberId id(member.member);
    GRIDBOOK_ASSIGN(const QList<DatedRow> rows, party::whereaboutsOf(work.database(), id));
    return party::changeWhereabouts(work, id, rows, day,
                                    {{u"lost"_qs, 0}, {u"lost_since"_qs, QString()}, {u"lost_reason"_qs, QString()}});
}

// Whose membership was stopped before the book began: no relation here yet, so in no figure.
Done makeStoppedBefore(DemoWorld &world, UnitOfWork &work, Storyline &story)
{
    DemoMember member{.facts = world.people.member(1, QDate(2010, 1, 1)),
                      .branch = world.communities.first().branches.first()};
    settle(world, member);
    member.facts.lost = true;
    member.facts.mobile = false;
    GRIDBOOK_ASSIGN(member.person, work.insert(u"person"_qs, personRow(member.facts.person)));
    QVariantMap row = memberRow(member.facts);
    row.insert(u"person_id"_qs, member.person);
    GRIDBOOK_ASSIGN(member.member, work.insert(u"member"_qs, row));
    GRIDBOOK_TRY(addWhereabouts(work, member, QDate(2024, 12, 18)));
    GRIDBOOK_TRY(addStanding(work, member, QDate(2024, 12, 18), u"12"_qs, u"失联超过六个月"_qs));
    story.earlier = int(world.members.size());
    world.members.append(member);
    return {};
}

Done firstOfHistory(DemoWorld &world, UnitOfWork &work, Storyline &story)
{
    GRIDBOOK_TRY(addSpell(world, work, world.members[story.earlier], QDate(2025, 11, 6), u"21"_qs, {}, u"11"_qs));
    GRIDBOOK_TRY(endLost(work, world.members.at(story.earlier), QDate(2025, 11, 6)));
    GRIDBOOK_ASSIGN(DemoMember *const stopped,
                    anybody(world, [](const DemoMember &m) { return isFull(m) && m.facts.lost; }));
    story.stopped = placeOf(world, *stopped);
    GRIDBOOK_TRY(leave(world, work, *stopped, QDate(2025, 12, 5), {u"2"_qs, u"12"_qs, u"失联超过六个月"_qs, {}}));
    GRIDBOOK_TRY(usualChanges(world, work, plans[0]));
    for (int at = 0; at < int(world.members.size()) && story.returns < 0; ++at) {
        const DemoMember &member = world.members.at(at);
        if (!member.onRegister && at != story.stopped && member.facts.person.birth.firstDay().year() > 1965) {
            story.returns = at;
        }
    }
    return {};
}

Done rename(UnitOfWork &work, DemoOrg &org, RowId parent, const QString &shortName, const QString &fullName, QDate day)
{
    org.shortName = shortName;
    org.fullName = fullName;
    GRIDBOOK_TRY(work.update(u"org_state"_qs, org.state, 0, {{u"valid_until"_qs, day}}));
    GRIDBOOK_ASSIGN(org.state, work.insert(u"org_state"_qs, {{u"org_id"_qs, org.row},
                                                             {u"type"_qs, org.type},
                                                             {u"full_name"_qs, fullName},
                                                             {u"short_name"_qs, shortName},
                                                             {u"parent_id"_qs, parent},
                                                             {u"valid_from"_qs, day}}));
    return {};
}

Done secondOfHistory(DemoWorld &world, UnitOfWork &work)
{
    const int branch = world.communities.at(2).branches.at(1);
    const QDate day(2026, 2, 10);
    const QString before = world.orgs.at(branch).shortName;
    const QString after = u"南环二支部"_qs;
    GRIDBOOK_TRY(rename(work, world.orgs[branch], world.orgs.at(world.communities.at(2).generalBranch).row, after,
                        u"中共凤翔区城关镇南环社区第二支部委员会"_qs, day));
    for (const int group : world.orgs.at(branch).groups) {
        const QString name = QString(world.orgs.at(group).shortName).replace(before, after);
        GRIDBOOK_TRY(rename(work, world.orgs[group], world.orgs.at(branch).row, name, name, day));
    }
    GRIDBOOK_TRY(work.insert(u"org_change"_qs, {{u"org_id"_qs, world.orgs.at(branch).row},
                                                {u"kind"_qs, u"renamed"_qs},
                                                {u"on_date"_qs, day},
                                                {u"doc_no"_qs, u"城镇党发〔2026〕4号"_qs},
                                                {u"reason"_qs, u"与社区内其他支部名称统一"_qs},
                                                {u"before_text"_qs, before},
                                                {u"after_text"_qs, after}}));
    // The branch whose term ended in March elected in time.
    const int punctual = world.communities.at(2).branches.at(0);
    GRIDBOOK_TRY(addTerm(world, work,
                         {.org = punctual,
                          .session = 4,
                          .elected = QDate(2026, 3, 10),
                          .posts = {u"secretary"_qs, u"organization"_qs, u"publicity"_qs},
                          .shiftedUntil = {},
                          .ended = {}},
                         {punctual}));
    GRIDBOOK_ASSIGN(DemoMember *const dropped, anybody(world, [](const DemoMember &m) {
                        return isFull(m) && m.facts.person.birth.firstDay().year() > 1975;
                    }));
    GRIDBOOK_TRY(
        leave(world, work, *dropped, QDate(2026, 3, 18), {u"15"_qs, u"14"_qs, u"连续六个月不参加组织生活"_qs, {}}));
    return usualChanges(world, work, plans[1]);
}

// The branch of the business quarter: members of the neighbouring branches and a whole branch from elsewhere.
Done foundBranch(DemoWorld &world, UnitOfWork &work)
{
    const QDate day(2026, 4, 20);
    DemoCommunity &community = world.communities[1];
    const int quarter = community.grids.last();
    OrgPlan plan{.type = u"branch"_qs,
                 .shortName = u"凤鸣路商圈支部"_qs,
                 .fullName = u"中共凤翔区城关镇凤鸣路社区商圈支部委员会"_qs,
                 .community = 1,
                 .parent = community.generalBranch,
                 .category = u"privateEnterprise"_qs};
    plan.grid = world.grids.at(quarter).row;
    plan.foundedDoc = u"城镇党发〔2026〕9号"_qs;
    plan.from = day;
    GRIDBOOK_ASSIGN(const int branch, addOrganization(world, work, plan));
    world.orgs[branch].grids = {quarter};
    OrgPlan group{.type = u"group"_qs,
                  .shortName = u"凤鸣路商圈支部一组"_qs,
                  .fullName = u"凤鸣路商圈支部一组"_qs,
                  .community = 1,
                  .parent = branch};
    group.from = day;
    GRIDBOOK_ASSIGN(const int groupAt, addOrganization(world, work, group));
    world.orgs[branch].groups = {groupAt};
    GRIDBOOK_TRY(work.insert(u"org_change"_qs, {{u"org_id"_qs, world.orgs.at(branch).row},
                                                {u"kind"_qs, u"founded"_qs},
                                                {u"on_date"_qs, day},
                                                {u"doc_no"_qs, plan.foundedDoc},
                                                {u"reason"_qs, u"商圈党员集中，便于开展组织生活"_qs},
                                                {u"after_text"_qs, plan.shortName}}));
    for (int i = 0; i < 6; ++i) {
        MadeUpMember newcomer = world.people.member(2, QDate(2022, 12, 31));
        newcomer.lost = false;
        GRIDBOOK_TRY(addMember(world, work, newcomer, branch, day, u"31"_qs, u"中共鼎盛商贸公司支部委员会（演示）"_qs));
    }
    for (int i = 0; i < 5; ++i) {
        GRIDBOOK_ASSIGN(DemoMember *const member, anybody(world, [&](const DemoMember &m) {
                            return isFull(m) && !m.facts.lost && community.branches.contains(m.branch) &&
                                   m.facts.person.birth.firstDay().year() > 1972;
                        }));
        GRIDBOOK_TRY(move(world, work, *member, branch, quarter, day));
        member->spoken = false; // may be elected
    }
    GRIDBOOK_TRY(addTerm(world, work,
                         {.org = branch,
                          .session = 1,
                          .elected = day,
                          .years = 3,
                          .posts = {u"secretary"_qs, u"organization"_qs, u"publicity"_qs},
                          .shiftedUntil = {},
                          .ended = {}},
                         {branch}));
    community.branches.append(branch);
    return changeFrom(work, u"grid"_qs, world.grids.at(quarter).row, 0, {{u"party_form"_qs, u"gridBranch"_qs}}, day);
}

Done moveBuilding(DemoWorld &world, UnitOfWork &work)
{
    DemoBuilding &building = world.buildings[world.movedBuilding];
    GRIDBOOK_TRY(work.update(u"building_grid"_qs, building.lies, 0, {{u"valid_until"_qs, buildingMoved}}));
    GRIDBOOK_ASSIGN(building.lies, work.insert(u"building_grid"_qs, {{u"building_id"_qs, building.row},
                                                                     {u"grid_id"_qs, world.grids.at(world.movedTo).row},
                                                                     {u"valid_from"_qs, buildingMoved}}));
    building.grid = world.movedTo;
    for (DemoMember &member : world.members) {
        if (member.onRegister && member.building == world.movedBuilding && member.grid == world.movedFrom) {
            GRIDBOOK_TRY(move(world, work, member, member.branch, world.movedTo, buildingMoved));
        }
    }
    return {};
}

Done thirdOfHistory(DemoWorld &world, UnitOfWork &work)
{
    GRIDBOOK_TRY(foundBranch(world, work));
    GRIDBOOK_TRY(moveBuilding(world, work));
    const auto due = [](const DemoMember &m) {
        return m.facts.probationary && m.facts.joined.firstDay() < QDate(2025, 7, 1);
    };
    GRIDBOOK_ASSIGN(DemoMember *const putOff, anybody(world, due));
    putOff->spoken = true;
    GRIDBOOK_TRY(
        addStanding(work, *putOff, putOff->facts.joined.firstDay().addYears(1), u"1"_qs, u"延长预备期六个月"_qs));
    GRIDBOOK_ASSIGN(DemoMember *const cancelled, anybody(world, due));
    GRIDBOOK_TRY(leave(world, work, *cancelled, QDate(2026, 6, 12), {u"16"_qs, u"16"_qs, u"不履行党员义务"_qs, {}}));
    return usualChanges(world, work, plans[2]);
}

Done fourthOfHistory(DemoWorld &world, UnitOfWork &work, const Storyline &story)
{
    GRIDBOOK_TRY(
        addSpell(world, work, world.members[story.returns], QDate(2026, 8, 12), u"3"_qs, elsewhereOf(world), u"1"_qs));
    GRIDBOOK_TRY(addSpell(world, work, world.members[story.stopped], QDate(2026, 7, 22), u"21"_qs, {}, u"11"_qs));
    GRIDBOOK_TRY(endLost(work, world.members.at(story.stopped), QDate(2026, 7, 22)));
    const int branch = anyBranch(world);
    const QDate day(2026, 9, 17);
    GRIDBOOK_TRY(addMember(world, work, world.people.admitted(areaOf(world, branch), day), branch, day, u"11"_qs));
    GRIDBOOK_ASSIGN(DemoMember *const expelled, anybody(world, [](const DemoMember &m) {
                        return isFull(m) && m.facts.person.birth.firstDay().year() > 1965 &&
                               m.facts.person.birth.firstDay().year() < 1985;
                    }));
    GRIDBOOK_TRY(leave(world, work, *expelled, QDate(2026, 8, 28), {u"11"_qs, u"13"_qs, u"严重违纪"_qs, {}}));
    return usualChanges(world, work, plans[3]);
}

} // namespace

Result<int> addMember(DemoWorld &world, UnitOfWork &work, MadeUpMember facts, int branch, QDate day,
                      const QString &increase, const QString &otherOrg)
{
    DemoMember member{.facts = std::move(facts), .branch = branch};
    settle(world, member);
    GRIDBOOK_ASSIGN(member.person,
                    work.insert(u"person"_qs, personRow(member.facts.person, member.facts.probationary)));
    QVariantMap row = memberRow(member.facts);
    row.insert(u"person_id"_qs, member.person);
    row.insert(u"join_kind"_qs, increase == u"11" ? u"重新入党"_qs : QString());
    GRIDBOOK_ASSIGN(member.member, work.insert(u"member"_qs, row));
    if (member.member == 333 || member.member == 555) {
        member.grid = -1; // two members whom nobody has put into a grid yet
        member.building = -1;
    }
    GRIDBOOK_TRY(addAffiliation(world, work, member, day, increase, otherOrg));
    GRIDBOOK_TRY(addStanding(work, member, day, u"1"_qs));
    GRIDBOOK_TRY(addWhereabouts(work, member, day));
    world.members.append(member);
    return int(world.members.size()) - 1;
}

Done addSpell(DemoWorld &world, UnitOfWork &work, DemoMember &member, QDate day, const QString &increase,
              const QString &otherOrg, const QString &state)
{
    member.spoken = true;
    GRIDBOOK_TRY(addAffiliation(world, work, member, day, increase, otherOrg));
    return addStanding(work, member, day, state);
}

Done makeOpeningMembers(DemoWorld &world, UnitOfWork &work)
{
    size_t next = 0;
    int probationary = 0;
    for (const DemoCommunity &community : world.communities) {
        for (const int branch : community.branches) {
            const int size = openingSizes.at(next++);
            for (int i = 0; i < size; ++i) {
                const bool onProbation = i == 3 && probationary < openingProbationary;
                // One a month and a half from October on, so that their year ends in each quarter of the history.
                const QDate joined = QDate(2024, 10, 20).addDays(38 * probationary);
                probationary += onProbation ? 1 : 0;
                const int area = areaOf(world, branch);
                GRIDBOOK_TRY(addMember(world, work,
                                       onProbation ? world.people.admitted(area, joined)
                                                   : world.people.member(area, QDate(2024, 3, 31)),
                                       branch, openingDay, u"0"_qs));
            }
        }
    }
    return {};
}

Done makeHistory(DemoWorld &world, const Progress &progress)
{
    Storyline story;
    const auto quarter = [&](int number, const auto &make) -> Done {
        const Quarter &which = plans.at(size_t(number)).quarter;
        if (!progress.goesOn(3 + number, 7, QCoreApplication::translate("DemoBook", "Making the year's changes"))) {
            return Error{ErrorKind::Cancelled, QCoreApplication::translate("DemoBook", "Cancelled."), {}};
        }
        return inOneBatch(world.book, u"演示数据：%1党员变动"_qs.arg(which.toChinese()), [&](UnitOfWork &work) -> Done {
            GRIDBOOK_TRY(make(work));
            return confirmations(world, work, which);
        });
    };
    const auto before = [&](UnitOfWork &work) { return makeStoppedBefore(world, work, story); };
    const auto first = [&](UnitOfWork &work) { return firstOfHistory(world, work, story); };
    const auto second = [&](UnitOfWork &work) { return secondOfHistory(world, work); };
    const auto third = [&](UnitOfWork &work) { return thirdOfHistory(world, work); };
    const auto fourth = [&](UnitOfWork &work) { return fourthOfHistory(world, work, story); };
    GRIDBOOK_TRY(inOneBatch(world.book, u"演示数据：此前停止党籍的党员"_qs, before));
    GRIDBOOK_TRY(quarter(0, first));
    GRIDBOOK_TRY(quarter(1, second));
    GRIDBOOK_TRY(quarter(2, third));
    return quarter(3, fourth);
}

} // namespace gridbook::demo
