#include "core/settings/settings.h"
#include <QCoreApplication>
#include <QFileInfo>

namespace gridbook {

Settings::Settings(const QString &file)
{
    const QString portable = QCoreApplication::applicationDirPath() + QStringLiteral("/portable.ini");
    m_portable = file.isEmpty() && QFileInfo::exists(portable);
    if (!file.isEmpty() || m_portable) {
        m_store = std::make_unique<QSettings>(file.isEmpty() ? portable : file, QSettings::IniFormat);
    } else {
        m_store = std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Gridbook"),
                                              QStringLiteral("Gridbook"));
    }
}

void Settings::rememberBook(const QString &path)
{
    constexpr qsizetype most = 10;
    QStringList books = get(setting::recentBooks);
    const QString absolute = QFileInfo(path).absoluteFilePath();
    books.removeAll(absolute);
    books.prepend(absolute);
    set(setting::recentBooks, QStringList(books.mid(0, most)));
}

} // namespace gridbook
