#include "ui/shell/helptexts.h"
#include "core/registry/catalog.h"
#include "core/reports/figures.h"
#include <QFile>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

// Pages that do not name their topic themselves.
const QHash<QString, QString> &topics()
{
    static const QHash<QString, QString> all{{QString(), u"start"_qs},
                                             {u"roster"_qs, u"paper"_qs},
                                             {u"memberForm"_qs, u"paper"_qs},
                                             {u"home"_qs, u"home"_qs},
                                             {u"list"_qs, u"list"_qs},
                                             {u"record"_qs, u"record"_qs},
                                             {u"import"_qs, u"import"_qs},
                                             {u"report"_qs, u"report"_qs},
                                             {u"history"_qs, u"history"_qs},
                                             {u"settings"_qs, u"settings"_qs},
                                             {u"duplicates"_qs, u"duplicates"_qs}};
    return all;
}

// Every number of the headline box with its rule, so that the help cannot say otherwise than the program counts.
QString figureRules(const QString &language)
{
    QString text;
    for (const FigureSpec &figure : headlineFigures()) {
        text += u"- **%1**  %2\n"_qs.arg(figure.rule.term.in(language), figure.rule.rule.in(language));
    }
    return text;
}

} // namespace

QString helpTopicOf(const QString &page)
{
    const QString kind = page.section(u'#', 0, 0).section(u':', 0, 0);
    return topics().value(kind, u"home"_qs);
}

QStringList helpTopics()
{
    QStringList all = topics().values();
    all.removeDuplicates();
    all.sort();
    return all;
}

QString helpText(const QString &page, const QString &language, const Catalog &catalog, const QString &keys)
{
    QFile file(u":/gridbook/help/%1/%2.md"_qs.arg(language == u"zh" ? u"zh_CN"_qs : u"en"_qs, helpTopicOf(page)));
    if (!file.open(QIODevice::ReadOnly)) {
        return keys; // tested for every page, so this is the help of a page to come
    }
    QString text = QString::fromUtf8(file.readAll());
    if (text.contains(u"{{figures}}")) {
        text.replace(u"{{figures}}"_qs, figureRules(language));
    }
    const RegistrySpec *registry = catalog.registry(page.section(u'#', 0, 0).section(u':', 1));
    text.replace(u"{{registry}}"_qs,
                 registry != nullptr ? registry->term.in(language) : Term{u"列表"_qs, u"List"_qs}.in(language));
    text.replace(u"{{about}}"_qs, registry != nullptr ? registry->about.in(language) : QString());
    return keys.isEmpty() ? text : QString(text + u'\n' + keys);
}

} // namespace gridbook::ui
