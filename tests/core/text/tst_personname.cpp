#include "core/text/personname.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace gridbook::text;
using namespace Qt::StringLiterals;

class TestPersonName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("markers");
        const auto row = [](const QString &raw, const QString &name, const QStringList &markers = {}) {
            QTest::newRow(qPrintable(raw)) << raw << name << markers;
        };
        row(u"张 三"_qs, u"张三"_qs);
        row(u"张\u3000三"_qs, u"张三"_qs);
        row(u"\u200b张\u00a0三\t"_qs, u"张三"_qs);
        row(u"(预备)张三"_qs, u"张三"_qs, {u"预备"_qs});
        row(u"(预备)张三"_qs, u"张三"_qs, {u"预备"_qs});
        row(u"张三(预备党员)"_qs, u"张三"_qs, {u"预备党员"_qs});
        row(u"张三★"_qs, u"张三"_qs, {u"★"_qs});
        row(u"*张 三【流动】"_qs, u"张三"_qs, {u"*"_qs, u"流动"_qs});
        row(u"张三(女"_qs, u"张三"_qs, {u"女"_qs});
        row(u"阿依古丽•买买提"_qs, u"阿依古丽·买买提"_qs);
        row(u"阿依古丽・买买提"_qs, u"阿依古丽·买买提"_qs);
        row(u"阿依古丽．买买提"_qs, u"阿依古丽·买买提"_qs);
        row(u"阿依古丽.买买提"_qs, u"阿依古丽·买买提"_qs);
        row(u"阿依古丽 · 买买提"_qs, u"阿依古丽·买买提"_qs);
        row(u"Anna  Smith"_qs, u"Anna Smith"_qs);
        row(u"𠮷田𫖯"_qs, u"𠮷田𫖯"_qs);
        row(u"李\ue863"_qs, u"李\ue863"_qs);
    }
    void reads()
    {
        QFETCH(QString, raw);
        QFETCH(QString, name);
        QFETCH(QStringList, markers);
        const auto parsed = parsePersonName(raw);
        QVERIFY2(parsed.ok(), qPrintable(parsed ? QString() : parsed.error().message));
        QCOMPARE(parsed->name, name);
        QCOMPARE(parsed->markers, markers);
        QCOMPARE(parsed->saysProbationary(), raw.contains(u"预备"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("raw");
        for (const QString &raw : {u""_qs, u"  "_qs, u"张"_qs, u"𠮷"_qs, u"张三2"_qs, u"张三,李四"_qs, u"★"_qs}) {
            QTest::newRow(qPrintable(raw)) << raw;
        }
        QTest::newRow("31 characters") << QString(31, u'王');
    }
    void refuses()
    {
        QFETCH(QString, raw);
        QVERIFY(!parsePersonName(raw));
    }
    void longestName() { QCOMPARE(parsePersonName(QString(30, u'王'))->name.size(), 30); }

    void lists_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("faults");
        QTest::newRow("punctuation") << u"张三、李四,王五"_qs << QStringList{u"张三"_qs, u"李四"_qs, u"王五"_qs} << 0;
        QTest::newRow("full width") << u"李丽\uFF0C赵强\uFF1B王五"_qs << QStringList{u"李丽"_qs, u"赵强"_qs, u"王五"_qs}
                                    << 0;
        QTest::newRow("blanks") << u"张三 李四\u3000王五"_qs << QStringList{u"张三"_qs, u"李四"_qs, u"王五"_qs} << 0;
        QTest::newRow("wide name") << u"张 三;李四"_qs << QStringList{u"张三"_qs, u"李四"_qs} << 0;
        QTest::newRow("foreign") << u"Anna Smith/张三"_qs << QStringList{u"Anna Smith"_qs, u"张三"_qs} << 0;
        QTest::newRow("faulty") << u"张三、等3人"_qs << QStringList{u"张三"_qs} << 1;
        QTest::newRow("empty") << u""_qs << QStringList() << 0;
    }
    void lists()
    {
        QFETCH(QString, cell);
        QFETCH(QStringList, names);
        QFETCH(int, faults);
        const NameList list = parseNameList(cell);
        QStringList read;
        for (const PersonName &name : list.names) {
            read += name.name;
        }
        QCOMPARE(read, names);
        QCOMPARE(list.faults.size(), faults);
    }
};

QTEST_GUILESS_MAIN(TestPersonName)
#include "tst_personname.moc"
