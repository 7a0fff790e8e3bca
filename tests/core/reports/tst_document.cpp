#include "core/reports/documenttext.h"
#include "tests/core/reports/sample.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace Qt::StringLiterals;

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typeAreaIsTheOneOfTheStandard()
    {
        const PageSetup page = PageSetup::official();
        QCOMPARE(page.typeWidth(), 156.0);
        QCOMPARE(page.typeHeight(), 225.0);
        QVERIFY(qAbs(page.linePitch() * 72 / 25.4 - 28.99) < 0.01);
        const PageSetup annex = PageSetup::landscapeAnnex();
        QCOMPARE(annex.size(), QSizeF(297, 210));
        QCOMPARE(annex.typeWidth(), 225.0);
        QCOMPARE(annex.typeHeight(), 156.0);
        QVERIFY(qAbs(annex.linePitch() - page.linePitch()) < 0.5);
    }

    void headingNumbers_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("text");
        QTest::newRow("one") << 1 << 1 << u"一、"_qs;
        QTest::newRow("ten") << 1 << 10 << u"十、"_qs;
        QTest::newRow("twelve") << 2 << 12 << u"（十二）"_qs;
        QTest::newRow("twenty") << 1 << 20 << u"二十、"_qs;
        QTest::newRow("ninety-nine") << 1 << 99 << u"九十九、"_qs;
        QTest::newRow("third") << 3 << 7 << u"7."_qs;
        QTest::newRow("fourth") << 4 << 7 << u"（7）"_qs;
    }
    void headingNumbers()
    {
        QFETCH(int, level);
        QFETCH(int, index);
        QTEST(headingNumber(level, index), "text");
    }

    void dates()
    {
        QCOMPARE(officialDate(QDate(2026, 9, 3)), u"2026年9月3日"_qs);
        QCOMPARE(officialDate(QDate()), QString());
    }

    void spansAreResolved()
    {
        const Table table = testing::gridTable();
        const QList<PlacedCell> head = placeCells(table.head, 6);
        QCOMPARE(head.size(), 8);
        QCOMPARE(head.at(0).rowSpan, 2);
        QCOMPARE(head.at(3).column, 4);
        QCOMPARE(head.at(4).row, 1);
        QCOMPARE(head.at(4).column, 2); // 序号 and 网格 reach down into the second row
        QCOMPARE(head.at(7).column, 5);
    }

    void spansNeverOverlapOrLeaveTheGrid()
    {
        const QList<Row> rows{Row({Cell::head(u"a"_qs, 9, 1)}), Row({Cell::head(u"b"_qs, 1, 9), Cell::head(u"c"_qs)}),
                              Row({Cell::head(u"d"_qs, 0, 0), Cell::head(u"e"_qs), Cell::head(u"f"_qs)})};
        const QList<PlacedCell> cells = placeCells(rows, 3);
        QSet<int> taken;
        for (const PlacedCell &place : cells) {
            for (int row = place.row; row < place.row + place.rowSpan; ++row) {
                for (int column = place.column; column < place.column + place.columnSpan; ++column) {
                    QVERIFY(row < 3 && column < 3);
                    QVERIFY(!taken.contains(row * 3 + column));
                    taken.insert(row * 3 + column);
                }
            }
        }
        QCOMPARE(cells.size(), 5); // f has no place left
        QVERIFY(placeCells(rows, 0).isEmpty());
    }

    void cellsCarryNumbersForSpreadsheets()
    {
        const Cell share = Cell::share(0.975);
        QCOMPARE(share.text, u"97.5%"_qs);
        QVERIFY(share.percent && share.number == 0.975);
        QVERIFY(Cell::share(std::nullopt).text.isEmpty());
        QCOMPARE(Cell::decimal(1234.5, 2).text, u"1234.50"_qs);
        QCOMPARE(Cell::count(12, u"k"_qs).link.key, u"k"_qs);
    }

    void keysAreListedOnceInReadingOrder()
    {
        const QStringList keys = figureKeys(testing::sampleReport(2));
        QCOMPARE(keys.first(), u"party.branches"_qs);
        QCOMPARE(keys.count(u"party.members"_qs), 1);
        QCOMPARE(keys.last(), u"dues:2"_qs);
    }

    void widths()
    {
        QCOMPARE(displayWidth(u"表1 网格"), 2 + 1 + 1 + 4);
        QCOMPARE(displayWidth(u"𠮷—"), 4);
    }

    void textOfThePaper()
    {
        QString difference;
        const QString text = toText(testing::sampleReport(6), LinkText::Shown);
        QVERIFY2(testing::matchesGolden(text, u"tests/golden/document.txt", &difference), qPrintable(difference));
        QVERIFY(!toText(testing::sampleReport(6)).contains(u'{'));
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
