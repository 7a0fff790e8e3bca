// What may lie under the name of a book, and what opening does with it: a clear message, and not a byte changed.
#include "core/storage/dialect.h"
#include "core/storage/migrator.h"
#include "tests/support/testbook.h"
#include <QCryptographicHash>
#include <QDirIterator>

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

// Every file below a folder with its content's hash.
QMap<QString, QByteArray> contents(const QString &folder)
{
    QMap<QString, QByteArray> all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        all.insert(QDir(folder).relativeFilePath(file.fileName()),
                   file.open(QIODevice::ReadOnly)
                       ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex()
                       : QByteArray("unreadable"));
    }
    return all;
}

void execute(const QString &path, const QString &sql)
{
    const auto database = Database::open(path, AccessMode::ReadWrite);
    QVERIFY_RESULT(database);
    QVERIFY_RESULT((*database)->execute(sql));
    QVERIFY_RESULT((*database)->checkpoint());
}

bool overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(at) && file.write(bytes) == bytes.size();
}

} // namespace

class tst_Opening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badFilesStayAsTheyAre_data();
    void badFilesStayAsTheyAre();
    void everyTruncationIsRefused();
    void flippedBytesNeverHarm();
    void newerButCompatible();
    void secondOpenerReads();
    void readOnlyIsNotTouched();
    void afterACrash();
    void createdWholeOrNotAtAll();
    void createNeverOverwrites();
    void olderBookIsCopiedFirst();
    void readerInAnotherThread();
    void damagedNamesAFolderThatIsThere_data();
    void damagedNamesAFolderThatIsThere();
};

void tst_Opening::badFilesStayAsTheyAre_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("no file") << u"missing"_qs << ErrorKind::NotFound << u"There is no file"_qs;
    QTest::newRow("a folder") << u"folder"_qs << ErrorKind::Damaged << QString();
    QTest::newRow("zero bytes") << u"zero"_qs << ErrorKind::Damaged << u"empty or cut off"_qs;
    QTest::newRow("a hundred bytes") << u"hundred"_qs << ErrorKind::Damaged << u"empty or cut off"_qs;
    QTest::newRow("a text") << u"text"_qs << ErrorKind::Damaged << u"is not a Gridbook file"_qs;
    QTest::newRow("a spreadsheet") << u"zip"_qs << ErrorKind::Damaged << u"is not a Gridbook file"_qs;
    QTest::newRow("another SQLite file") << u"sqlite"_qs << ErrorKind::Damaged << u"is not a Gridbook file"_qs;
    QTest::newRow("half of a book") << u"half"_qs << ErrorKind::Damaged << u"damaged"_qs;
    QTest::newRow("a page overwritten") << u"page"_qs << ErrorKind::Damaged << u"damaged"_qs;
    QTest::newRow("the head overwritten") << u"head"_qs << ErrorKind::Damaged << u"is not a Gridbook file"_qs;
    QTest::newRow("of a newer program") << u"newer"_qs << ErrorKind::Refused << u"newer Gridbook"_qs;
    QTest::newRow("locked by a passphrase") << u"passphrase"_qs << ErrorKind::Refused << u"passphrase"_qs;
}

void tst_Opening::badFilesStayAsTheyAre()
{
    QFETCH(const QString, what);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, says);
    TestBook book;
    book.makeBasics();
    if (what == u"passphrase") {
        QVERIFY_RESULT(book->protect(u"春天"_qs));
    }
    book.close();
    const QString path = book.path();
    const qint64 size = QFileInfo(path).size();
    if (what == u"missing" || what == u"folder") {
        QFile::remove(path);
        QVERIFY(what == u"missing" || QDir().mkpath(path));
    } else if (what == u"zero") {
        QFile::resize(path, 0);
    } else if (what == u"hundred") {
        QFile::resize(path, 100);
    } else if (what == u"half") {
        QFile::resize(path, size / 2);
    } else if (what == u"text" || what == u"zip") {
        QFile::resize(path, 0);
        QVERIFY(overwrite(path, 0, QByteArray(what == u"zip" ? "PK\x03\x04" : "姓名,性别\r\n").repeated(400)));
    } else if (what == u"sqlite") {
        execute(path, u"PRAGMA application_id=252006673"_qs);
    } else if (what == u"page") {
        QVERIFY(overwrite(path, 4096 * 7, QByteArray(4096, '\x5a')));
    } else if (what == u"head") {
        QVERIFY(overwrite(path, 0, QByteArray(64, '\0')));
    } else if (what == u"newer") {
        execute(path, u"INSERT INTO schema_step VALUES (99, 99, 'of the future')"_qs);
        execute(path, dialect::setSchemaVersion(99));
    }
    const auto before = contents(book.folder());
    const auto opened = Book::open(path, book.surroundings());
    QVERIFY(!opened);
    QVERIFY2(opened.error().kind == kind, qPrintable(opened.error().message + u" / " + opened.error().detail));
    QVERIFY2(opened.error().message.contains(says), qPrintable(opened.error().message));
    QCOMPARE(contents(book.folder()), before); // no byte, no lock, no log, no backup
}

void tst_Opening::damagedNamesAFolderThatIsThere_data()
{
    QTest::addColumn<bool>("there");
    QTest::newRow("backups beside it") << true;
    QTest::newRow("none") << false;
}

void tst_Opening::damagedNamesAFolderThatIsThere()
{
    QFETCH(const bool, there);
    TestBook book;
    book.makeBasics();
    if (there) {
        QVERIFY_RESULT(book->backUp(u"manual"_qs));
    }
    book.close();
    QVERIFY(QFile::resize(book.path(), QFileInfo(book.path()).size() / 2));
    const auto opened = Book::open(book.path(), book.surroundings());
    QVERIFY(!opened);
    QCOMPARE(opened.error().message.contains(u"-backups"), there);
}

void tst_Opening::everyTruncationIsRefused()
{
    TestBook book;
    book.makeBasics();
    book.close();
    QFile file(book.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    for (qsizetype size = 0; size < whole.size(); size += whole.size() / 23) {
        const QString path = book.folder() + u"/cut.gridbook";
        QFile cut(path);
        QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write(whole.first(size)) == size);
        cut.close();
        const auto opened = Book::open(path, book.surroundings());
        QVERIFY2(!opened, qPrintable(QString::number(size)));
        QVERIFY(!opened.error().message.isEmpty());
        QVERIFY(cut.open(QIODevice::ReadOnly));
        QCOMPARE(cut.readAll(), whole.first(size));
    }
}

void tst_Opening::flippedBytesNeverHarm()
{
    // A flipped bit is either refused or, where it only changed a value, named by the check; never a crash.
    TestBook book;
    const auto basics = book.makeBasics();
    QVERIFY(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid) != 0);
    book.close();
    QFile file(book.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    int refused = 0;
    int found = 0;
    quint32 state = 12345;
    for (int i = 0; i < 60; ++i) {
        state = state * 1664525 + 1013904223;
        QByteArray flipped = whole;
        const auto at = qsizetype(state % quint32(whole.size()));
        flipped[at] = char(flipped.at(at) ^ (1 << (state >> 29)));
        const QString path = book.folder() + u"/flipped %1.gridbook"_qs.arg(i);
        QVERIFY(overwrite(path, 0, flipped));
        const auto opened = Book::open(path, book.surroundings(), {.readOnly = true});
        if (!opened) {
            ++refused;
        } else if (const auto findings = (*opened)->check({}); !findings || !findings->isEmpty()) {
            ++found;
        }
    }
    QVERIFY2(refused + found >= 1, qPrintable(u"refused %1, found %2"_qs.arg(refused).arg(found)));
}

void tst_Opening::newerButCompatible()
{
    TestBook book;
    book.makeBasics();
    book.close();
    execute(book.path(), u"INSERT INTO schema_step VALUES (99, 1, 'a column more, of the future')"_qs);
    execute(book.path(), u"ALTER TABLE person ADD COLUMN blood_group TEXT"_qs);
    execute(book.path(), dialect::setSchemaVersion(99));
    const auto opened = Book::open(book.path(), book.surroundings());
    QVERIFY_RESULT(opened);
    QVERIFY(!(*opened)->isReadOnly());
    auto work = (*opened)->begin({u"edit"_qs, u"新增"_qs, {}, {}});
    QVERIFY_RESULT((*work)->insert(u"person"_qs, {{u"name"_qs, u"张三"_qs}}));
    QVERIFY_RESULT((*opened)->commit(**work));
    QCOMPARE((*opened)->database().scalar(dialect::schemaVersion())->toInt(), 99); // and it stays what it is
}

void tst_Opening::secondOpenerReads()
{
    TestBook book;
    book.makeBasics();
    const auto second = Book::open(book.path(), book.surroundings());
    QVERIFY_RESULT(second);
    QVERIFY((*second)->isReadOnly());
    QVERIFY2((*second)->notice().contains(u"测试员") && (*second)->notice().contains(u"测试机"),
             qPrintable((*second)->notice()));
    // It sees what the first one saves, and can take nothing from it.
    auto work = book->begin({u"edit"_qs, u"新增"_qs, {}, {}});
    QVERIFY_RESULT((*work)->insert(u"person"_qs, {{u"name"_qs, u"张三"_qs}}));
    QVERIFY_RESULT(book->commit(**work));
    QCOMPARE((*second)->database().scalar(u"SELECT COUNT(*) FROM person"_qs)->toInt(), 1);
    QVERIFY(!(*second)->begin({u"edit"_qs, u"不行"_qs, {}, {}}));
    QVERIFY(!(*second)->protect(u"不行"_qs));
    QVERIFY(!(*second)->setInfo(u"a"_qs, u"b"_qs));
}

void tst_Opening::readOnlyIsNotTouched()
{
    TestBook book;
    book.makeBasics();
    book.close();
    const QByteArray before = contents(book.folder()).value(u"测试 社区.gridbook"_qs);
    {
        const auto opened = Book::open(book.path(), book.surroundings(), {.readOnly = true});
        QVERIFY_RESULT(opened);
        QVERIFY((*opened)->isReadOnly());
        // What cannot be logged is not shown.
        QVERIFY(!(*opened)->logAccess(u"show"_qs, u"member"_qs, 1, u"phone"_qs, u"核对"_qs));
        QVERIFY(!(*opened)->logAccessToEach(u"show"_qs, u"member"_qs, {1}, {}, u"核对"_qs));
        QCOMPARE(*(*opened)->check({}), QStringList());
    }
    QCOMPARE(contents(book.folder()).value(u"测试 社区.gridbook"_qs), before);
    QCOMPARE(QDir(book.folder()).entryList({u"*backups*"_qs}), QStringList());
}

void tst_Opening::afterACrash()
{
    // As a killed program leaves it: the log not brought in, the lock of a process that is gone.
    TestBook book;
    book.makeBasics();
    const QString copy = book.folder() + u"/copy.gridbook";
    for (const QString &suffix : {QString(), u"-wal"_qs}) {
        QVERIFY(QFile::copy(book.path() + suffix, copy + suffix));
    }
    QFile held(book.path() + u".lock"); // by this process
    QVERIFY(held.open(QIODevice::ReadOnly));
    QByteArray words = held.readAll();
    words.replace(0, words.indexOf('\n'), "2147480000");
    QFile lock(copy + u".lock");
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(words);
    lock.close();
    const auto opened = Book::open(copy, book.surroundings());
    QVERIFY_RESULT(opened);
    QVERIFY(!(*opened)->isReadOnly());
    QCOMPARE((*opened)->database().scalar(u"SELECT COUNT(*) FROM grid"_qs)->toInt(), 2);
    QCOMPARE(*(*opened)->check({}), QStringList());
}

void tst_Opening::createdWholeOrNotAtAll()
{
    TestBook book;
    const QString nowhere = book.folder() + u"/no such folder/新.gridbook";
    const auto made = Book::create(nowhere, book.surroundings());
    QVERIFY(!made);
    QVERIFY(!made.error().message.isEmpty());
    QVERIFY(!QFileInfo::exists(nowhere));
}

void tst_Opening::createNeverOverwrites()
{
    TestBook book;
    book.makeBasics();
    book.close();
    const auto before = contents(book.folder());
    const auto made = Book::create(book.path(), book.surroundings());
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Refused);
    QCOMPARE(contents(book.folder()), before);
}

void tst_Opening::olderBookIsCopiedFirst()
{
    // A book whose schema was never finished is the oldest there can be.
    TestBook book;
    book.close();
    const QString path = book.folder() + u"/旧.gridbook";
    execute(path, dialect::setFileKind());
    const auto readOnly = Book::open(path, book.surroundings(), {.readOnly = true});
    QVERIFY(!readOnly);
    QCOMPARE(readOnly.error().kind, ErrorKind::Refused);
    // Without keys it is no book to work with, but it was brought up to date, and a copy of what it was is there.
    const auto opened = Book::open(path, book.surroundings());
    QVERIFY(!opened);
    const QList<BackupFile> copies = BackupFolder(path, BackupFolder::folderFor(path)).list();
    QCOMPARE(copies.size(), 1);
    QCOMPARE(copies.first().reason, u"migration"_qs);
    const auto copy = Database::open(copies.first().path, AccessMode::ReadOnly);
    QCOMPARE((*copy)->scalar(dialect::schemaVersion())->toInt(), 0);
}

void tst_Opening::readerInAnotherThread()
{
    TestBook book;
    const auto basics = book.makeBasics();
    QVERIFY(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid) != 0);
    qint64 counted = -1;
    bool refused = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        const auto reader = book->openReader();
        if (reader) {
            counted = (*reader)->registries().count({u"member"_qs, QDate(2026, 9, 30), {}, {}, {}, {}}).valueOr(-1);
            refused = !(*reader)->database().execute(u"DELETE FROM person"_qs);
        }
    }));
    thread->start();
    QVERIFY(thread->wait(20000));
    QCOMPARE(counted, 1);
    QVERIFY(refused);
}

QTEST_GUILESS_MAIN(tst_Opening)
#include "tst_opening.moc"
