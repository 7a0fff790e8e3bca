#include "core/storage/database.h"
#include "core/storage/dialect.h"
#include "core/storage/sqlite.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
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
    if (sqlite3_open_v2(path.toUtf8().constData(), &handle, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK) {
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
    std::unique_ptr<Database> database(new Database);
    database->m_path = path;
    database->m_mode = mode;
    database->m_name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    database->m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_name);
    if (mode == AccessMode::AsItLies || (mode == AccessMode::ReadOnly && cannotChange(path))) {
        // SQLite cannot read a file with a write-ahead log where it may not make its shared memory, unless it is told
        // that the file stays as it is.
        QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
        url.setQuery(QStringLiteral("immutable=1"));
        database->m_connection.setDatabaseName(url.toString(QUrl::FullyEncoded));
        database->m_connection.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
    } else {
        database->m_connection.setDatabaseName(path);
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
    sqlite3_stmt *statement = nullptr;
    const QByteArray text = sql.toUtf8();
    if (sqlite3_prepare_v2(m_handle, text.constData(), int(text.size()), &statement, nullptr) != SQLITE_OK) {
        return sqlite::errorOf(m_handle, sql);
    }
    const auto finalize = qScopeGuard([&] { sqlite3_finalize(statement); });
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
        const QString name = QString::fromUtf8(sqlite3_bind_parameter_name(statement, i));
        if (sqlite::bind(statement, i, named.value(name)) != SQLITE_OK) {
            return sqlite::errorOf(m_handle, sql);
        }
    }
    QList<RowId> ids;
    int state = sqlite3_step(statement);
    for (; state == SQLITE_ROW && (limit < 0 || ids.size() < limit); state = sqlite3_step(statement)) {
        ids.append(sqlite3_column_int64(statement, 0));
    }
    if (state != SQLITE_ROW && state != SQLITE_DONE) {
        return sqlite::errorOf(m_handle, sql);
    }
    ids.squeeze(); // lists of a million are kept
    return ids;
}

Done Database::checkpoint()
{
    return execute(dialect::checkpoint());
}

void Database::setCache(Cache cache)
{
    const int mebibytes = cache == Cache::Small ? 8 : cache == Cache::Usual ? 32 : 256;
    if (const Done done = execute(dialect::cacheSize(mebibytes)); !done) {
        qWarning("cache: %s", qPrintable(done.error().detail)); // slower or bigger, not wrong
    }
    if (cache != Cache::Bulk) {
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
    QSqlQuery query(database.connection());
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return storageError(query.lastError(), sql);
    }
    return Statement(std::move(query));
}

Done Statement::run(const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i) {
        m_query.bindValue(i, values.at(i));
    }
    if (!m_query.exec()) {
        return storageError(m_query.lastError(), m_query.lastQuery());
    }
    return {};
}

Done Statement::run(const QVariantMap &named)
{
    for (auto it = named.cbegin(); it != named.cend(); ++it) {
        m_query.bindValue(it.key(), it.value());
    }
    if (!m_query.exec()) {
        return storageError(m_query.lastError(), m_query.lastQuery());
    }
    return {};
}

bool Statement::next()
{
    return m_query.next();
}

Done Statement::status() const
{
    if (m_query.lastError().type() != QSqlError::NoError) {
        return storageError(m_query.lastError(), m_query.lastQuery());
    }
    return {};
}

QStringList Statement::columnNames() const
{
    const QSqlRecord record = m_query.record();
    QStringList names;
    for (int i = 0; i < record.count(); ++i) {
        names << record.fieldName(i);
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
        if (const auto done = m_database.execute(QStringLiteral("ROLLBACK")); !done) {
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
