// Lost and mobile members as of every day: marked, found, marked again, moved on in the form, taken back.
#include "core/party/membercommands.h"
#include "core/registry/history.h"
#include "core/registry/valuetext.h"
#include "core/reports/documenttext.h"
#include "core/reports/figures.h"
#include "core/reports/memberform.h"
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::party;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_Whereabouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void markedFoundMarkedAgain();
    void earlierThanALaterRowIsRefused();
    void restoringAndComingBackEndTheMark();
    void formDatesWhatItIsTold();
    void takenBack();
    void papersAndFiguresOfTheDay();

private:
    Done run(const std::function<Done(UnitOfWork &)> &steps)
    {
        GRIDBOOK_ASSIGN(auto work, (*m_book)->begin({u"edit"_qs, u"步骤"_qs, {}, {}}));
        GRIDBOOK_TRY(steps(*work));
        GRIDBOOK_TRY((*m_book)->commit(*work));
        return {};
    }
    Done step(const MemberStep &what)
    {
        return run([&](UnitOfWork &work) { return applyStep(work, m_member, what); });
    }
    Done save(QDate asOf, const QVariantMap &changes)
    {
        return run([&](UnitOfWork &work) -> Done {
            GRIDBOOK_ASSIGN(const Record record, (*m_book)->records().load(u"member"_qs, m_member.value(), asOf));
            QVariantMap values = record.values;
            values.insert(changes);
            GRIDBOOK_TRY((*m_book)->records().save(work, record, values));
            return {};
        });
    }
    // "lost=1 since=2025-08 mobile= to=" as lists, forms and exports have it on that day.
    QString on(QDate day)
    {
        const auto rows = (*m_book)->reader().rows(u"member"_qs, day, {m_member.value()},
                                                   {u"lost"_qs, u"lostSince"_qs, u"mobile"_qs, u"mobileTo"_qs});
        if (!rows || rows->isEmpty()) {
            return u"unreadable"_qs;
        }
        QStringList words;
        for (const QVariant &value : rows->first().values) {
            const QVariant stored = storedValue(value);
            words << (stored.typeId() == QMetaType::Bool ? QString::number(stored.toInt()) : stored.toString());
        }
        return words.join(u'|');
    }
    // How many the filter finds on that day; the same must hold for the figures' facts.
    qint64 lostOn(QDate day)
    {
        Query query{u"member"_qs, day, {}, {{u"lost"_qs, FilterOp::Equals, {true}}}, {}, {}};
        const qint64 listed = (*m_book)->reader().count(query).valueOr(-1);
        const auto figures = Figures::open((*m_book)->reader());
        const auto facts = (*figures)->facts(day);
        const auto &members = (*facts)->members;
        const auto counted =
            std::count_if(members.begin(), members.end(), [](const MemberFact &fact) { return fact.lost; });
        return counted == listed ? listed : -1;
    }

    std::unique_ptr<TestBook> m_book;
    TestBook::Basics m_basics;
    MemberId m_member;
};

void tst_Whereabouts::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
    m_member = MemberId(m_book->addMember(u"王小明"_qs, u"999901197807010016"_qs, m_basics.branch, m_basics.grid));
    QVERIFY(m_member.isValid());
    QVERIFY(m_book->addMember(u"李秀英"_qs, {}, m_basics.branch, m_basics.grid) != 0);
}

void tst_Whereabouts::markedFoundMarkedAgain()
{
    QVERIFY_RESULT(step({.event = u"markLost"_qs,
                         .day = QDate(2025, 9, 1),
                         .lostSince = PartialDate::fromIso(u"2025-02"),
                         .lostReason = u"1"_qs}));
    QVERIFY(!step({.event = u"markLost"_qs,
                   .day = QDate(2025, 10, 1),
                   .lostSince = PartialDate::fromIso(u"2025-02")})); // is lost already
    QVERIFY_RESULT(step({.event = u"markFound"_qs, .day = QDate(2025, 12, 10)}));
    QVERIFY_RESULT(
        step({.event = u"markLost"_qs, .day = QDate(2026, 8, 1), .lostSince = PartialDate::fromIso(u"2026-01")}));
    struct Expected
    {
        QDate day;
        QString state;
        qint64 lost;
    };
    for (const Expected &each :
         {Expected{QDate(2025, 8, 31), u"|||"_qs, 0}, Expected{QDate(2025, 9, 1), u"1|2025-02||"_qs, 1},
          Expected{QDate(2025, 12, 9), u"1|2025-02||"_qs, 1}, Expected{QDate(2025, 12, 10), u"0|||"_qs, 0},
          Expected{QDate(2026, 7, 31), u"0|||"_qs, 0}, Expected{QDate(2026, 8, 1), u"1|2026-01||"_qs, 1},
          Expected{QDate(2030, 1, 1), u"1|2026-01||"_qs, 1}}) {
        QCOMPARE(on(each.day), each.state);
        QCOMPARE(lostOn(each.day), each.lost);
    }
    QVERIFY((*m_book)->check({})->isEmpty());
}

void tst_Whereabouts::earlierThanALaterRowIsRefused()
{
    QVERIFY_RESULT(
        step({.event = u"markLost"_qs, .day = QDate(2026, 8, 1), .lostSince = PartialDate::fromIso(u"2026-01")}));
    const MemberStep earlier{
        .event = u"markLost"_qs, .day = QDate(2025, 12, 1), .lostSince = PartialDate::fromIso(u"2025-02")};
    const Done seen = examine((*m_book)->database(), m_member, earlier, m_book->clock().today());
    QVERIFY(!seen);
    QVERIFY2(seen.error().message.contains(u"2026-08-01"), qPrintable(seen.error().message));
    QVERIFY(!step(earlier));
    // Found on the day of the mark itself: there never was one.
    QVERIFY_RESULT(step({.event = u"markFound"_qs, .day = QDate(2026, 8, 1)}));
    QCOMPARE(on(QDate(2026, 8, 1)), u"0|||"_qs);
}

void tst_Whereabouts::restoringAndComingBackEndTheMark()
{
    QVERIFY_RESULT(save(QDate(2026, 1, 5), {{u"mobile"_qs, true}, {u"mobileTo"_qs, u"西安市"_qs}}));
    QVERIFY_RESULT(
        step({.event = u"markLost"_qs, .day = QDate(2026, 2, 1), .lostSince = PartialDate::fromIso(u"2025-07")}));
    QVERIFY_RESULT(step({.event = u"stop"_qs, .day = QDate(2026, 3, 1), .document = u"支决1"_qs}));
    QVERIFY_RESULT(step({.event = u"restore"_qs, .day = QDate(2026, 5, 1), .document = u"批1"_qs}));
    QCOMPARE(on(QDate(2026, 1, 31)), u"||1|西安市"_qs);
    QCOMPARE(on(QDate(2026, 4, 30)), u"1|2025-07|1|西安市"_qs); // stopped, and still lost
    QCOMPARE(on(QDate(2026, 5, 1)), u"0||1|西安市"_qs);
    // Lost again, transferred out by the file, and back after a while.
    m_book->clock().set(QDate(2027, 12, 31).startOfDay());
    QVERIFY_RESULT(
        step({.event = u"markLost"_qs, .day = QDate(2026, 12, 1), .lostSince = PartialDate::fromIso(u"2026-05")}));
    QVERIFY_RESULT(
        step({.event = u"transferOut"_qs, .day = QDate(2026, 12, 20), .other = u"高新区"_qs, .document = u"介1"_qs}));
    QVERIFY_RESULT(step({.event = u"transferIn"_qs,
                         .day = QDate(2027, 3, 1),
                         .place = {m_basics.branch, 0, m_basics.grid},
                         .category = u"full"_qs,
                         .other = u"高新区"_qs,
                         .document = u"介2"_qs}));
    QCOMPARE(on(QDate(2026, 12, 31)).left(1), u"1"_qs);
    QCOMPARE(on(QDate(2027, 3, 1)).left(1), u"0"_qs);
    QVERIFY((*m_book)->check({})->isEmpty());
}

void tst_Whereabouts::formDatesWhatItIsTold()
{
    // No day is said: from the day that the form shows.
    QVERIFY_RESULT(save(QDate(2026, 6, 1), {{u"mobile"_qs, true}, {u"mobileTo"_qs, u"西安市"_qs}}));
    QCOMPARE(on(QDate(2026, 5, 31)), u"|||"_qs);
    QCOMPARE(on(QDate(2026, 6, 1)), u"||1|西安市"_qs);
    // A later day: a change from then on. The same day: a correction.
    QVERIFY_RESULT(
        save(QDate(2026, 9, 30), {{u"mobileTo"_qs, u"宝鸡市"_qs}, {u"whereaboutsSince"_qs, u"2026-09-01"_qs}}));
    QCOMPARE(on(QDate(2026, 8, 31)), u"||1|西安市"_qs);
    QCOMPARE(on(QDate(2026, 9, 1)), u"||1|宝鸡市"_qs);
    QVERIFY_RESULT(save(QDate(2026, 8, 1), {{u"mobileTo"_qs, u"咸阳市"_qs}}));
    QCOMPARE(on(QDate(2026, 6, 1)), u"||1|咸阳市"_qs);
    QCOMPARE(on(QDate(2026, 9, 1)), u"||1|宝鸡市"_qs);
    // Both rows stand in the record's own list of them.
    Query query{u"whereabouts"_qs, QDate(2026, 9, 30), {}, {}, {}, {}};
    QCOMPARE((*m_book)->reader().count(query).valueOr(-1), 2);
    // A form that says nothing of it makes no row.
    const qint64 rows = (*m_book)->database().scalar(u"SELECT COUNT(*) FROM whereabouts"_qs)->toLongLong();
    QVERIFY(m_book->addMember(u"陈永军"_qs, {}, m_basics.branch, m_basics.grid) != 0);
    QCOMPARE((*m_book)->database().scalar(u"SELECT COUNT(*) FROM whereabouts"_qs)->toLongLong(), rows);
}

void tst_Whereabouts::takenBack()
{
    QVERIFY_RESULT(
        step({.event = u"markLost"_qs, .day = QDate(2026, 2, 1), .lostSince = PartialDate::fromIso(u"2025-07")}));
    QVERIFY_RESULT(step({.event = u"markFound"_qs, .day = QDate(2026, 5, 1)}));
    const QString lost = u"1|2025-07||"_qs;
    QVERIFY_RESULT((*m_book)->undo());
    QCOMPARE(on(QDate(2026, 5, 1)), lost);
    QVERIFY_RESULT((*m_book)->undo());
    QCOMPARE(on(QDate(2026, 2, 1)), u"|||"_qs);
    QVERIFY_RESULT((*m_book)->redo());
    QVERIFY_RESULT((*m_book)->redo());
    QCOMPARE(on(QDate(2026, 4, 30)), lost);
    QCOMPARE(on(QDate(2026, 5, 1)), u"0|||"_qs);
    RecordHistory history((*m_book)->reader(), {});
    const auto events = history.events(u"member"_qs, m_member.value());
    QVERIFY_RESULT(events);
    const auto told = [&](qsizetype at) {
        QStringList words;
        for (const FieldChange &change : events->at(at).changes) {
            words << change.field;
        }
        return words;
    };
    QVERIFY2(told(0).contains(u"lost"_qs), qPrintable(told(0).join(u' ')));
    QVERIFY((*m_book)->check({})->isEmpty());
}

void tst_Whereabouts::papersAndFiguresOfTheDay()
{
    QVERIFY_RESULT(
        step({.event = u"markLost"_qs, .day = QDate(2026, 8, 1), .lostSince = PartialDate::fromIso(u"2026-01")}));
    for (const auto &[day, chosen] :
         {std::pair(QDate(2026, 7, 31), u"☐是　☑否"_qs), std::pair(QDate(2026, 8, 1), u"☑是　☐否"_qs)}) {
        MemberFormOptions options;
        options.asOf = day;
        const auto forms = memberForms((*m_book)->reader(), {m_member.value()}, options);
        QVERIFY_RESULT(forms);
        const QString text = toText(*forms);
        const QString line = text.mid(text.indexOf(u"是否失联党员"_qs)).section(u'\n', 0, 0);
        QVERIFY2(line.contains(chosen), qPrintable(line));
    }
}

QTEST_GUILESS_MAIN(tst_Whereabouts)
#include "tst_whereabouts.moc"
