#include "core/storage/inserter.h"
#include "core/storage/sqlite.h"
#include <sqlite3.h>
#include <utility>

namespace gridbook {

Result<Inserter> Inserter::prepare(Database &database, const QString &sql)
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray text = sql.toUtf8();
    sqlite3 *const handle = database.handle();
    if (sqlite3_prepare_v3(handle, text.constData(), int(text.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                           nullptr) != SQLITE_OK) {
        return sqlite::errorOf(handle, sql);
    }
    return Inserter(handle, statement);
}

Inserter::Inserter(Inserter &&other) noexcept
    : m_handle(other.m_handle)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_held(std::move(other.m_held))
    , m_next(other.m_next)
{}

Inserter::~Inserter()
{
    sqlite3_finalize(m_statement);
}

void Inserter::add(qint64 value)
{
    sqlite3_bind_int64(m_statement, m_next++, value);
}

void Inserter::addText(const QByteArray &utf8)
{
    if (utf8.isEmpty()) {
        sqlite3_bind_null(m_statement, m_next++);
        return;
    }
    m_held.append(utf8);
    sqlite3_bind_text(m_statement, m_next++, m_held.last().constData(), int(utf8.size()), SQLITE_STATIC);
}

void Inserter::add(const QVariant &stored)
{
    switch (stored.typeId()) {
    case QMetaType::QString:
        addText(stored.toString().toUtf8());
        return;
    case QMetaType::QByteArray:
        m_held.append(stored.toByteArray());
        sqlite3_bind_blob(m_statement, m_next++, m_held.last().constData(), int(m_held.last().size()), SQLITE_STATIC);
        return;
    default:
        sqlite::bind(m_statement, m_next++, stored);
    }
}

Result<RowId> Inserter::run()
{
    const bool isWhole = m_next == sqlite3_bind_parameter_count(m_statement) + 1;
    const int state = isWhole ? sqlite3_step(m_statement) : SQLITE_MISUSE;
    const QString sql = state == SQLITE_DONE ? QString() : QString::fromUtf8(sqlite3_sql(m_statement));
    const Error error = state == SQLITE_DONE ? Error() : sqlite::errorOf(m_handle, sql);
    sqlite3_reset(m_statement);
    m_held.clear();
    m_next = 1;
    if (state != SQLITE_DONE) {
        return error;
    }
    return sqlite3_last_insert_rowid(m_handle);
}

} // namespace gridbook
