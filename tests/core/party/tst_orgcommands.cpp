// Change events of organisations: what each writes, what is refused, and that undoing restores all.
#include "core/party/orgcommands.h"
#include "tests/core/party/bookpicture.h"

using namespace gridbook;
using namespace gridbook::party;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

Done commitStep(TestBook &book, const std::function<Done(UnitOfWork &)> &run)
{
    GRIDBOOK_ASSIGN(auto work, book->begin({u"edit"_qs, u"变动"_qs, {}, {}}));
    GRIDBOOK_TRY(run(*work));
    GRIDBOOK_ASSIGN([[maybe_unused]] const ChangeSet set, book->commit(*work));
    return {};
}

const OrgStep step{QDate(2026, 3, 1), u"凤组〔2026〕3号"_qs, u"撤并"_qs};

QString changes(TestBook &book)
{
    auto statement = Statement::prepare(
        book->database(),
        u"SELECT kind, on_date, doc_no, COALESCE(before_text, ''), COALESCE(after_text, '') FROM org_change WHERE voided_at IS NULL ORDER BY id"_qs);
    QStringList lines;
    if (statement && statement->run()) {
        while (statement->next()) {
            lines << QStringList{statement->text(0), statement->text(1), statement->text(2), statement->text(3),
                                 statement->text(4)}
                         .join(u'|');
        }
    }
    return lines.join(u'\n');
}

OrgFacts facts(TestBook &book, RowId org, QDate day)
{
    const auto found = orgFacts(book->database(), PartyOrgId(org), day);
    return found && *found ? **found : OrgFacts{};
}

} // namespace

class tst_OrgCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renamedFromADayOn();
    void promotedAndRefused();
    void noMoveBesideANamesake();
    void noCycles();
    void documentNeeded_data();
    void documentNeeded();
    void closingLeadsThroughMoving();
    void mergedWithGroups();
    void groupDissolved();
    void closedOnesKeepTheirName();
    void namesStayApart();
};

// Two branches of one superior are told apart by name; elsewhere the same name may stand.
void tst_OrgCommands::namesStayApart()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const QString second = facts(book, basics.secondBranch, step.day).shortName;
    const QString full = facts(book, basics.secondBranch, step.day).fullName;
    for (const auto &[fullName, shortName] : {std::pair(u"中共甲支部"_qs, second), std::pair(full, u"甲"_qs)}) {
        const auto done = commitStep(book, [&, f = fullName, s = shortName](UnitOfWork &work) {
            return renameOrg(work, PartyOrgId(basics.branch), f, s, step);
        });
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Refused);
    }
    const auto founded = commitStep(book, [&](UnitOfWork &work) -> Done {
        const auto made = foundOrg(
            work,
            {.type = u"branch"_qs, .fullName = u"中共甲支部"_qs, .shortName = second, .parent = basics.generalBranch},
            step);
        return made ? Done() : Done(made.error());
    });
    QVERIFY(!founded);
    QVERIFY2(founded.error().message.contains(second), qPrintable(founded.error().message));
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) {
        return renameOrg(work, PartyOrgId(basics.branch), u"中共甲支部"_qs, u"甲支部"_qs, step);
    }));
    // The name that became free may be taken from that day on.
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) {
        return renameOrg(work, PartyOrgId(basics.secondBranch), u"中共东关一支部"_qs, u"东关一支部"_qs, step);
    }));
}

void tst_OrgCommands::renamedFromADayOn()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const QStringList before = bookPicture(*book);
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) {
        return renameOrg(work, PartyOrgId(basics.branch), u"中共东关第一网格党支部"_qs, u"第一网格党支部"_qs, step);
    }));
    QCOMPARE(facts(book, basics.branch, QDate(2026, 2, 28)).shortName, u"东关一支部"_qs);
    QCOMPARE(facts(book, basics.branch, QDate(2026, 3, 1)).shortName, u"第一网格党支部"_qs);
    QCOMPARE(facts(book, basics.branch, QDate(2026, 3, 1)).parent, basics.generalBranch);
    QCOMPARE(changes(book), u"renamed|2026-03-01|凤组〔2026〕3号|中共东关一支部|中共东关第一网格党支部"_qs);
    QVERIFY(!commitStep(book, [&](UnitOfWork &work) { // nothing may reach behind a later change
        return renameOrg(work, PartyOrgId(basics.branch), u"甲"_qs, u"甲"_qs, {QDate(2026, 2, 1), u"文"_qs, {}});
    }));
    QVERIFY_RESULT(book->undo());
    QCOMPARE(bookPicture(*book), before);
}

void tst_OrgCommands::promotedAndRefused()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const auto promote = [&](RowId org, const QString &type, RowId parent = 0) {
        return commitStep(
            book, [&](UnitOfWork &work) { return promoteOrg(work, PartyOrgId(org), type, {}, {}, parent, step); });
    };
    QVERIFY(!promote(basics.generalBranch, u"branch"_qs));                       // that would be down
    QVERIFY(!promote(basics.branch, u"generalBranch"_qs, basics.generalBranch)); // its superior is a general branch
    QVERIFY(!promote(basics.generalBranch, u"committee"_qs, basics.branch));     // its own branch
    QVERIFY_RESULT(promote(basics.generalBranch, u"committee"_qs));
    QCOMPARE(facts(book, basics.generalBranch, QDate(2026, 3, 1)).type, u"committee"_qs);
    QCOMPARE(facts(book, basics.generalBranch, QDate(2026, 2, 28)).type, u"generalBranch"_qs);
    const Done later = commitStep(book, [&](UnitOfWork &work) {
        return promoteOrg(work, PartyOrgId(basics.branch), u"generalBranch"_qs, u"中共东关一总支"_qs, u"一总支"_qs,
                          basics.generalBranch, {QDate(2026, 4, 1), u"文2"_qs, {}});
    });
    QVERIFY_RESULT(later);
}

void tst_OrgCommands::noMoveBesideANamesake()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const OrgStep founding{QDate(2026, 3, 1), u"文1"_qs, {}};
    RowId superior = 0;
    RowId namesake = 0;
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN(const PartyOrgId general,
                        foundOrg(work,
                                 {.type = u"generalBranch"_qs, .fullName = u"西关总支"_qs, .shortName = u"西关总支"_qs},
                                 founding));
        GRIDBOOK_ASSIGN(const std::optional<OrgFacts> branch,
                        orgFacts(work.database(), PartyOrgId(basics.branch), founding.day));
        GRIDBOOK_ASSIGN(const PartyOrgId same, foundOrg(work,
                                                        {.type = u"branch"_qs,
                                                         .fullName = u"西关的另一个支部"_qs,
                                                         .shortName = branch->shortName,
                                                         .parent = general.value()},
                                                        founding));
        superior = general.value();
        namesake = same.value();
        return {};
    }));
    const auto move = [&] {
        return commitStep(book, [&](UnitOfWork &work) {
            return moveOrg(work, PartyOrgId(basics.branch), superior, {QDate(2026, 6, 1), u"文2"_qs, {}});
        });
    };
    const Done refused = move();
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"Rename"), qPrintable(refused.error().message));
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) {
        return renameOrg(work, PartyOrgId(namesake), u"西关二支部"_qs, u"西关二支部"_qs,
                         {QDate(2026, 5, 1), u"文3"_qs, {}});
    }));
    QVERIFY_RESULT(move());
}

void tst_OrgCommands::noCycles()
{
    TestBook book;
    const auto basics = book.makeBasics();
    RowId committee = 0;
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN(const PartyOrgId id,
                        foundOrg(work,
                                 {.type = u"committee"_qs, .fullName = u"中共东关党委"_qs, .shortName = u"东关党委"_qs},
                                 {QDate(2025, 1, 1), u"文1"_qs, {}}));
        committee = id.value();
        return moveOrg(work, PartyOrgId(basics.generalBranch), committee, {QDate(2026, 6, 1), u"文2"_qs, {}});
    }));
    const auto move = [&](RowId org, RowId parent, QDate day) {
        return commitStep(book, [&](UnitOfWork &work) {
            return moveOrg(work, PartyOrgId(org), parent, {day, u"文3"_qs, {}});
        });
    };
    const Done self = move(basics.branch, basics.branch, QDate(2026, 3, 1));
    QVERIFY(!self);
    QVERIFY(!move(committee, basics.branch, QDate(2026, 7, 1)));
    // On 1 May the tree has no cycle yet, but from 1 June on it would have one.
    const Done later = move(committee, basics.generalBranch, QDate(2026, 5, 1));
    QVERIFY(!later);
    QCOMPARE(later.error().detail, u"2026-06-01"_qs);
    QVERIFY_RESULT(move(basics.branch, committee, QDate(2026, 7, 1)));
    QVERIFY_RESULT(move(basics.secondBranch, 0, QDate(2026, 7, 1)));
}

void tst_OrgCommands::documentNeeded_data()
{
    QTest::addColumn<OrgStep>("without");
    QTest::newRow("no document") << OrgStep{QDate(2026, 3, 1), u" "_qs, {}};
    QTest::newRow("no day") << OrgStep{QDate(), u"文"_qs, {}};
    QTest::newRow("before it existed") << OrgStep{QDate(2019, 12, 31), u"文"_qs, {}};
}

void tst_OrgCommands::documentNeeded()
{
    QFETCH(const OrgStep, without);
    TestBook book;
    const auto basics = book.makeBasics();
    const PartyOrgId branch(basics.branch);
    QVERIFY(!commitStep(book, [&](UnitOfWork &work) { return renameOrg(work, branch, u"甲"_qs, u"甲"_qs, without); }));
    QVERIFY(!commitStep(book, [&](UnitOfWork &work) { return closeOrg(work, branch, without); }));
    QVERIFY(!commitStep(book, [&](UnitOfWork &work) { return moveOrg(work, branch, 0, without); }));
    QVERIFY(!commitStep(
        book, [&](UnitOfWork &work) { return mergeOrg(work, branch, PartyOrgId(basics.secondBranch), without); }));
}

void tst_OrgCommands::closingLeadsThroughMoving()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const MemberId member(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid));
    const Done refused =
        commitStep(book, [&](UnitOfWork &work) { return closeOrg(work, PartyOrgId(basics.branch), step); });
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(u"王小明"));
    const Done upper =
        commitStep(book, [&](UnitOfWork &work) { return closeOrg(work, PartyOrgId(basics.generalBranch), step); });
    QVERIFY(!upper);
    QVERIFY(upper.error().message.contains(u"东关一支部") && upper.error().message.contains(u"东关二支部"));

    const QStringList before = bookPicture(*book);
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) {
        return moveMembersAndClose(work, PartyOrgId(basics.branch), PartyOrgId(basics.secondBranch), step);
    }));
    const auto now = memberSituation(book->database(), member, step.day);
    QVERIFY_RESULT(now);
    QCOMPARE(now->place->branch, basics.secondBranch);
    QCOMPARE(now->place->grid, basics.grid);
    QCOMPARE(memberSituation(book->database(), member, step.day.addDays(-1))->place->branch, basics.branch);
    QVERIFY(!facts(book, basics.branch, step.day).id.isValid());
    QVERIFY(facts(book, basics.branch, step.day.addDays(-1)).id.isValid());
    QVERIFY(changes(book).contains(u"dissolved|2026-03-01|凤组〔2026〕3号|东关一支部|东关二支部"));
    QVERIFY_RESULT(book->undo());
    QCOMPARE(bookPicture(*book), before);
    QVERIFY_RESULT(book->redo());
    QVERIFY(!facts(book, basics.branch, step.day).id.isValid());
}

void tst_OrgCommands::mergedWithGroups()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const MemberId member(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid));
    RowId group = 0;
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN(
            const PartyOrgId id,
            foundOrg(work,
                     {.type = u"group"_qs, .fullName = u"一组"_qs, .shortName = u"一组"_qs, .parent = basics.branch},
                     {QDate(2025, 6, 1), u"文1"_qs, {}}));
        group = id.value();
        return moveMember(work, member, {basics.branch, group, basics.grid}, QDate(2025, 7, 1));
    }));
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) {
        return mergeOrg(work, PartyOrgId(basics.branch), PartyOrgId(basics.secondBranch), step);
    }));
    QCOMPARE(facts(book, group, step.day).parent, basics.secondBranch);
    const auto now = memberSituation(book->database(), member, step.day);
    QCOMPARE(now->place->branch, basics.secondBranch);
    QCOMPARE(now->place->group, group);
    QVERIFY(changes(book).contains(u"merged|2026-03-01"));
    QVERIFY(!commitStep(book, [&](UnitOfWork &work) {
        return mergeOrg(work, PartyOrgId(basics.branch), PartyOrgId(basics.secondBranch),
                        {QDate(2026, 5, 1), u"文"_qs, {}});
    }));
}

void tst_OrgCommands::groupDissolved()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const MemberId member(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid));
    PartyOrgId group;
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN(
            group,
            foundOrg(work,
                     {.type = u"group"_qs, .fullName = u"一组"_qs, .shortName = u"一组"_qs, .parent = basics.branch},
                     {QDate(2025, 6, 1), u"文1"_qs, {}}));
        return moveMember(work, member, {basics.branch, group.value(), basics.grid}, QDate(2025, 7, 1));
    }));
    QVERIFY(!commitStep(book, [&](UnitOfWork &work) { return closeOrg(work, group, step); }));
    QVERIFY_RESULT(commitStep(
        book, [&](UnitOfWork &work) { return moveMembersAndClose(work, group, PartyOrgId(basics.branch), step); }));
    const auto now = memberSituation(book->database(), member, step.day);
    QCOMPARE(now->place->branch, basics.branch);
    QCOMPARE(now->place->group, RowId(0));
}

void tst_OrgCommands::closedOnesKeepTheirName()
{
    TestBook book;
    const auto basics = book.makeBasics();
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) { return closeOrg(work, PartyOrgId(basics.branch), step); }));
    Query query{u"partyOrg"_qs, QDate(2026, 9, 30), u"all"_qs, {}, {}, {}};
    QCOMPARE(book->reader().ids(query)->size(), 3);
    query.scope = u"current"_qs;
    QCOMPARE(book->reader().ids(query)->size(), 2);
    query.asOf = QDate(2026, 2, 28);
    QCOMPARE(book->reader().ids(query)->size(), 3);
    const Query events{u"orgChange"_qs, QDate(2026, 9, 30), {}, {}, {}, {}};
    const auto rows = book->reader().rows(u"orgChange"_qs, events.asOf, *book->reader().ids(events), {u"org"_qs});
    QVERIFY_RESULT(rows);
    QCOMPARE(rows->first().values.first().value<ReferenceValue>().title, u"东关一支部"_qs);
}

QTEST_GUILESS_MAIN(tst_OrgCommands)
#include "tst_orgcommands.moc"
