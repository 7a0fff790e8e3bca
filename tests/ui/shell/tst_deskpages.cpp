// Pages as the window opens them: the arguments that pages are given arrive, and lead back to where they came from.
#include "core/base/partialdate.h"
#include "core/changes/drafts.h"
#include "core/reports/documenttext.h"
#include "core/reports/figures.h"
#include "core/text/translators.h"
#include "tests/support/testwindow.h"
#include "ui/registry/detailpanel.h"
#include "ui/registry/figurehead.h"
#include "ui/registry/listpage.h"
#include "ui/registry/recordpage.h"
#include "ui/registry/tablemodel.h"
#include "ui/reports/charts.h"
#include "ui/reports/documentview.h"
#include "ui/reports/paperpage.h"
#include "ui/reports/previewpane.h"
#include "ui/shell/homepage.h"
#include "ui/shell/openfigure.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowframe.h"
#include "ui/widgets/fieldline.h"
#include "ui/widgets/messagebar.h"
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QThreadPool>
#include <QToolButton>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class tst_DeskPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void recordWalksThroughItsList();
    void papersOfChosenMembers();
    void historyOfOneRecord();
    void draftsStandOnTheHomePage();
    void papersAreLoggedBeforeTheyAreWritten();
    void numbersOfTheReportOpenAndLeadBack();
    void numbersOfHomeOpenAndLeadBack();
    void numberOfAnotherDayShowsItsDay();
    void mendedRecordsCountAnew();
    void keyboardSeesWhereItIs();
    void numberOfALeftPageOpensNothing();
    void firstOfARelatedListIsAddedFromThePanel();
    void newRecordOfALookupLeadsBack();
    void whatToCheckStandsBesideTheQuarter();
    void pictures_data();
    void pictures();

private:
    QList<RowId> members(int count);
    std::unique_ptr<TestWindow> m_window;
};

void tst_DeskPages::init()
{
    m_window = std::make_unique<TestWindow>();
    QVERIFY(m_window->openDemonstration());
}

QList<RowId> tst_DeskPages::members(int count)
{
    return m_window->book().reader().ids({u"member"_qs, m_window->desk().asOf(), {}, {}, {}, {}}, count).valueOr({});
}

void tst_DeskPages::recordWalksThroughItsList()
{
    m_window->desk().openPage(u"list:member"_qs, {});
    auto *list = qobject_cast<ListPage *>(m_window->page());
    QVERIFY(list != nullptr);
    QTRY_VERIFY(list->model()->rowCount() > 2);
    const RowId second = list->model()->idAt(1);
    Q_EMIT list->table()->opened(second);
    auto *page = qobject_cast<RecordPage *>(m_window->page());
    QVERIFY(page != nullptr);
    QCOMPARE(page->record(), second);
    QToolButton *next = nullptr;
    for (QToolButton *each : page->findChildren<QToolButton *>()) {
        next = each->accessibleName().contains(u"PgDn") ? each : next;
    }
    QVERIFY(next != nullptr && next->isVisible());
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(page->record(), list->model()->idAt(2));
    page->cancel();
    QCOMPARE(m_window->page(), list);
}

void tst_DeskPages::papersOfChosenMembers()
{
    const QList<RowId> ids = members(3);
    for (const QString &paper : {u"memberForm"_qs, u"roster"_qs}) {
        m_window->desk().openPage(paper, {{u"ids"_qs, QVariant::fromValue(ids)}});
        auto *page = qobject_cast<PaperPage *>(m_window->page());
        QVERIFY(page != nullptr);
        QSignalSpy shown(page, &PaperPage::shown);
        QVERIFY(shown.wait(20000));
        if (paper == u"memberForm") {
            QCOMPARE(toText(page->preview()->document()).count(u"党员基本信息采集表"), 3);
        }
    }
}

void tst_DeskPages::historyOfOneRecord()
{
    m_window->desk().openPage(u"history"_qs, {{u"registry"_qs, u"member"_qs}, {u"id"_qs, members(1).first()}});
    auto *page = qobject_cast<RecordPage *>(m_window->page());
    QVERIFY(page != nullptr && page->history() != nullptr);
}

void tst_DeskPages::draftsStandOnTheHomePage()
{
    const RowId member = members(1).first();
    Book &book = m_window->book();
    Drafts drafts(book.path(), book.sealer());
    const QDateTime when(QDate(2026, 9, 30), QTime(15, 30));
    QVERIFY_RESULT(drafts.keep({u"member"_qs, member, when, u"测试员"_qs, {{u"workUnit"_qs, u"东关小学"_qs}}, {}}));
    QVERIFY_RESULT(drafts.keep({u"person"_qs, 0, when, u"测试员"_qs, {{u"name"_qs, u"赵雪琴"_qs}}, {}}));
    m_window->desk().openPage(u"list:member"_qs, {});
    m_window->desk().openPage(u"home"_qs, {});
    auto *home = qobject_cast<HomePage *>(m_window->page());
    QVERIFY(home != nullptr);
    QCOMPARE(unnamedControls(home), QStringList());
    const auto verbs = [&](const QString &verb) {
        QList<QPushButton *> found;
        for (QPushButton *each : home->findChildren<QPushButton *>()) {
            if (!each->isHidden() && each->text() == verb && !each->parentWidget()->isHidden()) {
                found << each;
            }
        }
        return found;
    };
    QTRY_COMPARE(verbs(u"Discard"_qs).size(), 2);
    savePicture(&m_window->window(), u"home-drafts"_qs);
    // The one that was being added is discarded …
    const auto ofPerson = [&](const QString &verb) {
        const auto all = verbs(verb);
        return *std::find_if(all.begin(), all.end(),
                             [](QPushButton *each) { return each->accessibleName().contains(u"赵雪琴"); });
    };
    m_window->ask().willConfirm(false);
    QTest::mouseClick(ofPerson(u"Discard"_qs), Qt::LeftButton);
    QCOMPARE(drafts.all().size(), 2);
    m_window->ask().willConfirm(true);
    QTest::mouseClick(ofPerson(u"Discard"_qs), Qt::LeftButton);
    QCOMPARE(drafts.all().size(), 1);
    QTRY_COMPARE(verbs(u"Discard"_qs).size(), 1);
    // … and the other one gone on with: its entries stand in the form at once.
    QTest::mouseClick(verbs(u"Continue"_qs).first(), Qt::LeftButton);
    auto *page = qobject_cast<RecordPage *>(m_window->page());
    QVERIFY(page != nullptr);
    QCOMPARE(page->record(), member);
    QCOMPARE(page->form()->values().value(u"workUnit"_qs).toString(), u"东关小学"_qs);
    QVERIFY(page->isChanged());
    QVERIFY(page->save());
    QVERIFY(drafts.all().isEmpty());
}

// A paper about people is in the log before its file is there, even if nobody waits for it; one file at a time.
void tst_DeskPages::papersAreLoggedBeforeTheyAreWritten()
{
    m_window->desk().openPage(u"roster"_qs, {});
    auto *page = qobject_cast<PaperPage *>(m_window->page());
    QVERIFY(page != nullptr);
    QSignalSpy shown(page, &PaperPage::shown);
    QVERIFY(shown.wait(20000));
    const auto exports = [&] {
        return m_window->book()
            .database()
            .scalar(u"SELECT COUNT(*) FROM access_log WHERE action = 'export'"_qs)
            ->toInt();
    };
    const int before = exports();
    const QString path = m_window->filePath(u"花名册.pdf"_qs);
    m_window->ask().willSave(path);
    Q_EMIT page->preview()->pdfRequested();
    QCOMPARE(exports(), before + 1);
    Q_EMIT page->preview()->xlsxRequested(); // asks for no name while the first is being written
    QCOMPARE(exports(), before + 1);
    m_window->desk().openPage(u"home"_qs, {});
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path).size() > 20'000, 20'000);
}

// A number on a far page: its rows, its rule, and back to the same place.
void tst_DeskPages::numbersOfTheReportOpenAndLeadBack()
{
    m_window->desk().openPage(u"report"_qs, {});
    auto *page = qobject_cast<PaperPage *>(m_window->page());
    QVERIFY(page != nullptr);
    QSignalSpy shown(page, &PaperPage::shown);
    QVERIFY(shown.wait(20000));
    DocumentView *view = page->preview()->view();
    const int far = view->pageCount() - 1;
    int with = far;
    while (with > 0 && view->document().pages.at(with).items.links.isEmpty()) {
        --with;
    }
    QVERIFY(with > 0);
    view->goToPage(with);
    const QRect visible = view->viewport()->rect();
    int link = 0;
    const int links = int(view->document().pages.at(with).items.links.size());
    while (link < links && !visible.contains(view->linkRect(with, link).center().toPoint())) {
        ++link;
    }
    QVERIFY(link < links);
    const QString key = view->document().pages.at(with).items.links.at(link).key;
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->linkRect(with, link).center().toPoint());
    const int place = view->verticalScrollBar()->value();
    ListPage *list = nullptr;
    QTRY_VERIFY((list = qobject_cast<ListPage *>(m_window->page())) != nullptr);
    QVERIFY(
        list->focusProxy()->hasFocus()); // what it counts, or nearly: Enter opens a record, it does not begin a new one
    QString rule;
    {
        auto figures = Figures::open(m_window->book().reader());
        QVERIFY_RESULT(figures);
        rule = (*figures)->rule(key)->rule.zh;
    }
    QVERIFY(!rule.isEmpty());
    QVERIFY(list->figureHead()->rule().contains(rule));
    auto *back = list->findChild<QPushButton *>(u"back"_qs);
    QVERIFY(back != nullptr && back->isVisible());
    QVERIFY2(back->text().contains(u"季度报告"), qPrintable(back->text()));
    QTest::keyClick(&m_window->window(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->page(), page);
    QCOMPARE(view->verticalScrollBar()->value(), place);
    QVERIFY(view->hasFocus());
    // The link does the same as the key; and something changed meanwhile does not lose the place either.
    QTest::keyClick(view, Qt::Key_Return);
    QTRY_VERIFY((list = qobject_cast<ListPage *>(m_window->page())) != nullptr);
    const auto work = m_window->book().begin({u"edit"_qs, u"备注"_qs, {}, {}});
    QVERIFY_RESULT(work);
    QVERIFY_RESULT((*work)->update(u"division"_qs, 1, 0, {{u"note"_qs, u"试"_qs}}));
    QVERIFY_RESULT(m_window->book().commit(**work));
    QVERIFY(shown.wait(20000));
    QTest::mouseClick(list->findChild<QPushButton *>(u"back"_qs), Qt::LeftButton);
    QCOMPARE(m_window->page(), page);
    QCOMPARE(view->verticalScrollBar()->value(), place);
}

void tst_DeskPages::numbersOfHomeOpenAndLeadBack()
{
    m_window->desk().openPage(u"home"_qs, {});
    auto *home = qobject_cast<HomePage *>(m_window->page());
    QVERIFY(home != nullptr);
    QTRY_VERIFY(TestWindow::button(home, u"662"_qs) != nullptr);
    QTest::mouseClick(TestWindow::button(home, u"662"_qs), Qt::LeftButton);
    ListPage *list = nullptr;
    QTRY_VERIFY((list = qobject_cast<ListPage *>(m_window->page())) != nullptr);
    QVERIFY(list->figureHead() != nullptr);
    QCOMPARE(list->figureHead()->number(), u"662 名"_qs);
    QVERIFY(list->findChild<QPushButton *>(u"back"_qs)->text().contains(u"首页"));
    savePicture(&m_window->window(), u"figure-rows"_qs);
    QTest::keyClick(&m_window->window(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->page(), home);
    // A bar of the chart.
    auto *chart = home->findChild<ChartWidget *>();
    Q_EMIT chart->barActivated(2);
    QTRY_VERIFY((list = qobject_cast<ListPage *>(m_window->page())) != nullptr);
    QVERIFY(list->figureHead() != nullptr);
    QVERIFY(!list->figureHead()->rule().isEmpty());
    // From the rows to a record, and back step by step.
    QTRY_VERIFY(list->model()->rowCount() > 0);
    Q_EMIT list->table()->opened(list->model()->idAt(0));
    QVERIFY(qobject_cast<RecordPage *>(m_window->page()) != nullptr);
    QTest::keyClick(&m_window->window(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->page(), list);
    QVERIFY(list->table()->hasFocus());
    QTest::keyClick(&m_window->window(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->page(), home);
    QVERIFY(!m_window->desk().goBack()); // nowhere further
}

void tst_DeskPages::numberOfAnotherDayShowsItsDay()
{
    openFigure(m_window->desk(), m_window->page(), u"members.total@2025-12-31"_qs);
    ListPage *list = nullptr;
    QTRY_VERIFY((list = qobject_cast<ListPage *>(m_window->page())) != nullptr);
    QCOMPARE(list->figureHead()->number(), u"651 名"_qs);
    QCOMPARE(list->query().asOf, QDate(2025, 12, 31));
    QTRY_COMPARE(list->model()->rowCount(), 651);
}

void tst_DeskPages::mendedRecordsCountAnew()
{
    openFigure(m_window->desk(), m_window->page(), u"places.grids@2026-09-30"_qs);
    ListPage *list = nullptr;
    QTRY_VERIFY((list = qobject_cast<ListPage *>(m_window->page())) != nullptr);
    QCOMPARE(list->figureHead()->number(), u"38 个"_qs);
    const auto work = m_window->book().begin({u"edit"_qs, u"停用"_qs, {}, {}});
    QVERIFY_RESULT(work);
    QVERIFY_RESULT((*work)->update(u"grid"_qs, list->model()->idAt(0) > 0 ? list->model()->idAt(0) : 1, 0,
                                   {{u"valid_until"_qs, u"2026-09-01"_qs}}));
    QVERIFY_RESULT(m_window->book().commit(**work));
    QTRY_COMPARE(list->figureHead()->number(), u"37 个"_qs);
}

// The ring around the number that has the focus.
void tst_DeskPages::keyboardSeesWhereItIs()
{
    m_window->desk().openPage(u"home"_qs, {});
    auto *home = qobject_cast<HomePage *>(m_window->page());
    QTRY_VERIFY(TestWindow::button(home, u"662"_qs) != nullptr);
    QPushButton *number = TestWindow::button(home, u"662"_qs);
    const QImage without = number->grab().toImage();
    TestWindow::button(home, u"38"_qs)->setFocus();
    while (!number->hasFocus()) {
        QWidget *before = QApplication::focusWidget();
        QTest::keyClick(before, Qt::Key_Tab);
        QVERIFY(QApplication::focusWidget() != before);
    }
    const QImage with = number->grab().toImage();
    const QColor ring = currentTheme().tokens.information;
    const auto count = [ring](const QImage &image) {
        int found = 0;
        for (int x = 0; x < image.width(); ++x) {
            found += image.pixelColor(x, 0) == ring || image.pixelColor(x, 1) == ring ? 1 : 0;
        }
        return found;
    };
    QCOMPARE(count(without), 0);
    QVERIFY(count(with) > with.width() / 2);
}

void tst_DeskPages::numberOfALeftPageOpensNothing()
{
    QWidget *home = m_window->page();
    openFigure(m_window->desk(), home, u"members.total@2025-12-31"_qs);
    m_window->desk().openPage(u"settings"_qs, {});
    QWidget *settings = m_window->page();
    QVERIFY(settings != home);
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(m_window->page(), settings);
}

void tst_DeskPages::firstOfARelatedListIsAddedFromThePanel()
{
    m_window->desk().openPage(u"list:grid"_qs, {});
    auto *list = qobject_cast<ListPage *>(m_window->page());
    QTRY_VERIFY(list->model()->state() == TableModel::State::Ready);
    const RowId grid = list->model()->idAt(0);
    list->table()->selectId(grid);
    QPushButton *add = nullptr;
    QTRY_VERIFY((add = list->detail()->findChild<QPushButton *>(u"addRelated.population"_qs)) != nullptr);
    QTest::mouseClick(add, Qt::LeftButton);
    auto *page = qobject_cast<RecordPage *>(m_window->page());
    QVERIFY(page != nullptr);
    QCOMPARE(page->registry(), u"population"_qs);
    QCOMPARE(page->form()->values().value(u"grid"_qs).value<ReferenceValue>().id, grid);
    QVERIFY(page->form()->values().value(u"division"_qs).value<ReferenceValue>().id > 0); // the grid's community
}

void tst_DeskPages::newRecordOfALookupLeadsBack()
{
    m_window->desk().newRecord(u"gridPost"_qs, {}, Workbench::Afterwards::Stays);
    auto *post = qobject_cast<RecordPage *>(m_window->page());
    QVERIFY(post != nullptr);
    Q_EMIT post->form()->newRequested(u"grid"_qs, u"第九十网格"_qs);
    auto *grid = qobject_cast<RecordPage *>(m_window->page());
    QVERIFY(grid != nullptr && grid != post);
    const auto community = m_window->book().reader().lookUp(u"division"_qs, m_window->desk().asOf(), u"东关社区"_qs, 1);
    QVERIFY_RESULT(community);
    QVERIFY(!community->isEmpty());
    const auto code =
        m_window->book().database().scalar(u"SELECT code FROM division WHERE id = ?"_qs, {community->first().id});
    QVERIFY_RESULT(code);
    grid->form()->enter(u"code"_qs, QString(code->toString() + u"090"));
    grid->form()->enter(u"division"_qs, QVariant::fromValue(community->first()));
    grid->form()->enter(u"kind"_qs, u"urban"_qs);
    grid->form()->enter(u"validFrom"_qs, QVariant::fromValue(PartialDate(QDate(2026, 1, 1))));
    QVERIFY2(grid->save(), qPrintable(grid->form()->fieldsAt(Level::Error).join(u' ') + grid->messages()->text()));
    QCOMPARE(m_window->page(), post);
    QCOMPARE(post->form()->values().value(u"grid"_qs).value<ReferenceValue>().title.contains(u"第九十网格"), true);
}

void tst_DeskPages::whatToCheckStandsBesideTheQuarter()
{
    m_window->desk().openPage(u"report"_qs, {});
    auto *paper = qobject_cast<PaperPage *>(m_window->page());
    QVERIFY(paper != nullptr);
    QVERIFY(paper->actions().contains(paper->preview()->printAction())); // Ctrl+P beside the paper, too
    QTRY_VERIFY(paper->doubts()->isVisible());
    const QList<QAction *> lines = paper->doubts()->menu()->actions();
    QCOMPARE(lines.size(), 2); // without a grid; without a number
    lines.first()->trigger();
    QTRY_VERIFY(qobject_cast<ListPage *>(m_window->page()) != nullptr);
}

void tst_DeskPages::pictures_data()
{
    QTest::addColumn<int>("points");
    QTest::newRow("100") << 10;
    QTest::newRow("150") << 15;
}

// In Chinese, as the office sees them.
void tst_DeskPages::pictures()
{
    QFETCH(const int, points);
    const QString size = QString::fromLatin1(QTest::currentDataTag());
    m_window.reset();
    installTranslations(*qApp, u"zh"_qs);
    m_window = std::make_unique<TestWindow>();
    applyTheme(*qApp, makeTheme(ThemeMode::Light, points));
    QVERIFY(m_window->openDemonstration());
    const auto take = [&](const QString &name) {
        for (int i = 0; i < 30; ++i) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
        savePicture(&m_window->window(), name + u'-' + size);
    };
    const QDateTime when(QDate(2026, 9, 30), QTime(15, 30));
    Drafts drafts(m_window->book().path(), m_window->book().sealer());
    QVERIFY_RESULT(
        drafts.keep({u"member"_qs, members(1).first(), when, u"测试员"_qs, {{u"workUnit"_qs, u"东关小学"_qs}}, {}}));
    m_window->desk().openPage(u"list:member"_qs, {});
    take(u"zh-list"_qs);
    m_window->desk().openPage(u"home"_qs, {});
    auto *home = qobject_cast<HomePage *>(m_window->page());
    QSignalSpy filled(home, &HomePage::filled);
    home->refresh();
    QVERIFY(filled.wait());
    take(u"zh-home"_qs);
    for (QPushButton *each : home->findChildren<QPushButton *>()) {
        QVERIFY2(each->width() >= each->minimumSizeHint().width(), qPrintable(each->text()));
    }
    m_window->desk().openRecordOf(u"member"_qs, members(2).last(), members(5));
    take(u"zh-member"_qs);
    m_window->desk().newRecord(u"member"_qs, {});
    take(u"zh-new-member"_qs);
    const auto orgs = m_window->book().reader().ids({u"partyOrg"_qs, m_window->desk().asOf(), {}, {}, {}, {}}, 12);
    m_window->desk().openRecord(u"partyOrg"_qs, orgs->last());
    take(u"zh-org"_qs);
    m_window->desk().openRecord(u"partyOrg"_qs, orgs->at(2));
    take(u"zh-branch"_qs);
    m_window->desk().newRecord(u"grid"_qs, {});
    take(u"zh-new-grid"_qs);
}

QTEST_MAIN(tst_DeskPages)
#include "tst_deskpages.moc"
