// Random years of work: whatever happens, the dated rows of every member stay in order, no count of an earlier day is
// changed by what is entered for a later one, and taking everything back leaves the book as it was.
#include "core/party/orgcommands.h"
#include "tests/core/party/bookpicture.h"
#include <QRandomGenerator>

using namespace gridbook;
using namespace gridbook::party;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

template <typename Item>
Item pick(QRandomGenerator &random, const QList<Item> &items)
{
    return items.at(random.bounded(int(items.size())));
}

// Members, by state and branch, as of a day.
QStringList countsOn(Book &book, QDate day)
{
    const QString iso = day.toString(Qt::ISODate);
    auto statement = Statement::prepare(
        book.database(),
        u"SELECT a.member_id, a.org_id, COALESCE(a.group_id, 0), COALESCE(a.grid_id, 0), s.category, s.state FROM "
        u"affiliation a LEFT JOIN standing s ON "
        "s.member_id = a.member_id AND s.voided_at IS NULL AND s.valid_from <= ? AND (s.valid_until IS NULL OR "
        "s.valid_until > ?) WHERE "
        "a.voided_at IS NULL AND a.valid_from <= ? AND (a.valid_until IS NULL OR a.valid_until > ?) ORDER BY 1"_qs);
    QStringList rows;
    if (statement && statement->run({iso, iso, iso, iso})) {
        while (statement->next()) {
            QStringList row;
            for (int i = 0; i < 6; ++i) {
                row << statement->text(i);
            }
            rows << row.join(u'/');
        }
    }
    return rows;
}

QString faultOf(const MemberSituation &member)
{
    for (const QList<DatedRow> *rows : {&member.affiliations, &member.standings}) {
        for (qsizetype i = 0; i < rows->size(); ++i) {
            const DatedRow &row = rows->at(i);
            if (row.until.isValid() && row.until <= row.from) {
                return u"empty row"_qs;
            }
            if (i + 1 < rows->size() && (!row.until.isValid() || row.until > rows->at(i + 1).from)) {
                return u"overlap"_qs;
            }
        }
    }
    for (qsizetype i = 0; i + 1 < member.standings.size(); ++i) {
        if (member.standings.at(i).until != member.standings.at(i + 1).from) {
            return u"gap in the standing"_qs;
        }
    }
    for (qsizetype i = 0; i < member.affiliations.size(); ++i) {
        const DatedRow &row = member.affiliations.at(i);
        const bool begins = i == 0 || member.affiliations.at(i - 1).until != row.from;
        const bool ends = row.until.isValid() &&
                          (i + 1 == member.affiliations.size() || member.affiliations.at(i + 1).from != row.until);
        if (begins == row.text(u"increase_kind"_qs).isEmpty() || ends == row.text(u"decrease_kind"_qs).isEmpty()) {
            return u"a spell says wrongly how it began or ended"_qs;
        }
        const DatedRow *standing = rowOn(member.standings, row.from);
        if (standing == nullptr || standingMachine().state(standing->text(u"state"_qs))->terminal) {
            return u"on the register without a living membership"_qs;
        }
    }
    if (!member.standings.isEmpty() && member.standings.last().until.isValid()) {
        return u"the last standing is closed"_qs;
    }
    // The events that are on record lead, by the table, to the state that is on record.
    QStringList events;
    for (const DatedRow &row : member.standings) {
        events << row.text(u"event"_qs);
    }
    const auto state = standingMachine().stateAfter(events);
    if (!state) {
        return state.error().message;
    }
    return member.standings.isEmpty() || *state == member.standings.last().text(u"state"_qs)
               ? QString()
               : u"events and state disagree"_qs;
}

} // namespace

class tst_History : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomYears_data();
    void randomYears();
};

void tst_History::randomYears_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void tst_History::randomYears()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    TestBook book;
    const auto basics = book.makeBasics();
    QList<MemberId> members;
    auto start = book->begin({u"create"_qs, u"人员"_qs, {}, {}});
    for (int i = 0; i < 6; ++i) {
        const auto person = (*start)->insert(u"person"_qs, {{u"name"_qs, QString(u"党员"_qs + QString::number(i))}});
        const auto member = admit(**start, PersonId(*person),
                                  {.event = u"developed"_qs,
                                   .day = QDate(2018, 1, 1),
                                   .place = {basics.branch, 0, basics.grid},
                                   .document = u"批"_qs});
        QVERIFY(!member); // the branch did not exist in 2018
        const auto later = admit(**start, PersonId(*person),
                                 {.event = i % 2 == 0 ? u"opening"_qs : u"developed"_qs,
                                  .day = QDate(2020, 1, 1),
                                  .place = {basics.branch, 0, basics.grid},
                                  .category = u"full"_qs,
                                  .document = u"批"_qs});
        QVERIFY_RESULT(later);
        members << *later;
    }
    QVERIFY_RESULT(book->commit(**start));
    const QStringList before = bookPicture(*book);
    QStringList events;
    for (const StandingEvent &each : standingEvents()) {
        events << each.code;
    }
    int done = 0;
    QDate day(2020, 1, 1);
    for (int i = 0; i < 160; ++i) {
        day = day.addDays(1 + random.bounded(25));
        const QDate yesterday = day.addDays(-1);
        const QStringList known = countsOn(*book, yesterday);
        const QStringList longAgo = countsOn(*book, QDate(2021, 6, 30));
        const MemberId member = pick(random, members);
        // Mostly what the table offers, so that much happens; death seldom, so that somebody is left.
        const QStringList offered = possibleEvents(*memberSituation(book->database(), member, day));
        QString event = random.bounded(3) == 0 || offered.isEmpty() ? pick(random, events) : pick(random, offered);
        if (event == u"died" && random.bounded(8) != 0) {
            event = u"relocate"_qs;
        }
        MemberStep step{.event = event,
                        .day = day,
                        .place = {pick<RowId>(random, {basics.branch, basics.secondBranch}), 0,
                                  pick<RowId>(random, {basics.grid, basics.secondGrid, 0})},
                        .category = u"full"_qs,
                        .other = u"西街"_qs,
                        .document = u"文"_qs,
                        .lostSince = PartialDate(day.addMonths(-random.bounded(12)))};
        auto work = book->begin({u"edit"_qs, u"步骤"_qs, {}, {}});
        QVERIFY_RESULT(work);
        if (applyStep(**work, member, step)) {
            const auto set = book->commit(**work);
            QVERIFY_RESULT(set);
            done += set->batch.isValid() ? 1 : 0;
        }
        work->reset();
        QCOMPARE(countsOn(*book, yesterday), known);
        if (day > QDate(2021, 6, 30)) {
            QCOMPARE(countsOn(*book, QDate(2021, 6, 30)), longAgo);
        }
        for (const MemberId each : members) {
            const auto situation = memberSituation(book->database(), each, day);
            QVERIFY_RESULT(situation);
            const QString fault = faultOf(*situation);
            QVERIFY2(fault.isEmpty(), qPrintable(step.event + u": "_qs + fault));
        }
    }
    QVERIFY2(done > 30, qPrintable(QString::number(done)));
    const OrgStep merger{day.addDays(1), u"文"_qs, {}};
    auto work = book->begin({u"edit"_qs, u"合并"_qs, {}, {}});
    QVERIFY_RESULT(mergeOrg(**work, PartyOrgId(basics.branch), PartyOrgId(basics.secondBranch), merger));
    QVERIFY_RESULT(book->commit(**work));
    for (const MemberId member : members) {
        const auto situation = memberSituation(book->database(), member, merger.day);
        QVERIFY(!situation->place || situation->place->branch == basics.secondBranch);
        QCOMPARE(faultOf(*situation), QString());
    }
    for (int i = 0; i <= done; ++i) {
        QVERIFY_RESULT(book->undo());
    }
    QCOMPARE(bookPicture(*book), before);
}

QTEST_GUILESS_MAIN(tst_History)
#include "tst_history.moc"
