// The only way to write: what it refuses, what it keeps to itself, what it says.
#include "core/changes/journal.h"
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_UnitOfWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void droppedWorkLeavesNothing();
    void noDifferenceIsNoChange_data();
    void noDifferenceIsNoChange();
    void onlyWhatChangedIsJournaled();
    void lostRaceIsAConflict();
    void foreignTablesAndColumnsAreRefused_data();
    void foreignTablesAndColumnsAreRefused();
    void rulesOfTheBookInWords_data();
    void rulesOfTheBookInWords();
    void failedStatementLeavesTheRest();
    void voidAndVoidAgain();
    void readOnlyBookIsNotWritten();
    void oneUnitAtATime();
    void derivedAndSealedColumns();
    void readableColumnsTakeNoNumbers_data();
    void readableColumnsTakeNoNumbers();
    void reasonsAreMasked();
    void manyChangesAreNotNamed();

private:
    Result<std::unique_ptr<UnitOfWork>> begin() { return (*m_book)->begin({u"edit"_qs, u"修改"_qs, {}, {}}); }
    QVariant read(const QString &column) const
    {
        return *(*m_book)->database().scalar(u"SELECT %1 FROM person WHERE id = ?"_qs.arg(column), {m_person});
    }
    std::unique_ptr<TestBook> m_book;
    TestBook::Basics m_basics;
    RowId m_person = 0;
};

void tst_UnitOfWork::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
    auto work = begin();
    m_person = *(*work)->insert(u"person"_qs, {{u"name"_qs, u"单小明"_qs},
                                               {u"birth"_qs, u"1978-07"_qs},
                                               {u"phone"_qs, u"10012345678"_qs},
                                               {u"id_number"_qs, u"999901197807010016"_qs}});
    QVERIFY_RESULT((*m_book)->commit(**work));
}

void tst_UnitOfWork::droppedWorkLeavesNothing()
{
    const qint64 batches = (*m_book)->database().scalar(u"SELECT COUNT(*) FROM batch"_qs)->toLongLong();
    {
        auto work = begin();
        QVERIFY_RESULT((*work)->insert(u"person"_qs, {{u"name"_qs, u"不留痕"_qs}}));
        QVERIFY_RESULT((*work)->update(u"person"_qs, m_person, 1, {{u"name"_qs, u"改名"_qs}}));
        QCOMPARE(read(u"name"_qs).toString(), u"改名"_qs);
    }
    QCOMPARE(read(u"name"_qs).toString(), u"单小明"_qs);
    QCOMPARE(read(u"row_version"_qs).toInt(), 1);
    QCOMPARE((*m_book)->database().scalar(u"SELECT COUNT(*) FROM batch"_qs)->toLongLong(), batches);
    QCOMPARE(*(*m_book)->check({}), QStringList());
}

void tst_UnitOfWork::noDifferenceIsNoChange_data()
{
    QTest::addColumn<QVariantMap>("values");
    QTest::newRow("the same text") << QVariantMap{{u"name"_qs, u"单小明"_qs}};
    QTest::newRow("the same sealed value") << QVariantMap{{u"phone"_qs, u"10012345678"_qs}};
    QTest::newRow("empty text where nothing is") << QVariantMap{{u"note"_qs, QString()}};
    QTest::newRow("nothing where nothing is, sealed") << QVariantMap{{u"landline"_qs, QString()}};
    QTest::newRow("no values") << QVariantMap();
}

void tst_UnitOfWork::noDifferenceIsNoChange()
{
    QFETCH(const QVariantMap, values);
    const QByteArray before = read(u"phone"_qs).toByteArray();
    auto work = begin();
    QVERIFY_RESULT((*work)->update(u"person"_qs, m_person, 1, values));
    QCOMPARE((*work)->count(), 0);
    const auto set = (*m_book)->commit(**work);
    QVERIFY_RESULT(set);
    QVERIFY(!set->batch.isValid());
    QCOMPARE(read(u"row_version"_qs).toInt(), 1);
    QCOMPARE(read(u"phone"_qs).toByteArray(), before);
}

void tst_UnitOfWork::onlyWhatChangedIsJournaled()
{
    auto work = begin();
    QVERIFY_RESULT(
        (*work)->update(u"person"_qs, m_person, 1,
                        {{u"name"_qs, u"单小明"_qs}, {u"birth"_qs, u"1978-07-01"_qs}, {u"work_unit"_qs, u"补全"_qs}}));
    const auto set = (*m_book)->commit(**work);
    QVERIFY_RESULT(set);
    QCOMPARE(set->changes.size(), 1);
    const Change &change = set->changes.first();
    QCOMPARE(change.before, (QJsonObject{{u"birth"_qs, u"1978-07"_qs}, {u"work_unit"_qs, QJsonValue::Null}}));
    QCOMPARE(change.after, (QJsonObject{{u"birth"_qs, u"1978-07-01"_qs}, {u"work_unit"_qs, u"补全"_qs}}));
    QCOMPARE(read(u"row_version"_qs).toInt(), 2);
    QCOMPARE(read(u"updated_by"_qs).toString(), u"测试员"_qs);
    QCOMPARE(read(u"updated_at"_qs).toString(), u"2026-09-30T16:00:00"_qs);
}

void tst_UnitOfWork::lostRaceIsAConflict()
{
    {
        auto work = begin();
        QVERIFY_RESULT((*work)->update(u"person"_qs, m_person, 1, {{u"work_unit"_qs, u"先来"_qs}}));
        QVERIFY_RESULT((*m_book)->commit(**work));
    }
    auto work = begin();
    const auto update = (*work)->update(u"person"_qs, m_person, 1, {{u"work_unit"_qs, u"后到"_qs}});
    QVERIFY(!update);
    QCOMPARE(update.error().kind, ErrorKind::Conflict);
    const auto voided = (*work)->voidRow(u"person"_qs, m_person, 1, u"后到"_qs);
    QVERIFY(!voided);
    QCOMPARE(voided.error().kind, ErrorKind::Conflict);
    QCOMPARE(read(u"work_unit"_qs).toString(), u"先来"_qs);
    const auto nobody = (*work)->update(u"person"_qs, 4711, 1, {{u"note"_qs, u"?"_qs}});
    QCOMPARE(nobody.error().kind, ErrorKind::NotFound);
}

void tst_UnitOfWork::foreignTablesAndColumnsAreRefused_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QVariantMap>("values");
    QTest::newRow("the journal itself") << u"batch"_qs << QVariantMap{{u"title"_qs, u"x"_qs}};
    QTest::newRow("the keys") << u"key_slot"_qs << QVariantMap{{u"kind"_qs, u"open"_qs}};
    QTest::newRow("no such table") << u"nothing"_qs << QVariantMap{{u"a"_qs, 1}};
    QTest::newRow("a table and more") << u"person; DROP TABLE person"_qs << QVariantMap{{u"name"_qs, u"x"_qs}};
    QTest::newRow("no such column") << u"person"_qs << QVariantMap{{u"name"_qs, u"x"_qs}, {u"colour"_qs, u"red"_qs}};
    QTest::newRow("a column and more") << u"person"_qs << QVariantMap{{u"name = 'x' --"_qs, u"x"_qs}};
    QTest::newRow("the version") << u"person"_qs << QVariantMap{{u"name"_qs, u"x"_qs}, {u"row_version"_qs, 9}};
    QTest::newRow("who made it") << u"person"_qs << QVariantMap{{u"name"_qs, u"x"_qs}, {u"created_by"_qs, u"别人"_qs}};
    QTest::newRow("voided by hand") << u"person"_qs
                                    << QVariantMap{{u"name"_qs, u"x"_qs}, {u"voided_at"_qs, u"2026"_qs}};
}

void tst_UnitOfWork::foreignTablesAndColumnsAreRefused()
{
    QFETCH(const QString, table);
    QFETCH(const QVariantMap, values);
    auto work = begin();
    const auto inserted = (*work)->insert(table, values);
    QVERIFY(!inserted);
    QCOMPARE(inserted.error().kind, ErrorKind::Internal);
    const auto updated = (*work)->update(table, 1, 0, values);
    QVERIFY(!updated);
    QCOMPARE(updated.error().kind, ErrorKind::Internal);
    QCOMPARE((*work)->count(), 0);
}

void tst_UnitOfWork::rulesOfTheBookInWords_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QVariantMap>("values");
    QTest::addColumn<QString>("says");
    QTest::newRow("the same ID number") << u"person"_qs
                                        << QVariantMap{{u"name"_qs, u"重号"_qs},
                                                       {u"id_number"_qs, u"999901197807010016"_qs}}
                                        << u"has this ID number"_qs;
    QTest::newRow("name missing") << u"person"_qs << QVariantMap{{u"note"_qs, u"x"_qs}} << u"required"_qs;
    QTest::newRow("name emptied") << u"person"_qs << QVariantMap{{u"name"_qs, QString()}} << u"required"_qs;
    QTest::newRow("a code twice") << u"division"_qs
                                  << QVariantMap{{u"code"_qs, u"610305100001"_qs},
                                                 {u"name"_qs, u"又一个"_qs},
                                                 {u"level"_qs, u"community"_qs}}
                                  << u"same key"_qs;
    QTest::newRow("overlapping periods") << u"org_state"_qs
                                         << QVariantMap{{u"org_id"_qs, 1},
                                                        {u"type"_qs, u"branch"_qs},
                                                        {u"full_name"_qs, u"x"_qs},
                                                        {u"short_name"_qs, u"x"_qs},
                                                        {u"valid_from"_qs, u"2024-01-01"_qs}}
                                         << u"overlaps"_qs;
}

void tst_UnitOfWork::rulesOfTheBookInWords()
{
    QFETCH(const QString, table);
    QFETCH(const QVariantMap, values);
    QFETCH(const QString, says);
    auto work = begin();
    const auto inserted = (*work)->insert(table, values);
    QVERIFY(!inserted);
    QCOMPARE(inserted.error().kind, ErrorKind::Invalid);
    QVERIFY2(inserted.error().message.contains(says), qPrintable(inserted.error().message));
    QVERIFY(inserted.error().message.startsWith((*m_book)->catalog().tables().find(table)->term.zh));
}

void tst_UnitOfWork::failedStatementLeavesTheRest()
{
    auto work = begin();
    const auto good = (*work)->insert(u"person"_qs, {{u"name"_qs, u"张三"_qs}});
    QVERIFY_RESULT(good);
    QVERIFY(!(*work)->insert(u"person"_qs, {{u"name"_qs, u"重号"_qs}, {u"id_number"_qs, u"999901197807010016"_qs}}));
    QVERIFY_RESULT((*work)->insert(u"person"_qs, {{u"name"_qs, u"李四"_qs}}));
    const auto set = (*m_book)->commit(**work);
    QVERIFY_RESULT(set);
    QCOMPARE(set->changes.size(), 2);
    QCOMPARE(*(*m_book)->check({}), QStringList());
    // A reference to nothing shows at the latest when the unit of work ends, and then all of it is void.
    auto lost = begin();
    const auto orphan = (*lost)->insert(u"member"_qs, {{u"person_id"_qs, 4711}});
    QVERIFY(!orphan || !(*m_book)->commit(**lost));
    lost->reset();
    QCOMPARE(*(*m_book)->check({}), QStringList());
}

void tst_UnitOfWork::voidAndVoidAgain()
{
    auto work = begin();
    QVERIFY_RESULT((*work)->voidRow(u"person"_qs, m_person, 1, u"重复登记"_qs));
    const auto again = (*work)->voidRow(u"person"_qs, m_person, 0, u"重复登记"_qs);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QVERIFY_RESULT((*m_book)->commit(**work));
    QCOMPARE(read(u"void_reason"_qs).toString(), u"重复登记"_qs);
    QCOMPARE(read(u"name"_qs).toString(), u"单小明"_qs); // nothing is deleted
    auto next = begin();                                 // the number is free again
    QVERIFY_RESULT(
        (*next)->insert(u"person"_qs, {{u"name"_qs, u"单晓明"_qs}, {u"id_number"_qs, u"999901197807010016"_qs}}));
}

void tst_UnitOfWork::readOnlyBookIsNotWritten()
{
    m_book->close();
    const auto book = Book::open(m_book->path(), m_book->surroundings(), {.readOnly = true});
    QVERIFY_RESULT(book);
    const auto work = (*book)->begin({u"edit"_qs, u"修改"_qs, {}, {}});
    QVERIFY(!work);
    QCOMPARE(work.error().kind, ErrorKind::Refused);
    QVERIFY(!(*book)->database().execute(u"UPDATE person SET name = 'x'"_qs)); // the file itself refuses too
    QVERIFY(!(*book)->undo());
}

void tst_UnitOfWork::oneUnitAtATime()
{
    auto work = begin();
    QVERIFY_RESULT(work);
    QVERIFY(!begin());
    work->reset();
    QVERIFY_RESULT(begin());
}

void tst_UnitOfWork::derivedAndSealedColumns()
{
    QCOMPARE(read(u"pinyin"_qs).toString().section(u' ', 0, 0), u"shan"_qs); // as a surname, not dan
    auto work = begin();
    QVERIFY_RESULT((*work)->update(u"person"_qs, m_person, 1, {{u"name"_qs, u"解小明"_qs}}));
    QCOMPARE(read(u"pinyin"_qs).toString().section(u' ', 0, 0), u"xie"_qs);
    const QByteArray sealed = read(u"id_number"_qs).toByteArray();
    QVERIFY(!sealed.isEmpty() && !sealed.contains("9999"));
    QCOMPARE(read(u"id_number_index"_qs).toByteArray(),
             (*m_book)->sealer().blindIndex(u"999901197807010016"_qs, u"id_number"_qs));
    QVERIFY_RESULT((*work)->update(u"person"_qs, m_person, 0, {{u"id_number"_qs, QString()}}));
    QVERIFY(read(u"id_number"_qs).isNull() && read(u"id_number_index"_qs).isNull());
}

void tst_UnitOfWork::readableColumnsTakeNoNumbers_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<bool>("taken");
    QTest::newRow("ID number") << u"work_unit"_qs << u"东关小学 999901197807010016"_qs << false;
    QTest::newRow("mobile") << u"work_unit"_qs << u"139 0000 0022"_qs << false;
    QTest::newRow("fixed line") << u"native_place"_qs << u"0917-0000123"_qs << false;
    QTest::newRow("in a sealed column") << u"note"_qs << u"其他电话：13900000022"_qs << true;
    QTest::newRow("an address, sealed") << u"registered_place"_qs << u"凤翔区某街9号"_qs << true;
    QTest::newRow("no number") << u"work_unit"_qs << u"东关小学（2019届）"_qs << true;
}

void tst_UnitOfWork::readableColumnsTakeNoNumbers()
{
    QFETCH(const QString, column);
    QFETCH(const QString, entry);
    QFETCH(const bool, taken);
    auto work = begin();
    const Done done = (*work)->update(u"person"_qs, m_person, 1, {{column, entry}});
    QCOMPARE(done.ok(), taken);
    if (!taken) {
        QCOMPARE(done.error().kind, ErrorKind::Invalid);
        return;
    }
    QVERIFY_RESULT((*m_book)->commit(**work));
    QCOMPARE(read(column).toString() == entry, column == u"work_unit"); // the others do not show what they hold
    const Field &field = *std::find_if((*m_book)->catalog().registry(u"person")->fields.begin(),
                                       (*m_book)->catalog().registry(u"person")->fields.end(),
                                       [&](const Field &each) { return each.column == column; });
    QCOMPARE((*m_book)->reader().rows(u"person"_qs, QDate(2026, 9, 30), {m_person}, {field.id})->first().values.first(),
             QVariant(entry));
}

// Whatever somebody types as a reason stands readable in the journal.
void tst_UnitOfWork::reasonsAreMasked()
{
    auto work = (*m_book)->begin({u"edit"_qs, u"修改 13900000022"_qs, u"本人电话13900000022核实"_qs, {}});
    QVERIFY_RESULT((*work)->voidRow(u"person"_qs, m_person, 1, u"与999901197807010016重复"_qs));
    QVERIFY_RESULT((*m_book)->commit(**work));
    const BatchHeader batch = readBatches((*m_book)->database(), 1)->first();
    QCOMPARE(batch.title, u"修改 139****0022"_qs);
    QCOMPARE(batch.reason, u"本人电话139****0022核实"_qs);
    QCOMPARE(read(u"void_reason"_qs).toString(), u"与9999**********0016重复"_qs);
    QVERIFY((*m_book)->check({})->isEmpty());
}

void tst_UnitOfWork::manyChangesAreNotNamed()
{
    auto work = begin();
    for (int i = 0; i < 6000; ++i) {
        QVERIFY_RESULT((*work)->insert(u"person"_qs, {{u"name"_qs, u"批量"_qs}}));
    }
    // Beyond what windows are told the journal is written another way; it must say the same.
    const QString odd = u"\"引号\" \\ 行\n制表\t控制\x01 𠮷"_qs;
    QVERIFY_RESULT(
        (*work)->insert(u"person"_qs, {{u"name"_qs, odd}, {u"phone"_qs, u"10012345679"_qs}, {u"note"_qs, QString()}}));
    QVERIFY_RESULT((*work)->insert(u"estate"_qs, {{u"name"_qs, u"小区"_qs},
                                                  {u"division_id"_qs, m_basics.community},
                                                  {u"land_mu"_qs, 12.75},
                                                  {u"households"_qs, 0}}));
    const auto set = (*m_book)->commit(**work);
    QVERIFY_RESULT(set);
    QVERIFY(set->batch.isValid() && set->changes.isEmpty()); // windows reload whole
    const auto changes = readChanges((*m_book)->database(), set->batch);
    QCOMPARE(changes->size(), 6002);
    QCOMPARE(changes->at(6000).after.value(u"name").toString(), odd);
    QCOMPARE(changes->at(6001).after.value(u"land_mu").toDouble(), 12.75);
    QCOMPARE(*(*m_book)->check({}), QStringList());
    QVERIFY_RESULT((*m_book)->undo());
    QCOMPARE((*m_book)->database().scalar(u"SELECT COUNT(*) FROM person WHERE voided_at IS NULL"_qs)->toInt(), 1);
}

QTEST_GUILESS_MAIN(tst_UnitOfWork)
#include "tst_unitofwork.moc"
