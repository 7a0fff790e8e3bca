#include "app/cli/command.h"
#include "core/demo/demobook.h"
#include <QCoreApplication>
#include <QDir>

namespace gridbook::cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

Outcome run(const Call &call)
{
    const QString path = call.argument(0);
    auto book = Book::create(path, call.surroundings());
    if (!book) {
        return Outcome::failed(book.error());
    }
    if (const auto made = demo::makeDemoBook(**book, call.progress()); !made) {
        *book = nullptr;
        QFile::remove(path); // half of a demonstration is of no use
        return Outcome::failed(made.error());
    }
    QJsonObject json{{u"book"_qs, QDir::toNativeSeparators(path)}};
    return Outcome::done(tr("Made %1.").arg(QDir::toNativeSeparators(path)), json);
}

} // namespace

Command demoCommand()
{
    return {u"demo"_qs,
            {u"BOOK"_qs},
            {},
            tr("make a book with made-up people to try everything with"),
            tr("The figures on 2026-09-30 are those of the published account of 凤翔区城关镇; the people are nobody."),
            run};
}

} // namespace gridbook::cli
