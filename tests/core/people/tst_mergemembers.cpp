// Two member records of one human being: spells are put in one row of rows; where they overlap somebody chooses, and
// the figures of every quarter still agree.
#include "core/base/quarter.h"
#include "core/party/membercommands.h"
#include "core/people/mergemembers.h"
#include "core/reports/changetable.h"
#include "tests/core/people/merging.h"

using namespace gridbook;
using namespace gridbook::people;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

// A member record with a history: "opening 2025-01-01 1", that is event, day, and the first or second branch where the
// event asks for one. An invalid id if a step was refused.
PersonId addHistory(TestBook &book, const TestBook::Basics &basics, const QStringList &steps)
{
    const PersonId id = addPerson(book, person(u"张伟"_qs));
    for (const QString &each : steps) {
        const QStringList words = each.split(u' ');
        party::MemberStep step;
        step.event = words.at(0);
        step.day = QDate::fromString(words.at(1), Qt::ISODate);
        step.place = {words.value(2) == u"2" ? basics.secondBranch : basics.branch, 0, basics.grid};
        step.category = u"full"_qs;
        step.other = u"西街"_qs;
        step.document = u"文1"_qs;
        if (step.event == u"markLost") {
            step.lostSince = PartialDate(step.day.addMonths(-8));
        }
        const Done done = commitStep(book, [&](UnitOfWork &work) -> Done {
            if (party::standingEvent(step.event)->effect == party::StandingEffect::Enter) {
                GRIDBOOK_TRY(party::admit(work, id, step));
                return {};
            }
            GRIDBOOK_ASSIGN(const MemberId member, memberOf(work.database(), id));
            return party::applyStep(work, member, step);
        });
        if (!done) {
            qWarning("%s: %s", qPrintable(each), qPrintable(done.error().message));
            return {};
        }
    }
    return id;
}

// "1+": the state on a day, and whether the member is on the register then.
QString stateOn(TestBook &book, PersonId id, QDate day)
{
    const auto member = memberOf(book->database(), id);
    const auto now = party::memberSituation(book->database(), member.valueOr({}), day);
    return now ? QString(now->state + (now->facts.onRegister ? u'+' : u'-')) : now.error().message;
}

} // namespace

class tst_MergeMembers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellsAreCombined();
    void overlappingSpellsRefused();
    void chosenSpellCounts_data();
    void chosenSpellCounts();
    void chosenStateCounts();
    void stateStaysPossible_data();
    void stateStaysPossible();
};

void tst_MergeMembers::spellsAreCombined()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const MemberId early(
        book.addMember(u"张伟"_qs, u"999901197807010016"_qs, basics.branch, basics.grid, u"2022-01-01"_qs));
    const MemberId late(
        book.addMember(u"张伟"_qs, u"999901197807010032"_qs, basics.secondBranch, basics.secondGrid, u"2025-01-01"_qs));
    QVERIFY_RESULT(commitStep(
        book, [&](UnitOfWork &work) { return party::leave(work, early, u"4"_qs, QDate(2023, 6, 1), u"西街"_qs, {}); }));
    const QStringList before = bookPicture(*book);
    const auto asked = findOverlaps(book->database(), personOf(book, late), personOf(book, early));
    QVERIFY_RESULT(asked);
    QVERIFY(asked->isEmpty());
    QVERIFY_RESULT(merge(book, personOf(book, late), personOf(book, early)));
    const auto state = [&](QDate at) {
        const auto now = party::memberSituation(book->database(), late, at);
        return now ? QString(now->state + QString(now->facts.onRegister ? u"+"_qs : u"-"_qs)) : now.error().message;
    };
    QCOMPARE(state(QDate(2022, 6, 1)), u"1+"_qs);
    QCOMPARE(state(QDate(2024, 6, 1)), u"20-"_qs);
    QCOMPARE(state(QDate(2026, 6, 1)), u"1+"_qs);
    const auto now = party::memberSituation(book->database(), late, QDate(2026, 1, 1));
    QCOMPARE(now->affiliations.size(), 2);
    QCOMPARE(now->standings.size(), 3);
    QVERIFY_RESULT(book->undo());
    QCOMPARE(bookPicture(*book), before);
}

void tst_MergeMembers::overlappingSpellsRefused()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const MemberId a(
        book.addMember(u"张伟"_qs, u"999901197807010016"_qs, basics.branch, basics.grid, u"2022-01-01"_qs));
    const MemberId b(
        book.addMember(u"张伟"_qs, u"999901197807010032"_qs, basics.secondBranch, basics.secondGrid, u"2025-01-01"_qs));
    const QStringList before = bookPicture(*book);
    const Done done = merge(book, personOf(book, a), personOf(book, b));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Refused);
    QVERIFY(done.error().message.contains(u"2025-01-01"));
    QCOMPARE(bookPicture(*book), before);
}

void tst_MergeMembers::chosenSpellCounts_data()
{
    QTest::addColumn<QStringList>("first");
    QTest::addColumn<QStringList>("second");
    QTest::addColumn<Side>("counts");
    QTest::addColumn<QStringList>("lines"); // of T3, as of a day
    const QStringList here{u"opening 2025-01-01 1"_qs};
    const QStringList there{u"transferIn 2026-08-10 2"_qs};
    const QStringList since2025{u"2026-06-30 1=1 2=0 9=0 16=1"_qs, u"2026-09-30 1=1 2=0 9=0 16=1"_qs};
    const QStringList sinceAugust{u"2026-06-30 1=0 9=0 16=0"_qs, u"2026-09-30 1=0 2=1 7=1 16=1"_qs};
    QTest::newRow("two branches, the kept one's") << here << there << Side::Kept << since2025;
    QTest::newRow("two branches, the other one's") << here << there << Side::Dropped << sinceAugust;
    QTest::newRow("one branch") << here << QStringList{u"transferIn 2026-08-10 1"_qs} << Side::Kept << since2025;
    const QStringList left{u"opening 2025-01-01 1"_qs, u"transferOut 2026-07-15"_qs};
    const QStringList came{u"transferIn 2026-05-05 2"_qs};
    QTest::newRow("in part, the one that ends")
        << left << came << Side::Kept << QStringList{u"2026-06-30 1=1 2=0 16=1"_qs, u"2026-09-30 1=1 9=1 13=1 16=0"_qs};
    QTest::newRow("in part, the one that goes on")
        << left << came << Side::Dropped
        << QStringList{u"2026-06-30 1=0 2=1 7=1 16=1"_qs, u"2026-09-30 1=1 2=0 9=0 16=1"_qs};
    const QStringList twice{u"opening 2025-03-01 2"_qs, u"transferOut 2026-02-01"_qs, u"transferIn 2026-07-20 2"_qs};
    QTest::newRow("three spells, the one")
        << here << twice << Side::Kept << QStringList{u"2026-03-31 1=1 9=0 16=1"_qs, u"2026-09-30 1=1 2=0 16=1"_qs};
    QTest::newRow("three spells, the two") << here << twice << Side::Dropped
                                           << QStringList{u"2025-12-31 1=1 16=1"_qs, u"2026-03-31 1=1 9=1 13=1 16=0"_qs,
                                                          u"2026-06-30 1=0 16=0"_qs, u"2026-09-30 1=0 2=1 7=1 16=1"_qs};
    // Only the second row of the spell overlaps; without the first it would have no beginning.
    const QStringList moved{u"opening 2025-01-01 1"_qs, u"relocate 2026-04-15 2"_qs};
    QTest::newRow("a spell with a move counts") << moved << there << Side::Kept << since2025;
    QTest::newRow("a spell with a move is voided whole") << moved << there << Side::Dropped << sinceAugust;
}

void tst_MergeMembers::chosenSpellCounts()
{
    QFETCH(const QStringList, first);
    QFETCH(const QStringList, second);
    QFETCH(const Side, counts);
    QFETCH(const QStringList, lines);
    TestBook book;
    const auto basics = book.makeBasics();
    const PersonId keep = addHistory(book, basics, first);
    const PersonId drop = addHistory(book, basics, second);
    QVERIFY(keep.isValid() && drop.isValid());
    const QStringList before = bookPicture(*book);
    const auto rows = [&](const QString &condition) {
        return book->database().scalar(u"SELECT COUNT(*) FROM affiliation WHERE "_qs + condition).valueOr({}).toInt();
    };
    const int written = rows(u"1 = 1"_qs);
    QVERIFY(!merge(book, keep, drop)); // nobody has said which
    QCOMPARE(bookPicture(*book), before);
    QVERIFY_RESULT(merge(book, keep, drop, {}, answers(book, keep, drop, counts, counts)));
    const QStringList after = bookPicture(*book);
    QCOMPARE(rows(u"1 = 1"_qs), written); // voided, not deleted
    QCOMPARE(rows(u"voided_at IS NOT NULL AND void_reason IS NOT NULL"_qs),
             int((counts == Side::Kept ? second : first).size()) -
                 int((counts == Side::Kept ? second : first).filter(u"transferOut"_qs).size()));
    {
        const auto figures = Figures::open(book->reader());
        QVERIFY_RESULT(figures);
        for (Quarter quarter(2025, 1); quarter <= Quarter(2026, 3); quarter = quarter.next()) {
            const auto table = changeTable(**figures, quarter.lastDay());
            QVERIFY_RESULT(table);
            QCOMPARE(table->at(17), 0);
        }
        for (const QString &line : lines) {
            const QStringList words = line.split(u' ');
            const auto table = changeTable(**figures, QDate::fromString(words.first(), Qt::ISODate));
            QVERIFY_RESULT(table);
            QStringList found{words.first()};
            for (const QString &word : words.mid(1)) {
                const QString number = word.section(u'=', 0, 0);
                found << number + u'=' + QString::number(table->at(number.toInt()));
            }
            QCOMPARE(found.join(u' '), line);
        }
    }
    QVERIFY_RESULT(book->undo());
    QCOMPARE(bookPicture(*book), before);
    QVERIFY_RESULT(book->redo());
    QCOMPARE(bookPicture(*book), after);
    QVERIFY_RESULT(book->undo());
    QCOMPARE(bookPicture(*book), before);
}

// Where the records differ in standing or whereabouts while both are on the register, either may be right, whichever
// spell counts.
void tst_MergeMembers::chosenStateCounts()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const PersonId keep = addHistory(book, basics, {u"opening 2025-01-01 1"_qs});
    const PersonId drop = addHistory(book, basics, {u"opening 2025-02-01 2"_qs, u"retain 2026-01-10"_qs});
    QVERIFY(keep.isValid() && drop.isValid());
    QVERIFY_RESULT(commitStep(book, [&](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN(const MemberId a, memberOf(work.database(), keep));
        GRIDBOOK_ASSIGN(const MemberId b, memberOf(work.database(), drop));
        GRIDBOOK_TRY(work.insert(u"whereabouts"_qs, {{u"member_id"_qs, a.value()},
                                                     {u"mobile"_qs, 1},
                                                     {u"mobile_to"_qs, u"西安"_qs},
                                                     {u"valid_from"_qs, u"2026-03-01"_qs}}));
        GRIDBOOK_TRY(work.insert(u"whereabouts"_qs, {{u"member_id"_qs, b.value()},
                                                     {u"lost"_qs, 1},
                                                     {u"lost_since"_qs, u"2025-06"_qs},
                                                     {u"valid_from"_qs, u"2026-03-01"_qs}}));
        return {};
    }));
    const auto asked = findOverlaps(book->database(), keep, drop);
    QVERIFY_RESULT(asked);
    QStringList tables;
    for (const Overlap &each : *asked) {
        tables << each.table;
        QCOMPARE(each.kept.size(), 1);
        QCOMPARE(each.dropped.size(), 1);
    }
    QCOMPARE(tables, QStringList({u"affiliation"_qs, u"standing"_qs, u"whereabouts"_qs}));
    const QStringList before = bookPicture(*book);
    for (const Side relation : {Side::Kept, Side::Dropped}) {
        for (const Side rest : {Side::Kept, Side::Dropped}) {
            QVERIFY_RESULT(merge(book, keep, drop, {}, answers(book, keep, drop, relation, rest)));
            QCOMPARE(stateOn(book, keep, QDate(2025, 6, 1)), u"1+"_qs);
            QCOMPARE(stateOn(book, keep, QDate(2026, 6, 1)), rest == Side::Kept ? u"1+"_qs : u"10+"_qs);
            const auto now = party::memberSituation(book->database(), memberOf(book->database(), keep).valueOr({}),
                                                    QDate(2026, 6, 1));
            QVERIFY_RESULT(now);
            QCOMPARE(now->facts.lost, rest == Side::Dropped);
            QCOMPARE(now->place->branch, relation == Side::Kept ? basics.branch : basics.secondBranch);
            QVERIFY_RESULT(book->undo());
            QCOMPARE(bookPicture(*book), before);
        }
    }
}

void tst_MergeMembers::stateStaysPossible_data()
{
    QTest::addColumn<QStringList>("first");
    QTest::addColumn<QStringList>("second");
    QTest::addColumn<Side>("relation");
    QTest::addColumn<Side>("rest");
    QTest::addColumn<QString>("state"); // on 30 June 2026; a day: refused, and the sentence names that day
    const QStringList lives{u"opening 2025-01-01 1"_qs};
    const QStringList died{u"opening 2025-03-01 2"_qs, u"died 2026-05-01"_qs};
    const QStringList diedToo{u"opening 2025-01-01 1"_qs, u"died 2026-05-03"_qs};
    const QStringList stopped{u"opening 2025-02-01 2"_qs, u"markLost 2025-12-01"_qs, u"stop 2026-02-01"_qs,
                              u"resigned 2026-05-01"_qs};
    QTest::newRow("died, but the living one counts") << lives << died << Side::Kept << Side::Kept << u"2026-05-01"_qs;
    QTest::newRow("died, and that counts") << lives << died << Side::Dropped << Side::Dropped << u"21-"_qs;
    QTest::newRow("died, standing of the living one") << lives << died << Side::Dropped << Side::Kept << u"21-"_qs;
    QTest::newRow("entered again after the death")
        << QStringList{u"transferIn 2026-06-01 1"_qs} << died << Side::Kept << Side::Kept << u"2026-05-01"_qs;
    QTest::newRow("died on two days, the later") << diedToo << died << Side::Kept << Side::Kept << u"21-"_qs;
    QTest::newRow("died on two days, the earlier") << diedToo << died << Side::Dropped << Side::Kept << u"21-"_qs;
    QTest::newRow("stopped elsewhere") << lives << stopped << Side::Kept << Side::Kept << u"1+"_qs;
    QTest::newRow("stopped, and then as if nothing were")
        << lives << stopped << Side::Kept << Side::Dropped << u"2026-05-01"_qs;
    QTest::newRow("stopped and gone") << lives << stopped << Side::Dropped << Side::Dropped << u"14-"_qs;
}

void tst_MergeMembers::stateStaysPossible()
{
    QFETCH(const QStringList, first);
    QFETCH(const QStringList, second);
    QFETCH(const Side, relation);
    QFETCH(const Side, rest);
    QFETCH(const QString, state);
    TestBook book;
    const auto basics = book.makeBasics();
    const PersonId keep = addHistory(book, basics, first);
    const PersonId drop = addHistory(book, basics, second);
    QVERIFY(keep.isValid() && drop.isValid());
    const QStringList before = bookPicture(*book);
    const Done done = merge(book, keep, drop, {}, answers(book, keep, drop, relation, rest));
    if (QDate::fromString(state, Qt::ISODate).isValid()) {
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Refused);
        QVERIFY2(done.error().message.contains(state), qPrintable(done.error().message));
        QCOMPARE(bookPicture(*book), before);
        return;
    }
    QVERIFY_RESULT(done);
    QCOMPARE(stateOn(book, keep, QDate(2026, 6, 30)), state);
    const auto figures = Figures::open(book->reader());
    QVERIFY_RESULT(figures);
    QCOMPARE(changeTable(**figures, QDate(2026, 6, 30))->at(17), 0);
}

QTEST_GUILESS_MAIN(tst_MergeMembers)
#include "tst_mergemembers.moc"
