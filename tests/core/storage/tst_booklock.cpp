// One writer at a time: who holds the book is named, and a lock that nobody holds any more is in nobody's way.
#include "core/storage/booklock.h"
#include "tests/support/testing.h"
#include <QLockFile>
#include <QTemporaryDir>

using namespace gridbook;
using namespace Qt::StringLiterals;

namespace {
const LockHolder me{u"王主任"_qs, u"东关-01"_qs, QDateTime(QDate(2026, 9, 30), QTime(9, 0))};

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}
} // namespace

class tst_BookLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void secondIsToldWho();
    void leftLocks_data();
    void leftLocks();
    void nothingIsLeft();

private:
    [[nodiscard]] QString book() const { return m_folder->filePath(u"东关 社区.gridbook"_qs); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_BookLock::secondIsToldWho()
{
    const auto first = BookLock::take(book(), me);
    QVERIFY_RESULT(first);
    const auto second = BookLock::take(book(), {u"李干事"_qs, u"东关-02"_qs, me.since});
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Busy);
    QVERIFY(second.error().message.contains(u"王主任"));
    QVERIFY(second.error().message.contains(u"东关-01"));
    QCOMPARE(BookLock::holder(book()).since, me.since); // the second left the first one's name alone
}

void tst_BookLock::leftLocks_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("taken");
    // The form of QLockFile: process, program, machine, … Each system has its own name for the machine.
    const QTemporaryDir folder;
    QLockFile sample(folder.filePath(u"sample.lock"_qs));
    QVERIFY(sample.lock());
    QFile file(folder.filePath(u"sample.lock"_qs));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray gone = file.readAll();
    QTest::newRow("a program that is gone, whose number this one has got") << gone << true;
    gone.replace(0, gone.indexOf('\n'), "2147480000");
    QTest::newRow("a program of this machine that is gone") << gone << true;
    QTest::newRow("empty after a power cut") << QByteArray() << true;
    QTest::newRow("half written") << QByteArray("21") << true;
    QTest::newRow("the same number on another machine")
        << QByteArray::number(QCoreApplication::applicationPid()) + "\ngridbook\nanother-machine\n\n\n"
        << false;
    QTest::newRow("another machine") << QByteArray("4711\ngridbook\nanother-machine\n\n\n") << false;
}

void tst_BookLock::leftLocks()
{
    QFETCH(const QByteArray, content);
    write(book() + u".lock", content);
    const auto lock = BookLock::take(book(), me);
    QTEST(lock.ok(), "taken");
    if (!lock) {
        QCOMPARE(lock.error().kind, ErrorKind::Busy);
    }
}

void tst_BookLock::nothingIsLeft()
{
    {
        const auto lock = BookLock::take(book(), me);
        QVERIFY_RESULT(lock);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList());
    QVERIFY_RESULT(BookLock::take(book(), me));
}

QTEST_GUILESS_MAIN(tst_BookLock)
#include "tst_booklock.moc"
