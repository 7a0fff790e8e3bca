#include "app/headless.h"
#include "app/console.h"
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
#include <QCoreApplication>
#include <algorithm>

namespace gridbook::app {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Headless)
};

enum ExitCode { Good = 0, Usage = 2, CannotOpen = 3, Failed = 4 };

int fail(const Error &error, ExitCode code)
{
    const Console console;
    console.err(error.message);
    if (!error.detail.isEmpty()) {
        console.err(u'(' + error.detail + u')');
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

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Texts::tr("gridbook [BOOK] opens the window. Without a window:"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{u"report"_qs, Texts::tr("Write the quarterly report of BOOK."), u"BOOK"_qs},
                       {u"quarter"_qs, Texts::tr("The quarter, for example 2026Q3."), u"QUARTER"_qs},
                       {u"out"_qs, Texts::tr("FILE.pdf or FILE.xlsx."), u"FILE"_qs},
                       {u"screens"_qs, Texts::tr("Shoot every page and paper as PNG into DIR."), u"DIR"_qs},
                       {u"language"_qs, Texts::tr("zh or en."), u"LANGUAGE"_qs, u"zh"_qs}});
}

} // namespace

void answerAboutItself(int &argc, char **argv)
{
    const auto asks = [&](std::initializer_list<QByteArrayView> words) {
        return std::any_of(argv + 1, argv + argc, [&](const char *argument) {
            return std::find(words.begin(), words.end(), QByteArrayView(argument)) != words.end();
        });
    };
    const bool version = asks({"--version", "-v"});
    if (!version && !asks({"--help", "-h"})) {
        return;
    }
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser);
    version ? parser.showVersion() : parser.showHelp();
}

Done checkLanguage(const QString &language)
{
    return language == u"zh" || language == u"en"
               ? Done()
               : Done(Error{ErrorKind::Invalid, u"--language is zh or en, not “%1”."_qs.arg(language), {}});
}

int refuse(const Error &error)
{
    return fail(error, Usage);
}

bool isHeadless(const QStringList &arguments)
{
    static const QStringList modes{u"--report"_qs, u"--screens"_qs};
    return std::any_of(arguments.begin(), arguments.end(),
                       [](const QString &argument) { return modes.contains(argument); });
}

int runHeadless(QApplication &application, const QStringList &arguments, const Catalog &catalog, const Clock &clock)
{
    Q_UNUSED(arguments)
    QCommandLineParser parser;
    describe(parser);
    parser.process(application);
    const QString language = parser.value(u"language"_qs);
    if (const Done known = checkLanguage(language); !known) {
        return refuse(known.error());
    }
    installTranslations(application, language);
    if (parser.isSet(u"report"_qs) && parser.isSet(u"quarter"_qs) && parser.isSet(u"out"_qs)) {
        return report(parser.value(u"report"_qs), parser.value(u"quarter"_qs), parser.value(u"out"_qs), catalog, clock);
    }
    if (parser.isSet(u"screens"_qs)) {
        const auto done = shootScreens(application, parser.value(u"screens"_qs), language, catalog);
        return done ? Good : fail(done.error(), Failed);
    }
    QCommandLineParser inThatLanguage;
    describe(inThatLanguage);
    Console().err(inThatLanguage.helpText());
    return Usage;
}

} // namespace gridbook::app
