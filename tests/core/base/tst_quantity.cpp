#include "core/base/quantity.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace Qt::StringLiterals;

class TestQuantity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void yuan_data()
    {
        QTest::addColumn<qint64>("fen");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << u"0.00"_qs;
        QTest::newRow("fen") << qint64(5) << u"0.05"_qs;
        QTest::newRow("jiao") << qint64(50) << u"0.50"_qs;
        QTest::newRow("yuan") << qint64(123450) << u"1234.50"_qs;
        QTest::newRow("negative") << qint64(-5) << u"-0.05"_qs;
        QTest::newRow("negative yuan") << qint64(-123450) << u"-1234.50"_qs;
    }
    void yuan()
    {
        QFETCH(qint64, fen);
        QFETCH(QString, text);
        QCOMPARE(Money::fen(fen).toYuan(), text);
    }

    void sums()
    {
        QCOMPARE((Money::fen(150) + Money::fen(250)).fen(), 400);
        QCOMPARE((Money::fen(150) - Money::fen(250)).fen(), -100);
        QVERIFY(Money::fen(150) < Money::fen(151));
        QCOMPARE((Minutes(30) + Minutes(45)).count(), 75);
        QVERIFY(Minutes(30) < Minutes(45));
    }
};

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
