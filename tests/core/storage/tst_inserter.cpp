// What is inserted is what is read; a row that is refused leaves the inserter usable.
#include "core/storage/inserter.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace Qt::StringLiterals;

class tst_Inserter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void values_data();
    void values();
    void refusedRow();
    void tooFewValues();

private:
    std::unique_ptr<Database> m_database;
};

void tst_Inserter::init()
{
    auto database = Database::open(u":memory:"_qs, AccessMode::ReadWrite);
    QVERIFY_RESULT(database);
    m_database = std::move(*database);
    QVERIFY_RESULT(m_database->execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, x)"_qs));
}

void tst_Inserter::values_data()
{
    QTest::addColumn<QVariant>("given");
    QTest::addColumn<QVariant>("read");
    QTest::newRow("null") << QVariant() << QVariant();
    QTest::newRow("no text is null") << QVariant(QString()) << QVariant();
    QTest::newRow("text") << QVariant(u"𬭚 张三·李"_qs) << QVariant(u"𬭚 张三·李"_qs);
    QTest::newRow("whole") << QVariant(qint64(9'007'199'254'740'993)) << QVariant(qint64(9'007'199'254'740'993));
    QTest::newRow("negative") << QVariant(-7) << QVariant(-7);
    QTest::newRow("real") << QVariant(0.1) << QVariant(0.1);
    QTest::newRow("bytes") << QVariant(QByteArray("\0\x01\xff", 3)) << QVariant(QByteArray("\0\x01\xff", 3));
}

void tst_Inserter::values()
{
    QFETCH(QVariant, given);
    QFETCH(QVariant, read);
    auto inserter = Inserter::prepare(*m_database, u"INSERT INTO t (name, x) VALUES (?, ?)"_qs);
    QVERIFY_RESULT(inserter);
    for (int i = 1; i <= 3; ++i) { // values of the row before do not stay
        inserter->addText("row " + QByteArray::number(i));
        inserter->add(i == 2 ? QVariant(u"another"_qs) : given);
        const auto row = inserter->run();
        QVERIFY_RESULT(row);
        QCOMPARE(*row, i);
    }
    const auto back = m_database->scalar(u"SELECT x FROM t WHERE id = 3"_qs);
    QVERIFY_RESULT(back);
    QCOMPARE(back->isValid(), read.isValid());
    QCOMPARE(back->toByteArray(), read.toByteArray());
}

void tst_Inserter::refusedRow()
{
    auto inserter = Inserter::prepare(*m_database, u"INSERT INTO t (name, x) VALUES (?, ?)"_qs);
    QVERIFY_RESULT(inserter);
    const auto insert = [&](const QByteArray &name) {
        inserter->addText(name);
        inserter->add(qint64(1));
        return inserter->run();
    };
    QVERIFY_RESULT(insert("a"));
    const auto twice = insert("a");
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, ErrorKind::Invalid);
    QVERIFY2(twice.error().detail.contains(u"t.name"), qPrintable(twice.error().detail)); // who explains it needs this
    QCOMPARE(insert("").error().kind, ErrorKind::Invalid);
    QVERIFY_RESULT(insert("b"));
    QCOMPARE(m_database->scalar(u"SELECT COUNT(*) FROM t"_qs)->toInt(), 2);
}

void tst_Inserter::tooFewValues()
{
    auto inserter = Inserter::prepare(*m_database, u"INSERT INTO t (name, x) VALUES (?, ?)"_qs);
    QVERIFY_RESULT(inserter);
    inserter->addText("a");
    QVERIFY(!inserter->run());
    QCOMPARE(m_database->scalar(u"SELECT COUNT(*) FROM t"_qs)->toInt(), 0);
}

QTEST_GUILESS_MAIN(tst_Inserter)
#include "tst_inserter.moc"
