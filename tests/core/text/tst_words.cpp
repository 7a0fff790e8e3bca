#include "core/text/words.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace gridbook::text;
using namespace Qt::StringLiterals;

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sex()
    {
        for (const QString &text :
             {u"男"_qs, u" 男 "_qs, u"男性"_qs, u"M"_qs, u"m"_qs, u"Male"_qs, u"1"_qs, u"１"_qs}) {
            QCOMPARE(*parseSex(text), Sex::Male);
        }
        for (const QString &text : {u"女"_qs, u"女\u3000"_qs, u"女性"_qs, u"F"_qs, u"f"_qs, u"2"_qs}) {
            QCOMPARE(*parseSex(text), Sex::Female);
        }
        for (const QString &text : {u""_qs, u"3"_qs, u"男女"_qs, u"不详"_qs}) {
            QVERIFY(!parseSex(text));
        }
        QCOMPARE(sexInChinese(Sex::Female), u"女"_qs);
    }

    void yesNo()
    {
        for (const QString &text : {u"是"_qs, u"√"_qs, u"Y"_qs, u"y"_qs, u"有"_qs, u"✓"_qs, u"1"_qs, u"Yes"_qs}) {
            QCOMPARE(*parseYesNo(text), std::optional(true));
        }
        for (const QString &text : {u"否"_qs, u"×"_qs, u"N"_qs, u"无"_qs, u"x"_qs, u"0"_qs, u"no"_qs}) {
            QCOMPARE(*parseYesNo(text), std::optional(false));
        }
        QVERIFY(!parseYesNo(u" \u3000")->has_value());
        QVERIFY(!parseYesNo(u"也许"));
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
