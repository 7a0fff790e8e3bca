// Rows that are written in another thread arrive all, in their order, under their sheet; what goes wrong there is told.
#include "core/exchange/backgroundwriter.h"
#include "tests/support/testing.h"
#include <QThread>

using namespace gridbook;
using namespace gridbook::exchange;
using namespace Qt::StringLiterals;

namespace {

struct Log
{
    QStringList lines;
    bool isFinished = false;
    bool isGone = false;
    QSet<Qt::HANDLE> threads; // that wrote rows
};

// Notes what it is given; fails at one row.
class Note : public TableWriter
{
public:
    Note(Log &log, int bad) : m_log(log), m_bad(bad) {}
    ~Note() override { m_log.isGone = true; }
    Done beginSheet(const TableSheet &sheet) override
    {
        m_log.lines << u'#' + sheet.name;
        return {};
    }
    using TableWriter::addRow;
    Done addRow(const OutRow &row) override
    {
        m_log.threads.insert(QThread::currentThreadId());
        const QString text = row.first().cell.text;
        if (text == QString::number(m_bad)) {
            return Error{ErrorKind::Io, u"disk full"_qs, {}};
        }
        m_log.lines << text;
        return {};
    }
    Done finish() override
    {
        m_log.isFinished = true;
        return {};
    }

private:
    Log &m_log;
    int m_bad;
};

OutRow rowOf(int number)
{
    return {{.cell = Cell::ofNumber(number)}};
}

} // namespace

class tst_BackgroundWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOrderAndSheets_data();
    void keepsOrderAndSheets();
    void tellsWhatWentWrong_data();
    void tellsWhatWentWrong();
    void givenUpLeavesItUnfinished();
};

void tst_BackgroundWriter::keepsOrderAndSheets_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : {0, 1, 255, 256, 257, 10'000}) {
        QTest::addRow("%d rows", rows) << rows;
    }
}

void tst_BackgroundWriter::keepsOrderAndSheets()
{
    QFETCH(const int, rows);
    Log log;
    BackgroundWriter writer(std::make_unique<Note>(log, -1));
    QStringList expected;
    for (const QString &sheet : {u"a"_qs, u"b"_qs}) {
        QVERIFY_RESULT(writer.beginSheet({.name = sheet}));
        expected << u'#' + sheet;
        for (int i = 0; i < rows; ++i) {
            QVERIFY_RESULT(writer.addRow(rowOf(i)));
            expected << QString::number(i);
        }
    }
    QVERIFY_RESULT(writer.finish());
    QCOMPARE(log.lines, expected);
    QVERIFY(log.isFinished);
    QVERIFY(!log.threads.contains(QThread::currentThreadId()));
}

void tst_BackgroundWriter::tellsWhatWentWrong_data()
{
    QTest::addColumn<int>("bad");
    QTest::newRow("the first row") << 0;
    QTest::newRow("in the midst") << 5000;
    QTest::newRow("the last row") << 19'999;
}

void tst_BackgroundWriter::tellsWhatWentWrong()
{
    QFETCH(const int, bad);
    Log log;
    BackgroundWriter writer(std::make_unique<Note>(log, bad));
    QVERIFY_RESULT(writer.beginSheet({.name = u"a"_qs}));
    Done done;
    for (int i = 0; done && i < 20'000; ++i) {
        done = writer.addRow(rowOf(i));
    }
    done = writer.finish(); // told again, however late it was noticed
    QVERIFY(!done);
    QCOMPARE(done.error().message, u"disk full"_qs);
    QVERIFY(!log.isFinished);
    QCOMPARE(log.lines.size(), bad + 1); // nothing after it was written
}

void tst_BackgroundWriter::givenUpLeavesItUnfinished()
{
    Log log;
    {
        BackgroundWriter writer(std::make_unique<Note>(log, -1));
        QVERIFY_RESULT(writer.beginSheet({.name = u"a"_qs}));
        for (int i = 0; i < 3000; ++i) {
            QVERIFY_RESULT(writer.addRow(rowOf(i)));
        }
    }
    QVERIFY(!log.isFinished);
    QVERIFY(log.isGone);
}

QTEST_GUILESS_MAIN(tst_BackgroundWriter)
#include "tst_backgroundwriter.moc"
