#pragma once
// Who came and who left in a period: the lines of sheet 1 of the Party's annual report (党员数量变化情况). Not the rows
// of the book are counted but changes of being counted: on each day on which something of a member changes, was the
// member in the statistics the day before, and is the member today? So a stop or an expulsion that was entered as a
// state counts like one that was entered as the end of an affiliation, and moves between branches of the book are
// neither.
#include "core/reports/facts.h"

namespace gridbook {

struct MemberChange
{
    RowId member = 0;
    RowId affiliation = 0; // that begins, ends, or is touched by a change of state
    QDate day;             // the first day on which it holds
    QString kind;          // code of increaseKind or decreaseKind; empty: not entered
    qint8 state = 0;       // the new membership state, when that is the cause
};

struct MemberChanges
{
    QDate from;
    QDate to; // inclusive
    QList<MemberChange> increases;
    QList<MemberChange> decreases;
    // Died, expelled, transferred … after membership had been stopped: the stop was the decrease (⑪), so this is none.
    QList<MemberChange> afterStop;
    QList<MemberChange> moves; // from one branch, group or grid of the book to another
};

Result<MemberChanges> readChanges(RegistryReader &reader, QDate from, QDate to);

} // namespace gridbook
