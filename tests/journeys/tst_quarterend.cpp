// The last afternoon of a quarter: a building moves to another grid and last quarter stays as it was; the report is
// shown, printed as PDF, and a number in it opens its rows.
#include "core/reports/figures.h"
#include "tests/support/testwindow.h"
#include "ui/registry/formview.h"
#include "ui/registry/listpage.h"
#include "ui/registry/recordpage.h"
#include "ui/reports/documentview.h"
#include "ui/reports/paperpage.h"
#include "ui/reports/previewpane.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowframe.h"
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class tst_QuarterEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buildingMovesLastQuarterStays();
    void reportOpensItsNumbers();
};

namespace {

qint64 buildingsIn(Book &book, RowId grid, QDate day)
{
    const auto rows = book.reader().rows(u"grid"_qs, day, {grid}, {u"buildings"_qs});
    return rows && !rows->isEmpty() ? rows->first().values.first().toLongLong() : -1;
}

} // namespace

void tst_QuarterEnd::buildingMovesLastQuarterStays()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    const QDate today(2026, 9, 30);
    const QDate lastQuarter(2026, 6, 30);
    const auto grids = test.book().reader().ids({u"grid"_qs, today, {}, {}, {}, {}}, 2);
    QVERIFY_RESULT(grids);
    const RowId from = grids->at(0);
    const RowId to = grids->at(1);
    const auto buildings = test.book().database().scalar(
        u"SELECT building_id FROM building_grid WHERE grid_id = ? AND valid_until IS NULL AND valid_from < '2026-01-01' ORDER BY id"_qs,
        {from});
    QVERIFY_RESULT(buildings);
    const qint64 beforeFrom = buildingsIn(test.book(), from, today);
    const qint64 lastFrom = buildingsIn(test.book(), from, lastQuarter);
    const qint64 lastTo = buildingsIn(test.book(), to, lastQuarter);

    test.desk().openRecord(u"building"_qs, buildings->toLongLong());
    auto *page = qobject_cast<RecordPage *>(test.page());
    QVERIFY(page != nullptr);
    page->form()->enter(u"grid"_qs,
                        QVariant::fromValue(ReferenceValue{to, *test.book().reader().title(u"grid"_qs, today, to)}));
    auto *date = qobject_cast<QLineEdit *>(page->form()->editor(u"gridFrom"_qs)->field());
    QVERIFY(date != nullptr);
    date->selectAll();
    QTest::keyClicks(date, u"2026.9.15"_qs);
    QVERIFY2(page->save(), qPrintable(page->form()->fieldsAt(Level::Error).join(u' ')));

    QCOMPARE(buildingsIn(test.book(), from, today), beforeFrom - 1);
    QCOMPARE(buildingsIn(test.book(), from, lastQuarter), lastFrom);
    QCOMPARE(buildingsIn(test.book(), to, lastQuarter), lastTo);
    test.desk().undo();
    QCOMPARE(buildingsIn(test.book(), from, today), beforeFrom);
}

void tst_QuarterEnd::reportOpensItsNumbers()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    test.desk().openPage(u"report"_qs, {});
    auto *page = qobject_cast<PaperPage *>(test.page());
    QVERIFY(page != nullptr);
    QSignalSpy shown(page, &PaperPage::shown);
    QVERIFY(shown.wait());
    DocumentView *view = page->preview()->view();
    QVERIFY(view->pageCount() >= 5);
    QCOMPARE(unnamedControls(page), QStringList());
    savePicture(&test.window(), u"report"_qs);

    // The same number in the figures and in the list that a click opens.
    const auto links = view->document().pages.first().items.links;
    QVERIFY(!links.isEmpty());
    const QString key = links.first().key;
    qint64 number = 0;
    {
        auto figures = Figures::open(test.book().reader());
        QVERIFY_RESULT(figures);
        const auto rows = (*figures)->rows(key);
        QVERIFY_RESULT(rows);
        number = rows->ids.size();
    }
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->linkRect(0, 0).center().toPoint());
    ListPage *list = nullptr;
    QTRY_VERIFY((list = qobject_cast<ListPage *>(test.page())) != nullptr);
    QTRY_COMPARE(list->model()->rowCount(), int(number));
    savePicture(&test.window(), u"report-rows"_qs);

    const QString pdf = test.filePath(u"第三季度 报告.pdf"_qs);
    test.desk().openPage(u"report"_qs, {});
    test.ask().willSave(pdf);
    Q_EMIT page->preview()->pdfRequested();
    QTRY_VERIFY(QFileInfo(pdf).size() > 20000); // written beside the window
}

QTEST_MAIN(tst_QuarterEnd)
#include "tst_quarterend.moc"
