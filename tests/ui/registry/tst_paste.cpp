// A block that was copied in a spreadsheet, pasted over the cells of a list: preview, faults, one undo.
#include "tests/ui/registry/listbench.h"
#include "ui/registry/bulkeditdialog.h"
#include "ui/registry/listpage.h"
#include "ui/registry/pastedialog.h"
#include "ui/shell/theme.h"
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class tst_Paste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cells_data();
    void cells();
    void blockGoesIntoTheRows();
    void faultsStayOut();
    void oneRowFillsTheSelection();
    void nothingWhereNothingMayBeChanged();

private:
    PasteDialog *paste(const QString &field, int row, const QString &copied);
    QStringList values(int row) const; // sex and nation
    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<TestBook> m_book;
    std::unique_ptr<ListBench> m_bench;
    std::unique_ptr<ListPage> m_page;
};

void tst_Paste::initTestCase()
{
    QApplication::setOrganizationName(u"Gridbook"_qs);
    QApplication::setApplicationName(u"tst_paste"_qs);
    applyTheme(*qApp, makeTheme(ThemeMode::Light));
}

void tst_Paste::init()
{
    m_settings = std::make_unique<QTemporaryDir>();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings->path());
    m_book = std::make_unique<TestBook>();
    const auto basics = m_book->makeBasics();
    addRoster(*m_book, basics, 5);
    m_bench = std::make_unique<ListBench>(**m_book);
    m_page = std::make_unique<ListPage>(*m_bench, Query{u"member"_qs, {}, {}, {}, {}, {}}, QString());
    m_page->resize(1240, 760);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QTRY_COMPARE(m_page->model()->rowCount(), 5);
    m_page->activateWindow();
    m_page->table()->setFocus();
}

void tst_Paste::cleanup()
{
    m_page.reset();
    m_bench.reset();
    m_book.reset();
}

PasteDialog *tst_Paste::paste(const QString &field, int row, const QString &copied)
{
    QGuiApplication::clipboard()->setText(copied);
    const int column = m_page->model()->columnOf(field);
    m_page->table()->setCurrentIndex(m_page->model()->index(row, column));
    QTest::keyClick(m_page->table(), Qt::Key_V, Qt::ControlModifier);
    auto *dialog = m_page->findChild<PasteDialog *>();
    if (dialog != nullptr && dialog->edit()->isBusy()) {
        QSignalSpy planned(dialog->edit(), &BulkEdit::planned);
        planned.wait();
    }
    return dialog;
}

QStringList tst_Paste::values(int row) const
{
    const auto rows = (*m_book)->reader().rows(u"member"_qs, m_book->clock().today(), {m_page->model()->idAt(row)},
                                               {u"sex"_qs, u"ethnic"_qs});
    return {rows->first().values.at(0).toString(), rows->first().values.at(1).toString()};
}

void tst_Paste::cells_data()
{
    QTest::addColumn<QString>("copied");
    QTest::addColumn<QString>("expected"); // cells by |, rows by /
    QTest::newRow("one") << u"女"_qs << u"女"_qs;
    QTest::newRow("as spreadsheets copy") << u"女\t满\r\n男\t回\r\n"_qs << u"女|满/男|回"_qs;
    QTest::newRow("blank cells") << u"\t满\n男\t"_qs << u"|满/男|"_qs;
    QTest::newRow("a blank row between") << u"女\n\n男\n"_qs << u"女//男"_qs;
    QTest::newRow("quoted") << u"\"a\tb\nc\"\t\"说\"\"好\"\"\"\n"_qs << u"a\tb\nc|说\"好\""_qs;
    QTest::newRow("a quotation mark inside") << u"5\"屏\t1\n"_qs << u"5\"屏|1"_qs;
    QTest::newRow("nothing") << QString() << QString();
}

void tst_Paste::cells()
{
    QFETCH(const QString, copied);
    QFETCH(const QString, expected);
    QStringList rows;
    for (const QStringList &row : cellsOf(copied)) {
        rows << row.join(u'|');
    }
    QCOMPARE(rows.join(u'/'), expected);
}

void tst_Paste::blockGoesIntoTheRows()
{
    const QStringList last = values(3);
    PasteDialog *dialog = paste(u"sex"_qs, 1, u"女\t满\r\n男\t回\r\n"_qs);
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->edit()->rows().size(), 2);
    savePicture(dialog, u"paste"_qs);
    QSignalSpy applied(dialog->edit(), &BulkEdit::applied);
    QTest::mouseClick(dialog->applyButton(), Qt::LeftButton);
    QVERIFY(applied.size() == 1 || applied.wait());
    QCOMPARE(values(1), (QStringList{u"2"_qs, u"11"_qs}));
    QCOMPARE(values(2), (QStringList{u"1"_qs, u"03"_qs}));
    QCOMPARE(values(3), last);
    QVERIFY_RESULT((*m_book)->undo());
    QCOMPARE(values(1).last(), u"01"_qs);
    QCOMPARE(values(2).last(), u"01"_qs);
}

void tst_Paste::faultsStayOut()
{
    // The third column is protected, the last row lies below the end of the list.
    PasteDialog *dialog = paste(u"sex"_qs, 3, u"女\t满\t999901197807010010\n男\t火星\t\n女\t\t\n"_qs);
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->edit()->rows().size(), 2);
    QCOMPARE(dialog->edit()->rows().at(1).state, BulkRow::State::Wrong);
    QVERIFY2(dialog->edit()->rows().at(1).why.contains(u"火星"), qPrintable(dialog->edit()->rows().at(1).why));
    QVERIFY2(dialog->summary().contains(
                 m_bench->context().word((*m_book)->catalog().registry(u"member"_qs)->field(u"idNumber")->label)),
             qPrintable(dialog->summary()));
    savePicture(dialog, u"paste-faults"_qs);
    const QStringList before = values(4);
    QSignalSpy applied(dialog->edit(), &BulkEdit::applied);
    QTest::mouseClick(dialog->applyButton(), Qt::LeftButton);
    QVERIFY(applied.size() == 1 || applied.wait());
    QCOMPARE(values(4), before); // not even the half that could be read
    QCOMPARE(values(3).last(), u"11"_qs);
}

void tst_Paste::oneRowFillsTheSelection()
{
    m_page->table()->selectRow(0);
    const QModelIndex last = m_page->model()->index(2, m_page->model()->columnOf(u"ethnic"_qs));
    m_page->table()->selectionModel()->select(last, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QGuiApplication::clipboard()->setText(u"满"_qs);
    m_page->table()->selectionModel()->setCurrentIndex(last, QItemSelectionModel::NoUpdate);
    QTest::keyClick(m_page->table(), Qt::Key_V, Qt::ControlModifier);
    auto *dialog = m_page->findChild<PasteDialog *>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->edit()->rows().size(), 2);
    QCOMPARE(dialog->edit()->rows().first().id, m_page->model()->idAt(0));
    QCOMPARE(dialog->edit()->rows().last().id, m_page->model()->idAt(2));
}

void tst_Paste::nothingWhereNothingMayBeChanged()
{
    PasteDialog *dialog = paste(u"branch"_qs, 0, u"东关二支部"_qs);
    QVERIFY(dialog != nullptr); // it says so
    QCOMPARE(dialog->edit()->rows().size(), 0);
    QVERIFY(!dialog->applyButton()->isEnabled());
    QVERIFY(!dialog->summary().isEmpty());
}

QTEST_MAIN(tst_Paste)
#include "tst_paste.moc"
