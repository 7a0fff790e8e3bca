#include "core/exchange/xlsxreader.h"
#include "tests/core/exchange/craft.h"
#include "tests/support/testing.h"
#include <QTemporaryDir>

using namespace gridbook;
using namespace gridbook::exchange;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class TestXlsxReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEverySortOfCell();
    void keepsTheDigitsOfNumbers_data();
    void keepsTheDigitsOfNumbers();
    void tellsDatesByTheirFormat_data();
    void tellsDatesByTheirFormat();
    void knowsBothDateSystems();
    void skipsEmptyCellsAndRows();
    void findsMergesHiddenRowsColumnsAndSheets();
    void readsPrefixedTags();
    void stopsWhenAskedTo();
    void opensChineseFileNames();
    void parsesCellNames_data();
    void parsesCellNames();

private:
    std::unique_ptr<SheetReader> open(const Workbook &workbook)
    {
        const QString path = m_folder.filePath(u"book.xlsx"_s);
        if (!writeZip(path, workbook.parts())) {
            return nullptr;
        }
        auto opened = openSheets(path);
        if (!opened) {
            qWarning() << opened.error().message << opened.error().detail;
            return nullptr;
        }
        return std::move(opened).value();
    }
    QTemporaryDir m_folder;
};

void TestXlsxReader::readsEverySortOfCell()
{
    Workbook book;
    book.sharedStrings = "<si><t>张三</t></si>"
                         "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">李 </t></r><r><t>四</t></r>"
                         "<rPh sb=\"0\" eb=\"1\"><t>LI</t></rPh></si>"
                         "<si><t>两_x000D_\n行_x5F20_&amp;&lt;</t></si><si/>";
    book.rows = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>)"
                R"(<c r="D1" t="s"><v>3</v></c><c r="E1" t="inlineStr"><is><t>王五</t></is></c>)"
                R"(<c r="F1" t="inlineStr"><is><r><t>赵</t></r><r><t xml:space="preserve"> 六</t></r></is></c>)"
                R"(<c r="G1" t="str"><f>A1&amp;"x"</f><v>张三x</v></c><c r="H1"><f>1+1</f><v>2</v></c>)"
                R"(<c r="I1" t="b"><v>1</v></c><c r="J1" t="b"><v>0</v></c><c r="K1" t="e"><v>#N/A</v></c>)"
                R"(<c r="L1" t="d"><v>2021-07-01</v></c><c r="M1" s="7"/></row>)";
    const auto reader = open(book);
    QVERIFY(reader);
    const ReadBack back = readAll(*reader);
    QVERIFY_RESULT(back.result);
    QCOMPARE(back.text, u"1: 张三|李 四|两\r\n行张&<||王五|赵 六|张三x|2|TRUE|FALSE|#N/A|2021-07-01\n"_s);
    const Row &cells = back.rows[0].cells;
    QCOMPARE(cells[3].kind, CellKind::Empty);
    QCOMPARE(cells[7].kind, CellKind::Number);
    QCOMPARE(cells[8].kind, CellKind::Bool);
    QCOMPARE(cells[8].number, 1.0);
    QCOMPARE(cells[10].kind, CellKind::Error);
    QCOMPARE(cells[11].kind, CellKind::Date);
    QCOMPARE(cells[11].date.date(), QDate(2021, 7, 1));
}

void TestXlsxReader::keepsTheDigitsOfNumbers_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QString>("shown");
    QTest::newRow("whole") << QByteArray("42") << u"42"_s;
    QTest::newRow("negative") << QByteArray("-42") << u"-42"_s;
    QTest::newRow("citizen id as Excel keeps it") << QByteArray("6.10305199001011E+17") << u"610305199001011000"_s;
    QTest::newRow("citizen id of another program") << QByteArray("610305199001011234") << u"610305199001011234"_s;
    QTest::newRow("phone as a float") << QByteArray("13812345678.0") << u"13812345678"_s;
    QTest::newRow("tenth") << QByteArray("0.10000000000000001") << u"0.1"_s;
    QTest::newRow("October trimmed") << QByteArray("2021.1") << u"2021.1"_s;
    QTest::newRow("small") << QByteArray("1.5E-7") << u"0.00000015"_s;
    QTest::newRow("huge") << QByteArray("1E+30") << u"1e+30"_s;
}

void TestXlsxReader::keepsTheDigitsOfNumbers()
{
    QFETCH(QByteArray, stored);
    QFETCH(QString, shown);
    Workbook book;
    book.rows = R"(<row r="1"><c r="A1"><v>)" + stored + "</v></c></row>";
    const auto reader = open(book);
    QVERIFY(reader);
    const ReadBack back = readAll(*reader);
    QVERIFY_RESULT(back.result);
    QCOMPARE(back.rows.value(0).cells.value(0).kind, CellKind::Number);
    QCOMPARE(back.rows[0].cells[0].text, shown);
    QCOMPARE(back.rows[0].cells[0].number, stored.toDouble());
}

void TestXlsxReader::tellsDatesByTheirFormat_data()
{
    QTest::addColumn<int>("builtin");
    QTest::addColumn<QString>("code");
    QTest::addColumn<double>("value");
    QTest::addColumn<CellKind>("kind");
    QTest::addColumn<QString>("shown");
    const auto code = [](const char *name, const QString &format, double value, CellKind kind, const QString &shown) {
        QTest::newRow(name) << 164 << format << value << kind << shown;
    };
    const auto builtin = [](const char *name, int id, double value, CellKind kind, const QString &shown) {
        QTest::newRow(name) << id << QString() << value << kind << shown;
    };
    builtin("general", 0, 44378, CellKind::Number, u"44378"_s);
    builtin("two decimals", 2, 44378, CellKind::Number, u"44378"_s);
    builtin("14", 14, 44378, CellKind::Date, u"2021-07-01"_s);
    builtin("17 mmm-yy", 17, 44378, CellKind::Date, u"2021-07"_s);
    builtin("22", 22, 44378.5, CellKind::Date, u"2021-07-01 12:00"_s);
    builtin("20 h:mm", 20, 0.354166666666667, CellKind::Text, u"8:30"_s);
    builtin("46 [h]:mm:ss", 46, 1.104166666666667, CellKind::Text, u"26:30"_s);
    builtin("49 text", 49, 5, CellKind::Number, u"5"_s);
    for (const int id : {27, 36, 50, 52, 57}) {
        builtin(qPrintable(u"Chinese %1"_s.arg(id)), id, 44378, CellKind::Date, u"2021-07"_s);
    }
    for (const int id : {28, 29, 30, 31, 51, 53, 54, 58}) {
        builtin(qPrintable(u"Chinese %1"_s.arg(id)), id, 44378, CellKind::Date, u"2021-07-01"_s);
    }
    for (const int id : {32, 33, 34, 35, 55, 56}) {
        builtin(qPrintable(u"Chinese %1"_s.arg(id)), id, 0.5, CellKind::Text, u"12:00"_s);
    }
    code("dotted", u"yyyy.mm.dd"_s, 44378, CellKind::Date, u"2021-07-01"_s);
    code("month", u"yyyy.mm"_s, 44378, CellKind::Date, u"2021-07"_s);
    code("year", u"yyyy\"年\""_s, 44378, CellKind::Date, u"2021"_s);
    code("long Chinese", u"[$-F800]yyyy\"年\"m\"月\"d\"日\";@"_s, 44378, CellKind::Date, u"2021-07-01"_s);
    code("numerals", u"[DBNum1][$-804]yyyy\"年\"m\"月\";@"_s, 44378, CellKind::Date, u"2021-07"_s);
    code("unquoted", u"yyyy年m月d日"_s, 44378, CellKind::Date, u"2021-07-01"_s);
    code("weekday", u"[$-804]aaaa;@"_s, 44378, CellKind::Date, u"2021-07-01"_s);
    code("upper case", u"YYYY/M/D"_s, 44378, CellKind::Date, u"2021-07-01"_s);
    code("minutes", u"yyyy-mm-dd hh:mm:ss"_s, 44378.5000116, CellKind::Date, u"2021-07-01 12:00:01"_s);
    code("midnight", u"yyyy-mm-dd hh:mm"_s, 44378, CellKind::Date, u"2021-07-01"_s);
    code("afternoon", u"上午/下午h\"时\"mm\"分\""_s, 0.604166666666667, CellKind::Text, u"14:30"_s);
    code("am pm", u"h:mm AM/PM"_s, 0.25, CellKind::Text, u"6:00"_s);
    code("minutes and seconds", u"mm:ss.0"_s, 0.5, CellKind::Text, u"12:00"_s);
    code("colour and digits", u"[Red]#,##0.00;[Blue]-0"_s, 44378, CellKind::Number, u"44378"_s);
    code("quoted letters", u"0\"days\""_s, 3, CellKind::Number, u"3"_s);
    code("escaped letters", u"0\\d\\y"_s, 3, CellKind::Number, u"3"_s);
    code("exponent", u"0.00E+00"_s, 44378, CellKind::Number, u"44378"_s);
    code("general word", u"General"_s, 44378, CellKind::Number, u"44378"_s);
    code("general and unit", u"General\"人\""_s, 12, CellKind::Number, u"12"_s);
    code("second section", u"0;yyyy"_s, 12, CellKind::Number, u"12"_s);
    code("before the leap fault", u"yyyy-mm-dd"_s, 59, CellKind::Date, u"1900-02-28"_s);
    code("the day that never was", u"yyyy-mm-dd"_s, 60, CellKind::Number, u"60"_s);
    code("after the leap fault", u"yyyy-mm-dd"_s, 61, CellKind::Date, u"1900-03-01"_s);
    code("negative", u"yyyy-mm-dd"_s, -1, CellKind::Number, u"-1"_s);
    code("beyond 9999", u"yyyy-mm-dd"_s, 2958466, CellKind::Number, u"2958466"_s);
    code("yyyymmdd typed as a number", u"yyyy-mm-dd"_s, 20210701, CellKind::Number, u"20210701"_s);
}

void TestXlsxReader::tellsDatesByTheirFormat()
{
    QFETCH(int, builtin);
    QFETCH(QString, code);
    QFETCH(double, value);
    QFETCH(CellKind, kind);
    QFETCH(QString, shown);
    Workbook book;
    if (!code.isEmpty()) {
        book.formats = R"(<numFmt numFmtId="164" formatCode=")" + code.toHtmlEscaped().toUtf8() + R"("/>)";
    }
    book.cellFormats = R"(<xf numFmtId="0"/><xf numFmtId=")" + QByteArray::number(builtin) + R"("/>)";
    book.rows = R"(<row r="1"><c r="A1" s="1"><v>)" + QByteArray::number(value, 'g', 17) + "</v></c></row>";
    const auto reader = open(book);
    QVERIFY(reader);
    const ReadBack back = readAll(*reader);
    QVERIFY_RESULT(back.result);
    QCOMPARE(back.rows.value(0).cells.value(0).text, shown);
    QCOMPARE(back.rows[0].cells[0].kind, kind);
}

void TestXlsxReader::knowsBothDateSystems()
{
    Workbook book;
    book.properties = R"(<workbookPr date1904="1"/>)";
    book.cellFormats = R"(<xf numFmtId="14"/>)";
    book.rows = R"(<row r="1"><c r="A1" s="0"><v>42916</v></c><c r="B1" s="0"><v>0</v></c></row>)";
    const auto reader = open(book);
    QVERIFY(reader);
    const ReadBack back = readAll(*reader);
    QVERIFY_RESULT(back.result);
    QCOMPARE(back.text, u"1: 2021-07-01|1904-01-01\n"_s);
}

void TestXlsxReader::skipsEmptyCellsAndRows()
{
    Workbook book;
    book.rows = R"(<row><c t="inlineStr"><is><t>a</t></is></c><c/><c t="inlineStr"><is><t>c</t></is></c></row>)"
                R"(<row r="3" spans="1:2"/><row r="4"><c r="XFD4" s="1"/></row>)"
                R"(<row r="1048576"><c r="B1048576"><v>5</v></c><c r="Z1048576"/></row>)";
    const auto reader = open(book);
    QVERIFY(reader);
    const ReadBack back = readAll(*reader);
    QVERIFY_RESULT(back.result);
    QCOMPARE(back.text, u"1: a||c\n1048576: |5\n"_s);
}

void TestXlsxReader::findsMergesHiddenRowsColumnsAndSheets()
{
    Workbook book;
    book.before = R"(<dimension ref="A1:H30"/><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols>)";
    book.after = R"(<mergeCells count="2"><mergeCell ref="A1:H1"/><mergeCell ref="A2:A3"/></mergeCells><pageMargins/>)";
    book.rows = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;/sheetData&gt;</t></is></c></row>)"
                R"(<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>)";
    book.sheets = R"(<sheet name="第一网格党支部" sheetId="1" r:id="rId1"/><sheet name="图" sheetId="2" r:id="rId4"/>)"
                  R"(<sheet name="旧" sheetId="3" state="veryHidden" r:id="rId1"/>)";
    const auto reader = open(book);
    QVERIFY(reader);
    QCOMPARE(reader->sheets().size(), 2);
    QCOMPARE(reader->sheets()[0].name, u"第一网格党支部"_s);
    QVERIFY(!reader->sheets()[0].hidden);
    QVERIFY(reader->sheets()[1].hidden);
    const auto info = reader->inspect(0);
    QVERIFY_RESULT(info);
    QCOMPARE(info->rowCount, 30);
    QCOMPARE(info->columnCount, 8);
    QCOMPARE(info->hiddenColumns, (QList<int>{1, 2}));
    QCOMPARE(info->merges, (QList<CellRange>{{1, 0, 1, 7}, {2, 0, 3, 0}}));
    const ReadBack back = readAll(*reader);
    QVERIFY_RESULT(back.result);
    QVERIFY(!back.rows[0].hidden);
    QVERIFY(back.rows[1].hidden);
    QVERIFY(!reader->inspect(2));
    QVERIFY(!reader->read(-1, [](const SheetRow &) { return true; }));
}

void TestXlsxReader::readsPrefixedTags()
{
    Workbook book;
    book.sheetFile = R"(<?xml version="1.0"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main">)"
                     R"(<x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>)"
                     R"(<x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>)";
    book.sharedStrings = "<si><t>a</t></si>";
    const auto reader = open(book);
    QVERIFY(reader);
    QCOMPARE(readAll(*reader).text, u"1: a\n"_s);
    QCOMPARE(reader->inspect(0)->merges.size(), 1);
}

void TestXlsxReader::stopsWhenAskedTo()
{
    Workbook book;
    for (int row = 1; row <= 20000; ++row) {
        book.rows += "<row><c><v>" + QByteArray::number(row) + "</v></c></row>";
    }
    const auto reader = open(book);
    QVERIFY(reader);
    int rows = 0;
    QVERIFY_RESULT(reader->read(0, [&rows](const SheetRow &) { return ++rows < 10; }));
    QCOMPARE(rows, 10);
    rows = 0;
    Progress progress;
    progress.report = [](qint64 done, qint64 total, const QString &what) {
        return total > 0 && done <= total && !what.isEmpty() && done * 2 < total;
    };
    const Done cancelled = reader->read(
        0, [&rows](const SheetRow &) { return ++rows > 0; }, progress);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
    QVERIFY(rows > 100 && rows < 20000);
    QCOMPARE(readAll(*reader).rows.size(), 20000); // and can be read again
}

void TestXlsxReader::opensChineseFileNames()
{
    Workbook book;
    book.rows = "<row><c><v>1</v></c></row>";
    const QString path = m_folder.filePath(u"党员花名册(2026年)𠮷.xls"_s); // the name lies about the format, too
    QVERIFY(writeZip(path, book.parts()));
    const auto reader = openSheets(path);
    QVERIFY_RESULT(reader);
    QCOMPARE(reader.value()->sheets()[0].name, u"名册"_s);
}

void TestXlsxReader::parsesCellNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::newRow("A1") << u"A1"_s << 1 << 0;
    QTest::newRow("AB12") << u"AB12"_s << 12 << 27;
    QTest::newRow("last") << u"XFD1048576"_s << 1048576 << 16383;
    for (const char *bad :
         {"", "A", "1", "A0", "XFE1", "A1048577", "A99999999999", "AAAA1", "a1", "A1B", "A-1", "张1"}) {
        QTest::newRow(qPrintable(u"bad “%1”"_s.arg(QString::fromUtf8(bad)))) << QString::fromUtf8(bad) << 0 << 0;
    }
}

void TestXlsxReader::parsesCellNames()
{
    QFETCH(QString, name);
    QFETCH(int, row);
    QFETCH(int, column);
    int foundRow = 0;
    int foundColumn = 0;
    QCOMPARE(parseCellName(name, SheetLimits(), &foundRow, &foundColumn), row > 0);
    if (row > 0) {
        QCOMPARE(foundRow, row);
        QCOMPARE(foundColumn, column);
        QCOMPARE(columnName(column) + QString::number(row), name);
    }
}

QTEST_GUILESS_MAIN(TestXlsxReader)
#include "tst_xlsxreader.moc"
