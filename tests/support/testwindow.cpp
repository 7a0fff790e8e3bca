#include "tests/support/testwindow.h"
#include "core/demo/demobook.h"
#include "core/text/translators.h"
#include "ui/shell/navigation.h"
#include "ui/shell/windowframe.h"
#include <QApplication>
#include <QListWidget>
#include <QPushButton>

namespace gridbook::testing {

using namespace Qt::StringLiterals;

TestWindow::TestWindow(const QDate &today, bool firstStart)
    : m_clock(QDateTime(today, QTime(16, 0)))
    , m_settings(m_folder.filePath(u"settings.ini"_qs))
    , m_session{u"测试员"_qs, u"测试机"_qs}
    , m_context{ui::makeTheme(ui::ThemeMode::Light), u"zh"_qs, m_ask, m_clock}
{
    ui::applyTheme(*qApp, m_context.theme);
    m_settings.set(setting::tourSeen, !firstStart);
    if (qEnvironmentVariable("GRIDBOOK_LANGUAGE") == u"zh") { // for pictures as the office sees it
        installTranslations(*qApp, u"zh"_qs);
    }
    m_window = std::make_unique<ui::MainWindow>(m_context, m_settings, m_catalog, m_session);
    m_window->resize(1440, 900);
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get())) { // else no shortcut works
        QTest::qFail("the window did not become active", __FILE__, __LINE__);
    }
}

TestWindow::~TestWindow() = default;

bool TestWindow::openDemonstration()
{
    static const QTemporaryDir shelf; // making it takes a second or two
    const QString made = shelf.filePath(u"demo.gridbook"_qs);
    if (!QFileInfo::exists(made)) {
        auto book = Book::create(made, {m_catalog, m_clock, m_session});
        if (!book || !demo::makeDemoBook(**book, {})) {
            return false;
        }
    }
    const QString own = m_folder.filePath(u"东关社区.gridbook"_qs);
    return QFile::copy(made, own) && m_window->openBook(own);
}

void TestWindow::goTo(const QString &place)
{
    QListWidget *list = m_window->frame()->navigation()->list();
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->data(ui::Navigation::idRole).toString() == place) {
            list->scrollToItem(list->item(row));
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(row)).center());
            return;
        }
    }
    QTest::qFail(qPrintable(u"no such place: " + place), __FILE__, __LINE__);
}

QWidget *TestWindow::page()
{
    ui::WindowFrame *frame = m_window->frame();
    return m_window->desk() == nullptr ? m_window.get() : frame->page(frame->currentPage());
}

QPushButton *TestWindow::button(QWidget *root, const QString &text)
{
    for (QPushButton *each : root->findChildren<QPushButton *>()) {
        if (each->isVisible() && each->text().remove(u'&') == text) {
            return each;
        }
    }
    return nullptr;
}

} // namespace gridbook::testing
