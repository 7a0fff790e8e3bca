// A member's ID number is mistyped, the form says so and does not save; corrected, saved, seen in the history, and the
// earlier version brought back, which is a change like any other.
#include "core/registry/recordstore.h"
#include "core/text/citizenid.h"
#include "tests/support/testwindow.h"
#include "ui/registry/formview.h"
#include "ui/registry/historypanel.h"
#include "ui/registry/listpage.h"
#include "ui/registry/recordpage.h"
#include "ui/widgets/fieldrow.h"
#include <QApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class tst_CheckDigit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongDigitBlockedCorrectedRestored();
};

namespace {

QString storedNumber(Book &book, RowId member)
{
    const auto rows = book.reader().rows(u"member"_qs, QDate(2026, 9, 30), {member}, {u"idNumber"_qs});
    return rows && !rows->isEmpty() ? storedValue(rows->first().values.first()).toString() : QString();
}

qint64 batches(Book &book)
{
    return book.database().scalar(u"SELECT COUNT(*) FROM batch"_qs)->toLongLong();
}

// Where a link of the history begins on screen; null if it is not there.
QPoint linkAt(QTextBrowser *view, const QString &scheme)
{
    for (QTextBlock block = view->document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorHref().startsWith(scheme)) {
                QTextCursor cursor(view->document());
                cursor.setPosition(it.fragment().position() + 1);
                view->setTextCursor(cursor);
                view->ensureCursorVisible();
                return view->cursorRect(cursor).center();
            }
        }
    }
    return {};
}

} // namespace

void tst_CheckDigit::wrongDigitBlockedCorrectedRestored()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    test.goTo(u"list:member"_qs);
    auto *list = qobject_cast<ListPage *>(test.page());
    QVERIFY(list != nullptr);
    QTRY_VERIFY(list->model()->rowCount() > 600);
    RowId member = 0;
    int row = 0;
    for (; row < 50 && storedNumber(test.book(), member).isEmpty(); ++row) {
        QTRY_VERIFY(list->model()->idAt(row) != 0);
        member = list->model()->idAt(row);
    }
    --row;
    const QString before = storedNumber(test.book(), member);
    QCOMPARE(before.size(), 18);

    // To the form by the keyboard.
    list->table()->setFocus();
    list->table()->setCurrentIndex(list->model()->index(row, list->table()->currentIndex().column()));
    QTest::keyClick(list->table(), Qt::Key_Return);
    auto *page = qobject_cast<RecordPage *>(test.page());
    QVERIFY(page != nullptr);
    QCOMPARE(page->record(), member);

    // The same person, another sequence number, and a wrong digit behind it.
    const QString seventeen = before.first(14) + (before.mid(14, 3) == u"987" ? u"985"_qs : u"987"_qs);
    const QString sex = before.at(16).digitValue() % 2 == 1 ? seventeen : QString(before.first(14) + u"986");
    const QChar right = text::CitizenId::checkDigitOf(sex);
    const QChar wrong = right == u'5' ? u'6' : u'5';
    const auto type = [&](const QString &text) {
        page->form()->focusField(u"idNumber"_qs);
        QWidget *target = QApplication::focusWidget();
        QVERIFY(target != nullptr && page->form()->row(u"idNumber"_qs)->isAncestorOf(target));
        QTest::keySequence(target, QKeySequence::SelectAll);
        for (const QChar letter : text) { // the first key puts the mask aside
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCoreApplication::processEvents();
    };
    type(sex + wrong);
    const QString said = page->form()->row(u"idNumber"_qs)->message();
    QVERIFY2(said.contains(right), qPrintable(said));
    savePicture(&test.window(), u"checkdigit-1-wrong"_qs);
    const qint64 steps = batches(test.book());
    auto *save = page->findChild<QPushButton *>(u"save"_qs);
    QTest::mouseClick(save, Qt::LeftButton);
    QTest::keySequence(page, QKeySequence(u"Ctrl+S"_qs));
    QCOMPARE(storedNumber(test.book(), member), before);
    QCOMPARE(batches(test.book()), steps);
    QVERIFY(page->form()->row(u"idNumber"_qs)->isAncestorOf(QApplication::focusWidget())); // brought back to it

    type(sex + right);
    QCOMPARE(page->form()->row(u"idNumber"_qs)->message(), QString());
    QTest::keySequence(page, QKeySequence(u"Ctrl+S"_qs));
    QCOMPARE(storedNumber(test.book(), member), QString(sex + right));
    QCOMPARE(batches(test.book()), steps + 1);
    QVERIFY(!page->isChanged());

    // Who changed what, never in the clear.
    const QString story = page->history()->text();
    QVERIFY2(story.contains(u"测试员"_qs), qPrintable(story));
    QVERIFY(story.contains(u"身份证"_qs) || story.contains(u"身份号码"_qs));
    QVERIFY(!story.contains(before) && !story.contains(QString(sex + right)));
    savePicture(&test.window(), u"checkdigit-2-history"_qs);

    // The newest event stands first, and its link brings back what was before it.
    test.ask().willConfirm(true);
    QTextBrowser *view = page->history()->view();
    const QPoint link = linkAt(view, u"restore:"_qs);
    QVERIFY(!link.isNull());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, link);
    QCOMPARE(storedNumber(test.book(), member), before);
    QCOMPARE(batches(test.book()), steps + 2); // a change of its own, and the history keeps the other
    QTRY_VERIFY(page->history()->text().size() > story.size());
    savePicture(&test.window(), u"checkdigit-3-restored"_qs);
    QTest::keySequence(page, QKeySequence(u"Ctrl+Z"_qs));
    QCOMPARE(storedNumber(test.book(), member), QString(sex + right)); // and like any other it can be undone
}

QTEST_MAIN(tst_CheckDigit)
#include "tst_checkdigit.moc"
