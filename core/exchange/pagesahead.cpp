#include "core/exchange/pagesahead.h"
#include <QCoreApplication>
#include <utility>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype readers = 2;
constexpr qsizetype ahead = 4;          // pages that wait, or are being read
constexpr unsigned long patience = 100; // milliseconds between two words of progress

// A page is made in one thread and given back in another. The library of Linux would give its memory back to the system
// each time, and ask for it again four kibibytes at a time: a tenth of the work of an export.
void keepFreedMemory()
{
#ifdef __GLIBC__
    constexpr int kept = 16 << 20; // bytes, in each thread
    [[maybe_unused]] static const int once = mallopt(M_TRIM_THRESHOLD, kept);
#endif
}

} // namespace

Error exportCancelled()
{
    return {ErrorKind::Cancelled,
            QCoreApplication::translate("Exporter", "The export was cancelled; no file was written."),
            {}};
}

PagesAhead::PagesAhead(const Book &book, Order order, qsizetype pageRows)
    : m_order(std::move(order)), m_pageRows(pageRows), m_pages((m_order.ids.size() + pageRows - 1) / pageRows)
{
    keepFreedMemory();
    for (qsizetype first = 0; first < qMin(readers, m_pages); ++first) {
        m_threads.emplace_back([this, &book, first] { run(book, first); });
    }
}

PagesAhead::~PagesAhead()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_stop = true;
        m_changed.wakeAll();
    }
    for (std::thread &thread : m_threads) {
        thread.join();
    }
}

// Every page that is this thread's turn.
void PagesAhead::run(const Book &book, qsizetype first)
{
    const auto reader = book.openReader();
    if (!reader) {
        hand(first, reader.error());
        return;
    }
    for (qsizetype page = first; page < m_pages; page += readers) {
        {
            QMutexLocker lock(&m_mutex);
            while (!m_stop && page >= m_next + ahead) {
                m_changed.wait(&m_mutex);
            }
            if (m_stop) {
                return;
            }
        }
        auto rows = (*reader)->registries().rows(m_order.registry, m_order.asOf,
                                                 m_order.ids.mid(page * m_pageRows, m_pageRows), m_order.fields);
        if (!hand(page, std::move(rows))) {
            return;
        }
    }
}

bool PagesAhead::hand(qsizetype page, Result<QList<RowData>> rows)
{
    const QMutexLocker lock(&m_mutex);
    m_waiting.emplace(page, std::move(rows));
    m_changed.wakeAll();
    return !m_stop;
}

Result<QList<RowData>> PagesAhead::next(const Progress &progress, const QString &what)
{
    QMutexLocker lock(&m_mutex);
    while (m_next < m_pages) {
        lock.unlock();
        if (!progress.goesOn(m_next * m_pageRows, m_order.ids.size(), what)) {
            return exportCancelled();
        }
        lock.relock();
        const auto found = m_waiting.find(m_next);
        if (found == m_waiting.end()) {
            m_changed.wait(&m_mutex, patience);
            continue;
        }
        auto rows = std::move(found->second);
        m_waiting.erase(found);
        ++m_next;
        m_changed.wakeAll();
        if (!rows || !rows->isEmpty()) { // a page of which nothing is there any more is not the end
            return rows;
        }
    }
    return QList<RowData>();
}

} // namespace gridbook::exchange
