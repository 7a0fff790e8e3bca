#include "core/rules/bands.h"
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
};

QTEST_GUILESS_MAIN(TestBands)
#include "tst_bands.moc"
