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
    void reasonMustNotBeBlank();
    void namesAreNotMarkup();
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
    QCOMPARE(m_ask.choose(u"导出哪些行?"_qs, {}, {u"选中的 38 行"_qs, u"筛选出的 412 行"_qs}), std::optional(1));
    inDialog([](QWidget *dialog) { QTest::keyClick(dialog, Qt::Key_Escape); });
    QVERIFY(!m_ask.choose(u"?"_qs, {}, {u"a"_qs}));
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
