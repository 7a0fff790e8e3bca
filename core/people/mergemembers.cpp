#include "core/people/mergemembers.h"
#include "core/base/isoday.h"
#include "core/changes/formervalues.h"
#include "core/rules/codetables.h"
#include <QCoreApplication>
#include <map>
#include <optional>

namespace gridbook::people {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MergeMembers)
};

// One of the two records, with the spells that were found not to count set apart.
struct Source
{
    MemberRows rows;
    QList<DatedRow> counting; // of the affiliations
    QList<DatedRow> voided;
};

const CodeTables &codeTables()
{
    static const CodeTables tables;
    return tables;
}

const CodeItem *stateOf(const DatedRow &row)
{
    return codeTables().find(codes::membershipState)->byCode(row.text(u"state"_qs));
}

bool isTagged(const DatedRow &row, QStringView tag)
{
    const CodeItem *state = stateOf(row);
    return state != nullptr && state->hasTag(tag);
}

bool isEnded(const DatedRow &row)
{
    return isTagged(row, u"terminal");
}

// A piece of one dated row in the combined history.
struct Piece
{
    const DatedRow *row = nullptr;
    QDate from;
    QDate until; // invalid: open
};

// How two records become one row of rows of a kind.
struct Combining
{
    const StateRows &kind;
    const Source &a;
    const Source &b;
    std::optional<Side> counts; // where both were on the register and differ; nothing: that of the spell that counts
};

// The row that tells how things stood on a day. On the register it is that of the record whose spell counts, and never
// one by which the membership has ended; off it, one by which it has ended, or else the one that says more recently how
// things stood. before: the row of the day before.
const DatedRow *rowFor(const Combining &in, QDate day, const DatedRow *before)
{
    const DatedRow *first = rowOn(in.a.rows.*in.kind.rows, day);
    const DatedRow *second = rowOn(in.b.rows.*in.kind.rows, day);
    const bool inFirst = rowOn(in.a.counting, day) != nullptr;
    if (inFirst || rowOn(in.b.counting, day) != nullptr) {
        const DatedRow *own = inFirst ? first : second;
        const DatedRow *other = inFirst ? second : first;
        if (other != nullptr && isEnded(*other)) {
            other = nullptr;
        }
        const bool contested = rowOn((inFirst ? in.b : in.a).voided, day) != nullptr;
        const bool otherCounts = contested && in.counts == (inFirst ? Side::Dropped : Side::Kept);
        return own == nullptr || (other != nullptr && otherCounts) ? other : own;
    }
    if (first == nullptr || second == nullptr) {
        return first != nullptr ? first : second;
    }
    if (isEnded(*first) != isEnded(*second)) {
        return isEnded(*first) ? first : second;
    }
    if ((before == first || before == second) && in.kind.sayTheSame(*first, *second)) {
        return before;
    }
    return second->from > first->from ? second : first;
}

QList<Piece> combined(const Combining &in)
{
    QList<QDate> cuts;
    for (const Source *source : {&in.a, &in.b}) {
        for (const QList<DatedRow> *rows : {&source->rows.affiliations, &(source->rows.*in.kind.rows)}) {
            for (const DatedRow &row : *rows) {
                cuts << row.from;
                if (row.until.isValid()) {
                    cuts << row.until;
                }
            }
        }
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    QList<Piece> pieces;
    for (qsizetype i = 0; i < cuts.size(); ++i) {
        const QDate from = cuts.at(i);
        const QDate until = i + 1 < cuts.size() ? cuts.at(i + 1) : QDate();
        const bool follows = !pieces.isEmpty() && pieces.last().until == from;
        const DatedRow *chosen = rowFor(in, from, follows ? pieces.last().row : nullptr);
        if (chosen == nullptr) {
            continue;
        }
        if (follows && pieces.last().row == chosen) {
            pieces.last().until = until;
        } else {
            pieces.append({chosen, from, until});
        }
    }
    return pieces;
}

// Whoever died is not on the register afterwards, whichever record says so.
Done refuseRevival(const Source &a, const Source &b)
{
    QDate died;
    for (const Source *source : {&a, &b}) {
        for (const DatedRow &row : source->rows.standings) {
            died = isTagged(row, u"final") ? qMax(died, row.from) : died;
        }
    }
    for (const Source *source : {&a, &b}) {
        for (const DatedRow &row : source->counting) {
            if (died.isValid() && (!row.until.isValid() || row.until > died)) {
                return Error{
                    ErrorKind::Refused,
                    Texts::tr("One record says that the member died on %1; the relation from %2 goes on after that. If "
                              "the member has died, choose the relation that ends with it, or enter the death in the "
                              "other record too (a relation that began only later is voided there). If the death was "
                              "entered by mistake, correct that record first.")
                        .arg(iso(died), iso(row.from)),
                    {}};
            }
        }
    }
    return {};
}

QString wordsOf(const DatedRow &row)
{
    const CodeItem *state = stateOf(row);
    return codeTables().find(codes::memberCategory)->chinese(row.text(u"category"_qs)) + u'、' +
           (state == nullptr ? row.text(u"state"_qs) : state->term.zh);
}

// While a spell lasts nobody becomes probationary again, and a stopped membership counts again only by being restored.
// Such a turn can only come from the two records saying different things.
Done refuseTurningBack(const QList<Piece> &pieces, const Source &a, const Source &b)
{
    const QString restored = u"11"_qs;
    const QList<Spell> spells = spellsOf(a.counting) + spellsOf(b.counting);
    for (qsizetype i = 1; i < pieces.size(); ++i) {
        const DatedRow &before = *pieces.at(i - 1).row;
        const DatedRow &now = *pieces.at(i).row;
        const QDate day = pieces.at(i).from;
        const bool lasts = std::any_of(spells.begin(), spells.end(), [&](const Spell &spell) {
            return spell.from() < day && (!spell.until().isValid() || day < spell.until());
        });
        if (!lasts || pieces.at(i - 1).until != day || before.ref(u"member_id"_qs) == now.ref(u"member_id"_qs)) {
            continue;
        }
        const bool countsAgain =
            !isTagged(before, u"counted") && isTagged(now, u"counted") && now.text(u"state"_qs) != restored;
        const bool probationAgain =
            before.text(u"category"_qs) == u"full" && now.text(u"category"_qs) == u"probationary";
        if (countsAgain || probationAgain) {
            return Error{
                ErrorKind::Refused,
                Texts::tr("The merged standing would turn from “%1” to “%2” on %3, which cannot be. Choose the "
                          "standing of the other record, or correct the wrong one first.")
                    .arg(wordsOf(before), wordsOf(now), iso(day)),
                {}};
        }
    }
    return {};
}

// Sets the spells apart that were chosen not to count; refused if somebody has still to choose.
Done setApart(const QList<Overlap> &overlaps, const OverlapChoice &choice, Source &a, Source &b)
{
    a.counting = a.rows.affiliations;
    b.counting = b.rows.affiliations;
    for (const Overlap &overlap : overlaps) {
        if (overlap.table != u"affiliation") {
            continue;
        }
        const auto chosen = choice.constFind(overlap.key());
        if (chosen == choice.constEnd()) {
            return Error{
                ErrorKind::Refused,
                Texts::tr("Both records are on the register at the same time: the one from %1, the other from %2. "
                          "Nobody is on it twice. Choose which of the two relations counts, or say that they are two "
                          "people.")
                    .arg(iso(overlap.kept.first().from), iso(overlap.dropped.first().from)),
                {}};
        }
        Source &loser = *chosen == Side::Kept ? b : a;
        for (const DatedRow &row : *chosen == Side::Kept ? overlap.dropped : overlap.kept) {
            loser.counting.removeIf([&](const DatedRow &each) { return each.id == row.id; });
            loser.voided.append(row);
        }
    }
    return {};
}

QVariant dayOrNull(QDate day)
{
    return day.isValid() ? QVariant(day) : QVariant();
}

// Rows that are not needed are voided and the others shortened before any of them changes its owner, so that at no
// moment two of them overlap.
Done writeRows(UnitOfWork &work, const Combining &in, const QList<Piece> &pieces, MemberId keep)
{
    const StateRows &kind = in.kind;
    std::map<RowId, QList<Piece>> byRow;
    for (const Piece &piece : pieces) {
        byRow[piece.row->id].append(piece);
    }
    for (const Source *source : {&in.a, &in.b}) {
        for (const DatedRow &row : source->rows.*kind.rows) {
            const auto it = byRow.find(row.id);
            if (it == byRow.end()) {
                GRIDBOOK_TRY(
                    work.voidRow(kind.table, row.id, 0, Texts::tr("Covered by the other record of the same person.")));
            } else {
                const Piece &first = it->second.first();
                GRIDBOOK_TRY(
                    work.update(kind.table, row.id, 0,
                                {{u"valid_from"_qs, first.from}, {u"valid_until"_qs, dayOrNull(first.until)}}));
            }
        }
    }
    for (const DatedRow &row : in.b.rows.*kind.rows) {
        if (byRow.contains(row.id)) {
            GRIDBOOK_TRY(work.update(kind.table, row.id, 0, {{u"member_id"_qs, keep.value()}}));
        }
    }
    for (const auto &[id, parts] : byRow) {
        for (const Piece &piece : parts.mid(1)) {
            QVariantMap values{{u"member_id"_qs, keep.value()},
                               {u"valid_from"_qs, piece.from},
                               {u"valid_until"_qs, dayOrNull(piece.until)}};
            for (const QString &column : kind.columns) {
                values.insert(column, piece.row->values.value(column));
            }
            GRIDBOOK_ASSIGN([[maybe_unused]] const RowId row, work.insert(kind.table, values));
        }
    }
    return {};
}

} // namespace

Result<MemberId> memberOf(Database &database, PersonId person)
{
    GRIDBOOK_ASSIGN(
        const QVariant id,
        database.scalar(u"SELECT id FROM member WHERE person_id = ? AND voided_at IS NULL"_qs, {person.value()}));
    return MemberId(id.toLongLong());
}

const QStringList &memberColumns()
{
    static const QStringList columns{
        u"join_date"_qs,    u"full_date"_qs,      u"join_branch"_qs,        u"join_kind"_qs,     u"work_post"_qs,
        u"kind"_qs,         u"social_stratum"_qs, u"professional_title"_qs, u"taiwan_native"_qs, u"migrant_worker"_qs,
        u"frontline"_qs,    u"hardship"_qs,       u"hardship_kind"_qs,      u"party_post"_qs,    u"dues_monthly"_qs,
        u"archive_unit"_qs, u"archive_no"_qs,     u"specialty"_qs,          u"note"_qs};
    return columns;
}

Done mergeMembers(UnitOfWork &work, PersonId keep, PersonId drop, const QVariantMap &values,
                  const OverlapChoice &choice)
{
    Database &database = work.database();
    GRIDBOOK_ASSIGN(const MemberId dropped, memberOf(database, drop));
    if (!dropped.isValid()) {
        return {};
    }
    GRIDBOOK_ASSIGN(const MemberId kept, memberOf(database, keep));
    if (!kept.isValid()) {
        return work.update(u"member"_qs, dropped.value(), 0, {{u"person_id"_qs, keep.value()}});
    }
    Source a;
    Source b;
    GRIDBOOK_ASSIGN(a.rows, memberRows(database, kept));
    GRIDBOOK_ASSIGN(b.rows, memberRows(database, dropped));
    const QList<Overlap> overlaps = overlapsOf(a.rows, b.rows);
    GRIDBOOK_TRY(setApart(overlaps, choice, a, b));
    GRIDBOOK_TRY(refuseRevival(a, b));
    for (const DatedRow &row : a.voided + b.voided) {
        GRIDBOOK_TRY(
            work.voidRow(u"affiliation"_qs, row.id, 0, Texts::tr("Entered twice: the other relation counts.")));
    }
    for (const StateRows &kind : stateRows()) {
        Combining in{kind, a, b, {}};
        for (const Overlap &overlap : overlaps) {
            if (const auto it = choice.constFind(overlap.key());
                overlap.table == kind.table && it != choice.constEnd()) {
                in.counts = *it;
            }
        }
        const QList<Piece> pieces = combined(in);
        GRIDBOOK_TRY(refuseTurningBack(pieces, a, b));
        GRIDBOOK_TRY(writeRows(work, in, pieces, kept));
    }
    for (const DatedRow &row : b.counting) {
        GRIDBOOK_TRY(work.update(u"affiliation"_qs, row.id, 0, {{u"member_id"_qs, kept.value()}}));
    }
    GRIDBOOK_TRY(mergeFormerValues(work, u"member"_qs, kept.value(), dropped.value(), values));
    GRIDBOOK_TRY(
        work.voidRow(u"member"_qs, dropped.value(), 0, Texts::tr("Merged with another record of the same person.")));
    return work.update(u"member"_qs, kept.value(), 0, values);
}

} // namespace gridbook::people
