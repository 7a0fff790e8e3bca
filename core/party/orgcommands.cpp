#include "core/party/orgcommands.h"
#include "core/base/isoday.h"
#include "core/registry/recordrules.h"
#include "core/registry/spec.h"
#include <QCoreApplication>

namespace gridbook::party {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(OrgCommands)
};

QVariant idOrNull(RowId id)
{
    return id == 0 ? QVariant() : QVariant(id);
}

// today: what has been approved for later is entered when it has happened; until then the members live on here.
Done checkStep(const OrgStep &step, QDate today)
{
    if (!step.day.isValid()) {
        return Error{ErrorKind::Invalid, Texts::tr("Enter the day from which this holds."), {}};
    }
    if (step.document.trimmed().isEmpty()) {
        return Error{ErrorKind::Invalid, Texts::tr("Enter the number of the approving document."), {}};
    }
    if (step.day > today) {
        return Error{ErrorKind::Refused,
                     Texts::tr("A change is entered once it holds. Choose a day up to today, %1.").arg(iso(today)),
                     {}};
    }
    return {};
}

Result<OrgFacts> existing(Database &database, PartyOrgId org, QDate day)
{
    GRIDBOOK_ASSIGN(const std::optional<OrgFacts> facts, orgFacts(database, org, day));
    if (!facts) {
        return Error{ErrorKind::Refused,
                     Texts::tr("The organisation does not exist on %1. Choose another day.").arg(iso(day)),
                     QString::number(org.value())};
    }
    return *facts;
}

Done checkParent(Database &database, const QString &type, RowId parent, QDate day)
{
    if (parent == 0) {
        return type == u"group"
                   ? Done(Error{ErrorKind::Invalid, Texts::tr("A group belongs to a branch. Choose it."), {}})
                   : Done();
    }
    GRIDBOOK_ASSIGN(const OrgFacts superior, existing(database, PartyOrgId(parent), day));
    if (superior.until.isValid()) {
        return Error{ErrorKind::Refused,
                     Texts::tr("“%1” is closed on %2. Choose a superior that goes on.")
                         .arg(superior.shortName, iso(superior.until)),
                     {}};
    }
    return maySupervise(superior.type, type)
               ? Done()
               : Done(Error{
                     ErrorKind::Refused,
                     Texts::tr("“%1” cannot be the superior of this type of organisation.").arg(superior.shortName),
                     type});
}

// Walks up from parent on the day and on every later day on which some state begins.
Done checkCycle(Database &database, PartyOrgId org, RowId parent, QDate from)
{
    GRIDBOOK_ASSIGN(Statement days,
                    Statement::prepare(database, u"SELECT DISTINCT valid_from FROM org_state WHERE voided_at IS NULL "
                                                 "AND valid_from > ? ORDER BY valid_from"_qs));
    GRIDBOOK_TRY(days.run({iso(from)}));
    QStringList all{iso(from)};
    while (days.next()) {
        all << days.text(0);
    }
    GRIDBOOK_TRY(days.status());
    GRIDBOOK_ASSIGN(Statement up, Statement::prepare(database, u"SELECT parent_id FROM org_state WHERE org_id = ? AND "
                                                               "voided_at IS NULL AND valid_from <= ? AND (valid_until "
                                                               "IS NULL OR valid_until > ?)"_qs));
    for (const QString &day : all) {
        QSet<RowId> seen;
        for (RowId at = parent; at != 0 && !seen.contains(at);) {
            if (at == org.value()) {
                return Error{ErrorKind::Refused,
                             Texts::tr("An organisation cannot stand under itself or under one of its own."), day};
            }
            seen.insert(at);
            GRIDBOOK_TRY(up.run({at, day, day}));
            at = up.next() ? up.integer(0) : 0;
            up.finish();
        }
    }
    return {};
}

Result<DatedRow> currentState(Database &database, const OrgFacts &facts, QDate day)
{
    GRIDBOOK_ASSIGN(const QList<DatedRow> rows, datedRows(database, u"org_state"_qs, u"org_id"_qs, facts.id.value()));
    const DatedRow *row = rowOn(rows, day);
    if (row == nullptr || row->id != rows.last().id) {
        return Error{
            ErrorKind::Refused,
            Texts::tr("“%1” already has a later change. Take it back or choose a later day.").arg(facts.shortName),
            {}};
    }
    return *row;
}

Done writeChange(UnitOfWork &work, PartyOrgId org, const QString &kind, const OrgStep &step, const QString &before,
                 const QString &after, RowId other = 0)
{
    GRIDBOOK_ASSIGN([[maybe_unused]] const RowId row,
                    work.insert(u"org_change"_qs, {{u"org_id"_qs, org.value()},
                                                   {u"kind"_qs, kind},
                                                   {u"on_date"_qs, step.day},
                                                   {u"doc_no"_qs, step.document},
                                                   {u"reason"_qs, step.reason},
                                                   {u"before_text"_qs, before},
                                                   {u"after_text"_qs, after},
                                                   {u"other_org_id"_qs, idOrNull(other)}}));
    return {};
}

Done changeState(UnitOfWork &work, const OrgFacts &facts, const OrgStep &step, const QVariantMap &values)
{
    GRIDBOOK_ASSIGN(const DatedRow row, currentState(work.database(), facts, step.day));
    GRIDBOOK_ASSIGN([[maybe_unused]] const RowId next, continueRow(work, u"org_state"_qs, row, step.day, values));
    return {};
}

Result<QList<OrgFacts>> childrenOf(Database &database, PartyOrgId org, QDate day)
{
    GRIDBOOK_ASSIGN(Statement statement,
                    Statement::prepare(database,
                                       u"SELECT DISTINCT s.org_id FROM org_state s JOIN party_org o ON o.id = s.org_id "
                                       "WHERE s.parent_id = ? AND s.voided_at IS NULL AND o.voided_at IS NULL "
                                       "AND (s.valid_until IS NULL OR s.valid_until > ?) "
                                       "AND (o.valid_until IS NULL OR o.valid_until > ?) ORDER BY s.org_id"_qs));
    GRIDBOOK_TRY(statement.run({org.value(), iso(day), iso(day)}));
    QList<PartyOrgId> ids;
    while (statement.next()) {
        ids << PartyOrgId(statement.integer(0));
    }
    GRIDBOOK_TRY(statement.status());
    QList<OrgFacts> result;
    for (const PartyOrgId id : ids) {
        GRIDBOOK_ASSIGN(const std::optional<OrgFacts> facts, orgFacts(database, id, day));
        if (!facts) {
            return Error{
                ErrorKind::Refused,
                Texts::tr("An organisation that is founded after %1 stands under this one. Choose a later day.")
                    .arg(iso(day)),
                QString::number(id.value())};
        }
        result << *facts;
    }
    return result;
}

constexpr int namesShown = 20;

QStringList namesOf(const QList<OrgBurden::Item> &items)
{
    QStringList names;
    for (const OrgBurden::Item &item : items) {
        names << item.name;
    }
    return names;
}

// The last steps of every closing: state, term, seats and the organisation itself end.
Done close(UnitOfWork &work, const OrgFacts &facts, const OrgStep &step, const QString &kind, const QString &after,
           RowId other)
{
    const RowId id = facts.id.value();
    GRIDBOOK_ASSIGN(const DatedRow row, currentState(work.database(), facts, step.day));
    GRIDBOOK_TRY(endRow(work, u"org_state"_qs, row, step.day));
    GRIDBOOK_TRY(work.update(u"party_org"_qs, id, 0, {{u"valid_until"_qs, step.day}}));
    GRIDBOOK_ASSIGN(const QList<DatedRow> seats, datedRows(work.database(), u"committee_member"_qs, u"org_id"_qs, id));
    for (const DatedRow &seat : seats) {
        if (!seat.until.isValid() || seat.until > step.day) {
            GRIDBOOK_TRY(endRow(work, u"committee_member"_qs, seat, step.day));
        }
    }
    GRIDBOOK_ASSIGN(
        const QVariant term,
        work.database().scalar(u"SELECT id FROM org_term WHERE org_id = ? AND voided_at IS NULL AND ended_on "
                               "IS NULL AND elected_on <= ? ORDER BY session DESC LIMIT 1"_qs,
                               {id, iso(step.day)}));
    if (term.toLongLong() != 0) {
        GRIDBOOK_TRY(work.update(u"org_term"_qs, term.toLongLong(), 0, {{u"ended_on"_qs, step.day}}));
    }
    return writeChange(work, facts.id, kind, step, facts.shortName, after, other);
}

Done emptyInto(UnitOfWork &work, const OrgFacts &from, const OrgFacts &to, const OrgStep &step)
{
    GRIDBOOK_ASSIGN(const QList<OrgFacts> children, childrenOf(work.database(), from.id, step.day));
    for (const OrgFacts &child : children) {
        GRIDBOOK_TRY(moveOrg(work, child.id, to.id.value(), step));
    }
    GRIDBOOK_ASSIGN(const OrgBurden burden, orgBurden(work.database(), from.id, step.day));
    for (const OrgBurden::Item &item : burden.members) {
        GRIDBOOK_ASSIGN(const MemberSituation member, memberSituation(work.database(), MemberId(item.id), step.day));
        const bool group = from.type == u"group";
        if (!member.place || (group ? member.place->group : member.place->branch) != from.id.value()) {
            return Error{ErrorKind::Refused,
                         Texts::tr("%1 comes to “%2” only after %3. Choose a later day.")
                             .arg(item.name, from.shortName, iso(step.day)),
                         {}};
        }
        MemberPlace place = *member.place;
        if (group) {
            place.group = to.type == u"group" ? to.id.value() : 0;
            place.branch = to.type == u"group" ? to.parent : to.id.value();
        } else {
            place.branch = to.id.value();
        }
        GRIDBOOK_TRY(moveMember(work, MemberId(item.id), place, step.day, step.reason));
    }
    return {};
}

Done dissolveInto(UnitOfWork &work, PartyOrgId org, PartyOrgId to, const OrgStep &step, const QString &kind)
{
    GRIDBOOK_TRY(checkStep(step, work.today()));
    GRIDBOOK_ASSIGN(const OrgFacts from, existing(work.database(), org, step.day));
    GRIDBOOK_ASSIGN(const OrgFacts target, existing(work.database(), to, step.day));
    if (org == to) {
        return Error{ErrorKind::Invalid, Texts::tr("Choose another organisation to move them to."), {}};
    }
    GRIDBOOK_TRY(emptyInto(work, from, target, step));
    return close(work, from, step, kind, target.shortName, to.value());
}

// The name that another organisation under the superior has already, so that nobody could tell the two apart; empty if
// there is none. What lies elsewhere may have the same name (第一支部).
Result<QString> nameTaken(Database &database, PartyOrgId org, const QString &fullName, const QString &shortName,
                          RowId parent, QDate day)
{
    GRIDBOOK_ASSIGN(Statement others,
                    Statement::prepare(database, QString(u"SELECT s.short_name, s.full_name FROM org_state s JOIN "
                                                         "party_org o ON o.id = s.org_id WHERE o.id <> :org AND "
                                                         "COALESCE(s.parent_id, 0) = :parent AND "_qs +
                                                         validAt(u"o"_qs) + u" AND " + validAt(u"s"_qs))));
    GRIDBOOK_TRY(others.run(QVariantMap{{u":org"_qs, org.value()}, {u":parent"_qs, parent}, {u":asof"_qs, iso(day)}}));
    while (others.next()) {
        for (const QString &name : {shortName.trimmed(), fullName.trimmed()}) {
            if (name == others.text(0) || name == others.text(1)) {
                return name;
            }
        }
    }
    GRIDBOOK_TRY(others.status());
    return QString();
}

Done checkNames(Database &database, PartyOrgId org, const QString &fullName, const QString &shortName, RowId parent,
                QDate day)
{
    GRIDBOOK_ASSIGN(const QString taken, nameTaken(database, org, fullName, shortName, parent, day));
    return taken.isEmpty()
               ? Done()
               : Done(Error{ErrorKind::Refused,
                            Texts::tr("There is already “%1” under the same superior. Enter another name.").arg(taken),
                            {}});
}

} // namespace

Result<PartyOrgId> foundOrg(UnitOfWork &work, const NewOrg &org, const OrgStep &step)
{
    GRIDBOOK_TRY(checkStep(step, work.today()));
    if (org.fullName.trimmed().isEmpty() || org.shortName.trimmed().isEmpty() || org.type.isEmpty()) {
        return Error{ErrorKind::Invalid, Texts::tr("Enter the type, the full name and the short name."), {}};
    }
    GRIDBOOK_TRY(checkParent(work.database(), org.type, org.parent, step.day));
    GRIDBOOK_TRY(checkNames(work.database(), {}, org.fullName, org.shortName, org.parent, step.day));
    GRIDBOOK_ASSIGN(const RowId id, work.insert(u"party_org"_qs, {{u"code"_qs, org.code},
                                                                  {u"basis"_qs, org.basis},
                                                                  {u"category"_qs, org.category},
                                                                  {u"division_id"_qs, idOrNull(org.division)},
                                                                  {u"grid_id"_qs, idOrNull(org.grid)},
                                                                  {u"building_id"_qs, idOrNull(org.building)},
                                                                  {u"founded"_qs, step.day},
                                                                  {u"founded_doc"_qs, step.document},
                                                                  {u"valid_from"_qs, step.day}}));
    GRIDBOOK_ASSIGN([[maybe_unused]] const RowId state,
                    work.insert(u"org_state"_qs, {{u"org_id"_qs, id},
                                                  {u"type"_qs, org.type},
                                                  {u"full_name"_qs, org.fullName},
                                                  {u"short_name"_qs, org.shortName},
                                                  {u"parent_id"_qs, idOrNull(org.parent)},
                                                  {u"valid_from"_qs, step.day}}));
    GRIDBOOK_TRY(writeChange(work, PartyOrgId(id), u"founded"_qs, step, {}, org.fullName, org.parent));
    return PartyOrgId(id);
}

Done renameOrg(UnitOfWork &work, PartyOrgId org, const QString &fullName, const QString &shortName, const OrgStep &step)
{
    GRIDBOOK_TRY(checkStep(step, work.today()));
    GRIDBOOK_ASSIGN(const OrgFacts now, existing(work.database(), org, step.day));
    if (fullName.trimmed().isEmpty() || shortName.trimmed().isEmpty() ||
        (fullName == now.fullName && shortName == now.shortName)) {
        return Error{ErrorKind::Invalid, Texts::tr("Enter the new full name and short name."), {}};
    }
    GRIDBOOK_TRY(checkNames(work.database(), org, fullName, shortName, now.parent, step.day));
    GRIDBOOK_TRY(changeState(work, now, step, {{u"full_name"_qs, fullName}, {u"short_name"_qs, shortName}}));
    return writeChange(work, org, u"renamed"_qs, step, now.fullName, fullName);
}

Done promoteOrg(UnitOfWork &work, PartyOrgId org, const QString &type, const QString &fullName,
                const QString &shortName, RowId parent, const OrgStep &step)
{
    GRIDBOOK_TRY(checkStep(step, work.today()));
    GRIDBOOK_ASSIGN(const OrgFacts now, existing(work.database(), org, step.day));
    if (orgRank(type) >= orgRank(now.type)) {
        return Error{ErrorKind::Refused, Texts::tr("The new type does not rank above the present one."), type};
    }
    GRIDBOOK_TRY(checkCycle(work.database(), org, parent, step.day));
    GRIDBOOK_TRY(checkParent(work.database(), type, parent, step.day));
    GRIDBOOK_ASSIGN(const QList<OrgFacts> children, childrenOf(work.database(), org, step.day));
    for (const OrgFacts &child : children) {
        if (child.type == u"group" && !isBranch(type)) {
            return Error{
                ErrorKind::Refused,
                Texts::tr("“%1” is a group of this branch. Found the branches below first and move the groups there.")
                    .arg(child.shortName),
                {}};
        }
    }
    const QString full = fullName.isEmpty() ? now.fullName : fullName;
    const QString brief = shortName.isEmpty() ? now.shortName : shortName;
    GRIDBOOK_TRY(checkNames(work.database(), org, full, brief, parent, step.day));
    GRIDBOOK_TRY(changeState(
        work, now, step,
        {{u"type"_qs, type}, {u"full_name"_qs, full}, {u"short_name"_qs, brief}, {u"parent_id"_qs, idOrNull(parent)}}));
    return writeChange(work, org, u"promoted"_qs, step, now.fullName, full, parent == now.parent ? 0 : parent);
}

Done moveOrg(UnitOfWork &work, PartyOrgId org, RowId parent, const OrgStep &step)
{
    GRIDBOOK_TRY(checkStep(step, work.today()));
    GRIDBOOK_ASSIGN(const OrgFacts now, existing(work.database(), org, step.day));
    if (now.parent == parent) {
        return Error{ErrorKind::Invalid, Texts::tr("“%1” already stands there.").arg(now.shortName), {}};
    }
    GRIDBOOK_TRY(checkCycle(work.database(), org, parent, step.day));
    GRIDBOOK_TRY(checkParent(work.database(), now.type, parent, step.day));
    GRIDBOOK_ASSIGN(const QString taken,
                    nameTaken(work.database(), org, now.fullName, now.shortName, parent, step.day));
    if (!taken.isEmpty()) {
        return Error{ErrorKind::Refused,
                     Texts::tr("There is already “%1” where it would stand. Rename one of the two first.").arg(taken),
                     {}};
    }
    QString before;
    if (now.parent != 0) {
        GRIDBOOK_ASSIGN(const std::optional<OrgFacts> old, orgFacts(work.database(), PartyOrgId(now.parent), step.day));
        before = old ? old->shortName : QString();
    }
    QString after;
    if (parent != 0) {
        GRIDBOOK_ASSIGN(const OrgFacts superior, existing(work.database(), PartyOrgId(parent), step.day));
        after = superior.shortName;
    }
    GRIDBOOK_TRY(changeState(work, now, step, {{u"parent_id"_qs, idOrNull(parent)}}));
    return writeChange(work, org, u"moved"_qs, step, before, after, parent);
}

Result<OrgBurden> orgBurden(Database &database, PartyOrgId org, QDate day)
{
    OrgBurden burden;
    GRIDBOOK_ASSIGN(
        Statement statement,
        Statement::prepare(
            database, u"SELECT DISTINCT m.id, p.name, p.pinyin FROM affiliation a JOIN member m ON m.id = a.member_id "
                      "JOIN person p ON p.id = m.person_id WHERE (a.org_id = ? OR a.group_id = ?) AND "
                      "a.voided_at IS NULL AND m.voided_at IS NULL AND p.voided_at IS NULL "
                      "AND (a.valid_until IS NULL OR a.valid_until > ?) ORDER BY p.pinyin, m.id"_qs));
    GRIDBOOK_TRY(statement.run({org.value(), org.value(), iso(day)}));
    while (statement.next()) {
        burden.members.append({statement.integer(0), statement.text(1)});
    }
    GRIDBOOK_TRY(statement.status());
    GRIDBOOK_ASSIGN(const QList<OrgFacts> children, childrenOf(database, org, day));
    for (const OrgFacts &child : children) {
        burden.children.append({child.id.value(), child.shortName});
    }
    return burden;
}

Result<QString> closingFault(Database &database, PartyOrgId org, QDate day)
{
    GRIDBOOK_ASSIGN(const OrgFacts now, existing(database, org, day));
    GRIDBOOK_ASSIGN(const OrgBurden burden, orgBurden(database, org, day));
    QStringList what;
    if (!burden.members.isEmpty()) {
        what << countedNames(Texts::tr("%1 members: %2"), namesOf(burden.members), namesShown);
    }
    if (!burden.children.isEmpty()) {
        what << countedNames(Texts::tr("%1 organisations below: %2"), namesOf(burden.children), namesShown);
    }
    return what.isEmpty() ? QString()
                          : Texts::tr("“%1” cannot be closed yet. Move what still belongs to it first (%2).")
                                .arg(now.shortName, what.join(u"; "_qs));
}

Result<QString> superiorFault(Database &database, PartyOrgId org, const QString &type, RowId parent, QDate day)
{
    Done done = checkParent(database, type, parent, day);
    if (done && org.isValid() && parent != 0) {
        done = checkCycle(database, org, parent, day);
    }
    if (!done && (done.error().kind == ErrorKind::Refused || done.error().kind == ErrorKind::Invalid)) {
        return done.error().message;
    }
    return done ? Result<QString>(QString()) : Result<QString>(done.error());
}

Done closeOrg(UnitOfWork &work, PartyOrgId org, const OrgStep &step)
{
    GRIDBOOK_TRY(checkStep(step, work.today()));
    GRIDBOOK_ASSIGN(const OrgFacts now, existing(work.database(), org, step.day));
    GRIDBOOK_ASSIGN(const QString fault, closingFault(work.database(), org, step.day));
    return fault.isEmpty() ? close(work, now, step, u"dissolved"_qs, {}, 0)
                           : Done(Error{ErrorKind::Refused, fault, {}});
}

Done moveMembersAndClose(UnitOfWork &work, PartyOrgId org, PartyOrgId to, const OrgStep &step)
{
    return dissolveInto(work, org, to, step, u"dissolved"_qs);
}

Done mergeOrg(UnitOfWork &work, PartyOrgId org, PartyOrgId into, const OrgStep &step)
{
    return dissolveInto(work, org, into, step, u"merged"_qs);
}

} // namespace gridbook::party
