#pragma once
// An INSERT that is run again and again. An import runs it half a million times, where binding through QtSql costs more
// than the insertion itself; so the values go straight to the library.
//
//     inserter.add(…); inserter.add(…);     in the order of the marks
//     inserter.run()  ─▶ id of the row      begins anew
#include "core/storage/database.h"

namespace gridbook {

class Inserter
{
public:
    static Result<Inserter> prepare(Database &database, const QString &sql);

    void add(qint64 value);
    void addText(const QByteArray &utf8); // empty: null, as everywhere in the book
    void add(const QVariant &stored);     // null, text, blob, whole or real number
    Result<RowId> run();

private:
    Inserter(sqlite3 *handle, sqlite::StatementHandle statement) : m_handle(handle), m_statement(std::move(statement))
    {}

    sqlite3 *m_handle;
    sqlite::StatementHandle m_statement;
    QList<QByteArray> m_held; // what is bound stays alive until the row is written
    int m_next = 1;
};

} // namespace gridbook
