#include "app/cli/command.h"
#include "core/book/newbook.h"
#include "core/rules/rules.h"
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
    const QString path = call.argument(0);
    const QString community = call.argument(1);
    const auto book =
        createBook({path, community, call.option(u"code"_qs), call.option(u"preset"_qs)}, call.surroundings());
    if (!book) {
        return book.error().kind == ErrorKind::Invalid ? Outcome::usage(book.error().message)
                                                       : Outcome::failed(book.error());
    }
    const QString native = QDir::toNativeSeparators(path);
    return Outcome::done(Texts::tr("Made %1.").arg(native), {{u"book"_qs, native}, {u"community"_qs, community}});
}

QString presetNames()
{
    QStringList ids;
    for (const rules::Preset &preset : rules::presets()) {
        ids << preset.id;
    }
    return ids.join(u", "_qs);
}

} // namespace

Command createCommand()
{
    return {u"create"_qs,
            {u"BOOK"_qs, u"COMMUNITY"_qs},
            {{u"code"_qs, u"CODE"_qs, Texts::tr("the 12-digit code of the community")},
             {u"preset"_qs, u"ID"_qs, Texts::tr("the rules of a place to begin with: %1").arg(presetNames())}},
            Texts::tr("make an empty book for a community"),
            Texts::tr("A file that exists already is left as it is."),
            run};
}

} // namespace gridbook::cli
