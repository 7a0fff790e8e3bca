#pragma once
// The grid ledger (网格台账) says more than the table of grids holds: counts of households and persons, the leader and
// the workers by name, the buildings as ranges, the branches that lie in the grid. These values are compared with the
// posts, buildings, organisations and counts of the book and written beside the grid.
#include "core/base/partialdate.h"
#include "core/changes/unitofwork.h"
#include "core/exchange/importplan.h"
#include "core/exchange/importreferences.h"
#include <functional>

namespace gridbook::exchange {

struct GridPostNow
{
    RowId post = 0;
    QString role;
    RowId person = 0;
    QString name;
    PartialDate since;
};

struct GridBuildingNow
{
    RowId building = 0;
    QString estate;
    QString no;
    RowId estateId = 0;
    RowId grid = 0;
    RowId part = 0; // row of building_grid
    PartialDate since;
};

// What the book holds about grids besides the grids themselves, as of a day.
struct GridSurroundings
{
    QMultiHash<RowId, GridPostNow> posts; // by grid
    QList<GridBuildingNow> buildings;
    QHash<QString, qsizetype> byName;         // estate + number → place in buildings
    QHash<QString, RowId> estates;            // by name
    QMultiHash<RowId, QString> organizations; // short names, by grid

    static Result<GridSurroundings> load(RegistryReader &reader, QDate asOf);
    [[nodiscard]] QString leaderOf(RowId grid) const;
    [[nodiscard]] QStringList workersOf(RowId grid) const;
    [[nodiscard]] QStringList organizationsOf(RowId grid) const;
    [[nodiscard]] QStringList buildingsOf(RowId grid) const; // "雍城苑1幢"
};

// "雍城苑1-3幢" and a column for the estate: the names of the buildings with their estate; or why not.
struct EstateBuilding
{
    QString estate;
    QString no;
    [[nodiscard]] QString name() const { return estate + no; }
};
[[nodiscard]] Result<QList<EstateBuilding>> splitBuildings(const QString &text, const QString &estate);
[[nodiscard]] QStringList namesIn(const QString &list); // "张三、李四" → two

// Writes what a row says besides the grid's own fields; changes that are not applied are left alone.
class GridLedgerWriter
{
public:
    // Makes an organisation of a community that the book does not have.
    using MakeOrganisation = std::function<Result<RowId>(const NewReference &organisation, RowId community)>;
    GridLedgerWriter(RegistryReader &reader, UnitOfWork &work, const ImportPlan &plan, MakeOrganisation make)
        : m_reader(reader), m_work(work), m_plan(plan), m_makeOrganisation(std::move(make))
    {}
    Done prepare();
    Done write(const PlanRow &row, RowId grid, RowId division);

private:
    [[nodiscard]] bool wants(const PlanRow &row, QStringView field) const;
    Done writeCounts(const PlanRow &row, RowId grid, RowId division);
    Done writePosts(const PlanRow &row, RowId grid);
    Done writeBranches(const PlanRow &row, RowId grid, RowId division);
    Done writeBuildings(const PlanRow &row, RowId grid, RowId division);
    Result<RowId> personFor(const QString &name, const QString &phone);
    Done addPost(RowId grid, const QString &role, const QString &name, const QString &phone);

    RegistryReader &m_reader;
    UnitOfWork &m_work;
    const ImportPlan &m_plan;
    MakeOrganisation m_makeOrganisation;
    GridSurroundings m_now;
    ReferenceIndex m_organizations;
    QHash<std::pair<RowId, QString>, RowId> m_made; // organisations, by community and short name
};

} // namespace gridbook::exchange
