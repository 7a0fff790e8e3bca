// The engine that walks every workflow table: steps, guards, roles, histories, and tables that are wrong.
#include "core/rules/statemachine.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace gridbook::rules;
using namespace Qt::StringLiterals;

namespace {

struct Paper
{
    int signatures = 0;
};

StateMachine<Paper> letter()
{
    const Guard<Paper> signedTwice{u"两人签字"_qs, [](const Paper &paper) {
                                       return paper.signatures < 2 ? u"two signatures, please"_qs : QString();
                                   }};
    return {{u"函件"_qs, u"Letter"_qs},
            u"draft"_qs,
            {{u"draft"_qs, {u"草稿"_qs, {}}}, {u"sent"_qs, {u"已发"_qs, {}}}, {u"filed"_qs, {u"归档"_qs, {}}, true}},
            {{u"edit"_qs, {u"修改"_qs, {}}}, {u"send"_qs, {u"发出"_qs, {}}}, {u"file"_qs, {u"归档"_qs, {}}}},
            {{u"edit"_qs, {u"draft"_qs}, {}, {}, {}},
             {u"send"_qs, {u"draft"_qs}, u"sent"_qs, {signedTwice}, {u"secretary"_qs}},
             {u"file"_qs, {u"sent"_qs}, u"filed"_qs, {}, {}}}};
}

} // namespace

class tst_StateMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
    void histories_data();
    void histories();
    void soundTable();
    void flawsAreFound();
};

void tst_StateMachine::steps_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("event");
    QTest::addColumn<int>("signatures");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("to"); // empty: refused
    QTest::addColumn<QString>("detail");
    QTest::newRow("stays") << u"draft"_qs << u"edit"_qs << 0 << QString() << u"draft"_qs << QString();
    QTest::newRow("goes on") << u"draft"_qs << u"send"_qs << 2 << u"secretary"_qs << u"sent"_qs << QString();
    QTest::newRow("guard") << u"draft"_qs << u"send"_qs << 1 << u"secretary"_qs << QString() << u"两人签字"_qs;
    QTest::newRow("role") << u"draft"_qs << u"send"_qs << 2 << u"clerk"_qs << QString() << u"clerk"_qs;
    QTest::newRow("not here") << u"sent"_qs << u"edit"_qs << 2 << QString() << QString() << u"edit"_qs;
    QTest::newRow("unknown") << u"sent"_qs << u"burn"_qs << 2 << QString() << QString() << u"burn"_qs;
}

void tst_StateMachine::steps()
{
    QFETCH(const QString, state);
    QFETCH(const QString, event);
    QFETCH(const int, signatures);
    QFETCH(const QString, role);
    QFETCH(const QString, to);
    QFETCH(const QString, detail);
    const auto next = letter().step(state, event, {signatures}, role);
    QCOMPARE(next.ok(), !to.isEmpty());
    if (next) {
        QCOMPARE(*next, to);
    } else {
        QCOMPARE(next.error().kind, ErrorKind::Refused);
        QCOMPARE(next.error().detail, detail);
        QVERIFY(!next.error().message.isEmpty());
    }
}

void tst_StateMachine::histories_data()
{
    QTest::addColumn<QStringList>("events");
    QTest::addColumn<QString>("state");
    QTest::newRow("none") << QStringList() << u"draft"_qs;
    QTest::newRow("whole") << QStringList{u"edit"_qs, u"edit"_qs, u"send"_qs, u"file"_qs} << u"filed"_qs;
    QTest::newRow("impossible") << QStringList{u"file"_qs} << QString();
}

void tst_StateMachine::histories()
{
    QFETCH(const QStringList, events);
    QFETCH(const QString, state);
    const auto after = letter().stateAfter(events);
    QCOMPARE(after.ok(), !state.isEmpty());
    QCOMPARE(after.valueOr({}), state);
}

void tst_StateMachine::soundTable()
{
    QCOMPARE(letter().flaws(), QStringList());
    QCOMPARE(letter().possible(u"draft"_qs), QStringList({u"edit"_qs, u"send"_qs}));
    QCOMPARE(letter().possible(u"filed"_qs), QStringList());
}

void tst_StateMachine::flawsAreFound()
{
    const StateMachine<Paper> bad{{},
                                  u"a"_qs,
                                  {{u"a"_qs, {}}, {u"b"_qs, {}}, {u"lonely"_qs, {}, true}},
                                  {{u"go"_qs, {}}},
                                  {{u"go"_qs, {u"a"_qs}, u"b"_qs, {}, {}},
                                   {u"go"_qs, {u"a"_qs}, u"nowhere"_qs, {}, {}},
                                   {u"fly"_qs, {u"a"_qs}, u"b"_qs, {}, {}}}};
    const QStringList flaws = bad.flaws();
    for (const QString &each : {u"two ways for a/go"_qs, u"unknown state nowhere"_qs, u"unknown event fly"_qs,
                                u"nothing leads to lonely"_qs, u"dead end b"_qs}) {
        QVERIFY2(flaws.contains(each), qPrintable(each));
    }
}

QTEST_GUILESS_MAIN(tst_StateMachine)
#include "tst_statemachine.moc"
