#include "ui/registry/bulkedit.h"
#include "core/base/partialdate.h"
#include "ui/registry/formeditors.h"
#include <QElapsedTimer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {
constexpr qint64 sliceMs = 25; // then the event loop has its turn
}

BulkEdit::BulkEdit(Book &book, const QString &registry, QDate asOf, const QList<RowId> &ids, TextStyle style,
                   QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_spec(*book.catalog().registry(registry))
    , m_asOf(asOf)
    , m_style(std::move(style))
    , m_timer(new QTimer(this))
{
    m_rows.reserve(ids.size());
    for (const RowId id : ids) {
        BulkRow row;
        row.id = id;
        m_rows.append(row);
    }
    m_timer->setInterval(0);
    connect(m_timer, &QTimer::timeout, this, &BulkEdit::slice);
}

QList<const Field *> BulkEdit::fieldsOf(const RegistrySpec &spec)
{
    QList<const Field *> fields;
    for (const Field &field : spec.fields) {
        const bool unique = field.isExact || field.isFrozen || field.type == FieldType::CitizenId;
        if (field.isWritable() && !field.section.zh.isEmpty() && !unique && field.column != u"valid_from") {
            fields << &field;
        }
    }
    return fields;
}

const Field *BulkEdit::firstDayOf(const RegistrySpec &spec, const Field &field)
{
    const Part *part = spec.part(field.part);
    for (const Field &each : spec.fields) {
        if (part != nullptr && part->dated && each.part == field.part && each.column == u"valid_from") {
            return &each;
        }
    }
    return nullptr;
}

bool BulkEdit::asksSince(const Catalog &catalog, const RegistrySpec &spec, const Field &field)
{
    return firstDayOf(spec, field) != nullptr ||
           keepingOf(catalog, spec, field).value_or(Keeping::Corrected) != Keeping::Corrected;
}

qsizetype BulkEdit::count(BulkRow::State state) const
{
    return std::count_if(m_rows.begin(), m_rows.end(), [state](const BulkRow &row) { return row.state == state; });
}

qsizetype BulkEdit::doubtful() const
{
    return std::count_if(m_rows.begin(), m_rows.end(), [](const BulkRow &row) {
        return row.state == BulkRow::State::Changed && !row.doubt.isEmpty();
    });
}

void BulkEdit::look(const Field &field)
{
    m_entry = {&field, {}, {}};
    m_from = {};
    start(true);
}

void BulkEdit::plan(const Field &field, const QVariant &value, QDate from)
{
    m_entry = {&field, field.type == FieldType::Date ? valueFromStored(field, storedValue(value)) : value, {}};
    m_from = from;
    start(false);
}

void BulkEdit::planEach(BulkEntries entries)
{
    m_entry = {};
    m_from = {};
    m_ask = std::move(entries);
    m_block.clear();
    start(false);
}

QList<BulkEntry> BulkEdit::entriesOf(RowId row) const
{
    return m_entry.field == nullptr ? m_block.value(row) : QList<BulkEntry>{m_entry};
}

void BulkEdit::start(bool looks)
{
    stop();
    m_looks = looks;
    for (BulkRow &row : m_rows) {
        row.state = BulkRow::State::Waiting;
    }
    m_phase = Phase::Planning;
    m_next = 0;
    m_timer->start();
}

void BulkEdit::apply(const QString &title, const QString &reason)
{
    if (isBusy() || m_looks || (m_entry.field == nullptr && m_block.isEmpty())) {
        return;
    }
    auto work = m_book.begin({u"bulk"_qs, title, reason, {}});
    if (!work) {
        Q_EMIT failed(work.error());
        return;
    }
    m_work = std::move(work).value();
    m_phase = Phase::Applying;
    m_next = 0;
    m_timer->start();
}

void BulkEdit::cancel()
{
    const bool wasApplying = m_phase == Phase::Applying;
    stop();
    if (wasApplying) {
        Q_EMIT failed({ErrorKind::Cancelled, tr("Cancelled. Nothing was changed."), {}});
    }
}

void BulkEdit::stop()
{
    m_timer->stop();
    m_work.reset(); // rolls back
    m_phase = Phase::Idle;
}

void BulkEdit::slice()
{
    QElapsedTimer clock;
    clock.start();
    const qsizetype first = m_next;
    while (m_next < m_rows.size() && clock.elapsed() < sliceMs) {
        BulkRow &row = m_rows[m_next];
        if (m_phase == Phase::Planning) {
            planRow(row);
        } else if (row.state == BulkRow::State::Changed) {
            if (const auto done = applyRow(row); !done) {
                Error error = done.error();
                error.message = tr("%1: %2 Nothing was changed.").arg(row.title, error.message);
                stop();
                Q_EMIT failed(error);
                return;
            }
        }
        ++m_next;
    }
    if (m_phase == Phase::Planning && m_next > first) {
        Q_EMIT rowsPlanned(first, m_next - 1);
    }
    Q_EMIT progressed(m_next, m_rows.size());
    if (m_phase == Phase::Idle || m_next < m_rows.size()) { // Idle: a listener has cancelled
        return;
    }
    if (m_phase == Phase::Planning) {
        stop();
        Q_EMIT planned();
        return;
    }
    m_timer->stop();
    m_phase = Phase::Idle;
    const auto work = std::move(m_work);
    const auto set = m_book.commit(*work);
    if (set) {
        Q_EMIT applied(count(BulkRow::State::Changed));
    } else {
        Q_EMIT failed(set.error());
    }
}

// The record's values with the new one; the row is told what stands in the way and what should be looked at.
Result<QVariantMap> BulkEdit::changedValues(const Record &record, BulkRow &row) const
{
    QVariantMap values = record.values;
    const QList<BulkEntry> entries = entriesOf(record.id);
    for (const BulkEntry &entry : entries) {
        values.insert(entry.field->id, entry.value);
        if (row.why.isEmpty() && !entry.fault.isEmpty()) {
            row.why =
                tr("%1: %2", "a field and what is wrong").arg(entry.field->label.in(m_style.language), entry.fault);
        }
    }
    const Field *field = m_entry.field;
    const Field *since = field == nullptr ? nullptr : firstDayOf(m_spec, *field);
    const bool hasRow = field != nullptr && record.parts.value(field->part).row != 0;
    if (since != nullptr && m_from.isValid() && !sameValue(m_entry.value, record.values.value(field->id))) {
        const QDate began = PartialDate::fromIso(storedValue(record.values.value(since->id)).toString()).firstDay();
        if (hasRow && began.isValid() && m_from < began) {
            row.why = tr("Its record begins only on %1.").arg(began.toString(Qt::ISODate));
        } else if (m_from != began) {
            values.insert(since->id, QVariant::fromValue(PartialDate(m_from)));
        }
    }
    if (!row.why.isEmpty()) {
        return values;
    }
    // What was wrong before is not the fault of this change.
    const QDate today = m_book.clock().today();
    const QList<Issue> old = m_book.records().validate(m_spec.id, record.values, today);
    GRIDBOOK_ASSIGN(const QList<Issue> issues, m_book.records().check(record, values, today));
    QStringList doubts;
    for (const Issue &issue : issues) {
        const bool stood =
            std::any_of(old.begin(), old.end(), [&](const Issue &each) { return each.message == issue.message; });
        if (!stood && issue.level == IssueLevel::Error && row.why.isEmpty()) {
            row.why = issue.message;
        } else if (!stood && issue.level == IssueLevel::Warning) {
            doubts << issue.message;
        }
    }
    row.doubt = doubts.join(u' ');
    return values;
}

void BulkEdit::planRow(BulkRow &row)
{
    row.why.clear();
    row.doubt.clear();
    const auto record = m_book.records().load(m_spec.id, row.id, m_asOf);
    if (!record) {
        row.state = BulkRow::State::Wrong;
        row.why = record.error().message;
        return;
    }
    if (row.title.isEmpty()) {
        row.title = m_book.reader().title(m_spec.id, m_asOf, row.id).valueOr({});
    }
    if (m_entry.field == nullptr && !m_block.contains(row.id)) {
        m_block.insert(row.id, m_ask(row.id));
    }
    const QList<BulkEntry> entries = entriesOf(row.id);
    row.before = written(entries, record->values);
    if (m_looks) {
        row.after.clear();
        return; // stays waiting
    }
    QVariantMap wanted;
    bool same = true;
    for (const BulkEntry &entry : entries) {
        wanted.insert(entry.field->id, entry.value);
        same = same && entry.fault.isEmpty() && sameValue(record->values.value(entry.field->id), entry.value);
    }
    row.after = written(entries, wanted);
    if (same) {
        row.state = BulkRow::State::Same;
        return;
    }
    const auto values = changedValues(*record, row);
    if (!values) {
        row.why = values.error().message;
    }
    row.state = values && row.why.isEmpty() ? BulkRow::State::Changed : BulkRow::State::Wrong;
}

// One value by itself; of several each with the name of its field.
QString BulkEdit::written(const QList<BulkEntry> &entries, const QVariantMap &values) const
{
    QStringList parts;
    for (const BulkEntry &entry : entries) {
        const QString text = valueText(*entry.field, values.value(entry.field->id), m_book.catalog().codes(), m_style);
        parts << (m_entry.field != nullptr
                      ? text
                      : u"%1 %2"_qs.arg(entry.field->label.in(m_style.language), text.isEmpty() ? u"–"_qs : text));
    }
    return parts.join(u" · "_qs);
}

Done BulkEdit::applyRow(const BulkRow &row)
{
    GRIDBOOK_ASSIGN(const Record record, m_book.records().load(m_spec.id, row.id, m_asOf));
    BulkRow now; // the book may have changed since the preview
    GRIDBOOK_ASSIGN(const QVariantMap values, changedValues(record, now));
    if (!now.why.isEmpty()) {
        return Error{ErrorKind::Conflict, now.why, {}};
    }
    Dating dating{m_from, {}};
    if (!m_from.isValid() && m_entry.field != nullptr) {
        dating.corrections = {m_entry.field->id};
    }
    GRIDBOOK_TRY(m_book.records().save(*m_work, record, values, dating));
    return {};
}

} // namespace gridbook::ui
