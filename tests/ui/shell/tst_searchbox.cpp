// The search box of the window: what it finds besides records, and where that leads.
#include "tests/support/testwindow.h"
#include "ui/registry/listpage.h"
#include "ui/registry/tablemodel.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowframe.h"
#include "ui/widgets/fieldline.h"
#include "ui/widgets/searchfield.h"

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
    void opensWhoHasAnEntry();

private:
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
    QTest::newRow("of whom it is said") << u"流动"_qs << u"having:member:mobile:1"_qs;
    QTest::newRow("an entry") << u"预备党员"_qs << u"having:member:category:probationary"_qs;
}

void TestSearchBox::findsPages()
{
    QFETCH(const QString, words);
    QFETCH(const QString, page);
    TopBar *const top = topBar();
    top->search()->setDelay(0);
    top->search()->line()->setFocus();
    typeChinese(top->search()->line(), words);
    QStringList ids;
    QTRY_VERIFY(top->results()->isOpen());
    for (const PickItem &item : top->results()->items()) {
        ids << item.id.toString();
    }
    QVERIFY2(ids.contains(page), qPrintable(ids.join(u' ')));
    QCOMPARE(ids.count(page), 1); // once, whether as a place or as a command
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

QTEST_MAIN(TestSearchBox)
#include "tst_searchbox.moc"
