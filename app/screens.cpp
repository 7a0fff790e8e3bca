#include "app/screens.h"
#include "app/screens/camera.h"
#include "app/screens/scenes.h"
#include "core/access/session.h"
#include "core/book/book.h"
#include "core/demo/demobook.h"
#include "core/demo/samplerosters.h"
#include "core/settings/settings.h"
#include "ui/dialogs/ask.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

namespace gridbook::app {

using namespace Qt::StringLiterals;
using namespace gridbook::ui;

namespace {

constexpr QSize windowSize(1440, 900);

} // namespace

Done shootScreens(QApplication &application, const QString &folder, const QString &language, const Catalog &catalog)
{
    if (!QDir().mkpath(folder)) {
        return Error{ErrorKind::Io, u"cannot make the folder "_qs + folder, {}};
    }
    const QTemporaryDir work;
    const FixedClock clock(QDateTime(QDate(2026, 9, 30), QTime(16, 0)));
    const Session session{u"党建专干"_qs, u"演示"_qs};
    Settings settings(work.filePath(u"settings.ini"_qs));
    settings.set(setting::tourSeen, true);
    DesktopAsk ask;
    UiContext context{makeTheme(ThemeMode::Light), language, ask, clock};
    applyTheme(application, context.theme);
    const QString path = work.filePath(u"东关社区.gridbook"_qs);
    {
        GRIDBOOK_ASSIGN(auto book, Book::create(path, {catalog, clock, session}));
        GRIDBOOK_TRY(demo::makeDemoBook(*book, {}));
        GRIDBOOK_TRY(demo::writeSampleRosters(*book, work.filePath(u"花名册"_qs), {}));
    }
    Camera camera(folder, language + u'-' + QString::number(qRound(qApp->devicePixelRatio() * 100)));
    MainWindow window(context, settings, catalog, session);
    window.resize(windowSize);
    window.show();
    GRIDBOOK_TRY(camera.shoot(window, u"welcome"_qs));
    if (!window.openBook(path)) {
        return Error{ErrorKind::Internal, u"the demonstration book does not open"_qs, {}};
    }
    Desk &desk = *window.desk();
    for (const QString &page : standingPages()) {
        desk.openPage(page, {});
        GRIDBOOK_TRY(camera.shoot(window, page));
    }
    for (const RegistrySpec &spec : catalog.registries()) {
        GRIDBOOK_TRY(shootList(desk, window, camera, spec.id, u"list-"_qs + spec.id));
    }
    GRIDBOOK_TRY(shootNumber(desk, window, camera));
    GRIDBOOK_TRY(shootFilters(desk, window, camera));
    GRIDBOOK_TRY(shootForms(desk, window, camera));
    GRIDBOOK_TRY(shootActions(desk, window, camera));
    GRIDBOOK_TRY(shootListDialogs(desk, window, camera));
    GRIDBOOK_TRY(shootConflict(desk, window, camera));
    GRIDBOOK_TRY(shootDuplicates(desk, window, camera));
    GRIDBOOK_TRY(shootOverlays(desk, window, camera));
    const QString messy = work.filePath(u"花名册/党员花名册(混乱).xlsx"_qs);
    GRIDBOOK_TRY(shootImport(desk, window, camera, messy));
    GRIDBOOK_TRY(shootRecognised(desk, window, camera, work.filePath(u"花名册/网格台账.xlsx"_qs)));
    desk.setAsOf(QDate(2025, 12, 31));
    GRIDBOOK_TRY(shootList(desk, window, camera, u"member"_qs, u"list-member-past"_qs));
    desk.setAsOf(clock.today());
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
        context.theme = makeTheme(mode);
        applyTheme(application, context.theme);
        desk.openPage(u"home"_qs, {});
        GRIDBOOK_TRY(camera.shoot(window, mode == ThemeMode::Dark ? u"home-dark"_qs : u"home-light"_qs));
    }
    GRIDBOOK_TRY(shootQuestions(desk, window, camera, messy));
    return shootPapers(desk.book(), camera);
}

} // namespace gridbook::app
