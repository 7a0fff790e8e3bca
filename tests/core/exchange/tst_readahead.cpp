// Rows that are read in another thread arrive all and in their order; what is wrong with the file is told behind them;
// who has enough is not kept waiting.
#include "core/exchange/readahead.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace gridbook::exchange;
using namespace Qt::StringLiterals;

namespace {

// So many rows with a name each; fails behind one of them.
class Endless : public SheetReader
{
public:
    explicit Endless(int rows, int bad = 0) : m_rows(rows), m_bad(bad) {}
    [[nodiscard]] const QList<SheetInfo> &sheets() const override { return m_sheets; }
    [[nodiscard]] Result<SheetInfo> inspect(int) override { return m_sheets.first(); }
    [[nodiscard]] Done read(int, const RowCallback &row, const Progress &progress) override
    {
        for (m_read = 0; m_read < m_rows; ++m_read) {
            if (m_bad != 0 && m_read == m_bad) {
                return Error{ErrorKind::Damaged, u"damaged"_qs, {}};
            }
            const bool isBlank = m_blank;
            if (!progress.goesOn(m_read, m_rows, {}) ||
                !row({m_read + 1, false, {Cell::ofText(isBlank ? QString() : u"张%1"_qs.arg(m_read))}})) {
                return Error{ErrorKind::Cancelled, u"stopped"_qs, {}};
            }
        }
        return {};
    }
    void setBlank(bool blank) { m_blank = blank; }
    [[nodiscard]] int count() const { return m_read; } // only when nobody reads any more

private:
    QList<SheetInfo> m_sheets{{.name = u"甲"_qs}};
    int m_rows;
    int m_bad;
    int m_read = 0;
    bool m_blank = false;
};

SheetLayout plain()
{
    SheetLayout layout;
    layout.columns = {{0, u"姓名"_qs, u"name"_qs}};
    layout.options.nameField = u"name"_qs;
    return layout;
}

} // namespace

class tst_ReadAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allRowsInOrder_data();
    void allRowsInOrder();
    void damageIsToldBehindTheRows();
    void enoughStopsTheReading();
    void emptyRowsCanBeCancelled();
};

void tst_ReadAhead::allRowsInOrder_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : {0, 1, 255, 256, 257, 10'000}) {
        QTest::addRow("%d", rows) << rows;
    }
}

void tst_ReadAhead::allRowsInOrder()
{
    QFETCH(int, rows);
    Endless reader(rows);
    ReadAhead ahead(reader, 0, plain());
    int number = 0;
    for (;;) {
        const auto next = ahead.next({}, number, {});
        QVERIFY_RESULT(next);
        if (next->isEmpty()) {
            break;
        }
        for (const DataRow &row : *next) {
            QCOMPARE(row.number, ++number);
            QCOMPARE(row.cells.value(0).text, u"张%1"_qs.arg(number - 1));
        }
    }
    QCOMPARE(number, rows);
    QVERIFY(ahead.next({}, number, {})->isEmpty()); // the end stays the end
}

void tst_ReadAhead::damageIsToldBehindTheRows()
{
    Endless reader(10'000, 700);
    ReadAhead ahead(reader, 0, plain());
    qsizetype rows = 0;
    auto next = ahead.next({}, 0, {});
    for (; next && !next->isEmpty(); next = ahead.next({}, rows, {})) {
        rows += next->size();
    }
    QVERIFY(!next);
    QCOMPARE(next.error().kind, ErrorKind::Damaged);
    QCOMPARE(rows, 700);
}

void tst_ReadAhead::enoughStopsTheReading()
{
    Endless reader(1'000'000);
    {
        ReadAhead ahead(reader, 0, plain());
        QVERIFY(!ahead.next({}, 0, {})->isEmpty());
    }
    QVERIFY2(reader.count() < 10'000, qPrintable(QString::number(reader.count())));
}

// No bundle ever comes, and yet whoever waits is asked.
void tst_ReadAhead::emptyRowsCanBeCancelled()
{
    Endless reader(2'000'000'000);
    reader.setBlank(true);
    int asked = 0;
    {
        ReadAhead ahead(reader, 0, plain());
        const auto next = ahead.next({[&asked](qint64, qint64, const QString &) { return ++asked < 3; }}, 0, {});
        QVERIFY(!next);
        QCOMPARE(next.error().kind, ErrorKind::Cancelled);
    }
    QCOMPARE(asked, 3);
}

QTEST_GUILESS_MAIN(tst_ReadAhead)
#include "tst_readahead.moc"
