#include "core/exchange/backgroundwriter.h"
#include <utility>

namespace gridbook::exchange {

namespace {

constexpr qsizetype bundle = 256; // rows that change hands at once
constexpr qsizetype waitingBundles = 4;

} // namespace

BackgroundWriter::BackgroundWriter(std::unique_ptr<TableWriter> writer)
    : m_writer(std::move(writer)), m_thread([this] { run(); })
{}

BackgroundWriter::~BackgroundWriter()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_stop = true;
        m_waiting.clear();
        m_changed.wakeAll();
    }
    m_thread.join();
}

void BackgroundWriter::run()
{
    QMutexLocker lock(&m_mutex);
    for (;;) {
        while (!m_stop && m_waiting.isEmpty()) {
            m_changed.wait(&m_mutex);
        }
        if (m_stop) {
            return;
        }
        const QList<OutRow> rows = m_waiting.takeFirst();
        m_isWriting = true;
        lock.unlock();
        Done done;
        for (qsizetype i = 0; done && i < rows.size(); ++i) {
            done = m_writer->addRow(rows.at(i));
        }
        lock.relock();
        m_isWriting = false;
        if (!done) { // nothing that comes after it can be right
            m_state = done;
            m_waiting.clear();
        }
        m_changed.wakeAll();
    }
}

void BackgroundWriter::hand(QList<OutRow> rows)
{
    if (rows.isEmpty()) {
        return;
    }
    const QMutexLocker lock(&m_mutex);
    while (m_state && m_waiting.size() >= waitingBundles) {
        m_changed.wait(&m_mutex);
    }
    if (m_state) {
        m_waiting.append(std::move(rows));
        m_changed.wakeAll();
    }
}

Done BackgroundWriter::settle()
{
    hand(std::exchange(m_filling, {}));
    const QMutexLocker lock(&m_mutex);
    while (m_state && (m_isWriting || !m_waiting.isEmpty())) {
        m_changed.wait(&m_mutex);
    }
    return m_state;
}

Done BackgroundWriter::beginSheet(const TableSheet &sheet)
{
    GRIDBOOK_TRY(settle());
    return m_writer->beginSheet(sheet); // the thread has nothing to do meanwhile
}

Done BackgroundWriter::addRow(const OutRow &row)
{
    m_filling.append(row);
    if (m_filling.size() < bundle) {
        return {};
    }
    hand(std::exchange(m_filling, {}));
    const QMutexLocker lock(&m_mutex);
    return m_state;
}

Done BackgroundWriter::finish()
{
    GRIDBOOK_TRY(settle());
    return m_writer->finish();
}

} // namespace gridbook::exchange
