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

Term titleOf(QStringView check)
{
    static const QHash<QString, Term> titles{
        {u"a"_qs, {u"应有数与实有数相符"_qs, u"Expected and present agree"_qs}},
        {u"b"_qs, {u"各表分项之和等于总数"_qs, u"The lines of every table add up"_qs}},
        {u"c"_qs, {u"党员都编入网格"_qs, u"Every member is in a grid"_qs}},
        {u"e"_qs, {u"各网格常住户之和等于社区常住户"_qs, u"The grids' households are the community's"_qs}},
        {u"g"_qs, {u"公民身份号码无重复、无缺失"_qs, u"No ID number twice, none missing"_qs}}};
    return titles.value(check.toString());
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

// Communities whose grids, as far as they are counted, do not add up to the community's own count.
struct HouseholdGap
{
    const CommunityFact *community;
    qint64 grids;
};
QList<HouseholdGap> householdGaps(const Facts &facts)
{
    QList<HouseholdGap> gaps;
    for (const CommunityFact &community : facts.communities) {
        qint64 sum = 0;
        bool any = false;
        for (const GridFact &grid : facts.grids) {
            if (grid.division == community.division) {
                sum += grid.residentHouseholds;
                any = true;
            }
        }
        if (any && sum != community.residentHouseholds.value) {
            gaps.append({&community, sum});
        }
    }
    return gaps;
}

QString inWords(const QList<HouseholdGap> &gaps)
{
    constexpr qsizetype told = 5;
    QStringList words;
    for (const HouseholdGap &gap : gaps.mid(0, told)) {
        const CountFact &count = gap.community->residentHouseholds;
        words << (count.snapshot == 0
                      ? u"%1：网格%2户，社区未登记"_qs.arg(gap.community->name).arg(gap.grids)
                      : u"%1：网格%2户，社区%3户"_qs.arg(gap.community->name).arg(gap.grids).arg(count.value));
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
    for (const CrossTabSpec &spec : figures.crossTabs()) {
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

Finding finding(const QString &check, bool holds, Term result, const QString &key)
{
    return {check, titleOf(check), std::move(result), holds, holds ? QString() : key};
}

} // namespace

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
        for (const HouseholdGap &gap : householdGaps(*facts)) {
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

    const QList<HouseholdGap> gaps = householdGaps(*facts);
    const QString gapWords = inWords(gaps);
    findings.append(finding(u"e"_qs, gaps.isEmpty(),
                            gaps.isEmpty() ? Term{u"相符"_qs, u"they are"_qs} : Term{gapWords, gapWords},
                            keyOf(u"e"_qs, day)));

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
