#pragma once
// All that differs between SQLite and PostgreSQL stands here. Everything else keeps to what SQLite 3.40 and
// PostgreSQL 15 both accept, so that a book can grow into a server without a second set of statements.
#include "core/storage/database.h"
#include <QStringList>

namespace gridbook::dialect {

inline constexpr qint64 applicationId = 0x47424B31; // "GBK1": tells a book from any other SQLite file

QStringList connectionSettings(AccessMode mode, bool onNetwork);
QString cacheSize(int mebibytes); // of pages, per connection
QString beginRead();
QString beginWrite();
QString checkpoint();
QString checkpointBeside(); // as far as it can be done without making anybody wait
QString checkpointAfterCommits(bool wanted);
QStringList refreshStatistics();       // for the planner of queries; quick whatever the size
QString copyInto(const QString &path); // a compact copy of the whole book
QString quickCheck();
QString integrityCheck();
QString fileSize(); // what the file should measure in bytes
QString schemaVersion();
QString setSchemaVersion(int version);
QString fileKind(); // yields applicationId for a book
QString setFileKind();
bool isBookFile(const QString &path);    // by the first bytes of the file alone
QString columnsOf(const QString &table); // rows whose column "name" is a column of the table
QString triggers();                      // rows of the name and the statement of each
// The words of a migration file that differ: {{id}} {{strict}} {{blob}} {{record}}.
QString expandWords(const QString &sql);
// "--@ no_overlap affiliation member_id", "--@ no_overlap post grid_id role where NEW.role = 'leader'" and "--@
// append_only batch": the statements that guard them. "--@ to_blob person note": a column of texts takes sealed ones;
// what it holds stays until it is sealed. The migration must also change the schema in a usual way, or others would not
// notice.
Result<QStringList> expandDirective(const QString &line);
// A ledger that is only added to takes updates, and again refuses them: for sealing what an older book kept readable.
QString allowUpdates(const QString &ledger);
QString refuseUpdates(const QString &ledger);
// Full years between two stored dates, as an SQL expression: yearsBetween("p.birth", ":asof").
QString yearsBetween(const QString &from, const QString &to);

} // namespace gridbook::dialect
