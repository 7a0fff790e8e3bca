// ID numbers and telephone numbers in running text, and what only looks like one.
#include "core/text/privatenumbers.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace Qt::StringLiterals;

class tst_PrivateNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void found_data();
    void found();
};

void tst_PrivateNumbers::found_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked"); // the same: it holds none
    QTest::addColumn<QString>("rest");
    const auto none = [](const char *name, const QString &text) { QTest::newRow(name) << text << text << text; };
    QTest::newRow("mobile") << u"其他电话：13912345678"_qs << u"其他电话：139****5678"_qs << u"其他电话"_qs;
    QTest::newRow("mobile with blanks") << u"某公司 139 1234 5678"_qs << u"某公司 139****5678"_qs << u"某公司"_qs;
    QTest::newRow("mobile with dashes") << u"139-1234-5678"_qs << u"139****5678"_qs << QString();
    QTest::newRow("country code") << u"+86 13912345678 儿子"_qs << u"139****5678 儿子"_qs << u"儿子"_qs;
    QTest::newRow("full width") << u"１３９１２３４５６７８（儿子）"_qs << u"139****5678（儿子）"_qs << u"（儿子）"_qs;
    QTest::newRow("in brackets") << u"某小学（13912345678）"_qs << u"某小学（139****5678）"_qs << u"某小学"_qs;
    QTest::newRow("fixed line") << u"0917-7212345 家"_qs << u"0917-***2345 家"_qs << u"家"_qs;
    QTest::newRow("fixed line of a demonstration") << u"0917-0000123"_qs << u"0917-***0123"_qs << QString();
    QTest::newRow("ID number") << u"儿子，999901199901010277"_qs << u"儿子，9999**********0277"_qs << u"儿子"_qs;
    QTest::newRow("ID number with X") << u"99990119780701001x"_qs << u"9999**********001x"_qs << QString();
    QTest::newRow("mistyped ID number") << u"999901197807010015"_qs << u"9999**********0015"_qs << QString();
    QTest::newRow("old ID number") << u"原证 610305700101102"_qs << u"原证 610*********102"_qs << u"原证"_qs;
    QTest::newRow("two") << u"13912345678、13812345678"_qs << u"139****5678、138****5678"_qs << QString();
    none("a community", u"610305001001"_qs);
    none("a grid", u"610305001001001"_qs);
    none("a micro grid", u"610305001001001001"_qs);
    none("a credit code", u"91610305MA6XHR1T0K"_qs);
    none("dates", u"1978-07-01 至 2026-09-30"_qs);
    none("a document", u"凤组发〔2026〕12号"_qs);
    none("a count", u"常住12345678901人"_qs);
    none("money", u"1,204,000.50元"_qs);
    none("nothing", QString());
}

void tst_PrivateNumbers::found()
{
    QFETCH(const QString, text);
    QFETCH(const QString, masked);
    QFETCH(const QString, rest);
    QCOMPARE(text::maskedNumbers(text), masked);
    QCOMPARE(text::holdsPrivateNumber(text), masked != text);
    const text::SplitText split = text::withoutPrivateNumbers(text);
    QCOMPARE(split.rest, rest);
    QCOMPARE(split.numbers.isEmpty(), masked == text);
    for (const QString &number : split.numbers) {
        QVERIFY(text.contains(number)); // nothing of it is lost
    }
    QVERIFY(!text::holdsPrivateNumber(split.rest));
    QVERIFY(!text::holdsPrivateNumber(masked) || masked == text);
}

QTEST_GUILESS_MAIN(tst_PrivateNumbers)
#include "tst_privatenumbers.moc"
