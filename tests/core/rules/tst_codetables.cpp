#include "core/rules/codetables.h"
#include "tests/support/testing.h"
#include <QSet>

using namespace gridbook;
using namespace Qt::StringLiterals;

class TestCodeTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allTablesAreThere()
    {
        for (const QStringView id : {codes::sex,
                                     codes::yesNo,
                                     codes::ethnic,
                                     codes::education,
                                     codes::educationGroup,
                                     codes::degree,
                                     codes::politicalStatus,
                                     codes::marital,
                                     codes::idType,
                                     codes::memberCategory,
                                     codes::membershipState,
                                     codes::workPost,
                                     codes::socialStratum,
                                     codes::lostReason,
                                     codes::increaseKind,
                                     codes::decreaseKind,
                                     codes::orgType,
                                     codes::orgBasis,
                                     codes::orgCategory,
                                     codes::unitSituation,
                                     codes::unitKind,
                                     codes::orgChangeKind,
                                     codes::committeePost,
                                     codes::electionMethod,
                                     codes::gridKind,
                                     codes::gridAreaKind,
                                     codes::gridPartyForm,
                                     codes::gridBand,
                                     codes::gridPostRole,
                                     codes::propertyMode,
                                     codes::householdKind,
                                     codes::urbanRural,
                                     codes::divisionLevel}) {
            QVERIFY2(m_tables.find(id), qPrintable(id.toString()));
            QCOMPARE(m_tables.find(id)->id, id);
        }
        QVERIFY(!m_tables.find(u"nothing"));
        QCOMPARE(m_tables.all().size(), 36);
    }

    // Codes and terms are unique, everything has an English gloss, and no synonym means two things.
    void tablesAreSound()
    {
        for (const CodeTable &table : m_tables.all()) {
            QSet<QString> codes;
            QSet<QString> words;
            QVERIFY(!table.term.zh.isEmpty() && !table.term.en.isEmpty() && !table.items.isEmpty());
            for (const CodeItem &item : table.items) {
                const QString where = table.id + u' ' + item.code;
                QVERIFY2(!item.code.isEmpty() && !item.term.zh.isEmpty() && !item.term.en.isEmpty(), qPrintable(where));
                QVERIFY2(!codes.contains(item.code), qPrintable(where));
                codes += item.code;
                for (const QString &word : QStringList{item.term.zh} + item.synonyms) {
                    const QString spot = where + u' ' + word;
                    QVERIFY2(!words.contains(word), qPrintable(spot));
                    words += word;
                    QVERIFY2(table.match(word) == &item, qPrintable(spot));
                }
                QCOMPARE(table.match(item.term.en), &item);
                QCOMPARE(table.match(item.code), &item);
                QCOMPARE(table.byCode(item.code), &item);
            }
        }
    }

    void understands_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code"); // empty: to be mapped by hand
        const auto row = [](QStringView table, const QString &text, const QString &code) {
            const QString name = table.toString() + u' ' + text;
            QTest::newRow(qPrintable(name)) << table.toString() << text << code;
        };
        row(codes::sex, u"男"_qs, u"1"_qs);
        row(codes::sex, u"女性"_qs, u"2"_qs);
        row(codes::sex, u"F"_qs, u"2"_qs);
        row(codes::sex, u"１"_qs, u"1"_qs);
        row(codes::ethnic, u"汉"_qs, u"01"_qs);
        row(codes::ethnic, u"汉族"_qs, u"01"_qs);
        row(codes::ethnic, u" 土 家 族 "_qs, u"15"_qs);
        row(codes::ethnic, u"维族"_qs, u"05"_qs);
        row(codes::ethnic, u"土"_qs, u"30"_qs);
        row(codes::ethnic, u"基诺族"_qs, u"56"_qs);
        row(codes::ethnic, u"火星族"_qs, u""_qs);
        row(codes::education, u"本科"_qs, u"21"_qs);
        row(codes::education, u"大学"_qs, u"21"_qs);
        row(codes::education, u"大学本科"_qs, u"21"_qs);
        row(codes::education, u"大本"_qs, u"21"_qs);
        row(codes::education, u"大学本科毕业"_qs, u"21"_qs);
        row(codes::education, u"本科学历"_qs, u"21"_qs);
        row(codes::education, u"全日制本科"_qs, u"21"_qs);
        row(codes::education, u"本科（在职）"_qs, u"21"_qs);
        row(codes::education, u"中央党校大学"_qs, u"21"_qs);
        row(codes::education, u"大专"_qs, u"31"_qs);
        row(codes::education, u"中专"_qs, u"41"_qs);
        row(codes::education, u"职高"_qs, u"44"_qs);
        row(codes::education, u"技校"_qs, u"47"_qs);
        row(codes::education, u"高中"_qs, u"61"_qs);
        row(codes::education, u"初中文化"_qs, u"71"_qs);
        row(codes::education, u"小学肄业"_qs, u"83"_qs);
        row(codes::education, u"文盲"_qs, u"90"_qs);
        row(codes::education, u"研究生"_qs, u"14"_qs);
        row(codes::education, u"21"_qs, u"21"_qs);
        row(codes::education, u"不详"_qs, u""_qs);
        row(codes::education, u""_qs, u""_qs);
        row(codes::memberCategory, u"正式"_qs, u"full"_qs);
        row(codes::memberCategory, u"预备党员"_qs, u"probationary"_qs);
        row(codes::membershipState, u"停止党籍"_qs, u"12"_qs);
        row(codes::politicalStatus, u"群众"_qs, u"13"_qs);
        row(codes::politicalStatus, u"中共党员"_qs, u"01"_qs);
        row(codes::workPost, u"退休"_qs, u"4121"_qs);
        row(codes::workPost, u"退休工人"_qs, u"4121"_qs);
        row(codes::workPost, u"社区工作者"_qs, u"5121"_qs);
        row(codes::workPost, u"参公"_qs, u"0112"_qs);
        row(codes::orgType, u"支部"_qs, u"branch"_qs);
        row(codes::orgType, u"党总支部"_qs, u"generalBranch"_qs);
        row(codes::committeePost, u"支部书记"_qs, u"secretary"_qs);
        row(codes::gridPostRole, u"网格员"_qs, u"fullTimeWorker"_qs);
        row(codes::yesNo, u"√"_qs, u"1"_qs);
        row(codes::yesNo, u"否"_qs, u"0"_qs);
        row(codes::lostReason, u"出国（境）"_qs, u"5"_qs);
        // A remark in brackets belongs to the text: no graduate who has not graduated.
        row(codes::education, u"大学（肄业）"_qs, u"23"_qs);
        row(codes::education, u"本科(结业)"_qs, u"22"_qs);
        row(codes::education, u"研究生【肄业】"_qs, u"16"_qs);
        row(codes::education, u"在职研究生（肄业）"_qs, u"16"_qs);
        row(codes::education, u"初中（肄业）"_qs, u"73"_qs);
        row(codes::education, u"大学（毕业）"_qs, u"21"_qs);
        row(codes::education, u"大学（本科）"_qs, u"21"_qs);
        row(codes::education, u"大专（函授"_qs, u"31"_qs);
        row(codes::education, u"大专（函授、在职）"_qs, u"31"_qs);
        row(codes::education, u"高中（在读）"_qs, u""_qs);
        row(codes::education, u"研究生（未毕业）"_qs, u""_qs);
        row(codes::education, u"大专（2005年）"_qs, u""_qs);
        row(codes::ethnic, u"汉族（回族）"_qs, u""_qs);
        row(codes::memberCategory, u"正式党员（保留）"_qs, u""_qs);
        row(codes::memberCategory, u"党员（预备）"_qs, u"probationary"_qs);
    }
    // What is found only without its brackets hands the remark back; with some remarks it is not what is meant at all.
    void remarks_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("remark");
        const auto row = [](QStringView table, const QString &text, const QString &code, const QString &remark) {
            const QString name = table.toString() + u' ' + text;
            QTest::newRow(qPrintable(name)) << table.toString() << text << code << remark;
        };
        row(codes::memberCategory, u"正式党员（保留）"_qs, u"full"_qs, u"保留"_qs);
        row(codes::memberCategory, u"正式党员（预备）"_qs, u""_qs, u""_qs);
        row(codes::ethnic, u"汉族（回族）"_qs, u"01"_qs, u"回族"_qs);
        row(codes::ethnic, u"汉（汉族）"_qs, u"01"_qs, u""_qs);
        row(codes::education, u"大专（函授，2005年）"_qs, u"31"_qs, u"2005年"_qs);
        row(codes::education, u"高中（在读）"_qs, u""_qs, u""_qs);
        row(codes::workPost, u"退休（医生）"_qs, u"4121"_qs, u"医生"_qs);
        row(codes::workPost, u"神仙（退休）"_qs, u""_qs, u""_qs);
    }
    void remarks()
    {
        QFETCH(QString, table);
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(QString, remark);
        const CodeReading reading = m_tables.find(table)->read(text);
        QCOMPARE(reading.item ? reading.item->code : QString(), code);
        QCOMPARE(reading.remark, remark);
    }
    void understands()
    {
        QFETCH(QString, table);
        QFETCH(QString, text);
        QFETCH(QString, code);
        const CodeItem *item = m_tables.find(table)->match(text);
        QCOMPARE(item ? item->code : QString(), code);
    }

    void ethnicGroups()
    {
        const CodeTable &table = *m_tables.find(codes::ethnic);
        QCOMPARE(table.items.size(), 58); // 56 and two more
        for (int i = 1; i <= 56; ++i) {
            QVERIFY(table.byCode(QStringLiteral("%1").arg(i, 2, 10, QLatin1Char('0'))));
        }
        QCOMPARE(table.chinese(u"22"), u"畲"_qs);
        QCOMPARE(table.chinese(u"77"), u"77"_qs);
        QVERIFY(table.byCode(u"01")->hasTag(u"majority"));
        QVERIFY(!table.byCode(u"11")->hasTag(u"majority"));
    }

    void educationGroups()
    {
        const CodeTable &groups = *m_tables.find(codes::educationGroup);
        const CodeTable &education = *m_tables.find(codes::education);
        for (const CodeItem &item : education.items) {
            QVERIFY2(groups.byCode(educationGroupOf(item.code)), qPrintable(item.code));
        }
        QCOMPARE(educationGroupOf(u"17"), u"graduate"_qs);
        QCOMPARE(educationGroupOf(u"28"), u"bachelor"_qs);
        QCOMPARE(educationGroupOf(u"31"), u"college"_qs);
        QCOMPARE(educationGroupOf(u"43"), u"technical"_qs);
        QCOMPARE(educationGroupOf(u"44"), u"senior"_qs);
        QCOMPARE(educationGroupOf(u"49"), u"senior"_qs);
        QCOMPARE(educationGroupOf(u"61"), u"senior"_qs);
        QCOMPARE(educationGroupOf(u"90"), u"junior"_qs);
        QCOMPARE(educationGroupOf(u"99x"), QString());
        QVERIFY(saysPartySchool(u"中央党校大学") && !saysPartySchool(u"大学"));
    }

    void trees()
    {
        const CodeTable &posts = *m_tables.find(codes::workPost);
        QCOMPARE(posts.parentOf(u"0164")->code, u"016"_qs);
        QCOMPARE(posts.parentOf(u"016")->code, u"01"_qs);
        QCOMPARE(posts.parentOf(u"0"), nullptr);
        QVERIFY(posts.isLeaf(u"0164") && !posts.isLeaf(u"016") && !posts.isLeaf(u"nothing"));
        for (const CodeItem &item : posts.items) {
            QVERIFY2(item.code.size() == 4 || !posts.isLeaf(item.code), qPrintable(item.code));
            QVERIFY2(item.code.size() == 1 || posts.parentOf(item.code), qPrintable(item.code));
        }
        const CodeTable &decrease = *m_tables.find(codes::decreaseKind);
        QCOMPARE(decrease.parentOf(decrease.match(u"自行脱党除名")->code)->term.zh, u"出党"_qs);
    }

    void tags()
    {
        const CodeTable &types = *m_tables.find(codes::orgType);
        QVERIFY(types.byCode(u"actionBranch")->hasTag(u"functional"));
        QVERIFY(!types.byCode(u"branch")->hasTag(u"functional"));
        const CodeTable &states = *m_tables.find(codes::membershipState);
        for (const CodeItem &state : states.items) {
            QVERIFY(state.hasTag(u"registered") != state.hasTag(u"terminal"));
            QVERIFY(!state.hasTag(u"counted") || state.hasTag(u"registered"));
        }
        QVERIFY(states.byCode(u"1")->hasTag(u"counted") && !states.byCode(u"12")->hasTag(u"counted"));
    }

private:
    const CodeTables m_tables;
};

QTEST_GUILESS_MAIN(TestCodeTables)
#include "tst_codetables.moc"
