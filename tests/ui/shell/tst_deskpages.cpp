// Pages as the window opens them: the arguments that pages are given arrive, and lead back to where they came from.
#include "core/changes/drafts.h"
#include "core/reports/documenttext.h"
#include "core/text/translators.h"
#include "tests/support/testwindow.h"
#include "ui/registry/listpage.h"
#include "ui/registry/recordpage.h"
#include "ui/registry/tablemodel.h"
#include "ui/reports/paperpage.h"
#include "ui/reports/previewpane.h"
#include "ui/shell/homepage.h"
#include "ui/widgets/messagebar.h"
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class tst_DeskPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void recordWalksThroughItsList();
    void papersOfChosenMembers();
    void historyOfOneRecord();
    void draftsStandOnTheHomePage();
    void pictures_data();
    void pictures();

private:
    QList<RowId> members(int count);
    std::unique_ptr<TestWindow> m_window;
};

void tst_DeskPages::init()
{
    m_window = std::make_unique<TestWindow>();
    QVERIFY(m_window->openDemonstration());
}

QList<RowId> tst_DeskPages::members(int count)
{
    return m_window->book().reader().ids({u"member"_qs, m_window->desk().asOf(), {}, {}, {}, {}}, count).valueOr({});
}

void tst_DeskPages::recordWalksThroughItsList()
{
    m_window->desk().openPage(u"list:member"_qs, {});
    auto *list = qobject_cast<ListPage *>(m_window->page());
    QVERIFY(list != nullptr);
    QTRY_VERIFY(list->model()->rowCount() > 2);
    const RowId second = list->model()->idAt(1);
    Q_EMIT list->table()->opened(second);
    auto *page = qobject_cast<RecordPage *>(m_window->page());
    QVERIFY(page != nullptr);
    QCOMPARE(page->record(), second);
    QToolButton *next = nullptr;
    for (QToolButton *each : page->findChildren<QToolButton *>()) {
        next = each->accessibleName().contains(u"PgDn") ? each : next;
    }
    QVERIFY(next != nullptr && next->isVisible());
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(page->record(), list->model()->idAt(2));
    page->cancel();
    QCOMPARE(m_window->page(), list);
}

void tst_DeskPages::papersOfChosenMembers()
{
    const QList<RowId> ids = members(3);
    for (const QString &paper : {u"memberForm"_qs, u"roster"_qs}) {
        m_window->desk().openPage(paper, {{u"ids"_qs, QVariant::fromValue(ids)}});
        auto *page = qobject_cast<PaperPage *>(m_window->page());
        QVERIFY(page != nullptr);
        QSignalSpy shown(page, &PaperPage::shown);
        QVERIFY(shown.wait(20000));
        if (paper == u"memberForm") {
            QCOMPARE(toText(page->preview()->document()).count(u"党员基本信息采集表"), 3);
        }
    }
}

void tst_DeskPages::historyOfOneRecord()
{
    m_window->desk().openPage(u"history"_qs, {{u"registry"_qs, u"member"_qs}, {u"id"_qs, members(1).first()}});
    auto *page = qobject_cast<RecordPage *>(m_window->page());
    QVERIFY(page != nullptr && page->history() != nullptr);
}

void tst_DeskPages::draftsStandOnTheHomePage()
{
    const RowId member = members(1).first();
    Book &book = m_window->book();
    Drafts drafts(book.path(), book.sealer());
    const QDateTime when(QDate(2026, 9, 30), QTime(15, 30));
    QVERIFY_RESULT(drafts.keep({u"member"_qs, member, when, u"测试员"_qs, {{u"workUnit"_qs, u"东关小学"_qs}}, {}}));
    QVERIFY_RESULT(drafts.keep({u"person"_qs, 0, when, u"测试员"_qs, {{u"name"_qs, u"赵雪琴"_qs}}, {}}));
    m_window->desk().openPage(u"list:member"_qs, {});
    m_window->desk().openPage(u"home"_qs, {});
    auto *home = qobject_cast<HomePage *>(m_window->page());
    QVERIFY(home != nullptr);
    QCOMPARE(unnamedControls(home), QStringList());
    const auto verbs = [&](const QString &verb) {
        QList<QPushButton *> found;
        for (QPushButton *each : home->findChildren<QPushButton *>()) {
            if (!each->isHidden() && each->text() == verb && !each->parentWidget()->isHidden()) {
                found << each;
            }
        }
        return found;
    };
    QTRY_COMPARE(verbs(u"Discard"_qs).size(), 2);
    savePicture(&m_window->window(), u"home-drafts"_qs);
    // The one that was being added is discarded …
    const auto ofPerson = [&](const QString &verb) {
        const auto all = verbs(verb);
        return *std::find_if(all.begin(), all.end(),
                             [](QPushButton *each) { return each->accessibleName().contains(u"赵雪琴"); });
    };
    m_window->ask().willConfirm(false);
    QTest::mouseClick(ofPerson(u"Discard"_qs), Qt::LeftButton);
    QCOMPARE(drafts.all().size(), 2);
    m_window->ask().willConfirm(true);
    QTest::mouseClick(ofPerson(u"Discard"_qs), Qt::LeftButton);
    QCOMPARE(drafts.all().size(), 1);
    QTRY_COMPARE(verbs(u"Discard"_qs).size(), 1);
    // … and the other one gone on with: its entries stand in the form at once.
    QTest::mouseClick(verbs(u"Continue"_qs).first(), Qt::LeftButton);
    auto *page = qobject_cast<RecordPage *>(m_window->page());
    QVERIFY(page != nullptr);
    QCOMPARE(page->record(), member);
    QCOMPARE(page->form()->values().value(u"workUnit"_qs).toString(), u"东关小学"_qs);
    QVERIFY(page->isChanged());
    QVERIFY(page->save());
    QVERIFY(drafts.all().isEmpty());
}

void tst_DeskPages::pictures_data()
{
    QTest::addColumn<int>("points");
    QTest::newRow("100") << 10;
    QTest::newRow("150") << 15;
}

// In Chinese, as the office sees them.
void tst_DeskPages::pictures()
{
    QFETCH(const int, points);
    const QString size = QString::fromLatin1(QTest::currentDataTag());
    m_window.reset();
    installTranslations(*qApp, u"zh"_qs);
    m_window = std::make_unique<TestWindow>();
    applyTheme(*qApp, makeTheme(ThemeMode::Light, points));
    QVERIFY(m_window->openDemonstration());
    const auto take = [&](const QString &name) {
        for (int i = 0; i < 30; ++i) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
        savePicture(&m_window->window(), name + u'-' + size);
    };
    const QDateTime when(QDate(2026, 9, 30), QTime(15, 30));
    Drafts drafts(m_window->book().path(), m_window->book().sealer());
    QVERIFY_RESULT(
        drafts.keep({u"member"_qs, members(1).first(), when, u"测试员"_qs, {{u"workUnit"_qs, u"东关小学"_qs}}, {}}));
    m_window->desk().openPage(u"list:member"_qs, {});
    take(u"zh-list"_qs);
    m_window->desk().openPage(u"home"_qs, {});
    auto *home = qobject_cast<HomePage *>(m_window->page());
    QSignalSpy filled(home, &HomePage::filled);
    home->refresh();
    QVERIFY(filled.wait());
    take(u"zh-home"_qs);
    for (QPushButton *each : home->findChildren<QPushButton *>()) {
        QVERIFY2(each->width() >= each->minimumSizeHint().width(), qPrintable(each->text()));
    }
    m_window->desk().openRecordOf(u"member"_qs, members(2).last(), members(5));
    take(u"zh-member"_qs);
    m_window->desk().newRecord(u"member"_qs, {});
    take(u"zh-new-member"_qs);
    const auto orgs = m_window->book().reader().ids({u"partyOrg"_qs, m_window->desk().asOf(), {}, {}, {}, {}}, 12);
    m_window->desk().openRecord(u"partyOrg"_qs, orgs->last());
    take(u"zh-org"_qs);
    m_window->desk().openRecord(u"partyOrg"_qs, orgs->at(2));
    take(u"zh-branch"_qs);
    m_window->desk().newRecord(u"grid"_qs, {});
    take(u"zh-new-grid"_qs);
}

QTEST_MAIN(tst_DeskPages)
#include "tst_deskpages.moc"
