#include "tests/support/uitesting.h"
#include "ui/shell/navigation.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/theme.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowframe.h"
#include "ui/widgets/fieldline.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/searchfield.h"
#include <QAbstractItemView>
#include <QApplication>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <memory>

using namespace Qt::StringLiterals;
using namespace gridbook;
using namespace gridbook::ui;

class WindowFrameTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, makeTheme(ThemeMode::Light)); }
    void init();
    void cleanup() { m_frame.reset(); }

    void navigationByKeyboard();
    void navigationSpeaksCounts();
    void navigationHidesUnusedGroups();
    void navigationFolds();
    void guardKeepsThePage();
    void searchByKeyboardAndDropsOldAnswers();
    void asOfColoursTheWindow();
    void quickDaysAreQuarterEnds();
    void undoTellsWhat();
    void undoAndRedoHaveWordsWhereThereIsRoom();
    void statusSaysRowsOfRows();
    void statusSaysWhatCanBeUndone();
    void messagesMoveNothing();
    void messagesGo_data();
    void messagesGo();
    void quarterEndsInWords();
    void everyControlHasAName();

private:
    FixedClock m_clock = FixedClock(QDateTime(QDate(2026, 11, 21), QTime(16, 0)));
    std::unique_ptr<WindowFrame> m_frame;
};

void WindowFrameTest::init()
{
    m_frame = std::make_unique<WindowFrame>(m_clock);
    m_frame->navigation()->setGroups({{{}, {{u"home"_qs, {u"首页"_qs, u"Home"_qs}, Glyph::Home}}},
                                      {{u"党组织与党员"_qs, u"Party"_qs},
                                       {{u"orgs"_qs, {u"党组织"_qs, u"Organizations"_qs}, Glyph::Flag},
                                        {u"members"_qs, {u"党员"_qs, u"Members"_qs}, Glyph::People}}}},
                                     u"zh"_qs);
    for (const QString &id : {u"home"_qs, u"orgs"_qs, u"members"_qs}) {
        m_frame->addPage(id, new QWidget);
    }
    m_frame->resize(1200, 700);
    m_frame->show();
    m_frame->activateWindow();
}

void WindowFrameTest::navigationByKeyboard()
{
    QListWidget *list = m_frame->navigation()->list();
    list->setFocus();
    QSignalSpy requested(m_frame.get(), &WindowFrame::pageRequested);
    QTest::keyClick(list, Qt::Key_Down); // jumps over the heading
    QCOMPARE(m_frame->currentPage(), u"home"_qs);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_frame->currentPage(), u"orgs"_qs);
    QCOMPARE(m_frame->navigation()->active(), u"orgs"_qs);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(m_frame->currentPage(), u"members"_qs);
    QCOMPARE(requested.count(), 2);
}

void WindowFrameTest::navigationSpeaksCounts()
{
    m_frame->navigation()->setCount(u"members"_qs, 662);
    QCOMPARE(m_frame->navigation()->list()->item(3)->text(), u"党员, 662"_qs);
    m_frame->navigation()->setCount(u"members"_qs, 0);
    QCOMPARE(m_frame->navigation()->list()->item(3)->text(), u"党员"_qs);
}

void WindowFrameTest::navigationHidesUnusedGroups()
{
    QListWidget *list = m_frame->navigation()->list();
    m_frame->navigation()->setItemVisible(u"orgs"_qs, false);
    QVERIFY(!list->item(1)->isHidden());
    m_frame->navigation()->setItemVisible(u"members"_qs, false);
    QVERIFY(list->item(1)->isHidden());
    m_frame->navigation()->setItemVisible(u"members"_qs, true);
    QVERIFY(!list->item(1)->isHidden());
}

void WindowFrameTest::navigationFolds()
{
    Navigation *navigation = m_frame->navigation();
    const int full = navigation->width();
    navigation->setCollapsed(true);
    QVERIFY(navigation->width() < full / 2);
    QCOMPARE(navigation->list()->item(0)->toolTip(), u"首页"_qs);
    navigation->setCollapsed(false);
    QCOMPARE(navigation->width(), full);
}

void WindowFrameTest::guardKeepsThePage()
{
    m_frame->setLeaveGuard([] { return false; });
    Navigation *navigation = m_frame->navigation();
    QListWidget *list = navigation->list();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(3)).center());
    QCOMPARE(m_frame->currentPage(), u"home"_qs);
    QCOMPARE(navigation->active(), u"home"_qs);
    m_frame->setLeaveGuard({});
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(3)).center());
    QCOMPARE(m_frame->currentPage(), u"members"_qs);
    QVERIFY(!m_frame->showPage(u"nowhere"_qs));
    // A message takes its room only while it is there.
    QCOMPARE(m_frame->page(u"members"_qs)->mapTo(m_frame.get(), QPoint()).y(), m_frame->topBar()->height());
}

void WindowFrameTest::searchByKeyboardAndDropsOldAnswers()
{
    TopBar *bar = m_frame->topBar();
    QList<TopBar::Answer> waiting;
    bar->setSearchProvider([&waiting](const QString &, const TopBar::Answer &answer) { waiting.append(answer); });
    bar->search()->setDelay(0);
    QVERIFY(QTest::qWaitForWindowActive(m_frame.get()));
    QTest::keyClick(m_frame.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(bar->search()->line()->hasFocus());
    QTest::keyClick(bar->search()->line(), 'c');
    QTest::keyClick(bar->search()->line(), 'y');
    QCOMPARE(waiting.size(), 2);
    waiting.at(1)({{{}, u"党员"_qs, {}, true}, {u"member:5"_qs, u"陈永军"_qs, u"1968 东关一支部"_qs}});
    waiting.at(0)({});
    QVERIFY(bar->results()->isOpen());
    QSignalSpy picked(bar, &TopBar::resultPicked);
    QTest::keyClick(bar->results()->view(), Qt::Key_Return); // the first that is no heading
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked.at(0).at(0).toString(), u"member:5"_qs);
    QCOMPARE(bar->search()->text(), QString());
}

void WindowFrameTest::asOfColoursTheWindow()
{
    TopBar *bar = m_frame->topBar();
    const QColor calm = m_frame->grab().toImage().pixelColor(1, 300);
    bar->setAsOf(QDate(2026, 9, 30));
    QCOMPARE(bar->property("asOf").toString(), u"past"_qs);
    QVERIFY(bar->asOfButton()->text().contains(u"2026-09-30"_qs));
    const QImage past = m_frame->grab().toImage();
    QCOMPARE(past.pixelColor(1, 300), currentTheme().tokens.warning);
    QVERIFY(past.pixelColor(1, 300) != calm);
    bar->setAsOf({});
    QCOMPARE(bar->asOf(), m_clock.today());
    QCOMPARE(m_frame->grab().toImage().pixelColor(1, 300), calm);
}

void WindowFrameTest::quickDaysAreQuarterEnds()
{
    TopBar *bar = m_frame->topBar();
    const QList<QDate> days{{2026, 11, 21}, {2026, 9, 30}, {2026, 6, 30}, {2026, 3, 31}, {2025, 12, 31}};
    QCOMPARE(bar->quickDays(), days);
    QSignalSpy chosen(bar, &TopBar::asOfChosen);
    QMenu *menu = bar->asOfButton()->menu();
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 7); // a line and "another date" too
    menu->actions().at(1)->trigger();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(bar->asOf(), QDate(2026, 9, 30));
    Q_EMIT menu->aboutToShow();
    QVERIFY(menu->actions().at(1)->isChecked());
}

void WindowFrameTest::undoAndRedoHaveWordsWhereThereIsRoom()
{
    TopBar bar(m_clock);
    bar.setCommunity(u"东关街道凤鸣社区"_qs);
    bar.setUndo(u"修改 陈永军"_qs);
    bar.show();
    const auto texts = [&bar](int width) {
        bar.resize(width, bar.height());
        QStringList all;
        for (const QPushButton *button : bar.findChildren<QPushButton *>()) {
            if (button->accessibleName() == u"Undo" || button->accessibleName() == u"Redo") {
                all << button->text();
                all << (button->toolTip().isEmpty() ? u"no tool tip"_qs : QString());
            }
        }
        return all.join(u'|');
    };
    QCOMPARE(texts(1600), u"Undo||Redo|"_qs);
    QCOMPARE(texts(700), u"|||"_qs); // both or neither
    QCOMPARE(texts(1600), u"Undo||Redo|"_qs);
}

void WindowFrameTest::undoTellsWhat()
{
    TopBar *bar = m_frame->topBar();
    QPushButton *undo = nullptr;
    for (auto *button : bar->findChildren<QPushButton *>()) {
        if (button->text() == u"Undo") {
            undo = button;
        }
    }
    QVERIFY(undo != nullptr);
    QVERIFY(!undo->isEnabled());
    bar->setUndo(u"修改 陈永军 的手机号"_qs);
    QVERIFY(undo->isEnabled());
    QVERIFY(undo->toolTip().contains(u"陈永军"_qs));
    QSignalSpy wanted(bar, &TopBar::undoRequested);
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
}

void WindowFrameTest::statusSaysWhatCanBeUndone()
{
    StatusStrip strip;
    strip.resize(900, 28);
    strip.show();
    QCOMPARE(strip.rightText(), QString());
    strip.setUndo(u"新增党员 王小明"_qs);
    QVERIFY2(strip.rightText().endsWith(u"新增党员 王小明"), qPrintable(strip.rightText()));
    strip.setUndo(QString(u"导入花名册"_qs.repeated(40)));
    const QString narrow = strip.rightText();
    QVERIFY2(narrow.endsWith(u'…'), qPrintable(narrow));
    QVERIFY(strip.minimumSizeHint().width() < 200); // the window may still get narrow
    strip.resize(1600, 28);
    QTRY_VERIFY(strip.rightText().size() > narrow.size()); // more room, more words
    strip.setUndo({});
    QCOMPARE(strip.rightText(), QString());
}

void WindowFrameTest::statusSaysRowsOfRows()
{
    StatusStrip *status = m_frame->status();
    status->setRows(168, 1000662);
    status->setSelected(1);
    QVERIFY(status->leftText().contains(u"168"_qs));
    QVERIFY(status->leftText().contains(u"1,000,662"_qs));
    status->setRows(-1, -1);
    QCOMPARE(status->leftText(), QString());
    status->setBackup(u"昨日备份失败"_qs, false);
    QVERIFY(status->rightText().startsWith(u'!'));
}

void WindowFrameTest::messagesMoveNothing()
{
    QWidget *page = m_frame->page(u"home"_qs);
    const QRect before(page->mapTo(m_frame.get(), QPoint()), page->size());
    m_frame->messages()->show(MessageKind::Success, u"已保存：安振文"_qs);
    QCoreApplication::processEvents();
    QCOMPARE(QRect(page->mapTo(m_frame.get(), QPoint()), page->size()), before);
    const QRect bar = m_frame->messages()->geometry();
    QVERIFY(before.contains(bar));
    QVERIFY(bar.top() > before.center().y()); // not over the buttons, which stand above
    m_frame->resize(900, 640);
    QCoreApplication::processEvents();
    QVERIFY(m_frame->rect().contains(m_frame->messages()->geometry()));
    m_frame->messages()->show(MessageKind::Danger, u"很长的话"_qs.repeated(80));
    QVERIFY(m_frame->messages()->height() > bar.height()); // wrapped, not cut off
    gridbook::testing::savePicture(m_frame.get(), u"frame-message"_qs);
}

void WindowFrameTest::messagesGo_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("goes");
    QTest::newRow("done") << int(MessageKind::Success) << true;
    QTest::newRow("noted") << int(MessageKind::Information) << true;
    QTest::newRow("warning") << int(MessageKind::Warning) << false;
    QTest::newRow("failed") << int(MessageKind::Danger) << false;
}

void WindowFrameTest::messagesGo()
{
    QFETCH(const int, kind);
    QFETCH(const bool, goes);
    MessageBar *bar = m_frame->messages();
    QCursor::setPos(m_frame->mapToGlobal(QPoint(5, 5)));
    // Told by the step that leaves the page: it is seen on the next one.
    bar->show(MessageKind(kind), u"已保存"_qs);
    m_frame->showPage(u"orgs"_qs);
    QCOMPARE(bar->text(), u"已保存"_qs);
    // Later it is no news any more, unless something is wrong.
    QCoreApplication::processEvents();
    m_frame->showPage(u"members"_qs);
    QCOMPARE(bar->text().isEmpty(), goes);
    // By itself after a while, but not while it is read.
    bar->show(MessageKind(kind), u"已保存"_qs);
    QCOMPARE(bar->fading()->isActive(), goes);
    QVERIFY(bar->fading()->interval() >= 4000);
    QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
    QCoreApplication::sendEvent(bar, &enter);
    QVERIFY(!bar->fading()->isActive());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(bar, &leave);
    QCOMPARE(bar->fading()->isActive(), goes);
    if (goes) {
        bar->fading()->start(0);
        QTRY_VERIFY(bar->text().isEmpty());
    }
}

void WindowFrameTest::quarterEndsInWords()
{
    QMenu *menu = m_frame->topBar()->asOfButton()->menu();
    Q_EMIT menu->aboutToShow();
    QStringList words;
    for (const QAction *action : menu->actions().mid(1, 4)) {
        words << action->text().section(u'\t', 0, 0);
    }
    QCOMPARE(words,
             QStringList({u"End of Q3 2026"_qs, u"End of Q2 2026"_qs, u"End of Q1 2026"_qs, u"End of Q4 2025"_qs}));
}

void WindowFrameTest::everyControlHasAName()
{
    m_frame->topBar()->setCommunity(u"东关社区"_qs);
    QCOMPARE(gridbook::testing::unnamedControls(m_frame.get()).join(u'\n'), QString());
}

QTEST_MAIN(WindowFrameTest)
#include "tst_windowframe.moc"
