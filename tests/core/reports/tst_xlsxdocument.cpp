#include "core/reports/xlsxdocument.h"
#include "tests/core/reports/sample.h"
#include "tests/support/testing.h"
#include <QFile>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <zip.h>

using namespace gridbook;
using namespace Qt::StringLiterals;

namespace {
QString part(const QString &path, const char *name)
{
    QString text;
    if (zip_t *const archive = zip_open(path.toUtf8().constData(), ZIP_RDONLY, nullptr)) {
        if (zip_file_t *const file = zip_fopen(archive, name, 0)) {
            QByteArray bytes(1 << 20, '\0');
            const auto count = zip_fread(file, bytes.data(), static_cast<zip_uint64_t>(bytes.size()));
            text = QString::fromUtf8(bytes.left(static_cast<qsizetype>(qMax<zip_int64_t>(0, count))));
            zip_fclose(file);
        }
        zip_close(archive);
    }
    return text;
}
} // namespace

class TestXlsxDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sheetsHeadsNumbersAndPages()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"季度报告.xlsx"_qs);
        QVERIFY_RESULT(writeXlsx(testing::sampleReport(6), path));
        const QString book = part(path, "xl/workbook.xml");
        for (const QString &name : {u"报告"_qs, u"表1 网格情况"_qs, u"花名册"_qs, u"采集表"_qs}) {
            QVERIFY2(book.contains(u"name=\""_qs + name + u'"'), qPrintable(name));
        }
        QVERIFY(book.contains(u"_xlnm.Print_Titles"_qs));
        const QString grid = part(path, "xl/worksheets/sheet2.xml"); // title row 1, unit row 2, head rows 3 and 4
        for (const QString &range : {u"A3:A4"_qs, u"B3:B4"_qs, u"C3:D3"_qs, u"E3:F3"_qs, u"A10:B10"_qs}) {
            QVERIFY2(grid.contains(u"mergeCell ref=\""_qs + range + u'"'), qPrintable(range));
        }
        QVERIFY(grid.contains(u"<v>201</v>"_qs));
        QVERIFY(grid.contains(u"paperSize=\"9\""_qs));
        QVERIFY(grid.contains(u"&amp;C— &amp;P —"_qs));
        QXmlStreamReader reader(grid);
        while (!reader.atEnd()) {
            reader.readNext();
        }
        QVERIFY(!reader.hasError());
        const QString roster = part(path, "xl/worksheets/sheet3.xml");
        QVERIFY(roster.contains(u"orientation=\"landscape\""_qs));
        QVERIFY(roster.contains(u"<v>13.5</v>"_qs));
        QVERIFY(part(path, "xl/sharedStrings.xml").contains(u"11010519491231002X"_qs)); // an ID number stays text
        QVERIFY(!part(path, "xl/charts/chart1.xml").isEmpty());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1); // nothing left beside it
    }

    void replacesAFileAndTellsFailure()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.xlsx"_qs);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QVERIFY_RESULT(writeXlsx(testing::sampleReport(1), path));
        QVERIFY(!part(path, "xl/workbook.xml").isEmpty());
        const Done lost = writeXlsx(testing::sampleReport(1), u"/nowhere/at/all/a.xlsx"_qs);
        QVERIFY(!lost && lost.error().kind == ErrorKind::Io);
        QVERIFY(lost.error().message.contains(u"/nowhere"_qs));
    }

    void sheetNamesObeyTheProgramsThatReadThem()
    {
        Document document;
        for (const QString &name : {u"a/b:c"_qs, u"A b c"_qs, QString(60, u'长'), QString(60, u'长'), u"''"_qs}) {
            document.addSection(name).add(testing::gridTable());
        }
        QTemporaryDir folder;
        const QString path = folder.filePath(u"n.xlsx"_qs);
        QVERIFY_RESULT(writeXlsx(document, path));
        const QString book = part(path, "xl/workbook.xml");
        QVERIFY(book.contains(u"name=\"a b c\""_qs));
        QVERIFY(book.contains(u"name=\"A b c2\""_qs));
        QVERIFY(book.contains(u"name=\""_qs + QString(28, u'长') + u"2\""_qs));
    }

    void daysAreDays()
    {
        Table table;
        table.columns = {Column::share(1), Column::share(1), Column::share(1)};
        table.add({Cell::day(QDate(2026, 9, 30)), Cell::day(QDate(1899, 12, 31)), Cell::day({})});
        Document document;
        document.addSection(u"日期"_qs).add(table);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"d.xlsx"_qs);
        QVERIFY_RESULT(writeXlsx(document, path));
        const QString sheet = part(path, "xl/worksheets/sheet1.xml");
        QVERIFY2(sheet.contains(u"<v>46295</v>"), qPrintable(sheet));
        QVERIFY(part(path, "xl/styles.xml").contains(u"formatCode=\"yyyy-mm-dd\""));
        const QString texts = part(path, "xl/sharedStrings.xml");
        QVERIFY(!texts.contains(u"2026-09-30") && texts.contains(u"1899-12-31"));
        QCOMPARE(Cell::day(QDate(2026, 9, 30)).text, u"2026-09-30"_qs); // on paper
        QVERIFY(Cell::day({}).text.isEmpty());
    }

    void emptyPaperIsStillABook()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"e.xlsx"_qs);
        QVERIFY_RESULT(writeXlsx(Document(), path));
        QVERIFY(part(path, "xl/workbook.xml").contains(u"<sheet "_qs));
    }
};

QTEST_GUILESS_MAIN(TestXlsxDocument)
#include "tst_xlsxdocument.moc"
