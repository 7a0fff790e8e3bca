#include "core/people/duplicates.h"
#include "core/changes/formervalues.h"
#include "core/people/mergemembers.h"
#include "core/people/people.h"
#include <QCoreApplication>

namespace gridbook::people {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Duplicates)
};

// Columns that say something about the human being; derived and technical ones stay out.
const QStringList personColumns{
    u"name"_qs,      u"sex"_qs,          u"ethnic"_qs,           u"id_type"_qs,   u"id_number"_qs,  u"birth"_qs,
    u"education"_qs, u"degree"_qs,       u"political_status"_qs, u"marital"_qs,   u"phone"_qs,      u"landline"_qs,
    u"address"_qs,   u"native_place"_qs, u"registered_place"_qs, u"work_unit"_qs, u"work_since"_qs, u"note"_qs};
const QHash<QString, QStringList> &sealedColumns()
{
    static const QHash<QString, QStringList> columns = [] {
        QHash<QString, QStringList> found{{u"member"_qs, {u"note"_qs}}};
        for (const TableSpec &table : tables()) {
            found.insert(table.name, table.sealed);
        }
        return found;
    }();
    return columns;
}

Result<QString> clearValue(const Sealer &sealer, const QVariantMap &row, const QString &table, const QString &column)
{
    const QVariant value = row.value(column);
    if (value.isNull() || !sealedColumns().value(table).contains(column)) {
        return value.toString();
    }
    return sealer.open(value.toByteArray(), sealedPlace(table, column, row.value(u"uuid"_qs).toString()));
}

Done collectPairs(Database &database, const QString &join, Likeness likeness, int limit, QSet<QString> &seen,
                  QList<DuplicatePair> &pairs)
{
    GRIDBOOK_ASSIGN(
        Statement statement,
        Statement::prepare(
            database,
            u"SELECT a.id, b.id, a.name, CASE WHEN a.id_number_index IS NOT NULL AND b.id_number_index IS NOT NULL "
            "AND a.id_number_index <> b.id_number_index THEN 1 ELSE 0 END FROM person a JOIN person b ON %1 "
            "WHERE a.voided_at IS NULL AND b.voided_at IS NULL AND NOT EXISTS (SELECT 1 FROM person_distinct d "
            "WHERE d.voided_at IS NULL AND ((d.person_a = a.id AND d.person_b = b.id) OR (d.person_a = b.id AND "
            "d.person_b = a.id))) LIMIT ?"_qs.arg(join)));
    GRIDBOOK_TRY(statement.run({limit}));
    while (statement.next()) {
        const RowId a = std::min(statement.integer(0), statement.integer(1));
        const RowId b = std::max(statement.integer(0), statement.integer(1));
        const QString key = u"%1/%2"_qs.arg(a).arg(b);
        if (!seen.contains(key)) {
            seen.insert(key);
            pairs.append({PersonId(a), PersonId(b), statement.text(2), likeness, statement.integer(3) != 0});
        }
    }
    return statement.status();
}

// The same post twice, by the same human being, becomes one post from the earlier beginning to the later end.
Done moveSeats(UnitOfWork &work, const QString &table, const QStringList &sameColumns, PersonId keep, PersonId drop)
{
    GRIDBOOK_ASSIGN(const QList<DatedRow> kept, datedRows(work.database(), table, u"person_id"_qs, keep.value()));
    GRIDBOOK_ASSIGN(const QList<DatedRow> dropped, datedRows(work.database(), table, u"person_id"_qs, drop.value()));
    for (const DatedRow &row : dropped) {
        const auto twin = std::find_if(kept.begin(), kept.end(), [&](const DatedRow &other) {
            const bool same = std::all_of(sameColumns.begin(), sameColumns.end(), [&](const QString &column) {
                return row.values.value(column) == other.values.value(column);
            });
            return same && (!other.until.isValid() || row.from < other.until) &&
                   (!row.until.isValid() || other.from < row.until);
        });
        if (twin == kept.end()) {
            continue;
        }
        GRIDBOOK_TRY(work.voidRow(table, row.id, 0, Texts::tr("Merged with the same post of the same person.")));
        QVariantMap values;
        if (row.from < twin->from) {
            values.insert(u"valid_from"_qs, row.from);
        }
        if (twin->until.isValid() && (!row.until.isValid() || row.until > twin->until)) {
            values.insert(u"valid_until"_qs, row.until.isValid() ? QVariant(row.until) : QVariant());
        }
        if (!values.isEmpty()) {
            GRIDBOOK_TRY(work.update(table, twin->id, 0, values));
        }
    }
    return {};
}

Done moveReferences(UnitOfWork &work, const QString &reference, PersonId keep, PersonId drop)
{
    const QString table = reference.section(u'.', 0, 0);
    const QString column = reference.section(u'.', 1);
    GRIDBOOK_ASSIGN(const QList<RowId> rows,
                    work.database().ids(u"SELECT id FROM %1 WHERE %2 = :person"_qs.arg(table, column),
                                        {{u":person"_qs, drop.value()}}));
    for (const RowId row : rows) {
        GRIDBOOK_TRY(work.update(table, row, 0, {{column, keep.value()}}));
    }
    return {};
}

// What was said of the dropped one holds for the kept one; what was said of the pair itself falls away.
Done moveDistinct(UnitOfWork &work, PersonId keep, PersonId drop)
{
    GRIDBOOK_ASSIGN(Statement statement,
                    Statement::prepare(work.database(),
                                       u"SELECT id, person_a, person_b FROM person_distinct WHERE voided_at IS "
                                       "NULL AND (person_a = ? OR person_b = ?)"_qs));
    GRIDBOOK_TRY(statement.run({drop.value(), drop.value()}));
    QList<std::pair<RowId, RowId>> found; // row, the other person
    while (statement.next()) {
        const RowId a = statement.integer(1);
        found.append({statement.integer(0), a == drop.value() ? statement.integer(2) : a});
    }
    GRIDBOOK_TRY(statement.status());
    statement.finish();
    for (const auto &[row, other] : found) {
        if (other == keep.value()) {
            GRIDBOOK_TRY(work.voidRow(u"person_distinct"_qs, row, 0, Texts::tr("The two were merged after all.")));
        } else {
            GRIDBOOK_TRY(work.update(
                u"person_distinct"_qs, row, 0,
                {{u"person_a"_qs, std::min(keep.value(), other)}, {u"person_b"_qs, std::max(keep.value(), other)}}));
        }
    }
    return {};
}

Result<QVariantMap> living(Database &database, PersonId person)
{
    GRIDBOOK_ASSIGN(QVariantMap row, storedRow(database, u"person"_qs, person.value()));
    if (!row.value(u"voided_at"_qs).isNull()) {
        return Error{
            ErrorKind::NotFound,
            Texts::tr("%1 was merged or removed meanwhile. Reload the list.").arg(row.value(u"name"_qs).toString()),
            {}};
    }
    return row;
}

} // namespace

Result<QList<DuplicatePair>> findDuplicates(Database &database, int limit)
{
    QList<DuplicatePair> pairs;
    QSet<QString> seen;
    GRIDBOOK_TRY(collectPairs(database, u"b.id_number_index = a.id_number_index AND b.id > a.id"_qs, Likeness::SameId,
                              limit, seen, pairs));
    GRIDBOOK_TRY(collectPairs(database, u"b.name = a.name AND b.birth = a.birth AND b.id > a.id"_qs,
                              Likeness::SameNameAndBirth, limit, seen, pairs));
    // "1978-07" and "1978-07-01" may be the same day: one stored date begins with the other.
    GRIDBOOK_TRY(collectPairs(
        database, u"b.name = a.name AND length(a.birth) < 10 AND b.birth > a.birth AND b.birth < a.birth || '~'"_qs,
        Likeness::SameNameAndBirth, limit, seen, pairs));
    GRIDBOOK_TRY(collectPairs(database, u"b.phone_index = a.phone_index AND b.name = a.name AND b.id > a.id"_qs,
                              Likeness::SameNameAndPhone, limit, seen, pairs));
    std::stable_sort(pairs.begin(), pairs.end(), [](const DuplicatePair &a, const DuplicatePair &b) {
        return std::pair(a.idsDiffer, a.likeness) < std::pair(b.idsDiffer, b.likeness);
    });
    return pairs.mid(0, limit);
}

Done rememberDistinct(UnitOfWork &work, PersonId a, PersonId b, const QString &reason)
{
    GRIDBOOK_TRY(living(work.database(), a));
    GRIDBOOK_TRY(living(work.database(), b));
    if (a == b) {
        return Error{ErrorKind::Invalid, Texts::tr("Choose two different people."), {}};
    }
    const RowId low = std::min(a.value(), b.value());
    const RowId high = std::max(a.value(), b.value());
    GRIDBOOK_ASSIGN(
        const QVariant known,
        work.database().scalar(
            u"SELECT COUNT(*) FROM person_distinct WHERE voided_at IS NULL AND person_a = ? AND person_b = ?"_qs,
            {low, high}));
    if (known.toInt() != 0) {
        return {};
    }
    GRIDBOOK_ASSIGN(
        [[maybe_unused]] const RowId row,
        work.insert(u"person_distinct"_qs, {{u"person_a"_qs, low}, {u"person_b"_qs, high}, {u"reason"_qs, reason}}));
    return {};
}

Result<QList<FieldPair>> compare(Database &database, const Sealer &sealer, PersonId keep, PersonId drop)
{
    QList<FieldPair> pairs;
    const auto add = [&](const QString &table, const QVariantMap &a, const QVariantMap &b,
                         const QStringList &columns) -> Done {
        for (const QString &column : columns) {
            GRIDBOOK_ASSIGN(const QString kept, clearValue(sealer, a, table, column));
            GRIDBOOK_ASSIGN(const QString dropped, clearValue(sealer, b, table, column));
            if (kept != dropped) {
                pairs.append({table, column, kept, dropped});
            }
        }
        return {};
    };
    GRIDBOOK_ASSIGN(const QVariantMap a, living(database, keep));
    GRIDBOOK_ASSIGN(const QVariantMap b, living(database, drop));
    GRIDBOOK_TRY(add(u"person"_qs, a, b, personColumns));
    GRIDBOOK_ASSIGN(const MemberId keptMember, memberOf(database, keep));
    GRIDBOOK_ASSIGN(const MemberId droppedMember, memberOf(database, drop));
    if (keptMember.isValid() && droppedMember.isValid()) {
        GRIDBOOK_ASSIGN(const QVariantMap m, storedRow(database, u"member"_qs, keptMember.value()));
        GRIDBOOK_ASSIGN(const QVariantMap n, storedRow(database, u"member"_qs, droppedMember.value()));
        GRIDBOOK_TRY(add(u"member"_qs, m, n, memberColumns()));
    }
    return pairs;
}

namespace {

// A number and the kind of document that it stands on come from the same of the two.
void takeDocument(const QList<FieldPair> &fields, QVariantMap &person)
{
    const FieldPair *type = nullptr;
    bool numbersDiffer = false;
    for (const FieldPair &field : fields) {
        type = field.key() == u"person.id_type" ? &field : type;
        numbersDiffer = numbersDiffer || field.key() == u"person.id_number";
    }
    if (!numbersDiffer || type == nullptr) {
        return;
    }
    if (person.contains(u"id_number"_qs)) {
        person.insert(u"id_type"_qs, type->dropped.isEmpty() ? QVariant() : QVariant(type->dropped));
    } else {
        person.remove(u"id_type"_qs);
    }
}

} // namespace

Done mergePeople(UnitOfWork &work, const Sealer &sealer, PersonId keep, PersonId drop, const QSet<QString> &fromDropped,
                 const OverlapChoice &choice)
{
    if (keep == drop) {
        return Error{ErrorKind::Invalid, Texts::tr("Choose two different people."), {}};
    }
    GRIDBOOK_ASSIGN(const QList<FieldPair> fields, compare(work.database(), sealer, keep, drop));
    QVariantMap person;
    QVariantMap member;
    for (const FieldPair &field : fields) {
        if (!field.dropped.isEmpty() && (field.kept.isEmpty() || fromDropped.contains(field.key()))) {
            (field.table == u"person" ? person : member).insert(field.column, field.dropped);
        }
    }
    takeDocument(fields, person);
    GRIDBOOK_TRY(mergeMembers(work, keep, drop, member, choice));
    GRIDBOOK_TRY(moveSeats(work, u"grid_post"_qs, {u"grid_id"_qs, u"role"_qs}, keep, drop));
    GRIDBOOK_TRY(moveSeats(work, u"committee_member"_qs, {u"org_id"_qs, u"post"_qs}, keep, drop));
    GRIDBOOK_TRY(moveDistinct(work, keep, drop));
    for (const QString &reference : personReferences()) {
        if (reference != u"member.person_id" && !reference.startsWith(u"person_distinct.")) {
            GRIDBOOK_TRY(moveReferences(work, reference, keep, drop));
        }
    }
    GRIDBOOK_TRY(mergeFormerValues(work, u"person"_qs, keep.value(), drop.value(), person));
    GRIDBOOK_TRY(work.update(u"person"_qs, drop.value(), 0, {{u"merged_into"_qs, keep.value()}}));
    // Void first: two living rows cannot have the same ID number, not even for a moment.
    GRIDBOOK_TRY(
        work.voidRow(u"person"_qs, drop.value(), 0, Texts::tr("Merged with another record of the same person.")));
    return work.update(u"person"_qs, keep.value(), 0, person);
}

const QStringList &personReferences()
{
    static const QStringList references{u"resident_group.leader_id"_qs,   u"building.head_id"_qs,
                                        u"person.merged_into"_qs,         u"person_distinct.person_a"_qs,
                                        u"person_distinct.person_b"_qs,   u"grid_post.person_id"_qs,
                                        u"committee_member.person_id"_qs, u"member.person_id"_qs};
    return references;
}

} // namespace gridbook::people
