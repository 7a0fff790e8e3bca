#include "core/registry/history.h"
#include "core/access/sealer.h"
#include "core/changes/datedrows.h"
#include "core/changes/formervalues.h"
#include "core/changes/journaltext.h"
#include "core/storage/database.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RecordHistory)
};

QJsonObject object(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QString keyAlias(const RegistrySpec &spec)
{
    return spec.key.section(u'.', 0, 0);
}

QString list(const QList<RowId> &rows)
{
    QStringList numbers;
    for (const RowId row : rows) {
        numbers << QString::number(row);
    }
    return numbers.join(u',');
}

QDate dayOf(const BatchHeader &batch)
{
    return QDate::fromString(batch.madeAt.left(10), Qt::ISODate);
}

} // namespace

Result<const RegistrySpec *> RecordHistory::specOf(const QString &registry) const
{
    const RegistrySpec *spec = m_reader.catalog().registry(registry);
    if (spec == nullptr) {
        return Error{ErrorKind::NotFound, Texts::tr("There is no such registry."), registry};
    }
    return spec;
}

// All rows that the record is or was made of, dated rows of every time included, by table.
Result<QHash<QString, QList<RowId>>> RecordHistory::rowsOf(const RegistrySpec &spec, RowId record)
{
    QHash<QString, QList<RowId>> byAlias{{keyAlias(spec), {record}}};
    // A part hangs on another or carries another; two rounds reach every part from the record's own row.
    for (qsizetype round = 0; round < spec.parts.size(); ++round) {
        for (const Part &part : spec.parts) {
            if (part.linkColumn.isEmpty()) {
                continue;
            }
            const QList<RowId> own = byAlias.value(part.alias);
            const QList<RowId> linked = byAlias.value(part.linkPart);
            if (own.isEmpty() && !linked.isEmpty()) {
                GRIDBOOK_ASSIGN(
                    byAlias[part.alias],
                    m_reader.database().ids(
                        u"SELECT id FROM %1 WHERE %2 IN (%3)"_qs.arg(part.table, part.linkColumn, list(linked)), {}));
            } else if (!own.isEmpty() && linked.isEmpty()) {
                GRIDBOOK_ASSIGN(byAlias[part.linkPart],
                                m_reader.database().ids(u"SELECT %1 FROM %2 WHERE id IN (%3) AND %1 IS NOT NULL"_qs.arg(
                                                            part.linkColumn, part.table, list(own)),
                                                        {}));
            }
        }
    }
    QHash<QString, QList<RowId>> byTable;
    for (const Part &part : spec.parts) {
        byTable[part.table] << byAlias.value(part.alias);
    }
    for (const Part &part : spec.parts) { // what their values were before they changed
        const TableSpec *table = m_reader.catalog().tables().find(part.table);
        if (const QList<RowId> rows = byTable.value(part.table); !table->kept.isEmpty() && !rows.isEmpty()) {
            GRIDBOOK_ASSIGN(const QList<RowId> former,
                            m_reader.database().ids(u"SELECT id FROM %1 WHERE tbl = '%2' AND row_id IN (%3)"_qs.arg(
                                                        formerValueTable, part.table, list(rows)),
                                                    {}));
            byTable[formerValueTable] << former;
        }
    }
    return byTable;
}

// Every change of these rows in the order it was made, with the state of the row around it.
void RecordHistory::RowState::apply(const Change &change)
{
    switch (change.op) {
    case ChangeOp::Insert:
        *this = {change.after, true, false};
        break;
    case ChangeOp::Update:
        for (auto it = change.after.constBegin(); it != change.after.constEnd(); ++it) {
            values.insert(it.key(), it.value());
        }
        break;
    case ChangeOp::Void:
        voided = true;
        break;
    case ChangeOp::Reinstate:
        voided = false;
        break;
    }
}

// A change says what it changed only; the words need the whole row: from which day, of which text, in place of what.
Result<RecordHistory::RowState> RecordHistory::stateBefore(const Change &change, qint64 entry)
{
    GRIDBOOK_ASSIGN(Statement earlier,
                    Statement::prepare(m_reader.database(), u"SELECT op, before_json, after_json FROM change WHERE "
                                                            "tbl = ? AND row_id = ? AND id < ? ORDER BY id"_qs));
    GRIDBOOK_TRY(earlier.run(QVariantList{change.table, change.row, entry}));
    RowState state;
    while (earlier.next()) {
        state.apply({change.table, change.row, changeOpFrom(earlier.text(0)), object(earlier.text(1)),
                     object(earlier.text(2))});
    }
    GRIDBOOK_TRY(earlier.status());
    return state;
}

Result<QList<RecordHistory::Step>> RecordHistory::steps(const RegistrySpec &spec, RowId record)
{
    GRIDBOOK_ASSIGN(const auto rows, rowsOf(spec, record));
    QStringList conditions;
    for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
        if (!it->isEmpty()) {
            conditions << u"(c.tbl = '%1' AND c.row_id IN (%2))"_qs.arg(it.key(), list(*it));
        }
    }
    GRIDBOOK_ASSIGN(
        Statement statement,
        Statement::prepare(
            m_reader.database(),
            u"SELECT b.id, b.kind, b.title, b.who, b.machine, b.made_at, b.root, b.reason, c.tbl, c.row_id, "
            "c.op, c.before_json, c.after_json FROM change c JOIN batch b ON b.id = c.batch_id "
            "WHERE %1 ORDER BY c.id"_qs.arg(conditions.join(u" OR "_qs))));
    GRIDBOOK_TRY(statement.run());
    QHash<RowKey, RowState> states;
    QList<Step> steps;
    while (statement.next()) {
        Step step;
        step.batch = {BatchId(statement.integer(0)),
                      statement.text(1),
                      statement.text(2),
                      statement.text(3),
                      statement.text(4),
                      statement.text(5),
                      BatchId(statement.integer(6)),
                      statement.text(7)};
        step.change = {statement.text(8), statement.integer(9), changeOpFrom(statement.text(10)),
                       object(statement.text(11)), object(statement.text(12))};
        RowState &state = states[{step.change.table, step.change.row}];
        step.before = state;
        state.apply(step.change);
        step.after = state;
        steps.append(std::move(step));
    }
    GRIDBOOK_TRY(statement.status());
    return steps;
}

Result<QList<RecordEvent>> RecordHistory::events(const QString &registry, RowId record)
{
    GRIDBOOK_ASSIGN(const RegistrySpec *const spec, specOf(registry));
    GRIDBOOK_ASSIGN(const QList<Step> all, steps(*spec, record));
    const QString ownTable = spec->part(keyAlias(*spec))->table;
    QList<RecordEvent> events;
    bool existed = false;
    for (qsizetype first = 0; first < all.size();) {
        qsizetype last = first;
        while (last < all.size() && all.at(last).batch.id == all.at(first).batch.id) {
            ++last;
        }
        const QList<Step> together = all.mid(first, last - first);
        RecordEvent event{together.first().batch, false, false, false, existed, {}};
        for (const Step &step : together) {
            if (step.change.table == ownTable && step.change.row == record) {
                event.created = event.created || step.change.op == ChangeOp::Insert;
                event.voided = step.change.op == ChangeOp::Void;
                event.broughtBack = step.change.op == ChangeOp::Reinstate;
                existed = step.after.stands();
            }
        }
        event.changes = words(spec, together, dayOf(event.batch));
        // A batch that left nothing to be seen (only columns that follow from others) is no event.
        if (!event.changes.isEmpty() || event.created || event.voided || event.broughtBack) {
            events.prepend(std::move(event));
        }
        first = last;
    }
    return events;
}

Result<RecordHistory::Restoration> RecordHistory::plan(const RegistrySpec &spec, RowId record, BatchId before)
{
    GRIDBOOK_ASSIGN(const QList<Step> all, steps(spec, record));
    QHash<RowKey, RowState> then;
    QHash<RowKey, RowState> now;
    QList<RowKey> order;
    for (const Step &step : all) {
        const RowKey key{step.change.table, step.change.row};
        if (!now.contains(key)) {
            order << key;
        }
        now.insert(key, step.after);
        // What the program itself brought into a newer shape was there before, only elsewhere.
        if (step.batch.id < before || step.batch.kind == u"upgrade") {
            then.insert(key, step.after);
        }
    }
    if (!then.value({spec.part(keyAlias(spec))->table, record}).stands()) {
        return Error{ErrorKind::Invalid,
                     Texts::tr("Before this change the record did not exist; there is no version to go "
                               "back to."),
                     {}};
    }
    Restoration plan;
    for (const RowKey &key : order) {
        const RowState past = then.value(key);
        const RowState present = now.value(key);
        Step step{{}, {key.table, key.row, ChangeOp::Update, {}, {}}, present, past};
        if (!past.stands()) {
            if (present.stands()) {
                step.change.op = ChangeOp::Void;
                step.after = present;
                plan.voids << step;
            }
            continue;
        }
        QSet<QString> columns;
        for (const QString &column : present.values.keys() + past.values.keys()) {
            columns.insert(column);
        }
        const TableSpec *table = m_reader.catalog().tables().find(key.table);
        for (const QString &column : columns) {
            if (table != nullptr && table->moved.contains(column)) {
                continue; // no longer there to be written
            }
            const QJsonValue was = past.values.value(column).isUndefined() ? QJsonValue() : past.values.value(column);
            const QJsonValue is =
                present.values.value(column).isUndefined() ? QJsonValue() : present.values.value(column);
            if (was != is) {
                step.change.before.insert(column, is);
                step.change.after.insert(column, was);
            }
        }
        if (!step.change.after.isEmpty()) {
            plan.updates << step;
        }
        if (present.voided) {
            step.change = {key.table, key.row, ChangeOp::Reinstate, {}, {}};
            plan.returns << step;
        }
    }
    return plan;
}

Result<QList<FieldChange>> RecordHistory::restoration(const QString &registry, RowId record, BatchId before)
{
    GRIDBOOK_ASSIGN(const RegistrySpec *const spec, specOf(registry));
    GRIDBOOK_ASSIGN(const Restoration todo, plan(*spec, record, before));
    GRIDBOOK_ASSIGN(const QVariant day,
                    m_reader.database().scalar(u"SELECT made_at FROM batch WHERE id = ?"_qs, {before.value()}));
    return words(spec, todo.all(), QDate::fromString(day.toString().left(10), Qt::ISODate));
}

Done RecordHistory::restore(UnitOfWork &work, const QString &registry, RowId record, BatchId before)
{
    GRIDBOOK_ASSIGN(const RegistrySpec *const spec, specOf(registry));
    GRIDBOOK_ASSIGN(const Restoration todo, plan(*spec, record, before));
    // Rows that were opened since go first, so that the periods of the older ones are free again.
    for (const Step &step : todo.voids) {
        GRIDBOOK_TRY(work.voidRow(step.change.table, step.change.row, 0, Texts::tr("Earlier version restored")));
    }
    for (const Step &step : todo.updates) {
        const TableSpec *table = m_reader.catalog().tables().find(step.change.table);
        const QString uuid = step.before.values.value(u"uuid").toString();
        QVariantMap values;
        for (auto it = step.change.after.constBegin(); it != step.change.after.constEnd(); ++it) {
            if (table->blindIndex.values().contains(it.key())) {
                continue; // follows from its sealed value
            }
            if (table->sealed.contains(it.key())) {
                GRIDBOOK_ASSIGN(const QString plain, opened(step.change.table, it.key(), it.value(), uuid));
                values.insert(it.key(), plain);
            } else {
                values.insert(it.key(), fromJournal(it.value()));
            }
        }
        GRIDBOOK_TRY(work.update(step.change.table, step.change.row, 0, values));
    }
    for (const Step &step : todo.returns) {
        GRIDBOOK_TRY(work.replay(step.change, false));
    }
    return {};
}

// The registry and record that a row belongs to: affiliation → member → the member's id.
Result<QPair<const RegistrySpec *, RowId>> RecordHistory::ownerOf(const QString &table, RowId row)
{
    if (table == formerValueTable) {
        GRIDBOOK_ASSIGN(const QVariantMap former, storedRow(m_reader.database(), table, row));
        return ownerOf(former.value(u"tbl"_qs).toString(), former.value(u"row_id"_qs).toLongLong());
    }
    const RegistrySpec *spec = m_reader.catalog().registryOfTable(table);
    if (spec == nullptr) {
        return qMakePair(spec, row);
    }
    const QString key = keyAlias(*spec);
    const auto at =
        std::find_if(spec->parts.begin(), spec->parts.end(), [&](const Part &each) { return each.table == table; });
    if (at->alias == key) {
        return qMakePair(spec, row);
    }
    if (at->linkPart == key) {
        GRIDBOOK_ASSIGN(
            const QVariant owner,
            m_reader.database().scalar(u"SELECT %1 FROM %2 WHERE id = ?"_qs.arg(at->linkColumn, table), {row}));
        return qMakePair(spec, owner.toLongLong());
    }
    const Part *own = spec->part(key);
    if (own != nullptr && own->linkPart == at->alias) {
        GRIDBOOK_ASSIGN(
            const QVariant owner,
            m_reader.database().scalar(u"SELECT id FROM %1 WHERE %2 = ?"_qs.arg(own->table, own->linkColumn), {row}));
        return qMakePair(spec, owner.toLongLong());
    }
    return qMakePair(static_cast<const RegistrySpec *>(nullptr), row);
}

Result<QList<RecordInBatch>> RecordHistory::batch(const BatchHeader &header, int limit)
{
    GRIDBOOK_ASSIGN(Statement statement,
                    Statement::prepare(m_reader.database(),
                                       u"SELECT tbl, row_id, op, before_json, after_json, id FROM change WHERE "
                                       "batch_id = ? ORDER BY id LIMIT ?"_qs));
    GRIDBOOK_TRY(statement.run({header.id.value(), limit * 8}));
    QList<RecordInBatch> records;
    QList<QList<Step>> stepsOf;
    QHash<RowKey, qsizetype> places;
    while (statement.next()) {
        Step step{header,
                  {statement.text(0), statement.integer(1), changeOpFrom(statement.text(2)), object(statement.text(3)),
                   object(statement.text(4))},
                  {},
                  {}};
        GRIDBOOK_ASSIGN(const auto owner, ownerOf(step.change.table, step.change.row));
        const RowKey key{owner.first == nullptr ? step.change.table : owner.first->id, owner.second};
        if (!places.contains(key)) {
            if (records.size() == limit) {
                break;
            }
            places.insert(key, records.size());
            const TableSpec *table = m_reader.catalog().tables().find(step.change.table);
            const Term kind = owner.first != nullptr ? owner.first->term : table != nullptr ? table->term : Term();
            const QString title = owner.first == nullptr
                                      ? QString()
                                      : m_reader.title(owner.first->id, dayOf(header), owner.second).valueOr({});
            records.append({owner.first == nullptr ? QString() : owner.first->id, owner.second, kind, title,
                            RecordEvent{header, false, false, false, false, {}}});
            stepsOf.append(QList<Step>());
        }
        const qsizetype place = places.value(key);
        RecordEvent &event = records[place].event;
        if (owner.first != nullptr && owner.first->part(keyAlias(*owner.first))->table == step.change.table) {
            event.created = event.created || step.change.op == ChangeOp::Insert;
            event.voided = event.voided || step.change.op == ChangeOp::Void;
            event.broughtBack = event.broughtBack || step.change.op == ChangeOp::Reinstate;
        }
        GRIDBOOK_ASSIGN(step.before, stateBefore(step.change, statement.integer(5)));
        step.after = step.before;
        step.after.apply(step.change);
        stepsOf[place].append(step);
    }
    GRIDBOOK_TRY(statement.status());
    for (qsizetype i = 0; i < records.size(); ++i) {
        records[i].event.changes =
            words(m_reader.catalog().registry(records.at(i).registry), stepsOf.at(i), dayOf(header));
    }
    return records;
}

} // namespace gridbook
