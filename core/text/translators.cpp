#include "core/text/translators.h"
#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

static void initTranslationResources()
{
    Q_INIT_RESOURCE(gridbook_translations);
}

namespace gridbook {

void installTranslations(QCoreApplication &application, const QString &language)
{
    initTranslationResources();
    const auto old = application.findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly);
    for (QTranslator *translator : old) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    const bool chinese = language.startsWith(u"zh");
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QString ours = chinese ? QStringLiteral("gridbook_zh_CN") : QStringLiteral("gridbook_en");
    auto *own = new QTranslator(&application);
    if (own->load(QStringLiteral(":/gridbook/translations/") + ours)) {
        QCoreApplication::installTranslator(own);
    }
    if (chinese) { // the words of Qt's own dialogs; installed beside the program, or with Qt
        auto *qt = new QTranslator(&application);
        if (qt->load(QStringLiteral("qtbase_zh_CN"),
                     QCoreApplication::applicationDirPath() + QStringLiteral("/translations")) ||
            qt->load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
            QCoreApplication::installTranslator(qt);
        }
    }
}

} // namespace gridbook
