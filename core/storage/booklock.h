#pragma once
// One writer at a time: a lock file beside the book says who, on which machine, since when. A lock left by a program
// that is gone from this machine is taken over; one from another machine never is without asking.
#include "core/base/result.h"
#include <QDateTime>
#include <QLockFile>
#include <memory>

namespace gridbook {

struct LockHolder
{
    QString user;
    QString machine;
    QDateTime since;
};

class BookLock
{
public:
    // Error kind Busy names the holder; the caller may then open the book read-only.
    static Result<std::unique_ptr<BookLock>> take(const QString &bookPath, const LockHolder &me);
    static LockHolder holder(const QString &bookPath); // who holds it now; empty fields where unknown
    ~BookLock();
    BookLock(const BookLock &) = delete;
    BookLock &operator=(const BookLock &) = delete;

private:
    explicit BookLock(const QString &bookPath);
    QString m_path;
    QLockFile m_lock;
};

} // namespace gridbook
