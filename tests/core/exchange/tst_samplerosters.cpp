// The sample rosters of the demonstration, with the mess of real ones, taken into the demonstration book.
#include "core/demo/demobook.h"
#include "core/demo/samplerosters.h"
#include "core/exchange/wrongrows.h"
#include "tests/core/exchange/rosters.h"
#include <QFileInfo>

using namespace gridbook;
using namespace gridbook::exchange;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class TestSampleRosters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isTakenIn_data();
    void isTakenIn();

private:
    std::unique_ptr<TestBook> m_book;
    QStringList m_files;
};

void TestSampleRosters::initTestCase()
{
    m_book = std::make_unique<TestBook>();
    QVERIFY_RESULT(demo::makeDemoBook(**m_book, {}));
    const auto files = demo::writeSampleRosters(**m_book, m_book->folder() + u"/rosters", {});
    QVERIFY_RESULT(files);
    m_files = *files;
    QCOMPARE(m_files.size(), 4);
}

void TestSampleRosters::isTakenIn_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : std::as_const(m_files)) {
        QTest::newRow(qPrintable(QFileInfo(file).fileName())) << file;
    }
}

void TestSampleRosters::isTakenIn()
{
    QFETCH(QString, file);
    const auto registry = proposeRegistry(file, m_book->catalog());
    QVERIFY_RESULT(registry);
    QCOMPARE(*registry, file.contains(u"网格台账") ? u"grid"_qs : u"member"_qs);
    const ImportChoices choices{.transfers = TransferChoice::Transfer, .increase = u"3"_qs, .acceptReadings = true};
    Planned planned(*m_book, file, choices, *registry);
    QCOMPARE(planned.error, QString());
    const PlanCounts counts = planned.plan.counts();
    qInfo("%s: %d new, %d changed, %d same, %d conflict, %d wrong, %d skipped", qPrintable(QFileInfo(file).fileName()),
          counts.added, counts.changed, counts.same, counts.conflict, counts.wrong, counts.skipped);
    for (int i = 0; i < planned.plan.rows.size(); ++i) {
        const RowState state = planned.row(i).state;
        if (state == RowState::Wrong || state == RowState::Conflict) {
            qInfo("  row %d: %s", planned.row(i).number, qPrintable(planned.messages(i)));
            QVERIFY(!planned.messages(i).trimmed().isEmpty());
        }
    }
    // Spoilt numbers and such are wrong in each of them, but they are the smaller part.
    QVERIFY(counts.added + counts.changed + counts.same > int(planned.plan.rows.size()) / 2);
    const auto result = Importer::run(**m_book, planned.plan);
    QVERIFY_RESULT(result);
    Planned again(*m_book, file, choices, *registry);
    QCOMPARE(again.plan.counts().added, 0);
    QCOMPARE(again.plan.counts().changed, 0);
    QVERIFY_RESULT(writeWrongRows(planned.plan, m_book->folder() + u"/wrong.xlsx"));
    if (result->batch.isValid()) {
        QVERIFY_RESULT((*m_book)->undoBatch(result->batch));
    }
    QVERIFY((*m_book)->check({})->isEmpty());
}

QTEST_GUILESS_MAIN(TestSampleRosters)
#include "tst_samplerosters.moc"
