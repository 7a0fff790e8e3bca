#pragma once
// One connection to a book file. The only folder that sees QtSql and sqlite3 is this one; everybody else gets
// Statement, Transaction and Result. A connection stays in the thread that opened it; only interrupt() may be called
// from elsewhere.
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/storage/sqlite.h"
#include <QSqlDatabase>
#include <QVariant>
#include <memory>

namespace gridbook {

enum class AccessMode {
    ReadWrite,
    ReadOnly,
    AsItLies // reading a file that nobody has open: makes no file beside it, takes no lock
};

class Database
{
public:
    // Opens an existing file, or makes an empty one in ReadWrite mode. Sets foreign keys, WAL on a local disk
    // (DELETE with EXTRA on a network share, where WAL is unsafe), synchronous FULL and secure delete. Who only reads
    // leaves the folder as it was.
    static Result<std::unique_ptr<Database>> open(const QString &path, AccessMode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] AccessMode mode() const { return m_mode; }

    Done execute(const QString &sql, const QVariantList &values = {});
    // First column of the first row; null if there is none.
    Result<QVariant> scalar(const QString &sql, const QVariantList &values = {});
    // The first column of every row as row ids, at the speed of the bare library. named: ":asof" → value.
    Result<QList<RowId>> ids(const QString &sql, const QVariantMap &named, qint64 limit = -1);
    Done checkpoint();       // brings the write-ahead log into the file
    Done checkpointBeside(); // the same as far as nobody has to wait for it: from another thread while one works on
    // How many pages are kept. A small reader reads single records: it gives back what a question about the whole book
    // left behind. A bulk writer touches every index at random: what does not fit is written and read again and again;
    // its log is long, and stays beside the file until somebody brings it in. Whoever passes through the book once
    // reads nearly nothing twice: to take a page from the system again costs less than the memory to keep it in.
    enum class Cache { Small, Usual, Bulk, Passing };
    void setCache(Cache cache);
    void interrupt(); // any thread: makes the running statement of this connection fail

    [[nodiscard]] QSqlDatabase &connection() { return m_connection; }
    [[nodiscard]] sqlite3 *handle() { return m_handle; } // for this folder
    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }

private:
    friend class Transaction;
    Database() = default;
    Done configure();

    QString m_path;
    QString m_name;
    AccessMode m_mode = AccessMode::ReadOnly;
    QSqlDatabase m_connection;
    sqlite3 *m_handle = nullptr;
    bool m_inTransaction = false;
    bool m_tidies = false; // reading made the files of the log, which were not there
};

// True if the file may be opened AsItLies: no lock, no log and no journal beside it tells of somebody at work.
bool isAtRest(const QString &path);

// True for \\server\share paths, mapped network drives and network file systems: no write-ahead log there.
bool isNetworkPath(const QString &path);

// A connection has the cache of a bulk writer as long as this lives.
class BulkCache
{
public:
    explicit BulkCache(Database &database) : m_database(database) { m_database.setCache(Database::Cache::Bulk); }
    ~BulkCache() { m_database.setCache(Database::Cache::Usual); }
    BulkCache(const BulkCache &) = delete;
    BulkCache &operator=(const BulkCache &) = delete;

private:
    Database &m_database;
};

// A prepared, forward-only statement. Values are positional (?) or named (:name), never mixed. It steps the bare
// library: lists and imports run one statement a hundred thousand times, where QtSql would spend more time on the names
// of the columns than the library on the rows.
//
//     run(values) ─▶ next() ─▶ value(0), text(1) … ─▶ next() … false ─▶ status()
class Statement
{
public:
    static Result<Statement> prepare(Database &database, const QString &sql);
    Done run(const QVariantList &values = {});
    Done run(const QVariantMap &named);
    // For each of many records: all values once (that of the mark null), then only the one that differs.
    Done bind(const QVariantMap &named);
    Done runFor(const QString &mark, RowId value);
    bool next(); // false at the end and on failure: then status() tells
    [[nodiscard]] Done status() const { return m_failure; }

    // Of the row at hand. A null: a null text.
    [[nodiscard]] QVariant value(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 affectedRows() const;
    [[nodiscard]] qint64 lastId() const;
    [[nodiscard]] QStringList columnNames() const;
    void finish(); // before the end: lets go of what it reads

private:
    enum class At { Nothing, BeforeFirst, Row };
    explicit Statement(sqlite::StatementHandle statement) : m_statement(std::move(statement)) {}
    Done start(); // with the values that are bound
    [[nodiscard]] QString sql() const;
    [[nodiscard]] Error failure() const;
    void step();

    sqlite::StatementHandle m_statement;
    At m_at = At::Nothing;
    Done m_failure;
};

// Rolls back unless committed. Write transactions take the write lock at once, so that they fail early or not at all.
class Transaction
{
public:
    enum class Kind { Read, Write };
    static Result<std::unique_ptr<Transaction>> begin(Database &database, Kind kind);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    Done commit();

private:
    explicit Transaction(Database &database) : m_database(database) {}
    Database &m_database;
    bool m_open = true;
};

} // namespace gridbook
