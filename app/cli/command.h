#pragma once
// The headless tool: one table of commands (commands.cpp). A command takes a Call and returns an Outcome; it prints
// nothing itself, so that text and --json say the same. A new command is one file and one entry of the table.
#include "core/book/book.h"
#include <QCommandLineParser>
#include <QJsonObject>
#include <functional>

namespace gridbook::cli {

// What scripts may rely on.
enum class Exit {
    Ok = 0,
    Findings = 1,   // done, but something was found that somebody should look at
    Usage = 2,      // the command line is wrong
    CannotOpen = 3, // the book or file cannot be opened: not there, damaged, protected, in use
    Failed = 4      // something else went wrong; nothing is left half done
};

struct Outcome
{
    Exit exit = Exit::Ok;
    QString text;     // for people, on the standard output
    QJsonObject json; // for programs, with --json
    Error error;      // if exit is Usage, CannotOpen or Failed

    static Outcome done(const QString &text, const QJsonObject &json) { return {Exit::Ok, text, json, {}}; }
    static Outcome usage(const QString &message) { return {Exit::Usage, {}, {}, {ErrorKind::Invalid, message, {}}}; }
    static Outcome cannotOpen(const Error &error) { return {Exit::CannotOpen, {}, {}, error}; }
    static Outcome failed(const Error &error) { return {Exit::Failed, {}, {}, error}; }
};

class Call
{
public:
    Call(const QCommandLineParser &line, const BookSurroundings &surroundings, Progress progress)
        : m_line(line), m_surroundings(surroundings), m_progress(std::move(progress))
    {}

    // The arguments behind the name of the command, from 0.
    [[nodiscard]] QString argument(int place) const { return m_line.positionalArguments().value(place + 1); }
    [[nodiscard]] bool has(const QString &option) const { return m_line.isSet(option); }
    [[nodiscard]] QString option(const QString &name) const { return m_line.value(name); }
    [[nodiscard]] QStringList options(const QString &name) const { return m_line.values(name); }
    // The day of --as-of; today if it is not given.
    [[nodiscard]] Result<QDate> asOf() const;

    [[nodiscard]] const BookSurroundings &surroundings() const { return m_surroundings; }
    [[nodiscard]] const Progress &progress() const { return m_progress; }
    // Opens with the passphrase of --passphrase-file or of the environment variable GRIDBOOK_PASSPHRASE.
    [[nodiscard]] Result<std::unique_ptr<Book>> openBook(const QString &path, AccessMode mode) const;

private:
    const QCommandLineParser &m_line;
    BookSurroundings m_surroundings;
    Progress m_progress;
};

struct Option
{
    QString name;
    QString value; // what stands behind it, for the help; empty: a switch
    QString about;
};

struct Command
{
    QString name;
    QStringList arguments; // "BOOK"; all are required
    QList<Option> options; // besides those that every command takes
    QString about;
    QString more; // further lines of its help
    std::function<Outcome(const Call &)> run;
};

QList<Command> commands(const Catalog &catalog);

// One file each.
Command createCommand();
Command demoCommand();
Command checkCommand();
Command backupCommand();
Command importCommand();
Command exportCommand(const Catalog &catalog);
Command figuresCommand();
Command reportCommand();

} // namespace gridbook::cli
