// Figures against a book that can be counted by hand; what must hold for any book on any day; rows behind numbers.
#include "core/reports/changetable.h"
#include "core/reports/explainedfigure.h"
#include "core/reports/figurestext.h"
#include "core/reports/homefigures.h"
#include "tests/core/reports/figurebook.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;
using party::TermState;

namespace {
QList<QDate> daysOfTheYear()
{
    QList<QDate> days;
    for (QDate day(2025, 12, 31); day <= QDate(2026, 12, 31); day = day.addDays(13)) {
        days << day;
    }
    // Where a day more or less tells the difference.
    for (const int month : {1, 2, 4, 7, 8, 10}) {
        days << QDate(2026, month, 1) << QDate(2026, month, 1).addDays(-1);
    }
    return days << QDate(2026, 2, 10) << QDate(2026, 7, 15) << QDate(2026, 9, 30);
}

QString jsonOf(RegistryReader &reader, QDate day)
{
    const auto figures = Figures::open(reader);
    const auto json = figuresAsJson(**figures, day);
    return json ? QString::fromUtf8(QJsonDocument(*json).toJson()) : json.error().message;
}

// Every number that the tables and the headline of a day show, with its key.
QList<std::pair<QString, std::optional<qint64>>> numbersOf(Figures &figures, QDate day)
{
    QList<std::pair<QString, std::optional<qint64>>> numbers;
    const auto headline = figures.headline(day);
    for (const FigureLine &line : *headline) {
        numbers.append({line.keyNow, line.now});
        numbers.append({line.keyBefore, line.before});
    }
    for (const CrossTabSpec &spec : **figures.crossTabs(day)) {
        const CrossTab table = *figures.crossTab(spec.rule.id, day);
        for (qsizetype l = 0; l < table.cells.size(); ++l) {
            for (qsizetype c = 0; c < table.cells.at(l).size(); ++c) {
                numbers << std::pair(table.key(l, c), table.cells.at(l).at(c));
            }
        }
    }
    const ChangeTable changes = *changeTable(figures, day);
    for (const ChangeLine &line : changes.lines) {
        numbers << std::pair(changes.key(line.number), line.value);
    }
    const Facts &facts = **figures.facts(day);
    const GridTable grids = gridTable(facts);
    numbers << std::pair(grids.key(0, u"members"_qs), grids.members)
            << std::pair(grids.key(0, u"households"_qs), grids.households)
            << std::pair(grids.key(0, u"persons"_qs), grids.persons)
            << std::pair(grids.key(0, u"workers"_qs), grids.workers)
            << std::pair(grids.key(0, u"buildings"_qs), grids.buildings)
            << std::pair(grids.key(0, u"outOfBand"_qs), grids.outOfBand);
    for (const GridLine &line : grids.lines) {
        numbers << std::pair(grids.key(line.grid.grid, u"members"_qs), line.members)
                << std::pair(grids.key(line.grid.grid, u"buildings"_qs), line.buildings)
                << std::pair(grids.key(line.grid.grid, u"households"_qs),
                             line.grid.counted.residentHouseholds.number());
    }
    const OrgTable orgs = orgTable(facts);
    for (const OrgLine &line : orgs.lines) {
        numbers << std::pair(orgs.key(line.org.org), line.members);
    }
    for (const TermState state : {TermState::Running, TermState::Due, TermState::Extended, TermState::Overdue,
                                  TermState::Missing, TermState::None}) {
        numbers << std::pair(orgs.key(state), orgs.count(state));
    }
    return numbers;
}
} // namespace

class TestFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data();
    void keys();
    void headline_data();
    void headline();
    void changesOfEachQuarter_data();
    void changesOfEachQuarter();
    void boundaryDays();
    void sumsAgreeOnManyDays();
    void everyNumberHasItsRows();
    void numbersForProgramsHaveTheirKeys();
    void tablesForATerminal();
    void whatWasNeverRecordedIsNoNumber();
    void theGridsCountForACommunityWithoutItsOwn();
    void pastFiguresStay();
    void nearMissesSayWhy();
    void explained_data();
    void explained();
    void checksNameTheRecords();
    void aDifferenceOpensTheMembersBehindIt();
    void retainedCountsOn();
    void afterAStopNothingIsCountedTwice();
    void leftAndBackOnOneDay();
    void organizationsAndTerms();
    void termsAreJudgedAsElsewhere_data();
    void termsAreJudgedAsElsewhere();
    void theListCountsMembersAsT2();
    void grids();
    void bandsOfAgeAndStanding();
    void laterBandsLeaveEarlierQuarters();
    void home();
    void goldenFile();
    void unknownKeysAreRefused();

private:
    FigureBook m_book; // never changed by a test; those that write make their own
};

void TestFigures::keys_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("single") << u"members.total@2026-09-30"_qs << true;
    QTest::newRow("cell") << u"T4:line=41,col=women@2026-09-30"_qs << true;
    QTest::newRow("line") << u"T3:line=7@2026-09-30"_qs << true;
    QTest::newRow("no day") << u"members.total"_qs << false;
    QTest::newRow("no such day") << u"members.total@2026-02-30"_qs << false;
    QTest::newRow("no figure") << u"@2026-09-30"_qs << false;
    QTest::newRow("broken place") << u"T4:line@2026-09-30"_qs << false;
}

void TestFigures::keys()
{
    QFETCH(const QString, text);
    QFETCH(const bool, valid);
    const auto key = FigureKey::parse(text);
    QCOMPARE(key.has_value(), valid);
    if (valid) {
        QCOMPARE(key->toString(), text);
    }
}

void TestFigures::headline_data()
{
    QTest::addColumn<QString>("figure");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<qint64>("before");
    const auto row = [](const char *figure, qint64 now, qint64 before) {
        QTest::newRow(figure) << QString::fromLatin1(figure) << now << before;
    };
    row("population.registeredHouseholds", 910, 900);
    row("population.registeredPersons", 2220, 2200);
    row("population.residentHouseholds", 1320, 1300);
    row("population.residentPersons", 3100, 3050);
    row("places.communities", 2, 2);
    row("places.grids", 3, 3);
    row("places.gridsWithPartyForm", 2, 2);
    row("places.residentGroups", 1, 2);
    row("orgs.committees", 1, 1);
    row("orgs.generalBranches", 0, 0);
    row("orgs.branches", 2, 2);
    row("orgs.groups", 1, 1);
    row("members.total", 11, 10);
    row("members.probationary", 1, 1);
    row("members.full", 9, 8);
    row("members.counted", 10, 9);
}

void TestFigures::headline()
{
    QFETCH(const QString, figure);
    QFETCH(const qint64, now);
    QFETCH(const qint64, before);
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    const auto line = (*figures)->line(figure, QDate(2026, 9, 30));
    QVERIFY_RESULT(line);
    QCOMPARE(line->now.value_or(-1), now);
    QCOMPARE(line->before.value_or(-1), before);
    QCOMPARE(line->growth().has_value(), before != 0);
}

void TestFigures::changesOfEachQuarter_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QList<qint64>>("lines");
    QTest::newRow("opened") << QDate(2026, 3, 31)
                            << QList<qint64>{10, 1, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 10, 10, 0};
    QTest::newRow("second") << QDate(2026, 6, 30) << QList<qint64>{10, 1, 1, 0, 0, 0, 0, 0, 2, 0, 1, 0, 1, 0, 9, 9, 0};
    QTest::newRow("third") << QDate(2026, 9, 30) << QList<qint64>{9, 3, 0, 0, 1, 1, 2, 0, 2, 1, 1, 0, 0, 0, 10, 10, 0};
    QTest::newRow("day before the last") << QDate(2026, 9, 29)
                                         << QList<qint64>{9, 2, 0, 0, 1, 1, 1, 0, 1, 1, 0, 0, 0, 0, 10, 10, 0};
}

void TestFigures::changesOfEachQuarter()
{
    QFETCH(const QDate, day);
    QFETCH(const QList<qint64>, lines);
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    const auto table = changeTable(**figures, day);
    QVERIFY_RESULT(table);
    QList<qint64> found;
    for (const ChangeLine &line : table->lines) {
        found << line.value;
    }
    QCOMPARE(found, lines);
    QCOMPARE(table->opened, qint64(day < QDate(2026, 4, 1) ? 10 : 0));
}

void TestFigures::boundaryDays()
{
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    const auto isHere = [&](const QString &name, QDate day) {
        const auto rows = (*figures)->rows(FigureKey{u"members.total"_qs, {}, day}.toString());
        return rows && rows->ids.contains(m_book.member.value(name));
    };
    QVERIFY(!isHere(u"常在"_qs, QDate(2025, 12, 31)));
    QVERIFY(isHere(u"常在"_qs, QDate(2026, 1, 1))); // from is inclusive
    QVERIFY(isHere(u"已故"_qs, QDate(2026, 2, 9)));
    QVERIFY(!isHere(u"已故"_qs, QDate(2026, 2, 10))); // until is exclusive
    QVERIFY(isHere(u"往返"_qs, QDate(2026, 5, 5)));   // two spells
    QVERIFY(!isHere(u"往返"_qs, QDate(2026, 5, 6)));
    QVERIFY(!isHere(u"往返"_qs, QDate(2026, 8, 19)));
    QVERIFY(isHere(u"往返"_qs, QDate(2026, 8, 20)));
}

void TestFigures::sumsAgreeOnManyDays()
{
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    for (const QDate day : daysOfTheYear()) {
        const auto findings = runChecks(**figures, day);
        QVERIFY_RESULT(findings);
        for (const Finding &finding : *findings) {
            QVERIFY2(finding.holds || (finding.check != u"a" && finding.check != u"b"),
                     qPrintable(QString(day.toString(Qt::ISODate) + finding.result.zh)));
        }
        const auto registered = countRegistered(m_book->reader(), day);
        QVERIFY_RESULT(registered);
        QCOMPARE((*figures)->line(u"members.total"_qs, day)->now.value_or(0), *registered);
        QCOMPARE((*figures)->crossTab(u"T5"_qs, day)->at(u"total", u"total"),
                 (*figures)->line(u"members.counted"_qs, day)->now.value_or(0));
    }
}

void TestFigures::everyNumberHasItsRows()
{
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    for (const QDate day : {QDate(2026, 3, 31), QDate(2026, 6, 30), QDate(2026, 9, 30)}) {
        const auto numbers = numbersOf(**figures, day);
        QVERIFY(numbers.size() > 400);
        for (const auto &[key, value] : numbers) {
            const auto rows = (*figures)->rows(key);
            QVERIFY_RESULT(rows);
            QVERIFY2(rows->number() == value,
                     qPrintable(key + QStringLiteral(": %1 in the rows, %2 shown")
                                          .arg(numberText(rows->number()), numberText(value))));
            QVERIFY2(m_book->catalog().registry(rows->registry) != nullptr, qPrintable(rows->registry));
            if (!rows->ids.isEmpty()) { // the registry knows them as of that day
                Query query{rows->registry, rows->asOf, {}, {}, {}, rows->ids};
                const auto listed = m_book->reader().ids(query);
                QVERIFY_RESULT(listed);
                const QSet<RowId> distinct(rows->ids.begin(), rows->ids.end());
                QVERIFY2(QSet<RowId>(listed->begin(), listed->end()) == distinct, qPrintable(key));
            }
            const auto rule = (*figures)->rule(key);
            QVERIFY_RESULT(rule);
            QVERIFY2(!rule->term.zh.isEmpty() && !rule->term.en.isEmpty() && !rule->rule.zh.isEmpty() &&
                         !rule->rule.en.isEmpty(),
                     qPrintable(key));
            QVERIFY_RESULT((*figures)->nearMisses(key));
        }
    }
}

void TestFigures::numbersForProgramsHaveTheirKeys()
{
    const QDate day(2026, 9, 30);
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    const auto json = figuresAsJson(**figures, day);
    QVERIFY_RESULT(json);
    QList<std::pair<QString, QJsonValue>> numbers;
    for (const QJsonValue &line : json->value(u"headline"_qs).toArray()) {
        numbers << std::pair(line[u"key"_qs].toString(), line[u"now"_qs])
                << std::pair(line[u"keyBefore"_qs].toString(), line[u"before"_qs]);
    }
    const QJsonObject tables = json->value(u"tables"_qs).toObject();
    for (const QJsonValue &line : tables.value(u"T1"_qs).toArray()) {
        for (const QString &each : {u"residentHouseholds"_qs, u"members"_qs, u"workers"_qs, u"buildings"_qs}) {
            numbers << std::pair(line[u"keys"_qs][each].toString(), line[each]);
        }
    }
    for (const QJsonValue &line : tables.value(u"T2"_qs).toArray()) {
        numbers << std::pair(line[u"keys"_qs][u"members"_qs].toString(), line[u"members"_qs]);
        QVERIFY((*figures)->number(line[u"keys"_qs][u"state"_qs].toString())->value_or(0) > 0); // itself at least
    }
    for (const QJsonValue &line : tables.value(u"T3"_qs).toArray()) {
        numbers << std::pair(line[u"key"_qs].toString(), line[u"value"_qs]);
    }
    for (const QStringView id : crossTabIds) {
        for (const QJsonValue &line : tables.value(id)[u"lines"_qs].toArray()) {
            const QJsonArray cells = line[u"cells"_qs].toArray();
            const QJsonArray keys = line[u"keys"_qs].toArray();
            QCOMPARE(keys.size(), cells.size());
            for (qsizetype c = 0; c < cells.size(); ++c) {
                numbers << std::pair(keys.at(c).toString(), cells.at(c));
            }
        }
    }
    QVERIFY(numbers.size() > 400);
    QSet<QString> keys;
    for (const auto &[key, value] : numbers) {
        const auto number = (*figures)->number(key);
        QVERIFY_RESULT(number);
        QVERIFY2(value.isNull() ? !*number : *number == value.toInteger(), qPrintable(key));
        keys.insert(key);
    }
    QCOMPARE(keys.size(), numbers.size()); // each opens its own
    for (const QJsonValue &check : json->value(u"checks"_qs).toArray()) {
        QCOMPARE(check[u"key"_qs].isNull(), check[u"holds"_qs].toBool());
    }
}

void TestFigures::tablesForATerminal()
{
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    const auto plain = figuresAsText(**figures, QDate(2026, 9, 30));
    const auto whole = figuresAsText(**figures, QDate(2026, 9, 30), true);
    QVERIFY_RESULT(plain);
    QVERIFY_RESULT(whole);
    QVERIFY(!plain->contains(u"表1"));
    qsizetype at = 0;
    for (const QString &words : {u"在册党员"_qs, u"表1 网格情况"_qs, u"表2 "_qs, u"表3 "_qs, u"表4 "_qs, u"表5 "_qs,
                                 u"表6 "_qs, u"表7 "_qs, u"校核\n"_qs}) {
        at = whole->indexOf(words, at);
        QVERIFY2(at >= 0, qPrintable(words));
    }
    const QStringList lines = whole->split(u'\n');
    const auto branch =
        std::find_if(lines.begin(), lines.end(), [](const QString &line) { return line.contains(u"东关一支部 "); });
    QVERIFY(branch != lines.end());
    QCOMPARE(branch->split(u'|').at(4).trimmed(), u"4"_qs);
}

void TestFigures::whatWasNeverRecordedIsNoNumber()
{
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    const QDate early(2026, 2, 28); // the first count is that of 31 March
    const auto none = (*figures)->line(u"population.residentHouseholds"_qs, early);
    QVERIFY_RESULT(none);
    QVERIFY(!none->now && !none->before && !none->change() && !none->growth());
    const auto first = (*figures)->line(u"population.residentHouseholds"_qs, QDate(2026, 3, 31));
    QVERIFY_RESULT(first);
    QCOMPARE(first->now.value_or(-1), 1300);
    QVERIFY(!first->before && !first->change() && !first->growth());
    QVERIFY(!*(*figures)->number(none->keyNow));
    const auto misses = (*figures)->nearMisses(none->keyNow);
    QVERIFY_RESULT(misses);
    QCOMPARE(misses->size(), 2); // both communities
    // The book was opened with its members on 1 January.
    const auto roll = (*figures)->line(u"members.total"_qs, early);
    QVERIFY_RESULT(roll);
    QVERIFY(roll->now && !roll->before && !roll->change());
    // Records are different: that there is no general branch is known.
    QCOMPARE((*figures)->line(u"orgs.generalBranches"_qs, early)->now.value_or(-1), 0);

    const GridTable grids = gridTable(**(*figures)->facts(early));
    QVERIFY(!grids.households && !grids.persons && !grids.householdsPerGrid() && !grids.personsPerHousehold());
    QCOMPARE(grids.counted, 0);
    const auto words = figuresAsText(**figures, early);
    QVERIFY_RESULT(words);
    const QStringList lines = words->split(u'\n');
    const auto households =
        std::find_if(lines.begin(), lines.end(), [](const QString &line) { return line.startsWith(u"常住户 "); });
    QVERIFY(households != lines.end());
    QCOMPARE(households->simplified(), u"常住户 — — — —"_qs);
    QVERIFY(words->contains(u"— 各网格常住户之和等于社区常住户：社区常住户数未单独登记，无可核对"));
    const auto json = figuresAsJson(**figures, early);
    QVERIFY_RESULT(json);
    const QJsonArray headline = json->value(u"headline"_qs).toArray();
    QVERIFY(headline.at(2).toObject().value(u"now"_qs).isNull());
    QVERIFY(headline.at(4).toObject().value(u"now"_qs).isDouble());
}

void TestFigures::theGridsCountForACommunityWithoutItsOwn()
{
    FigureBook book;
    const RowId south =
        book.insert(u"division"_qs,
                    {{u"code"_qs, u"610305100003"_qs}, {u"name"_qs, u"南关社区"_qs}, {u"level"_qs, u"community"_qs}});
    const auto grid = [&](const QString &code) {
        return book.insert(u"grid"_qs, {{u"code"_qs, code},
                                        {u"name"_qs, code.right(2)},
                                        {u"kind"_qs, u"urban"_qs},
                                        {u"division_id"_qs, south},
                                        {u"valid_from"_qs, u"2026-01-01"_qs}});
    };
    const auto count = [&](RowId place, const QString &day, const QVariant &households, const QVariant &persons) {
        return book.insert(u"population_snapshot"_qs, {{u"division_id"_qs, south},
                                                       {u"grid_id"_qs, place == 0 ? QVariant() : QVariant(place)},
                                                       {u"on_date"_qs, day},
                                                       {u"resident_households"_qs, households},
                                                       {u"resident_persons"_qs, persons}});
    };
    const RowId one = grid(u"610305100003001"_qs);
    const RowId two = grid(u"610305100003002"_qs);
    const RowId three = grid(u"610305100003003"_qs);
    count(one, u"2026-06-01"_qs, 300, 700);
    count(one, u"2026-07-01"_qs, 310, {}); // the persons of June are still the latest
    count(two, u"2026-07-01"_qs, 200, 450);
    {
        const auto figures = Figures::open(book->reader());
        QVERIFY_RESULT(figures);
        const auto line = (*figures)->line(u"population.residentHouseholds"_qs, QDate(2026, 9, 30));
        QVERIFY_RESULT(line);
        QCOMPARE(line->now.value_or(-1), 1320 + 310 + 200);
        QCOMPARE(line->before.value_or(-1), 1300 + 300);
        QVERIFY(line->partial);
        QCOMPARE((*figures)->line(u"population.residentPersons"_qs, QDate(2026, 9, 30))->now.value_or(-1),
                 3100 + 700 + 450);
        const auto rows = (*figures)->rows(line->keyNow);
        QVERIFY_RESULT(rows);
        QCOMPARE(rows->ids.size(), 4);
        const auto misses = (*figures)->nearMisses(line->keyNow);
        QVERIFY_RESULT(misses);
        QCOMPARE(misses->size(), 1);
        QCOMPARE(misses->first().id, three);
        const auto findings = runChecks(**figures, QDate(2026, 9, 30));
        QVERIFY_RESULT(findings);
        QVERIFY(!findings->at(3).result.zh.contains(u"南关")); // what is added up proves nothing
    }
    // Its own count is stronger as soon as there is one.
    count(0, u"2026-09-01"_qs, 800, {});
    const auto figures = Figures::open(book->reader());
    QVERIFY_RESULT(figures);
    QCOMPARE((*figures)->line(u"population.residentHouseholds"_qs, QDate(2026, 9, 30))->now.value_or(-1), 1320 + 800);
    const auto findings = runChecks(**figures, QDate(2026, 9, 30));
    QVERIFY_RESULT(findings);
    QVERIFY(findings->at(3).result.zh.contains(u"南关社区：网格510户（1个网格未登记），社区800户"));
}

void TestFigures::pastFiguresStay()
{
    FigureBook book;
    const QString before = jsonOf(book->reader(), QDate(2026, 6, 30));
    // A leave, a move, an arrival, another count of households, a closed group, a new term: all after that day.
    book.update(u"affiliation"_qs, 1, {{u"valid_until"_qs, u"2026-07-20"_qs}, {u"decrease_kind"_qs, u"3"_qs}});
    book.update(u"affiliation"_qs, 2, {{u"valid_until"_qs, u"2026-08-01"_qs}});
    book.insert(u"affiliation"_qs, {{u"member_id"_qs, book.member.value(u"常兰"_qs)},
                                    {u"org_id"_qs, book.branch2},
                                    {u"grid_id"_qs, book.grid3},
                                    {u"valid_from"_qs, u"2026-08-01"_qs}});
    book.addMember(u"后来"_qs, {{u"sex"_qs, u"2"_qs}}, {},
                   {{book.branch1, book.grid1, u"2026-07-01"_qs, {}, u"3"_qs, {}}},
                   {{u"full"_qs, u"1"_qs, u"2026-07-01"_qs}});
    book.insert(u"population_snapshot"_qs,
                {{u"division_id"_qs, book.west}, {u"on_date"_qs, u"2026-07-01"_qs}, {u"resident_households"_qs, 999}});
    book.update(u"party_org"_qs, book.group, {{u"valid_until"_qs, u"2026-09-01"_qs}});
    book.insert(u"org_term"_qs, {{u"org_id"_qs, book.branch2},
                                 {u"session"_qs, 1},
                                 {u"elected_on"_qs, u"2026-07-02"_qs},
                                 {u"term_years"_qs, 3}});
    QCOMPARE(jsonOf(book->reader(), QDate(2026, 6, 30)), before);
    QVERIFY(jsonOf(book->reader(), QDate(2026, 9, 30)) != jsonOf(m_book->reader(), QDate(2026, 9, 30)));
}

void TestFigures::nearMissesSayWhy()
{
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    const auto reason = [&](const QString &key, const QString &name) {
        const auto misses = (*figures)->nearMisses(key);
        for (const NearMiss &miss : misses ? *misses : QList<NearMiss>()) {
            if (miss.registry == u"member" && miss.id == m_book.member.value(name)) {
                return miss.reason.zh;
            }
        }
        return QString();
    };
    QCOMPARE(reason(u"members.total@2026-03-31"_qs, u"已故"_qs), u"2026-02-10 起不在册：死亡"_qs);
    QCOMPARE(reason(u"members.total@2026-09-30"_qs, u"开除"_qs), u"2026-07-01 起不在册：开除党籍"_qs);
    QCOMPARE(reason(u"members.total@2026-09-30"_qs, u"次季"_qs), u"2026-10-01 才增加，晚于统计日"_qs);
    QCOMPARE(reason(u"members.total@2026-09-30"_qs, u"往返"_qs), QString()); // is counted
    QCOMPARE(reason(u"members.counted@2026-09-30"_qs, u"停止"_qs), u"党籍已停止"_qs);
    QCOMPARE(reason(u"T4:line=total,col=women@2026-09-30"_qs, u"不详"_qs), u"性别未填"_qs);
    QVERIFY(reason(u"T6:line=bachelor,col=total@2026-09-30"_qs, u"不详"_qs).contains(u"不详"));
    const auto moves = (*figures)->nearMisses(u"T3:line=7@2026-09-30"_qs);
    QVERIFY_RESULT(moves);
    QVERIFY(std::any_of(moves->begin(), moves->end(), [](const NearMiss &miss) {
        return miss.reason.zh == u"2026-07-15 本册内支部、小组或网格之间调动，不计增减";
    }));
    const auto orgs = (*figures)->nearMisses(u"orgs.branches@2026-09-30"_qs);
    QVERIFY_RESULT(orgs);
    QCOMPARE(orgs->size(), 1);
    QCOMPARE(orgs->first().id, m_book.functional);
    const auto grids = (*figures)->nearMisses(u"places.gridsWithPartyForm@2026-09-30"_qs);
    QVERIFY_RESULT(grids);
    QCOMPARE(grids->size(), 1);
    QCOMPARE(grids->first().reason.zh, u"未填党组织形式，但设有东关二支部"_qs);
}

void TestFigures::explained_data()
{
    QTest::addColumn<QString>("key");
    for (const QString &key : {u"members.total@2026-09-30"_qs, u"orgs.branches@2026-09-30"_qs,
                               u"places.gridsWithPartyForm@2026-09-30"_qs, u"T3:line=7@2026-09-30"_qs,
                               u"T4:line=total,col=women@2026-09-30"_qs, u"orgs.generalBranches@2026-09-30"_qs}) {
        QTest::newRow(qPrintable(key)) << key;
    }
}

// What a window shows behind a number is what the figure itself says.
void TestFigures::explained()
{
    QFETCH(const QString, key);
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    const auto told = explain(**figures, key);
    QVERIFY_RESULT(told);
    const auto number = (*figures)->number(key);
    QVERIFY_RESULT(number);
    QVERIFY(told->rows.number() == *number);
    QCOMPARE(told->rule.rule.zh, (*figures)->rule(key)->rule.zh);
    const auto misses = (*figures)->nearMisses(key);
    QCOMPARE(told->nearMisses.size(), misses->size());
    for (qsizetype i = 0; i < misses->size(); ++i) {
        QCOMPARE(told->nearMisses.at(i).miss.id, misses->at(i).id);
        QVERIFY(!told->nearMisses.at(i).title.isEmpty());
        QVERIFY(!told->nearMisses.at(i).title.startsWith(u'#'));
        QVERIFY(!told->nearMisses.at(i).miss.reason.zh.isEmpty());
    }
    const auto shortened = explain(**figures, key, 1);
    QCOMPARE(shortened->nearMisses.size() + shortened->further, misses->size());
    // A number that nothing stands behind opens nothing, not everything.
    const Query query = told->query();
    QCOMPARE(query.asOf, QDate(2026, 9, 30));
    QCOMPARE(m_book->reader().count(query).valueOr(-1), qint64(told->rows.ids.size()));
}

void TestFigures::checksNameTheRecords()
{
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    const auto findings = runChecks(**figures, QDate(2026, 9, 30));
    QVERIFY_RESULT(findings);
    QStringList failing;
    for (const Finding &finding : *findings) {
        QCOMPARE(finding.key.isEmpty(), finding.holds);
        if (!finding.holds) {
            failing << finding.check + u": "_qs + finding.result.zh;
            const auto rows = (*figures)->rows(finding.key);
            QVERIFY_RESULT(rows);
            QCOMPARE(rows->ids.size(), 1);
        }
    }
    QCOMPARE(failing, QStringList({u"c: 1名党员未编入网格"_qs, u"e: 西关社区：网格250户，社区400户"_qs,
                                   u"g: 1名党员号码重复或未填"_qs}));
    QCOMPARE((*figures)->rows(u"check.c@2026-09-30"_qs)->ids.first(), m_book.member.value(u"无号"_qs));
    QCOMPARE((*figures)->rows(u"check.e@2026-09-30"_qs)->ids.first(), m_book.west);
}

void TestFigures::aDifferenceOpensTheMembersBehindIt()
{
    FigureBook book;
    const RowId came = book.addMember(u"无方式"_qs, {}, {}, {{book.branch1, book.grid1, u"2026-08-01"_qs}}, {});
    book.update(u"affiliation"_qs, 1, {{u"valid_until"_qs, u"2026-09-01"_qs}}); // 常在 left, nobody said how
    book.addMember(u"再一人"_qs, {}, {}, {{book.branch1, book.grid1, u"2026-08-02"_qs}}, {});
    const auto figures = Figures::open(book->reader());
    QVERIFY_RESULT(figures);
    const QDate day(2026, 9, 30);
    const auto table = changeTable(**figures, day);
    QVERIFY_RESULT(table);
    QCOMPARE(table->at(17), 1); // two came, one left
    const auto rows = (*figures)->rows(table->key(17));
    QVERIFY_RESULT(rows);
    QCOMPARE(rows->number().value_or(0), 1);
    QCOMPARE(rows->ids.size(), 3);
    QVERIFY(rows->ids.contains(came));
    QVERIFY(rows->ids.contains(book.member.value(u"常在"_qs)));
    const auto findings = runChecks(**figures, day);
    QVERIFY_RESULT(findings);
    QVERIFY(!findings->first().holds);
    QCOMPARE(findings->first().key, table->key(17));
}

// The relation stays with the branch, and sheet 1 has no line for retaining: neither an increase nor a decrease.
void TestFigures::retainedCountsOn()
{
    FigureBook book;
    const auto member = [&](const QString &name, const QString &until, const QString &decrease,
                            const QList<FigureBook::State> &states) {
        book.addMember(name, {}, {}, {{book.branch1, book.grid1, u"2026-01-01"_qs, until, u"0"_qs, decrease}}, states);
    };
    member(u"保留"_qs, {}, {},
           {{u"full"_qs, u"1"_qs, u"2026-01-01"_qs, u"2026-08-01"_qs}, {u"full"_qs, u"10"_qs, u"2026-08-01"_qs}});
    member(u"回国"_qs, {}, {},
           {{u"full"_qs, u"10"_qs, u"2026-01-01"_qs, u"2026-08-01"_qs}, {u"full"_qs, u"1"_qs, u"2026-08-01"_qs}});
    member(u"客死"_qs, u"2026-08-01"_qs, u"3"_qs,
           {{u"full"_qs, u"10"_qs, u"2026-01-01"_qs, u"2026-08-01"_qs}, {u"full"_qs, u"21"_qs, u"2026-08-01"_qs}});
    const auto figures = Figures::open(book->reader());
    QVERIFY_RESULT(figures);
    const auto before = changeTable(**Figures::open(m_book->reader()), QDate(2026, 9, 30));
    const auto table = changeTable(**figures, QDate(2026, 9, 30));
    QVERIFY_RESULT(before);
    QVERIFY_RESULT(table);
    QCOMPARE(table->at(1), before->at(1) + 3);
    QCOMPARE(table->at(2), before->at(2));
    QCOMPARE(table->at(12), before->at(12) + 1);
    QCOMPARE(table->at(9), before->at(9) + 1);
    QCOMPARE(table->at(16), before->at(16) + 2);
    QCOMPARE(table->at(17), 0);
    const auto present = (*figures)->rows(table->key(16));
    QVERIFY_RESULT(present);
    QVERIFY(present->ids.contains(book.member.value(u"保留"_qs)));
    const auto misses = (*figures)->nearMisses(u"members.counted@2026-09-30"_qs);
    QVERIFY_RESULT(misses);
    QVERIFY(std::none_of(misses->begin(), misses->end(),
                         [&](const NearMiss &miss) { return miss.id == book.member.value(u"保留"_qs); }));
}

// Stopping was the decrease (⑪). Who dies, is struck off or leaves afterwards is no second one, and says so.
void TestFigures::afterAStopNothingIsCountedTwice()
{
    FigureBook book;
    const auto stopped = [&](const QString &name, const QString &stop, const QString &decrease, const QString &state) {
        book.addMember(name, {}, {},
                       {{book.branch1, book.grid1, u"2026-01-01"_qs, u"2026-08-10"_qs, u"0"_qs, decrease}},
                       {{u"full"_qs, u"1"_qs, u"2026-01-01"_qs, stop},
                        {u"full"_qs, u"12"_qs, stop, u"2026-08-10"_qs},
                        {u"full"_qs, state, u"2026-08-10"_qs}});
    };
    stopped(u"停后亡"_qs, u"2026-05-01"_qs, u"3"_qs, u"21"_qs);
    stopped(u"停后除名"_qs, u"2026-07-05"_qs, u"15"_qs, u"14"_qs); // both in one quarter
    stopped(u"停后开除"_qs, u"2026-05-01"_qs, {}, u"13"_qs);       // how is said by the state alone
    const auto figures = Figures::open(book->reader());
    QVERIFY_RESULT(figures);
    const auto plain = Figures::open(m_book->reader());
    QVERIFY_RESULT(plain);
    for (const auto &[day, stops] : {std::pair(QDate(2026, 6, 30), 2), std::pair(QDate(2026, 9, 30), 1)}) {
        const auto before = changeTable(**plain, day);
        const auto table = changeTable(**figures, day);
        QVERIFY_RESULT(before);
        QVERIFY_RESULT(table);
        QCOMPARE(table->at(11), before->at(11) + stops);
        for (const int line : {2, 10, 12, 13, 17}) {
            QCOMPARE(table->at(line), before->at(line));
        }
        QCOMPARE(table->at(9), table->at(10) + table->at(11) + table->at(12) + table->at(13));
        QCOMPARE(table->at(15), table->at(16));
    }
    const auto told = [&](int line) {
        qsizetype count = 0;
        const auto misses = (*figures)->nearMisses(u"T3:line=%1@2026-09-30"_qs.arg(line));
        for (const NearMiss &miss : misses ? *misses : QList<NearMiss>()) {
            count += miss.reason.zh == u"2026-08-10 离册，此前停止党籍时已计减少（⑪），不重复计" ? 1 : 0;
        }
        return count;
    };
    QCOMPARE(told(9), 3);
    QCOMPARE(told(10), 2);
    QCOMPARE(told(12), 1);
    QCOMPARE(told(13), 0);
    QCOMPARE(told(2), 0);
}

void TestFigures::leftAndBackOnOneDay()
{
    FigureBook book;
    // Left with a letter and came back with another on the same day: both are counted.
    book.addMember(u"当日"_qs, {}, {},
                   {{book.branch1, book.grid1, u"2026-01-01"_qs, u"2026-08-05"_qs, u"0"_qs, u"4"_qs},
                    {book.branch2, book.grid3, u"2026-08-05"_qs, {}, u"3"_qs, {}}},
                   {});
    const auto figures = Figures::open(book->reader());
    QVERIFY_RESULT(figures);
    const auto table = changeTable(**figures, QDate(2026, 9, 30));
    QVERIFY_RESULT(table);
    QCOMPARE(table->at(1), 10);
    QCOMPARE(table->at(7), 3);
    QCOMPARE(table->at(13), 1);
    QCOMPARE(table->at(17), 0);
}

void TestFigures::organizationsAndTerms()
{
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    const OrgTable table = orgTable(**(*figures)->facts(QDate(2026, 9, 30)));
    QStringList lines;
    for (const OrgLine &line : table.lines) {
        lines << QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(line.org.depth)
                     .arg(line.org.name)
                     .arg(line.members)
                     .arg(party::termStateTerm(line.state).zh)
                     .arg(line.days);
    }
    // The functional one is in no line; its superior counts the members of both branches once.
    QCOMPARE(lines, QStringList({u"0 东关社区党委 11 六个月内届满 20"_qs, u"1 东关一支部 4 超期 -46"_qs,
                                 u"2 一支部第一小组 1 无届期 0"_qs, u"1 东关二支部 7 缺届期 0"_qs}));
    const OrgTable dueDay = orgTable(**(*figures)->facts(QDate(2026, 8, 15)));
    QCOMPARE(dueDay.lines.at(1).state, TermState::Due); // the last day is within the term
    const OrgTable nextDay = orgTable(**(*figures)->facts(QDate(2026, 8, 16)));
    QCOMPARE(nextDay.lines.at(1).state, TermState::Overdue);
    const OrgTable early = orgTable(**(*figures)->facts(QDate(2026, 4, 19)));
    QCOMPARE(early.lines.at(0).state, TermState::Running); // 2026-10-20 is more than six months ahead
    QCOMPARE(early.lines.at(0).months, 6);
    const OrgTable sixMonths = orgTable(**(*figures)->facts(QDate(2026, 4, 20)));
    QCOMPARE(sixMonths.lines.at(0).state, TermState::Due);
    const OrgTable former = orgTable(**(*figures)->facts(QDate(2021, 10, 19)));
    QCOMPARE(party::dueDate(former.lines.at(0).org.term), QDate(2021, 10, 20)); // the first session still
}

void TestFigures::termsAreJudgedAsElsewhere_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("months");
    const auto row = [](const char *what, QDate day, const QString &name, const QString &state, int months) {
        QTest::newRow(what) << day << name << state << months;
    };
    const QString first = u"东关一支部"_qs;  // elected 2022-08-31 for four years, ended 2026-09-15
    const QString second = u"东关二支部"_qs; // elected 2021-08-15 for five years, extended until 2027-02-15
    row("six months and a day before a 31st", {2026, 2, 27}, first, u"任期中"_qs, 6);
    row("six months before a 31st", {2026, 2, 28}, first, u"六个月内届满"_qs, 6);
    row("last day", {2026, 8, 31}, first, u"六个月内届满"_qs, 0);
    row("over", {2026, 9, 14}, first, u"超期"_qs, 0);
    row("ended, none followed", {2026, 9, 15}, first, u"缺届期"_qs, 0);
    row("extension approved", {2026, 8, 14}, second, u"任期中"_qs, 6);
    row("past its own end", {2026, 9, 30}, second, u"延期"_qs, 4);
    row("past its own end, under a month left", {2027, 1, 31}, second, u"延期"_qs, 0);
    row("last day of the extension", {2027, 2, 15}, second, u"延期"_qs, 0);
    row("extension over", {2027, 3, 20}, second, u"超期"_qs, -1);
    row("group", {2026, 9, 30}, u"一支部第一小组"_qs, u"无届期"_qs, 0);
}

void TestFigures::termsAreJudgedAsElsewhere()
{
    QFETCH(const QDate, day);
    QFETCH(const QString, name);
    FigureBook book;
    const auto term = [&book](RowId org, const QString &elected, int years, const QVariantMap &more) {
        QVariantMap values{
            {u"org_id"_qs, org}, {u"session"_qs, 2}, {u"elected_on"_qs, elected}, {u"term_years"_qs, years}};
        values.insert(more);
        book.insert(u"org_term"_qs, values);
    };
    term(book.branch1, u"2022-08-31"_qs, 4, {{u"ended_on"_qs, u"2026-09-15"_qs}});
    term(book.branch2, u"2021-08-15"_qs, 5, {{u"shifted_until"_qs, u"2027-02-15"_qs}});
    const auto figures = Figures::open(book->reader());
    QVERIFY_RESULT(figures);
    const OrgTable table = orgTable(**(*figures)->facts(day));
    const auto line = std::find_if(table.lines.begin(), table.lines.end(),
                                   [&name](const OrgLine &each) { return each.org.name == name; });
    QVERIFY(line != table.lines.end());
    QTEST(party::termStateTerm(line->state).zh, "state");
    QTEST(line->months, "months");
    const auto status = party::termStatus(book->database(), PartyOrgId(line->org.org), day);
    QVERIFY_RESULT(status);
    QCOMPARE(line->state, status->state);
    const auto counted = (*figures)->rows(table.key(line->state));
    QVERIFY_RESULT(counted);
    QVERIFY(counted->ids.contains(line->org.org));
    QCOMPARE(counted->ids.size(), table.count(line->state));
    const auto home = homeFigures(**figures, day);
    QVERIFY_RESULT(home);
    const bool shown =
        std::any_of(home->due.begin(), home->due.end(), [&name](const OrgLine &each) { return each.org.name == name; });
    QCOMPARE(shown, line->state != TermState::Running && line->state != TermState::None);
}

// Five levels: 党工委, 党委, 党总支, 党支部, 党小组.
void TestFigures::theListCountsMembersAsT2()
{
    FigureBook book;
    const RowId above = book.org(u"workCommittee"_qs, u"竹西街道党工委"_qs, 0, 0);
    const RowId between = book.org(u"generalBranch"_qs, u"东关党总支"_qs, book.committee, 0);
    book.putBelow(book.committee, above);
    book.putBelow(book.branch1, between);
    book.putBelow(book.branch2, between);
    for (const QDate day : {QDate(2026, 3, 31), QDate(2026, 9, 30)}) {
        const auto ids = book->reader().ids({u"partyOrg"_qs, day, {}, {}, {{u"members"_qs, true}}, {}});
        QVERIFY_RESULT(ids);
        const auto rows = book->reader().rows(u"partyOrg"_qs, day, *ids, {u"members"_qs});
        QVERIFY_RESULT(rows);
        QHash<RowId, qint64> listed;
        for (const RowData &row : *rows) {
            listed.insert(row.id, row.values.first().toLongLong());
        }
        const auto figures = Figures::open(book->reader());
        QVERIFY_RESULT(figures);
        const OrgTable table = orgTable(**(*figures)->facts(day));
        QCOMPARE(table.lines.size(), 6);
        for (const OrgLine &line : table.lines) {
            QCOMPARE(listed.value(line.org.org, -1), line.members);
        }
        QVERIFY(listed.value(above) >= 10);
        QCOMPARE(listed.value(book.group), 1);
    }
}

void TestFigures::grids()
{
    FigureBook book;
    book.insert(
        u"rule"_qs,
        {{u"code"_qs, u"grid.minHouseholds"_qs}, {u"value"_qs, u"450"_qs}, {u"valid_from"_qs, u"2026-09-01"_qs}});
    const auto figures = Figures::open(book->reader());
    QVERIFY_RESULT(figures);
    const GridTable table = gridTable(**(*figures)->facts(QDate(2026, 9, 30)));
    QCOMPARE(table.lines.size(), 3);
    QCOMPARE(table.households.value_or(-1), 1170);
    QCOMPARE(table.withPartyForm, 2);
    QVERIFY(qAbs(*table.coverage() - 2.0 / 3) < 1e-9);
    QCOMPARE(*table.householdsPerGrid(), 390.0);
    QCOMPARE(table.lines.at(0).mark, BandMark::Within); // 500 is the most
    QCOMPARE(table.lines.at(1).mark, BandMark::Below);  // 420 since the rule changed
    QCOMPARE(table.lines.at(2).mark, BandMark::Below);
    QCOMPARE(table.lines.at(0).buildings, 2);
    QCOMPARE(table.lines.at(1).buildings, 1);
    const GridTable july = gridTable(**(*figures)->facts(QDate(2026, 7, 31)));
    QCOMPARE(july.lines.at(1).buildings, 0);
    QCOMPARE(july.lines.at(1).mark, BandMark::NotCounted);
    QCOMPARE(*july.householdsPerGrid(), 375.0);
}

void TestFigures::bandsOfAgeAndStanding()
{
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    const QDate day(2026, 9, 30);
    const CrossTab basics = *(*figures)->crossTab(u"T4"_qs, day);
    QCOMPARE(basics.spec.lines.size(), 24); // total, 22 lines of the sheet, unknown
    QCOMPARE(basics.at(u"4", u"total"), 2);
    QCOMPARE(basics.at(u"4", u"age9"), 1); // 71 on his birthday
    QCOMPARE(basics.at(u"4", u"age8"), 1); // still 70 the day before hers
    QCOMPARE(basics.at(u"01", u"total"), 3);
    QCOMPARE(basics.at(u"0164", u"total"), 1);
    QCOMPARE(basics.at(u"unknown", u"ageUnknown"), 1);
    QCOMPARE(basics.at(u"total", u"women"), 4);
    QCOMPARE(basics.at(u"total", u"minority"), 3);
    const CrossTab joined = *(*figures)->crossTab(u"T5"_qs, day);
    QCOMPARE(joined.at(u"5", u"total"), 1); // November 1978
    QCOMPARE(joined.at(u"6", u"total"), 3); // from 1 January 1979
    QCOMPARE(joined.at(u"8", u"total"), 3); // from 1 November 2012
    const CrossTab standing = *(*figures)->crossTab(u"T7"_qs, day);
    QCOMPARE(standing.at(u"probationary", u"total"), 1);
    QCOMPARE(standing.at(u"4", u"total"), 4);
    QCOMPARE(standing.at(u"unknown", u"total"), 1);
    const CrossTab schooled = *(*figures)->crossTab(u"T6"_qs, day);
    QCOMPARE(schooled.at(u"bachelor", u"total"), 4);
    QCOMPARE(schooled.at(u"graduate", u"total"), 1);
}

void TestFigures::laterBandsLeaveEarlierQuarters()
{
    FigureBook book;
    const QDate june(2026, 6, 30);
    const QDate september(2026, 9, 30);
    const QString before = jsonOf(book->reader(), june);
    const QString then = jsonOf(book->reader(), september);
    for (const auto &[code, value] :
         {std::pair(u"bands.age"_qs, u"36 60"_qs), std::pair(u"bands.standing"_qs, u"10"_qs),
          std::pair(u"bands.join"_qs, u"1978-12-01 2000-06-15"_qs),
          std::pair(u"bands.education"_qs, u"大专及以上:1,2,3；其他:4,6,7,8,9"_qs)}) {
        book.insert(u"rule"_qs, {{u"code"_qs, code}, {u"value"_qs, value}, {u"valid_from"_qs, u"2026-07-01"_qs}});
    }
    QCOMPARE(jsonOf(book->reader(), june), before);
    QVERIFY(jsonOf(book->reader(), september) != then);
    const auto figures = Figures::open(book->reader());
    QVERIFY_RESULT(figures);
    const auto labels = [](const QList<AxisLine> &lines) {
        QStringList terms;
        for (const AxisLine &line : lines) {
            terms << line.term.zh;
        }
        return terms;
    };
    const CrossTab basics = *(*figures)->crossTab(u"T4"_qs, september);
    QCOMPARE(labels(basics.spec.columns).mid(5),
             QStringList({u"35岁及以下"_qs, u"36至59岁"_qs, u"60岁及以上"_qs, u"年龄不详"_qs}));
    QCOMPARE(basics.at(u"total", u"age2"), 3); // 常在, 常兰, 停复
    const CrossTab joined = *(*figures)->crossTab(u"T5"_qs, september);
    QCOMPARE(labels(joined.spec.lines),
             QStringList({u"合计"_qs, u"1978年11月及以前"_qs, u"1978年12月至2000年6月14日"_qs,
                          u"2000年6月15日及以后"_qs, u"不详"_qs}));
    QCOMPARE(joined.at(u"0", u"total"), 1);
    const CrossTab schooled = *(*figures)->crossTab(u"T6"_qs, september);
    QCOMPARE(labels(schooled.spec.lines), QStringList({u"合计"_qs, u"大专及以上"_qs, u"其他"_qs, u"不详"_qs}));
    QCOMPARE(schooled.at(u"total", u"total"), 10);
    // Each number still opens, and the tables still add up.
    for (const auto &[key, value] : numbersOf(**figures, september)) {
        const auto rows = (*figures)->rows(key);
        QVERIFY_RESULT(rows);
        QVERIFY2(rows->number() == value, qPrintable(key));
    }
    const auto findings = runChecks(**figures, september);
    QVERIFY_RESULT(findings);
    QVERIFY(findings->at(1).holds);
}

void TestFigures::home()
{
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    const auto home = homeFigures(**figures, QDate(2026, 9, 30));
    QVERIFY_RESULT(home);
    QStringList due;
    for (const OrgLine &line : home->due) {
        due << line.org.name;
    }
    QCOMPARE(due, QStringList({u"东关一支部"_qs, u"东关社区党委"_qs, u"东关二支部"_qs}));
    QList<qint64> quarters;
    for (const ChartPoint &point : home->quarters) {
        quarters << point.value;
        QCOMPARE((*figures)->number(point.key)->value_or(0), point.value);
    }
    QCOMPARE(quarters, QList<qint64>({0, 10, 10, 11}));
    QCOMPARE(home->branches.first().label.zh, u"东关二支部"_qs);
    qint64 sum = 0;
    for (const ChartPoint &point : home->ageBands) {
        sum += point.value;
    }
    QCOMPARE(sum, 10);
    QCOMPARE(home->findings.size(), 3);
}

void TestFigures::goldenFile()
{
    QString difference;
    QVERIFY2(matchesGolden(jsonOf(m_book->reader(), QDate(2026, 9, 30)), u"tests/golden/figures.json", &difference),
             qPrintable(difference));
    const auto figures = Figures::open(m_book->reader());
    const auto lines = figuresAsText(**figures, QDate(2026, 9, 30));
    QVERIFY_RESULT(lines);
    QVERIFY2(matchesGolden(*lines, u"tests/golden/figures.txt", &difference), qPrintable(difference));
}

void TestFigures::unknownKeysAreRefused()
{
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    const QString functional = QString::number(m_book.functional); // stands in no line of T2
    for (const QString &key : {u"members.nobody@2026-09-30"_qs,
                               u"members.total:line=1@2026-09-30"_qs,
                               u"T4:line=none,col=women@2026-09-30"_qs,
                               u"T4@2026-09-30"_qs,
                               u"T4:line=total,col=women,grid=1@2026-09-30"_qs,
                               u"T1:grid=1@2026-09-30"_qs,
                               u"T1:line=1@2026-09-30"_qs,
                               u"T1:line=1,col=cake@2026-09-30"_qs,
                               u"T1:line=99,col=members@2026-09-30"_qs,
                               u"T1:line=01,col=members@2026-09-30"_qs,
                               u"T1:line=1,col=members@2019-12-31"_qs,
                               u"T2:line=99,col=members@2026-09-30"_qs,
                               u"T2:line=%1,col=members@2026-09-30"_qs.arg(functional),
                               u"T2:line=late,col=terms@2026-09-30"_qs,
                               u"T2:line=1@2026-09-30"_qs,
                               u"T3@2026-09-30"_qs,
                               u"T3:line=18@2026-09-30"_qs,
                               u"T3:line=7,col=women@2026-09-30"_qs,
                               u"T3:line=07@2026-09-30"_qs,
                               u"T8:line=1,col=total@2026-09-30"_qs,
                               u"check.z@2026-09-30"_qs,
                               u"check.c:line=1@2026-09-30"_qs,
                               u"nonsense"_qs}) {
        const auto rows = (*figures)->rows(key);
        QVERIFY2(!rows, qPrintable(key));
        QCOMPARE(rows.error().kind, ErrorKind::NotFound);
        QVERIFY2(!(*figures)->rule(key) && !(*figures)->nearMisses(key), qPrintable(key));
    }
    // Nobody can write in this view's transaction, and it ends with the view.
    QVERIFY(m_book->reader().database().inTransaction());
}

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
