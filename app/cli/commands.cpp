#include "app/cli/command.h"
#include <QCoreApplication>
#include <QFile>

namespace gridbook::cli {

using namespace Qt::StringLiterals;

QList<Command> commands(const Catalog &catalog)
{
    return {createCommand(), demoCommand(),          checkCommand(),   backupCommand(),
            importCommand(), exportCommand(catalog), figuresCommand(), reportCommand()};
}

Result<QDate> Call::asOf() const
{
    if (!has(u"as-of"_qs)) {
        return m_surroundings.clock.today();
    }
    const QDate day = QDate::fromString(option(u"as-of"_qs), Qt::ISODate);
    if (!day.isValid()) {
        return Error{
            ErrorKind::Invalid,
            QCoreApplication::translate("Cli", "%1 is no day. Write it like 2026-09-30.").arg(option(u"as-of"_qs)),
            {}};
    }
    return day;
}

Result<std::unique_ptr<Book>> Call::openBook(const QString &path, AccessMode mode) const
{
    OpenOptions options;
    options.readOnly = mode == AccessMode::ReadOnly;
    options.dailyBackup = false; // a script that wants one has the command backup
    options.passphrase = qEnvironmentVariable("GRIDBOOK_PASSPHRASE");
    if (has(u"passphrase-file"_qs)) {
        QFile file(option(u"passphrase-file"_qs));
        if (!file.open(QIODevice::ReadOnly)) {
            return Error{ErrorKind::Io,
                         QCoreApplication::translate("Cli", "The file %1 with the passphrase cannot be read.")
                             .arg(file.fileName()),
                         file.errorString()};
        }
        options.passphrase = QString::fromUtf8(file.readLine()).trimmed();
    }
    return Book::open(path, m_surroundings, options);
}

} // namespace gridbook::cli
