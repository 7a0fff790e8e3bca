#pragma once
// Reads a list in a thread of its own with a connection of its own, so that the window never waits:
//
//   question (ids)   one running, one waiting; a newer one replaces the waiting one and interrupts the running one
//   pages (rows)     the newest few that are in sight; older wishes are dropped and asked again when seen again
//   sums             one waiting; a newer selection replaces it
//
// Every answer carries the token of its question; the receiver drops what is not of the latest.
#include "core/book/book.h"
#include <QMutex>
#include <QSet>
#include <QThread>
#include <QWaitCondition>
#include <optional>

namespace gridbook::ui {

class TableLoader final : public QThread
{
    Q_OBJECT
public:
    static constexpr int pageRows = 64; // more than most windows show, and read within a few milliseconds

    // The book must outlive the loader.
    explicit TableLoader(const Book &book, QObject *parent = nullptr);
    ~TableLoader() override; // interrupts and waits

    // Answers: firstRows (with the rows of the first page), then allIds, then total; or failed.
    // whole: leave firstRows out, because the old rows stay on the screen until all are known.
    quint64 ask(const Query &query, const QStringList &fields, bool whole);
    // Answer: pageRead with the same serial. Returns the pages that were pushed out of the queue.
    QSet<int> askPage(quint64 token, quint64 serial, int page, const Query &query, const QList<RowId> &ids,
                      const QStringList &fields);
    // Answer: summed, the sums of the fields in their order; rows without a value do not count.
    void askSums(quint64 token, const Query &query, const QList<RowId> &ids, const QStringList &fields);

Q_SIGNALS:
    void firstRows(quint64 token, const QList<gridbook::RowId> &ids, const QList<gridbook::RowData> &rows,
                   bool complete);
    void allIds(quint64 token, const QList<gridbook::RowId> &ids);
    void total(quint64 token, qint64 count); // without filters, in the same scope
    void pageRead(quint64 token, quint64 serial, int page, const QList<gridbook::RowData> &rows,
                  const QStringList &fields);
    void summed(quint64 token, const QList<double> &sums);
    void failed(quint64 token, const gridbook::Error &error);

protected:
    void run() override;

private:
    struct Question
    {
        quint64 token = 0;
        Query query;
        QStringList fields;
        bool whole = false;
    };
    struct Page
    {
        quint64 token = 0;
        quint64 serial = 0;
        int page = 0;
        Query query;
        QList<RowId> ids;
        QStringList fields;
    };
    void answer(RegistryReader &reader, const Question &question);
    void readPage(RegistryReader &reader, const Page &page);
    void sum(RegistryReader &reader, const Page &page);
    [[nodiscard]] bool isStale(quint64 token);

    const Book &m_book;
    QMutex m_mutex; // guards all below
    QWaitCondition m_work;
    bool m_stop = false;
    quint64 m_latest = 0;
    std::optional<Question> m_question;
    QList<Page> m_pages; // newest last
    std::optional<Page> m_sums;
    Database *m_interruptible = nullptr; // while a question is being answered
};

} // namespace gridbook::ui
