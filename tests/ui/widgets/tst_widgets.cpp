#include "tests/support/uitesting.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/fieldline.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/progresspane.h"
#include "ui/widgets/searchfield.h"
#include <QApplication>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace gridbook::ui;

class WidgetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, makeTheme(ThemeMode::Light)); }
    void chipIsRemovedByKeyAndCross();
    void chipThatOnlyTellsTakesNoFocus();
    void badgeHidesNothing();
    void searchWaitsForTheInputMethod();
    void searchIsClearedByEscape();
    void messageOffersOneWayOn();
    void progressCountsBeyondInt();
    void emptyStateTeaches();
};

void WidgetsTest::chipIsRemovedByKeyAndCross()
{
    Chip chip(u"所在党支部 东关一支部"_qs);
    chip.setRemovable(true);
    chip.resize(chip.sizeHint());
    chip.show();
    QSignalSpy removed(&chip, &Chip::removeRequested);
    QSignalSpy clicked(&chip, &Chip::clicked);
    QTest::keyClick(&chip, Qt::Key_Delete);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 14, 12));
    QCOMPARE(removed.count(), 2);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(10, 12));
    QCOMPARE(removed.count(), 2); // the words open the filter, the cross takes it away
    QCOMPARE(clicked.count(), 2);
    QCOMPARE(gridbook::testing::unnamedControls(&chip), QStringList());
}

void WidgetsTest::chipThatOnlyTellsTakesNoFocus()
{
    Chip chip(u"流动"_qs, ChipKind::Warning);
    QCOMPARE(chip.focusPolicy(), Qt::NoFocus);
    QSignalSpy removed(&chip, &Chip::removeRequested);
    QTest::keyClick(&chip, Qt::Key_Delete);
    QCOMPARE(removed.count(), 0);
}

void WidgetsTest::badgeHidesNothing()
{
    QCOMPARE(Badge::text(662), u"662"_qs);
    QCOMPARE(Badge::text(10000), u"9,999+"_qs);
    Badge badge;
    badge.setCount(0, BadgeKind::Urgent);
    QVERIFY(badge.isHidden());
    badge.setCount(5, BadgeKind::Urgent);
    QVERIFY(!badge.isHidden());
    QCOMPARE(badge.accessibleName(), u"5"_qs);
}

void WidgetsTest::searchWaitsForTheInputMethod()
{
    SearchField field(u"搜索"_qs);
    field.setDelay(0);
    field.show();
    QSignalSpy searched(&field, &SearchField::searched);
    gridbook::testing::preedit(field.line(), u"zhang"_qs);
    QCOMPARE(searched.count(), 0);
    gridbook::testing::typeChinese(field.line(), u"张"_qs);
    QCOMPARE(searched.count(), 1);
    QCOMPARE(searched.at(0).at(0).toString(), u"张"_qs);
    QTest::keyClick(field.line(), ' ');
    QCOMPARE(searched.count(), 1); // a blank changes nothing
}

void WidgetsTest::searchIsClearedByEscape()
{
    SearchField field(u"搜索"_qs);
    field.setKeyHint(u"Ctrl+K"_qs);
    field.show();
    QCOMPARE(field.line()->hint(), u"Ctrl+K"_qs);
    field.setText(u"abc"_qs);
    QCOMPARE(field.line()->hint(), QString());
    QSignalSpy searched(&field, &SearchField::searched);
    QTest::keyClick(field.line(), Qt::Key_Escape);
    QCOMPARE(field.text(), QString());
    QCOMPARE(searched.count(), 1);
    QCOMPARE(gridbook::testing::unnamedControls(&field), QStringList());
}

void WidgetsTest::messageOffersOneWayOn()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *bar = new MessageBar(&window);
    column->addWidget(bar);
    window.show();
    int undone = 0;
    bar->show(MessageKind::Success, u"已作废 3 行。"_qs, u"撤销"_qs, [&] {
        ++undone;
        bar->show(MessageKind::Information, u"已恢复。"_qs);
    });
    QCOMPARE(gridbook::testing::unnamedControls(bar), QStringList());
    QTest::mouseClick(bar->actionButton(), Qt::LeftButton);
    QCOMPARE(undone, 1);
    QCOMPARE(bar->text(), u"已恢复。"_qs); // what the action says is not swallowed
    QVERIFY(bar->actionButton()->isHidden());
    bar->clear();
    QCOMPARE(bar->text(), QString());
}

void WidgetsTest::progressCountsBeyondInt()
{
    ProgressPane pane(u"导入花名册"_qs);
    pane.show();
    auto *bar = pane.findChild<QProgressBar *>();
    pane.setProgress(Q_INT64_C(3000000000), Q_INT64_C(6000000000), u"第 3 页"_qs);
    QCOMPARE(bar->value() * 2, bar->maximum());
    pane.setProgress(12, 0, u"…"_qs);
    QCOMPARE(bar->maximum(), 0);
    QSignalSpy cancelled(&pane, &ProgressPane::cancelled);
    QTest::mouseClick(pane.findChild<QPushButton *>(), Qt::LeftButton);
    QTest::mouseClick(pane.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(pane.isCancelled());
    pane.reset();
    QVERIFY(!pane.isCancelled());
}

void WidgetsTest::emptyStateTeaches()
{
    EmptyState state(Glyph::People, u"还没有党员"_qs, u"从花名册导入，或逐个添加。"_qs);
    QPushButton *import = state.addAction(u"导入花名册"_qs, Glyph::Import, true);
    state.addAction(u"新增"_qs, Glyph::Add);
    state.show();
    QVERIFY(import->property("primary").toBool());
    QCOMPARE(gridbook::testing::unnamedControls(&state), QStringList());
}

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
