// gridbook-cli: the book without windows, for scripts and servers. Links core alone.
#include "app/cli/commandline.h"
#include "core/text/translators.h"
#include <QCoreApplication>
#include <QLocale>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("gridbook-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GRIDBOOK_VERSION));
    gridbook::installTranslations(
        application, gridbook::cli::languageAsked(QCoreApplication::arguments()).value_or(QLocale::system().name()));
    const gridbook::app::Console console;
    const gridbook::Catalog catalog;
    const gridbook::SystemClock clock;
    return int(gridbook::cli::runCommandLine(QCoreApplication::arguments(), {catalog, clock, gridbook::systemSession()},
                                             console));
}
