#pragma once
// New values for many records, one for one field of all of them or a block of others: what they would do to each, then
// done as one step that one undo takes back. Works in slices of the event loop, so that the window stays alive, and
// leaves nothing half done when it is cancelled.
#include "core/book/book.h"
#include "core/registry/valuetext.h"
#include <QHash>
#include <QObject>
#include <functional>
#include <memory>

class QTimer;

namespace gridbook::ui {

struct BulkRow
{
    enum class State { Waiting, Changed, Same, Wrong };

    RowId id = 0;
    State state = State::Waiting;
    QString title;
    QString before;
    QString after;
    QString why;   // Wrong: why it cannot be changed; it is left as it is
    QString doubt; // Changed: what should be looked at; it is changed all the same
};

// One entry of a record; fault: what was typed for it cannot be read, and why.
struct BulkEntry
{
    const Field *field = nullptr;
    QVariant value;
    QString fault;
};
using BulkEntries = std::function<QList<BulkEntry>(RowId)>;

class BulkEdit final : public QObject
{
    Q_OBJECT
public:
    BulkEdit(Book &book, const QString &registry, QDate asOf, const QList<RowId> &ids, TextStyle style,
             QObject *parent = nullptr);

    // The fields for which one value for many makes sense: not names, not ID numbers.
    [[nodiscard]] static QList<const Field *> fieldsOf(const RegistrySpec &spec);
    // The first day of the field's part, if it is dated; else null.
    [[nodiscard]] static const Field *firstDayOf(const RegistrySpec &spec, const Field &field);

    // Whether the book asks from which day on another value holds.
    [[nodiscard]] static bool asksSince(const Catalog &catalog, const RegistrySpec &spec, const Field &field);

    // What the field holds now, before a new value is known; no row is going to change.
    void look(const Field &field);
    // from: the day of the change, for dated parts and entries that keep their past; invalid: what stands there is
    // corrected, and earlier figures with it.
    void plan(const Field &field, const QVariant &value, QDate from);
    // Each record gets entries of its own, as if they had been typed into the list one by one (forminplace.h). They are
    // asked for once for each record, while it is planned.
    void planEach(BulkEntries entries);
    void apply(const QString &title, const QString &reason);
    void cancel(); // of planning or applying; an apply that is cancelled has changed nothing

    [[nodiscard]] bool isBusy() const { return m_phase != Phase::Idle; }
    [[nodiscard]] const QList<BulkRow> &rows() const { return m_rows; }
    [[nodiscard]] qsizetype count(BulkRow::State state) const;
    [[nodiscard]] qsizetype doubtful() const; // of those that are going to change

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void rowsPlanned(qsizetype first, qsizetype last);
    void planned();
    void applied(qsizetype changed);
    void failed(const gridbook::Error &error); // nothing was changed

private:
    enum class Phase { Idle, Planning, Applying };
    void slice();
    void planRow(BulkRow &row);
    Done applyRow(const BulkRow &row);
    void start(bool looks);
    [[nodiscard]] QList<BulkEntry> entriesOf(RowId row) const; // that were planned
    [[nodiscard]] QString written(const QList<BulkEntry> &entries, const QVariantMap &values) const;
    Result<QVariantMap> changedValues(const Record &record, BulkRow &row) const;
    void stop();

    Book &m_book;
    const RegistrySpec &m_spec;
    QDate m_asOf;
    TextStyle m_style;
    QList<BulkRow> m_rows;
    BulkEntry m_entry; // for all records …
    QDate m_from;
    BulkEntries m_ask; // … or what this says, once
    QHash<RowId, QList<BulkEntry>> m_block;
    bool m_looks = false;
    Phase m_phase = Phase::Idle;
    qsizetype m_next = 0;
    std::unique_ptr<UnitOfWork> m_work;
    QTimer *m_timer;
};

} // namespace gridbook::ui
