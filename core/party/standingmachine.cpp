#include "core/party/standingmachine.h"
#include <QCoreApplication>

namespace gridbook::party {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Standing)
};

using MemberGuard = rules::Guard<MemberFacts>;

QList<StandingEvent> makeEvents()
{
    using enum StandingEffect;
    const Term to{u"转往何处"_qs, u"To"_qs};
    const Term from{u"从何处转来"_qs, u"From"_qs};
    const Term offRegister{u"从当日起不再在册；历史和各期统计不变。"_qs,
                           u"Off the register from that day on; history and past counts stay."_qs};
    const Term onRegister{u"从当日起在册。"_qs, u"On the register from that day on."_qs};
    return {
        {u"relocate"_qs,
         {u"支部（小组、网格）调动"_qs, u"Move to another branch, group or grid"_qs},
         Relocate,
         {},
         false,
         {},
         {u"关系从当日起在新的支部、小组或网格；不计增减。"_qs,
          u"The relation lies there from that day on; neither an increase nor a decrease."_qs},
         true},
        {u"confirm"_qs,
         {u"转正"_qs, u"Become a full member"_qs},
         Confirm,
         {},
         false,
         {},
         {u"从当日起为正式党员，党龄自当日起算。"_qs,
          u"A full member from that day on; the years of standing count from it."_qs}},
        {u"transferOut"_qs, {u"转出组织关系"_qs, u"Transfer out"_qs}, Leave, u"4"_qs, false, to, offRegister},
        {u"transferOutWhole"_qs,
         {u"整建制转出"_qs, u"Transfer out with the whole organisation"_qs},
         Leave,
         u"41"_qs,
         true,
         to,
         offRegister},
        {u"died"_qs, {u"死亡"_qs, u"Deceased"_qs}, Leave, u"3"_qs, false, {}, offRegister},
        {u"markLost"_qs,
         {u"标记失联"_qs, u"Mark as lost"_qs},
         Mark,
         {},
         false,
         {},
         {u"仍在册，记失联；满规定月数后可决定停止党籍。"_qs,
          u"Stays on the register, marked as lost; membership may be stopped by decision."_qs}},
        {u"markFound"_qs,
         {u"取得联系"_qs, u"Contact regained"_qs},
         Mark,
         {},
         false,
         {},
         {u"取消失联标记。"_qs, u"The mark of lost contact is taken away."_qs}},
        {u"stop"_qs,
         {u"停止党籍"_qs, u"Stop membership"_qs},
         State,
         {},
         true,
         {},
         {u"仍在册，停止党籍，不再计入统计；两年后仍失联按自行脱党除名。"_qs,
          u"Stays on the register but no longer counts; struck off if still lost after two years."_qs}},
        {u"restore"_qs,
         {u"停止党籍后恢复"_qs, u"Restore stopped membership"_qs},
         State,
         {},
         true,
         {},
         {u"从当日起恢复党籍，取消失联标记。"_qs, u"Membership is restored from that day on; no longer lost."_qs}},
        {u"retain"_qs,
         {u"保留党籍"_qs, u"Retain membership"_qs},
         State,
         {},
         true,
         {},
         {u"仍在册，保留党籍（如因私出国）；组织关系仍在原支部，照常计入统计。"_qs,
          u"Stays on the register, retained (abroad, say); the relation stays here, so the member still counts."_qs}},
        {u"resume"_qs,
         {u"恢复组织生活"_qs, u"Resume organisation life"_qs},
         State,
         {},
         true,
         {},
         {u"从当日起恢复正常。"_qs, u"Normal again from that day on."_qs}},
        {u"expelled"_qs, {u"开除党籍"_qs, u"Expel"_qs}, Leave, u"11"_qs, true, {}, offRegister},
        {u"resigned"_qs, {u"退党除名"_qs, u"Strike off at own wish"_qs}, Leave, u"12"_qs, true, {}, offRegister},
        {u"persuaded"_qs, {u"劝退"_qs, u"Persuaded to leave"_qs}, Leave, u"13"_qs, true, {}, offRegister},
        {u"unpersuaded"_qs,
         {u"劝而不退除名"_qs, u"Strike off after persuasion failed"_qs},
         Leave,
         u"14"_qs,
         true,
         {},
         offRegister},
        {u"droppedOut"_qs,
         {u"自行脱党除名"_qs, u"Strike off for having dropped out"_qs},
         Leave,
         u"15"_qs,
         true,
         {},
         offRegister},
        {u"probationCancelled"_qs,
         {u"取消预备党员资格"_qs, u"Cancel probation"_qs},
         Leave,
         u"16"_qs,
         true,
         {},
         offRegister},
        {u"notRecognised"_qs, {u"不予承认"_qs, u"Not recognised"_qs}, Leave, u"17"_qs, true, {}, offRegister},
        {u"transferIn"_qs, {u"转入组织关系"_qs, u"Transfer in"_qs}, Enter, u"3"_qs, false, from, onRegister},
        {u"transferInWhole"_qs,
         {u"整建制转入"_qs, u"Transfer in with the whole organisation"_qs},
         Enter,
         u"31"_qs,
         true,
         from,
         onRegister},
        {u"developed"_qs, {u"发展党员"_qs, u"Admit as a probationary member"_qs}, Enter, u"1"_qs, true, {}, onRegister},
        {u"readmitted"_qs, {u"重新入党"_qs, u"Admit again"_qs}, Enter, u"11"_qs, true, {}, onRegister},
        {u"reinstated"_qs, {u"恢复党籍"_qs, u"Restore membership"_qs}, Enter, u"2"_qs, true, {}, onRegister},
        {u"opening"_qs, {u"建账期初"_qs, u"Opening of the book"_qs}, Enter, u"0"_qs, false, {}, onRegister},
    };
}

QString documentMissing(const MemberFacts &facts)
{
    return !facts.byRoster && facts.document.trimmed().isEmpty()
               ? Texts::tr(
                     "This needs a decision or a letter: enter its number (for an entry made up from paper, its date).")
               : QString();
}

QString otherMissing(const MemberFacts &facts)
{
    return !facts.byRoster && facts.other.trimmed().isEmpty()
               ? Texts::tr("Enter the organisation on the other side of the transfer.")
               : QString();
}

QString notProbationary(const MemberFacts &facts)
{
    return facts.category == u"probationary" ? QString() : Texts::tr("Only a probationary member can take this step.");
}

QString stillProbationary(const MemberFacts &facts)
{
    return facts.category == u"probationary"
               ? Texts::tr("A probationary member is not expelled: the probation is cancelled.")
               : QString();
}

// 党章: the probation of a member is one year, counted from the branch meeting that admitted the member.
QString probationShort(const MemberFacts &facts)
{
    if (facts.joined.isNull()) {
        return Texts::tr("The day of joining is missing. Enter it first: the year of probation counts from it.");
    }
    const QDate earliest = facts.joined.firstDay().addYears(1);
    return facts.day < earliest
               ? Texts::tr("The year of probation ends on %1; the member cannot become a full one before.")
                     .arg(earliest.toString(Qt::ISODate))
               : QString();
}

QString notMarkedLost(const MemberFacts &facts)
{
    return facts.lost ? QString() : Texts::tr("The member is not marked as lost. Mark the lost contact first.");
}

QString alreadyMarkedLost(const MemberFacts &facts)
{
    return facts.lost ? Texts::tr("The member is already marked as lost.") : QString();
}

QString stoppedTooShort(const MemberFacts &facts)
{
    const QDate earliest = facts.stateSince.addYears(2);
    return facts.day < earliest
               ? Texts::tr(
                     "Membership was stopped on %1; a member still lost is struck off after two years, from %2 on.")
                     .arg(facts.stateSince.toString(Qt::ISODate), earliest.toString(Qt::ISODate))
               : QString();
}

rules::StateMachine<MemberFacts> makeMachine()
{
    QList<rules::MachineState> states{
        {{}, {u"不在册"_qs, u"not on the register"_qs}},
        {u"1"_qs, {u"正常"_qs, u"normal"_qs}},
        {u"10"_qs, {u"保留党籍"_qs, u"retained"_qs}},
        {u"11"_qs, {u"恢复党籍"_qs, u"restored"_qs}},
        {u"12"_qs, {u"停止党籍"_qs, u"stopped"_qs}},
        {u"13"_qs, {u"开除党籍"_qs, u"expelled"_qs}, true},
        {u"14"_qs, {u"除名"_qs, u"struck off"_qs}, true},
        {u"15"_qs, {u"劝退"_qs, u"persuaded to leave"_qs}, true},
        {u"16"_qs, {u"取消预备党员资格"_qs, u"probation cancelled"_qs}, true},
        {u"17"_qs, {u"不予承认"_qs, u"not recognised"_qs}, true},
        {u"20"_qs, {u"已转出"_qs, u"transferred out"_qs}, true},
        {u"21"_qs, {u"死亡"_qs, u"deceased"_qs}, true},
    };
    QList<rules::MachineEvent> events;
    for (const StandingEvent &each : standingEvents()) {
        events.append({each.code, each.term});
    }
    const MemberGuard document{u"有决定或文号"_qs, documentMissing};
    const MemberGuard counterpart{u"写明对方党组织"_qs, otherMissing};
    const MemberGuard probationary{u"是预备党员"_qs, notProbationary};
    const MemberGuard full{u"是正式党员"_qs, stillProbationary};
    const MemberGuard probationOver{u"预备期满一年"_qs, probationShort};
    const MemberGuard outOfContact{u"失联满规定月数"_qs, contactKept};
    const MemberGuard markedLost{u"已标记失联"_qs, notMarkedLost};
    const MemberGuard notYetLost{u"尚未标记失联"_qs, alreadyMarkedLost};
    const MemberGuard twoYears{u"停止党籍满两年"_qs, stoppedTooShort};
    const QStringList living{u"1"_qs, u"11"_qs};
    const QStringList held{u"1"_qs, u"10"_qs, u"11"_qs, u"12"_qs};
    const QStringList out{u"13"_qs, u"14"_qs, u"15"_qs, u"16"_qs, u"17"_qs};
    return {{u"党籍"_qs, u"Membership"_qs},
            {},
            states,
            events,
            {
                {u"opening"_qs, {{}}, u"1"_qs, {}, {}},
                {u"developed"_qs, {{}}, u"1"_qs, {document}, {}},
                {u"transferIn"_qs, {{}, u"20"_qs}, u"1"_qs, {counterpart}, {}},
                {u"transferInWhole"_qs, {{}, u"20"_qs}, u"1"_qs, {counterpart, document}, {}},
                {u"readmitted"_qs, out, u"1"_qs, {document}, {}},
                {u"reinstated"_qs, QStringList{{}} + out, u"11"_qs, {document}, {}},
                {u"relocate"_qs, held, {}, {}, {}},
                {u"confirm"_qs, living, {}, {probationary, probationOver}, {}},
                {u"markLost"_qs, living, {}, {notYetLost, outOfContact}, {}},
                {u"markFound"_qs, living, {}, {markedLost}, {}},
                {u"stop"_qs, living, u"12"_qs, {document, markedLost, outOfContact}, {}},
                {u"restore"_qs, {u"12"_qs}, u"11"_qs, {document}, {}},
                {u"retain"_qs, living, u"10"_qs, {document}, {}},
                {u"resume"_qs, {u"10"_qs}, u"1"_qs, {document}, {}},
                {u"transferOut"_qs, living, u"20"_qs, {counterpart}, {}},
                {u"transferOutWhole"_qs, living, u"20"_qs, {counterpart, document}, {}},
                {u"died"_qs, held, u"21"_qs, {}, {}},
                {u"expelled"_qs, held, u"13"_qs, {document, full}, {}},
                {u"resigned"_qs, held, u"14"_qs, {document}, {}},
                {u"persuaded"_qs, held, u"15"_qs, {document}, {}},
                {u"unpersuaded"_qs, held, u"14"_qs, {document}, {}},
                {u"droppedOut"_qs, {u"1"_qs, u"10"_qs, u"11"_qs}, u"14"_qs, {document}, {}},
                {u"droppedOut"_qs, {u"12"_qs}, u"14"_qs, {document, twoYears}, {}},
                {u"probationCancelled"_qs, held, u"16"_qs, {document, probationary}, {}},
                {u"notRecognised"_qs, held, u"17"_qs, {document}, {}},
            }};
}

} // namespace

QString contactKept(const MemberFacts &facts)
{
    if (facts.lostSince.isNull()) {
        return Texts::tr("Enter the month in which contact was lost.");
    }
    const QDate earliest = facts.lostSince.firstDay().addMonths(facts.lostMonths);
    return facts.day < earliest
               ? Texts::tr("A member counts as lost after %1 months without contact, that is from %2 on.")
                     .arg(QString::number(facts.lostMonths), earliest.toString(Qt::ISODate))
               : QString();
}

const QList<StandingEvent> &standingEvents()
{
    static const QList<StandingEvent> events = makeEvents();
    return events;
}

namespace {

template <typename Matches>
const StandingEvent *findEvent(const Matches &matches)
{
    for (const StandingEvent &each : standingEvents()) {
        if (matches(each)) {
            return &each;
        }
    }
    return nullptr;
}

} // namespace

const StandingEvent *standingEvent(QStringView code)
{
    return findEvent([&](const StandingEvent &each) { return each.code == code; });
}

const StandingEvent *leavingBy(QStringView decreaseKind)
{
    return findEvent(
        [&](const StandingEvent &each) { return each.effect == StandingEffect::Leave && each.kind == decreaseKind; });
}

const StandingEvent *enteringBy(QStringView increaseKind)
{
    return findEvent(
        [&](const StandingEvent &each) { return each.effect == StandingEffect::Enter && each.kind == increaseKind; });
}

bool startsProbation(const StandingEvent &event)
{
    return event.effect == StandingEffect::Enter && (event.kind == u"1" || event.kind == u"11");
}

QStringList enteringKinds(const QString &state)
{
    const QStringList possible = standingMachine().possible(state);
    QStringList kinds;
    for (const StandingEvent &each : standingEvents()) {
        if (each.effect == StandingEffect::Enter && possible.contains(each.code)) {
            kinds << each.kind;
        }
    }
    return kinds;
}

const rules::StateMachine<MemberFacts> &standingMachine()
{
    static const rules::StateMachine<MemberFacts> machine = makeMachine();
    return machine;
}

} // namespace gridbook::party
