#pragma once
// Long work tells how far it is and asks whether to go on.
#include <QString>
#include <functional>

namespace gridbook {

struct Progress
{
    // done of total (0 = unknown), what is being done, in the user's words; returns false to cancel.
    std::function<bool(qint64 done, qint64 total, const QString &what)> report;
    [[nodiscard]] bool goesOn(qint64 done, qint64 total, const QString &what) const
    {
        return !report || report(done, total, what);
    }
};

} // namespace gridbook
