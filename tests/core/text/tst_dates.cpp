#include "core/text/dates.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace gridbook::text;
using namespace Qt::StringLiterals;

namespace {
const QDate today(2026, 9, 30);
}

class TestDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsText_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("iso");
        QTest::addColumn<bool>("ambiguous");
        const auto sure = [](const QString &raw, const QString &iso) {
            QTest::newRow(qPrintable(raw)) << raw << iso << false;
        };
        const auto asked = [](const QString &raw, const QString &iso) {
            QTest::newRow(qPrintable(raw)) << raw << iso << true;
        };
        sure(u"2021.7"_qs, u"2021-07"_qs);
        sure(u"2021.07.01"_qs, u"2021-07-01"_qs);
        sure(u"2021/7/1"_qs, u"2021-07-01"_qs);
        sure(u"2021-07-01"_qs, u"2021-07-01"_qs);
        sure(u"20210701"_qs, u"2021-07-01"_qs);
        sure(u"202107"_qs, u"2021-07"_qs);
        sure(u"2021年7月"_qs, u"2021-07"_qs);
        sure(u"2021年7月份"_qs, u"2021-07"_qs);
        sure(u"2021年7月1日"_qs, u"2021-07-01"_qs);
        sure(u"2021年7月1号"_qs, u"2021-07-01"_qs);
        sure(u"2021年"_qs, u"2021"_qs);
        sure(u"2021"_qs, u"2021"_qs);
        sure(u"1978.10."_qs, u"1978-10"_qs);
        sure(u"1978.10.00"_qs, u"1978-10"_qs);
        sure(u"19781000"_qs, u"1978-10"_qs);
        sure(u"19780000"_qs, u"1978"_qs);
        sure(u"一九七八年"_qs, u"1978"_qs);
        sure(u"一九七八年十月"_qs, u"1978-10"_qs);
        sure(u"一九七八年十二月三十一日"_qs, u"1978-12-31"_qs);
        sure(u"二〇二一年七月一日"_qs, u"2021-07-01"_qs);
        sure(u"二零二一年七月廿一日"_qs, u"2021-07-21"_qs);
        sure(u"二○二一年七月二十日"_qs, u"2021-07-20"_qs);
        sure(u"贰零贰陆年零玖月叁拾日"_qs, u"2026-09-30"_qs);
        sure(u"2021 . 7 . 1"_qs, u"2021-07-01"_qs);
        sure(u" 2021年 7月\u30001日\u00a0"_qs, u"2021-07-01"_qs);
        sure(u"２０２１．７．１"_qs, u"2021-07-01"_qs);
        sure(u"'2021.7"_qs, u"2021-07"_qs);
        sure(u"2021-07-01 00:00:00"_qs, u"2021-07-01"_qs);
        sure(u"2021-07-01T08:30"_qs, u"2021-07-01"_qs);
        sure(u"2021.7月"_qs, u"2021-07"_qs);
        sure(u"2021、7、1"_qs, u"2021-07-01"_qs);
        sure(u"2021—07—01"_qs, u"2021-07-01"_qs);
        sure(u"2021.0701"_qs, u"2021-07-01"_qs);
        sure(u"25/12/2021"_qs, u"2021-12-25"_qs);
        sure(u"7/7/2021"_qs, u"2021-07-07"_qs);
        sure(u"2024.2.29"_qs, u"2024-02-29"_qs);
        asked(u"78.10"_qs, u"1978-10"_qs);
        asked(u"26.1"_qs, u"2026-01"_qs);
        asked(u"27.1"_qs, u"1927-01"_qs);
        asked(u"05-3-1"_qs, u"2005-03-01"_qs);
        asked(u"78年10月"_qs, u"1978-10"_qs);
        asked(u"七八年十月"_qs, u"1978-10"_qs);
        asked(u"〇五年三月"_qs, u"2005-03"_qs);
        asked(u"78年"_qs, u"1978"_qs);
        asked(u"780701"_qs, u"1978-07-01"_qs);
        asked(u"7/1/2021"_qs, u"2021-07-01"_qs);
        asked(u"7/1/21"_qs, u"2021-07-01"_qs);
        asked(u"44378"_qs, u"2021-07-01"_qs);
        asked(u"190512"_qs, u"1905-12"_qs);
    }
    void readsText()
    {
        QFETCH(QString, raw);
        QFETCH(QString, iso);
        QFETCH(bool, ambiguous);
        const auto date = parseDate(raw, today);
        QVERIFY2(date.ok(), qPrintable(date ? QString() : date.error().message));
        QCOMPARE(date->date.toIso(), iso);
        QCOMPARE(date->ambiguous, ambiguous);
        QCOMPARE(date->note.isEmpty(), !ambiguous);
        QVERIFY(!ambiguous || date->note.contains(iso));
    }

    void refusesText_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("reason");
        const auto row = [](const QString &raw, const QString &reason) {
            QTest::newRow(qPrintable(raw)) << raw << reason;
        };
        row(u""_qs, u"missing"_qs);
        row(u"2021.2.30"_qs, u"only 28 days"_qs);
        row(u"2023年2月29日"_qs, u"only 28 days"_qs);
        row(u"20210631"_qs, u"only 30 days"_qs);
        row(u"2021.13"_qs, u"no month 13"_qs);
        row(u"202113"_qs, u"no month 13"_qs);
        row(u"3021.7"_qs, u"year 3021"_qs);
        row(u"1021.7"_qs, u"year 1021"_qs);
        row(u"不详"_qs, u"not a date"_qs);
        row(u"7.1"_qs, u"not a date"_qs);
        row(u"2021.7.1.3"_qs, u"not a date"_qs);
        row(u"2021.071"_qs, u"not a date"_qs);
        row(u"21"_qs, u"not a date"_qs);
        row(u"腊月"_qs, u"not a date"_qs);
        row(u"123456789"_qs, u"not a date"_qs);
    }
    void refusesText()
    {
        QFETCH(QString, raw);
        QFETCH(QString, reason);
        const auto date = parseDate(raw, today);
        QVERIFY2(!date.ok(), qPrintable(date ? date->date.toIso() : QString()));
        QVERIFY2(date.error().message.contains(reason), qPrintable(date.error().message));
    }

    void readsNumbers_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("iso"); // empty: refused
        QTest::addColumn<bool>("ambiguous");
        QTest::newRow("serial") << 44378.0 << u"2021-07-01"_qs << false;
        QTest::newRow("serial with time") << 44378.75 << u"2021-07-01"_qs << false;
        QTest::newRow("eight digits") << 20210701.0 << u"2021-07-01"_qs << false;
        QTest::newRow("six digits") << 202107.0 << u"2021-07"_qs << false;
        QTest::newRow("year") << 2021.0 << u"2021"_qs << false;
        QTest::newRow("2021.07") << 2021.07 << u"2021-07"_qs << false;
        QTest::newRow("2021.7") << 2021.7 << u"2021-07"_qs << false;
        QTest::newRow("2021.1") << 2021.1 << u"2021-01"_qs << true;
        QTest::newRow("2021.12") << 2021.12 << u"2021-12"_qs << false;
        QTest::newRow("1978.11") << 1978.11 << u"1978-11"_qs << false;
        QTest::newRow("78.1") << 78.1 << u"1978-01"_qs << true;
        QTest::newRow("780701") << 780701.0 << u"1978-07-01"_qs << true;
        QTest::newRow("2021.13") << 2021.13 << QString() << false;
        QTest::newRow("20210631") << 20210631.0 << QString() << false;
        QTest::newRow("phantom day") << 60.0 << QString() << false;
        QTest::newRow("zero") << 0.0 << QString() << false;
        QTest::newRow("negative") << -5.0 << QString() << false;
        QTest::newRow("not a number") << qQNaN() << QString() << false;
        QTest::newRow("infinite") << qInf() << QString() << false;
        QTest::newRow("an ID") << 6.1e17 << QString() << false;
    }
    void readsNumbers()
    {
        QFETCH(double, value);
        QFETCH(QString, iso);
        QFETCH(bool, ambiguous);
        const auto date = dateFromNumber(value, today);
        QCOMPARE(date.ok() ? date->date.toIso() : QString(), iso);
        QCOMPARE(date.ok() && date->ambiguous, ambiguous);
    }

    void untypedText()
    {
        QVERIFY(dateFromUntypedText(u"2021.1", today)->ambiguous);
        QVERIFY(!dateFromUntypedText(u"2021.10", today)->ambiguous);
        QVERIFY(!dateFromUntypedText(u"2021.01", today)->ambiguous);
        QVERIFY(!dateFromUntypedText(u"2021.1.1", today)->ambiguous);
        QVERIFY(!parseDate(u"2021.1", today)->ambiguous); // typed as text, it is what it says
        QVERIFY(!dateFromUntypedText(u"不详", today));
    }

    void serials()
    {
        QCOMPARE(dateFromSerial(1), QDate(1900, 1, 1));
        QCOMPARE(dateFromSerial(59), QDate(1900, 2, 28));
        QCOMPARE(dateFromSerial(60), std::nullopt);
        QCOMPARE(dateFromSerial(61), QDate(1900, 3, 1));
        QCOMPARE(dateFromSerial(44378), QDate(2021, 7, 1));
        QCOMPARE(dateFromSerial(2958465.9), QDate(9999, 12, 31));
        QCOMPARE(dateFromSerial(2958466), std::nullopt);
        QCOMPARE(dateFromSerial(0), std::nullopt);
        QCOMPARE(dateFromSerial(qQNaN()), std::nullopt);
        QCOMPARE(dateFromSerial(0, true), QDate(1904, 1, 1));
        QCOMPARE(dateFromSerial(44378 - 1462, true), QDate(2021, 7, 1));
        QCOMPARE(dateFromNumber(44378 - 1462, today, true)->date.toIso(), u"2021-07-01"_qs);
    }

    // Whatever way a day is written, the same day comes back.
    void everyDayInEveryForm()
    {
        for (QDate day(1900, 3, 1); day <= QDate(2050, 12, 31); day = day.addDays(17)) {
            const QStringList forms{day.toString(Qt::ISODate),           day.toString(u"yyyy.M.d"),
                                    day.toString(u"yyyy/MM/dd"),         day.toString(u"yyyyMMdd"),
                                    day.toString(u"yyyy.MM.dd"),         PartialDate(day).toChinese(),
                                    day.toString(u"yyyy-MM-dd 12:30:00")};
            for (const QString &form : forms) {
                const auto date = parseDate(form, today);
                QVERIFY2(date.ok(), qPrintable(form));
                QCOMPARE(date->date, PartialDate(day));
                QVERIFY(!date->ambiguous);
            }
            const auto serial = double(QDate(1899, 12, 30).daysTo(day));
            if (serial > 2100) {
                QCOMPARE(dateFromNumber(serial, today)->date, PartialDate(day));
            }
            QCOMPARE(dateFromSerial(serial), day);
            const PartialDate month(day, DatePrecision::Month);
            QCOMPARE(parseDate(month.toIso(), today)->date, month);
            QCOMPARE(parseDate(month.toChinese(), today)->date, month);
            QCOMPARE(parseDate(PartialDate(day, DatePrecision::Year).toIso(), today)->date.precision(),
                     DatePrecision::Year);
        }
    }

    // No text of digits and separators crashes, and what is read is a real date in the years that can be.
    void neverReadsNonsense()
    {
        const QString alphabet = u"0123456789.年月日十一/ "_qs;
        quint32 state = 20260930;
        for (int round = 0; round < 20000; ++round) {
            QString text;
            state = state * 1664525u + 1013904223u;
            const quint32 length = 1 + (state >> 16) % 11;
            for (quint32 i = 0; i < length; ++i) {
                state = state * 1664525u + 1013904223u;
                text += alphabet[qsizetype((state >> 16) % quint32(alphabet.size()))];
            }
            if (const auto date = parseDate(text, today)) {
                QVERIFY2(!date->date.isNull(), qPrintable(text));
                QVERIFY(date->date.firstDay().year() >= 1850 && date->date.firstDay().year() <= 2100);
                QCOMPARE(PartialDate::fromIso(date->date.toIso()), date->date);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestDates)
#include "tst_dates.moc"
