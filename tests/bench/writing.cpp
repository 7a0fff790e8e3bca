#include "tests/bench/bench.h"
#include <QFile>
#include <sqlite3.h>

namespace gridbook::bench {

using namespace Qt::StringLiterals;

namespace {

// The limit: the rows of a book and its journal written again with prepared statements of the bare library, in
// transactions of the same size, with no sealing, no hashing, no journal to be made.
double bareRowsPerSecond(const QString &path)
{
    const QString copy = path + u".bare";
    QFile::remove(copy);
    QFile::copy(path, copy);
    sqlite3 *db = nullptr;
    sqlite3_open(copy.toUtf8().constData(), &db);
    const auto run = [&](const QByteArray &sql) {
        char *error = nullptr;
        if (sqlite3_exec(db, sql.constData(), nullptr, nullptr, &error) != SQLITE_OK) {
            qFatal("%s: %s", sql.constData(), error);
        }
    };
    qint64 rows = 0;
    double milliseconds = 0;
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON");
    run("PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY; ATTACH ':memory:' AS source");
    for (const char *table : {"person", "member", "affiliation", "standing", "change"}) {
        const QByteArray name = table;
        run("CREATE TABLE source." + name + " AS SELECT * FROM main." + name + " ORDER BY id LIMIT 50000");
    }
    run("DROP TRIGGER batch_no_DELETE; DROP TRIGGER change_no_DELETE; PRAGMA foreign_keys=OFF");
    for (const char *table : {"change", "affiliation", "standing", "member", "person"}) {
        run("DELETE FROM main." + QByteArray(table));
    }
    run("PRAGMA foreign_keys=ON; PRAGMA wal_checkpoint(TRUNCATE)");
    for (const char *table : {"person", "member", "affiliation", "standing", "change"}) {
        const QByteArray name = table;
        sqlite3_stmt *read = nullptr;
        const QByteArray reading = "SELECT * FROM source." + name;
        sqlite3_prepare_v2(db, reading.constData(), -1, &read, nullptr);
        const int columns = sqlite3_column_count(read);
        QByteArray marks = QByteArray("?,").repeated(columns);
        marks.chop(1);
        sqlite3_stmt *write = nullptr;
        const QByteArray writing = "INSERT INTO main." + name + " VALUES (" + marks + ")";
        sqlite3_prepare_v2(db, writing.constData(), -1, &write, nullptr);
        milliseconds += once([&] {
            run("BEGIN IMMEDIATE");
            while (sqlite3_step(read) == SQLITE_ROW) {
                for (int i = 0; i < columns; ++i) {
                    sqlite3_bind_value(write, i + 1, sqlite3_column_value(read, i));
                }
                if (sqlite3_step(write) != SQLITE_DONE) {
                    qFatal("%s: %s", table, sqlite3_errmsg(db));
                }
                sqlite3_reset(write);
                ++rows;
            }
            run("COMMIT");
        });
        sqlite3_finalize(read);
        sqlite3_finalize(write);
    }
    sqlite3_close(db);
    for (const QString &suffix : {QString(), u"-wal"_qs, u"-shm"_qs}) {
        QFile::remove(copy + suffix);
    }
    return double(rows) * 1000 / milliseconds;
}

} // namespace

void writing(const Bench &bench)
{
    const QString path = bench.path + u".writing.gridbook";
    QFile::remove(path);
    const double seconds = makeBook(path, bench.surroundings, 50000);
    const auto book = need(Book::open(path, bench.surroundings, {.dailyBackup = false}));
    const qint64 changes = need(book->database().scalar(u"SELECT COUNT(*) FROM change"_qs)).toLongLong();
    // Each change is written twice, to its table and to the journal; making up the people is counted too.
    bench.table.add({u"changes through the unit of work"_qs, double(changes) / seconds, bareRowsPerSecond(path) / 2,
                     u"bare SQLite, the same"_qs, 20000, true, u"rows/s"_qs});
    QList<double> saves;
    for (int i = 0; i < 300; ++i) {
        saves << once([&] {
            const auto work = need(book->begin({u"edit"_qs, u"修改"_qs, {}, {}}));
            need(work->update(u"person"_qs, i * 7 + 1, 0, {{u"note"_qs, QString::number(i)}}));
            need(book->commit(*work));
        });
    }
    bench.table.add({u"save one change, p95"_qs, spread(saves).p95, 0, {}, 50});
    QFile::remove(path);
}

} // namespace gridbook::bench
