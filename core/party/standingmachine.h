#pragma once
// The standing of a member as a table (党章; 中国共产党党员教育管理工作条例; 党内统计年报 sheets 1 and 10):
//
//     不在册 —发展、转入、恢复→ 正常 —失联满六个月→ 正常(失联标记) —决定→ 停止党籍 —取得联系、批准→ 恢复党籍
//                                                                            └—满两年—→ 自行脱党除名
//     正常 —出国等→ 保留党籍 —恢复组织生活→ 正常;  正常 —转出、死亡、出党→ 已离开;  已离开 —转入、恢复→ 正常 (a second
//     spell)
//
// States are the codes of the code table membershipState; the dated row of each step is `standing`. A step that takes
// the member on or off the register also opens or closes an affiliation with its kind of increase or decrease.
#include "core/base/partialdate.h"
#include "core/rules/statemachine.h"

namespace gridbook::party {

// What the guards look at: the member as of the day on which the step takes effect, and what was entered for the step.
struct MemberFacts
{
    QDate day;
    bool onRegister = false; // an affiliation holds on that day
    QString category;        // full, probationary
    PartialDate joined;
    QDate stateSince; // the state holds since
    bool lost = false;
    PartialDate lostSince;
    int lostMonths = 6; // rule lost.months
    QString document;
    QString other;         // where from, where to
    bool byRoster = false; // as MemberStep::fromRoster: document and other organisation are not asked for
};

enum class StandingEffect {
    Enter,   // opens a spell: an affiliation and a standing
    Leave,   // closes the spell
    State,   // another state, still on the register
    Confirm, // probationary to full
    Mark,    // the mark of lost contact
    Relocate // another branch, group or grid
};

struct StandingEvent
{
    QString code; // event of the machine
    Term term;
    StandingEffect effect = StandingEffect::State;
    QString kind;               // code of increaseKind or decreaseKind; empty: neither
    bool needsDocument = false; // a decision or a letter, by number
    Term other;                 // what "where from, where to" is called; empty: not asked
    Term consequence;           // what follows, in a sentence
    bool mayLieAhead = false;   // can be arranged for a day to come; all others are entered once they have happened
};

// Every event, in the order of menus: what is done daily first.
[[nodiscard]] const QList<StandingEvent> &standingEvents();
[[nodiscard]] const StandingEvent *standingEvent(QStringView code);
// The leaving event of a decrease kind, the entering one of an increase kind; null if there is none.
[[nodiscard]] const StandingEvent *leavingBy(QStringView decreaseKind);
[[nodiscard]] const StandingEvent *enteringBy(QStringView increaseKind);
// New members, and those admitted again after having left the Party, begin with a probation.
[[nodiscard]] bool startsProbation(const StandingEvent &event);
// Codes of increaseKind by which somebody in that state comes on the register, in the order of menus. Nobody who is
// recorded as deceased does.
[[nodiscard]] QStringList enteringKinds(const QString &state);

[[nodiscard]] const rules::StateMachine<MemberFacts> &standingMachine();
// Why a member cannot count as lost on facts.day; empty: contact has been lost long enough.
[[nodiscard]] QString contactKept(const MemberFacts &facts);

} // namespace gridbook::party
