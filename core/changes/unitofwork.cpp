#include "core/changes/unitofwork.h"
#include "core/base/partialdate.h"
#include "core/changes/journal.h"
#include "core/changes/journaltext.h"
#include "core/changes/readable.h"
#include "core/storage/dialect.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

namespace gridbook {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(UnitOfWork)
};

// Imports of a hundred thousand rows keep their change set small: windows reload whole beyond this.
constexpr qsizetype maxAnnounced = 5000;

// What the store holds: text, integer, real or blob; empty text is null.
QVariant toStored(const QVariant &value)
{
    if (!value.isValid()) {
        return {};
    }
    switch (value.typeId()) {
    case QMetaType::QString:
        return value.toString().isEmpty() ? QVariant() : value;
    case QMetaType::QByteArray:
        return value.toByteArray().isEmpty() ? QVariant() : value;
    case QMetaType::Bool:
        return value.toBool() ? 1 : 0;
    case QMetaType::QDate:
        return value.toDate().isValid() ? QVariant(PartialDate(value.toDate()).toIso()) : QVariant();
    default:
        break;
    }
    if (value.canConvert<PartialDate>() && value.typeId() == qMetaTypeId<PartialDate>()) {
        const QString iso = value.value<PartialDate>().toIso();
        return iso.isEmpty() ? QVariant() : QVariant(iso);
    }
    return value;
}

Error unknownTable(const QString &table)
{
    return {ErrorKind::Internal, Texts::tr("This program tried to write where it must not. Nothing was changed."),
            table};
}

bool sameStored(const QVariant &a, const QVariant &b)
{
    if (!a.isValid() || !b.isValid()) {
        return a.isValid() == b.isValid();
    }
    if (a.typeId() == QMetaType::Double || b.typeId() == QMetaType::Double) {
        return qFuzzyCompare(a.toDouble() + 1.0, b.toDouble() + 1.0);
    }
    return a.typeId() == QMetaType::QByteArray ? a.toByteArray() == b.toByteArray() : a.toString() == b.toString();
}

} // namespace

QString sealedPlace(const QString &table, const QString &column, const QString &uuid)
{
    return table + u'|' + column + u'|' + uuid;
}

struct UnitOfWork::TableState
{
    const TableSpec *spec = nullptr;
    QSet<QString> columns;
    std::unordered_map<QString, Inserter> inserters; // by columns
    QStringList shape;            // the columns of the last insert: an import repeats them a hundred thousand times …
    Inserter *inserter = nullptr; // … and their statement
};

UnitOfWork::UnitOfWork(const WriteContext &context, Purpose purpose)
    : m_context(context), m_purpose(std::move(purpose)), m_uuids(context.clock.now())
{
    m_now = m_context.clock.now().toString(Qt::ISODate);
    m_nowText = m_now.toUtf8();
    m_userText = m_context.session.user.toUtf8();
    // Whatever is typed as a reason stands readable in the journal.
    m_purpose.title = text::maskedNumbers(m_purpose.title);
    m_purpose.reason = text::maskedNumbers(m_purpose.reason);
}

UnitOfWork::~UnitOfWork() = default;

Result<std::unique_ptr<UnitOfWork>> UnitOfWork::begin(const WriteContext &context, Purpose purpose)
{
    if (context.database.mode() != AccessMode::ReadWrite) {
        return Error{ErrorKind::Refused,
                     Texts::tr("The book is open for reading only. Close it elsewhere and open it again to change it."),
                     {}};
    }
    std::unique_ptr<UnitOfWork> work(new UnitOfWork(context, std::move(purpose)));
    GRIDBOOK_ASSIGN(work->m_transaction, Transaction::begin(context.database, Transaction::Kind::Write));
    GRIDBOOK_ASSIGN(const JournalHead head, journalHead(context.database));
    work->m_batch = BatchId(head.lastBatch.value() + 1);
    work->m_digest = head.hash;
    return work;
}

Result<Statement *> UnitOfWork::cached(const QString &sql)
{
    const auto it = m_statements.find(sql);
    if (it != m_statements.end()) {
        return &it->second;
    }
    GRIDBOOK_ASSIGN(Statement statement, Statement::prepare(m_context.database, sql));
    return &m_statements.emplace(sql, std::move(statement)).first->second;
}

Result<UnitOfWork::TableState *> UnitOfWork::tableState(const QString &table)
{
    if (const auto it = m_tables.find(table); it != m_tables.end()) {
        return it->second.get();
    }
    auto state = std::make_unique<TableState>();
    state->spec = m_context.tables.find(table);
    if (state->spec == nullptr) {
        return unknownTable(table);
    }
    GRIDBOOK_ASSIGN(Statement columns, Statement::prepare(m_context.database, dialect::columnsOf(table)));
    GRIDBOOK_TRY(columns.run());
    while (columns.next()) {
        if (!isRecordColumn(columns.text(0))) {
            state->columns.insert(columns.text(0));
        }
    }
    return m_tables.emplace(table, std::move(state)).first->second.get();
}

// The values as they are stored: derived columns added, sealed ones sealed, their blind indexes set.
Result<QVariantMap> UnitOfWork::prepared(const TableSpec &table, const QVariantMap &values, const QString &uuid) const
{
    QVariantMap given = values;
    if (table.derive) {
        table.derive(given);
    }
    QVariantMap stored;
    for (auto it = given.cbegin(); it != given.cend(); ++it) {
        if (!table.sealed.contains(it.key())) {
            if (!table.mayHoldNumbers && it.value().typeId() == QMetaType::QString &&
                !mayStayReadable(it.key(), it.value().toString())) {
                return Error{ErrorKind::Invalid,
                             Texts::tr("%1: an entry that is kept readable holds an ID number or a telephone number. "
                                       "Write the number into its own field or into the note, which are sealed.")
                                 .arg(table.term.zh),
                             table.name + u'.' + it.key()};
            }
            stored.insert(stored.cend(), it.key(), toStored(it.value()));
            continue;
        }
        const QString plain = it.value().toString();
        stored.insert(it.key(), toStored(m_context.sealer.seal(plain, sealedPlace(table.name, it.key(), uuid))));
        if (const QString index = table.blindIndex.value(it.key()); !index.isEmpty()) {
            stored.insert(index, toStored(m_context.sealer.blindIndex(plain, it.key())));
        }
    }
    return stored;
}

Result<UnitOfWork::ReadyRow> UnitOfWork::ready(const QString &table, const QVariantMap &values) const
{
    const TableSpec *spec = m_context.tables.find(table);
    if (spec == nullptr) {
        return unknownTable(table);
    }
    ReadyRow row{table, m_uuids.next(), {}, {}};
    GRIDBOOK_ASSIGN(row.stored, prepared(*spec, values, row.uuid));
    row.told = journalText(row.uuid, row.stored);
    return row;
}

void UnitOfWork::ReadyRow::refer(const QString &column, RowId to)
{
    stored.insert(column, to);
    told = journalText(told, column, to);
}

Result<RowId> UnitOfWork::insert(const QString &table, const QVariantMap &values)
{
    GRIDBOOK_ASSIGN(const ReadyRow row, ready(table, values));
    return insert(row);
}

Result<RowId> UnitOfWork::insert(const ReadyRow &ready)
{
    const auto &[table, uuid, stored, told] = ready;
    GRIDBOOK_ASSIGN(TableState *const state, tableState(table));
    GRIDBOOK_ASSIGN(Inserter *const inserter, this->inserter(*state, stored));
    inserter->addText(uuid.toLatin1());
    inserter->addText(m_nowText);
    inserter->addText(m_userText);
    for (const QVariant &value : stored) {
        inserter->add(value);
    }
    const Result<RowId> row = inserter->run();
    if (!row) {
        return explain(row.error(), *state->spec);
    }
    GRIDBOOK_TRY(writeChange(table, *row, ChangeOp::Insert, {}, told));
    if (m_changeCount <= maxAnnounced) { // beyond that nobody looks at the change set
        QJsonObject after{{QStringLiteral("uuid"), uuid}};
        for (auto it = stored.cbegin(); it != stored.cend(); ++it) {
            if (it.value().isValid()) {
                after.insert(it.key(), toJournal(it.value()));
            }
        }
        m_set.changes.append({table, *row, ChangeOp::Insert, {}, after});
    }
    return *row;
}

Result<Inserter *> UnitOfWork::inserter(TableState &state, const QVariantMap &stored)
{
    if (state.inserter != nullptr && state.shape.size() == stored.size() &&
        std::equal(stored.keyBegin(), stored.keyEnd(), state.shape.cbegin())) {
        return state.inserter;
    }
    const QStringList given = stored.keys();
    for (const QString &column : given) {
        if (!state.columns.contains(column)) {
            return Error{ErrorKind::Internal,
                         Texts::tr("This program tried to write where it must not. Nothing was changed."),
                         state.spec->name + u'.' + column};
        }
    }
    const QStringList columns =
        QStringList{QStringLiteral("uuid"), QStringLiteral("created_at"), QStringLiteral("created_by")} + given;
    const QString marks = QStringLiteral("?, ").repeated(columns.size()).chopped(2);
    const QString list = columns.join(u',');
    auto known = state.inserters.find(list);
    if (known == state.inserters.end()) {
        GRIDBOOK_ASSIGN(
            Inserter made,
            Inserter::prepare(m_context.database,
                              QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)").arg(state.spec->name, list, marks)));
        known = state.inserters.emplace(list, std::move(made)).first;
    }
    state.inserter = &known->second;
    state.shape = given;
    return state.inserter;
}

Done UnitOfWork::update(const QString &table, RowId row, int seenVersion, const QVariantMap &values)
{
    GRIDBOOK_ASSIGN(TableState *const state, tableState(table));
    const TableSpec &spec = *state->spec;
    GRIDBOOK_ASSIGN(Statement *const reader, cached(QStringLiteral("SELECT * FROM %1 WHERE id = ?").arg(table)));
    GRIDBOOK_TRY(reader->run({row}));
    if (!reader->next()) {
        return Error{ErrorKind::NotFound, Texts::tr("The record no longer exists. Reload the list."),
                     QStringLiteral("%1 %2").arg(table).arg(row)};
    }
    const QStringList names = reader->columnNames();
    const auto current = [&](const QString &column) {
        const auto at = int(names.indexOf(column));
        return at < 0 || reader->isNull(at) ? QVariant() : reader->value(at);
    };
    if (seenVersion != 0 && current(QStringLiteral("row_version")).toInt() != seenVersion) {
        return Error{ErrorKind::Conflict,
                     Texts::tr("Somebody changed this record meanwhile. Compare both versions and save again."),
                     QStringLiteral("%1 %2").arg(table).arg(row)};
    }
    const QString uuid = current(QStringLiteral("uuid")).toString();
    GRIDBOOK_ASSIGN(const QVariantMap stored, prepared(spec, values, uuid));
    QStringList sets{QStringLiteral("row_version = row_version + 1"), QStringLiteral("updated_at = ?"),
                     QStringLiteral("updated_by = ?")};
    QVariantList bound{m_now, m_context.session.user};
    Change change{table, row, ChangeOp::Update, {}, {}};
    for (auto it = stored.cbegin(); it != stored.cend(); ++it) {
        if (!state->columns.contains(it.key())) {
            return Error{ErrorKind::Internal,
                         Texts::tr("This program tried to write where it must not. Nothing was changed."),
                         table + u'.' + it.key()};
        }
        const QVariant before = current(it.key());
        bool same = sameStored(before, it.value());
        if (!same && spec.sealed.contains(it.key()) && before.isValid()) { // a fresh nonce is not a change
            const auto opened = m_context.sealer.open(before.toByteArray(), sealedPlace(table, it.key(), uuid));
            same = opened && *opened == values.value(it.key()).toString();
        }
        if (!same) {
            sets << it.key() + QStringLiteral(" = ?");
            bound << it.value();
            change.before.insert(it.key(), toJournal(before));
            change.after.insert(it.key(), toJournal(it.value()));
        }
    }
    reader->finish();
    if (change.after.isEmpty()) {
        return {};
    }
    bound << row;
    GRIDBOOK_ASSIGN(Statement *const writer,
                    cached(QStringLiteral("UPDATE %1 SET %2 WHERE id = ?").arg(table, sets.join(u','))));
    if (const auto done = writer->run(bound); !done) {
        return explain(done.error(), spec);
    }
    return journal(std::move(change));
}

Done UnitOfWork::voidRow(const QString &table, RowId row, int seenVersion, const QString &reason)
{
    if (seenVersion != 0) {
        GRIDBOOK_ASSIGN(
            const QVariant version,
            m_context.database.scalar(QStringLiteral("SELECT row_version FROM %1 WHERE id = ?").arg(table), {row}));
        if (version.toInt() != seenVersion) {
            return Error{ErrorKind::Conflict,
                         Texts::tr("Somebody changed this record meanwhile. Compare both versions and save again."),
                         table};
        }
    }
    return setVoided(table, row, true, reason, ChangeOp::Void);
}

Done UnitOfWork::setVoided(const QString &table, RowId row, bool voided, const QString &why, ChangeOp op)
{
    const QString reason = text::maskedNumbers(why);
    GRIDBOOK_ASSIGN(TableState *const state, tableState(table));
    GRIDBOOK_ASSIGN(
        Statement *const statement,
        cached(
            QStringLiteral("UPDATE %1 SET voided_at = ?, voided_by = ?, void_reason = ?, row_version = row_version + 1 "
                           "WHERE id = ? AND (voided_at IS NULL) = ?")
                .arg(table)));
    const QVariantList values = voided ? QVariantList{m_now, m_context.session.user, toStored(reason), row, 1}
                                       : QVariantList{QVariant(), QVariant(), QVariant(), row, 0};
    if (const auto done = statement->run(values); !done) {
        return explain(done.error(), *state->spec);
    }
    if (statement->affectedRows() != 1) {
        return Error{ErrorKind::Conflict,
                     Texts::tr("This record was already removed or brought back. Reload the list."), table};
    }
    return journal(
        {table, row, op, {}, reason.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("void_reason"), reason}}});
}

Done UnitOfWork::replay(const Change &change, bool inverted)
{
    const ChangeOp op = inverted ? inverse(change.op) : change.op;
    if (op == ChangeOp::Void || op == ChangeOp::Reinstate) {
        return setVoided(change.table, change.row, op == ChangeOp::Void, m_purpose.title, op);
    }
    if (op == ChangeOp::Insert) { // done again after having been taken back: the row is still there, voided
        return setVoided(change.table, change.row, false, {}, ChangeOp::Reinstate);
    }
    GRIDBOOK_ASSIGN(TableState *const state, tableState(change.table));
    const QJsonObject &from = inverted ? change.after : change.before;
    const QJsonObject &to = inverted ? change.before : change.after;
    const QStringList columns = to.keys();
    for (const QString &column : columns) {
        if (state->spec->moved.contains(column)) {
            return Error{ErrorKind::Refused,
                         Texts::tr("This step was made before the book was brought up to date and cannot be taken back "
                                   "any more. Change the record itself."),
                         change.table + u'.' + column};
        }
    }
    GRIDBOOK_ASSIGN(Statement *const reader,
                    cached(QStringLiteral("SELECT %1 FROM %2 WHERE id = ?").arg(columns.join(u','), change.table)));
    GRIDBOOK_TRY(reader->run({change.row}));
    if (!reader->next()) {
        return Error{ErrorKind::NotFound, Texts::tr("The record no longer exists. Reload the list."), change.table};
    }
    QStringList sets{QStringLiteral("row_version = row_version + 1"), QStringLiteral("updated_at = ?"),
                     QStringLiteral("updated_by = ?")};
    QVariantList bound{m_now, m_context.session.user};
    for (int i = 0; i < columns.size(); ++i) {
        if (!sameStored(reader->isNull(i) ? QVariant() : reader->value(i), fromJournal(from.value(columns.at(i))))) {
            return Error{
                ErrorKind::Conflict,
                Texts::tr(
                    "This step cannot be taken back: “%1” was changed again later. Take back the later change first.")
                    .arg(state->spec->term.zh),
                change.table + u'.' + columns.at(i)};
        }
        sets << columns.at(i) + QStringLiteral(" = ?");
        bound << fromJournal(to.value(columns.at(i)));
    }
    reader->finish();
    bound << change.row;
    GRIDBOOK_ASSIGN(Statement *const writer,
                    cached(QStringLiteral("UPDATE %1 SET %2 WHERE id = ?").arg(change.table, sets.join(u','))));
    if (const auto done = writer->run(bound); !done) {
        return explain(done.error(), *state->spec);
    }
    return journal({change.table, change.row, ChangeOp::Update, from, to});
}

Done UnitOfWork::journal(Change change)
{
    const auto text = [](const QJsonObject &object) {
        return object.isEmpty() ? QByteArray() : QJsonDocument(object).toJson(QJsonDocument::Compact);
    };
    GRIDBOOK_TRY(writeChange(change.table, change.row, change.op, text(change.before), text(change.after)));
    if (m_changeCount <= maxAnnounced) {
        m_set.changes.append(std::move(change));
    }
    return {};
}

Done UnitOfWork::writeChange(const QString &table, RowId row, ChangeOp op, const QByteArray &before,
                             const QByteArray &after)
{
    if (m_journal == nullptr) {
        GRIDBOOK_ASSIGN(Inserter made,
                        Inserter::prepare(m_context.database,
                                          QStringLiteral("INSERT INTO change (batch_id, tbl, row_id, op, before_json, "
                                                         "after_json) VALUES (?, ?, ?, ?, ?, ?)")));
        m_journal = std::make_unique<Inserter>(std::move(made));
    }
    const QString code = toCode(op);
    m_journal->add(m_batch.value());
    m_journal->addText(table.toUtf8());
    m_journal->add(row);
    m_journal->addText(code.toUtf8());
    m_journal->addText(before);
    m_journal->addText(after);
    GRIDBOOK_TRY(m_journal->run());
    m_digest = chainChange(m_digest, table, row, code, before, after);
    ++m_changeCount;
    return {};
}

Error UnitOfWork::explain(const Error &error, const TableSpec &table) const
{
    Error result = error;
    if (error.kind == ErrorKind::Invalid) {
        if (error.detail.contains(u"overlap:")) {
            result.message =
                Texts::tr("%1: the period overlaps another one of the same record. End the earlier one first.")
                    .arg(table.term.zh);
        } else if (error.detail.contains(u"id_number_index")) {
            result.message = Texts::tr("%1: another person in this book has this ID number. Open that person instead, "
                                       "or check the number.")
                                 .arg(table.term.zh);
        } else if (error.detail.contains(u"UNIQUE")) {
            result.message = Texts::tr("%1: the book already holds a record with the same key (code, number or name).")
                                 .arg(table.term.zh);
        } else if (error.detail.contains(u"NOT NULL")) {
            result.message = Texts::tr("%1: a required entry is missing.").arg(table.term.zh);
        } else if (error.detail.contains(u"FOREIGN KEY")) {
            result.message = Texts::tr("%1: the record that it refers to does not exist.").arg(table.term.zh);
        }
    }
    return result;
}

Result<ChangeSet> UnitOfWork::commit()
{
    m_journal.reset();
    m_tables.clear();
    m_statements.clear();
    if (m_changeCount == 0) {
        m_transaction.reset();
        return ChangeSet{};
    }
    m_set.batch = m_batch;
    m_set.kind = m_purpose.kind;
    m_set.title = m_purpose.title;
    m_set.reason = m_purpose.reason;
    m_set.who = m_context.session.user;
    m_set.when = m_context.clock.now();
    if (m_changeCount > maxAnnounced) {
        m_set.changes.clear(); // too many to name: listeners reload
    }
    const BatchHeader header{
        m_batch, m_purpose.kind, m_purpose.title, m_context.session.user, m_context.session.machine,
        m_now,   m_purpose.root, m_purpose.reason};
    GRIDBOOK_TRY(writeBatch(m_context.database, header, m_digest));
    GRIDBOOK_TRY(m_transaction->commit());
    return std::move(m_set);
}

} // namespace gridbook
