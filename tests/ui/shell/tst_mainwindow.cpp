// What the window does whatever page is open: its place on the screen, another theme, another size of letters.
#include "tests/support/testwindow.h"
#include "ui/registry/detailpanel.h"
#include "ui/registry/listpage.h"
#include "ui/registry/tableview.h"
#include <QScreen>
#include <QSignalSpy>
#include <QTableView>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyTheme(*qApp, makeTheme(ThemeMode::Light)); }
    void comesBackOntoTheScreen_data();
    void comesBackOntoTheScreen();
    void anotherThemeReachesThePanel();
    void largerLettersReachTheJournal();
};

void TestMainWindow::comesBackOntoTheScreen_data()
{
    QTest::addColumn<QRect>("place");
    const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
    QTest::newRow("as large as a larger screen") << QRect(0, 0, screen.width() * 2, screen.height() * 2);
    QTest::newRow("on a second screen that is gone") << QRect(screen.right() + 300, 100, 640, 480);
    QTest::newRow("above the upper edge") << QRect(40, -400, 640, 480);
}

// As the settings remember it from another desk.
void TestMainWindow::comesBackOntoTheScreen()
{
    QFETCH(const QRect, place);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_qs));
    {
        QWidget left;
        left.setGeometry(place);
        settings.set(setting::windowGeometry, left.saveGeometry());
    }
    const FixedClock clock(QDateTime(QDate(2026, 9, 30), QTime(16, 0)));
    const Catalog catalog;
    const Session session{u"测试员"_qs, u"测试机"_qs};
    ScriptedAsk ask;
    UiContext context{makeTheme(ThemeMode::Light), u"zh"_qs, ask, clock};
    MainWindow window(context, settings, catalog, session);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QRect screen = window.screen()->availableGeometry();
    const QRect now = window.geometry();
    QVERIFY2(screen.left() <= now.left() && screen.top() <= now.top(), qPrintable(QDebug::toString(now)));
    QVERIFY2(now.width() <= qMax(screen.width(), window.minimumWidth()), qPrintable(QDebug::toString(now)));
    QVERIFY2(now.height() <= qMax(screen.height(), window.minimumHeight()), qPrintable(QDebug::toString(now)));
}

void TestMainWindow::anotherThemeReachesThePanel()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    test.goTo(u"list:grid"_qs);
    auto *list = qobject_cast<ListPage *>(test.page());
    QVERIFY(list != nullptr);
    QTRY_VERIFY(list->model()->rowCount() > 0);
    QSignalSpy shown(list->detail(), &DetailPanel::shown);
    list->table()->selectId(list->model()->idAt(0));
    QTRY_COMPARE(shown.size(), 1);
    applyTheme(*qApp, makeTheme(ThemeMode::Dark));
    QTRY_COMPARE(shown.size(), 2); // made anew in its colours
}

void TestMainWindow::largerLettersReachTheJournal()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    test.goTo(u"history"_qs);
    auto *table = test.page()->findChild<QTableView *>();
    QVERIFY(table != nullptr);
    const int before = table->columnWidth(0);
    applyTheme(*qApp, makeTheme(ThemeMode::Light, 15));
    QTRY_VERIFY(table->columnWidth(0) > before);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
