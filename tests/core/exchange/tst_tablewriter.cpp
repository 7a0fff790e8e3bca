#include "core/exchange/csvreader.h"
#include "core/exchange/csvwriter.h"
#include "core/exchange/tablewriter.h"
#include "tests/core/exchange/craft.h"
#include "tests/support/testing.h"
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace gridbook;
using namespace gridbook::exchange;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray partOf(const QString &path, const char *name)
{
    int code = 0;
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code);
    if (!archive) {
        return {};
    }
    QByteArray bytes;
    if (zip_file_t *file = zip_fopen(archive, name, 0)) {
        bytes.resize(1 << 20);
        bytes.truncate(static_cast<qsizetype>(qMax<zip_int64_t>(0, zip_fread(file, bytes.data(), 1 << 20))));
        zip_fclose(file);
    }
    zip_discard(archive);
    return bytes;
}

Cell month(int year, int number)
{
    Cell cell = Cell::ofDate(QDate(year, number, 1));
    cell.text.chop(3);
    return cell;
}

TableSheet roster()
{
    TableSheet sheet;
    sheet.name = u"党员花名册"_s;
    sheet.title = u"凤鸣社区党员花名册(2026年)"_s;
    sheet.columns = {{.heading = u"姓名"_s},
                     {.heading = u"性别"_s, .choices = {u"男"_s, u"女"_s}},
                     {.heading = u"身份证号"_s, .width = 20},
                     {.heading = u"入党时间"_s, .kind = ColumnKind::Date},
                     {.heading = u"月交标准"_s, .kind = ColumnKind::Number}};
    sheet.frozenColumns = 1;
    return sheet;
}

Row member(const QString &name, const QString &id, const Cell &joined, double dues)
{
    return {Cell::ofText(name), Cell::ofText(u"男"_s), Cell::ofText(id), joined,
            Cell::ofNumber(dues, QString::number(dues))};
}

} // namespace

class TestTableWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesAndReadsBack_data();
    void writesAndReadsBack();
    void setsUpThePage();
    void marksWrongRows();
    void keepsStrangeTexts_data();
    void keepsStrangeTexts();
    void guardsCsvFields_data();
    void guardsCsvFields();
    void makesSheetNamesFit();
    void replacesOnlyWhenFinished_data();
    void replacesOnlyWhenFinished();
    void refusesBadTargets_data();
    void refusesBadTargets();
    void saysWhichTextIsTooLong();
    void writesManyRowsQuickly();

private:
    QTemporaryDir m_folder;
};

void TestTableWriter::writesAndReadsBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("xlsx") << u"名册.xlsx"_s;
    QTest::newRow("csv") << u"名册.csv"_s;
}

void TestTableWriter::writesAndReadsBack()
{
    QFETCH(QString, name);
    const QString path = m_folder.filePath(name);
    const bool csv = formatOfName(path) == TableFormat::Csv;
    auto writer = createTable(path, formatOfName(path));
    QVERIFY_RESULT(writer);
    QVERIFY_RESULT(writer.value()->beginSheet(roster()));
    QVERIFY_RESULT(
        writer.value()->addRow(member(u"张三"_s, u"610305199001011234"_s, Cell::ofDate({2021, 7, 1}), 12.5)));
    QVERIFY_RESULT(writer.value()->addRow(member(u"𠮷㼆"_s, u"61030519900101123X"_s, month(1978, 10), 0)));
    QVERIFY_RESULT(writer.value()->addRow(Row{Cell(), Cell::ofText(u"女"_s)}));
    QVERIFY_RESULT(writer.value()->finish());
    const auto reader = openSheets(path);
    QVERIFY_RESULT(reader);
    const ReadBack back = readAll(*reader.value());
    QVERIFY_RESULT(back.result);
    const QString title = u"凤鸣社区党员花名册(2026年)"_s;
    const QString expected = u"姓名|性别|身份证号|入党时间|月交标准\n张三|男|610305199001011234|2021-07-01|12.5\n"
                             u"𠮷㼆|男|61030519900101123X|1978-10|0\n|女\n"_s;
    QString cells;
    for (const SheetRow &row : back.rows) {
        QStringList line;
        for (const Cell &cell : row.cells) {
            line.append(cell.text);
        }
        cells += line.join(u'|') + u'\n';
    }
    QCOMPARE(cells, csv ? expected : QString(title + u'\n' + expected));
    if (!csv) {
        QCOMPARE(back.rows[2].cells[2].kind, CellKind::Text);
        QCOMPARE(back.rows[2].cells[3].kind, CellKind::Date);
        QCOMPARE(back.rows[3].cells[3].kind, CellKind::Text);
        QCOMPARE(back.rows[2].cells[4].kind, CellKind::Number);
        QCOMPARE(reader.value()->inspect(0)->merges, (QList<CellRange>{{1, 0, 1, 4}}));
        QCOMPARE(reader.value()->sheets()[0].name, u"党员花名册"_s);
    } else {
        const QByteArray bytes = readBytes(path);
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
        QVERIFY(bytes.contains("\"\t610305199001011234\""));
        QCOMPARE(bytes.count('\n'), bytes.count("\r\n"));
    }
}

void TestTableWriter::setsUpThePage()
{
    const QString path = m_folder.filePath(u"page.xlsx"_s);
    auto writer = createTable(path, TableFormat::Xlsx);
    QVERIFY_RESULT(writer);
    QVERIFY_RESULT(writer.value()->beginSheet(roster()));
    QVERIFY_RESULT(writer.value()->addRow(member(u"张三"_s, u"1"_s, Cell::ofDate({2021, 7, 1}), 1)));
    QVERIFY_RESULT(writer.value()->finish());
    const QByteArray sheet = partOf(path, "xl/worksheets/sheet1.xml");
    for (const QByteArray &piece :
         {QByteArray("topLeftCell=\"B3\""), QByteArray("state=\"frozen\""), QByteArray("orientation=\"landscape\""),
          QByteArray("paperSize=\"9\""), u"&amp;C第 &amp;P 页 共 &amp;N 页"_s.toUtf8(), u"\"男,女\""_s.toUtf8(),
          QByteArray("sqref=\"B3:")}) {
        QVERIFY2(sheet.contains(piece), qPrintable(QString::fromUtf8(piece + "\n" + sheet)));
    }
    QVERIFY(partOf(path, "xl/workbook.xml").contains("$2:$2</definedName>"));
    QVERIFY(partOf(path, "xl/styles.xml").contains("formatCode=\"yyyy-mm-dd\""));
}

void TestTableWriter::marksWrongRows()
{
    const QString path = m_folder.filePath(u"wrong.xlsx"_s);
    auto writer = createTable(path, TableFormat::Xlsx);
    QVERIFY_RESULT(writer);
    QVERIFY_RESULT(writer.value()->beginSheet(roster()));
    QVERIFY_RESULT(writer.value()->addRow(
        OutRow{{.cell = Cell::ofText(u"张三"_s)},
               {},
               {.cell = Cell::ofText(u"610305"_s), .mark = CellMark::Wrong, .comment = u"身份证号应为18位"_s},
               {.cell = Cell::ofText(u"2021.1"_s), .mark = CellMark::Warning}}));
    QVERIFY_RESULT(writer.value()->finish());
    QVERIFY(partOf(path, "xl/comments1.xml").contains(u"身份证号应为18位"_s.toUtf8()));
    QVERIFY(partOf(path, "xl/comments1.xml").contains("ref=\"C3\""));
    QVERIFY(partOf(path, "xl/styles.xml").contains("FFF8CBAD"));
    QVERIFY(partOf(path, "xl/styles.xml").contains("FFFFEB9C"));
}

void TestTableWriter::keepsStrangeTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("formula") << u"=1+1"_s;
    QTest::newRow("command") << u"=cmd|' /C calc'!A0"_s;
    QTest::newRow("plus") << u"+86 13812345678"_s;
    QTest::newRow("minus") << u"-5"_s;
    QTest::newRow("minus text") << u"-见附件"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s;
    QTest::newRow("guarded formula") << u"'=1"_s;
    QTest::newRow("twice guarded") << u"''-x"_s;
    QTest::newRow("apostrophe") << u"'plain"_s;
    QTest::newRow("lines") << u"一\n二"_s;
    QTest::newRow("quotes") << u"\"a\",b"_s;
    QTest::newRow("blanks") << u"  a  "_s;
    QTest::newRow("markup") << u"<b>&amp;</b>]]>"_s;
    QTest::newRow("link") << u"http://example.invalid/"_s;
    QTest::newRow("noughts") << u"0917"_s;
    QTest::newRow("escape") << u"_x000D_"_s;
    QTest::newRow("rare") << u"𠮷㼆龻·"_s;
}

void TestTableWriter::keepsStrangeTexts()
{
    QFETCH(QString, text);
    for (const QString &name : {u"strange.xlsx"_s, u"strange.csv"_s}) {
        const QString path = m_folder.filePath(name);
        auto writer = createTable(path, formatOfName(path));
        QVERIFY(writer);
        QVERIFY(writer.value()->beginSheet({.name = u"a"_s, .columns = {{.heading = u"a"_s}, {.heading = u"b"_s}}}));
        QVERIFY(writer.value()->addRow(Row{Cell::ofText(text), Cell::ofText(u"b"_s)}));
        QVERIFY(writer.value()->finish());
        const auto reader = openSheets(path);
        QVERIFY(reader);
        const ReadBack back = readAll(*reader.value());
        QVERIFY(back.result);
        QCOMPARE(back.rows.value(1).cells.value(0).text, text);
        QCOMPARE(back.rows[1].cells[0].kind, CellKind::Text);
        QCOMPARE(back.rows[1].cells.value(1).text, u"b"_s);
    }
    QVERIFY(!partOf(m_folder.filePath(u"strange.xlsx"_s), "xl/worksheets/sheet1.xml").contains("<f>"));
}

void TestTableWriter::guardsCsvFields_data()
{
    QTest::addColumn<Cell>("cell");
    QTest::addColumn<QString>("field");
    QTest::newRow("formula") << Cell::ofText(u"=1+1"_s) << u"'=1+1"_s;
    QTest::newRow("tab") << Cell::ofText(u"\t=1"_s) << u"\"'\t=1\""_s;
    QTest::newRow("return") << Cell::ofText(u"\r=1"_s) << u"\"'\r=1\""_s;
    QTest::newRow("negative number") << Cell::ofNumber(-5) << u"-5"_s;
    QTest::newRow("negative number as text") << Cell::ofText(u"-5.5"_s) << u"-5.5"_s;
    QTest::newRow("minus and more") << Cell::ofText(u"-5+1"_s) << u"'-5+1"_s;
    QTest::newRow("long digits") << Cell::ofText(u"610305199001011234"_s) << u"\"\t610305199001011234\""_s;
    QTest::newRow("mobile") << Cell::ofText(u"13812345678"_s) << u"13812345678"_s;
    QTest::newRow("quotes") << Cell::ofText(u"a\"b"_s) << u"\"a\"\"b\""_s;
    QTest::newRow("empty") << Cell() << QString();
}

void TestTableWriter::guardsCsvFields()
{
    QFETCH(Cell, cell);
    QFETCH(QString, field);
    QCOMPARE(csvField(cell), field);
}

void TestTableWriter::makesSheetNamesFit()
{
    const QString path = m_folder.filePath(u"names.xlsx"_s);
    auto writer = createTable(path, TableFormat::Xlsx);
    QVERIFY_RESULT(writer);
    const QString many(40, u'长');
    for (const QString &name : {u"一/二[三]"_s, u"a"_s, u"A"_s, many, many, QString(), u"'x'"_s}) {
        QVERIFY_RESULT(writer.value()->beginSheet({.name = name, .columns = {{.heading = u"a"_s}}}));
    }
    QVERIFY_RESULT(writer.value()->finish());
    const auto reader = openSheets(path);
    QVERIFY_RESULT(reader);
    QStringList names;
    for (const SheetInfo &sheet : reader.value()->sheets()) {
        names.append(sheet.name);
    }
    QCOMPARE(names, (QStringList{u"一二三"_s, u"a"_s, u"A(2)"_s, many.left(31), QString(many.left(28) + u"(2)"),
                                 u"Sheet"_s, u"x"_s}));
}

void TestTableWriter::replacesOnlyWhenFinished_data()
{
    writesAndReadsBack_data();
}

void TestTableWriter::replacesOnlyWhenFinished()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    const QString path = folder.filePath(name);
    QVERIFY(writeBytes(path, "old"));
    {
        auto writer = createTable(path, formatOfName(path));
        QVERIFY_RESULT(writer);
        QVERIFY_RESULT(writer.value()->beginSheet(roster()));
        QVERIFY_RESULT(writer.value()->addRow(member(u"张三"_s, u"1"_s, Cell(), 1)));
        QCOMPARE(readBytes(path), QByteArray("old"));
    }
    QCOMPARE(readBytes(path), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{name}); // nothing left behind
    auto writer = createTable(path, formatOfName(path));
    QVERIFY_RESULT(writer);
    QVERIFY_RESULT(writer.value()->beginSheet(roster()));
    QVERIFY_RESULT(writer.value()->finish());
    writer.value().reset();
    QVERIFY(readBytes(path) != "old");
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{name});
}

void TestTableWriter::refusesBadTargets_data()
{
    QTest::addColumn<TableFormat>("format");
    QTest::newRow("xlsx") << TableFormat::Xlsx;
    QTest::newRow("csv") << TableFormat::Csv;
}

void TestTableWriter::refusesBadTargets()
{
    QFETCH(TableFormat, format);
    QTemporaryDir folder;
    const auto lost = createTable(folder.filePath(u"no/such/a.xlsx"_s), format);
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, ErrorKind::NotFound);
    const auto directory = createTable(folder.path(), format);
    QVERIFY(!directory);
    const QString path = folder.filePath(u"kept.xlsx"_s);
    QVERIFY(writeBytes(path, "old"));
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::ReadUser));
    const auto locked = createTable(path, format);
    QVERIFY(!locked);
    QCOMPARE(locked.error().kind, ErrorKind::Io);
    QVERIFY(locked.error().message.contains(u"kept.xlsx"));
    QCOMPARE(readBytes(path), QByteArray("old"));
}

void TestTableWriter::saysWhichTextIsTooLong()
{
    auto writer = createTable(m_folder.filePath(u"long.xlsx"_s), TableFormat::Xlsx);
    QVERIFY_RESULT(writer);
    QVERIFY_RESULT(writer.value()->beginSheet(roster()));
    const Done done = writer.value()->addRow(Row{Cell::ofText(u"a"_s), Cell::ofText(QString(40000, u'长'))});
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(u"row 3, column B"), qPrintable(done.error().message));
}

void TestTableWriter::writesManyRowsQuickly()
{
    const QString path = m_folder.filePath(u"many.xlsx"_s);
    QElapsedTimer timer;
    timer.start();
    auto writer = createTable(path, TableFormat::Xlsx);
    QVERIFY_RESULT(writer);
    QVERIFY_RESULT(writer.value()->beginSheet(roster()));
    const Row row = member(u"张三"_s, u"610305199001011234"_s, Cell::ofDate({2021, 7, 1}), 12.5);
    for (int i = 0; i < 50000; ++i) {
        QVERIFY_RESULT(writer.value()->addRow(row));
    }
    QVERIFY_RESULT(writer.value()->finish());
    const qint64 written = timer.restart();
    const auto reader = openSheets(path);
    QVERIFY_RESULT(reader);
    int count = 0;
    QVERIFY_RESULT(reader.value()->read(0, [&count](const SheetRow &) { return ++count > 0; }));
    qInfo() << "50,000 rows of 5 cells: written in" << written << "ms, read in" << timer.elapsed() << "ms";
    QCOMPARE(count, 50002);
    QVERIFY(written + timer.elapsed() < 30000);
}

QTEST_GUILESS_MAIN(TestTableWriter)
#include "tst_tablewriter.moc"
