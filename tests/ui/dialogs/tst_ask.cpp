#include "tests/support/uitesting.h"
#include "ui/dialogs/ask.h"
#include "ui/shell/theme.h"
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace gridbook::ui;
using gridbook::testing::ScriptedAsk;

class AskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, makeTheme(ThemeMode::Light)); }
    void confirmUsesOurWords();
    void dangerousQuestionDefaultsToNo();
    void chooseTellsWhichOne();
    void theDeedStandsLast();
    void reasonMustNotBeBlank();
    void namesAreNotMarkup();
    void shortSecretCannotBeEntered();
    void longWordsStayInOneLine();
    void scriptedAnswersInOrder();
    void scriptedComplainsAboutSurprises();

private:
    // Runs as soon as the next modal dialog is open; exec() blocks meanwhile.
    template <typename Function>
    void inDialog(Function function)
    {
        QTimer::singleShot(0, this, [function] {
            QWidget *dialog = QApplication::activeModalWidget();
            QVERIFY(dialog != nullptr);
            const auto closed = qScopeGuard([dialog = QPointer<QWidget>(dialog)] {
                if (dialog != nullptr && dialog->isVisible()) {
                    dialog->close(); // a failed check must not leave the test hanging in exec()
                }
            });
            QCOMPARE(gridbook::testing::unnamedControls(dialog).join(u'\n'), QString());
            function(dialog);
        });
    }
    static QPushButton *button(QWidget *dialog, const QString &text)
    {
        for (auto *candidate : dialog->findChildren<QPushButton *>()) {
            if (candidate->text() == text) {
                return candidate;
            }
        }
        return nullptr;
    }
    DesktopAsk m_ask;
};

void AskTest::confirmUsesOurWords()
{
    inDialog([](QWidget *dialog) {
        gridbook::testing::savePicture(dialog, u"ask-confirm"_qs);
        QPushButton *yes = button(dialog, u"作废 3 行"_qs);
        QVERIFY(yes != nullptr);
        QVERIFY(yes->isDefault());
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    QVERIFY(m_ask.confirm({u"作废选中的 3 行?"_qs, u"作废的记录保留在历史中。"_qs, u"作废 3 行"_qs, {}, false}));
    inDialog([](QWidget *dialog) { QTest::keyClick(dialog, Qt::Key_Escape); });
    QVERIFY(!m_ask.confirm(u"作废?"_qs, u"作废"_qs));
}

void AskTest::dangerousQuestionDefaultsToNo()
{
    inDialog([](QWidget *dialog) { QTest::keyClick(dialog, Qt::Key_Return); });
    QVERIFY(!m_ask.confirm({u"?"_qs, {}, u"作废"_qs, u"保留"_qs, true}));
}

void AskTest::chooseTellsWhichOne()
{
    inDialog([](QWidget *dialog) { QTest::mouseClick(button(dialog, u"筛选出的 412 行"_qs), Qt::LeftButton); });
    const Choice rows{u"导出哪些行?"_qs, {}, {u"选中的 38 行"_qs, u"筛选出的 412 行"_qs}};
    QCOMPARE(m_ask.choose(rows), std::optional(1));
    inDialog([](QWidget *dialog) { QTest::keyClick(dialog, Qt::Key_Escape); });
    QVERIFY(!m_ask.choose(rows));
    inDialog([](QWidget *dialog) { // the likeliest is the answer of the Return key
        QVERIFY(button(dialog, u"Cancel"_qs) != nullptr);
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    QCOMPARE(m_ask.choose(rows), std::optional(0));
    inDialog([](QWidget *dialog) { QTest::mouseClick(button(dialog, u"都不要"_qs), Qt::LeftButton); });
    QVERIFY(!m_ask.choose({u"?"_qs, {}, {u"a"_qs}, u"都不要"_qs}));
}

// What is done stands at the right, as in the dialogs and forms of the program, whatever the system does.
void AskTest::theDeedStandsLast()
{
    const auto isRightOf = [](QPushButton *one, QPushButton *other) {
        return one->mapToGlobal(QPoint()).x() > other->mapToGlobal(QPoint()).x();
    };
    inDialog([&](QWidget *dialog) {
        QVERIFY(isRightOf(button(dialog, u"作废"_qs), button(dialog, u"Cancel"_qs)));
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    QVERIFY(!m_ask.confirm(u"?"_qs, u"作废"_qs));
    inDialog([&](QWidget *dialog) {
        QVERIFY(isRightOf(button(dialog, u"a"_qs), button(dialog, u"b"_qs)));
        QVERIFY(isRightOf(button(dialog, u"a"_qs), button(dialog, u"Cancel"_qs)));
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    QVERIFY(!m_ask.choose({u"?"_qs, {}, {u"a"_qs, u"b"_qs}}));
    inDialog([&](QWidget *dialog) {
        QVERIFY(isRightOf(button(dialog, u"Confirm"_qs), button(dialog, u"Cancel"_qs)));
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    QVERIFY(!m_ask.askReason(u"?"_qs, u"?"_qs));
}

void AskTest::reasonMustNotBeBlank()
{
    inDialog([](QWidget *dialog) {
        auto *line = dialog->findChild<QLineEdit *>();
        QPushButton *ok = button(dialog, u"Confirm"_qs);
        QVERIFY(!ok->isEnabled());
        QTest::keyClicks(line, u"  "_qs);
        QVERIFY(!ok->isEnabled());
        gridbook::testing::typeChinese(line, u"重复录入"_qs);
        QVERIFY(ok->isEnabled());
        gridbook::testing::savePicture(dialog, u"ask-reason"_qs);
        QTest::keyClick(line, Qt::Key_Return);
    });
    QCOMPARE(m_ask.askReason(u"作废"_qs, u"原因"_qs), std::optional(u"重复录入"_qs));
}

void AskTest::namesAreNotMarkup()
{
    inDialog([](QWidget *dialog) {
        QCOMPARE(qobject_cast<QMessageBox *>(dialog)->textFormat(), Qt::PlainText);
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    m_ask.inform(u"<b>张伟</b>"_qs);
}

void AskTest::shortSecretCannotBeEntered()
{
    inDialog([this](QWidget *dialog) {
        auto *line = dialog->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"1234567"_qs);
        QVERIFY(!button(dialog, u"OK"_qs)->isEnabled());
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(dialog->isVisible()); // said while it is typed, not after the second time
        gridbook::testing::savePicture(dialog, u"ask-secret"_qs);
        QTest::keyClicks(line, u"8"_qs);
        QVERIFY(button(dialog, u"OK"_qs)->isEnabled());
        inDialog([](QWidget *second) {
            QTest::keyClicks(second->findChild<QLineEdit *>(), u"12345678"_qs);
            QTest::keyClick(second, Qt::Key_Return);
        });
        QTest::keyClick(line, Qt::Key_Return);
    });
    QCOMPARE(m_ask.askSecret(u"口令"_qs, u"至少8个字符"_qs, 8), std::optional(u"12345678"_qs));
}

void AskTest::longWordsStayInOneLine()
{
    const QString key = u"WWWW-WWWW-WWWW-WWWW-WWWW-WWWW-WWWW-WWWW"_qs;
    inDialog([key](QWidget *dialog) {
        bool seen = false;
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->text().contains(key)) {
                seen = true;
                const int needed = label->fontMetrics().horizontalAdvance(key);
                QVERIFY2(label->width() >= needed, qPrintable(u"%1 < %2"_qs.arg(label->width()).arg(needed)));
            }
        }
        QVERIFY(seen);
        gridbook::testing::savePicture(dialog, u"ask-recovery-key"_qs);
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    QVERIFY(!m_ask.confirm({u"打印？"_qs, QString(key + u"\n\n忘记口令时用它打开。"_qs), u"打印"_qs, {}, false}));
}

void AskTest::scriptedAnswersInOrder()
{
    ScriptedAsk ask;
    ask.willConfirm(true, u"作废"_qs);
    ask.willGiveReason(std::nullopt);
    ask.willSave(u"/tmp/x.xlsx"_qs);
    QVERIFY(ask.confirm(u"作废?"_qs, u"作废"_qs));
    QVERIFY(!ask.askReason(u"t"_qs, u"l"_qs));
    QCOMPARE(ask.saveFile({}), u"/tmp/x.xlsx"_qs);
    QVERIFY(ask.allUsed());
    QCOMPARE(ask.shown().size(), 3);
}

void AskTest::scriptedComplainsAboutSurprises()
{
    ScriptedAsk ask;
    ask.onlyCount();
    QVERIFY(!ask.confirm(u"作废?"_qs, u"作废"_qs));
    QCOMPARE(ask.unexpected(), 1);
    ask.willInform(u"完成"_qs);
    ask.inform(u"别的话"_qs);
    QCOMPARE(ask.unexpected(), 2);
    QVERIFY(!ask.allUsed());
}

QTEST_MAIN(AskTest)
#include "tst_ask.moc"
