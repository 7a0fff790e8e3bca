// The form of a record, by real keys: check as one types, save, history, restore, drafts, moves, conflicts.
#include "core/base/partialdate.h"
#include "core/changes/drafts.h"
#include "core/reports/changetable.h"
#include "tests/ui/registry/formworkbench.h"
#include "ui/changes/conflictpanel.h"
#include "ui/registry/formkeys.h"
#include "ui/registry/formsealed.h"
#include "ui/registry/historypanel.h"
#include "ui/registry/paperdialog.h"
#include "ui/registry/recordpage.h"
#include "ui/registry/stepdialog.h"
#include "ui/shell/recordactions.h"
#include "ui/widgets/codeeditor.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/lineeditor.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/picklist.h"
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QTimer>
#include <QUrl>

using namespace gridbook;
using namespace gridbook::ui;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_Form : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, makeTheme(ThemeMode::Light)); }
    void init();
    void cleanup();
    void wrongCheckDigitThenSavedThenRestored();
    void numberFillsBirthAndSex();
    void maskedUntilPurposeIsGiven();
    void typingReplacesMaskedEntry();
    void warningNeedsOneTick();
    void oldWarningsDoNotStopOtherEdits();
    void requiredFieldStopsSaving();
    void fieldsKeepTheirPlaces();
    void branchSizeIsSaidUnderTheBranch();
    void moveFromTodayLeavesEarlierQuarters();
    void educationFromTodayOrCorrected();
    void correctionRewritesTheRow();
    void conflictOnTheSameField();
    void conflictOnOtherFieldsMerges();
    void draftSurvivesCrash();
    void discardedDraftIsGone();
    void numberAlreadyInTheBook();
    void personInAnotherRoleIsJoined();
    void namesakeIsOnlyAWarning();
    void newRecordFromLookupComesBack();
    void keysLeadThroughTheForm();
    void walksThroughTheList();
    void oddOldEntryIsKept();
    void newFormIsSilentUntilAskedTo();
    void actionsStandOnThePage();
    void leavingIsNoEntry();
    void actionAsksAboutUnsavedChanges();
    void missingRecordIsNoNewOne();
    void remarksNeverStopSaving();
    void countOutOfBandNeedsATick();
    void newGridIsOfferedItsCode();
    void gridIsOfferedAShorterName();
    void theOnlyCommunityIsGiven();
    void everythingHasAName();
    void everyRegistryHasAForm_data();
    void everyRegistryHasAForm();
    void pictures();

private:
    QLineEdit *line(const QString &field) { return qobject_cast<QLineEdit *>(m_page->form()->editor(field)->field()); }
    void type(const QString &field, const QString &text);
    QString message(const QString &field) { return m_page->form()->row(field)->message(); }
    QPushButton *offer(const QString &field, int which);
    QVariant stored(const QString &field, QDate day = QDate(2026, 9, 30));
    RowId addPerson(const QString &name, const QString &number);
    void open(RowId id, const QVariantMap &presets = {});
    void changeBehindTheForm(const QString &field, const QVariant &value);

    std::unique_ptr<TestBook> m_book;
    std::unique_ptr<FormWorkbench> m_bench;
    std::unique_ptr<RecordPage> m_page;
    TestBook::Basics m_basics;
    RowId m_member = 0;
};

namespace {
const QString goodNumber = u"999901196804127315"_qs; // a man born on 1968-04-12
} // namespace

void tst_Form::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
    m_member = m_book->addMember(u"陈永军"_qs, goodNumber, m_basics.branch, m_basics.grid);
    QVERIFY(m_member != 0);
    m_bench = std::make_unique<FormWorkbench>(*m_book);
}

void tst_Form::cleanup()
{
    m_page.reset();
    m_bench.reset();
    m_book.reset();
}

void tst_Form::open(RowId id, const QVariantMap &presets)
{
    m_page = std::make_unique<RecordPage>(*m_bench, u"member"_qs, id, presets);
    m_page->resize(1200, 800);
    m_page->show();
    QApplication::setActiveWindow(m_page.get());
    QCoreApplication::processEvents();
}

void tst_Form::type(const QString &field, const QString &text)
{
    m_page->form()->focusField(field);
    QWidget *target = QApplication::focusWidget();
    QVERIFY2(target != nullptr && m_page->form()->row(field)->isAncestorOf(target), qPrintable(field));
    auto *sealed = qobject_cast<SealedEditor *>(m_page->form()->editor(field));
    if (sealed == nullptr || !sealed->isMasked()) {
        QTest::keySequence(target, QKeySequence::SelectAll);
    }
    if (text.isEmpty()) {
        QTest::keyClick(target, Qt::Key_Delete);
    } else if (text.at(0).unicode() < 128) {
        for (const QChar letter : text) {
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
        }
    } else {
        typeChinese(target, text);
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCoreApplication::processEvents();
}

QPushButton *tst_Form::offer(const QString &field, int which)
{
    const auto all = m_page->form()->row(field)->parentWidget()->findChildren<QPushButton *>();
    return all.value(which);
}

QVariant tst_Form::stored(const QString &field, QDate day)
{
    const auto rows = (*m_book)->reader().rows(u"member"_qs, day, {m_member}, {field});
    return rows && !rows->isEmpty() ? storedValue(rows->first().values.first()) : QVariant();
}

RowId tst_Form::addPerson(const QString &name, const QString &number)
{
    Book &book = **m_book;
    auto work = book.begin({u"edit"_qs, name, {}, {}});
    Record record;
    record.registry = u"person"_qs;
    record.asOf = QDate(2026, 9, 30);
    const auto id = book.records().save(**work, record, {{u"name"_qs, name}, {u"idNumber"_qs, number}});
    return id && book.commit(**work) ? *id : 0;
}

// As a second window would: the form on screen does not hear of it in time.
void tst_Form::changeBehindTheForm(const QString &field, const QVariant &value)
{
    Book &book = **m_book;
    const QSignalBlocker quiet(&book.bus());
    const auto record = book.records().load(u"member"_qs, m_member, QDate(2026, 9, 30));
    QVERIFY_RESULT(record);
    QVariantMap values = record->values;
    values.insert(field, value);
    auto work = book.begin({u"edit"_qs, u"别处"_qs, {}, {}});
    QVERIFY_RESULT(work);
    QVERIFY_RESULT(book.records().save(**work, *record, values));
    QVERIFY_RESULT(book.commit(**work));
}

void tst_Form::wrongCheckDigitThenSavedThenRestored()
{
    open(m_member);
    const QString other = u"999901197807010010"_qs;
    type(u"idNumber"_qs, QString(other.left(17) + u'6'));
    QVERIFY2(!message(u"idNumber"_qs).isEmpty(), "a wrong check digit is told under the field");
    QVERIFY(!m_page->save());
    QVERIFY(m_page->form()->row(u"idNumber"_qs)->isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(stored(u"idNumber"_qs).toString(), goodNumber);
    type(u"idNumber"_qs, other);
    QCOMPARE(message(u"idNumber"_qs), QString());
    type(u"phone"_qs, u"13812345678"_qs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(stored(u"idNumber"_qs).toString(), other);
    QVERIFY(!m_page->isChanged());
    QVERIFY(m_page->history()->text().contains(u"138****5678"_qs));
    QVERIFY(!m_page->history()->text().contains(u"13812345678"_qs));

    m_bench->ask.willConfirm(true, u"陈永军"_qs);
    const auto events = (*m_book)->undoStack().undoable();
    QVERIFY(events);
    Q_EMIT m_page->history()->view()->anchorClicked(QUrl(u"restore:%1"_qs.arg(events->id.value())));
    QCOMPARE(stored(u"idNumber"_qs).toString(), goodNumber);
    QCOMPARE(stored(u"phone"_qs).toString(), QString());
    QVERIFY(m_page->history()->text().contains(u"138****5678"_qs)); // the history keeps both
    QVERIFY(!m_page->isChanged());
}

void tst_Form::numberFillsBirthAndSex()
{
    open(0);
    type(u"name"_qs, u"李秀英"_qs);
    type(u"idNumber"_qs, u"999901197807010010"_qs);
    QCOMPARE(line(u"birth"_qs)->text(), u"1978-07-01"_qs);
    QVERIFY(!line(u"sex"_qs)->text().isEmpty());
    const QString said = message(u"birth"_qs);
    QVERIFY(!said.isEmpty());
    // An entry of the user's own stays, and is compared with the number.
    type(u"birth"_qs, u"1978.8"_qs);
    QVERIFY(message(u"birth"_qs) != said);
    QCOMPARE(m_page->form()->editor(u"birth"_qs)->validation().level, Level::Warning);
    type(u"idNumber"_qs, goodNumber);
    QCOMPARE(line(u"birth"_qs)->text(), u"1978-08"_qs);
}

void tst_Form::maskedUntilPurposeIsGiven()
{
    open(m_member);
    auto *sealed = qobject_cast<SealedEditor *>(m_page->form()->editor(u"idNumber"_qs));
    QVERIFY(sealed != nullptr && sealed->isMasked());
    QCOMPARE(sealed->mask()->text(), u"9999**********7315"_qs);
    m_page->form()->focusField(u"idNumber"_qs);
    m_bench->ask.willGiveReason(std::nullopt);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(sealed->isMasked());
    m_bench->ask.willGiveReason(u"核对证件"_qs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(!sealed->isMasked());
    QCOMPARE(line(u"idNumber"_qs)->text(), goodNumber);
    QVERIFY(!m_page->isChanged());
    const auto logged = (*m_book)->database().scalar(
        u"SELECT purpose FROM access_log WHERE action = 'show' AND record_id = ? AND field = 'idNumber'"_qs,
        {m_member});
    QVERIFY_RESULT(logged);
    QCOMPARE(logged->toString(), u"核对证件"_qs);
}

void tst_Form::typingReplacesMaskedEntry()
{
    open(m_member);
    auto *sealed = qobject_cast<SealedEditor *>(m_page->form()->editor(u"idNumber"_qs));
    m_page->form()->focusField(u"idNumber"_qs);
    QTest::keyClick(QApplication::focusWidget(), '9');
    QVERIFY(!sealed->isMasked());
    QCOMPARE(line(u"idNumber"_qs)->text(), u"9"_qs);
    QVERIFY(m_page->isChanged());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(sealed->isMasked());
    QVERIFY(!m_page->isChanged());
    QCOMPARE(m_bench->log, QStringList()); // Esc did not close the page
}

void tst_Form::warningNeedsOneTick()
{
    open(m_member);
    type(u"fullDate"_qs, u"2002-05"_qs); // joined 2001-07-01
    QCOMPARE(m_page->form()->editor(u"fullDate"_qs)->validation().level, Level::Warning);
    QVERIFY(!m_page->save());
    QCOMPARE(QApplication::focusWidget(), m_page->checkedTick());
    QCOMPARE(stored(u"fullDate"_qs).toString(), u"2002-07-01"_qs);
    QTest::keyClick(m_page->checkedTick(), Qt::Key_Space);
    typeChinese(m_page->reasonLine(), u"档案如此"_qs);
    QVERIFY(m_page->save());
    QCOMPARE(stored(u"fullDate"_qs).toString(), u"2002-05"_qs);
    QCOMPARE((*m_book)->undoStack().undoable()->reason, u"档案如此"_qs);
    QVERIFY(m_page->history()->text().contains(u"档案如此"_qs));
}

void tst_Form::oldWarningsDoNotStopOtherEdits()
{
    open(m_member); // has no telephone: a warning since ever
    QCOMPARE(m_page->form()->editor(u"phone"_qs)->validation().level, Level::Warning);
    type(u"workUnit"_qs, u"东关小学"_qs);
    QVERIFY(m_page->save());
    QCOMPARE(stored(u"workUnit"_qs).toString(), u"东关小学"_qs);
}

void tst_Form::requiredFieldStopsSaving()
{
    open(m_member);
    type(u"name"_qs, QString());
    QVERIFY(!m_page->save());
    QVERIFY(!message(u"name"_qs).isEmpty());
    QCOMPARE(stored(u"name"_qs).toString(), u"陈永军"_qs);
    m_page.reset();
    open(0);
    for (const QString &field : m_page->form()->fields()) {
        QVERIFY2(m_page->form()->editor(field)->validation().level != Level::Error, qPrintable(field));
    }
}

// Messages come and go in the line that each field keeps for them.
void tst_Form::fieldsKeepTheirPlaces()
{
    open(m_member);
    m_page->resize(1700, 900);
    QCoreApplication::processEvents();
    FormView *form = m_page->form();
    const auto places = [form] {
        QStringList all;
        for (const QString &field : form->fields()) {
            const QPoint at = form->editor(field)->mapTo(form->widget(), QPoint());
            all << u"%1 %2 %3"_qs.arg(field).arg(at.x()).arg(at.y());
        }
        return all;
    };
    const QStringList before = places();
    QCOMPARE(message(u"name"_qs), QString());
    type(u"name"_qs, QString());
    QVERIFY(!m_page->save());
    type(u"fullDate"_qs, u"2002-05"_qs);
    QCOMPARE(form->editor(u"name"_qs)->validation().level, Level::Error);
    QCOMPARE(form->editor(u"fullDate"_qs)->validation().level, Level::Warning);
    type(u"grid"_qs, QString()); // asks "since when?" and offers two ways out beside it
    QVERIFY(offer(u"grid"_qs, 1) != nullptr);
    QCoreApplication::processEvents();
    savePicture(m_page.get(), u"form-messages"_qs);
    QCOMPARE(places(), before);
}

void tst_Form::branchSizeIsSaidUnderTheBranch()
{
    open(m_member);
    QVERIFY2(message(u"branch"_qs).contains(u"1 full members; a branch needs 3"), qPrintable(message(u"branch"_qs)));
    QCOMPARE(m_page->form()->editor(u"branch"_qs)->validation().level, Level::Info);
    type(u"workUnit"_qs, u"东关小学"_qs);
    QVERIFY(m_page->save()); // advice never stops anything
}

void tst_Form::moveFromTodayLeavesEarlierQuarters()
{
    open(m_member);
    m_page->form()->enter(u"branch"_qs, QVariant::fromValue(ReferenceValue{m_basics.secondBranch, u"东关二支部"_qs}));
    QCoreApplication::processEvents();
    QVERIFY(!m_page->save()); // which of the two is meant must be said
    QVERIFY(offer(u"branch"_qs, 0) != nullptr && offer(u"branch"_qs, 1) != nullptr);
    QTest::mouseClick(offer(u"branch"_qs, 0), Qt::LeftButton);
    QCOMPARE(line(u"since"_qs)->text(), u"2026-09-30"_qs);
    QVERIFY(m_page->save());
    QCOMPARE(stored(u"branch"_qs, QDate(2026, 6, 30)).toLongLong(), m_basics.branch);
    QCOMPARE(stored(u"branch"_qs, QDate(2026, 9, 30)).toLongLong(), m_basics.secondBranch);
    QVERIFY(m_page->history()->text().contains(u"东关一支部 → 东关二支部"_qs));
    // Neither of the two rows says that somebody came or left with the move.
    const auto figures = Figures::open((*m_book)->reader());
    QVERIFY_RESULT(figures);
    const auto changes = changeTable(**figures, QDate(2026, 9, 30));
    QVERIFY_RESULT(changes);
    QCOMPARE(changes->at(2), 0);
    QCOMPARE(changes->at(9), 0);
    QCOMPARE(changes->at(17), 0);
}

// What has no day of its own but is counted by: from today on, unless it was wrong before; and quiet otherwise.
void tst_Form::educationFromTodayOrCorrected()
{
    const QDate before(2026, 6, 30);
    changeBehindTheForm(u"education"_qs, u"31"_qs);
    open(m_member);
    m_page->form()->enter(u"specialty"_qs, u"书法"_qs);
    QCoreApplication::processEvents();
    QVERIFY(offer(u"education"_qs, 0) == nullptr);
    QVERIFY(offer(u"specialty"_qs, 0) == nullptr);

    m_page->form()->enter(u"education"_qs, u"21"_qs);
    QCoreApplication::processEvents();
    QVERIFY(message(u"education"_qs).contains(u"2026-09-30"_qs));
    QVERIFY(message(u"education"_qs).contains(u"大学专科毕业"_qs));
    savePicture(m_page.get(), u"kept"_qs);
    QVERIFY(m_page->save()); // nothing has to be said for the usual case
    QCOMPARE(stored(u"education"_qs, before).toString(), u"31"_qs);
    QCOMPARE(stored(u"education"_qs).toString(), u"21"_qs);
    QVERIFY(m_page->history()->text().contains(u"大学专科毕业 → 大学本科毕业"_qs));
    QVERIFY(offer(u"education"_qs, 0) == nullptr);

    QVERIFY_RESULT((*m_book)->undo());
    m_page->form()->enter(u"education"_qs, u"21"_qs);
    QCoreApplication::processEvents();
    QTest::mouseClick(offer(u"education"_qs, 0), Qt::LeftButton); // it was wrong before, too
    QVERIFY(m_page->save());
    QCOMPARE(stored(u"education"_qs, before).toString(), u"21"_qs);

    m_page->form()->enter(u"education"_qs, u"14"_qs);
    QCoreApplication::processEvents();
    m_bench->ask.willGiveText(u"2026.7.1"_qs);
    QTest::mouseClick(offer(u"education"_qs, 1), Qt::LeftButton); // from another day
    QVERIFY(message(u"education"_qs).contains(u"2026-07-01"_qs));
    QVERIFY(m_page->save());
    QCOMPARE(stored(u"education"_qs, before).toString(), u"21"_qs);
    QCOMPARE(stored(u"education"_qs, QDate(2026, 7, 1)).toString(), u"14"_qs);
}

void tst_Form::correctionRewritesTheRow()
{
    open(m_member);
    m_page->form()->enter(u"branch"_qs, QVariant::fromValue(ReferenceValue{m_basics.secondBranch, u"东关二支部"_qs}));
    QCoreApplication::processEvents();
    QTest::mouseClick(offer(u"branch"_qs, 1), Qt::LeftButton);
    QVERIFY(m_page->save());
    QCOMPARE(stored(u"branch"_qs, QDate(2026, 6, 30)).toLongLong(), m_basics.secondBranch);
}

void tst_Form::conflictOnTheSameField()
{
    open(m_member);
    type(u"workUnit"_qs, u"东关小学"_qs);
    changeBehindTheForm(u"workUnit"_qs, u"东关中学"_qs);
    QVERIFY(!m_page->save());
    QVERIFY(m_page->showsConflict());
    QVERIFY(!m_page->conflict()->isDecided());
    savePicture(m_page.get(), u"conflict"_qs);
    m_page->conflict()->choose(u"workUnit"_qs, true);
    Q_EMIT m_page->conflict()->decided(m_page->conflict()->values());
    QVERIFY(!m_page->showsConflict());
    QCOMPARE(stored(u"workUnit"_qs).toString(), u"东关小学"_qs);
}

void tst_Form::conflictOnOtherFieldsMerges()
{
    open(m_member);
    type(u"workUnit"_qs, u"东关小学"_qs);
    changeBehindTheForm(u"nativePlace"_qs, u"宝鸡"_qs);
    m_page->save();
    QVERIFY(!m_page->showsConflict());
    QCOMPARE(stored(u"workUnit"_qs).toString(), u"东关小学"_qs);
    QCOMPARE(stored(u"nativePlace"_qs).toString(), u"宝鸡"_qs);
}

void tst_Form::draftSurvivesCrash()
{
    open(m_member);
    type(u"workUnit"_qs, u"东关小学"_qs);
    type(u"fullDate"_qs, u"2003.8"_qs);
    type(u"idNumber"_qs, u"9999011968"_qs); // half typed
    auto *timer = m_page->findChild<QTimer *>(u"draftTimer"_qs);
    QVERIFY(timer != nullptr && timer->isActive() && timer->interval() <= 2000);
    QMetaObject::invokeMethod(timer, "timeout"); // two seconds later …
    m_page.reset();                              // … the power goes: nobody was asked anything
    m_book->reopen();
    open(m_member);
    QPushButton *go = m_page->messages()->actionButton();
    QVERIFY(go->isVisible());
    QVERIFY(!m_page->isChanged());
    QTest::mouseClick(go, Qt::LeftButton);
    QCOMPARE(line(u"workUnit"_qs)->text(), u"东关小学"_qs);
    QCOMPARE(line(u"fullDate"_qs)->text(), u"2003-08"_qs);
    QCOMPARE(line(u"idNumber"_qs)->text(), u"9999011968"_qs);
    QCOMPARE(m_page->form()->changedFields().size(), 3);
    type(u"idNumber"_qs, goodNumber);
    QVERIFY(m_page->save());
    QVERIFY(!QDir(m_book->path() + u".drafts").exists());
}

void tst_Form::discardedDraftIsGone()
{
    open(m_member);
    type(u"workUnit"_qs, u"东关小学"_qs);
    m_bench->ask.willChoose(std::nullopt); // back to the form
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(m_bench->log.isEmpty() && m_page->isChanged());
    m_bench->ask.willChoose(1); // discard
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(m_bench->log, QStringList{u"close"_qs});
    QVERIFY(m_page->mayLeave()); // asked once
    QVERIFY(!Drafts(m_book->path(), (*m_book)->sealer()).find(u"member"_qs, m_member)->has_value());
}

void tst_Form::numberAlreadyInTheBook()
{
    open(0);
    type(u"name"_qs, u"李秀英"_qs);
    type(u"idNumber"_qs, goodNumber);
    QVERIFY(message(u"idNumber"_qs).contains(u"陈永军"_qs));
    QVERIFY(!m_page->save());
    QTest::mouseClick(offer(u"idNumber"_qs, 0), Qt::LeftButton);
    QCOMPARE(m_bench->log, QStringList{u"open member %1"_qs.arg(m_member)});
    // What was entered is safe meanwhile.
    QVERIFY(Drafts(m_book->path(), (*m_book)->sealer()).find(u"member"_qs, 0)->has_value());
}

void tst_Form::personInAnotherRoleIsJoined()
{
    QVERIFY(addPerson(u"李秀英"_qs, u"999901197807010010"_qs) != 0);
    open(0);
    type(u"name"_qs, u"李秀英"_qs);
    type(u"idNumber"_qs, u"999901197807010010"_qs);
    QCOMPARE(m_page->form()->editor(u"idNumber"_qs)->validation().level, Level::Info);
    QVERIFY(message(u"idNumber"_qs).contains(u"李秀英"_qs));
}

void tst_Form::namesakeIsOnlyAWarning()
{
    open(0);
    type(u"name"_qs, u"陈永军"_qs);
    QCOMPARE(message(u"name"_qs), QString());
    m_page.reset();
    changeBehindTheForm(u"phone"_qs, u"13812345678"_qs);
    open(0);
    type(u"name"_qs, u"陈永军"_qs);
    type(u"phone"_qs, u"13812345678"_qs);
    QCOMPARE(m_page->form()->editor(u"name"_qs)->validation().level, Level::Warning);
    type(u"idNumber"_qs, u"999901197807010010"_qs); // another number: another person
    QCOMPARE(message(u"name"_qs), QString());
}

void tst_Form::newRecordFromLookupComesBack()
{
    open(m_member);
    Q_EMIT m_page->form()->newRequested(u"grid"_qs, u"第三网格"_qs);
    QCOMPARE(m_bench->log, QStringList{u"new grid 第三网格"_qs});
    Book &book = **m_book;
    auto work = book.begin({u"edit"_qs, u"新增网格"_qs, {}, {}});
    const auto grid = (*work)->insert(u"grid"_qs, {{u"code"_qs, u"610305100001003"_qs},
                                                   {u"name"_qs, u"第三网格"_qs},
                                                   {u"kind"_qs, u"urban"_qs},
                                                   {u"division_id"_qs, m_basics.community},
                                                   {u"valid_from"_qs, u"2020-01-01"_qs}});
    QVERIFY_RESULT(grid);
    QVERIFY_RESULT(book.commit(**work));
    QVERIFY(line(u"grid"_qs)->text().contains(u"第三网格"_qs));
    QCOMPARE(m_page->form()->changedFields(), QStringList{u"grid"_qs});
}

void tst_Form::keysLeadThroughTheForm()
{
    open(m_member);
    // Tab walks in reading order.
    m_page->form()->focusField(m_page->form()->fields().first());
    for (const QString &field : m_page->form()->fields().mid(0, 8)) {
        QVERIFY2(m_page->form()->row(field)->isAncestorOf(QApplication::focusWidget()), qPrintable(field));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    // Alt+letter leads to a field.
    const auto *keys = m_page->findChild<FormKeys *>();
    QVERIFY(keys != nullptr && keys->letters().size() > 10);
    QCOMPARE(keys->letters().value(u'X'), u"name"_qs); // 姓名
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_X, Qt::AltModifier);
    QVERIFY(m_page->form()->row(u"name"_qs)->isAncestorOf(QApplication::focusWidget()));
    // Ctrl+; is today.
    m_page->form()->focusField(u"mobileSince"_qs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Semicolon, Qt::ControlModifier);
    QCOMPARE(line(u"mobileSince"_qs)->text(), u"2026-09-30"_qs);
}

void tst_Form::walksThroughTheList()
{
    const RowId second = m_book->addMember(u"王小明"_qs, u"999901197807010010"_qs, m_basics.branch, m_basics.grid);
    open(m_member);
    m_page->setNeighbours({m_member, second});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(m_page->record(), second);
    QCOMPARE(line(u"name"_qs)->text(), u"王小明"_qs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(m_page->record(), second);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(m_page->record(), m_member);
}

void tst_Form::oddOldEntryIsKept()
{
    const QString odd = u"999901196804127318"_qs; // brought in by an import
    const RowId id = m_book->addMember(u"王小明"_qs, odd, m_basics.branch, m_basics.grid);
    open(id);
    QVERIFY(!m_page->isChanged());
    QCOMPARE(m_page->form()->values().value(u"idNumber"_qs).toString(), odd);
    QVERIFY(!message(u"idNumber"_qs).isEmpty());
}

void tst_Form::newFormIsSilentUntilAskedTo()
{
    const RegistrySpec &spec = *m_book->catalog().registry(u"member"_qs);
    open(0, spec.initial(QDate(2026, 9, 30)));
    for (const QString &field : m_page->form()->fields()) {
        QVERIFY2(message(field).isEmpty(), qPrintable(field + u": " + message(field)));
    }
    QVERIFY(!m_page->isChanged()); // what it starts with is nobody's entry
    QVERIFY(m_page->mayLeave());   // so nothing is asked
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        QVERIFY2(!label->isVisible() || !label->text().contains(u"warning"), qPrintable(label->text()));
    }
    m_page->form()->focusField(u"phone"_qs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCoreApplication::processEvents();
    QVERIFY(!message(u"phone"_qs).isEmpty()); // left without a number: now it is said
    QVERIFY(message(u"branch"_qs).isEmpty());
    QVERIFY(!m_page->save());
    QVERIFY(!message(u"branch"_qs).isEmpty());
}

namespace {

QAction *pageAction(RecordPage &page, const QString &name)
{
    QMenu *menu = page.findChild<QPushButton *>(u"recordActions"_qs)->menu();
    Q_EMIT menu->aboutToShow();
    const auto actions = menu->actions();
    const auto it =
        std::find_if(actions.begin(), actions.end(), [&](QAction *each) { return each->objectName() == name; });
    return it == actions.end() ? nullptr : *it;
}

template <typename Dialog>
Dialog *opened()
{
    for (QWidget *each : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<Dialog *>(each); dialog != nullptr && dialog->isVisible()) {
            return dialog;
        }
    }
    return nullptr;
}

} // namespace

void tst_Form::actionsStandOnThePage()
{
    open(m_member);
    for (const RecordAction &action : recordActions(u"member"_qs)) {
        QCOMPARE(pageAction(*m_page, action.id) != nullptr, action.needs != RecordAction::Needs::None);
    }
    pageAction(*m_page, u"member.transferOut"_qs)->trigger();
    auto *step = opened<StepDialog>();
    QVERIFY(step != nullptr);
    step->editor(u"to"_qs)->setValue(u"西街社区党委"_qs);
    step->apply();
    QCOMPARE(stored(u"state"_qs).toString(), u"20"_qs);
    QCOMPARE(m_page->form()->editor(u"state"_qs)->value().toString(), u"20"_qs); // the form follows
    pageAction(*m_page, u"memberForm"_qs)->trigger();
    auto *paper = opened<PaperDialog>();
    QVERIFY(paper != nullptr);
    QTest::mouseClick(paper->openButton(), Qt::LeftButton);
    QCOMPARE(m_bench->lastArguments.value(u"ids"_qs).value<QList<RowId>>(), QList<RowId>{m_member});
    // With relations on record a member is not voided, and no reason is asked for.
    pageAction(*m_page, u"void"_qs)->trigger();
    QVERIFY2(m_bench->log.last().startsWith(u"report “"), qPrintable(m_bench->log.last()));
    QVERIFY_RESULT((*m_book)->records().load(u"member"_qs, m_member, QDate(2026, 9, 30)));
    {
        auto work = (*m_book)->begin({u"edit"_qs, u"作废"_qs, {}, {}});
        const auto spell =
            (*m_book)->database().scalar(u"SELECT id FROM affiliation WHERE member_id = ?"_qs, {m_member});
        QVERIFY_RESULT((*work)->voidRow(u"affiliation"_qs, spell->toLongLong(), 0, u"误录"_qs));
        QVERIFY_RESULT((*m_book)->commit(**work));
    }
    m_bench->ask.willGiveReason(u"重复录入"_qs);
    pageAction(*m_page, u"void"_qs)->trigger();
    QCOMPARE(m_bench->log.last(), u"close"_qs);
    QVERIFY(!(*m_book)->records().load(u"member"_qs, m_member, QDate(2026, 9, 30)));
}

// Death and the like are steps: neither offered by the form nor taken from it.
void tst_Form::leavingIsNoEntry()
{
    open(m_member);
    auto *state = qobject_cast<CodeEditor *>(m_page->form()->editor(u"state"_qs));
    QVERIFY(state != nullptr);
    QCOMPARE(state->matches(u"死亡"_qs).size(), 0);
    QCOMPARE(state->matches(u"停止"_qs).size(), 1);
    state->openList();
    QCOMPARE(state->list()->items().size(), 5); // four states, and why there are no more
    QVERIFY(state->list()->items().last().heading && !state->list()->items().last().title.isEmpty());
    savePicture(m_page.get(), u"form-state-list"_qs);
    state->list()->hide();
    type(u"state"_qs, u"死亡"_qs);
    m_page->save();
    QCOMPARE(stored(u"state"_qs).toString(), u"1"_qs);
    QVERIFY2(m_page->form()->row(u"state"_qs)->message().startsWith(u"“死亡” ends the membership"),
             qPrintable(m_page->form()->row(u"state"_qs)->message()));
    savePicture(m_page.get(), u"form-state"_qs);
}

void tst_Form::actionAsksAboutUnsavedChanges()
{
    open(m_member);
    type(u"workUnit"_qs, u"东关小学"_qs);
    m_bench->ask.willChoose(std::nullopt); // back to the form
    pageAction(*m_page, u"member.relocate"_qs)->trigger();
    QVERIFY(opened<StepDialog>() == nullptr && m_page->isChanged());
    m_bench->ask.willChoose(1); // discard
    pageAction(*m_page, u"member.relocate"_qs)->trigger();
    QVERIFY(opened<StepDialog>() != nullptr && !m_page->isChanged());
    opened<StepDialog>()->reject();
}

void tst_Form::missingRecordIsNoNewOne()
{
    open(987654);
    QVERIFY(!m_page->messages()->text().isEmpty());
    QVERIFY2(!m_page->title().startsWith(u"New"), qPrintable(m_page->title()));
    QVERIFY(!m_page->findChild<QPushButton *>(u"save"_qs)->isEnabled());
    QVERIFY(!m_page->findChild<QPushButton *>(u"recordActions"_qs)->isVisible());
    QVERIFY(m_page->form()->editor(u"name"_qs)->isReadOnly());
    QVERIFY(m_page->mayLeave());
}

void tst_Form::remarksNeverStopSaving()
{
    RecordPage page(*m_bench, u"partyOrg"_qs, m_basics.branch);
    page.resize(1200, 800);
    page.show();
    // One full member, no secretary, no term.
    QVERIFY2(page.remarks().contains(u"1 full members; a branch needs 3"), qPrintable(page.remarks()));
    QVERIFY(page.remarks().contains(u"No secretary"));
    QVERIFY(page.findChild<QLabel *>(u"remarks"_qs)->isVisible());
    QCoreApplication::processEvents();
    savePicture(&page, u"form-org-remarks"_qs);
    page.form()->type(u"contact"_qs, u"李秀英"_qs);
    QVERIFY(page.save());
    RecordPage member(*m_bench, u"member"_qs, m_member);
    QVERIFY(member.remarks().isEmpty());
}

void tst_Form::countOutOfBandNeedsATick()
{
    const QVariantMap presets{{u"division"_qs, QVariant::fromValue(ReferenceValue{m_basics.community, u"东关社区"_qs})},
                              {u"grid"_qs, QVariant::fromValue(ReferenceValue{m_basics.grid, u"第一网格"_qs})}};
    RecordPage page(*m_bench, u"population"_qs, 0, presets);
    page.resize(1000, 700);
    page.show();
    page.form()->type(u"onDate"_qs, u"2026-09-30"_qs);
    page.form()->type(u"residentHouseholds"_qs, u"620"_qs);
    QVERIFY(!page.save());
    QVERIFY2(page.form()->row(u"residentHouseholds"_qs)->message().contains(u"above the band of 300–500"),
             qPrintable(page.form()->row(u"residentHouseholds"_qs)->message()));
    page.checkedTick()->click();
    page.reasonLine()->setText(u"新建小区"_qs);
    QVERIFY(page.save());
    QCOMPARE((*m_book)->undoStack().undoable()->reason, u"新建小区"_qs);
    RecordPage grid(*m_bench, u"grid"_qs, m_basics.grid);
    QVERIFY(grid.remarks().contains(u"620 resident households"));
}

void tst_Form::newGridIsOfferedItsCode()
{
    RecordPage page(*m_bench, u"grid"_qs, 0);
    page.resize(1000, 700);
    page.show();
    const auto offers = [&] { return page.form()->row(u"code"_qs)->parentWidget()->findChildren<QPushButton *>(); };
    QTRY_COMPARE(offers().size(), 1);
    QTest::mouseClick(offers().first(), Qt::LeftButton);
    QCOMPARE(page.form()->values().value(u"code"_qs).toString(), u"610305100001003"_qs);
    page.form()->type(u"name"_qs, u"第三网格"_qs);
    page.form()->enter(u"kind"_qs, u"urban"_qs);
    page.form()->type(u"validFrom"_qs, u"2026-09-01"_qs);
    QVERIFY(page.save());
    QVERIFY_RESULT((*m_book)->undo());
}

void tst_Form::gridIsOfferedAShorterName()
{
    RecordPage page(*m_bench, u"grid"_qs, m_basics.grid);
    page.resize(1000, 700);
    page.show();
    QVERIFY2(page.remarks().contains(u"no leader"), qPrintable(page.remarks()));
    page.form()->type(u"name"_qs, u"东关社区第一网格"_qs);
    const FieldRow *row = page.form()->row(u"name"_qs);
    QTRY_VERIFY2(row->message().contains(u"repeats the community"), qPrintable(row->message()));
    QPushButton *offer = nullptr;
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        offer = button->isVisible() && button->text() == u"Take 第一网格" ? button : offer;
    }
    QVERIFY(offer != nullptr);
    QTest::mouseClick(offer, Qt::LeftButton);
    QCOMPARE(page.form()->values().value(u"name"_qs).toString(), u"第一网格"_qs);
    QTRY_VERIFY(row->message().isEmpty());
}

// There is nothing to choose in a book of one community, and nothing is guessed in one of several.
void tst_Form::theOnlyCommunityIsGiven()
{
    const auto givenTo = [this](const QString &registry) {
        const RecordPage page(*m_bench, registry, 0);
        const auto division = page.form()->values().value(u"division"_qs).value<ReferenceValue>();
        return page.isChanged() ? u"changed"_qs : division.title;
    };
    for (const QString &registry : {u"grid"_qs, u"estate"_qs, u"residentGroup"_qs}) {
        QCOMPARE(givenTo(registry), u"东关社区"_qs);
    }
    auto work = (*m_book)->begin({u"create"_qs, u"x"_qs, {}, {}});
    QVERIFY_RESULT((*work)->insert(
        u"division"_qs, {{u"code"_qs, u"610305100"_qs}, {u"name"_qs, u"城关镇"_qs}, {u"level"_qs, u"street"_qs}}));
    QVERIFY_RESULT((*m_book)->commit(**work));
    QCOMPARE(givenTo(u"grid"_qs), u"东关社区"_qs);
    work = (*m_book)->begin({u"create"_qs, u"x"_qs, {}, {}});
    QVERIFY_RESULT((*work)->insert(
        u"division"_qs,
        {{u"code"_qs, u"610305100002"_qs}, {u"name"_qs, u"南环社区"_qs}, {u"level"_qs, u"community"_qs}}));
    QVERIFY_RESULT((*m_book)->commit(**work));
    QCOMPARE(givenTo(u"grid"_qs), QString());
}

void tst_Form::everythingHasAName()
{
    open(m_member);
    QCOMPARE(unnamedControls(m_page.get()), QStringList());
}

void tst_Form::everyRegistryHasAForm_data()
{
    QTest::addColumn<QString>("registry");
    const Catalog catalog;
    for (const RegistrySpec &spec : catalog.registries()) {
        QTest::newRow(qPrintable(spec.id)) << spec.id;
    }
}

void tst_Form::everyRegistryHasAForm()
{
    QFETCH(const QString, registry);
    RecordPage page(*m_bench, registry, 0);
    page.resize(1000, 700);
    page.show();
    QVERIFY(!page.isChanged());
    QVERIFY(!page.form()->fields().isEmpty());
    page.save(); // an empty one is never saved
    QVERIFY((*m_book)->undoStack().undoable()->title.contains(u"陈永军"_qs));
}

void tst_Form::pictures()
{
    open(m_member);
    m_page->setNeighbours({m_member, m_member + 1});
    for (const auto &[field, text] : {std::pair(u"education"_qs, u"31"_qs), std::pair(u"ethnic"_qs, u"01"_qs),
                                      std::pair(u"phone"_qs, u"13900000021"_qs)}) {
        type(field, text);
    }
    m_page->save();
    type(u"phone"_qs, u"13812345678"_qs);
    type(u"address"_qs, u"雍城苑3幢2单元501"_qs);
    m_page->save();
    type(u"idNumber"_qs, u"999901196804127318"_qs);
    type(u"fullDate"_qs, u"2002-05"_qs);
    m_page->form()->enter(u"branch"_qs, QVariant::fromValue(ReferenceValue{m_basics.secondBranch, u"东关二支部"_qs}));
    m_page->form()->focusField(u"name"_qs);
    QCoreApplication::processEvents();
    m_page->resize(1240, 860);
    savePicture(m_page.get(), u"form"_qs);
    m_page->form()->focusField(u"fullDate"_qs);
    QCoreApplication::processEvents();
    savePicture(m_page.get(), u"form-lower"_qs);
    QTest::keyPress(QApplication::focusWidget(), Qt::Key_Alt);
    savePicture(m_page.get(), u"form-keys"_qs);
    QTest::keyRelease(QApplication::focusWidget(), Qt::Key_Alt);
    m_page->form()->focusField(u"grid"_qs);
    QCoreApplication::processEvents();
    savePicture(m_page.get(), u"form-move"_qs);
    m_page->resize(820, 700);
    QCoreApplication::processEvents();
    savePicture(m_page.get(), u"form-narrow"_qs);
}

QTEST_MAIN(tst_Form)
#include "tst_form.moc"
