#include "app/cli/commandline.h"
#include <QCoreApplication>
#include <QJsonDocument>

namespace gridbook::cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QList<Option> commonOptions()
{
    return {{u"json"_qs, {}, Texts::tr("print one JSON object")},
            {u"quiet"_qs, {}, Texts::tr("no progress on the standard error")},
            {u"passphrase-file"_qs, u"FILE"_qs,
             Texts::tr(
                 "the passphrase is the first line of this file (else the environment variable GRIDBOOK_PASSPHRASE)")},
            {u"language"_qs, u"zh|en"_qs, Texts::tr("the language of the messages; that of the system if not given")},
            {u"help"_qs, {}, Texts::tr("show this help")}};
}

QString optionLines(const QList<Option> &options)
{
    QString text;
    for (const Option &option : options) {
        const QString left =
            u"--"_qs + option.name + (option.value.isEmpty() ? QString() : QString(u' ' + option.value));
        text += u"  %1  %2\n"_qs.arg(left, -24).arg(option.about);
    }
    return text;
}

QString exitCodes()
{
    return Texts::tr(
               "Exit codes: 0 done, 1 done with findings, 2 wrong command line, 3 a book or file cannot be opened, 4 "
               "failed.") +
           u'\n';
}

QString overview(const QList<Command> &table)
{
    QString text = u"gridbook-cli %1\n\n%2\n"_qs.arg(QCoreApplication::applicationVersion(),
                                                     Texts::tr("Usage: gridbook-cli COMMAND ARGUMENTS [OPTIONS]"));
    for (const Command &command : table) {
        const QString left = command.name + u' ' + command.arguments.join(u' ');
        text += u"  %1  %2\n"_qs.arg(left, -28).arg(command.about);
    }
    return text + u'\n' + optionLines(commonOptions()) + u'\n' + Texts::tr("gridbook-cli COMMAND --help tells more.") +
           u'\n' + exitCodes();
}

QString helpOf(const Command &command)
{
    QString text = Texts::tr("Usage: gridbook-cli %1 %2 [OPTIONS]").arg(command.name, command.arguments.join(u' ')) +
                   u'\n' + command.about + u'\n';
    if (!command.more.isEmpty()) {
        text += u'\n' + command.more + u'\n';
    }
    return text + u'\n' + optionLines(command.options + commonOptions()) + u'\n' + exitCodes();
}

QString nameOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid:
        return u"invalid"_qs;
    case ErrorKind::NotFound:
        return u"notFound"_qs;
    case ErrorKind::Conflict:
        return u"conflict"_qs;
    case ErrorKind::Busy:
        return u"busy"_qs;
    case ErrorKind::Refused:
        return u"refused"_qs;
    case ErrorKind::Damaged:
        return u"damaged"_qs;
    case ErrorKind::Io:
        return u"io"_qs;
    case ErrorKind::Cancelled:
        return u"cancelled"_qs;
    case ErrorKind::Internal:
        break;
    }
    return u"internal"_qs;
}

Exit tell(const Outcome &outcome, bool json, const app::Console &console)
{
    const bool good = outcome.exit == Exit::Ok || outcome.exit == Exit::Findings;
    if (json) {
        QJsonObject object = outcome.json;
        object.insert(u"ok"_qs, outcome.exit == Exit::Ok);
        if (!good) {
            object.insert(u"error"_qs, QJsonObject{{u"kind"_qs, nameOf(outcome.error.kind)},
                                                   {u"message"_qs, outcome.error.message},
                                                   {u"detail"_qs, outcome.error.detail}});
        }
        console.out(QString::fromUtf8(QJsonDocument(object).toJson()));
    } else if (good) {
        console.out(outcome.text);
    }
    if (!good) {
        console.err(outcome.error.message);
    }
    return outcome.exit;
}

Outcome runCommand(const Command &command, const QCommandLineParser &line, const BookSurroundings &surroundings,
                   const app::Console &console)
{
    const auto given = line.positionalArguments().size() - 1;
    if (given > command.arguments.size()) {
        return Outcome::usage(Texts::tr("%1 takes %2 and nothing more: “%3” is too much. See gridbook-cli %1 --help.")
                                  .arg(command.name, command.arguments.join(u' '),
                                       line.positionalArguments().mid(1 + command.arguments.size()).join(u' ')));
    }
    if (given < command.arguments.size()) {
        return Outcome::usage(
            Texts::tr("%1 needs %2. See gridbook-cli %1 --help.").arg(command.name, command.arguments.join(u' ')));
    }
    return command.run(Call(line, surroundings, line.isSet(u"quiet"_qs) ? Progress{} : console.progress()));
}

} // namespace

std::optional<QString> languageAsked(const QStringList &words)
{
    const QString option = u"--language"_qs;
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (words.at(i) == option) {
            return words.value(i + 1);
        }
        if (words.at(i).startsWith(option + u'=')) {
            return words.at(i).mid(option.size() + 1);
        }
    }
    return std::nullopt;
}

Exit runCommandLine(const QStringList &words, const BookSurroundings &surroundings, const app::Console &console)
{
    const QList<Command> table = commands(surroundings.catalog);
    const QString name = words.value(1);
    const bool json = words.contains(u"--json"_qs);
    if (const auto language = languageAsked(words); language && language != u"zh"_qs && language != u"en"_qs) {
        return tell(Outcome::usage(Texts::tr("--language is zh or en.")), json, console);
    }
    if (words.size() < 2 || name == u"--help" || name == u"help") {
        console.out(overview(table));
        return words.size() < 2 ? Exit::Usage : Exit::Ok;
    }
    if (name == u"--version") {
        console.out(QCoreApplication::applicationVersion());
        return Exit::Ok;
    }
    for (const Command &command : table) {
        if (command.name != name) {
            continue;
        }
        QCommandLineParser line;
        for (const Option &option : command.options + commonOptions()) {
            line.addOption({option.name, option.about, option.value});
        }
        if (!line.parse(words)) {
            return tell(Outcome::usage(line.errorText()), json, console);
        }
        if (line.isSet(u"help"_qs)) {
            console.out(helpOf(command));
            return Exit::Ok;
        }
        return tell(runCommand(command, line, surroundings, console), json, console);
    }
    return tell(Outcome::usage(Texts::tr("There is no command “%1”. See gridbook-cli --help.").arg(name)), json,
                console);
}

} // namespace gridbook::cli
