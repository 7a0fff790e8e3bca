#include "core/registry/recordstore.h"
#include "core/base/partialdate.h"
#include "core/changes/formervalues.h"
#include "core/changes/readable.h"
#include "core/registry/recordrules.h"
#include <QCoreApplication>

namespace gridbook {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RecordStore)
};

bool isBlank(const QVariant &value)
{
    return !value.isValid() || storedValue(value).toString().trimmed().isEmpty();
}

QDate dayOf(const QVariant &value)
{
    if (value.typeId() == qMetaTypeId<PartialDate>()) {
        return value.value<PartialDate>().firstDay();
    }
    return value.typeId() == QMetaType::QDate ? value.toDate() : PartialDate::fromIso(value.toString()).firstDay();
}

} // namespace

QVariant storedValue(const QVariant &value)
{
    if (value.typeId() == qMetaTypeId<ReferenceValue>()) {
        const RowId id = value.value<ReferenceValue>().id;
        return id == 0 ? QVariant() : QVariant(id);
    }
    if (value.typeId() == qMetaTypeId<PartialDate>()) {
        const QString iso = value.value<PartialDate>().toIso();
        return iso.isEmpty() ? QVariant() : QVariant(iso);
    }
    if (value.typeId() == QMetaType::QDate) {
        return value.toDate().isValid() ? QVariant(value.toDate().toString(Qt::ISODate)) : QVariant();
    }
    return value;
}

Result<Record> RecordStore::load(const QString &registry, RowId id, QDate asOf)
{
    const RegistrySpec *spec = m_reader.catalog().registry(registry);
    if (spec == nullptr) {
        return Error{ErrorKind::NotFound, Texts::tr("There is no such registry."), registry};
    }
    QStringList fields;
    for (const Field &field : spec->fields) {
        fields << field.id;
    }
    GRIDBOOK_ASSIGN(const QList<RowData> rows, m_reader.rows(registry, asOf, {id}, fields));
    if (rows.isEmpty()) {
        return Error{ErrorKind::NotFound, Texts::tr("The record no longer exists. Reload the list."),
                     QStringLiteral("%1 %2").arg(registry).arg(id)};
    }
    Record record{registry, id, asOf, {}, {}};
    for (qsizetype i = 0; i < fields.size(); ++i) {
        record.values.insert(fields.at(i), rows.first().values.at(i));
    }
    QStringList select;
    for (const Part &part : spec->parts) {
        select << part.alias + QStringLiteral(".id") << part.alias + QStringLiteral(".row_version");
    }
    const QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE %3 AND %4 = :id")
                            .arg(select.join(u','), spec->from,
                                 spec->where.isEmpty() ? QStringLiteral("1 = 1") : spec->where, spec->key);
    GRIDBOOK_ASSIGN(Statement statement, Statement::prepare(m_reader.database(), sql));
    QVariantMap named{{QStringLiteral(":id"), id}};
    if (sql.contains(u":asof")) {
        named.insert(QStringLiteral(":asof"), asOf.toString(Qt::ISODate));
    }
    GRIDBOOK_TRY(statement.run(named));
    if (statement.next()) {
        for (int i = 0; i < spec->parts.size(); ++i) {
            record.parts.insert(spec->parts.at(i).alias, {statement.integer(2 * i), int(statement.integer(2 * i + 1))});
        }
    }
    GRIDBOOK_TRY(statement.status());
    return record;
}

std::optional<Keeping> keepingOf(const Catalog &catalog, const RegistrySpec &spec, const Field &field)
{
    const Part *part = spec.part(field.part);
    const TableSpec *table = part == nullptr ? nullptr : catalog.tables().find(part->table);
    if (table == nullptr || !table->kept.contains(field.column)) {
        return std::nullopt;
    }
    return table->kept.value(field.column);
}

Result<RowId> RecordStore::save(UnitOfWork &work, const Record &before, const QVariantMap &values, const Dating &dating)
{
    const RegistrySpec *spec = m_reader.catalog().registry(before.registry);
    if (spec == nullptr) {
        return Error{ErrorKind::NotFound, Texts::tr("There is no such registry."), before.registry};
    }
    QHash<QString, RowId> rows;
    for (const Part &part : spec->parts) {
        GRIDBOOK_ASSIGN(const RowId row, savePart(work, *spec, part, before, values, dating, rows));
        rows.insert(part.alias, row);
    }
    if (before.id != 0) {
        return before.id;
    }
    return rows.value(spec->key.section(u'.', 0, 0));
}

Result<RowId> RecordStore::savePart(UnitOfWork &work, const RegistrySpec &spec, const Part &part, const Record &before,
                                    const QVariantMap &values, const Dating &dating, QHash<QString, RowId> &rows)
{
    QVariantMap given;   // everything that the form holds for this part
    QVariantMap changed; // what differs from before
    bool filled = false;
    for (const Field &field : spec.fields) {
        if (field.part != part.alias || !values.contains(field.id)) {
            continue;
        }
        const QVariant now = storedValue(values.value(field.id));
        given.insert(field.column, now);
        filled = filled || !isBlank(now);
        if (before.parts.value(part.alias).row == 0 ||
            now.toString() != storedValue(before.values.value(field.id)).toString()) {
            changed.insert(field.column, now);
        }
    }
    RowId row = before.parts.value(part.alias).row;
    if (row == 0 && !part.matchColumn.isEmpty() && !isBlank(values.value(part.matchField))) {
        const QByteArray index =
            m_reader.sealer().blindIndex(values.value(part.matchField).toString(), spec.field(part.matchField)->column);
        GRIDBOOK_ASSIGN(const QVariant match,
                        work.database().scalar(QStringLiteral("SELECT id FROM %1 WHERE %2 = ? AND voided_at IS NULL")
                                                   .arg(part.table, part.matchColumn),
                                               {index}));
        row = match.toLongLong();
        if (row != 0) { // the same human being is already in the book: fill, never blank
            for (auto it = changed.begin(); it != changed.end();) {
                it = isBlank(it.value()) ? changed.erase(it) : std::next(it);
            }
        }
    }
    if (row == 0) {
        if (part.optional && !filled) {
            return RowId(0);
        }
        if (!part.linkColumn.isEmpty()) {
            given.insert(part.linkColumn, rows.value(part.linkPart));
        }
        if (part.dated && isBlank(given.value(QStringLiteral("valid_from")))) {
            given.insert(QStringLiteral("valid_from"), before.asOf.toString(Qt::ISODate));
        }
        return work.insert(part.table, given);
    }
    if (changed.isEmpty()) {
        return row;
    }
    const Record::PartRow seen{row, before.parts.value(part.alias).version};
    if (part.dated && before.id != 0) {
        const auto firstDay = [&](const QVariantMap &map) {
            for (const Field &field : spec.fields) {
                if (field.part == part.alias && field.column == u"valid_from") {
                    return dayOf(map.value(field.id));
                }
            }
            return QDate();
        };
        const QDate now = firstDay(values);
        const QDate then = firstDay(before.values);
        if (now.isValid() && now > then && changed.size() > 1) { // moved: something else besides the day
            return move(work, spec, part, seen, changed, now, dating.strangers);
        }
    }
    GRIDBOOK_TRY(amend(work, spec, part, row, seen.version, changed, before.asOf, dating));
    return row;
}

Result<RowId> RecordStore::move(UnitOfWork &work, const RegistrySpec &spec, const Part &part,
                                const Record::PartRow &seen, QVariantMap changed, QDate day, Strangers strangers)
{
    GRIDBOOK_TRY(work.update(part.table, seen.row, seen.version, {})); // Conflict, if somebody else changed it
    GRIDBOOK_ASSIGN(const QVariantMap stored, storedRow(work.database(), part.table, seen.row));
    const DatedRow row{seen.row, dayOf(stored.value(QStringLiteral("valid_from"))),
                       dayOf(stored.value(QStringLiteral("valid_until"))), stored};
    const TableSpec *table = work.tables().find(part.table);
    for (const Field &field : spec.fields) {
        if (field.part == part.alias && changed.contains(field.column) && table->ofBeginning.contains(field.column)) {
            if (!isBlank(changed.value(field.column))) {
                return Error{ErrorKind::Refused,
                             Texts::tr("“%1” belongs to the first day of the relation; a move has none. Leave it as it "
                                       "was, or correct it by itself.")
                                 .arg(field.label.zh),
                             field.id};
            }
            changed.remove(field.column);
        }
    }
    changed.remove(QStringLiteral("valid_from"));
    GRIDBOOK_ASSIGN(changed, keptWithin(work, part.table, stored, changed, strangers));
    return continueRow(work, part.table, row, day, changed);
}

Done RecordStore::amend(UnitOfWork &work, const RegistrySpec &spec, const Part &part, RowId row, int version,
                        const QVariantMap &changed, QDate shown, const Dating &dating)
{
    QVariantMap values = changed;
    const TableSpec *table = work.tables().find(part.table);
    if (!table->within.isEmpty()) {
        GRIDBOOK_ASSIGN(const QVariantMap stored, storedRow(work.database(), part.table, row));
        GRIDBOOK_ASSIGN(values, keptWithin(work, part.table, stored, changed, dating.strangers));
    }
    Corrections corrections{{}, shown};
    for (const Field &field : spec.fields) {
        if (field.part == part.alias && (dating.corrections.contains(field.id) ||
                                         table->kept.value(field.column, Keeping::Changes) == Keeping::Corrected)) {
            corrections.columns.insert(field.column);
        }
    }
    return changeFrom(work, part.table, row, version, values, dating.from.isValid() ? dating.from : shown, corrections);
}

Done RecordStore::voidRecord(UnitOfWork &work, const Record &record, const QString &reason)
{
    const RegistrySpec *spec = m_reader.catalog().registry(record.registry);
    if (spec == nullptr) {
        return Error{ErrorKind::NotFound, Texts::tr("There is no such registry."), record.registry};
    }
    // Asked within the unit of work: what was voided before in the same one refers to nothing any more.
    GRIDBOOK_ASSIGN(const QString fault, voidingFault(record.registry, record.id, record.asOf));
    if (!fault.isEmpty()) {
        return Error{ErrorKind::Refused, fault, QStringLiteral("%1 %2").arg(record.registry).arg(record.id)};
    }
    const QString alias = spec->key.section(u'.', 0, 0);
    const Part *part = spec->part(alias);
    const Record::PartRow row = record.parts.value(alias);
    return work.voidRow(part->table, row.row, row.version, reason);
}

Result<QString> RecordStore::voidingFault(const QString &registry, RowId id, QDate asOf)
{
    const RegistrySpec *spec = m_reader.catalog().registry(registry);
    if (spec == nullptr) {
        return Error{ErrorKind::NotFound, Texts::tr("There is no such registry."), registry};
    }
    GRIDBOOK_ASSIGN(const QStringList hanging, dependantsOf(m_reader.database(), *spec, id));
    if (hanging.isEmpty()) {
        return QString();
    }
    GRIDBOOK_ASSIGN(const QString title, m_reader.title(registry, asOf, id));
    //: %1 a record, %2 what refers to it, %3 a sentence with the way out
    return Texts::tr("“%1” cannot be voided; there belong to it: %2. %3")
        .arg(title, hanging.join(Texts::tr("; ", "between the parts of a list")),
             spec->insteadOfVoiding ? spec->insteadOfVoiding() : Texts::tr("Void these first."));
}

Result<QList<Issue>> RecordStore::check(const Record &before, const QVariantMap &values, QDate today,
                                        RuleMemory *memory)
{
    QList<Issue> issues = validate(before.registry, values, today);
    for (const RecordRule &rule : m_reader.catalog().registry(before.registry)->rules) {
        GRIDBOOK_ASSIGN(const QList<Issue> more, rule({m_reader.database(), before, values, today, memory}));
        issues << more;
    }
    return issues;
}

QList<Issue> RecordStore::validate(const QString &registry, const QVariantMap &values, QDate today) const
{
    const RegistrySpec *spec = m_reader.catalog().registry(registry);
    QList<Issue> issues;
    for (const Field &field : spec->fields) {
        const QVariant value = values.value(field.id);
        if (field.isRequired && field.isWritable() && isBlank(value)) {
            issues.append({field.id, IssueLevel::Error, Texts::tr("This entry is required.")});
        }
        if (!value.isValid()) {
            continue;
        }
        if (field.type == FieldType::Code && !isBlank(value)) {
            const CodeTable *table = m_reader.catalog().codes().find(field.codeTable);
            if (table == nullptr || table->byCode(value.toString()) == nullptr) {
                issues.append({field.id, IssueLevel::Error,
                               Texts::tr("“%1” is not in the list of “%2”. Choose one of the list.")
                                   .arg(value.toString(), field.label.zh)});
            }
        }
        if (field.isWritable() && !field.isSealed && value.typeId() == QMetaType::QString &&
            !mayStayReadable(field.column, value.toString())) {
            issues.append({field.id, IssueLevel::Error,
                           Texts::tr("This entry is kept readable and may hold neither an ID number nor a telephone "
                                     "number. Write the number into its own field or into the note.")});
        }
        if (field.type == FieldType::Date && field.column == u"valid_until" && !isBlank(value)) {
            const QDate until = dayOf(value);
            for (const Field &from : spec->fields) {
                if (from.part == field.part && from.column == u"valid_from" && dayOf(values.value(from.id)) >= until) {
                    issues.append({field.id, IssueLevel::Error, Texts::tr("The end must lie after the beginning.")});
                }
            }
        }
    }
    if (spec->validate) {
        issues << spec->validate({values, today});
    }
    return issues;
}

Result<QList<Remark>> RecordStore::remarks(const QString &registry, RowId id, const QVariantMap &values, QDate day)
{
    QList<Remark> all;
    for (const Remarker &remarker : m_reader.catalog().registry(registry)->remarkers) {
        GRIDBOOK_ASSIGN(const QList<Remark> some, remarker({m_reader.database(), id, values, day}));
        all << some;
    }
    return all;
}

} // namespace gridbook
