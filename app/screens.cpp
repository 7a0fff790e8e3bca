#include "app/screens.h"
#include "core/access/session.h"
#include "core/book/book.h"
#include "core/demo/demobook.h"
#include "core/demo/samplerosters.h"
#include "core/reports/quarterlyreport.h"
#include "core/settings/settings.h"
#include "ui/dialogs/ask.h"
#include "ui/reports/fonts.h"
#include "ui/reports/layoutengine.h"
#include "ui/reports/output.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

namespace gridbook::app {

using namespace Qt::StringLiterals;
using namespace gridbook::ui;

namespace {

constexpr int settleMs = 500; // for what a page reads in the background
constexpr QSize windowSize(1440, 900);

void settle()
{
    QEventLoop loop;
    QTimer::singleShot(settleMs, &loop, &QEventLoop::quit);
    loop.exec();
}

class Camera
{
public:
    Camera(QString folder, QString suffix) : m_folder(std::move(folder)), m_suffix(std::move(suffix)) {}

    Done shoot(QWidget &widget, const QString &name)
    {
        settle();
        return keep(widget.grab().toImage(), name);
    }

    Done keep(const QImage &image, const QString &name)
    {
        const QString path = u"%1/%2-%3-%4.png"_qs.arg(m_folder)
                                 .arg(++m_number, 2, 10, QLatin1Char('0'))
                                 .arg(QString(name).replace(u':', u'-'), m_suffix);
        return image.save(path) ? Done() : Error{ErrorKind::Io, u"cannot write "_qs + path, {}};
    }

private:
    QString m_folder;
    QString m_suffix;
    int m_number = 0;
};

Done shootForms(Desk &desk, MainWindow &window, Camera &camera)
{
    for (const QString &registry : {u"member"_qs, u"grid"_qs, u"partyOrg"_qs, u"building"_qs, u"orgTerm"_qs}) {
        GRIDBOOK_ASSIGN(const QList<RowId> ids, desk.book().reader().ids({registry, desk.asOf(), {}, {}, {}, {}}, 8));
        desk.openRecord(registry, ids.value(4, ids.value(0)));
        GRIDBOOK_TRY(camera.shoot(window, u"form-"_qs + registry));
    }
    desk.newRecord(u"member"_qs, {});
    return camera.shoot(window, u"form-new-member"_qs);
}

Done shootPapers(Book &book, Camera &camera)
{
    GRIDBOOK_ASSIGN(auto reader, book.openReader());
    QuarterlyReportOptions options;
    options.today = book.clock().today();
    GRIDBOOK_ASSIGN(const Document document,
                    quarterlyReport(reader->registries(), Quarter::of(book.clock().today()), options));
    const PagedDocument paged = paginate(document, FontChoice());
    for (int page = 0; page < paged.pages.size(); ++page) {
        GRIDBOOK_TRY(camera.keep(pageImage(paged, page, 4), u"paper-report-%1"_qs.arg(page + 1)));
    }
    return {};
}

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
        if (!spec.group.isEmpty()) {
            desk.openPage(u"list:"_qs + spec.id, {});
            GRIDBOOK_TRY(camera.shoot(window, u"list-"_qs + spec.id));
        }
    }
    GRIDBOOK_TRY(shootForms(desk, window, camera));
    desk.setAsOf(QDate(2025, 12, 31));
    desk.openPage(u"list:member"_qs, {});
    GRIDBOOK_TRY(camera.shoot(window, u"list-member-past"_qs));
    desk.setAsOf(clock.today());
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
        context.theme = makeTheme(mode);
        applyTheme(application, context.theme);
        desk.openPage(u"home"_qs, {});
        GRIDBOOK_TRY(camera.shoot(window, mode == ThemeMode::Dark ? u"home-dark"_qs : u"home-light"_qs));
    }
    return shootPapers(desk.book(), camera);
}

} // namespace gridbook::app
