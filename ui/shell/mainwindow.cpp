#include "ui/shell/mainwindow.h"
#include "core/access/keyring.h"
#include "core/book/newbook.h"
#include "core/demo/demobook.h"
#include "core/settings/settings.h"
#include "ui/dialogs/ask.h"
#include "ui/dialogs/busycursor.h"
#include "ui/shell/desk.h"
#include "ui/shell/helppanel.h"
#include "ui/shell/helptexts.h"
#include "ui/shell/icons.h"
#include "ui/shell/navigation.h"
#include "ui/shell/shortcuts.h"
#include "ui/shell/topbar.h"
#include "ui/shell/toursteps.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/welcomepage.h"
#include "ui/shell/windowframe.h"
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTextBrowser>
#include <QTimer>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

// The one file that is being dragged here, if it is one of ours.
QString droppedFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    const QString file = urls.size() == 1 ? urls.first().toLocalFile() : QString();
    for (const QString &suffix : {u".gridbook"_qs, u".xlsx"_qs, u".csv"_qs, u".txt"_qs, u".xls"_qs}) {
        if (file.endsWith(suffix, Qt::CaseInsensitive)) {
            return file;
        }
    }
    return {};
}

} // namespace

MainWindow::MainWindow(UiContext &context, Settings &settings, const Catalog &catalog, const Session &session,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_settings(settings)
    , m_catalog(catalog)
    , m_session(session)
    , m_stack(new QStackedWidget(this))
    , m_start(new QWidget(this))
    , m_welcome(new WelcomePage(context, settings, m_start))
    , m_frame(new WindowFrame(context.clock, this))
    , m_help(new HelpPanel(m_start))
{
    QGuiApplication::setApplicationDisplayName(tr("Gridbook")); // stands in the bar and behind every title
    setWindowIcon(programIcon());
    setMinimumSize(960, 600);
    // Room for the frame and the bar of the desktop on the small screens of offices.
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - QSize(16, 48)));
    restoreGeometry(settings.get(setting::windowGeometry));
    keepOnScreen();
    auto *start = new QHBoxLayout(m_start);
    start->setContentsMargins(0, 0, 0, 0);
    start->setSpacing(0);
    start->addWidget(m_welcome, 1);
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_frame);
    setCentralWidget(m_stack);
    m_frame->navigation()->setCollapsed(settings.get(setting::navigationFolded));
    connect(m_frame->navigation(), &Navigation::collapsedChanged, this,
            [this](bool folded) { m_settings.set(setting::navigationFolded, folded); });
    connect(m_welcome, &WelcomePage::openWanted, this,
            [this](const QString &path) { path.isEmpty() ? askForBook() : void(openBook(path)); });
    connect(m_welcome, &WelcomePage::createWanted, this, &MainWindow::createBook);
    connect(m_welcome, &WelcomePage::demonstrationWanted, this, &MainWindow::openDemonstration);
    setAcceptDrops(true);
    connect(m_frame->topBar(), &TopBar::helpRequested, this, &MainWindow::toggleHelp);
    connect(m_frame, &WindowFrame::pageShown, this, &MainWindow::refreshHelp);
    connect(m_help, &HelpPanel::keysWanted, this, &MainWindow::toggleKeys);
    connect(m_help, &HelpPanel::tourWanted, this, &MainWindow::startTour);
    connect(m_help, &HelpPanel::closed, this, [this] {
        m_help->hide();
        setFocus();
        if (QWidget *page = m_frame->page(m_frame->currentPage()); m_desk && page != nullptr) {
            page->setFocus();
        }
    });
    addShortcuts();
    placeHelp();
}

MainWindow::~MainWindow()
{
    m_desk.reset(); // before the frame, whose pages use it
}

Tour *MainWindow::tour() const
{
    return m_tour;
}

BookSurroundings MainWindow::surroundings() const
{
    return {m_catalog, m_context.clock, m_session};
}

void MainWindow::keepOnScreen()
{
    if (isMaximized() || isFullScreen()) {
        return;
    }
    const QRect place = screen()->availableGeometry();
    resize(size().boundedTo(place.size() - QSize(16, 48)).expandedTo(minimumSize()));
    const QRect now(pos(), size());
    if (!place.contains(now)) {
        move(qBound(place.left(), now.left(), qMax(place.left(), place.right() - now.width())),
             qBound(place.top(), now.top(), qMax(place.top(), place.bottom() - now.height())));
    }
}

void MainWindow::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, const QString &words, auto action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setWhatsThis(words);
        connect(shortcut, &QShortcut::activated, this, action);
        return shortcut;
    };
    on(QKeySequence(u"F1"_qs), tr("Help for this page"), [this] { toggleHelp(); });
    on(QKeySequence(u"Ctrl+/"_qs), tr("This list of keys"), [this] { toggleKeys(); });
    on(QKeySequence(u"Ctrl+O"_qs), tr("Open a book"), [this] { askForBook(); });
    // Both ways to write "again", whatever the system prefers.
    m_deskKeys = {on(QKeySequence(u"Ctrl+Z"_qs), tr("Undo"), [this] { m_desk->undo(); }),
                  on(QKeySequence(u"Ctrl+Y"_qs), tr("Redo"), [this] { m_desk->redo(); }),
                  on(QKeySequence(u"Ctrl+Shift+Z"_qs), tr("Redo"), [this] { m_desk->redo(); }),
                  on(QKeySequence(u"Alt+Left"_qs), tr("Back to the page before"), [this] { m_desk->goBack(); }),
                  on(QKeySequence(u"Ctrl+B"_qs), tr("Back up now"), [this] { m_desk->backUp(); })};
}

// Beside the page that is in front; closed when the book is opened or closed.
void MainWindow::placeHelp()
{
    m_help->hide();
    if (m_desk) {
        m_frame->setSide(m_help);
    } else {
        m_start->layout()->addWidget(m_help);
    }
    m_help->setTourPossible(m_desk != nullptr);
    for (QShortcut *key : std::as_const(m_deskKeys)) {
        key->setEnabled(m_desk != nullptr);
    }
}

void MainWindow::toggleHelp()
{
    if (m_help->isVisible() && !m_helpShowsKeys) {
        Q_EMIT m_help->closed();
        return;
    }
    m_helpShowsKeys = false;
    m_help->setVisible(true);
    refreshHelp();
    m_help->view()->setFocus();
}

void MainWindow::toggleKeys()
{
    if (m_help->isVisible() && m_helpShowsKeys) {
        Q_EMIT m_help->closed();
        return;
    }
    m_helpShowsKeys = true;
    m_help->setVisible(true);
    refreshHelp();
    m_help->view()->setFocus();
}

void MainWindow::refreshHelp()
{
    if (!m_help->isVisible()) {
        return;
    }
    const QString keys = keysAsMarkdown(liveKeys(this));
    const QString page = m_desk ? m_frame->currentPage() : QString();
    m_help->show(m_helpShowsKeys ? tr("Keyboard") : tr("Help"),
                 m_helpShowsKeys ? keys : helpText(page, m_context.language, m_catalog, keys));
}

void MainWindow::startTour()
{
    if (!m_desk || m_tour || !m_desk->mayLeave()) {
        return;
    }
    m_help->hide();
    m_tour = new Tour(tourSteps(*m_frame, *m_desk), centralWidget());
    connect(m_tour, &Tour::finished, this, [this] {
        m_settings.set(setting::tourSeen, true);
        if (m_desk) {
            m_desk->openPage(u"home"_qs, {});
        }
    });
    m_tour->start();
}

void MainWindow::askForBook()
{
    const QString path =
        m_context.ask.openFile({tr("Open a book"), {tr("Gridbook books (*.gridbook)")}, {}, u"book"_qs});
    if (!path.isEmpty()) {
        openBook(path);
    }
}

bool MainWindow::openBook(const QString &path)
{
    if (m_desk && !m_desk->mayLeave()) {
        return false;
    }
    const auto secret = Book::needsPassphrase(path);
    if (!secret) {
        m_context.ask.warn(secret.error().message);
        return false;
    }
    OpenOptions options;
    options.backupFolder = m_settings.get(setting::backupFolder);
    const QString name = QFileInfo(path).completeBaseName();
    QString question = tr("“%1” is protected by a passphrase.").arg(name);
    for (;;) { // a wrong passphrase is typed again
        if (*secret) {
            const auto phrase = m_context.ask.askSecret(tr("Passphrase"), question);
            if (!phrase) {
                return false;
            }
            options.passphrase = *phrase;
        }
        if (m_desk && QFileInfo(m_desk->book().path()) == QFileInfo(path)) {
            closeBook(); // the same book again: give its lock back first
        }
        auto book = [&] {
            const BusyCursor busy;
            return Book::open(path, surroundings(), options);
        }();
        if (book) {
            const BusyCursor busy;
            take(std::move(book).value());
            return true;
        }
        if (!Keyring::isWrongPassphrase(book.error())) {
            m_context.ask.warn(book.error().message);
            return false;
        }
        question = book.error().message;
    }
}

bool MainWindow::releaseBook(std::unique_ptr<Book> &into)
{
    if (m_desk && !m_desk->mayLeave()) {
        return false;
    }
    if (m_desk) {
        m_desk->leaveBookTo(&into);
        closeBook();
    }
    return true;
}

bool MainWindow::createBook(const NewBook &wanted)
{
    closeBook();
    const BusyCursor busy;
    auto book = gridbook::createBook(wanted, surroundings());
    if (!book) {
        m_context.ask.warn(book.error().message);
        return false;
    }
    take(std::move(book).value());
    return true;
}

bool MainWindow::openDemonstration()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = folder + u'/' + tr("Gridbook demonstration") + u".gridbook"_qs;
    if (QFileInfo::exists(path)) {
        return openBook(path);
    }
    QDir().mkpath(folder);
    closeBook();
    const BusyCursor busy;
    auto book = Book::create(path, surroundings());
    if (!book) {
        m_context.ask.warn(book.error().message);
        return false;
    }
    if (const auto done = demo::makeDemoBook(**book, {}); !done) {
        book->reset();
        QFile::remove(path); // half of a demonstration is of no use
        m_context.ask.warn(done.error().message);
        return false;
    }
    take(std::move(book).value());
    return true;
}

void MainWindow::take(std::unique_ptr<Book> book)
{
    delete m_tour;
    m_desk.reset();
    m_settings.rememberBook(book->path());
    setWindowTitle(book->name());
    m_stack->setCurrentWidget(m_frame);
    m_desk = std::make_unique<Desk>(m_context, m_settings, std::move(book), *m_frame, this);
    connect(m_desk.get(), &Desk::bookWanted, this, [this](const QString &what) {
        if (!m_desk->mayLeave()) {
            return;
        }
        if (what == u"open") {
            askForBook();
            return;
        }
        QMetaObject::invokeMethod(
            this,
            [this, what] { // the menu that asked goes with the desk
                closeBook();
                if (what == u"new") {
                    m_welcome->showNewBook();
                }
            },
            Qt::QueuedConnection);
    });
    // Later, because the page that asks goes with the desk.
    connect(m_desk.get(), &Desk::bookFileWanted, this, &MainWindow::openBook, Qt::QueuedConnection);
    connect(m_desk.get(), &Desk::languageChosen, this, &MainWindow::languageChosen);
    placeHelp();
    if (!m_settings.get(setting::tourSeen)) {
        QTimer::singleShot(0, this, &MainWindow::startTour); // when the window stands
    }
}

void MainWindow::closeBook()
{
    delete m_tour;
    m_desk.reset();
    placeHelp();
    m_welcome->refresh();
    m_stack->setCurrentWidget(m_start);
    setWindowTitle({});
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QString file = droppedFile(*event->mimeData());
    if (!file.isEmpty() && (m_desk || file.endsWith(u".gridbook", Qt::CaseInsensitive))) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString file = droppedFile(*event->mimeData());
    if (file.endsWith(u".gridbook", Qt::CaseInsensitive)) {
        openBook(file);
    } else if (m_desk && m_desk->mayLeave()) {
        m_desk->openImport({}, file);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_desk && !m_desk->mayLeave()) {
        event->ignore();
        return;
    }
    m_settings.set(setting::windowGeometry, saveGeometry());
    m_desk.reset();
    event->accept();
}

} // namespace gridbook::ui
