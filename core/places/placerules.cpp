// What the book must be asked before an entry about places is written, and what hangs on a place.
#include "core/places/buildingmoves.h"
#include "core/places/placespecs.h"
#include "core/registry/recordrules.h"
#include <QCoreApplication>

namespace gridbook::places {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PlaceRules)
};

Result<QList<Issue>> intoGrid(const RuleInput &in, RowId estate, QStringView from)
{
    QList<Issue> issues;
    const GridId grid(in.reference(u"grid"));
    if (!grid.isValid()) {
        return issues;
    }
    GRIDBOOK_ASSIGN(const QString fault, gridFault(in.database, grid, in.dayFrom(from)));
    if (!fault.isEmpty()) {
        issues.append({u"grid"_qs, IssueLevel::Error, fault});
    }
    GRIDBOOK_ASSIGN(const QString foreign, communityWarning(in.database, {estate}, grid));
    if (!foreign.isEmpty()) {
        issues.append({u"grid"_qs, IssueLevel::Warning, foreign});
    }
    return issues;
}

Result<QList<Issue>> buildingInGrid(const RuleInput &in)
{
    return in.touchesAny({u"grid", u"estate"}) ? intoGrid(in, in.reference(u"estate"), u"gridFrom")
                                               : Result<QList<Issue>>(QList<Issue>());
}

Result<QList<Issue>> entryInGrid(const RuleInput &in)
{
    // An entry that has ended tells of a grid that may be closed by now.
    if (!in.touchesAny({u"grid", u"building"}) || in.day(u"validUntil").isValid()) {
        return QList<Issue>();
    }
    GRIDBOOK_ASSIGN(const QVariant estate,
                    in.database.scalar(u"SELECT estate_id FROM building WHERE id = ?"_qs, {in.reference(u"building")}));
    return intoGrid(in, estate.toLongLong(), u"validFrom");
}

Result<QList<Issue>> gridEnd(const RuleInput &in)
{
    QList<Issue> issues;
    const QDate until = in.day(u"validUntil");
    if (in.before.id != 0 && in.touches(u"validUntil") && until.isValid()) {
        GRIDBOOK_ASSIGN(const QString fault, closingFault(in.database, GridId(in.before.id), until));
        if (!fault.isEmpty()) {
            issues.append({u"validUntil"_qs, IssueLevel::Error, fault});
        }
    }
    return issues;
}

QString buildingsSentence()
{
    return Texts::tr("%1 buildings: %2");
}
QString countsSentence()
{
    return Texts::tr("%1 counts of households and persons: %2");
}

} // namespace

void addDivisionRules(RegistrySpec &spec)
{
    spec.dependants = {
        {[] { return Texts::tr("%1 divisions below: %2"); },
         u"SELECT name FROM division WHERE parent_id = :id AND voided_at IS NULL ORDER BY code"_qs},
        {[] { return Texts::tr("%1 grids: %2"); },
         u"SELECT name FROM grid WHERE division_id = :id AND voided_at IS NULL ORDER BY sort_key"_qs},
        {[] { return Texts::tr("%1 estates: %2"); },
         u"SELECT name FROM estate WHERE division_id = :id AND voided_at IS NULL ORDER BY pinyin"_qs},
        {[] { return Texts::tr("%1 resident groups: %2"); },
         u"SELECT name FROM resident_group WHERE division_id = :id AND voided_at IS NULL ORDER BY sort_key"_qs},
        {countsSentence, u"SELECT on_date FROM population_snapshot WHERE division_id = :id AND grid_id IS NULL AND "
                         "voided_at IS NULL ORDER BY on_date DESC"_qs}};
    spec.insteadOfVoiding = [] {
        return Texts::tr("Only a community entered by mistake, to which nothing ever belonged, can be voided.");
    };
}

void addGridRules(RegistrySpec &spec)
{
    spec.rules = {gridEnd};
    spec.dependants = {
        {[] { return Texts::tr("%1 buildings, former ones included: %2"); },
         u"SELECT e.name || b.no FROM building b JOIN estate e ON e.id = b.estate_id WHERE b.voided_at IS NULL AND "
         u"EXISTS "
         "(SELECT 1 FROM building_grid t WHERE t.building_id = b.id AND t.grid_id = :id AND t.voided_at IS NULL) ORDER "
         "BY "
         "CASE WHEN EXISTS (SELECT 1 FROM building_grid n WHERE n.building_id = b.id AND n.grid_id = :id AND "
         "n.voided_at "
         "IS NULL AND n.valid_until IS NULL) THEN 0 ELSE 1 END, e.pinyin, b.sort_key"_qs},
        {[] { return Texts::tr("%1 posts: %2"); },
         u"SELECT p.name FROM grid_post t JOIN person p ON p.id = t.person_id WHERE t.grid_id = :id AND t.voided_at IS "
         "NULL ORDER BY t.valid_from DESC"_qs},
        {countsSentence, u"SELECT on_date FROM population_snapshot WHERE grid_id = :id AND voided_at IS NULL ORDER BY "
                         "on_date DESC"_qs}};
    spec.insteadOfVoiding = [] {
        return Texts::tr("Move the buildings and members to other grids, then close the grid by its action; only one "
                         "entered by mistake, to which nothing ever belonged, can be voided.");
    };
}

void addEstateRules(RegistrySpec &spec)
{
    spec.dependants = {{buildingsSentence,
                        u"SELECT no FROM building WHERE estate_id = :id AND voided_at IS NULL ORDER BY sort_key"_qs}};
}

void addBuildingRules(RegistrySpec &spec)
{
    spec.rules = {buildingInGrid};
    spec.dependants = {
        {[] { return Texts::tr("%1 grids, former ones included: %2"); },
         u"SELECT d.name || ' ' || g.name FROM building_grid t JOIN grid g ON g.id = t.grid_id JOIN division d ON d.id "
         "= g.division_id WHERE t.building_id = :id AND t.voided_at IS NULL ORDER BY t.valid_from DESC"_qs}};
    spec.insteadOfVoiding = [] {
        return Texts::tr("A building in the wrong grid is moved by its action; one that is no more gets a day in "
                         "“Until”; for one entered by mistake, void its entries in grids first.");
    };
}

void addBuildingGridRules(RegistrySpec &spec)
{
    spec.rules = {entryInGrid};
}

} // namespace gridbook::places
