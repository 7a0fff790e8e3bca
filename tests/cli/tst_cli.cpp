// The tool as scripts use it: its exit codes, its JSON, what it leaves behind.
#include "core/exchange/sheet.h"
#include "core/party/membercommands.h"
#include "core/party/orgcommands.h"
#include "core/places/buildingmoves.h"
#include "tests/support/testbook.h"
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_Cli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exitCodes_data();
    void exitCodes();
    void oneArgumentTooManyIsNamed();
    void theWindowProgramTellsAboutItself_data();
    void theWindowProgramTellsAboutItself();
    void theWindowProgramRefuses_data();
    void theWindowProgramRefuses();
    void everyCommandHasHelp_data();
    void everyCommandHasHelp();
    void demoTwiceLeavesTheFirst();
    void checkFindsWhatWasChangedOutside();
    void backupIsABook();
    void exportMasksUnlessToldWhatFor();
    void figuresAreThePublishedOnes();
    void aPastQuarterKeepsItsFigures();
    void aLaterRosterKeepsThePast();
    void aTransferAddsUp();
    void importAsksAndIsAnswered();
    void passphrase();
    void createMakesABook();
    void createRefuses_data();
    void createRefuses();
    void rostersIntoANewBook();
    void importWantsAnswers();
    void exportRefusesOtherEndings_data();
    void exportRefusesOtherEndings();
    void importRefusesWhatIsNoRoster_data();
    void importRefusesWhatIsNoRoster();
    void importNamesWhatCannotBeImported_data();
    void importNamesWhatCannotBeImported();
    void readingLeavesTheFolderAsItWas_data();
    void readingLeavesTheFolderAsItWas();
    void speaksChinese();

private:
    struct Ran
    {
        int code = -1;
        QString out;
        QString err;
        QJsonObject json;
    };
    static Ran start(const QString &program, const QStringList &words, const std::pair<QString, QString> &variable);
    static Ran run(const QStringList &words, const QString &passphrase = {});
    static Ran runWindow(const QStringList &words, const QString &platform);
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
    QString m_book;
};

tst_Cli::Ran tst_Cli::start(const QString &program, const QStringList &words,
                            const std::pair<QString, QString> &variable)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(variable.first, variable.second);
    process.setProcessEnvironment(environment);
    process.start(program, words);
    Ran ran;
    if (process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit) {
        ran.code = process.exitCode();
    }
    ran.out = QString::fromUtf8(process.readAllStandardOutput());
    ran.err = QString::fromUtf8(process.readAllStandardError());
    ran.json = QJsonDocument::fromJson(ran.out.toUtf8()).object();
    return ran;
}

tst_Cli::Ran tst_Cli::run(const QStringList &words, const QString &passphrase)
{
    return start(QStringLiteral(GRIDBOOK_CLI), words, {u"GRIDBOOK_PASSPHRASE"_qs, passphrase});
}

tst_Cli::Ran tst_Cli::runWindow(const QStringList &words, const QString &platform)
{
    return start(QStringLiteral(GRIDBOOK_WINDOW), words, {u"QT_QPA_PLATFORM"_qs, platform});
}

void tst_Cli::initTestCase()
{
    m_book = path(u"演示 社区.gridbook"_qs);
    const Ran made = run({u"demo"_qs, m_book, u"--rosters"_qs, path(u"花名册"_qs), u"--json"_qs});
    QVERIFY2(made.code == 0, qPrintable(made.err));
    QVERIFY(made.json.value(u"ok"_qs).toBool());
    QVERIFY2(made.err.contains(u'%'), "progress stands on the standard error");
    QVERIFY(QFile::exists(m_book));
    QCOMPARE(made.json.value(u"rosters"_qs).toArray().size(), 4);
    QCOMPARE(QDir(path(u"花名册"_qs)).entryList(QDir::Files).size(), 4);
}

void tst_Cli::exitCodes_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    const QString none = path(u"没有.gridbook"_qs);
    const QString table = path(u"表.xlsx"_qs);
    QTest::newRow("nothing") << QStringList{} << 2;
    QTest::newRow("help") << QStringList{u"--help"_qs} << 0;
    QTest::newRow("version") << QStringList{u"--version"_qs} << 0;
    QTest::newRow("unknown command") << QStringList{u"bake"_qs} << 2;
    QTest::newRow("unknown option") << QStringList{u"check"_qs, m_book, u"--bake"_qs} << 2;
    QTest::newRow("argument missing") << QStringList{u"check"_qs} << 2;
    QTest::newRow("argument too many") << QStringList{u"check"_qs, m_book, m_book} << 2;
    QTest::newRow("unknown language") << QStringList{u"check"_qs, m_book, u"--language"_qs, u"fr"_qs} << 2;
    QTest::newRow("unknown language, in one word") << QStringList{u"check"_qs, m_book, u"--language=fr"_qs} << 2;
    QTest::newRow("no language") << QStringList{u"check"_qs, m_book, u"--language"_qs} << 2;
    QTest::newRow("check") << QStringList{u"check"_qs, m_book} << 0;
    QTest::newRow("check of nothing") << QStringList{u"check"_qs, none} << 3;
    QTest::newRow("check of a folder") << QStringList{u"check"_qs, m_folder.path()} << 3;
    QTest::newRow("backup of nothing") << QStringList{u"backup"_qs, none, m_folder.path()} << 3;
    QTest::newRow("export") << QStringList{u"export"_qs, m_book, u"member"_qs, table} << 0;
    QTest::newRow("export of nothing") << QStringList{u"export"_qs, none, u"member"_qs, table} << 3;
    QTest::newRow("export of an unknown registry") << QStringList{u"export"_qs, m_book, u"cake"_qs, table} << 2;
    QTest::newRow("export of an unknown column")
        << QStringList{u"export"_qs, m_book, u"member"_qs, table, u"--columns"_qs, u"name,cake"_qs} << 2;
    QTest::newRow("export of an unknown scope")
        << QStringList{u"export"_qs, m_book, u"member"_qs, table, u"--scope"_qs, u"cake"_qs} << 2;
    QTest::newRow("export on no day") << QStringList{u"export"_qs, m_book,        u"member"_qs,
                                                     table,        u"--as-of"_qs, u"2026-02-30"_qs}
                                      << 2;
    QTest::newRow("full export without a purpose")
        << QStringList{u"export"_qs, m_book, u"member"_qs, table, u"--full"_qs} << 2;
    QTest::newRow("export into no folder")
        << QStringList{u"export"_qs, m_book, u"member"_qs, path(u"无/表.xlsx"_qs)} << 4;
    QTest::newRow("figures") << QStringList{u"figures"_qs, m_book, u"--as-of"_qs, u"2026-09-30"_qs} << 0;
    QTest::newRow("figures on no day") << QStringList{u"figures"_qs, m_book, u"--as-of"_qs, u"today"_qs} << 2;
    QTest::newRow("figures to come") << QStringList{u"figures"_qs, m_book, u"--as-of"_qs, u"2999-01-01"_qs} << 2;
    QTest::newRow("rows to come") << QStringList{u"figures"_qs, m_book, u"--key"_qs, u"members.total@2999-01-01"_qs}
                                  << 2;
    QTest::newRow("figures of nothing") << QStringList{u"figures"_qs, none} << 3;
    QTest::newRow("rows of a number") << QStringList{u"figures"_qs, m_book, u"--key"_qs, u"orgs.branches@2026-09-30"_qs}
                                      << 0;
    QTest::newRow("rows of no key") << QStringList{u"figures"_qs, m_book, u"--key"_qs, u"cake"_qs} << 2;
    QTest::newRow("rows of an unknown number")
        << QStringList{u"figures"_qs, m_book, u"--key"_qs, u"cake@2026-09-30"_qs} << 4;
    QTest::newRow("report") << QStringList{u"report"_qs, m_book,      u"--quarter"_qs,
                                           u"2026Q3"_qs, u"--out"_qs, path(u"季报.xlsx"_qs)}
                            << 0;
    QTest::newRow("report of no quarter")
        << QStringList{u"report"_qs, m_book, u"--quarter"_qs, u"2026Q5"_qs, u"--out"_qs, table} << 2;
    QTest::newRow("report to come") << QStringList{u"report"_qs, m_book,      u"--quarter"_qs,
                                                   u"2999Q1"_qs, u"--out"_qs, path(u"未来.xlsx"_qs)}
                                    << 2;
    QTest::newRow("report before the roll begins")
        << QStringList{u"report"_qs, m_book, u"--quarter"_qs, u"2020Q1"_qs, u"--out"_qs, table} << 2;
    QTest::newRow("roster of a day to come")
        << QStringList{u"import"_qs,    m_book,        path(u"花名册/全国系统导出.xlsx"_qs),
                       u"--dry-run"_qs, u"--as-of"_qs, u"2999-01-01"_qs}
        << 2;
    QTest::newRow("report as PDF") << QStringList{u"report"_qs, m_book,      u"--quarter"_qs,
                                                  u"2026Q3"_qs, u"--out"_qs, path(u"季报.pdf"_qs)}
                                   << 2;
    QTest::newRow("report into no folder")
        << QStringList{u"report"_qs, m_book, u"--quarter"_qs, u"2026Q3"_qs, u"--out"_qs, path(u"无/季报.txt"_qs)} << 4;
    QTest::newRow("report as a spreadsheet into no folder")
        << QStringList{u"report"_qs, m_book, u"--quarter"_qs, u"2026Q3"_qs, u"--out"_qs, path(u"无/季报.xlsx"_qs)} << 4;
    QTest::newRow("passphrase file missing") << QStringList{u"check"_qs, m_book, u"--passphrase-file"_qs, none} << 3;
}

void tst_Cli::exitCodes()
{
    QFETCH(const QStringList, words);
    QFETCH(const int, code);
    const Ran plain = run(words);
    QVERIFY2(plain.code == code, qPrintable(QString(QString::number(plain.code) + u' ' + plain.err)));
    QVERIFY2(code < 2 || words.isEmpty() || plain.err.trimmed().size() > 10, "a failure says why");
    QVERIFY2(code < 2 || words.isEmpty() || plain.out.isEmpty(), "and leaves the standard output alone");
    QVERIFY2(!plain.err.contains(u"[ERROR]"), qPrintable(plain.err)); // what a library says by itself
    if (words.isEmpty() || words.first().startsWith(u'-')) {
        return;
    }
    const Ran json = run(words + QStringList{u"--json"_qs});
    QCOMPARE(json.code, code);
    QVERIFY2(!json.json.isEmpty(), qPrintable(json.out));
    QCOMPARE(json.json.value(u"ok"_qs).toBool(), code == 0);
    QCOMPARE(json.json.contains(u"error"_qs), code >= 2);
}

void tst_Cli::oneArgumentTooManyIsNamed()
{
    const Ran ran = run({u"figures"_qs, m_book, u"多余"_qs, u"--language"_qs, u"en"_qs});
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.contains(u"“多余” is too much"), qPrintable(ran.err));
    QVERIFY(!ran.err.contains(u"needs"));
}

// On a computer without a display, too.
void tst_Cli::theWindowProgramTellsAboutItself_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("told");
    QTest::newRow("help") << u"--help"_qs << u"--report"_qs;
    QTest::newRow("help, short") << u"-h"_qs << u"--report"_qs;
    QTest::newRow("version") << u"--version"_qs << u"Gridbook "_qs;
}

void tst_Cli::theWindowProgramTellsAboutItself()
{
    QFETCH(const QString, word);
    QFETCH(const QString, told);
    const Ran ran = runWindow({word}, u"none-such"_qs);
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.contains(told));
}

void tst_Cli::theWindowProgramRefuses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("told");
    QTest::newRow("language") << QStringList{u"--language"_qs, u"fr"_qs} << u"“fr”"_qs;
    QTest::newRow("no language") << QStringList{u"--language"_qs} << u"--language"_qs;
    QTest::newRow("option") << QStringList{u"--langauge"_qs, u"zh"_qs} << u"--langauge"_qs;
    QTest::newRow("language of the report")
        << QStringList{u"--report"_qs, m_book, u"--language"_qs, u"fr"_qs} << u"“fr”"_qs;
}

// Instead of a window in another language, or of a book of that name.
void tst_Cli::theWindowProgramRefuses()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, told);
    const Ran ran = runWindow(words, u"offscreen"_qs);
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.contains(told), qPrintable(ran.err));
}

void tst_Cli::everyCommandHasHelp_data()
{
    QTest::addColumn<QString>("command");
    for (const QString &name : {u"demo"_qs, u"check"_qs, u"backup"_qs, u"export"_qs, u"figures"_qs, u"report"_qs}) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void tst_Cli::everyCommandHasHelp()
{
    QFETCH(const QString, command);
    const Ran ran = run({command, u"--help"_qs});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.contains(command) && ran.out.contains(u"BOOK") && ran.out.contains(u"--json"));
    QVERIFY(run({u"--help"_qs}).out.contains(command));
}

void tst_Cli::demoTwiceLeavesTheFirst()
{
    QFile file(m_book);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const Ran again = run({u"demo"_qs, m_book});
    QCOMPARE(again.code, 4);
    file.seek(0);
    QVERIFY(file.readAll() == before);
}

void tst_Cli::checkFindsWhatWasChangedOutside()
{
    const QString copy = path(u"改过.gridbook"_qs);
    QVERIFY(QFile::copy(m_book, copy));
    {
        auto database = Database::open(copy, AccessMode::ReadWrite);
        QVERIFY_RESULT(database);
        QVERIFY_RESULT((*database)->execute(u"UPDATE person SET phone = x'01020304' WHERE id = 7"_qs));
    }
    const Ran ran = run({u"check"_qs, copy, u"--json"_qs});
    QCOMPARE(ran.code, 1);
    QVERIFY(!ran.json.value(u"findings"_qs).toArray().isEmpty());
}

void tst_Cli::backupIsABook()
{
    const Ran ran = run({u"backup"_qs, m_book, path(u"备份"_qs), u"--json"_qs});
    QVERIFY2(ran.code == 0, qPrintable(ran.err));
    const QString made = QDir::fromNativeSeparators(ran.json.value(u"backup"_qs).toString());
    QVERIFY2(made.startsWith(path(u"备份"_qs)), qPrintable(made));
    QCOMPARE(run({u"check"_qs, made}).code, 0);
}

void tst_Cli::exportMasksUnlessToldWhatFor()
{
    const auto cells = [this](const QStringList &options, const QString &name) {
        QStringList texts;
        const Ran ran =
            run(QStringList{u"export"_qs, m_book, u"member"_qs, path(name), u"--as-of"_qs, u"2026-09-30"_qs} + options);
        auto sheets = exchange::openSheets(path(name));
        if (ran.code == 0 && sheets) {
            const auto done = (*sheets)->read(0, [&](const exchange::SheetRow &row) {
                for (const exchange::Cell &cell : row.cells) {
                    texts << cell.text;
                }
                return true;
            });
            return done ? texts : QStringList();
        }
        return texts;
    };
    const QStringList masked = cells({u"--columns"_qs, u"name,idNumber,phone"_qs}, u"脱敏.csv"_qs);
    QCOMPARE(
        run({u"export"_qs, m_book, u"member"_qs, path(u"脱敏.csv"_qs), u"--as-of"_qs, u"2026-09-30"_qs, u"--json"_qs})
            .json.value(u"rows"_qs)
            .toInt(),
        662);
    QVERIFY(masked.filter(QRegularExpression(u"^9999\\d{14}"_qs)).isEmpty());
    QVERIFY(masked.filter(u"*"_qs).size() > 1200);
    const QStringList full = cells(
        {u"--columns"_qs, u"name,idNumber,phone"_qs, u"--full"_qs, u"--purpose"_qs, u"核对花名册"_qs}, u"完整.csv"_qs);
    QVERIFY(full.filter(QRegularExpression(u"^9999\\d{13}[0-9X]$"_qs)).size() > 600);
    auto database = Database::open(m_book, AccessMode::ReadOnly);
    QVERIFY_RESULT(database);
    QCOMPARE((*database)
                 ->scalar(u"SELECT purpose FROM access_log WHERE action = 'export' AND registry = 'member'"_qs)
                 .valueOr({})
                 .toString(),
             u"核对花名册"_qs);
    QVERIFY(cells({u"--scope"_qs, u"all"_qs, u"--all"_qs}, u"全部.xlsx"_qs).size() > 10'000);
}

void tst_Cli::figuresAreThePublishedOnes()
{
    const Ran ran = run({u"figures"_qs, m_book, u"--as-of"_qs, u"2026-09-30"_qs, u"--json"_qs});
    QCOMPARE(ran.code, 0);
    QHash<QString, int> numbers;
    for (const QJsonValue &line : ran.json.value(u"headline"_qs).toArray()) {
        numbers.insert(line[u"id"_qs].toString(), line[u"now"_qs].toInt());
    }
    QCOMPARE(numbers.value(u"members.total"_qs), 662);
    QCOMPARE(numbers.value(u"places.grids"_qs), 38);
    QCOMPARE(numbers.value(u"population.residentHouseholds"_qs), 25'883);
    const Ran rows = run({u"figures"_qs, m_book, u"--key"_qs, u"orgs.branches@2026-09-30"_qs, u"--json"_qs});
    QCOMPARE(rows.json.value(u"number"_qs).toInt(), 13);
    QCOMPARE(rows.json.value(u"rows"_qs).toArray().size(), 13);
    QCOMPARE(rows.json.value(u"nearMisses"_qs).toArray().size(), 1); // the functional one, with the reason
    // Numbers of the tables open as well, by the keys that they come with.
    const QJsonObject grid = ran.json.value(u"tables"_qs)[u"T1"_qs][0].toObject();
    const Ran cell =
        run({u"figures"_qs, m_book, u"--key"_qs, grid.value(u"keys"_qs)[u"members"_qs].toString(), u"--json"_qs});
    QCOMPARE(cell.code, 0);
    QCOMPARE(cell.json.value(u"number"_qs), grid.value(u"members"_qs));
    const Ran nothing =
        run({u"figures"_qs, m_book, u"--key"_qs, u"T1:grid=1@2026-09-30"_qs, u"--language"_qs, u"en"_qs});
    QCOMPARE(nothing.code, 4);
    QVERIFY2(nothing.out.isEmpty() && nothing.err.contains(u"T1:grid=1@2026-09-30"), qPrintable(nothing.err));
    const Ran plain = run({u"figures"_qs, m_book, u"--as-of"_qs, u"2026-09-30"_qs});
    const Ran tables = run({u"figures"_qs, m_book, u"--as-of"_qs, u"2026-09-30"_qs, u"--tables"_qs});
    QVERIFY(!plain.out.contains(u"表3") && tables.out.contains(u"表3"));
}

void tst_Cli::importAsksAndIsAnswered()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const auto members = [&] {
        book.reopen();
        const qint64 count = book->database().scalar(u"SELECT COUNT(*) FROM member"_qs)->toLongLong();
        book.close();
        return count;
    };
    book.close();
    const QString roster = path(u"名册.csv"_qs);
    QFile file(roster);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(u"姓名,性别,出生日期,入党时间,所在党支部\r\n张三,男,1970-03-15,2001-07-01,西街支部\r\n"
               "李四,女,1980-03-15,2001-07-01,西街老支部\r\n王五,男,1960-03-15,2001-07-01,一支部\r\n"_qs.toUtf8());
    file.close();
    const QStringList words{u"import"_qs, book.path(), roster, u"--json"_qs, u"--quiet"_qs};

    // Unknown branches are asked about, and nothing is made of its own accord.
    const Ran asked = run(words + QStringList{u"--dry-run"_qs});
    QCOMPARE(asked.code, 1);
    const QJsonArray questions = asked.json.value(u"questions"_qs).toArray();
    QCOMPARE(questions.size(), 2);
    QCOMPARE(questions.first().toObject().value(u"text"_qs).toString(), u"西街支部"_qs);
    QCOMPARE(asked.json.value(u"plan"_qs).toObject().value(u"new"_qs).toInt(), 1);
    QCOMPARE(run(words + QStringList{u"--means"_qs, u"南街支部=+"_qs}).code, 2); // no such text
    QCOMPARE(run(words + QStringList{u"--means"_qs, u"西街支部=没有的支部"_qs}).code, 2);
    QCOMPARE(members(), 0);

    // One is made, the other is that one too.
    const Ran made =
        run(words + QStringList{u"--means"_qs, u"西街支部=+"_qs, u"--means"_qs, u"西街老支部=+西街支部"_qs});
    QVERIFY2(made.code == 0, qPrintable(made.out + made.err));
    QCOMPARE(made.json.value(u"written"_qs).toObject().value(u"new"_qs).toInt(), 3);
    QCOMPARE(made.json.value(u"written"_qs).toObject().value(u"created"_qs).toArray().size(), 1);
    QCOMPARE(members(), 3);
    book.reopen();
    QCOMPARE(book->database()
                 .scalar(u"SELECT COUNT(*) FROM affiliation WHERE org_id NOT IN (?, ?)"_qs,
                         {basics.branch, basics.secondBranch})
                 ->toLongLong(),
             2);
    book.close();

    // A second time the book knows it: nothing is asked, nothing is made twice.
    const Ran again = run(words + QStringList{u"--dry-run"_qs});
    const QJsonArray left = again.json.value(u"questions"_qs).toArray();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().toObject().value(u"text"_qs).toString(), u"西街老支部"_qs);
    QCOMPARE(again.json.value(u"plan"_qs).toObject().value(u"new"_qs).toInt(), 0);
}

// What happens later never changes what was true: the figures of a past quarter are the same, byte for byte.
void tst_Cli::aPastQuarterKeepsItsFigures()
{
    const QString copy = path(u"以后的变动.gridbook"_qs);
    QVERIFY(QFile::copy(m_book, copy));
    const QStringList past{u"figures"_qs, copy, u"--as-of"_qs, u"2026-06-30"_qs, u"--json"_qs};
    const QStringList now{u"figures"_qs, copy, u"--as-of"_qs, u"2026-09-30"_qs, u"--json"_qs};
    const Ran pastBefore = run(past);
    const Ran nowBefore = run(now);
    QCOMPARE(pastBefore.code, 0);
    const QDate day(2026, 9, 20);
    {
        TestBook surroundings;
        auto opened = Book::open(copy, surroundings.surroundings(), {.dailyBackup = false});
        QVERIFY_RESULT(opened);
        Book &book = **opened;
        const auto first = [&](const QString &registry, qsizetype count) {
            return book.reader().ids({registry, day, {}, {}, {}, {}}, count).valueOr({});
        };
        const QList<RowId> members = first(u"member"_qs, 300);
        const QList<RowId> grids = first(u"grid"_qs, 10);
        const QList<RowId> orgs = first(u"partyOrg"_qs, 5);
        QCOMPARE(members.size(), 300);
        auto work = book.begin({u"edit"_qs, u"以后的变动"_qs, {}, {}});
        QVERIFY_RESULT(work);
        int left = 0;
        int moved = 0;
        for (const RowId member : members) {
            party::MemberPlace place;
            const auto situation = party::memberSituation(book.database(), MemberId(member), day);
            QVERIFY_RESULT(situation);
            if (member % 3 == 0) {
                left += party::leave(**work, MemberId(member), u"3"_qs, day, {}, {}) ? 1 : 0;
            } else if (situation->place) {
                place = *situation->place;
                place.grid = grids.at(member % grids.size());
                moved += party::moveMember(**work, MemberId(member), place, day) ? 1 : 0;
            }
        }
        QVERIFY(left > 50 && moved > 50);
        const auto building = book.database().scalar(
            u"SELECT building_id FROM building_grid WHERE valid_until IS NULL AND valid_from < '2026-01-01' "
            "ORDER BY id"_qs);
        QVERIFY_RESULT(building);
        QVERIFY_RESULT(places::moveBuildings(**work, {BuildingId(building->toLongLong())}, GridId(grids.last()), day));
        party::OrgStep step;
        step.day = day;
        step.document = u"城发〔2026〕9号"_qs;
        QVERIFY_RESULT(
            party::renameOrg(**work, PartyOrgId(orgs.at(1)), u"中共后来改名支部委员会"_qs, u"后来改名支部"_qs, step));
        QVERIFY_RESULT(book.commit(**work));
    }
    QCOMPARE(run(past).out, pastBefore.out);
    QVERIFY(run(now).out != nowBefore.out);
}

// A roster of a later day that says otherwise of what has no day of its own: the figures from that day on change, the
// earlier ones do not.
void tst_Cli::aLaterRosterKeepsThePast()
{
    const QString copy = path(u"以后的名册.gridbook"_qs);
    QVERIFY(QFile::copy(m_book, copy));
    const auto figures = [&](const QString &day) {
        return run({u"figures"_qs, copy, u"--as-of"_qs, day, u"--json"_qs}).out;
    };
    QStringList members{u"姓名,身份证号,所在党支部,学历,工作岗位"_qs};
    QStringList grids{u"网格名称,网格编码,党组织形式"_qs};
    {
        TestBook surroundings;
        auto opened = Book::open(copy, surroundings.surroundings(), {.dailyBackup = false});
        QVERIFY_RESULT(opened);
        RegistryReader &reader = (*opened)->reader();
        const QDate day(2026, 9, 30);
        const auto ids = reader.ids({u"member"_qs,
                                     day,
                                     {},
                                     {{u"education"_qs, FilterOp::NotEmpty, {}},
                                      {u"workPost"_qs, FilterOp::NotEmpty, {}},
                                      {u"idNumber"_qs, FilterOp::NotEmpty, {}}},
                                     {},
                                     {}},
                                    20);
        QVERIFY_RESULT(ids);
        const auto rows =
            reader.rows(u"member"_qs, day, *ids, {u"name"_qs, u"idNumber"_qs, u"branch"_qs, u"education"_qs});
        QVERIFY_RESULT(rows);
        for (const RowData &row : *rows) {
            members << QStringList{row.values.at(0).toString(), row.values.at(1).toString(),
                                   row.values.at(2).value<ReferenceValue>().title,
                                   row.values.at(3).toString() == u"11" ? u"大学本科"_qs : u"博士研究生"_qs,
                                   u"退休人员"_qs}
                           .join(u',');
        }
        const auto gridIds = reader.ids({u"grid"_qs, day, {}, {}, {}, {}}, 3);
        const auto gridRows = reader.rows(u"grid"_qs, day, *gridIds, {u"name"_qs, u"code"_qs, u"partyForm"_qs});
        QVERIFY_RESULT(gridRows);
        for (const RowData &row : *gridRows) {
            const bool has = row.values.at(2).toString() != u"none" && !row.values.at(2).toString().isEmpty();
            grids << QStringList{row.values.at(0).toString(), row.values.at(1).toString(),
                                 has ? u"未建立"_qs : u"网格党支部"_qs}
                         .join(u',');
        }
    }
    const auto write = [&](const QString &name, const QStringList &lines) {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(lines.join(u'\n').toUtf8()) > 0 ? file.fileName()
                                                                                             : QString();
    };
    const QString june = figures(u"2026-06-30"_qs);
    const QString september = figures(u"2026-09-30"_qs);
    const QString october = figures(u"2026-10-31"_qs);
    const QStringList later{u"--as-of"_qs, u"2026-10-15"_qs, u"--policy"_qs, u"overwrite"_qs};
    const Ran first = run(QStringList{u"import"_qs, copy, write(u"党员变化.csv"_qs, members)} + later);
    QVERIFY2(first.code <= 1, qPrintable(first.out + first.err));
    QCOMPARE(figures(u"2026-06-30"_qs), june);
    QCOMPARE(figures(u"2026-09-30"_qs), september);
    const QString between = figures(u"2026-10-31"_qs);
    QVERIFY(between != october);
    const Ran second =
        run(QStringList{u"import"_qs, copy, write(u"网格变化.csv"_qs, grids), u"--registry"_qs, u"grid"_qs} + later);
    QVERIFY2(second.code <= 1, qPrintable(second.out + second.err));
    QCOMPARE(figures(u"2026-06-30"_qs), june);
    QVERIFY(figures(u"2026-10-31"_qs) != between);
    QCOMPARE(run({u"check"_qs, copy}).code, 0);
}

// Three members of the roster are now in another branch: the numbers still add up.
void tst_Cli::aTransferAddsUp()
{
    const QString copy = path(u"调动.gridbook"_qs);
    QVERIFY(QFile::copy(m_book, copy));
    QStringList lines{u"姓名,身份证号,所在党支部"_qs};
    {
        TestBook surroundings;
        auto opened = Book::open(copy, surroundings.surroundings(), {.dailyBackup = false});
        QVERIFY_RESULT(opened);
        RegistryReader &reader = (*opened)->reader();
        const QDate day(2026, 9, 30);
        Query query{u"member"_qs, day, {}, {}, {{u"since"_qs}}, {}};
        query.filters = {{u"increase"_qs, FilterOp::OneOf, {u"0"_qs}}, {u"idNumber"_qs, FilterOp::NotEmpty, {}}};
        const auto ids = reader.ids(query, 3);
        QVERIFY_RESULT(ids);
        const auto rows = reader.rows(u"member"_qs, day, *ids, {u"name"_qs, u"idNumber"_qs, u"branch"_qs});
        QVERIFY_RESULT(rows);
        const auto branches = reader.rows(
            u"partyOrg"_qs, day,
            reader.ids({u"partyOrg"_qs, day, {}, {{u"type"_qs, FilterOp::OneOf, {u"branch"_qs}}}, {}, {}}).valueOr({}),
            {u"shortName"_qs});
        QVERIFY_RESULT(branches);
        for (const RowData &row : *rows) {
            QString other;
            for (const RowData &branch : *branches) {
                if (branch.values.first().toString() != row.values.at(2).value<ReferenceValue>().title) {
                    other = branch.values.first().toString();
                }
            }
            lines << row.values.at(0).toString() + u',' + row.values.at(1).toString() + u',' + other;
        }
        QCOMPARE(lines.size(), 4);
    }
    QFile file(path(u"调动.csv"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lines.join(u'\n').toUtf8());
    file.close();
    const auto headline = [&] {
        return run({u"figures"_qs, copy, u"--as-of"_qs, u"2026-09-30"_qs, u"--json"_qs}).json;
    };
    const QJsonObject before = headline();
    const Ran ran =
        run({u"import"_qs, copy, file.fileName(), u"--transfers"_qs, u"transfer"_qs, u"--as-of"_qs, u"2026-08-15"_qs});
    QVERIFY2(ran.code <= 1, qPrintable(ran.out + ran.err));
    const QJsonObject after = headline();
    QVERIFY(after != before); // by branch
    QCOMPARE(after.value(u"checks"_qs), before.value(u"checks"_qs));
    QCOMPARE(after.value(u"headline"_qs), before.value(u"headline"_qs));
    QCOMPARE(after.value(u"tables"_qs).toObject().value(u"T3"_qs),
             before.value(u"tables"_qs).toObject().value(u"T3"_qs));
}

void tst_Cli::passphrase()
{
    const QString copy = path(u"加密.gridbook"_qs);
    QVERIFY(QFile::copy(m_book, copy));
    {
        TestBook surroundings;
        auto book = Book::open(copy, surroundings.surroundings(), {.dailyBackup = false});
        QVERIFY_RESULT(book);
        QVERIFY_RESULT((*book)->protect(u"三秦先锋2026"_qs));
    }
    QCOMPARE(run({u"check"_qs, copy}).code, 3);
    QCOMPARE(run({u"check"_qs, copy}, u"错的口令"_qs).code, 3);
    QCOMPARE(run({u"check"_qs, copy}, u"三秦先锋2026"_qs).code, 0);
    QFile file(path(u"口令.txt"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(u"三秦先锋2026\n"_qs.toUtf8());
    file.close();
    QCOMPARE(run({u"check"_qs, copy, u"--passphrase-file"_qs, file.fileName()}).code, 0);
}

void tst_Cli::createMakesABook()
{
    const QString book = path(u"新册.gridbook"_qs);
    const Ran ran = run({u"create"_qs, book, u"南环社区"_qs, u"--code"_qs, u"610305100003"_qs, u"--preset"_qs,
                         u"fengxiang"_qs, u"--json"_qs});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.json.value(u"community"_qs).toString(), u"南环社区"_qs);
    QCOMPARE(run({u"check"_qs, book}).code, 0);
    const Ran rows = run({u"figures"_qs, book, u"--key"_qs, u"places.communities@2026-09-30"_qs, u"--json"_qs});
    QCOMPARE(rows.json.value(u"number"_qs).toInt(), 1);
}

void tst_Cli::createRefuses_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("name");
    const QString named = u"南环社区"_qs;
    QTest::newRow("no name") << QStringList{} << 2 << QString();
    QTest::newRow("a blank for a name") << QStringList{} << 2 << u" "_qs;
    QTest::newRow("code of a town") << QStringList{u"--code"_qs, u"610305"_qs} << 2 << named;
    QTest::newRow("code with letters") << QStringList{u"--code"_qs, u"61030510000x"_qs} << 2 << named;
    QTest::newRow("unknown preset") << QStringList{u"--preset"_qs, u"atlantis"_qs} << 2 << named;
}

void tst_Cli::createRefuses()
{
    QFETCH(const QStringList, options);
    QFETCH(const int, code);
    QFETCH(const QString, name);
    const QString book = path(u"不成.gridbook"_qs);
    const Ran ran = run(QStringList{u"create"_qs, book, name} + options);
    QCOMPARE(ran.code, code);
    QVERIFY(!ran.err.isEmpty());
    QVERIFY(!QFile::exists(book));
}

// The main job without a window: an office's own files become a book. What is wrong is named, and written out marked.
void tst_Cli::rostersIntoANewBook()
{
    const QString book = path(u"南环社区.gridbook"_qs);
    QCOMPARE(run({u"create"_qs, book, u"南环社区"_qs, u"--code"_qs, u"610305100003"_qs}).code, 0);
    const auto import = [&](const QString &name, const QStringList &options) {
        return run(
            QStringList{u"import"_qs, book, path(u"花名册/"_qs + name), u"--as-of"_qs, u"2026-09-30"_qs, u"--json"_qs} +
            options);
    };
    const auto written = [](const Ran &ran) {
        return ran.json.value(u"written"_qs).toObject().value(u"new"_qs).toInt();
    };
    const Ran grids = import(u"网格台账.xlsx"_qs, {});
    QCOMPARE(grids.code, 0);
    QCOMPARE(written(grids), 10);

    // Without the branches that the rosters name, nobody has a place; a dry run says so and writes nothing.
    const Ran dry = import(u"全国系统导出.xlsx"_qs, {u"--dry-run"_qs});
    QCOMPARE(dry.code, 1);
    QVERIFY(!dry.json.contains(u"written"_qs));
    const Ran members = import(u"全国系统导出.xlsx"_qs, {u"--create-missing"_qs});
    QCOMPARE(members.code, 0);
    QCOMPARE(written(members), 40);

    const QString wrong = path(u"待改.xlsx"_qs);
    // Dates that can be read in two ways are left out unless somebody says that guesses are good enough.
    const Ran unsure = import(u"党员花名册(混乱).xlsx"_qs, {u"--create-missing"_qs, u"--dry-run"_qs});
    QCOMPARE(unsure.code, 1);
    QVERIFY(unsure.json.value(u"plan"_qs).toObject().value(u"wrong"_qs).toInt() > 14);
    const Ran messy =
        import(u"党员花名册(混乱).xlsx"_qs, {u"--create-missing"_qs, u"--accept-dates"_qs, u"--wrong"_qs, wrong});
    QCOMPARE(messy.code, 1);
    QCOMPARE(messy.json.value(u"plan"_qs).toObject().value(u"wrong"_qs).toInt(), 14);
    QVERIFY(QFile::exists(wrong));
    const int taken = 40 + written(messy);
    const Ran figures = run({u"figures"_qs, book, u"--key"_qs, u"members.total@2026-09-30"_qs, u"--json"_qs});
    QCOMPARE(figures.json.value(u"number"_qs).toInt(), taken);

    // The same file once more finds everybody there.
    const Ran again = import(u"全国系统导出.xlsx"_qs, {});
    QCOMPARE(written(again), 0);
    QCOMPARE(again.json.value(u"plan"_qs).toObject().value(u"same"_qs).toInt(), 40);
    QCOMPARE(run({u"check"_qs, book}).code, 0);
}

// What the file does not say has to be said on the command line; what is odd is listed.
void tst_Cli::importWantsAnswers()
{
    TestBook book;
    book.makeBasics();
    const auto members = [&] {
        book.reopen();
        const qint64 count = book->database().scalar(u"SELECT COUNT(*) FROM member"_qs)->toLongLong();
        book.close();
        return count;
    };
    book.close();
    const auto roster = [&](const QString &name, const QString &lines) {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) &&
                       file.write((u"姓名,性别,出生日期,身份证号,入党时间,所在党支部\r\n"_qs + lines).toUtf8()) > 0
                   ? path(name)
                   : QString();
    };
    const auto import = [&](const QString &file, const QStringList &options) {
        return run(QStringList{u"import"_qs, book.path(), file, u"--quiet"_qs} + options);
    };
    QCOMPARE(import(roster(u"一.csv"_qs, u"张三,男,1970-03-15,,2001-07-01,一支部\r\n"_qs), {}).code, 0);
    QCOMPARE(members(), 1);

    // The branch has members now.
    const QString second = roster(u"二.csv"_qs, u"李四,女,1980-03-15,,2001-07-01,一支部\r\n"_qs);
    const Ran refused = import(second, {});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains(u"--increase") && refused.err.contains(u"3 转入"), qPrintable(refused.err));
    QCOMPARE(import(second, {u"--increase"_qs, u"9"_qs}).code, 2);
    QCOMPARE(import(second, {u"--dry-run"_qs}).code, 1);
    QCOMPARE(members(), 1);
    QCOMPARE(import(second, {u"--increase"_qs, u"3"_qs}).code, 0);
    QCOMPARE(members(), 2);

    // The ID number says another birth date: a decision, with a reason; then a warning in the list.
    const QString third = roster(u"三.csv"_qs, u"陈二,男,1961-05-01,110105194912310038,2001-07-01,二支部\r\n"_qs);
    const Ran differs = import(third, {});
    QCOMPARE(differs.code, 1);
    QCOMPARE(members(), 2);
    QCOMPARE(import(third, {u"--accept-differences"_qs, u" "_qs}).code, 2);
    const Ran taken = import(third, {u"--accept-differences"_qs, u"档案如此"_qs});
    QVERIFY2(taken.code == 0, qPrintable(taken.out + taken.err));
    QCOMPARE(members(), 3);
    QVERIFY2(taken.out.contains(u"1949-12-31"), qPrintable(taken.out));

    // More warnings than are read: all of them for programs, the first for people.
    QString many;
    for (int i = 0; i < 25; ++i) {
        many += u"王%1,男,1950-01-01,,2001-07-01,二支部\r\n"_qs.arg(QChar(u'一' + i));
    }
    const QString fourth = roster(u"四.csv"_qs, many);
    const Ran listed = import(fourth, {u"--increase"_qs, u"3"_qs, u"--dry-run"_qs, u"--json"_qs});
    QVERIFY(listed.json.value(u"warnings"_qs).toArray().size() >= 25); // the roster says no category
    const Ran read = import(fourth, {u"--increase"_qs, u"3"_qs, u"--dry-run"_qs});
    QCOMPARE(read.out.count(u"\nrow "_qs), 20);
}

void tst_Cli::exportRefusesOtherEndings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::newRow("pdf") << u"出.pdf"_qs << 2;
    QTest::newRow("xls") << u"出.xls"_qs << 2;
    QTest::newRow("none") << u"出"_qs << 2;
    QTest::newRow("upper case") << u"出.XLSX"_qs << 0;
    QTest::newRow("csv") << u"出.csv"_qs << 0;
}

void tst_Cli::exportRefusesOtherEndings()
{
    QFETCH(const QString, name);
    QFETCH(const int, code);
    const Ran ran = run({u"export"_qs, m_book, u"partyOrg"_qs, path(name)});
    QCOMPARE(ran.code, code);
    QCOMPARE(QFile::exists(path(name)), code == 0);
}

void tst_Cli::importRefusesWhatIsNoRoster_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << u"空.xlsx"_qs << QByteArray();
    QTest::newRow("no spreadsheet") << u"图片.xlsx"_qs << QByteArray("\x89PNG\r\n\x1a\n not a spreadsheet");
    QTest::newRow("old format") << u"旧.xls"_qs << QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(2048, '\0');
    QTest::newRow("not there") << u"没有.xlsx"_qs << QByteArray("-");
}

void tst_Cli::importRefusesWhatIsNoRoster()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    if (bytes != "-") {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    const auto content = [this] {
        QFile file(m_book);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = content();
    const Ran ran = run({u"import"_qs, m_book, path(name), u"--registry"_qs, u"member"_qs});
    QCOMPARE(ran.code, 3);
    QVERIFY(!ran.err.isEmpty());
    QCOMPARE(content(), before);
}

void tst_Cli::importNamesWhatCannotBeImported_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("name");
    QTest::newRow("posts") << u"gridPost"_qs << u"“网格队伍”"_qs;
    QTest::newRow("counts") << u"population"_qs << u"“户数人口”"_qs;
    QTest::newRow("relations") << u"affiliation"_qs << u"“组织关系”"_qs;
}

void tst_Cli::importNamesWhatCannotBeImported()
{
    QFETCH(const QString, registry);
    QFETCH(const QString, name);
    for (const QString &suffix : {u".xlsx"_qs, u".csv"_qs}) {
        const QString file = path(registry + suffix);
        QCOMPARE(run({u"export"_qs, m_book, registry, file, u"--as-of"_qs, u"2026-09-30"_qs}).code, 0);
        for (const QStringList &options : {QStringList{}, QStringList{u"--registry"_qs, registry}}) {
            const Ran ran =
                run(QStringList{u"import"_qs, m_book, file, u"--dry-run"_qs, u"--language"_qs, u"en"_qs} + options);
            QCOMPARE(ran.code, 3);
            QVERIFY2(ran.err.contains(u"cannot be imported") && ran.err.contains(name), qPrintable(ran.err));
        }
    }
}

void tst_Cli::readingLeavesTheFolderAsItWas_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("check") << QStringList{u"check"_qs, u"%1"_qs};
    QTest::newRow("figures") << QStringList{u"figures"_qs, u"%1"_qs, u"--as-of"_qs, u"2026-09-30"_qs};
    QTest::newRow("export") << QStringList{u"export"_qs, u"%1"_qs, u"member"_qs, path(u"读.xlsx"_qs)};
    QTest::newRow("report") << QStringList{u"report"_qs, u"%1"_qs,    u"--quarter"_qs,
                                           u"2026Q3"_qs, u"--out"_qs, path(u"读.txt"_qs)};
    QTest::newRow("import, looked at only")
        << QStringList{u"import"_qs, u"%1"_qs, QDir(path(u"花名册"_qs)).entryInfoList(QDir::Files).value(0).filePath(),
                       u"--dry-run"_qs};
}

void tst_Cli::readingLeavesTheFolderAsItWas()
{
    QFETCH(QStringList, words);
    QTemporaryDir folder;
    const QString book = folder.filePath(u"只读 看.gridbook"_qs);
    QVERIFY(QFile::copy(m_book, book));
    const auto picture = [&] {
        QStringList lines;
        const auto files = QDir(folder.path()).entryInfoList(QDir::Files | QDir::Hidden, QDir::Name);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            lines << info.fileName() + u' ' +
                         QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        }
        return lines;
    };
    const QStringList before = picture();
    QCOMPARE(before.size(), 1);
    words[1] = words.at(1).arg(book);
    const Ran ran = run(words);
    QVERIFY2(ran.code == 0 || ran.code == 1, qPrintable(ran.err)); // 1: there are findings
    QCOMPARE(picture(), before);
}

void tst_Cli::speaksChinese()
{
    static const QRegularExpression han(u"\\p{Han}"_qs);
    QVERIFY(run({u"--help"_qs, u"--language"_qs, u"zh"_qs}).out.contains(u"用法"));
    QVERIFY(run({u"check"_qs, path(u"没有.gridbook"_qs), u"--language=zh"_qs}).err.contains(han));
    QVERIFY(!run({u"--help"_qs, u"--language"_qs, u"en"_qs}).out.contains(han));
}

QTEST_GUILESS_MAIN(tst_Cli)
#include "tst_cli.moc"
