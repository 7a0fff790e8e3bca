#include "core/exchange/csvreader.h"
#include "core/exchange/gb18030.h"
#include "tests/core/exchange/craft.h"
#include "tests/support/testing.h"
#include <QTemporaryDir>

using namespace gridbook;
using namespace gridbook::exchange;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class TestCsvReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decodesGb18030_data();
    void decodesGb18030();
    void findsEncodingAndSeparator_data();
    void findsEncodingAndSeparator();
    void readsRecords_data();
    void readsRecords();
    void letsTheUserDecide();
    void cutsLargeFilesBetweenLines();
    void saysWhereAQuotationIsOpen();

private:
    QTemporaryDir m_folder;
};

void TestCsvReader::decodesGb18030_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    const auto good = [](const char *name, const QByteArray &hex, const QString &text) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << text << true;
    };
    const auto bad = [](const char *name, const QByteArray &hex) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << QString() << false;
    };
    good("ascii", "4142", u"AB"_s);
    good("names", "d5c5c8fd", u"张三"_s);
    good("first and last two-byte", "8140fea0", u"丂龻"_s);
    good("GBK only", "97fe", u"楟"_s);
    good("plane 2", "9534b235", u"𠮷"_s); // U+20BB7
    good("extension A in four bytes", "8139ef33", u"㐄"_s);
    good("extension A 3F06", "82328d37", u"㼆"_s);
    good("last of the basic plane", "8431a439", QString(QChar(0xFFFF)));
    good("first of plane 1", "90308130", QString::fromUcs4(U"\U00010000", 1));
    good("last of plane 16", "e3329a35", QString::fromUcs4(U"\U0010FFFF", 1));
    good("the letter of 2005", "a8bc", QString(QChar(0x1E3F)));
    bad("half a character", "d5");
    bad("bad trail", "d57f");
    bad("lead alone", "80");
    bad("FF", "ff41");
    bad("three of four", "95329f");
    bad("between the planes", "8431a530");
    bad("beyond plane 16", "e3329a36");
}

void TestCsvReader::decodesGb18030()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const std::optional<QString> decoded = decodeGb18030(bytes);
    QCOMPARE(decoded.has_value(), valid);
    if (valid) {
        QCOMPARE(*decoded, text);
    } else {
        QVERIFY(decodeGb18030Leniently(bytes).contains(QChar(0xFFFD)) || bytes == "\x80");
    }
}

void TestCsvReader::findsEncodingAndSeparator_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<TextEncoding>("encoding");
    QTest::addColumn<QChar>("separator");
    QTest::addColumn<QString>("expected");
    const QByteArray zhang = QByteArray::fromHex("d5c5c8fd"); // 张三
    const QByteArray ji = QByteArray::fromHex("9534b235");    // 𠮷
    const QByteArray guo = QByteArray::fromHex("82328d37");   // 㼆
    QTest::newRow("one name") << zhang << TextEncoding::Gb18030 << QChar(u',') << u"1: 张三\n"_s;
    QTest::newRow("three names, rare characters")
        << zhang + "\r\n" + ji + guo + "\r\n" + zhang + "\r\n"
        << TextEncoding::Gb18030 << QChar(u',') << u"1: 张三\n2: 𠮷㼆\n3: 张三\n"_s;
    QTest::newRow("utf-8") << u"姓名,性别\n张三,男\n𠮷㼆,女\n"_s.toUtf8() << TextEncoding::Utf8 << QChar(u',')
                           << u"1: 姓名|性别\n2: 张三|男\n3: 𠮷㼆|女\n"_s;
    QTest::newRow("utf-8, one name") << u"㼆"_s.toUtf8() << TextEncoding::Utf8 << QChar(u',') << u"1: 㼆\n"_s;
    QTest::newRow("utf-8 mark, tab") << "\xEF\xBB\xBF" + u"姓名\t住址\n张三\t1,2,3号\n"_s.toUtf8() << TextEncoding::Utf8
                                     << QChar(u'\t') << u"1: 姓名|住址\n2: 张三|1,2,3号\n"_s;
    QTest::newRow("semicolon") << QByteArray("a;b\n1,5;2,5\n") << TextEncoding::Utf8 << QChar(u';')
                               << u"1: a|b\n2: 1,5|2,5\n"_s;
    QTest::newRow("Chinese semicolon") << u"姓名；备注\n张三；好\n李四；一,二\n"_s.toUtf8() << TextEncoding::Utf8
                                       << QChar(u'；') << u"1: 姓名|备注\n2: 张三|好\n3: 李四|一,二\n"_s;
    QTest::newRow("says its separator") << QByteArray("sep=;\r\na;b\r\n") << TextEncoding::Utf8 << QChar(u';')
                                        << u"2: a|b\n"_s;
    QByteArray utf16("\xFF\xFE");
    const QString table = u"姓名\t性别\r\n𠮷\t男\r\n"_s;
    utf16 += QByteArray(reinterpret_cast<const char *>(table.utf16()), table.size() * 2);
    QTest::newRow("utf-16, Excel's Unicode text")
        << utf16 << TextEncoding::Utf16Le << QChar(u'\t') << u"1: 姓名|性别\n2: 𠮷|男\n"_s;
    QByteArray swapped;
    for (qsizetype i = 0; i + 1 < utf16.size(); i += 2) {
        swapped += utf16[i + 1];
        swapped += utf16[i];
    }
    QTest::newRow("utf-16, other end first")
        << swapped << TextEncoding::Utf16Be << QChar(u'\t') << u"1: 姓名|性别\n2: 𠮷|男\n"_s;
}

void TestCsvReader::findsEncodingAndSeparator()
{
    QFETCH(QByteArray, bytes);
    QFETCH(TextEncoding, encoding);
    QFETCH(QChar, separator);
    QFETCH(QString, expected);
    const QString path = m_folder.filePath(u"名单.csv"_s);
    QVERIFY(writeBytes(path, bytes));
    const auto reader = openSheets(path);
    QVERIFY_RESULT(reader);
    QCOMPARE(reader.value()->textFormat()->encoding, encoding);
    QCOMPARE(reader.value()->textFormat()->separator, separator);
    QCOMPARE(reader.value()->sheets()[0].name, u"名单"_s);
    const ReadBack back = readAll(*reader.value());
    QVERIFY_RESULT(back.result);
    QCOMPARE(back.text, expected);
    QCOMPARE(readAll(*reader.value()).text, expected); // a second time
}

void TestCsvReader::readsRecords_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("expected");
    QTest::newRow("quotes") << u"a,\"b,\"\"c\"\"\",d\n"_s << u"1: a|b,\"c\"|d\n"_s;
    QTest::newRow("line end in quotes") << u"a,\"b\r\nc\"\r\nd,e\r\n"_s << u"1: a|b\nc\n2: d|e\n"_s;
    QTest::newRow("old line ends") << u"a,b\rc,d\r"_s << u"1: a|b\n2: c|d\n"_s;
    QTest::newRow("no last line end") << u"a,b\nc,d"_s << u"1: a|b\n2: c|d\n"_s;
    QTest::newRow("empty lines and fields") << u"a,,c,,\n\n,,\n,d\n"_s << u"1: a||c\n4: |d\n"_s;
    QTest::newRow("quoted empty") << u"\"\",b\n"_s << u"1: |b\n"_s;
    QTest::newRow("quote inside") << u"5\"x,b\n"_s << u"1: 5\"x|b\n"_s;
    QTest::newRow("text behind a quote") << u"\"a\"b,c\n"_s << u"1: ab|c\n"_s;
    QTest::newRow("digits behind a tab") << u"a,\"\t610305199001011234\",\t0917\n"_s
                                         << u"1: a|610305199001011234|0917\n"_s;
    QTest::newRow("digits as a formula") << u"a,=\"0917\",\"=\"\"0918\"\"\"\n"_s << u"1: a|0917|0918\n"_s;
    QTest::newRow("guarded formulas") << u"a,'=1+1,'-5,'plain\n"_s << u"1: a|=1+1|-5|'plain\n"_s;
}

void TestCsvReader::readsRecords()
{
    QFETCH(QString, content);
    QFETCH(QString, expected);
    const QString path = m_folder.filePath(u"a.csv"_s);
    QVERIFY(writeBytes(path, content.toUtf8()));
    OpenOptions options;
    options.text.separator = u',';
    const auto reader = openSheets(path, options);
    QVERIFY_RESULT(reader);
    const ReadBack back = readAll(*reader.value());
    QVERIFY_RESULT(back.result);
    QCOMPARE(back.text, expected);
}

void TestCsvReader::letsTheUserDecide()
{
    const QString path = m_folder.filePath(u"a.csv"_s);
    QVERIFY(writeBytes(path, QByteArray::fromHex("d5c5c8fd2c80ff0a")));
    const auto refused = openSheets(path);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Invalid);
    OpenOptions options;
    options.text = {TextEncoding::Gb18030, u';'};
    const auto reader = openSheets(path, options);
    QVERIFY_RESULT(reader);
    QCOMPARE(readAll(*reader.value()).text, u"1: 张三,€�\n"_s);
}

void TestCsvReader::cutsLargeFilesBetweenLines()
{
    QByteArray bytes;
    for (int row = 0; row < 60000; ++row) {
        bytes += QByteArray::fromHex("d5c5c8fd2c9534b235") + "," + QByteArray::number(row) + "\r\n";
    }
    const QString path = m_folder.filePath(u"large.csv"_s);
    QVERIFY(writeBytes(path, bytes));
    const auto reader = openSheets(path);
    QVERIFY_RESULT(reader);
    int rows = 0;
    bool right = true;
    QVERIFY_RESULT(reader.value()->read(0, [&](const SheetRow &row) {
        right = right && row.cells.size() == 3 && row.cells[0].text == u"张三" && row.cells[1].text == u"𠮷" &&
                row.cells[2].text == QString::number(rows);
        return row.number == ++rows;
    }));
    QVERIFY(right);
    QCOMPARE(rows, 60000);
}

void TestCsvReader::saysWhereAQuotationIsOpen()
{
    const QString path = m_folder.filePath(u"open.csv"_s);
    QVERIFY(writeBytes(path, "a,b\nc,\"d\n" + QByteArray(100000, 'x') + "\n"));
    const auto reader = openSheets(path);
    QVERIFY_RESULT(reader);
    const ReadBack back = readAll(*reader.value());
    QVERIFY(!back.result);
    QVERIFY(back.result.error().message.contains(u" 2 "));
    QVERIFY(writeBytes(path, "a,b\nc,\"d\n"));
    const auto again = openSheets(path);
    QVERIFY_RESULT(again);
    QVERIFY(!readAll(*again.value()).result);
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
