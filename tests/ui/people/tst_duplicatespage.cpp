// Pairs, side by side, merge with chosen fields, “not the same person”.
#include "core/changes/datedrows.h"
#include "core/party/membercommands.h"
#include "core/reports/changetable.h"
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
    void choosesTheRelation_data();
    void choosesTheRelation();
    void deathIsNotMergedAway();
    void keepsTheOtherOne();
    void withoutABackupNothingIsMerged();
    void remembersTwoPeople();
    void emptyBookSaysSo();

private:
    // Both people become members: the first here since 2025, the second in another branch since August.
    void makeBothMembers();
    [[nodiscard]] qint64 count(const QString &sql)
    {
        return (*m_book)->database().scalar(sql).valueOr({}).toLongLong();
    }

    std::unique_ptr<TestBook> m_book;
    std::unique_ptr<FormWorkbench> m_bench;
    RowId m_first = 0;
    RowId m_second = 0;
    TestBook::Basics m_basics;
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

void tst_DuplicatesPage::makeBothMembers()
{
    m_basics = m_book->makeBasics();
    auto work = (*m_book)->begin({u"edit"_qs, u"党员"_qs, {}, {}});
    QVERIFY_RESULT(work);
    QVERIFY_RESULT(party::admit(**work, PersonId(m_first),
                                {.event = u"opening"_qs,
                                 .day = QDate(2025, 1, 1),
                                 .place = {m_basics.branch, 0, m_basics.grid},
                                 .category = u"full"_qs}));
    QVERIFY_RESULT(party::admit(**work, PersonId(m_second),
                                {.event = u"transferIn"_qs,
                                 .day = QDate(2026, 8, 10),
                                 .place = {m_basics.secondBranch, 0, m_basics.secondGrid},
                                 .category = u"full"_qs,
                                 .other = u"西街社区"_qs}));
    QVERIFY_RESULT((*m_book)->commit(**work));
}

void tst_DuplicatesPage::choosesTheRelation_data()
{
    QTest::addColumn<bool>("other");
    QTest::addColumn<bool>("byKey");
    QTest::newRow("as proposed") << false << false;
    QTest::newRow("the other one, by mouse") << true << false;
    QTest::newRow("the other one, by key") << true << true;
}

// One member entered twice: the first row asks which relation counts, and one undo takes all of it back.
void tst_DuplicatesPage::choosesTheRelation()
{
    QFETCH(const bool, other);
    QFETCH(const bool, byKey);
    makeBothMembers();
    DuplicatesPage page(*m_bench);
    page.resize(1000, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QTableWidget *fields = page.fields();
    QCOMPARE(fields->rowCount(), 4); // the relation; birth, phone, work unit
    QCOMPARE(fields->item(0, 0)->text(), u"组织关系"_qs);
    for (const QString &word : {u"东关一支部"_qs, u"第一网格"_qs, u"2025-01-01"_qs, u"建账期初"_qs}) {
        QVERIFY2(fields->item(0, 1)->text().contains(word), qPrintable(fields->item(0, 1)->text()));
    }
    for (const QString &word : {u"东关二支部"_qs, u"第二网格"_qs, u"2026-08-10"_qs, u"转入"_qs, u"西街社区"_qs}) {
        QVERIFY2(fields->item(0, 2)->text().contains(word), qPrintable(fields->item(0, 2)->text()));
    }
    QVERIFY(fields->rowHeight(0) > 3 * fields->fontMetrics().height()); // all lines can be read
    QVERIFY(fields->item(0, 1)->font().bold());                         // the kept one's is proposed
    QCOMPARE(unnamedControls(&page), QStringList());
    if (byKey) {
        fields->setCurrentCell(0, 2);
        QTest::keyClick(fields, Qt::Key_Return);
    } else if (other) {
        QTest::mouseClick(fields->viewport(), Qt::LeftButton, {}, fields->visualItemRect(fields->item(0, 2)).center());
    }
    QCOMPARE(fields->item(0, 1)->font().bold(), !other);
    QCOMPARE(fields->item(0, 2)->font().bold(), other);
    savePicture(&page, u"duplicates-relation"_qs);
    QTest::mouseClick(page.mergeButton(), Qt::LeftButton);
    QTRY_COMPARE(page.pairs()->rowCount(), 0);
    const QString living = u"SELECT COUNT(*) FROM affiliation WHERE voided_at IS NULL"_qs;
    const auto check = [&] {
        QCOMPARE(count(living), 1);
        QCOMPARE(count(u"SELECT a.org_id FROM affiliation a JOIN member m ON m.id = a.member_id WHERE a.voided_at IS "
                       "NULL AND m.voided_at IS NULL AND m.person_id = %1"_qs.arg(m_first)),
                 other ? m_basics.secondBranch : m_basics.branch);
        const auto figures = Figures::open((*m_book)->reader());
        QVERIFY_RESULT(figures);
        const auto before = changeTable(**figures, QDate(2026, 6, 30));
        QVERIFY_RESULT(before);
        QCOMPARE(before->at(16), other ? 0 : 1);
        QCOMPARE(before->at(17), 0);
        const auto now = changeTable(**figures, QDate(2026, 9, 30));
        QVERIFY_RESULT(now);
        QCOMPARE(now->at(7), other ? 1 : 0);
        QCOMPARE(now->at(9), 0);
        QCOMPARE(now->at(16), 1);
        QCOMPARE(now->at(17), 0);
    };
    check();
    QVERIFY_RESULT((*m_book)->undo());
    QCOMPARE(count(living), 2);
    QCOMPARE(page.pairs()->rowCount(), 1);
    QCOMPARE(fields->rowCount(), 4); // and asks again
    QVERIFY_RESULT((*m_book)->redo());
    QCOMPARE(page.pairs()->rowCount(), 0);
    check();
}

// Who has died in one record does not come back by a merge: the page says what to do and leaves the book alone.
void tst_DuplicatesPage::deathIsNotMergedAway()
{
    makeBothMembers();
    auto work = (*m_book)->begin({u"edit"_qs, u"死亡"_qs, {}, {}});
    QVERIFY_RESULT(work);
    const MemberId second(count(u"SELECT id FROM member WHERE person_id = %1"_qs.arg(m_second)));
    QVERIFY_RESULT(party::leave(**work, second, u"3"_qs, QDate(2026, 9, 1), {}, {}));
    QVERIFY_RESULT((*m_book)->commit(**work));
    DuplicatesPage page(*m_bench);
    page.mergeButton()->click();
    QTRY_VERIFY(page.mergeButton()->isEnabled());
    QCOMPARE(page.pairs()->rowCount(), 1);
    QCOMPARE(count(u"SELECT COUNT(*) FROM affiliation WHERE voided_at IS NULL"_qs), 2);
    page.takeFrom(0, 2); // the relation that ends with the death
    page.mergeButton()->click();
    QTRY_COMPARE(page.pairs()->rowCount(), 0);
    QCOMPARE(count(u"SELECT COUNT(*) FROM standing s JOIN member m ON m.id = s.member_id WHERE s.voided_at IS NULL AND "
                   "s.valid_until IS NULL AND s.state = '21' AND m.person_id = %1"_qs.arg(m_first)),
             1);
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
