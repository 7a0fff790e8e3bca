// A new clerk starts the program: makes a book, finds it empty and teaching, closes it, opens it again.
#include "tests/support/testwindow.h"
#include "ui/exchange/importwizard.h"
#include "ui/shell/homepage.h"
#include "ui/shell/topbar.h"
#include "ui/shell/welcomepage.h"
#include "ui/shell/windowframe.h"
#include "ui/widgets/codeeditor.h"
#include "ui/widgets/texteditors.h"
#include <QPushButton>
#include <QSignalSpy>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class tst_FirstStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newBook();
    void wrongCodeIsTold_data();
    void wrongCodeIsTold();
    void passphrase();
    void secondWindowReadsOnly();
    void everythingHasAName();
};

namespace {
void fillNewBook(TestWindow &test, const QString &name, const QString &code)
{
    QTest::mouseClick(TestWindow::button(test.window().welcome(), WelcomePage::tr("New book…")), Qt::LeftButton);
    const QList<TextEditor *> editors = test.window().welcome()->findChildren<TextEditor *>();
    typeChinese(editors.at(0)->field(), name);
    QTest::keyClicks(editors.at(1)->field(), code);
}
} // namespace

void tst_FirstStart::newBook()
{
    TestWindow test;
    QVERIFY(test.window().welcome()->isVisible());
    fillNewBook(test, u"东关社区"_qs, u"610305100001"_qs);
    const QString path = test.filePath(u"东关 社区.gridbook"_qs);
    test.ask().willSave(path);
    QTest::mouseClick(TestWindow::button(test.window().welcome(), WelcomePage::tr("Choose the place and create")),
                      Qt::LeftButton);
    QVERIFY(test.window().desk() != nullptr);
    QCOMPARE(*test.book().reader().count({u"division"_qs, QDate(2026, 9, 30), {}, {}, {}, {}}), 1);
    QVERIFY(!test.book().undoStack().undoable()); // making the book is not a step of the clerk
    // Home says what comes first; it leads to the import.
    const auto begin = [&] { return TestWindow::button(test.page(), HomePage::tr("Import…")); };
    QTRY_VERIFY(begin() != nullptr);
    QTest::mouseClick(begin(), Qt::LeftButton);
    QVERIFY(qobject_cast<ImportWizard *>(test.page()) != nullptr);
    test.window().closeBook();
    QVERIFY(test.window().welcome()->isVisible());
    QVERIFY(TestWindow::button(test.window().welcome(), u"东关 社区"_qs) != nullptr); // among the recent ones
    QTest::mouseClick(TestWindow::button(test.window().welcome(), u"东关 社区"_qs), Qt::LeftButton);
    QVERIFY(test.window().desk() != nullptr);
}

// Also the code of a district: a book is a community's.
void tst_FirstStart::wrongCodeIsTold_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("too short") << u"6103"_qs;
    QTest::newRow("a district") << u"610305"_qs;
}

void tst_FirstStart::wrongCodeIsTold()
{
    QFETCH(const QString, code);
    TestWindow test;
    fillNewBook(test, u"东关社区"_qs, code);
    QTest::mouseClick(TestWindow::button(test.window().welcome(), WelcomePage::tr("Choose the place and create")),
                      Qt::LeftButton);
    QVERIFY(test.window().desk() == nullptr);
    const QList<TextEditor *> editors = test.window().welcome()->findChildren<TextEditor *>();
    QCOMPARE(editors.at(1)->validation().level, Level::Error);
}

void tst_FirstStart::passphrase()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    const QString path = test.book().path();
    QVERIFY_RESULT(test.book().protect(u"一句 好记的话"_qs));
    test.window().closeBook();
    test.ask().willGiveSecret(u"不对的话"_qs, u"东关社区"_qs);
    test.ask().willGiveSecret(std::nullopt, u"passphrase is not right"_qs); // asked again at once; and given up
    QVERIFY(!test.window().openBook(path));
    test.ask().willGiveSecret(u"不对的话"_qs);
    test.ask().willGiveSecret(u"一句 好记的话"_qs);
    QVERIFY(test.window().openBook(path));
    // Another language builds another window; the book stays open, so nobody is asked again.
    const auto step = test.book().begin({u"edit"_qs, u"改名"_qs, {}, {}});
    QVERIFY_RESULT(step);
    QVERIFY_RESULT((*step)->update(u"division"_qs, 1, 0, {{u"note"_qs, u"试"_qs}}));
    QVERIFY_RESULT(test.book().commit(**step));
    std::unique_ptr<Book> book;
    QVERIFY(test.window().releaseBook(book));
    QVERIFY(book != nullptr);
    QVERIFY(test.window().desk() == nullptr);
    TestWindow other;
    other.window().take(std::move(book));
    QCOMPARE(other.book().path(), path);
    other.desk().undo(); // what was done is still undone there
    QVERIFY(!other.book().undoStack().undoable() || other.book().undoStack().undoable()->title != u"改名");
    other.window().closeBook(); // its surroundings are those of the first window
}

void tst_FirstStart::secondWindowReadsOnly()
{
    TestWindow first;
    QVERIFY(first.openDemonstration());
    TestWindow second;
    QVERIFY(second.window().openBook(first.book().path()));
    QVERIFY(second.book().isReadOnly());
    QVERIFY(second.book().notice().contains(u"测试员"));
}

void tst_FirstStart::everythingHasAName()
{
    TestWindow test;
    QCOMPARE(unnamedControls(test.window().welcome()), QStringList());
    QVERIFY(test.openDemonstration());
    QCOMPARE(unnamedControls(test.window().frame()), QStringList());
}

QTEST_MAIN(tst_FirstStart)
#include "tst_firststart.moc"
