#include "core/base/quarter.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace Qt::StringLiterals;

class TestQuarter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const QString &text : {u"2026Q3"_qs, u"2026q3"_qs, u"2026-Q3"_qs, u"2026年第三季度"_qs,
                                    u"2026年第3季度"_qs, u"2026年三季度"_qs, u" 2026Q3 "_qs}) {
            QTest::newRow(qPrintable(text)) << text << true;
        }
        for (const QString &text : {u""_qs, u"2026"_qs, u"2026Q5"_qs, u"2026Q0"_qs, u"26Q3"_qs, u"2026年第五季度"_qs}) {
            QTest::newRow(qPrintable(text)) << text << false;
        }
    }
    void parses()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto quarter = Quarter::parse(text);
        QCOMPARE(quarter.ok(), good);
        if (good) {
            QCOMPARE(*quarter, Quarter(2026, 3));
        } else {
            QVERIFY(!quarter.error().message.isEmpty());
        }
    }

    void bounds()
    {
        const Quarter quarter(2026, 3);
        QCOMPARE(quarter.begin(), QDate(2026, 7, 1));
        QCOMPARE(quarter.lastDay(), QDate(2026, 9, 30));
        QCOMPARE(quarter.end(), QDate(2026, 10, 1));
        QCOMPARE(quarter.toString(), u"2026Q3"_qs);
        QCOMPARE(quarter.toChinese(), u"2026年第三季度"_qs);
        QCOMPARE(quarter.sameLastYear(), Quarter(2025, 3));
        QCOMPARE(Quarter(2026, 1).previous(), Quarter(2025, 4));
        QCOMPARE(Quarter(2026, 4).next(), Quarter(2027, 1));
        QVERIFY(Quarter(2025, 4) < Quarter(2026, 1));
    }

    // Every day lies in exactly one quarter, and the quarters follow each other without gap.
    void everyDay()
    {
        for (QDate day(2023, 1, 1); day < QDate(2028, 1, 1); day = day.addDays(1)) {
            const Quarter quarter = Quarter::of(day);
            QVERIFY(quarter.begin() <= day && day < quarter.end());
            QCOMPARE(quarter.next().begin(), quarter.end());
            QCOMPARE(quarter.next().previous(), quarter);
            QCOMPARE(*Quarter::parse(quarter.toString()), quarter);
            QCOMPARE(*Quarter::parse(quarter.toChinese()), quarter);
        }
    }

    void periods()
    {
        const Period period{QDate(2026, 7, 1), QDate(2026, 10, 1)};
        QVERIFY(period.contains(QDate(2026, 7, 1)));
        QVERIFY(period.contains(QDate(2026, 9, 30)));
        QVERIFY(!period.contains(QDate(2026, 10, 1)));
        QVERIFY(!period.contains(QDate(2026, 6, 30)));
        const Period open{QDate(2026, 7, 1), {}};
        QVERIFY(open.contains(QDate(2099, 1, 1)));
    }
};

QTEST_GUILESS_MAIN(TestQuarter)
#include "tst_quarter.moc"
