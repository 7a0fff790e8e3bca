// gridbook-bench [--members N] [--book FILE] [tables] [search] [lists] [imports] [exports] [reports] [writing]
// The book is made if the file is not there, and kept, so that a second run is quick. Exit code 1: a target was missed.
#include "core/access/session.h"
#include "tests/bench/bench.h"
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <cstdio>

using namespace gridbook;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"members"_qs, u"How many members the book has."_qs, u"N"_qs, u"1000000"_qs},
                       {u"book"_qs, u"Where the book lies; made if it does not."_qs, u"FILE"_qs}});
    parser.process(app);
    const qint64 members = parser.value(u"members"_qs).toLongLong();
    const QString path = parser.isSet(u"book"_qs) ? parser.value(u"book"_qs)
                                                  : QDir::temp().filePath(u"bench-%1.gridbook"_qs.arg(members));
    const Catalog catalog;
    const SystemClock clock;
    bench::Table table;
    const bench::Bench all{path, {catalog, clock, systemSession()}, members, table};
    std::printf("%-50s %10s %-6s %10s %-24s %10s\n", "", "Gridbook", "", "peer", "", "target");
    const QStringList wanted = parser.positionalArguments();
    if (!QFileInfo::exists(path)) {
        const double seconds = bench::makeBook(path, all.surroundings, members);
        std::fprintf(stderr, "made in %.0f s, %.0f MiB\n", seconds, double(QFileInfo(path).size()) / 1048576);
    }
    bench::needBookOf(all);
    const std::pair<QString, void (*)(const bench::Bench &)> parts[] = {
        {u"tables"_qs, bench::tables}, // first: later parts leave memory behind that it would use
        {u"search"_qs, bench::searches}, {u"lists"_qs, bench::lists},
        {u"imports"_qs, bench::imports}, {u"exports"_qs, bench::exports},
        {u"reports"_qs, bench::reports}, {u"writing"_qs, bench::writing}, // last: the system is busy with what was
                                                                          // written for a while after it
    };
    for (const auto &[name, measure] : parts) {
        if (wanted.isEmpty() || wanted.contains(name)) {
            measure(all);
        }
    }
    return table.missed() == 0 ? 0 : 1;
}
