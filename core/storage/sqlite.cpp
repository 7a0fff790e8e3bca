#include "core/storage/sqlite.h"
#include <QCoreApplication>
#include <sqlite3.h>

namespace gridbook::sqlite {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

} // namespace

// The user's words for a failure of the store.
Error errorOf(int code, const QString &text, const QString &sql)
{
    const QString detail = QStringLiteral("%1 [%2] %3").arg(text, QString::number(code), sql);
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::Busy,
                Texts::tr("The book is being written by another program. Wait a moment and try again."), detail};
    case SQLITE_FULL:
        return {ErrorKind::Io, Texts::tr("The disk is full. Nothing was changed; free some space and try again."),
                detail};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {
            ErrorKind::Refused,
            Texts::tr(
                "The book is read-only here. Copy it to a folder where you may write, or ask for the right to write."),
            detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorKind::Damaged,
                Texts::tr(
                    "The file is damaged or is not a book. Open the latest backup instead; the file itself was left as "
                    "it is."),
                detail};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return {ErrorKind::Io,
                Texts::tr(
                    "The disk or the share does not answer. Nothing was changed; check the connection and try again."),
                detail};
    case SQLITE_INTERRUPT:
        return {ErrorKind::Cancelled, Texts::tr("Cancelled."), detail};
    case SQLITE_CONSTRAINT:
        return {ErrorKind::Invalid, Texts::tr("The entry breaks a rule of the book and was not saved."), detail};
    default:
        return {ErrorKind::Internal, Texts::tr("The book could not be read or written. Nothing was changed."), detail};
    }
}

Error errorOf(sqlite3 *handle, const QString &sql)
{
    return errorOf(sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle)), sql);
}

void Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Result<StatementHandle> prepare(sqlite3 *handle, const QString &sql)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *raw = nullptr;
    const char *rest = nullptr;
    const int code = sqlite3_prepare_v2(handle, text.constData(), int(text.size()), &raw, &rest);
    StatementHandle statement(raw);
    if (code != SQLITE_OK) {
        return errorOf(handle, sql);
    }
    if (!statement || !QByteArrayView(rest).trimmed().isEmpty()) {
        return errorOf(SQLITE_MISUSE, QStringLiteral("not one statement"), sql);
    }
    return statement;
}

int bind(sqlite3_stmt *statement, int index, const QVariant &value)
{
    if (value.isNull()) {
        return sqlite3_bind_null(statement, index);
    }
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::Bool:
        return sqlite3_bind_int64(statement, index, value.toLongLong());
    case QMetaType::Double:
        return sqlite3_bind_double(statement, index, value.toDouble());
    case QMetaType::QByteArray: {
        const QByteArray bytes = value.toByteArray();
        return bytes.isNull()
                   ? sqlite3_bind_null(statement, index)
                   : sqlite3_bind_blob(statement, index, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    }
    default: {
        const QString text = value.toString();
        const QByteArray utf8 = text.toUtf8();
        return text.isNull()
                   ? sqlite3_bind_null(statement, index)
                   : sqlite3_bind_text(statement, index, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
    }
    }
}

} // namespace gridbook::sqlite
