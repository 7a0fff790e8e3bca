#include "core/people/mergemembers.h"
#include "core/base/isoday.h"
#include "core/changes/datedrows.h"
#include "core/changes/formervalues.h"
#include <QCoreApplication>
#include <map>

namespace gridbook::people {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MergeMembers)
};

struct Source
{
    QList<DatedRow> spells;
    QList<DatedRow> standings;
    QList<DatedRow> whereabouts;
};

// Dated rows that say how things stood, and what stands in them.
struct Kept
{
    QString table;
    QList<DatedRow> Source::*rows;
    QStringList columns;
};

const QList<Kept> &kinds()
{
    static const QList<Kept> all{
        {u"standing"_qs,
         &Source::standings,
         {u"category"_qs, u"state"_qs, u"event"_qs, u"decision_doc"_qs, u"reason"_qs}},
        {u"whereabouts"_qs,
         &Source::whereabouts,
         {u"mobile"_qs, u"mobile_to"_qs, u"mobile_since"_qs, u"lost"_qs, u"lost_since"_qs, u"lost_reason"_qs}}};
    return all;
}

bool overlap(const DatedRow &a, const DatedRow &b)
{
    return (!a.until.isValid() || b.from < a.until) && (!b.until.isValid() || a.from < b.until);
}

bool onRegister(const Source &source, QDate day)
{
    return rowOn(source.spells, day) != nullptr;
}

// A piece of one dated row in the combined history.
struct Piece
{
    const DatedRow *row = nullptr;
    QDate from;
    QDate until; // invalid: open
};

// On each day the row of that record counts whose member was on the register then; if neither was, the one that
// says more recently how things stood.
QList<Piece> combined(const Kept &kind, const Source &a, const Source &b)
{
    QList<QDate> cuts;
    for (const Source *source : {&a, &b}) {
        for (const QList<DatedRow> *rows : {&source->spells, &(source->*kind.rows)}) {
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
        const DatedRow *first = rowOn(a.*kind.rows, from);
        const DatedRow *second = rowOn(b.*kind.rows, from);
        const DatedRow *chosen = first != nullptr ? first : second;
        if (first != nullptr && second != nullptr) {
            const bool inFirst = onRegister(a, from);
            const bool inSecond = onRegister(b, from);
            const bool later = second->from > first->from;
            chosen = inFirst != inSecond ? (inSecond ? second : first) : (later ? second : first);
        }
        if (chosen == nullptr) {
            continue;
        }
        if (!pieces.isEmpty() && pieces.last().row == chosen && pieces.last().until == from) {
            pieces.last().until = until;
        } else {
            pieces.append({chosen, from, until});
        }
    }
    return pieces;
}

Done refuseOverlap(const Source &a, const Source &b)
{
    for (const DatedRow &row : a.spells) {
        for (const DatedRow &other : b.spells) {
            if (overlap(row, other)) {
                return Error{
                    ErrorKind::Refused,
                    Texts::tr(
                        "Both records are on the register at the same time: the one from %1, the other from %2. Nobody "
                        "is "
                        "on it twice. End or remove one of the two relations first, or say that they are two people.")
                        .arg(iso(row.from), iso(other.from)),
                    {}};
            }
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
Done writeRows(UnitOfWork &work, const Kept &kind, const Source &a, const Source &b, MemberId keep)
{
    const QList<Piece> pieces = combined(kind, a, b);
    std::map<RowId, QList<Piece>> byRow;
    for (const Piece &piece : pieces) {
        byRow[piece.row->id].append(piece);
    }
    for (const Source *source : {&a, &b}) {
        for (const DatedRow &row : source->*kind.rows) {
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
    for (const DatedRow &row : b.*kind.rows) {
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

Done mergeMembers(UnitOfWork &work, PersonId keep, PersonId drop, const QVariantMap &values)
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
    const auto source = [&](MemberId member) -> Result<Source> {
        Source rows;
        GRIDBOOK_ASSIGN(rows.spells, datedRows(database, u"affiliation"_qs, u"member_id"_qs, member.value()));
        for (const Kept &kind : kinds()) {
            GRIDBOOK_ASSIGN(rows.*kind.rows, datedRows(database, kind.table, u"member_id"_qs, member.value()));
        }
        return rows;
    };
    GRIDBOOK_ASSIGN(const Source a, source(kept));
    GRIDBOOK_ASSIGN(const Source b, source(dropped));
    GRIDBOOK_TRY(refuseOverlap(a, b));
    for (const Kept &kind : kinds()) {
        GRIDBOOK_TRY(writeRows(work, kind, a, b, kept));
    }
    for (const DatedRow &row : b.spells) {
        GRIDBOOK_TRY(work.update(u"affiliation"_qs, row.id, 0, {{u"member_id"_qs, kept.value()}}));
    }
    GRIDBOOK_TRY(mergeFormerValues(work, u"member"_qs, kept.value(), dropped.value(), values));
    GRIDBOOK_TRY(
        work.voidRow(u"member"_qs, dropped.value(), 0, Texts::tr("Merged with another record of the same person.")));
    return work.update(u"member"_qs, kept.value(), 0, values);
}

} // namespace gridbook::people
