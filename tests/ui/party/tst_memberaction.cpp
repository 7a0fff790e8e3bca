// Members and organisations through their dialogs: only what is allowed is offered, what stands in the way is said, one
// step is one undo.
#include "core/party/orgcommands.h"
#include "tests/core/party/bookpicture.h"
#include "tests/ui/registry/formworkbench.h"
#include "ui/party/admitdialog.h"
#include "ui/party/memberactiondialog.h"
#include "ui/party/orgchangedialog.h"
#include "ui/party/termdialog.h"
#include "ui/registry/actionmenu.h"
#include "ui/shell/recordactions.h"
#include "ui/widgets/editor.h"
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace gridbook;
using namespace gridbook::ui;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_MemberAction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, makeTheme(ThemeMode::Light)); }
    void init();
    void cleanup();
    void offersWhatTheTableAllows();
    void anotherDayKeepsTheStep();
    void nothingHappenedTomorrow();
    void enterDoesIt();
    void starsStandWhereSomethingMustBe();
    void transferOutAndBack();
    void moveStartsFromWhereTheMemberIs();
    void severalAtOnce();
    void saysWhatStandsInTheWay();
    void closingAsksWhereTheyGo();
    void wordsThatMeanNothingAreNoEmptyField();
    void foundsAGroup();
    void electionBeginsTheNextTerm();
    void aGroupHasNoTerm();
    void endOfATermMovesByAYearAtMost();
    void admitsAPersonOfTheBook();
    void everyControlHasAName();
    void actionsAreComplete();

private:
    std::unique_ptr<TestBook> m_book;
    std::unique_ptr<FormWorkbench> m_bench;
    TestBook::Basics m_basics;
    RowId m_wang = 0;
    RowId m_li = 0;
};

void tst_MemberAction::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
    m_wang = m_book->addMember(u"王小明"_qs, u"999901197807010016"_qs, m_basics.branch, m_basics.grid);
    m_li = m_book->addMember(u"李秀英"_qs, {}, m_basics.branch, m_basics.grid);
    QVERIFY(m_wang != 0 && m_li != 0);
    m_bench = std::make_unique<FormWorkbench>(*m_book);
}

void tst_MemberAction::cleanup()
{
    m_bench.reset();
    m_book.reset();
}

void tst_MemberAction::offersWhatTheTableAllows()
{
    MemberActionDialog dialog(*m_bench, {m_wang});
    QVERIFY(dialog.offered().contains(u"transferOut"_qs));
    QVERIFY(!dialog.offered().contains(u"restore"_qs));    // not stopped
    QVERIFY(!dialog.offered().contains(u"transferIn"_qs)); // is here
    QVERIFY(!dialog.consequence().isEmpty());
    dialog.editor(u"day"_qs)->setValue(u"2024-01-01"_qs); // before the member came
    QMetaObject::invokeMethod(dialog.editor(u"day"_qs), "edited");
    QVERIFY(!dialog.offered().contains(u"transferOut"_qs));
    QVERIFY(dialog.offered().contains(u"transferIn"_qs));
}

namespace {
void enter(StepDialog &dialog, const QString &field, const QVariant &value)
{
    dialog.editor(field)->setValue(value);
    QMetaObject::invokeMethod(dialog.editor(field), "edited");
}
} // namespace

// Only the clerk changes what happens. On a day on which it cannot happen, that is said.
void tst_MemberAction::anotherDayKeepsTheStep()
{
    MemberActionDialog dialog(*m_bench, {m_wang}, u"transferOut"_qs);
    enter(dialog, u"to"_qs, u"西街社区党委"_qs);
    QVERIFY(dialog.applyButton()->isEnabled());
    enter(dialog, u"day"_qs, u"2020-01-01"_qs); // came in 2025
    QCOMPARE(dialog.chosenEvent(), u"transferOut"_qs);
    QVERIFY(!dialog.applyButton()->isEnabled());
    QVERIFY2(dialog.complaint().contains(u"2025-01-01"), qPrintable(dialog.complaint()));
    QCOMPARE(dialog.editor(u"to"_qs)->value().toString(), u"西街社区党委"_qs);
    savePicture(&dialog, u"member-action-other-day"_qs);
    enter(dialog, u"day"_qs, u"2026-09-30"_qs);
    QCOMPARE(dialog.chosenEvent(), u"transferOut"_qs);
    QVERIFY(dialog.applyButton()->isEnabled());
}

void tst_MemberAction::nothingHappenedTomorrow()
{
    MemberActionDialog died(*m_bench, {m_wang}, u"died"_qs);
    QVERIFY(died.applyButton()->isEnabled());
    enter(died, u"day"_qs, u"2027-03-01"_qs);
    QVERIFY(!died.applyButton()->isEnabled());
    QVERIFY2(died.complaint().contains(u"2026-09-30"), qPrintable(died.complaint()));
    MemberActionDialog move(*m_bench, {m_wang}, u"relocate"_qs); // can be arranged
    enter(move, u"day"_qs, u"2026-10-01"_qs);
    enter(move, u"branch"_qs, m_basics.secondBranch);
    QVERIFY2(move.applyButton()->isEnabled(), qPrintable(move.complaint()));
}

void tst_MemberAction::enterDoesIt()
{
    MemberActionDialog dialog(*m_bench, {m_wang}, u"transferOut"_qs);
    dialog.show();
    QSignalSpy done(&dialog, &StepDialog::applied);
    QWidget *to = dialog.editor(u"to"_qs)->field();
    to->setFocus();
    QTest::keyClick(to, Qt::Key_Return);
    QCOMPARE(done.count(), 0); // where to?
    QVERIFY(dialog.isVisible());
    typeChinese(to, u"西街社区党委"_qs);
    QTest::keyClick(to, Qt::Key_Return);
    QCOMPARE(done.count(), 1);
}

void tst_MemberAction::starsStandWhereSomethingMustBe()
{
    MemberActionDialog dialog(*m_bench, {m_wang}, u"stop"_qs);
    dialog.show();
    const auto starred = [&dialog](const QString &field) {
        for (const QLabel *label : dialog.editor(field)->parentWidget()->findChildren<QLabel *>()) {
            if (label->text() == u"*") {
                return label->isVisible();
            }
        }
        return false;
    };
    QVERIFY(starred(u"day"_qs));
    QVERIFY(starred(u"document"_qs)); // a decision
    savePicture(&dialog, u"member-action-stop"_qs);
    dialog.choose(u"transferOut"_qs);
    QVERIFY(!starred(u"document"_qs)); // a letter, if there is one
    QVERIFY(starred(u"to"_qs));
}

void tst_MemberAction::transferOutAndBack()
{
    const QStringList before = bookPicture(**m_book);
    {
        MemberActionDialog dialog(*m_bench, {m_wang}, u"transferOut"_qs);
        QCOMPARE(dialog.chosenEvent(), u"transferOut"_qs);
        QVERIFY(dialog.editor(u"branch"_qs) == nullptr);
        QVERIFY(!dialog.applyButton()->isEnabled()); // where to?
        QVERIFY(!dialog.complaint().isEmpty());
        dialog.editor(u"to"_qs)->setValue(u"西街社区党委"_qs);
        dialog.editor(u"day"_qs)->setValue(u"2026-08-01"_qs);
        QSignalSpy done(&dialog, &StepDialog::applied);
        dialog.apply();
        QCOMPARE(done.count(), 1);
    }
    QCOMPARE((*m_book)->undoStack().undoable()->title, u"转出组织关系 王小明"_qs);
    const auto gone = party::memberSituation((*m_book)->database(), MemberId(m_wang), QDate(2026, 8, 1));
    QCOMPARE(gone->state, u"20"_qs);
    {
        MemberActionDialog dialog(*m_bench, {m_wang}, u"transferIn"_qs);
        QVERIFY(!dialog.offered().contains(u"transferOut"_qs));
        dialog.editor(u"from"_qs)->setValue(u"西街社区党委"_qs);
        dialog.editor(u"branch"_qs)->setValue(m_basics.secondBranch);
        dialog.apply();
    }
    const auto back = party::memberSituation((*m_book)->database(), MemberId(m_wang), QDate(2026, 9, 30));
    QVERIFY(back->place.has_value());
    QCOMPARE(back->place->branch, m_basics.secondBranch);
    QVERIFY_RESULT((*m_book)->undo());
    QVERIFY_RESULT((*m_book)->undo());
    QCOMPARE(bookPicture(**m_book), before);
}

void tst_MemberAction::moveStartsFromWhereTheMemberIs()
{
    MemberActionDialog dialog(*m_bench, {m_wang}, u"relocate"_qs);
    QCOMPARE(dialog.editor(u"branch"_qs)->value().toLongLong(), m_basics.branch);
    QCOMPARE(dialog.editor(u"grid"_qs)->value().toLongLong(), m_basics.grid);
    QVERIFY(!dialog.applyButton()->isEnabled()); // nothing would change
    dialog.editor(u"grid"_qs)->setValue(m_basics.secondGrid);
    dialog.apply();
    const auto now = party::memberSituation((*m_book)->database(), MemberId(m_wang), QDate(2026, 9, 30));
    QCOMPARE(now->place->grid, m_basics.secondGrid);
    QCOMPARE(now->place->branch, m_basics.branch);
}

void tst_MemberAction::severalAtOnce()
{
    MemberActionDialog dialog(*m_bench, {m_wang, m_li}, u"relocate"_qs);
    dialog.editor(u"branch"_qs)->setValue(m_basics.secondBranch);
    dialog.apply();
    for (const RowId id : {m_wang, m_li}) {
        QCOMPARE(party::memberSituation((*m_book)->database(), MemberId(id), QDate(2026, 9, 30))->place->branch,
                 m_basics.secondBranch);
    }
    QVERIFY_RESULT((*m_book)->undo()); // one step
    QCOMPARE(party::memberSituation((*m_book)->database(), MemberId(m_li), QDate(2026, 9, 30))->place->branch,
             m_basics.branch);
}

void tst_MemberAction::saysWhatStandsInTheWay()
{
    const QStringList before = bookPicture(**m_book);
    MemberActionDialog dialog(*m_bench, {m_wang}, u"stop"_qs);
    dialog.editor(u"document"_qs)->setValue(u"支决1号"_qs);
    dialog.apply();
    QVERIFY(!dialog.applyButton()->isEnabled()); // not marked as lost
    QVERIFY(dialog.complaint().contains(u"王小明"));
    dialog.choose(u"markLost"_qs);
    QVERIFY(dialog.editor(u"document"_qs) == nullptr);
    dialog.editor(u"lostSince"_qs)->setValue(u"2026-08"_qs);
    dialog.apply();
    QVERIFY(!dialog.complaint().isEmpty()); // not yet six months
    QCOMPARE(bookPicture(**m_book), before);
    dialog.editor(u"lostSince"_qs)->setValue(u"2026-02"_qs);
    dialog.apply();
    QVERIFY(bookPicture(**m_book) != before);
}

void tst_MemberAction::closingAsksWhereTheyGo()
{
    OrgChangeDialog dialog(*m_bench, m_basics.branch, u"dissolved"_qs);
    dialog.editor(u"document"_qs)->setValue(u"凤组〔2026〕9号"_qs);
    dialog.apply();
    QVERIFY(!dialog.applyButton()->isEnabled());
    QVERIFY(dialog.complaint().contains(u"王小明"));
    QVERIFY(dialog.consequence().contains(u"李秀英"));
    dialog.editor(u"to"_qs)->setValue(m_basics.secondBranch);
    dialog.apply();
    QCOMPARE(party::memberSituation((*m_book)->database(), MemberId(m_li), QDate(2026, 9, 30))->place->branch,
             m_basics.secondBranch);
    QCOMPARE((*m_book)->undoStack().undoable()->title, u"撤销党组织 东关一支部"_qs);
    OrgChangeDialog rename(*m_bench, m_basics.secondBranch, u"renamed"_qs);
    QCOMPARE(rename.editor(u"shortName"_qs)->value().toString(), u"东关二支部"_qs);
    QVERIFY(rename.editor(u"to"_qs) == nullptr);
}

// A superior that is typed but not found must not become none.
void tst_MemberAction::wordsThatMeanNothingAreNoEmptyField()
{
    OrgChangeDialog dialog(*m_bench, m_basics.branch, u"moved"_qs);
    dialog.show();
    enter(dialog, u"document"_qs, u"凤组〔2026〕9号"_qs);
    QWidget *line = dialog.editor(u"parent"_qs)->field();
    line->setFocus();
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(line, u"zzz"_qs);
    QVERIFY(!dialog.applyButton()->isEnabled());
    QVERIFY(!dialog.complaint().isEmpty());
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(line, Qt::Key_Delete);
    QVERIFY(dialog.applyButton()->isEnabled());
    QVERIFY2(dialog.consequence().contains(u"No superior"), qPrintable(dialog.consequence()));
    enter(dialog, u"day"_qs, u"2026-10-01"_qs);
    QVERIFY2(dialog.complaint().contains(u"2026-09-30"), qPrintable(dialog.complaint())); // tomorrow
}

void tst_MemberAction::foundsAGroup()
{
    OrgChangeDialog dialog(*m_bench, 0);
    QCOMPARE(dialog.kind(), u"founded"_qs);
    dialog.editor(u"document"_qs)->setValue(u"支决2号"_qs);
    dialog.editor(u"type"_qs)->setValue(u"group"_qs);
    dialog.editor(u"fullName"_qs)->setValue(u"东关一支部第一党小组"_qs);
    dialog.editor(u"shortName"_qs)->setValue(u"第一党小组"_qs);
    dialog.apply();
    QVERIFY(!dialog.applyButton()->isEnabled()); // a group belongs to a branch
    dialog.editor(u"parent"_qs)->setValue(m_basics.branch);
    dialog.apply();
    const Query query{u"partyOrg"_qs, QDate(2026, 9, 30), {}, {}, {}, {}};
    QCOMPARE((*m_book)->reader().ids(query)->size(), 4);
}

namespace {

// As the menus run it: the dialog stands open over the window.
template <typename Dialog>
Dialog *run(FormWorkbench &bench, const QString &action, const QList<RowId> &ids)
{
    for (const RecordAction &each : recordActions()) {
        if (each.id == action) {
            each.run(bench, ids);
        }
    }
    for (QWidget *each : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<Dialog *>(each); dialog != nullptr && dialog->isVisible()) {
            return dialog;
        }
    }
    return nullptr;
}

} // namespace

void tst_MemberAction::electionBeginsTheNextTerm()
{
    const QStringList before = bookPicture(**m_book);
    auto *first = run<TermDialog>(*m_bench, u"partyOrg.beginTerm"_qs, {m_basics.branch});
    QVERIFY(first != nullptr);
    QCOMPARE(unnamedControls(first), QStringList());
    enter(*first, u"day"_qs, u"2021-09-20"_qs);
    QVERIFY2(first->consequence().contains(u"2026-09-20"),
             qPrintable(first->consequence())); // five years, by the rules
    enter(*first, u"document"_qs, u"凤组〔2021〕3号"_qs);
    savePicture(first, u"term-begin"_qs);
    QTest::mouseClick(first->applyButton(), Qt::LeftButton);
    const auto overdue = party::termStatus((*m_book)->database(), PartyOrgId(m_basics.branch), QDate(2026, 9, 30));
    QCOMPARE(overdue->state, party::TermState::Overdue);
    QCOMPARE(m_bench->log.last(), u"open orgTerm %1"_qs.arg(overdue->term)); // what came of it
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    auto *next = run<TermDialog>(*m_bench, u"partyOrg.beginTerm"_qs, {m_basics.branch});
    QVERIFY(next->consequence().contains(u"超期"));
    enter(*next, u"day"_qs, u"2021-09-01"_qs);
    QVERIFY(!next->applyButton()->isEnabled()); // before the one on record
    enter(*next, u"day"_qs, u"2026-09-28"_qs);
    QTest::mouseClick(next->applyButton(), Qt::LeftButton);
    const auto now = party::termStatus((*m_book)->database(), PartyOrgId(m_basics.branch), QDate(2026, 9, 30));
    QCOMPARE(now->session, 2);
    QCOMPARE(now->due, QDate(2031, 9, 28));
    QCOMPARE((*m_book)->undoStack().undoable()->title, u"换届 东关一支部"_qs);
    QVERIFY_RESULT((*m_book)->undo());
    QVERIFY_RESULT((*m_book)->undo());
    QCOMPARE(bookPicture(**m_book), before);
}

void tst_MemberAction::aGroupHasNoTerm()
{
    RowId group = 0;
    {
        auto work = (*m_book)->begin({u"edit"_qs, u"小组"_qs, {}, {}});
        const auto founded = party::foundOrg(
            **work,
            {.type = u"group"_qs, .fullName = u"第一小组"_qs, .shortName = u"第一小组"_qs, .parent = m_basics.branch},
            {QDate(2021, 1, 1), u"文1"_qs, {}});
        QVERIFY_RESULT(founded);
        group = founded->value();
        QVERIFY_RESULT((*m_book)->commit(**work));
    }
    const RegistrySpec *spec = m_book->catalog().registry(u"partyOrg"_qs);
    for (const QString &id : {u"partyOrg.beginTerm"_qs, u"partyOrg.shiftTerm"_qs}) {
        for (const RowId org : {m_basics.branch, group}) {
            QMenu menu;
            fillActionMenu(&menu, *m_bench, *spec, {{org}, true, {}, {}});
            const auto *entry = menu.findChild<QAction *>(id);
            QVERIFY(entry != nullptr);
            QCOMPARE(entry->isEnabled(), org != group);
            QCOMPARE(entry->toolTip().contains(u"is a Party group"), org == group);
            QCOMPARE(menu.toolTipsVisible(), org == group);
        }
    }
    // One that is opened all the same says the one thing that is true.
    for (const auto step : {TermDialog::Step::Begin, TermDialog::Step::Shift}) {
        TermDialog dialog(*m_bench, group, step);
        QVERIFY(!dialog.applyButton()->isEnabled());
        QVERIFY2(dialog.complaint().contains(u"is a Party group"), qPrintable(dialog.complaint()));
        QCOMPARE(dialog.consequence(), QString());
    }
}

void tst_MemberAction::endOfATermMovesByAYearAtMost()
{
    {
        TermDialog none(*m_bench, m_basics.branch, TermDialog::Step::Shift);
        QVERIFY(!none.applyButton()->isEnabled()); // no term on record
        TermDialog begin(*m_bench, m_basics.branch, TermDialog::Step::Begin);
        enter(begin, u"day"_qs, u"2021-09-20"_qs);
        begin.apply();
    }
    auto *shift = run<TermDialog>(*m_bench, u"partyOrg.shiftTerm"_qs, {m_basics.branch});
    enter(*shift, u"until"_qs, u"2027-10-01"_qs);
    enter(*shift, u"document"_qs, u"凤组〔2026〕8号"_qs);
    QVERIFY(!shift->applyButton()->isEnabled());
    QVERIFY(shift->complaint().contains(u"2027-09-20"));
    enter(*shift, u"until"_qs, u"2027-03-31"_qs);
    savePicture(shift, u"term-shift"_qs);
    QTest::mouseClick(shift->applyButton(), Qt::LeftButton);
    const auto now = party::termStatus((*m_book)->database(), PartyOrgId(m_basics.branch), QDate(2026, 9, 30));
    QCOMPARE(now->state, party::TermState::Extended);
    QCOMPARE(now->due, QDate(2027, 3, 31));
    QVERIFY_RESULT((*m_book)->undo());
    QCOMPARE(party::termStatus((*m_book)->database(), PartyOrgId(m_basics.branch), QDate(2026, 9, 30))->due,
             QDate(2026, 9, 20));
}

void tst_MemberAction::admitsAPersonOfTheBook()
{
    RowId person = 0;
    {
        auto work = (*m_book)->begin({u"edit"_qs, u"人员"_qs, {}, {}});
        const auto added = (*work)->insert(u"person"_qs, {{u"name"_qs, u"赵雪琴"_qs}});
        QVERIFY_RESULT(added);
        person = *added;
        QVERIFY_RESULT((*m_book)->commit(**work));
    }
    const QStringList before = bookPicture(**m_book);
    auto *dialog = run<AdmitDialog>(*m_bench, u"person.admit"_qs, {person});
    QVERIFY(dialog != nullptr);
    QCOMPARE(unnamedControls(dialog), QStringList());
    QVERIFY(dialog->offered().contains(u"developed"_qs) && dialog->offered().contains(u"transferIn"_qs));
    QVERIFY(!dialog->offered().contains(u"readmitted"_qs)); // was never expelled
    dialog->choose(u"transferIn"_qs);
    enter(*dialog, u"branch"_qs, m_basics.branch);
    QVERIFY(!dialog->applyButton()->isEnabled()); // where from?
    enter(*dialog, u"from"_qs, u"西街社区党委"_qs);
    enter(*dialog, u"joined"_qs, u"1998-07"_qs);
    savePicture(dialog, u"admit"_qs);
    QTest::mouseClick(dialog->applyButton(), Qt::LeftButton);
    QVERIFY2(m_bench->log.last().startsWith(u"open member "), qPrintable(m_bench->log.last()));
    const RowId member = m_bench->log.last().section(u' ', 2).toLongLong();
    const auto situation = party::memberSituation((*m_book)->database(), MemberId(member), QDate(2026, 9, 30));
    QCOMPARE(situation->state, u"1"_qs);
    QCOMPARE(situation->place->branch, m_basics.branch);
    QCOMPARE(situation->facts.joined.toIso(), u"1998-07"_qs);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    auto *again = run<AdmitDialog>(*m_bench, u"member.admit"_qs, {});
    QVERIFY(!again->applyButton()->isEnabled()); // nobody chosen
    enter(*again, u"person"_qs, person);
    QVERIFY(again->offered().isEmpty());
    QVERIFY(again->complaint().contains(u"already"));
    again->reject();
    QVERIFY_RESULT((*m_book)->undo());
    QCOMPARE(bookPicture(**m_book), before);
}

void tst_MemberAction::everyControlHasAName()
{
    MemberActionDialog member(*m_bench, {m_wang}, u"relocate"_qs);
    QCOMPARE(unnamedControls(&member), QStringList());
    savePicture(&member, u"member-action"_qs);
    OrgChangeDialog org(*m_bench, m_basics.branch, u"dissolved"_qs);
    QCOMPARE(unnamedControls(&org), QStringList());
    savePicture(&org, u"org-change"_qs);
}

void tst_MemberAction::actionsAreComplete()
{
    QSet<QString> seen;
    for (const RecordAction &action : recordActions()) {
        QVERIFY2(!seen.contains(action.id), qPrintable(action.id));
        seen.insert(action.id);
        QVERIFY2(m_book->catalog().registry(action.registry) != nullptr, qPrintable(action.registry));
        QVERIFY2(!action.text.zh.isEmpty() && !action.text.en.isEmpty() && action.icon != Glyph::None && action.run,
                 qPrintable(action.id));
    }
    QVERIFY(recordActions(u"member"_qs).size() >= 6);
    QVERIFY(recordActions(u"building"_qs).size() == 2);
}

QTEST_MAIN(tst_MemberAction)
#include "tst_memberaction.moc"
