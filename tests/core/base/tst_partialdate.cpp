#include "core/base/partialdate.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace Qt::StringLiterals;

class TestPartialDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storedForm_data()
    {
        QTest::addColumn<QString>("iso");
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        QTest::addColumn<QString>("chinese");
        QTest::newRow("day") << u"1978-07-01"_qs << QDate(1978, 7, 1) << QDate(1978, 7, 1) << u"1978年7月1日"_qs;
        QTest::newRow("month") << u"1978-07"_qs << QDate(1978, 7, 1) << QDate(1978, 7, 31) << u"1978年7月"_qs;
        QTest::newRow("February") << u"2024-02"_qs << QDate(2024, 2, 1) << QDate(2024, 2, 29) << u"2024年2月"_qs;
        QTest::newRow("year") << u"1978"_qs << QDate(1978, 1, 1) << QDate(1978, 12, 31) << u"1978年"_qs;
    }
    void storedForm()
    {
        QFETCH(QString, iso);
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        QFETCH(QString, chinese);
        const PartialDate date = PartialDate::fromIso(iso);
        QVERIFY(!date.isNull());
        QCOMPARE(date.firstDay(), first);
        QCOMPARE(date.lastDay(), last);
        QCOMPARE(date.toIso(), iso);
        QCOMPARE(date.toChinese(), chinese);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("iso");
        for (const QString &iso : {u""_qs, u"1986-02-29"_qs, u"1978-13"_qs, u"1978-00"_qs, u"1978/07/01"_qs,
                                   u"1978.7"_qs, u"197"_qs, u"abcd"_qs, u"1978-07-1"_qs}) {
            QTest::newRow(qPrintable(iso)) << iso;
        }
    }
    void refuses()
    {
        QFETCH(QString, iso);
        const PartialDate date = PartialDate::fromIso(iso);
        QVERIFY(date.isNull());
        QCOMPARE(date.toIso(), QString());
        QCOMPARE(date.toChinese(), QString());
    }

    void precisionIsPartOfTheDate()
    {
        const PartialDate month(QDate(1978, 7, 15), DatePrecision::Month);
        QCOMPARE(month.firstDay(), QDate(1978, 7, 1)); // the day was never known
        QVERIFY(month != PartialDate(QDate(1978, 7, 1)));
        QVERIFY(PartialDate(QDate(1978, 7, 2)) > month);
        QVERIFY(!PartialDate(QDate(1986, 2, 30), DatePrecision::Month).toIso().size());
    }

    // The stored text sorts as the dates do, whatever their precision.
    void textSortsLikeDates()
    {
        QStringList texts;
        for (QDate day(1949, 1, 1); day < QDate(1952, 1, 1); day = day.addDays(1)) {
            texts += PartialDate(day).toIso();
            if (day.day() == 1) {
                texts += PartialDate(day, DatePrecision::Month).toIso();
            }
        }
        std::sort(texts.begin(), texts.end());
        for (qsizetype i = 1; i < texts.size(); ++i) {
            QVERIFY(PartialDate::fromIso(texts[i - 1]) <= PartialDate::fromIso(texts[i]));
            QCOMPARE(PartialDate::fromIso(texts[i]).toIso(), texts[i]);
        }
    }

    void age()
    {
        const PartialDate birth(QDate(1966, 9, 30));
        QCOMPARE(birth.yearsAt(QDate(2026, 9, 29)), 59);
        QCOMPARE(birth.yearsAt(QDate(2026, 9, 30)), 60); // the birthday completes the year
        QCOMPARE(PartialDate(QDate(2000, 2, 29)).yearsAt(QDate(2026, 2, 28)), 25);
        QCOMPARE(PartialDate(QDate(2000, 2, 29)).yearsAt(QDate(2026, 3, 1)), 26);
        QCOMPARE(PartialDate::fromIso(u"1966").yearsAt(QDate(2026, 1, 1)), 60);
    }
};

QTEST_GUILESS_MAIN(TestPartialDate)
#include "tst_partialdate.moc"
