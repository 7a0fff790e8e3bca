#include "tests/bench/bench.h"
#include "core/demo/biggenerator.h"
#include <QFile>
#include <cstdio>

namespace gridbook::bench {

void Table::add(const Line &line)
{
    const bool good = line.target == 0 || (line.more ? line.ours >= line.target : line.ours <= line.target);
    m_missed += good ? 0 : 1;
    const auto number = [&](double value) {
        return value == 0 ? QStringLiteral("-") : QString::number(value, 'f', value < 10 ? 2 : value < 1000 ? 1 : 0);
    };
    std::printf("%-44s %10s %-6s %10s %-22s %10s %s\n", qPrintable(line.what), qPrintable(number(line.ours)),
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
    return {milliseconds.at(milliseconds.size() / 2), milliseconds.at(milliseconds.size() * 95 / 100)};
}

double makeBook(const QString &path, const BookSurroundings &surroundings, qint64 members)
{
    const auto book = need(Book::create(path, surroundings));
    const Progress progress{[](qint64 done, qint64 total, const QString &) {
        std::fprintf(stderr, "\rmaking %lld of %lld", done, total);
        return true;
    }};
    const double milliseconds = once([&] { need(demo::makeBigBook(*book, members, progress)); });
    std::fprintf(stderr, "\n");
    return milliseconds / 1000;
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
