// Moving buildings and appointing leaders through their dialogs.
#include "core/places/buildingmoves.h"
#include "tests/ui/registry/formworkbench.h"
#include "ui/places/buildingmovedialog.h"
#include "ui/places/buildingsdialog.h"
#include "ui/places/griddialogs.h"
#include "ui/shell/recordactions.h"
#include "ui/widgets/editor.h"
#include <QApplication>
#include <QPushButton>
#include <QTableWidget>

using namespace gridbook;
using namespace gridbook::ui;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_BuildingMove : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, makeTheme(ThemeMode::Light)); }
    void showsTheEffectThenMoves();
    void leaderAndClosing();
    void addsARangeOfBuildings();
};

void tst_BuildingMove::showsTheEffectThenMoves()
{
    TestBook book;
    const auto basics = book.makeBasics();
    QList<RowId> buildings;
    {
        auto work = book->begin({u"edit"_qs, u"楼栋"_qs, {}, {}});
        const auto estate =
            (*work)->insert(u"estate"_qs, {{u"division_id"_qs, basics.community}, {u"name"_qs, u"东关花园"_qs}});
        const auto added = places::addBuildings(**work, *estate, u"1-2幢"_qs, GridId(basics.grid), QDate(2025, 1, 1));
        for (const BuildingId id : *added) {
            buildings << id.value();
            QVERIFY_RESULT((*work)->update(u"building"_qs, id.value(), 0, {{u"households"_qs, 100}}));
        }
        for (const RowId grid : {basics.grid, basics.secondGrid}) {
            QVERIFY_RESULT((*work)->insert(u"population_snapshot"_qs, {{u"division_id"_qs, basics.community},
                                                                       {u"grid_id"_qs, grid},
                                                                       {u"on_date"_qs, u"2026-06-30"_qs},
                                                                       {u"resident_households"_qs, 450}}));
        }
        QVERIFY_RESULT(book->commit(**work));
    }
    FormWorkbench bench(book);
    BuildingMoveDialog dialog(bench, buildings);
    QVERIFY(!dialog.applyButton()->isEnabled());
    QCOMPARE(unnamedControls(&dialog), QStringList());
    dialog.editor(u"grid"_qs)->setValue(basics.secondGrid);
    QMetaObject::invokeMethod(dialog.editor(u"grid"_qs), "edited");
    QCOMPARE(dialog.effects()->rowCount(), 2);
    QCOMPARE(dialog.effects()->item(0, 2)->text(), u"450 → 650"_qs);
    QVERIFY(!dialog.effects()->item(0, 3)->text().isEmpty()); // above the band: a warning
    QCOMPARE(dialog.effects()->item(1, 2)->text(), u"450 → 250"_qs);
    QCOMPARE(dialog.effects()->item(0, 0)->text(), u"东关社区 第二网格"_qs);
    savePicture(&dialog, u"building-move"_qs);
    QVERIFY(dialog.applyButton()->isEnabled()); // but no ban
    dialog.apply();
    QCOMPARE(
        places::gridCount(book->database(), GridId(basics.grid), QDate(2026, 9, 30))->residentHouseholds.value_or(0),
        250);
    QCOMPARE(
        places::gridCount(book->database(), GridId(basics.grid), QDate(2026, 9, 29))->residentHouseholds.value_or(0),
        450);
    QVERIFY_RESULT(book->undo());
    QCOMPARE(
        places::gridCount(book->database(), GridId(basics.grid), QDate(2026, 9, 30))->residentHouseholds.value_or(0),
        450);
}

void tst_BuildingMove::leaderAndClosing()
{
    TestBook book;
    const auto basics = book.makeBasics();
    RowId person = 0;
    {
        auto work = book->begin({u"edit"_qs, u"人员"_qs, {}, {}});
        person = (*work)->insert(u"person"_qs, {{u"name"_qs, u"赵敏"_qs}}).valueOr(0);
        QVERIFY_RESULT(book->commit(**work));
    }
    FormWorkbench bench(book);
    GridStepDialog leader(bench, basics.grid, GridStepDialog::Step::AppointLeader);
    QVERIFY(!leader.applyButton()->isEnabled());
    leader.editor(u"person"_qs)->setValue(person);
    leader.apply();
    QCOMPARE(book->database().scalar(u"SELECT person_id FROM grid_post WHERE role = 'leader'"_qs)->toLongLong(),
             person);
    GridStepDialog close(bench, basics.grid, GridStepDialog::Step::Close);
    QVERIFY(!close.applyButton()->isEnabled()); // the leader began on that very day
    close.editor(u"day"_qs)->setValue(u"2026-10-01"_qs);
    close.apply();
    QCOMPARE(book->database().scalar(u"SELECT valid_until FROM grid WHERE id = ?"_qs, {basics.grid})->toString(),
             u"2026-10-01"_qs);
}

void tst_BuildingMove::addsARangeOfBuildings()
{
    TestBook book;
    const auto basics = book.makeBasics();
    RowId estate = 0;
    {
        auto work = book->begin({u"edit"_qs, u"小区"_qs, {}, {}});
        const auto added =
            (*work)->insert(u"estate"_qs, {{u"division_id"_qs, basics.community}, {u"name"_qs, u"东关花园"_qs}});
        QVERIFY_RESULT(added);
        estate = *added;
        QVERIFY_RESULT(places::addBuildings(**work, estate, u"3幢"_qs, {}, {}));
        QVERIFY_RESULT(book->commit(**work));
    }
    FormWorkbench bench(book);
    for (const RecordAction &each : recordActions(u"estate"_qs)) {
        each.run(bench, {estate});
    }
    BuildingsDialog *dialog = nullptr;
    for (QWidget *each : QApplication::topLevelWidgets()) {
        dialog = dialog == nullptr ? qobject_cast<BuildingsDialog *>(each) : dialog;
    }
    QVERIFY(dialog != nullptr);
    QCOMPARE(unnamedControls(dialog), QStringList());
    const auto enter = [&](const QString &field, const QVariant &value) {
        dialog->editor(field)->setValue(value);
        QMetaObject::invokeMethod(dialog->editor(field), "edited");
    };
    enter(u"numbers"_qs, u"10-1幢"_qs);
    QVERIFY(!dialog->applyButton()->isEnabled());
    QVERIFY(!dialog->complaint().isEmpty());
    enter(u"numbers"_qs, u"1-10幢"_qs);
    QVERIFY(dialog->consequence().contains(u"10幢"));
    enter(u"grid"_qs, basics.grid);
    enter(u"day"_qs, u"2026-01-01"_qs);
    savePicture(dialog, u"buildings-add"_qs);
    QTest::mouseClick(dialog->applyButton(), Qt::LeftButton);
    QCOMPARE(bench.lastQuery.only.size(), 9); // the third was there
    const Query all{u"building"_qs, QDate(2026, 9, 30), {}, {}, {}, {}};
    QCOMPARE(book->reader().ids(all)->size(), 10);
    QVERIFY_RESULT(book->undo());
    QCOMPARE(book->reader().ids(all)->size(), 1);
}

QTEST_MAIN(tst_BuildingMove)
#include "tst_buildingmove.moc"
