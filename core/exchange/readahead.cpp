#include "core/exchange/readahead.h"
#include "core/exchange/ziparchive.h"
#include <utility>

namespace gridbook::exchange {

namespace {

constexpr qsizetype bundle = 256; // rows that change hands at once
constexpr qsizetype waitingBundles = 8;
constexpr unsigned long patience = 100; // milliseconds between two words of progress

} // namespace

ReadAhead::ReadAhead(SheetReader &reader, int sheet, const SheetLayout &layout)
    : m_thread([this, &reader, sheet, layout] { run(reader, sheet, layout); })
{}

ReadAhead::~ReadAhead()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_stop = true;
        m_changed.wakeAll();
    }
    m_thread.join();
}

void ReadAhead::run(SheetReader &reader, int sheet, const SheetLayout &layout)
{
    QList<DataRow> filling;
    const auto isWanted = [this](qint64, qint64, const QString &) {
        const QMutexLocker lock(&m_mutex);
        return !m_stop;
    };
    Done done = readRows(
        reader, sheet, layout,
        [&](const DataRow &row) {
            filling.append(row);
            return filling.size() < bundle || hand(std::exchange(filling, {}));
        },
        Progress{isWanted});
    if (!filling.isEmpty()) {
        hand(std::move(filling));
    }
    const QMutexLocker lock(&m_mutex);
    m_state = std::move(done);
    m_atEnd = true;
    m_changed.wakeAll();
}

bool ReadAhead::hand(QList<DataRow> rows)
{
    const QMutexLocker lock(&m_mutex);
    while (!m_stop && m_waiting.size() >= waitingBundles) {
        m_changed.wait(&m_mutex);
    }
    m_waiting.append(std::move(rows));
    m_changed.wakeAll();
    return !m_stop;
}

Result<QList<DataRow>> ReadAhead::next(const Progress &progress, qint64 done, const QString &what)
{
    QMutexLocker lock(&m_mutex);
    while (!m_atEnd && m_waiting.isEmpty()) {
        m_changed.wait(&m_mutex, patience);
        lock.unlock();
        if (!progress.goesOn(done, 0, what)) {
            return sheetCancelled();
        }
        lock.relock();
    }
    if (!m_waiting.isEmpty()) {
        m_changed.wakeAll();
        return m_waiting.takeFirst();
    }
    GRIDBOOK_TRY(m_state);
    return QList<DataRow>();
}

} // namespace gridbook::exchange
