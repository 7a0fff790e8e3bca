// The rows of a query in a table: pages, cache, staleness, interrupts, what a change reads again.
#include "tests/ui/registry/listbench.h"
#include "ui/registry/tablemodel.h"
#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class tst_TableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsRowsAsTheyAreWritten();
    void sortsByMoreThanOneKey();
    void newerQuestionWins();
    void everyPageOfManyComesAndOldOnesAreForgotten();
    void changeOfAShownFieldKeepsThePlaces();
    void changeOfMembershipReadsTheIdsAgain();
    void changeElsewhereIsNotHeeded();
    void failureIsAState();
    void sums();

private:
    static void load(TableModel &model, const Query &query)
    {
        QSignalSpy loaded(&model, &TableModel::loaded);
        model.setQuery(query);
        QVERIFY(loaded.wait());
    }
    static QString text(const TableModel &model, int row, const QString &field)
    {
        return model.index(row, model.columnOf(field)).data().toString();
    }
    static Query members() { return {u"member"_qs, QDate(2026, 9, 30), {}, {}, {}, {}}; }
};

void tst_TableModel::showsRowsAsTheyAreWritten()
{
    TestBook book;
    const auto basics = book.makeBasics();
    addRoster(book, basics, 5);
    ListBench bench(*book);
    TableModel model(*book, bench.context(), u"member"_qs);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    load(model, members());
    QCOMPARE(model.rowCount(), 5);
    QTRY_COMPARE(model.total(), 5);
    QCOMPARE(text(model, 0, u"name"_qs), u"陈玉梅"_qs);
    QCOMPARE(text(model, 0, u"idNumber"_qs), u"9999**********1000"_qs);
    QCOMPARE(text(model, 0, u"branch"_qs), u"东关一支部"_qs);
    QCOMPARE(text(model, 0, u"category"_qs), u"正式党员"_qs);
    QCOMPARE(text(model, 0, u"dues"_qs), QString()); // not among the wanted columns: not read
    model.setWanted({u"name"_qs, u"dues"_qs});
    QTRY_COMPARE(text(model, 0, u"dues"_qs), u"10.00"_qs);
    const QModelIndex dues = model.index(0, model.columnOf(u"dues"));
    QVERIFY(Qt::Alignment(dues.data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight));
}

void tst_TableModel::sortsByMoreThanOneKey()
{
    TestBook book;
    const auto basics = book.makeBasics();
    addRoster(book, basics, 12);
    ListBench bench(*book);
    TableModel model(*book, bench.context(), u"member"_qs);
    Query query = members();
    query.sort = {{u"branch"_qs, false}, {u"birth"_qs, true}};
    load(model, query);
    for (int row = 1; row < model.rowCount(); ++row) {
        const QString before = text(model, row - 1, u"branch"_qs);
        const QString now = text(model, row, u"branch"_qs);
        QVERIFY(before <= now);
        QVERIFY(before != now || text(model, row - 1, u"birth"_qs) >= text(model, row, u"birth"_qs));
    }
}

void tst_TableModel::newerQuestionWins()
{
    TestBook book;
    const auto basics = book.makeBasics();
    addRoster(book, basics, 21);
    ListBench bench(*book);
    TableModel model(*book, bench.context(), u"member"_qs);
    QSignalSpy loaded(&model, &TableModel::loaded);
    for (const QString &words : {u"c"_qs, u"cy"_qs, u"cym"_qs, u"陈玉梅"_qs}) {
        Query query = members();
        query.filters = {{u"name"_qs, FilterOp::Contains, {words}}};
        model.setQuery(query);
    }
    QVERIFY(loaded.wait());
    QTRY_COMPARE(model.state(), TableModel::State::Ready);
    QTRY_COMPARE(model.total(), 21);
    QCOMPARE(loaded.size(), 1); // the answers to the others never arrived
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(text(model, row, u"name"_qs), u"陈玉梅"_qs);
    }
}

void tst_TableModel::everyPageOfManyComesAndOldOnesAreForgotten()
{
    TestBook book;
    const auto basics = book.makeBasics();
    constexpr int many = 20'000; // 79 pages, more than the cache holds
    {
        auto work = book->begin({u"import"_qs, u"楼栋"_qs, {}, {}});
        QVERIFY_RESULT(work);
        for (int i = 0; i < many; ++i) {
            QVERIFY_RESULT((*work)->insert(u"grid"_qs, {{u"code"_qs, u"61030510000%1"_qs.arg(1000000 + i)},
                                                        {u"name"_qs, u"第%1网格"_qs.arg(i + 1)},
                                                        {u"kind"_qs, u"urban"_qs},
                                                        {u"division_id"_qs, basics.community},
                                                        {u"valid_from"_qs, u"2020-01-01"_qs}}));
        }
        QVERIFY_RESULT(book->commit(**work));
    }
    ListBench bench(*book);
    TableModel model(*book, bench.context(), u"grid"_qs);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    Query query{u"grid"_qs, QDate(2026, 9, 30), {}, {}, {{u"code"_qs, false}}, {}};
    load(model, query);
    QCOMPARE(model.rowCount(), many + 2);
    QCOMPARE(reset.size(), 1); // the first page stood there before the rest was known, and was not thrown away
    const int column = model.columnOf(u"code");
    QVERIFY(model.wanted().contains(u"code"));
    const QString last = u"61030510000%1"_qs.arg(1000000 + many - 1);
    QTRY_COMPARE(model.index(many + 1, column).data().toString(), last);
    for (int row = 0; row < many; row += TableLoader::pageRows) {
        QTRY_VERIFY(model.index(row, column).data().toString() != u"…");
    }
    QVERIFY(!model.isLoaded(0) || !model.isLoaded(1000) || !model.isLoaded(many - 1)); // not everything at once
    QTRY_COMPARE(model.index(many + 1, column).data().toString(), last);
}

void tst_TableModel::changeOfAShownFieldKeepsThePlaces()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const QList<RowId> ids = addRoster(book, basics, 5);
    ListBench bench(*book);
    TableModel model(*book, bench.context(), u"member"_qs);
    load(model, members());
    const int row = model.rowOf(ids.at(2));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy loaded(&model, &TableModel::loaded);
    const auto record = book->records().load(u"member"_qs, ids.at(2), QDate(2026, 9, 30));
    QVERIFY_RESULT(record);
    QVariantMap values = record->values;
    values.insert(u"education"_qs, u"11"_qs);
    auto work = book->begin({u"edit"_qs, u"学历"_qs, {}, {}});
    QVERIFY_RESULT(work);
    QVERIFY_RESULT(book->records().save(**work, *record, values));
    const QString before = text(model, row, u"education"_qs);
    QVERIFY_RESULT(book->commit(**work));
    QTRY_VERIFY(text(model, row, u"education"_qs) != before);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(loaded.size(), 0); // the ids were not asked for again
}

void tst_TableModel::changeOfMembershipReadsTheIdsAgain()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const QList<RowId> ids = addRoster(book, basics, 5);
    ListBench bench(*book);
    TableModel model(*book, bench.context(), u"member"_qs);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    load(model, members());
    QVERIFY(book.addMember(u"白云"_qs, {}, basics.branch, basics.grid) != 0);
    QTRY_COMPARE(model.rowCount(), 6);
    QTRY_COMPARE(text(model, 0, u"name"_qs), u"白云"_qs);
    QVERIFY_RESULT(book->undo());
    QTRY_COMPARE(model.rowCount(), 5);
    QVERIFY(model.rowOf(ids.first()) >= 0);
}

void tst_TableModel::changeElsewhereIsNotHeeded()
{
    TestBook book;
    book.makeBasics();
    ListBench bench(*book);
    TableModel model(*book, bench.context(), u"rule"_qs);
    load(model, {u"rule"_qs, QDate(2026, 9, 30), {}, {}, {}, {}});
    QSignalSpy state(&model, &TableModel::stateChanged);
    auto work = book->begin({u"edit"_qs, u"小区"_qs, {}, {}});
    QVERIFY_RESULT(work);
    QVERIFY_RESULT((*work)->insert(u"person"_qs, {{u"name"_qs, u"王小明"_qs}}));
    state.clear();
    QVERIFY_RESULT(book->commit(**work));
    QCOMPARE(state.size(), 0);
}

void tst_TableModel::failureIsAState()
{
    TestBook book;
    ListBench bench(*book);
    TableModel model(*book, bench.context(), u"member"_qs);
    Query query = members();
    query.filters = {{u"idNumber"_qs, FilterOp::Contains, {u"0016"_qs}}}; // protected: never by a part of it
    model.setQuery(query);
    QTRY_COMPARE(model.state(), TableModel::State::Failed);
    QVERIFY(!model.error().message.isEmpty());
    load(model, members());
    QCOMPARE(model.state(), TableModel::State::Ready);
}

void tst_TableModel::sums()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const QList<RowId> ids = addRoster(book, basics, 4);
    ListBench bench(*book);
    TableModel model(*book, bench.context(), u"member"_qs);
    model.setWanted({u"name"_qs, u"dues"_qs});
    load(model, members());
    QSignalSpy summed(&model, &TableModel::summed);
    model.askSums(ids.mid(1, 2));
    QVERIFY(summed.wait());
    QCOMPARE(summed.first().at(0).toStringList(), QStringList{u"dues"_qs});
    QCOMPARE(summed.first().at(1).value<QList<double>>(), QList<double>{2150.0});
}

QTEST_MAIN(tst_TableModel)
#include "tst_tablemodel.moc"
