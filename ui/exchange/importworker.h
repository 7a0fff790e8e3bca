#pragma once
// A thread with a reader of the book of its own, for what may take long: reading a file, planning an import. One piece
// of work at a time; what follows runs in the thread of the window.
#include "core/book/book.h"
#include "core/exchange/importplanner.h"
#include <QObject>
#include <QThread>
#include <atomic>
#include <functional>

namespace gridbook::ui {

class ImportWorker final : public QObject
{
    Q_OBJECT
public:
    using Work = std::function<void(exchange::ImportPlanner &planner, const Progress &progress)>;

    ImportWorker(const Book &book, QDate today, QObject *parent = nullptr);
    ~ImportWorker() override; // stops what is running and waits for it

    void run(Work work, std::function<void()> then);
    void cancel() { m_cancelled = true; }
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total, const QString &what);
    void failed(const gridbook::Error &error); // no reader could be opened
    void busyChanged(bool busy);

private:
    const Book &m_book;
    const QDate m_today;
    QThread m_thread;
    QObject *m_inside;                    // lives in the thread
    std::unique_ptr<BookReader> m_reader; // made, used and destroyed in the thread
    std::unique_ptr<exchange::ImportPlanner> m_planner;
    std::atomic_bool m_cancelled = false;
    bool m_busy = false;
};

} // namespace gridbook::ui
