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
constexpr qsizetype ahead = 4; // pages that wait, or are being read
constexpr qsizetype firstRows = 256;
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

PagesAhead::PagesAhead(const Book &book, Order order, qsizetype pageRows) : m_order(std::move(order))
{
    keepFreedMemory();
    // The first pages are small: until one is there, nothing can be written.
    qsizetype rows = qMin(pageRows, firstRows);
    for (qsizetype begin = 0; begin < m_order.ids.size(); begin += rows, rows = qMin(rows * 2, pageRows)) {
        m_begins << begin;
    }
    m_begins << m_order.ids.size();
    if (const RegistrySpec *spec = book.catalog().registry(m_order.registry)) {
        m_titles.emplace(*spec, m_order.fields, m_order.asOf, m_order.ids.size());
    }
    for (std::size_t i = 0; i < std::size_t(qMin(readers, pages())); ++i) {
        m_threads.emplace_back([this, &book, i] { run(book, i); });
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

// The page that is to be read next, as soon as it may; -1: there is none, or nobody wants it any more.
qsizetype PagesAhead::take()
{
    QList<QList<RowData>> spent; // taken apart here, not where one writes
    QMutexLocker lock(&m_mutex);
    while (!m_stop && m_taken < pages() && m_taken >= m_next + ahead) {
        m_changed.wait(&m_mutex);
    }
    spent.swap(m_spent);
    const qsizetype page = m_stop || m_taken >= pages() ? -1 : m_taken++;
    lock.unlock();
    return page;
}

void PagesAhead::run(const Book &book, std::size_t thread)
{
    const auto reader = book.openReader();
    if (!reader) {
        if (const qsizetype page = take(); page >= 0) {
            hand(page, reader.error());
        }
        return;
    }
    (*reader)->database().setCache(Database::Cache::Passing);
    RegistryReader &registries = (*reader)->registries();
    ReferenceTitles *const titles = m_titles ? &*m_titles : nullptr;
    if (titles != nullptr) {
        if (const Done read = titles->readAll((*reader)->database(), thread); !read) {
            if (const qsizetype page = take(); page >= 0) {
                hand(page, read.error());
            }
            return;
        }
    }
    for (qsizetype page = take(); page >= 0; page = take()) {
        const qsizetype begin = m_begins.at(page);
        auto rows = registries.rows(m_order.registry, m_order.asOf,
                                    m_order.ids.mid(begin, m_begins.at(page + 1) - begin), m_order.fields, titles);
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
    while (m_next < pages()) {
        lock.unlock();
        if (!progress.goesOn(m_begins.at(m_next), m_order.ids.size(), what)) {
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
            m_spent << std::exchange(m_given, rows.valueOr({}));
            return rows;
        }
    }
    return QList<RowData>();
}

} // namespace gridbook::exchange
