// A program that works in a book is killed at random moments. After each time the file is whole, every change that was
// acknowledged is there, the journal's chain holds, and every row is what the journal says.
//
// GRIDBOOK_KILLS=2000 for the long run.
#include "tests/support/randomwork.h"
#include <QElapsedTimer>
#include <QProcess>

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_Kill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost();
};

namespace {

// The number in the last whole line "ack N", or 0.
qint64 lastAcknowledged(const QByteArray &output)
{
    const QList<QByteArray> lines = output.first(output.lastIndexOf('\n') + 1).split('\n');
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        if (line->startsWith("ack ")) {
            return line->mid(4).toLongLong();
        }
    }
    return 0;
}

} // namespace

void tst_Kill::nothingAcknowledgedIsLost()
{
    const int kills =
        qEnvironmentVariableIsSet("GRIDBOOK_KILLS") ? qEnvironmentVariableIntValue("GRIDBOOK_KILLS") : 200;
    QRandomGenerator random(20260930);
    auto book = std::make_unique<TestBook>();
    TestBook::Basics basics = book->makeBasics();
    qint64 acknowledged = 0;
    int atWork = 0; // kills that met a log not yet brought in
    for (int round = 0; round < kills; ++round) {
        if (round % 50 == 49) { // another book, before the checks of a grown one take all the time
            book = std::make_unique<TestBook>();
            basics = book->makeBasics();
        }
        const auto before = journalHead((*book)->database());
        QVERIFY_RESULT(before);
        book->close();

        QProcess worker;
        const QList<RowId> ids{basics.community,     basics.grid,   basics.secondGrid,
                               basics.generalBranch, basics.branch, basics.secondBranch};
        QStringList words{u"work"_qs, book->path(), QString::number(random.generate())};
        for (const RowId id : ids) {
            words << QString::number(id);
        }
        worker.start(QStringLiteral(GRIDBOOK_WORKER), words);
        // A random number of acknowledged changes, then a random moment of the next ones.
        const int wanted = random.bounded(1, 25);
        QByteArray output;
        while (output.count('\n') < wanted && worker.waitForReadyRead(20000)) {
            output += worker.readAllStandardOutput();
        }
        QElapsedTimer moment;
        moment.start();
        const qint64 microseconds = random.bounded(4000);
        while (moment.nsecsElapsed() < microseconds * 1000) {
        }
        worker.kill();
        QVERIFY(worker.waitForFinished(20000));
        output += worker.readAllStandardOutput();
        QVERIFY2(!output.contains("error"), output.constData());
        const qint64 last = lastAcknowledged(output);
        QVERIFY2(last > before->lastBatch.value(), output.constData());
        atWork += QFileInfo(book->path() + u"-wal").size() > 0 ? 1 : 0;

        book->reopen(); // the lock of the dead is taken over
        QVERIFY2(!(*book)->isReadOnly(), qPrintable((*book)->notice()));
        const auto head = journalHead((*book)->database());
        QVERIFY_RESULT(head);
        QVERIFY2(
            head->lastBatch.value() >= last,
            qPrintable(u"batch %1 was acknowledged, %2 is the last one"_qs.arg(last).arg(head->lastBatch.value())));
        QVERIFY(head->lastBatch.value() <= last + 1); // at most the one that was never told
        const auto findings = (*book)->check({});
        QVERIFY_RESULT(findings);
        QVERIFY2(findings->isEmpty(), qPrintable(findings->join(u'\n')));
        acknowledged += last - before->lastBatch.value();
    }
    qInfo("%d kills, %lld acknowledged changes, %d logs found unfinished: nothing lost", kills, acknowledged, atWork);
    QVERIFY(atWork > kills / 2);
}

QTEST_GUILESS_MAIN(tst_Kill)
#include "tst_kill.moc"
