#pragma once
// Rows that are valid from a day on (valid_from, inclusive) until a day (valid_until, exclusive; null = open). Commands
// add to the end of such a row of rows and never reach back, so that a count as of an earlier day stays what it was.
#include "core/changes/unitofwork.h"

namespace gridbook {

struct DatedRow
{
    RowId id = 0;
    QDate from;
    QDate until;        // invalid: open
    QVariantMap values; // every column as stored
    [[nodiscard]] bool holdsOn(QDate day) const { return from <= day && (!until.isValid() || day < until); }
    [[nodiscard]] RowId ref(const QString &column) const { return values.value(column).toLongLong(); }
    [[nodiscard]] QString text(const QString &column) const { return values.value(column).toString(); }
};

// The rows of one owner that are not void, earliest first.
Result<QList<DatedRow>> datedRows(Database &database, const QString &table, const QString &ownerColumn, RowId owner);
// One row of any table by its id, every column as stored; NotFound if there is none.
Result<QVariantMap> storedRow(Database &database, const QString &table, RowId id);
// The row that holds on a day; null if none does.
const DatedRow *rowOn(const QList<DatedRow> &rows, QDate day);
// The same row from a day on with other values: the old row ends there, a new one begins. What holds between is carried
// over unless it is given; how the row began stays with the old one, how it ends goes to the new one with its last day
// (TableSpec::ofBeginning, ofEnd). Refused if the row began on that day or later, or ended by then.
Result<RowId> continueRow(UnitOfWork &work, const QString &table, const DatedRow &row, QDate day,
                          const QVariantMap &values);
// values with what no longer belongs to another value that changes taken away (TableSpec::within): the group of the
// branch that is left. before: the row as stored. What is chosen, but belongs elsewhere, is refused or left out.
enum class Strangers { Refuse, LeaveOut };
Result<QVariantMap> keptWithin(UnitOfWork &work, const QString &table, const QVariantMap &before, QVariantMap values,
                               Strangers strangers = Strangers::Refuse);
// Ends a row. Refused if it began on that day or later.
Done endRow(UnitOfWork &work, const QString &table, const DatedRow &row, QDate day, const QVariantMap &values = {});

} // namespace gridbook
