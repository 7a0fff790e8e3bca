#include "core/exchange/importer.h"
#include "core/base/partialdate.h"
#include "core/changes/journal.h"
#include "core/exchange/importreferences.h"
#include "core/exchange/ownreferences.h"
#include "core/exchange/rowcomparer.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int bundleRows = 512; // sealed and derived at once in another thread, while those before are written

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Importer)
};

} // namespace

Done Importer::begin(Backup backup)
{
    m_spec = m_book.catalog().registry(m_plan.registry);
    if (m_spec == nullptr) {
        return Error{ErrorKind::NotFound, Texts::tr("There is no such registry."), m_plan.registry};
    }
    GRIDBOOK_ASSIGN(const JournalHead head, journalHead(m_book.database()));
    if (head.lastBatch.value() != m_plan.bookState) {
        return Error{ErrorKind::Conflict,
                     Texts::tr("The book was changed since the rows were compared with it. They are compared again."),
                     {}};
    }
    m_result.counts = m_plan.counts();
    m_from = m_plan.choices.asOf;
    QSet<int> used;
    QSet<int> repeated;
    for (const PlanRow &row : m_plan.rows) {
        for (int i = 0; i < row.values.size() && row.state == RowState::New; ++i) {
            if (row.values.at(i).isValid()) {
                used.insert(i);
            }
        }
        if (row.isApplied() && row.sameAs >= 0) {
            repeated.insert(row.sameAs);
        }
    }
    for (const Part &part : m_spec->parts) {
        PartPlan columns{part, {}};
        for (int i = 0; i < m_plan.targets.size(); ++i) {
            const ImportTarget &target = m_plan.targets.at(i);
            if (!target.isExtra && target.field.part == part.alias && used.contains(i)) {
                columns.columns.append({i, target.field.column});
            }
        }
        m_parts.append(columns);
    }
    for (const int at : repeated) {
        m_written.insert(at, m_plan.rows.at(at).record);
    }
    if (ownReference(m_plan) >= 0) {
        m_order = writingOrder(m_plan);
        for (const NewReference &reference : m_plan.newReferences) {
            m_placeholders.insert(reference.row, reference.placeholder);
        }
    }
    if (!m_plan.writes()) {
        return {};
    }
    if (backup == Backup::Make) {
        GRIDBOOK_TRY(m_book.backUp(backupReason.toString()));
    }
    // Papers and the history are read by the office: the title of the step is in its language.
    m_cache.emplace(m_book.database());
    GRIDBOOK_ASSIGN(m_work,
                    m_book.begin({u"import"_qs, QString(u"导入 " + QFileInfo(m_plan.source.path).fileName()), {}, {}}));
    if (m_plan.registry == u"member") {
        GRIDBOOK_ASSIGN(m_members, BranchMembers::load(m_book.database(), m_book.clock().today(), m_plan.choices.asOf));
        for (const PlanRow &row : m_plan.rows) { // a mended row may be of an earlier roster
            m_from = row.isApplied() ? qMin(m_from, dayOf(m_plan, row)) : m_from;
        }
    }
    GRIDBOOK_TRY(createReferences());
    if (m_plan.registry == u"grid") {
        m_ledger = std::make_unique<GridLedgerWriter>(
            m_book.reader(), *m_work, m_plan,
            [this](const NewReference &organisation, RowId community) -> Result<RowId> {
                GRIDBOOK_ASSIGN(const RowId made, createOrganisation(organisation, community));
                m_result.created << organisation.title;
                return made;
            });
        GRIDBOOK_TRY(m_ledger->prepare());
    }
    return {};
}

Result<bool> Importer::step(int rows)
{
    const int end = qMin(m_next + rows, int(m_plan.rows.size()));
    for (; m_next < end && m_work; ++m_next) {
        const int at = m_order.isEmpty() ? m_next : m_order.at(m_next);
        if (m_plan.rows.at(at).isApplied()) {
            GRIDBOOK_TRY(write(at));
        }
    }
    return m_work && m_next < m_plan.rows.size();
}

Result<ImportResult> Importer::commit()
{
    m_ahead = {};
    m_ledger.reset();
    if (!m_work) {
        return m_result;
    }
    GRIDBOOK_ASSIGN(const ChangeSet set, m_book.commit(*m_work));
    m_work.reset();
    m_cache.reset();
    m_result.batch = set.batch;
    return m_result;
}

Result<ImportResult> Importer::run(Book &book, const ImportPlan &plan, const Progress &progress)
{
    Importer importer(book, plan);
    GRIDBOOK_TRY(importer.begin());
    for (;;) {
        GRIDBOOK_ASSIGN(const bool more, importer.step(200));
        if (!progress.goesOn(importer.done(), importer.total(), Texts::tr("Writing"))) {
            return importCancelled();
        }
        if (!more) {
            return importer.commit();
        }
    }
}

Error Importer::inRow(const PlanRow &row, const Error &error) const
{
    Error told = error;
    told.message = Texts::tr("Row %1: %2 Nothing was imported.").arg(row.number).arg(error.message);
    return told;
}

Done Importer::createReferences()
{
    // What stands above others comes first.
    static const QStringList ranks{u"workCommittee"_qs, u"committee"_qs, u"generalBranch"_qs};
    const auto rankOf = [](const NewReference &reference) {
        const auto rank = ranks.indexOf(reference.orgType);
        return reference.orgType == u"group" ? ranks.size() + 1 : rank < 0 ? ranks.size() : rank;
    };
    QList<NewReference> references = m_plan.newReferences;
    std::stable_sort(references.begin(), references.end(),
                     [&](const NewReference &a, const NewReference &b) { return rankOf(a) < rankOf(b); });
    for (const NewReference &reference : std::as_const(references)) {
        if (reference.row >= 0) { // made by that row
            continue;
        }
        const bool isUsed = std::any_of(m_plan.rows.begin(), m_plan.rows.end(), [&](const PlanRow &row) {
            return row.isApplied() && std::any_of(row.values.begin(), row.values.end(), [&](const QVariant &value) {
                       return value.value<ReferenceValue>().id == reference.placeholder;
                   });
        });
        if (!isUsed) {
            continue;
        }
        const auto made = reference.registry == u"grid" ? createGrid(reference) : createOrganisation(reference);
        if (!made) {
            return made.error();
        }
        m_made.insert(reference.placeholder, *made);
        m_result.created << reference.title;
    }
    return {};
}

// The community whose name the organisation bears; else the only one of the book; 0: unknown.
Result<RowId> Importer::communityOf(const NewReference &reference)
{
    GRIDBOOK_ASSIGN(Statement all,
                    Statement::prepare(m_book.database(), u"SELECT id, name FROM division WHERE voided_at IS NULL AND "
                                                          u"level = 'community'"_qs));
    GRIDBOOK_TRY(all.run());
    RowId named = 0;
    RowId any = 0;
    qsizetype length = 0;
    int count = 0;
    while (all.next()) {
        const QString name = all.text(1);
        any = all.integer(0);
        ++count;
        const QString stem = name.endsWith(u"社区") ? name.chopped(2) : name; // 东关一支部 is of 东关社区
        if (stem.size() >= 2 && name.size() > length && reference.fullName.contains(stem)) {
            named = any;
            length = name.size();
        }
    }
    GRIDBOOK_TRY(all.status());
    return named != 0 ? named : count == 1 ? any : 0;
}

// Where a new organisation belongs: a group to the branch of its members; others to the only one of the community that
// can be above them. Nothing is guessed among several, nor above a committee.
Result<RowId> Importer::parentOf(const NewReference &reference, RowId community)
{
    if (reference.branch != 0) {
        return reference.branch > 0 ? reference.branch : m_made.value(reference.branch);
    }
    for (const PlanRow &row : m_plan.rows) {
        if (reference.orgType == u"group" &&
            m_plan.value(row, u"group").value<ReferenceValue>().id == reference.placeholder) {
            return resolved(m_plan.value(row, u"branch")).value<ReferenceValue>().id;
        }
    }
    if (reference.orgType == u"committee" || reference.orgType == u"workCommittee") {
        return 0;
    }
    const QString types =
        reference.orgType == u"generalBranch" ? u"'committee'"_qs : u"'committee', 'generalBranch'"_qs;
    GRIDBOOK_ASSIGN(const QList<RowId> tops,
                    m_book.database().ids(
                        QStringLiteral("SELECT s.org_id FROM org_state s JOIN party_org o ON o.id = s.org_id WHERE "
                                       "s.voided_at IS NULL AND s.valid_until IS NULL AND o.voided_at IS NULL AND "
                                       "o.valid_until IS NULL AND s.type IN (%1) AND (o.division_id IS NULL OR "
                                       "o.division_id = :community)")
                            .arg(types),
                        {{u":community"_qs, community}}));
    return tops.size() == 1 ? tops.first() : 0;
}

Result<RowId> Importer::createOrganisation(const NewReference &reference, RowId community)
{
    const QString from = m_from.toString(Qt::ISODate);
    if (community == 0) {
        GRIDBOOK_ASSIGN(community, communityOf(reference));
    }
    GRIDBOOK_ASSIGN(const RowId parent, parentOf(reference, community));
    if (parent != 0) {
        GRIDBOOK_ASSIGN(const QVariant division,
                        m_book.database().scalar(u"SELECT division_id FROM party_org WHERE id = ?"_qs, {parent}));
        community = division.isNull() ? community : division.toLongLong();
    }
    const auto orNull = [](RowId id) { return id == 0 ? QVariant() : QVariant(id); };
    GRIDBOOK_ASSIGN(const RowId id, m_work->insert(u"party_org"_qs, {{u"division_id"_qs, orNull(community)},
                                                                     {u"category"_qs, u"community"_qs},
                                                                     {u"valid_from"_qs, from}}));
    GRIDBOOK_TRY(m_work->insert(u"org_state"_qs, {{u"org_id"_qs, id},
                                                  {u"type"_qs, reference.orgType},
                                                  {u"full_name"_qs, reference.fullName},
                                                  {u"short_name"_qs, reference.title},
                                                  {u"parent_id"_qs, orNull(parent)},
                                                  {u"valid_from"_qs, from}}));
    return id;
}

Result<RowId> Importer::createGrid(const NewReference &reference)
{
    GRIDBOOK_ASSIGN(
        const QList<RowId> all,
        m_book.database().ids(u"SELECT id FROM division WHERE voided_at IS NULL AND level = 'community'"_qs, {}));
    if (all.size() != 1) {
        return Error{
            ErrorKind::Invalid,
            Texts::tr("The grid “%1” cannot be made, because the book has several communities. Make it by hand first.")
                .arg(reference.title),
            {}};
    }
    GRIDBOOK_ASSIGN(const QVariant base,
                    m_book.database().scalar(u"SELECT code FROM division WHERE id = ?"_qs, {all.first()}));
    GRIDBOOK_ASSIGN(const QVariant last,
                    m_book.database().scalar(u"SELECT MAX(code) FROM grid WHERE code LIKE ? AND length(code) = 15"_qs,
                                             {QString(base.toString() + u'%')}));
    const int sequence = last.toString().right(3).toInt() + 1; // a code is never used again, so the closed ones count
    return m_work->insert(u"grid"_qs,
                          {{u"code"_qs, QString(base.toString() + QString::number(sequence).rightJustified(3, u'0'))},
                           {u"name"_qs, reference.title},
                           {u"division_id"_qs, all.first()},
                           {u"kind"_qs, u"urban"_qs},
                           {u"valid_from"_qs, m_from.toString(Qt::ISODate)}});
}

QVariant Importer::resolved(const QVariant &value) const
{
    if (value.typeId() == qMetaTypeId<ReferenceValue>()) {
        const auto reference = value.value<ReferenceValue>();
        if (reference.id < 0) {
            return QVariant::fromValue(ReferenceValue{m_made.value(reference.id), reference.title});
        }
    }
    return value;
}

Done Importer::write(int at)
{
    const PlanRow &row = m_plan.rows.at(at);
    RowId record = row.record;
    if (row.state == RowState::Changed && record == 0) {
        record = m_written.value(row.sameAs); // laid over an earlier row of the file
    }
    const auto written = [&]() -> Result<RowId> {
        if (record != 0) {
            return change(row, record);
        }
        GRIDBOOK_ASSIGN(QList<ReadyPart> parts, readyParts(at));
        return insertNew(row, std::move(parts));
    }();
    if (!written) {
        return inRow(row, written.error());
    }
    if (m_written.contains(at)) {
        m_written.insert(at, *written);
    }
    if (m_placeholders.contains(at)) {
        m_made.insert(m_placeholders.value(at), *written);
    }
    if (m_ledger) {
        GRIDBOOK_ASSIGN(const QVariant division,
                        m_work->database().scalar(u"SELECT division_id FROM grid WHERE id = ?"_qs, {*written}));
        if (const auto done = m_ledger->write(row, *written, division.toLongLong()); !done) {
            return inRow(row, done.error());
        }
    }
    ++(record == 0 ? m_result.added : m_result.changed);
    return {};
}

Importer::ReadyParts Importer::makeReady(const PlanRow &row) const
{
    QList<ReadyPart> parts;
    for (const PartPlan &each : m_parts) {
        QVariantMap values; // the same columns for every row, so that the statement is prepared once
        bool filled = false;
        for (const auto &[target, column] : each.columns) {
            const QVariant value = storedValue(resolved(row.values.at(target)));
            values.insert(column, value);
            filled = filled || value.isValid();
        }
        if (each.part.table == u"person" && row.person != 0) {
            parts.append({&each, values, {}});
            continue;
        }
        if (each.part.optional && !filled) {
            continue;
        }
        if (each.part.table == u"affiliation") {
            values.insert(u"increase_kind"_qs, increaseKindOf(row));
        }
        GRIDBOOK_ASSIGN(UnitOfWork::ReadyRow ready, m_work->ready(each.part.table, values));
        parts.append({&each, {}, std::move(ready)});
    }
    return parts;
}

Importer::Bundle Importer::makeBundle(int from) const
{
    Bundle bundle{from, {}};
    const int end = qMin(from + bundleRows, int(m_plan.rows.size()));
    bundle.rows.reserve(end - from);
    for (int at = from; at < end; ++at) {
        const PlanRow &row = m_plan.rows.at(at);
        const bool isNew = row.state == RowState::New && row.record == 0;
        bundle.rows.append(isNew ? std::optional(makeReady(row)) : std::nullopt);
    }
    return bundle;
}

// Of the bundle at hand; when it is used up, the next one is there and another thread begins the one after it.
Importer::ReadyParts Importer::readyParts(int at)
{
    if (!m_order.isEmpty()) { // it may belong to a row that was written just now
        return makeReady(m_plan.rows.at(at));
    }
    if (at >= m_bundle.from + m_bundle.rows.size()) {
        m_bundle = m_ahead.valid() ? m_ahead.get() : Bundle();
        if (at >= m_bundle.from + m_bundle.rows.size()) { // the first one, or nothing new for a while
            m_bundle = makeBundle(at);
        }
        const int next = m_bundle.from + int(m_bundle.rows.size());
        if (next < m_plan.rows.size()) {
            m_ahead = std::async(std::launch::async, [this, next] { return makeBundle(next); });
        }
    }
    const int place = at - m_bundle.from;
    if (place < 0 || !m_bundle.rows.at(place)) { // was to be laid over another row, which was not written
        return makeReady(m_plan.rows.at(at));
    }
    return *std::exchange(m_bundle.rows[place], std::nullopt);
}

Result<RowId> Importer::insertNew(const PlanRow &row, QList<ReadyPart> parts)
{
    QHash<QString, RowId> rows;
    for (ReadyPart &each : parts) {
        const Part &part = each.plan->part;
        if (each.row.table.isEmpty()) {
            GRIDBOOK_TRY(fillPerson(row, each.values));
            rows.insert(part.alias, row.person);
            continue;
        }
        if (!part.linkColumn.isEmpty()) {
            each.row.refer(part.linkColumn, rows.value(part.linkPart));
        }
        GRIDBOOK_ASSIGN(const RowId id, m_work->insert(each.row));
        rows.insert(part.alias, id);
    }
    return rows.value(m_spec->key.section(u'.', 0, 0));
}

// Somebody whom the book already knows in another role: what it does not know yet is added.
Done Importer::fillPerson(const PlanRow &row, const QVariantMap &values)
{
    GRIDBOOK_ASSIGN(const Record known, m_book.records().load(u"person"_qs, row.person, m_book.clock().today()));
    QVariantMap missing;
    for (const Field &field : m_book.catalog().registry(u"person")->fields) {
        const QVariant said = values.value(field.column);
        if (field.isWritable() && said.isValid() && storedValue(known.values.value(field.id)).toString().isEmpty()) {
            missing.insert(field.column, said);
        }
    }
    return missing.isEmpty() ? Done() : m_work->update(u"person"_qs, row.person, 0, missing);
}

QString Importer::increaseKindOf(const PlanRow &row) const
{
    const RowId branch = resolved(m_plan.value(row, u"branch")).value<ReferenceValue>().id;
    const QDate day = dayOf(m_plan, row);
    return increaseOf(m_plan, row, day, m_members.makeIncrease(branch, day));
}

Result<RowId> Importer::change(const PlanRow &row, RowId record)
{
    GRIDBOOK_ASSIGN(Record before, m_book.records().load(m_plan.registry, record, m_book.clock().today()));
    const bool returns = row.isReturn && before.parts.value(u"a"_qs).row == 0;
    if (returns) {
        GRIDBOOK_TRY(takeBack(row, before));
        GRIDBOOK_ASSIGN(before, m_book.records().load(m_plan.registry, record, m_book.clock().today()));
    }
    QVariantMap values = before.values;
    bool differs = false;
    const auto isWritten = [&](const Field &field) { // with the step by which the member came back
        return returns && (field.part == u"a" || field.part == u"s");
    };
    Dating dating{m_plan.choices.asOf, {}, Strangers::LeaveOut};
    for (const PlanChange &each : row.changes) {
        const ImportTarget &target = m_plan.targets.at(each.field);
        const bool fillsOnly = row.sameAs >= 0 && row.record == 0 && row.decision == RowDecision::FillEmpty;
        if (each.applied && !target.isExtra && !isWritten(target.field) &&
            !(fillsOnly && !storedValue(before.values.value(target.field.id)).toString().isEmpty())) {
            values.insert(target.field.id, resolved(each.after));
            differs = true;
        }
    }
    if (!differs) {
        return record;
    }
    if (row.record == 0) { // what an earlier row of the file said was never so
        for (const Field &field : m_spec->fields) {
            dating.corrections.insert(field.id);
        }
    }
    return m_book.records().save(*m_work, before, values, dating);
}

// A member who came back does so by the step that an action would take, under the same rules.
Done Importer::takeBack(const PlanRow &row, const Record &before)
{
    party::MemberStep step = returnStep(m_plan, row, before.values.value(u"category"_qs).toString());
    const auto idOf = [&](RowId id) { return id < 0 ? m_made.value(id) : id; };
    step.place = {idOf(step.place.branch), idOf(step.place.group), idOf(step.place.grid)};
    GRIDBOOK_ASSIGN(const QVariantMap member, storedRow(m_work->database(), u"member"_qs, before.id));
    // Whoever joins again does so on the day of the step, unless the roster knows another day than the first joining.
    const auto said = m_plan.value(row, u"joinDate").value<PartialDate>();
    const bool isKnown = said == before.values.value(u"joinDate"_qs).value<PartialDate>();
    GRIDBOOK_ASSIGN([[maybe_unused]] const MemberId same,
                    party::admit(*m_work, PersonId(member.value(u"person_id"_qs).toLongLong()), step,
                                 isKnown ? PartialDate() : said));
    return {};
}

} // namespace gridbook::exchange
