#include "app/cli/command.h"
#include "core/demo/demobook.h"
#include "core/demo/samplerosters.h"
#include <QCoreApplication>
#include <QDir>
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
    QString text = Texts::tr("Made %1.").arg(QDir::toNativeSeparators(path));
    if (call.has(u"rosters"_qs)) {
        const auto rosters = demo::writeSampleRosters(**book, call.option(u"rosters"_qs), call.progress());
        if (!rosters) {
            return Outcome::failed(rosters.error());
        }
        text += u'\n' + rosters->join(u'\n');
        json.insert(u"rosters"_qs, QJsonArray::fromStringList(*rosters));
    }
    return Outcome::done(text, json);
}

} // namespace

Command demoCommand()
{
    return {u"demo"_qs,
            {u"BOOK"_qs},
            {{u"rosters"_qs, u"FOLDER"_qs,
              Texts::tr("also write sample rosters into this folder, to try the import with")}},
            Texts::tr("make a book with made-up people to try everything with"),
            Texts::tr(
                "The figures on 2026-09-30 are those of the published account of 凤翔区城关镇; the people are nobody."),
            run};
}

} // namespace gridbook::cli
