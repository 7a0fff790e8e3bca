#include "core/exchange/comparison.h"
#include "core/changes/formervalues.h"
#include "core/exchange/importmatch.h"
#include <QCoreApplication>
#include <atomic>
#include <future>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype step = 500;          // rows in one question to the book
constexpr qsizetype worthAThread = 2000; // rows; fewer are compared before a connection is opened

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)
};

// What the user has said of a row comes before what was found.
void obey(PlanRow &row)
{
    if (row.decision == RowDecision::AsNew) {
        row.record = 0;
        row.question.clear();
    } else if (row.chosen != 0) {
        row.record = row.chosen > 0 ? row.chosen : 0;
        row.person = row.chosen < 0 ? -row.chosen : 0;
        row.question.clear();
    } else if ((row.decision == RowDecision::FillEmpty || row.decision == RowDecision::Overwrite) &&
               (row.record != 0 || row.person != 0)) {
        row.question.clear(); // this is the record
    }
}

} // namespace

// The threads take what comes next until nothing is left, or one of them stops.
class Comparison::Shares
{
public:
    explicit Shares(const QList<int> &rows) : m_rows(rows) {}
    QList<int> next()
    {
        const qsizetype from = m_next.fetch_add(step);
        return m_stopped || from >= m_rows.size() ? QList<int>() : m_rows.mid(from, step);
    }
    void stop() { m_stopped = true; }
    [[nodiscard]] qsizetype given() const { return qMin(qsizetype(m_next), m_rows.size()); }

private:
    const QList<int> &m_rows;
    std::atomic<qsizetype> m_next = 0;
    std::atomic<bool> m_stopped = false;
};

Comparison::Comparison(RegistryReader &reader, ImportPlan &plan, QDate today)
    : m_reader(reader), m_plan(plan), m_spec(*reader.catalog().registry(plan.registry)), m_today(today)
{
    for (int i = 0; i < plan.targets.size(); ++i) {
        const QString &field = plan.targets.at(i).field.id;
        if (m_spec.field(field) != nullptr && field != gridledger::leader && field != gridledger::buildings) {
            m_fields << field;
            m_places << i;
        }
    }
}

Done Comparison::run(const QList<int> &rows, const OpenReader &openReader, const Progress &progress)
{
    GRIDBOOK_ASSIGN(m_surroundings, Surroundings::load(m_reader, m_plan, m_today));
    GRIDBOOK_ASSIGN(m_changedSince, anyChangedAfter(m_reader.database(), m_plan.choices.asOf));
    m_rows = m_plan.rows.data();
    Shares shares(rows);
    std::future<Done> beside;
    if (openReader && rows.size() >= worthAThread) {
        beside = std::async(std::launch::async, [&]() -> Done {
            const auto reader = openReader();
            if (!reader) { // slower, not wrong
                qWarning("comparing in one thread: %s", qPrintable(reader.error().message));
                return {};
            }
            return share((*reader)->registries(), shares, {});
        });
    }
    const qint64 all = m_plan.rows.size();
    Done done = share(m_reader, shares, [&](qint64 given) {
        return progress.goesOn(all + given, all * 2, Texts::tr("Comparing with the book"));
    });
    const Done other = beside.valid() ? beside.get() : Done();
    return done ? other : done;
}

Done Comparison::share(RegistryReader &reader, Shares &shares, const GoesOn &goesOn) const
{
    GRIDBOOK_ASSIGN(const auto moment, oneMoment(reader.database()));
    RowComparer comparer(reader, m_spec, m_surroundings, m_today);
    for (QList<int> rows = shares.next(); !rows.isEmpty(); rows = shares.next()) {
        Done done = goesOn && !goesOn(shares.given()) ? Done(importCancelled()) : compare(reader, comparer, rows);
        if (!done) {
            shares.stop();
            return done;
        }
    }
    return {};
}

Done Comparison::compare(RegistryReader &reader, RowComparer &comparer, const QList<int> &rows) const
{
    QList<RowId> ids;
    for (const int at : rows) {
        obey(m_rows[at]);
        if (m_rows[at].record != 0) {
            ids << m_rows[at].record;
        }
    }
    GRIDBOOK_ASSIGN(const QList<RowData> known, reader.rows(m_plan.registry, m_today, ids, m_fields));
    const QHash<RowId, QVariantList> now = valuesOf(known);
    QHash<RowId, QVariantList> then;
    if (m_changedSince) {
        GRIDBOOK_ASSIGN(const QList<RowData> former, reader.rows(m_plan.registry, m_plan.choices.asOf, ids, m_fields));
        then = valuesOf(former);
    }
    for (const int at : rows) {
        PlanRow &row = m_rows[at];
        comparer.compare(m_plan, row, now.value(row.record), then.value(row.record));
    }
    return {};
}

// By target of the plan.
QHash<RowId, QVariantList> Comparison::valuesOf(const QList<RowData> &rows) const
{
    QHash<RowId, QVariantList> byId;
    for (const RowData &data : rows) {
        QVariantList values(m_plan.targets.size());
        for (qsizetype i = 0; i < m_places.size(); ++i) {
            values[m_places.at(i)] = data.values.at(i);
        }
        byId.insert(data.id, values);
    }
    return byId;
}

} // namespace gridbook::exchange
