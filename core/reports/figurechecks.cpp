#include "core/reports/figurechecks.h"
#include "core/reports/changetable.h"
#include "core/reports/placetables.h"

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const QString &check, QDate day)
{
    return FigureKey{checkPrefix + check, {}, day}.toString();
}

const QHash<QString, Term> &titles()
{
    static const QHash<QString, Term> titles{
        {u"a"_qs, {u"应有数与实有数相符"_qs, u"Expected and present agree"_qs}},
        {u"b"_qs, {u"各表分项之和等于总数"_qs, u"The lines of every table add up"_qs}},
        {u"c"_qs, {u"党员都编入网格"_qs, u"Every member is in a grid"_qs}},
        {u"e"_qs, {u"各网格常住户之和等于社区常住户"_qs, u"The grids' households are the community's"_qs}},
        {u"g"_qs, {u"公民身份号码无重复、无缺失"_qs, u"No ID number twice, none missing"_qs}}};
    return titles;
}

Term titleOf(QStringView check)
{
    return titles().value(check.toString());
}

FigureRows membersWhere(const Facts &facts, const std::function<bool(const MemberFact &)> &test)
{
    FigureRows rows{u"member"_qs, facts.day, {}, {}};
    for (const MemberFact &member : facts.members) {
        if (member.registered && test(member)) {
            rows.ids.append(member.member);
        }
    }
    return rows;
}

// Members in no branch that exists on the day: they are in the total, but in no line of T2.
FigureRows membersWithoutOrg(const Facts &facts)
{
    QSet<RowId> orgs;
    for (const OrgFact &org : facts.orgs) {
        if (!org.functional) {
            orgs.insert(org.org);
        }
    }
    return membersWhere(facts, [&orgs](const MemberFact &m) { return !orgs.contains(m.org); });
}

FigureRows membersInNoGrid(const Facts &facts)
{
    QSet<RowId> grids;
    for (const GridFact &grid : facts.grids) {
        grids.insert(grid.grid);
    }
    return membersWhere(facts, [&grids](const MemberFact &m) { return !grids.contains(m.grid); });
}

// A community's own count of households beside that of its grids.
struct HouseholdCounts
{
    const CommunityFact *community;
    qint64 own = 0;
    qint64 grids = 0;
    qsizetype counted = 0; // grids
    qsizetype uncounted = 0;
};

// Those that can be compared: a community without a count of its own has that of its grids, which proves nothing.
QList<HouseholdCounts> householdCounts(const Facts &facts)
{
    QList<HouseholdCounts> list;
    for (const CommunityFact &community : facts.communities) {
        const CountFact &own = community.counted.residentHouseholds;
        if (!own.isKnown() || own.fromGrids) {
            continue;
        }
        HouseholdCounts counts{&community, own.number().value_or(0)};
        for (const GridFact &grid : facts.grids) {
            if (grid.division == community.division) {
                const auto households = grid.counted.residentHouseholds.number();
                counts.grids += households.value_or(0);
                ++(households ? counts.counted : counts.uncounted);
            }
        }
        if (counts.counted + counts.uncounted != 0) {
            list.append(counts);
        }
    }
    return list;
}

QList<HouseholdCounts> householdGaps(const Facts &facts)
{
    QList<HouseholdCounts> gaps = householdCounts(facts);
    gaps.removeIf([](const HouseholdCounts &counts) { return counts.own == counts.grids; });
    return gaps;
}

QString inWords(const QList<HouseholdCounts> &gaps)
{
    constexpr qsizetype told = 5;
    QStringList words;
    for (const HouseholdCounts &gap : gaps.mid(0, told)) {
        const QString open = gap.uncounted == 0 ? QString() : u"（%1个网格未登记）"_qs.arg(gap.uncounted);
        words << (gap.counted == 0
                      ? u"%1：社区%2户，网格未登记"_qs.arg(gap.community->name).arg(gap.own)
                      : u"%1：网格%2户%3，社区%4户"_qs.arg(gap.community->name).arg(gap.grids).arg(open).arg(gap.own));
    }
    return words.join(u'；') + (gaps.size() > told ? u"等%1个社区"_qs.arg(gaps.size()) : QString());
}

// Members of the day whose ID number another person of the book has too, and those without any.
Result<FigureRows> idProblems(Figures &figures, const Facts &facts)
{
    GRIDBOOK_ASSIGN(const QList<RowId> twice,
                    figures.reader().database().ids(
                        u"SELECT m.id FROM (SELECT id_number_index FROM person WHERE voided_at IS NULL AND "
                        "id_number_index IS NOT NULL GROUP BY id_number_index HAVING COUNT(*) > 1) d JOIN person p ON "
                        "p.id_number_index = d.id_number_index AND p.voided_at IS NULL JOIN member m ON m.person_id = "
                        "p.id AND m.voided_at IS NULL"_qs,
                        {}));
    const QSet<RowId> doubled(twice.begin(), twice.end());
    return membersWhere(facts, [&doubled](const MemberFact &m) { return !m.hasId || doubled.contains(m.member); });
}

// Sums of the lines that make up each table against its total; the first that differs, in words.
Result<QString> tableThatDoesNotAddUp(Figures &figures, QDate day)
{
    GRIDBOOK_ASSIGN(const QList<CrossTabSpec> *const specs, figures.crossTabs(day));
    for (const CrossTabSpec &spec : *specs) {
        GRIDBOOK_ASSIGN(const CrossTab table, figures.crossTab(spec.rule.id, day));
        for (qsizetype c = 0; c < spec.columns.size(); ++c) {
            qint64 sum = 0;
            for (qsizetype l = 0; l < spec.lines.size(); ++l) {
                sum += spec.lines.at(l).summed ? table.cells.at(l).at(c) : 0;
            }
            if (sum != table.cells.at(0).at(c)) {
                return QString(spec.rule.term.zh + u"："_qs + spec.columns.at(c).term.zh);
            }
        }
        for (const QList<qint64> &line : table.cells) {
            qint64 sum = 0;
            bool any = false;
            for (qsizetype c = 0; c < spec.columns.size(); ++c) {
                any = any || spec.columns.at(c).summed;
                sum += spec.columns.at(c).summed ? line.at(c) : 0;
            }
            if (any && sum != line.at(0)) {
                return QString(spec.rule.term.zh);
            }
        }
    }
    return QString();
}

// Whether the grids' households are the community's, as far as both were ever counted.
Finding householdCheck(const Facts &facts)
{
    const QList<HouseholdCounts> gaps = householdGaps(facts);
    const qsizetype compared = householdCounts(facts).size();
    const qsizetype open = facts.communities.size() - compared;
    Finding finding{u"e"_qs, titleOf(u"e"), {u"相符"_qs, u"they are"_qs}, gaps.isEmpty(), compared != 0, {}};
    if (!gaps.isEmpty()) {
        const QString words = inWords(gaps);
        finding.result = {words, words};
        finding.key = keyOf(u"e"_qs, facts.day);
    } else if (compared == 0) {
        finding.result = {u"社区常住户数未单独登记，无可核对"_qs,
                          u"no community has a count of its own: nothing to compare"_qs};
    } else if (open != 0) {
        finding.result = {QStringLiteral("相符；另有%1个社区未单独登记，未作核对").arg(open),
                          QStringLiteral("they are; %1 communities have no count of their own").arg(open)};
    }
    return finding;
}

Finding finding(const QString &check, bool holds, Term result, const QString &key)
{
    return {check, titleOf(check), std::move(result), holds, true, holds ? QString() : key};
}

} // namespace

bool isCheck(const FigureKey &key)
{
    return key.place.isEmpty() && key.figure.startsWith(checkPrefix) &&
           titles().contains(key.figure.sliced(checkPrefix.size()));
}

Result<FigureRows> findingRows(Figures &figures, const FigureKey &key)
{
    const QString check = key.figure.sliced(checkPrefix.size());
    if (check == u"a") {
        return changeRows(figures, {changeTableId.toString(), {{u"line"_qs, u"17"_qs}}, key.day});
    }
    GRIDBOOK_ASSIGN(const Facts *const facts, figures.facts(key.day));
    if (check == u"b") {
        return membersWithoutOrg(*facts);
    }
    if (check == u"c") {
        return membersInNoGrid(*facts);
    }
    if (check == u"e") {
        FigureRows rows{u"division"_qs, key.day, {}, {}};
        for (const HouseholdCounts &gap : householdGaps(*facts)) {
            rows.ids.append(gap.community->division);
        }
        return rows;
    }
    return idProblems(figures, *facts);
}

FigureRule checkRule(const FigureKey &key)
{
    const Term title = titleOf(QStringView(key.figure).sliced(checkPrefix.size()));
    return {key.figure,
            title,
            {u"条"_qs, {}},
            {u"校核：" + title.zh + u"。所列为不符合的记录。",
             u"Check: " + title.en + u". The records are those that do not."}};
}

Result<QList<Finding>> runChecks(Figures &figures, QDate day)
{
    GRIDBOOK_ASSIGN(const Facts *const facts, figures.facts(day));
    QList<Finding> findings;

    GRIDBOOK_ASSIGN(const ChangeTable changes, changeTable(figures, day));
    const QString numbers = QStringLiteral("%1＋%2－%3＝%4，%5")
                                .arg(changes.at(1))
                                .arg(changes.at(2))
                                .arg(changes.at(9))
                                .arg(changes.at(15))
                                .arg(changes.at(16));
    findings.append(finding(u"a"_qs, changes.at(17) == 0,
                            changes.at(17) == 0
                                ? Term{u"相符："_qs + numbers, u"they agree: "_qs + numbers}
                                : Term{QStringLiteral("差额%1名：%2").arg(changes.at(17)).arg(numbers),
                                       QStringLiteral("they differ by %1: %2").arg(changes.at(17)).arg(numbers)},
                            changes.key(17)));

    GRIDBOOK_ASSIGN(const QString table, tableThatDoesNotAddUp(figures, day));
    const qsizetype homeless = membersWithoutOrg(*facts).ids.size();
    findings.append(finding(
        u"b"_qs, table.isEmpty() && homeless == 0,
        !table.isEmpty() ? Term{u"不符："_qs + table, u"does not add up: "_qs + table}
        : homeless != 0  ? Term{QStringLiteral("%1名党员所在党组织已撤销或未登记").arg(homeless),
                               QStringLiteral("%1 members belong to an organization that is closed").arg(homeless)}
                         : Term{u"相符"_qs, u"they do"_qs},
        keyOf(u"b"_qs, day)));

    const qsizetype noGrid = membersInNoGrid(*facts).ids.size();
    findings.append(finding(u"c"_qs, noGrid == 0,
                            noGrid == 0 ? Term{u"全部编入"_qs, u"all are"_qs}
                                        : Term{QStringLiteral("%1名党员未编入网格").arg(noGrid),
                                               QStringLiteral("%1 members are in no grid").arg(noGrid)},
                            keyOf(u"c"_qs, day)));

    findings.append(householdCheck(*facts));

    GRIDBOOK_ASSIGN(const FigureRows ids, idProblems(figures, *facts));
    findings.append(finding(u"g"_qs, ids.ids.isEmpty(),
                            ids.ids.isEmpty()
                                ? Term{u"无"_qs, u"none"_qs}
                                : Term{QStringLiteral("%1名党员号码重复或未填").arg(ids.ids.size()),
                                       QStringLiteral("%1 members share a number or have none").arg(ids.ids.size())},
                            keyOf(u"g"_qs, day)));
    return findings;
}

} // namespace gridbook
