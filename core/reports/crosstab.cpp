#include "core/reports/crosstab.h"
#include <algorithm>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

using Test = std::function<bool(const MemberFact &)>;

const AxisLine *find(const QList<AxisLine> &lines, QStringView id)
{
    const auto found = std::find_if(lines.begin(), lines.end(), [id](const AxisLine &line) { return line.id == id; });
    return found == lines.end() ? nullptr : &*found;
}

AxisLine total()
{
    return {u"total"_qs, {u"合计"_qs, u"Total"_qs}, 0, false, false, [](const MemberFact &) { return true; }};
}

AxisLine unknown(const Test &holds, const Term &term = {u"不详"_qs, u"Unknown"_qs})
{
    return {u"unknown"_qs, term, 1, true, true, holds};
}

// 总数 预备 女 少数民族 台湾籍: the columns that every sheet begins with.
QList<AxisLine> commonColumns()
{
    AxisLine all = total();
    all.term = {u"总数"_qs, u"Total"_qs};
    const auto column = [](const QString &id, const QString &zh, const QString &en, const Test &holds) {
        return AxisLine{id, {zh, en}, 2, false, false, holds};
    };
    return {
        all,
        column(u"probationary"_qs, u"预备党员"_qs, u"Probationary"_qs,
               [](const MemberFact &m) { return m.category == MemberCategory::Probationary; }),
        column(u"women"_qs, u"女"_qs, u"Women"_qs, [](const MemberFact &m) { return m.sex == Sex::Female; }),
        column(u"minority"_qs, u"少数民族"_qs, u"Minorities"_qs,
               [](const MemberFact &m) { return m.minority == Fact::Yes; }),
        column(u"taiwan"_qs, u"台湾省籍"_qs, u"Natives of Taiwan"_qs, [](const MemberFact &m) { return m.taiwanese; })};
}

template <typename Value>
void addBands(QList<AxisLine> &lines, const QString &prefix, const Bands<Value> &bands, qint8 MemberFact::*place)
{
    for (qsizetype i = 0; i < bands.bands.size(); ++i) {
        lines.append({prefix + QString::number(i), bands.bands.at(i).label, 1, true, false,
                      [place, i](const MemberFact &m) { return m.*place == i; }});
    }
}

QList<AxisLine> postLines(const CodeTables &codes)
{
    QList<AxisLine> lines{total()};
    const CodeTable *posts = codes.find(codes::workPost);
    // The lines of sheet 2: the tree down to three digits, and within it those that the sheet names "其中".
    const QStringList within{u"0164"_qs, u"0253"_qs, u"1131"_qs};
    for (const CodeItem &item : posts->items) {
        const bool part = within.contains(item.code);
        if (item.code.size() > 3 && !part) {
            continue;
        }
        const QByteArray prefix = item.code.toLatin1();
        Term term = item.term;
        if (part) {
            term = {u"其中："_qs + term.zh, u"of these: "_qs + term.en};
        }
        lines.append({item.code, term, int(qMin<qsizetype>(item.code.size(), 3)), item.code.size() == 1, false,
                      [prefix](const MemberFact &m) { return m.isPost(prefix); }});
    }
    QByteArrayList tops;
    for (const AxisLine &line : lines) {
        if (line.summed) {
            tops.append(line.id.toLatin1());
        }
    }
    lines.append(unknown([tops](const MemberFact &m) {
        return std::none_of(tops.begin(), tops.end(), [&m](const QByteArray &top) { return m.isPost(top); });
    }));
    return lines;
}

CrossTabSpec basics(const CodeTables &codes, const NumberBands &ages)
{
    CrossTabSpec spec;
    spec.rule = {
        u"T4"_qs,
        {u"党员基本情况"_qs, u"Members: basic data"_qs},
        {u"名"_qs, {}},
        {u"统计日党员按工作岗位和性别、民族、年龄分组；不含停止党籍的；年龄按周岁。"_qs,
         u"Members in the statistics on the day by work post and by sex, nation and full years of age; without "
         "stopped memberships."_qs}};
    spec.lines = postLines(codes);
    spec.columns = commonColumns();
    addBands(spec.columns, u"age"_qs, ages, &MemberFact::ageBand);
    AxisLine none = unknown([](const MemberFact &m) { return m.ageBand < 0; }, {u"年龄不详"_qs, u"Age unknown"_qs});
    none.id = u"ageUnknown"_qs;
    spec.columns.append(none);
    return spec;
}

CrossTabSpec joining(const DateBands &joins)
{
    CrossTabSpec spec;
    spec.rule = {u"T5"_qs,
                 {u"党员入党时间情况"_qs, u"Members by date of joining"_qs},
                 {u"名"_qs, {}},
                 {u"统计日党员按加入党组织日期分组；只知年月的按该月第一天。"_qs,
                  u"Members in the statistics on the day by date of joining; a date known to the month counts as its "
                  "first day."_qs}};
    spec.lines = {total()};
    addBands(spec.lines, QString(), joins, &MemberFact::joinBand);
    spec.lines.append(unknown([](const MemberFact &m) { return m.joinBand < 0; }));
    spec.columns = commonColumns();
    return spec;
}

CrossTabSpec education(const EducationGroups &education)
{
    CrossTabSpec spec;
    spec.rule = {u"T6"_qs,
                 {u"党员学历情况"_qs, u"Members by education"_qs},
                 {u"名"_qs, {}},
                 {u"统计日党员按学历分组（GB/T 4658）。"_qs,
                  u"Members in the statistics on the day by group of education (GB/T 4658)."_qs}};
    spec.lines = {total()};
    for (qsizetype i = 0; i < education.groups.size(); ++i) {
        spec.lines.append({education.groups.at(i).id, education.groups.at(i).label, 1, true, false,
                           [i](const MemberFact &m) { return m.education == i; }});
    }
    spec.lines.append(unknown([](const MemberFact &m) { return m.education < 0; }));
    spec.columns = commonColumns();
    return spec;
}

CrossTabSpec standing(const NumberBands &standings)
{
    CrossTabSpec spec;
    spec.rule = {
        u"T7"_qs,
        {u"党员党龄情况"_qs, u"Members by years of standing"_qs},
        {u"名"_qs, {}},
        {u"党龄自转为正式党员之日起算，按周年；预备党员没有党龄，单列一行。"_qs,
         u"Standing runs from the day of becoming a full member, in full years; probationary members have none "
         "and stand in a line of their own."_qs}};
    spec.lines = {total()};
    addBands(spec.lines, QString(), standings, &MemberFact::standingBand);
    const auto probationary = [](const MemberFact &m) { return m.category == MemberCategory::Probationary; };
    spec.lines.append(
        {u"probationary"_qs, {u"预备党员（未转正）"_qs, u"Probationary (none yet)"_qs}, 1, true, false, probationary});
    spec.lines.append(unknown([probationary](const MemberFact &m) { return m.standingBand < 0 && !probationary(m); }));
    spec.columns = commonColumns();
    return spec;
}

} // namespace

const AxisLine *CrossTabSpec::line(QStringView id) const
{
    return find(lines, id);
}

const AxisLine *CrossTabSpec::column(QStringView id) const
{
    return find(columns, id);
}

qint64 CrossTab::at(QStringView line, QStringView column) const
{
    const AxisLine *row = spec.line(line);
    const AxisLine *col = spec.column(column);
    return row == nullptr || col == nullptr ? 0
                                            : cells.at(row - spec.lines.constData()).at(col - spec.columns.constData());
}

QString CrossTab::key(qsizetype line, qsizetype column) const
{
    return FigureKey{spec.rule.id, {{u"line"_qs, spec.lines.at(line).id}, {u"col"_qs, spec.columns.at(column).id}}, day}
        .toString();
}

QList<CrossTabSpec> crossTabSpecs(const CodeTables &codes, const MemberBands &bands)
{
    return {basics(codes, bands.ages), joining(bands.joins), education(bands.education), standing(bands.standings)};
}

CrossTab count(const CrossTabSpec &spec, const Facts &facts)
{
    CrossTab table{spec, facts.day, {}};
    table.cells.fill(QList<qint64>(spec.columns.size(), 0), spec.lines.size());
    QList<qsizetype> columns;
    for (const MemberFact &member : facts.members) {
        if (!member.counted) {
            continue;
        }
        columns.clear();
        for (qsizetype c = 0; c < spec.columns.size(); ++c) {
            if (spec.columns.at(c).holds(member)) {
                columns.append(c);
            }
        }
        for (qsizetype l = 0; l < spec.lines.size(); ++l) {
            if (spec.lines.at(l).holds(member)) {
                for (const qsizetype c : std::as_const(columns)) {
                    ++table.cells[l][c];
                }
            }
        }
    }
    return table;
}

FigureRows cellRows(const CrossTabSpec &spec, const FigureKey &key, const Facts &facts)
{
    FigureRows rows{u"member"_qs, facts.day, {}, {}};
    const AxisLine *line = spec.line(key.line());
    const AxisLine *column = spec.column(key.column());
    if (line != nullptr && column != nullptr) {
        for (const MemberFact &member : facts.members) {
            if (member.counted && line->holds(member) && column->holds(member)) {
                rows.ids.append(member.member);
            }
        }
    }
    return rows;
}

QList<NearMiss> cellNearMisses(const CrossTabSpec &spec, const FigureKey &key, const Facts &facts)
{
    QList<NearMiss> misses;
    const AxisLine *line = spec.line(key.line());
    const AxisLine *column = spec.column(key.column());
    if (line == nullptr || column == nullptr) {
        return misses;
    }
    const auto unknownOf = [](const QList<AxisLine> &axis) {
        return std::find_if(axis.begin(), axis.end(), [](const AxisLine &entry) { return entry.unknown; });
    };
    const auto lineUnknown = unknownOf(spec.lines);
    const auto columnUnknown = unknownOf(spec.columns);
    for (const MemberFact &m : facts.members) {
        if (!m.counted) {
            if (m.registered && line->holds(m) && column->holds(m)) {
                misses.append({u"member"_qs,
                               m.member,
                               {u"党籍已停止，不列入统计"_qs, u"membership stopped, not in statistics"_qs}});
            }
        } else if (line->depth > 0 && !line->unknown && column->holds(m) && lineUnknown != spec.lines.end() &&
                   lineUnknown->holds(m)) {
            misses.append({u"member"_qs,
                           m.member,
                           {spec.rule.term.zh + u"所需信息缺失，列入“不详”", u"not known: counted as “unknown”"_qs}});
        } else if (line->holds(m) && column->id.startsWith(u"age") && !column->unknown &&
                   columnUnknown != spec.columns.end() && columnUnknown->holds(m)) {
            misses.append({u"member"_qs,
                           m.member,
                           {u"出生日期未填，列入“年龄不详”"_qs, u"no date of birth: counted as “age unknown”"_qs}});
        } else if (line->holds(m) && ((column->id == u"women" && m.sex == Sex::Unknown) ||
                                      (column->id == u"minority" && m.minority == Fact::Unknown))) {
            misses.append({u"member"_qs, m.member,
                           column->id == u"women" ? Term{u"性别未填"_qs, u"sex not entered"_qs}
                                                  : Term{u"民族未填"_qs, u"nation not entered"_qs}});
        }
    }
    return misses;
}

} // namespace gridbook
