// The panel beside a page: what was chosen is kept, and a narrow page has room for the page.
#include "tests/support/uitesting.h"
#include "ui/widgets/sidefold.h"
#include <QApplication>
#include <QHBoxLayout>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>

using namespace gridbook::ui;
using namespace Qt::StringLiterals;

namespace {

struct Page
{
    Page()
    {
        auto *line = new QHBoxLayout(&page);
        line->addWidget(button = new QToolButton(&page));
        line->addWidget(panel = new QWidget(&page));
        fold = new SideFold(&page, panel, button, QStringLiteral("details"), QStringLiteral("test/folded"));
    }
    void widen(int width)
    {
        page.resize(width, 300);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
    }
    QWidget page;
    QToolButton *button = nullptr;
    QWidget *panel = nullptr;
    SideFold *fold = nullptr;
};

} // namespace

class TestSideFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QSettings().clear();
    }
    void whatWasChosenIsKept();
    void aNarrowPageHasNoRoom();
    void nothingToShow();

private:
    QTemporaryDir m_settings;
};

void TestSideFold::whatWasChosenIsKept()
{
    Page first;
    first.widen(SideFold::narrowPage);
    QVERIFY(first.panel->isVisible() && first.button->isChecked());
    QTest::mouseClick(first.button, Qt::LeftButton);
    QVERIFY(!first.panel->isVisible());
    Page second;
    second.widen(1200);
    QVERIFY(!second.panel->isVisible() && !second.button->isChecked());
    QTest::keyClick(second.button, Qt::Key_Space);
    QVERIFY(second.panel->isVisible());
}

void TestSideFold::aNarrowPageHasNoRoom()
{
    Page page;
    page.widen(SideFold::narrowPage - 1);
    QVERIFY(!page.panel->isVisible() && !page.button->isChecked());
    QTest::mouseClick(page.button, Qt::LeftButton);
    QVERIFY(page.panel->isVisible()); // the button never does nothing
    page.page.resize(700, 300);
    QVERIFY(page.panel->isVisible());
    QTest::mouseClick(page.button, Qt::LeftButton);
    QVERIFY(!page.panel->isVisible());
    page.page.resize(1200, 300);
    QVERIFY(page.panel->isVisible()); // that was for the narrow page
    page.page.resize(700, 300);
    QVERIFY(!page.panel->isVisible());
}

void TestSideFold::nothingToShow()
{
    Page page;
    page.fold->setPresent(false);
    page.widen(1200);
    QVERIFY(!page.panel->isVisible() && !page.button->isVisible());
    page.fold->setPresent(true);
    QVERIFY(page.panel->isVisible() && page.button->isVisible());
}

QTEST_MAIN(TestSideFold)
#include "tst_sidefold.moc"
