#include "core/rules/bandrules.h"
#include "core/rules/rules.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace Qt::StringLiterals;

class TestBands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data()
    {
        QTest::addColumn<int>("table");
        QTest::addColumn<QStringList>("labels");
        QTest::addColumn<QList<int>>("lowest"); // of each band
        QTest::newRow("ages") << 0 << QStringList{u"30岁及以下"_qs, u"31至35岁"_qs,  u"36至40岁"_qs, u"41至45岁"_qs,
                                                  u"46至50岁"_qs,   u"51至55岁"_qs,  u"56至60岁"_qs, u"61至65岁"_qs,
                                                  u"66至70岁"_qs,   u"71岁及以上"_qs}
                              << QList<int>{0, 31, 36, 41, 46, 51, 56, 61, 66, 71};
        QTest::newRow("broad ages") << 1
                                    << QStringList{u"35岁及以下"_qs, u"36至45岁"_qs, u"46至54岁"_qs, u"55至59岁"_qs,
                                                   u"60岁及以上"_qs}
                                    << QList<int>{0, 36, 46, 55, 60};
        QTest::newRow("new members") << 2 << QStringList{u"25岁及以下"_qs, u"26至30岁"_qs, u"31至35岁"_qs,
                                                         u"36至40岁"_qs,   u"41至59岁"_qs, u"60岁及以上"_qs}
                                     << QList<int>{0, 26, 31, 36, 41, 60};
        QTest::newRow("standing") << 3
                                  << QStringList{u"不满1年"_qs, u"1至5年"_qs, u"6至10年"_qs, u"11至20年"_qs,
                                                 u"21年及以上"_qs}
                                  << QList<int>{0, 1, 6, 11, 21};
    }
    void numbers()
    {
        QFETCH(int, table);
        QFETCH(QStringList, labels);
        QFETCH(QList<int>, lowest);
        const NumberBands bands =
            QList<NumberBands>{memberAgeBands(), broadAgeBands(), developmentAgeBands(), standingBands()}[table];
        QCOMPARE(bands.bands.size(), labels.size());
        for (qsizetype i = 0; i < labels.size(); ++i) {
            QCOMPARE(bands.bands[i].label.zh, labels[i]);
            QVERIFY(!bands.bands[i].label.en.isEmpty());
            QCOMPARE(bands.indexOf(lowest[i]), i);
            QCOMPARE(bands.indexOf(lowest[i] - 1), i - 1); // no gap, no overlap
        }
        QCOMPARE(bands.indexOf(120), labels.size() - 1);
        QCOMPARE(bands.bandOf(-1), nullptr);
    }

    void joinDates_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("band");
        QTest::newRow("1921") << QDate(1921, 7, 23) << 0;
        QTest::newRow("6 July 1937") << QDate(1937, 7, 6) << 0;
        QTest::newRow("7 July 1937") << QDate(1937, 7, 7) << 1;
        QTest::newRow("2 September 1945") << QDate(1945, 9, 2) << 1;
        QTest::newRow("3 September 1945") << QDate(1945, 9, 3) << 2;
        QTest::newRow("30 September 1949") << QDate(1949, 9, 30) << 2;
        QTest::newRow("1 October 1949") << QDate(1949, 10, 1) << 3;
        QTest::newRow("30 April 1966") << QDate(1966, 4, 30) << 3;
        QTest::newRow("1 May 1966") << QDate(1966, 5, 1) << 4;
        QTest::newRow("31 October 1976") << QDate(1976, 10, 31) << 4;
        QTest::newRow("1 November 1976") << QDate(1976, 11, 1) << 5;
        QTest::newRow("31 December 1978") << QDate(1978, 12, 31) << 5;
        QTest::newRow("1 January 1979") << QDate(1979, 1, 1) << 6;
        QTest::newRow("31 October 2002") << QDate(2002, 10, 31) << 6;
        QTest::newRow("1 November 2002") << QDate(2002, 11, 1) << 7;
        QTest::newRow("31 October 2012") << QDate(2012, 10, 31) << 7;
        QTest::newRow("1 November 2012") << QDate(2012, 11, 1) << 8;
        QTest::newRow("2026") << QDate(2026, 9, 30) << 8;
    }
    void joinDates()
    {
        QFETCH(QDate, day);
        QFETCH(int, band);
        QCOMPARE(joinDateBands().indexOf(day), band);
    }

    void imprecisePlaces()
    {
        const DateBands bands = joinDateBands();
        const auto place = placeOf(PartialDate::fromIso(u"1937-07"), bands);
        QCOMPARE(place.first, 0);
        QVERIFY(!place.certain);
        QVERIFY(!placeOf(PartialDate::fromIso(u"1949"), bands).certain);
        QVERIFY(placeOf(PartialDate::fromIso(u"1978-10"), bands).certain);
        QCOMPARE(placeOf(PartialDate::fromIso(u"1978-10"), bands).first, 5);
        QCOMPARE(placeOf(PartialDate(), bands).first, -1);
    }

    // The values that a book begins with are the bands of the annual tables.
    void presetsAreThoseOfTheAnnualTables()
    {
        const auto value = [](const QString &code) {
            for (const rules::Rule &rule : rules::known()) {
                if (rule.code == code) {
                    return rule.value;
                }
            }
            return QString();
        };
        const auto same = [](const auto &bands, const auto &expected) {
            QCOMPARE(bands.bands.size(), expected.bands.size());
            for (qsizetype i = 0; i < bands.bands.size(); ++i) {
                QCOMPARE(bands.bands[i].label.zh, expected.bands[i].label.zh);
                QCOMPARE(bands.bands[i].label.en, expected.bands[i].label.en);
                QCOMPARE(bands.bands[i].from, expected.bands[i].from);
                QCOMPARE(bands.bands[i].to, expected.bands[i].to);
            }
        };
        const auto ages = parseAgeBands(value(u"bands.age"_qs));
        QVERIFY_RESULT(ages);
        same(*ages, memberAgeBands());
        const auto standings = parseStandingBands(value(u"bands.standing"_qs));
        QVERIFY_RESULT(standings);
        same(*standings, standingBands());
        const auto joins = parseJoinBands(value(u"bands.join"_qs));
        QVERIFY_RESULT(joins);
        same(*joins, joinDateBands());
        const CodeTables codes;
        const auto education = parseEducationGroups(value(u"bands.education"_qs), codes);
        QVERIFY_RESULT(education);
        for (const CodeItem &item : codes.find(codes::education)->items) {
            QCOMPARE(education->groups.at(education->indexOf(item.code)).id, educationGroupOf(item.code));
        }
        QCOMPARE(education->indexOf(u""), -1);
        QCOMPARE(education->indexOf(u"55"), -1);
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, const QString &rule, const QString &value, bool good) {
            QTest::newRow(name) << rule << value << good;
        };
        const QString age = u"bands.age"_qs;
        row("ages", age, u"31 46 61"_qs, true);
        row("ages with Chinese commas", age, u"31，46、61"_qs, true);
        row("one year wide", age, u"31 32"_qs, true);
        row("descending", age, u"31 61 46"_qs, false);
        row("the same twice", age, u"31 31"_qs, false);
        row("no number", age, u"31 abc"_qs, false);
        row("nought", age, u"0 31"_qs, false);
        row("too old", age, u"31 200"_qs, false);
        row("nothing but blanks", age, u" , "_qs, false);
        row("standing", u"bands.standing"_qs, u"1 10"_qs, true);
        row("standing descending", u"bands.standing"_qs, u"10 1"_qs, false);
        row("days", u"bands.join"_qs, u"1949-10 1978-12-18"_qs, true);
        row("days descending", u"bands.join"_qs, u"1978-12-18 1949-10"_qs, false);
        row("no day", u"bands.join"_qs, u"1949-13-01"_qs, false);
        const QString education = u"bands.education"_qs;
        row("two groups", education, u"大专及以上：1、2、3；其他：4,6,7,8,9"_qs, true);
        row("a code in none", education, u"大专及以上:1,2,3；其他:4,6,7,8"_qs, false);
        row("a code in two", education, u"大专及以上:1,2,3；其他:31,4,6,7,8,9"_qs, false);
        row("no such code", education, u"大专及以上:1,2,3；其他:4,5,6,7,8,9"_qs, false);
        row("one name twice", education, u"甲:1,2,3；甲:4,6,7,8,9"_qs, false);
        row("no codes", education, u"甲；乙:1,2,3,4,6,7,8,9"_qs, false);
        row("a number", u"grid.minHouseholds"_qs, u"450"_qs, true);
        row("no number of households", u"grid.minHouseholds"_qs, u"四百五"_qs, false);
        row("negative", u"grid.minHouseholds"_qs, u"-1"_qs, false);
        row("words", u"report.addressee"_qs, u"竹西街道党工委"_qs, true);
    }
    // As the form of the rules says it, and an import too.
    void whatIsRefused()
    {
        QFETCH(const QString, rule);
        QFETCH(const QString, value);
        QFETCH(const bool, good);
        const RegistrySpec spec = rules::registries().first();
        const QVariantMap values{{u"code"_qs, rule}, {u"value"_qs, value}};
        const QList<Issue> issues = spec.validate({values, QDate(2026, 9, 30)});
        QCOMPARE(issues.isEmpty(), good);
        if (!good) {
            QCOMPARE(issues.first().field, u"value"_qs);
            QCOMPARE(issues.first().level, IssueLevel::Error);
            QVERIFY(!issues.first().message.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestBands)
#include "tst_bands.moc"
