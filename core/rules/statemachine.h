#pragma once
// State machines as tables. A workflow of the trade (membership, order, agreement, issue …) is written down as one
// table of states, events, guards and who may decide, which reads like the regulation it comes from; this one engine
// walks every table. Each step that a domain takes is a dated row of its own; the current state is that of the last
// row.
//
//     state ──event [guards] (who)──▶ state
//
// Facts is what the guards of one machine look at; a guard is a named function, so that a table can be read and
// printed.
#include "core/base/result.h"
#include "core/base/term.h"
#include <QCoreApplication>
#include <QList>
#include <QSet>
#include <QStringList>
#include <functional>

namespace gridbook::rules {

struct MachineState
{
    QString code;
    Term term;
    bool terminal = false; // a spell of work ends here; what leads on begins a new one
};

struct MachineEvent
{
    QString code;
    Term term;
};

template <typename Facts>
struct Guard
{
    QString name;                                // as the regulation calls it: "失联满六个月"
    std::function<QString(const Facts &)> fault; // empty: it holds; else what is missing, in words with the way out
};

template <typename Facts>
struct Transition
{
    QString event;
    QStringList from;
    QString to; // empty: the state stays
    QList<Guard<Facts>> guards;
    QStringList roles; // who may decide; empty: whoever works in the book
};

template <typename Facts>
class StateMachine
{
public:
    StateMachine(Term term, QString start, QList<MachineState> states, QList<MachineEvent> events,
                 QList<Transition<Facts>> transitions)
        : m_term(std::move(term))
        , m_start(std::move(start))
        , m_states(std::move(states))
        , m_events(std::move(events))
        , m_transitions(std::move(transitions))
    {}

    [[nodiscard]] const Term &term() const { return m_term; }
    [[nodiscard]] const QString &start() const { return m_start; }
    [[nodiscard]] const QList<MachineState> &states() const { return m_states; }
    [[nodiscard]] const QList<MachineEvent> &events() const { return m_events; }
    [[nodiscard]] const QList<Transition<Facts>> &transitions() const { return m_transitions; }

    [[nodiscard]] const MachineState *state(QStringView code) const { return named(m_states, code); }
    [[nodiscard]] const MachineEvent *event(QStringView code) const { return named(m_events, code); }
    [[nodiscard]] const Transition<Facts> *find(const QString &state, const QString &event) const
    {
        for (const Transition<Facts> &each : m_transitions) {
            if (each.event == event && each.from.contains(state)) {
                return &each;
            }
        }
        return nullptr;
    }

    // What may happen in a state at all, in the order of the table, whatever the guards say.
    [[nodiscard]] QStringList possible(const QString &state) const
    {
        QStringList result;
        for (const Transition<Facts> &each : m_transitions) {
            if (each.from.contains(state) && !result.contains(each.event)) {
                result << each.event;
            }
        }
        return result;
    }

    // The state that the event leads to; Refused with the reason if the table has no such step or a guard fails.
    [[nodiscard]] Result<QString> step(const QString &state, const QString &event, const Facts &facts,
                                       const QString &role = {}) const
    {
        const Transition<Facts> *transition = find(state, event);
        if (transition == nullptr) {
            return Error{ErrorKind::Refused,
                         QCoreApplication::translate("StateMachine", "“%1” is not possible in the state “%2”.")
                             .arg(wordOf(m_events, event), wordOf(m_states, state)),
                         event};
        }
        if (!transition->roles.isEmpty() && !transition->roles.contains(role)) {
            return Error{ErrorKind::Refused,
                         QCoreApplication::translate("StateMachine", "“%1” is not for you to decide.")
                             .arg(wordOf(m_events, event)),
                         role};
        }
        for (const Guard<Facts> &guard : transition->guards) {
            if (const QString fault = guard.fault(facts); !fault.isEmpty()) {
                return Error{ErrorKind::Refused, fault, guard.name};
            }
        }
        return transition->to.isEmpty() ? state : transition->to;
    }

    // The state after a history of events, by the table alone; Damaged if the history cannot have happened.
    [[nodiscard]] Result<QString> stateAfter(const QStringList &history) const
    {
        QString at = m_start;
        for (const QString &each : history) {
            const Transition<Facts> *transition = find(at, each);
            if (transition == nullptr) {
                return Error{ErrorKind::Damaged,
                             QCoreApplication::translate("StateMachine", "The history has a step that is not possible: "
                                                                         "“%1” in the state “%2”.")
                                 .arg(wordOf(m_events, each), wordOf(m_states, at)),
                             each};
            }
            at = transition->to.isEmpty() ? at : transition->to;
        }
        return at;
    }

    // What is wrong with the table itself: unknown names, two ways for one event, states that nothing leads to, dead
    // ends that are not terminal. Empty: the table is sound.
    [[nodiscard]] QStringList flaws() const
    {
        QStringList result;
        QSet<QString> reached{m_start};
        QSet<QString> seen;
        QSet<QString> left;
        for (const Transition<Facts> &each : m_transitions) {
            if (event(each.event) == nullptr) {
                result << QStringLiteral("unknown event ") + each.event;
            }
            if (!each.to.isEmpty() && state(each.to) == nullptr) {
                result << QStringLiteral("unknown state ") + each.to;
            }
            for (const QString &from : each.from) {
                const QString key = from + u'/' + each.event;
                if (state(from) == nullptr) {
                    result << QStringLiteral("unknown state ") + from;
                }
                if (seen.contains(key)) {
                    result << QStringLiteral("two ways for ") + key;
                }
                seen.insert(key);
                if (!each.to.isEmpty() && each.to != from) {
                    left.insert(from);
                }
            }
        }
        for (bool grown = true; grown;) {
            grown = false;
            for (const Transition<Facts> &each : m_transitions) {
                const bool live = std::any_of(each.from.begin(), each.from.end(),
                                              [&](const QString &from) { return reached.contains(from); });
                if (live && !each.to.isEmpty() && !reached.contains(each.to)) {
                    reached.insert(each.to);
                    grown = true;
                }
            }
        }
        for (const MachineState &each : m_states) {
            if (!reached.contains(each.code)) {
                result << QStringLiteral("nothing leads to ") + each.code;
            }
            if (!each.terminal && !left.contains(each.code)) {
                result << QStringLiteral("dead end ") + each.code;
            }
        }
        return result;
    }

private:
    template <typename Item>
    [[nodiscard]] static const Item *named(const QList<Item> &items, QStringView code)
    {
        const auto it = std::find_if(items.begin(), items.end(), [&](const Item &each) { return each.code == code; });
        return it == items.end() ? nullptr : &*it;
    }
    template <typename Item>
    [[nodiscard]] static QString wordOf(const QList<Item> &items, const QString &code)
    {
        const Item *item = named(items, code);
        return item == nullptr ? code : item->term.zh;
    }

    Term m_term;
    QString m_start;
    QList<MachineState> m_states;
    QList<MachineEvent> m_events;
    QList<Transition<Facts>> m_transitions;
};

} // namespace gridbook::rules
