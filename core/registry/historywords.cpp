// The history in words: which field of which registry a change touched, and what stood there before and after.
#include "core/access/sealer.h"
#include "core/changes/formervalues.h"
#include "core/changes/journaltext.h"
#include "core/registry/history.h"
#include <QCoreApplication>
#include <QSet>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RecordHistory)
};

} // namespace

const Field *RecordHistory::fieldOf(const RegistrySpec *spec, const QString &table, const QString &column,
                                    bool *isOwn) const
{
    const auto find = [&](const RegistrySpec &registry) -> const Field * {
        for (const Field &field : registry.fields) {
            if (field.column == column && field.isWritable() && registry.part(field.part)->table == table) {
                return &field;
            }
        }
        return nullptr;
    };
    if (const TableSpec *known = m_reader.catalog().tables().find(table);
        known != nullptr && known->moved.contains(column)) {
        return fieldOf(spec, known->moved.value(column), column, isOwn);
    }
    *isOwn = true;
    for (const Part &part : spec == nullptr ? QList<Part>() : spec->parts) {
        if (part.table == table && part.linkColumn == column) {
            return nullptr; // only holds the parts of the record together
        }
    }
    if (const Field *own = spec == nullptr ? nullptr : find(*spec)) {
        return own;
    }
    *isOwn = false;
    for (const RegistrySpec &registry : m_reader.catalog().registries()) {
        if (const Field *other = find(registry)) {
            return other;
        }
    }
    return nullptr; // a column that follows from others (pinyin) or that only links rows
}

Result<QString> RecordHistory::opened(const QString &table, const QString &column, const QJsonValue &value,
                                      const QString &uuid) const
{
    const QVariant stored = fromJournal(value);
    return stored.isValid() ? m_reader.sealer().open(stored.toByteArray(), sealedPlace(table, column, uuid))
                            : Result<QString>(QString());
}

QString RecordHistory::text(const Field &field, const QString &table, const QString &column, const QJsonValue &value,
                            const QString &uuid, QDate day)
{
    if (value.isNull() || value.isUndefined()) {
        return {};
    }
    if (field.isSealed) {
        const auto plain = opened(table, column, value, uuid);
        return plain ? valueText(field, *plain, m_reader.catalog().codes(), m_style) : u"⚠"_qs;
    }
    QVariant shown = valueFromStored(field, fromJournal(value));
    if (field.type == FieldType::Reference) {
        auto reference = shown.value<ReferenceValue>();
        const QString key = u"%1|%2|%3"_qs.arg(field.registry).arg(reference.id).arg(day.toJulianDay());
        if (!m_titles.contains(key)) {
            m_titles.insert(key, m_reader.title(field.registry, day, reference.id).valueOr({}));
        }
        reference.title = m_titles.value(key);
        if (reference.title.isEmpty()) {
            reference.title = Texts::tr("no. %1").arg(reference.id);
        }
        shown = QVariant::fromValue(reference);
    }
    return valueText(field, shown, m_reader.catalog().codes(), m_style);
}

void RecordHistory::addWords(QList<FieldChange> &words, const RegistrySpec *spec, const QString &table,
                             const QJsonObject &before, const QJsonObject &after, const RowState &row,
                             const QStringList &columns, QDate day)
{
    const QString uuid = row.values.value(u"uuid").toString();
    for (const QString &column : columns) {
        bool isOwn = false;
        const Field *field = fieldOf(spec, table, column, &isOwn);
        if (field == nullptr) {
            continue;
        }
        const QString from = text(*field, table, column, before.value(column), uuid, day);
        const QString to = text(*field, table, column, after.value(column), uuid, day);
        if (from == to && !field->isSealed) { // masked texts may be the same although the values differ
            continue;
        }
        words.append({isOwn ? field->id : QString(), field->label, from, to});
    }
}

QList<FieldChange> RecordHistory::words(const RegistrySpec *spec, const QList<Step> &together, QDate day)
{
    // A move ends one dated row and opens the next: told as one change from the old values to the new ones.
    QSet<qsizetype> ends;
    const auto neighbour = [&](const Step &step, const QJsonObject Change::*side) -> const Step * {
        const QJsonValue from = step.after.values.value(u"valid_from");
        for (qsizetype i = 0; i < together.size(); ++i) {
            const Step &other = together.at(i);
            if (!from.isString() || other.change.table != step.change.table || other.change.op != ChangeOp::Update ||
                other.change.row == step.change.row || (other.change.*side).value(u"valid_until") != from) {
                continue;
            }
            ends.insert(i);
            return &other;
        }
        return nullptr;
    };
    QList<FieldChange> result;
    for (const Step &step : together) {
        if (step.change.op == ChangeOp::Update || step.change.table == formerValueTable) {
            continue;
        }
        const bool opens = step.change.op != ChangeOp::Void;
        const Step *other = neighbour(step, opens ? &Change::after : &Change::before);
        const bool firstRow = step.change.op == ChangeOp::Insert;
        if (other == nullptr && !firstRow) {
            const bool isOwn = spec != nullptr && step.change.table == spec->part(spec->key.section(u'.', 0, 0))->table;
            if (!isOwn && step.after.values.contains(u"valid_from")) { // a dated row went or came back alone
                const QJsonObject &values = step.after.values;
                addWords(result, spec, step.change.table, opens ? QJsonObject() : values,
                         opens ? values : QJsonObject(), step.after, values.keys(), day);
            }
            continue;
        }
        QJsonObject mine = step.after.values;
        QJsonObject before = other == nullptr ? QJsonObject() : other->before.values;
        mine.remove(u"uuid"_qs);
        before.remove(u"uuid"_qs);
        if (other != nullptr) { // that one ended and the other began says the day already
            mine.remove(u"valid_until"_qs);
            before.remove(u"valid_until"_qs);
            for (const QString &column : m_reader.catalog().tables().find(step.change.table)->ofBeginning) {
                before.remove(column); // still stands where it stood
            }
        }
        QStringList columns = mine.keys();
        for (const QString &column : before.keys()) {
            if (!columns.contains(column)) {
                columns << column;
            }
        }
        addWords(result, spec, step.change.table, opens ? before : mine, opens ? mine : before, step.after, columns,
                 day);
    }
    for (qsizetype i = 0; i < together.size(); ++i) {
        const Step &step = together.at(i);
        if (step.change.op == ChangeOp::Update) {
            if (step.change.table == formerValueTable) {
                addFormerWords(result, spec, step, day);
                continue;
            }
            QStringList columns = step.change.after.keys();
            if (ends.contains(i)) {
                columns.removeAll(u"valid_until"_qs);
                for (const QString &column : m_reader.catalog().tables().find(step.change.table)->ofEnd) {
                    columns.removeAll(column); // goes on with the row that follows
                }
            }
            const qsizetype first = result.size();
            addWords(result, spec, step.change.table, step.change.before, step.change.after, step.after, columns, day);
            sayFrom(result, first, spec, step, together);
        }
    }
    if (spec != nullptr) {
        const auto place = [&](const FieldChange &change) {
            const auto it = std::find_if(spec->fields.begin(), spec->fields.end(),
                                         [&](const Field &field) { return field.id == change.field; });
            return it - spec->fields.begin();
        };
        std::stable_sort(result.begin(), result.end(),
                         [&](const FieldChange &a, const FieldChange &b) { return place(a) < place(b); });
    }
    return result;
}

// A former value that was itself wrong.
void RecordHistory::addFormerWords(QList<FieldChange> &words, const RegistrySpec *spec, const Step &step, QDate day)
{
    const QJsonObject &row = step.after.values;
    bool isOwn = false;
    const Field *field = fieldOf(spec, row.value(u"tbl").toString(), row.value(u"col").toString(), &isOwn);
    if (field == nullptr || !step.change.after.contains(u"value")) {
        return; // how far it reaches is told with the change that set another limit
    }
    const QString until = row.value(u"valid_until").toString();
    words.append({isOwn ? field->id : QString(),
                  {field->label.zh + u"（%1以前）"_qs.arg(until), field->label.en + u" (before %1)"_qs.arg(until)},
                  text(*field, {}, {}, step.change.before.value(u"value"), {}, day),
                  text(*field, {}, {}, step.change.after.value(u"value"), {}, day)});
}

// From which day on a value changed, if what it was before was kept (or is no longer).
void RecordHistory::sayFrom(QList<FieldChange> &words, qsizetype first, const RegistrySpec *spec, const Step &step,
                            const QList<Step> &together) const
{
    for (const Step &other : together) {
        QJsonObject row = other.after.values;
        if (other.change.table != formerValueTable || row.value(u"tbl").toString() != step.change.table ||
            row.value(u"row_id").toInteger() != step.change.row ||
            (other.change.op == ChangeOp::Update && !other.change.after.contains(u"valid_until"))) {
            continue;
        }
        bool isOwn = false;
        const Field *field = fieldOf(spec, step.change.table, row.value(u"col").toString(), &isOwn);
        const QString from = row.value(u"valid_until").toString();
        for (qsizetype i = first; i < words.size() && field != nullptr; ++i) {
            if (words.at(i).label.zh == field->label.zh) {
                words[i].label = {field->label.zh + u"（自%1起）"_qs.arg(from),
                                  field->label.en + u" (from %1 on)"_qs.arg(from)};
            }
        }
    }
}

} // namespace gridbook
