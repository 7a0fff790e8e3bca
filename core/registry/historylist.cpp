#include "core/registry/historylist.h"

namespace gridbook {

using namespace Qt::StringLiterals;

Result<QList<BatchLine>> listBatches(Database &database, const BatchFilter &filter, BatchId before, int limit)
{
    QStringList conditions{u"1 = 1"_qs};
    QVariantList bound;
    if (before.isValid()) {
        conditions << u"b.id < ?"_qs;
        bound << before.value();
    }
    const QString words = filter.text.trimmed();
    if (!words.isEmpty()) {
        QString escaped = words;
        escaped.replace(u'\\', u"\\\\"_qs).replace(u'%', u"\\%"_qs).replace(u'_', u"\\_"_qs);
        const QString like = u'%' + escaped + u'%';
        conditions
            << u"(b.title LIKE ? ESCAPE '\\' OR b.who LIKE ? ESCAPE '\\' OR COALESCE(b.reason, '') LIKE ? ESCAPE '\\')"_qs;
        bound << like << like << like;
    }
    if (!filter.kinds.isEmpty()) {
        conditions << u"b.kind IN (%1)"_qs.arg(u"?, "_qs.repeated(filter.kinds.size()).chopped(2));
        for (const QString &kind : filter.kinds) {
            bound << kind;
        }
    }
    if (filter.from.isValid()) {
        conditions << u"b.made_at >= ?"_qs;
        bound << filter.from.toString(Qt::ISODate);
    }
    if (filter.until.isValid()) {
        conditions << u"b.made_at < ?"_qs;
        bound << filter.until.addDays(1).toString(Qt::ISODate);
    }
    bound << limit;
    GRIDBOOK_ASSIGN(
        Statement statement,
        Statement::prepare(
            database,
            u"SELECT b.id, b.kind, b.title, b.who, b.machine, b.made_at, b.root, b.reason, "
            "(SELECT COUNT(*) FROM change c WHERE c.batch_id = b.id) FROM batch b WHERE %1 ORDER BY b.id DESC LIMIT ?"_qs
                .arg(conditions.join(u" AND "_qs))));
    GRIDBOOK_TRY(statement.run(bound));
    QList<BatchLine> lines;
    while (statement.next()) {
        lines.append({{BatchId(statement.integer(0)), statement.text(1), statement.text(2), statement.text(3),
                       statement.text(4), statement.text(5), BatchId(statement.integer(6)), statement.text(7)},
                      statement.integer(8)});
    }
    GRIDBOOK_TRY(statement.status());
    return lines;
}

Result<QList<BatchHeader>> batchesOnTopOf(Database &database, BatchId batch, int limit)
{
    GRIDBOOK_ASSIGN(
        Statement statement,
        Statement::prepare(
            database,
            u"SELECT b.id, b.kind, b.title, b.who, b.machine, b.made_at, b.root, b.reason FROM batch b WHERE b.id IN "
            "(SELECT d.batch_id FROM change c JOIN change d ON d.tbl = c.tbl AND d.row_id = c.row_id AND d.batch_id > "
            "c.batch_id WHERE c.batch_id = ?) ORDER BY b.id LIMIT ?"_qs));
    GRIDBOOK_TRY(statement.run({batch.value(), limit}));
    QList<BatchHeader> batches;
    while (statement.next()) {
        batches.append({BatchId(statement.integer(0)), statement.text(1), statement.text(2), statement.text(3),
                        statement.text(4), statement.text(5), BatchId(statement.integer(6)), statement.text(7)});
    }
    GRIDBOOK_TRY(statement.status());
    return batches;
}

} // namespace gridbook
