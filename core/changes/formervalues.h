#pragma once
// What a value without a day of its own was before it changed in life, so that figures and lists as of an earlier day
// stay as they were. Few columns need it (TableSpec::kept), and their rows hold what is so now; what was so before
// stands beside them:
//
//   former_value   tbl     row_id  col        value  valid_until
//                  person      17  education  31     2026-10-15     31 until that day (exclusive), then what the next
//                                                                   of these says, at last what the row itself holds
//
// A change holds from a day on and writes what held until then. A correction writes nothing: it was always so. Where
// nothing stood, the book is completed, which is a correction too, unless an empty value is an answer of its own.
// These rows are written, journaled, voided and taken back like any others.
#include "core/changes/unitofwork.h"
#include <QSet>

namespace gridbook {

inline const QString formerValueTable = QStringLiteral("former_value");

// What is wrong rather than changed: the columns, and the day as of which the wrong values were read.
struct Corrections
{
    QSet<QString> columns{};
    QDate readOn{};
};

// update() of a row whose kept columns hold their new values from a day on. What was entered for a later day gives way.
Done changeFrom(UnitOfWork &work, const QString &table, RowId row, int seenVersion, const QVariantMap &values,
                QDate from, const Corrections &corrections = {});
// Two rows become one. taken: the columns whose value comes from the dropped row; their past comes with them.
Done mergeFormerValues(UnitOfWork &work, const QString &table, RowId keep, RowId drop, const QVariantMap &taken);

// The tables that a statement reads, by their aliases.
using SqlSources = QList<std::pair<QString, QString>>;
// How many rows of a table a statement looks at: many, and those that have changed are gathered once for all of them;
// a page of known ones, and each is looked up.
enum class RowsRead { Many, Few };
// The statement with every kept column (alias.column) read as of a day, which it knows as :asof. Unchanged if it reads
// none, or if nothing of what it reads has changed since that day: one look at an index.
Result<QString> readAsOf(Database &database, const Tables &tables, const SqlSources &sources, const QString &sql,
                         QDate day, RowsRead rowsRead = RowsRead::Many);
// Whether any kept value has changed after a day.
Result<bool> anyChangedAfter(Database &database, QDate day);

QList<TableSpec> formerValueTables();

} // namespace gridbook
