#include "core/text/pinyin.h"
#include "tests/support/testing.h"
#include <algorithm>

using namespace gridbook;
using namespace gridbook::text;
using namespace Qt::StringLiterals;

class TestPinyin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("pinyin");
        QTest::addColumn<QString>("initials");
        const auto row = [](const QString &name, const QString &pinyin, const QString &initials) {
            QTest::newRow(qPrintable(name)) << name << pinyin << initials;
        };
        row(u"陈永军"_qs, u"chen yong jun"_qs, u"cyj"_qs);
        row(u"张三"_qs, u"zhang san"_qs, u"zs"_qs);
        row(u"吕丽"_qs, u"lv li"_qs, u"ll"_qs);
        row(u"女娃"_qs, u"nv wa"_qs, u"nw"_qs);
        row(u"单田芳"_qs, u"shan tian fang"_qs, u"stf"_qs);
        row(u"解放"_qs, u"xie fang"_qs, u"xf"_qs);
        row(u"仇英"_qs, u"qiu ying"_qs, u"qy"_qs);
        row(u"曾国"_qs, u"zeng guo"_qs, u"zg"_qs);
        row(u"区建国"_qs, u"ou jian guo"_qs, u"ojg"_qs);
        row(u"查良"_qs, u"zha liang"_qs, u"zl"_qs);
        row(u"翟明"_qs, u"zhai ming"_qs, u"zm"_qs);
        row(u"朴英姬"_qs, u"piao ying ji"_qs, u"pyj"_qs);
        row(u"缪斯"_qs, u"miao si"_qs, u"ms"_qs);
        row(u"员明"_qs, u"yun ming"_qs, u"ym"_qs);
        row(u"盖明"_qs, u"ge ming"_qs, u"gm"_qs);
        row(u"召明"_qs, u"shao ming"_qs, u"sm"_qs);
        row(u"任明"_qs, u"ren ming"_qs, u"rm"_qs);
        row(u"华明"_qs, u"hua ming"_qs, u"hm"_qs);
        row(u"冼明"_qs, u"xian ming"_qs, u"xm"_qs);
        row(u"种明"_qs, u"chong ming"_qs, u"cm"_qs);
        row(u"佴明"_qs, u"nai ming"_qs, u"nm"_qs);
        row(u"薄明"_qs, u"bo ming"_qs, u"bm"_qs);
        row(u"尉迟恭"_qs, u"yu chi gong"_qs, u"ycg"_qs);
        row(u"万俟明"_qs, u"mo qi ming"_qs, u"mqm"_qs);
        row(u"单于明"_qs, u"chan yu ming"_qs, u"cym"_qs);
        row(u"单于"_qs, u"shan yu"_qs, u"sy"_qs);
        row(u"欧阳修"_qs, u"ou yang xiu"_qs, u"oyx"_qs);
        row(u"王解"_qs, u"wang jie"_qs, u"wj"_qs);
        row(u"阿依古丽·买买提"_qs, u"a yi gu li mai mai ti"_qs, u"ayglmmt"_qs);
        row(u"Anna Smith"_qs, u"anna smith"_qs, u"as"_qs);
        row(u""_qs, u""_qs, u""_qs);
    }
    void names()
    {
        QFETCH(QString, name);
        QFETCH(QString, pinyin);
        QFETCH(QString, initials);
        const NameKey key = nameKey(name);
        QCOMPARE(key.pinyin, pinyin);
        QCOMPARE(key.initials, initials);
        QCOMPARE(key.pinyins.value(0), QString(pinyin).remove(u' '));
        QCOMPARE(key.allInitials.value(0), initials);
    }

    void keepsAllReadings()
    {
        QCOMPARE(readingsOf(U'重').first(), u"zhong"_qs);
        QVERIFY(readingsOf(U'重').contains(u"chong"));
        QVERIFY(readingsOf(U'乐').contains(u"le") && readingsOf(U'乐').contains(u"yue"));
        QVERIFY(readingsOf(U'a').isEmpty());
        QCOMPARE(readingsOf(U'㕌'), QStringList{u"ai"_qs}); // Extension A
        QCOMPARE(readingsOf(U'𠼞'), QStringList{u"a"_qs});  // Extension B
        const NameKey key = nameKey(u"单重阳");
        QCOMPARE(key.pinyin, u"shan zhong yang"_qs);
        QVERIFY(key.pinyins.contains(u"danchongyang"));
        QVERIFY(key.pinyins.contains(u"shanchongyang"));
        QVERIFY(key.allInitials.contains(u"scy"));
        QVERIFY(key.allInitials.contains(u"dzy"));
        QCOMPARE(QSet<QString>(key.allInitials.begin(), key.allInitials.end()).size(), key.allInitials.size());
    }

    void combinationsAreLimited()
    {
        const NameKey key = nameKey(QString(30, u'重'));
        QCOMPARE(key.pinyins.size(), 16);
        QCOMPARE(key.initials, QString(30, u'z'));
    }

    void rareCharactersStandForThemselves()
    {
        const NameKey key = nameKey(u"王𠮷");
        QVERIFY(key.pinyin.startsWith(u"wang "));
        QCOMPARE(key.sortKey.isEmpty(), false);
        QVERIFY(!key.initials.isEmpty());
    }

    void sorts()
    {
        const QStringList ordered{u"安宁"_qs, u"陈安"_qs, u"陈宇"_qs, u"程安"_qs,   u"单明"_qs, u"李安"_qs, u"李白"_qs,
                                  u"黎安"_qs, u"黎白"_qs, u"吕布"_qs, u"欧阳修"_qs, u"区明"_qs, u"张三"_qs, u"曾国"_qs};
        QStringList sorted = ordered;
        std::reverse(sorted.begin(), sorted.end());
        std::sort(sorted.begin(), sorted.end(),
                  [](const QString &a, const QString &b) { return nameKey(a).sortKey < nameKey(b).sortKey; });
        const auto place = [&](const QString &name) { return sorted.indexOf(name); };
        QVERIFY(place(u"安宁"_qs) == 0);
        QVERIFY(place(u"陈宇"_qs) < place(u"程安"_qs));     // chen before cheng
        QVERIFY(place(u"单明"_qs) > place(u"欧阳修"_qs));   // shan, not dan
        QCOMPARE(place(u"李白"_qs), place(u"李安"_qs) + 1); // one surname together
        QCOMPARE(place(u"黎白"_qs), place(u"黎安"_qs) + 1);
        QVERIFY(place(u"曾国"_qs) < place(u"张三"_qs)); // zeng before zhang
    }

    void words_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pinyin");
        const auto row = [](const QString &text, const QString &pinyin) {
            QTest::newRow(qPrintable(text)) << text << pinyin;
        };
        row(u"长江新村"_qs, u"chang jiang xin cun"_qs);
        row(u"长安社区"_qs, u"chang an she qu"_qs);
        row(u"东长安街"_qs, u"dong chang an jie"_qs);
        row(u"重庆路"_qs, u"chong qing lu"_qs);
        row(u"农业银行家属院"_qs, u"nong ye yin hang jia shu yuan"_qs);
        row(u"建设银行重庆路支行"_qs, u"jian she yin hang chong qing lu zhi hang"_qs);
        row(u"行政中心"_qs, u"xing zheng zhong xin"_qs);
        row(u"夜市行动支部"_qs, u"ye shi xing dong zhi bu"_qs);
        row(u"首都花园"_qs, u"shou du hua yuan"_qs);
        row(u"音乐学院"_qs, u"yin yue xue yuan"_qs);
        row(u"人民调解室"_qs, u"ren min tiao jie shi"_qs);
        // Elsewhere as ever.
        row(u"网格长"_qs, u"wang ge zhang"_qs);
        row(u"重点项目"_qs, u"zhong dian xiang mu"_qs);
        row(u"自行车棚"_qs, u"zi xing che peng"_qs);
        row(u"乐园"_qs, u"le yuan"_qs);
        row(u"土地庙"_qs, u"tu di miao"_qs);
    }
    void words()
    {
        QFETCH(QString, text);
        QFETCH(QString, pinyin);
        const NameKey key = textKey(text);
        QCOMPARE(key.pinyin, pinyin);
        QCOMPARE(key.pinyins.value(0), QString(pinyin).remove(u' '));
        QVERIFY(key.pinyins.size() <= 16);
    }

    void wordsAreNotForPeople()
    {
        QCOMPARE(nameKey(u"长江").pinyin, u"zhang jiang"_qs);
        QVERIFY(nameKey(u"李长江").allInitials.contains(u"lcj")); // typed either way
        QVERIFY(textKey(u"长江新村").allInitials.contains(u"zjxc"));
        QVERIFY(textKey(u"长江新村").sortKey < textKey(u"东关新村").sortKey);
    }

    void texts()
    {
        QVERIFY(textKey(u"第二网格").sortKey < textKey(u"第十网格").sortKey);
        QVERIFY(textKey(u"1幢").sortKey < textKey(u"10幢").sortKey);
        QCOMPARE(textKey(u"东关社区").initials, u"dgsq"_qs);
        QCOMPARE(textKey(u"12号楼").initials, u"12hl"_qs);
        QCOMPARE(textKey(u"单位党委").initials, u"dwdw"_qs); // no surname here
    }

    void isQuick()
    {
        const QStringList names{u"陈永军"_qs, u"单田芳"_qs, u"王重阳"_qs, u"欧阳修"_qs, u"张三"_qs};
        (void)nameKey(u"热身"); // builds the table
        QElapsedTimer timer;
        timer.start();
        qsizetype length = 0;
        for (int i = 0; i < 20000; ++i) {
            length += nameKey(names[i % names.size()]).sortKey.size();
        }
        QVERIFY(length > 0);
        qInfo("%.0f names per second", 20000.0 / (double(timer.nsecsElapsed()) / 1e9));
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(TestPinyin)
#include "tst_pinyin.moc"
