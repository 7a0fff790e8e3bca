// A book of schema 1 with rows: it opens with exactly the schema of a new one, what it said of lost and mobile members
// without a day holds from the right day on, its notes are sealed down to the oldest entry of the journal, and every
// row agrees with the journal.
#include "core/changes/journal.h"
#include "core/registry/history.h"
#include "core/registry/valuetext.h"
#include "core/storage/dialect.h"
#include "core/storage/migrator.h"
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

// Every column, index and trigger, as SQLite describes them; without what it notes for itself when a book is closed.
QStringList schemaOf(Database &database)
{
    QStringList lines;
    for (
        const QString &sql :
        {u"SELECT m.name, c.name, c.type, c.\"notnull\", COALESCE(c.dflt_value, ''), c.pk FROM sqlite_master m, "
         "pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_stat%' ORDER BY m.name, c.cid"_qs,
         u"SELECT type, name, tbl_name, COALESCE(sql, ''), '', '' FROM sqlite_master WHERE type <> 'table' ORDER BY "
         u"1, "
         "2"_qs}) {
        auto statement = Statement::prepare(database, sql);
        if (!statement || !statement->run()) {
            return {u"unreadable"_qs};
        }
        while (statement->next()) {
            QStringList words;
            for (int i = 0; i < 6; ++i) {
                words << statement->text(i).simplified();
            }
            lines << words.join(u'|');
        }
    }
    return lines;
}

} // namespace

class tst_Upgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void endsLikeANewOne();
    void marksHoldFromTheirDay_data();
    void marksHoldFromTheirDay();
    void keepsThePastFromNowOn();
    void cutOffHalfway();
    void historyAndUndoAcrossIt();
    void restoringAnEarlierVersionKeepsTheMarks();
    void notesAreSealed();
    void notesInHistoryAndUndo();
    void aBrokenChainStaysBroken();
    void halfwayIsNotReadOnly();

private:
    // Made with the migrations up to schema 1 and the way of writing that every program had.
    void makeOldBook();
    // Notes, 户籍地 and telephones as schema 1 had them, twice changed; a filter and a mapping that hold numbers.
    void writeOldNotes();
    Result<std::unique_ptr<Database>> openOld(QByteArray *key);
    std::unique_ptr<Book> open()
    {
        auto book = Book::open(m_path, {m_catalog, m_clock, m_session}, {.dailyBackup = false});
        if (!book) {
            qWarning("%s / %s", qPrintable(book.error().message), qPrintable(book.error().detail));
            return nullptr;
        }
        return std::move(book).value();
    }
    static QString marksOf(Book &book, RowId member)
    {
        auto rows = Statement::prepare(
            book.database(),
            u"SELECT valid_from, valid_until, mobile, mobile_to, mobile_since, lost, lost_since, lost_reason FROM "
            "whereabouts WHERE member_id = ? ORDER BY valid_from"_qs);
        QStringList lines;
        if (rows && rows->run({member})) {
            while (rows->next()) {
                QStringList words;
                for (int i = 0; i < 8; ++i) {
                    words << rows->text(i);
                }
                lines << words.join(u',');
            }
        }
        return lines.join(u' ');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    FixedClock m_clock = quarterEnd();
    Catalog m_catalog;
    Session m_session{u"测试员"_qs, u"测试机"_qs};
    QHash<QString, RowId> m_members;
    BatchId m_lostByEdit; // the step that marked "edited"
    BatchId m_noteEdit;   // the last change of the note
    RowId m_noted = 0;    // the person
    const QStringList m_secrets{u"13900000099"_qs,   u"0917-0000123"_qs, u"999901197807010016"_qs,
                                u"凤翔区某街9号"_qs, u"东关巷3号院"_qs,  u"家有老人"_qs};
};

void tst_Upgrade::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"旧 社区.gridbook"_qs);
    m_clock = quarterEnd();
    makeOldBook();
}

void tst_Upgrade::makeOldBook()
{
    m_members.clear();
    QVERIFY_RESULT(Migrator::fromResources()); // makes the files known
    QFile file(u":/gridbook/migrations/0001_book.sql"_qs);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto first = Migrator::parse(1, QString::fromUtf8(file.readAll()));
    QVERIFY_RESULT(first);
    auto database = Database::open(m_path, AccessMode::ReadWrite);
    QVERIFY_RESULT(database);
    QVERIFY_RESULT((*database)->execute(dialect::setFileKind()));
    QVERIFY_RESULT(Migrator({*first}).migrate(**database));
    const auto key = Keyring::create(**database);
    QVERIFY_RESULT(key);
    const Sealer sealer(*key);
    Tables tables = m_catalog.tables();
    TableSpec states = *tables.find(u"org_state"_qs);
    states.derive = {}; // schema 1 had no key there
    tables.add(states);
    const auto write = [&](QDate day, const std::function<Done(UnitOfWork &)> &steps) -> Result<BatchId> {
        FixedClock clock(QDateTime(day, QTime(10, 0)));
        GRIDBOOK_ASSIGN(auto work, UnitOfWork::begin({**database, tables, sealer, m_session, clock},
                                                     {u"edit"_qs, u"修改"_qs, {}, {}}));
        GRIDBOOK_TRY(steps(*work));
        GRIDBOOK_ASSIGN(const ChangeSet set, work->commit());
        return set.batch;
    };
    const auto add = [&](UnitOfWork &work, const QString &name, const QVariantMap &marks,
                         const QString &since = u"2025-01-01"_qs) -> Done {
        GRIDBOOK_ASSIGN(const RowId person,
                        work.insert(u"person"_qs, {{u"name"_qs, name}, {u"phone"_qs, u"13900000001"_qs}}));
        QVariantMap row = marks;
        row.insert(u"person_id"_qs, person);
        row.insert(u"join_date"_qs, u"2001-07-01"_qs);
        GRIDBOOK_ASSIGN(const RowId member, work.insert(u"member"_qs, row));
        m_members.insert(name, member);
        if (!since.isEmpty()) {
            GRIDBOOK_TRY(work.insert(u"affiliation"_qs, {{u"member_id"_qs, member},
                                                         {u"org_id"_qs, 1},
                                                         {u"increase_kind"_qs, u"0"_qs},
                                                         {u"valid_from"_qs, since}}));
            GRIDBOOK_TRY(work.insert(u"standing"_qs, {{u"member_id"_qs, member},
                                                      {u"category"_qs, u"full"_qs},
                                                      {u"state"_qs, u"1"_qs},
                                                      {u"valid_from"_qs, since}}));
        }
        return {};
    };
    QVERIFY_RESULT(write(QDate(2025, 3, 3), [&](UnitOfWork &work) -> Done {
        GRIDBOOK_TRY(
            work.insert(u"party_org"_qs, {{u"category"_qs, u"community"_qs}, {u"valid_from"_qs, u"2020-01-01"_qs}}));
        GRIDBOOK_TRY(work.insert(u"org_state"_qs, {{u"org_id"_qs, 1},
                                                   {u"type"_qs, u"branch"_qs},
                                                   {u"short_name"_qs, u"东关一支部"_qs},
                                                   {u"full_name"_qs, u"中共东关一支部"_qs},
                                                   {u"valid_from"_qs, u"2020-01-01"_qs}}));
        GRIDBOOK_TRY(add(work, u"nothing"_qs, {}));
        GRIDBOOK_TRY(add(work, u"neither"_qs, {{u"mobile"_qs, 0}, {u"lost"_qs, 0}}));
        GRIDBOOK_TRY(
            add(work, u"lost"_qs,
                {{u"mobile"_qs, 0}, {u"lost"_qs, 1}, {u"lost_since"_qs, u"2025-08"_qs}, {u"lost_reason"_qs, u"1"_qs}}));
        GRIDBOOK_TRY(add(work, u"imported"_qs, {{u"lost"_qs, 1}})); // without the month, as rosters have it
        GRIDBOOK_TRY(add(work, u"both"_qs,
                         {{u"mobile"_qs, 1},
                          {u"mobile_to"_qs, u"西安市"_qs},
                          {u"mobile_since"_qs, u"2025-04-02"_qs},
                          {u"lost"_qs, 1},
                          {u"lost_since"_qs, u"2025-10"_qs}}));
        GRIDBOOK_TRY(add(work, u"place only"_qs, {{u"mobile_to"_qs, u"西安市"_qs}}));
        GRIDBOOK_TRY(add(work, u"no relation"_qs, {{u"mobile"_qs, 0}}, {}));
        GRIDBOOK_TRY(add(work, u"edited"_qs, {{u"mobile"_qs, 0}, {u"lost"_qs, 0}}));
        return add(work, u"removed"_qs, {{u"lost"_qs, 1}, {u"lost_since"_qs, u"2025-06"_qs}});
    }));
    const auto marked = write(QDate(2026, 2, 9), [&](UnitOfWork &work) -> Done {
        return work.update(u"member"_qs, m_members.value(u"edited"_qs), 0,
                           {{u"lost"_qs, 1}, {u"dues_monthly"_qs, 500}});
    });
    QVERIFY_RESULT(marked);
    m_lostByEdit = *marked;
    QVERIFY_RESULT(write(QDate(2026, 4, 1), [&](UnitOfWork &work) -> Done {
        GRIDBOOK_TRY(work.voidRow(u"member"_qs, m_members.value(u"removed"_qs), 0, u"重复"_qs));
        return work.update(u"member"_qs, m_members.value(u"edited"_qs), 0, {{u"dues_monthly"_qs, 900}});
    }));
    QVERIFY_RESULT((*database)->checkpoint());
}

void tst_Upgrade::endsLikeANewOne()
{
    const auto book = open();
    QVERIFY(book != nullptr);
    QVERIFY(!book->isReadOnly());
    QCOMPARE(book->backups().size(), 1); // what was before is kept
    const auto fresh = Book::create(m_folder->filePath(u"新.gridbook"_qs), {m_catalog, m_clock, m_session});
    QVERIFY_RESULT(fresh);
    QCOMPARE(schemaOf(book->database()), schemaOf((*fresh)->database()));
    QVERIFY(!schemaOf(book->database()).join(u'\n').contains(u"undated"));
    QCOMPARE(book->database().scalar(dialect::schemaVersion())->toInt(),
             (*fresh)->database().scalar(dialect::schemaVersion())->toInt());
    QCOMPARE(*book->check({}), QStringList());
    QCOMPARE(*(*fresh)->check({}), QStringList());
    QVERIFY(!journalHead((*fresh)->database())->lastBatch.isValid()); // nothing to bring over, nothing said
    QCOMPARE(book->database().scalar(u"SELECT COUNT(*) FROM pragma_foreign_key_check"_qs)->toInt(), 0);
    QCOMPARE(readBatches(book->database(), 1)->first().kind, u"upgrade"_qs);
}

void tst_Upgrade::marksHoldFromTheirDay_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("rows");
    QTest::newRow("nothing said") << u"nothing"_qs << QString();
    QTest::newRow("neither: from the relation on") << u"neither"_qs << u"2025-01-01,,0,,,0,,"_qs;
    QTest::newRow("lost since a month") << u"lost"_qs << u"2025-01-01,2025-08-01,0,,,,, 2025-08-01,,0,,,1,2025-08,1"_qs;
    QTest::newRow("no month: the day of the entry") << u"imported"_qs << u"2025-03-03,,,,,1,,"_qs;
    QTest::newRow("away, then lost")
        << u"both"_qs << u"2025-04-02,2025-10-01,1,西安市,2025-04-02,,, 2025-10-01,,1,西安市,2025-04-02,1,2025-10,"_qs;
    QTest::newRow("a place without the mark") << u"place only"_qs << u"2025-01-01,,,西安市,,,,"_qs;
    QTest::newRow("never on the register") << u"no relation"_qs << u"2025-03-03,,0,,,,,"_qs;
    QTest::newRow("marked by an edit") << u"edited"_qs << u"2025-01-01,2026-02-09,0,,,,, 2026-02-09,,0,,,1,,"_qs;
    QTest::newRow("removed, may come back") << u"removed"_qs << u"2025-06-01,,,,,1,2025-06,"_qs;
}

void tst_Upgrade::marksHoldFromTheirDay()
{
    QFETCH(const QString, member);
    QFETCH(const QString, rows);
    const auto book = open();
    QVERIFY(book != nullptr);
    QCOMPARE(marksOf(*book, m_members.value(member)), rows);
}

// Killed between the migration and the records: the next opening goes on, and the one after has nothing to do.
// A book from before there were former values: they begin with the first change, and one undo takes it back.
void tst_Upgrade::keepsThePastFromNowOn()
{
    const auto book = open();
    QVERIFY(book != nullptr);
    const RowId id = m_members.value(u"lost"_qs);
    const auto post = [&](QDate day) {
        return book->reader().rows(u"member"_qs, day, {id}, {u"workPost"_qs})->first().values.first().toString();
    };
    for (const auto &[code, from] :
         {std::pair(u"4121"_qs, QDate(2025, 1, 1)), std::pair(u"0163"_qs, QDate(2026, 8, 1))}) {
        const auto record = book->records().load(u"member"_qs, id, QDate(2026, 9, 30));
        QVERIFY_RESULT(record);
        QVariantMap values = record->values;
        values.insert(u"workPost"_qs, code);
        auto work = book->begin({u"edit"_qs, u"修改"_qs, {}, {}});
        QVERIFY_RESULT(work);
        QVERIFY_RESULT(book->records().save(**work, *record, values, {from, {}}));
        QVERIFY_RESULT(book->commit(**work));
    }
    QCOMPARE(post(QDate(2026, 7, 31)), u"4121"_qs);
    QCOMPARE(post(QDate(2026, 8, 1)), u"0163"_qs);
    QVERIFY_RESULT(book->undo());
    QCOMPARE(post(QDate(2026, 8, 1)), u"4121"_qs);
    QCOMPARE(*book->check({}), QStringList());
}

void tst_Upgrade::cutOffHalfway()
{
    {
        const auto database = Database::open(m_path, AccessMode::ReadWrite);
        QVERIFY_RESULT(database);
        QVERIFY_RESULT(Migrator::fromResources()->migrate(**database));
        QVERIFY((*database)->scalar(u"SELECT COUNT(*) FROM undated_whereabouts"_qs)->toInt() > 0);
        QVERIFY_RESULT((*database)->checkpoint());
    }
    auto book = open();
    QVERIFY(book != nullptr);
    QCOMPARE(marksOf(*book, m_members.value(u"neither"_qs)), u"2025-01-01,,0,,,0,,"_qs);
    const QStringList schema = schemaOf(book->database());
    const BatchId last = journalHead(book->database())->lastBatch;
    book.reset();
    book = open();
    QVERIFY(book != nullptr);
    QCOMPARE(journalHead(book->database())->lastBatch, last);
    QCOMPARE(schemaOf(book->database()), schema);
    QCOMPARE(*book->check({}), QStringList());
}

void tst_Upgrade::historyAndUndoAcrossIt()
{
    const auto book = open();
    QVERIFY(book != nullptr);
    // Bringing a book up to date is nobody's step.
    QVERIFY(!book->undoStack().undoable());
    const BatchId upgrade = journalHead(book->database())->lastBatch;
    QCOMPARE(book->undoBatch(upgrade).error().kind, ErrorKind::Refused);
    // What was said before is still told in its own words, but a step that wrote the old columns stays.
    RecordHistory history(book->reader(), {});
    const auto events = history.events(u"member"_qs, m_members.value(u"edited"_qs));
    QVERIFY_RESULT(events);
    const auto of = [&](BatchId batch) {
        return std::find_if(events->begin(), events->end(),
                            [&](const RecordEvent &event) { return event.batch.id == batch; });
    };
    QVERIFY(of(m_lostByEdit) != events->end());
    const QList<FieldChange> changes = of(m_lostByEdit)->changes;
    QVERIFY(std::any_of(changes.begin(), changes.end(), [](const FieldChange &change) {
        return change.field == u"lost" && change.before == u"否" && change.after == u"是";
    }));
    const auto refused = book->undoBatch(m_lostByEdit);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
    // The batch after it touched other columns only.
    QVERIFY_RESULT(book->undoBatch(BatchId(m_lostByEdit.value() + 1)));
    QCOMPARE(*book->check({}), QStringList());
}

void tst_Upgrade::restoringAnEarlierVersionKeepsTheMarks()
{
    const auto book = open();
    QVERIFY(book != nullptr);
    const RowId member = m_members.value(u"edited"_qs);
    const QString marks = marksOf(*book, member);
    RecordHistory history(book->reader(), {});
    auto work = book->begin({u"restore"_qs, u"恢复"_qs, {}, {}});
    QVERIFY_RESULT(work);
    QVERIFY_RESULT(history.restore(**work, u"member"_qs, member, BatchId(m_lostByEdit.value() + 1)));
    QVERIFY_RESULT(book->commit(**work));
    QCOMPARE(book->database().scalar(u"SELECT dues_monthly FROM member WHERE id = ?"_qs, {member})->toInt(), 500);
    QCOMPARE(marksOf(*book, member), marks);
    QCOMPARE(book->database().scalar(u"SELECT COUNT(*) FROM whereabouts WHERE voided_at IS NOT NULL"_qs)->toInt(), 0);
    QCOMPARE(*book->check({}), QStringList());
}

Result<std::unique_ptr<Database>> tst_Upgrade::openOld(QByteArray *key)
{
    GRIDBOOK_ASSIGN(auto database, Database::open(m_path, AccessMode::ReadWrite));
    GRIDBOOK_ASSIGN(*key, Keyring::unlock(*database, {}));
    return database;
}

void tst_Upgrade::writeOldNotes()
{
    QByteArray key;
    const auto database = openOld(&key);
    QVERIFY_RESULT(database);
    const Sealer sealer(key);
    Tables tables; // what was sealed then
    for (const QString &name : m_catalog.tables().names()) {
        TableSpec table = *m_catalog.tables().find(name);
        table.sealed = name == u"person" ? QStringList{u"id_number"_qs, u"phone"_qs, u"landline"_qs, u"address"_qs}
                                         : QStringList();
        table.mayHoldNumbers = true;
        tables.add(table);
    }
    const auto write = [&](const std::function<Done(UnitOfWork &)> &steps) {
        auto work =
            UnitOfWork::begin({**database, tables, sealer, m_session, m_clock}, {u"edit"_qs, u"修改 备注"_qs, {}, {}});
        QVERIFY_RESULT(work);
        QVERIFY_RESULT(steps(**work));
        const auto set = (*work)->commit();
        QVERIFY_RESULT(set);
        m_noteEdit = set->batch;
    };
    write([&](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN(m_noted, work.insert(u"person"_qs, {{u"name"_qs, u"王备注"_qs},
                                                            {u"note"_qs, u"其他电话：13900000099"_qs},
                                                            {u"registered_place"_qs, u"凤翔区某街9号"_qs}}));
        GRIDBOOK_TRY(work.insert(u"member"_qs, {{u"person_id"_qs, m_noted}, {u"join_date"_qs, u"2001-07-01"_qs}}));
        return work.update(u"party_org"_qs, 1, 0,
                           {{u"phone"_qs, u"0917-0000123"_qs}, {u"address"_qs, u"东关巷3号院"_qs}});
    });
    write([&](UnitOfWork &work) {
        return work.update(u"person"_qs, m_noted, 0, {{u"note"_qs, u"家有老人，999901197807010016"_qs}});
    });
    write([&](UnitOfWork &work) {
        return work.update(u"person"_qs, m_noted, 0, {{u"note"_qs, u"其他电话：13900000099"_qs}});
    });
    QVERIFY_RESULT((*database)->execute(
        u"INSERT INTO saved_filter (registry, name, spec) VALUES ('member', '张三', "
        "'{\"filters\":[{\"field\":\"idNumber\",\"op\":\"equals\",\"values\":[\"999901197807010016\"]}]}')"_qs));
    QVERIFY_RESULT((*database)->execute(
        u"INSERT INTO import_mapping (headings, registry, mapping) VALUES ('张三|13900000099', 'member', '{}')"_qs));
    QVERIFY_RESULT((*database)->checkpoint());
}

void tst_Upgrade::notesAreSealed()
{
    writeOldNotes();
    const auto readable = [&] {
        QStringList found;
        for (const QString &path : {m_path, QString(m_path + u"-wal")}) {
            QFile file(path);
            const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            for (const QString &secret : m_secrets) {
                if (bytes.contains(secret.toUtf8())) {
                    found << secret;
                }
            }
        }
        return found;
    };
    QCOMPARE(readable().size(), m_secrets.size()); // the old book shows them all
    auto book = open();
    QVERIFY(book != nullptr);
    QCOMPARE(readable(), QStringList()); // at once, not only after closing
    QVERIFY(!book->notice().isEmpty());  // the backup of before is not sealed
    QCOMPARE(*book->check({}), QStringList());
    const auto shown = [&](const QString &registry, RowId row, const QString &field) {
        return book->reader().rows(registry, QDate(2026, 9, 30), {row}, {field})->first().values.first().toString();
    };
    QCOMPARE(shown(u"person"_qs, m_noted, u"personNote"_qs), u"其他电话：13900000099"_qs);
    QCOMPARE(shown(u"person"_qs, m_noted, u"registeredPlace"_qs), u"凤翔区某街9号"_qs);
    QCOMPARE(shown(u"partyOrg"_qs, 1, u"phone"_qs), u"0917-0000123"_qs);
    QCOMPARE(shown(u"partyOrg"_qs, 1, u"address"_qs), u"东关巷3号院"_qs);
    for (const QString &left : {u"saved_filter"_qs, u"import_mapping"_qs}) {
        QCOMPARE(book->database().scalar(u"SELECT COUNT(*) FROM %1"_qs.arg(left))->toInt(), 0);
    }
    const BatchId last = journalHead(book->database())->lastBatch;
    const QStringList schema = schemaOf(book->database());
    const auto fresh = Book::create(m_folder->filePath(u"新.gridbook"_qs), {m_catalog, m_clock, m_session});
    QVERIFY_RESULT(fresh);
    QCOMPARE(schema, schemaOf((*fresh)->database())); // the ledgers refuse changes again, too
    book.reset();
    QCOMPARE(readable(), QStringList());
    book = open();
    QVERIFY(book != nullptr);
    QVERIFY(book->notice().isEmpty());
    QCOMPARE(journalHead(book->database())->lastBatch, last);
}

void tst_Upgrade::notesInHistoryAndUndo()
{
    writeOldNotes();
    const auto book = open();
    QVERIFY(book != nullptr);
    RecordHistory history(book->reader(), {u"zh"_qs, false, false});
    const auto events = history.events(u"person"_qs, m_noted);
    QVERIFY_RESULT(events);
    QCOMPARE(events->size(), 3);
    QCOMPARE(events->at(0).changes.first().before, u"家有老人，999901197807010016"_qs);
    QCOMPARE(events->at(0).changes.first().after, u"其他电话：13900000099"_qs);
    QVERIFY_RESULT(book->undoBatch(m_noteEdit));
    QVERIFY_RESULT(book->undoBatch(BatchId(m_noteEdit.value() - 1)));
    QCOMPARE(
        book->reader().rows(u"person"_qs, QDate(2026, 9, 30), {m_noted}, {u"personNote"_qs})->first().values.first(),
        QVariant(u"其他电话：13900000099"_qs));
    QCOMPARE(*book->check({}), QStringList());
}

// Sealing must not make good what somebody changed outside of the program.
void tst_Upgrade::aBrokenChainStaysBroken()
{
    writeOldNotes();
    {
        QByteArray key;
        const auto database = openOld(&key);
        QVERIFY_RESULT(database);
        QVERIFY_RESULT((*database)->execute(u"DROP TRIGGER batch_no_UPDATE"_qs));
        QVERIFY_RESULT((*database)->execute(u"UPDATE batch SET who = '别人' WHERE id = 2"_qs));
        QVERIFY_RESULT((*database)->execute(dialect::refuseUpdates(u"batch"_qs)));
        QCOMPARE(verifyJournal(**database)->findings.size(), 1);
        QVERIFY_RESULT((*database)->checkpoint());
    }
    const auto book = open();
    QVERIFY(book != nullptr);
    QCOMPARE(*brokenBatches(book->database()), QSet<qint64>{2});
    QCOMPARE(book->check({})->size(), 1);
}

// Migrated but not sealed: somebody who may only read would see empty notes.
void tst_Upgrade::halfwayIsNotReadOnly()
{
    writeOldNotes();
    {
        const auto database = Database::open(m_path, AccessMode::ReadWrite);
        QVERIFY_RESULT(database);
        QVERIFY_RESULT(Migrator::fromResources()->migrate(**database));
        QVERIFY_RESULT((*database)->checkpoint());
    }
    const auto reading = Book::open(m_path, {m_catalog, m_clock, m_session}, {.readOnly = true, .dailyBackup = false});
    QVERIFY(!reading);
    QCOMPARE(reading.error().kind, ErrorKind::Refused);
    QVERIFY(open() != nullptr);
    QVERIFY_RESULT(Book::open(m_path, {m_catalog, m_clock, m_session}, {.readOnly = true, .dailyBackup = false}));
}

QTEST_GUILESS_MAIN(tst_Upgrade)
#include "tst_upgrade.moc"
