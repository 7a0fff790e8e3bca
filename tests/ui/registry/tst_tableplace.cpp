// What stays selected, and in sight, when the rows of a list are read again.
#include "tests/support/testing.h"
#include "tests/ui/registry/listbench.h"
#include "ui/registry/tableview.h"
#include "ui/shell/theme.h"
#include <QScrollBar>
#include <QSignalSpy>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class TestTablePlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void staysWhenReadAgain();
    void anotherOrderKeepsTheSelection();
    void anotherQuestionForgetsIt_data();
    void anotherQuestionForgetsIt();
    void whatIsChosenMeanwhileHolds();
    void sortedTwiceAtOnce();
    void anotherFontWidensTheColumns();

private:
    static constexpr int members = 300; // several pages: the first rows come before the others
    [[nodiscard]] Query sortedBy(const QString &field, bool descending = false) const
    {
        return {u"member"_qs, m_book->clock().today(), {}, {}, {{field, descending}}, {}};
    }
    void ask(const Query &query)
    {
        QSignalSpy loaded(m_model, &TableModel::loaded);
        m_model->setQuery(query);
        QVERIFY(loaded.size() > 0 || loaded.wait());
        QCOMPARE(m_model->rowCount(), members);
    }
    std::unique_ptr<TestBook> m_book;
    TestBook::Basics m_basics;
    QList<RowId> m_ids;
    std::unique_ptr<ListBench> m_bench;
    TableModel *m_model = nullptr;
    std::unique_ptr<TableView> m_view;
};

void TestTablePlace::initTestCase()
{
    applyTheme(*qApp, makeTheme(ThemeMode::Light));
}

void TestTablePlace::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
    m_ids = addRoster(*m_book, m_basics, members);
    m_bench = std::make_unique<ListBench>(**m_book);
    m_model = new TableModel(**m_book, m_bench->context(), u"member"_qs);
    m_view = std::make_unique<TableView>(m_model, **m_book, m_bench->context(),
                                         [](const QString &, RowId) { return QString(); });
    m_model->setParent(m_view.get());
    ColumnLayout layout;
    layout.shown = {u"name"_qs, u"sex"_qs, u"birth"_qs, u"branch"_qs};
    m_view->setColumns(layout);
    m_view->resize(900, 500);
    m_view->show();
    ask(sortedBy(u"name"_qs));
}

void TestTablePlace::cleanup()
{
    m_view.reset();
    m_bench.reset();
    m_book.reset();
}

void TestTablePlace::staysWhenReadAgain()
{
    m_view->selectId(m_model->idAt(150));
    m_view->scrollTo(m_view->currentIndex(), QAbstractItemView::PositionAtTop);
    const RowId chosen = m_view->currentId();
    const RowId top = m_model->idAt(m_view->rowAt(0));
    QSignalSpy loaded(m_model, &TableModel::loaded);
    m_model->reload();
    QVERIFY(loaded.wait());
    QCOMPARE(m_view->selectedIds(), QList<RowId>{chosen});
    QCOMPARE(m_model->idAt(m_view->rowAt(0)), top);
}

void TestTablePlace::anotherOrderKeepsTheSelection()
{
    QItemSelection some;
    for (const int row : {3, 4, 250, 299}) {
        some.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
    }
    m_view->setCurrentIndex(m_model->index(299, 1));
    m_view->selectionModel()->select(some, QItemSelectionModel::ClearAndSelect);
    const QList<RowId> chosen = m_view->selectedIds();
    const RowId current = m_view->currentId();
    QCOMPARE(chosen.size(), 4);
    QSignalSpy told(m_view.get(), &TableView::currentIdChanged);
    for (const bool descending : {true, false, true}) {
        ask(sortedBy(u"name"_qs, descending));
        QList<RowId> now = m_view->selectedIds();
        QVERIFY(now != chosen || !descending); // in the order of the rows
        std::sort(now.begin(), now.end());
        QList<RowId> then = chosen;
        std::sort(then.begin(), then.end());
        QCOMPARE(now, then);
        QCOMPARE(m_view->currentId(), current);
        QCOMPARE(m_view->verticalScrollBar()->value(), 0); // the order is seen from its top
    }
    for (const QList<QVariant> &each : told) {
        QCOMPARE(each.first().value<RowId>(), current); // the panel beside the list never loses it
    }
}

void TestTablePlace::anotherQuestionForgetsIt_data()
{
    QTest::addColumn<Query>("query");
    Query filtered = {u"member"_qs, {}, {}, {{u"name"_qs, FilterOp::NotEmpty, {}}}, {{u"name"_qs, false}}, {}};
    QTest::newRow("filter") << filtered;
    Query scoped = filtered;
    scoped.filters.clear();
    scoped.scope = u"all"_qs;
    QTest::newRow("scope") << scoped;
}

void TestTablePlace::anotherQuestionForgetsIt()
{
    QFETCH(Query, query);
    query.asOf = m_book->clock().today();
    m_view->selectId(m_model->idAt(150));
    ask(query);
    QCOMPARE(m_view->selectedCount(), 0);
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
}

void TestTablePlace::whatIsChosenMeanwhileHolds()
{
    m_view->selectId(m_model->idAt(150));
    QSignalSpy reset(m_model, &QAbstractItemModel::modelReset);
    QSignalSpy loaded(m_model, &TableModel::loaded);
    m_model->setQuery(sortedBy(u"name"_qs, true));
    // At the moment when the first rows are there and the others are not.
    RowId meanwhile = 0;
    connect(
        m_model, &QAbstractItemModel::modelReset, m_view.get(),
        [&] {
            if (meanwhile == 0 && m_model->rowCount() < members) {
                meanwhile = m_model->idAt(2);
                m_view->selectId(meanwhile);
            }
        },
        Qt::DirectConnection);
    QVERIFY(loaded.wait());
    QVERIFY(meanwhile != 0);
    QCOMPARE(m_view->selectedIds(), QList<RowId>{meanwhile});
}

void TestTablePlace::sortedTwiceAtOnce()
{
    m_view->selectId(m_model->idAt(150));
    const RowId chosen = m_view->currentId();
    QSignalSpy loaded(m_model, &TableModel::loaded);
    m_model->setQuery(sortedBy(u"name"_qs, true));
    connect(
        m_model, &QAbstractItemModel::modelReset, m_view.get(),
        [this, again = true]() mutable {
            if (std::exchange(again, false)) {
                m_model->setQuery(sortedBy(u"birth"_qs));
            }
        },
        Qt::DirectConnection);
    QTRY_VERIFY(loaded.size() > 0 && m_model->state() == TableModel::State::Ready && m_model->rowCount() == members);
    QCOMPARE(m_view->selectedIds(), QList<RowId>{chosen});
}

void TestTablePlace::anotherFontWidensTheColumns()
{
    const int before = m_view->columnWidth(m_model->columnOf(u"branch"));
    applyTheme(*qApp, makeTheme(ThemeMode::Light, 15));
    QTRY_VERIFY(m_view->columnWidth(m_model->columnOf(u"branch")) > before);
    applyTheme(*qApp, makeTheme(ThemeMode::Light));
    QTRY_COMPARE(m_view->columnWidth(m_model->columnOf(u"branch")), before);
}

QTEST_MAIN(TestTablePlace)
#include "tst_tableplace.moc"
