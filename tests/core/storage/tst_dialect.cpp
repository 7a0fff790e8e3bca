// The SQL that stands in for the program's own arithmetic gives the same answers, and settings are really set.
#include "core/base/partialdate.h"
#include "core/storage/dialect.h"
#include "tests/support/testing.h"
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace gridbook;
using namespace Qt::StringLiterals;

class tst_Dialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void yearsAgreeWithPartialDate();
    void settingsHold();
    void bulkLogIsBroughtInBeside();
    void networkPaths_data();
    void networkPaths();
    void rawAndQtShareOneLibrary();
};

void tst_Dialect::yearsAgreeWithPartialDate()
{
    const auto database = Database::open(u":memory:"_qs, AccessMode::ReadWrite);
    QVERIFY_RESULT(database);
    auto statement = Statement::prepare(**database, u"SELECT "_qs + dialect::yearsBetween(u"x.birth"_qs, u":asof"_qs) +
                                                        u" FROM (SELECT :birth AS birth) x");
    QVERIFY_RESULT(statement);
    QRandomGenerator random(20260930);
    QList<QPair<PartialDate, QDate>> cases{
        {PartialDate(QDate(2000, 2, 29)), QDate(2026, 2, 28)},
        {PartialDate(QDate(2000, 2, 29)), QDate(2026, 3, 1)},
        {PartialDate(QDate(1978, 7, 1)), QDate(2026, 7, 1)},
        {PartialDate(QDate(1978, 7, 1)), QDate(2026, 6, 30)},
        {PartialDate(QDate(1978, 7, 1), DatePrecision::Month), QDate(2026, 7, 1)},
        {PartialDate(QDate(1978, 1, 1), DatePrecision::Year), QDate(2026, 1, 1)},
        {PartialDate(QDate(1978, 12, 31)), QDate(1978, 12, 31)},
    };
    for (int i = 0; i < 5000; ++i) {
        const QDate birth = QDate(1920, 1, 1).addDays(random.bounded(36500));
        const auto precision = DatePrecision(random.bounded(3));
        const QDate first = precision == DatePrecision::Day     ? birth
                            : precision == DatePrecision::Month ? QDate(birth.year(), birth.month(), 1)
                                                                : QDate(birth.year(), 1, 1);
        cases.append({PartialDate(first, precision), birth.addDays(random.bounded(30000))});
    }
    for (const auto &[birth, asOf] : cases) {
        QVERIFY_RESULT(
            statement->run(QVariantMap{{u":birth"_qs, birth.toIso()}, {u":asof"_qs, asOf.toString(Qt::ISODate)}}));
        QVERIFY(statement->next());
        QVERIFY2(statement->integer(0) == birth.yearsAt(asOf),
                 qPrintable(u"%1 at %2: %3, not %4"_qs.arg(birth.toIso(), asOf.toString(Qt::ISODate))
                                .arg(statement->integer(0))
                                .arg(birth.yearsAt(asOf))));
    }
    // Nothing known, nothing said.
    QVERIFY_RESULT(statement->run(QVariantMap{{u":birth"_qs, QVariant()}, {u":asof"_qs, u"2026-01-01"_qs}}));
    QVERIFY(statement->next() && statement->isNull(0));
}

void tst_Dialect::settingsHold()
{
    QTemporaryDir folder;
    const auto database = Database::open(folder.filePath(u"a.gridbook"_qs), AccessMode::ReadWrite);
    QVERIFY_RESULT(database);
    const auto setting = [&](const QString &name) { return (*database)->scalar(u"PRAGMA "_qs + name)->toString(); };
    QCOMPARE(setting(u"journal_mode"_qs), u"wal"_qs);
    QCOMPARE(setting(u"synchronous"_qs), u"2"_qs); // FULL
    QCOMPARE(setting(u"foreign_keys"_qs), u"1"_qs);
    QCOMPARE(setting(u"secure_delete"_qs), u"1"_qs);
    QCOMPARE(setting(u"trusted_schema"_qs), u"0"_qs);
    const QStringList remote = dialect::connectionSettings(AccessMode::ReadWrite, true);
    QVERIFY(remote.contains(u"PRAGMA journal_mode=DELETE"_qs));
    QVERIFY(remote.contains(u"PRAGMA synchronous=EXTRA"_qs));
    QVERIFY(!remote.contains(u"PRAGMA journal_mode=WAL"_qs));
    const QStringList reading = dialect::connectionSettings(AccessMode::ReadOnly, false);
    QVERIFY(reading.filter(u"journal_mode"_qs).isEmpty());
}

// The commit of a bulk writer does not wait for the file; another connection brings the log in while one reads on.
void tst_Dialect::bulkLogIsBroughtInBeside()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.gridbook"_qs);
    const auto database = Database::open(path, AccessMode::ReadWrite);
    QVERIFY_RESULT(database);
    QVERIFY_RESULT((*database)->execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)"_qs));
    QVERIFY_RESULT((*database)->checkpoint());
    const auto write = [&] {
        return (*database)->execute(u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
                                    "INSERT INTO t (name) SELECT printf('%.4000c', 'x') FROM n"_qs);
    };
    {
        const BulkCache bulk(**database);
        const qint64 before = QFileInfo(path).size();
        QVERIFY_RESULT(write());
        QCOMPARE(QFileInfo(path).size(), before); // all of it lies in the log
        const auto other = Database::open(path, AccessMode::ReadWrite);
        QVERIFY_RESULT(other);
        QVERIFY_RESULT((*other)->checkpointBeside());
        QVERIFY(QFileInfo(path).size() > before + 3000 * 4000);
    }
    const qint64 before = QFileInfo(path).size();
    QVERIFY_RESULT(write()); // the usual writer brings in its own
    QVERIFY(QFileInfo(path).size() > before + 3000 * 4000);
}

void tst_Dialect::networkPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("remote");
    QTest::newRow("UNC path") << u"\\\\server\\党建\\东关社区.gridbook"_qs << true;
    QTest::newRow("UNC path, forward slashes") << u"//server/党建/东关社区.gridbook"_qs << true;
    QTest::newRow("local") << QDir::temp().filePath(u"东关社区.gridbook"_qs) << false;
}

void tst_Dialect::networkPaths()
{
    QFETCH(const QString, path);
    QTEST(isNetworkPath(path), "remote");
}

void tst_Dialect::rawAndQtShareOneLibrary()
{
    // ids() goes past Qt to the library below: two copies of SQLite in one process would break each other's locks.
    const auto database = Database::open(u":memory:"_qs, AccessMode::ReadWrite);
    QVERIFY_RESULT(database);
    QVERIFY_RESULT((*database)->execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)"_qs));
    QVERIFY_RESULT((*database)->execute(u"INSERT INTO t (name) VALUES (?)"_qs, {u"张三"_qs}));
    const auto ids = (*database)->ids(u"SELECT id FROM t WHERE name = :name"_qs, {{u":name"_qs, u"张三"_qs}});
    QVERIFY_RESULT(ids);
    QCOMPARE(*ids, QList<RowId>{1});
    const auto wrong = (*database)->ids(u"SELECT nothing FROM t"_qs, {});
    QVERIFY(!wrong && wrong.error().detail.contains(u"nothing"));
}

QTEST_GUILESS_MAIN(tst_Dialect)
#include "tst_dialect.moc"
