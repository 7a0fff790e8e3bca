// gridbook-cli: the book without windows, for scripts and servers. Links core alone.
#include "app/cli/commandline.h"
#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("gridbook-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GRIDBOOK_VERSION));
    const gridbook::cli::Console console;
    const gridbook::Catalog catalog;
    const gridbook::SystemClock clock;
    return int(gridbook::cli::runCommandLine(QCoreApplication::arguments(), {catalog, clock, gridbook::systemSession()},
                                             console));
}
