#include "core/text/quantities.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace gridbook::text;
using namespace Qt::StringLiterals;

class TestQuantities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<int>("minutes"); // -1: refused
        QTest::addColumn<bool>("guessed");
        const auto row = [](const QString &raw, int minutes, bool guessed = false) {
            QTest::newRow(qPrintable(raw)) << raw << minutes << guessed;
        };
        row(u"3小时"_qs, 180);
        row(u"2小时"_qs, 120);
        row(u"2h"_qs, 120);
        row(u"2 H"_qs, 120);
        row(u"1.5小时"_qs, 90);
        row(u"2个小时"_qs, 120);
        row(u"两小时"_qs, 120);
        row(u"两小时半"_qs, 150);
        row(u"半小时"_qs, 30);
        row(u"1小时30分"_qs, 90);
        row(u"1:30"_qs, 90);
        row(u"0.5天"_qs, 120);
        row(u"半天"_qs, 120);
        row(u"1天"_qs, 240);
        row(u"120分钟"_qs, 120);
        row(u"45min"_qs, 45);
        row(u"90"_qs, 90, true);
        row(u"2"_qs, 120, true);
        row(u"０．５天"_qs, 120);
        row(u""_qs, -1);
        row(u"很久"_qs, -1);
        row(u"-2小时"_qs, -1);
        row(u"999999999小时"_qs, -1);
    }
    void durations()
    {
        QFETCH(QString, raw);
        QFETCH(int, minutes);
        QFETCH(bool, guessed);
        const auto duration = parseDuration(raw);
        QCOMPARE(duration.ok() ? int(duration->minutes.count()) : -1, minutes);
        QCOMPARE(duration.ok() && duration->guessed, guessed);
    }
    void durationRules()
    {
        QCOMPARE(parseDuration(u"1天", {480})->minutes, Minutes(480));
        const auto minutes = parseDuration(u"2", {240, DurationRule::Bare::Minutes});
        QCOMPARE(minutes->minutes, Minutes(2));
        QVERIFY(!minutes->guessed);
        QCOMPARE(parseDuration(u"90", {240, DurationRule::Bare::Hours})->minutes, Minutes(5400));
    }

    void money_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<bool>("good");
        QTest::addColumn<qint64>("fen");
        const auto row = [](const QString &raw, qint64 fen) { QTest::newRow(qPrintable(raw)) << raw << true << fen; };
        const auto bad = [](const QString &raw) { QTest::newRow(qPrintable(raw)) << raw << false << qint64(0); };
        row(u"1,000"_qs, 100000);
        row(u"1,000.50元"_qs, 100050);
        row(u"1，000.5"_qs, 100050);
        row(u"¥30"_qs, 3000);
        row(u"￥ 30.00"_qs, 3000);
        row(u"人民币30元整"_qs, 3000);
        row(u"15.000"_qs, 1500);
        row(u"-5.2"_qs, -520);
        row(u"1.2万元"_qs, 1200000);
        row(u"0"_qs, 0);
        row(u"壹佰元整"_qs, 10000);
        row(u"壹仟肆佰零玖元伍角"_qs, 140950);
        row(u"叁角伍分"_qs, 35);
        bad(u""_qs);
        bad(u"1,00"_qs);
        bad(u"1.005"_qs);
        bad(u"免交"_qs);
        bad(u"元"_qs);
        bad(u"12345678901234567890"_qs);
    }
    void money()
    {
        QFETCH(QString, raw);
        QFETCH(bool, good);
        QFETCH(qint64, fen);
        const auto amount = parseMoney(raw);
        QCOMPARE(amount.ok(), good);
        QCOMPARE(amount.ok() ? amount->fen() : 0, fen);
    }
};

QTEST_GUILESS_MAIN(TestQuantities)
#include "tst_quantities.moc"
