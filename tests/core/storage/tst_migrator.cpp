// Migration files are read rightly, a failing one changes nothing, and an older book with rows ends up with exactly the
// schema of a fresh one.
#include "core/storage/dialect.h"
#include "core/storage/migrator.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace Qt::StringLiterals;

namespace {

const QString head = u"-- description: test\n-- min_compatible: 1\n"_qs;

std::unique_ptr<Database> memory()
{
    auto database = Database::open(u":memory:"_qs, AccessMode::ReadWrite);
    return database ? std::move(database).value() : nullptr;
}

Migration step(int version, const QString &body, int minCompatible = 1)
{
    const auto migration = Migrator::parse(
        version, u"-- description: step %1\n-- min_compatible: %2\n%3"_qs.arg(version).arg(minCompatible).arg(body));
    return migration ? *migration : Migration{};
}

// The whole schema as SQLite describes it: columns with types and defaults, indexes, triggers.
QStringList schemaOf(Database &database)
{
    QStringList lines;
    auto tables = Statement::prepare(
        database,
        u"SELECT m.name, c.name, c.type, c.\"notnull\", COALESCE(c.dflt_value, ''), c.pk FROM sqlite_master m, "
        "pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1, 2"_qs);
    auto others = Statement::prepare(
        database,
        u"SELECT type, name, tbl_name, COALESCE(sql, '') FROM sqlite_master WHERE type <> 'table' ORDER BY 1, 2"_qs);
    for (auto *statement : {&tables, &others}) {
        if (!*statement || !(*statement)->run()) {
            return {u"unreadable"_qs};
        }
        while ((*statement)->next()) {
            QStringList words;
            for (int i = 0; i < (*statement)->columnNames().size(); ++i) {
                words << (*statement)->text(i).simplified();
            }
            lines << words.join(u'|');
        }
    }
    return lines;
}

const QString firstStep = u"CREATE TABLE schema_step (version INTEGER PRIMARY KEY, min_compatible INTEGER NOT NULL, "
                          "description TEXT NOT NULL) {{strict}}\n--;\n"
                          "CREATE TABLE note ({{id}}, {{record}}, topic TEXT NOT NULL, valid_from TEXT NOT NULL, "
                          "valid_until TEXT) {{strict}}\n--;\n"_qs;

} // namespace

class tst_Migrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statementsAreDivided();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void overlapIsRefused_data();
    void overlapIsRefused();
    void appendOnlyHolds();
    void failingStepChangesNothing();
    void olderBookBecomesLikeFresh();
    void stateTellsWhatToDo_data();
    void stateTellsWhatToDo();
    void ownSchemaIsWhole();
    void ownOlderBooksAreBroughtUp();
};

void tst_Migrator::statementsAreDivided()
{
    const auto migration = Migrator::parse(3, u"-- description: two tables\n-- min_compatible: 2\n"
                                              "-- a comment; with a semicolon\n"
                                              "CREATE TABLE a ({{id}}, data {{blob}}) {{strict}}\n--;\n"
                                              "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM a; DELETE FROM "
                                              "a;\nEND\n--;\n--@ append_only a\nCREATE INDEX i ON a (data)\n"_qs);
    QVERIFY_RESULT(migration);
    QCOMPARE(migration->version, 3);
    QCOMPARE(migration->minCompatible, 2);
    QCOMPARE(migration->description, u"two tables"_qs);
    QCOMPARE(migration->statements.size(), 5); // table, trigger, two guards, index
    QCOMPARE(migration->statements.at(0), u"CREATE TABLE a (id INTEGER PRIMARY KEY, data BLOB) STRICT"_qs);
    QVERIFY(migration->statements.at(1).contains(u"DELETE FROM a; DELETE FROM a;"));
    QVERIFY(migration->statements.at(2).contains(u"BEFORE UPDATE ON a"));
    QCOMPARE(migration->statements.at(4), u"CREATE INDEX i ON a (data)"_qs);
}

void tst_Migrator::badFilesAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no min_compatible") << u"-- description: x\nSELECT 1"_qs;
    QTest::newRow("min_compatible of the future") << u"-- min_compatible: 2\nSELECT 1"_qs;
    QTest::newRow("min_compatible is no number") << u"-- min_compatible: all\nSELECT 1"_qs;
    QTest::newRow("unknown directive") << QString(head + u"--@ never note");
    QTest::newRow("directive without a key") << QString(head + u"--@ no_overlap note");
    QTest::newRow("append_only of two tables") << QString(head + u"--@ append_only a b");
}

void tst_Migrator::badFilesAreRefused()
{
    QFETCH(const QString, text);
    const auto migration = Migrator::parse(1, text);
    QVERIFY(!migration);
    QCOMPARE(migration.error().kind, ErrorKind::Internal);
}

void tst_Migrator::overlapIsRefused_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::addColumn<bool>("accepted");
    // The book holds "a" from 2024-01-01 until 2025-01-01 and from 2026-01-01 on. Periods are half open.
    QTest::newRow("between") << u"a"_qs << u"2025-01-01"_qs << u"2026-01-01"_qs << true;
    QTest::newRow("before") << u"a"_qs << u"2020-01-01"_qs << u"2024-01-01"_qs << true;
    QTest::newRow("another key") << u"b"_qs << u"2024-06-01"_qs << QString() << true;
    QTest::newRow("inside") << u"a"_qs << u"2024-03-01"_qs << u"2024-04-01"_qs << false;
    QTest::newRow("around") << u"a"_qs << u"2023-01-01"_qs << u"2025-06-01"_qs << false;
    QTest::newRow("one day too long") << u"a"_qs << u"2025-01-01"_qs << u"2026-01-02"_qs << false;
    QTest::newRow("open into an open one") << u"a"_qs << u"2027-01-01"_qs << QString() << false;
    QTest::newRow("open from before") << u"a"_qs << u"2019-01-01"_qs << QString() << false;
}

void tst_Migrator::overlapIsRefused()
{
    QFETCH(const QString, topic);
    QFETCH(const QString, from);
    QFETCH(const QString, until);
    QFETCH(const bool, accepted);
    const auto database = memory();
    QVERIFY_RESULT(Migrator({step(1, firstStep + u"--@ no_overlap note topic\n")}).migrate(*database));
    const auto add = [&](const QString &key, const QString &since, const QString &end) {
        return database->execute(
            u"INSERT INTO note (uuid, created_at, created_by, topic, valid_from, valid_until) VALUES "
            "('u', 'n', 'w', ?, ?, ?)"_qs,
            {key, since, end.isEmpty() ? QVariant() : QVariant(end)});
    };
    QVERIFY_RESULT(add(u"a"_qs, u"2024-01-01"_qs, u"2025-01-01"_qs));
    QVERIFY_RESULT(add(u"a"_qs, u"2026-01-01"_qs, {}));
    const auto done = add(topic, from, until);
    QCOMPARE(done.ok(), accepted);
    if (!accepted) {
        QCOMPARE(done.error().kind, ErrorKind::Invalid);
        QVERIFY(done.error().detail.contains(u"overlap:note"));
        // A void row is in nobody's way, and an update is guarded like an insert.
        QVERIFY_RESULT(database->execute(u"UPDATE note SET voided_at = 'n'"_qs));
        QVERIFY_RESULT(add(topic, from, until));
        QVERIFY(!database->execute(u"UPDATE note SET voided_at = NULL WHERE id IN (1, 2)"_qs));
    }
}

void tst_Migrator::appendOnlyHolds()
{
    const auto database = memory();
    QVERIFY_RESULT(Migrator({step(1, firstStep + u"--@ append_only schema_step\n")}).migrate(*database));
    for (const QString &sql : {u"UPDATE schema_step SET version = 7"_qs, u"DELETE FROM schema_step"_qs}) {
        const auto done = database->execute(sql);
        QVERIFY(!done);
        QVERIFY(done.error().detail.contains(u"append_only"));
    }
    QCOMPARE(database->scalar(u"SELECT version FROM schema_step"_qs)->toInt(), 1);
}

void tst_Migrator::failingStepChangesNothing()
{
    const auto database = memory();
    const Migration first = step(1, firstStep);
    QVERIFY_RESULT(Migrator({first}).migrate(*database));
    const QStringList before = schemaOf(*database);
    const Migration bad =
        step(2, u"ALTER TABLE note ADD COLUMN colour TEXT\n--;\nCREATE TABLE more ({{id}}) {{strict}}\n"
                "--;\nUPDATE note SET no_such_column = 1\n"_qs);
    const auto done = Migrator({first, bad}).migrate(*database);
    QVERIFY(!done);
    QCOMPARE(schemaOf(*database), before);
    QCOMPARE(database->scalar(dialect::schemaVersion())->toInt(), 1);
    QCOMPARE(database->scalar(u"SELECT COUNT(*) FROM schema_step"_qs)->toInt(), 1);
    QVERIFY(!database->inTransaction());
    QVERIFY_RESULT(Migrator({first, step(2, u"CREATE TABLE more ({{id}}) {{strict}}"_qs)}).migrate(*database));
}

void tst_Migrator::olderBookBecomesLikeFresh()
{
    const QList<Migration> steps{step(1, firstStep),
                                 step(2, u"ALTER TABLE note ADD COLUMN colour TEXT\n--;\n"
                                         "CREATE INDEX note_topic ON note (topic)\n--;\n"
                                         "--@ no_overlap note topic\n"_qs),
                                 step(3,
                                      u"CREATE TABLE tag ({{id}}, {{record}}, note_id INTEGER NOT NULL REFERENCES note "
                                      "(id)) {{strict}}\n--;\nUPDATE note SET colour = 'red'\n"_qs)};
    const auto fresh = memory();
    QVERIFY_RESULT(Migrator(steps).migrate(*fresh));
    for (int from = 1; from < steps.size(); ++from) {
        const auto older = memory();
        QVERIFY_RESULT(Migrator(steps.mid(0, from)).migrate(*older));
        QVERIFY_RESULT(older->execute(
            u"INSERT INTO note (uuid, created_at, created_by, topic, valid_from) VALUES ('u', 'n', 'w', '防汛', '2026-01-01')"_qs));
        const Migrator all(steps);
        QCOMPARE(int(*all.state(*older)), int(SchemaState::Older));
        QVERIFY_RESULT(all.migrate(*older));
        QCOMPARE(int(*all.state(*older)), int(SchemaState::Current));
        QCOMPARE(schemaOf(*older), schemaOf(*fresh));
        QCOMPARE(older->scalar(u"SELECT topic || colour FROM note"_qs)->toString(), u"防汛red"_qs);
        QCOMPARE(older->scalar(u"SELECT COUNT(*) FROM schema_step"_qs)->toInt(), 3);
    }
}

void tst_Migrator::stateTellsWhatToDo_data()
{
    QTest::addColumn<int>("known");
    QTest::addColumn<int>("state");
    QTest::newRow("older") << 4 << int(SchemaState::Older);
    QTest::newRow("current") << 3 << int(SchemaState::Current);
    QTest::newRow("newer, may be written by 2") << 2 << int(SchemaState::NewerCompatible);
    QTest::newRow("newer, not by 1") << 1 << int(SchemaState::NewerIncompatible);
}

void tst_Migrator::stateTellsWhatToDo()
{
    QFETCH(const int, known);
    const QString nothing = u"CREATE INDEX n%1 ON note (topic)"_qs;
    const QList<Migration> steps{step(1, firstStep), step(2, nothing.arg(2), 2), step(3, nothing.arg(3), 2),
                                 step(4, nothing.arg(4), 4)};
    const auto database = memory();
    QVERIFY_RESULT(Migrator(steps.mid(0, 3)).migrate(*database));
    const auto state = Migrator(steps.mid(0, known)).state(*database);
    QVERIFY_RESULT(state);
    QTEST(int(*state), "state");
}

void tst_Migrator::ownSchemaIsWhole()
{
    const auto migrator = Migrator::fromResources();
    QVERIFY_RESULT(migrator);
    const auto database = memory();
    QVERIFY_RESULT(migrator->migrate(*database));
    QCOMPARE(database->scalar(dialect::schemaVersion())->toInt(), migrator->version());
    // Every table is STRICT, and every foreign key can be looked up by an index or is to a small table's key.
    QCOMPARE(database
                 ->scalar(u"SELECT group_concat(name) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                          "AND strict = 0 AND name NOT LIKE 'sqlite_%'"_qs)
                 ->toString(),
             QString());
    QCOMPARE(database->scalar(u"SELECT COUNT(*) FROM pragma_foreign_key_check"_qs)->toInt(), 0);
}

// A book as every released schema made it, with a member in a group, becomes like a fresh one and keeps its rows.
void tst_Migrator::ownOlderBooksAreBroughtUp()
{
    const auto migrator = Migrator::fromResources();
    QVERIFY_RESULT(migrator);
    const auto fresh = memory();
    QVERIFY_RESULT(migrator->migrate(*fresh));
    for (int from = 1; from < migrator->version(); ++from) {
        const auto older = memory();
        QVERIFY_RESULT(Migrator(migrator->migrations().mid(0, from)).migrate(*older));
        const auto insert = [&](const QString &table, const QString &columns, const QString &values) {
            QVERIFY_RESULT(older->execute(
                u"INSERT INTO %1 (uuid, created_at, created_by, %2) VALUES ('u', '2026-01-01', 'w', %3)"_qs.arg(
                    table, columns, values)));
        };
        insert(u"person"_qs, u"name"_qs, u"'王小明'"_qs);
        insert(u"member"_qs, u"person_id"_qs, u"1"_qs);
        insert(u"party_org"_qs, u"valid_from"_qs, u"'2021-01-01'"_qs);
        insert(u"party_org"_qs, u"valid_from"_qs, u"'2021-01-01'"_qs);
        insert(u"affiliation"_qs, u"member_id, org_id, group_id, valid_from"_qs, u"1, 1, 2, '2025-01-01'"_qs);
        insert(u"affiliation"_qs, u"member_id, org_id, valid_from, valid_until"_qs,
               u"1, 1, '2024-01-01', '2025-01-01'"_qs);
        QCOMPARE(int(*migrator->state(*older)), int(SchemaState::Older));
        QVERIFY_RESULT(migrator->migrate(*older));
        QCOMPARE(int(*migrator->state(*older)), int(SchemaState::Current));
        QCOMPARE(schemaOf(*older), schemaOf(*fresh));
        QCOMPARE(older->scalar(u"SELECT COUNT(*) FROM affiliation"_qs)->toInt(), 2);
        QCOMPARE(older->scalar(u"SELECT COUNT(*) FROM affiliation WHERE group_id = 2"_qs)->toInt(), 1);
        QCOMPARE(older->scalar(u"PRAGMA integrity_check"_qs)->toString(), u"ok"_qs);
    }
}

QTEST_GUILESS_MAIN(tst_Migrator)
#include "tst_migrator.moc"
