#include "core/storage/backup.h"
#include "core/base/filepath.h"
#include "core/storage/dialect.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace gridbook {

namespace {

QString stampFormat()
{
    return QStringLiteral("yyyyMMdd-HHmmss");
}

// Files of the same slot replace each other; an empty slot is kept no longer.
QString slotOf(const QDateTime &made, qint64 daysAgo)
{
    if (daysAgo < 14) {
        return made.toString(QStringLiteral("'d'yyyyMMdd"));
    }
    if (daysAgo < 70) {
        int year = 0;
        const int week = made.date().weekNumber(&year);
        return QStringLiteral("w%1-%2").arg(year).arg(week);
    }
    return daysAgo < 36 * 31 ? made.toString(QStringLiteral("'m'yyyyMM")) : QString();
}

} // namespace

QString BackupFolder::folderFor(const QString &bookPath)
{
    const QFileInfo info(bookPath);
    return info.absolutePath() + u'/' + info.completeBaseName() + QStringLiteral("-backups");
}

Result<BackupFile> BackupFolder::make(Database &database, const QDateTime &now, const QString &reason) const
{
    const auto failed = [&](const QString &detail) {
        return Error{ErrorKind::Io,
                     QCoreApplication::translate("Backup",
                                                 "The backup could not be written to %1. Check that the disk has "
                                                 "space and that you may write there.")
                         .arg(QDir::toNativeSeparators(m_folder)),
                     detail};
    };
    if (!QDir().mkpath(m_folder)) {
        return failed(QStringLiteral("mkpath"));
    }
    const QString base = QFileInfo(m_bookPath).completeBaseName();
    // Two backups in one second, even at once: each takes a second of its own, by making the file that it will fill.
    QString path;
    QString part;
    for (int second = 0; part.isEmpty(); ++second) {
        path = QStringLiteral("%1/%2-%3-%4.gridbook")
                   .arg(m_folder, base, now.addSecs(second).toString(stampFormat()), reason);
        QFile taken(path + QStringLiteral(".part"));
        if (!QFileInfo::exists(path) && taken.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            if (QFileInfo::exists(path)) { // the other one was just given its name: it was not there a moment ago
                taken.remove();
                continue;
            }
            part = taken.fileName();
        } else if (!QFileInfo::exists(path) && !taken.exists()) {
            return failed(taken.errorString());
        }
    }
    if (const auto copied = database.execute(dialect::copyInto(libraryPath(part))); !copied) {
        QFile::remove(part);
        return failed(copied.error().detail);
    }
    if (const auto good = verifyBook(part); !good) {
        QFile::remove(part);
        return failed(good.error().detail);
    }
    if (!QFile::rename(part, path)) {
        return failed(QStringLiteral("rename"));
    }
    return BackupFile{path, now, reason};
}

QList<BackupFile> BackupFolder::list() const
{
    static const QRegularExpression shape(QStringLiteral("-(\\d{8}-\\d{6})-([a-z]+)\\.gridbook$"));
    QList<BackupFile> files;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({QStringLiteral("*.gridbook")}, QDir::Files)) {
        if (const auto match = shape.match(name); match.hasMatch()) {
            files.append(
                {folder.filePath(name), QDateTime::fromString(match.captured(1), stampFormat()), match.captured(2)});
        }
    }
    std::sort(files.begin(), files.end(), [](const auto &a, const auto &b) { return a.made > b.made; });
    return files;
}

QList<BackupFile> BackupFolder::superfluous(const QDateTime &now) const
{
    QSet<QString> kept;
    QList<BackupFile> extra;
    for (const BackupFile &file : list()) {
        const qint64 days = file.made.daysTo(now);
        if (days < 3) {
            continue;
        }
        const QString slot = slotOf(file.made, days);
        if (slot.isEmpty() || kept.contains(slot)) {
            extra.append(file);
        } else {
            kept.insert(slot);
        }
    }
    return extra;
}

void BackupFolder::thinOut(const QDateTime &now) const
{
    for (const BackupFile &file : superfluous(now)) {
        QFile::remove(file.path);
    }
    // What a power cut left half made.
    for (const QFileInfo &half : QDir(m_folder).entryInfoList({QStringLiteral("*.gridbook.part")}, QDir::Files)) {
        if (half.lastModified().daysTo(now) > 1) {
            QFile::remove(half.filePath());
        }
    }
}

Done verifyBook(const QString &path)
{
    GRIDBOOK_ASSIGN(auto database, Database::open(path, AccessMode::AsItLies));
    GRIDBOOK_ASSIGN(const QVariant kind, database->scalar(dialect::fileKind()));
    GRIDBOOK_ASSIGN(const QVariant check, database->scalar(dialect::quickCheck()));
    GRIDBOOK_ASSIGN(const QVariant size, database->scalar(dialect::fileSize()));
    if (kind.toLongLong() != dialect::applicationId || check.toString() != u"ok" ||
        QFileInfo(path).size() < size.toLongLong()) {
        return Error{ErrorKind::Damaged, QCoreApplication::translate("Backup", "The file is damaged or is not a book."),
                     QStringLiteral("%1: kind %2, check %3").arg(path, kind.toString(), check.toString())};
    }
    return {};
}

} // namespace gridbook
