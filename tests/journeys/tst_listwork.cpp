// An ordinary morning with the list of members: narrowed by typing, exported masked and, for a reason, unmasked;
// several changed at once after a look at old and new; what it was is found in the history.
#include "core/exchange/sheet.h"
#include "tests/support/testwindow.h"
#include "ui/changes/historypage.h"
#include "ui/exchange/exportdialog.h"
#include "ui/registry/bulkeditdialog.h"
#include "ui/registry/filtercell.h"
#include "ui/registry/listpage.h"
#include "ui/registry/recordpage.h"
#include "ui/widgets/editor.h"
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class tst_ListWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportsWhatIsShown();
    void changesManyAtOnce();
    void historyOfOneRecord();

private:
    ListPage *openList(TestWindow &test);
    static void pick(TestWindow &test, QPushButton *button, const QString &entry);
};

namespace {

// All texts of the first sheet of a file.
QString textsOf(const QString &path)
{
    QStringList texts;
    const auto file = exchange::openSheets(path);
    if (!file || !(*file)->read(0, [&](const exchange::SheetRow &row) {
            for (const exchange::Cell &cell : row.cells) {
                texts << cell.text;
            }
            return true;
        })) {
        return {};
    }
    return texts.join(u'\n');
}

} // namespace

ListPage *tst_ListWork::openList(TestWindow &test)
{
    test.goTo(u"list:member"_qs);
    auto *list = qobject_cast<ListPage *>(test.page());
    return list != nullptr && QTest::qWaitFor([list] { return list->model()->rowCount() > 600; }) ? list : nullptr;
}

// An entry of the menu below a button.
void tst_ListWork::pick(TestWindow &test, QPushButton *button, const QString &entry)
{
    Q_UNUSED(test)
    QVERIFY(button != nullptr && button->menu() != nullptr);
    Q_EMIT button->menu()->aboutToShow(); // a shown menu would wait for its end
    for (QAction *action : button->menu()->actions()) {
        if (action->text().remove(u'&') == entry) {
            action->trigger();
            return;
        }
    }
    QFAIL(qPrintable(u"no entry " + entry));
}

void tst_ListWork::exportsWhatIsShown()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    ListPage *list = openList(test);
    QVERIFY(list != nullptr);
    auto *cell = list->findChild<FilterCell *>(u"filter.name"_qs);
    QVERIFY(cell != nullptr);
    cell->setFocus();
    typeChinese(cell, u"陈"_qs);
    QTest::keyClick(cell, Qt::Key_Return);
    QTRY_VERIFY(list->model()->rowCount() > 0 && list->model()->rowCount() < 200);
    const int shown = list->model()->rowCount();
    const QString some = test.book()
                             .reader()
                             .rows(u"member"_qs, QDate(2026, 9, 30), {list->model()->idAt(0)}, {u"idNumber"_qs})
                             ->first()
                             .values.first()
                             .toString();

    const QString masked = test.filePath(u"党员.xlsx"_qs);
    const QString plain = test.filePath(u"党员 明文.xlsx"_qs);
    const auto answer = [&](const QString &path, const QString &purpose) {
        QTimer::singleShot(0, list, [=, &test] {
            auto *dialog = qobject_cast<ExportDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            QCOMPARE(unnamedControls(dialog), QStringList());
            if (!purpose.isEmpty()) {
                auto *box = dialog->findChild<QCheckBox *>();
                QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
                QVERIFY(!dialog->exportButton()->isEnabled()); // not without saying what for
                savePicture(dialog, u"export-purpose"_qs);
                typeChinese(dialog->findChild<QLineEdit *>(), purpose);
            }
            savePicture(dialog, purpose.isEmpty() ? u"export"_qs : u"export-plain"_qs);
            test.ask().willSave(path);
            QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
        });
        pick(test, TestWindow::button(list, ListPage::tr("Export")), ListPage::tr("Export what is shown…"));
    };
    answer(masked, {});
    const QString hidden = textsOf(masked);
    QCOMPARE(hidden.count(u"\n陈"), shown);
    QVERIFY(hidden.contains(u"****") && !hidden.contains(some));
    const auto logged = [&] {
        return test.book().database().scalar(u"SELECT COUNT(*) FROM access_log WHERE action = 'export'"_qs)->toInt();
    };
    QCOMPARE(logged(), 0);
    answer(plain, u"核对党费名册"_qs);
    QVERIFY(some.isEmpty() || textsOf(plain).contains(some));
    QCOMPARE(logged(), 1);
}

void tst_ListWork::changesManyAtOnce()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    ListPage *list = openList(test);
    QVERIFY(list != nullptr);
    QTRY_VERIFY(list->model()->idAt(2) != 0);
    QList<RowId> ids;
    for (int row = 0; row < 3; ++row) {
        ids << list->model()->idAt(row);
        const QRect at = list->table()->visualRect(list->model()->index(row, list->model()->columnOf(u"sex"_qs)));
        QTest::mouseClick(list->table()->viewport(), Qt::LeftButton, row == 0 ? Qt::NoModifier : Qt::ControlModifier,
                          at.center());
    }
    QCOMPARE(list->table()->selectedIds().size(), 3);
    const auto educations = [&] {
        QStringList all;
        const auto rows = test.book().reader().rows(u"member"_qs, QDate(2026, 9, 30), ids, {u"education"_qs});
        for (const RowData &row : *rows) {
            all << row.values.first().toString();
        }
        return all;
    };
    const QStringList before = educations();
    pick(test, TestWindow::button(list, ListPage::tr("Actions")), ListPage::tr("Change many at once…"));
    QPointer<BulkEditDialog> dialog = qobject_cast<BulkEditDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog != nullptr);
    dialog->fieldChoice()->setFocus();
    const int wanted = dialog->fieldChoice()->findData(u"education"_qs);
    dialog->fieldChoice()->setCurrentIndex(wanted);
    QCOMPARE(dialog->fieldChoice()->currentData().toString(), u"education"_qs);
    auto *line = qobject_cast<QLineEdit *>(dialog->valueEditor()->field());
    line->setFocus();
    QTest::keyClicks(line, u"61"_qs);
    QTest::keyClick(line, Qt::Key_Return);
    QTest::keyClick(line, Qt::Key_Tab);
    QTRY_VERIFY(dialog->applyButton()->isEnabled());
    QCOMPARE(unnamedControls(dialog), QStringList());
    savePicture(dialog, u"bulk-edit"_qs);
    QCOMPARE(educations(), before); // a look does nothing
    QTest::mouseClick(dialog->applyButton(), Qt::LeftButton);
    QTRY_VERIFY(dialog == nullptr || !dialog->isVisible());
    QCOMPARE(educations(), QStringList({u"61"_qs, u"61"_qs, u"61"_qs}));
    test.window().activateWindow(); // as a window system does when a dialog closes
    QVERIFY(QTest::qWaitForWindowActive(&test.window()));
    QTest::keySequence(list->table(), QKeySequence(u"Ctrl+Z"_qs)); // one step
    QCOMPARE(educations(), before);
}

void tst_ListWork::historyOfOneRecord()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    ListPage *list = openList(test);
    QVERIFY(list != nullptr);
    QTRY_VERIFY(list->model()->idAt(4) != 0);
    const QRect at = list->table()->visualRect(list->model()->index(4, list->model()->columnOf(u"sex"_qs)));
    QTest::mouseClick(list->table()->viewport(), Qt::LeftButton, {}, at.center());
    const RowId id = list->model()->idAt(4);
    pick(test, TestWindow::button(list, ListPage::tr("Actions")), ListPage::tr("History"));
    auto *record = qobject_cast<RecordPage *>(test.page());
    QVERIFY(record != nullptr);
    QCOMPARE(record->record(), id);
    // From one record's history to the batch in the journal.
    const qint64 batch = test.book().database().scalar(u"SELECT MIN(id) FROM batch"_qs)->toLongLong();
    QVERIFY(batch > 0);
    test.desk().openPage(u"history"_qs, {{u"batch"_qs, batch}});
    auto *journal = qobject_cast<HistoryPage *>(test.page());
    QVERIFY(journal != nullptr);
    QCOMPARE(journal->table()->currentIndex().row(), journal->model()->rowOf(BatchId(batch)));
    QVERIFY(journal->model()->rowOf(BatchId(batch)) >= 0);
}

QTEST_MAIN(tst_ListWork)
#include "tst_listwork.moc"
