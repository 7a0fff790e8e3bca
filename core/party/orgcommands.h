#pragma once
// Change events of party organisations: 成立, 撤销, 合并, 更名, 升格, 隶属变更. Each has a document, writes one row of
// org_change and the dated state that follows from it. The tree never has a cycle, on no day.
#include "core/party/membercommands.h"
#include "core/party/orgfacts.h"

namespace gridbook::party {

struct OrgStep
{
    QDate day; // takes effect from this day on
    QString document;
    QString reason;
};

struct NewOrg
{
    QString type{};
    QString fullName{};
    QString shortName{};
    RowId parent = 0;
    RowId division = 0;
    RowId grid = 0;
    RowId building = 0;
    QString category{};
    QString basis{};
    QString code{};
};

Result<PartyOrgId> foundOrg(UnitOfWork &work, const NewOrg &org, const OrgStep &step);
Done renameOrg(UnitOfWork &work, PartyOrgId org, const QString &fullName, const QString &shortName,
               const OrgStep &step);
// A branch becomes a general branch, and so on; names may change with it (empty: they stay), and so may the superior,
// which must rank above the new type. parent 0: outside this book.
Done promoteOrg(UnitOfWork &work, PartyOrgId org, const QString &type, const QString &fullName,
                const QString &shortName, RowId parent, const OrgStep &step);
Done moveOrg(UnitOfWork &work, PartyOrgId org, RowId parent, const OrgStep &step); // parent 0: outside this book

// What hangs on an organisation on a day or later and must be moved before it can be closed.
struct OrgBurden
{
    struct Item
    {
        RowId id = 0;
        QString name;
    };
    QList<Item> members;  // ids of member
    QList<Item> children; // ids of party_org
    [[nodiscard]] bool isEmpty() const { return members.isEmpty() && children.isEmpty(); }
};
Result<OrgBurden> orgBurden(Database &database, PartyOrgId org, QDate day);

// In words what orgBurden finds; empty: it can be closed.
Result<QString> closingFault(Database &database, PartyOrgId org, QDate day);
// Fault in words if the organisation (invalid: a new one) cannot be of that type below that superior: ranks, groups
// without a branch, cycles on that day or later. Empty: fine.
Result<QString> superiorFault(Database &database, PartyOrgId org, const QString &type, RowId parent, QDate day);

// Refused while anything hangs on it.
Done closeOrg(UnitOfWork &work, PartyOrgId org, const OrgStep &step);
// Puts members and organisations below under another one from that day on, then closes it, in the same unit of work.
Done moveMembersAndClose(UnitOfWork &work, PartyOrgId org, PartyOrgId to, const OrgStep &step);
// The same, recorded as 合并.
Done mergeOrg(UnitOfWork &work, PartyOrgId org, PartyOrgId into, const OrgStep &step);

} // namespace gridbook::party
