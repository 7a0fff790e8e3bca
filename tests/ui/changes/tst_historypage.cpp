// The journal as a page, taking a batch back out of turn, and the undo actions of menus.
#include "tests/ui/registry/formworkbench.h"
#include "ui/changes/conflictpanel.h"
#include "ui/changes/historypage.h"
#include "ui/changes/undoactions.h"
#include "ui/widgets/dateeditor.h"
#include "ui/widgets/searchfield.h"
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>
#include <QUrl>

using namespace gridbook;
using namespace gridbook::ui;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_HistoryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, makeTheme(ThemeMode::Light)); }
    void init();
    void cleanup();
    void listsNewestFirstAndTellsChanges();
    void filters();
    void takesBatchBack();
    void explainsWhyABatchCannotBeTakenBack();
    void showsOneBatch();
    void undoActionsSayWhat();
    void mergesWhatDoesNotCollide();

private:
    BatchId edit(const QString &field, const QVariant &value, const QString &title, const QString &reason = {});
    std::unique_ptr<TestBook> m_book;
    std::unique_ptr<FormWorkbench> m_bench;
    TestBook::Basics m_basics;
    RowId m_member = 0;
};

void tst_HistoryPage::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
    m_member = m_book->addMember(u"陈永军"_qs, u"999901196804127315"_qs, m_basics.branch, m_basics.grid);
    m_bench = std::make_unique<FormWorkbench>(*m_book);
}

void tst_HistoryPage::cleanup()
{
    m_bench.reset();
    m_book.reset();
}

BatchId tst_HistoryPage::edit(const QString &field, const QVariant &value, const QString &title, const QString &reason)
{
    Book &book = **m_book;
    const auto record = book.records().load(u"member"_qs, m_member, QDate(2026, 9, 30));
    QVariantMap values = record->values;
    values.insert(field, value);
    auto work = book.begin({u"edit"_qs, title, reason, {}});
    if (!work || !book.records().save(**work, *record, values)) {
        return {};
    }
    const auto set = book.commit(**work);
    return set ? set->batch : BatchId();
}

void tst_HistoryPage::listsNewestFirstAndTellsChanges()
{
    HistoryPage page(*m_bench);
    page.resize(1240, 700);
    page.show();
    QVERIFY(edit(u"phone"_qs, u"13812345678"_qs, u"修改 陈永军"_qs, u"来电更新"_qs).isValid());
    QCOMPARE(page.model()->rowCount(), 3); // heard of it by itself
    page.table()->selectRow(0);
    QVERIFY(page.details()->toPlainText().contains(u"138****5678"_qs));
    QVERIFY(!page.details()->toPlainText().contains(u"13812345678"_qs));
    QVERIFY(page.details()->toPlainText().contains(u"来电更新"_qs));
    Q_EMIT page.details()->anchorClicked(QUrl(u"member:%1"_qs.arg(m_member)));
    QCOMPARE(m_bench->log.last(), u"open member %1"_qs.arg(m_member));
    page.table()->selectRow(2); // setting up is no step that can be taken back
    QVERIFY(!page.undoButton()->isEnabled());
    page.table()->selectRow(0);
    savePicture(&page, u"history"_qs);
    QCOMPARE(unnamedControls(&page), QStringList());
}

void tst_HistoryPage::filters()
{
    QVERIFY(edit(u"workUnit"_qs, u"东关小学"_qs, u"修改 陈永军"_qs, u"来电更新"_qs).isValid());
    HistoryPage page(*m_bench);
    page.show();
    page.search()->setDelay(0);
    page.search()->setText(u"来电"_qs);
    QCOMPARE(page.model()->rowCount(), 1);
    page.search()->setText({});
    QCOMPARE(page.model()->rowCount(), 3);
    page.kinds()->setCurrentIndex(page.kinds()->findData(u"import"_qs));
    QCOMPARE(page.model()->rowCount(), 0);
    QVERIFY(!page.undoButton()->isEnabled());
    page.kinds()->setCurrentIndex(0);
    page.day()->setFocus();
    QTest::keyClicks(page.day()->field(), u"2026.9"_qs);
    QCOMPARE(page.model()->rowCount(), 3);
    QTest::keyClicks(page.day()->field(), u".1"_qs);
    QCOMPARE(page.model()->rowCount(), 0);
}

void tst_HistoryPage::takesBatchBack()
{
    const BatchId first = edit(u"workUnit"_qs, u"东关小学"_qs, u"单位"_qs);
    QVERIFY(edit(u"nativePlace"_qs, u"宝鸡"_qs, u"籍贯"_qs).isValid());
    HistoryPage page(*m_bench);
    page.show();
    page.showBatch(first);
    m_bench->ask.willConfirm(false);
    QTest::mouseClick(page.undoButton(), Qt::LeftButton);
    m_bench->ask.willConfirm(true, u"单位"_qs);
    QTest::mouseClick(page.undoButton(), Qt::LeftButton);
    const auto record = (*m_book)->records().load(u"member"_qs, m_member, QDate(2026, 9, 30));
    QCOMPARE(record->values.value(u"workUnit"_qs).toString(), QString());
    QCOMPARE(record->values.value(u"nativePlace"_qs).toString(), u"宝鸡"_qs);
    page.showBatch(first);
    QVERIFY(!page.undoButton()->isEnabled());
}

void tst_HistoryPage::explainsWhyABatchCannotBeTakenBack()
{
    const BatchId first = edit(u"workUnit"_qs, u"东关小学"_qs, u"第一次"_qs);
    QVERIFY(edit(u"workUnit"_qs, u"东关中学"_qs, u"第二次"_qs).isValid());
    HistoryPage page(*m_bench);
    page.show();
    page.showBatch(first);
    m_bench->ask.willConfirm(true);
    QTest::mouseClick(page.undoButton(), Qt::LeftButton);
    QVERIFY2(m_bench->log.last().startsWith(u"report"_qs) && m_bench->log.last().contains(u"第二次"_qs),
             qPrintable(m_bench->log.last()));
}

void tst_HistoryPage::showsOneBatch()
{
    const BatchId first = edit(u"workUnit"_qs, u"东关小学"_qs, u"单位"_qs);
    QVERIFY(edit(u"nativePlace"_qs, u"宝鸡"_qs, u"籍贯"_qs).isValid());
    HistoryPage page(*m_bench);
    page.search()->setText(u"籍贯"_qs);
    page.showBatch(first);
    QVERIFY(page.details()->toPlainText().contains(u"东关小学"_qs));
}

void tst_HistoryPage::undoActionsSayWhat()
{
    UndoActions actions(*m_bench);
    QVERIFY(edit(u"workUnit"_qs, u"东关小学"_qs, u"修改 陈永军"_qs).isValid());
    QVERIFY(actions.undo()->isEnabled() && !actions.redo()->isEnabled());
    QVERIFY(actions.undo()->text().contains(u"修改 陈永军"_qs));
    actions.undo()->trigger();
    QVERIFY(actions.redo()->isEnabled());
    QVERIFY(actions.redo()->text().contains(u"修改 陈永军"_qs));
    QVERIFY(actions.undo()->text().contains(u"新增 陈永军"_qs));
    actions.redo()->trigger();
    QVERIFY(!actions.redo()->isEnabled());
    actions.undo()->trigger();
    actions.undo()->trigger();
    QVERIFY(!actions.undo()->isEnabled()); // the set-up of the book stays
    QVERIFY(m_bench->log.filter(u"report"_qs).isEmpty());
}

void tst_HistoryPage::mergesWhatDoesNotCollide()
{
    const RegistrySpec &spec = *m_book->catalog().registry(u"member"_qs);
    const QVariantMap was{{u"name"_qs, u"甲"_qs}, {u"workUnit"_qs, u"一"_qs}, {u"nativePlace"_qs, u"东"_qs}};
    QVariantMap mine = was;
    QVariantMap theirs = was;
    mine.insert(u"name"_qs, u"乙"_qs);
    mine.insert(u"workUnit"_qs, u"二"_qs);
    theirs.insert(u"workUnit"_qs, u"三"_qs);
    theirs.insert(u"nativePlace"_qs, u"西"_qs);
    const Merge merge = mergeChanges(spec, was, mine, theirs);
    QCOMPARE(merge.values.value(u"name"_qs).toString(), u"乙"_qs);
    QCOMPARE(merge.values.value(u"nativePlace"_qs).toString(), u"西"_qs);
    QCOMPARE(merge.theirsOnly, QStringList{u"nativePlace"_qs});
    QCOMPARE(merge.conflicts.size(), 1);
    QCOMPARE(merge.conflicts.first().field->id, u"workUnit"_qs);
    // Both did the same: no conflict.
    theirs.insert(u"workUnit"_qs, u"二"_qs);
    QVERIFY(mergeChanges(spec, was, mine, theirs).conflicts.isEmpty());
}

QTEST_MAIN(tst_HistoryPage)
#include "tst_historypage.moc"
