#include "core/reports/facts.h"
#include "core/base/partialdate.h"
#include "core/changes/formervalues.h"
#include "core/party/orgorder.h"
#include "core/rules/rules.h"
#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <numeric>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 progressStep = 4096;

// Codes of membershipState that carry a tag.
std::array<bool, 128> statesTagged(const CodeTables &codes, QStringView tag)
{
    std::array<bool, 128> result{};
    result[0] = true; // not entered: taken as normal
    for (const CodeItem &item : codes.find(codes::membershipState)->items) {
        const int code = item.code.toInt();
        if (code > 0 && code < 128) {
            result[size_t(code)] = item.hasTag(tag);
        }
    }
    return result;
}

// The few different texts of a column are looked up once each.
template <typename Make>
class Cached
{
public:
    explicit Cached(Make make) : m_make(std::move(make)) {}
    auto operator()(const QString &text)
    {
        const auto found = m_known.constFind(text);
        return found != m_known.cend() ? *found : *m_known.insert(text, m_make(text));
    }

private:
    Make m_make;
    QHash<QString, std::invoke_result_t<Make, const QString &>> m_known;
};

std::array<char, 5> postOf(const QString &code)
{
    std::array<char, 5> post{};
    for (qsizetype i = 0; i < qMin<qsizetype>(code.size(), 4); ++i) {
        post[size_t(i)] = code.at(i).toLatin1();
    }
    return post;
}

// A statement that reads kept columns of these tables as they were on the day.
Result<Statement> prepared(RegistryReader &reader, const SqlSources &sources, const QString &sql, QDate day)
{
    GRIDBOOK_ASSIGN(const QString read, readAsOf(reader.database(), reader.catalog().tables(), sources, sql, day));
    return Statement::prepare(reader.database(), read);
}

Done readMembers(RegistryReader &reader, Facts &facts, const Progress &progress)
{
    const CodeTables &codes = reader.catalog().codes();
    const auto registered = statesTagged(codes, u"registered");
    const auto counted = statesTagged(codes, u"counted");
    const MemberBands &bands = facts.bands;
    const CodeTable *ethnic = codes.find(codes::ethnic);
    Cached education([&bands](const QString &code) { return qint8(bands.education.indexOf(code)); });
    Cached minority([ethnic](const QString &code) {
        const CodeItem *item = ethnic->byCode(code);
        return item == nullptr ? Fact::Unknown : item->hasTag(u"majority") ? Fact::No : Fact::Yes;
    });
    const QDate day = facts.day;
    Cached joinBand(
        [&bands](const QString &iso) { return qint8(placeOf(PartialDate::fromIso(iso), bands.joins).first); });
    const auto yearsBand = [day](const NumberBands &years, const QString &iso) {
        const PartialDate date = PartialDate::fromIso(iso);
        return date.isNull() ? qint8(-1) : qint8(years.indexOf(date.yearsAt(day)));
    };
    Cached standingBand([&](const QString &iso) { return yearsBand(bands.standings, iso); });
    Cached ageBand([&](const QString &iso) { return yearsBand(bands.ages, iso); });
    GRIDBOOK_ASSIGN(
        Statement rows,
        prepared(
            reader, {{u"m"_qs, u"member"_qs}, {u"p"_qs, u"person"_qs}},
            QStringLiteral(
                "SELECT m.id, a.org_id, a.group_id, a.grid_id, g.division_id, m.work_post, p.sex, s.category, "
                "p.ethnic, "
                "m.taiwan_native, w.lost, w.mobile, p.id_number_index IS NOT NULL, s.state, p.birth, m.join_date, "
                "m.full_date, p.education FROM affiliation a JOIN member m ON m.id = a.member_id AND m.voided_at IS "
                "NULL JOIN person p ON p.id = m.person_id AND p.voided_at IS NULL LEFT JOIN standing s ON s.member_id "
                "= m.id AND %1 LEFT JOIN whereabouts w ON w.member_id = m.id AND %2 LEFT JOIN grid g ON g.id = "
                "a.grid_id "
                "WHERE %3 ORDER BY a.member_id")
                .arg(validAt(u"s"_qs), validAt(u"w"_qs), validAt(u"a"_qs)),
            facts.day));
    GRIDBOOK_TRY(rows.run(QVariantMap{{u":asof"_qs, day.toString(Qt::ISODate)}}));
    while (rows.next()) {
        MemberFact fact;
        fact.member = rows.integer(0);
        fact.org = rows.integer(1);
        fact.group = rows.integer(2);
        fact.grid = rows.integer(3);
        fact.division = rows.integer(4);
        fact.post = postOf(rows.text(5));
        const QString sex = rows.text(6);
        fact.sex = sex == u"1" ? Sex::Male : sex == u"2" ? Sex::Female : Sex::Unknown;
        const QString category = rows.text(7);
        fact.category = category == u"full"           ? MemberCategory::Full
                        : category == u"probationary" ? MemberCategory::Probationary
                                                      : MemberCategory::Unknown;
        fact.minority = minority(rows.text(8));
        fact.taiwanese = rows.integer(9) != 0;
        fact.lost = rows.integer(10) != 0;
        fact.mobile = rows.integer(11) != 0;
        fact.hasId = rows.integer(12) != 0;
        fact.state = qint8(qBound(qint64(0), rows.integer(13), qint64(127)));
        fact.registered = registered[size_t(fact.state)];
        fact.counted = counted[size_t(fact.state)];
        fact.ageBand = ageBand(rows.text(14));
        fact.joinBand = joinBand(rows.text(15));
        if (fact.category != MemberCategory::Probationary) {
            fact.standingBand = standingBand(rows.text(16));
        }
        fact.education = education(rows.text(17));
        facts.members.push_back(fact);
        if (qint64(facts.members.size()) % progressStep == 0 &&
            !progress.goesOn(qint64(facts.members.size()), 0,
                             QCoreApplication::translate("Figures", "Reading members"))) {
            return Error{ErrorKind::Cancelled, QCoreApplication::translate("Figures", "Cancelled."), {}};
        }
    }
    return rows.status();
}

// Superiors first, each followed by what is below it, in the order of the list given.
QList<OrgFact> asTree(const QList<OrgFact> &orgs)
{
    QHash<RowId, QList<qsizetype>> below;
    QSet<RowId> known;
    for (const OrgFact &org : orgs) {
        known.insert(org.org);
    }
    for (qsizetype i = 0; i < orgs.size(); ++i) {
        below[known.contains(orgs.at(i).parent) ? orgs.at(i).parent : 0].append(i);
    }
    QList<OrgFact> tree;
    QList<std::pair<qsizetype, int>> open;
    const auto push = [&](RowId parent, int depth) {
        const QList<qsizetype> children = below.take(parent);
        for (auto it = children.crbegin(); it != children.crend(); ++it) {
            open.append({*it, depth});
        }
    };
    push(0, 0);
    while (!open.isEmpty()) {
        const auto [at, depth] = open.takeLast();
        tree.append(orgs.at(at));
        tree.last().depth = depth;
        push(orgs.at(at).org, depth + 1);
    }
    for (const QList<qsizetype> &rest : std::as_const(below)) { // a ring of superiors: a fault, but nothing is lost
        for (const qsizetype at : rest) {
            tree.append(orgs.at(at));
        }
    }
    return tree;
}

Done readGrids(RegistryReader &reader, Facts &facts)
{
    GRIDBOOK_ASSIGN(
        Statement rows,
        prepared(
            reader, {{u"g"_qs, u"grid"_qs}},
            QStringLiteral("SELECT g.id, g.division_id, d.name, g.name, g.code, g.kind, g.party_form, p.name FROM grid "
                           "g JOIN division d ON d.id = g.division_id LEFT JOIN grid_post l ON l.grid_id = g.id AND "
                           "l.role = 'leader' AND %1 LEFT JOIN person p ON p.id = l.person_id WHERE %2 ORDER BY "
                           "d.code, g.code, g.id")
                .arg(validAt(u"l"_qs), validAt(u"g"_qs)),
            facts.day));
    GRIDBOOK_TRY(rows.run(QVariantMap{{u":asof"_qs, facts.day.toString(Qt::ISODate)}}));
    while (rows.next()) {
        facts.grids.append({rows.integer(0), rows.integer(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5),
                            rows.text(6), rows.text(7)});
    }
    return rows.status();
}

Done readCommunities(RegistryReader &reader, Facts &facts)
{
    GRIDBOOK_ASSIGN(Statement rows,
                    Statement::prepare(reader.database(),
                                       u"SELECT d.id, d.name FROM division d WHERE d.voided_at IS NULL AND d.level = "
                                       "'community' AND (d.valid_from IS NULL OR d.valid_from <= :asof) AND "
                                       "(d.valid_until IS NULL OR d.valid_until > :asof) ORDER BY d.code"_qs));
    GRIDBOOK_TRY(rows.run(QVariantMap{{u":asof"_qs, facts.day.toString(Qt::ISODate)}}));
    while (rows.next()) {
        facts.communities.append({rows.integer(0), rows.text(1)});
    }
    return rows.status();
}

// The numbers of a count, in the order in which readCounts selects them.
constexpr std::array populationNumbers{&PopulationFact::registeredHouseholds, &PopulationFact::registeredPersons,
                                       &PopulationFact::residentHouseholds, &PopulationFact::residentPersons};

// A community that has not counted a number itself has that of its grids.
void addUpGrids(Facts &facts)
{
    for (CommunityFact &community : facts.communities) {
        for (const auto number : populationNumbers) {
            CountFact &count = community.counted.*number;
            if (count.isKnown()) {
                continue;
            }
            for (const GridFact &grid : std::as_const(facts.grids)) {
                if (grid.division == community.division) {
                    const CountFact &part = grid.counted.*number;
                    count.snapshots += part.snapshots;
                    count.values += part.values;
                    if (!part.isKnown()) {
                        count.missing += grid.grid;
                    }
                }
            }
            count.fromGrids = count.isKnown();
        }
    }
}

// Each number is the latest that was recorded: a snapshot may leave some of the four open.
Done readCounts(RegistryReader &reader, Facts &facts)
{
    QHash<RowId, PopulationFact *> ofGrid;
    for (GridFact &grid : facts.grids) {
        ofGrid.insert(grid.grid, &grid.counted);
    }
    QHash<RowId, PopulationFact *> ofCommunity;
    for (CommunityFact &community : facts.communities) {
        ofCommunity.insert(community.division, &community.counted);
    }
    GRIDBOOK_ASSIGN(Statement rows,
                    Statement::prepare(reader.database(),
                                       u"SELECT x.id, x.division_id, x.grid_id, x.registered_households, "
                                       "x.registered_persons, x.resident_households, x.resident_persons FROM "
                                       "population_snapshot x WHERE x.voided_at IS NULL AND x.on_date <= :asof ORDER "
                                       "BY x.on_date, x.id"_qs));
    GRIDBOOK_TRY(rows.run(QVariantMap{{u":asof"_qs, facts.day.toString(Qt::ISODate)}}));
    while (rows.next()) {
        PopulationFact *const counted =
            rows.isNull(2) ? ofCommunity.value(rows.integer(1)) : ofGrid.value(rows.integer(2));
        for (int i = 0; counted != nullptr && i < int(populationNumbers.size()); ++i) {
            if (!rows.isNull(3 + i)) {
                counted->*populationNumbers[size_t(i)] = CountFact{{rows.integer(0)}, {rows.integer(3 + i)}, {}, false};
            }
        }
    }
    GRIDBOOK_TRY(rows.status());
    addUpGrids(facts);
    return {};
}

Result<QList<InGrid>> readInGrid(Database &database, const QString &sql, const QString &day)
{
    GRIDBOOK_ASSIGN(Statement rows, Statement::prepare(database, sql));
    GRIDBOOK_TRY(rows.run(QVariantMap{{u":asof"_qs, day}}));
    QList<InGrid> list;
    while (rows.next()) {
        list.append({rows.integer(0), rows.integer(1)});
    }
    GRIDBOOK_TRY(rows.status());
    return list;
}

} // namespace

std::optional<qint64> CountFact::number() const
{
    return isKnown() ? std::optional(std::accumulate(values.begin(), values.end(), qint64(0))) : std::nullopt;
}

const OrgFact *Facts::org(RowId id) const
{
    const auto found = std::find_if(orgs.begin(), orgs.end(), [id](const OrgFact &org) { return org.org == id; });
    return found == orgs.end() ? nullptr : &*found;
}

const GridFact *Facts::grid(RowId id) const
{
    const auto found = std::find_if(grids.begin(), grids.end(), [id](const GridFact &grid) { return grid.grid == id; });
    return found == grids.end() ? nullptr : &*found;
}

QList<RowId> Facts::subtree(RowId org) const
{
    QList<RowId> list{org};
    for (const OrgFact &other : orgs) { // superiors come first
        if (other.org != org && list.contains(other.parent)) {
            list.append(other.org);
        }
    }
    return list;
}

Result<QList<OrgFact>> readOrgs(RegistryReader &reader, QDate day)
{
    const CodeTable *types = reader.catalog().codes().find(codes::orgType);
    GRIDBOOK_ASSIGN(
        Statement rows,
        prepared(
            reader, {{u"t"_qs, u"org_term"_qs}},
            QStringLiteral(
                "SELECT o.id, s.parent_id, o.grid_id, s.short_name, s.type, t.elected_on, t.term_years, "
                "t.shifted_until, t.ended_on, p.name FROM party_org o JOIN org_state s ON s.org_id = o.id AND %1 LEFT "
                "JOIN "
                "division d ON d.id = o.division_id LEFT JOIN org_term t ON t.org_id = o.id AND t.voided_at IS NULL "
                "AND t.elected_on <= :asof AND NOT EXISTS (SELECT 1 FROM org_term n WHERE n.org_id = o.id AND "
                "n.voided_at IS NULL AND n.elected_on <= :asof AND n.session > t.session) LEFT JOIN committee_member c "
                "ON c.org_id = o.id AND c.post = 'secretary' AND %2 LEFT JOIN person p ON p.id = c.person_id WHERE %3 "
                "ORDER BY d.code, %4, o.id, c.valid_from DESC")
                .arg(validAt(u"s"_qs), validAt(u"c"_qs), validAt(u"o"_qs), party::orgOrder(u"s"_qs)),
            day));
    GRIDBOOK_TRY(rows.run(QVariantMap{{u":asof"_qs, day.toString(Qt::ISODate)}}));
    QList<OrgFact> orgs;
    while (rows.next()) {
        if (!orgs.isEmpty() && orgs.constLast().org == rows.integer(0)) {
            continue; // two secretaries overlap for a day: the later one holds the post
        }
        OrgFact org;
        org.org = rows.integer(0);
        org.parent = rows.integer(1);
        org.grid = rows.integer(2);
        org.name = rows.text(3);
        org.type = rows.text(4);
        const CodeItem *type = types->byCode(org.type);
        org.functional = type != nullptr && type->hasTag(u"functional");
        const auto date = [&rows](int column) { return PartialDate::fromIso(rows.text(column)).firstDay(); };
        org.term = {date(5), int(rows.integer(6)), date(7), date(8)};
        org.secretary = rows.text(9);
        orgs.append(org);
    }
    GRIDBOOK_TRY(rows.status());
    return asTree(orgs);
}

Result<Facts> readFacts(RegistryReader &reader, QDate day, const Progress &progress)
{
    Facts facts;
    facts.day = day;
    const QString iso = day.toString(Qt::ISODate);
    Database &database = reader.database();
    GRIDBOOK_ASSIGN(facts.orgs, readOrgs(reader, day));
    GRIDBOOK_TRY(readCommunities(reader, facts));
    GRIDBOOK_TRY(readGrids(reader, facts));
    GRIDBOOK_TRY(readCounts(reader, facts));
    GRIDBOOK_ASSIGN(
        facts.residentGroups,
        database.ids(QStringLiteral("SELECT r.id FROM resident_group r WHERE %1 ORDER BY r.id").arg(validAt(u"r"_qs)),
                     {{u":asof"_qs, iso}}));
    GRIDBOOK_ASSIGN(facts.buildings,
                    readInGrid(database,
                               QStringLiteral("SELECT b.id, x.grid_id FROM building_grid x JOIN building b ON b.id = "
                                              "x.building_id AND b.voided_at IS NULL WHERE %1 ORDER BY b.id")
                                   .arg(validAt(u"x"_qs)),
                               iso));
    GRIDBOOK_ASSIGN(facts.gridWorkers,
                    readInGrid(database,
                               QStringLiteral("SELECT x.id, x.grid_id FROM grid_post x WHERE x.role IN "
                                              "('fullTimeWorker', 'partTimeWorker') AND %1 ORDER BY x.id")
                                   .arg(validAt(u"x"_qs)),
                               iso));
    GRIDBOOK_ASSIGN(facts.minHouseholds, rules::number(database, u"grid.minHouseholds"_qs, day));
    GRIDBOOK_ASSIGN(facts.maxHouseholds, rules::number(database, u"grid.maxHouseholds"_qs, day));
    GRIDBOOK_ASSIGN(facts.bands, memberBands(database, reader.catalog().codes(), day));
    GRIDBOOK_ASSIGN(const double months, rules::number(database, u"term.reminderMonths"_qs, day));
    facts.reminderMonths = int(months);
    GRIDBOOK_ASSIGN(
        const QVariant first,
        database.scalar(u"SELECT 1 FROM affiliation WHERE voided_at IS NULL AND valid_from <= ? LIMIT 1"_qs, {iso}));
    facts.rollBegun = first.isValid();
    GRIDBOOK_TRY(readMembers(reader, facts, progress));
    return facts;
}

Result<qint64> countRegistered(RegistryReader &reader, QDate day)
{
    QStringList registered;
    for (const CodeItem &item : reader.catalog().codes().find(codes::membershipState)->items) {
        if (item.hasTag(u"registered")) {
            registered << u'\'' + item.code + u'\'';
        }
    }
    GRIDBOOK_ASSIGN(
        const QList<RowId> number,
        reader.database().ids(
            QStringLiteral("SELECT COUNT(*) FROM affiliation a JOIN member m ON m.id = a.member_id AND m.voided_at IS "
                           "NULL JOIN person p ON p.id = m.person_id AND p.voided_at IS NULL LEFT JOIN standing s ON "
                           "s.member_id = m.id AND %1 WHERE %2 AND COALESCE(s.state, '1') IN (%3)")
                .arg(validAt(u"s"_qs), validAt(u"a"_qs), registered.join(u',')),
            {{u":asof"_qs, day.toString(Qt::ISODate)}}));
    return qint64(number.value(0));
}

} // namespace gridbook
