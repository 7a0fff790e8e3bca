#include "core/text/creditcode.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace gridbook::text;
using namespace Qt::StringLiterals;

class TestCreditCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts()
    {
        for (const QString &code : {u"91350100M000100Y43"_qs, u"11100000000013127D"_qs, u"91110000802100433B"_qs}) {
            const auto parsed = parseCreditCode(code);
            QVERIFY_RESULT(parsed);
            QCOMPARE(*parsed, code);
            QCOMPARE(creditCheckCharacter(QStringView(code).first(17)), code.back());
        }
        QCOMPARE(*parseCreditCode(u" '９1350100m000100y43"), u"91350100M000100Y43"_qs);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << u""_qs << u"missing"_qs;
        QTest::newRow("old code") << u"12345678-9"_qs << u"10 characters"_qs;
        QTest::newRow("letter O") << u"9135O100M000100Y43"_qs << u"Character 5"_qs;
        QTest::newRow("letter I") << u"91350100M000100YI3"_qs << u"Character 17"_qs;
        QTest::newRow("check") << u"91350100M000100Y44"_qs << u"must be 3"_qs;
    }
    void refuses()
    {
        QFETCH(QString, raw);
        QFETCH(QString, reason);
        const auto code = parseCreditCode(raw);
        QVERIFY(!code);
        QVERIFY2(code.error().message.contains(reason), qPrintable(code.error().message));
    }

    void findsEachTypingError()
    {
        const QString good = u"91350100M000100Y43"_qs;
        for (int i = 0; i < 18; ++i) {
            for (const QChar c : u"0123456789ABCDEFGHJKLMNPQRTUWXY"_qs) {
                QString typed = good;
                typed[i] = c;
                QCOMPARE(parseCreditCode(typed).ok(), typed == good);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCreditCode)
#include "tst_creditcode.moc"
