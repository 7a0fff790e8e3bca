// The settings page in the real window: protection with its recovery key, backups and the way back to one.
#include "core/book/book.h"
#include "core/reports/documenttext.h"
#include "core/reports/recoverypaper.h"
#include "tests/support/testwindow.h"
#include "ui/settings/settingspage.h"
#include <QComboBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class tst_SettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingHasAName();
    void passphraseGivesARecoveryKey();
    void aShortPassphraseChangesNothing();
    void backsUpAndOpensACopy();
    void theBookItselfIsNoPlaceForACopy();
    void fontSizeChangesAtOnce();
    void recoveryPaperHoldsTheKey();
    void pictures();

private:
    static SettingsPage *open(TestWindow &test);
    static void click(TestWindow &test, const QString &text);
};

SettingsPage *tst_SettingsPage::open(TestWindow &test)
{
    if (!test.openDemonstration()) {
        return nullptr;
    }
    test.desk().openPage(u"settings"_qs, {});
    return test.window().findChild<SettingsPage *>();
}

void tst_SettingsPage::click(TestWindow &test, const QString &text)
{
    QTRY_VERIFY2(TestWindow::button(test.page(), text) != nullptr, qPrintable(text)); // lines just made show later
    QTest::mouseClick(TestWindow::button(test.page(), text), Qt::LeftButton);
}

void tst_SettingsPage::everythingHasAName()
{
    TestWindow test;
    SettingsPage *page = open(test);
    QVERIFY(page != nullptr);
    QCOMPARE(unnamedControls(page).join(u'\n'), QString());
}

void tst_SettingsPage::passphraseGivesARecoveryKey()
{
    TestWindow test;
    QVERIFY(open(test) != nullptr);
    test.ask().willGiveSecret(u"三秦先锋2026"_qs);
    test.ask().willChoose(std::nullopt, u"recovery key"_qs); // Escape is no answer
    test.ask().willConfirm(false, u"without the recovery key"_qs);
    test.ask().willChoose(1, u"recovery key"_qs); // written down
    click(test, u"Set a passphrase…"_qs);
    QVERIFY(test.book().isProtected().valueOr(false));
    const QString shown = test.ask().shown().join(u'\n');
    const auto match = QRegularExpression(u"[A-Z2-9]{4}(-[A-Z2-9]{4}){7}"_qs).match(shown);
    QVERIFY2(match.hasMatch(), qPrintable(shown));

    // The key that was shown opens the book in place of the passphrase.
    const QString path = test.book().path();
    test.window().closeBook();
    test.ask().willGiveSecret(match.captured());
    QVERIFY(test.window().openBook(path));
    test.desk().openPage(u"settings"_qs, {});
    // Not at an unattended screen.
    test.ask().willConfirm(true, u"Remove the passphrase"_qs);
    test.ask().willGiveSecret(u"三秦先锋2025"_qs);
    test.ask().willWarn();
    click(test, u"Remove the passphrase…"_qs);
    QVERIFY(test.book().isProtected().valueOr(false));
    test.ask().willConfirm(true, u"Remove the passphrase"_qs);
    test.ask().willGiveSecret(match.captured());
    click(test, u"Remove the passphrase…"_qs);
    QVERIFY(!test.book().isProtected().valueOr(true));
    QVERIFY(test.ask().allUsed());
}

void tst_SettingsPage::aShortPassphraseChangesNothing()
{
    TestWindow test;
    QVERIFY(open(test) != nullptr);
    test.ask().willGiveSecret(u"1234"_qs);
    test.ask().willWarn(u"too short"_qs);
    click(test, u"Set a passphrase…"_qs);
    QVERIFY(!test.book().isProtected().valueOr(true));
    QVERIFY(test.ask().allUsed());
}

void tst_SettingsPage::backsUpAndOpensACopy()
{
    TestWindow test;
    QVERIFY(open(test) != nullptr);
    const auto backups = test.book().backups().size();
    click(test, u"Back up now"_qs);
    QCOMPARE(test.book().backups().size(), backups + 1);
    const QString original = test.book().path();
    const QString copy = test.filePath(u"昨天的册子.gridbook"_qs);
    test.ask().willSave(copy);
    click(test, u"Open a copy…"_qs);
    QTRY_VERIFY(test.window().desk() != nullptr && test.book().path() == copy);
    QVERIFY(QFile::exists(original));
    QVERIFY(!test.book().isReadOnly());
    const auto findings = test.book().check({});
    QVERIFY_RESULT(findings);
    QCOMPARE(*findings, QStringList());
}

void tst_SettingsPage::theBookItselfIsNoPlaceForACopy()
{
    TestWindow test;
    QVERIFY(open(test) != nullptr);
    click(test, u"Back up now"_qs);
    const QString path = test.book().path();
    test.ask().willSave(path);
    test.ask().willWarn(u"another name"_qs);
    click(test, u"Open a copy…"_qs);
    QVERIFY(test.ask().allUsed());
    QVERIFY(QFile::exists(path));
}

void tst_SettingsPage::fontSizeChangesAtOnce()
{
    TestWindow test;
    SettingsPage *page = open(test);
    QVERIFY(page != nullptr);
    auto *size = page->findChild<QSpinBox *>();
    QVERIFY(size != nullptr);
    const double before = QApplication::font().pointSizeF();
    size->setFocus();
    QTest::keyClick(size, Qt::Key_Up);
    QCOMPARE(QApplication::font().pointSizeF(), before + 1);
    QTest::keyClick(size, Qt::Key_Down);
    QCOMPARE(QApplication::font().pointSizeF(), before);
}

void tst_SettingsPage::recoveryPaperHoldsTheKey()
{
    const Document paper = recoveryPaper(u"东关社区"_qs, u"ABCD-EFGH"_qs, QDate(2026, 9, 30));
    QString difference;
    QVERIFY2(matchesGolden(toText(paper), u"tests/golden/recovery-paper.txt", &difference), qPrintable(difference));
}

void tst_SettingsPage::pictures()
{
    TestWindow test;
    QVERIFY(open(test) != nullptr);
    click(test, u"Back up now"_qs);
    savePicture(&test.window(), u"settings"_qs);
}

QTEST_MAIN(tst_SettingsPage)
#include "tst_settingspage.moc"
