#include "core/book/newbook.h"
#include "core/rules/rules.h"
#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(NewBook)
};

// Dated from before anything that the office will enter.
constexpr auto rulesSince = "2000-01-01"_L1;

Result<QList<rules::Rule>> rulesOf(const QString &preset)
{
    if (preset.isEmpty()) {
        return QList<rules::Rule>();
    }
    QStringList ids;
    for (const rules::Preset &known : rules::presets()) {
        if (known.id == preset) {
            return known.rules;
        }
        ids << known.id;
    }
    return Error{
        ErrorKind::Invalid,
        Texts::tr("There is no set of rules “%1”. Choose one of these: %2.").arg(preset, ids.join(Texts::tr(", "))),
        {}};
}

Done writeBeginnings(Book &book, const NewBook &wanted, const QList<rules::Rule> &rules)
{
    GRIDBOOK_TRY(book.setInfo(u"name"_qs, wanted.community));
    GRIDBOOK_ASSIGN(auto work, book.begin({u"create"_qs, Texts::tr("New book"), {}, {}}));
    if (!wanted.communityCode.isEmpty()) {
        GRIDBOOK_TRY(work->insert(
            u"division"_qs,
            {{u"code"_qs, wanted.communityCode}, {u"name"_qs, wanted.community}, {u"level"_qs, u"community"_qs}}));
    }
    for (const rules::Rule &rule : rules) {
        if (rule.value.isEmpty()) {
            continue; // the office has to say it
        }
        GRIDBOOK_TRY(work->insert(u"rule"_qs, {{u"code"_qs, rule.code},
                                               {u"value"_qs, rule.value},
                                               {u"source"_qs, rule.source},
                                               {u"valid_from"_qs, QString(rulesSince)}}));
    }
    GRIDBOOK_TRY(book.commit(*work));
    return {};
}

} // namespace

Done checkCommunityCode(const QString &code)
{
    static const QRegularExpression twelve(u"^[0-9]{12}$"_qs);
    if (code.isEmpty() || twelve.match(code).hasMatch()) {
        return {};
    }
    return Error{
        ErrorKind::Invalid,
        Texts::tr("“%1” is no code of a community: it has 12 digits. Leave it empty if you do not know it.").arg(code),
        {}};
}

Result<std::unique_ptr<Book>> createBook(const NewBook &wanted, const BookSurroundings &surroundings)
{
    if (wanted.community.trimmed().isEmpty()) {
        return Error{ErrorKind::Invalid,
                     Texts::tr("A book needs the name of its community: the name stands on every paper."),
                     {}};
    }
    GRIDBOOK_TRY(checkCommunityCode(wanted.communityCode));
    GRIDBOOK_ASSIGN(const QList<rules::Rule> rules, rulesOf(wanted.preset));
    GRIDBOOK_ASSIGN(auto book, Book::create(wanted.path, surroundings));
    if (const auto done = writeBeginnings(*book, wanted, rules); !done) {
        book.reset();
        QFile::remove(wanted.path); // half of a beginning is of no use
        return done.error();
    }
    return book;
}

} // namespace gridbook
