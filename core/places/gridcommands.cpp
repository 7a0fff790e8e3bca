#include "core/places/gridcommands.h"
#include "core/base/partialdate.h"
#include "core/changes/datedrows.h"
#include "core/registry/recordrules.h"
#include "core/rules/rules.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace gridbook::places {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(GridCommands)
};

QString iso(QDate day)
{
    return day.toString(Qt::ISODate);
}

const QString moveSource = u"楼栋划转"_qs; // the source of counts that follow from a move

struct Grid
{
    RowId division = 0;
    QString name;
};

Result<Grid> gridInForce(Database &database, GridId grid, QDate day)
{
    if (!day.isValid()) {
        return Error{ErrorKind::Invalid, Texts::tr("Enter the day from which this holds."), {}};
    }
    GRIDBOOK_ASSIGN(const QVariantMap row, storedRow(database, u"grid"_qs, grid.value()));
    const QString name = row.value(u"name"_qs).toString();
    const QDate from = PartialDate::fromIso(row.value(u"valid_from"_qs).toString()).firstDay();
    const QDate until = PartialDate::fromIso(row.value(u"valid_until"_qs).toString()).firstDay();
    if (!row.value(u"voided_at"_qs).isNull() || day < from || (until.isValid() && day >= until)) {
        return Error{ErrorKind::Refused,
                     Texts::tr("“%1” is not in force on %2. Choose another grid or day.").arg(name, iso(day)),
                     {}};
    }
    return Grid{row.value(u"division_id"_qs).toLongLong(), name};
}

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

Result<QStringList> names(Database &database, const QString &sql, const QVariantList &values)
{
    GRIDBOOK_ASSIGN(Statement statement, Statement::prepare(database, sql));
    GRIDBOOK_TRY(statement.run(values));
    QStringList result;
    while (statement.next()) {
        result << statement.text(0);
    }
    GRIDBOOK_TRY(statement.status());
    return result;
}

} // namespace

Result<GridCount> gridCount(Database &database, GridId grid, QDate day)
{
    GRIDBOOK_ASSIGN(
        Statement statement,
        Statement::prepare(database,
                           u"SELECT on_date, resident_households, resident_persons, "
                           "registered_households, registered_persons FROM population_snapshot WHERE "
                           "grid_id = ? AND voided_at IS NULL AND on_date <= ? ORDER BY on_date DESC, id DESC"_qs));
    GRIDBOOK_TRY(statement.run({grid.value(), iso(day)}));
    GridCount count;
    while (statement.next()) { // each number by itself: a count may leave some out
        if (!count.on.isValid()) {
            count.on = PartialDate::fromIso(statement.text(0)).firstDay();
        }
        int column = 1;
        for (std::optional<int> *number : {&count.residentHouseholds, &count.residentPersons,
                                           &count.registeredHouseholds, &count.registeredPersons}) {
            if (!*number && !statement.isNull(column)) {
                *number = int(statement.integer(column));
            }
            ++column;
        }
    }
    GRIDBOOK_TRY(statement.status());
    return count;
}

Result<QList<GridEffect>> effectOfMove(Database &database, const QList<BuildingId> &buildings, GridId to, QDate day)
{
    GRIDBOOK_ASSIGN([[maybe_unused]] const Grid target, gridInForce(database, to, day));
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
    GRIDBOOK_ASSIGN([[maybe_unused]] const Grid target, gridInForce(work.database(), to, day));
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

Result<QString> gridFault(Database &database, GridId grid, QDate day)
{
    const auto found = gridInForce(database, grid, day);
    if (!found && (found.error().kind == ErrorKind::Refused || found.error().kind == ErrorKind::Invalid)) {
        return found.error().message;
    }
    return found ? Result<QString>(QString()) : Result<QString>(found.error());
}

Result<QString> bandWarning(Database &database, int residentHouseholds, QDate day)
{
    GRIDBOOK_ASSIGN(const double least, rules::number(database, u"grid.minHouseholds"_qs, day));
    GRIDBOOK_ASSIGN(const double most, rules::number(database, u"grid.maxHouseholds"_qs, day));
    if (residentHouseholds < int(least)) {
        return Texts::tr("%1 resident households, below the band of %2–%3.")
            .arg(QString::number(residentHouseholds), QString::number(int(least)), QString::number(int(most)));
    }
    if (residentHouseholds > int(most)) {
        return Texts::tr("%1 resident households, above the band of %2–%3.")
            .arg(QString::number(residentHouseholds), QString::number(int(least)), QString::number(int(most)));
    }
    return QString();
}

Done appointLeader(UnitOfWork &work, GridId grid, PersonId person, QDate day, const QString &note)
{
    GRIDBOOK_ASSIGN(const Grid target, gridInForce(work.database(), grid, day));
    GRIDBOOK_ASSIGN(const QVariantMap record, storedRow(work.database(), u"person"_qs, person.value()));
    if (!record.value(u"voided_at"_qs).isNull()) {
        return Error{ErrorKind::Refused, Texts::tr("The person was removed from the book. Choose another."), {}};
    }
    GRIDBOOK_ASSIGN(const QList<DatedRow> posts,
                    datedRows(work.database(), u"grid_post"_qs, u"grid_id"_qs, grid.value()));
    for (const DatedRow &post : posts) {
        if (post.text(u"role"_qs) != u"leader" || (!post.holdsOn(day) && post.from < day)) {
            continue;
        }
        if (post.from >= day) {
            return Error{ErrorKind::Refused,
                         Texts::tr("“%1” has a leader from %2 on; choose a later day, or correct that entry.")
                             .arg(target.name, iso(post.from)),
                         {}};
        }
        if (post.ref(u"person_id"_qs) == person.value()) {
            return Error{ErrorKind::Refused, Texts::tr("This person already leads “%1”.").arg(target.name), {}};
        }
        GRIDBOOK_TRY(endRow(work, u"grid_post"_qs, post, day));
    }
    GRIDBOOK_ASSIGN([[maybe_unused]] const RowId row, work.insert(u"grid_post"_qs, {{u"grid_id"_qs, grid.value()},
                                                                                    {u"role"_qs, u"leader"_qs},
                                                                                    {u"person_id"_qs, person.value()},
                                                                                    {u"valid_from"_qs, day},
                                                                                    {u"note"_qs, note}}));
    return {};
}

Result<GridBurden> gridBurden(Database &database, GridId grid, QDate day)
{
    GridBurden burden;
    const QVariantList values{grid.value(), iso(day)};
    GRIDBOOK_ASSIGN(
        burden.buildings,
        names(database,
              u"SELECT e.name || b.no FROM building_grid t JOIN building b ON b.id = t.building_id "
              "JOIN estate e ON e.id = b.estate_id WHERE t.grid_id = ? AND t.voided_at IS NULL AND "
              "b.voided_at IS NULL AND (t.valid_until IS NULL OR t.valid_until > ?) ORDER BY e.pinyin, b.sort_key"_qs,
              values));
    GRIDBOOK_ASSIGN(
        burden.members,
        names(database,
              u"SELECT p.name FROM affiliation a JOIN member m ON m.id = a.member_id JOIN person p ON "
              "p.id = m.person_id WHERE a.grid_id = ? AND a.voided_at IS NULL AND m.voided_at IS NULL AND "
              "p.voided_at IS NULL AND (a.valid_until IS NULL OR a.valid_until > ?) ORDER BY p.pinyin, p.id"_qs,
              values));
    GRIDBOOK_ASSIGN(
        burden.organizations,
        names(database,
              u"SELECT s.short_name FROM party_org o JOIN org_state s ON s.org_id = o.id WHERE o.grid_id = ? "
              "AND o.voided_at IS NULL AND s.voided_at IS NULL AND (s.valid_until IS NULL OR s.valid_until > ?) "
              "ORDER BY s.sort_key"_qs,
              values));
    return burden;
}

Result<QString> closingFault(Database &database, GridId grid, QDate day)
{
    constexpr int shown = 20;
    GRIDBOOK_ASSIGN(const QVariantMap record, storedRow(database, u"grid"_qs, grid.value()));
    GRIDBOOK_ASSIGN(const GridBurden burden, gridBurden(database, grid, day));
    QStringList what;
    if (!burden.buildings.isEmpty()) {
        what << countedNames(Texts::tr("%1 buildings: %2"), burden.buildings, shown);
    }
    if (!burden.members.isEmpty()) {
        what << countedNames(Texts::tr("%1 members: %2"), burden.members, shown);
    }
    if (!burden.organizations.isEmpty()) {
        what << countedNames(Texts::tr("%1 party organisations: %2"), burden.organizations, shown);
    }
    return what.isEmpty() ? QString()
                          : Texts::tr("“%1” cannot be closed yet. Move what still lies in it first (%2).")
                                .arg(record.value(u"name"_qs).toString(), what.join(u"; "_qs));
}

Done closeGrid(UnitOfWork &work, GridId grid, QDate day)
{
    GRIDBOOK_ASSIGN(const Grid target, gridInForce(work.database(), grid, day));
    GRIDBOOK_ASSIGN(const QVariantMap record, storedRow(work.database(), u"grid"_qs, grid.value()));
    if (PartialDate::fromIso(record.value(u"valid_from"_qs).toString()).firstDay() >= day) {
        return Error{
            ErrorKind::Refused, Texts::tr("“%1” was set up on that very day; remove it instead.").arg(target.name), {}};
    }
    GRIDBOOK_ASSIGN(const QString fault, closingFault(work.database(), grid, day));
    if (!fault.isEmpty()) {
        return Error{ErrorKind::Refused, fault, {}};
    }
    GRIDBOOK_ASSIGN(const QList<DatedRow> posts,
                    datedRows(work.database(), u"grid_post"_qs, u"grid_id"_qs, grid.value()));
    for (const DatedRow &post : posts) {
        if (!post.until.isValid() || post.until > day) {
            GRIDBOOK_TRY(endRow(work, u"grid_post"_qs, post, day));
        }
    }
    return work.update(u"grid"_qs, grid.value(), 0, {{u"valid_until"_qs, day}});
}

Result<QString> nextGridCode(Database &database, DivisionId community)
{
    GRIDBOOK_ASSIGN(const QVariantMap record, storedRow(database, u"division"_qs, community.value()));
    const QString code = record.value(u"code"_qs).toString();
    if (code.size() != 12) {
        return Error{ErrorKind::Refused,
                     Texts::tr("“%1” has no community code of 12 digits; a grid code cannot be made from it.")
                         .arg(record.value(u"name"_qs).toString()),
                     code};
    }
    // Void rows too: a code is never used again.
    GRIDBOOK_ASSIGN(
        const QVariant last,
        database.scalar(
            u"SELECT MAX(CAST(substr(code, 13, 3) AS INTEGER)) FROM grid WHERE length(code) IN (15, 18) AND "
            "substr(code, 1, 12) = ?"_qs,
            {code}));
    const int next = last.toInt() + 1;
    if (next > 999) {
        return Error{ErrorKind::Refused, Texts::tr("All 999 numbers of this community are used."), code};
    }
    return QString(code + QStringLiteral("%1").arg(next, 3, 10, QLatin1Char('0')));
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
        GRIDBOOK_ASSIGN([[maybe_unused]] const Grid target, gridInForce(work.database(), grid, day));
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
