// Who has looked stays written: what is changed in the access log behind the program, taken out of it or put in is
// named, also at its end, also when the log goes on afterwards; and so is a guard that is gone.
#include "core/access/accesslog.h"
#include "core/storage/dialect.h"
#include "core/storage/migrator.h"
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_AccessLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesHold();
    void tamperingIsNamed_data();
    void tamperingIsNamed();
    void itGoesOnAndStaysNamed_data();
    void itGoesOnAndStaysNamed();
    void olderLinesAreStampedOnce();
    void stampingAnewIsTold();
    void guardsAreMissed_data();
    void guardsAreMissed();

private:
    // Three lines: 核对, 联系 and an export.
    static void look(Book &book);
    static QStringList withoutGuards(const QStringList &statements);
    static void execute(Book &book, const QStringList &statements);
    static QStringList ofLog(Book &book);
};

void tst_AccessLog::look(Book &book)
{
    QVERIFY_RESULT(book.logAccessToEach(u"show"_qs, u"member"_qs, {7, 8}, u"phone"_qs, u"核对"_qs));
    QVERIFY_RESULT(book.logAccess(u"export"_qs, u"member"_qs, 0, u"name,phone"_qs, u"上报"_qs));
}

QStringList tst_AccessLog::withoutGuards(const QStringList &statements)
{
    QStringList all;
    for (const QString &table : {u"access_log"_qs, u"access_stamp"_qs}) {
        all << u"DROP TRIGGER %1_no_UPDATE"_qs.arg(table) << u"DROP TRIGGER %1_no_DELETE"_qs.arg(table);
    }
    return all + statements;
}

void tst_AccessLog::execute(Book &book, const QStringList &statements)
{
    for (const QString &statement : statements) {
        QVERIFY_RESULT(book.database().execute(statement));
    }
}

QStringList tst_AccessLog::ofLog(Book &book)
{
    const auto findings = book.check({});
    return findings ? findings->filter(u"Access log"_qs) : QStringList{findings.error().message};
}

void tst_AccessLog::linesHold()
{
    TestBook book;
    QCOMPARE(*book->check({}), QStringList()); // nobody has looked yet
    look(*book);
    QCOMPARE(*book->check({}), QStringList());
    book.reopen();
    QVERIFY_RESULT(book->logAccessToEach(u"show"_qs, u"member"_qs, {}, {}, u"无人"_qs)); // no line
    look(*book);
    QCOMPARE(book->database().scalar(u"SELECT group_concat(id) FROM access_log"_qs)->toString(), u"1,2,3,4,5,6"_qs);
    QCOMPARE(*book->check({}), QStringList());
}

void tst_AccessLog::tamperingIsNamed_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QStringList>("named");
    const auto row = [](const char *name, const QString &statement, const QStringList &named) {
        QTest::newRow(name) << QStringList{statement} << named;
    };
    row("who", u"UPDATE access_log SET who = '别人' WHERE id = 2"_qs, {u"line 2"_qs});
    row("what for", u"UPDATE access_log SET purpose = '上报' WHERE id = 1"_qs, {u"line 1"_qs});
    row("when", u"UPDATE access_log SET made_at = '2020-01-01T00:00:00' WHERE id = 1"_qs, {u"line 1"_qs});
    row("whose", u"UPDATE access_log SET record_id = 9 WHERE id = 1"_qs, {u"line 1"_qs});
    row("what", u"UPDATE access_log SET field = 'name' WHERE id = 3"_qs, {u"line 3"_qs});
    row("how", u"UPDATE access_log SET action = 'show' WHERE id = 3"_qs, {u"line 3"_qs});
    row("the first taken out", u"DELETE FROM access_log WHERE id = 1"_qs, {u"lines 1 to 1 are missing"_qs});
    row("one taken out between", u"DELETE FROM access_log WHERE id = 2"_qs, {u"lines 2 to 2 are missing"_qs});
    row("the last taken out", u"DELETE FROM access_log WHERE id = 3"_qs, {u"lines 3 to 3 are missing"_qs});
    row("all taken out", u"DELETE FROM access_log"_qs, {u"lines 1 to 3 are missing"_qs});
    row("one put in",
        u"INSERT INTO access_log (made_at, who, machine, action, registry) VALUES ('n', '别人', 'm', 'show', 'member')"_qs,
        {u"line 4"_qs, u"last line"_qs});
    row("no stamps", u"DELETE FROM access_stamp"_qs, {u"line 1"_qs, u"line 2"_qs, u"line 3"_qs});
    row("no end", u"DELETE FROM access_end"_qs, {u"last line"_qs});
    QTest::newRow("two exchanged") << QStringList{u"UPDATE access_log SET id = 9 WHERE id = 1"_qs,
                                                  u"UPDATE access_log SET id = 1 WHERE id = 2"_qs,
                                                  u"UPDATE access_log SET id = 2 WHERE id = 9"_qs}
                                   << QStringList{u"line 1"_qs, u"line 2"_qs};
    QTest::newRow("the last taken out with its number")
        << QStringList{u"DELETE FROM access_log WHERE id = 3"_qs, u"DELETE FROM access_stamp WHERE id = 3"_qs,
                       u"UPDATE access_end SET last = 2"_qs}
        << QStringList{u"last line"_qs};
    QTest::newRow("the numbers closed up")
        << QStringList{u"DELETE FROM access_log WHERE id = 2"_qs, u"UPDATE access_log SET id = 2 WHERE id = 3"_qs,
                       u"UPDATE access_end SET last = 2"_qs}
        << QStringList{u"line 2"_qs, u"last line"_qs};
}

void tst_AccessLog::tamperingIsNamed()
{
    QFETCH(const QStringList, statements);
    QFETCH(const QStringList, named);
    TestBook book;
    look(*book);
    execute(*book, withoutGuards(statements));
    const QStringList findings = ofLog(*book);
    QCOMPARE(findings.size(), named.size()); // each once, and nothing else
    for (qsizetype i = 0; i < named.size(); ++i) {
        QVERIFY2(findings.at(i).contains(named.at(i)), qPrintable(findings.join(u'\n')));
    }
}

void tst_AccessLog::itGoesOnAndStaysNamed_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("named");
    QTest::newRow("the last taken out") << u"DELETE FROM access_log WHERE id = 3"_qs << u"lines 3 to 3 are missing"_qs;
    QTest::newRow("all taken out") << u"DELETE FROM access_log"_qs << u"lines 1 to 3 are missing"_qs;
    QTest::newRow("the number of the last") << u"UPDATE access_end SET last = 2"_qs << u"last line"_qs;
    QTest::newRow("no end") << u"DELETE FROM access_end"_qs << u"last line"_qs;
}

// Whoever looks next is logged all the same, and nothing is made good by it.
void tst_AccessLog::itGoesOnAndStaysNamed()
{
    QFETCH(const QString, statement);
    QFETCH(const QString, named);
    TestBook book;
    look(*book);
    execute(*book, withoutGuards({statement}));
    book.reopen();
    look(*book);
    const QStringList findings = ofLog(*book);
    QCOMPARE(findings.size(), 1);
    QVERIFY2(findings.first().contains(named), qPrintable(findings.first()));
    QCOMPARE(book->database().scalar(u"SELECT MAX(id) FROM access_log"_qs)->toInt(), 6);
}

void tst_AccessLog::olderLinesAreStampedOnce()
{
    TestBook other;
    const QString path = other.folder() + u"/旧.gridbook";
    {
        const auto database = Database::open(path, AccessMode::ReadWrite);
        QVERIFY_RESULT(database);
        QVERIFY_RESULT((*database)->execute(dialect::setFileKind()));
        const auto all = Migrator::fromResources();
        QVERIFY_RESULT(Migrator(all->migrations().mid(0, 8)).migrate(**database));
        QVERIFY_RESULT(Keyring::create(**database));
        for (const QString &record : {u"7"_qs, u"NULL"_qs}) {
            QVERIFY_RESULT((*database)->execute(
                u"INSERT INTO access_log (made_at, who, machine, action, registry, record_id, field, purpose) VALUES "
                "('2026-09-01T10:00:00', '王', '机', 'show', 'member', %1, 'phone', '核对')"_qs.arg(record)));
        }
        QVERIFY_RESULT((*database)->checkpoint());
    }
    const auto open = [&] {
        auto book = Book::open(path, other.surroundings(), {.dailyBackup = false});
        return book ? std::move(book).value() : nullptr;
    };
    auto book = open();
    QVERIFY(book != nullptr);
    QCOMPARE(*book->check({}), QStringList());
    QCOMPARE(readBatches(book->database(), 5)->size(), 1);
    QCOMPARE(readBatches(book->database(), 5)->first().kind, u"stamp"_qs); // that they got stamps now is told
    look(*book);
    QCOMPARE(*book->check({}), QStringList());
    execute(*book, withoutGuards({u"UPDATE access_log SET purpose = '上报' WHERE id = 1"_qs}));
    book.reset();
    book = open();
    QVERIFY(book != nullptr);
    QCOMPARE(ofLog(*book).size(), 1);
    QCOMPARE(readBatches(book->database(), 5)->size(), 1);
}

// Whoever empties the log and makes it look like that of an older book leaves a step in the journal, which undo passes
// by.
void tst_AccessLog::stampingAnewIsTold()
{
    TestBook book;
    book.makeBasics();
    look(*book);
    const auto undoable = book->undoStack().undoable();
    const auto empty = [&] {
        execute(*book, withoutGuards({u"DELETE FROM access_log"_qs, u"DELETE FROM access_stamp"_qs,
                                      u"DELETE FROM access_end"_qs,
                                      u"CREATE TABLE unstamped_access (id INTEGER PRIMARY KEY) STRICT"_qs}));
        book.reopen();
    };
    empty();
    QCOMPARE(readBatches(book->database(), 1)->first().kind, u"stamp"_qs);
    QCOMPARE(book->undoStack().undoable().has_value(), undoable.has_value());
    QVERIFY(!undoable || book->undoStack().undoable()->id == undoable->id);
    QVERIFY(!book->check({})->isEmpty()); // the guards
    execute(*book, {u"CREATE TABLE unstamped_access (id INTEGER PRIMARY KEY) STRICT"_qs});
    book.reopen();
    QCOMPARE(ofLog(*book).size(), 1);
    QVERIFY2(ofLog(*book).first().contains(u"anew"), qPrintable(ofLog(*book).first()));
}

void tst_AccessLog::guardsAreMissed_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("named");
    QTest::newRow("of the journal") << QStringList{u"DROP TRIGGER change_no_DELETE"_qs} << u"change_no_DELETE"_qs;
    QTest::newRow("of the access log") << QStringList{u"DROP TRIGGER access_log_no_UPDATE"_qs}
                                       << u"access_log_no_UPDATE"_qs;
    QTest::newRow("of dated rows") << QStringList{u"DROP TRIGGER standing_overlap_i"_qs} << u"standing_overlap_i"_qs;
    QTest::newRow("two") << QStringList{u"DROP TRIGGER batch_no_UPDATE"_qs, u"DROP TRIGGER batch_no_DELETE"_qs}
                         << u"batch_no_DELETE, batch_no_UPDATE"_qs;
    QTest::newRow("another of that name")
        << QStringList{u"DROP TRIGGER batch_no_DELETE"_qs,
                       u"CREATE TRIGGER batch_no_DELETE BEFORE DELETE ON batch BEGIN SELECT 1; END"_qs}
        << u"batch_no_DELETE"_qs;
    QTest::newRow("one put in") << QStringList{u"CREATE TRIGGER hide AFTER INSERT ON access_log BEGIN SELECT 1; END"_qs}
                                << u"hide"_qs;
}

void tst_AccessLog::guardsAreMissed()
{
    QFETCH(const QStringList, statements);
    QFETCH(const QString, named);
    TestBook book;
    QCOMPARE(*book->check({}), QStringList());
    execute(*book, statements);
    const auto findings = book->check({});
    QVERIFY_RESULT(findings);
    QCOMPARE(findings->size(), 1);
    QVERIFY2(findings->first().contains(u": "_qs + named + u'.'), qPrintable(findings->first()));
}

QTEST_GUILESS_MAIN(tst_AccessLog)
#include "tst_accesslog.moc"
