// Paths with Han characters, blanks and more than 260 characters, through every library that opens files itself.
#include "core/base/filepath.h"
#include "core/exchange/tablewriter.h"
#include "core/reports/document.h"
#include "core/reports/xlsxdocument.h"
#include "core/storage/backup.h"
#include "core/storage/booklock.h"
#include "core/storage/database.h"
#include "tests/support/testing.h"
#include <QDir>
#include <QTemporaryDir>

using namespace gridbook;
using namespace Qt::StringLiterals;

class tst_FilePath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void extended_data();
    void extended();
    void shortPathsStay();
    void replaces();
    void everythingInALongFolder();
};

void tst_FilePath::extended_data()
{
    QTest::addColumn<QString>("native");
    QTest::addColumn<QString>("extended");
    QTest::newRow("drive") << u"C:\\网格 台账\\a.gridbook"_qs << u"\\\\?\\C:\\网格 台账\\a.gridbook"_qs;
    QTest::newRow("share") << u"\\\\server\\党建\\a.gridbook"_qs << u"\\\\?\\UNC\\server\\党建\\a.gridbook"_qs;
    QTest::newRow("extended already") << u"\\\\?\\C:\\a"_qs << u"\\\\?\\C:\\a"_qs;
    QTest::newRow("device") << u"\\\\.\\C:\\a"_qs << u"\\\\.\\C:\\a"_qs;
}

void tst_FilePath::extended()
{
    QFETCH(const QString, native);
    QTEST(extendedPath(native), "extended");
}

void tst_FilePath::shortPathsStay()
{
    for (const QString &path : {u":memory:"_qs, u"a.gridbook"_qs, QDir::temp().filePath(u"东关 社区.gridbook"_qs)}) {
        QCOMPARE(libraryPath(path), path);
    }
}

void tst_FilePath::replaces()
{
    QTemporaryDir folder;
    for (const char *words : {"one", "two"}) {
        QFile file(folder.filePath(u"新.txt"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(words);
        file.close();
        QCOMPARE(replaceFile(file.fileName(), folder.filePath(u"旧.txt"_qs)), QString());
    }
    QFile file(folder.filePath(u"旧.txt"_qs));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "two");
    QVERIFY(!QFile::exists(folder.filePath(u"新.txt"_qs)));
    QVERIFY(!replaceFile(folder.filePath(u"没有.txt"_qs), file.fileName()).isEmpty());
}

void tst_FilePath::everythingInALongFolder()
{
    QTemporaryDir folder;
#ifdef Q_OS_WIN
    constexpr QChar letter = u'网'; // as long as Windows counts, in characters
#else
    constexpr QChar letter = u'w'; // SQLite takes 512 bytes elsewhere
#endif
    const QString step = u"/东关社区 名册与台账 "_qs + QString(40, letter);
    const QString place = folder.path() + step.repeated(5);
    QVERIFY(place.size() > 260);
    QVERIFY(QDir().mkpath(place));
    const QString path = place + u"/东关 社区 100%.gridbook"_qs;
    {
        const auto lock = BookLock::take(path, {u"张三"_qs, u"甲"_qs, QDateTime::currentDateTime()});
        QVERIFY_RESULT(lock);
        const auto database = Database::open(path, AccessMode::ReadWrite);
        QVERIFY_RESULT(database);
        QVERIFY_RESULT((*database)->execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY)"_qs));
        QVERIFY_RESULT((*database)->execute(u"INSERT INTO t VALUES (7)"_qs));
        QVERIFY_RESULT(Database::open(path, AccessMode::ReadOnly));
        QVERIFY_RESULT((*database)->execute(u"VACUUM INTO '%1'"_qs.arg(libraryPath(place + u"/备份.gridbook"))));
    }
    for (const QString &name : {u"/东关 社区 100%.gridbook"_qs, u"/备份.gridbook"_qs}) {
        const auto resting = Database::open(place + name, AccessMode::AsItLies);
        QVERIFY_RESULT(resting);
        QCOMPARE((*resting)->scalar(u"SELECT id FROM t"_qs)->toInt(), 7);
    }
    for (const QString &name : {u"/名册.xlsx"_qs, u"/名册.csv"_qs}) {
        for (int time = 0; time < 2; ++time) { // the second one replaces the first
            const auto writer = exchange::createTable(place + name, exchange::formatOfName(name));
            QVERIFY_RESULT(writer);
            QVERIFY_RESULT((*writer)->beginSheet({.name = u"党员"_qs, .columns = {{.heading = u"姓名"_qs}}}));
            QVERIFY_RESULT((*writer)->addRow(exchange::Row{exchange::Cell::ofText(u"张三"_qs)}));
            QVERIFY_RESULT((*writer)->finish());
        }
        QVERIFY_RESULT(exchange::openSheets(place + name));
    }
    QVERIFY_RESULT(writeXlsx(Document{}, place + u"/报告.xlsx"_qs));
    QVERIFY(QFileInfo(place + u"/报告.xlsx").size() > 1000);
    QCOMPARE(QDir(place).entryList(QDir::Files).size(), 5); // nothing half made is left
}

QTEST_GUILESS_MAIN(tst_FilePath)
#include "tst_filepath.moc"
