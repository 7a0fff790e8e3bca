#pragma once
// Reads the records of a long list page by page, in two threads with connections of their own, while the pages before
// are being written. Pages come in their order; only a few wait.
#include "core/book/book.h"
#include "core/registry/referencetitles.h"
#include <QMutex>
#include <QWaitCondition>
#include <map>
#include <optional>
#include <thread>
#include <vector>

namespace gridbook::exchange {

[[nodiscard]] Error exportCancelled(); // for all steps of an export, so that they say the same words

class PagesAhead
{
public:
    // What is read. Records that are gone when their turn comes are left out.
    struct Order
    {
        QString registry;
        QDate asOf;
        QList<RowId> ids;
        QStringList fields;
    };
    // Records come from all over the file, and the more of them are asked for in its own order, the less is read twice;
    // a page of four thousand takes some megabytes and a twentieth of a second. The first pages are smaller.
    PagesAhead(const Book &book, Order order, qsizetype pageRows = 4096);
    ~PagesAhead(); // reads no further
    PagesAhead(const PagesAhead &) = delete;
    PagesAhead &operator=(const PagesAhead &) = delete;

    // The records that come next; none: there are no more. Asks several times in a second whether it goes on.
    Result<QList<RowData>> next(const Progress &progress, const QString &what);

private:
    [[nodiscard]] qsizetype pages() const { return m_begins.size() - 1; }
    qsizetype take();
    void run(const Book &book, std::size_t thread);
    bool hand(qsizetype page, Result<QList<RowData>> rows); // false: nobody wants them any more

    const Order m_order;
    QList<qsizetype> m_begins; // places of the pages in the ids; the last is the end
    QMutex m_mutex;            // for all that follows
    QWaitCondition m_changed;
    std::map<qsizetype, Result<QList<RowData>>> m_waiting;
    QList<RowData> m_given;        // the page that is being written
    QList<QList<RowData>> m_spent; // pages that were
    qsizetype m_taken = 0;         // pages that are being read or were
    qsizetype m_next = 0;          // the page that is asked for next
    bool m_stop = false;
    std::optional<ReferenceTitles> m_titles; // all threads share them
    std::vector<std::thread> m_threads;      // the last: they use all the others
};

} // namespace gridbook::exchange
