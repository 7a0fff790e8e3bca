// What a statement gives back for every kind of stored value, and that it can be run again whatever became of the run
// before: read to the end or not, refused, stopped.
#include "core/storage/database.h"
#include "tests/support/testing.h"
#include <atomic>
#include <cmath>
#include <thread>

using namespace gridbook;
using namespace Qt::StringLiterals;

class tst_Statement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void values_data();
    void values();
    void namedValues();
    void runAgain();
    void writesAtOnce();
    void refused();
    void failsOnTheWay();
    void finished();
    void interruptedReadingEnds();
    void notOneStatement_data();
    void notOneStatement();

private:
    std::unique_ptr<Database> m_database;
};

void tst_Statement::init()
{
    auto database = Database::open(u":memory:"_qs, AccessMode::ReadWrite);
    QVERIFY_RESULT(database);
    m_database = std::move(*database);
    QVERIFY_RESULT(m_database->execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER NOT NULL UNIQUE)"_qs));
    for (int x = 1; x <= 5; ++x) {
        QVERIFY_RESULT(m_database->execute(u"INSERT INTO t (x) VALUES (?)"_qs, {x * 10}));
    }
}

void tst_Statement::values_data()
{
    QTest::addColumn<QVariant>("given");
    QTest::addColumn<QMetaType::Type>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("integer");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isNull");
    const QString rare = u"𬭚 张三·李"_qs;
    QTest::newRow("null") << QVariant() << QMetaType::QString << QString() << qint64(0) << QByteArray() << true;
    QTest::newRow("no text") << QVariant(QString()) << QMetaType::QString << QString() << qint64(0) << QByteArray()
                             << true;
    QTest::newRow("no bytes") << QVariant(QByteArray()) << QMetaType::QString << QString() << qint64(0) << QByteArray()
                              << true;
    QTest::newRow("empty") << QVariant(u""_qs) << QMetaType::QString << u""_qs << qint64(0) << QByteArray() << false;
    QTest::newRow("text") << QVariant(rare) << QMetaType::QString << rare << qint64(0) << rare.toUtf8() << false;
    QTest::newRow("digits") << QVariant(u"0123"_qs) << QMetaType::QString << u"0123"_qs << qint64(123)
                            << QByteArray("0123") << false;
    QTest::newRow("whole") << QVariant(qint64(9'007'199'254'740'993)) << QMetaType::LongLong << u"9007199254740993"_qs
                           << qint64(9'007'199'254'740'993) << QByteArray("9007199254740993") << false;
    QTest::newRow("yes") << QVariant(true) << QMetaType::LongLong << u"1"_qs << qint64(1) << QByteArray("1") << false;
    QTest::newRow("real") << QVariant(0.5) << QMetaType::Double << u"0.5"_qs << qint64(std::llround(0.5))
                          << QByteArray("0.5") << false;
    QTest::newRow("round real") << QVariant(2.0) << QMetaType::Double << u"2"_qs << qint64(2) << QByteArray("2")
                                << false;
    QTest::newRow("bytes") << QVariant(QByteArray("a\0b", 3)) << QMetaType::QByteArray << QString::fromUtf8("a\0b", 3)
                           << qint64(0) << QByteArray("a\0b", 3) << false;
}

void tst_Statement::values()
{
    QFETCH(QVariant, given);
    QFETCH(QMetaType::Type, type);
    auto statement = Statement::prepare(*m_database, u"SELECT ?, 1"_qs);
    QVERIFY_RESULT(statement);
    for (int time = 0; time < 2; ++time) {
        QVERIFY_RESULT(statement->run(QVariantList{given}));
        QVERIFY(statement->next());
        QTEST(statement->text(0), "text");
        QTEST(statement->integer(0), "integer");
        QTEST(statement->bytes(0), "bytes");
        QTEST(statement->isNull(0), "isNull");
        QCOMPARE(statement->value(0).typeId(), int(type));
        QTEST(statement->value(0).toString(), "text"); // whichever was asked for before
        QVERIFY(!statement->next());
        QVERIFY_RESULT(statement->status());
    }
}

void tst_Statement::namedValues()
{
    auto statement = Statement::prepare(*m_database, u"SELECT :b, :a, :b || :a AS both"_qs);
    QVERIFY_RESULT(statement);
    QCOMPARE(statement->columnNames().last(), u"both"_qs);
    QVERIFY_RESULT(statement->run(QVariantMap{{u":a"_qs, u"x"_qs}, {u":b"_qs, u"y"_qs}, {u":unused"_qs, 1}}));
    QVERIFY(statement->next());
    QCOMPARE(statement->text(0) + statement->text(1) + statement->text(2), u"yxyx"_qs);
    QCOMPARE(statement->run(QVariantMap{{u":a"_qs, u"x"_qs}}).error().kind, ErrorKind::Internal);
}

void tst_Statement::runAgain()
{
    auto statement = Statement::prepare(*m_database, u"SELECT x FROM t WHERE x >= ? ORDER BY x"_qs);
    QVERIFY_RESULT(statement);
    QVERIFY(!statement->next()); // not run yet
    QVERIFY_RESULT(statement->run({10}));
    QVERIFY(statement->next());
    QVERIFY(statement->next());
    QCOMPARE(statement->integer(0), 20);
    QVERIFY_RESULT(statement->run({40})); // before the end
    QList<qint64> read;
    while (statement->next()) {
        read << statement->integer(0);
    }
    QCOMPARE(read, (QList<qint64>{40, 50}));
    QVERIFY(!statement->next());
    QVERIFY_RESULT(statement->run({60}));
    QVERIFY(!statement->next());
    QVERIFY_RESULT(statement->status());
}

void tst_Statement::writesAtOnce()
{
    auto statement = Statement::prepare(*m_database, u"UPDATE t SET x = x + 1 WHERE x > ?"_qs);
    QVERIFY_RESULT(statement);
    QVERIFY_RESULT(statement->run({30}));
    QCOMPARE(statement->affectedRows(), 2);
    QCOMPARE(m_database->scalar(u"SELECT SUM(x) FROM t"_qs)->toInt(), 152);
    auto insert = Statement::prepare(*m_database, u"INSERT INTO t (x) VALUES (?)"_qs);
    QVERIFY_RESULT(insert);
    QVERIFY_RESULT(insert->run({60}));
    QCOMPARE(insert->lastId(), 6);
}

void tst_Statement::refused()
{
    auto insert = Statement::prepare(*m_database, u"INSERT INTO t (x) VALUES (?)"_qs);
    QVERIFY_RESULT(insert);
    const Done twice = insert->run({10});
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, ErrorKind::Invalid);
    QVERIFY2(twice.error().detail.contains(u"t.x"), qPrintable(twice.error().detail)); // who explains it needs this
    QCOMPARE(insert->run(QVariantList{}).error().kind, ErrorKind::Internal);           // no value
    QCOMPARE(insert->run({1, 2}).error().kind, ErrorKind::Internal);
    QVERIFY_RESULT(insert->run({60}));
    QVERIFY_RESULT(insert->status());
}

void tst_Statement::failsOnTheWay()
{
    // The third row cannot be computed.
    auto statement =
        Statement::prepare(*m_database, u"SELECT abs(CASE x WHEN ? THEN -9223372036854775807 - 1 ELSE x END) FROM t "
                                        "ORDER BY id"_qs);
    QVERIFY_RESULT(statement);
    QVERIFY_RESULT(statement->run({30}));
    QVERIFY(statement->next());
    QVERIFY(statement->next());
    QVERIFY_RESULT(statement->status());
    QVERIFY(!statement->next());
    QVERIFY(!statement->status());
    QVERIFY(!statement->next());
    QVERIFY(!statement->run({10})); // the first row already
    QVERIFY_RESULT(statement->run({0}));
    QVERIFY(statement->next());
    QVERIFY_RESULT(statement->status());
}

// A statement that was not read to its end holds the table.
void tst_Statement::finished()
{
    auto statement = Statement::prepare(*m_database, u"SELECT x FROM t"_qs);
    QVERIFY_RESULT(statement);
    QVERIFY_RESULT(statement->run());
    QVERIFY(statement->next());
    QVERIFY(!m_database->execute(u"DROP TABLE t"_qs));
    statement->finish();
    QVERIFY_RESULT(m_database->execute(u"DROP TABLE t"_qs));
}

// A list that is asked anew interrupts its reading from another thread, at any moment: also while it ends.
void tst_Statement::interruptedReadingEnds()
{
    std::atomic_bool goesOn = true;
    std::thread other([&] {
        while (goesOn) {
            m_database->interrupt();
            std::this_thread::yield();
        }
    });
    QString fault;
    for (int time = 0; time < 20'000 && fault.isEmpty(); ++time) {
        const auto transaction = Transaction::begin(*m_database, Transaction::Kind::Read);
        if (transaction) {
            (void)m_database->scalar(u"SELECT SUM(x) FROM t"_qs);
        } else if (transaction.error().detail.contains(u"transaction")) {
            fault = transaction.error().detail;
        }
    }
    goesOn = false;
    other.join();
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    QVERIFY_RESULT(Transaction::begin(*m_database, Transaction::Kind::Read));
}

void tst_Statement::notOneStatement_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("two") << u"DELETE FROM t; DELETE FROM t"_qs << false;
    QTest::newRow("none") << u"  "_qs << false;
    QTest::newRow("a remark") << u"-- nothing"_qs << false;
    QTest::newRow("wrong") << u"SELEKT 1"_qs << false;
    QTest::newRow("one with its end") << u"SELECT 1;\n"_qs << true;
}

void tst_Statement::notOneStatement()
{
    QFETCH(QString, sql);
    QTEST(Statement::prepare(*m_database, sql).ok(), "accepted");
    QCOMPARE(m_database->scalar(u"SELECT COUNT(*) FROM t"_qs)->toInt(), 5);
}

QTEST_GUILESS_MAIN(tst_Statement)
#include "tst_statement.moc"
