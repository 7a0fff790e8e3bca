#pragma once
// What two member records of one human being say about the same days. Nobody is on the register twice, has two
// standings, or is both at home and away: before the records become one, somebody says which of them counts.
//
//     kept      甲支部 ├──────────────────────▶        one overlap: the spell of the one, or the two of the other
//     dropped        乙支部 ├───┤   丙支部 ├──▶
//
// A spell (一段组织关系) runs from coming to leaving, over all moves; it counts as a whole or not at all, or T3 would
// miss how somebody came or left.
#include "core/changes/datedrows.h"
#include <QHash>

namespace gridbook::people {

// The dated rows of one member record, earliest first.
struct MemberRows
{
    QList<DatedRow> affiliations;
    QList<DatedRow> standings;
    QList<DatedRow> whereabouts;
};
Result<MemberRows> memberRows(Database &database, MemberId member);

// The two kinds of dated rows that say how a member stood.
struct StateRows
{
    QString table;
    QList<DatedRow> MemberRows::*rows;
    QStringList columns; // all that stands in a row
    QStringList telling; // what makes two rows say different things
    [[nodiscard]] bool sayTheSame(const DatedRow &a, const DatedRow &b) const;
};
[[nodiscard]] const QList<StateRows> &stateRows(); // standing, whereabouts

// One spell: its rows follow each other without a gap, and only the first says how the member came.
struct Spell
{
    QList<DatedRow> rows;
    [[nodiscard]] QDate from() const { return rows.first().from; }
    [[nodiscard]] QDate until() const { return rows.last().until; } // invalid: open
};
[[nodiscard]] QList<Spell> spellsOf(const QList<DatedRow> &affiliations);

enum class Side { Kept, Dropped };

// Rows of both records of which only those of one side can count.
struct Overlap
{
    QString table; // affiliation, standing, whereabouts
    QList<DatedRow> kept;
    QList<DatedRow> dropped;
    [[nodiscard]] QString key() const; // another one as soon as other rows overlap
};
// Which side counts, by Overlap::key.
using OverlapChoice = QHash<QString, Side>;

// Spells that hold at the same time; standings and whereabouts that differ while both are on the register.
[[nodiscard]] QList<Overlap> overlapsOf(const MemberRows &kept, const MemberRows &dropped);
// The same of two people; none unless both are members.
Result<QList<Overlap>> findOverlaps(Database &database, PersonId keep, PersonId drop);

} // namespace gridbook::people
