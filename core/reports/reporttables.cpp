#include "core/reports/reporttables.h"

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

QString termText(const CodeTables &codes, QStringView table, const QString &code)
{
    const CodeTable *found = codes.find(table);
    return found == nullptr || code.isEmpty() ? QString() : found->chinese(code);
}

// Blank, but open to a click, if it is not known.
Cell countCell(std::optional<qint64> value, const QString &key)
{
    if (value) {
        return Cell::count(*value, key);
    }
    Cell unknown;
    unknown.link = {key};
    return unknown;
}

Cell changeCell(std::optional<qint64> value)
{
    if (!value) {
        return {};
    }
    Cell change(*value > 0 ? QString(u'+' + QString::number(*value)) : QString::number(*value));
    change.number = double(*value);
    return change;
}

// "常住户、常住人口有社区或网格未登记，为已登记部分之和。"
QString partialNote(const QList<FigureLine> &lines)
{
    QStringList terms;
    for (const FigureLine &line : lines) {
        if (line.partial && line.now) {
            terms << line.rule.term.zh;
        }
    }
    return terms.isEmpty() ? QString() : QString(terms.join(u'、') + u"有社区或网格未登记，为已登记部分之和。");
}

// ①, ②, … ⑰: the line numbers of the annual sheet.
QString circled(int number)
{
    return QString(QChar(0x2460 + number - 1));
}

QString markText(BandMark mark)
{
    switch (mark) {
    case BandMark::Below:
        return u"低于下限"_qs;
    case BandMark::Above:
        return u"高于上限"_qs;
    case BandMark::Within:
        return u"符合"_qs;
    case BandMark::NotCounted:
        break;
    }
    return {};
}

QString remaining(const OrgLine &line)
{
    if (!line.org.term.elected.isValid()) {
        return {};
    }
    if (line.days < 0) {
        return line.months == 0 ? u"超%1天"_qs.arg(-line.days) : u"超%1个月"_qs.arg(-line.months);
    }
    return line.months == 0 ? u"%1天"_qs.arg(line.days) : QString::number(line.months);
}

} // namespace

Table headlinePaper(const QList<FigureLine> &lines)
{
    Table table;
    table.caption = u"主要指标"_qs;
    table.columns = {Column::share(5),
                     Column::mm(14, Align::Center),
                     Column::share(3, Align::Right),
                     Column::share(3, Align::Right),
                     Column::share(3, Align::Right),
                     Column::share(3, Align::Right)};
    table.setHead({u"指标"_qs, u"单位"_qs, u"上季"_qs, u"本季"_qs, u"增减"_qs, u"增减％"_qs});
    for (const FigureLine &line : lines) {
        table.add({Cell(line.rule.term.zh), Cell(line.rule.unit.zh), countCell(line.before, line.keyBefore),
                   countCell(line.now, line.keyNow), changeCell(line.change()), Cell::share(line.growth())});
    }
    table.note = u"增减％＝（本季－上季）÷上季×100，上季为0的不计。“—”为未登记或不计。在册党员不含报到的在职党员。"_qs;
    table.note += partialNote(lines);
    return table;
}

Table gridPaper(const GridTable &grids, const CodeTables &codes)
{
    Table table;
    table.caption = u"表1 网格情况"_qs;
    table.unit = u"单位：户、人、幢"_qs;
    table.size = FontSize::LesserFive;
    table.columns = {Column::mm(10, Align::Center),
                     Column::share(4),
                     Column::mm(34, Align::Center),
                     Column::share(3),
                     Column::mm(14, Align::Right),
                     Column::mm(18, Align::Center),
                     Column::share(3.4),
                     Column::mm(14, Align::Right),
                     Column::share(2.4),
                     Column::mm(12, Align::Right),
                     Column::mm(12, Align::Right),
                     Column::mm(14, Align::Right)};
    table.setHead({u"序号"_qs, u"网格"_qs, u"编码"_qs, u"类别"_qs, u"常住户"_qs, u"户数标准"_qs, u"党组织形式"_qs,
                   u"在册党员"_qs, u"网格长"_qs, u"网格员"_qs, u"楼栋"_qs, u"户均人口"_qs});
    int number = 0;
    QString community;
    for (const GridLine &line : grids.lines) {
        if (line.grid.community != community) {
            community = line.grid.community;
            table.add({Cell::value(community, int(table.columns.size()))}, RowKind::Group);
        }
        const RowId id = line.grid.grid;
        const std::optional<double> persons = line.personsPerHousehold();
        table.add({Cell(QString::number(++number)), Cell(line.grid.name), Cell(line.grid.code),
                   Cell(termText(codes, codes::gridKind, line.grid.kind)),
                   countCell(line.grid.counted.residentHouseholds.number(), grids.key(id, u"households"_qs)),
                   Cell(markText(line.mark)), Cell(termText(codes, codes::gridPartyForm, line.grid.partyForm)),
                   Cell::count(line.members, grids.key(id, u"members"_qs)), Cell(line.grid.leader),
                   Cell::count(line.workers, grids.key(id, u"workers"_qs)),
                   Cell::count(line.buildings, grids.key(id, u"buildings"_qs)),
                   persons ? Cell::decimal(*persons, 2) : Cell()});
    }
    const std::optional<double> persons = grids.personsPerHousehold();
    table.add(
        {Cell::value(u"合计"_qs, 4, 1, Align::Center), countCell(grids.households, grids.key(0, u"households"_qs)),
         Cell::value(grids.counted == 0 ? QString() : u"超出%1个"_qs.arg(grids.outOfBand), 1, 1, Align::Center),
         Cell::value(u"已建%1个"_qs.arg(grids.withPartyForm)), Cell::count(grids.members, grids.key(0, u"members"_qs)),
         Cell(), Cell::count(grids.workers, grids.key(0, u"workers"_qs)),
         Cell::count(grids.buildings, grids.key(0, u"buildings"_qs)), persons ? Cell::decimal(*persons, 2) : Cell()},
        RowKind::Total);
    table.note = u"户数标准：每个网格常住户%1至%2户，按统计日有效的规则；覆盖率＝建有党组织的网格÷网格。"_qs
                     .arg(grids.minHouseholds)
                     .arg(grids.maxHouseholds);
    if (const qsizetype uncounted = grids.lines.size() - grids.counted; uncounted > 0) {
        table.note += u"有%1个网格未登记常住户数，不计入合计。"_qs.arg(uncounted);
    }
    return table;
}

Table orgPaper(const OrgTable &orgs, const CodeTables &codes)
{
    Table table;
    table.caption = u"表2 党组织与换届情况"_qs;
    table.unit = u"单位：名"_qs;
    table.columns = {Column::mm(12, Align::Center),
                     Column::share(6),
                     Column::share(3),
                     Column::share(2.5),
                     Column::mm(18, Align::Right),
                     Column::mm(26, Align::Center),
                     Column::mm(26, Align::Center),
                     Column::mm(20, Align::Right),
                     Column::mm(28, Align::Center)};
    table.setHead({u"序号"_qs, u"组织"_qs, u"类型"_qs, u"书记"_qs, u"党员数"_qs, u"本届选举日"_qs, u"届满日"_qs,
                   u"剩余月"_qs, u"状态"_qs});
    int number = 0;
    for (const OrgLine &line : orgs.lines) {
        Cell state(party::termStateTerm(line.state).zh);
        if (line.state == party::TermState::None) {
            state.text.clear();
        } else {
            state.link = {orgs.key(line.state)};
        }
        Cell left(remaining(line));
        if (!left.text.isEmpty() && line.months != 0) {
            left.number = line.months;
        }
        table.add({Cell(QString::number(++number)), Cell(QString(line.org.depth, QChar(0x3000)) + line.org.name),
                   Cell(termText(codes, codes::orgType, line.org.type)), Cell(line.org.secretary),
                   Cell::count(line.members, orgs.key(line.org.org)), Cell::day(line.org.term.elected),
                   Cell::day(party::dueDate(line.org.term)), left, state});
    }
    table.note = u"党员数含下级党组织；功能型党组织不列。届满日＝本届选举日＋任期，经批准延期的按延期日。"_qs;
    return table;
}

Table changePaper(const ChangeTable &changes)
{
    Table table;
    table.caption = u"表3 党员数量变化情况"_qs;
    table.unit = u"单位：名"_qs;
    table.columns = {Column::mm(14, Align::Center), Column::share(5), Column::share(3, Align::Center),
                     Column::share(2, Align::Right)};
    table.setHead({u"行次"_qs, u"项目"_qs, u"公式"_qs, u"人数"_qs});
    for (const ChangeLine &line : changes.lines) {
        table.add({Cell(circled(line.number)), Cell(QString(line.depth, QChar(0x3000)) + line.term.zh),
                   Cell(line.formula), Cell::count(line.value, changes.key(line.number))},
                  line.depth == 0 ? RowKind::Total : RowKind::Normal);
    }
    table.note = u"统计期%1至%2。"_qs.arg(officialDate(changes.from), officialDate(changes.day));
    if (changes.opened != 0) {
        table.note += u"①含本期建账期初%1名；"_qs.arg(changes.opened);
    }
    table.note +=
        u"本册内支部之间的调动不计增减；停止党籍的党员不列入统计，停止时计入⑪，此后死亡、出党的不再计减少。"_qs;
    return table;
}

Table crossTabPaper(const CrossTab &tab)
{
    static const QHash<QString, QString> firstHeads{
        {u"T4"_qs, u"工作岗位"_qs}, {u"T5"_qs, u"入党时间"_qs}, {u"T6"_qs, u"学历"_qs}, {u"T7"_qs, u"党龄"_qs}};
    const QString &id = tab.spec.rule.id;
    Table table;
    table.caption = u"表%1 %2"_qs.arg(id.mid(1), tab.spec.rule.term.zh);
    table.unit = u"单位：名"_qs;
    const bool wide = tab.spec.columns.size() > 6;
    table.size = wide ? FontSize::LesserFive : FontSize::Five;
    table.columns = {wide ? Column::mm(52) : Column::share(4)};
    QList<Cell> head{Cell::head(firstHeads.value(id))};
    for (const AxisLine &column : tab.spec.columns) {
        table.columns.append(Column::share(1.4, Align::Right));
        head.append(Cell::head(column.term.zh));
    }
    table.head = {Row(head)};
    for (qsizetype l = 0; l < tab.spec.lines.size(); ++l) {
        const AxisLine &line = tab.spec.lines.at(l);
        QList<Cell> cells{Cell(QString(qMax(0, line.depth - 1), QChar(0x3000)) + line.term.zh)};
        for (qsizetype c = 0; c < tab.spec.columns.size(); ++c) {
            cells.append(Cell::count(tab.cells.at(l).at(c), tab.key(l, c)));
        }
        table.add(cells, l == 0 ? RowKind::Total : RowKind::Normal);
    }
    table.note = tab.spec.rule.rule.zh;
    return table;
}

Table checkPaper(const QList<Finding> &findings)
{
    Table table;
    table.caption = u"校核情况"_qs;
    table.columns = {Column::mm(12, Align::Center), Column::share(4), Column::mm(18, Align::Center), Column::share(5)};
    table.setHead({u"序号"_qs, u"校核项目"_qs, u"结论"_qs, u"说明"_qs});
    int number = 0;
    for (const Finding &finding : findings) {
        Cell result(finding.result.zh);
        result.link = {finding.key};
        table.add({Cell(QString::number(++number)), Cell(finding.term.zh),
                   Cell(!finding.made   ? u"未核对"_qs
                        : finding.holds ? u"通过"_qs
                                        : u"待核实"_qs),
                   result});
    }
    return table;
}

} // namespace gridbook
