#include "core/storage/booklock.h"
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

namespace gridbook {

namespace {
QString lockPath(const QString &bookPath)
{
    return bookPath + QStringLiteral(".lock");
}

QString holderPath(const QString &bookPath)
{
    return bookPath + QStringLiteral(".user");
}

// As QLockFile writes it: Windows has another, shorter name for it in upper case.
bool isThisMachine(const QString &name)
{
    return name == QSysInfo::machineHostName() || name == qEnvironmentVariable("COMPUTERNAME");
}
} // namespace

BookLock::BookLock(const QString &bookPath) : m_path(bookPath), m_lock(lockPath(bookPath))
{
    m_lock.setStaleLockTime(0); // stale only if its process is gone, however long it has been open
}

Result<std::unique_ptr<BookLock>> BookLock::take(const QString &bookPath, const LockHolder &me)
{
    std::unique_ptr<BookLock> lock(new BookLock(bookPath));
    bool taken = lock->m_lock.tryLock(0);
    if (!taken && lock->m_lock.error() == QLockFile::LockFailedError) {
        // A power cut leaves an empty lock file that names nobody, or one that names a number which this process has
        // got since. Removing it fails while a living program holds it, this one included.
        qint64 process = 0;
        QString machine;
        QString program;
        const bool names = lock->m_lock.getLockInfo(&process, &machine, &program);
        const bool namesUs = process == QCoreApplication::applicationPid() && isThisMachine(machine);
        if ((!names || namesUs) && lock->m_lock.removeStaleLockFile()) {
            taken = lock->m_lock.tryLock(0);
        }
    }
    if (!taken) {
        if (lock->m_lock.error() == QLockFile::PermissionError) {
            return Error{
                ErrorKind::Refused,
                QCoreApplication::translate(
                    "BookLock", "You may not write in the folder of this book. It can be opened for reading only."),
                lockPath(bookPath)};
        }
        const LockHolder other = holder(bookPath);
        return Error{ErrorKind::Busy,
                     QCoreApplication::translate(
                         "BookLock", "%1 on %2 has had this book open since %3. It can be opened for reading only.")
                         .arg(other.user, other.machine, other.since.toString(u"yyyy-MM-dd HH:mm")),
                     lockPath(bookPath)};
    }
    QFile file(holderPath(bookPath));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(QJsonObject{{QStringLiteral("user"), me.user},
                                             {QStringLiteral("machine"), me.machine},
                                             {QStringLiteral("since"), me.since.toString(Qt::ISODate)}})
                       .toJson());
    }
    return lock;
}

LockHolder BookLock::holder(const QString &bookPath)
{
    QFile file(holderPath(bookPath));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    return {object.value(u"user").toString(), object.value(u"machine").toString(),
            QDateTime::fromString(object.value(u"since").toString(), Qt::ISODate)};
}

BookLock::~BookLock()
{
    if (m_lock.isLocked()) {
        QFile::remove(holderPath(m_path));
        m_lock.unlock();
    }
}

} // namespace gridbook
