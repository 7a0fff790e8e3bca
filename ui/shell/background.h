#pragma once
// Long work off the window's thread: work runs in a pool thread, done comes back in the context's thread, unless the
// context is gone by then.
#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <atomic>
#include <memory>

namespace gridbook::ui {

// Set by the window, looked at by the work.
using CancelFlag = std::shared_ptr<std::atomic_bool>;
inline CancelFlag makeCancelFlag()
{
    return std::make_shared<std::atomic_bool>(false);
}

template <typename Work, typename Done>
void runInBackground(QObject *context, Work work, Done done)
{
    // The pointer is made here, in the context's thread, and looked at only there.
    auto guard = std::make_shared<QPointer<QObject>>(context);
    QObject *const messenger = new QObject; // outlives the work, dies in the window's thread
    messenger->moveToThread(context->thread());
    QThreadPool::globalInstance()->start([guard, messenger, work = std::move(work), done = std::move(done)]() mutable {
        auto result = std::make_shared<decltype(work())>(work());
        QMetaObject::invokeMethod(
            messenger,
            [guard, messenger, result, done = std::move(done)]() mutable {
                if (!guard->isNull()) {
                    done(std::move(*result));
                }
                messenger->deleteLater();
            },
            Qt::QueuedConnection);
    });
}

} // namespace gridbook::ui
