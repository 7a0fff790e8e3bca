#include "core/reports/figurestext.h"
#include "core/reports/changetable.h"
#include "core/reports/documenttext.h"
#include "core/reports/figurechecks.h"
#include "core/reports/placetables.h"
#include "core/reports/reporttables.h"
#include <QJsonArray>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

QJsonValue asJson(std::optional<qint64> number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonArray headlineAsJson(const QList<FigureLine> &lines)
{
    QJsonArray list;
    for (const FigureLine &line : lines) {
        list.append(QJsonObject{{u"id"_qs, line.rule.id},
                                {u"term"_qs, line.rule.term.zh},
                                {u"unit"_qs, line.rule.unit.zh},
                                {u"now"_qs, asJson(line.now)},
                                {u"before"_qs, asJson(line.before)},
                                {u"change"_qs, asJson(line.change())},
                                {u"key"_qs, line.keyNow},
                                {u"keyBefore"_qs, line.keyBefore}});
    }
    return list;
}

QJsonArray gridsAsJson(const GridTable &table)
{
    QJsonArray list;
    for (const GridLine &line : table.lines) {
        const auto key = [&](const QString &column) { return table.key(line.grid.grid, column); };
        const QJsonObject keys{{u"residentHouseholds"_qs, key(u"households"_qs)},
                               {u"members"_qs, key(u"members"_qs)},
                               {u"workers"_qs, key(u"workers"_qs)},
                               {u"buildings"_qs, key(u"buildings"_qs)}};
        list.append(QJsonObject{{u"code"_qs, line.grid.code},
                                {u"name"_qs, line.grid.name},
                                {u"community"_qs, line.grid.community},
                                {u"residentHouseholds"_qs, asJson(line.grid.counted.residentHouseholds.number())},
                                {u"partyForm"_qs, line.grid.partyForm},
                                {u"members"_qs, line.members},
                                {u"workers"_qs, line.workers},
                                {u"buildings"_qs, line.buildings},
                                {u"outOfBand"_qs, line.mark == BandMark::Below || line.mark == BandMark::Above},
                                {u"keys"_qs, keys}});
    }
    return list;
}

QJsonArray orgsAsJson(const OrgTable &table)
{
    QJsonArray list;
    for (const OrgLine &line : table.lines) {
        list.append(QJsonObject{
            {u"name"_qs, line.org.name},
            {u"type"_qs, line.org.type},
            {u"depth"_qs, line.org.depth},
            {u"members"_qs, line.members},
            {u"dueOn"_qs, party::dueDate(line.org.term).toString(Qt::ISODate)},
            {u"state"_qs, party::termStateTerm(line.state).zh},
            {u"keys"_qs, QJsonObject{{u"members"_qs, table.key(line.org.org)}, {u"state"_qs, table.key(line.state)}}}});
    }
    return list;
}

QJsonArray changesAsJson(const ChangeTable &table)
{
    QJsonArray list;
    for (const ChangeLine &line : table.lines) {
        list.append(QJsonObject{{u"line"_qs, line.number},
                                {u"term"_qs, line.term.zh},
                                {u"value"_qs, line.value},
                                {u"key"_qs, table.key(line.number)}});
    }
    return list;
}

QJsonObject crossTabAsJson(const CrossTab &table)
{
    QJsonArray columns;
    for (const AxisLine &column : table.spec.columns) {
        columns.append(column.term.zh);
    }
    QJsonArray lines;
    for (qsizetype l = 0; l < table.spec.lines.size(); ++l) {
        QJsonArray cells;
        QJsonArray keys;
        for (qsizetype c = 0; c < table.spec.columns.size(); ++c) {
            cells.append(table.cells.at(l).at(c));
            keys.append(table.key(l, c));
        }
        lines.append(QJsonObject{{u"id"_qs, table.spec.lines.at(l).id},
                                 {u"term"_qs, table.spec.lines.at(l).term.zh},
                                 {u"cells"_qs, cells},
                                 {u"keys"_qs, keys}});
    }
    return {{u"columns"_qs, columns}, {u"lines"_qs, lines}};
}

QJsonArray checksAsJson(const QList<Finding> &findings)
{
    QJsonArray list;
    for (const Finding &finding : findings) {
        list.append(QJsonObject{{u"check"_qs, finding.check},
                                {u"term"_qs, finding.term.zh},
                                {u"holds"_qs, finding.made ? QJsonValue(finding.holds) : QJsonValue(QJsonValue::Null)},
                                {u"result"_qs, finding.result.zh},
                                {u"key"_qs, finding.key.isEmpty() ? QJsonValue() : QJsonValue(finding.key)}});
    }
    return list;
}

// T1 to T7 as the report prints them.
Result<QString> tablesAsText(Figures &figures, QDate day)
{
    GRIDBOOK_ASSIGN(const Facts *const facts, figures.facts(day));
    GRIDBOOK_ASSIGN(const ChangeTable changes, changeTable(figures, day));
    QString text = toText(gridPaper(gridTable(*facts), figures.codes())) +
                   toText(orgPaper(orgTable(*facts), figures.codes())) + toText(changePaper(changes));
    for (const QStringView id : crossTabIds) {
        GRIDBOOK_ASSIGN(const CrossTab table, figures.crossTab(id.toString(), day));
        text += toText(crossTabPaper(table));
    }
    return text;
}

QString padded(const QString &text, int width, bool left)
{
    const QString gap(qMax(0, width - displayWidth(text)), u' ');
    return left ? QString(text + gap) : QString(gap + text);
}

} // namespace

Result<QJsonObject> figuresAsJson(Figures &figures, QDate day)
{
    GRIDBOOK_ASSIGN(const QList<FigureLine> lines, figures.headline(day));
    GRIDBOOK_ASSIGN(const Facts *const facts, figures.facts(day));
    GRIDBOOK_ASSIGN(const ChangeTable changes, changeTable(figures, day));
    GRIDBOOK_ASSIGN(const QList<Finding> findings, runChecks(figures, day));
    QJsonObject tables{{gridTableId.toString(), gridsAsJson(gridTable(*facts))},
                       {orgTableId.toString(), orgsAsJson(orgTable(*facts))},
                       {changeTableId.toString(), changesAsJson(changes)}};
    GRIDBOOK_ASSIGN(const QList<CrossTabSpec> *const specs, figures.crossTabs(day));
    for (const CrossTabSpec &spec : *specs) {
        GRIDBOOK_ASSIGN(const CrossTab table, figures.crossTab(spec.rule.id, day));
        tables.insert(spec.rule.id, crossTabAsJson(table));
    }
    return QJsonObject{{u"asOf"_qs, day.toString(Qt::ISODate)},
                       {u"headline"_qs, headlineAsJson(lines)},
                       {u"tables"_qs, tables},
                       {u"checks"_qs, checksAsJson(findings)}};
}

Result<QString> figuresAsText(Figures &figures, QDate day, bool withTables)
{
    GRIDBOOK_ASSIGN(const QList<FigureLine> lines, figures.headline(day));
    GRIDBOOK_ASSIGN(const QList<Finding> findings, runChecks(figures, day));
    constexpr int termWidth = 24;
    constexpr int numberWidth = 10;
    QString text = QStringLiteral("截至 %1（上季末 %2）\n")
                       .arg(day.toString(Qt::ISODate), Figures::dayBefore(day).toString(Qt::ISODate));
    text += padded(u"指标"_qs, termWidth, true) + padded(u"本季"_qs, numberWidth, false) +
            padded(u"上季"_qs, numberWidth, false) + padded(u"增减"_qs, numberWidth, false) +
            padded(u"%"_qs, numberWidth, false) + u'\n';
    for (const FigureLine &line : lines) {
        const std::optional<double> growth = line.growth();
        text += padded(line.rule.term.zh, termWidth, true) + padded(numberText(line.now), numberWidth, false) +
                padded(numberText(line.before), numberWidth, false) +
                padded(numberText(line.change()), numberWidth, false) +
                padded(growth ? QString::number(*growth * 100, 'f', 1) : u"—"_qs, numberWidth, false) + u'\n';
    }
    if (withTables) {
        GRIDBOOK_ASSIGN(const QString tables, tablesAsText(figures, day));
        text += tables;
    }
    text += u"校核\n"_qs;
    for (const Finding &finding : findings) {
        text += (!finding.made   ? u"— "_qs
                 : finding.holds ? u"✓ "_qs
                                 : u"✗ "_qs) +
                finding.term.zh + u"：" + finding.result.zh + u'\n';
    }
    return text;
}

} // namespace gridbook
