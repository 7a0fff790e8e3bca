#include "core/storage/database.h"
#include "core/base/filepath.h"
#include "core/storage/dialect.h"
#include "core/storage/sqlite.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QStorageInfo>
#include <QUrl>
#include <QUuid>
#include <sqlite3.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace gridbook {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

Error storageError(const QSqlError &error, const QString &sql)
{
    return sqlite::errorOf(error.nativeErrorCode().toInt(), error.databaseText(), sql);
}

// SQLite's name for the file. Only with its name as a URI can it be told that the file stays as it is.
QString fileName(const QString &path, bool immutable)
{
#ifdef Q_OS_WIN
    // The one of the two doors to the disk that takes paths of any length; a path of Chinese letters has many bytes.
    static const bool longPaths = sqlite3_vfs_register(sqlite3_vfs_find("win32-longpath"), 1) == SQLITE_OK;
    Q_UNUSED(longPaths)
#endif
    if (!immutable) {
        return libraryPath(path);
    }
    // Not QUrl::fromLocalFile(): SQLite refuses the server in file://server/share.
    const QByteArray name = QUrl::toPercentEncoding(libraryPath(QFileInfo(path).absoluteFilePath()));
    return QString(u"file:" + QString::fromLatin1(name) + u"?immutable=1");
}

// On a disc or in a folder where nobody may write, and with no log of somebody who could before.
bool cannotChange(const QString &path)
{
    const QFileInfo file(path);
    return !QFileInfo(file.absolutePath()).isWritable() && !QFileInfo::exists(path + QStringLiteral("-wal"));
}

bool hasLog(const QString &path)
{
    return QFileInfo::exists(path + QStringLiteral("-wal")) || QFileInfo::exists(path + QStringLiteral("-shm"));
}

// A reader makes the files of the write-ahead log and may not take them away, but the last connection that might write
// does, if no other is left: SQLite looks after that under its own locks. The log is empty, so nothing is written.
void takeLogAway(const QString &path)
{
    if (!hasLog(path) || !isAtRest(path)) {
        return; // somebody who writes has come meanwhile, and will take it away
    }
    sqlite3 *handle = nullptr;
    if (sqlite3_open_v2(fileName(path, false).toUtf8().constData(), &handle, SQLITE_OPEN_READWRITE, nullptr) ==
        SQLITE_OK) {
        sqlite3_exec(handle, dialect::fileKind().toUtf8().constData(), nullptr, nullptr, nullptr);
    }
    sqlite3_close(handle);
}

} // namespace

bool isAtRest(const QString &path)
{
    return QFileInfo(path + QStringLiteral("-wal")).size() == 0 &&
           !QFileInfo::exists(path + QStringLiteral("-journal")) && !QFileInfo::exists(path + QStringLiteral(".lock"));
}

bool isNetworkPath(const QString &path)
{
    if (path.startsWith(u"\\\\") || path.startsWith(u"//")) {
        return true;
    }
#ifdef Q_OS_WIN
    const QString absolute = QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
    if (absolute.startsWith(u"\\\\")) {
        return true;
    }
    const std::wstring drive = absolute.left(3).toStdWString();
    return GetDriveTypeW(drive.c_str()) == DRIVE_REMOTE;
#else
    static const QByteArrayList remote{"nfs", "nfs4", "cifs", "smbfs", "smb3", "fuse.sshfs", "9p", "afs"};
    return remote.contains(QStorageInfo(QFileInfo(path).absolutePath()).fileSystemType());
#endif
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, AccessMode mode)
{
    // Before the first connection: nobody asks how much memory the library takes, and counting it makes all threads
    // wait for one another.
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    std::unique_ptr<Database> database(new Database);
    database->m_path = path;
    database->m_mode = mode;
    database->m_name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    database->m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_name);
    if (mode == AccessMode::AsItLies || (mode == AccessMode::ReadOnly && cannotChange(path))) {
        // SQLite cannot read a file with a write-ahead log where it may not make its shared memory, unless it is told
        // that the file stays as it is.
        database->m_connection.setDatabaseName(fileName(path, true));
        database->m_connection.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
    } else {
        database->m_connection.setDatabaseName(fileName(path, false));
        database->m_connection.setConnectOptions(mode == AccessMode::ReadOnly ? QStringLiteral("QSQLITE_OPEN_READONLY")
                                                                              : QString());
    }
    database->m_tidies = mode == AccessMode::ReadOnly && !cannotChange(path) && !hasLog(path);
    if (!database->m_connection.open()) {
        return storageError(database->m_connection.lastError(), path);
    }
    const QVariant handle = database->m_connection.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0) {
        return Error{ErrorKind::Internal, Texts::tr("This installation is incomplete: the SQLite driver is missing."),
                     QString::fromUtf8(handle.typeName())};
    }
    database->m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    GRIDBOOK_TRY(database->configure());
    return database;
}

Database::~Database()
{
    if (m_connection.isOpen()) {
        m_connection.close();
    }
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
    if (m_tidies) {
        takeLogAway(m_path);
    }
}

Done Database::configure()
{
    for (const QString &setting : dialect::connectionSettings(m_mode, isNetworkPath(m_path))) {
        GRIDBOOK_TRY(execute(setting));
    }
    return {};
}

Done Database::execute(const QString &sql, const QVariantList &values)
{
    GRIDBOOK_ASSIGN(Statement statement, Statement::prepare(*this, sql));
    return statement.run(values);
}

Result<QVariant> Database::scalar(const QString &sql, const QVariantList &values)
{
    GRIDBOOK_ASSIGN(Statement statement, Statement::prepare(*this, sql));
    GRIDBOOK_TRY(statement.run(values));
    if (statement.next()) {
        return statement.isNull(0) ? QVariant() : statement.value(0);
    }
    GRIDBOOK_TRY(statement.status());
    return QVariant();
}

Result<QList<RowId>> Database::ids(const QString &sql, const QVariantMap &named, qint64 limit)
{
    GRIDBOOK_ASSIGN(Statement statement, Statement::prepare(*this, sql));
    GRIDBOOK_TRY(statement.run(named));
    QList<RowId> ids;
    while ((limit < 0 || ids.size() < limit) && statement.next()) {
        ids.append(statement.integer(0));
    }
    GRIDBOOK_TRY(statement.status());
    ids.squeeze(); // lists of a million are kept
    return ids;
}

Done Database::checkpoint()
{
    return execute(dialect::checkpoint());
}

Done Database::checkpointBeside()
{
    return execute(dialect::checkpointBeside());
}

void Database::setCache(Cache cache)
{
    static const QHash<Cache, int> sizes{
        {Cache::Passing, 1}, {Cache::Small, 8}, {Cache::Usual, 32}, {Cache::Bulk, 256}};
    const int mebibytes = sizes.value(cache);
    for (const QString &sql : {dialect::cacheSize(mebibytes), dialect::checkpointAfterCommits(cache != Cache::Bulk)}) {
        if (const Done done = execute(sql); !done) {
            qWarning("cache: %s", qPrintable(done.error().detail)); // slower or bigger, not wrong
        }
    }
    if (cache == Cache::Small || cache == Cache::Usual) { // something larger was there before
        sqlite3_db_release_memory(m_handle);
#ifdef __GLIBC__
        malloc_trim(0); // keeps the freed pages of a thread otherwise
#endif
    }
}

void Database::interrupt()
{
    sqlite3_interrupt(m_handle);
}

Result<Statement> Statement::prepare(Database &database, const QString &sql)
{
    GRIDBOOK_ASSIGN(sqlite::StatementHandle statement, sqlite::prepare(database.handle(), sql));
    return Statement(std::move(statement));
}

Done Statement::run(const QVariantList &values)
{
    finish();
    if (values.size() != sqlite3_bind_parameter_count(m_statement.get())) {
        return sqlite::errorOf(SQLITE_MISUSE, QStringLiteral("%1 values").arg(values.size()), sql());
    }
    for (int i = 0; i < values.size(); ++i) {
        if (sqlite::bind(m_statement.get(), i + 1, values.at(i)) != SQLITE_OK) {
            return failure();
        }
    }
    return start();
}

Done Statement::run(const QVariantMap &named)
{
    GRIDBOOK_TRY(bind(named));
    return start();
}

Done Statement::bind(const QVariantMap &named)
{
    finish();
    for (int i = 1; i <= sqlite3_bind_parameter_count(m_statement.get()); ++i) {
        const auto it = named.constFind(QString::fromUtf8(sqlite3_bind_parameter_name(m_statement.get(), i)));
        if (it == named.cend()) {
            return sqlite::errorOf(SQLITE_MISUSE, QStringLiteral("no value for mark %1").arg(i), sql());
        }
        if (sqlite::bind(m_statement.get(), i, *it) != SQLITE_OK) {
            return failure();
        }
    }
    return {};
}

Done Statement::runFor(const QString &mark, RowId value)
{
    finish();
    const int index = sqlite3_bind_parameter_index(m_statement.get(), mark.toUtf8().constData());
    if (sqlite3_bind_int64(m_statement.get(), index, value) != SQLITE_OK) {
        return failure();
    }
    return start();
}

// The first step is made at once: what writes has written when run() returns.
Done Statement::start()
{
    m_failure = {};
    step();
    if (m_at == At::Row) {
        m_at = At::BeforeFirst;
    }
    return m_failure;
}

void Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) {
        m_at = At::Row;
        return;
    }
    if (code != SQLITE_DONE) {
        m_failure = failure();
    }
    finish();
}

bool Statement::next()
{
    if (m_at == At::BeforeFirst) {
        m_at = At::Row;
    } else if (m_at == At::Row) {
        step();
    }
    return m_at == At::Row;
}

void Statement::finish()
{
    sqlite3_reset(m_statement.get());
    m_at = At::Nothing;
}

QString Statement::sql() const
{
    return QString::fromUtf8(sqlite3_sql(m_statement.get()));
}

Error Statement::failure() const
{
    return sqlite::errorOf(sqlite3_db_handle(m_statement.get()), sql());
}

QVariant Statement::value(int column) const
{
    sqlite3_stmt *const row = m_statement.get();
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(row, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(row, column);
    case SQLITE_BLOB:
        return bytes(column);
    case SQLITE_NULL:
        return QVariant(QMetaType::fromType<QString>());
    default:
        return text(column);
    }
}

qint64 Statement::integer(int column) const
{
    sqlite3_stmt *const row = m_statement.get();
    return sqlite3_column_type(row, column) == SQLITE_INTEGER ? qint64(sqlite3_column_int64(row, column))
                                                              : value(column).toLongLong();
}

QString Statement::text(int column) const
{
    sqlite3_stmt *const row = m_statement.get();
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_FLOAT:
        return value(column).toString(); // as everywhere in the program: 1, not 1.0
    case SQLITE_BLOB:
        return QString::fromUtf8(bytes(column)); // asked for as a text, it would be one from now on
    default:
        const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(row, column));
        return utf8 == nullptr ? QString() : QString::fromUtf8(utf8, sqlite3_column_bytes(row, column));
    }
}

QByteArray Statement::bytes(int column) const
{
    sqlite3_stmt *const row = m_statement.get();
    if (sqlite3_column_type(row, column) == SQLITE_FLOAT) {
        return value(column).toByteArray();
    }
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(row, column));
    return bytes == nullptr ? QByteArray() : QByteArray(bytes, sqlite3_column_bytes(row, column));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

qint64 Statement::affectedRows() const
{
    return sqlite3_changes(sqlite3_db_handle(m_statement.get()));
}

qint64 Statement::lastId() const
{
    return sqlite3_last_insert_rowid(sqlite3_db_handle(m_statement.get()));
}

QStringList Statement::columnNames() const
{
    QStringList names;
    for (int i = 0; i < sqlite3_column_count(m_statement.get()); ++i) {
        names << QString::fromUtf8(sqlite3_column_name(m_statement.get(), i));
    }
    return names;
}

Result<std::unique_ptr<Transaction>> Transaction::begin(Database &database, Kind kind)
{
    if (database.m_inTransaction) {
        return Error{ErrorKind::Internal, Texts::tr("Another change is still being saved. Try again."),
                     QStringLiteral("nested transaction")};
    }
    GRIDBOOK_TRY(database.execute(kind == Kind::Write ? dialect::beginWrite() : dialect::beginRead()));
    database.m_inTransaction = true;
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Transaction::~Transaction()
{
    if (m_open) {
        m_database.m_inTransaction = false;
        if (sqlite3_get_autocommit(m_database.m_handle) != 0) {
            return; // a full disk has rolled it back already
        }
        // interrupt() was meant for what ran before; it may hit the end of it all the same.
        constexpr int tries = 1000;
        Done done;
        for (int i = 0; i < tries && sqlite3_get_autocommit(m_database.m_handle) == 0; ++i) {
            done = m_database.execute(QStringLiteral("ROLLBACK"));
        }
        if (!done) {
            qWarning("rollback: %s", qPrintable(done.error().detail));
        }
    }
}

Done Transaction::commit()
{
    GRIDBOOK_TRY(m_database.execute(QStringLiteral("COMMIT")));
    m_open = false;
    m_database.m_inTransaction = false;
    return {};
}

} // namespace gridbook
