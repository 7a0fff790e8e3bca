#pragma once
// Reads the rows of a sheet in a thread of its own, so that the rows before are understood while the next ones are
// unpacked. Rows come in their order; what is wrong with the file is told where it was found.
#include "core/exchange/layout.h"
#include <QMutex>
#include <QWaitCondition>
#include <thread>

namespace gridbook::exchange {

class ReadAhead
{
public:
    // Nobody else may use the reader as long as this lives.
    ReadAhead(SheetReader &reader, int sheet, const SheetLayout &layout);
    ~ReadAhead(); // reads no further
    ReadAhead(const ReadAhead &) = delete;
    ReadAhead &operator=(const ReadAhead &) = delete;

    // The rows that come next, a few hundred; none: the sheet is at its end. Tells and asks several times in a second,
    // also where nothing but empty rows come for long.
    Result<QList<DataRow>> next(const Progress &progress, qint64 done, const QString &what);

private:
    void run(SheetReader &reader, int sheet, const SheetLayout &layout);
    bool hand(QList<DataRow> rows); // waits while too many wait; false: nobody wants them any more

    QMutex m_mutex; // for all that follows
    QWaitCondition m_changed;
    QList<QList<DataRow>> m_waiting;
    bool m_stop = false;
    bool m_atEnd = false;
    Done m_state;
    std::thread m_thread; // the last: it uses all the others
};

} // namespace gridbook::exchange
