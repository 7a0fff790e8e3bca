#pragma once
// Hands rows on to another writer in a thread of its own, so that the next rows are read from the book while the last
// ones are packed into the file. Rows keep their order; what goes wrong there is told at the next row, or by finish().
#include "core/exchange/tablewriter.h"
#include <QMutex>
#include <QWaitCondition>
#include <thread>

namespace gridbook::exchange {

class BackgroundWriter : public TableWriter
{
public:
    explicit BackgroundWriter(std::unique_ptr<TableWriter> writer);
    ~BackgroundWriter() override; // without finish(): what waits is dropped, the other writer leaves nothing behind

    [[nodiscard]] Done beginSheet(const TableSheet &sheet) override;
    using TableWriter::addRow;
    [[nodiscard]] Done addRow(const OutRow &row) override;
    [[nodiscard]] Done finish() override;

private:
    void run();
    void hand(QList<OutRow> rows); // blocks while too many wait
    Done settle();                 // until nothing waits

    std::unique_ptr<TableWriter> m_writer;
    QList<OutRow> m_filling; // of the calling thread
    QMutex m_mutex;          // for all that follows
    QWaitCondition m_changed;
    QList<QList<OutRow>> m_waiting;
    bool m_isWriting = false;
    bool m_stop = false;
    Done m_state;
    std::thread m_thread; // the last: it uses all the others
};

} // namespace gridbook::exchange
