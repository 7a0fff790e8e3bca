// What happens to members: every step of the table of standing on a real book, and what is refused.
#include "core/party/advice.h"
#include "core/party/membercommands.h"
#include "core/party/orgcommands.h"
#include "core/reports/changetable.h"
#include "tests/core/party/bookpicture.h"

using namespace gridbook;
using namespace gridbook::party;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

Done commitStep(TestBook &book, const std::function<Done(UnitOfWork &)> &run)
{
    GRIDBOOK_ASSIGN(auto work, book->begin({u"edit"_qs, u"步骤"_qs, {}, {}}));
    GRIDBOOK_TRY(run(*work));
    GRIDBOOK_ASSIGN([[maybe_unused]] const ChangeSet set, book->commit(*work));
    return {};
}

Done commitMemberStep(TestBook &book, MemberId member, const MemberStep &step)
{
    return commitStep(book, [&](UnitOfWork &work) { return applyStep(work, member, step); });
}

MemberSituation at(TestBook &book, MemberId member, QDate day)
{
    const auto situation = memberSituation(book->database(), member, day);
    return situation ? *situation : MemberSituation{};
}

} // namespace

class tst_MemberCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsSound();
    void everyKindHasItsEvent();
    void leaving_data();
    void leaving();
    void refusals_data();
    void refusals();
    void lostStoppedRestored();
    void stoppedTwoYearsStruckOff();
    void stoppedMembersInTheChangeTable();
    void leavesAndComesBack();
    void developedAndConfirmed();
    void moveEndsSeatsOfTheOldBranch();
    void adviceByNumbers();
};

void tst_MemberCommands::tableIsSound()
{
    QCOMPARE(standingMachine().flaws(), QStringList());
    const Catalog catalog;
    const CodeTable *states = catalog.codes().find(codes::membershipState);
    for (const auto &state : standingMachine().states()) {
        if (!state.code.isEmpty()) {
            const CodeItem *item = states->byCode(state.code);
            QVERIFY2(item != nullptr, qPrintable(state.code));
            QCOMPARE(item->hasTag(u"terminal"), state.terminal);
            QCOMPARE(item->hasTag(u"final"), standingMachine().possible(state.code).isEmpty());
        }
    }
    QCOMPARE(standingMachine().states().size() - 1, states->items.size());
}

void tst_MemberCommands::everyKindHasItsEvent()
{
    const Catalog catalog;
    for (const CodeItem &kind : catalog.codes().find(codes::increaseKind)->items) {
        // 停止党籍后恢复 happens on the register: a change of state, not a spell of its own.
        QVERIFY2(kind.code == u"21" || enteringBy(kind.code) != nullptr, qPrintable(kind.code));
    }
    for (const CodeItem &kind : catalog.codes().find(codes::decreaseKind)->items) {
        QVERIFY2(kind.code == u"1" || kind.code == u"2" || leavingBy(kind.code) != nullptr, qPrintable(kind.code));
    }
}

void tst_MemberCommands::leaving_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("state");
    QTest::newRow("death") << u"3"_qs << u"21"_qs;
    QTest::newRow("transfer") << u"4"_qs << u"20"_qs;
    QTest::newRow("whole") << u"41"_qs << u"20"_qs;
    QTest::newRow("expelled") << u"11"_qs << u"13"_qs;
    QTest::newRow("resigned") << u"12"_qs << u"14"_qs;
    QTest::newRow("persuaded") << u"13"_qs << u"15"_qs;
    QTest::newRow("unpersuaded") << u"14"_qs << u"14"_qs;
    QTest::newRow("dropped out") << u"15"_qs << u"14"_qs;
    QTest::newRow("not recognised") << u"17"_qs << u"17"_qs;
}

void tst_MemberCommands::leaving()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, state);
    TestBook book;
    const auto basics = book.makeBasics();
    const MemberId member(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid));
    const QStringList before = bookPicture(*book);
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) {
        return leave(work, member, kind, QDate(2026, 3, 5), u"西街社区党委"_qs, u"凤组〔2026〕7号"_qs);
    }));
    const MemberSituation eve = at(book, member, QDate(2026, 3, 4));
    QVERIFY(eve.facts.onRegister);
    QCOMPARE(eve.state, u"1"_qs);
    const MemberSituation after = at(book, member, QDate(2026, 3, 5));
    QVERIFY(!after.facts.onRegister);
    QCOMPARE(after.state, state);
    QCOMPARE(after.affiliations.size(), 1);
    QCOMPARE(after.affiliations.last().text(u"decrease_kind"_qs), kind);
    QCOMPARE(after.affiliations.last().text(u"left_doc"_qs), u"凤组〔2026〕7号"_qs);
    QCOMPARE(after.standings.size(), 2);
    QCOMPARE(after.standings.last().text(u"event"_qs), leavingBy(kind)->code);
    // Gone is gone: a second leaving is refused.
    QVERIFY(!commitStep(
        book, [&](UnitOfWork &work) { return leave(work, member, u"4"_qs, QDate(2026, 4, 1), u"西街"_qs, u"x"_qs); }));
    QVERIFY_RESULT(book->undo());
    QCOMPARE(bookPicture(*book), before);
}

void tst_MemberCommands::refusals_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("place"); // branch second, group, general, functional, closedgrid, same
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("other");
    const QDate day(2026, 3, 5);
    QTest::newRow("no day") << u"died"_qs << QDate() << QString() << QString() << QString();
    QTest::newRow("before the row began") << u"died"_qs << QDate(2024, 12, 31) << QString() << QString() << QString();
    QTest::newRow("on the day the row began") << u"died"_qs << QDate(2025, 1, 1) << QString() << QString() << QString();
    QTest::newRow("already on the register") << u"transferIn"_qs << day << u"second"_qs << QString() << u"某党委"_qs;
    QTest::newRow("transfer to nowhere") << u"transferOut"_qs << day << QString() << u"1"_qs << QString();
    QTest::newRow("expelled without decision") << u"expelled"_qs << day << QString() << QString() << QString();
    QTest::newRow("stop without lost mark") << u"stop"_qs << day << QString() << u"1"_qs << QString();
    QTest::newRow("confirm a full member") << u"confirm"_qs << day << QString() << QString() << QString();
    QTest::newRow("cancel probation of a full one")
        << u"probationCancelled"_qs << day << QString() << u"1"_qs << QString();
    QTest::newRow("found but not lost") << u"markFound"_qs << day << QString() << QString() << QString();
    QTest::newRow("move to the same place") << u"relocate"_qs << day << u"same"_qs << QString() << QString();
    QTest::newRow("move to nowhere") << u"relocate"_qs << day << QString() << QString() << QString();
    QTest::newRow("move to a functional branch") << u"relocate"_qs << day << u"functional"_qs << QString() << QString();
    QTest::newRow("move to a branch not yet founded")
        << u"relocate"_qs << QDate(2025, 6, 1) << u"functional"_qs << QString() << QString();
    QTest::newRow("move to a strange group") << u"relocate"_qs << day << u"group"_qs << QString() << QString();
    QTest::newRow("move to a closed grid") << u"relocate"_qs << day << u"closedgrid"_qs << QString() << QString();
    // The book's day is 2026-09-30: nothing has happened after it. Only a move can be arranged beforehand.
    for (const QString &event : {u"died"_qs, u"transferOut"_qs, u"expelled"_qs, u"retain"_qs}) {
        QTest::newRow(qPrintable(event + u" tomorrow"_qs))
            << event << QDate(2026, 10, 1) << QString() << u"1"_qs << u"某党委"_qs;
    }
    QTest::newRow("unknown event") << u"promoted"_qs << day << QString() << QString() << QString();
}

void tst_MemberCommands::refusals()
{
    QFETCH(const QString, event);
    QFETCH(const QDate, day);
    QFETCH(const QString, place);
    QFETCH(const QString, document);
    QFETCH(const QString, other);
    TestBook book;
    const auto basics = book.makeBasics();
    const MemberId member(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid));
    RowId functional = 0;
    RowId group = 0;
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) -> Done {
        const OrgStep founded{QDate(2026, 1, 1), u"凤组〔2026〕1号"_qs, {}};
        GRIDBOOK_ASSIGN(const PartyOrgId f, foundOrg(work,
                                                     {.type = u"functionalBranch"_qs,
                                                      .fullName = u"功能支部"_qs,
                                                      .shortName = u"功能支部"_qs,
                                                      .parent = basics.generalBranch},
                                                     founded));
        GRIDBOOK_ASSIGN(
            const PartyOrgId g,
            foundOrg(
                work,
                {.type = u"group"_qs, .fullName = u"一组"_qs, .shortName = u"一组"_qs, .parent = basics.secondBranch},
                founded));
        functional = f.value();
        group = g.value();
        return work.update(u"grid"_qs, basics.secondGrid, 0, {{u"valid_until"_qs, u"2026-02-01"_qs}});
    }));
    MemberStep step{.event = event, .day = day, .category = u"full"_qs, .other = other, .document = document};
    if (place == u"same") {
        step.place = {basics.branch, 0, basics.grid};
    } else if (place == u"second") {
        step.place = {basics.secondBranch, 0, basics.grid};
    } else if (place == u"functional") {
        step.place = {functional, 0, 0};
    } else if (place == u"group") {
        step.place = {basics.branch, group, basics.grid};
    } else if (place == u"closedgrid") {
        step.place = {basics.secondBranch, 0, basics.secondGrid};
    }
    const QStringList before = bookPicture(*book);
    const Done seen = examine(book->database(), member, step, QDate(2026, 9, 30));
    const Done done = commitMemberStep(book, member, step);
    QVERIFY(!done);
    QVERIFY(!done.error().message.isEmpty());
    QVERIFY(done.error().kind != ErrorKind::Damaged && done.error().kind != ErrorKind::Io);
    if (!seen) { // what is found before writing is said in the same words
        QCOMPARE(seen.error().message, done.error().message);
    }
    QCOMPARE(bookPicture(*book), before);
}

void tst_MemberCommands::lostStoppedRestored()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const MemberId member(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid));
    const PartialDate since = PartialDate::fromIso(u"2025-08");
    // Five months are not enough.
    QVERIFY(!commitStep(book, [&](UnitOfWork &work) { return markLost(work, member, QDate(2026, 1, 31), since); }));
    QVERIFY_RESULT(
        commitStep(book, [&](UnitOfWork &work) { return markLost(work, member, QDate(2026, 2, 1), since, u"1"_qs); }));
    QVERIFY(at(book, member, QDate(2026, 2, 1)).facts.lost);
    QVERIFY_RESULT(commitStep(
        book, [&](UnitOfWork &work) { return stopMembership(work, member, QDate(2026, 3, 1), u"支决1"_qs); }));
    MemberSituation now = at(book, member, QDate(2026, 3, 1));
    QCOMPARE(now.state, u"12"_qs);
    QVERIFY(now.facts.onRegister); // 停止党籍 is still 在册
    QVERIFY(!possibleEvents(now).contains(u"transferOut"_qs));
    QVERIFY(possibleEvents(now).contains(u"restore"_qs));
    QVERIFY_RESULT(commitStep(
        book, [&](UnitOfWork &work) { return restoreMembership(work, member, QDate(2026, 5, 1), u"批1"_qs); }));
    now = at(book, member, QDate(2026, 5, 1));
    QCOMPARE(now.state, u"11"_qs);
    QVERIFY(!now.facts.lost);
    QCOMPARE(now.standings.size(), 3);
    QCOMPARE(now.affiliations.size(), 1);
    QCOMPARE(at(book, member, QDate(2026, 4, 30)).state, u"12"_qs);
}

void tst_MemberCommands::stoppedTwoYearsStruckOff()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const MemberId member(
        book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid, u"2020-01-01"_qs));
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) -> Done {
        GRIDBOOK_TRY(markLost(work, member, QDate(2023, 1, 1), PartialDate::fromIso(u"2022")));
        return stopMembership(work, member, QDate(2023, 2, 1), u"支决1"_qs);
    }));
    const auto strike = [&](QDate day) {
        return commitStep(book, [&](UnitOfWork &work) { return leave(work, member, u"15"_qs, day, {}, u"除名1"_qs); });
    };
    QVERIFY(!strike(QDate(2025, 1, 31)));
    QVERIFY_RESULT(strike(QDate(2025, 2, 1)));
    QCOMPARE(at(book, member, QDate(2025, 2, 1)).state, u"14"_qs);
}

// 党内统计年报 sheet 1: a stopped member leaves the statistics by the line 停止党籍 and comes back by 停止党籍后恢复.
// Whoever is struck off after two years was not counted any more, so no line counts the same person twice.
void tst_MemberCommands::stoppedMembersInTheChangeTable()
{
    TestBook book;
    book.clock().set(QDate(2028, 12, 31).startOfDay());
    const auto basics = book.makeBasics();
    const MemberId restored(book.addMember(u"王小明"_qs, {}, basics.branch, basics.grid));
    const MemberId struckOff(book.addMember(u"李秀英"_qs, {}, basics.branch, basics.grid));
    QVERIFY(book.addMember(u"陈永军"_qs, {}, basics.branch, basics.grid) != 0);
    for (const MemberId member : {restored, struckOff}) {
        QVERIFY_RESULT(commitMemberStep(
            book, member,
            {.event = u"markLost"_qs, .day = QDate(2026, 6, 1), .lostSince = PartialDate::fromIso(u"2025-10")}));
        QVERIFY_RESULT(commitMemberStep(
            book, member, {.event = u"stop"_qs, .day = QDate(2026, 8, 10), .document = u"凤组〔2026〕5号"_qs}));
    }
    QVERIFY_RESULT(commitMemberStep(
        book, restored, {.event = u"restore"_qs, .day = QDate(2026, 11, 5), .document = u"凤组〔2026〕9号"_qs}));
    QVERIFY_RESULT(commitMemberStep(
        book, struckOff, {.event = u"droppedOut"_qs, .day = QDate(2028, 8, 20), .document = u"凤组〔2028〕2号"_qs}));
    const auto figures = Figures::open(book->reader());
    QVERIFY_RESULT(figures);
    struct Expected
    {
        QDate day;
        QHash<int, qint64> lines;
    };
    for (const Expected &each :
         {Expected{QDate(2026, 6, 30), {{1, 3}, {9, 0}, {16, 3}, {17, 0}}},
          Expected{QDate(2026, 9, 30), {{1, 3}, {9, 2}, {10, 0}, {11, 2}, {16, 1}, {17, 0}}},
          Expected{QDate(2026, 12, 31), {{1, 1}, {2, 1}, {5, 1}, {6, 1}, {9, 0}, {16, 2}, {17, 0}}},
          Expected{QDate(2028, 9, 30), {{1, 2}, {9, 0}, {10, 0}, {11, 0}, {16, 2}, {17, 0}}}}) {
        const auto table = changeTable(**figures, each.day);
        QVERIFY_RESULT(table);
        for (auto line = each.lines.cbegin(); line != each.lines.cend(); ++line) {
            const QString where = u"%1 line %2"_qs.arg(each.day.toString(Qt::ISODate)).arg(line.key());
            QVERIFY2(table->at(line.key()) == line.value(),
                     qPrintable(where + u": " + QString::number(table->at(line.key()))));
        }
    }
}

void tst_MemberCommands::leavesAndComesBack()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const MemberId member(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid));
    QVERIFY_RESULT(commitStep(
        book, [&](UnitOfWork &work) { return leave(work, member, u"4"_qs, QDate(2025, 6, 1), u"西街"_qs, {}); }));
    MemberStep back{.event = u"transferIn"_qs,
                    .day = QDate(2025, 6, 1),
                    .place = {basics.secondBranch, 0, basics.secondGrid},
                    .category = u"full"_qs,
                    .other = u"西街"_qs,
                    .document = u"信1"_qs};
    QVERIFY(!commitMemberStep(book, member, back)); // on the very day: nothing lies between
    back.day = QDate(2025, 9, 1);
    back.category.clear();
    QVERIFY(!commitMemberStep(book, member, back)); // full or probationary?
    back.category = u"full"_qs;
    QVERIFY_RESULT(commitMemberStep(book, member, back));
    const MemberSituation now = at(book, member, QDate(2026, 1, 1));
    QCOMPARE(now.affiliations.size(), 2);
    QCOMPARE(now.affiliations.last().text(u"increase_kind"_qs), u"3"_qs);
    QCOMPARE(now.place->branch, basics.secondBranch);
    QVERIFY(!at(book, member, QDate(2025, 7, 1)).facts.onRegister);
    QVERIFY(at(book, member, QDate(2025, 5, 31)).facts.onRegister);
    QCOMPARE(at(book, member, QDate(2025, 7, 1)).state, u"20"_qs);
    QCOMPARE(now.state, u"1"_qs);
}

void tst_MemberCommands::developedAndConfirmed()
{
    TestBook book;
    const auto basics = book.makeBasics();
    RowId person = 0;
    MemberId member;
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN(person, work.insert(u"person"_qs, {{u"name"_qs, u"李新"_qs}}));
        GRIDBOOK_ASSIGN(member, admit(work, PersonId(person),
                                      {.event = u"developed"_qs,
                                       .day = QDate(2025, 7, 1),
                                       .place = {basics.branch, 0, basics.grid},
                                       .document = u"批1"_qs}));
        return {};
    }));
    MemberSituation now = at(book, member, QDate(2025, 7, 1));
    QCOMPARE(now.facts.category, u"probationary"_qs);
    QCOMPARE(now.facts.joined, PartialDate(QDate(2025, 7, 1)));
    QVERIFY(!commitStep(
        book, [&](UnitOfWork &work) { return leave(work, member, u"11"_qs, QDate(2026, 1, 1), {}, u"x"_qs); }));
    QVERIFY(!commitStep(book, [&](UnitOfWork &work) { return confirmFull(work, member, QDate(2026, 6, 30)); }));
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) { return confirmFull(work, member, QDate(2026, 7, 1)); }));
    now = at(book, member, QDate(2026, 7, 1));
    QCOMPARE(now.facts.category, u"full"_qs);
    QCOMPARE(now.affiliations.size(), 1);
    QCOMPARE(at(book, member, QDate(2026, 6, 30)).facts.category, u"probationary"_qs);
    const auto full = storedRow(book->database(), u"member"_qs, member.value());
    QCOMPARE(full->value(u"full_date"_qs).toString(), u"2026-07-01"_qs);
}

void tst_MemberCommands::moveEndsSeatsOfTheOldBranch()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const MemberId member(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid));
    const RowId person = at(book, member, QDate(2026, 1, 1)).person.value();
    RowId old = 0;
    RowId upper = 0;
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) -> Done {
        const auto seat = [&](RowId org) {
            return work.insert(u"committee_member"_qs, {{u"org_id"_qs, org},
                                                        {u"person_id"_qs, person},
                                                        {u"post"_qs, u"secretary"_qs},
                                                        {u"valid_from"_qs, u"2025-02-01"_qs}});
        };
        GRIDBOOK_ASSIGN(old, seat(basics.branch));
        GRIDBOOK_ASSIGN(upper, seat(basics.generalBranch));
        return moveMember(work, member, {basics.secondBranch, 0, basics.grid}, QDate(2026, 4, 1));
    }));
    const auto until = [&](RowId seat) {
        return storedRow(book->database(), u"committee_member"_qs, seat)->value(u"valid_until"_qs).toString();
    };
    QCOMPARE(until(old), u"2026-04-01"_qs);
    QCOMPARE(until(upper), QString());
    const MemberSituation now = at(book, member, QDate(2026, 4, 1));
    QCOMPARE(now.affiliations.size(), 2);
    QCOMPARE(now.affiliations.last().text(u"increase_kind"_qs), QString()); // a move is no increase
    QCOMPARE(now.affiliations.first().text(u"decrease_kind"_qs), QString());
}

void tst_MemberCommands::adviceByNumbers()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const PartyOrgId branch(basics.branch);
    const QDate day(2026, 9, 30);
    const auto kinds = [&] {
        QSet<AdviceKind> result;
        const auto advice = adviceFor(book->database(), branch, day);
        for (const Advice &each : advice ? *advice : QList<Advice>()) {
            result.insert(each.kind);
        }
        return result;
    };
    QVERIFY(kinds().contains(AdviceKind::TooFewMembers));
    QVERIFY(kinds().contains(AdviceKind::NoSecretary));
    QVERIFY(kinds().contains(AdviceKind::TermMissing));
    QVERIFY(adviceForGrid(book->database(), GridId(basics.grid), day)->isEmpty());
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) -> Done {
        for (int i = 0; i < 51; ++i) {
            GRIDBOOK_ASSIGN(const RowId person,
                            work.insert(u"person"_qs, {{u"name"_qs, QString(u"甲"_qs + QString::number(i))}}));
            GRIDBOOK_ASSIGN([[maybe_unused]] const MemberId member, admit(work, PersonId(person),
                                                                          {.event = u"opening"_qs,
                                                                           .day = QDate(2025, 1, 1),
                                                                           .place = {basics.branch, 0, basics.grid},
                                                                           .category = u"full"_qs}));
            if (i < 8) {
                GRIDBOOK_ASSIGN(
                    [[maybe_unused]] const RowId seat,
                    work.insert(u"committee_member"_qs, {{u"org_id"_qs, basics.branch},
                                                         {u"person_id"_qs, person},
                                                         {u"post"_qs, i == 0 ? u"secretary"_qs : u"member"_qs},
                                                         {u"valid_from"_qs, u"2025-02-01"_qs}}));
            }
        }
        return {};
    }));
    QCOMPARE(countMembers(book->database(), PartyOrgId(basics.generalBranch), day)->full, 51);
    QVERIFY(!kinds().contains(AdviceKind::TooFewMembers));
    QVERIFY(!kinds().contains(AdviceKind::NoSecretary));
    QVERIFY(kinds().contains(AdviceKind::TooManyForBranch));
    QVERIFY(kinds().contains(AdviceKind::CommitteeTooLarge));
    QCOMPARE(adviceForGrid(book->database(), GridId(basics.grid), day)->size(), 1);
    QVERIFY(adviceForGrid(book->database(), GridId(basics.grid), QDate(2024, 12, 31))->isEmpty());

    // The form of a member speaks of the branch as it would be with the member in it.
    const auto said = [&](RowId member, RowId where, const QString &category, const QString &state = u"1"_qs) {
        const auto remarks = book->records().remarks(
            u"member"_qs, member, {{u"branch"_qs, where}, {u"category"_qs, category}, {u"state"_qs, state}}, day);
        return remarks && !remarks->isEmpty() ? remarks->first().message : QString();
    };
    const RowId inside = book->database().scalar(u"SELECT MIN(id) FROM member"_qs)->toLongLong();
    QVERIFY(said(0, basics.branch, u"probationary"_qs).contains(u"52 members; a branch has at most 50"));
    QVERIFY(said(inside, basics.branch, u"full"_qs).contains(u"51 members"));
    QVERIFY(said(0, basics.secondBranch, u"full"_qs).contains(u"1 full members; a branch needs 3"));
    QVERIFY(said(0, basics.secondBranch, u"probationary"_qs).contains(u"0 full members"));
    QCOMPARE(said(0, basics.branch, u"full"_qs, u"12"_qs), QString()); // stopped: does not count
    QCOMPARE(said(0, basics.generalBranch, u"full"_qs), QString());    // has no such limit
    QCOMPARE(said(0, 0, u"full"_qs), QString());
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) -> Done { // two of three stay behind
        for (RowId member = inside; member < inside + 3; ++member) {
            GRIDBOOK_TRY(
                applyStep(work, MemberId(member),
                          {.event = u"relocate"_qs, .day = QDate(2026, 3, 1), .place = {basics.secondBranch}}));
        }
        return {};
    }));
    QCOMPARE(said(inside, basics.secondBranch, u"full"_qs), QString());
    QCOMPARE(said(0, basics.secondBranch, u"full"_qs), QString());
    QVERIFY(said(inside, basics.branch, u"full"_qs).contains(u"is left with 2 full members; a branch needs 3"));
}

QTEST_GUILESS_MAIN(tst_MemberCommands)
#include "tst_membercommands.moc"
