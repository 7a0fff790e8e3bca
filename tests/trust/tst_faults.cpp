// A disk that is full, a folder where one may not write: the work stops cleanly, says what to do, and the book is what
// it was after the last acknowledged change.
#include "tests/support/testbook.h"
#include <QProcess>
#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_Faults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullDisk_data();
    void fullDisk();
    void fullDatabase();
    void readOnlyPlaces_data();
    void readOnlyPlaces();

private:
    static QByteArray run(const QStringList &words, const std::function<void()> &inChild);
};

QByteArray tst_Faults::run(const QStringList &words, [[maybe_unused]] const std::function<void()> &inChild)
{
    QProcess worker;
#ifdef Q_OS_UNIX
    worker.setChildProcessModifier(inChild);
#endif
    worker.start(QStringLiteral(GRIDBOOK_WORKER), words);
    return worker.waitForFinished(60000) ? worker.readAllStandardOutput() : QByteArray("did not end");
}

void tst_Faults::fullDisk_data()
{
    QTest::addColumn<int>("kilobytes");
    for (const int room : {0, 1, 40, 200, 700, 1500}) {
        QTest::addRow("%d KB left", room) << room;
    }
}

void tst_Faults::fullDisk()
{
#ifdef Q_OS_UNIX
    QFETCH(const int, kilobytes);
    TestBook book;
    book.makeBasics();
    book.close();
    const auto size = rlim_t(QFileInfo(book.path()).size());
    // No file may grow beyond this: writes fail with EFBIG as they do on a full disk, in the book or in its log.
    const rlim_t limit = rlim_t(kilobytes) * 1024 + (kilobytes < 100 ? 0 : size);
    const QByteArray output = run({u"fill"_qs, book.path()}, [limit] {
        signal(SIGXFSZ, SIG_IGN);
        const struct rlimit room
        {
            limit, limit
        };
        setrlimit(RLIMIT_FSIZE, &room);
    });
    QVERIFY2(output.contains("error "), output.constData());
    const QString message = QString::fromUtf8(output.mid(output.indexOf("error ")));
    QVERIFY2(message.contains(u"Nothing was changed") || message.contains(u"read"), qPrintable(message));
    const qint64 acknowledged = output.count("ack ");
    book.reopen();
    QVERIFY2(!book->isReadOnly(), qPrintable(book->notice()));
    QCOMPARE(*book->check({}), QStringList());
    const qint64 people = book->database().scalar(u"SELECT COUNT(*) FROM person"_qs)->toLongLong();
    QVERIFY2(people == acknowledged * 50, qPrintable(u"%1 people, %2 acknowledged"_qs.arg(people).arg(acknowledged)));
    // With room again the work goes on.
    auto work = book->begin({u"edit"_qs, u"再来"_qs, {}, {}});
    QVERIFY_RESULT((*work)->insert(u"person"_qs, {{u"name"_qs, u"张三"_qs}}));
    QVERIFY_RESULT(book->commit(**work));
#else
    QSKIP("no file size limit here");
#endif
}

void tst_Faults::fullDatabase()
{
    // The same inside one program, through all layers: the failed unit of work is gone, and the next one works.
    TestBook book;
    book.makeBasics();
    const qint64 pages = book->database().scalar(u"PRAGMA page_count"_qs)->toLongLong();
    QVERIFY_RESULT(book->database().execute(u"PRAGMA max_page_count=%1"_qs.arg(pages + 30)));
    Error error;
    {
        auto work = book->begin({u"import"_qs, u"导入"_qs, {}, {}});
        for (int i = 0; i < 2000 && error.message.isEmpty(); ++i) {
            if (const auto row =
                    (*work)->insert(u"person"_qs, {{u"name"_qs, u"张三"_qs}, {u"note"_qs, QString(300, u'长')}});
                !row) {
                error = row.error();
            }
        }
    }
    QCOMPARE(error.kind, ErrorKind::Io);
    QVERIFY2(error.message.contains(u"disk is full"), qPrintable(error.message));
    QCOMPARE(book->database().scalar(u"SELECT COUNT(*) FROM person"_qs)->toInt(), 0);
    QVERIFY(!book->database().inTransaction());
    QVERIFY_RESULT(book->database().execute(u"PRAGMA max_page_count=1000000"_qs));
    auto work = book->begin({u"edit"_qs, u"再来"_qs, {}, {}});
    QVERIFY_RESULT((*work)->insert(u"person"_qs, {{u"name"_qs, u"张三"_qs}}));
    QVERIFY_RESULT(book->commit(**work));
    QCOMPARE(*book->check({}), QStringList());
}

void tst_Faults::readOnlyPlaces_data()
{
    QTest::addColumn<bool>("folderToo");
    QTest::newRow("the file may not be written") << false;
    QTest::newRow("nothing may be written") << true;
}

void tst_Faults::readOnlyPlaces()
{
#ifdef Q_OS_UNIX
    QFETCH(const bool, folderToo);
    TestBook book;
    book.makeBasics();
    book.close();
    QFile::setPermissions(book.path(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    const auto open =
        QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QFile::setPermissions(book.folder(),
                          folderToo ? open : open | QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther);
    QFile file(book.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const QByteArray output = run({u"open"_qs, book.path()}, [] {
        if (geteuid() == 0 && setuid(65534) != 0) { // root may write everywhere
            _exit(3);
        }
    });
    QVERIFY2(output.startsWith("read-only The file is read-only"), output.constData());
    file.seek(0);
    QCOMPARE(file.readAll(), before);
    QFile::setPermissions(book.folder(), open | QFile::WriteOwner);
#else
    QSKIP("permissions of another kind");
#endif
}

QTEST_GUILESS_MAIN(tst_Faults)
#include "tst_faults.moc"
