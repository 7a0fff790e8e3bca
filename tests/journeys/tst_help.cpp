// Somebody who sees the program for the first time: is shown around, leaves the tour, asks for help on every page,
// looks up the keys.
#include "core/reports/figures.h"
#include "tests/support/testwindow.h"
#include "ui/registry/listpage.h"
#include "ui/registry/recordpage.h"
#include "ui/shell/helppanel.h"
#include "ui/shell/helptexts.h"
#include "ui/shell/pages.h"
#include "ui/shell/shortcuts.h"
#include "ui/shell/topbar.h"
#include "ui/shell/tour.h"
#include "ui/shell/welcomepage.h"
#include "ui/shell/windowframe.h"
#include "ui/widgets/searchfield.h"
#include <QApplication>
#include <QPushButton>
#include <QShortcut>
#include <QTextBrowser>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class tst_Help : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageHasAText_data();
    void everyPageHasAText();
    void opensFollowsCloses();
    void helpOfEveryPage();
    void beforeABookIsOpen();
    void keysAreTheLiveOnes();
    void noKeyMeansTwoThings();
    void tourOnTheFirstStart();
    void tourCanBeSkipped_data();
    void tourCanBeSkipped();
    void tourFromTheHelp();
};

namespace {

void press(TestWindow &test, const QString &keys)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keySequence(focus != nullptr ? focus : &test.window(), QKeySequence(keys));
}

bool isShown(const QShortcut *shortcut, const QWidget *window)
{
    const auto *owner = qobject_cast<const QWidget *>(shortcut->parent());
    return shortcut->isEnabled() && owner != nullptr && (owner == window || owner->isVisibleTo(window));
}

} // namespace

void tst_Help::everyPageHasAText_data()
{
    QTest::addColumn<QString>("page");
    for (const QString &page : standingPages() + QStringList{QString(), u"list:member"_qs, u"list#3"_qs, u"record#4"_qs,
                                                             u"import#5"_qs, u"memberForm#6"_qs}) {
        QTest::newRow(qPrintable(page.isEmpty() ? u"start"_qs : page)) << page;
    }
    const Catalog catalog;
    for (const RegistrySpec &spec : catalog.registries()) {
        const QString page = u"list:"_qs + spec.id;
        QTest::newRow(qPrintable(u"each "_qs + page)) << page;
    }
}

void tst_Help::everyPageHasAText()
{
    QFETCH(const QString, page);
    const Catalog catalog;
    const QString chinese = helpText(page, u"zh"_qs, catalog, {});
    const QString english = helpText(page, u"en"_qs, catalog, {});
    for (const QString &text : {chinese, english}) {
        QVERIFY(text.startsWith(u"# "));
        QVERIFY(text.size() > 80);
        QVERIFY2(!text.contains(u"{{"), "every blank is filled");
    }
    QVERIFY(chinese != english);
    if (page.startsWith(u"list:")) {
        const RegistrySpec &spec = *catalog.registry(page.mid(5));
        QVERIFY(chinese.startsWith(u"# "_qs + spec.term.zh));
        QVERIFY(chinese.contains(spec.about.zh) && english.contains(spec.about.en));
    }
    if (helpTopicOf(page) == u"home" || helpTopicOf(page) == u"report") { // what the help says is what is counted
        for (const FigureSpec &figure : headlineFigures()) {
            QVERIFY(chinese.contains(figure.rule.rule.zh));
        }
    }
}

void tst_Help::opensFollowsCloses()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    HelpPanel *help = test.window().help();
    QVERIFY(!help->isVisible());
    press(test, u"F1"_qs);
    QVERIFY(help->isVisible());
    QVERIFY2(help->text().startsWith(u"首页"), qPrintable(help->text().left(20)));
    QCOMPARE(unnamedControls(help), QStringList());
    savePicture(&test.window(), u"help-home"_qs);
    test.goTo(u"list:member"_qs); // it goes along
    QVERIFY(help->text().startsWith(test.book().catalog().registry(u"member")->term.zh));
    savePicture(&test.window(), u"help-list"_qs);
    press(test, u"F1"_qs);
    QVERIFY(!help->isVisible());
    QTest::mouseClick(test.window().frame()->topBar()->helpButton(), Qt::LeftButton);
    QVERIFY(help->isVisible());
    QVERIFY(help->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!help->isVisible());
    QVERIFY(test.page()->isAncestorOf(QApplication::focusWidget())); // back to work
}

void tst_Help::helpOfEveryPage()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    press(test, u"F1"_qs);
    for (const QString &page : standingPages()) {
        test.goTo(page);
        const QString title = helpText(page, u"zh"_qs, Catalog(), {}).section(u'\n', 0, 0).mid(2);
        QVERIFY2(test.window().help()->text().startsWith(title), qPrintable(page));
        savePicture(&test.window(), u"help-"_qs + page);
    }
    test.desk().openRecord(u"member"_qs, 1);
    QVERIFY(test.window().help()->text().startsWith(u"一条记录"));
    savePicture(&test.window(), u"help-record"_qs);
    test.desk().openImport(u"member"_qs, {});
    QVERIFY(test.window().help()->text().startsWith(u"导入花名册"));
    savePicture(&test.window(), u"help-import"_qs);
}

void tst_Help::beforeABookIsOpen()
{
    TestWindow test;
    press(test, u"F1"_qs);
    HelpPanel *help = test.window().help();
    QVERIFY(help->isVisible());
    QVERIFY(help->text().startsWith(u"从这里开始"));
    QVERIFY(!help->tourButton()->isVisible()); // nothing to show around in yet
    savePicture(&test.window(), u"help-start"_qs);
    press(test, u"Ctrl+/"_qs);
    QVERIFY(help->text().contains(u"Ctrl+O"));
    QVERIFY(!help->text().contains(u"Ctrl+Z")); // nothing to undo without a book
    QVERIFY(test.openDemonstration());
    QVERIFY(!help->isVisible());
}

void tst_Help::keysAreTheLiveOnes()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    test.goTo(u"list:member"_qs);
    press(test, u"Ctrl+/"_qs);
    HelpPanel *help = test.window().help();
    QVERIFY(help->isVisible());
    const auto tells = [help](const QString &keys) { return help->text().contains(QString(u'\n' + keys + u"  ")); };
    for (const QString &keys :
         {u"Ctrl+N"_qs, u"Ctrl+F"_qs, u"Ctrl+K"_qs, u"Ctrl+Z"_qs, u"F1"_qs, u"F2"_qs, u"Ctrl+D"_qs, u"Ctrl+'"_qs}) {
        QVERIFY2(tells(keys), qPrintable(help->text()));
    }
    QVERIFY2(tells(u"Ctrl+Y / Ctrl+Shift+Z"_qs), qPrintable(help->text())); // one thing, one line
    QStringList said;
    for (const QString &line : help->text().split(u'\n')) {
        if (const QString words = line.section(u"  "_qs, 1); !words.isEmpty()) {
            QVERIFY2(!said.contains(words), qPrintable(line));
            said << words;
        }
    }
    QVERIFY(!tells(u"Ctrl+S"_qs)); // of the form, which is not in front
    savePicture(&test.window(), u"help-keys"_qs);
    // Whoever adds a shortcut says what it does, or it is missing here.
    const QList<KeyLine> lines = liveKeys(&test.window());
    for (const QShortcut *shortcut : test.window().findChildren<QShortcut *>()) {
        const bool isLetter = shortcut->key().toString().startsWith(u"Alt+");
        if (isShown(shortcut, &test.window()) && !isLetter) {
            QVERIFY2(std::any_of(lines.begin(), lines.end(),
                                 [&](const KeyLine &line) { return line.keys == shortcut->key(); }),
                     qPrintable(shortcut->key().toString()));
        }
    }
    test.goTo(u"home"_qs);
    QVERIFY2(!tells(u"F2"_qs), qPrintable(help->text())); // nothing can be changed where it stands
    test.desk().openRecord(u"member"_qs, 1);
    QVERIFY(tells(u"Ctrl+S"_qs) && tells(u"Ctrl+PgUp"_qs) && tells(u"Ctrl+;"_qs));
    QVERIFY(!tells(u"Ctrl+N"_qs));
    press(test, u"Ctrl+/"_qs);
    QVERIFY(!help->isVisible());
}

// Two shortcuts for one key would both stay silent.
void tst_Help::noKeyMeansTwoThings()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    for (const QString &page : standingPages() + QStringList{u"list:member"_qs}) {
        test.goTo(page);
        QStringList seen;
        for (const QShortcut *shortcut : test.window().findChildren<QShortcut *>()) {
            if (shortcut->context() != Qt::WidgetShortcut && isShown(shortcut, &test.window())) {
                QVERIFY2(!seen.contains(shortcut->key().toString()), qPrintable(page + shortcut->key().toString()));
                seen << shortcut->key().toString();
            }
        }
    }
    press(test, u"Ctrl+K"_qs);
    QVERIFY(test.window().frame()->topBar()->search()->isAncestorOf(QApplication::focusWidget()));
}

void tst_Help::tourOnTheFirstStart()
{
    {
        TestWindow test(QDate(2026, 9, 30), true);
        QVERIFY(test.window().tour() == nullptr); // not on the welcome page
        QVERIFY(test.openDemonstration());
        QTRY_VERIFY(test.window().tour() != nullptr && test.window().tour()->isVisible());
        Tour *tour = test.window().tour();
        QVERIFY(tour->count() <= 6);
        QCOMPARE(unnamedControls(tour), QStringList());
        QList<QRect> spots;
        for (int step = 0; step < tour->count(); ++step) {
            QCOMPARE(tour->step(), step);
            QTRY_VERIFY(!tour->spot().isEmpty()); // it points at something that is there
            QVERIFY(tour->rect().contains(tour->spot()));
            QVERIFY(!spots.contains(tour->spot()));
            spots << tour->spot();
            savePicture(&test.window(), u"tour-%1"_qs.arg(step + 1));
            if (step == 1) {
                const SearchField *search = test.window().frame()->topBar()->search();
                const QPoint at = search->mapTo(tour->parentWidget(), search->rect().center());
                QVERIFY(tour->spot().contains(at));
            }
            if (step == 2) { // there and back
                QTest::mouseClick(tour->backButton(), Qt::LeftButton);
                QCOMPARE(tour->step(), 1);
                QTest::mouseClick(tour->nextButton(), Qt::LeftButton);
            }
            // What lies behind rests: no key reaches it, and Tab does not lead out.
            press(test, u"Ctrl+O"_qs); // would ask for a file, which nobody has prepared
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(tour->isAncestorOf(QApplication::focusWidget()));
            tour->nextButton()->setFocus();
            QTest::keyClick(tour->nextButton(), Qt::Key_Return);
        }
        QVERIFY(!tour->isVisible());
        QTRY_VERIFY(test.window().tour() == nullptr);
        QVERIFY(test.settings().get(setting::tourSeen));
        QCOMPARE(test.window().frame()->currentPage(), u"home"_qs);
        test.window().closeBook();
    }
    TestWindow again;
    QVERIFY(again.openDemonstration());
    QCoreApplication::processEvents();
    QVERIFY(again.window().tour() == nullptr);
}

void tst_Help::tourCanBeSkipped_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("Esc") << true;
    QTest::newRow("the button") << false;
}

void tst_Help::tourCanBeSkipped()
{
    QFETCH(const bool, byKey);
    TestWindow test(QDate(2026, 9, 30), true);
    QVERIFY(test.openDemonstration());
    QTRY_VERIFY(test.window().tour() != nullptr);
    Tour *tour = test.window().tour();
    test.window().resize(1100, 700); // it follows the window
    QTRY_COMPARE(tour->size(), test.window().centralWidget()->size());
    if (byKey) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    } else {
        QTest::mouseClick(tour->skipButton(), Qt::LeftButton);
    }
    QTRY_VERIFY(test.window().tour() == nullptr);
    QVERIFY(test.settings().get(setting::tourSeen));
    press(test, u"Ctrl+K"_qs); // the keys work again
    QVERIFY(test.window().frame()->topBar()->search()->isAncestorOf(QApplication::focusWidget()));
}

void tst_Help::tourFromTheHelp()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    press(test, u"F1"_qs);
    QTest::mouseClick(test.window().help()->tourButton(), Qt::LeftButton);
    QVERIFY(test.window().tour() != nullptr);
    QVERIFY(!test.window().help()->isVisible());
}

QTEST_MAIN(tst_Help)
#include "tst_help.moc"
