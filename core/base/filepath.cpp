#include "core/base/filepath.h"
#include <QDir>
#include <QFileInfo>
#include <filesystem>

namespace gridbook {

#ifdef Q_OS_WIN
namespace {

// With room for what is put behind it: "-journal" by SQLite, the name of a temporary file by us.
bool isLong(const QString &absolute)
{
    return absolute.size() + 24 > 260;
}

} // namespace
#endif

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
    const QString absolute = QDir::toNativeSeparators(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    return isLong(absolute) ? extendedPath(absolute) : path;
#else
    return path;
#endif
}

QString workFolder(const QString &path)
{
    const QString beside = QFileInfo(path).absolutePath();
#ifdef Q_OS_WIN
    return isLong(beside) ? QDir::tempPath() : beside;
#else
    return beside;
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
