// Terms: when they end, in what state they are, when to remind, by hand-made dates.
#include "core/base/partialdate.h"
#include "core/party/orgcommands.h"
#include "core/party/terms.h"
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::party;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(gridbook::party::TermState)

class tst_Terms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void months_data();
    void months();
    void states_data();
    void states();
    void reminders();
    void whoHasATerm_data();
    void whoHasATerm();
    void yearsByTypeAndShift();
    void listAndCodeEndOnTheSameDay_data();
    void listAndCodeEndOnTheSameDay();
};

void tst_Terms::months_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<int>("months");
    QTest::newRow("same day") << QDate(2026, 1, 31) << QDate(2026, 1, 31) << 0;
    QTest::newRow("one day short") << QDate(2026, 1, 15) << QDate(2026, 7, 14) << 5;
    QTest::newRow("to the day") << QDate(2026, 1, 15) << QDate(2026, 7, 15) << 6;
    QTest::newRow("short month") << QDate(2026, 1, 31) << QDate(2026, 2, 28) << 1;
    QTest::newRow("backwards") << QDate(2026, 7, 15) << QDate(2026, 1, 16) << -5;
    QTest::newRow("five years") << QDate(2021, 7, 1) << QDate(2026, 7, 1) << 60;
}

void tst_Terms::months()
{
    QFETCH(const QDate, from);
    QFETCH(const QDate, to);
    QTEST(monthsBetween(from, to), "months");
}

void tst_Terms::states_data()
{
    QTest::addColumn<QDate>("elected");
    QTest::addColumn<int>("years");
    QTest::addColumn<QDate>("shifted");
    QTest::addColumn<QDate>("ended");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<TermState>("state");
    const QDate elected(2021, 7, 1);
    QTest::newRow("fresh") << elected << 5 << QDate() << QDate() << elected << TermState::Running;
    QTest::newRow("eve of the reminder") << elected << 5 << QDate() << QDate() << QDate(2025, 12, 31)
                                         << TermState::Running;
    QTest::newRow("six months") << elected << 5 << QDate() << QDate() << QDate(2026, 1, 1) << TermState::Due;
    QTest::newRow("last day") << elected << 5 << QDate() << QDate() << QDate(2026, 7, 1) << TermState::Due;
    QTest::newRow("over") << elected << 5 << QDate() << QDate() << QDate(2026, 7, 2) << TermState::Overdue;
    QTest::newRow("three years") << elected << 3 << QDate() << QDate() << QDate(2024, 7, 2) << TermState::Overdue;
    QTest::newRow("extended") << elected << 5 << QDate(2027, 3, 1) << QDate() << QDate(2026, 9, 30)
                              << TermState::Extended;
    QTest::newRow("extended, not yet needed")
        << elected << 5 << QDate(2027, 3, 1) << QDate() << QDate(2026, 3, 1) << TermState::Running;
    QTest::newRow("extension over") << elected << 5 << QDate(2027, 3, 1) << QDate() << QDate(2027, 3, 2)
                                    << TermState::Overdue;
    QTest::newRow("early end") << elected << 5 << QDate(2026, 1, 1) << QDate() << QDate(2026, 1, 2)
                               << TermState::Overdue;
    QTest::newRow("ended without a next")
        << elected << 5 << QDate() << QDate(2026, 6, 1) << QDate(2026, 6, 1) << TermState::Missing;
    QTest::newRow("before the election") << elected << 5 << QDate() << QDate() << QDate(2021, 6, 30)
                                         << TermState::Missing;
    QTest::newRow("leap day") << QDate(2024, 2, 29) << 3 << QDate() << QDate() << QDate(2027, 2, 28) << TermState::Due;
}

void tst_Terms::states()
{
    QFETCH(const QDate, elected);
    QFETCH(const int, years);
    QFETCH(const QDate, shifted);
    QFETCH(const QDate, ended);
    QFETCH(const QDate, day);
    QTEST(termState({elected, years, shifted, ended}, day), "state");
}

void tst_Terms::reminders()
{
    const QDate due(2026, 8, 31);
    QCOMPARE(reminderDays(due), QList<QDate>({QDate(2026, 2, 28), QDate(2026, 5, 31), QDate(2026, 7, 31), due}));
    QVERIFY(!reminderOn(due, QDate(2026, 2, 27)));
    QCOMPARE(reminderOn(due, QDate(2026, 2, 28)).value_or(-1), 6);
    QCOMPARE(reminderOn(due, QDate(2026, 5, 31)).value_or(-1), 3);
    QCOMPARE(reminderOn(due, QDate(2026, 8, 30)).value_or(-1), 1);
    QCOMPARE(reminderOn(due, QDate(2026, 9, 30)).value_or(-1), 0);
}

void tst_Terms::whoHasATerm_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("reason");
    for (const QString &type : {u"committee"_qs, u"generalBranch"_qs, u"branch"_qs, u"jointBranch"_qs}) {
        QTest::newRow(qPrintable(type)) << type << QString();
    }
    QTest::newRow("group") << u"group"_qs << u"Party group"_qs;
    QTest::newRow("working committee") << u"workCommittee"_qs << u"appoints"_qs;
    QTest::newRow("temporary branch") << u"temporaryBranch"_qs << u"appoints"_qs;
    for (const QString &type : {u"actionBranch"_qs, u"functionalBranch"_qs, u"mobileOrg"_qs, u"featureBranch"_qs}) {
        QTest::newRow(qPrintable(type)) << type << u"functional organisation"_qs;
    }
}

void tst_Terms::whoHasATerm()
{
    QFETCH(const QString, type);
    QFETCH(const QString, reason);
    OrgFacts facts;
    facts.type = type;
    facts.shortName = u"某组织"_qs;
    const QString said = noTermReason(facts);
    QCOMPARE(said.isEmpty(), reason.isEmpty());
    QVERIFY2(said.contains(reason), qPrintable(said));
}

void tst_Terms::yearsByTypeAndShift()
{
    TestBook book;
    const auto basics = book.makeBasics();
    auto work = book->begin({u"edit"_qs, u"换届"_qs, {}, {}});
    QVERIFY_RESULT(work);
    UnitOfWork &uow = **work;
    const auto elsewhere = foundOrg(uow,
                                    {.type = u"branch"_qs,
                                     .fullName = u"中共某企业党支部"_qs,
                                     .shortName = u"某企业党支部"_qs,
                                     .parent = basics.generalBranch,
                                     .category = u"privateEnterprise"_qs},
                                    {QDate(2021, 1, 1), u"文1"_qs, {}});
    QVERIFY_RESULT(elsewhere);
    const auto group =
        foundOrg(uow, {.type = u"group"_qs, .fullName = u"一组"_qs, .shortName = u"一组"_qs, .parent = basics.branch},
                 {QDate(2021, 1, 1), u"文2"_qs, {}});
    QVERIFY_RESULT(group);
    const auto refused = beginTerm(uow, *group, {.elected = QDate(2022, 1, 1)});
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"is a Party group"), qPrintable(refused.error().message));
    QVERIFY(!beginTerm(uow, *elsewhere, {.elected = QDate(2020, 1, 1)}));
    const auto first = beginTerm(uow, PartyOrgId(basics.branch), {.elected = QDate(2020, 5, 10)});
    QVERIFY_RESULT(first);
    const auto business = beginTerm(uow, *elsewhere, {.elected = QDate(2022, 1, 1)});
    QVERIFY_RESULT(business);
    const auto status = [&](PartyOrgId org, QDate day) { return *termStatus(book->database(), org, day); };
    QCOMPARE(status(PartyOrgId(basics.branch), QDate(2020, 6, 1)).due, QDate(2025, 5, 10)); // community: five years
    QCOMPARE(status(*elsewhere, QDate(2022, 6, 1)).due, QDate(2025, 1, 1));                 // other branches: three
    QCOMPARE(status(*group, QDate(2022, 6, 1)).state, TermState::None);
    QCOMPARE(status(PartyOrgId(basics.secondBranch), QDate(2022, 6, 1)).state, TermState::Missing);

    QVERIFY(!shiftTerm(uow, *first, QDate(2025, 12, 1), {}, QDate(2025, 4, 1)));
    QVERIFY(!shiftTerm(uow, *first, QDate(2026, 5, 11), u"批1"_qs, QDate(2025, 4, 1))); // more than twelve months
    QVERIFY_RESULT(shiftTerm(uow, *first, QDate(2026, 5, 10), u"批1"_qs, QDate(2025, 4, 1)));
    QCOMPARE(status(PartyOrgId(basics.branch), QDate(2025, 6, 1)).state, TermState::Extended);

    QVERIFY(!beginTerm(uow, PartyOrgId(basics.branch), {.elected = QDate(2020, 5, 10)}));
    QVERIFY_RESULT(beginTerm(uow, PartyOrgId(basics.branch), {.elected = QDate(2026, 3, 1)}));
    QCOMPARE(status(PartyOrgId(basics.branch), QDate(2026, 3, 1)).session, 2);
    QCOMPARE(status(PartyOrgId(basics.branch), QDate(2026, 2, 28)).session, 1);
    QCOMPARE(status(PartyOrgId(basics.branch), QDate(2026, 2, 28)).state, TermState::Extended);
    QVERIFY_RESULT(book->commit(uow));
}

void tst_Terms::listAndCodeEndOnTheSameDay_data()
{
    QTest::addColumn<QString>("elected");
    QTest::addColumn<int>("years");
    QTest::addColumn<QString>("due");
    QTest::newRow("plain") << u"2021-07-01"_qs << 5 << u"2026-07-01"_qs;
    QTest::newRow("leap day, common year") << u"2024-02-29"_qs << 5 << u"2029-02-28"_qs;
    QTest::newRow("leap day, leap year") << u"2020-02-29"_qs << 4 << u"2024-02-29"_qs;
    QTest::newRow("leap day, 2100") << u"2096-02-29"_qs << 4 << u"2100-02-28"_qs;
    QTest::newRow("leap day, 2000") << u"1996-02-29"_qs << 4 << u"2000-02-29"_qs;
}

void tst_Terms::listAndCodeEndOnTheSameDay()
{
    QFETCH(const QString, elected);
    QFETCH(const int, years);
    QFETCH(const QString, due);
    TestBook book;
    const auto basics = book.makeBasics();
    auto work = book->begin({u"edit"_qs, u"换届"_qs, {}, {}});
    QVERIFY_RESULT(work);
    const auto term = (*work)->insert(
        u"org_term"_qs,
        {{u"org_id"_qs, basics.branch}, {u"session"_qs, 1}, {u"elected_on"_qs, elected}, {u"term_years"_qs, years}});
    QVERIFY_RESULT(term);
    QVERIFY_RESULT(book->commit(**work));
    const auto rows = book->reader().rows(u"orgTerm"_qs, QDate(2099, 1, 1), {*term}, {u"dueOn"_qs});
    QVERIFY_RESULT(rows);
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first().values.first().value<PartialDate>().toIso(), due);
    const TermDates dates{QDate::fromString(elected, Qt::ISODate), years, {}, {}};
    QCOMPARE(dueDate(dates).toString(Qt::ISODate), due);
}

QTEST_GUILESS_MAIN(tst_Terms)
#include "tst_terms.moc"
