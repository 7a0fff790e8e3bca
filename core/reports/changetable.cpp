#include "core/reports/changetable.h"
#include <algorithm>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

enum class Side { None, Increase, Decrease };

// How a line is counted: changes of a side whose kind is one of these or lies under it (a tree of codes), or begins so.
struct LineSpec
{
    int number;
    Term term;
    QString formula;
    int depth;
    Side side = Side::None;
    QStringList kinds = {};
    bool exact = false;
};

const QString opening = QStringLiteral("0");

const QList<LineSpec> &lineSpecs()
{
    static const QList<LineSpec> specs{
        {1, {u"上期末党员总数"_qs, u"At the end of last quarter"_qs}, {}, 0},
        {2, {u"本期增加合计"_qs, u"Increase"_qs}, u"③＋⑤＋⑦"_qs, 0, Side::Increase, {u"1"_qs, u"2"_qs, u"3"_qs}},
        {3, {u"发展党员"_qs, u"Admitted"_qs}, {}, 1, Side::Increase, {u"1"_qs}},
        {4, {u"其中：重新入党"_qs, u"of these: admitted again"_qs}, {}, 2, Side::Increase, {u"11"_qs}},
        {5, {u"恢复党籍"_qs, u"Membership restored"_qs}, {}, 1, Side::Increase, {u"2"_qs}},
        {6, {u"其中：停止党籍后恢复"_qs, u"of these: after it was stopped"_qs}, {}, 2, Side::Increase, {u"21"_qs}},
        {7, {u"转入"_qs, u"Transferred in"_qs}, {}, 1, Side::Increase, {u"3"_qs}},
        {8, {u"其中：整建制转入"_qs, u"of these: with the whole organization"_qs}, {}, 2, Side::Increase, {u"31"_qs}},
        {9,
         {u"本期减少合计"_qs, u"Decrease"_qs},
         u"⑩＋⑪＋⑫＋⑬"_qs,
         0,
         Side::Decrease,
         {u"1"_qs, u"2"_qs, u"3"_qs, u"4"_qs}},
        {10, {u"出党"_qs, u"Left the Party"_qs}, {}, 1, Side::Decrease, {u"1"_qs}},
        {11, {u"停止党籍"_qs, u"Membership stopped"_qs}, {}, 1, Side::Decrease, {u"2"_qs}},
        {12, {u"死亡"_qs, u"Died"_qs}, {}, 1, Side::Decrease, {u"3"_qs}},
        {13, {u"转出"_qs, u"Transferred out"_qs}, {}, 1, Side::Decrease, {u"4"_qs}},
        {14, {u"其中：整建制转出"_qs, u"of these: with the whole organization"_qs}, {}, 2, Side::Decrease, {u"41"_qs}},
        {15, {u"本期末应有数"_qs, u"Expected at the end"_qs}, u"①＋②－⑨"_qs, 0},
        {16, {u"本期末实有数"_qs, u"Present at the end"_qs}, {}, 0},
        {17, {u"差额"_qs, u"Difference"_qs}, u"⑯－⑮"_qs, 0}};
    return specs;
}

const LineSpec *specOf(int number)
{
    return number >= 1 && number <= lineSpecs().size() ? &lineSpecs().at(number - 1) : nullptr;
}

bool isOfKind(const MemberChange &change, const QStringList &kinds)
{
    return std::any_of(kinds.begin(), kinds.end(), [&](const QString &kind) { return change.kind.startsWith(kind); });
}

// What the lines are made of.
struct Sources
{
    const Facts *before;
    const Facts *now;
    const MemberChanges *changes;
};

Result<Sources> sources(Figures &figures, QDate day)
{
    Sources s{};
    GRIDBOOK_ASSIGN(s.before, figures.facts(Figures::dayBefore(day)));
    GRIDBOOK_ASSIGN(s.now, figures.facts(day));
    GRIDBOOK_ASSIGN(s.changes, figures.changes(Quarter::of(day).begin(), day));
    return s;
}

FigureRows countedOn(const Facts &facts)
{
    FigureRows rows{u"member"_qs, facts.day, {}, {}};
    for (const MemberFact &member : facts.members) {
        if (member.counted) {
            rows.ids.append(member.member);
        }
    }
    return rows;
}

FigureRows changesOfKind(const LineSpec &spec, const Sources &s)
{
    FigureRows rows{u"affiliation"_qs, s.now->day, {}, {}};
    for (const MemberChange &change : spec.side == Side::Increase ? s.changes->increases : s.changes->decreases) {
        if (isOfKind(change, spec.kinds)) {
            rows.ids.append(change.affiliation);
        }
    }
    return rows;
}

FigureRows atBeginning(const Sources &s)
{
    FigureRows rows = countedOn(*s.before);
    for (const MemberChange &change : s.changes->increases) {
        if (change.kind == opening) {
            rows.ids.append(change.member);
        }
    }
    return rows;
}

// Members with the sum of what the lines say about each: who should be there (⑮), or who differs from who is (⑰).
FigureRows balance(const Sources &s, bool difference)
{
    QHash<RowId, qint64> sum;
    for (const RowId id : atBeginning(s).ids) {
        ++sum[id];
    }
    for (const MemberChange &change : s.changes->increases) {
        sum[change.member] += isOfKind(change, specOf(2)->kinds) ? 1 : 0;
    }
    for (const MemberChange &change : s.changes->decreases) {
        sum[change.member] -= isOfKind(change, specOf(9)->kinds) ? 1 : 0;
    }
    if (difference) {
        for (auto it = sum.begin(); it != sum.end(); ++it) {
            *it = -*it;
        }
        for (const RowId id : countedOn(*s.now).ids) {
            ++sum[id];
        }
    }
    FigureRows rows{u"member"_qs, s.now->day, {}, {}};
    for (auto it = sum.cbegin(); it != sum.cend(); ++it) {
        if (*it != 0) {
            rows.ids.append(it.key());
        }
    }
    std::sort(rows.ids.begin(), rows.ids.end());
    for (const RowId id : std::as_const(rows.ids)) {
        rows.amounts.append(sum.value(id));
    }
    return rows;
}

FigureRows rowsOfLine(const LineSpec &spec, const Sources &s)
{
    if (spec.side != Side::None) {
        return changesOfKind(spec, s);
    }
    switch (spec.number) {
    case 1:
        return atBeginning(s);
    case 16:
        return countedOn(*s.now);
    default:
        return balance(s, spec.number == 17);
    }
}

} // namespace

QString ChangeTable::key(int number) const
{
    return FigureKey{changeTableId.toString(), {{u"line"_qs, QString::number(number)}}, day}.toString();
}

Result<ChangeTable> changeTable(Figures &figures, QDate day)
{
    GRIDBOOK_ASSIGN(const Sources s, sources(figures, day));
    ChangeTable table{s.changes->from, day, {}, 0};
    for (const MemberChange &change : s.changes->increases) {
        table.opened += change.kind == opening ? 1 : 0;
    }
    for (const LineSpec &spec : lineSpecs()) {
        // ⑮ and ⑰ are computed from the lines above, as the sheet is; that their rows say the same is tested.
        qint64 value = 0;
        if (spec.number == 15) {
            value = table.at(1) + table.at(2) - table.at(9);
        } else if (spec.number == 17) {
            value = table.at(16) - table.at(15);
        } else {
            value = rowsOfLine(spec, s).number().value_or(0); // rows of members are always known
        }
        table.lines.append({spec.number, spec.term, spec.formula, spec.depth, value});
    }
    return table;
}

bool isChangeLine(const FigureKey &key)
{
    const LineSpec *spec = specOf(key.line().toInt());
    return key.place.size() == 1 && spec != nullptr && key.line() == QString::number(spec->number);
}

Result<FigureRows> changeRows(Figures &figures, const FigureKey &key)
{
    GRIDBOOK_ASSIGN(const Sources s, sources(figures, key.day));
    const LineSpec *spec = specOf(key.line().toInt());
    return spec == nullptr ? FigureRows{u"member"_qs, key.day, {}, {}} : rowsOfLine(*spec, s);
}

Result<QList<NearMiss>> changeNearMisses(Figures &figures, const FigureKey &key)
{
    GRIDBOOK_ASSIGN(const Sources s, sources(figures, key.day));
    QList<NearMiss> misses;
    const LineSpec *spec = specOf(key.line().toInt());
    if (spec == nullptr || spec->side == Side::None) {
        return misses;
    }
    const bool increase = spec->side == Side::Increase;
    for (const MemberChange &change : increase ? s.changes->increases : s.changes->decreases) {
        const QString day = change.day.toString(Qt::ISODate);
        if (change.kind.isEmpty()) {
            misses.append({u"affiliation"_qs,
                           change.affiliation,
                           {day + (increase ? u" 增加方式未填，计入差额" : u" 减少方式未填，计入差额"),
                            day + u": how the member came or left is not entered; it is a difference"}});
        } else if (increase && change.kind == opening) {
            misses.append({u"affiliation"_qs,
                           change.affiliation,
                           {day + u" 建账时已在册，计入上期末数", day + u": opening of the book, counted in ①"}});
        }
    }
    for (const MemberChange &change : s.changes->afterStop) {
        if (!increase && isOfKind(change, spec->kinds)) {
            misses.append({u"affiliation"_qs,
                           change.affiliation,
                           {change.day.toString(Qt::ISODate) + u" 离册，此前停止党籍时已计减少（⑪），不重复计",
                            change.day.toString(Qt::ISODate) +
                                u": left after the membership was stopped, which was the decrease (⑪)"}});
        }
    }
    for (const MemberChange &change : s.changes->moves) {
        misses.append({u"affiliation"_qs,
                       change.affiliation,
                       {change.day.toString(Qt::ISODate) + u" 本册内支部、小组或网格之间调动，不计增减",
                        change.day.toString(Qt::ISODate) + u": moved inside the book, neither increase nor decrease"}});
    }
    return misses;
}

FigureRule changeRule(const FigureKey &key)
{
    const LineSpec *spec = specOf(key.line().toInt());
    if (spec == nullptr) {
        return {key.figure, {u"党员数量变化"_qs, u"Change in numbers"_qs}, {u"名"_qs, {}}, {}};
    }
    Term rule{u"本季度第一天起至统计日。"_qs, u"From the first day of the quarter to the day."_qs};
    switch (spec->number) {
    case 1:
        rule = {u"上季度末列入统计的党员，加本期建账时已在册的党员。"_qs,
                u"In the statistics at the end of last quarter, with those with whom the book was opened since."_qs};
        break;
    case 15:
    case 17:
        rule = {u"＝"_qs + spec->formula + u"。有差额的，点开即是增减方式未填的党员。",
                u"Computed: "_qs + spec->formula + u". The rows of a difference are the members behind it."};
        break;
    case 16:
        rule = {u"统计日列入统计的党员（在册，党籍未停止）。"_qs, u"In the statistics on the day."_qs};
        break;
    default:
        rule.zh += spec->formula.isEmpty() ? QString() : QString(u"＝"_qs + spec->formula + u"。");
        rule.en += spec->formula.isEmpty() ? QString() : QString(u" = "_qs + spec->formula);
        break;
    }
    return {key.figure, spec->term, {u"名"_qs, {}}, rule};
}

} // namespace gridbook
