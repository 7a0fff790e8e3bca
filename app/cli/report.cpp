#include "app/cli/command.h"
#include "core/reports/documenttext.h"
#include "core/reports/quarterlyreport.h"
#include "core/reports/xlsxdocument.h"
#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace gridbook::cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Done writeText(const Document &document, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(toText(document).toUtf8()) < 0 || !file.commit()) {
        return Error{ErrorKind::Io, Texts::tr("%1 cannot be written.").arg(QDir::toNativeSeparators(path)),
                     file.errorString()};
    }
    return {};
}

Outcome run(const Call &call)
{
    const auto quarter = Quarter::parse(call.option(u"quarter"_qs));
    if (!quarter) {
        return Outcome::usage(Texts::tr("Say which quarter: --quarter 2026Q3."));
    }
    if (const Done begun = hasBegun(*quarter, call.surroundings().clock.today()); !begun) {
        return Outcome::usage(begun.error().message);
    }
    const QString path = call.option(u"out"_qs);
    const bool spreadsheet = path.endsWith(u".xlsx", Qt::CaseInsensitive);
    if (!spreadsheet && !path.endsWith(u".txt", Qt::CaseInsensitive)) {
        return Outcome::usage(
            Texts::tr("Say where to: --out FILE.xlsx or FILE.txt. A PDF is painted by the window program: "
                      "gridbook --report BOOK --quarter QUARTER --out FILE.pdf."));
    }
    const auto book = call.openBook(call.argument(0), AccessMode::ReadOnly);
    if (!book) {
        return Outcome::cannotOpen(book.error());
    }
    QuarterlyReportOptions options;
    options.today = call.surroundings().clock.today();
    options.unit = call.option(u"unit"_qs);
    options.addressee = call.option(u"addressee"_qs);
    options.progress = call.progress();
    const auto document = quarterlyReport((*book)->reader(), *quarter, options);
    if (!document) {
        return document.error().kind == ErrorKind::Invalid ? Outcome::usage(document.error().message)
                                                           : Outcome::failed(document.error());
    }
    if (const auto done = spreadsheet ? writeXlsx(*document, path) : writeText(*document, path); !done) {
        return Outcome::failed(done.error());
    }
    const QString file = QDir::toNativeSeparators(path);
    return Outcome::done(Texts::tr("The report for %1 was written to %2").arg(quarter->toString(), file),
                         {{u"quarter"_qs, quarter->toString()}, {u"file"_qs, file}});
}

} // namespace

Command reportCommand()
{
    return {
        u"report"_qs,
        {u"BOOK"_qs},
        {{u"quarter"_qs, u"QUARTER"_qs, Texts::tr("for example 2026Q3")},
         {u"out"_qs, u"FILE"_qs, Texts::tr("FILE.xlsx or FILE.txt")},
         {u"unit"_qs, u"NAME"_qs, Texts::tr("who reports; else the top organization of the book")},
         {u"addressee"_qs, u"NAME"_qs, Texts::tr("to whom; else the street above")}},
        Texts::tr("write the quarterly report"),
        Texts::tr("A quarter that still runs is reported as of today; one that has not begun, or was over before the "
                  "roll of the book begins, is refused."),
        run};
}

} // namespace gridbook::cli
