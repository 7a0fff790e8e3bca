#include "tests/bench/bench.h"
#include "core/demo/biggenerator.h"
#include <QFile>
#include <cstdio>
#include <sqlite3.h>

namespace gridbook::bench {

void Table::add(const Line &line)
{
    const bool good = line.target == 0 || (line.more ? line.ours >= line.target : line.ours <= line.target);
    m_missed += good ? 0 : 1;
    const auto number = [&](double value) {
        return value == 0 ? QStringLiteral("-") : QString::number(value, 'f', value < 10 ? 2 : value < 1000 ? 1 : 0);
    };
    std::printf("%-50s %10s %-6s %10s %-24s %10s %s\n", qPrintable(line.what), qPrintable(number(line.ours)),
                qPrintable(line.unit), qPrintable(number(line.peer)), qPrintable(line.peerName),
                qPrintable(number(line.target)),
                line.target == 0 ? ""
                : good           ? "met"
                                 : "MISSED");
    std::fflush(stdout);
}

Spread spread(QList<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    if (milliseconds.isEmpty()) {
        return {};
    }
    return {milliseconds.at(milliseconds.size() / 2), milliseconds.at(milliseconds.size() * 95 / 100),
            milliseconds.last()};
}

double bare(const QString &path, const QByteArray &sql)
{
    sqlite3 *db = nullptr;
    sqlite3_open_v2(path.toUtf8().constData(), &db, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr) != SQLITE_OK) {
        qFatal("%s", sqlite3_errmsg(db));
    }
    const double time = once([&] {
        while (sqlite3_step(statement) == SQLITE_ROW) {
        }
    });
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return time;
}

double makeBook(const QString &path, const BookSurroundings &surroundings, qint64 members)
{
    // Under another name until it is whole: a run that was stopped leaves nothing that a later one would measure.
    const QString making = path + QStringLiteral(".making");
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral(".lock")}) {
        QFile::remove(making + suffix);
    }
    auto book = need(Book::create(making, surroundings));
    const Progress progress{[](qint64 done, qint64 total, const QString &what) {
        if (done % 50'000 == 0) {
            std::fprintf(stderr, "%s: %lld of %lld\n", qPrintable(what), done, total);
        }
        return true;
    }};
    const double milliseconds = once([&] { need(demo::makeBigBook(*book, members, progress)); });
    book.reset();
    if (!QFile::rename(making, path)) {
        qFatal("%s cannot be renamed", qPrintable(making));
    }
    return milliseconds / 1000;
}

void needBookOf(const Bench &bench)
{
    // As the first one at work does: the whole file is checked, brought up to date and backed up.
    const auto book = need(Book::open(bench.path, bench.surroundings));
    const qint64 members = need(book->reader().count(everybody()));
    if (members != bench.members) {
        qFatal("%s has %lld members instead of %lld: name another file or remove it", qPrintable(bench.path), members,
               bench.members);
    }
}

qint64 memoryNow()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace gridbook::bench
