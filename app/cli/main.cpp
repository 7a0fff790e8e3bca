// gridbook-cli: the book without windows, for scripts and servers. Links core alone.
#include "app/cli/commandline.h"
#include "core/text/translators.h"
#include <QCoreApplication>
#include <QLocale>

namespace {

// Before the commands are made, whose help is in that language already.
QString languageOf(const QStringList &words)
{
    const QString option = QStringLiteral("--language");
    for (int i = 1; i < words.size(); ++i) {
        if (words.at(i) == option) {
            return words.value(i + 1);
        }
        if (words.at(i).startsWith(option + u'=')) {
            return words.at(i).mid(option.size() + 1);
        }
    }
    return QLocale::system().name();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("gridbook-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GRIDBOOK_VERSION));
    gridbook::installTranslations(application, languageOf(QCoreApplication::arguments()));
    const gridbook::cli::Console console;
    const gridbook::Catalog catalog;
    const gridbook::SystemClock clock;
    return int(gridbook::cli::runCommandLine(QCoreApplication::arguments(), {catalog, clock, gridbook::systemSession()},
                                             console));
}
