// Members and organisations through their dialogs: only what is allowed is offered, what stands in the way is said, one
// step is one undo.
#include "core/party/orgcommands.h"
#include "tests/core/party/bookpicture.h"
#include "tests/ui/registry/formworkbench.h"
#include "ui/party/memberactiondialog.h"
#include "ui/party/orgchangedialog.h"
#include "ui/shell/recordactions.h"
#include "ui/widgets/editor.h"
#include <QApplication>
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
    void transferOutAndBack();
    void moveStartsFromWhereTheMemberIs();
    void severalAtOnce();
    void saysWhatStandsInTheWay();
    void closingAsksWhereTheyGo();
    void foundsAGroup();
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
    QCOMPARE((*m_book)->undoStack().undoable()->title, u"撤销 东关一支部"_qs);
    OrgChangeDialog rename(*m_bench, m_basics.secondBranch, u"renamed"_qs);
    QCOMPARE(rename.editor(u"shortName"_qs)->value().toString(), u"东关二支部"_qs);
    QVERIFY(rename.editor(u"to"_qs) == nullptr);
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
    QVERIFY(recordActions(u"building"_qs).size() == 1);
}

QTEST_MAIN(tst_MemberAction)
#include "tst_memberaction.moc"
