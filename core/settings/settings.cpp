#include "core/settings/settings.h"
#include <QCoreApplication>
#include <QFileInfo>

namespace gridbook {

Settings::Settings(const QString &file)
{
    if (!file.isEmpty()) {
        m_store = std::make_unique<QSettings>(file, QSettings::IniFormat);
        return;
    }
    m_portable = QFileInfo::exists(QCoreApplication::applicationDirPath() + QStringLiteral("/portable.ini"));
    if (m_portable) {
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QCoreApplication::applicationDirPath());
    }
    // The same file for whoever makes a QSettings of its own (column layouts).
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QCoreApplication::setOrganizationName(QStringLiteral("Gridbook"));
    m_store = std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Gridbook"),
                                          QCoreApplication::applicationName());
}

QString Settings::folder() const
{
    return QFileInfo(m_store->fileName()).absolutePath();
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
