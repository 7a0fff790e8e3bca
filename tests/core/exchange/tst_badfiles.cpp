// Bad input harms nothing: every file here is refused with words for the user, in bounded time and memory.
#include "core/exchange/sheet.h"
#include "tests/core/exchange/craft.h"
#include "tests/support/testing.h"
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace gridbook;
using namespace gridbook::exchange;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

#if defined(__SANITIZE_ADDRESS__)
#define GRIDBOOK_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GRIDBOOK_SANITIZED
#endif
#endif

namespace {

constexpr qint64 kLongestMilliseconds = 20'000; // a busy machine with sanitizers; usually far below one second

Workbook small()
{
    Workbook book;
    book.sharedStrings = "<si><t>姓名</t></si><si><t>张三</t></si>";
    book.cellFormats = R"(<xf numFmtId="0"/><xf numFmtId="14"/>)";
    book.rows = R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)"
                R"(<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>44378</v></c></row>)";
    book.after = R"(<mergeCells><mergeCell ref="A1:B1"/></mergeCells>)";
    return book;
}

Workbook withRows(const QByteArray &rows)
{
    Workbook book = small();
    book.rows = rows;
    return book;
}

Workbook withSheet(const QByteArray &sheet)
{
    Workbook book = small();
    book.sheetFile = sheet;
    return book;
}

QByteArray utf16(QStringView text)
{
    return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

const QByteArray kCompound = QByteArray::fromHex("d0cf11e0a1b11ae1");

// Opens, inspects and reads a file as the import does; what went wrong, if anything.
std::optional<Error> readThrough(const QString &path, qint64 *rows = nullptr)
{
    const auto reader = openSheets(path);
    if (!reader) {
        return reader.error();
    }
    const auto info = reader.value()->inspect(0);
    if (!info) {
        return info.error();
    }
    qint64 count = 0;
    const Done done = reader.value()->read(0, [&count](const SheetRow &) { return ++count > 0; });
    if (rows) {
        *rows = count;
    }
    return done ? std::nullopt : std::optional<Error>(done.error());
}

} // namespace

class TestBadFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesArchives_data();
    void refusesArchives();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void refusesProtectedArchives();
    void refusesMissingFilesAndFolders();
    void passesAMillionEmptyRows();
    void endsBehindTheLastValue_data();
    void endsBehindTheLastValue();
    void readsAWideSheetInBoundedMemory();
    void survivesMutations();
    void survivesMutatedParts();
    void stayedSmall();

private:
    QTemporaryDir m_folder;
};

void TestBadFiles::refusesArchives_data()
{
    QTest::addColumn<Parts>("parts");
    QTest::addColumn<ErrorKind>("kind");
    const auto book = [](const char *name, const Workbook &workbook, ErrorKind kind = ErrorKind::Damaged) {
        QTest::newRow(name) << workbook.parts() << kind;
    };
    book("text number too large", withRows(R"(<row><c t="s"><v>2</v></c></row>)"));
    book("text number negative", withRows(R"(<row><c t="s"><v>-1</v></c></row>)"));
    book("text number no number", withRows(R"(<row><c t="s"><v>x</v></c></row>)"));
    book("number no number", withRows(R"(<row><c><v>12abc</v></c></row>)"));
    book("number infinite", withRows(R"(<row><c><v>1e999</v></c></row>)"));
    book("row not a number", withRows(R"(<row r="x"/>)"));
    book("rows backwards", withRows(R"(<row r="2"/><row r="1"/>)"));
    book("row too far", withRows(R"(<row r="1048577"/>)"), ErrorKind::Invalid);
    book("cell too far", withRows(R"(<row r="1"><c r="XFE1"/></row>)"));
    book("cell in another row", withRows(R"(<row r="1"><c r="A2"/></row>)"));
    book("too many cells in a row", withRows("<row>" + QByteArray("<c/>").repeated(16385) + "</row>"),
         ErrorKind::Invalid);
    book("text too long", withRows(R"(<row><c t="inlineStr"><is><t>)" + QByteArray(40000, 'x') + "</t></is></c></row>"),
         ErrorKind::Invalid);
    book("text far too long",
         withRows(R"(<row><c t="inlineStr"><is><t>)" + QByteArray("xyz1").repeated(2 << 20) + "</t></is></c></row>"),
         ErrorKind::Invalid);
    book("tag far too long", withRows("<row a=\"" + QByteArray("xyz1").repeated(2 << 20) + "\"/>"), ErrorKind::Invalid);
    book("deep nesting", withRows(QByteArray("<a>").repeated(100'000)));
    book("tags that do not match", withRows("<row><c></row></c>"));
    book("xml cut off", withSheet("<worksheet><sheetData><row><c><v>1</v></c></row>"));
    book("no xml", withSheet("hello"));
    book("binary", withSheet(QByteArray(5000, '\x01')));
    book("document type", withSheet("<!DOCTYPE worksheet><worksheet><sheetData/></worksheet>"));
    book("billion laughs",
         withSheet("<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>"
                   "<sheetData><row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>"));
    book("foreign entity", withRows("<row><c t=\"inlineStr\"><is><t>&xxe;</t></is></c></row>"));
    book("bomb of blanks", withRows(QByteArray(60 << 20, ' ')), ErrorKind::Invalid);
    book("bomb of rows", withRows(QByteArray("<row/>").repeated(3 << 20)), ErrorKind::Invalid);
    Workbook strings = small();
    strings.sharedStrings = QByteArray("<si><t>aaaaaaaaaaaaaaaaaaaa</t></si>").repeated(1 << 20);
    book("bomb of texts", strings, ErrorKind::Invalid);
    Workbook none = small();
    none.sheets.clear();
    book("no sheet", none);
    Parts lost = small().parts();
    lost.removeIf([](const auto &part) { return part.first.contains(u"sheet1"); });
    QTest::newRow("sheet lost") << lost << ErrorKind::Damaged;
    Parts texts = small().parts();
    texts.removeIf([](const auto &part) { return part.first.contains(u"sharedStrings"); });
    QTest::newRow("texts lost") << texts << ErrorKind::Damaged;
    QTest::newRow("another sort of zip") << Parts{{u"readme.txt"_s, "hello"}} << ErrorKind::Invalid;
    QTest::newRow("word processor file")
        << Parts{{u"_rels/.rels"_s,
                  R"(<R><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></R>)"},
                 {u"word/document.xml"_s, "<d/>"},
                 {u"word/_rels/document.xml.rels"_s, "<R/>"}}
        << ErrorKind::Invalid;
    Parts many;
    for (int i = 0; i < 10'001; ++i) {
        many.append({QString::number(i), QByteArray()});
    }
    QTest::newRow("too many parts") << many << ErrorKind::Invalid;
}

void TestBadFiles::refusesArchives()
{
    QFETCH(Parts, parts);
    QFETCH(ErrorKind, kind);
    const QString path = m_folder.filePath(u"bad.xlsx"_s);
    QVERIFY(writeZip(path, parts));
    QElapsedTimer timer;
    timer.start();
    const std::optional<Error> error = readThrough(path);
    QVERIFY(timer.elapsed() < kLongestMilliseconds);
    QVERIFY(error);
    QCOMPARE(static_cast<int>(error->kind), static_cast<int>(kind));
    QVERIFY(error->message.size() > 20);
    QVERIFY(!error->detail.isEmpty());
}

void TestBadFiles::refusesOtherFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says"); // a word of the message
    const QString path = m_folder.filePath(u"good.xlsx"_s);
    QVERIFY(writeZip(path, small().parts()));
    const QByteArray good = readBytes(path);
    QVERIFY(!readThrough(path));
    QTest::newRow("empty") << QByteArray() << ErrorKind::Invalid << u"empty"_s;
    QTest::newRow("half") << good.left(good.size() / 2) << ErrorKind::Damaged << u"damaged"_s;
    QTest::newRow("last byte lost") << good.chopped(1) << ErrorKind::Damaged << u"damaged"_s;
    QTest::newRow("only the mark") << QByteArray("PK\3\4") << ErrorKind::Damaged << u"damaged"_s;
    QTest::newRow("old workbook") << kCompound + QByteArray(600, '\0') + utf16(u"Workbook") << ErrorKind::Refused
                                  << u".xlsx"_s;
    QTest::newRow("older workbook") << QByteArray::fromHex("0908100000060500") << ErrorKind::Refused << u".xlsx"_s;
    QTest::newRow("protected workbook") << kCompound + QByteArray(600, '\0') + utf16(u"EncryptedPackage")
                                        << ErrorKind::Refused << u"password"_s;
    QTest::newRow("other compound file") << kCompound + QByteArray(600, '\0') << ErrorKind::Invalid << u"not a table"_s;
    QTest::newRow("web page") << QByteArray("\r\n<html xmlns:x=\"urn\"><table><tr><td>a</td></tr></table>")
                              << ErrorKind::Refused << u"web page"_s;
    QTest::newRow("xml table") << QByteArray(
                                      "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook "
                                      "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">")
                               << ErrorKind::Refused << u".xlsx"_s;
    QTest::newRow("pdf") << QByteArray("%PDF-1.7\n") << ErrorKind::Invalid << u"not a table"_s;
    QTest::newRow("picture") << QByteArray::fromHex("89504e470d0a1a0a") << ErrorKind::Invalid << u"not a table"_s;
    QTest::newRow("binary") << QByteArray("abc\0def", 7) << ErrorKind::Invalid << u"not a table"_s;
    QTest::newRow("one endless line") << QByteArray(9 << 20, 'x') << ErrorKind::Invalid << u"not a table"_s;
    QTest::newRow("too many columns") << QByteArray(20000, ',') + "\n" << ErrorKind::Invalid << u"larger"_s;
    QTest::newRow("too many rows") << QByteArray("a\n").repeated(1'048'577) << ErrorKind::Invalid << u"larger"_s;
}

void TestBadFiles::refusesOtherFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, says);
    const QString path = m_folder.filePath(u"bad.xlsx"_s);
    QVERIFY(writeBytes(path, bytes));
    QElapsedTimer timer;
    timer.start();
    const std::optional<Error> error = readThrough(path);
    QVERIFY(timer.elapsed() < kLongestMilliseconds);
    QVERIFY(error);
    QCOMPARE(static_cast<int>(error->kind), static_cast<int>(kind));
    QVERIFY2(error->message.contains(says), qPrintable(error->message));
}

void TestBadFiles::refusesProtectedArchives()
{
    const QString path = m_folder.filePath(u"secret.xlsx"_s);
    QVERIFY(writeZip(path, small().parts(), "secret"));
    const std::optional<Error> error = readThrough(path);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Refused);
    QVERIFY(error->message.contains(u"password"));
}

void TestBadFiles::refusesMissingFilesAndFolders()
{
    QCOMPARE(readThrough(m_folder.filePath(u"no such.xlsx"_s)).value_or(Error()).kind, ErrorKind::NotFound);
    QCOMPARE(readThrough(m_folder.path()).value_or(Error()).kind, ErrorKind::NotFound);
}

void TestBadFiles::passesAMillionEmptyRows()
{
    QByteArray rows;
    rows.reserve(64 << 20);
    quint32 height = 1; // differs from row to row, as in a sheet that someone formatted to its end
    for (int row = 1; row <= 1'048'575; ++row) {
        height = height * 1664525 + 1013904223;
        rows += "<row r=\"" + QByteArray::number(row) + "\" ht=\"" + QByteArray::number(height >> 16) + "\"/>";
    }
    rows += R"(<row r="1048576"><c r="C1048576"><v>1</v></c></row>)";
    const QString path = m_folder.filePath(u"empty rows.xlsx"_s);
    QVERIFY(writeZip(path, withRows(rows).parts()));
    QElapsedTimer timer;
    timer.start();
    qint64 count = 0;
    const std::optional<Error> error = readThrough(path, &count);
    QVERIFY2(!error, error ? qPrintable(error->detail) : "");
    QCOMPARE(count, 1);
    QVERIFY(timer.elapsed() < kLongestMilliseconds);
}

void TestBadFiles::endsBehindTheLastValue_data()
{
    QTest::addColumn<QByteArray>("row"); // as it is repeated, with its number for #
    QTest::addColumn<QByteArray>("end"); // what stands behind all of them
    QTest::addColumn<int>("filled");
    const QByteArray styled = R"(<row r="#"><c r="A#" s="1"/><c r="B#" s="1"/><c r="C#" s="1"/></row>)";
    QTest::newRow("empty cells") << styled << QByteArray() << 1;
    QTest::newRow("empty rows") << QByteArray(R"(<row r="#" ht="20"/>)") << QByteArray() << 1;
    // However far below: no row is lost.
    QTest::newRow("a value at the end") << styled << QByteArray(R"(<row r="300000"><c r="B300000"><v>7</v></c></row>)")
                                        << 2;
    QTest::newRow("a text at the end")
        << styled << QByteArray(R"(<row r="300000"><c r="B300000" t="inlineStr"><is><t>张</t></is></c></row>)") << 2;
    QTest::newRow("a prefixed value at the end")
        << styled << QByteArray(R"(<x:row r="300000"><x:c r="B300000"><x:v>7</x:v></x:c></x:row>)") << 2;
}

// Sheets that somebody formatted to the end: what has nothing in it is not parsed to its end.
void TestBadFiles::endsBehindTheLastValue()
{
    QFETCH(const QByteArray, row);
    QFETCH(const QByteArray, end);
    QFETCH(const int, filled);
    QByteArray rows = R"(<row r="1"><c r="A1"><v>1</v></c></row>)";
    rows.reserve(40 << 20);
    for (int number = 2; number < 300'000; ++number) {
        rows += QByteArray(row).replace('#', QByteArray::number(number));
    }
    rows += end;
    const QString path = m_folder.filePath(u"formatted.xlsx"_s);
    QVERIFY(writeZip(path, withRows(rows).parts()));
    const auto reader = openSheets(path);
    QVERIFY_RESULT(reader);
    QList<int> numbers;
    qint64 reached = 0;
    qint64 size = 1;
    const Done done = (*reader)->read(0,
                                      [&](const SheetRow &each) {
                                          numbers << each.number;
                                          return true;
                                      },
                                      {[&](qint64 at, qint64 of, const QString &) {
                                          reached = at;
                                          size = of;
                                          return true;
                                      }});
    QVERIFY_RESULT(done);
    QCOMPARE(numbers.size(), filled);
    QCOMPARE(numbers.last(), filled == 1 ? 1 : 300'000);
    if (filled == 1) {
        QVERIFY2(reached < size / 2, qPrintable(QString::number(reached)));
    }
}

// Each row has one cell in its last column: what is handed over must not grow to 16,384 cells times a million.
void TestBadFiles::readsAWideSheetInBoundedMemory()
{
    QByteArray rows;
    quint32 noise = 1;
    for (int row = 1; row <= 20'000; ++row) {
        noise = noise * 1664525 + 1013904223;
        rows += "<row><c r=\"XFD" + QByteArray::number(row) + "\"><v>" + QByteArray::number(noise) + "</v></c></row>";
    }
    const QString path = m_folder.filePath(u"wide.xlsx"_s);
    QVERIFY(writeZip(path, withRows(rows).parts()));
    QElapsedTimer timer;
    timer.start();
    const std::optional<Error> error = readThrough(path);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Invalid);
    QVERIFY(timer.elapsed() < kLongestMilliseconds);
}

// Flips, cuts, doubles and clears bytes of the whole file. Some mutants are still good; none may crash or hang.
void TestBadFiles::survivesMutations()
{
    const QString path = m_folder.filePath(u"mutant.xlsx"_s);
    QVERIFY(writeZip(path, small().parts()));
    const QByteArray good = readBytes(path);
    QRandomGenerator random(20260930);
    int refused = 0;
    for (int round = 0; round < 300; ++round) {
        QByteArray mutant = good;
        for (int i = random.bounded(1, 6); i > 0; --i) {
            const qsizetype at = random.bounded(static_cast<int>(mutant.size()));
            switch (random.bounded(4)) {
            case 0:
                mutant[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                mutant[at] = static_cast<char>(mutant[at] ^ (1 << random.bounded(8)));
                break;
            case 2:
                mutant.remove(at, random.bounded(1, 40));
                break;
            default:
                mutant.insert(at, mutant.mid(at, random.bounded(1, 40)));
                break;
            }
            if (mutant.isEmpty()) {
                mutant = "x";
            }
        }
        QVERIFY(writeBytes(path, mutant));
        QElapsedTimer timer;
        timer.start();
        const std::optional<Error> error = readThrough(path);
        QVERIFY2(timer.elapsed() < kLongestMilliseconds, qPrintable(QString::number(round)));
        QVERIFY(!error || (!error->message.isEmpty() && error->kind != ErrorKind::Internal));
        refused += error ? 1 : 0;
    }
    QVERIFY2(refused > 150, qPrintable(QString::number(refused)));
}

// The same with the XML inside of a sound zip file, which reaches the parsers.
void TestBadFiles::survivesMutatedParts()
{
    const QString path = m_folder.filePath(u"mutant.xlsx"_s);
    QRandomGenerator random(20260930);
    int refused = 0;
    for (int round = 0; round < 300; ++round) {
        Parts parts = small().parts();
        QByteArray &bytes = parts[random.bounded(1, static_cast<int>(parts.size()))].second;
        const qsizetype at = random.bounded(static_cast<int>(bytes.size()));
        const QByteArrayList pieces = {"<",   ">",    "\"",          "</c>", "<row>", "&#0;",
                                       "]]>", "<!--", "99999999999", "-",    "\xFF",  "r"};
        bytes.replace(at, random.bounded(0, 4), pieces[random.bounded(static_cast<int>(pieces.size()))]);
        QVERIFY(writeZip(path, parts));
        const std::optional<Error> error = readThrough(path);
        QVERIFY(!error || (!error->message.isEmpty() && error->kind != ErrorKind::Internal));
        refused += error ? 1 : 0;
    }
    QVERIFY2(refused > 100 && refused < 300, qPrintable(QString::number(refused)));
}

// Runs last: the highest memory that this process ever had. The test data itself takes most of it.
void TestBadFiles::stayedSmall()
{
#if defined(Q_OS_LINUX) && !defined(GRIDBOOK_SANITIZED)
    const QByteArray status = readBytes(u"/proc/self/status"_s);
    const qsizetype at = status.indexOf("VmHWM:");
    QVERIFY(at > 0);
    const qint64 kilobytes = status.mid(at + 6, status.indexOf("kB", at) - at - 6).trimmed().toLongLong();
    qInfo() << "highest memory" << kilobytes / 1024 << "MiB";
    QVERIFY2(kilobytes > 1000 && kilobytes < 700 * 1024, qPrintable(QString::number(kilobytes)));
#else
    QSKIP("memory is measured on Linux, without sanitizers");
#endif
}

QTEST_GUILESS_MAIN(TestBadFiles)
#include "tst_badfiles.moc"
