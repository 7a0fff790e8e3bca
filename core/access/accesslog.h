#pragma once
// Who has looked at sealed values or taken them out, when and what for: the table access_log, one line for each record.
// Lines are added and never changed. Each has a stamp over all that it says and its number, which nobody makes without
// the key of the book; numbers have no gaps, and that of the last line is stamped as well:
//
//     access_log     1 ─ 2 ─ 3 ─ … ─ n        a line changed: its stamp does not fit
//     access_stamp   1 ─ 2 ─ 3 ─ … ─ n        a line taken out: its number is missing
//     access_end                     n        the last ones taken out: they are missing up to n
//
// What it cannot hold against: whoever has the key (as long as no passphrase is set it lies in the book) makes stamps,
// and whoever puts an older access_end back, from a backup, takes out what came after it.
#include "core/access/sealer.h"
#include "core/storage/database.h"
#include <optional>

namespace gridbook {

struct AccessLine
{
    QString madeAt; // ISO local time
    QString who;
    QString machine;
    QString action; // "show" or "export"
    QString registry;
    RowId record = 0; // 0: a whole list
    QString field;
    QString purpose;
};

class AccessLog
{
public:
    AccessLog(Database &database, const Sealer &sealer) : m_database(database), m_sealer(sealer) {}

    // The same line for each of these records, in the caller's transaction.
    Done add(const AccessLine &line, const QList<RowId> &records);
    // Sentences that name what was changed outside of the program; empty: all is well. Stops after limit of them.
    Result<QStringList> verify(int limit = 100);

    // The kind of the batch that tells of the stamping of older lines. A second one is named by verify().
    static constexpr QStringView stampKind = u"stamp";
    // The lines of a book from before there were stamps wait for the key; then stampOlder() says how many it found. In
    // the caller's transaction.
    static Result<bool> waits(Database &database);
    Result<qint64> stampOlder();

private:
    struct End
    {
        qint64 last = 0;
        bool holds = false; // its stamp fits
    };
    Result<std::optional<End>> end();
    [[nodiscard]] QByteArray stampOf(RowId number, const AccessLine &line) const;
    [[nodiscard]] QByteArray stampOfEnd(qint64 last) const;

    Database &m_database;
    const Sealer &m_sealer;
};

} // namespace gridbook
