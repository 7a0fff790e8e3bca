#include "app/cli/command.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace gridbook::cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Outcome run(const Call &call)
{
    const auto book = call.openBook(call.argument(0), AccessMode::ReadOnly);
    if (!book) {
        return Outcome::cannotOpen(book.error());
    }
    const auto findings = (*book)->check(call.progress());
    if (!findings) {
        return Outcome::failed(findings.error());
    }
    Outcome outcome = Outcome::done(findings->isEmpty() ? Texts::tr("All is well.") : findings->join(u'\n'),
                                    {{u"findings"_qs, QJsonArray::fromStringList(*findings)}});
    outcome.exit = findings->isEmpty() ? Exit::Ok : Exit::Findings;
    return outcome;
}

} // namespace

Command checkCommand()
{
    return {u"check"_qs,
            {u"BOOK"_qs},
            {},
            Texts::tr("check the file and its guards, the journal, the access log and every record"),
            Texts::tr("Changes nothing. Exit code 1 and one line each if something is found."),
            run};
}

} // namespace gridbook::cli
