#include "app/cli/command.h"
#include <QCoreApplication>
#include <QDir>

namespace gridbook::cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Outcome run(const Call &call)
{
    const QString folder = call.argument(1);
    if (!QDir().mkpath(folder)) {
        return Outcome::failed({ErrorKind::Io, Texts::tr("The folder %1 cannot be made.").arg(folder), folder});
    }
    const auto book = call.openBook(call.argument(0), AccessMode::ReadOnly);
    if (!book) {
        return Outcome::cannotOpen(book.error());
    }
    const auto file = (*book)->backUp(u"manual"_qs, folder);
    if (!file) {
        return Outcome::failed(file.error());
    }
    return Outcome::done(QDir::toNativeSeparators(file->path), {{u"backup"_qs, QDir::toNativeSeparators(file->path)},
                                                                {u"made"_qs, file->made.toString(Qt::ISODate)}});
}

} // namespace

Command backupCommand()
{
    return {u"backup"_qs,
            {u"BOOK"_qs, u"FOLDER"_qs},
            {},
            Texts::tr("write a verified copy of the book into a folder"),
            Texts::tr("The book may be in use meanwhile. Prints the path of the copy."),
            run};
}

} // namespace gridbook::cli
