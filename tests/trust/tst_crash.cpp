// A program that crashes leaves a diary that says so, in words that can be read and with the places in the program.
#include "tests/support/testing.h"
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace gridbook;
using namespace Qt::StringLiterals;

class tst_Crash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesADiary_data();
    void leavesADiary();
    void beginsANewOne();
    void worksWithoutADiary();

private:
    static int crash(const QString &log, const QString &how = u"abort"_qs);
};

int tst_Crash::crash(const QString &log, const QString &how)
{
    QProcess worker;
    worker.start(QStringLiteral(GRIDBOOK_WORKER), {u"crash"_qs, log, how});
    if (!worker.waitForFinished(60000)) {
        return 0;
    }
    return worker.exitStatus() == QProcess::CrashExit ? 1 : worker.exitCode();
}

void tst_Crash::leavesADiary_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("words");
    QTest::newRow("memory") << u"memory"_qs << u"crash: (SIGSEGV|exception 0xc0000005)"_qs;
    QTest::newRow("abort") << u"abort"_qs << u"crash: (SIGABRT|aborted)"_qs;
    QTest::newRow("exception") << u"exception"_qs << u"crash: (SIGABRT|aborted|exception 0x)"_qs;
}

void tst_Crash::leavesADiary()
{
    QFETCH(const QString, how);
    QFETCH(const QString, words);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"用户 设置/gridbook.log"_qs);
    QVERIFY2(crash(path, how) != 0, "it ended as if nothing had happened");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
    const QString diary = QString::fromUtf8(file.readAll());
    const QRegularExpression shape(
        u"^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\[\\d+\\] start: .*Qt 6.*\\n"
        "\\d{4}.* warning: 东关社区 is about to fall\\n%1.*\\n(.*\\n)*.*gridbook_worker.*0x"_qs.arg(words));
    QVERIFY2(shape.match(diary).hasMatch(), qPrintable(diary));
}

void tst_Crash::beginsANewOne()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"gridbook.log"_qs);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write(QByteArray(600 * 1024, 'x'));
    old.close();
    QVERIFY(crash(path) != 0);
    QCOMPARE(QFileInfo(path + u".old").size(), 600 * 1024);
    const qint64 once = QFileInfo(path).size();
    QVERIFY(once > 0 && once < 100 * 1024);
    QVERIFY(crash(path) != 0); // a small one is gone on with
    QVERIFY(QFileInfo(path).size() > once);
    QCOMPARE(QFileInfo(path + u".old").size(), 600 * 1024);
}

void tst_Crash::worksWithoutADiary()
{
    QTemporaryDir folder;
    QVERIFY(crash(folder.path()) != 0); // a folder is no file
    QVERIFY(QFileInfo(folder.path()).isDir());
}

QTEST_GUILESS_MAIN(tst_Crash)
#include "tst_crash.moc"
