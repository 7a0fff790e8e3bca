// The quarterly report as text, of a book made by hand and of the demonstration; every number on it opens rows of that
// size.
#include "core/demo/demobook.h"
#include "core/reports/documenttext.h"
#include "core/reports/figurestext.h"
#include "core/reports/quarterlyreport.h"
#include "core/reports/reporttables.h"
#include "core/reports/xlsxdocument.h"
#include "tests/core/reports/figurebook.h"
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {
// The numbers that a paper shows behind links: key and what is printed.
QList<std::pair<QString, QString>> linkedNumbers(const Document &document)
{
    QList<std::pair<QString, QString>> found;
    const auto add = [&found](const FigureLink &link, const QString &text) {
        static const QRegularExpression number(u"^-?[0-9]+$"_qs);
        if (link.isValid() && number.match(text).hasMatch()) {
            found.append({link.key, text});
        }
    };
    for (const Section &section : document.sections) {
        for (const Block &block : section.blocks) {
            if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
                for (const Run &run : paragraph->runs) {
                    add(run.link, run.text);
                }
            } else if (const auto *box = std::get_if<KeyFigures>(&block)) {
                for (const KeyFigures::Item &item : box->items) {
                    add(item.link, item.value);
                }
            } else if (const auto *table = std::get_if<Table>(&block)) {
                for (const Row &row : table->rows) {
                    for (const Cell &cell : row.cells) {
                        add(cell.link, cell.text);
                    }
                }
            }
        }
    }
    return found;
}
} // namespace

class TestQuarterlyReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenOfTheSmallBook();
    void everyNumberOpens();
    void runningQuarterIsAsOfToday();
    void whatHasNotBegunIsRefused();
    void beforeTheRollBeginsIsRefused();
    void whatWasNeverRecordedIsSaid();
    void unitAndAddressee();
    void belowAWorkingCommittee_data();
    void belowAWorkingCommittee();
    void demonstration();
    void demonstrationStaysAsItWas();
    void asSpreadsheet();
};

void TestQuarterlyReport::goldenOfTheSmallBook()
{
    FigureBook book;
    const auto document = quarterlyReport(book->reader(), Quarter(2026, 3), {.today = QDate(2026, 10, 3)});
    QVERIFY_RESULT(document);
    QString difference;
    QVERIFY2(matchesGolden(toText(*document, LinkText::Shown), u"tests/golden/quarterly-report.txt", &difference),
             qPrintable(difference));
}

void TestQuarterlyReport::everyNumberOpens()
{
    FigureBook book;
    const auto document = quarterlyReport(book->reader(), Quarter(2026, 3), {});
    QVERIFY_RESULT(document);
    const auto figures = Figures::open(book->reader());
    QVERIFY_RESULT(figures);
    for (const QString &key : figureKeys(*document)) {
        QVERIFY_RESULT((*figures)->rows(key));
    }
    const auto numbers = linkedNumbers(*document);
    QVERIFY(numbers.size() > 300);
    for (const auto &[key, printed] : numbers) {
        const auto number = (*figures)->number(key);
        QVERIFY_RESULT(number);
        QVERIFY2(numberText(*number) == printed, qPrintable(QString(key + u" is printed as "_qs + printed)));
    }
}

void TestQuarterlyReport::runningQuarterIsAsOfToday()
{
    QCOMPARE(reportDay(Quarter(2026, 3), QDate(2026, 8, 1)), QDate(2026, 8, 1));
    QCOMPARE(reportDay(Quarter(2026, 3), QDate(2026, 9, 30)), QDate(2026, 9, 30));
    QCOMPARE(reportDay(Quarter(2026, 3), QDate(2026, 10, 1)), QDate(2026, 9, 30));
    QCOMPARE(reportDay(Quarter(2026, 3), QDate(2026, 6, 30)), QDate(2026, 9, 30));
    QCOMPARE(reportDay(Quarter(2026, 3), {}), QDate(2026, 9, 30));
}

void TestQuarterlyReport::whatHasNotBegunIsRefused()
{
    FigureBook book;
    const auto early = quarterlyReport(book->reader(), Quarter(2026, 4), {.today = QDate(2026, 9, 30)});
    QVERIFY(!early);
    QCOMPARE(early.error().kind, ErrorKind::Invalid);
    QVERIFY(early.error().message.contains(u"2026-10-01"));
    const auto running = quarterlyReport(book->reader(), Quarter(2026, 4), {.today = QDate(2026, 10, 1)});
    QVERIFY_RESULT(running);
    QVERIFY(toText(*running).contains(u"截至2026年10月1日"));
}

void TestQuarterlyReport::beforeTheRollBeginsIsRefused()
{
    FigureBook book; // its roll begins on 2026-01-01
    for (const Quarter &quarter : {Quarter(2020, 1), Quarter(2025, 4)}) {
        const auto early = quarterlyReport(book->reader(), quarter, {.today = QDate(2026, 9, 30)});
        QVERIFY(!early);
        QCOMPARE(early.error().kind, ErrorKind::Invalid);
        QVERIFY2(early.error().message.contains(u"2026-01-01") && early.error().message.contains(u"2026Q1"),
                 qPrintable(early.error().message));
    }
    QVERIFY_RESULT(quarterlyReport(book->reader(), Quarter(2026, 1), {.today = QDate(2026, 9, 30)}));
    TestBook empty;
    empty.makeBasics();
    QVERIFY_RESULT(quarterlyReport(empty->reader(), Quarter(2026, 1), {.today = QDate(2026, 9, 30)}));
}

void TestQuarterlyReport::whatWasNeverRecordedIsSaid()
{
    FigureBook book;
    const auto document = quarterlyReport(book->reader(), Quarter(2026, 1), {.today = QDate(2026, 2, 28)});
    QVERIFY_RESULT(document);
    const QString words = toText(*document);
    QVERIFY(words.contains(u"常住户数、人数未登记（户籍户数、人数未登记）；设党委1个"));
    QVERIFY(words.contains(u"网格常住户数未登记；楼栋"));
    QVERIFY(words.contains(u"报送前校核4项") && words.contains(u"另有1项没有登记数，未作核对。"));
    for (const QString &wrong : {u"常住0户"_qs, u"户籍0户"_qs, u"超出0个"_qs, u"户数超出"_qs}) {
        QVERIFY2(!words.contains(wrong), qPrintable(wrong));
    }
    const auto *box = std::get_if<KeyFigures>(&document->sections.first().blocks.at(3));
    QVERIFY(box != nullptr);
    QCOMPARE(box->items.first().value, u"—"_qs);
    QCOMPARE(box->items.first().change, u"未登记"_qs);
    // Counted since: there is a number, but nothing to compare it with.
    const auto next = quarterlyReport(book->reader(), Quarter(2026, 1), {});
    QVERIFY_RESULT(next);
    const auto *counted = std::get_if<KeyFigures>(&next->sections.first().blocks.at(3));
    QVERIFY(counted != nullptr);
    QCOMPARE(counted->items.first().value, u"1300"_qs);
    QCOMPARE(counted->items.first().change, u"上季未登记"_qs);
    QVERIFY(toText(*next).contains(u"已登记常住户数的网格2个，平均每个网格常住375户"));
}

void TestQuarterlyReport::unitAndAddressee()
{
    FigureBook book;
    const auto own = quarterlyReport(book->reader(), Quarter(2026, 3), {});
    QVERIFY_RESULT(own);
    QVERIFY(toText(*own).contains(u"东关社区党委\n"));
    const auto given =
        quarterlyReport(book->reader(), Quarter(2026, 3), {.unit = u"某社区党委"_qs, .addressee = u"某街道党工委"_qs});
    QVERIFY_RESULT(given);
    QVERIFY(toText(*given).contains(u"某街道党工委："));
    QVERIFY(toText(*given).contains(u"某社区党委"));
    QVERIFY(toText(*given).contains(u"送：某街道党工委"));
    QVERIFY(toText(*given).contains(u"（共印2份）"));
    // What the office has set holds from its day on; who asks for something else gets that.
    for (const auto &[code, value] :
         {std::pair(u"report.addressee"_qs, u"区委组织部"_qs),
          std::pair(u"report.sendTo"_qs, u"区委组织部，区社会工作部"_qs), std::pair(u"report.copies"_qs, u"5"_qs)}) {
        book.insert(u"rule"_qs, {{u"code"_qs, code}, {u"value"_qs, value}, {u"valid_from"_qs, u"2026-07-01"_qs}});
    }
    const auto ruled = quarterlyReport(book->reader(), Quarter(2026, 3), {});
    QVERIFY_RESULT(ruled);
    QVERIFY(toText(*ruled).contains(u"区委组织部："));
    QVERIFY(toText(*ruled).contains(u"送：区委组织部，区社会工作部"));
    QVERIFY(toText(*ruled).contains(u"（共印5份）"));
    const auto earlier = quarterlyReport(book->reader(), Quarter(2026, 2), {.copies = 1});
    QVERIFY_RESULT(earlier);
    QVERIFY(!toText(*earlier).contains(u"区委组织部"));
    QVERIFY(toText(*earlier).contains(u"（共印1份）"));
}

void TestQuarterlyReport::belowAWorkingCommittee_data()
{
    QTest::addColumn<int>("committees"); // entered below the 党工委
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("addressee");
    QTest::newRow("one committee") << 1 << u"东关社区党委"_qs << u"竹西街道党工委"_qs;
    QTest::newRow("two committees") << 2 << u"竹西街道党工委"_qs << u"上级党组织"_qs;
}

void TestQuarterlyReport::belowAWorkingCommittee()
{
    QFETCH(const int, committees);
    QFETCH(const QString, unit);
    QFETCH(const QString, addressee);
    FigureBook book;
    const RowId above = book.org(u"workCommittee"_qs, u"竹西街道党工委"_qs, 0, 0);
    book.putBelow(book.committee, above);
    if (committees == 2) {
        book.org(u"committee"_qs, u"西关社区党委"_qs, above, 0);
    }
    const auto document = quarterlyReport(book->reader(), Quarter(2026, 3), {});
    QVERIFY_RESULT(document);
    const auto *title = std::get_if<Title>(&document->sections.first().blocks.at(0));
    QVERIFY(title != nullptr);
    QCOMPARE(title->lines.first(), unit);
    const auto *to = std::get_if<Addressee>(&document->sections.first().blocks.at(1));
    QVERIFY(to != nullptr);
    QCOMPARE(to->text, QString(addressee + u"："));
}

void TestQuarterlyReport::demonstration()
{
    TestBook book;
    QVERIFY_RESULT(demo::makeDemoBook(*book, {}));
    QElapsedTimer timer;
    timer.start();
    const auto document = quarterlyReport(book->reader(), Quarter(2026, 3), {.today = QDate(2026, 9, 30)});
    QVERIFY_RESULT(document);
    qInfo("report of the demonstration in %lld ms", timer.elapsed());
    QString difference;
    QVERIFY2(matchesGolden(toText(*document), u"tests/golden/quarterly-report-demo.txt", &difference),
             qPrintable(difference));
    const auto figures = Figures::open(book->reader());
    QVERIFY_RESULT(figures);
    const QHash<QString, qint64> published{{u"places.communities"_qs, 4},
                                           {u"places.grids"_qs, 38},
                                           {u"places.residentGroups"_qs, 47},
                                           {u"population.registeredHouseholds"_qs, 14'256},
                                           {u"population.registeredPersons"_qs, 32'398},
                                           {u"population.residentHouseholds"_qs, 25'883},
                                           {u"population.residentPersons"_qs, 60'693},
                                           {u"orgs.generalBranches"_qs, 4},
                                           {u"orgs.branches"_qs, 13},
                                           {u"orgs.groups"_qs, 26},
                                           {u"members.total"_qs, 662}};
    for (auto it = published.cbegin(); it != published.cend(); ++it) {
        QCOMPARE((*figures)->line(it.key(), QDate(2026, 9, 30))->now.value_or(-1), it.value());
    }
    // T3 closes for every quarter of the history.
    for (Quarter quarter(2025, 3); quarter <= Quarter(2026, 3); quarter = quarter.next()) {
        const auto changes = changeTable(**figures, quarter.lastDay());
        QVERIFY_RESULT(changes);
        QCOMPARE(changes->at(17), 0);
    }
    const auto first = changeTable(**figures, QDate(2025, 9, 30));
    QCOMPARE(first->opened, 650);
    const auto numbers = linkedNumbers(*document);
    for (const auto &[key, printed] : numbers) {
        const auto number = (*figures)->number(key);
        QVERIFY_RESULT(number);
        QVERIFY2(numberText(*number) == printed, qPrintable(QString(key + u" is printed as "_qs + printed)));
    }
}

void TestQuarterlyReport::demonstrationStaysAsItWas()
{
    TestBook book;
    QVERIFY_RESULT(demo::makeDemoBook(*book, {}));
    const auto past = [&book] {
        const auto figures = Figures::open(book->reader());
        const auto json = figuresAsJson(**figures, QDate(2026, 6, 30));
        return json ? QJsonDocument(*json).toJson() : QByteArray();
    };
    const QByteArray before = past();
    QVERIFY(before.size() > 1000);
    // A member leaves after that day.
    auto work = book->begin({u"edit"_qs, u"转出"_qs, {}, {}});
    QVERIFY_RESULT(work);
    const auto open = book->database().scalar(
        u"SELECT id FROM affiliation WHERE valid_until IS NULL AND valid_from < '2026-01-01' LIMIT 1"_qs);
    QVERIFY_RESULT((*work)->update(u"affiliation"_qs, open->toLongLong(), 0,
                                   {{u"valid_until"_qs, u"2026-09-15"_qs}, {u"decrease_kind"_qs, u"4"_qs}}));
    QVERIFY_RESULT(book->commit(**work));
    QCOMPARE(past(), before);
    const auto figures = Figures::open(book->reader());
    QCOMPARE((*figures)->line(u"members.total"_qs, QDate(2026, 9, 30))->now.value_or(-1), 661);
}

void TestQuarterlyReport::asSpreadsheet()
{
    FigureBook book;
    const QTemporaryDir folder;
    const auto document = quarterlyReport(book->reader(), Quarter(2026, 3), {});
    QVERIFY_RESULT(document);
    QVERIFY_RESULT(writeXlsx(*document, folder.filePath(u"季报.xlsx"_qs)));
    QVERIFY(QFileInfo(folder.filePath(u"季报.xlsx"_qs)).size() > 5000);
    // T2 gives its days as days.
    const auto figures = Figures::open(book->reader());
    QVERIFY_RESULT(figures);
    const Table terms = orgPaper(orgTable(**(*figures)->facts(QDate(2026, 9, 30))), book->catalog().codes());
    QCOMPARE(terms.rows.first().cells.at(5).date, QDate(2021, 10, 20));
    QCOMPARE(terms.rows.first().cells.at(6).date, QDate(2026, 10, 20));
}

QTEST_GUILESS_MAIN(TestQuarterlyReport)
#include "tst_quarterlyreport.moc"
