// The search box of the window: what it finds besides records, and where that leads.
#include "tests/support/testwindow.h"
#include "ui/registry/listpage.h"
#include "ui/registry/recordpage.h"
#include "ui/registry/tablemodel.h"
#include "ui/reports/paperpage.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowframe.h"
#include "ui/widgets/fieldline.h"
#include "ui/widgets/quartereditor.h"
#include "ui/widgets/searchfield.h"
#include <QRegularExpression>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class TestSearchBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<TestWindow>();
        QVERIFY(m_window->openDemonstration());
    }
    void cleanup() { m_window.reset(); }
    void findsPages_data();
    void findsPages();
    void offersNothingElse_data();
    void offersNothingElse();
    void opensTheReportOfTheQuarter();
    void opensANewRecord();
    void undoesAndRedoes();
    void opensWhoHasAnEntry();
    void saysWhereSomebodyWorks();

private:
    QStringList idsFor(const QString &words);
    void pick(const QString &id) { Q_EMIT topBar()->resultPicked(id); }
    TopBar *topBar() { return m_window->window().frame()->topBar(); }
    std::unique_ptr<TestWindow> m_window;
};

void TestSearchBox::findsPages_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("page");
    QTest::newRow("characters") << u"党员"_qs << u"page:list:member"_qs;
    QTest::newRow("initials") << u"dzz"_qs << u"page:list:partyOrg"_qs;
    QTest::newRow("pinyin") << u"wangge"_qs << u"page:list:grid"_qs;
    QTest::newRow("English") << u"buildings"_qs << u"page:list:building"_qs;
    QTest::newRow("a page that is no list") << u"jidubaogao"_qs << u"page:report"_qs;
    QTest::newRow("a command") << u"打印党员"_qs << u"page:roster"_qs;
    QTest::newRow("a command, not in one piece") << u"打印花名册"_qs << u"page:roster"_qs;
    QTest::newRow("the noun first") << u"花名册打印"_qs << u"page:roster"_qs;
    QTest::newRow("with a blank") << u"打印 花名册"_qs << u"page:roster"_qs;
    QTest::newRow("being typed") << u"打印花"_qs << u"page:roster"_qs;
    QTest::newRow("another verb") << u"导出花名册"_qs << u"page:roster"_qs;
    QTest::newRow("a verb and a place") << u"打开操作记录"_qs << u"page:history"_qs;
    QTest::newRow("a verb and a list") << u"查看网格"_qs << u"page:list:grid"_qs;
    QTest::newRow("a quarter's report") << u"打印第三季度报告"_qs << u"quarter:2026Q3"_qs;
    QTest::newRow("without a verb") << u"第三季度报告"_qs << u"quarter:2026Q3"_qs;
    QTest::newRow("the quarter alone") << u"三季度"_qs << u"quarter:2026Q3"_qs;
    QTest::newRow("with its year") << u"2026年第三季度"_qs << u"quarter:2026Q3"_qs;
    QTest::newRow("of an earlier year") << u"2025年二季度报告"_qs << u"quarter:2025Q2"_qs;
    QTest::newRow("not begun yet: the last one") << u"四季度报告"_qs << u"quarter:2025Q4"_qs;
    QTest::newRow("the one before") << u"上季度季报"_qs << u"quarter:2026Q2"_qs;
    QTest::newRow("in Latin letters") << u"2026Q1"_qs << u"quarter:2026Q1"_qs;
    QTest::newRow("new member") << u"新增党员"_qs << u"new:member"_qs;
    QTest::newRow("new grid") << u"新增网格"_qs << u"new:grid"_qs;
    QTest::newRow("new, said otherwise") << u"新建党组织"_qs << u"new:partyOrg"_qs;
    QTest::newRow("new: each") << u"新增"_qs << u"new:building"_qs;
    QTest::newRow("new, pinyin") << u"xinzengdangyuan"_qs << u"new:member"_qs;
    QTest::newRow("a verb and a list, initials") << u"dkwg"_qs << u"page:list:grid"_qs;
    QTest::newRow("undo") << u"撤销"_qs << u"do:undo"_qs;
    QTest::newRow("undo, pinyin") << u"chexiao"_qs << u"do:undo"_qs;
    QTest::newRow("undo, English") << u"undo"_qs << u"do:undo"_qs;
    QTest::newRow("redo") << u"重做"_qs << u"do:redo"_qs;
    QTest::newRow("of whom it is said") << u"流动"_qs << u"having:member:mobile:1"_qs;
    QTest::newRow("an entry") << u"预备党员"_qs << u"having:member:category:probationary"_qs;
}

void TestSearchBox::findsPages()
{
    QFETCH(const QString, words);
    QFETCH(const QString, page);
    const QStringList ids = idsFor(words);
    QVERIFY2(ids.contains(page), qPrintable(ids.join(u' ')));
    QCOMPARE(ids.count(page), 1); // once, whether as a place or as a command
}

QStringList TestSearchBox::idsFor(const QString &words)
{
    TopBar *const top = topBar();
    top->search()->setDelay(0);
    top->search()->line()->setFocus();
    typeChinese(top->search()->line(), words);
    QStringList ids;
    if (QTest::qWaitFor([top] { return top->results()->isOpen(); })) {
        for (const PickItem &item : top->results()->items()) {
            ids << item.id.toString();
        }
    }
    return ids;
}

void TestSearchBox::offersNothingElse_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("beginning");
    QTest::newRow("a word that nothing has") << u"打印天书"_qs << u"page:"_qs;
    QTest::newRow("a quarter of something else") << u"四季花园"_qs << u"quarter:"_qs;
    QTest::newRow("a quarter to come") << u"2026年第四季度"_qs << u"quarter:"_qs;
    QTest::newRow("no fifth quarter") << u"五季度报告"_qs << u"quarter:"_qs;
    QTest::newRow("a verb alone") << u"dakai"_qs << u"page:"_qs;
    QTest::newRow("initials of somebody, and of undo") << u"cx"_qs << u"do:"_qs;
    QTest::newRow("a beginning of undo") << u"chexia"_qs << u"do:"_qs;
    QTest::newRow("this quarter of another year") << u"2025年本季度"_qs << u"quarter:"_qs;
    QTest::newRow("a new record of nothing") << u"新增天书"_qs << u"new:"_qs;
}

void TestSearchBox::offersNothingElse()
{
    QFETCH(const QString, words);
    QFETCH(const QString, beginning);
    const QStringList ids = idsFor(words);
    QVERIFY(!ids.isEmpty()); // “nothing found” is said
    QVERIFY2(ids.filter(QRegularExpression(u'^' + beginning)).isEmpty(), qPrintable(ids.join(u' ')));
}

void TestSearchBox::opensTheReportOfTheQuarter()
{
    pick(u"quarter:2026Q1"_qs);
    auto *paper = qobject_cast<PaperPage *>(m_window->page());
    QVERIFY(paper != nullptr);
    QCOMPARE(paper->quarterEditor()->quarter(), std::optional(Quarter(2026, 1)));
    m_window->goTo(u"report"_qs); // the one of the navigation is that of the day, as before
    paper = qobject_cast<PaperPage *>(m_window->page());
    QVERIFY(paper != nullptr);
    QCOMPARE(paper->quarterEditor()->quarter(), std::optional(Quarter(2026, 3)));
}

void TestSearchBox::opensANewRecord()
{
    pick(u"new:grid"_qs);
    const auto *form = qobject_cast<RecordPage *>(m_window->page());
    QVERIFY(form != nullptr);
    QCOMPARE(form->registry(), u"grid"_qs);
    QVERIFY(!idsFor(u"新增"_qs).contains(u"new:rule"_qs)); // what no list of the navigation shows is not offered
}

void TestSearchBox::undoesAndRedoes()
{
    Book &book = m_window->book();
    auto work = book.begin({u"edit"_qs, u"小区改名"_qs, {}, {}});
    QVERIFY_RESULT(work);
    const auto estate = book.database().scalar(u"SELECT MIN(id) FROM estate"_qs);
    QVERIFY_RESULT((*work)->update(u"estate"_qs, estate->toLongLong(), 0, {{u"name"_qs, u"长江新村"_qs}}));
    QVERIFY_RESULT(book.commit(**work));
    const auto name = [&] {
        return book.database().scalar(u"SELECT name FROM estate WHERE id = ?"_qs, {*estate})->toString();
    };
    const StatusStrip *strip = m_window->window().frame()->status();
    QVERIFY2(strip->rightText().contains(u"小区改名"), qPrintable(strip->rightText()));
    pick(u"do:undo"_qs);
    QVERIFY(name() != u"长江新村");
    QVERIFY2(!strip->rightText().contains(u"小区改名"), qPrintable(strip->rightText()));
    pick(u"do:redo"_qs);
    QCOMPARE(name(), u"长江新村"_qs);
}

void TestSearchBox::opensWhoHasAnEntry()
{
    SearchField *search = topBar()->search();
    search->setDelay(0);
    search->line()->setFocus();
    typeChinese(search->line(), u"流动"_qs);
    QTRY_VERIFY(topBar()->results()->isOpen());
    Q_EMIT topBar()->resultPicked(u"having:member:mobile:1"_qs);
    auto *list = qobject_cast<ListPage *>(m_window->page());
    QVERIFY(list != nullptr);
    QCOMPARE(list->query().filters, (QList<Filter>{{u"mobile"_qs, FilterOp::OneOf, {u"1"_qs}}}));
    QTRY_VERIFY(list->model()->state() == TableModel::State::Ready);
    QVERIFY(list->model()->rowCount() > 0 && list->model()->rowCount() < 662);
}

void TestSearchBox::saysWhereSomebodyWorks()
{
    SearchField *search = topBar()->search();
    search->setDelay(0);
    search->line()->setFocus();
    const auto isSaid = [this](const QString &unit) {
        const QList<PickItem> items = topBar()->results()->items();
        return std::any_of(items.begin(), items.end(),
                           [&unit](const PickItem &item) { return item.subtitle.contains(unit); });
    };
    QVERIFY(QTest::qWaitFor( // what is searched is gathered in the background: asked until it is there
        [&] {
            search->line()->clear();
            typeChinese(search->line(), u"雍城机械"_qs);
            return QTest::qWaitFor([&] { return isSaid(u"雍城机械厂"_qs); }, 200);
        },
        20'000));
}

QTEST_MAIN(TestSearchBox)
#include "tst_searchbox.moc"
