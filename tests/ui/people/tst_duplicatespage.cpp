// Pairs, side by side, merge with chosen fields, “not the same person”.
#include "core/changes/datedrows.h"
#include "tests/ui/registry/formworkbench.h"
#include "ui/people/duplicatespage.h"
#include <QApplication>
#include <QFile>
#include <QPushButton>
#include <QTableWidget>

using namespace gridbook;
using namespace gridbook::ui;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_DuplicatesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, makeTheme(ThemeMode::Light)); }
    void init();
    void mergesWithChosenFields();
    void keepsTheOtherOne();
    void withoutABackupNothingIsMerged();
    void remembersTwoPeople();
    void emptyBookSaysSo();

private:
    std::unique_ptr<TestBook> m_book;
    std::unique_ptr<FormWorkbench> m_bench;
    RowId m_first = 0;
    RowId m_second = 0;
};

void tst_DuplicatesPage::init()
{
    m_bench.reset();
    m_book = std::make_unique<TestBook>();
    auto work = (*m_book)->begin({u"edit"_qs, u"人员"_qs, {}, {}});
    m_first = (*work)
                  ->insert(u"person"_qs,
                           {{u"name"_qs, u"张伟"_qs}, {u"birth"_qs, u"1978-07"_qs}, {u"phone"_qs, u"13800138000"_qs}})
                  .valueOr(0);
    m_second = (*work)
                   ->insert(u"person"_qs, {{u"name"_qs, u"张伟"_qs},
                                           {u"birth"_qs, u"1978-07-01"_qs},
                                           {u"phone"_qs, u"13900139000"_qs},
                                           {u"work_unit"_qs, u"东关小学"_qs}})
                   .valueOr(0);
    QVERIFY_RESULT((*m_book)->commit(**work));
    m_bench = std::make_unique<FormWorkbench>(*m_book);
}

void tst_DuplicatesPage::mergesWithChosenFields()
{
    DuplicatesPage page(*m_bench);
    QCOMPARE(page.pairs()->rowCount(), 1);
    QCOMPARE(page.fields()->rowCount(), 3); // birth, phone, work unit
    QCOMPARE(unnamedControls(&page), QStringList());
    int birth = -1;
    for (int row = 0; row < page.fields()->rowCount(); ++row) {
        birth = page.fields()->item(row, 1)->text() == u"1978-07" ? row : birth;
        QVERIFY(!page.fields()->item(row, 2)->text().contains(u"13900139000")); // masked
    }
    QVERIFY(birth >= 0);
    QVERIFY(page.fields()->item(birth, 1)->font().bold());
    page.takeFrom(birth, 2);
    QVERIFY(page.fields()->item(birth, 2)->font().bold());
    QVERIFY(!page.fields()->item(birth, 1)->font().bold());
    page.resize(1000, 600);
    savePicture(&page, u"duplicates"_qs);
    page.mergeButton()->click();
    // The copy is made in another thread: the window goes on, but nothing can be chosen meanwhile.
    QCOMPARE(page.pairs()->rowCount(), 1);
    QVERIFY(!page.mergeButton()->isEnabled());
    QVERIFY(!page.distinctButton()->isEnabled());
    QTRY_COMPARE(page.pairs()->rowCount(), 0);
    const QList<BackupFile> backups = (*m_book)->backups();
    QCOMPARE(backups.size(), 1);
    QCOMPARE(backups.first().reason, u"merge"_qs);
    QCOMPARE((*m_book)->lastBackup(), backups.first().made);
    QVERIFY_RESULT(verifyBook(backups.first().path));
    { // as it was before the merge
        const auto before = Database::open(backups.first().path, AccessMode::AsItLies);
        QVERIFY_RESULT(before);
        QCOMPARE((*before)->scalar(u"SELECT COUNT(*) FROM person WHERE voided_at IS NULL"_qs)->toInt(), 2);
    }
    const auto row = storedRow((*m_book)->database(), u"person"_qs, m_first);
    QCOMPARE(row->value(u"birth"_qs).toString(), u"1978-07-01"_qs);
    QCOMPARE(row->value(u"work_unit"_qs).toString(), u"东关小学"_qs); // filled
    QVERIFY_RESULT((*m_book)->undo());
    QCOMPARE(page.pairs()->rowCount(), 1); // the page hears of it
    QCOMPARE(storedRow((*m_book)->database(), u"person"_qs, m_first)->value(u"birth"_qs).toString(), u"1978-07"_qs);
}

void tst_DuplicatesPage::keepsTheOtherOne()
{
    DuplicatesPage page(*m_bench);
    page.swapButton()->click();
    page.mergeButton()->click();
    QTRY_COMPARE(page.pairs()->rowCount(), 0);
    QVERIFY(!storedRow((*m_book)->database(), u"person"_qs, m_first)->value(u"voided_at"_qs).isNull());
    QCOMPARE(storedRow((*m_book)->database(), u"person"_qs, m_first)->value(u"merged_into"_qs).toLongLong(), m_second);
}

// No copy, no merge.
void tst_DuplicatesPage::withoutABackupNothingIsMerged()
{
    QFile occupied(BackupFolder::folderFor((*m_book)->path())); // a file where the folder should be
    QVERIFY(occupied.open(QIODevice::WriteOnly));
    occupied.close();
    DuplicatesPage page(*m_bench);
    page.mergeButton()->click();
    QTRY_VERIFY(page.mergeButton()->isEnabled());
    QCOMPARE(page.pairs()->rowCount(), 1);
    QVERIFY(storedRow((*m_book)->database(), u"person"_qs, m_second)->value(u"voided_at"_qs).isNull());
}

void tst_DuplicatesPage::remembersTwoPeople()
{
    DuplicatesPage page(*m_bench);
    m_bench->ask.willGiveReason(std::nullopt);
    page.distinctButton()->click();
    QCOMPARE(page.pairs()->rowCount(), 1); // went away: nothing happened
    m_bench->ask.willGiveReason(u"已电话核实"_qs);
    page.distinctButton()->click();
    QCOMPARE(page.pairs()->rowCount(), 0);
    DuplicatesPage again(*m_bench);
    QCOMPARE(again.pairs()->rowCount(), 0);
}

void tst_DuplicatesPage::emptyBookSaysSo()
{
    TestBook empty;
    FormWorkbench bench(empty);
    DuplicatesPage page(bench);
    QCOMPARE(page.pairs()->rowCount(), 0);
    QVERIFY(!page.mergeButton()->isEnabled());
    QVERIFY(!page.distinctButton()->isEnabled());
}

QTEST_MAIN(tst_DuplicatesPage)
#include "tst_duplicatespage.moc"
