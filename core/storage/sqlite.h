#pragma once
// The bare library, where QtSql is too slow: only inside this folder.
#include "core/base/result.h"
#include <QVariant>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace gridbook::sqlite {

struct Finalizer
{
    void operator()(sqlite3_stmt *statement) const;
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, Finalizer>;

// One statement and nothing after it.
Result<StatementHandle> prepare(sqlite3 *handle, const QString &sql);

// The user's words for a failure of the store; detail: what the library says, and the statement.
[[nodiscard]] Error errorOf(int code, const QString &text, const QString &sql);
[[nodiscard]] Error errorOf(sqlite3 *handle, const QString &sql);

// Binds null (also a null text or blob), text, blob, a whole or a real number; the value is copied. Returns the
// library's code.
int bind(sqlite3_stmt *statement, int index, const QVariant &value);

} // namespace gridbook::sqlite
