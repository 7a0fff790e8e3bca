#include "ui/shell/mainwindow.h"
#include "core/book/newbook.h"
#include "core/demo/demobook.h"
#include "core/settings/settings.h"
#include "ui/dialogs/ask.h"
#include "ui/shell/desk.h"
#include "ui/shell/icons.h"
#include "ui/shell/navigation.h"
#include "ui/shell/topbar.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/welcomepage.h"
#include "ui/shell/windowframe.h"
#include "ui/widgets/searchfield.h"
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardPaths>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

// While something that may take a second runs in this thread (opening, making the demonstration book).
class BusyCursor
{
public:
    BusyCursor() { QGuiApplication::setOverrideCursor(Qt::WaitCursor); }
    ~BusyCursor() { QGuiApplication::restoreOverrideCursor(); }
    BusyCursor(const BusyCursor &) = delete;
    BusyCursor &operator=(const BusyCursor &) = delete;
};

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
    , m_welcome(new WelcomePage(context, settings, this))
    , m_frame(new WindowFrame(context.clock, this))
{
    QGuiApplication::setApplicationDisplayName(tr("Gridbook")); // stands in the bar and behind every title
    setWindowIcon(programIcon());
    setMinimumSize(960, 600);
    resize(1440, 900);
    restoreGeometry(settings.get(setting::windowGeometry));
    m_stack->addWidget(m_welcome);
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
    addShortcuts();
}

MainWindow::~MainWindow()
{
    m_desk.reset(); // before the frame, whose pages use it
}

BookSurroundings MainWindow::surroundings() const
{
    return {m_catalog, m_context.clock, m_session};
}

void MainWindow::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, [this, action] {
            if (m_desk) {
                action();
            }
        });
    };
    on(QKeySequence::Undo, [this] { m_desk->undo(); });
    on(QKeySequence::Redo, [this] { m_desk->redo(); });
    on(QKeySequence(u"Ctrl+Shift+Z"_qs), [this] { m_desk->redo(); });
    on(QKeySequence(u"Ctrl+K"_qs), [this] { m_frame->topBar()->search()->setFocus(Qt::ShortcutFocusReason); });
    on(QKeySequence(u"Ctrl+B"_qs), [this] { m_desk->backUp(); });
    on(QKeySequence(u"Ctrl+/"_qs), [this] { showShortcuts(); });
    auto *open = new QShortcut(QKeySequence::Open, this);
    connect(open, &QShortcut::activated, this, &MainWindow::askForBook);
}

void MainWindow::showShortcuts()
{
    m_context.ask.inform(tr("Keyboard"),
                         tr("Ctrl+K  search everything\nCtrl+Z / Ctrl+Y  undo and redo\nCtrl+N  new record\nCtrl+S  "
                            "save\nEnter  open the record\n"
                            "Ctrl+F  filter row\nCtrl+;  today\nCtrl+B  back up now\nCtrl+O  open a book\nEsc  back"));
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
    if (*secret) {
        const auto phrase = m_context.ask.askSecret(
            tr("Passphrase"), tr("“%1” is protected by a passphrase.").arg(QFileInfo(path).completeBaseName()));
        if (!phrase) {
            return false;
        }
        options.passphrase = *phrase;
    }
    if (m_desk && QFileInfo(m_desk->book().path()) == QFileInfo(path)) {
        closeBook(); // the same book again: give its lock back first
    }
    const BusyCursor busy;
    auto book = Book::open(path, surroundings(), options);
    if (!book) {
        m_context.ask.warn(book.error().message);
        return false;
    }
    take(std::move(book).value());
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
    connect(m_desk.get(), &Desk::languageChosen, this, &MainWindow::languageChosen);
}

void MainWindow::closeBook()
{
    m_desk.reset();
    m_welcome->refresh();
    m_stack->setCurrentWidget(m_welcome);
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
        m_desk->openImport(u"member"_qs, file);
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
