#include "app/headless.h"
#include "app/screens.h"
#include "core/access/session.h"
#include "core/book/book.h"
#include "core/reports/quarterlyreport.h"
#include "core/reports/xlsxdocument.h"
#include "core/text/translators.h"
#include "ui/reports/fonts.h"
#include "ui/reports/layoutengine.h"
#include "ui/reports/output.h"
#include <QApplication>
#include <QCommandLineParser>
#include <cstdio>

namespace gridbook::app {

using namespace Qt::StringLiterals;

namespace {

enum ExitCode { Good = 0, Usage = 2, CannotOpen = 3, Failed = 4 };

int fail(const Error &error, ExitCode code)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    if (!error.detail.isEmpty()) {
        std::fprintf(stderr, "(%s)\n", qPrintable(error.detail));
    }
    return code;
}

Done writeReport(Book &book, const Quarter &quarter, const QString &out)
{
    GRIDBOOK_ASSIGN(auto reader, book.openReader());
    QuarterlyReportOptions options;
    options.today = book.clock().today();
    GRIDBOOK_ASSIGN(const Document document, quarterlyReport(reader->registries(), quarter, options));
    if (out.endsWith(u".xlsx", Qt::CaseInsensitive)) {
        return writeXlsx(document, out);
    }
    return writePdf(paginate(document, FontChoice()), out);
}

int report(const QString &path, const QString &quarterText, const QString &out, const Catalog &catalog,
           const Clock &clock)
{
    const auto quarter = Quarter::parse(quarterText);
    if (!quarter) {
        return fail(quarter.error(), Usage);
    }
    if (const Done begun = hasBegun(*quarter, clock.today()); !begun) {
        return fail(begun.error(), Usage);
    }
    OpenOptions options;
    options.readOnly = true;
    options.passphrase = qEnvironmentVariable("GRIDBOOK_PASSPHRASE");
    auto book = Book::open(path, {catalog, clock, systemSession()}, options);
    if (!book) {
        return fail(book.error(), CannotOpen);
    }
    if (const auto done = writeReport(**book, *quarter, out); !done) {
        return fail(done.error(), done.error().kind == ErrorKind::Invalid ? Usage : Failed);
    }
    return Good;
}

} // namespace

bool isHeadless(const QStringList &arguments)
{
    static const QStringList modes{u"--report"_qs, u"--screens"_qs, u"--help"_qs, u"-h"_qs, u"--version"_qs, u"-v"_qs};
    return std::any_of(arguments.begin(), arguments.end(),
                       [](const QString &argument) { return modes.contains(argument); });
}

int runHeadless(QApplication &application, const QStringList &arguments, const Catalog &catalog, const Clock &clock)
{
    Q_UNUSED(arguments)
    QCommandLineParser parser;
    parser.setApplicationDescription(u"gridbook [BOOK] opens the window. Without a window:"_qs);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption reportOption(u"report"_qs, u"Write the quarterly report of BOOK."_qs, u"BOOK"_qs);
    const QCommandLineOption quarterOption(u"quarter"_qs, u"The quarter, for example 2026Q3."_qs, u"QUARTER"_qs);
    const QCommandLineOption outOption(u"out"_qs, u"FILE.pdf or FILE.xlsx."_qs, u"FILE"_qs);
    const QCommandLineOption screensOption(u"screens"_qs, u"Shoot every page and paper as PNG into DIR."_qs, u"DIR"_qs);
    const QCommandLineOption languageOption(u"language"_qs, u"zh or en."_qs, u"LANGUAGE"_qs, u"zh"_qs);
    parser.addOptions({reportOption, quarterOption, outOption, screensOption, languageOption});
    parser.process(application);
    installTranslations(application, parser.value(languageOption));
    if (parser.isSet(reportOption) && parser.isSet(quarterOption) && parser.isSet(outOption)) {
        return report(parser.value(reportOption), parser.value(quarterOption), parser.value(outOption), catalog, clock);
    }
    if (parser.isSet(screensOption)) {
        const auto done = shootScreens(application, parser.value(screensOption), parser.value(languageOption), catalog);
        return done ? Good : fail(done.error(), Failed);
    }
    std::fprintf(stderr, "%s\n", qPrintable(parser.helpText()));
    return Usage;
}

} // namespace gridbook::app
