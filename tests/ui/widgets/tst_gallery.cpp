// Everything of the toolkit with sample data, in both themes and several font sizes: painted without a complaint, every
// control named, nothing cut. With GRIDBOOK_PICTURES=folder it writes pictures to look at; QT_SCALE_FACTOR=1.5 for 150
// %.
#include "core/text/citizenid.h"
#include "tests/support/uitesting.h"
#include "ui/shell/navigation.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/theme.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowframe.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/citizenideditor.h"
#include "ui/widgets/codeeditor.h"
#include "ui/widgets/dateeditor.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/lookupeditor.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/phoneeditor.h"
#include "ui/widgets/picklist.h"
#include "ui/widgets/progresspane.h"
#include "ui/widgets/quantityeditors.h"
#include "ui/widgets/quartereditor.h"
#include "ui/widgets/texteditors.h"
#include "ui/widgets/yesnoeditor.h"
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gridbook;
using namespace gridbook::ui;

class GalleryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setApplicationDisplayName(u"网格簿"_qs); }
    void pages_data();
    void pages();
    void icons();
    void lists();

private:
    QWidget *registry();
    QWidget *form();
    QWidget *empty();
    void fill(WindowFrame &frame);

    FixedClock m_clock = FixedClock(QDateTime(QDate(2026, 11, 21), QTime(16, 0)));
};

namespace {

QHBoxLayout *head(QWidget *page, const QString &title, const QString &note)
{
    auto *row = new QHBoxLayout;
    auto *name = new QLabel(title, page);
    setRole(name, Role::Title);
    auto *words = new QLabel(note, page);
    setRole(words, Role::Secondary);
    row->addWidget(name);
    row->addSpacing(8);
    row->addWidget(words);
    row->addStretch();
    return row;
}

} // namespace

QWidget *GalleryTest::registry()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *top = head(page, u"党员"_qs, u"东关社区党总支"_qs);
    auto *add = new QPushButton(icon(Glyph::Add, Tint::OnAccent), u"新增党员"_qs, page);
    setPrimary(add);
    top->addWidget(add);
    auto *import = new QPushButton(icon(Glyph::Import), u"导入花名册…"_qs, page);
    top->addWidget(import);
    auto *exporting = new QPushButton(icon(Glyph::Export), u"导出"_qs, page);
    exporting->setMenu(new QMenu(exporting));
    top->addWidget(exporting);
    auto *off = new QPushButton(u"批量修改…"_qs, page);
    off->setEnabled(false);
    top->addWidget(off);
    column->addLayout(top);

    auto *chips = new QHBoxLayout;
    auto *filter = new Chip(u"所在党支部 东关一支部"_qs, ChipKind::Information, page);
    filter->setRemovable(true);
    chips->addWidget(filter);
    auto *clear = new QPushButton(u"清除全部"_qs, page);
    setLinkLike(clear);
    chips->addWidget(clear);
    for (const auto &[text, kind] :
         {std::pair(u"流动"_qs, ChipKind::Quiet), std::pair(u"预备党员"_qs, ChipKind::Warning),
          std::pair(u"已确认"_qs, ChipKind::Success), std::pair(u"逾期"_qs, ChipKind::Danger)}) {
        chips->addWidget(new Chip(text, kind, page));
    }
    chips->addStretch();
    column->addLayout(chips);

    auto *tabs = new QTabWidget(page);
    tabs->setAccessibleName(u"视图"_qs);
    auto *table = new QTableWidget(14, 6, tabs);
    table->setAccessibleName(u"党员"_qs);
    table->setHorizontalHeaderLabels(
        {u"姓名"_qs, u"性别"_qs, u"公民身份号码"_qs, u"人员类别"_qs, u"入党日期"_qs, u"党费"_qs});
    table->setAlternatingRowColors(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSortingEnabled(false);
    table->verticalHeader()->setDefaultSectionSize(currentTheme().metrics.rowHeight);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    for (int row = 0; row < 14; ++row) {
        const QStringList cells{u"陈玉梅"_qs,
                                row % 2 == 0 ? u"女"_qs : u"男"_qs,
                                u"9999**********%1"_qs.arg(420 + row * 611),
                                row % 5 == 3 ? u"预备党员"_qs : u"正式党员"_qs,
                                u"1978-03-%1"_qs.arg(10 + row),
                                groupedNumber(1000.5 + row * 371, 2)};
        for (int column2 = 0; column2 < 6; ++column2) {
            auto *item = new QTableWidgetItem(cells.at(column2));
            if (column2 == 5) {
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            }
            table->setItem(row, column2, item);
        }
    }
    table->setColumnWidth(2, 190);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setSortIndicatorShown(true);
    table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->selectRow(4);
    tabs->addTab(table, u"概要"_qs);
    tabs->addTab(new QWidget, u"服务 12"_qs);
    tabs->addTab(new QWidget, u"历史"_qs);
    column->addWidget(tabs, 1);
    return page;
}

QWidget *GalleryTest::form()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *top = head(page, u"陈永军"_qs, u"党员"_qs);
    auto *state = new QLabel(u"● 未保存的修改 2 处"_qs, page);
    setRole(state, Role::Warning);
    top->addWidget(state);
    top->addWidget(new QPushButton(u"取消"_qs, page));
    auto *save = new QPushButton(u"保存"_qs, page);
    setPrimary(save);
    save->setEnabled(false);
    top->addWidget(save);
    column->addLayout(top);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int place = 0;
    const auto add = [&](const QString &label, Editor *editor, bool required) {
        auto *row = new FieldRow(label, editor, page);
        row->setRequired(required);
        grid->addWidget(row, place / 2, place % 2, Qt::AlignTop);
        ++place;
        return editor;
    };
    auto *name = new TextEditor;
    add(u"姓名"_qs, name, true)->setValue(u"陈永军"_qs);
    name->setHint(u"chen yong jun"_qs);
    auto *nation = new CodeEditor;
    nation->setItems({{u"01"_qs, u"汉族"_qs, {u"hanzu"_qs}}, {u"03"_qs, u"回族"_qs, {u"huizu"_qs}}});
    nation->setShowCode(true);
    add(u"民族"_qs, nation, true)->setValue(u"01"_qs);
    add(u"公民身份号码"_qs, new CitizenIdEditor(m_clock), true)->setValue(u"99990119680412731X"_qs);
    auto *masked = new CitizenIdEditor(m_clock);
    add(u"配偶身份号码"_qs, masked, false);
    masked->setMasked(u"9999**********0031"_qs);
    auto *birth = new DateEditor(m_clock);
    birth->setAgeOn(QDate(2026, 9, 30));
    add(u"出生日期"_qs, birth, true)->setValue(u"1968-04-12"_qs);
    add(u"手机号"_qs, new PhoneEditor, false)->setValue(u"13812345678"_qs);
    auto *branch = new LookupEditor;
    add(u"所在党支部"_qs, branch, true);
    branch->setItem({1, u"东关一支部"_qs, u"自 2019-05-10"_qs});
    auto *full = new DateEditor(m_clock);
    add(u"转为正式党员日期"_qs, full, true)->setValue(u"1995-05"_qs);
    full->setNote({Level::Warning, u"早于入党满一年（1995-06-20）：确认后可保存"_qs});
    add(u"每月党费"_qs, new MoneyEditor, false)->setValue(qint64(123450));
    add(u"服务时长"_qs, new DurationEditor, false)->setValue(qint64(150));
    auto *households = new NumberEditor;
    households->setUnit(u"户"_qs);
    add(u"联系户数"_qs, households, false)->setValue(qint64(1200));
    add(u"季度"_qs, new QuarterEditor(m_clock), false)->setValue(u"2026Q3"_qs);
    add(u"退役军人"_qs, new YesNoEditor, false)->setValue(true);
    auto *locked = new TextEditor;
    add(u"家庭住址"_qs, locked, false)->setValue(u"雍城苑 3 幢 2 单元 501"_qs);
    locked->setReadOnly(true);
    auto *missing = new TextEditor;
    add(u"学历"_qs, missing, true)->settle();
    add(u"备注"_qs, new LongTextEditor, false)->setValue(u"第一行\n第二行"_qs);
    column->addLayout(grid);
    auto *plain = new QHBoxLayout;
    auto *tick = new QCheckBox(u"已核对"_qs, page);
    tick->setChecked(true);
    plain->addWidget(tick);
    plain->addWidget(new QCheckBox(u"未核对"_qs, page));
    auto *choice = new QRadioButton(u"全部"_qs, page);
    choice->setChecked(true);
    plain->addWidget(choice);
    plain->addWidget(new QRadioButton(u"选中"_qs, page));
    auto *box = new QComboBox(page);
    box->setAccessibleName(u"口径"_qs);
    box->addItems({u"本季"_qs, u"上季"_qs});
    plain->addWidget(box);
    auto *spin = new QSpinBox(page);
    spin->setAccessibleName(u"份数"_qs);
    plain->addWidget(spin);
    plain->addStretch();
    column->addLayout(plain);
    column->addStretch();
    auto *scroll = new QScrollArea; // as forms are: in large letters they are higher than the window
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

QWidget *GalleryTest::empty()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setSpacing(12);
    auto *card = new CardFrame(u"待办"_qs, page);
    card->setNote(u"近四季"_qs);
    auto *line = new QHBoxLayout;
    line->addWidget(new QLabel(u"凤鸣路总支 第 3 届任期已满 12 天"_qs, card));
    line->addStretch();
    auto *verb = new QPushButton(u"换届"_qs, card);
    setLinkLike(verb);
    line->addWidget(verb);
    card->body()->addLayout(line);
    auto *progress = new ProgressPane(u"正在导入花名册"_qs, card);
    progress->setProgress(38000, 100000, u"党员花名册.xlsx，第 2 张表"_qs);
    card->body()->addWidget(progress);
    column->addWidget(card);
    auto *state = new EmptyState(
        Glyph::Handshake, u"还没有共建协议"_qs,
        u"共建协议记录社区与单位之间的需求、资源和项目清单，到期前 30 天会出现在首页的待办里。"_qs, page);
    state->addAction(u"导入花名册"_qs, Glyph::Import, true);
    state->addAction(u"下载模板"_qs, Glyph::File);
    state->addAction(u"新增协议"_qs, Glyph::Add);
    column->addWidget(state, 1);
    return page;
}

void GalleryTest::fill(WindowFrame &frame)
{
    const auto term = [](const QString &zh) { return Term{zh, {}}; };
    frame.navigation()->setGroups(
        {{{}, {{u"home"_qs, term(u"首页"_qs), Glyph::Home}}},
         {term(u"网格与居民"_qs),
          {{u"grids"_qs, term(u"网格"_qs), Glyph::Grid},
           {u"buildings"_qs, term(u"小区楼栋"_qs), Glyph::Building},
           {u"people"_qs, term(u"户与居民"_qs), Glyph::People}}},
         {term(u"党组织与党员"_qs),
          {{u"orgs"_qs, term(u"党组织"_qs), Glyph::Flag},
           {u"members"_qs, term(u"党员"_qs), Glyph::Person},
           {u"transfer"_qs, term(u"发展与接转"_qs), Glyph::Transfer}}},
         {term(u"区域共建"_qs),
          {{u"units"_qs, term(u"单位与双报到"_qs), Glyph::Unit},
           {u"service"_qs, term(u"志愿服务"_qs), Glyph::Heart},
           {u"points"_qs, term(u"积分"_qs), Glyph::Coin},
           {u"alliance"_qs, term(u"共建协议"_qs), Glyph::Handshake}}},
         {term(u"治理"_qs),
          {{u"life"_qs, term(u"组织生活"_qs), Glyph::Book},
           {u"issues"_qs, term(u"民情与走访"_qs), Glyph::Chat},
           {u"tasks"_qs, term(u"任务与上报"_qs), Glyph::Tasks}}},
         {term(u"输出"_qs),
          {{u"reports"_qs, term(u"报表"_qs), Glyph::Chart}, {u"settings"_qs, term(u"设置"_qs), Glyph::Gear}}}},
        u"zh"_qs);
    frame.navigation()->setCount(u"grids"_qs, 38);
    frame.navigation()->setCount(u"members"_qs, 662);
    frame.navigation()->setCount(u"transfer"_qs, 2, BadgeKind::Urgent);
    frame.navigation()->setCount(u"alliance"_qs, 15, BadgeKind::Urgent);
    frame.topBar()->setCommunity(u"东关社区"_qs);
    frame.topBar()->setUndo(u"修改 陈永军"_qs);
    frame.status()->setRows(168, 662);
    frame.status()->setSelected(1);
    frame.status()->setSum(u"12,345"_qs);
    frame.status()->setWho(u"党建专干"_qs);
    frame.status()->setBackup(u"最近备份 09:12"_qs, true);
    frame.addPage(u"members"_qs, registry());
    frame.addPage(u"people"_qs, form());
    frame.addPage(u"alliance"_qs, empty());
}

void GalleryTest::pages_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("points");
    QTest::addColumn<QString>("page");
    for (const QString &page : {u"members"_qs, u"people"_qs, u"alliance"_qs}) {
        QTest::addRow("light %s", qPrintable(page)) << false << 10 << page;
        QTest::addRow("dark %s", qPrintable(page)) << true << 10 << page;
        QTest::addRow("large %s", qPrintable(page)) << false << 14 << page;
    }
}

void GalleryTest::pages()
{
    QFETCH(bool, dark);
    QFETCH(int, points);
    QFETCH(QString, page);
    applyTheme(*qApp, makeTheme(dark ? ThemeMode::Dark : ThemeMode::Light, points));
    WindowFrame frame(m_clock);
    fill(frame);
    frame.resize(1440, 900);
    frame.show();
    QVERIFY(frame.showPage(page));
    if (page == u"alliance") {
        frame.messages()->show(MessageKind::Success, u"已作废 3 行。"_qs, u"撤销"_qs, [] {});
        frame.navigation()->setCollapsed(true);
        frame.topBar()->setAsOf(QDate(2026, 9, 30));
    }
    QCoreApplication::processEvents();
    for (const auto *table : frame.findChildren<QTableWidget *>()) {
        QCOMPARE(table->rowHeight(0), currentTheme().metrics.rowHeight);
    }
    for (const auto *label : frame.findChildren<QLabel *>()) {
        if (label->isVisible() && label->wordWrap()) {
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
    }
    QCOMPARE(gridbook::testing::unnamedControls(&frame).join(u'\n'), QString());
    for (const auto *button : frame.findChildren<QPushButton *>()) {
        // Nothing is cut: every button has the room that it asks for.
        if (button->isVisible()) {
            QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
        }
    }
    QVERIFY2(frame.minimumSizeHint().width() <= 1280, qPrintable(QString::number(frame.minimumSizeHint().width())));
    const QString scale = u"%1"_qs.arg(qRound(frame.devicePixelRatioF() * 100));
    gridbook::testing::savePicture(&frame,
                                   u"%1-%2-%3-%4"_qs.arg(page, dark ? u"dark"_qs : u"light"_qs).arg(points).arg(scale));
}

void GalleryTest::icons()
{
    applyTheme(*qApp, makeTheme(ThemeMode::Light));
    const QList<Glyph> glyphs = allGlyphs();
    QWidget sheet;
    auto *grid = new QGridLayout(&sheet);
    int place = 0;
    for (const Glyph glyph : glyphs) {
        auto *label = new QLabel(&sheet);
        QPixmap pixmap(112, 40);
        pixmap.fill(Qt::white);
        QPainter painter(&pixmap);
        paintGlyph(painter, glyph, QRectF(2, 12, 16, 16), tintColour(Tint::Text));
        paintGlyph(painter, glyph, QRectF(26, 8, 24, 24), tintColour(Tint::Accent));
        paintGlyph(painter, glyph, QRectF(60, 0, 40, 40), tintColour(Tint::Text));
        painter.end();
        label->setPixmap(pixmap);
        grid->addWidget(label, place / 8, place % 8);
        ++place;
    }
    gridbook::testing::savePicture(&sheet, u"icons"_qs);
    QVERIFY(place >= 55);
}

void GalleryTest::lists()
{
    applyTheme(*qApp, makeTheme(ThemeMode::Light));
    QLineEdit line;
    line.resize(420, 32);
    line.show();
    line.setFocus();
    PickList list(&line);
    list.show({{{}, u"党员"_qs, {}, true},
               {1, u"张伟"_qs, u"1968 · 东关一支部 · 5678"_qs, false, int(Glyph::Person)},
               {2, u"张伟"_qs, u"1990 · 东关二支部 · 0021"_qs, false, int(Glyph::Person)},
               {{}, u"命令"_qs, {}, true},
               {3, u"打印第三季度报告"_qs, {}, false, int(Glyph::Print)}});
    QVERIFY(list.isOpen());
    QCOMPARE(list.view()->currentIndex().row(), 1);
    gridbook::testing::savePicture(list.view(), u"list"_qs);
    QMenu menu;
    menu.addAction(icon(Glyph::Undo), u"撤销\tCtrl+Z"_qs);
    QAction *on = menu.addAction(u"显示已结束"_qs);
    on->setCheckable(true);
    on->setChecked(true);
    menu.addSeparator();
    menu.addAction(u"作废…"_qs)->setEnabled(false);
    menu.addMenu(u"导出"_qs)->addAction(u"全部"_qs);
    menu.popup(QPoint(10, 10));
    gridbook::testing::savePicture(&menu, u"menu"_qs);
    QVERIFY(menu.isVisible());
}

QTEST_MAIN(GalleryTest)
#include "tst_gallery.moc"
