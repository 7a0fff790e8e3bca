// The past stays as it was: moves, changes of what has no day of its own, and what is entered later do not change what
// the book says as of an earlier day; a correction does.
#include "core/base/partialdate.h"
#include "core/changes/formervalues.h"
#include "core/party/membercommands.h"
#include "core/people/duplicates.h"
#include "core/registry/history.h"
#include "core/reports/changetable.h"
#include "core/reports/figurestext.h"
#include "tests/core/reports/figurebook.h"
#include <QJsonDocument>
#include <QRandomGenerator>

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {
const QDate secondQuarter(2026, 6, 30);
const QDate thirdQuarter(2026, 9, 30);

QVariant reference(RowId id)
{
    return QVariant::fromValue(ReferenceValue{id, {}});
}
QVariant day(QDate date)
{
    return QVariant::fromValue(PartialDate(date));
}
} // namespace

class TestPast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_book = std::make_unique<FigureBook>(); }
    void movesAddUp_data();
    void movesAddUp();
    void groupBelongsToTheBranch();
    void moveInsideAPeriodThatEnds();
    void moveIsNoSecondIncrease();
    void changeHoldsFromADayOn_data();
    void changeHoldsFromADayOn();
    void correctionChangesThePast();
    void emptyIsCompleted();
    void earlierDayTakesTheLaterOnesAway();
    void correctedAsOfAnEarlierDay();
    void listsReadTheDay();
    void nothingIsAskedForToday();
    void mergingTakesThePastAlong();
    void admittedAgain();
    void extendedTerm();
    void historyTellsAndRestores();
    void keptColumnsAreText();
    void laterEditsNeverChangeAQuarter();

private:
    Book &book() { return **m_book; }
    RowId member(const QString &name) { return m_book->member.value(name); }
    QString figures(QDate on)
    {
        const auto all = Figures::open(book().reader());
        const auto json = figuresAsJson(**all, on);
        return json ? QString::fromUtf8(QJsonDocument(*json).toJson()) : json.error().message;
    }
    ChangeTable changes(QDate on) { return *changeTable(**Figures::open(book().reader()), on); }
    Result<BatchId> edit(const QString &registry, RowId id, const QVariantMap &values, const Dating &dating = {},
                         QDate asOf = thirdQuarter)
    {
        GRIDBOOK_ASSIGN(const Record record, book().records().load(registry, id, asOf));
        QVariantMap all = record.values;
        all.insert(values);
        GRIDBOOK_ASSIGN(auto work, book().begin({u"edit"_qs, u"修改"_qs, {}, {}}));
        GRIDBOOK_TRY(book().records().save(*work, record, all, dating));
        GRIDBOOK_ASSIGN(const ChangeSet set, book().commit(*work));
        return set.batch;
    }
    QString value(const QString &registry, RowId id, const QString &field, QDate on)
    {
        const auto rows = book().reader().rows(registry, on, {id}, {field});
        return rows && !rows->isEmpty() ? storedValue(rows->first().values.first()).toString() : u"?"_qs;
    }
    // The living rows of a member's relation: "org group from until increase decrease".
    QStringList spells(RowId id)
    {
        QStringList lines;
        for (const DatedRow &row : datedRows(book().database(), u"affiliation"_qs, u"member_id"_qs, id).valueOr({})) {
            QStringList words;
            for (const QString &column : {u"org_id"_qs, u"group_id"_qs, u"valid_from"_qs, u"valid_until"_qs,
                                          u"increase_kind"_qs, u"decrease_kind"_qs}) {
                words << row.text(column);
            }
            lines << words.join(u' ');
        }
        return lines;
    }
    qint64 count(const QString &sql) { return book().database().scalar(sql)->toLongLong(); }
    qint64 formerValues() { return count(u"SELECT COUNT(*) FROM former_value WHERE voided_at IS NULL"_qs); }

    std::unique_ptr<FigureBook> m_book;
};

void TestPast::movesAddUp_data()
{
    QTest::addColumn<bool>("byForm");
    QTest::newRow("form") << true;
    QTest::newRow("record action") << false;
}

void TestPast::movesAddUp()
{
    QFETCH(bool, byForm);
    const QStringList before = spells(member(u"常在"_qs));
    const QString second = figures(secondQuarter);
    const QString third = figures(thirdQuarter);
    const ChangeTable then = changes(thirdQuarter);
    QCOMPARE(then.at(17), 0);
    if (byForm) {
        QVERIFY_RESULT(edit(u"member"_qs, member(u"常在"_qs),
                            {{u"branch"_qs, reference(m_book->branch2)}, {u"since"_qs, day(QDate(2026, 8, 15))}}));
    } else {
        auto work = book().begin({u"edit"_qs, u"调动"_qs, {}, {}});
        QVERIFY_RESULT(work);
        QVERIFY_RESULT(party::moveMember(**work, MemberId(member(u"常在"_qs)), {m_book->branch2, 0, m_book->grid1},
                                         QDate(2026, 8, 15)));
        QVERIFY_RESULT(book().commit(**work));
    }
    // The first row keeps how the member came; the second is neither increase nor decrease, and in no old group.
    QCOMPARE(spells(member(u"常在"_qs)),
             QStringList({u"%1 %2 2026-01-01 2026-08-15 0 "_qs.arg(m_book->branch1).arg(m_book->group),
                          u"%1  2026-08-15   "_qs.arg(m_book->branch2)}));
    const ChangeTable now = changes(thirdQuarter);
    for (const int line : {1, 2, 3, 5, 7, 9, 13, 15, 16, 17}) {
        QCOMPARE(now.at(line), then.at(line));
    }
    QVERIFY(figures(thirdQuarter) != third); // one branch has one more
    QCOMPARE(figures(secondQuarter), second);
    QVERIFY_RESULT(book().undo());
    QCOMPARE(spells(member(u"常在"_qs)), before);
    QCOMPARE(figures(thirdQuarter), third);
    QVERIFY_RESULT(book().redo());
    QCOMPARE(changes(thirdQuarter).at(17), 0);
    QCOMPARE(figures(secondQuarter), second);
    QVERIFY(book().check({})->isEmpty());
}

void TestPast::groupBelongsToTheBranch()
{
    const RowId id = member(u"常在"_qs);
    const RowId other = m_book->insert(u"party_org"_qs, {{u"valid_from"_qs, u"2020-01-01"_qs}});
    m_book->insert(u"org_state"_qs, {{u"org_id"_qs, other},
                                     {u"type"_qs, u"group"_qs},
                                     {u"short_name"_qs, u"二支部第一小组"_qs},
                                     {u"full_name"_qs, u"二支部第一小组"_qs},
                                     {u"parent_id"_qs, m_book->branch2},
                                     {u"valid_from"_qs, u"2020-01-01"_qs}});
    const QVariantMap move{{u"branch"_qs, reference(m_book->branch2)}, {u"since"_qs, day(QDate(2026, 8, 15))}};
    QVariantMap along = move;
    along.insert(u"group"_qs, reference(other));
    QVERIFY_RESULT(edit(u"member"_qs, id, along));
    QCOMPARE(value(u"member"_qs, id, u"group"_qs, thirdQuarter).toLongLong(), other);
    QCOMPARE(value(u"member"_qs, id, u"group"_qs, secondQuarter).toLongLong(), m_book->group);
    // A group of the old branch, chosen by hand, is a slip that is told.
    const auto wrong = edit(u"member"_qs, id, {{u"group"_qs, reference(m_book->group)}});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().kind, ErrorKind::Refused);
    // The branch was wrong all along: the group was, too.
    QVERIFY_RESULT(edit(u"member"_qs, id, {{u"branch"_qs, reference(m_book->branch1)}}));
    QCOMPARE(value(u"member"_qs, id, u"group"_qs, thirdQuarter), QString());
}

void TestPast::moveInsideAPeriodThatEnds()
{
    // Leaves on 2026-12-01, as is known already; moves before that.
    const RowId id = member(u"常兰"_qs);
    const RowId row = count(u"SELECT id FROM affiliation WHERE member_id = %1"_qs.arg(id));
    m_book->update(
        u"affiliation"_qs, row,
        {{u"valid_until"_qs, u"2026-12-01"_qs}, {u"decrease_kind"_qs, u"4"_qs}, {u"left_to"_qs, u"外地"_qs}});
    QVERIFY_RESULT(
        edit(u"member"_qs, id, {{u"branch"_qs, reference(m_book->branch2)}, {u"since"_qs, day(QDate(2026, 8, 15))}}));
    QCOMPARE(spells(id), QStringList({u"%1  2026-01-01 2026-08-15 0 "_qs.arg(m_book->branch1),
                                      u"%1  2026-08-15 2026-12-01  4"_qs.arg(m_book->branch2)}));
    QCOMPARE(changes(QDate(2026, 12, 31)).at(17), 0);
    QCOMPARE(changes(QDate(2026, 12, 31)).at(13), 1);
    // After the last day there is nothing that could move.
    const auto late =
        edit(u"member"_qs, id, {{u"branch"_qs, reference(m_book->branch1)}, {u"since"_qs, day(QDate(2026, 12, 1))}});
    QVERIFY(!late);
    QCOMPARE(late.error().kind, ErrorKind::Refused);
    QCOMPARE(spells(id).size(), 2);
}

void TestPast::moveIsNoSecondIncrease()
{
    const auto moved = edit(u"member"_qs, member(u"常兰"_qs),
                            {{u"branch"_qs, reference(m_book->branch2)},
                             {u"since"_qs, day(QDate(2026, 8, 15))},
                             {u"increase"_qs, u"3"_qs}});
    QVERIFY(!moved); // it would be counted as one who came
    QCOMPARE(moved.error().kind, ErrorKind::Refused);
    // The hint says that a move has none: clearing it takes it from the move, not from the beginning.
    QVERIFY_RESULT(edit(u"member"_qs, member(u"常兰"_qs),
                        {{u"branch"_qs, reference(m_book->branch2)},
                         {u"since"_qs, day(QDate(2026, 8, 15))},
                         {u"increase"_qs, QVariant()}}));
    QCOMPARE(spells(member(u"常兰"_qs)).first(), u"%1  2026-01-01 2026-08-15 0 "_qs.arg(m_book->branch1));
    QCOMPARE(changes(thirdQuarter).at(17), 0);
}

void TestPast::changeHoldsFromADayOn_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("education") << u"member"_qs << u"education"_qs << u"31"_qs << u"21"_qs;
    QTest::newRow("work post") << u"member"_qs << u"workPost"_qs << u"4121"_qs << u"0163"_qs;
    QTest::newRow("cleared") << u"member"_qs << u"education"_qs << u"31"_qs << QString();
    QTest::newRow("grid kind") << u"grid"_qs << u"kind"_qs << u"urban"_qs << u"rural"_qs;
    QTest::newRow("party form") << u"grid"_qs << u"partyForm"_qs << u"gridBranch"_qs << u"none"_qs;
    QTest::newRow("party form begins") << u"grid3"_qs << u"partyForm"_qs << QString() << u"gridBranch"_qs;
}

void TestPast::changeHoldsFromADayOn()
{
    QFETCH(QString, registry);
    QFETCH(QString, field);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const RowId id = registry == u"member" ? member(u"常兰"_qs) : registry == u"grid3" ? m_book->grid3 : m_book->grid1;
    registry = registry == u"grid3" ? u"grid"_qs : registry;
    const QString second = figures(secondQuarter);
    const QString third = figures(thirdQuarter);
    QCOMPARE(value(registry, id, field, thirdQuarter), before);
    QVERIFY_RESULT(edit(registry, id, {{field, after}}, {QDate(2026, 7, 20), {}}));
    QCOMPARE(formerValues(), 1);
    QCOMPARE(value(registry, id, field, thirdQuarter), after);
    QCOMPARE(value(registry, id, field, QDate(2026, 7, 20)), after);
    QCOMPARE(value(registry, id, field, QDate(2026, 7, 19)), before);
    QCOMPARE(figures(secondQuarter), second);
    const QString changed = figures(thirdQuarter);
    QVERIFY(changed != third || field == u"kind"); // no figure counts by the kind of a grid; the sheet shows it
    QVERIFY_RESULT(book().undo());
    QCOMPARE(formerValues(), 0);
    QCOMPARE(figures(thirdQuarter), third);
    QCOMPARE(value(registry, id, field, thirdQuarter), before);
    QVERIFY_RESULT(book().redo());
    QCOMPARE(figures(thirdQuarter), changed);
    QCOMPARE(figures(secondQuarter), second);
    QVERIFY(book().check({})->isEmpty());
}

void TestPast::correctionChangesThePast()
{
    const QString second = figures(secondQuarter);
    QVERIFY_RESULT(edit(u"member"_qs, member(u"常兰"_qs), {{u"education"_qs, u"14"_qs}}, {{}, {u"education"_qs}}));
    QCOMPARE(formerValues(), 0);
    QVERIFY(figures(secondQuarter) != second);
    // Birth, sex and the day of joining only ever change because they were wrong.
    QVERIFY_RESULT(edit(u"member"_qs, member(u"常兰"_qs),
                        {{u"joinDate"_qs, day(QDate(1990, 1, 1))}, {u"birth"_qs, day(QDate(1956, 1, 1))}}));
    QCOMPARE(formerValues(), 0);
    QCOMPARE(value(u"member"_qs, member(u"常兰"_qs), u"joinDate"_qs, secondQuarter), u"1990-01-01"_qs);
}

void TestPast::emptyIsCompleted()
{
    const RowId id = member(u"不详"_qs);
    QVERIFY_RESULT(edit(u"member"_qs, id, {{u"education"_qs, u"21"_qs}, {u"workPost"_qs, u"4121"_qs}}));
    QCOMPARE(formerValues(), 0);
    QCOMPARE(value(u"member"_qs, id, u"education"_qs, secondQuarter), u"21"_qs);
}

void TestPast::earlierDayTakesTheLaterOnesAway()
{
    const RowId id = member(u"常兰"_qs);
    const auto at = [&](QDate on) { return value(u"member"_qs, id, u"education"_qs, on); };
    const auto change = [&](const QString &to, QDate from) {
        return edit(u"member"_qs, id, {{u"education"_qs, to}}, {from, {}});
    };
    QVERIFY_RESULT(change(u"21"_qs, QDate(2026, 3, 1)));
    QVERIFY_RESULT(change(u"14"_qs, QDate(2026, 8, 1)));
    QCOMPARE(formerValues(), 2);
    QCOMPARE(QStringList({at(QDate(2026, 2, 28)), at(QDate(2026, 7, 31)), at(QDate(2026, 8, 1))}),
             QStringList({u"31"_qs, u"21"_qs, u"14"_qs}));
    QVERIFY_RESULT(change(u"11"_qs, QDate(2026, 5, 1))); // before the last change
    QCOMPARE(QStringList({at(QDate(2026, 2, 28)), at(QDate(2026, 4, 30)), at(QDate(2026, 5, 1)), at(thirdQuarter)}),
             QStringList({u"31"_qs, u"21"_qs, u"11"_qs, u"11"_qs}));
    QVERIFY_RESULT(change(u"12"_qs, QDate(2026, 5, 1))); // the same day once more
    QCOMPARE(QStringList({at(QDate(2026, 4, 30)), at(QDate(2026, 5, 1))}), QStringList({u"21"_qs, u"12"_qs}));
    QCOMPARE(formerValues(), 2);
    QVERIFY_RESULT(change(u"31"_qs, QDate(2026, 1, 1))); // it never changed
    QCOMPARE(formerValues(), 0);
    QCOMPARE(QStringList({at(QDate(2026, 1, 1)), at(thirdQuarter)}), QStringList({u"31"_qs, u"31"_qs}));
    for (int i = 0; i < 5; ++i) {
        QVERIFY_RESULT(book().undo());
    }
    QCOMPARE(at(thirdQuarter), u"31"_qs);
    QCOMPARE(formerValues(), 0);
    QVERIFY(book().check({})->isEmpty());
}

// The book shown as of an earlier day: what was wrong then is mended there, and what came later stays.
void TestPast::correctedAsOfAnEarlierDay()
{
    const RowId id = member(u"常兰"_qs);
    const auto at = [&](QDate on) { return value(u"member"_qs, id, u"education"_qs, on); };
    QVERIFY_RESULT(edit(u"member"_qs, id, {{u"education"_qs, u"21"_qs}}, {QDate(2026, 8, 1), {}}));
    QVERIFY_RESULT(edit(u"member"_qs, id, {{u"education"_qs, u"41"_qs}}, {{}, {u"education"_qs}}, secondQuarter));
    QCOMPARE(QStringList({at(secondQuarter), at(thirdQuarter)}), QStringList({u"41"_qs, u"21"_qs}));
    // An edit of something else as of that day leaves it alone.
    QVERIFY_RESULT(edit(u"member"_qs, id, {{u"specialty"_qs, u"书法"_qs}}, {}, secondQuarter));
    QCOMPARE(QStringList({at(secondQuarter), at(thirdQuarter)}), QStringList({u"41"_qs, u"21"_qs}));
}

void TestPast::listsReadTheDay()
{
    const auto found = [&](QDate on) {
        Query query{u"member"_qs, on, {}, {{u"education"_qs, FilterOp::OneOf, {u"14"_qs}}}, {{u"education"_qs}}, {}};
        const auto ids = book().reader().ids(query).valueOr({});
        return ids.contains(member(u"常兰"_qs)) && book().reader().count(query).valueOr(0) == ids.size();
    };
    QVERIFY_RESULT(edit(u"member"_qs, member(u"常兰"_qs), {{u"education"_qs, u"14"_qs}}, {QDate(2026, 7, 20), {}}));
    QVERIFY(!found(secondQuarter));
    QVERIFY(found(thirdQuarter));
}

// As of a day since which nothing has changed, the statement is the very same.
void TestPast::nothingIsAskedForToday()
{
    const SqlSources sources{{u"p"_qs, u"person"_qs}, {u"m"_qs, u"member"_qs}};
    const QString sql = u"SELECT p.education, m.work_post, sp.education FROM person p"_qs;
    const Tables &tables = book().catalog().tables();
    QVERIFY_RESULT(edit(u"member"_qs, member(u"常兰"_qs), {{u"education"_qs, u"14"_qs}}, {QDate(2026, 7, 20), {}}));
    QCOMPARE(*readAsOf(book().database(), tables, sources, sql, QDate(2026, 7, 20)), sql);
    const QString past = *readAsOf(book().database(), tables, sources, sql, QDate(2026, 7, 19));
    QVERIFY(past.contains(u", m.work_post, sp.education FROM"_qs)); // nobody changed the post; another alias
    QVERIFY(past.contains(u"former_value"_qs));
    QVERIFY(*anyChangedAfter(book().database(), QDate(2026, 7, 19)));
    QVERIFY(!*anyChangedAfter(book().database(), QDate(2026, 7, 20)));
    QVERIFY_RESULT(book().undo());
    QCOMPARE(*readAsOf(book().database(), tables, sources, sql, QDate(2026, 7, 19)), sql);
}

void TestPast::mergingTakesThePastAlong()
{
    const RowId kept = count(u"SELECT person_id FROM member WHERE id = %1"_qs.arg(member(u"常兰"_qs)));
    const RowId dropped = m_book->insert(u"person"_qs, {{u"name"_qs, u"常兰"_qs}, {u"education"_qs, u"14"_qs}});
    QVERIFY_RESULT(edit(u"person"_qs, dropped, {{u"education"_qs, u"21"_qs}}, {QDate(2026, 7, 20), {}}));
    QVERIFY_RESULT(edit(u"person"_qs, kept, {{u"degree"_qs, u"4"_qs}}, {{}, {u"degree"_qs}}));
    QVERIFY_RESULT(edit(u"person"_qs, kept, {{u"degree"_qs, u"3"_qs}}, {QDate(2026, 8, 1), {}}));
    for (const bool fromDropped : {false, true}) {
        auto work = book().begin({u"merge"_qs, u"合并"_qs, {}, {}});
        QVERIFY_RESULT(work);
        QSet<QString> chosen;
        if (fromDropped) {
            chosen = {u"person.education"_qs};
        }
        QVERIFY_RESULT(people::mergePeople(**work, book().sealer(), PersonId(kept), PersonId(dropped), chosen));
        QVERIFY_RESULT(book().commit(**work));
        const RowId id = member(u"常兰"_qs);
        QCOMPARE(value(u"member"_qs, id, u"education"_qs, secondQuarter), fromDropped ? u"14"_qs : u"31"_qs);
        QCOMPARE(value(u"member"_qs, id, u"education"_qs, thirdQuarter), fromDropped ? u"21"_qs : u"31"_qs);
        QCOMPARE(value(u"member"_qs, id, u"degree"_qs, secondQuarter), u"4"_qs);
        QCOMPARE(value(u"member"_qs, id, u"degree"_qs, thirdQuarter), u"3"_qs);
        if (!fromDropped) {
            QVERIFY_RESULT(book().undo());
        }
    }
    QVERIFY(book().check({})->isEmpty());
}

// Whoever is admitted again joins a second time; as of a day of the first membership the first joining counts.
void TestPast::admittedAgain()
{
    const RowId id = member(u"常兰"_qs);
    const RowId person = count(u"SELECT person_id FROM member WHERE id = %1"_qs.arg(id));
    const QString first = figures(QDate(2026, 3, 31));
    auto work = book().begin({u"edit"_qs, u"退党，重新入党"_qs, {}, {}});
    QVERIFY_RESULT(work);
    QVERIFY_RESULT(party::leave(**work, MemberId(id), u"11"_qs, QDate(2026, 4, 10), {}, u"文1"_qs));
    QVERIFY_RESULT(party::admit(**work, PersonId(person),
                                {.event = u"readmitted"_qs,
                                 .day = QDate(2026, 9, 1),
                                 .place = {m_book->branch2, 0, 0},
                                 .document = u"文2"_qs}));
    QVERIFY_RESULT(book().commit(**work));
    QCOMPARE(value(u"member"_qs, id, u"joinDate"_qs, thirdQuarter), u"2026-09-01"_qs);
    QCOMPARE(value(u"member"_qs, id, u"joinDate"_qs, QDate(2026, 3, 31)), u"1979-01-01"_qs);
    QCOMPARE(value(u"member"_qs, id, u"fullDate"_qs, QDate(2026, 3, 31)), u"1980-01-01"_qs);
    QCOMPARE(figures(QDate(2026, 3, 31)), first);
}

void TestPast::extendedTerm()
{
    const RowId term = count(u"SELECT id FROM org_term WHERE elected_on = '2021-08-15'"_qs);
    const QDate overdue(2026, 8, 31);
    const QString before = figures(overdue);
    QVERIFY_RESULT(edit(u"orgTerm"_qs, term,
                        {{u"shiftedUntil"_qs, day(QDate(2027, 2, 15))}, {u"shiftDoc"_qs, u"批1"_qs}},
                        {QDate(2026, 9, 10), {}}));
    QCOMPARE(figures(overdue), before);
    QVERIFY(value(u"orgTerm"_qs, term, u"shiftedUntil"_qs, overdue).isEmpty());
    QCOMPARE(value(u"orgTerm"_qs, term, u"shiftedUntil"_qs, thirdQuarter), u"2027-02-15"_qs);
}

void TestPast::historyTellsAndRestores()
{
    const RowId id = member(u"常兰"_qs);
    const auto batch = edit(u"member"_qs, id, {{u"education"_qs, u"21"_qs}}, {QDate(2026, 7, 20), {}});
    QVERIFY_RESULT(batch);
    RecordHistory history(book().reader(), {});
    auto events = history.events(u"member"_qs, id);
    QVERIFY_RESULT(events);
    QCOMPARE(events->first().changes.size(), 1);
    QCOMPARE(events->first().changes.first().label.zh, u"学历（自2026-07-20起）"_qs);
    QCOMPARE(events->first().changes.first().before, u"大学专科毕业"_qs);
    const auto records = history.batch(events->first().batch, 10);
    QVERIFY_RESULT(records);
    QCOMPARE(records->size(), 1); // what was kept belongs to the same human being
    QCOMPARE(records->first().event.changes.size(), 1);
    auto work = book().begin({u"restore"_qs, u"恢复"_qs, {}, {}});
    QVERIFY_RESULT(work);
    QVERIFY_RESULT(history.restore(**work, u"member"_qs, id, *batch));
    QVERIFY_RESULT(book().commit(**work));
    QCOMPARE(formerValues(), 0);
    QCOMPARE(value(u"member"_qs, id, u"education"_qs, thirdQuarter), u"31"_qs);
    // A former value that was wrong itself.
    QVERIFY_RESULT(edit(u"member"_qs, id, {{u"education"_qs, u"21"_qs}}, {QDate(2026, 7, 20), {}}));
    QVERIFY_RESULT(edit(u"member"_qs, id, {{u"education"_qs, u"41"_qs}}, {{}, {u"education"_qs}}, secondQuarter));
    events = history.events(u"member"_qs, id);
    QCOMPARE(events->first().changes.size(), 1);
    QCOMPARE(events->first().changes.first().label.zh, u"学历（2026-07-20以前）"_qs);
}

// The store holds text; a kept column of another type would be read as another type as of an earlier day.
void TestPast::keptColumnsAreText()
{
    int kept = 0;
    for (const QString &name : book().catalog().tables().names()) {
        const TableSpec &table = *book().catalog().tables().find(name);
        for (const QString &column : table.kept.keys()) {
            QCOMPARE(book()
                         .database()
                         .scalar(u"SELECT type FROM pragma_table_info('%1') WHERE name = '%2'"_qs.arg(name, column))
                         ->toString(),
                     u"TEXT"_qs);
            QVERIFY(!table.sealed.contains(column));
            ++kept;
        }
        for (const QString &column : table.ofBeginning + table.ofEnd) {
            QVERIFY2(count(u"SELECT COUNT(*) FROM pragma_table_info('%1') WHERE name = '%2'"_qs.arg(name, column)) == 1,
                     qPrintable(name + u'.' + column));
        }
    }
    QVERIFY(kept >= 10);
}

// Whatever is entered in the fourth quarter, by form, from any day of that quarter on, the three before stay.
void TestPast::laterEditsNeverChangeAQuarter()
{
    QRandomGenerator random(20261121);
    const QList<QDate> past{QDate(2026, 3, 31), secondQuarter, thirdQuarter};
    QStringList before;
    for (const QDate &quarter : past) {
        before << figures(quarter);
    }
    const CodeTables &codes = book().catalog().codes();
    const auto anyCode = [&](const QString &table) {
        const auto &items = codes.find(table)->items;
        return items.at(random.bounded(int(items.size()))).code;
    };
    int saved = 0;
    int standing = 0; // of those, not taken back
    for (int i = 0; i < 150; ++i) {
        const QDate from = QDate(2026, 10, 1).addDays(random.bounded(90));
        const QDate shown = QDate(2026, 12, 31);
        const auto any = [&](const QString &registry) {
            const auto ids = book().reader().ids({registry, shown, {}, {}, {}, {}}).valueOr({});
            return ids.at(random.bounded(int(ids.size())));
        };
        QVariantMap values;
        QString registry = u"member"_qs;
        switch (random.bounded(6)) {
        case 0:
            values = {{u"education"_qs, anyCode(u"education"_qs)}};
            break;
        case 1:
            values = {{u"workPost"_qs, anyCode(u"workPost"_qs)}, {u"kind"_qs, anyCode(u"memberKind"_qs)}};
            break;
        case 2:
            values = {{u"branch"_qs, reference(random.bounded(2) == 0 ? m_book->branch1 : m_book->branch2)},
                      {u"since"_qs, day(from)}};
            break;
        case 3:
            values = {{u"category"_qs, u"full"_qs}, {u"state"_qs, u"1"_qs}, {u"stateSince"_qs, day(from)}};
            break;
        case 4:
            registry = u"grid"_qs;
            values = {{u"partyForm"_qs, random.bounded(4) == 0 ? QString() : anyCode(u"gridPartyForm"_qs)},
                      {u"kind"_qs, u"urban"_qs}};
            break;
        default:
            values = {{u"mobile"_qs, random.bounded(2)}, {u"whereaboutsSince"_qs, day(from)}};
            break;
        }
        const RowId id = any(registry);
        // What stood empty is completed by an entry, for the time before as well: not a later event.
        if (registry == u"member" &&
            ((values.contains(u"education"_qs) && value(registry, id, u"education"_qs, shown).isEmpty()) ||
             (values.contains(u"workPost"_qs) && value(registry, id, u"workPost"_qs, shown).isEmpty()))) {
            continue;
        }
        // A dated part that already began later cannot be moved to an earlier day: that would be a correction.
        const QString since = values.contains(u"since"_qs)              ? u"since"_qs
                              : values.contains(u"stateSince"_qs)       ? u"stateSince"_qs
                              : values.contains(u"whereaboutsSince"_qs) ? u"whereaboutsSince"_qs
                                                                        : QString();
        if (!since.isEmpty() && value(registry, id, since, shown) >= from.toString(Qt::ISODate)) {
            continue;
        }
        // Another day for the same state is a correction as well.
        const auto isNew = [&](const QString &field) {
            return field != since && value(registry, id, field, shown) != storedValue(values.value(field)).toString();
        };
        const QStringList fields = values.keys();
        if (!since.isEmpty() && std::none_of(fields.begin(), fields.end(), isNew)) {
            continue;
        }
        if (const auto batch = edit(registry, id, values, {from, {}}, shown); batch && batch->isValid()) {
            ++saved;
            ++standing;
        }
        if (random.bounded(5) == 0 && standing > 0) { // what the book began with stays
            QVERIFY_RESULT(book().undo());
            --standing;
        }
        if (i % 10 == 9) {
            for (qsizetype q = 0; q < past.size(); ++q) {
                QCOMPARE(figures(past.at(q)), before.at(q));
            }
        }
    }
    QVERIFY(saved > 80);
    QVERIFY(formerValues() > 10);
    QVERIFY(book().check({})->isEmpty());
}

QTEST_GUILESS_MAIN(TestPast)
#include "tst_past.moc"
