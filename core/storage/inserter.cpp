#include "core/storage/inserter.h"
#include <sqlite3.h>

namespace gridbook {

Result<Inserter> Inserter::prepare(Database &database, const QString &sql)
{
    GRIDBOOK_ASSIGN(sqlite::StatementHandle statement, sqlite::prepare(database.handle(), sql));
    return Inserter(database.handle(), std::move(statement));
}

void Inserter::add(qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), m_next++, value);
}

void Inserter::addText(const QByteArray &utf8)
{
    if (utf8.isEmpty()) {
        sqlite3_bind_null(m_statement.get(), m_next++);
        return;
    }
    m_held.append(utf8);
    sqlite3_bind_text(m_statement.get(), m_next++, m_held.last().constData(), int(utf8.size()), SQLITE_STATIC);
}

void Inserter::add(const QVariant &stored)
{
    switch (stored.typeId()) {
    case QMetaType::QString:
        addText(stored.toString().toUtf8());
        return;
    case QMetaType::QByteArray:
        m_held.append(stored.toByteArray());
        sqlite3_bind_blob(m_statement.get(), m_next++, m_held.last().constData(), int(m_held.last().size()),
                          SQLITE_STATIC);
        return;
    default:
        sqlite::bind(m_statement.get(), m_next++, stored);
    }
}

Result<RowId> Inserter::run()
{
    const bool isWhole = m_next == sqlite3_bind_parameter_count(m_statement.get()) + 1;
    const int state = isWhole ? sqlite3_step(m_statement.get()) : SQLITE_MISUSE;
    const QString sql = state == SQLITE_DONE ? QString() : QString::fromUtf8(sqlite3_sql(m_statement.get()));
    const Error error = state == SQLITE_DONE ? Error() : sqlite::errorOf(m_handle, sql);
    sqlite3_reset(m_statement.get());
    m_held.clear();
    m_next = 1;
    if (state != SQLITE_DONE) {
        return error;
    }
    return sqlite3_last_insert_rowid(m_handle);
}

} // namespace gridbook
