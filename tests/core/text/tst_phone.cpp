#include "core/text/phone.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace gridbook::text;
using namespace Qt::StringLiterals;

class TestPhone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("number"); // empty: refused
        QTest::addColumn<bool>("mobile");
        const auto row = [](const QString &raw, const QString &number, bool mobile) {
            QTest::newRow(qPrintable(raw)) << raw << number << mobile;
        };
        row(u"13812345678"_qs, u"13812345678"_qs, true);
        row(u"138 1234 5678"_qs, u"13812345678"_qs, true);
        row(u"138-1234-5678"_qs, u"13812345678"_qs, true);
        row(u"+86 13812345678"_qs, u"13812345678"_qs, true);
        row(u"8613812345678"_qs, u"13812345678"_qs, true);
        row(u"１３８１２３４５６７８"_qs, u"13812345678"_qs, true);
        row(u"13812345678.0"_qs, u"13812345678"_qs, true);
        row(u"'19912345678"_qs, u"19912345678"_qs, true);
        row(u"0917-7212345"_qs, u"0917-7212345"_qs, false);
        row(u"(0917)7212345"_qs, u"0917-7212345"_qs, false);
        row(u"029 87654321"_qs, u"029-87654321"_qs, false);
        row(u"010-62345678"_qs, u"010-62345678"_qs, false);
        row(u"7212345"_qs, u"7212345"_qs, false);
        row(u"0917-7212345-801"_qs, u"0917-7212345-801"_qs, false);
        row(u"029-87654321转8012"_qs, u"029-87654321-8012"_qs, false);
        row(u""_qs, u""_qs, false);
        row(u"12812345678"_qs, u""_qs, false);
        row(u"1381234567"_qs, u""_qs, false);
        row(u"138123456789"_qs, u""_qs, false);
        row(u"无"_qs, u""_qs, false);
        row(u"0000000"_qs, u""_qs, false);
    }
    void reads()
    {
        QFETCH(QString, raw);
        QFETCH(QString, number);
        QFETCH(bool, mobile);
        const auto phone = parsePhone(raw);
        QCOMPARE(phone.ok() ? phone->number : QString(), number);
        QVERIFY(!phone || (phone->kind == PhoneKind::Mobile) == mobile);
        QVERIFY(phone || !phone.error().message.isEmpty());
    }

    void numbers()
    {
        QCOMPARE(phoneFromNumber(13812345678.0)->number, u"13812345678"_qs);
        QCOMPARE(phoneFromNumber(9177212345.0)->number, u"0917-7212345"_qs);
        QVERIFY(!phoneFromNumber(0.5));
        QVERIFY(phoneFromNumber(1381234567.0).error().message.contains(u"10 digits"));
    }

    void cells_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QStringList>("others");
        QTest::addColumn<QStringList>("unreadable");
        const auto row = [](const QString &cell, const QString &first, const QStringList &others = {},
                            const QStringList &unreadable = {}) {
            QTest::newRow(qPrintable(cell)) << cell << first << others << unreadable;
        };
        row(u"13912345678 / 0917-7212345"_qs, u"13912345678"_qs, {u"0917-7212345"_qs});
        row(u"0917-7212345/13912345678"_qs, u"13912345678"_qs, {u"0917-7212345"_qs});
        row(u"13912345678、13812345678"_qs, u"13912345678"_qs, {u"13812345678"_qs});
        row(u"13912345678,13812345678;15012345678"_qs, u"13912345678"_qs, {u"13812345678"_qs, u"15012345678"_qs});
        row(u"13912345678 13812345678"_qs, u"13912345678"_qs, {u"13812345678"_qs});
        row(u"138 1234 5678"_qs, u"13812345678"_qs);
        row(u"138 1234 5678 0917 7212345"_qs, u"13812345678"_qs, {u"0917-7212345"_qs});
        row(u"13812345678\n13812345678"_qs, u"13812345678"_qs);
        row(u"手机:13812345678"_qs, u"13812345678"_qs);
        row(u"13812345678(家)"_qs, u"13812345678"_qs);
        row(u"13812345678或13912345678"_qs, u"13812345678"_qs, {u"13912345678"_qs});
        row(u"张三13812345678"_qs, u"13812345678"_qs, {}, {u"张三"_qs});
        row(u"13812345678.0"_qs, u"13812345678"_qs);
        row(u"1.3812345678E10"_qs, u"13812345678"_qs);
        row(u"1.38E+10"_qs, u""_qs, {}, {u"1.38E+10"_qs});
        row(u"1381234567"_qs, u""_qs, {}, {u"1381234567"_qs});
        row(u"无"_qs, u""_qs, {}, {u"无"_qs});
        row(u""_qs, u""_qs);
    }
    void cells()
    {
        QFETCH(QString, cell);
        QFETCH(QString, first);
        QFETCH(QStringList, others);
        QFETCH(QStringList, unreadable);
        const PhoneCell parsed = parsePhoneCell(cell);
        QCOMPARE(parsed.first ? parsed.first->number : QString(), first);
        QStringList numbers;
        for (const Phone &phone : parsed.others) {
            numbers += phone.number;
        }
        QCOMPARE(numbers, others);
        QCOMPARE(parsed.unreadable, unreadable);
    }

    void shows()
    {
        QCOMPARE(groupPhone(u"13812345678"), u"138 1234 5678"_qs);
        QCOMPARE(groupPhone(u"0917-7212345"), u"0917-7212345"_qs);
        QCOMPARE(maskPhone(u"13812345678"), u"138****5678"_qs);
        QCOMPARE(maskPhone(u"0917-7212345"), u"0917-***2345"_qs);
        QCOMPARE(maskPhone(u"7212345"), u"***2345"_qs);
        QCOMPARE(maskPhone(u""), QString());
    }
};

QTEST_GUILESS_MAIN(TestPhone)
#include "tst_phone.moc"
