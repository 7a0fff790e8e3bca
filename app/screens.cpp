#include "app/screens.h"
#include "core/access/session.h"
#include "core/book/book.h"
#include "core/demo/demobook.h"
#include "core/demo/samplerosters.h"
#include "core/reports/figure.h"
#include "core/reports/memberform.h"
#include "core/reports/quarterlyreport.h"
#include "core/reports/recoverypaper.h"
#include "core/reports/rosterbook.h"
#include "core/settings/settings.h"
#include "ui/changes/conflictpanel.h"
#include "ui/dialogs/ask.h"
#include "ui/exchange/importsteps.h"
#include "ui/exchange/importwizard.h"
#include "ui/registry/bulkeditdialog.h"
#include "ui/registry/listactions.h"
#include "ui/registry/listpage.h"
#include "ui/registry/paperdialog.h"
#include "ui/registry/recordpage.h"
#include "ui/reports/fonts.h"
#include "ui/reports/layoutengine.h"
#include "ui/reports/output.h"
#include "ui/shell/desk.h"
#include "ui/shell/helppanel.h"
#include "ui/shell/homepage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/openfigure.h"
#include "ui/shell/pages.h"
#include "ui/shell/recordactions.h"
#include "ui/shell/theme.h"
#include "ui/shell/topbar.h"
#include "ui/shell/tour.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/windowframe.h"
#include "ui/widgets/editor.h"
#include "ui/widgets/fieldline.h"
#include "ui/widgets/picklist.h"
#include "ui/widgets/searchfield.h"
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QEventLoop>
#include <QPainter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimer>
#include <QToolButton>
#include <functional>

namespace gridbook::app {

using namespace Qt::StringLiterals;
using namespace gridbook::ui;

namespace {

constexpr int settleMs = 500;  // for what a page reads in the background
constexpr int pagesShown = 99; // of a paper
constexpr QSize windowSize(1440, 900);

void settle()
{
    for (const int pause : {settleMs, 0}) {
        QEventLoop loop;
        QTimer::singleShot(pause, &loop, &QEventLoop::quit);
        loop.exec();
        QThreadPool::globalInstance()->waitForDone(); // a slow machine shows whole pages, too
    }
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

    // What opens shows a dialog, modal or not, which is shot and left; if it shows a page instead, that is shot.
    Done shootDialog(QWidget &window, const std::function<void()> &opens, const QString &name)
    {
        QImage image;
        QTimer timer;
        timer.setInterval(settleMs);
        QObject::connect(&timer, &QTimer::timeout, &timer, [&image] {
            if (QWidget *dialog = QApplication::activeModalWidget()) {
                image = image.isNull() ? dialog->grab().toImage() : image;
                dialog->close();
            }
        });
        timer.start();
        opens();
        settle();
        settle();
        return image.isNull() ? shoot(window, name) : keep(image, name);
    }

    // With a list that has dropped over the window.
    Done shootWithPopup(QWidget &window, QWidget &popup, const QString &name)
    {
        settle();
        QPixmap picture = window.grab();
        if (popup.isVisible()) {
            QPainter(&picture).drawPixmap(window.mapFromGlobal(popup.mapToGlobal(QPoint())), popup.grab());
        }
        return keep(picture.toImage(), name);
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
    for (const QString &registry :
         {u"member"_qs, u"grid"_qs, u"partyOrg"_qs, u"building"_qs, u"orgTerm"_qs, u"rule"_qs}) {
        GRIDBOOK_ASSIGN(const QList<RowId> ids, desk.book().reader().ids({registry, desk.asOf(), {}, {}, {}, {}}, 8));
        desk.openRecord(registry, ids.value(4, ids.value(0)));
        GRIDBOOK_TRY(camera.shoot(window, u"form-"_qs + registry));
    }
    desk.newRecord(u"member"_qs, {});
    return camera.shoot(window, u"form-new-member"_qs);
}

// The page in front, if it is of this kind; others lie behind it.
template <typename Page>
Page *pageInFront(MainWindow &window)
{
    const QList<Page *> pages = window.findChildren<Page *>();
    for (Page *page : pages) {
        if (page->isVisible()) {
            return page;
        }
    }
    return nullptr;
}

// With a row chosen, so that its details are seen.
Done shootList(Desk &desk, MainWindow &window, Camera &camera, const QString &registry, const QString &name)
{
    desk.openPage(u"list:"_qs + registry, {});
    settle();
    auto *list = pageInFront<ListPage>(window);
    if (list != nullptr && list->model()->rowCount() > 0) {
        list->table()->selectId(list->model()->idAt(qMin(4, list->model()->rowCount() - 1)));
    }
    return camera.shoot(window, name);
}

// The rows behind a number, and those that nearly count.
Done shootNumber(Desk &desk, MainWindow &window, Camera &camera)
{
    openFigure(desk, pageInFront<QWidget>(window), FigureKey{u"members.total"_qs, {}, desk.asOf()}.toString());
    settle();
    GRIDBOOK_TRY(camera.shoot(window, u"number"_qs));
    auto *near = window.findChild<QToolButton *>(u"nearTab"_qs);
    if (near == nullptr || !near->isEnabled()) {
        return {};
    }
    near->click();
    return camera.shoot(window, u"number-near"_qs);
}

Done shootActions(Desk &desk, MainWindow &window, Camera &camera)
{
    const QList<RecordAction> actions = recordActions();
    for (const RecordAction &action : actions) {
        if (action.needs == RecordAction::Needs::None) {
            continue;
        }
        GRIDBOOK_ASSIGN(const QList<RowId> ids,
                        desk.book().reader().ids({action.registry, desk.asOf(), {}, {}, {}, {}}, 8));
        if (ids.isEmpty()) {
            continue;
        }
        GRIDBOOK_TRY(camera.shootDialog(
            window, [&] { action.run(desk, {ids.value(4, ids.first())}); }, u"action-"_qs + action.id));
    }
    desk.openPage(u"list:member"_qs, {});
    settle();
    auto *list = pageInFront<ListPage>(window);
    return camera.shootDialog(
        window, [list] { list->exportRows(); }, u"export"_qs);
}

// Many records at once, and the question before a paper: dialogs that a list opens.
Done shootListDialogs(Desk &desk, MainWindow &window, Camera &camera)
{
    constexpr qint64 some = 5;
    desk.openPage(u"list:member"_qs, {});
    const Query query{u"member"_qs, desk.asOf(), {}, {}, {}, {}};
    GRIDBOOK_ASSIGN(const QList<RowId> ids, desk.book().reader().ids(query, some));
    GRIDBOOK_TRY(camera.shootDialog(
        window,
        [&] {
            auto *dialog = new BulkEditDialog(desk, u"member"_qs, ids, &window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
            dialog->fieldChoice()->setCurrentIndex(dialog->fieldChoice()->findData(u"workUnit"_qs));
            if (Editor *value = dialog->valueEditor()) {
                value->setValue(u"东关小学"_qs);
                Q_EMIT value->edited();
            }
            settle();
        },
        u"bulk-edit"_qs));
    for (const ListPaper &paper : listPapers(u"member"_qs)) {
        GRIDBOOK_TRY(camera.shootDialog(
            window,
            [&] {
                askForPaper(desk, paper, {query, ids, ids, ids.size()});
            },
            u"paper-dialog-"_qs + paper.page));
    }
    return {};
}

// Somebody else saves the same field first; then both changes are taken back.
Done shootConflict(Desk &desk, MainWindow &window, Camera &camera)
{
    const QString field = u"workUnit"_qs;
    GRIDBOOK_ASSIGN(const QList<RowId> ids, desk.book().reader().ids({u"member"_qs, desk.asOf(), {}, {}, {}, {}}, 1));
    desk.openRecord(u"member"_qs, ids.value(0));
    settle();
    auto *page = pageInFront<RecordPage>(window);
    if (page == nullptr) {
        return {};
    }
    page->form()->type(field, u"东关小学"_qs);
    {
        Book &book = desk.book();
        const QSignalBlocker quiet(&book.bus()); // as from another window
        GRIDBOOK_ASSIGN(const Record record, book.records().load(u"member"_qs, ids.value(0), desk.asOf()));
        QVariantMap values = record.values;
        values.insert(field, u"东关中学"_qs);
        GRIDBOOK_ASSIGN(auto work, book.begin({u"edit"_qs, u"另一处修改"_qs, {}, {}}));
        GRIDBOOK_TRY(book.records().save(*work, record, values));
        GRIDBOOK_TRY(book.commit(*work));
    }
    page->save();
    GRIDBOOK_TRY(camera.shoot(window, u"conflict"_qs));
    if (page->showsConflict()) {
        page->conflict()->choose(field, true);
        Q_EMIT page->conflict()->decided(page->conflict()->values());
        desk.undo();
    }
    desk.undo();
    return {};
}

// What lies over the pages: search, help, the list of keys, the tour.
Done shootOverlays(Desk &desk, MainWindow &window, Camera &camera)
{
    desk.openPage(u"home"_qs, {});
    TopBar *bar = window.frame()->topBar();
    window.activateWindow(); // the dialogs before it have left it in the back, where no list drops
    settle();
    bar->search()->line()->setFocus();
    bar->search()->setText(u"东关"_qs);
    settle();
    GRIDBOOK_TRY(camera.shootWithPopup(window, *bar->results()->view(), u"search"_qs));
    bar->results()->hide();
    bar->search()->setText({});
    bar->helpButton()->click();
    GRIDBOOK_TRY(camera.shoot(window, u"help"_qs));
    window.help()->keysButton()->click();
    GRIDBOOK_TRY(camera.shoot(window, u"shortcuts"_qs));
    window.help()->tourButton()->click();
    for (int step = 1; window.tour() != nullptr && step <= window.tour()->count(); ++step) {
        GRIDBOOK_TRY(camera.shoot(window, u"tour-%1"_qs.arg(step)));
        window.tour()->nextButton()->click();
        settle(); // the last one leaves
    }
    return {};
}

// Each step of the wizard with a messy roster; what is written is taken back.
Done shootImport(Desk &desk, MainWindow &window, Camera &camera, const QString &file)
{
    desk.openPage(u"import"_qs, {{u"registry"_qs, u"member"_qs}, {u"file"_qs, file}});
    settle();
    auto *wizard = pageInFront<ImportWizard>(window);
    for (int step = 1; wizard != nullptr && step <= ImportWizard::Plan + 1; ++step) {
        GRIDBOOK_TRY(camera.shoot(window, u"import-%1"_qs.arg(step)));
        if (wizard->step() == ImportWizard::Plan) {
            break;
        }
        if (auto *came = wizard->findChild<QComboBox *>(u"increase"_qs); wizard->step() == ImportWizard::Values) {
            came->setCurrentIndex(came->findData(u"3"_qs));
            Q_EMIT came->activated(came->currentIndex());
        }
        wizard->next();
        while (wizard->isBusy()) {
            settle();
        }
    }
    if (wizard == nullptr || wizard->step() != ImportWizard::Plan) {
        return {};
    }
    wizard->next();
    GRIDBOOK_TRY(camera.shoot(window, u"import-5"_qs));
    auto *result = wizard->findChild<ResultStep *>();
    if (wizard->step() != ImportWizard::Result || result == nullptr) {
        return {}; // a row wants a decision first; the picture shows which
    }
    Q_EMIT result->applyWanted();
    while (wizard->isBusy()) {
        settle();
    }
    GRIDBOOK_TRY(camera.shoot(window, u"import-result"_qs));
    Q_EMIT result->undoWanted();
    return camera.shoot(window, u"import-undone"_qs);
}

Done shootPapers(Book &book, Camera &camera)
{
    GRIDBOOK_ASSIGN(auto reader, book.openReader());
    const auto shoot = [&camera](const Document &paper, const QString &name, int most) -> Done {
        const PagedDocument paged = paginate(paper, FontChoice());
        for (int page = 0; page < qMin(most, int(paged.pages.size())); ++page) {
            GRIDBOOK_TRY(camera.keep(pageImage(paged, page, 4), u"paper-%1-%2"_qs.arg(name).arg(page + 1)));
        }
        return Done();
    };
    QuarterlyReportOptions options;
    options.today = book.clock().today();
    GRIDBOOK_ASSIGN(const Document document,
                    quarterlyReport(reader->registries(), Quarter::of(book.clock().today()), options));
    GRIDBOOK_TRY(shoot(document, u"report"_qs, pagesShown));
    RosterBookOptions rosterOptions;
    rosterOptions.asOf = book.clock().today();
    GRIDBOOK_ASSIGN(const Document roster, rosterBook(reader->registries(), rosterOptions));
    GRIDBOOK_TRY(shoot(roster, u"roster"_qs, 4));
    GRIDBOOK_ASSIGN(const QList<RowId> members,
                    reader->registries().ids({u"member"_qs, book.clock().today(), {}, {}, {}, {}}, 2));
    MemberFormOptions formOptions;
    formOptions.asOf = book.clock().today();
    GRIDBOOK_ASSIGN(const Document forms, memberForms(reader->registries(), members, formOptions));
    GRIDBOOK_TRY(shoot(forms, u"member-form"_qs, 2));
    return shoot(recoveryPaper(book.name(), u"ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789"_qs, book.clock().today()),
                 u"recovery"_qs, 1);
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
        GRIDBOOK_TRY(shootList(desk, window, camera, spec.id, u"list-"_qs + spec.id));
    }
    GRIDBOOK_TRY(shootNumber(desk, window, camera));
    GRIDBOOK_TRY(shootForms(desk, window, camera));
    GRIDBOOK_TRY(shootActions(desk, window, camera));
    GRIDBOOK_TRY(shootListDialogs(desk, window, camera));
    GRIDBOOK_TRY(shootConflict(desk, window, camera));
    GRIDBOOK_TRY(shootOverlays(desk, window, camera));
    GRIDBOOK_TRY(shootImport(desk, window, camera, work.filePath(u"花名册/党员花名册(混乱).xlsx"_qs)));
    desk.setAsOf(QDate(2025, 12, 31));
    GRIDBOOK_TRY(shootList(desk, window, camera, u"member"_qs, u"list-member-past"_qs));
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
