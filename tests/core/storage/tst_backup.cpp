// A backup is the whole book, is checked, is found damaged when it is, and old ones are thinned out by day, week,
// month.
#include "core/storage/backup.h"
#include "core/storage/dialect.h"
#include "tests/support/testbook.h"
#include <future>

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

class tst_Backup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backupIsTheBook();
    void twoInOneSecond();
    void twoAtOnce();
    void dailyOnOpening();
    void damageIsFound_data();
    void damageIsFound();
    void unwritableFolder();
    void keptByDayWeekMonth();
};

void tst_Backup::backupIsTheBook()
{
    TestBook book;
    const auto basics = book.makeBasics();
    QVERIFY(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid) != 0);
    const auto backup = book->backUp(u"import"_qs);
    QVERIFY_RESULT(backup);
    QVERIFY(backup->path.endsWith(u"-backups/测试 社区-20260930-160000-import.gridbook"));
    QCOMPARE(QFileInfo::exists(backup->path + u".part"), false);
    QVERIFY_RESULT(verifyBook(backup->path));
    // What happens later is not in it; what was is, sealed values and undo included.
    QVERIFY(book.addMember(u"李后来"_qs, u"999901198001010019"_qs, basics.branch, basics.grid) != 0);
    const auto copy = Book::open(backup->path, book.surroundings(), {.dailyBackup = false});
    QVERIFY_RESULT(copy);
    const Query everybody{u"member"_qs, QDate(2026, 9, 30), {}, {}, {}, {}};
    const auto ids = (*copy)->reader().ids(everybody);
    QVERIFY_RESULT(ids);
    QCOMPARE(ids->size(), 1);
    const auto rows = (*copy)->reader().rows(u"member"_qs, everybody.asOf, *ids, {u"idNumber"_qs});
    QCOMPARE(rows->first().values.first().toString(), u"999901197807010016"_qs);
    QCOMPARE((*copy)->undoStack().undoable()->title, u"新增 王小明"_qs);
    QCOMPARE(*(*copy)->check({}), QStringList());
}

void tst_Backup::twoInOneSecond()
{
    TestBook book;
    const auto first = book->backUp(u"manual"_qs);
    const QByteArray content = contentOf(first->path);
    const auto second = book->backUp(u"manual"_qs);
    QVERIFY_RESULT(second);
    QVERIFY(first->path != second->path);
    QCOMPARE(contentOf(first->path), content);
    QCOMPARE(book->backups().size(), 2);
}

// An import that was stopped and begun anew makes its backup while the first is still being made.
void tst_Backup::twoAtOnce()
{
    TestBook book;
    book.makeBasics();
    constexpr int each = 4;
    const auto several = [&book] {
        QStringList made;
        for (int i = 0; i < each; ++i) {
            const auto backup = book->backUpApart(u"import"_qs);
            made << (backup ? backup->path : backup.error().message + backup.error().detail);
        }
        return made;
    };
    auto beside = std::async(std::launch::async, several);
    QStringList paths = several() + beside.get();
    paths.removeDuplicates();
    QCOMPARE(paths.size(), 2 * each);
    for (const QString &path : std::as_const(paths)) {
        QVERIFY2(verifyBook(path).ok(), qPrintable(path));
    }
    QCOMPARE(QDir(QFileInfo(paths.first()).path()).entryList(QDir::Files).size(), 2 * each);
}

void tst_Backup::dailyOnOpening()
{
    TestBook book;
    book.makeBasics();
    book.close();
    const auto open = [&] { return Book::open(book.path(), book.surroundings()); };
    const auto reasons = [&] {
        QStringList list;
        for (const BackupFile &file : BackupFolder(book.path(), BackupFolder::folderFor(book.path())).list()) {
            list << file.reason;
        }
        return list;
    };
    QVERIFY_RESULT(open());
    QVERIFY_RESULT(open()); // once a day only
    QCOMPARE(reasons(), QStringList{u"daily"_qs});
    book.clock().set(QDateTime(QDate(2026, 10, 1), QTime(8, 30)));
    QVERIFY_RESULT(open());
    QCOMPARE(reasons().size(), 2);
}

void tst_Backup::damageIsFound_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("cut off") << 0;
    QTest::newRow("a page overwritten") << 1;
    QTest::newRow("emptied") << 2;
    QTest::newRow("another kind of file") << 3;
    QTest::newRow("another SQLite file") << 4;
}

void tst_Backup::damageIsFound()
{
    QFETCH(const int, kind);
    TestBook book;
    book.makeBasics();
    const auto backup = book->backUp(u"manual"_qs);
    QVERIFY_RESULT(backup);
    QFile file(backup->path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (kind == 0) {
        file.resize(file.size() * 2 / 3);
    } else if (kind == 1) {
        file.seek(4096 * 5);
        file.write(QByteArray(4096, '\x5a'));
    } else if (kind == 2) {
        file.resize(0);
    } else if (kind == 3) {
        file.resize(0);
        file.write(QByteArray("不是底册\n").repeated(500));
    } else {
        file.seek(68); // the application id
        file.write(QByteArray(4, '\0'));
    }
    file.close();
    const auto checked = verifyBook(backup->path);
    QVERIFY(!checked);
    QVERIFY(!checked.error().message.isEmpty());
}

void tst_Backup::unwritableFolder()
{
    TestBook book;
    const QString occupied = book.folder() + u"/a file, not a folder";
    QFile file(occupied);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto backup = book->backUp(u"manual"_qs, occupied);
    QVERIFY(!backup);
    QCOMPARE(backup.error().kind, ErrorKind::Io);
    QVERIFY(backup.error().message.contains(u"a file, not a folder"));
}

void tst_Backup::keptByDayWeekMonth()
{
    QTemporaryDir folder;
    const QDateTime now(QDate(2026, 9, 30), QTime(16, 0));
    int made = 0;
    for (int day = 0; day < 1500; ++day) {
        for (const int hour : {9, 15}) {
            const QDateTime when(now.date().addDays(-day), QTime(hour, 0));
            QFile file(folder.filePath(u"东关-%1-daily.gridbook"_qs.arg(when.toString(u"yyyyMMdd-HHmmss"_qs))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            ++made;
        }
    }
    QFile foreign(folder.filePath(u"我自己的.gridbook"_qs));
    QVERIFY(foreign.open(QIODevice::WriteOnly));
    const BackupFolder backups(folder.filePath(u"东关.gridbook"_qs), folder.path());
    QCOMPARE(backups.list().size(), made);
    backups.thinOut(now);
    const QList<BackupFile> left = backups.list();
    QVERIFY(foreign.exists());
    int young = 0;
    QSet<QDate> days;
    QSet<QString> months;
    for (const BackupFile &file : left) {
        const qint64 age = file.made.daysTo(now);
        young += age < 3 ? 1 : 0;
        if (age < 14) {
            days.insert(file.made.date());
        }
        if (age >= 70) {
            const QString month = file.made.toString(u"yyyyMM"_qs);
            QVERIFY2(!months.contains(month), qPrintable(month)); // one a month
            months.insert(month);
        }
        QVERIFY(age < 36 * 31);
    }
    QCOMPARE(young, 6); // all of three days
    QCOMPARE(days.size(), 14);
    QVERIFY2(months.size() >= 33 && months.size() <= 36, qPrintable(QString::number(months.size())));
    QVERIFY2(left.size() < 75, qPrintable(QString::number(left.size())));
    QCOMPARE(left.first().made, QDateTime(QDate(2026, 9, 30), QTime(15, 0)));
    QVERIFY(backups.superfluous(now).isEmpty()); // thinning out again changes nothing
}

QTEST_GUILESS_MAIN(tst_Backup)
#include "tst_backup.moc"
