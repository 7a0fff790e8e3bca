// gridbook [BOOK]: the window. The composition root: everything is made here and passed on by reference.
#include "app/headless.h"
#include "core/access/session.h"
#include "core/base/programlog.h"
#include "core/book/book.h"
#include "core/registry/catalog.h"
#include "core/settings/settings.h"
#include "core/text/translators.h"
#include "ui/dialogs/ask.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include <QApplication>
#include <QFileInfo>

using namespace gridbook;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

namespace {

// [--language zh|en] [--demo | BOOK]; the language holds for this time only.
Result<QString> bookNamed(const QStringList &arguments, QString *language)
{
    QString book;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == u"--language") {
            *language = arguments.value(++i);
            GRIDBOOK_TRY(app::checkLanguage(*language));
        } else if (argument.startsWith(u"--") && argument != u"--demo") {
            return Error{
                ErrorKind::Invalid, u"%1: there is no such option; gridbook --help lists them."_qs.arg(argument), {}};
        } else if (book.isEmpty()) {
            book = argument;
        }
    }
    return book;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication::setApplicationName(u"Gridbook"_qs);
    QApplication::setApplicationVersion(QStringLiteral(GRIDBOOK_VERSION));
    QApplication::setDesktopFileName(u"gridbook"_qs);
    app::answerAboutItself(argc, argv);
    QApplication application(argc, argv);

    const QStringList arguments = QApplication::arguments().mid(1);
    const Catalog catalog;
    const SystemClock clock;
    if (app::isHeadless(arguments)) {
        return app::runHeadless(application, arguments, catalog, clock);
    }

    Settings settings;
    keepProgramLog(settings.folder() + u"/gridbook.log"_qs);
    Session session = systemSession();
    if (const QString own = settings.get(setting::userName); !own.isEmpty()) {
        session.user = own;
    }
    DesktopAsk ask;
    const ThemeMode mode = settings.get(setting::theme) == u"dark" ? ThemeMode::Dark : ThemeMode::Light;
    UiContext context{makeTheme(mode, settings.get(setting::fontSize)), settings.get(setting::language), ask, clock};
    applyTheme(application, context.theme);

    const auto named = bookNamed(arguments, &context.language);
    if (!named) {
        return app::refuse(named.error());
    }
    QString book = *named;
    if (book.isEmpty()) { // where it was left
        const QString last = settings.get(setting::recentBooks).value(0);
        book = QFileInfo::exists(last) ? last : QString();
    }
    // Another language builds the window anew; the book stays open meanwhile.
    std::unique_ptr<Book> opened;
    for (bool again = true; again;) {
        again = false;
        installTranslations(application, context.language);
        MainWindow window(context, settings, catalog, session);
        window.show();
        if (opened) {
            window.take(std::move(opened));
        } else if (book == u"--demo") {
            window.openDemonstration();
        } else if (!book.isEmpty()) {
            window.openBook(book);
        }
        QObject::connect(
            &window, &MainWindow::languageChosen, &window,
            [&](const QString &language) {
                if (window.releaseBook(opened)) {
                    context.language = language;
                    book.clear();
                    again = window.close();
                }
            },
            Qt::QueuedConnection);
        QApplication::exec();
    }
    return 0;
}
