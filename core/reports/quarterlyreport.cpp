#include "core/reports/quarterlyreport.h"
#include "core/base/partialdate.h"
#include "core/reports/reportheads.h"
#include "core/reports/reporttables.h"
#include <QCoreApplication>
#include <algorithm>

namespace gridbook {

using namespace Qt::StringLiterals;
using party::TermState;

namespace {

// A sentence of words and numbers that open.
class Sentence
{
public:
    Sentence &say(const QString &words)
    {
        m_runs.append(Run(words));
        return *this;
    }
    Sentence &number(qint64 value, const QString &key)
    {
        m_runs.append(Run::figure(QString::number(value), key));
        return *this;
    }
    Sentence &figure(const FigureLine &line)
    {
        m_runs.append(Run::figure(numberText(line.now), line.keyNow));
        return *this;
    }
    // "常住25883户、60693人", or that it was never recorded.
    Sentence &population(const QString &words, const FigureLine &households, const FigureLine &persons)
    {
        say(words);
        if (!households.now && !persons.now) {
            return say(u"户数、人数未登记"_qs);
        }
        households.now ? figure(households).say(u"户、"_qs) : say(u"户数未登记、"_qs);
        return persons.now ? figure(persons).say(u"人"_qs) : say(u"人数未登记"_qs);
    }
    [[nodiscard]] Paragraph paragraph() const { return Paragraph(m_runs); }

private:
    Runs m_runs;
};

QString percent(qint64 part, qint64 whole)
{
    return whole == 0 ? u"—"_qs : QString::number(double(part) * 100 / double(whole), 'f', 1) + u"％";
}

QString changeWords(const FigureLine &line)
{
    const std::optional<qint64> change = line.change();
    return !line.now      ? u"未登记"_qs
           : !change      ? u"上季未登记"_qs
           : *change == 0 ? u"与上季持平"_qs
           : *change > 0  ? u"较上季增加%1"_qs.arg(*change)
                          : u"较上季减少%1"_qs.arg(-*change);
}

class Writer
{
public:
    Writer(Figures &figures, const Quarter &quarter, QDate day, const Facts &facts, ReportHeads heads, QDate signedOn)
        : m_figures(figures)
        , m_quarter(quarter)
        , m_day(day)
        , m_facts(facts)
        , m_heads(std::move(heads))
        , m_signedOn(signedOn)
    {}

    Result<Document> write()
    {
        GRIDBOOK_TRY(read());
        m_document.title = u"%1工作报告"_qs.arg(m_quarter.toChinese());
        Section &body = m_document.addSection(u"报告"_qs);
        opening(body);
        organization(body);
        members(body);
        checks(body);
        problems(body);
        ending(body);
        annexes();
        return m_document;
    }

private:
    Done read()
    {
        GRIDBOOK_ASSIGN(m_headline, m_figures.headline(m_day));
        m_grids = gridTable(m_facts);
        m_orgs = orgTable(m_facts);
        GRIDBOOK_ASSIGN(m_changes, changeTable(m_figures, m_day));
        GRIDBOOK_ASSIGN(const QList<CrossTabSpec> *const specs, m_figures.crossTabs(m_day));
        for (const CrossTabSpec &spec : *specs) {
            GRIDBOOK_ASSIGN(const CrossTab table, m_figures.crossTab(spec.rule.id, m_day));
            m_tabs.insert(spec.rule.id, table);
        }
        GRIDBOOK_ASSIGN(m_findings, runChecks(m_figures, m_day));
        for (const Finding &finding : m_findings) {
            if (!finding.holds && finding.made) {
                m_document.doubts.append(
                    {{finding.term.zh + u"："_qs + finding.result.zh, finding.term.en + u": "_qs + finding.result.en},
                     finding.key});
            }
        }
        return {};
    }

    [[nodiscard]] FigureLine line(const QString &id) const
    {
        for (const FigureLine &each : m_headline) {
            if (each.rule.id == id) {
                return each;
            }
        }
        return {};
    }

    void opening(Section &body)
    {
        body.add(Title{{m_heads.unit, u"关于%1"_qs.arg(m_quarter.toChinese()), u"城市基层党建工作情况的报告"_qs}});
        body.add(Addressee{m_heads.addressee + u"："});
        Sentence first;
        first.say(u"截至%1，全域有社区"_qs.arg(officialDate(m_day)))
            .figure(line(u"places.communities"_qs))
            .say(u"个、网格"_qs)
            .figure(line(u"places.grids"_qs))
            .say(u"个、居民小组"_qs)
            .figure(line(u"places.residentGroups"_qs))
            .population(u"个，常住"_qs, line(u"population.residentHouseholds"_qs),
                        line(u"population.residentPersons"_qs))
            .population(u"（户籍"_qs, line(u"population.registeredHouseholds"_qs),
                        line(u"population.registeredPersons"_qs))
            .say(u"）；设"_qs);
        bool any = false;
        for (const auto &[id, name] :
             {std::pair(u"orgs.committees"_qs, u"党委"_qs), std::pair(u"orgs.generalBranches"_qs, u"党总支"_qs),
              std::pair(u"orgs.branches"_qs, u"党支部"_qs), std::pair(u"orgs.groups"_qs, u"党小组"_qs)}) {
            const FigureLine orgs = line(id);
            if (orgs.now.value_or(0) != 0) {
                first.say((any ? u"、"_qs : QString()) + name).figure(orgs).say(u"个"_qs);
                any = true;
            }
        }
        first.say((any ? u"，在册党员"_qs : u"党组织0个，在册党员"_qs))
            .figure(line(u"members.total"_qs))
            .say(u"名（其中预备党员"_qs)
            .figure(line(u"members.probationary"_qs))
            .say(u"名）。现将%1有关情况报告如下。"_qs.arg(m_quarter.toChinese()));
        body.add(first.paragraph());
        KeyFigures box;
        for (const auto &[id, label] :
             {std::pair(u"population.residentHouseholds"_qs, u"常住户"_qs), std::pair(u"places.grids"_qs, u"网格"_qs),
              std::pair(u"orgs.branches"_qs, u"党支部"_qs), std::pair(u"members.total"_qs, u"在册党员"_qs)}) {
            const FigureLine each = line(id);
            box.items.append({label, numberText(each.now), changeWords(each), {each.keyNow}});
        }
        body.add(box);
        body.add(headlinePaper(m_headline));
    }

    void organization(Section &body)
    {
        body.add(Heading{1, headingNumber(1, 1) + u"组织建设"});
        body.add(Heading{2, headingNumber(2, 1) + u"网格"});
        const FigureLine withForm = line(u"places.gridsWithPartyForm"_qs);
        Sentence grids;
        grids.say(u"全域划分网格"_qs)
            .figure(line(u"places.grids"_qs))
            .say(u"个，建有党组织的网格"_qs)
            .figure(withForm)
            .say(u"个，覆盖率%1；"_qs.arg(percent(m_grids.withPartyForm, m_grids.lines.size())));
        if (const auto each = m_grids.householdsPerGrid()) {
            const qsizetype uncounted = m_grids.lines.size() - m_grids.counted;
            grids.say(uncounted == 0 ? QString() : u"已登记常住户数的网格%1个，"_qs.arg(m_grids.counted))
                .say(u"平均每个网格常住%1户，"_qs.arg(qRound(*each)))
                .say(u"户数超出%1至%2户标准的网格"_qs.arg(m_grids.minHouseholds).arg(m_grids.maxHouseholds))
                .number(m_grids.outOfBand, m_grids.key(0, u"outOfBand"_qs))
                .say(u"个；"_qs);
        } else {
            grids.say(u"网格常住户数未登记；"_qs);
        }
        grids.say(u"楼栋"_qs)
            .number(m_grids.buildings, m_grids.key(0, u"buildings"_qs))
            .say(u"幢，网格员"_qs)
            .number(m_grids.workers, m_grids.key(0, u"workers"_qs))
            .say(u"名。各网格情况见附件1。"_qs);
        body.add(grids.paragraph());
        body.add(Heading{2, headingNumber(2, 2) + u"组织与换届"});
        Sentence terms;
        terms.say(u"应有届期的党组织中，任期正常的"_qs)
            .number(m_orgs.count(TermState::Running), m_orgs.key(TermState::Running))
            .say(u"个，六个月内届满的"_qs)
            .number(m_orgs.count(TermState::Due), m_orgs.key(TermState::Due))
            .say(u"个，经批准延期的"_qs)
            .number(m_orgs.count(TermState::Extended), m_orgs.key(TermState::Extended))
            .say(u"个，超期未换届的"_qs)
            .number(m_orgs.count(TermState::Overdue), m_orgs.key(TermState::Overdue))
            .say(u"个，未登记届期的"_qs)
            .number(m_orgs.count(TermState::Missing), m_orgs.key(TermState::Missing))
            .say(u"个。各党组织情况见附件2。"_qs);
        body.add(terms.paragraph());
    }

    // "增加3名（转入2名、恢复党籍1名）".
    void changeSide(Sentence &sentence, const QString &name, int total, std::initializer_list<int> parts)
    {
        sentence.say(name).number(m_changes.at(total), m_changes.key(total)).say(u"名"_qs);
        bool any = false;
        for (const int part : parts) {
            if (m_changes.at(part) != 0) {
                sentence.say((any ? u"、"_qs : u"（"_qs) + m_changes.lines.at(part - 1).term.zh)
                    .number(m_changes.at(part), m_changes.key(part))
                    .say(u"名"_qs);
                any = true;
            }
        }
        sentence.say(any ? u"）"_qs : QString());
    }

    // A number of a table in a sentence: several cells of a line are added, the key is that of the first.
    void share(Sentence &sentence, const QString &words, const CrossTab &tab, const QString &lineId,
               const QString &columnId)
    {
        const qint64 value = tab.at(lineId, columnId);
        sentence.say(words)
            .number(value, FigureKey{tab.spec.rule.id, {{u"line"_qs, lineId}, {u"col"_qs, columnId}}, m_day}.toString())
            .say(u"名，占%1"_qs.arg(percent(value, tab.at(u"total", u"total"))));
    }

    void members(Section &body)
    {
        body.add(Heading{1, headingNumber(1, 2) + u"党员队伍"});
        body.add(Heading{2, headingNumber(2, 1) + u"数量变化"});
        Sentence change;
        change.say(u"上季度末列入统计的党员"_qs).number(m_changes.at(1), m_changes.key(1)).say(u"名"_qs);
        change.say(m_changes.opened == 0 ? QString() : u"（含本期建账期初%1名）"_qs.arg(m_changes.opened));
        changeSide(change, u"，本季度增加"_qs, 2, {3, 5, 7});
        changeSide(change, u"，减少"_qs, 9, {10, 11, 12, 13});
        change.say(u"，应有"_qs)
            .number(m_changes.at(15), m_changes.key(15))
            .say(u"名，实有"_qs)
            .number(m_changes.at(16), m_changes.key(16))
            .say(m_changes.at(17) == 0 ? u"名，账实相符。"_qs : u"名，差额"_qs);
        if (m_changes.at(17) != 0) {
            change.number(m_changes.at(17), m_changes.key(17)).say(u"名，须逐一核实。"_qs);
        }
        body.add(change.paragraph());
        body.add(changePaper(m_changes));
        body.add(Heading{2, headingNumber(2, 2) + u"结构"});
        const CrossTab basics = m_tabs.value(u"T4"_qs);
        Sentence structure;
        share(structure, u"列入统计的党员中，女党员"_qs, basics, u"total"_qs, u"women"_qs);
        share(structure, u"；少数民族党员"_qs, basics, u"total"_qs, u"minority"_qs);
        const QList<Band<int>> &ages = m_facts.bands.ages.bands;
        share(structure, u"；"_qs + ages.first().label.zh, basics, u"total"_qs, u"age0"_qs);
        share(structure, u"；"_qs + ages.last().label.zh, basics, u"total"_qs, u"age%1"_qs.arg(ages.size() - 1));
        share(structure, u"；离退休"_qs, basics, u"4"_qs, u"total"_qs);
        const CrossTab education = m_tabs.value(u"T6"_qs);
        constexpr qsizetype groupsTold = 3; // the highest
        QString before = u"；学历为"_qs;
        for (const EducationGroup &group : m_facts.bands.education.groups.mid(0, groupsTold)) {
            share(structure, before + group.label.zh, education, group.id, u"total"_qs);
            before = u"，"_qs;
        }
        structure.say(u"。按岗位和年龄的情况见附件3。"_qs);
        body.add(structure.paragraph());
        body.add(crossTabPaper(m_tabs.value(u"T5"_qs)));
        body.add(crossTabPaper(education));
        body.add(crossTabPaper(m_tabs.value(u"T7"_qs)));
    }

    void checks(Section &body)
    {
        body.add(Heading{1, headingNumber(1, 3) + u"校核"});
        const auto open =
            std::count_if(m_findings.begin(), m_findings.end(), [](const Finding &f) { return !f.holds; });
        const auto made = std::count_if(m_findings.begin(), m_findings.end(), [](const Finding &f) { return f.made; });
        const QString unmade =
            made == m_findings.size() ? QString() : u"另有%1项没有登记数，未作核对。"_qs.arg(m_findings.size() - made);
        body.add(Paragraph(QString((open == 0 ? u"报送前校核%1项，全部通过。"_qs.arg(made)
                                              : u"报送前校核%1项，%2项待核实。"_qs.arg(made).arg(open)) +
                                   unmade)));
        body.add(checkPaper(m_findings));
    }

    void problems(Section &body)
    {
        body.add(Heading{1, headingNumber(1, 4) + u"需要说明的问题"});
        int number = 0;
        const auto add = [&](const Sentence &sentence) {
            Paragraph paragraph = sentence.paragraph();
            paragraph.runs.prepend(Run(QString(headingNumber(3, ++number))));
            body.add(paragraph);
        };
        for (const OrgLine &org : m_orgs.lines) {
            const QString due = officialDate(party::dueDate(org.org.term));
            if (org.state == TermState::Overdue) {
                add(Sentence().say(
                    u"%1任期于%2届满，已超期%3天，尚未换届。"_qs.arg(org.org.name, due, QString::number(-org.days))));
            } else if (org.state == TermState::Extended) {
                add(Sentence().say(u"%1任期已于%2届满，经批准延期至%3，须在延期内完成换届。"_qs.arg(
                    org.org.name, officialDate(party::ownDueDate(org.org.term)), due)));
            } else if (org.state == TermState::Due) {
                add(Sentence().say(u"%1任期将于%2届满，须提前做好换届准备。"_qs.arg(org.org.name, due)));
            }
        }
        if (m_orgs.count(TermState::Missing) != 0) {
            add(Sentence()
                    .say(u"有"_qs)
                    .number(m_orgs.count(TermState::Missing), m_orgs.key(TermState::Missing))
                    .say(u"个党组织未登记届期。"_qs));
        }
        if (m_grids.outOfBand != 0) {
            add(Sentence()
                    .say(u"有"_qs)
                    .number(m_grids.outOfBand, m_grids.key(0, u"outOfBand"_qs))
                    .say(u"个网格常住户数超出标准，须研究调整。"_qs));
        }
        for (const Finding &finding : m_findings) {
            if (!finding.holds) {
                Paragraph paragraph(Runs{Run(QString(headingNumber(3, ++number))),
                                         Run(QString(finding.term.zh + u"一项未通过：")),
                                         Run::figure(finding.result.zh, finding.key), Run(u"。"_qs)});
                body.add(paragraph);
            }
        }
        if (number == 0) {
            body.add(Paragraph(u"本季度无需要说明的问题。"_qs));
        }
    }

    void ending(Section &body)
    {
        body.add(Attachments{{u"网格情况表"_qs, u"党组织与换届情况表"_qs, u"党员基本情况表"_qs}});
        body.add(SignOff{{m_heads.unit}, m_signedOn});
        body.add(FootLine{{u"签发（书记）："_qs, u"审核："_qs, u"编制："_qs, u"联系电话："_qs}, FontSize::Four});
        body.add(
            FootLine{{QString(u"送："_qs + m_heads.sendTo), u"（共印%1份）"_qs.arg(m_heads.copies)}, FontSize::Four});
    }

    void annexes()
    {
        const CodeTables &codes = m_figures.codes();
        const auto annex = [this](int number, const QString &name, const Table &table) {
            Section &section =
                m_document.addSection(u"附件%1 %2"_qs.arg(number).arg(name), PageSetup::landscapeAnnex());
            section.add(Paragraph::line(u"附件%1"_qs.arg(number), Align::Left, Face::Hei, FontSize::Three));
            section.add(table);
            section.add(FootLine{{u"填报单位（盖章）："_qs, u"填表人："_qs, u"审核人（书记）："_qs, u"联系电话："_qs,
                                  u"填报日期："_qs}});
        };
        annex(1, u"网格情况"_qs, gridPaper(m_grids, codes));
        annex(2, u"组织与换届"_qs, orgPaper(m_orgs, codes));
        annex(3, u"党员基本情况"_qs, crossTabPaper(m_tabs.value(u"T4"_qs)));
    }

    Figures &m_figures;
    Quarter m_quarter;
    QDate m_day;
    const Facts &m_facts;
    ReportHeads m_heads;
    QDate m_signedOn;
    Document m_document;
    QList<FigureLine> m_headline;
    GridTable m_grids;
    OrgTable m_orgs;
    ChangeTable m_changes;
    QHash<QString, CrossTab> m_tabs;
    QList<Finding> m_findings;
};

// Before the first relation of anybody the book knows nothing of members: a report of 0 members would be untrue.
// A book without any roll may still be reported: of its grids and organisations.
Done rollHasBegun(Database &database, const Facts &facts)
{
    if (facts.rollBegun) {
        return {};
    }
    GRIDBOOK_ASSIGN(const QVariant first,
                    database.scalar(u"SELECT MIN(valid_from) FROM affiliation WHERE voided_at IS NULL"_qs));
    const QDate begin = PartialDate::fromIso(first.toString()).firstDay();
    if (!begin.isValid()) {
        return {};
    }
    return Error{ErrorKind::Invalid,
                 QCoreApplication::translate(
                     "Figures", "The roll of this book begins on %1: choose a later quarter, the first is %2.")
                     .arg(begin.toString(Qt::ISODate), Quarter::of(begin).toString()),
                 {}};
}

} // namespace

Done hasBegun(const Quarter &quarter, QDate today)
{
    if (!today.isValid() || quarter.begin() <= today) {
        return {};
    }
    return Error{
        ErrorKind::Invalid,
        QCoreApplication::translate("Figures",
                                    "%1 has not begun: it can be reported from %2 on. The last quarter is %3.")
            .arg(quarter.toString(), quarter.begin().toString(Qt::ISODate), Quarter::of(today).previous().toString()),
        {}};
}

QDate reportDay(const Quarter &quarter, QDate today)
{
    return today.isValid() && today >= quarter.begin() && today < quarter.end() ? today : quarter.lastDay();
}

Result<Document> quarterlyReport(Figures &figures, const Quarter &quarter, const QuarterlyReportOptions &options)
{
    GRIDBOOK_TRY(hasBegun(quarter, options.today));
    const QDate day = reportDay(quarter, options.today);
    GRIDBOOK_ASSIGN(const Facts *const facts, figures.facts(day));
    GRIDBOOK_TRY(rollHasBegun(figures.reader().database(), *facts));
    GRIDBOOK_ASSIGN(const ReportHeads heads,
                    reportHeads(figures.reader().database(), *facts,
                                {options.unit, options.addressee, options.sendTo, options.copies}));
    const QDate signedOn = options.today.isValid() && options.today >= day ? options.today : day;
    return Writer(figures, quarter, day, *facts, heads, signedOn).write();
}

Result<Document> quarterlyReport(RegistryReader &reader, const Quarter &quarter, const QuarterlyReportOptions &options)
{
    GRIDBOOK_ASSIGN(const auto figures, Figures::open(reader, options.progress));
    return quarterlyReport(*figures, quarter, options);
}

} // namespace gridbook
