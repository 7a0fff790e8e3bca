#include "ui/exchange/importworker.h"
#include <QElapsedTimer>

namespace gridbook::ui {

ImportWorker::ImportWorker(const Book &book, QDate today, QObject *parent)
    : QObject(parent), m_book(book), m_today(today), m_inside(new QObject)
{
    m_inside->moveToThread(&m_thread);
    m_thread.start();
}

ImportWorker::~ImportWorker()
{
    m_cancelled = true;
    // A connection to the book is closed in the thread that opened it.
    QMetaObject::invokeMethod(
        m_inside,
        [this] {
            m_planner.reset();
            m_reader.reset();
        },
        Qt::BlockingQueuedConnection);
    m_inside->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

void ImportWorker::run(Work work, std::function<void()> then)
{
    m_cancelled = false;
    m_busy = true;
    Q_EMIT busyChanged(true);
    QMetaObject::invokeMethod(m_inside, [this, work = std::move(work), then = std::move(then)] {
        Error error;
        bool ready = true;
        if (!m_planner) {
            auto reader = m_book.openReader();
            ready = reader.ok();
            if (ready) {
                m_reader = std::move(reader).value();
                m_planner = std::make_unique<exchange::ImportPlanner>(m_reader->registries(), m_today,
                                                                      [this] { return m_book.openReader(); });
            } else {
                error = reader.error();
            }
        }
        if (ready) {
            QElapsedTimer last;
            work(*m_planner, {[this, &last](qint64 done, qint64 total, const QString &what) {
                if (!last.isValid() || last.elapsed() > 80) { // the eye sees no more
                    last.restart();
                    Q_EMIT progressed(done, total, what);
                }
                return !m_cancelled;
            }});
        }
        QMetaObject::invokeMethod(this, [this, ready, error, then] {
            m_busy = false;
            Q_EMIT busyChanged(false);
            if (ready) {
                then();
            } else {
                Q_EMIT failed(error);
            }
        });
    });
}

} // namespace gridbook::ui
