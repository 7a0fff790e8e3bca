#include "core/places/gridcommands.h"
#include "core/base/isoday.h"
#include "core/base/partialdate.h"
#include "core/changes/datedrows.h"
#include "core/places/placespecs.h"
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

Result<GridInForce> gridInForce(Database &database, GridId grid, QDate day)
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
    return GridInForce{row.value(u"division_id"_qs).toLongLong(), name};
}

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
    GRIDBOOK_ASSIGN(const double least, rules::number(database, fewestHouseholdsRule, day));
    GRIDBOOK_ASSIGN(const double most, rules::number(database, mostHouseholdsRule, day));
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

Result<QString> shorterName(Database &database, const QString &name, DivisionId community)
{
    if (name.isEmpty() || !community.isValid()) {
        return QString();
    }
    GRIDBOOK_ASSIGN(const QVariant row,
                    database.scalar(u"SELECT name FROM division WHERE id = ?"_qs, {community.value()}));
    const QString own = row.toString();
    const qsizetype at = own.isEmpty() ? -1 : name.indexOf(own);
    if (at < 0) {
        return QString();
    }
    // 东关社区第九网格, 凤翔区东关社区第九网格; neither 新东关社区第九网格 nor 第九网格（东关社区）.
    static const QRegularExpression above(u"^(\\S*(省|市|区|县|镇|乡|街道|办事处))?\\s*$"_qs);
    const QString rest = name.sliced(at + own.size()).trimmed();
    const bool isTold = above.match(name.first(at)).hasMatch() && rest.size() > 1 && rest.front().isLetterOrNumber();
    return isTold ? rest : QString();
}

QString repetitionAdvice(const QString &name, const QString &shorter)
{
    return Texts::tr("“%1” repeats the community, which stands in an entry of its own; “%2” is enough.")
        .arg(name, shorter);
}

Result<QString> leaderAdvice(Database &database, GridId grid, QDate day)
{
    GRIDBOOK_ASSIGN(const QString fault, gridFault(database, grid, day));
    if (!fault.isEmpty()) {
        return QString(); // closed, or not yet set up
    }
    GRIDBOOK_ASSIGN(const QVariant leaders,
                    database.scalar(u"SELECT COUNT(*) FROM grid_post WHERE grid_id = ? AND role = 'leader' AND "
                                    "voided_at IS NULL AND valid_from <= ? AND (valid_until IS NULL OR valid_until > "
                                    "?)"_qs,
                                    {grid.value(), iso(day), iso(day)}));
    return leaders.toInt() > 0 ? QString() : Texts::tr("The grid has no leader. Appoint one.");
}

Done appointLeader(UnitOfWork &work, GridId grid, PersonId person, QDate day, const QString &note)
{
    GRIDBOOK_ASSIGN(const GridInForce target, gridInForce(work.database(), grid, day));
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
    GRIDBOOK_ASSIGN(const GridInForce target, gridInForce(work.database(), grid, day));
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

} // namespace gridbook::places
