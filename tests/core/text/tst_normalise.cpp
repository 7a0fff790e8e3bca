#include "core/text/chinesenumber.h"
#include "core/text/normalise.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace gridbook::text;
using namespace Qt::StringLiterals;

class TestNormalise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void width() { QCOMPARE(toHalfWidth(u"ＡＢｃ１２３（甲）：～\u3000、。"), u"ABc123(甲):~ 、。"_qs); }

    void blanks()
    {
        QCOMPARE(trimmed(u"\ufeff \u3000张 三\u200b\u00a0\t\r\n"), u"张 三"_qs);
        QCOMPARE(withoutBlanks(u"张\u3000三\u200b\u2003四"), u"张三四"_qs);
        QCOMPARE(tidied(u"  a \u3000 b\u200bc\n"), u"a bc"_qs);
        QCOMPARE(codeText(u"'１２ 3"), u"123"_qs);
        QCOMPARE(trimmed(u" \t"), QString());
        QCOMPARE(dictionaryText(u" ｍ "), u"M"_qs);
    }

    void lists_data()
    {
        QTest::addColumn<QString>("separator");
        const auto row = [](const char *name, const QString &separator) { QTest::newRow(name) << separator; };
        row("enumeration comma", u"\u3001"_qs);
        row("comma", u","_qs);
        row("full-width comma", u"\uFF0C"_qs);
        row("semicolon", u";"_qs);
        row("full-width semicolon", u"\uFF1B"_qs);
        row("slash", u"/"_qs);
        row("full-width slash", u"\uFF0F"_qs);
        row("bar", u"|"_qs);
        row("full-width bar", u"\uFF5C"_qs);
        row("new line", u"\r\n"_qs);
        row("between blanks", u" \uFF0C\u3000"_qs);
        row("twice", u"\uFF1B;"_qs);
    }
    void lists()
    {
        QFETCH(QString, separator);
        QCOMPARE(splitList(QString(u"张三" + separator + u"李四" + separator)), (QStringList{u"张三"_qs, u"李四"_qs}));
        QCOMPARE(splitList(separator), QStringList());
    }

    void naturalOrder_data()
    {
        QTest::addColumn<QStringList>("ordered");
        QTest::newRow("grids") << QStringList{u"第一网格"_qs,   u"第二网格"_qs,   u"第九网格"_qs,      u"第十网格"_qs,
                                              u"第十一网格"_qs, u"第二十网格"_qs, u"第一百零三网格"_qs};
        QTest::newRow("buildings") << QStringList{u"1幢"_qs, u"2幢"_qs, u"10幢"_qs, u"11幢"_qs, u"100幢"_qs};
        QTest::newRow("stems") << QStringList{u"甲幢"_qs, u"乙幢"_qs, u"丙幢"_qs, u"丁幢"_qs};
        QTest::newRow("rooms") << QStringList{u"1-2-301"_qs, u"1-2-1001"_qs, u"1-10-301"_qs, u"2-1-101"_qs};
        QTest::newRow("mixed scripts") << QStringList{u"第1网格"_qs, u"第二网格"_qs, u"第03网格"_qs, u"第４网格"_qs};
        QTest::newRow("letters") << QStringList{u"A座2"_qs, u"a座10"_qs, u"B座1"_qs};
        QTest::newRow("long numbers") << QStringList{u"99999999999999999998"_qs, u"99999999999999999999"_qs,
                                                     u"100000000000000000000"_qs};
    }
    void naturalOrder()
    {
        QFETCH(QStringList, ordered);
        for (qsizetype i = 1; i < ordered.size(); ++i) {
            QVERIFY2(naturalKey(ordered[i - 1]) < naturalKey(ordered[i]), qPrintable(ordered[i]));
        }
        QCOMPARE(naturalKey(u"第 十 网格"), naturalKey(u"第10网格"));
    }

    void expands_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QStringList>("names");
        const auto row = [](const QString &raw, const QStringList &names) {
            QTest::newRow(qPrintable(raw)) << raw << names;
        };
        row(u"1-3幢"_qs, {u"1幢"_qs, u"2幢"_qs, u"3幢"_qs});
        row(u"1-10幢"_qs, {u"1幢"_qs, u"2幢"_qs, u"3幢"_qs, u"4幢"_qs, u"5幢"_qs, u"6幢"_qs, u"7幢"_qs, u"8幢"_qs,
                           u"9幢"_qs, u"10幢"_qs});
        row(u"1幢—3幢"_qs, {u"1幢"_qs, u"2幢"_qs, u"3幢"_qs});
        row(u"1、2、5幢"_qs, {u"1幢"_qs, u"2幢"_qs, u"5幢"_qs});
        row(u"1号楼至3号楼、5号楼"_qs, {u"1号楼"_qs, u"2号楼"_qs, u"3号楼"_qs, u"5号楼"_qs});
        row(u"1-2、7栋"_qs, {u"1栋"_qs, u"2栋"_qs, u"7栋"_qs});
        row(u"甲/乙幢"_qs, {u"甲幢"_qs, u"乙幢"_qs});
        row(u"甲-丙幢"_qs, {u"甲幢"_qs, u"乙幢"_qs, u"丙幢"_qs});
        row(u"A～C座"_qs, {u"A座"_qs, u"B座"_qs, u"C座"_qs});
        row(u"09-11#"_qs, {u"09#"_qs, u"10#"_qs, u"11#"_qs});
        row(u"第一至第三网格"_qs, {u"第一网格"_qs, u"第二网格"_qs, u"第三网格"_qs});
        row(u"老年公寓"_qs, {u"老年公寓"_qs});
        row(u"甲1幢"_qs, {u"甲1幢"_qs});
        row(u"1-2-301"_qs, {u"1-2-301"_qs});
        row(u"A-c座"_qs, {u"A-c座"_qs});
        row(u""_qs, {});
    }
    void expands()
    {
        QFETCH(QString, raw);
        QFETCH(QStringList, names);
        const auto expanded = expandNames(raw);
        QVERIFY2(expanded.ok(), qPrintable(expanded ? QString() : expanded.error().message));
        QCOMPARE(*expanded, names);
    }
    void refusesBadRanges()
    {
        QVERIFY(!expandNames(u"10-1幢"));
        QVERIFY(!expandNames(u"1-999999幢"));
    }

    void hanNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("value"); // -1: not a number
        const auto row = [](const QString &text, qint64 value) { QTest::newRow(qPrintable(text)) << text << value; };
        row(u"一千二百三十"_qs, 1230);
        row(u"十"_qs, 10);
        row(u"二十"_qs, 20);
        row(u"廿一"_qs, 21);
        row(u"卅"_qs, 30);
        row(u"一百零五"_qs, 105);
        row(u"两千〇六"_qs, 2006);
        row(u"一九七八"_qs, 1978);
        row(u"二〇〇六"_qs, 2006);
        row(u"一万零五十"_qs, 10050);
        row(u"三亿二千万"_qs, 320000000);
        row(u"叁拾"_qs, 30);
        row(u"壹佰贰拾叁"_qs, 123);
        row(u"〇"_qs, 0);
        row(u"百"_qs, -1);
        row(u"十百"_qs, -1);
        row(u"二三十"_qs, -1);
        row(u"万"_qs, -1);
        row(u"张三"_qs, -1);
        row(u""_qs, -1);
    }
    void hanNumbers()
    {
        QFETCH(QString, text);
        QFETCH(qint64, value);
        QCOMPARE(parseHanNumber(text).value_or(-1), value);
    }
    void hanNumbersThereAndBack()
    {
        QCOMPARE(toHan(1230), u"一千二百三十"_qs);
        QCOMPARE(toHan(10), u"十"_qs);
        QCOMPARE(toHan(15), u"十五"_qs);
        QCOMPARE(toHan(110), u"一百一十"_qs);
        QCOMPARE(toHan(10005), u"一万零五"_qs);
        QCOMPARE(toHan(107000), u"十万七千"_qs);
        QCOMPARE(toHan(0), u"〇"_qs);
        for (qint64 number = 0; number < 3000000000; number = number * 5 / 4 + 1) {
            QCOMPARE(parseHanNumber(toHan(number)), number);
            QCOMPARE(parseHanNumber(toCapital(number)), number);
            QCOMPARE(parseHanNumber(toHanDigits(number)), number);
            QCOMPARE(parseHanNumber(toCapitalDigits(number)), number);
        }
    }

    void papers()
    {
        QCOMPARE(capitalYearMonth(QDate(2026, 9, 1)), u"贰零贰陆年零玖月"_qs);
        QCOMPARE(capitalYearMonth(QDate(2026, 10, 1)), u"贰零贰陆年壹拾月"_qs);
        QCOMPARE(capitalYearMonth(QDate(2026, 12, 1)), u"贰零贰陆年壹拾贰月"_qs);
        QCOMPARE(capitalDate(QDate(2026, 9, 30)), u"贰零贰陆年零玖月叁拾日"_qs);
        QCOMPARE(capitalDate(QDate(2006, 1, 5)), u"贰零零陆年零壹月零伍日"_qs);
        QCOMPARE(toCapital(30), u"叁拾"_qs);
        QCOMPARE(toCapital(10), u"壹拾"_qs);
        QCOMPARE(toHanDigits(2026), u"二〇二六"_qs);
    }

    void amounts_data()
    {
        QTest::addColumn<qint64>("fen");
        QTest::addColumn<QString>("text");
        const auto row = [](qint64 fen, const QString &text) { QTest::addRow("%lld", fen) << fen << text; };
        row(10000, u"壹佰元整"_qs);
        row(140950, u"壹仟肆佰零玖元伍角"_qs);
        row(600714, u"陆仟零柒元壹角肆分"_qs);
        row(1640902, u"壹万陆仟肆佰零玖元零贰分"_qs);
        row(32504, u"叁佰贰拾伍元零肆分"_qs);
        row(35, u"叁角伍分"_qs);
        row(5, u"伍分"_qs);
        row(0, u"零元整"_qs);
        row(-1500, u"负壹拾伍元整"_qs);
    }
    void amounts()
    {
        QFETCH(qint64, fen);
        QFETCH(QString, text);
        QCOMPARE(capitalAmount(Money::fen(fen)), text);
    }
};

QTEST_GUILESS_MAIN(TestNormalise)
#include "tst_normalise.moc"
