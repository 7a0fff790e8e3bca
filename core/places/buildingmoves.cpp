#include "core/places/buildingmoves.h"
#include "core/base/isoday.h"
#include "core/base/partialdate.h"
#include "core/changes/datedrows.h"
#include "core/registry/recordrules.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace gridbook::places {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(BuildingMoves)
};

const QString moveSource = u"楼栋划转"_qs; // the source of counts that follow from a move

struct Moving
{
    BuildingId building;
    QString name;
    RowId estate = 0;
    int households = 0;
    int persons = 0;
    bool counted = false; // its households are on record
    RowId from = 0;       // the grid it lies in on the day; 0: none
    std::optional<DatedRow> row;
};

Result<Moving> movingBuilding(Database &database, BuildingId building, GridId to, QDate day)
{
    GRIDBOOK_ASSIGN(const QVariantMap record, storedRow(database, u"building"_qs, building.value()));
    GRIDBOOK_ASSIGN(const QVariantMap estate,
                    storedRow(database, u"estate"_qs, record.value(u"estate_id"_qs).toLongLong()));
    Moving moving;
    moving.building = building;
    moving.name = estate.value(u"name"_qs).toString() + record.value(u"no"_qs).toString();
    moving.estate = record.value(u"estate_id"_qs).toLongLong();
    moving.households = record.value(u"households"_qs).toInt();
    moving.persons = record.value(u"persons"_qs).toInt();
    moving.counted = !record.value(u"households"_qs).isNull();
    GRIDBOOK_ASSIGN(const QList<DatedRow> rows,
                    datedRows(database, u"building_grid"_qs, u"building_id"_qs, building.value()));
    for (const DatedRow &row : rows) {
        if (row.from >= day) {
            return Error{ErrorKind::Refused,
                         Texts::tr("%1 was put into a grid on %2; choose a later day, or correct that entry.")
                             .arg(moving.name, iso(row.from)),
                         {}};
        }
        if (row.holdsOn(day)) {
            moving.from = row.ref(u"grid_id"_qs);
            moving.row = row;
        }
    }
    if (moving.from == to.value()) {
        return Error{ErrorKind::Refused, Texts::tr("%1 already lies in this grid.").arg(moving.name), {}};
    }
    return moving;
}

Result<QList<Moving>> movingBuildings(Database &database, const QList<BuildingId> &buildings, GridId to, QDate day)
{
    if (buildings.isEmpty()) {
        return Error{ErrorKind::Invalid, Texts::tr("Choose at least one building."), {}};
    }
    QList<Moving> result;
    QSet<RowId> seen;
    for (const BuildingId building : buildings) {
        if (!seen.contains(building.value())) {
            seen.insert(building.value());
            GRIDBOOK_ASSIGN(Moving moving, movingBuilding(database, building, to, day));
            result << std::move(moving);
        }
    }
    return result;
}

QList<RowId> estatesOf(const QList<Moving> &moving)
{
    QList<RowId> estates;
    for (const Moving &each : moving) {
        estates << each.estate;
    }
    return estates;
}

// The new number of a grid that has been counted; never below nothing.
std::optional<int> shifted(const std::optional<int> &before, int by)
{
    return before ? std::optional(std::max(0, *before + by)) : std::nullopt;
}

struct Shift
{
    int buildings = 0;
    int households = 0;
    int persons = 0;
    int uncounted = 0;
};

QHash<RowId, Shift> shiftsOf(const QList<Moving> &moving, GridId to)
{
    QHash<RowId, Shift> shifts;
    for (const Moving &each : moving) {
        const auto add = [&](RowId grid, int sign) {
            Shift &shift = shifts[grid];
            shift.buildings += sign;
            shift.households += sign * each.households;
            shift.persons += sign * each.persons;
            shift.uncounted += each.counted ? 0 : 1;
        };
        add(to.value(), 1);
        if (each.from != 0) {
            add(each.from, -1);
        }
    }
    return shifts;
}

Done recount(UnitOfWork &work, GridId grid, const Shift &shift, QDate day)
{
    GRIDBOOK_ASSIGN(const GridCount before, gridCount(work.database(), grid, day));
    if (!before.residentHouseholds && !before.residentPersons) {
        return {};
    }
    GRIDBOOK_ASSIGN(const QVariantMap record, storedRow(work.database(), u"grid"_qs, grid.value()));
    QVariantMap values;
    if (const auto households = shifted(before.residentHouseholds, shift.households)) {
        values.insert(u"resident_households"_qs, *households);
    }
    if (const auto persons = shifted(before.residentPersons, shift.persons)) {
        values.insert(u"resident_persons"_qs, *persons);
    }
    GRIDBOOK_ASSIGN(const QVariant same,
                    work.database().scalar(u"SELECT id FROM population_snapshot WHERE grid_id = ? AND on_date = ? AND "
                                           "source = ? AND voided_at IS NULL ORDER BY id DESC LIMIT 1"_qs,
                                           {grid.value(), iso(day), moveSource}));
    if (same.toLongLong() != 0) { // a further move on the same day goes into the same count
        return work.update(u"population_snapshot"_qs, same.toLongLong(), 0, values);
    }
    values.insert(u"division_id"_qs, record.value(u"division_id"_qs));
    values.insert(u"grid_id"_qs, grid.value());
    values.insert(u"on_date"_qs, day);
    values.insert(u"source"_qs, moveSource);
    GRIDBOOK_ASSIGN([[maybe_unused]] const RowId row, work.insert(u"population_snapshot"_qs, values));
    return {};
}

Result<int> buildingsIn(Database &database, GridId grid, QDate day)
{
    GRIDBOOK_ASSIGN(
        const QVariant count,
        database.scalar(u"SELECT COUNT(*) FROM building_grid t JOIN building b ON b.id = t.building_id WHERE "
                        "t.grid_id = ? AND t.voided_at IS NULL AND b.voided_at IS NULL AND t.valid_from <= ? "
                        "AND (t.valid_until IS NULL OR t.valid_until > ?)"_qs,
                        {grid.value(), iso(day), iso(day)}));
    return count.toInt();
}

} // namespace

Result<QList<GridEffect>> effectOfMove(Database &database, const QList<BuildingId> &buildings, GridId to, QDate day)
{
    GRIDBOOK_TRY(gridInForce(database, to, day));
    GRIDBOOK_ASSIGN(const QList<Moving> moving, movingBuildings(database, buildings, to, day));
    const QHash<RowId, Shift> shifts = shiftsOf(moving, to);
    QList<RowId> order = shifts.keys();
    std::sort(order.begin(), order.end());
    order.removeOne(to.value());
    order.prepend(to.value());
    QList<GridEffect> effects;
    for (const RowId id : order) {
        const Shift shift = shifts.value(id);
        GRIDBOOK_ASSIGN(const QVariantMap record, storedRow(database, u"grid"_qs, id));
        GRIDBOOK_ASSIGN(const GridCount count, gridCount(database, GridId(id), day));
        GridEffect effect;
        effect.grid = GridId(id);
        GRIDBOOK_ASSIGN(const QVariant community, database.scalar(u"SELECT name FROM division WHERE id = ?"_qs,
                                                                  {record.value(u"division_id"_qs)}));
        effect.name = u"%1 %2"_qs.arg(community.toString(), record.value(u"name"_qs).toString());
        GRIDBOOK_ASSIGN(effect.buildingsBefore, buildingsIn(database, effect.grid, day));
        effect.buildingsAfter = effect.buildingsBefore + shift.buildings;
        effect.householdsBefore = count.residentHouseholds;
        effect.householdsAfter = shifted(count.residentHouseholds, shift.households);
        effect.personsAfter = shifted(count.residentPersons, shift.persons);
        QStringList warnings;
        if (id == to.value()) {
            GRIDBOOK_ASSIGN(const QString foreign, communityWarning(database, estatesOf(moving), to));
            warnings << foreign;
        }
        if (effect.householdsAfter) {
            GRIDBOOK_ASSIGN(const QString band, bandWarning(database, *effect.householdsAfter, day));
            warnings << band;
            if (*count.residentHouseholds + shift.households < 0) {
                warnings << Texts::tr(
                    "The buildings that leave have more households on record than the grid: count again.");
            }
            if (shift.uncounted > 0) {
                warnings << Texts::tr("%1 of the buildings have no number of households on record; they count as none.")
                                .arg(shift.uncounted);
            }
        }
        warnings.removeAll(QString());
        effect.warning = warnings.join(u' ');
        effects << effect;
    }
    return effects;
}

Done moveBuildings(UnitOfWork &work, const QList<BuildingId> &buildings, GridId to, QDate day)
{
    GRIDBOOK_TRY(gridInForce(work.database(), to, day));
    GRIDBOOK_ASSIGN(const QList<Moving> moving, movingBuildings(work.database(), buildings, to, day));
    for (const Moving &each : moving) {
        if (each.row) {
            GRIDBOOK_TRY(endRow(work, u"building_grid"_qs, *each.row, day));
        }
        GRIDBOOK_ASSIGN([[maybe_unused]] const RowId row,
                        work.insert(u"building_grid"_qs, {{u"building_id"_qs, each.building.value()},
                                                          {u"grid_id"_qs, to.value()},
                                                          {u"valid_from"_qs, day}}));
    }
    const QHash<RowId, Shift> shifts = shiftsOf(moving, to);
    QList<RowId> order = shifts.keys();
    std::sort(order.begin(), order.end());
    for (const RowId grid : order) {
        GRIDBOOK_TRY(recount(work, GridId(grid), shifts.value(grid), day));
    }
    return {};
}

Result<QString> communityWarning(Database &database, const QList<RowId> &estates, GridId grid)
{
    GRIDBOOK_ASSIGN(Statement statement,
                    Statement::prepare(database, u"SELECT e.name, de.name, dg.name FROM estate e JOIN division de ON "
                                                 "de.id = e.division_id JOIN grid g ON g.id = ? JOIN division dg ON "
                                                 "dg.id = g.division_id WHERE e.id = ? AND de.id <> dg.id"_qs));
    QStringList names;
    QStringList communities;
    QString home;
    for (const RowId estate : QSet<RowId>(estates.cbegin(), estates.cend())) {
        GRIDBOOK_TRY(statement.run({grid.value(), estate}));
        if (statement.next()) {
            names << statement.text(0);
            communities << statement.text(1);
            home = statement.text(2);
        }
        GRIDBOOK_TRY(statement.status());
        statement.finish();
    }
    if (names.isEmpty()) {
        return QString();
    }
    names.sort();
    communities.removeDuplicates();
    communities.sort();
    return Texts::tr("The grid belongs to %1, but %2 to %3. The buildings will count with %1.")
        .arg(home, names.join(u'、'), communities.join(u'、'));
}

Result<QStringList> expandBuildings(const QString &text)
{
    constexpr int longest = 200;
    QString plain = text.normalized(QString::NormalizationForm_KC).simplified().remove(u' ');
    static const QRegularExpression separators(u"[、,;/]"_qs);
    static const QRegularExpression part(
        u"^(\\D*?)(\\d{1,4})(?:[^-~—–至到\\d]*[-~—–至到]+(\\D*?)(\\d{1,4}))?(\\D*)$"_qs);
    const QStringList pieces = plain.split(separators, Qt::SkipEmptyParts);
    // "1、3、5-7号楼": the ending stands once, at the end.
    QString ending;
    if (!pieces.isEmpty()) {
        ending = part.match(pieces.last()).captured(5);
    }
    QStringList result;
    for (const QString &piece : pieces) {
        const QRegularExpressionMatch match = part.match(piece);
        if (!match.hasMatch()) {
            result << piece; // "东楼": a name without a number
            continue;
        }
        const QString own = match.captured(5).isEmpty() ? ending : match.captured(5);
        const int first = match.captured(2).toInt();
        const int last = match.captured(4).isEmpty() ? first : match.captured(4).toInt();
        if (last < first || last - first >= longest ||
            (!match.captured(3).isEmpty() && match.captured(3) != match.captured(1))) {
            return Error{ErrorKind::Invalid,
                         Texts::tr("“%1” is not a range of buildings. Write it like 1-10幢.").arg(piece),
                         {}};
        }
        for (int number = first; number <= last; ++number) {
            const QString no = match.captured(1) + QString::number(number) + own;
            if (!result.contains(no)) {
                result << no;
            }
        }
    }
    if (result.isEmpty()) {
        return Error{ErrorKind::Invalid, Texts::tr("Enter the buildings, for example 1-10幢."), {}};
    }
    return result;
}

Result<QList<BuildingId>> addBuildings(UnitOfWork &work, RowId estate, const QString &text, GridId grid, QDate day)
{
    GRIDBOOK_ASSIGN(const QStringList numbers, expandBuildings(text));
    if (grid.isValid()) {
        GRIDBOOK_TRY(gridInForce(work.database(), grid, day));
    }
    QList<BuildingId> added;
    for (const QString &no : numbers) {
        GRIDBOOK_ASSIGN(
            const QVariant known,
            work.database().scalar(u"SELECT id FROM building WHERE estate_id = ? AND no = ? AND voided_at IS NULL"_qs,
                                   {estate, no}));
        if (known.toLongLong() != 0) {
            continue;
        }
        GRIDBOOK_ASSIGN(const RowId id, work.insert(u"building"_qs, {{u"estate_id"_qs, estate}, {u"no"_qs, no}}));
        added << BuildingId(id);
        if (grid.isValid()) {
            GRIDBOOK_ASSIGN(
                [[maybe_unused]] const RowId row,
                work.insert(u"building_grid"_qs,
                            {{u"building_id"_qs, id}, {u"grid_id"_qs, grid.value()}, {u"valid_from"_qs, day}}));
        }
    }
    return added;
}

} // namespace gridbook::places
