#include "core/base/filepath.h"
#include <QDir>
#include <QFileInfo>
#include <filesystem>

namespace gridbook {

QString extendedPath(const QString &native)
{
    if (native.startsWith(u"\\\\?\\") || native.startsWith(u"\\\\.\\")) {
        return native;
    }
    if (native.startsWith(u"\\\\")) {
        return QString(u"\\\\?\\UNC" + native.mid(1));
    }
    return QString(u"\\\\?\\" + native);
}

QString libraryPath(const QString &path)
{
#ifdef Q_OS_WIN
    constexpr qsizetype room = 20; // SQLite puts "-journal" behind it
    const QString absolute = QDir::toNativeSeparators(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    return absolute.size() + room > 260 ? extendedPath(absolute) : path;
#else
    return path;
#endif
}

QString replaceFile(const QString &from, const QString &to)
{
    const auto native = [](const QString &path) {
        return std::filesystem::path(libraryPath(QFileInfo(path).absoluteFilePath()).toStdU16String());
    };
    std::error_code problem;
    std::filesystem::rename(native(from), native(to), problem);
    return problem ? QString::fromLocal8Bit(problem.message().c_str()) : QString();
}

} // namespace gridbook
