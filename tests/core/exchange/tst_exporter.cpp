// What is exported is what is shown: columns, order, filter, selection, words, masks.
#include "core/exchange/exporter.h"
#include "core/exchange/headings.h"
#include "tests/support/testbook.h"
#include <QDir>

using namespace gridbook;
using namespace gridbook::exchange;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

QList<QStringList> readBack(const QString &path)
{
    QList<QStringList> rows;
    const auto reader = openSheets(path);
    if (!reader) {
        return {{reader.error().message}};
    }
    const Done done = (*reader)->read(0, [&](const SheetRow &row) {
        QStringList texts;
        for (const Cell &cell : row.cells) {
            texts << cell.text;
        }
        rows << texts;
        return true;
    });
    return done ? rows : QList<QStringList>{{done.error().message}};
}

} // namespace

class tst_Exporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_book.reset(); }
    void writesWhatIsShown_data();
    void writesWhatIsShown();
    void selectionInItsOwnOrder();
    void unmaskedOnlyWhenAsked();
    void datesAreDatesWhereKnownToTheDay();
    void cancelLeavesNoFile();
    void templateHoldsHeadingsAndChoices();
    void refusesUnknownColumns();

private:
    [[nodiscard]] ExportJob job(const QStringList &fields) const
    {
        return {{u"member"_qs, QDate(2026, 9, 30), {}, {}, {}, {}}, {}, fields, 1};
    }
    std::unique_ptr<TestBook> m_book;
    TestBook::Basics m_basics;
    RowId m_wang = 0;
    RowId m_li = 0;
};

void tst_Exporter::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
    m_wang = m_book->addMember(u"王小明"_qs, u"999901197807010016"_qs, m_basics.branch, m_basics.grid);
    m_li = m_book->addMember(u"李梅"_qs, {}, m_basics.secondBranch, m_basics.secondGrid);
    QVERIFY(m_wang != 0 && m_li != 0);
}

void tst_Exporter::writesWhatIsShown_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<TableFormat>("format");
    QTest::newRow("xlsx") << u"党员.xlsx"_qs << TableFormat::Xlsx;
    QTest::newRow("csv") << u"党员.csv"_qs << TableFormat::Csv;
}

void tst_Exporter::writesWhatIsShown()
{
    QFETCH(const QString, file);
    QFETCH(const TableFormat, format);
    const QString path = QDir(m_book->folder()).filePath(file);
    ExportJob what = job({u"branch"_qs, u"name"_qs, u"idNumber"_qs, u"category"_qs});
    what.query.sort = {{u"name"_qs, true}};
    const auto written = exportRegistry(**m_book, what, path, {true, format, {}, u"zh"_qs}, {});
    QVERIFY_RESULT(written);
    QCOMPARE(*written, 2);
    QCOMPARE(readBack(path),
             (QList<QStringList>{{u"所在党支部"_qs, u"姓名"_qs, u"公民身份号码"_qs, u"人员类别"_qs},
                                 {u"东关一支部"_qs, u"王小明"_qs, u"9999**********0016"_qs, u"正式党员"_qs},
                                 {u"东关二支部"_qs, u"李梅"_qs, QString(), u"正式党员"_qs}}));
    what.query.filters = {{u"name"_qs, FilterOp::Contains, {u"lim"_qs}}};
    const auto filtered = exportRegistry(**m_book, what, path, {true, format, {}, u"zh"_qs}, {});
    QVERIFY_RESULT(filtered);
    QCOMPARE(*filtered, 1);
    QCOMPARE(readBack(path).size(), 2);
}

void tst_Exporter::selectionInItsOwnOrder()
{
    const QString path = QDir(m_book->folder()).filePath(u"选中.xlsx"_qs);
    ExportJob what = job({u"name"_qs});
    what.ids = {m_wang, m_li};
    QVERIFY_RESULT(exportRegistry(**m_book, what, path, {}, {}));
    QCOMPARE(readBack(path), (QList<QStringList>{{u"姓名"_qs}, {u"王小明"_qs}, {u"李梅"_qs}}));
}

void tst_Exporter::unmaskedOnlyWhenAsked()
{
    const QString path = QDir(m_book->folder()).filePath(u"明文.xlsx"_qs);
    ExportJob what = job({u"idNumber"_qs});
    what.ids = {m_wang};
    ExportOptions options;
    options.masked = false;
    QVERIFY_RESULT(exportRegistry(**m_book, what, path, options, {}));
    QCOMPARE(readBack(path).at(1), QStringList{u"999901197807010016"_qs});
}

void tst_Exporter::datesAreDatesWhereKnownToTheDay()
{
    auto work = (*m_book)->begin({u"edit"_qs, u"生日"_qs, {}, {}});
    QVERIFY_RESULT(work);
    const auto record = (*m_book)->records().load(u"member"_qs, m_li, QDate(2026, 9, 30));
    QVERIFY_RESULT(record);
    QVariantMap values = record->values;
    values.insert(u"birth"_qs, u"1960-07"_qs);
    values.insert(u"dues"_qs, 1250);
    QVERIFY_RESULT((*m_book)->records().save(**work, *record, values));
    QVERIFY_RESULT((*m_book)->commit(**work));
    const QString path = QDir(m_book->folder()).filePath(u"日期.xlsx"_qs);
    ExportJob what = job({u"birth"_qs, u"joinDate"_qs, u"dues"_qs});
    what.ids = {m_li};
    QVERIFY_RESULT(exportRegistry(**m_book, what, path, {}, {}));
    const auto reader = openSheets(path);
    QVERIFY_RESULT(reader);
    QList<Cell> cells;
    QVERIFY_RESULT((*reader)->read(0, [&](const SheetRow &row) {
        cells = row.cells;
        return true;
    }));
    QCOMPARE(cells.size(), 3);
    QCOMPARE(cells.at(0).kind, CellKind::Text);
    QCOMPARE(cells.at(0).text, u"1960-07"_qs);
    QCOMPARE(cells.at(1).kind, CellKind::Date);
    QCOMPARE(cells.at(1).text, u"2001-07-01"_qs);
    QCOMPARE(cells.at(2).kind, CellKind::Number);
    QCOMPARE(cells.at(2).number, 12.5);
}

void tst_Exporter::cancelLeavesNoFile()
{
    const QString path = QDir(m_book->folder()).filePath(u"取消.xlsx"_qs);
    const QStringList before = QDir(m_book->folder()).entryList(QDir::Files);
    int calls = 0;
    const Progress progress{[&](qint64, qint64, const QString &) { return ++calls < 3; }}; // after the rows
    const auto written = exportRegistry(**m_book, job({u"name"_qs}), path, {}, progress);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Cancelled);
    QCOMPARE(QDir(m_book->folder()).entryList(QDir::Files), before);
}

void tst_Exporter::templateHoldsHeadingsAndChoices()
{
    for (const RegistrySpec &spec : m_book->catalog().registries()) {
        const QString path = QDir(m_book->folder()).filePath(QString(spec.id + u".xlsx"));
        QVERIFY_RESULT(writeTemplate(spec, m_book->catalog().codes(), path, TableFormat::Xlsx));
        const QList<QStringList> rows = readBack(path);
        QCOMPARE(rows.size(), 1);
        for (const Field &field : spec.fields) {
            const bool there = std::any_of(rows.first().begin(), rows.first().end(),
                                           [&](const QString &heading) { return heading.contains(field.label.zh); });
            QVERIFY2(there || !field.isWritable(), qPrintable(spec.id + u'.' + field.id));
        }
    }
}

void tst_Exporter::refusesUnknownColumns()
{
    const QString path = QDir(m_book->folder()).filePath(u"错.xlsx"_qs);
    QVERIFY(!exportRegistry(**m_book, job({u"nonsense"_qs}), path, {}, {}));
    QVERIFY(!exportRegistry(**m_book, job({}), path, {}, {}));
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(tst_Exporter)
#include "tst_exporter.moc"
