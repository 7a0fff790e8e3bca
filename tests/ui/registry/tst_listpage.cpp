// A registry page as a clerk uses it: by mouse and keyboard through the real widgets.
#include "core/exchange/sheet.h"
#include "tests/ui/registry/listbench.h"
#include "ui/exchange/exportdialog.h"
#include "ui/registry/bulkeditdialog.h"
#include "ui/registry/detailpanel.h"
#include "ui/registry/figurehead.h"
#include "ui/registry/filtercell.h"
#include "ui/registry/listmarks.h"
#include "ui/registry/listpage.h"
#include "ui/registry/paperdialog.h"
#include "ui/registry/tablehead.h"
#include "ui/shell/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/editor.h"
#include "ui/widgets/emptystate.h"
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class tst_ListPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void sortsByClickAndShiftClick();
    void filtersByPinyinAsTyped();
    void uncommittedTextDoesNotFilter();
    void ticksFilterACodeTable();
    void chipsTakeFiltersAway();
    void savedFilterComesBack();
    void savedFiltersAreReplacedAndDeletedWhenAsked();
    void scopeAndAsOfChangeTheRows();
    void columnsAreRememberedAndReset();
    void frozenColumnStaysInSight();
    void menuByKeyboard();
    void changeKeepsSelectionAndPlace();
    void voidsWithAReasonAndUndoes();
    void enterOpensAndKeysWork();
    void copiesWhatIsSeen();
    void statusTellsRowsAndSums();
    void emptyStatesTeach();
    void detailShowsFactsAndRevealsForAPurpose();
    void exportsExactlyWhatIsShown();
    void unmaskedExportNeedsAPurpose();
    void papersAreOfTheRowsChosen();
    void papersInTheClearAreLogged();
    void changesManyAtOnce();
    void orderIsRemembered();
    void shiftAndWheelGoSideways();
    void numberIsToldAboveItsRows();
    void numberWithoutRowsShowsWhatNearlyCounts();
    void allColumnsAreThoseThatSaySomething();
    void detailOffersTheSameActions();
    void outOfBandIsMarked();
    void entriesAreChangedWhereTheyStand();
    void fillsDown();
    void everyControlHasAName();
    void pictures_data();
    void pictures();

private:
    void open(int members, const Query &query = {u"member"_qs, {}, {}, {}, {}, {}});
    void voidSpell(RowId member);
    QStringList names() const;
    void clickHead(const QString &field, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    template <typename Widget>
    Widget *child(const QString &name) const
    {
        return m_page->findChild<Widget *>(name);
    }
    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<TestBook> m_book;
    TestBook::Basics m_basics;
    QList<RowId> m_ids;
    std::unique_ptr<ListBench> m_bench;
    std::unique_ptr<ListPage> m_page;
};

void tst_ListPage::initTestCase()
{
    QApplication::setOrganizationName(u"Gridbook"_qs);
    QApplication::setApplicationName(u"tst_listpage"_qs);
    applyTheme(*qApp, makeTheme(ThemeMode::Light));
}

void tst_ListPage::init()
{
    m_settings = std::make_unique<QTemporaryDir>();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings->path());
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
}

void tst_ListPage::cleanup()
{
    m_page.reset();
    m_bench.reset();
    m_book.reset();
    QSettings().clear();
}

void tst_ListPage::open(int members, const Query &query)
{
    if (members > 0) {
        m_ids = addRoster(*m_book, m_basics, members);
    }
    m_bench = std::make_unique<ListBench>(**m_book);
    m_page = std::make_unique<ListPage>(*m_bench, query, QString());
    QSignalSpy loaded(m_page->model(), &TableModel::loaded);
    m_page->resize(1240, 760);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QVERIFY(loaded.size() > 0 || loaded.wait()); // it may have come with the window
    QTRY_VERIFY(m_page->model()->total() >= 0);
    m_page->activateWindow();
    m_page->table()->setFocus();
    QTRY_VERIFY(m_page->table()->hasFocus());
}

// The only relation of a member: then nothing rests on the member any more.
void tst_ListPage::voidSpell(RowId member)
{
    auto work = (*m_book)->begin({u"edit"_qs, u"作废"_qs, {}, {}});
    const auto spell = (*m_book)->database().scalar(u"SELECT id FROM affiliation WHERE member_id = ?"_qs, {member});
    QVERIFY_RESULT((*work)->voidRow(u"affiliation"_qs, spell->toLongLong(), 0, u"误录"_qs));
    QVERIFY_RESULT((*m_book)->commit(**work));
}

QStringList tst_ListPage::names() const
{
    QStringList names;
    const TableModel &model = *m_page->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        names << model.index(row, model.columnOf(u"name")).data().toString();
    }
    return names;
}

void tst_ListPage::clickHead(const QString &field, Qt::KeyboardModifiers modifiers)
{
    const bool frozen = m_page->table()->columns().frozen.contains(field);
    auto *head = frozen ? static_cast<QHeaderView *>(m_page->table()->frozenView()->horizontalHeader())
                        : m_page->table()->horizontalHeader();
    const int section = m_page->model()->columnOf(field);
    QTest::mouseClick(head->viewport(), Qt::LeftButton, modifiers,
                      QPoint(head->sectionViewportPosition(section) + head->sectionSize(section) / 2, 10));
}

void tst_ListPage::sortsByClickAndShiftClick()
{
    open(10);
    clickHead(u"birth"_qs);
    QCOMPARE(m_page->query().sort, (QList<SortKey>{{u"birth"_qs, false}}));
    clickHead(u"birth"_qs);
    QCOMPARE(m_page->query().sort, (QList<SortKey>{{u"birth"_qs, true}}));
    clickHead(u"sex"_qs);
    clickHead(u"name"_qs, Qt::ShiftModifier);
    QCOMPARE(m_page->query().sort, (QList<SortKey>{{u"sex"_qs, false}, {u"name"_qs, false}}));
    QTRY_COMPARE(m_page->model()->state(), TableModel::State::Ready);
    const int sex = m_page->model()->columnOf(u"sex");
    QTRY_COMPARE(m_page->model()->index(0, sex).data().toString(), u"男"_qs);
}

void tst_ListPage::filtersByPinyinAsTyped()
{
    open(21);
    FilterCell *cell = m_page->table()->filterCell(u"name"_qs);
    QTest::keyClick(m_page->table(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(cell->hasFocus());
    QTest::keyClicks(cell, u"gxq"_qs);
    QTRY_COMPARE(m_page->query().filters.size(), 1);
    QTRY_COMPARE(names(), QStringList{u"高雪琴"_qs});
    QCOMPARE(cell->text(), u"gxq"_qs);
    QVERIFY(child<Chip>(u"chip.name"_qs) != nullptr);
    QTest::keyClick(cell, Qt::Key_Escape);
    QTRY_COMPARE(m_page->model()->rowCount(), 21);
}

void tst_ListPage::uncommittedTextDoesNotFilter()
{
    open(21);
    FilterCell *cell = m_page->table()->filterCell(u"name"_qs);
    QSignalSpy filtered(cell, &FilterCell::filtered);
    preedit(cell, u"gao"_qs);
    QVERIFY(!filtered.wait(400)); // longer than the pause after typing
    typeChinese(cell, u"高"_qs);
    QVERIFY(filtered.wait());
    QTRY_COMPARE(names(), QStringList{u"高雪琴"_qs});
}

void tst_ListPage::ticksFilterACodeTable()
{
    open(21);
    FilterCell *cell = m_page->table()->filterCell(u"category"_qs);
    QTest::keyClick(cell, Qt::Key_Return);
    auto *ticks = qobject_cast<TickPopup *>(cell->popup());
    QVERIFY(ticks != nullptr);
    QListWidget *entries = ticks->list();
    QListWidgetItem *wanted = entries->findItems(u"预备党员"_qs, Qt::MatchExactly).value(0);
    QVERIFY(wanted != nullptr);
    // The word ticks as its box does, and so does Return.
    const QRect line = entries->visualItemRect(wanted);
    QTest::mouseClick(entries->viewport(), Qt::LeftButton, {}, QPoint(line.left() + 60, line.center().y()));
    QCOMPARE(wanted->checkState(), Qt::Checked);
    QTest::keyClick(entries, Qt::Key_Return);
    QCOMPARE(wanted->checkState(), Qt::Unchecked);
    QTest::mouseClick(entries->viewport(), Qt::LeftButton, {}, QPoint(line.left() + 12, line.center().y()));
    QCOMPARE(wanted->checkState(), Qt::Checked);
    ticks->close();
    QTRY_COMPARE(m_page->model()->rowCount(), 3);
    QCOMPARE(cell->text(), u"预备党员"_qs);
}

void tst_ListPage::chipsTakeFiltersAway()
{
    open(21);
    m_page->filterBy(u"name"_qs, Filter{u"name"_qs, FilterOp::Contains, {u"玉梅"_qs}});
    m_page->filterBy(u"branch"_qs, Filter{u"branch"_qs, FilterOp::OneOf, {m_basics.branch}});
    QTRY_VERIFY(m_page->model()->state() == TableModel::State::Ready);
    auto *chip = child<Chip>(u"chip.branch"_qs);
    QVERIFY(chip != nullptr && chip->text().contains(u"东关一支部"));
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Delete);
    QTRY_COMPARE(m_page->query().filters.size(), 1);
    QTest::mouseClick(child<QPushButton>(u"clearFilters"_qs), Qt::LeftButton);
    QTRY_COMPARE(m_page->query().filters.size(), 0);
    QTRY_COMPARE(m_page->model()->rowCount(), 21);
    QCOMPARE(m_page->table()->filterCell(u"name"_qs)->text(), QString());
}

void tst_ListPage::savedFilterComesBack()
{
    open(21);
    m_page->filterBy(u"category"_qs, Filter{u"category"_qs, FilterOp::OneOf, {u"probationary"_qs}});
    m_bench->ask.willGiveText(u"预备党员"_qs);
    child<QAction>(u"saveFilter"_qs)->trigger();
    QTRY_COMPARE(m_bench->told.size(), 1);
    m_page->filterBy(u"category"_qs, std::nullopt);
    QTRY_COMPARE(m_page->model()->rowCount(), 21);
    QPushButton *link = nullptr;
    for (QPushButton *each : m_page->findChildren<QPushButton *>()) {
        link = each->text() == u"预备党员" && each->isVisible() ? each : link;
    }
    QVERIFY(link != nullptr);
    QTest::mouseClick(link, Qt::LeftButton);
    QTRY_COMPARE(m_page->model()->rowCount(), 3);
}

// Saved filters are nobody's own and lie outside of undo.
void tst_ListPage::savedFiltersAreReplacedAndDeletedWhenAsked()
{
    open(21);
    const auto saved = [this] {
        const auto filters = savedFilters((*m_book)->database(), u"member"_qs);
        QStringList all;
        for (const SavedFilter &each : *filters) {
            all << each.name + u' ' + each.filters.first().values.first().toString();
        }
        return all;
    };
    const auto choose = [this](const QString &menu, const QString &name) {
        for (QMenu *each : m_page->findChildren<QMenu *>()) {
            for (QAction *action : each->actions()) {
                if (each->title() == menu && action->text() == name) {
                    action->trigger();
                    QCoreApplication::processEvents();
                    return;
                }
            }
        }
        QFAIL("no such entry");
    };
    m_page->filterBy(u"category"_qs, Filter{u"category"_qs, FilterOp::OneOf, {u"probationary"_qs}});
    m_bench->ask.willGiveText(u"预备党员"_qs);
    child<QAction>(u"saveFilter"_qs)->trigger();
    QTRY_COMPARE(saved(), (QStringList{u"预备党员 probationary"_qs}));
    m_page->filterBy(u"category"_qs, Filter{u"category"_qs, FilterOp::OneOf, {u"full"_qs}});
    m_bench->ask.willGiveText(u"预备党员"_qs);
    m_bench->ask.willConfirm(false, u"预备党员"_qs);
    child<QAction>(u"saveFilter"_qs)->trigger();
    QTRY_VERIFY(m_bench->ask.allUsed());
    QCOMPARE(saved(), (QStringList{u"预备党员 probationary"_qs}));
    m_bench->ask.willGiveText(u"转正前"_qs);
    choose(u"Rename"_qs, u"预备党员"_qs);
    QTRY_COMPARE(saved(), (QStringList{u"转正前 probationary"_qs}));
    m_bench->ask.willConfirm(false, u"转正前"_qs);
    choose(u"Delete"_qs, u"转正前"_qs);
    QTRY_VERIFY(m_bench->ask.allUsed());
    QCOMPARE(saved().size(), 1);
    m_bench->ask.willConfirm(true);
    choose(u"Delete"_qs, u"转正前"_qs);
    QTRY_COMPARE(saved().size(), 0);
}

void tst_ListPage::scopeAndAsOfChangeTheRows()
{
    open(5);
    QTest::mouseClick(child<QToolButton>(u"scope.gone"_qs), Qt::LeftButton);
    QTRY_COMPARE(m_page->model()->rowCount(), 0);
    QTest::mouseClick(child<QToolButton>(u"scope.current"_qs), Qt::LeftButton);
    QTRY_COMPARE(m_page->model()->rowCount(), 5);
    m_bench->setAsOf(QDate(2024, 12, 31)); // before the first day of everybody
    QTRY_COMPARE(m_page->model()->rowCount(), 0);
}

void tst_ListPage::columnsAreRememberedAndReset()
{
    open(5);
    ColumnLayout layout = m_page->table()->columns();
    layout.setShown(u"ethnic"_qs, false);
    layout.setShown(u"age"_qs, true);
    m_page->table()->setColumns(layout);
    m_page->table()->horizontalHeader()->resizeSection(m_page->model()->columnOf(u"education"), 177);
    const int sex = m_page->model()->columnOf(u"sex");
    auto *head = m_page->table()->horizontalHeader();
    head->moveSection(head->visualIndex(sex), 3);
    QCOMPARE(m_page->table()->columns().shown.indexOf(u"sex"), 3);
    m_page.reset();
    open(0);
    QVERIFY(!m_page->table()->columns().shown.contains(u"ethnic"_qs));
    QVERIFY(m_page->table()->columns().shown.contains(u"age"_qs));
    QCOMPARE(m_page->table()->columnWidth(m_page->model()->columnOf(u"education")), 177);
    QCOMPARE(m_page->table()->columns().shown.indexOf(u"sex"), 3);
    // Nothing goes before the column that stays in sight.
    head = m_page->table()->horizontalHeader();
    head->moveSection(head->visualIndex(sex), 0);
    QCOMPARE(m_page->table()->columns().shown.first(), u"name"_qs);
    for (QPushButton *each : m_page->findChildren<QPushButton *>()) {
        if (each->text() == u"Columns") {
            QTest::mouseClick(each, Qt::LeftButton);
        }
    }
    auto *popup = child<TickPopup>(u"columnPopup"_qs);
    QVERIFY(popup != nullptr);
    for (QPushButton *each : popup->findChildren<QPushButton *>()) {
        QTest::mouseClick(each, Qt::LeftButton); // reset the layout
    }
    QVERIFY(m_page->table()->columns().shown.contains(u"ethnic"_qs));
    QVERIFY(m_page->table()->columnWidth(m_page->model()->columnOf(u"education")) != 177);
}

void tst_ListPage::frozenColumnStaysInSight()
{
    open(30);
    m_page->resize(700, 500);
    TableView *table = m_page->table();
    const int name = m_page->model()->columnOf(u"name");
    QCOMPARE(table->frozenView()->width(), table->columnWidth(name));
    QTRY_VERIFY(table->horizontalScrollBar()->maximum() > 0);
    table->horizontalScrollBar()->setValue(table->horizontalScrollBar()->maximum());
    QVERIFY(table->frozenView()->isVisible());
    const int first = m_page->model()->columnOf(table->columns().shown.at(1));
    table->setCurrentIndex(m_page->model()->index(20, first));
    QVERIFY(table->visualRect(table->currentIndex()).left() >= table->columnWidth(name)); // not below the frozen one
    QCOMPARE(table->frozenView()->verticalScrollBar()->value(), table->verticalScrollBar()->value());
}

// Also where the current cell has scrolled away below the frozen name, and with several rows chosen.
void tst_ListPage::menuByKeyboard()
{
    open(30);
    m_page->resize(700, 500);
    TableView *table = m_page->table();
    QTRY_VERIFY(table->horizontalScrollBar()->maximum() > 0);
    const int second = m_page->model()->columnOf(table->columns().shown.at(1));
    table->setCurrentIndex(m_page->model()->index(2, second));
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table->selectedCount(), 2);
    table->horizontalScrollBar()->setValue(table->horizontalScrollBar()->maximum());
    QSignalSpy wanted(table, &TableView::cellMenuWanted);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(-20, 10), QPoint());
    QCoreApplication::sendEvent(table, &event);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(0).toModelIndex().row(), 3);
    auto *menu = m_page->findChild<QMenu *>();
    QVERIFY(menu != nullptr && menu->isVisible());
    menu->close();
}

void tst_ListPage::changeKeepsSelectionAndPlace()
{
    open(200);
    TableView *table = m_page->table();
    const RowId wanted = m_page->model()->idAt(150);
    table->selectId(wanted);
    table->scrollTo(table->currentIndex(), QAbstractItemView::PositionAtTop);
    const RowId top = m_page->model()->idAt(table->rowAt(0));
    QVERIFY(m_book->addMember(u"阿白"_qs, {}, m_basics.branch, m_basics.grid) != 0); // before all others
    QTRY_COMPARE(m_page->model()->rowCount(), 201);
    QCOMPARE(table->currentId(), wanted);
    QCOMPARE(table->selectedIds(), QList<RowId>{wanted});
    QCOMPARE(m_page->model()->idAt(table->rowAt(0)), top);
}

void tst_ListPage::voidsWithAReasonAndUndoes()
{
    open(5, {u"member"_qs, {}, u"all"_qs, {}, {}, {}});
    voidSpell(m_ids.at(1));
    m_page->table()->selectId(m_ids.at(1));
    m_bench->ask.willGiveReason(std::nullopt);
    QTest::keyClick(m_page->table(), Qt::Key_Delete);
    QCOMPARE(m_page->model()->rowCount(), 5);
    m_bench->ask.willGiveReason(u"重复录入"_qs, u"高雪琴"_qs);
    QTest::keyClick(m_page->table(), Qt::Key_Delete);
    QTRY_COMPARE(m_page->model()->rowCount(), 4);
    QVERIFY(!m_page->model()->ids().contains(m_ids.at(1)));
    QCOMPARE(m_bench->told.size(), 1);
    QVERIFY_RESULT((*m_book)->undo());
    QTRY_COMPARE(m_page->model()->rowCount(), 5);
    QVERIFY(m_bench->reported.isEmpty());
}

void tst_ListPage::enterOpensAndKeysWork()
{
    open(5);
    m_page->table()->selectId(m_ids.at(2));
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    QCOMPARE(m_bench->calls.last(), u"record member %1"_qs.arg(m_ids.at(2)));
    QCOMPARE(m_bench->lastListed, m_page->model()->ids()); // the record's page can walk on
    QTest::keyClick(m_page->table(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_bench->calls.last(), u"new member"_qs);
    const QRect cell = m_page->table()->visualRect(m_page->model()->index(0, m_page->model()->columnOf(u"sex")));
    QSignalSpy twice(m_page->table(), &QTableView::doubleClicked);
    // QTest sends the second press of a double click only.
    QTest::mouseClick(m_page->table()->viewport(), Qt::LeftButton, Qt::NoModifier, cell.center());
    QCOMPARE(m_page->table()->currentId(), m_page->model()->idAt(0));
    QTest::mouseDClick(m_page->table()->viewport(), Qt::LeftButton, Qt::NoModifier, cell.center());
    QCOMPARE(twice.size(), 1);
    QCOMPARE(m_bench->calls.last(), u"record member %1"_qs.arg(m_page->model()->idAt(0)));
}

void tst_ListPage::copiesWhatIsSeen()
{
    open(3);
    m_page->table()->selectAll();
    m_page->copySelected();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.first().startsWith(u"姓名\t性别"));
    QVERIFY(lines.at(1).contains(u"9999**********1000"));
}

void tst_ListPage::statusTellsRowsAndSums()
{
    open(4);
    ColumnLayout layout = m_page->table()->columns();
    layout.setShown(u"dues"_qs, true);
    m_page->table()->setColumns(layout);
    QSignalSpy status(m_page.get(), &ListPage::statusChanged);
    m_page->table()->selectAll();
    QTRY_VERIFY(!status.isEmpty() && status.last().at(3).toString().contains(u"43.00"));
    QCOMPARE(status.last().at(0).toLongLong(), 4);
    QCOMPARE(status.last().at(1).toLongLong(), 4);
    QCOMPARE(status.last().at(2).toLongLong(), 4);
}

void tst_ListPage::emptyStatesTeach()
{
    open(0);
    auto *state = m_page->findChild<EmptyState *>();
    QVERIFY(state != nullptr);
    const auto buttons = state->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 3);
    QTest::mouseClick(buttons.at(0), Qt::LeftButton);
    QCOMPARE(m_bench->calls.last(), u"import member"_qs);
    savePicture(m_page.get(), u"list-empty"_qs);
    addRoster(*m_book, m_basics, 2);
    QTRY_COMPARE(m_page->model()->rowCount(), 2);
    QTRY_VERIFY(m_page->findChild<EmptyState *>() == nullptr);
    m_page->filterBy(u"name"_qs, Filter{u"name"_qs, FilterOp::Contains, {u"没有这个人"_qs}});
    QTRY_VERIFY(m_page->findChild<EmptyState *>() != nullptr);
    savePicture(m_page.get(), u"list-nomatch"_qs);
    QTest::mouseClick(m_page->findChild<EmptyState *>()->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(m_page->model()->rowCount(), 2);
}

void tst_ListPage::detailShowsFactsAndRevealsForAPurpose()
{
    open(3);
    QSignalSpy shown(m_page->detail(), &DetailPanel::shown);
    m_page->table()->selectId(m_ids.at(0));
    QVERIFY(shown.wait());
    const auto fact = [&] { return m_page->detail()->findChild<QLabel *>(u"fact.idNumber"_qs)->text(); };
    QCOMPARE(m_page->detail()->findChild<QLabel *>(u"detailTitle"_qs)->text(), u"陈玉梅"_qs);
    QCOMPARE(fact(), u"9999**********1000"_qs);
    auto *reveal = m_page->detail()->findChild<QPushButton *>(u"reveal.idNumber"_qs);
    m_bench->ask.willGiveReason(std::nullopt);
    QTest::mouseClick(reveal, Qt::LeftButton);
    QCOMPARE(fact(), u"9999**********1000"_qs);
    m_bench->ask.willGiveReason(u"核对证件"_qs);
    QTest::mouseClick(reveal, Qt::LeftButton);
    QCOMPARE(fact(), u"999901194101011000"_qs);
    const auto logged = (*m_book)->database().scalar(
        u"SELECT purpose FROM access_log WHERE action = 'show' AND registry = 'member' AND field = 'idNumber'"_qs);
    QVERIFY_RESULT(logged);
    QCOMPARE(logged->toString(), u"核对证件"_qs);
    QTest::mouseClick(m_page->detail()->findChild<QPushButton *>(u"related.affiliation"_qs), Qt::LeftButton);
    QCOMPARE(m_bench->lastQuery.registry, u"affiliation"_qs);
    QVERIFY(m_page->detail()->findChild<QPushButton *>(u"moreHistory"_qs) != nullptr);
    // Another record and back: masked again.
    m_page->table()->selectId(m_ids.at(1));
    QVERIFY(shown.wait());
    m_page->table()->selectId(m_ids.at(0));
    QVERIFY(shown.wait());
    QCOMPARE(fact(), u"9999**********1000"_qs);
}

void tst_ListPage::exportsExactlyWhatIsShown()
{
    open(21);
    ColumnLayout layout = m_page->table()->columns();
    for (const QString &id : QStringList(layout.shown)) {
        layout.setShown(id, id == u"name" || id == u"category" || id == u"joinDate");
    }
    m_page->table()->setColumns(layout);
    m_page->sortBy(u"name"_qs, false);
    m_page->sortBy(u"name"_qs, false);
    m_page->filterBy(u"category"_qs, Filter{u"category"_qs, FilterOp::OneOf, {u"probationary"_qs}});
    QTRY_COMPARE(m_page->model()->rowCount(), 3);
    ExportRequest request{m_page->query(), 3, 21, {}, layout.shown, 1, {}};
    ExportDialog dialog(*m_bench, request);
    dialog.show();
    savePicture(&dialog, u"export-dialog"_qs);
    const QString path = m_book->folder() + u"/导出.xlsx";
    m_bench->ask.willSave(path);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::mouseClick(dialog.exportButton(), Qt::LeftButton);
    QVERIFY(accepted.size() == 1 || accepted.wait());
    const auto sheets = exchange::openSheets(path);
    QVERIFY_RESULT(sheets);
    QList<QStringList> rows;
    QVERIFY_RESULT((*sheets)->read(0, [&](const exchange::SheetRow &row) {
        QStringList texts;
        for (const exchange::Cell &cell : row.cells) {
            texts << cell.text;
        }
        rows << texts;
        return true;
    }));
    QList<QStringList> seen;
    for (int row = -1; row < m_page->model()->rowCount(); ++row) {
        QStringList texts;
        for (const QString &id : layout.shown) {
            const int column = m_page->model()->columnOf(id);
            texts << (row < 0 ? m_page->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()
                              : m_page->model()->index(row, column).data().toString());
        }
        seen << texts;
    }
    QCOMPARE(rows, seen);
}

void tst_ListPage::orderIsRemembered()
{
    open(5);
    m_page->sortBy(u"birth"_qs, false);
    m_page->sortBy(u"name"_qs, true);
    m_page->sortBy(u"name"_qs, true); // the other way round
    const QList<SortKey> order = m_page->query().sort;
    m_page.reset();
    open(0); // as after a start of the program
    QCOMPARE(m_page->query().sort, order);
    QVERIFY(order.last().descending);
    // The rows behind a number have an order of their own, and leave none behind.
    ListPage rows(*m_bench, {u"member"_qs, {}, {}, {}, {}, m_ids}, u"预备党员"_qs);
    QVERIFY(rows.query().sort.isEmpty());
    rows.sortBy(u"sex"_qs, false);
    QCOMPARE(rememberedSort(*m_book->catalog().registry(u"member")), order);
}

void tst_ListPage::shiftAndWheelGoSideways()
{
    open(3);
    m_page->resize(760, 500);
    QScrollBar *across = m_page->table()->horizontalScrollBar();
    QTRY_VERIFY(across->maximum() > 0);
    const auto turn = [&](int steps) {
        const QPointF place(300, 200);
        QWheelEvent wheel(place, m_page->table()->viewport()->mapToGlobal(place), {}, {0, steps * 120}, Qt::NoButton,
                          Qt::ShiftModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_page->table()->viewport(), &wheel);
    };
    turn(-2);
    QVERIFY(across->value() > 0);
    turn(5);
    QCOMPARE(across->value(), 0);
}

void tst_ListPage::numberIsToldAboveItsRows()
{
    open(9);
    ExplainedFigure figure;
    figure.key = u"members.probationary@2026-06-30"_qs;
    figure.rule = {u"members.probationary"_qs,
                   {u"预备党员"_qs, u"Probationary"_qs},
                   {u"人"_qs, {}},
                   {u"统计日为预备党员的。"_qs, u"Probationary on the day."_qs}};
    figure.rows = {u"member"_qs, QDate(2026, 6, 30), {m_ids.at(3)}, {}};
    figure.nearMisses = {{{u"member"_qs, m_ids.at(5), {u"人员类别未填"_qs, u"no category"_qs}}, u"张伟"_qs}};
    figure.further = 4;
    ListPage page(*m_bench, figure.query(), u"预备党员 · 截至 2026-06-30"_qs);
    page.setFigure(figure);
    page.resize(1100, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTRY_COMPARE(page.model()->rowCount(), 1);
    QCOMPARE(page.figureHead()->number(), u"1 人"_qs);
    QVERIFY(page.figureHead()->rule().contains(u"统计日为预备党员的。"));
    QCOMPARE(unnamedControls(&page), QStringList());
    // Its day stays, whatever day the window shows.
    m_bench->setAsOf(QDate(2025, 12, 31));
    QCOMPARE(page.query().asOf, QDate(2026, 6, 30));
    QTest::mouseClick(page.figureHead()->nearTab(), Qt::LeftButton);
    QVERIFY(page.nearMisses()->isVisible());
    QVERIFY(!page.table()->isVisible());
    QCOMPARE(page.nearMisses()->topLevelItemCount(), 2);
    QCOMPARE(page.nearMisses()->topLevelItem(0)->text(1), u"人员类别未填"_qs);
    QVERIFY(page.nearMisses()->topLevelItem(1)->text(0).contains(u'4'));
    savePicture(&page, u"figure-near"_qs);
    page.nearMisses()->setFocus();
    QTest::keyClick(page.nearMisses(), Qt::Key_Return);
    QCOMPARE(m_bench->calls.last(), u"record member %1"_qs.arg(m_ids.at(5)));
    QTest::mouseClick(page.figureHead()->countedTab(), Qt::LeftButton);
    QVERIFY(page.table()->isVisible());
    QPushButton *back = page.findChild<QPushButton *>(u"back"_qs);
    QVERIFY(back != nullptr && back->isVisible());
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(m_bench->calls.last(), u"close"_qs);
    QVERIFY(m_page->findChild<QPushButton *>(u"back"_qs) == nullptr); // the list of the registry came from nowhere
}

void tst_ListPage::numberWithoutRowsShowsWhatNearlyCounts()
{
    open(4);
    ExplainedFigure figure;
    figure.rule = {u"x"_qs, {u"预备党员"_qs, {}}, {u"人"_qs, {}}, {u"统计日为预备党员的。"_qs, {}}};
    figure.rows = {u"member"_qs, m_book->clock().today(), {}, {}};
    figure.nearMisses = {{{u"member"_qs, m_ids.at(0), {u"人员类别未填"_qs, {}}}, u"张伟"_qs}};
    ListPage page(*m_bench, figure.query(), u"预备党员"_qs);
    page.setFigure(figure);
    page.resize(1100, 700);
    page.show();
    QVERIFY(page.nearMisses()->isVisible());
    QTRY_COMPARE(page.model()->total(), 0); // none, not all
    figure.nearMisses.clear();
    page.setFigure(figure);
    QVERIFY(!page.nearMisses()->isVisible());
    QVERIFY(!page.figureHead()->nearTab()->isEnabled());
}

void tst_ListPage::allColumnsAreThoseThatSaySomething()
{
    open(2);
    ExportRequest request{m_page->query(), 2, 2, {}, m_page->table()->columns().shown, 1, {}};
    ExportDialog dialog(*m_bench, request);
    dialog.show();
    for (QRadioButton *choice : dialog.findChildren<QRadioButton *>()) {
        if (choice->text() == ExportDialog::tr("All columns")) {
            choice->setChecked(true);
        }
    }
    const QString path = m_book->folder() + u"/全部列.xlsx";
    m_bench->ask.willSave(path);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::mouseClick(dialog.exportButton(), Qt::LeftButton);
    QVERIFY(accepted.size() == 1 || accepted.wait());
    const auto sheets = exchange::openSheets(path);
    QVERIFY_RESULT(sheets);
    QStringList heads;
    QVERIFY_RESULT((*sheets)->read(0, [&](const exchange::SheetRow &row) {
        for (const exchange::Cell &cell : row.cells) {
            heads << cell.text;
        }
        return false;
    }));
    QVERIFY(heads.contains(u"档案编号"_qs));
    QVERIFY2(!heads.contains(u"人员"_qs), qPrintable(heads.join(u' ')));
}

void tst_ListPage::unmaskedExportNeedsAPurpose()
{
    open(2);
    ExportRequest request{m_page->query(), 2, 2, {}, m_page->table()->columns().shown, 1, {}};
    ExportDialog dialog(*m_bench, request);
    dialog.show();
    dialog.findChild<QCheckBox *>()->setChecked(false);
    QVERIFY(!dialog.exportButton()->isEnabled());
    for (QLineEdit *line : dialog.findChildren<QLineEdit *>()) {
        if (line->isVisible()) {
            QTest::keyClicks(line, u"audit"_qs);
        }
    }
    QVERIFY(dialog.exportButton()->isEnabled());
    m_bench->ask.willSave(m_book->folder() + u"/明文.xlsx");
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::mouseClick(dialog.exportButton(), Qt::LeftButton);
    QVERIFY(accepted.size() == 1 || accepted.wait());
    const auto logged = (*m_book)->database().scalar(u"SELECT purpose FROM access_log WHERE action = 'export'"_qs);
    QVERIFY_RESULT(logged);
    QCOMPARE(logged->toString(), u"audit"_qs);
}

namespace {

QAction *actionOf(QMenu *menu, const QString &name)
{
    Q_EMIT menu->aboutToShow();
    const auto actions = menu->actions();
    const auto it =
        std::find_if(actions.begin(), actions.end(), [&](QAction *each) { return each->objectName() == name; });
    return it == actions.end() ? nullptr : *it;
}

PaperDialog *openedPaper()
{
    for (QWidget *each : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<PaperDialog *>(each); dialog != nullptr && dialog->isVisible()) {
            return dialog;
        }
    }
    return nullptr;
}

QRadioButton *choice(QWidget *dialog, const QString &part)
{
    for (QRadioButton *each : dialog->findChildren<QRadioButton *>()) {
        if (each->isVisible() && each->text().contains(part)) {
            return each;
        }
    }
    return nullptr;
}

} // namespace

void tst_ListPage::papersAreOfTheRowsChosen()
{
    open(21);
    m_page->filterBy(u"category"_qs, Filter{u"category"_qs, FilterOp::OneOf, {u"probationary"_qs}});
    QTRY_COMPARE(m_page->model()->rowCount(), 3);
    QTRY_COMPARE(m_page->model()->total(), 21);
    m_page->table()->selectId(m_page->model()->idAt(1));
    QMenu *print = child<QPushButton>(u"printPapers"_qs)->menu();
    const auto idsOf = [&](const QString &paper, const QString &rows) {
        actionOf(print, paper)->trigger();
        PaperDialog *dialog = openedPaper();
        choice(dialog, rows)->setChecked(true);
        savePicture(dialog, u"paper-"_qs + paper);
        QTest::mouseClick(dialog->openButton(), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return m_bench->lastArguments.value(u"ids"_qs).value<QList<RowId>>();
    };
    QCOMPARE(idsOf(u"memberForm"_qs, u"selected"_qs), QList<RowId>{m_page->model()->idAt(1)});
    QCOMPARE(m_bench->calls.last(), u"page memberForm"_qs);
    QVERIFY(m_bench->lastArguments.value(u"masked"_qs).toBool());
    QCOMPARE(idsOf(u"roster"_qs, u"filters leave"_qs), m_page->model()->ids());
    QCOMPARE(m_bench->calls.last(), u"page roster"_qs);
    QCOMPARE(idsOf(u"roster"_qs, u"All 21"_qs).size(), 21);
}

void tst_ListPage::papersInTheClearAreLogged()
{
    open(4);
    m_page->table()->selectId(m_ids.at(2));
    QMenu *actions = child<QPushButton>(u"listActions"_qs)->menu();
    actionOf(actions, u"memberForm"_qs)->trigger(); // of the selected one: nothing to choose
    PaperDialog *dialog = openedPaper();
    QVERIFY(dialog != nullptr && choice(dialog, u"row"_qs) == nullptr);
    QTest::mouseClick(dialog->mask()->findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(5, 8));
    QVERIFY(!dialog->openButton()->isEnabled()); // what for?
    QTest::keyClicks(dialog->mask()->findChild<QLineEdit *>(), u"card check"_qs);
    QCOMPARE(unnamedControls(dialog), QStringList());
    QTest::mouseClick(dialog->openButton(), Qt::LeftButton);
    QCOMPARE(m_bench->lastArguments.value(u"masked"_qs).toBool(), false);
    const auto logged = (*m_book)->database().scalar(
        u"SELECT action || ' ' || record_id || ' ' || field || ' ' || purpose FROM access_log"_qs);
    QVERIFY_RESULT(logged);
    QCOMPARE(logged->toString(), u"show %1 memberForm card check"_qs.arg(m_ids.at(2)));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    // Of several: a line for each, so that it can be asked who has seen the number of one.
    actionOf(child<QPushButton>(u"printPapers"_qs)->menu(), u"roster"_qs)->trigger();
    dialog = openedPaper();
    QVERIFY(dialog != nullptr);
    QRadioButton *all = choice(dialog, u"4"_qs);
    QVERIFY(all != nullptr);
    all->setChecked(true);
    QTest::mouseClick(dialog->mask()->findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(5, 8));
    QTest::keyClicks(dialog->mask()->findChild<QLineEdit *>(), u"audit"_qs);
    QTest::mouseClick(dialog->openButton(), Qt::LeftButton);
    const auto each = (*m_book)->database().scalar(
        u"SELECT COUNT(DISTINCT record_id) || ' of ' || COUNT(*) FROM access_log WHERE purpose = 'audit'"_qs);
    QVERIFY_RESULT(each);
    QCOMPARE(each->toString(), u"4 of 4"_qs);
}

void tst_ListPage::changesManyAtOnce()
{
    open(4);
    actionOf(child<QPushButton>(u"listActions"_qs)->menu(), u"bulk"_qs)->trigger();
    auto *dialog = m_page->findChild<BulkEditDialog *>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    dialog->reject();
}

void tst_ListPage::entriesAreChangedWhereTheyStand()
{
    open(4);
    TableView *table = m_page->table();
    const auto at = [&](int row, const QString &field) {
        return table->model()->index(row, m_page->model()->columnOf(field));
    };
    const auto stored = [&](int row) {
        const auto record = (*m_book)->records().load(u"member"_qs, m_page->model()->idAt(row), QDate(2026, 9, 30));
        return record ? record->values.value(u"education"_qs).toString() : QString();
    };
    const QString above = stored(0);
    const QString before = stored(1);
    QVERIFY(above != before);
    table->setFocus();
    table->setCurrentIndex(at(1, u"education"_qs));
    QTest::keyClick(table, Qt::Key_Apostrophe, Qt::ControlModifier);
    QCOMPARE(stored(1), above);
    QVERIFY_RESULT((*m_book)->undo()); // one step
    QCOMPARE(stored(1), before);
    table->setCurrentIndex(at(1, u"education"_qs));
    QTest::keyClick(table, Qt::Key_F2);
    auto *editor = m_page->findChild<Editor *>(u"inPlace"_qs);
    QVERIFY(editor != nullptr && editor->isVisible());
    editor->setValue(above);
    QTest::keyClick(editor->field(), Qt::Key_Return);
    QTRY_COMPARE(stored(1), above);
    QTRY_VERIFY(m_page->findChild<Editor *>(u"inPlace"_qs) == nullptr);
    // Esc leaves it as it was; what is protected or dated is said to belong into the form.
    table->setCurrentIndex(at(2, u"education"_qs));
    const QString third = stored(2);
    QTest::keyClick(table, Qt::Key_F2);
    editor = m_page->findChild<Editor *>(u"inPlace"_qs);
    QVERIFY(editor != nullptr);
    editor->setValue(u"11"_qs);
    QTest::keyClick(editor->field(), Qt::Key_Escape);
    QCOMPARE(stored(2), third);
    for (const QString &field : {u"idNumber"_qs, u"branch"_qs}) {
        m_bench->reported.clear();
        table->setCurrentIndex(at(2, field));
        QTest::keyClick(table, Qt::Key_F2);
        QCOMPARE(m_bench->reported.size(), 1);
        QTest::keyClick(table, Qt::Key_Apostrophe, Qt::ControlModifier);
        QCOMPARE(m_bench->reported.size(), 2);
    }
}

void tst_ListPage::fillsDown()
{
    open(4);
    TableView *table = m_page->table();
    const auto at = [&](int row, const QString &field) {
        return table->model()->index(row, m_page->model()->columnOf(field));
    };
    table->setFocus();
    table->setCurrentIndex(at(0, u"education"_qs));
    for (int row = 0; row < 3; ++row) {
        table->selectionModel()->select(at(row, u"education"_qs),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    const auto first = (*m_book)->records().load(u"member"_qs, m_page->model()->idAt(0), QDate(2026, 9, 30));
    QVERIFY_RESULT(first);
    QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier);
    auto *dialog = m_page->findChild<BulkEditDialog *>();
    QVERIFY(dialog != nullptr && dialog->isVisible()); // old → new is seen first
    QCOMPARE(dialog->fieldChoice()->currentData().toString(), u"education"_qs);
    QCOMPARE(dialog->edit()->rows().size(), 2); // the first is where it comes from
    QTRY_VERIFY(dialog->applyButton()->isEnabled());
    QTest::mouseClick(dialog->applyButton(), Qt::LeftButton);
    const auto stored = [&](int row) {
        return (*m_book)
            ->records()
            .load(u"member"_qs, m_page->model()->idAt(row), QDate(2026, 9, 30))
            ->values.value(u"education"_qs);
    };
    QTRY_COMPARE(stored(2), first->values.value(u"education"_qs));
    QCOMPARE(stored(1), first->values.value(u"education"_qs));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    // A number that belongs to one person is not filled down.
    QApplication::setActiveWindow(m_page->window());
    table->setFocus();
    table->setCurrentIndex(at(0, u"idNumber"_qs));
    table->selectionModel()->select(at(1, u"idNumber"_qs), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_bench->reported.clear();
    QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_bench->reported.size(), 1);
}

void tst_ListPage::detailOffersTheSameActions()
{
    open(4);
    QSignalSpy shown(m_page->detail(), &DetailPanel::shown);
    m_page->table()->selectId(m_ids.at(2));
    QVERIFY(shown.wait());
    QMenu *menu = m_page->detail()->findChild<QToolButton *>(u"detailActions"_qs)->menu();
    for (const QString &id : {u"member.relocate"_qs, u"member.transferOut"_qs, u"memberForm"_qs, u"void"_qs}) {
        QVERIFY2(actionOf(menu, id) != nullptr && actionOf(menu, id)->isEnabled(), qPrintable(id));
    }
    QVERIFY(actionOf(menu, u"member.duplicates"_qs) == nullptr); // concerns no single record
    // Whoever has relations on record is not voided: a count of an earlier quarter rests on them.
    actionOf(menu, u"void"_qs)->trigger();
    QCOMPARE(m_page->model()->rowCount(), 4);
    m_page->table()->selectId(m_ids.at(2));
    voidSpell(m_ids.at(2));
    QTRY_COMPARE(m_page->model()->rowCount(), 3); // on the register
}

// A grid with too many households: a mark in the list, and in the details what the form says.
void tst_ListPage::outOfBandIsMarked()
{
    open(0, {u"grid"_qs, {}, {}, {}, {}, {}});
    auto work = (*m_book)->begin({u"edit"_qs, u"户数"_qs, {}, {}});
    QVERIFY_RESULT((*work)->insert(u"population_snapshot"_qs, {{u"division_id"_qs, m_basics.community},
                                                               {u"grid_id"_qs, m_basics.grid},
                                                               {u"on_date"_qs, u"2026-06-30"_qs},
                                                               {u"resident_households"_qs, 620}}));
    QVERIFY_RESULT((*m_book)->commit(**work));
    const TableModel *model = m_page->model();
    const auto band = [&](RowId grid) {
        return model->data(model->index(model->rowOf(grid), model->columnOf(u"band")), TableModel::ValueRole)
            .toString();
    };
    QTRY_COMPARE(band(m_basics.grid), u"above"_qs);
    QCOMPARE(band(m_basics.secondGrid), QString());
    QCOMPARE(markOf(u"grid"_qs, u"band"_qs, u"above"_qs), Tint::Warning);
    m_page->table()->selectId(m_basics.grid);
    const auto remarks = [&] {
        QStringList words;
        for (const QLabel *label : m_page->detail()->findChildren<QLabel *>(u"remark"_qs)) {
            words << label->text();
        }
        return words.join(u'\n');
    };
    QTRY_VERIFY2(remarks().contains(u"620 resident households, above the band of 300–500"), qPrintable(remarks()));
    m_page->table()->selectId(m_basics.secondGrid);
    QTRY_VERIFY2(!remarks().contains(u"resident households"), qPrintable(remarks()));
}

void tst_ListPage::everyControlHasAName()
{
    open(3);
    m_page->table()->selectId(m_ids.at(0));
    m_page->filterBy(u"name"_qs, Filter{u"name"_qs, FilterOp::Contains, {u"玉"_qs}});
    QTRY_COMPARE(m_page->model()->state(), TableModel::State::Ready);
    QCOMPARE(unnamedControls(m_page.get()).join(u'\n'), QString());
}

void tst_ListPage::pictures_data()
{
    QTest::addColumn<ThemeMode>("mode");
    QTest::addColumn<int>("points");
    QTest::newRow("light") << ThemeMode::Light << 10;
    QTest::newRow("large") << ThemeMode::Light << 13;
    QTest::newRow("dark") << ThemeMode::Dark << 10;
}

void tst_ListPage::pictures()
{
    QFETCH(const ThemeMode, mode);
    QFETCH(const int, points);
    applyTheme(*qApp, makeTheme(mode, points));
    open(160);
    QSignalSpy shown(m_page->detail(), &DetailPanel::shown);
    m_page->sortBy(u"name"_qs, false);
    m_page->filterBy(u"branch"_qs, Filter{u"branch"_qs, FilterOp::OneOf, {m_basics.branch}});
    QTRY_COMPARE(m_page->model()->rowCount(), 80);
    m_page->table()->selectId(m_page->model()->idAt(4));
    QVERIFY(shown.wait());
    // Nothing of the details is cut off at the right, whatever the size of the letters.
    const auto fits = [this] {
        const QList<QPushButton *> buttons = m_page->detail()->findChildren<QPushButton *>();
        return !buttons.isEmpty() && std::all_of(buttons.begin(), buttons.end(), [this](QPushButton *button) {
            return button->mapTo(m_page->detail(), QPoint(button->width(), 0)).x() <= m_page->detail()->width();
        });
    };
    QTRY_VERIFY(fits());
    QVERIFY(m_page->table()->head()->height() >= 2 * currentTheme().metrics.rowHeight);
    savePicture(m_page.get(), u"list-"_qs + QString::fromLatin1(QTest::currentDataTag()));
    applyTheme(*qApp, makeTheme(ThemeMode::Light));
}

QTEST_MAIN(tst_ListPage)
#include "tst_listpage.moc"
