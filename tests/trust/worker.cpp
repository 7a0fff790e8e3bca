// Works in a book as a busy office does, until it is killed:
//   gridbook_worker work BOOK SEED COMMUNITY GRID GRID2 GENERAL BRANCH BRANCH2
// prints "ack N" after every committed batch N, and nothing else. Other errands of the tests of faults:
//   gridbook_worker open BOOK     prints "read-only NOTICE", "writable" or "error MESSAGE"
//   gridbook_worker fill BOOK     writes until it cannot, prints "ack N" …, then "error MESSAGE"
//   gridbook_worker crash LOG HOW keeps the diary LOG and crashes: HOW is "memory", "exception" or "abort"
#include "core/base/programlog.h"
#include "tests/support/randomwork.h"
#include <QCoreApplication>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

void tell(const QString &line)
{
    std::fprintf(stdout, "%s\n", qPrintable(line));
    std::fflush(stdout); // the test counts on every line that it has seen
}

int fail(const Error &error)
{
    tell(u"error "_qs + error.message + u" / " + error.detail);
    return 1;
}

int work(Book &book, const QStringList &numbers)
{
    TestBook::Basics basics;
    basics.community = numbers.value(1).toLongLong();
    basics.grid = numbers.value(2).toLongLong();
    basics.secondGrid = numbers.value(3).toLongLong();
    basics.generalBranch = numbers.value(4).toLongLong();
    basics.branch = numbers.value(5).toLongLong();
    basics.secondBranch = numbers.value(6).toLongLong();
    RandomWork random(book, basics, numbers.value(0).toUInt());
    for (int i = 0; i < 100000; ++i) {
        auto set = i % 11 == 10 && book.undoStack().undoable() ? book.undo() : random.step();
        if (!set) {
            return fail(set.error());
        }
        if (set->batch.isValid()) {
            tell(u"ack %1"_qs.arg(set->batch.value()));
        }
        if (i % 17 == 16) {
            if (const auto dropped = random.abandonedStep(); !dropped) {
                return fail(dropped.error());
            }
        }
    }
    return 0;
}

int fill(Book &book)
{
    for (int i = 0; i < 100000; ++i) {
        auto work = book.begin({u"edit"_qs, u"写满"_qs, {}, {}});
        if (!work) {
            return fail(work.error());
        }
        for (int row = 0; row < 50; ++row) {
            const auto added = (*work)->insert(
                u"person"_qs,
                {{u"name"_qs, u"张三"_qs}, {u"note"_qs, QString(500, u'长')}, {u"address"_qs, u"测试路"_qs}});
            if (!added) {
                return fail(added.error());
            }
        }
        const auto set = book.commit(**work);
        if (!set) {
            return fail(set.error());
        }
        tell(u"ack %1"_qs.arg(set->batch.value()));
    }
    return 0;
}

[[noreturn]] void crash(const QString &log, const QString &how)
{
#ifdef Q_OS_WIN
    SetErrorMode(SEM_NOGPFAULTERRORBOX); // no window that waits for somebody to close it
#endif
    keepProgramLog(log);
    qWarning("东关社区 is about to fall");
    if (how == u"memory") {
        volatile int *volatile nowhere = nullptr;
        *nowhere = 1;
    } else if (how == u"exception") {
        throw std::runtime_error("nobody catches this");
    }
    std::abort();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == u"crash") {
        crash(words.value(2), words.value(3));
    }
    const Catalog catalog;
    const SystemClock clock;
    const BookSurroundings surroundings{catalog, clock, {u"测试员"_qs, u"测试机"_qs}};
    auto book = Book::open(words.value(2), surroundings, {.dailyBackup = false});
    if (!book) {
        return fail(book.error());
    }
    if (words.value(1) == u"work") {
        return work(**book, words.mid(3));
    }
    if (words.value(1) == u"fill") {
        return fill(**book);
    }
    tell((*book)->isReadOnly() ? QString(u"read-only "_qs + (*book)->notice()) : u"writable"_qs);
    return 0;
}
