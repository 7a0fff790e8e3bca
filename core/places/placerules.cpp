// What the book must be asked before an entry about places is written, and what hangs on a place.
#include "core/places/buildingmoves.h"
#include "core/places/gridcommands.h"
#include "core/places/places.h"
#include "core/places/placespecs.h"
#include "core/registry/recordrules.h"
#include "core/rules/rules.h"
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

// The digits of a division's code that those below begin with; empty: none.
Result<QString> leadingDigits(Database &database, RowId division)
{
    GRIDBOOK_ASSIGN(Statement statement,
                    Statement::prepare(database, u"SELECT code, level FROM division WHERE id = ?"_qs));
    GRIDBOOK_TRY(statement.run(QVariantList{division}));
    if (!statement.next()) {
        GRIDBOOK_TRY(statement.status());
        return QString();
    }
    return statement.text(0).left(divisionDigits(statement.text(1)));
}

// A grid is numbered inside its community, in the way that the book has chosen.
Result<QList<Issue>> gridCode(const RuleInput &in)
{
    QList<Issue> issues;
    const QString code = in.text(u"code");
    if (!in.touchesAny({u"code", u"division"}) || !gridCodeFault(code, {}).isEmpty()) {
        return issues; // a code of no known form is told without the book
    }
    GRIDBOOK_ASSIGN(const QString community, leadingDigits(in.database, in.reference(u"division")));
    if (const QString fault = gridCodeFault(code, community); !fault.isEmpty()) {
        issues.append({u"code"_qs, IssueLevel::Error, fault});
        return issues;
    }
    GRIDBOOK_ASSIGN(const double digits, rules::number(in.database, gridDigitsRule, in.today));
    if (in.touches(u"code") && code.size() != int(digits)) {
        issues.append(
            {u"code"_qs, IssueLevel::Warning,
             Texts::tr("The code has %1 digits; the grid codes of this book have %2 (rule “%3”). Check that "
                       "it is meant so.")
                 .arg(QString::number(code.size()), QString::number(int(digits)), rules::termOf(gridDigitsRule).zh)});
    }
    return issues;
}

// The community is an entry of its own and stands before the name where there are several.
Result<QList<Issue>> gridName(const RuleInput &in)
{
    QList<Issue> issues;
    const QString name = in.text(u"name");
    if (!in.touchesAny({u"name", u"division"})) {
        return issues;
    }
    GRIDBOOK_ASSIGN(const QString shorter, shorterName(in.database, name, DivisionId(in.reference(u"division"))));
    if (!shorter.isEmpty()) {
        issues.append({u"name"_qs, IssueLevel::Warning, repetitionAdvice(name, shorter)});
    }
    return issues;
}

// What lies below a division that gets another code, and still begins with the old one.
Result<QStringList> codesBegunOtherwise(Database &database, RowId division, const QString &leading)
{
    GRIDBOOK_ASSIGN(Statement below,
                    Statement::prepare(database, u"SELECT code, 0 FROM division WHERE parent_id = ? AND voided_at IS "
                                                 "NULL AND valid_until IS NULL UNION ALL SELECT code, 1 FROM grid "
                                                 "WHERE division_id = ? AND voided_at IS NULL AND valid_until IS NULL "
                                                 "ORDER BY 1"_qs));
    GRIDBOOK_TRY(below.run({division, division}));
    QStringList codes;
    while (below.next()) {
        const QString code = below.text(0);
        const bool isGrid = below.integer(1) == 1;
        if (!(isGrid ? gridCodeFault(code, leading) : divisionCodeFault(code, leading)).isEmpty()) {
            codes << code;
        }
    }
    GRIDBOOK_TRY(below.status());
    return codes;
}

// A code begins with that of the superior. The superior's own code changes first, so what lies below is only told.
Result<QList<Issue>> divisionCode(const RuleInput &in)
{
    QList<Issue> issues;
    const QString code = in.text(u"code");
    if (!in.touchesAny({u"code", u"level", u"parent"}) || !divisionCodeFault(code, {}).isEmpty()) {
        return issues;
    }
    GRIDBOOK_ASSIGN(const QString superior, leadingDigits(in.database, in.reference(u"parent")));
    if (const QString fault = divisionCodeFault(code, superior); !fault.isEmpty()) {
        issues.append({u"code"_qs, IssueLevel::Error, fault});
    }
    const int digits = divisionDigits(in.text(u"level"));
    const QString own = code.left(digits);
    const bool isFilled = code.size() == divisionDigits(u"community") && code.mid(digits).count(u'0') + digits == 12;
    if (digits != 0 && code.size() != digits && !isFilled) {
        issues.append({u"code"_qs, IssueLevel::Warning,
                       Texts::tr("A code of this level has %1 digits, this one has %2. Check the level and the code.")
                           .arg(digits)
                           .arg(code.size())});
    }
    if (in.before.id != 0 && digits != 0) {
        GRIDBOOK_ASSIGN(const QStringList others, codesBegunOtherwise(in.database, in.before.id, own));
        if (!others.isEmpty()) {
            issues.append({u"code"_qs, IssueLevel::Warning,
                           countedNames(Texts::tr("%1 codes below begin otherwise; correct them next: %2"), others)});
        }
    }
    return issues;
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
    spec.rules = {divisionCode};
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
    spec.rules = {gridCode, gridName, gridEnd};
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
