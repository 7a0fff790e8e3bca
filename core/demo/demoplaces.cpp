// Divisions, grids with their households, estates and buildings, resident groups, population by day.
#include "core/demo/demoworld.h"
#include <array>

namespace gridbook::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr int residentHouseholds = 25'883; // FX6
constexpr int residentPersons = 60'693;
constexpr int registeredHouseholds = 14'256; // FX5
constexpr int registeredPersons = 32'398;

constexpr std::array communityNames{u"东关社区", u"凤鸣路社区", u"南环社区", u"南大街社区"};
constexpr std::array gridCounts{10, 10, 9, 9};            // 38, FX10
constexpr std::array residentGroupCounts{12, 12, 12, 11}; // 47, FX7
constexpr std::array ordinals{u"一", u"二", u"三", u"四", u"五", u"六", u"七", u"八", u"九", u"十", u"十一", u"十二"};
constexpr std::array estateNames{
    u"春晖苑",   u"锦绣花园", u"翠竹园",   u"丰泽小区", u"雍和家园", u"凤栖苑",   u"梧桐里",   u"兰亭苑", u"紫薇花园",
    u"银杏小区", u"东岭新村", u"望景苑",   u"祥和小区", u"康乐新村", u"和顺家园", u"朝阳小区", u"静安苑", u"明德园",
    u"书香苑",   u"天润华府", u"嘉禾家园", u"瑞丰小区", u"同心苑",   u"长乐坊",   u"秦韵华庭", u"平安里", u"福临苑",
    u"百合花园", u"金桂园",   u"玉兰苑",   u"听雨轩",   u"西苑新村", u"集贤苑"};
constexpr std::array roads{u"文昌巷", u"育才路", u"和平巷", u"建设路", u"民生巷", u"雍城大道", u"秦风路", u"工农路"};

// Outside of the band of 500–1000 households on purpose: what the program warns of must be seen.
constexpr int tooLargeGrid = 3;
constexpr int tooLargeHouseholds = 1'036;
constexpr int tooSmallGrid = 36;
constexpr int tooSmallHouseholds = 468;

struct SpecialGrid
{
    int grid;
    QStringView area;
    QStringView name;
};
constexpr std::array specialGrids{
    SpecialGrid{9, u"market", u"东关市场网格"}, SpecialGrid{19, u"business", u"鼎盛商圈网格"},
    SpecialGrid{28, u"hospital", u"医院片区网格"}, SpecialGrid{37, u"school", u"学府片区网格"}};

const SpecialGrid *specialOf(int grid)
{
    for (const SpecialGrid &special : specialGrids) {
        if (special.grid == grid) {
            return &special;
        }
    }
    return nullptr;
}

Result<RowId> addDivision(UnitOfWork &work, const QString &code, const QString &name, const QString &level,
                          RowId parent)
{
    return work.insert(u"division"_qs, {{u"code"_qs, code},
                                        {u"name"_qs, name},
                                        {u"level"_qs, level},
                                        {u"parent_id"_qs, parent == 0 ? QVariant() : QVariant(parent)},
                                        {u"urban_rural"_qs, level == u"community" ? u"121"_qs : QString()},
                                        {u"valid_from"_qs, u"2021-01-01"_qs}});
}

Done makeDivisions(DemoWorld &world, UnitOfWork &work)
{
    GRIDBOOK_ASSIGN(const RowId county, addDivision(work, u"610305"_qs, u"凤翔区"_qs, u"county"_qs, 0));
    GRIDBOOK_ASSIGN(const RowId street, addDivision(work, u"610305100"_qs, u"城关镇"_qs, u"street"_qs, county));
    for (int i = 0; i < int(communityNames.size()); ++i) {
        DemoCommunity community;
        community.name = QStringView(communityNames.at(size_t(i))).toString();
        community.code = u"61030510000%1"_qs.arg(i + 1);
        GRIDBOOK_ASSIGN(community.row, addDivision(work, community.code, community.name, u"community"_qs, street));
        world.communities.append(community);
    }
    return {};
}

// Households of each grid: inside the band but for two, and exactly the published sum.
QList<int> householdsOfGrids(Dice &dice, int count)
{
    QList<int> households;
    int sum = 0;
    for (int i = 0; i < count; ++i) {
        households.append(i == tooLargeGrid   ? tooLargeHouseholds
                          : i == tooSmallGrid ? tooSmallHouseholds
                          : specialOf(i)      ? dice.between(505, 560)
                                              : dice.between(560, 830));
        sum += households.last();
    }
    for (int i = 0; sum != residentHouseholds; i = (i + 1) % count) {
        const int step = sum < residentHouseholds ? 1 : -1;
        if (i != tooLargeGrid && i != tooSmallGrid && households[i] + step >= 505 && households[i] + step <= 960) {
            households[i] += step;
            sum += step;
        }
    }
    return households;
}

Done makeGrids(DemoWorld &world, UnitOfWork &work)
{
    Dice &dice = world.people.dice();
    const int count = std::accumulate(gridCounts.begin(), gridCounts.end(), 0);
    const QList<int> households = householdsOfGrids(dice, count);
    QList<int> leaning; // not every grid has the same share of people, or of registered ones
    for (const int each : households) {
        leaning.append(each * dice.between(90, 110));
    }
    const QList<int> persons = shares(residentPersons, leaning);
    const QList<int> registered = shares(registeredHouseholds, leaning);
    const QList<int> registeredPeople = shares(registeredPersons, registered);
    for (int community = 0; community < int(gridCounts.size()); ++community) {
        for (int i = 0; i < gridCounts.at(size_t(community)); ++i) {
            const int at = int(world.grids.size());
            const SpecialGrid *const special = specialOf(at);
            DemoGrid grid;
            grid.community = community;
            grid.special = special != nullptr;
            grid.name =
                special != nullptr ? special->name.toString() : QString(u"第"_qs + ordinals.at(size_t(i)) + u"网格");
            grid.residentHouseholds = households.at(at);
            grid.residentPersons = persons.at(at);
            grid.registeredHouseholds = registered.at(at);
            grid.registeredPersons = registeredPeople.at(at);
            const auto road = [&](int n) { return roads.at(size_t((at + n) % int(roads.size()))); };
            const QString boundary = u"东至%1，西至%2，南至%3，北至%4"_qs.arg(road(0), road(1), road(3), road(6));
            GRIDBOOK_ASSIGN(
                grid.row,
                work.insert(
                    u"grid"_qs,
                    {{u"code"_qs, u"%1%2"_qs.arg(world.communities.at(community).code).arg(i + 1, 3, 10, QChar(u'0'))},
                     {u"name"_qs, grid.name},
                     {u"division_id"_qs, world.communities.at(community).row},
                     {u"kind"_qs, special != nullptr ? u"special"_qs : u"urban"_qs},
                     {u"area_kind"_qs, special != nullptr ? special->area.toString() : QString()},
                     {u"boundary"_qs, boundary},
                     {u"valid_from"_qs, u"2021-01-01"_qs}}));
            world.communities[community].grids.append(at);
            world.grids.append(grid);
        }
    }
    return {};
}

Done addBuilding(DemoWorld &world, UnitOfWork &work, RowId estate, const QString &estateName, int no, int grid,
                 int households, int persons)
{
    DemoBuilding building;
    building.grid = grid;
    building.households = households;
    building.persons = persons;
    building.address = estateName + u"%1幢"_qs.arg(no);
    const bool tower = households > 75;
    GRIDBOOK_ASSIGN(building.row, work.insert(u"building"_qs, {{u"estate_id"_qs, estate},
                                                               {u"no"_qs, u"%1幢"_qs.arg(no)},
                                                               {u"entrances"_qs, tower ? 2 : 3 + households % 3},
                                                               {u"floors"_qs, tower ? households / 5 + 3 : 6},
                                                               {u"households"_qs, households},
                                                               {u"persons"_qs, persons}}));
    GRIDBOOK_ASSIGN(building.lies, work.insert(u"building_grid"_qs, {{u"building_id"_qs, building.row},
                                                                     {u"grid_id"_qs, world.grids.at(grid).row},
                                                                     {u"valid_from"_qs, u"2021-01-01"_qs}}));
    world.grids[grid].buildings.append(int(world.buildings.size()));
    world.buildings.append(building);
    return {};
}

struct EstatePlan
{
    QString name;
    RowId row = 0;
    int buildings = 0;
};

Result<EstatePlan> addEstate(DemoWorld &world, UnitOfWork &work, int grid, int number)
{
    Dice &dice = world.people.dice();
    EstatePlan estate{QStringView(estateNames.at(size_t(number))).toString(), 0, 0};
    const QStringView drawn =
        dice.pick(std::array{u"company", u"company", u"company", u"owners", u"community", u"none"});
    const QString mode = drawn.toString();
    const bool committee = mode == u"owners" || (mode == u"company" && dice.perMille(500));
    const int households = world.grids.at(grid).residentHouseholds;
    GRIDBOOK_ASSIGN(
        estate.row,
        work.insert(u"estate"_qs, {{u"division_id"_qs, world.communities.at(world.grids.at(grid).community).row},
                                   {u"name"_qs, estate.name},
                                   {u"land_mu"_qs, dice.between(20, 90)},
                                   {u"floor_area_m2"_qs, households * dice.between(85, 120)},
                                   {u"property_mode"_qs, mode},
                                   {u"property_company"_qs, mode == u"company" ? u"安心物业（演示）"_qs : QString()},
                                   {u"owners_committee"_qs, committee ? 1 : 0},
                                   {u"owners_committee_until"_qs, committee ? u"2027-12-31"_qs : QString()}}));
    return estate;
}

// An estate for each grid; every sixth grid holds the later buildings of the estate before it.
Done makeBuildings(DemoWorld &world, UnitOfWork &work)
{
    Dice &dice = world.people.dice();
    EstatePlan estate;
    int estates = 0;
    for (int grid = 0; grid < int(world.grids.size()); ++grid) {
        const bool sameEstate = grid % 6 == 5 && world.grids.at(grid).community == world.grids.at(grid - 1).community;
        if (!sameEstate) {
            GRIDBOOK_ASSIGN(estate, addEstate(world, work, grid, estates++));
        }
        QList<int> weights;
        for (int left = world.grids.at(grid).residentHouseholds; left > 0; left -= 85) {
            weights.append(dice.between(60, 120));
        }
        const QList<int> households = shares(world.grids.at(grid).residentHouseholds, weights);
        const QList<int> persons = shares(world.grids.at(grid).residentPersons, households);
        for (int i = 0; i < int(households.size()); ++i) {
            GRIDBOOK_TRY(addBuilding(world, work, estate.row, estate.name, ++estate.buildings, grid, households.at(i),
                                     persons.at(i)));
        }
    }
    return {};
}

// The building that later moved lies in its old grid until then.
Done placeMovedBuilding(DemoWorld &world, UnitOfWork &work)
{
    world.movedTo = 13; // fourth grid of 凤鸣路
    world.movedFrom = 12;
    world.movedBuilding = world.grids.at(world.movedTo).buildings.first();
    DemoBuilding &building = world.buildings[world.movedBuilding];
    building.grid = world.movedFrom;
    return work.update(u"building_grid"_qs, building.lies, 0, {{u"grid_id"_qs, world.grids.at(world.movedFrom).row}});
}

struct Counts
{
    int households = 0;
    int persons = 0;
    int registered = 0;
    int registeredPersons = 0;
    void add(const Counts &other)
    {
        households += other.households;
        persons += other.persons;
        registered += other.registered;
        registeredPersons += other.registeredPersons;
    }
};

Done addSnapshot(UnitOfWork &work, RowId division, RowId grid, QDate day, const Counts &counts)
{
    const auto row = work.insert(u"population_snapshot"_qs, {{u"division_id"_qs, division},
                                                             {u"grid_id"_qs, grid == 0 ? QVariant() : QVariant(grid)},
                                                             {u"on_date"_qs, day},
                                                             {u"resident_households"_qs, counts.households},
                                                             {u"resident_persons"_qs, counts.persons},
                                                             {u"registered_households"_qs, counts.registered},
                                                             {u"registered_persons"_qs, counts.registeredPersons},
                                                             {u"source"_qs, u"社区统计（演示）"_qs}});
    return row ? Done() : row.error();
}

// The counts of a grid so many quarters before the end, with the moved building where it then was.
QList<Counts> countsBefore(const DemoWorld &world, const QList<Counts> &growth, int quarters, bool moved)
{
    QList<Counts> result;
    const DemoBuilding &building = world.buildings.at(world.movedBuilding);
    for (int i = 0; i < int(world.grids.size()); ++i) {
        const DemoGrid &grid = world.grids.at(i);
        const Counts &each = growth.at(i);
        Counts counts{grid.residentHouseholds - quarters * each.households,
                      grid.residentPersons - quarters * each.persons,
                      grid.registeredHouseholds - quarters * each.registered,
                      grid.registeredPersons - quarters * each.registeredPersons};
        if (!moved && (i == world.movedFrom || i == world.movedTo)) {
            const int sign = i == world.movedFrom ? 1 : -1;
            counts.add({sign * building.households, sign * building.persons, sign * (building.households / 2),
                        sign * building.households});
        }
        result.append(counts);
    }
    return result;
}

Done makePopulation(DemoWorld &world, UnitOfWork &work)
{
    Dice &dice = world.people.dice();
    QList<Counts> growth; // of each grid in a quarter
    for (int i = 0; i < int(world.grids.size()); ++i) {
        const int households = dice.between(0, 2);
        const int registered = dice.between(0, 1);
        growth.append({households, households * 2 + dice.between(0, 1), registered, registered * 2});
    }
    const std::array days{openingDay, QDate(2025, 12, 31), QDate(2026, 3, 31), QDate(2026, 6, 30), closingDay};
    for (int at = 0; at < int(days.size()); ++at) {
        const QDate day = days.at(size_t(at));
        const int quarters = int(days.size()) - 1 - at;
        const QList<Counts> counts = countsBefore(world, growth, quarters, day >= buildingMoved);
        for (const DemoCommunity &community : world.communities) {
            Counts sum;
            for (const int grid : community.grids) {
                GRIDBOOK_TRY(addSnapshot(work, community.row, world.grids.at(grid).row, day, counts.at(grid)));
                sum.add(counts.at(grid));
            }
            GRIDBOOK_TRY(addSnapshot(work, community.row, 0, day, sum));
        }
        if (day == QDate(2026, 3, 31)) { // counted anew where the building went, else as at the end of March
            const QList<Counts> after = countsBefore(world, growth, quarters, true);
            for (const int grid : {world.movedFrom, world.movedTo}) {
                GRIDBOOK_TRY(addSnapshot(work, world.communities.at(world.grids.at(grid).community).row,
                                         world.grids.at(grid).row, buildingMoved, after.at(grid)));
            }
        }
    }
    return {};
}

Done makeResidentGroups(DemoWorld &world, UnitOfWork &work)
{
    for (int community = 0; community < int(world.communities.size()); ++community) {
        for (int i = 0; i < residentGroupCounts.at(size_t(community)); ++i) {
            const auto row = work.insert(u"resident_group"_qs,
                                         {{u"division_id"_qs, world.communities.at(community).row},
                                          {u"name"_qs, QString(u"第"_qs + ordinals.at(size_t(i)) + u"居民小组")},
                                          {u"valid_from"_qs, u"2021-01-01"_qs}});
            if (!row) {
                return row.error();
            }
        }
    }
    return {};
}

} // namespace

Done makePlaces(DemoWorld &world, UnitOfWork &work)
{
    GRIDBOOK_TRY(makeDivisions(world, work));
    GRIDBOOK_TRY(makeGrids(world, work));
    GRIDBOOK_TRY(makeBuildings(world, work));
    GRIDBOOK_TRY(placeMovedBuilding(world, work));
    GRIDBOOK_TRY(makeResidentGroups(world, work));
    return makePopulation(world, work);
}

} // namespace gridbook::demo
