#pragma once
// The real main window over a temporary folder: fixed day, scripted answers, settings of its own. For journeys.
#include "core/registry/catalog.h"
#include "core/settings/settings.h"
#include "tests/support/uitesting.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/uicontext.h"
#include <QTemporaryDir>

namespace gridbook::testing {

class TestWindow
{
public:
    // firstStart: as nobody has used the program on this machine yet; else the tour has been seen.
    explicit TestWindow(const QDate &today = QDate(2026, 9, 30), bool firstStart = false);
    ~TestWindow();
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::Desk &desk() { return *m_window->desk(); }
    [[nodiscard]] Book &book() { return m_window->desk()->book(); }
    [[nodiscard]] ScriptedAsk &ask() { return m_ask; }
    [[nodiscard]] Settings &settings() { return m_settings; }
    [[nodiscard]] FixedClock &clock() { return m_clock; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    // The demonstration book, made once for each test program and copied.
    bool openDemonstration();
    // A click on a place of the navigation: "home", "list:member".
    void goTo(const QString &place);
    // The visible widget of the page in front, or of the whole window.
    [[nodiscard]] QWidget *page();
    // The visible button below root with this text (without "&"); null: none.
    static QPushButton *button(QWidget *root, const QString &text);

private:
    QTemporaryDir m_folder;
    FixedClock m_clock;
    Catalog m_catalog;
    Settings m_settings;
    Session m_session;
    ScriptedAsk m_ask;
    ui::UiContext m_context;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace gridbook::testing
