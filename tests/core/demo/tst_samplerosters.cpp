// The sample files hold the mess that they promise, and the readers of the house find their way in it.
#include "core/demo/demobook.h"
#include "core/demo/messysheet.h"
#include "core/demo/samplerosters.h"
#include "core/exchange/gb18030.h"
#include "core/exchange/importtargets.h"
#include "core/text/citizenid.h"
#include "tests/support/testbook.h"
#include <QRegularExpression>

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_SampleRosters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void encodes();
    void understood_data();
    void understood();
    void everySortOfMess();
    void oldCsv();
    void nobodyReal();
    void sameEachTime();

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QStringList cells(const QString &path, int sheet);
    TestBook m_book;
    QTemporaryDir m_folder;
    QStringList m_paths;
};

QStringList tst_SampleRosters::cells(const QString &path, int sheet)
{
    QStringList texts;
    const auto sheets = exchange::openSheets(path);
    if (!sheets || sheet >= (*sheets)->sheets().size()) {
        return texts;
    }
    const auto done = (*sheets)->read(sheet, [&](const exchange::SheetRow &row) {
        for (const exchange::Cell &cell : row.cells) {
            texts << cell.text;
        }
        return true;
    });
    return done ? texts : QStringList();
}

void tst_SampleRosters::initTestCase()
{
    QVERIFY_RESULT(demo::makeDemoBook(*m_book, {}));
    const auto paths = demo::writeSampleRosters(*m_book, m_folder.path(), {});
    QVERIFY_RESULT(paths);
    m_paths = *paths;
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files).size(), 4);
}

void tst_SampleRosters::encodes()
{
    const QString text = u"姓名,王𠮷 李㼆 刘䶮·Ü€ abc"_qs;
    const QByteArray bytes = demo::toGb18030(text);
    QCOMPARE(exchange::decodeGb18030(bytes), text);
    QVERIFY(bytes.startsWith("\xD0\xD5\xC3\xFB")); // 姓名 as everywhere
}

void tst_SampleRosters::understood_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("registry");
    QTest::addColumn<int>("sheet");
    QTest::addColumn<int>("columns"); // understood
    QTest::addColumn<int>("rows");
    QTest::addColumn<QStringList>("groups");
    QTest::newRow("merged heads and groups") << u"党员花名册(混乱).xlsx"_qs << u"member"_qs << 0 << 13 << 26 + 13
                                             << QStringList{u"东关一支部"_qs, u"东关二支部"_qs};
    QTest::newRow("a sheet for a branch")
        << u"党员花名册(混乱).xlsx"_qs << u"member"_qs << 1 << 13 << 14 << QStringList{u"凤鸣路一支部"_qs};
    QTest::newRow("national list") << u"全国系统导出.xlsx"_qs << u"member"_qs << 0 << 20 << 40
                                   << QStringList{QString()};
    QTest::newRow("grids") << u"网格台账.xlsx"_qs << u"grid"_qs << 0 << 9 << 10 << QStringList{QString()};
    QTest::newRow("old text table") << u"党员花名册.csv"_qs << u"member"_qs << 0 << 11 << 17 << QStringList{QString()};
}

void tst_SampleRosters::understood()
{
    QFETCH(const QString, name);
    QFETCH(const QString, registry);
    QFETCH(const int, sheet);
    QFETCH(const int, columns);
    QFETCH(const int, rows);
    QFETCH(const QStringList, groups);
    const RegistrySpec &spec = *m_book.catalog().registry(registry);
    const QList<exchange::ColumnTarget> targets = exchange::columnTargets(exchange::importTargets(spec));
    const auto sheets = exchange::openSheets(file(name));
    QVERIFY_RESULT(sheets);
    const auto layout = exchange::understandSheet(**sheets, sheet, targets, exchange::layoutOptions(spec));
    QVERIFY_RESULT(layout);
    QVERIFY(layout->hasHead());
    QVERIFY2(layout->matched() >= columns, qPrintable(QString::number(layout->matched())));
    int data = 0;
    QStringList seen;
    QVERIFY_RESULT(exchange::readRows(**sheets, sheet, *layout, [&](const exchange::DataRow &row) {
        if (row.kind == exchange::RowClass::Data) {
            ++data;
            if (!seen.contains(row.group)) {
                seen << row.group;
            }
        }
        return true;
    }));
    QCOMPARE(data, rows);
    QCOMPARE(seen.join(u'|'), groups.join(u'|'));
}

void tst_SampleRosters::everySortOfMess()
{
    const QString all = cells(file(u"党员花名册(混乱).xlsx"_qs), 0).join(u'\n') + u'\n';
    const auto has = [&](const QString &pattern) {
        return QRegularExpression(pattern, QRegularExpression::MultilineOption).match(all).hasMatch();
    };
    for (const QString &pattern : {u"^\\d{4}\\.\\d{2}$"_qs,
                                   u"^\\d{4}\\.\\d\\d\\.\\d\\d$"_qs,
                                   u"^\\d{4}/\\d+/\\d+$"_qs,
                                   u"^\\d{4}-\\d\\d-\\d\\d$"_qs,
                                   u"^[12]\\d{7}$"_qs,
                                   u"^[12]\\d{5}$"_qs,
                                   u"^\\d{4}年\\d+月$"_qs,
                                   u"^\\d{4}年\\d+月\\d+日$"_qs,
                                   u"^\\d{4}\\.\\d+\\.$"_qs,
                                   u"^[〇一二三四五六七八九]{4}年$"_qs,
                                   u"^\\d\\d\\.\\d+$"_qs,
                                   u"^[1-4]\\d{4}$"_qs,
                                   u"^ \\d+ \\. \\d+ \\. \\d+ $"_qs,
                                   u"^2021\\.2\\.30$"_qs,
                                   u"^9999\\d{13}[0-9X]$"_qs,
                                   u"^[０-９]{17}[０-９Ｘ]$"_qs,
                                   u"^9999\\d{11}000$"_qs,
                                   u"^9999\\d{11}$"_qs,
                                   u"^'9999"_qs,
                                   u"^999911 \\d{8} "_qs,
                                   u"^199\\d{8} / 0917"_qs,
                                   u"^199\\d{8}、199"_qs,
                                   u"^\\+86199"_qs,
                                   u"^\\(预备\\)"_qs,
                                   u"★$"_qs,
                                   u"^. .$"_qs,
                                   u"^.\u3000.$"_qs,
                                   u"^√$"_qs,
                                   u"^×$"_qs,
                                   u"^小计$"_qs,
                                   u"^合计$"_qs,
                                   u"^填表人"_qs,
                                   u"^=1\\+1"_qs,
                                   u"^(大专|专科)$"_qs,
                                   u"^(本科|大学|大本|中央党校大学)$"_qs,
                                   u"^M$|^F$"_qs}) {
        QVERIFY2(has(pattern), qPrintable(pattern));
    }
}

void tst_SampleRosters::oldCsv()
{
    const auto sheets = exchange::openSheets(file(u"党员花名册.csv"_qs));
    QVERIFY_RESULT(sheets);
    const auto format = (*sheets)->textFormat();
    QVERIFY(format.has_value());
    QCOMPARE(format->encoding, exchange::TextEncoding::Gb18030);
    const QStringList all = cells(file(u"党员花名册.csv"_qs), 0);
    QVERIFY(all.contains(u"王𠮷"_qs) && all.contains(u"李㼆"_qs) && all.contains(u"刘䶮"_qs));
}

void tst_SampleRosters::nobodyReal()
{
    static const QRegularExpression idNumber(u"^[1-9]\\d{16}[0-9X]$"_qs);
    int known = 0;
    int fresh = 0;
    for (const QString &path : m_paths) {
        for (int sheet = 0; sheet < 2; ++sheet) {
            for (const QString &id : cells(path, sheet).filter(idNumber)) {
                QVERIFY2(id.startsWith(u"9999"), qPrintable(id));
                (id.startsWith(u"999911") ? fresh : known) += 1;
            }
        }
    }
    QVERIFY2(known > 30 && fresh > 25, "some stand in the demonstration, some are new");
}

void tst_SampleRosters::sameEachTime()
{
    QTemporaryDir other;
    QVERIFY_RESULT(demo::writeSampleRosters(*m_book, other.path(), {}));
    for (const QString &path : m_paths) {
        for (int sheet = 0; sheet < 2; ++sheet) {
            QCOMPARE(cells(other.filePath(QFileInfo(path).fileName()), sheet), cells(path, sheet));
        }
    }
    QVERIFY_RESULT(demo::writeSampleRosters(*m_book, other.path(), {})); // over the files that are there
}

QTEST_GUILESS_MAIN(tst_SampleRosters)
#include "tst_samplerosters.moc"
