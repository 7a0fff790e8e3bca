#include "core/changes/sealing.h"
#include "core/changes/journal.h"
#include "core/changes/journaltext.h"
#include "core/changes/unitofwork.h"
#include "core/storage/dialect.h"
#include <QJsonDocument>
#include <QSet>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

// The columns that wait, by table.
Result<QMap<QString, QStringList>> clearColumns(Database &database)
{
    GRIDBOOK_ASSIGN(Statement columns, Statement::prepare(database, u"SELECT tbl, col FROM clear_column"_qs));
    GRIDBOOK_TRY(columns.run());
    QMap<QString, QStringList> found;
    while (columns.next()) {
        found[columns.text(0)] << columns.text(1);
    }
    GRIDBOOK_TRY(columns.status());
    return found;
}

class TableSealing
{
public:
    TableSealing(Database &database, const Sealer &sealer, QString table, QStringList columns)
        : m_database(database), m_sealer(sealer), m_table(std::move(table)), m_columns(std::move(columns))
    {}

    Result<qint64> run()
    {
        GRIDBOOK_TRY(find());
        for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
            GRIDBOOK_TRY(sealRow(it.key(), it.value()));
        }
        return m_count;
    }

private:
    // Rows that hold such text now, and the journal's entries that speak of it, by row.
    Done find()
    {
        QStringList filled;
        QStringList spoken;
        for (const QString &column : std::as_const(m_columns)) {
            filled << u"typeof(%1) = 'text'"_qs.arg(column);
            for (const QString &text : {u"before_json"_qs, u"after_json"_qs}) {
                spoken << u"%1 LIKE '%\"%2\":\"%'"_qs.arg(text, column);
            }
        }
        GRIDBOOK_ASSIGN(const QList<RowId> rows,
                        m_database.ids(u"SELECT id FROM %1 WHERE %2"_qs.arg(m_table, filled.join(u" OR "_qs)), {}));
        for (const RowId row : rows) {
            m_entries.insert(row, {});
        }
        GRIDBOOK_ASSIGN(
            Statement entries,
            Statement::prepare(m_database, u"SELECT id, row_id FROM change WHERE tbl = ? AND (%1) ORDER BY id"_qs.arg(
                                               spoken.join(u" OR "_qs))));
        GRIDBOOK_TRY(entries.run(QVariantList{m_table}));
        while (entries.next()) {
            m_entries[entries.integer(1)].append(entries.integer(0));
        }
        return entries.status();
    }

    // The same text of the same row is sealed once: undo and the check compare what is stored.
    QByteArray sealed(const QString &column, const QString &text, const QString &uuid)
    {
        const QString key = column + u'\x1f' + text;
        auto it = m_sealed.find(key);
        if (it == m_sealed.end()) {
            it = m_sealed.insert(key, m_sealer.seal(text, sealedPlace(m_table, column, uuid)));
        }
        return *it;
    }

    Done sealRow(RowId row, const QList<qint64> &entries)
    {
        m_sealed.clear();
        QStringList wanted{u"uuid"_qs};
        for (const QString &column : std::as_const(m_columns)) {
            wanted << u"CASE WHEN typeof(%1) = 'text' THEN %1 END"_qs.arg(column);
        }
        GRIDBOOK_ASSIGN(Statement reader, Statement::prepare(m_database, u"SELECT %1 FROM %2 WHERE id = ?"_qs.arg(
                                                                             wanted.join(u','), m_table)));
        GRIDBOOK_TRY(reader.run(QVariantList{row}));
        const bool exists = reader.next();
        const QString uuid = exists ? reader.text(0) : QString();
        QStringList sets;
        QVariantList bound;
        for (int i = 0; exists && i < m_columns.size(); ++i) {
            if (!reader.isNull(i + 1)) {
                sets << m_columns.at(i) + u" = ?";
                bound << sealed(m_columns.at(i), reader.text(i + 1), uuid);
            }
        }
        GRIDBOOK_TRY(reader.status());
        reader.finish();
        for (const qint64 entry : entries) {
            GRIDBOOK_TRY(sealEntry(entry, uuid));
        }
        if (sets.isEmpty()) {
            return {};
        }
        bound << row;
        ++m_count;
        return m_database.execute(u"UPDATE %1 SET %2 WHERE id = ?"_qs.arg(m_table, sets.join(u',')), bound);
    }

    Done sealEntry(qint64 entry, const QString &uuid)
    {
        GRIDBOOK_ASSIGN(Statement reader, Statement::prepare(m_database, u"SELECT before_json, after_json FROM change "
                                                                         "WHERE id = ?"_qs));
        GRIDBOOK_TRY(reader.run(QVariantList{entry}));
        if (!reader.next()) {
            return reader.status();
        }
        QVariantList texts;
        for (int i = 0; i < 2; ++i) {
            if (reader.isNull(i)) {
                texts << QVariant();
                continue;
            }
            QJsonObject object = QJsonDocument::fromJson(reader.text(i).toUtf8()).object();
            for (const QString &column : std::as_const(m_columns)) {
                if (const QJsonValue value = object.value(column); value.isString()) {
                    object.insert(column, toJournal(sealed(column, value.toString(), uuid)));
                }
            }
            texts << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
        }
        reader.finish();
        texts << entry;
        ++m_count;
        return m_database.execute(u"UPDATE change SET before_json = ?, after_json = ? WHERE id = ?"_qs, texts);
    }

    Database &m_database;
    const Sealer &m_sealer;
    QString m_table;
    QStringList m_columns;
    QMap<RowId, QList<qint64>> m_entries;
    QHash<QString, QByteArray> m_sealed; // of the row at hand
    qint64 m_count = 0;
};

} // namespace

Result<bool> holdsClearColumns(Database &database)
{
    GRIDBOOK_ASSIGN(const QVariant column, database.scalar(dialect::columnsOf(u"clear_column"_qs)));
    return !column.isNull();
}

Result<qint64> sealClearColumns(Database &database, const Sealer &sealer)
{
    GRIDBOOK_ASSIGN(const QSet<qint64> broken, brokenBatches(database));
    for (const QString &ledger : {u"change"_qs, u"batch"_qs}) {
        GRIDBOOK_TRY(database.execute(dialect::allowUpdates(ledger)));
    }
    qint64 count = 0;
    GRIDBOOK_ASSIGN(const auto columns, clearColumns(database));
    for (auto it = columns.cbegin(); it != columns.cend(); ++it) {
        GRIDBOOK_ASSIGN(const qint64 some, TableSealing(database, sealer, it.key(), it.value()).run());
        count += some;
    }
    if (count != 0) {
        GRIDBOOK_TRY(chainAnew(database, broken));
    }
    for (const QString &ledger : {u"change"_qs, u"batch"_qs}) {
        GRIDBOOK_TRY(database.execute(dialect::refuseUpdates(ledger)));
    }
    GRIDBOOK_TRY(database.execute(u"DROP TABLE clear_column"_qs));
    return count;
}

} // namespace gridbook
