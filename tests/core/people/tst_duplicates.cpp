// One human being, one row: pairs are found and remembered, merging moves everything, undoing brings everything back.
#include "core/party/membercommands.h"
#include "tests/core/people/merging.h"
#include <QRandomGenerator>

using namespace gridbook;
using namespace gridbook::people;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_Duplicates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReferenceIsKnown();
    void pairs_data();
    void pairs();
    void distinctIsRemembered();
    void fieldsAreChosen();
    void documentsGoWithTheirNumbers_data();
    void documentsGoWithTheirNumbers();
    void everythingMoves();
    void randomMergesCanBeUndone_data();
    void randomMergesCanBeUndone();
};

void tst_Duplicates::everyReferenceIsKnown()
{
    TestBook book;
    QStringList found;
    for (const QString &table : book.catalog().tables().names()) {
        auto statement = Statement::prepare(
            book->database(), u"SELECT \"from\", \"table\" FROM pragma_foreign_key_list('%1')"_qs.arg(table));
        QVERIFY_RESULT(statement);
        QVERIFY_RESULT(statement->run());
        while (statement->next()) {
            if (statement->text(1) == u"person") {
                found << table + u'.' + statement->text(0);
            }
        }
    }
    QStringList known = personReferences();
    known.sort();
    found.sort();
    QCOMPARE(found, known);
}

void tst_Duplicates::pairs_data()
{
    QTest::addColumn<QVariantMap>("a");
    QTest::addColumn<QVariantMap>("b");
    QTest::addColumn<int>("likeness"); // -1: no pair
    QTest::addColumn<bool>("idsDiffer");
    const QString phone = u"13800138000"_qs;
    QTest::newRow("name and birth") << person(u"张伟"_qs, u"1978-07-01"_qs) << person(u"张伟"_qs, u"1978-07-01"_qs) << 1
                                    << false;
    QTest::newRow("birth to the month") << person(u"张伟"_qs, u"1978-07-01"_qs) << person(u"张伟"_qs, u"1978-07"_qs)
                                        << 1 << false;
    QTest::newRow("birth to the year") << person(u"张伟"_qs, u"1978"_qs) << person(u"张伟"_qs, u"1978-07"_qs) << 1
                                       << false;
    QTest::newRow("another birth") << person(u"张伟"_qs, u"1978-07-01"_qs) << person(u"张伟"_qs, u"1979-07-01"_qs) << -1
                                   << false;
    QTest::newRow("name and phone") << person(u"张伟"_qs, {}, phone) << person(u"张伟"_qs, {}, phone) << 2 << false;
    QTest::newRow("shared phone") << person(u"张伟"_qs, {}, phone) << person(u"李芳"_qs, {}, phone) << -1 << false;
    QTest::newRow("both signs, the stronger counts")
        << person(u"张伟"_qs, u"1978"_qs, phone) << person(u"张伟"_qs, u"1978"_qs, phone) << 1 << false;
    QTest::newRow("ids differ") << person(u"张伟"_qs, u"1978-07-01"_qs, {}, u"999901197807010016"_qs)
                                << person(u"张伟"_qs, u"1978-07-01"_qs, {}, u"999901197807010032"_qs) << 1 << true;
    QTest::newRow("name alone") << person(u"张伟"_qs) << person(u"张伟"_qs) << -1 << false;
}

void tst_Duplicates::pairs()
{
    QFETCH(const QVariantMap, a);
    QFETCH(const QVariantMap, b);
    QFETCH(const int, likeness);
    QFETCH(const bool, idsDiffer);
    TestBook book;
    const PersonId first = addPerson(book, a);
    const PersonId second = addPerson(book, b);
    const auto found = findDuplicates(book->database());
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), likeness < 0 ? 0 : 1);
    if (likeness >= 0) {
        QCOMPARE(int(found->first().likeness), likeness);
        QCOMPARE(found->first().first, first);
        QCOMPARE(found->first().second, second);
        QCOMPARE(found->first().idsDiffer, idsDiffer);
    }
}

void tst_Duplicates::distinctIsRemembered()
{
    TestBook book;
    const PersonId a = addPerson(book, person(u"张伟"_qs, u"1978"_qs));
    const PersonId b = addPerson(book, person(u"张伟"_qs, u"1978"_qs));
    const PersonId c = addPerson(book, person(u"张伟"_qs, u"1978"_qs));
    QCOMPARE(findDuplicates(book->database())->size(), 3);
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) { return rememberDistinct(work, c, a, u"父子"_qs); }));
    QCOMPARE(findDuplicates(book->database())->size(), 2);
    QVERIFY_RESULT(
        commitStep(book, [&](UnitOfWork &work) { return rememberDistinct(work, a, c, {}); })); // said already
    // b turns out to be c: what was said of c and a holds on.
    QVERIFY_RESULT(merge(book, b, c));
    QCOMPARE(findDuplicates(book->database())->size(), 0);
    QVERIFY_RESULT(book->undo());
    QCOMPARE(findDuplicates(book->database())->size(), 2);
    QVERIFY(!commitStep(book, [&](UnitOfWork &work) { return rememberDistinct(work, a, a, {}); }));
}

void tst_Duplicates::fieldsAreChosen()
{
    TestBook book;
    QVariantMap b = person(u"张伟"_qs, u"1978-07-01"_qs, u"13900139000"_qs, u"999901197807010016"_qs);
    b.insert(u"work_unit"_qs, u"东关小学"_qs);
    const PersonId keep = addPerson(book, person(u"张伟"_qs, u"1978-07"_qs, u"13800138000"_qs));
    const PersonId drop = addPerson(book, b);
    const auto fields = compare(book->database(), book->sealer(), keep, drop);
    QVERIFY_RESULT(fields);
    QStringList keys;
    for (const FieldPair &each : *fields) {
        keys << each.key() + QString(each.isChoice() ? u"!"_qs : QString());
    }
    keys.sort();
    QCOMPARE(keys,
             QStringList({u"person.birth!"_qs, u"person.id_number"_qs, u"person.phone!"_qs, u"person.work_unit"_qs}));
    QVERIFY_RESULT(merge(book, keep, drop, {u"person.birth"_qs}));
    const auto record = book->records().load(u"person"_qs, keep.value(), QDate(2026, 9, 30));
    QVERIFY_RESULT(record);
    QCOMPARE(storedRow(book->database(), u"person"_qs, keep.value())->value(u"birth"_qs).toString(), u"1978-07-01"_qs);
    QCOMPARE(record->values.value(u"phone"_qs).toString(), u"13800138000"_qs);           // kept
    QCOMPARE(record->values.value(u"idNumber"_qs).toString(), u"999901197807010016"_qs); // filled
    QCOMPARE(record->values.value(u"workUnit"_qs).toString(), u"东关小学"_qs);
    const auto gone = storedRow(book->database(), u"person"_qs, drop.value());
    QCOMPARE(gone->value(u"merged_into"_qs).toLongLong(), keep.value());
    QVERIFY(!gone->value(u"voided_at"_qs).isNull());
    QVERIFY(!merge(book, keep, drop)); // merged already
    QVERIFY(!merge(book, keep, keep));
}

void tst_Duplicates::documentsGoWithTheirNumbers_data()
{
    QTest::addColumn<QString>("keptNumber");
    QTest::addColumn<bool>("takesNumber");
    QTest::addColumn<QString>("type"); // afterwards; the dropped one has a passport
    const QString citizen = u"999901197807010016"_qs;
    QTest::newRow("the citizen's card is kept") << citizen << false << QString();
    QTest::newRow("the passport is taken") << citizen << true << u"2"_qs;
    QTest::newRow("there was none") << QString() << false << u"2"_qs;
}

void tst_Duplicates::documentsGoWithTheirNumbers()
{
    QFETCH(const QString, keptNumber);
    QFETCH(const bool, takesNumber);
    QFETCH(const QString, type);
    TestBook book;
    QVariantMap foreign = person(u"张伟"_qs, u"1978-07-01"_qs, {}, u"E12345678"_qs);
    foreign.insert(u"id_type"_qs, u"2"_qs);
    const PersonId keep = addPerson(book, person(u"张伟"_qs, u"1978-07-01"_qs, {}, keptNumber));
    const PersonId drop = addPerson(book, foreign);
    QVERIFY_RESULT(merge(book, keep, drop, takesNumber ? QSet<QString>{u"person.id_number"_qs} : QSet<QString>()));
    const auto record = book->records().load(u"person"_qs, keep.value(), QDate(2026, 9, 30));
    QVERIFY_RESULT(record);
    QCOMPARE(record->values.value(u"idType"_qs).toString(), type);
    QCOMPARE(record->values.value(u"idNumber"_qs).toString(), type.isEmpty() ? keptNumber : u"E12345678"_qs);
}

void tst_Duplicates::everythingMoves()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const PersonId keep = addPerson(book, person(u"张伟"_qs));
    const MemberId member(book.addMember(u"张伟"_qs, u"999901197807010016"_qs, basics.branch, basics.grid));
    const PersonId drop = personOf(book, member);
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) -> Done {
        const auto add = [&](const QString &table, const QVariantMap &values) -> Done {
            GRIDBOOK_ASSIGN([[maybe_unused]] const RowId row, work.insert(table, values));
            return {};
        };
        GRIDBOOK_ASSIGN(const RowId estate,
                        work.insert(u"estate"_qs, {{u"division_id"_qs, basics.community}, {u"name"_qs, u"花园"_qs}}));
        GRIDBOOK_TRY(
            add(u"building"_qs, {{u"estate_id"_qs, estate}, {u"no"_qs, u"1幢"_qs}, {u"head_id"_qs, drop.value()}}));
        GRIDBOOK_TRY(add(u"resident_group"_qs, {{u"division_id"_qs, basics.community},
                                                {u"name"_qs, u"一组"_qs},
                                                {u"leader_id"_qs, drop.value()},
                                                {u"valid_from"_qs, u"2025-01-01"_qs}}));
        GRIDBOOK_TRY(add(u"committee_member"_qs, {{u"org_id"_qs, basics.branch},
                                                  {u"person_id"_qs, drop.value()},
                                                  {u"post"_qs, u"secretary"_qs},
                                                  {u"valid_from"_qs, u"2025-01-01"_qs}}));
        // The same post under both records, from different days on.
        GRIDBOOK_TRY(add(u"grid_post"_qs, {{u"grid_id"_qs, basics.grid},
                                           {u"role"_qs, u"fullTimeWorker"_qs},
                                           {u"person_id"_qs, drop.value()},
                                           {u"valid_from"_qs, u"2024-05-01"_qs}}));
        return add(u"grid_post"_qs, {{u"grid_id"_qs, basics.grid},
                                     {u"role"_qs, u"fullTimeWorker"_qs},
                                     {u"person_id"_qs, keep.value()},
                                     {u"valid_from"_qs, u"2025-01-01"_qs},
                                     {u"valid_until"_qs, u"2026-01-01"_qs}});
    }));
    const QStringList before = bookPicture(*book);
    QVERIFY_RESULT(merge(book, keep, drop));
    for (const QString &reference : personReferences()) {
        const auto count = book->database().scalar(u"SELECT COUNT(*) FROM %1 WHERE voided_at IS NULL AND %2 = ?"_qs.arg(
                                                       reference.section(u'.', 0, 0), reference.section(u'.', 1)),
                                                   {drop.value()});
        QCOMPARE(count->toInt(), 0);
    }
    QCOMPARE(book->database().scalar(u"SELECT person_id FROM member WHERE voided_at IS NULL"_qs)->toLongLong(),
             keep.value());
    const auto posts = book->database().scalar(
        u"SELECT group_concat(valid_from || '/' || COALESCE(valid_until, '')) FROM grid_post WHERE voided_at IS NULL"_qs);
    QCOMPARE(posts->toString(), u"2024-05-01/"_qs); // one post, from the earlier beginning to the later end
    QVERIFY_RESULT(book->undo());
    QCOMPARE(bookPicture(*book), before);
    QVERIFY_RESULT(book->redo());
    QVERIFY_RESULT(book->undo());
    QCOMPARE(bookPicture(*book), before);
}

void tst_Duplicates::randomMergesCanBeUndone_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void tst_Duplicates::randomMergesCanBeUndone()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    TestBook book;
    const auto basics = book.makeBasics();
    QList<PersonId> people;
    for (int i = 0; i < 8; ++i) {
        people << addPerson(book, person(u"张伟"_qs, random.bounded(2) == 0 ? u"1978"_qs : QString(),
                                         QStringLiteral("1380013%1").arg(random.bounded(3), 4, 10, QLatin1Char('0'))));
    }
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) -> Done {
        for (const PersonId id : people) {
            if (random.bounded(2) == 0) {
                const QDate from(2020 + random.bounded(5), 1, 2);
                GRIDBOOK_ASSIGN(const MemberId member, party::admit(work, id,
                                                                    {.event = u"opening"_qs,
                                                                     .day = from,
                                                                     .place = {basics.branch, 0, basics.grid},
                                                                     .category = u"full"_qs}));
                if (random.bounded(2) == 0) {
                    GRIDBOOK_TRY(
                        party::leave(work, member, u"4"_qs, from.addMonths(1 + random.bounded(11)), u"西街"_qs, {}));
                }
            }
            GRIDBOOK_ASSIGN([[maybe_unused]] const RowId post,
                            work.insert(u"grid_post"_qs, {{u"grid_id"_qs, basics.grid},
                                                          {u"role"_qs, u"fullTimeWorker"_qs},
                                                          {u"person_id"_qs, id.value()},
                                                          {u"valid_from"_qs, QDate(2021 + random.bounded(4), 1, 1)}}));
        }
        return {};
    }));
    QList<QStringList> pictures{bookPicture(*book)};
    for (int i = 0; i < 12; ++i) {
        const PersonId keep = people.at(random.bounded(int(people.size())));
        const PersonId drop = people.at(random.bounded(int(people.size())));
        const Side side = random.bounded(2) == 0 ? Side::Kept : Side::Dropped;
        const bool answered = random.bounded(3) != 0;
        if (merge(book, keep, drop, {}, answered ? answers(book, keep, drop, side, side) : OverlapChoice())) {
            pictures << bookPicture(*book);
        }
        QCOMPARE(bookPicture(*book), pictures.last()); // a refused merge leaves nothing behind
    }
    QVERIFY(pictures.size() > 2);
    for (qsizetype i = pictures.size() - 2; i >= 0; --i) {
        QVERIFY_RESULT(book->undo());
        QCOMPARE(bookPicture(*book), pictures.at(i));
    }
}

QTEST_GUILESS_MAIN(tst_Duplicates)
#include "tst_duplicates.moc"
