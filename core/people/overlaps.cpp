#include "core/people/overlaps.h"
#include "core/people/mergemembers.h"
#include <algorithm>

namespace gridbook::people {

using namespace Qt::StringLiterals;

namespace {

const QString affiliation = u"affiliation"_qs;

QStringList idsOf(const QList<DatedRow> &rows)
{
    QStringList ids;
    for (const DatedRow &row : rows) {
        ids << QString::number(row.id);
    }
    return ids;
}

void addOnce(QList<DatedRow> &rows, const DatedRow &row)
{
    if (rows.isEmpty() || rows.last().id != row.id) {
        rows.append(row);
    }
}

// Spells of both, earliest first, fall into heaps that share no day; where a heap holds spells of both there is a
// choice.
QList<Overlap> overlappingSpells(const MemberRows &kept, const MemberRows &dropped)
{
    struct Sided
    {
        Spell spell;
        Side side;
    };
    QList<Sided> all;
    for (const Spell &spell : spellsOf(kept.affiliations)) {
        all.append({spell, Side::Kept});
    }
    for (const Spell &spell : spellsOf(dropped.affiliations)) {
        all.append({spell, Side::Dropped});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Sided &a, const Sided &b) { return a.spell.from() < b.spell.from(); });
    QList<Overlap> heaps;
    QDate reach;
    bool open = false;
    for (const Sided &each : std::as_const(all)) {
        if (heaps.isEmpty() || (!open && each.spell.from() >= reach)) {
            heaps.append({affiliation, {}, {}});
        }
        (each.side == Side::Kept ? heaps.last().kept : heaps.last().dropped) += each.spell.rows;
        open = open || !each.spell.until().isValid();
        reach = qMax(reach, each.spell.until());
    }
    heaps.removeIf([](const Overlap &heap) { return heap.kept.isEmpty() || heap.dropped.isEmpty(); });
    return heaps;
}

// On the days on which both were on the register.
Overlap differingStates(const StateRows &kind, const MemberRows &kept, const MemberRows &dropped)
{
    Overlap found{kind.table, {}, {}};
    QList<QDate> days; // whatever is so from one of these days on stays so until the next
    for (const MemberRows *rows : {&kept, &dropped}) {
        for (const QList<DatedRow> *dated : {&rows->affiliations, &(rows->*kind.rows)}) {
            for (const DatedRow &row : *dated) {
                days << row.from;
            }
        }
    }
    std::sort(days.begin(), days.end());
    for (const QDate day : std::as_const(days)) {
        const DatedRow *first = rowOn(kept.*kind.rows, day);
        const DatedRow *second = rowOn(dropped.*kind.rows, day);
        if (first != nullptr && second != nullptr && !kind.sayTheSame(*first, *second) &&
            rowOn(kept.affiliations, day) != nullptr && rowOn(dropped.affiliations, day) != nullptr) {
            addOnce(found.kept, *first);
            addOnce(found.dropped, *second);
        }
    }
    return found;
}

} // namespace

QString Overlap::key() const
{
    return u"%1:%2/%3"_qs.arg(table, idsOf(kept).join(u','), idsOf(dropped).join(u','));
}

bool StateRows::sayTheSame(const DatedRow &a, const DatedRow &b) const
{
    const auto said = [](const DatedRow &row, const QString &column) {
        const QString text = row.text(column);
        return text == u"0" ? QString() : text; // not away, not lost: like an empty entry
    };
    return std::all_of(telling.begin(), telling.end(),
                       [&](const QString &column) { return said(a, column) == said(b, column); });
}

const QList<StateRows> &stateRows()
{
    static const QStringList marks{u"mobile"_qs, u"mobile_to"_qs,  u"mobile_since"_qs,
                                   u"lost"_qs,   u"lost_since"_qs, u"lost_reason"_qs};
    static const QList<StateRows> all{{u"standing"_qs,
                                       &MemberRows::standings,
                                       {u"category"_qs, u"state"_qs, u"event"_qs, u"decision_doc"_qs, u"reason"_qs},
                                       {u"category"_qs, u"state"_qs}},
                                      {u"whereabouts"_qs, &MemberRows::whereabouts, marks, marks}};
    return all;
}

Result<MemberRows> memberRows(Database &database, MemberId member)
{
    MemberRows rows;
    GRIDBOOK_ASSIGN(rows.affiliations, datedRows(database, affiliation, u"member_id"_qs, member.value()));
    for (const StateRows &kind : stateRows()) {
        GRIDBOOK_ASSIGN(rows.*kind.rows, datedRows(database, kind.table, u"member_id"_qs, member.value()));
    }
    return rows;
}

QList<Spell> spellsOf(const QList<DatedRow> &affiliations)
{
    QList<Spell> spells;
    for (const DatedRow &row : affiliations) {
        const bool moved = !spells.isEmpty() && spells.last().until() == row.from &&
                           spells.last().rows.last().text(u"decrease_kind"_qs).isEmpty() &&
                           row.text(u"increase_kind"_qs).isEmpty();
        if (!moved) {
            spells.append(Spell{});
        }
        spells.last().rows.append(row);
    }
    return spells;
}

QList<Overlap> overlapsOf(const MemberRows &kept, const MemberRows &dropped)
{
    QList<Overlap> found = overlappingSpells(kept, dropped);
    for (const StateRows &kind : stateRows()) {
        if (const Overlap differing = differingStates(kind, kept, dropped); !differing.kept.isEmpty()) {
            found.append(differing);
        }
    }
    return found;
}

Result<QList<Overlap>> findOverlaps(Database &database, PersonId keep, PersonId drop)
{
    GRIDBOOK_ASSIGN(const MemberId kept, memberOf(database, keep));
    GRIDBOOK_ASSIGN(const MemberId dropped, memberOf(database, drop));
    if (!kept.isValid() || !dropped.isValid()) {
        return QList<Overlap>();
    }
    GRIDBOOK_ASSIGN(const MemberRows first, memberRows(database, kept));
    GRIDBOOK_ASSIGN(const MemberRows second, memberRows(database, dropped));
    return overlapsOf(first, second);
}

} // namespace gridbook::people
