#include "ui/shell/pages.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/desk.h"
#include <QHash>
#include <functional>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

using Maker = std::function<QWidget *(Workbench &, Settings &, const QVariantMap &)>;

QWidget *makeSettings(Workbench &workbench, Settings &settings, const QVariantMap &)
{
    auto *page = new SettingsPage(workbench, settings);
    if (auto *desk = qobject_cast<Desk *>(&workbench)) {
        QObject::connect(page, &SettingsPage::languageChosen, desk, &Desk::languageChosen);
    }
    return page;
}

const QHash<QString, Maker> &makers()
{
    static const QHash<QString, Maker> all{
        {u"settings"_qs, makeSettings},
    };
    return all;
}

} // namespace

QWidget *makePage(Workbench &workbench, Settings &settings, const QString &id, const QVariantMap &arguments)
{
    const Maker maker = makers().value(id);
    return maker ? maker(workbench, settings, arguments) : nullptr;
}

QStringList standingPages()
{
    return {u"home"_qs, u"report"_qs, u"roster"_qs, u"duplicates"_qs, u"history"_qs, u"settings"_qs};
}

} // namespace gridbook::ui
