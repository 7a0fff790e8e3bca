#pragma once
// Measures beside a peer or a limit, in one run, as one table.
#include "core/book/book.h"
#include <QElapsedTimer>

namespace gridbook::bench {

struct Line
{
    QString what{};
    double ours = 0; // in unit
    double peer = 0; // 0: none
    QString peerName{};
    double target = 0; // 0: none
    bool more = false; // more is better (rows a second)
    QString unit = QStringLiteral("ms");
};

class Table
{
public:
    void add(const Line &line); // prints it at once
    [[nodiscard]] int missed() const { return m_missed; }

private:
    int m_missed = 0;
};

// Milliseconds of one call.
template <typename Work>
double once(Work &&work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

struct Spread
{
    double p50 = 0;
    double p95 = 0;
    double worst = 0;
};
Spread spread(QList<double> milliseconds);

// Ends the program with the error's words: a measure of something that failed is none.
template <typename T>
T need(Result<T> result)
{
    if (!result) {
        qFatal("%s / %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    }
    return std::move(result).value();
}
inline void need(const Done &done)
{
    if (!done) {
        qFatal("%s / %s", qPrintable(done.error().message), qPrintable(done.error().detail));
    }
}

struct Bench
{
    QString path;
    BookSurroundings surroundings;
    qint64 members;
    Table &table;
};

// The day on which everything is asked, and the members of that day.
inline QDate asOf()
{
    return {2026, 9, 30};
}
inline Query everybody()
{
    return {QStringLiteral("member"), asOf(), {}, {}, {}, {}};
}

// The limit of a query: its statement run by the bare library, every row fetched and thrown away. In milliseconds.
double bare(const QString &path, const QByteArray &sql);

void writing(const Bench &bench);  // rows a second through the unit of work, beside bare SQLite
void lists(const Bench &bench);    // open, first page, jumps, sorts
void searches(const Bench &bench); // as one types, beside LIKE
void tables(const Bench &bench);   // the table of the window over everybody
void imports(const Bench &bench);  // a roster into a copy of the book, beside bare reading and writing
void exports(const Bench &bench);  // beside the bare spreadsheet library
void reports(const Bench &bench);  // the quarterly report over everybody

// Ends the program if the book that lies there was made for another number of members.
void needBookOf(const Bench &bench);

// Makes the book through the unit of work like everything else; the seconds that it took.
double makeBook(const QString &path, const BookSurroundings &surroundings, qint64 members);

qint64 memoryNow(); // of this process, in bytes; 0 where it cannot be told

} // namespace gridbook::bench
