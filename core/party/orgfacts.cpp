#include "core/party/orgfacts.h"
#include "core/base/partialdate.h"

namespace gridbook::party {

using namespace Qt::StringLiterals;

namespace {
const QStringList withoutMembers{u"actionBranch"_qs, u"functionalBranch"_qs, u"mobileOrg"_qs, u"featureBranch"_qs,
                                 u"group"_qs,        u"workCommittee"_qs};
}

Result<std::optional<OrgFacts>> orgFacts(Database &database, PartyOrgId org, QDate day)
{
    GRIDBOOK_ASSIGN(
        Statement statement,
        Statement::prepare(database,
                           u"SELECT s.id, s.type, s.full_name, s.short_name, o.category, s.parent_id, o.grid_id, "
                           "s.valid_from, o.valid_until FROM party_org o JOIN org_state s ON s.org_id = o.id "
                           "WHERE o.id = ? AND o.voided_at IS NULL AND s.voided_at IS NULL AND o.valid_from <= ? "
                           "AND (o.valid_until IS NULL OR o.valid_until > ?) AND s.valid_from <= ? "
                           "AND (s.valid_until IS NULL OR s.valid_until > ?)"_qs));
    const QString at = day.toString(Qt::ISODate);
    GRIDBOOK_TRY(statement.run({org.value(), at, at, at, at}));
    if (!statement.next()) {
        GRIDBOOK_TRY(statement.status());
        return std::optional<OrgFacts>();
    }
    OrgFacts facts;
    facts.id = org;
    facts.state = statement.integer(0);
    facts.type = statement.text(1);
    facts.fullName = statement.text(2);
    facts.shortName = statement.text(3);
    facts.category = statement.text(4);
    facts.parent = statement.integer(5);
    facts.grid = statement.integer(6);
    facts.since = PartialDate::fromIso(statement.text(7)).firstDay();
    facts.until = PartialDate::fromIso(statement.text(8)).firstDay();
    return std::optional(facts);
}

bool isFunctional(QStringView type)
{
    return type == u"actionBranch" || type == u"functionalBranch" || type == u"mobileOrg" || type == u"featureBranch";
}

bool isBranch(QStringView type)
{
    return type == u"branch" || type == u"jointBranch" || type == u"temporaryBranch";
}

bool holdsMembers(QStringView type)
{
    return !withoutMembers.contains(type);
}

QString holdsMembersSql(const QString &alias)
{
    return u"%1.type NOT IN ('%2')"_qs.arg(alias, withoutMembers.join(u"','"_qs));
}

int orgRank(QStringView type)
{
    if (type == u"workCommittee") {
        return 0;
    }
    if (type == u"committee") {
        return 1;
    }
    if (type == u"generalBranch") {
        return 2;
    }
    return type == u"group" ? 4 : 3;
}

bool maySupervise(QStringView superior, QStringView type)
{
    return type == u"group" ? isBranch(superior) : !isFunctional(superior) && orgRank(superior) < orgRank(type);
}

bool hasTerm(QStringView type)
{
    return type == u"committee" || type == u"generalBranch" || type == u"branch" || type == u"jointBranch";
}

} // namespace gridbook::party
