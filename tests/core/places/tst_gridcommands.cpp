// Dividing a community: moves of buildings and their households, leaders, closing, codes, ranges.
#include "core/base/partialdate.h"
#include "core/changes/datedrows.h"
#include "core/places/buildingmoves.h"
#include "core/registry/valuetext.h"
#include "tests/core/party/bookpicture.h"

using namespace gridbook;
using namespace gridbook::places;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

Done commitStep(TestBook &book, const std::function<Done(UnitOfWork &)> &run)
{
    GRIDBOOK_ASSIGN(auto work, book->begin({u"edit"_qs, u"网格"_qs, {}, {}}));
    GRIDBOOK_TRY(run(*work));
    GRIDBOOK_ASSIGN([[maybe_unused]] const ChangeSet set, book->commit(*work));
    return {};
}

const QDate day(2026, 8, 1);

// Two grids, counted on 30 June; three buildings in the first.
struct Quarter
{
    TestBook book;
    TestBook::Basics basics = book.makeBasics();
    RowId estate = 0;
    QList<BuildingId> buildings;

    Quarter()
    {
        const Done done = commitStep(book, [&](UnitOfWork &work) -> Done {
            GRIDBOOK_ASSIGN(estate, work.insert(u"estate"_qs,
                                                {{u"division_id"_qs, basics.community}, {u"name"_qs, u"东关花园"_qs}}));
            GRIDBOOK_ASSIGN(buildings, addBuildings(work, estate, u"1-3幢"_qs, GridId(basics.grid), QDate(2025, 1, 1)));
            for (int i = 0; i < 2; ++i) { // the third has no number on record
                GRIDBOOK_TRY(work.update(u"building"_qs, buildings.at(i).value(), 0,
                                         {{u"households"_qs, 60 + i}, {u"persons"_qs, 150 + i}}));
            }
            const auto count = [&](RowId grid, int households, int persons) {
                return work.insert(u"population_snapshot"_qs, {{u"division_id"_qs, basics.community},
                                                               {u"grid_id"_qs, grid},
                                                               {u"on_date"_qs, u"2026-06-30"_qs},
                                                               {u"resident_households"_qs, households},
                                                               {u"resident_persons"_qs, persons},
                                                               {u"registered_households"_qs, 100}});
            };
            GRIDBOOK_ASSIGN([[maybe_unused]] const RowId a, count(basics.grid, 480, 1200));
            GRIDBOOK_ASSIGN([[maybe_unused]] const RowId b, count(basics.secondGrid, 450, 1100));
            return {};
        });
        if (!done) {
            qFatal("%s", qPrintable(done.error().message));
        }
    }
    int households(RowId grid, QDate at)
    {
        return gridCount(book->database(), GridId(grid), at)->residentHouseholds.value_or(-1);
    }
    Done move(const QList<BuildingId> &which, RowId to, QDate from)
    {
        return commitStep(book, [&](UnitOfWork &work) { return moveBuildings(work, which, GridId(to), from); });
    }
};

} // namespace

class tst_GridCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bandsAreNotUpsideDown();
    void movingTakesHouseholdsAlong();
    void movedTwiceOnOneDay();
    void uncountedGridsStayUncounted();
    void movesRefused_data();
    void movesRefused();
    void bandAsOfTheDay();
    void listSaysWhoIsOutOfBand();
    void leaders();
    void closing();
    void codesAreNeverUsedAgain();
    void ranges_data();
    void ranges();
};

void tst_GridCommands::movingTakesHouseholdsAlong()
{
    Quarter q;
    const QStringList before = bookPicture(*q.book);
    const auto effects =
        effectOfMove(q.book->database(), {q.buildings.at(0), q.buildings.at(1)}, GridId(q.basics.secondGrid), day);
    QVERIFY_RESULT(effects);
    QCOMPARE(effects->size(), 2);
    QCOMPARE(effects->at(0).grid, GridId(q.basics.secondGrid));
    QCOMPARE(effects->at(0).householdsAfter.value_or(-1), 571);
    QCOMPARE(effects->at(0).buildingsAfter, 2);
    QVERIFY(effects->at(0).warning.contains(u"500")); // above the band, said but not forbidden
    QCOMPARE(effects->at(1).householdsAfter.value_or(-1), 359);
    QVERIFY(effects->at(1).warning.isEmpty());
    QCOMPARE(bookPicture(*q.book), before); // only asked

    QVERIFY_RESULT(q.move({q.buildings.at(0), q.buildings.at(1)}, q.basics.secondGrid, day));
    QCOMPARE(q.households(q.basics.grid, day), 359);
    QCOMPARE(q.households(q.basics.secondGrid, day), 571);
    QCOMPARE(q.households(q.basics.grid, day.addDays(-1)), 480); // the quarter before is as it was
    QCOMPARE(q.households(q.basics.secondGrid, QDate(2026, 6, 30)), 450);
    const auto count = gridCount(q.book->database(), GridId(q.basics.grid), day);
    QCOMPARE(count->residentPersons.value_or(-1), 1200 - 301);
    QCOMPARE(count->registeredHouseholds.value_or(-1), 100); // not known to have moved
    QVERIFY_RESULT(q.book->undo());
    QCOMPARE(bookPicture(*q.book), before);
    QVERIFY_RESULT(q.book->redo());
    QCOMPARE(q.households(q.basics.grid, day), 359);
}

void tst_GridCommands::movedTwiceOnOneDay()
{
    Quarter q;
    QVERIFY_RESULT(q.move({q.buildings.at(0)}, q.basics.secondGrid, day));
    QVERIFY_RESULT(q.move({q.buildings.at(1)}, q.basics.secondGrid, day));
    QCOMPARE(q.households(q.basics.grid, day), 359);
    QCOMPARE(q.households(q.basics.secondGrid, day), 571);
    const auto counts =
        q.book->database().scalar(u"SELECT COUNT(*) FROM population_snapshot WHERE on_date = '2026-08-01'"_qs);
    QCOMPARE(counts->toInt(), 2); // one for each grid
}

void tst_GridCommands::uncountedGridsStayUncounted()
{
    Quarter q;
    QVERIFY_RESULT(q.move({q.buildings.at(0)}, q.basics.secondGrid, QDate(2026, 3, 1)));
    QCOMPARE(q.households(q.basics.grid, QDate(2026, 3, 1)), -1); // the first count was made in June
    QCOMPARE(q.households(q.basics.grid, QDate(2026, 6, 30)), 480);
}

void tst_GridCommands::movesRefused_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<QDate>("from");
    QTest::newRow("where it lies") << u"first"_qs << day;
    QTest::newRow("before it was there") << u"second"_qs << QDate(2024, 1, 1);
    QTest::newRow("on the day it came") << u"second"_qs << QDate(2025, 1, 1);
    QTest::newRow("no day") << u"second"_qs << QDate();
    QTest::newRow("grid not yet set up") << u"second"_qs << QDate(2019, 1, 1);
    QTest::newRow("no such grid") << u"none"_qs << day;
}

void tst_GridCommands::movesRefused()
{
    QFETCH(const QString, to);
    QFETCH(const QDate, from);
    Quarter q;
    const QStringList before = bookPicture(*q.book);
    const RowId grid = to == u"first" ? q.basics.grid : to == u"second" ? q.basics.secondGrid : 9999;
    const Done done = q.move({q.buildings.at(0)}, grid, from);
    QVERIFY(!done);
    QVERIFY(!done.error().message.isEmpty());
    QVERIFY(!effectOfMove(q.book->database(), {q.buildings.at(0)}, GridId(grid), from));
    QCOMPARE(bookPicture(*q.book), before);
}

void tst_GridCommands::bandAsOfTheDay()
{
    Quarter q;
    const auto warns = [&](int households, QDate at) {
        return !bandWarning(q.book->database(), households, at)->isEmpty();
    };
    QVERIFY(warns(299, day));
    QVERIFY(!warns(300, day));
    QVERIFY(!warns(500, day));
    QVERIFY(warns(501, day));
    QVERIFY_RESULT(commitStep(q.book, [&](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN([[maybe_unused]] const RowId row,
                        work.insert(u"rule"_qs, {{u"code"_qs, u"grid.maxHouseholds"_qs},
                                                 {u"value"_qs, u"1000"_qs},
                                                 {u"valid_from"_qs, u"2026-07-01"_qs}}));
        return {};
    }));
    QVERIFY(!warns(900, day));
    QVERIFY(warns(900, QDate(2026, 6, 30))); // the old rule held then
}

// The column of the list says the same as the form, by the count and the rule of the day.
void tst_GridCommands::listSaysWhoIsOutOfBand()
{
    Quarter q;
    const auto count = [&](UnitOfWork &work, RowId grid, int households) {
        return work.insert(u"population_snapshot"_qs, {{u"division_id"_qs, q.basics.community},
                                                       {u"grid_id"_qs, grid},
                                                       {u"on_date"_qs, u"2026-07-10"_qs},
                                                       {u"resident_households"_qs, households}});
    };
    QVERIFY_RESULT(commitStep(q.book, [&](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN([[maybe_unused]] const RowId a, count(work, q.basics.grid, 620));
        GRIDBOOK_ASSIGN([[maybe_unused]] const RowId b, count(work, q.basics.secondGrid, 299));
        GRIDBOOK_ASSIGN([[maybe_unused]] const RowId rule,
                        work.insert(u"rule"_qs, {{u"code"_qs, u"grid.maxHouseholds"_qs},
                                                 {u"value"_qs, u"1000"_qs},
                                                 {u"valid_from"_qs, u"2026-07-20"_qs}}));
        return {};
    }));
    const auto said = [&](QDate at) {
        const auto rows = q.book->reader().rows(u"grid"_qs, at, {q.basics.grid, q.basics.secondGrid}, {u"band"_qs});
        QStringList words;
        for (const RowData &row : rows.valueOr({})) {
            words << valueText(*q.book.catalog().registry(u"grid")->field(u"band"), row.values.first(),
                               q.book.catalog().codes());
        }
        return words;
    };
    QCOMPARE(said(QDate(2026, 7, 9)), (QStringList{QString(), QString()})); // 480 and 450
    QCOMPARE(said(QDate(2026, 7, 10)), (QStringList{u"高于上限"_qs, u"低于下限"_qs}));
    QCOMPARE(said(QDate(2026, 7, 20)), (QStringList{QString(), u"低于下限"_qs}));
    QVERIFY(q.book.catalog().registry(u"grid")->defaultColumns().contains(u"band"_qs));
    Query out{u"grid"_qs, QDate(2026, 7, 10), {}, {{u"band"_qs, FilterOp::OneOf, {u"above"_qs}}}, {}, {}};
    QCOMPARE(*q.book->reader().ids(out), QList<RowId>{q.basics.grid});
    out.filters = {{u"band"_qs, FilterOp::NotEmpty, {}}};
    QCOMPARE(*q.book->reader().count(out), 2);
}

void tst_GridCommands::leaders()
{
    Quarter q;
    RowId first = 0;
    RowId second = 0;
    QVERIFY_RESULT(commitStep(q.book, [&](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN(first, work.insert(u"person"_qs, {{u"name"_qs, u"甲"_qs}}));
        GRIDBOOK_ASSIGN(second, work.insert(u"person"_qs, {{u"name"_qs, u"乙"_qs}}));
        return appointLeader(work, GridId(q.basics.grid), PersonId(first), QDate(2026, 1, 1));
    }));
    const auto appoint = [&](RowId person, QDate from) {
        return commitStep(q.book, [&](UnitOfWork &work) {
            return appointLeader(work, GridId(q.basics.grid), PersonId(person), from);
        });
    };
    QVERIFY(!appoint(first, day));                 // leads already
    QVERIFY(!appoint(second, QDate(2026, 1, 1)));  // the other began that day
    QVERIFY(!appoint(second, QDate(2025, 12, 1))); // would have to reach back
    QVERIFY_RESULT(appoint(second, day));
    const auto leader = [&](const QString &at) {
        return q.book->database()
            .scalar(
                u"SELECT person_id FROM grid_post WHERE role = 'leader' AND voided_at IS NULL AND valid_from <= ? AND (valid_until IS NULL OR valid_until > ?)"_qs,
                {at, at})
            ->toLongLong();
    };
    QCOMPARE(leader(u"2026-07-31"_qs), first);
    QCOMPARE(leader(u"2026-08-01"_qs), second);
}

void tst_GridCommands::closing()
{
    Quarter q;
    QVERIFY(q.book.addMember(u"王小明"_qs, u"999901197807010016"_qs, q.basics.branch, q.basics.secondGrid) != 0);
    const auto close = [&](RowId grid) {
        return commitStep(q.book, [&](UnitOfWork &work) { return closeGrid(work, GridId(grid), day); });
    };
    const Done full = close(q.basics.grid);
    QVERIFY(!full);
    QVERIFY(full.error().message.contains(u"东关花园1幢"));
    const Done lived = close(q.basics.secondGrid);
    QVERIFY(!lived);
    QVERIFY(lived.error().message.contains(u"王小明"));
    QVERIFY_RESULT(q.move(q.buildings, q.basics.secondGrid, QDate(2026, 7, 1)));
    QVERIFY_RESULT(close(q.basics.grid));
    QVERIFY(!close(q.basics.grid)); // closed already
    QCOMPARE(storedRow(q.book->database(), u"grid"_qs, q.basics.grid)->value(u"valid_until"_qs).toString(),
             u"2026-08-01"_qs);
}

void tst_GridCommands::codesAreNeverUsedAgain()
{
    Quarter q;
    const auto next = [&] { return nextGridCode(q.book->database(), DivisionId(q.basics.community)).valueOr({}); };
    QCOMPARE(next(), u"610305100001003"_qs);
    QVERIFY_RESULT(commitStep(q.book, [&](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN(const RowId row, work.insert(u"grid"_qs, {{u"code"_qs, u"610305100001007"_qs},
                                                                  {u"name"_qs, u"第七网格"_qs},
                                                                  {u"kind"_qs, u"urban"_qs},
                                                                  {u"division_id"_qs, q.basics.community},
                                                                  {u"valid_from"_qs, u"2026-01-01"_qs}}));
        return work.voidRow(u"grid"_qs, row, 0, u"误录"_qs);
    }));
    QCOMPARE(next(), u"610305100001008"_qs);
}

void tst_GridCommands::ranges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("buildings"); // empty: refused
    QTest::newRow("one") << u"3幢"_qs << u"3幢"_qs;
    QTest::newRow("range") << u"1-3幢"_qs << u"1幢 2幢 3幢"_qs;
    QTest::newRow("both named") << u"1幢-3幢"_qs << u"1幢 2幢 3幢"_qs;
    QTest::newRow("list and range") << u"1、3、5-7号楼"_qs << u"1号楼 3号楼 5号楼 6号楼 7号楼"_qs;
    QTest::newRow("full width") << u"１－２栋，４栋"_qs << u"1栋 2栋 4栋"_qs;
    QTest::newRow("letters") << u"A1-A3栋"_qs << u"A1栋 A2栋 A3栋"_qs;
    QTest::newRow("to in words") << u"9至11幢"_qs << u"9幢 10幢 11幢"_qs;
    QTest::newRow("no number") << u"东楼"_qs << u"东楼"_qs;
    QTest::newRow("twice") << u"1-2幢、2幢"_qs << u"1幢 2幢"_qs;
    QTest::newRow("backwards") << u"5-3幢"_qs << QString();
    QTest::newRow("too long") << u"1-999幢"_qs << QString();
    QTest::newRow("other letter") << u"A1-B3栋"_qs << QString();
    QTest::newRow("blank") << u" "_qs << QString();
}

void tst_GridCommands::ranges()
{
    QFETCH(const QString, text);
    QFETCH(const QString, buildings);
    const auto expanded = expandBuildings(text);
    QCOMPARE(expanded.ok(), !buildings.isEmpty());
    QCOMPARE(expanded.valueOr({}).join(u' '), buildings);
}

// 500 at least and 300 at most would warn at every grid.
void tst_GridCommands::bandsAreNotUpsideDown()
{
    TestBook book;
    const auto wrong = [&](const QString &code, const QString &value) {
        const QVariantMap values{{u"code"_qs, code},
                                 {u"value"_qs, value},
                                 {u"validFrom"_qs, QVariant::fromValue(PartialDate(QDate(2026, 7, 1)))}};
        const auto issues =
            book->records().check(Record{u"rule"_qs, 0, QDate(2026, 9, 30), {}, {}}, values, book.clock().today());
        return issues && std::any_of(issues->begin(), issues->end(),
                                     [](const Issue &issue) { return issue.level == IssueLevel::Error; });
    };
    QVERIFY(!wrong(u"grid.maxHouseholds"_qs, u"300"_qs)); // at least 300 in a new book
    QVERIFY(wrong(u"grid.maxHouseholds"_qs, u"299"_qs));
    QVERIFY(!wrong(u"grid.minHouseholds"_qs, u"500"_qs));
    QVERIFY(wrong(u"grid.minHouseholds"_qs, u"501"_qs));
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN([[maybe_unused]] const RowId row,
                        work.insert(u"rule"_qs, {{u"code"_qs, u"grid.maxHouseholds"_qs},
                                                 {u"value"_qs, u"1000"_qs},
                                                 {u"valid_from"_qs, u"2026-07-01"_qs}}));
        return {};
    }));
    QVERIFY(!wrong(u"grid.minHouseholds"_qs, u"501"_qs));
}

QTEST_GUILESS_MAIN(tst_GridCommands)
#include "tst_gridcommands.moc"
