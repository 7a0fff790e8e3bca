// Records that two threads read arrive all, once, and in the order of the list; who has enough is not kept waiting.
#include "core/exchange/pagesahead.h"
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::exchange;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_PagesAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_book.reset(); }
    void allInOrder_data();
    void allInOrder();
    void goneOnTheWay();
    void stopsWhereItIsTold();
    void nobodyNeedsTheRest();
    void faultIsTold();

private:
    [[nodiscard]] PagesAhead::Order order(const QList<RowId> &ids) const
    {
        return {u"member"_qs, QDate(2026, 9, 30), ids, {u"name"_qs}};
    }
    std::unique_ptr<TestBook> m_book;
    QList<RowId> m_ids; // the last one first
};

void tst_PagesAhead::initTestCase()
{
    m_book = std::make_unique<TestBook>();
    const auto basics = m_book->makeBasics();
    for (int i = 0; i < 800; ++i) {
        m_ids.prepend(m_book->addMember(u"张%1"_qs.arg(QChar(u'一' + i)), {}, basics.branch, basics.grid));
    }
}

void tst_PagesAhead::allInOrder_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("page");
    QTest::newRow("none") << 0 << 4;
    QTest::newRow("one page") << 3 << 4;
    QTest::newRow("a whole page") << 4 << 4;
    QTest::newRow("two pages") << 5 << 4;
    QTest::newRow("many pages") << 25 << 2;
    QTest::newRow("each by itself") << 25 << 1;
    QTest::newRow("growing pages") << 800 << 4096; // 256, 512, the rest
}

void tst_PagesAhead::allInOrder()
{
    QFETCH(const int, rows);
    QFETCH(const int, page);
    const QList<RowId> wanted = m_ids.mid(0, rows);
    PagesAhead pages(**m_book, order(wanted), page);
    QList<RowId> read;
    for (;;) {
        const auto next = pages.next({}, {});
        QVERIFY_RESULT(next);
        if (next->isEmpty()) {
            break;
        }
        QVERIFY(next->size() <= page);
        for (const RowData &row : *next) {
            read << row.id;
            QVERIFY(row.values.first().toString().startsWith(u'张'));
        }
    }
    QCOMPARE(read, wanted);
    QVERIFY(pages.next({}, {})->isEmpty()); // and stays at the end
}

// Records that were voided since the list was made leave no end in its middle.
void tst_PagesAhead::goneOnTheWay()
{
    PagesAhead pages(**m_book, order({m_ids.at(0), 90001, 90002, m_ids.at(1)}), 1);
    QCOMPARE(pages.next({}, {})->first().id, m_ids.at(0));
    QCOMPARE(pages.next({}, {})->first().id, m_ids.at(1));
    QVERIFY(pages.next({}, {})->isEmpty());
}

void tst_PagesAhead::stopsWhereItIsTold()
{
    PagesAhead pages(**m_book, order(m_ids.mid(0, 25)), 2);
    const Progress half{[](qint64 done, qint64 total, const QString &) { return done < total / 2; }};
    qsizetype read = 0;
    for (;;) {
        const auto next = pages.next(half, {});
        if (!next) {
            QCOMPARE(next.error().kind, ErrorKind::Cancelled);
            break;
        }
        QVERIFY(!next->isEmpty());
        read += next->size();
    }
    QVERIFY(read >= 25 / 2 && read < 25);
}

void tst_PagesAhead::nobodyNeedsTheRest()
{
    for (int i = 0; i < 20; ++i) { // ends whatever the threads are doing
        PagesAhead pages(**m_book, order(m_ids), 1);
        if (i % 2 == 0) {
            QVERIFY_RESULT(pages.next({}, {}));
        }
    }
}

void tst_PagesAhead::faultIsTold()
{
    PagesAhead::Order nonsense = order(m_ids);
    nonsense.fields = {u"nonsense"_qs};
    PagesAhead pages(**m_book, nonsense, 4);
    const auto next = pages.next({}, {});
    QVERIFY(!next);
    QCOMPARE(next.error().kind, ErrorKind::Invalid);
}

QTEST_GUILESS_MAIN(tst_PagesAhead)
#include "tst_pagesahead.moc"
