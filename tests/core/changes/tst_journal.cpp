// The journal tells what happened in order, and whoever changes the file behind it is found out, with row and column.
#include "core/changes/journaltext.h"
#include "tests/support/randomwork.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_Journal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void historyNewestFirst();
    void batchesNewestFirst();
    void randomWorkAgrees();
    void whoAndWhenAgreeThroughUndoAndRedo();
    void tamperingIsNamed_data();
    void tamperingIsNamed();
    void guardsRefuse_data();
    void guardsRefuse();
    void valuesSurvive_data();
    void valuesSurvive();
    void rowsAsTheParserReadsThem_data();
    void rowsAsTheParserReadsThem();
};

void tst_Journal::historyNewestFirst()
{
    TestBook book;
    const auto basics = book.makeBasics();
    for (const QString &name : {u"一"_qs, u"二"_qs, u"三"_qs}) {
        auto work = book->begin({u"edit"_qs, QString(u"改名 "_qs + name), u"核对"_qs, {}});
        QVERIFY_RESULT((*work)->update(u"grid"_qs, basics.grid, 0, {{u"name"_qs, name}}));
        QVERIFY_RESULT(book->commit(**work));
    }
    QVERIFY_RESULT(book->undo());
    const auto history = readHistory(book->database(), u"grid"_qs, basics.grid);
    QVERIFY_RESULT(history);
    QStringList steps;
    for (const HistoryEntry &entry : *history) {
        steps << entry.batch.kind + u':' + entry.change.after.value(u"name").toString();
    }
    QCOMPARE(steps, (QStringList{u"undo:二"_qs, u"edit:三"_qs, u"edit:二"_qs, u"edit:一"_qs, u"create:第一网格"_qs}));
    QCOMPARE(history->at(1).change.before.value(u"name").toString(), u"二"_qs);
    QCOMPARE(history->at(1).batch.reason, u"核对"_qs);
    QCOMPARE(history->at(1).batch.who, u"测试员"_qs);
    QCOMPARE(history->at(1).batch.machine, u"测试机"_qs);
    QCOMPARE(history->at(0).batch.root, history->at(1).batch.id);
    QCOMPARE(readHistory(book->database(), u"grid"_qs, 4711)->size(), 0);
}

void tst_Journal::batchesNewestFirst()
{
    TestBook book;
    RandomWork work(*book, book.makeBasics(), 7);
    for (int i = 0; i < 20; ++i) {
        QVERIFY_RESULT(work.step());
    }
    const auto batches = readBatches(book->database(), 5);
    QVERIFY_RESULT(batches);
    QCOMPARE(batches->size(), 5);
    QVERIFY(std::is_sorted(batches->begin(), batches->end(), [](const auto &a, const auto &b) { return b.id < a.id; }));
    QCOMPARE(journalHead(book->database())->lastBatch, batches->first().id);
    QVERIFY(readBatch(book->database(), BatchId(4711))->has_value() == false);
}

void tst_Journal::randomWorkAgrees()
{
    TestBook book;
    RandomWork work(*book, book.makeBasics(), 20260930);
    for (int i = 0; i < 150; ++i) {
        QVERIFY_RESULT(work.step());
        if (i % 7 == 0) {
            QVERIFY_RESULT(work.abandonedStep());
        }
        if (i % 10 == 0 && book->undoStack().undoable()) {
            QVERIFY_RESULT(book->undo());
        }
    }
    QCOMPARE(*book->check({}), QStringList());
}

// What is taken back and done again is written by whoever does it, at another time.
void tst_Journal::whoAndWhenAgreeThroughUndoAndRedo()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const auto later = [&book] { book.clock().set(book.clock().now().addSecs(3601)); };
    const auto done = [&](const std::function<Done(UnitOfWork &)> &step) -> Result<ChangeSet> {
        later();
        GRIDBOOK_ASSIGN(auto work, book->begin({u"edit"_qs, u"修改"_qs, {}, {}}));
        GRIDBOOK_TRY(step(*work));
        return book->commit(*work);
    };
    QVERIFY(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid) != 0);
    const auto mended = done([](UnitOfWork &work) {
        return work.update(u"person"_qs, 1, 0, {{u"work_unit"_qs, u"东关小学"_qs}});
    });
    QVERIFY_RESULT(mended);
    QVERIFY_RESULT(done([](UnitOfWork &work) { return work.voidRow(u"standing"_qs, 1, 0, u"重复录入"_qs); }));
    QVERIFY_RESULT(done([](UnitOfWork &work) { return work.voidRow(u"member"_qs, 1, 0, {}); }));
    QCOMPARE(*book->check({}), QStringList());
    for (const bool undo : {true, true, false, false, true}) {
        later();
        QVERIFY_RESULT(undo ? book->undo() : book->redo());
        QCOMPARE(*book->check({}), QStringList());
    }
    later();
    QVERIFY_RESULT(book->undoBatch(mended->batch)); // not the last step
    QVERIFY_RESULT(done([](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN(const RowId row, work.insert(u"person"_qs, {{u"name"_qs, u"李四"_qs}}));
        GRIDBOOK_TRY(work.update(u"person"_qs, row, 0, {{u"name"_qs, u"李五"_qs}}));
        return work.voidRow(u"person"_qs, row, 0, u"误录"_qs);
    }));
    QCOMPARE(*book->check({}), QStringList());
    later();
    QVERIFY_RESULT(book->undo());
    QCOMPARE(*book->check({}), QStringList());
}

void tst_Journal::tamperingIsNamed_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("says");
    const auto dropGuards = [](const QString &table) {
        return QStringList{u"DROP TRIGGER %1_no_UPDATE"_qs.arg(table), u"DROP TRIGGER %1_no_DELETE"_qs.arg(table)};
    };
    QTest::newRow("a row's value") << QStringList{u"UPDATE person SET birth = '1999-01-01' WHERE id = 1"_qs}
                                   << u"出生日期"_qs;
    QTest::newRow("a row's value, and its version") << QStringList{u"UPDATE member SET join_date = '1949-10-01', "
                                                                   "row_version = row_version + 1 WHERE id = 1"_qs}
                                                    << u"加入党组织日期"_qs;
    QTest::newRow("a sealed value") << QStringList{u"UPDATE person SET phone = zeroblob(58) WHERE id = 1"_qs}
                                    << u"手机号"_qs;
    QTest::newRow("a value emptied") << QStringList{u"UPDATE affiliation SET grid_id = NULL WHERE id = 1"_qs}
                                     << u"网格"_qs;
    QTest::newRow("changed and changed back")
        << QStringList{u"UPDATE person SET row_version = 7 WHERE id = 1"_qs} << u"no. 1"_qs;
    QTest::newRow("a row put in")
        << QStringList{u"INSERT INTO standing (uuid, created_at, created_by, member_id, category, state, valid_from, "
                       "valid_until) VALUES ('u', 'n', 'w', 1, 'full', '1', '1990-01-01', '1991-01-01')"_qs}
        << u"put in"_qs;
    QTest::newRow("a row taken out") << QStringList{u"DELETE FROM standing WHERE id = 1"_qs} << u"taken out"_qs;
    QTest::newRow("a row voided") << QStringList{u"UPDATE standing SET voided_at = 'n' WHERE id = 1"_qs}
                                  << u"removed"_qs;
    const auto forged = [](const QString &assignment, const QString &row) {
        return QStringList{u"UPDATE person SET %1 WHERE id = %2"_qs.arg(assignment, row)};
    };
    QTest::newRow("who put a row in") << forged(u"created_by = '别人'"_qs, u"1"_qs) << u"录入人"_qs;
    QTest::newRow("when it was put in") << forged(u"created_at = '2020-01-01T00:00:00'"_qs, u"2"_qs) << u"录入时间"_qs;
    QTest::newRow("who changed it last") << forged(u"updated_by = '别人'"_qs, u"1"_qs) << u"修改人"_qs;
    QTest::newRow("when it was changed last") << forged(u"updated_at = NULL"_qs, u"1"_qs) << u"修改时间"_qs;
    QTest::newRow("changed by nobody") << forged(u"updated_by = '测试员'"_qs, u"2"_qs) << u"修改人"_qs;
    QTest::newRow("who removed it") << forged(u"voided_by = '别人'"_qs, u"2"_qs) << u"作废人"_qs;
    QTest::newRow("when it was removed") << forged(u"voided_at = '2020-01-01T00:00:00'"_qs, u"2"_qs) << u"作废时间"_qs;
    QTest::newRow("why it was removed") << forged(u"void_reason = '转出'"_qs, u"2"_qs) << u"作废原因"_qs;
    QTest::newRow("removed by somebody, but there") << forged(u"voided_by = '别人'"_qs, u"1"_qs) << u"作废人"_qs;
    QTest::newRow("who did it") << dropGuards(u"batch"_qs) +
                                       QStringList{u"UPDATE batch SET who = '别人' WHERE id = 2"_qs}
                                << u"batch 2"_qs;
    QTest::newRow("when it was done") << dropGuards(u"batch"_qs) +
                                             QStringList{
                                                 u"UPDATE batch SET made_at = '2020-01-01T00:00:00' WHERE id = 1"_qs}
                                      << u"batch 1"_qs;
    QTest::newRow("a journaled value") << dropGuards(u"change"_qs) +
                                              QStringList{
                                                  u"UPDATE change SET after_json = replace(after_json, '王小明', "
                                                  "'李小明') WHERE tbl = 'person'"_qs}
                                       << u"batch 2"_qs;
    QTest::newRow("a change left out") << dropGuards(u"change"_qs) +
                                              QStringList{u"DELETE FROM change WHERE tbl = 'standing'"_qs}
                                       << u"batch 2"_qs;
    QTest::newRow("a batch left out") << dropGuards(u"batch"_qs) + dropGuards(u"change"_qs) +
                                             QStringList{u"DELETE FROM change WHERE batch_id = 1"_qs,
                                                         u"DELETE FROM batch WHERE id = 1"_qs}
                                      << u"missing"_qs;
    QTest::newRow("row and journal together")
        << dropGuards(u"change"_qs) + QStringList{u"UPDATE member SET join_date = '1949-10-01' WHERE id = 1"_qs,
                                                  u"UPDATE change SET after_json = replace(after_json, "
                                                  "'2001-07-01', '1949-10-01') WHERE tbl = 'member'"_qs}
        << u"batch 2"_qs;
}

void tst_Journal::tamperingIsNamed()
{
    QFETCH(const QStringList, statements);
    QFETCH(const QString, says);
    TestBook book;
    const auto basics = book.makeBasics();
    QVERIFY(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid) != 0);
    {
        auto work = book->begin({u"edit"_qs, u"电话"_qs, {}, {}});
        QVERIFY_RESULT(
            (*work)->update(u"person"_qs, 1, 0, {{u"phone"_qs, u"10012345678"_qs}, {u"birth"_qs, u"1978-07-01"_qs}}));
        const auto twice = (*work)->insert(u"person"_qs, {{u"name"_qs, u"重复"_qs}});
        QVERIFY_RESULT(twice);
        QVERIFY_RESULT((*work)->voidRow(u"person"_qs, *twice, 0, u"重复录入"_qs));
        QVERIFY_RESULT(book->commit(**work));
    }
    QCOMPARE(*book->check({}), QStringList());
    for (const QString &statement : statements) {
        QVERIFY_RESULT(book->database().execute(statement));
    }
    const auto findings = book->check({});
    QVERIFY_RESULT(findings);
    QVERIFY2(!findings->filter(says).isEmpty(), qPrintable(findings->join(u'\n')));
    // The place, not an avalanche; but a batch left out takes the word for all of its rows.
    QVERIFY2(findings->size() <= (says == u"missing" ? 13 : 3), qPrintable(findings->join(u'\n')));
}

void tst_Journal::guardsRefuse_data()
{
    QTest::addColumn<QString>("statement");
    for (const QString &table : {u"batch"_qs, u"change"_qs, u"access_log"_qs, u"access_stamp"_qs}) {
        QTest::newRow(qPrintable(u"update "_qs + table)) << u"UPDATE %1 SET id = id + 100"_qs.arg(table);
        QTest::newRow(qPrintable(u"delete "_qs + table)) << u"DELETE FROM %1"_qs.arg(table);
    }
}

void tst_Journal::guardsRefuse()
{
    QFETCH(const QString, statement);
    TestBook book;
    book.makeBasics();
    QVERIFY_RESULT(book->logAccess(u"show"_qs, u"member"_qs, 1, u"phone"_qs, u"核对"_qs));
    const auto done = book->database().execute(statement);
    QVERIFY(!done);
    QVERIFY(done.error().detail.contains(u"append_only"));
    QCOMPARE(*book->check({}), QStringList());
}

void tst_Journal::valuesSurvive_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::newRow("nothing") << QVariant();
    QTest::newRow("text") << QVariant(u"𠮷·\"引号\"\\ \n行"_qs);
    QTest::newRow("text that looks like a number") << QVariant(u"007"_qs);
    QTest::newRow("number") << QVariant(qlonglong(1234567890123456789));
    QTest::newRow("negative") << QVariant(qlonglong(-3));
    QTest::newRow("real") << QVariant(1234.5678);
    QTest::newRow("bytes") << QVariant(QByteArray("\0\xff\x01 bytes", 9));
}

void tst_Journal::valuesSurvive()
{
    QFETCH(const QVariant, value);
    const QByteArray written = QJsonDocument(QJsonObject{{u"v"_qs, toJournal(value)}}).toJson(QJsonDocument::Compact);
    const QVariant back = fromJournal(QJsonDocument::fromJson(written).object().value(u"v"_qs));
    QCOMPARE(back, value);
}

void tst_Journal::rowsAsTheParserReadsThem_data()
{
    valuesSurvive_data();
}

// The fast way of writing a new row says what the library would have said.
void tst_Journal::rowsAsTheParserReadsThem()
{
    QFETCH(const QVariant, value);
    const QByteArray row = journalText(u"0123abcd"_qs, {{u"a\"b"_qs, value}, {u"z"_qs, QVariant()}});
    const QByteArray whole = journalText(row, u"member_id"_qs, 42);
    QJsonObject wanted{{u"uuid"_qs, u"0123abcd"_qs}, {u"member_id"_qs, 42}};
    if (value.isValid()) {
        wanted.insert(u"a\"b"_qs, toJournal(value));
    }
    QJsonParseError fault;
    const QJsonObject read = QJsonDocument::fromJson(whole, &fault).object();
    QVERIFY2(fault.error == QJsonParseError::NoError, whole.constData());
    QCOMPARE(read, wanted);
}

QTEST_GUILESS_MAIN(tst_Journal)
#include "tst_journal.moc"
