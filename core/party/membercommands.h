#pragma once
// What happens to members: each command checks the table of standing (standingmachine.h) and the dated rows, then
// writes within a unit of work. A command takes effect from a day on and only ever adds to the end of a member's
// history, so that no count as of an earlier day changes; whoever comes back gets a second spell.
#include "core/changes/datedrows.h"
#include "core/party/standingmachine.h"
#include "core/registry/spec.h"

namespace gridbook::party {

// Where the relation lies. group and grid may be 0. A branch below 0 is one that an import makes together with the
// step; it is not looked at before.
struct MemberPlace
{
    RowId branch = 0;
    RowId group = 0;
    RowId grid = 0;
    friend bool operator==(const MemberPlace &, const MemberPlace &) = default;
};

struct MemberStep
{
    QString event{};     // of the standing machine
    QDate day{};         // takes effect from this day on
    MemberPlace place{}; // entering, moving
    QString category{};  // entering by transfer: full or probationary
    QString other{};     // where from, where to
    QString document{};
    QString reason{};
    PartialDate lostSince{}; // markLost: the month in which contact was lost
    QString lostReason{};    // code of lostReason
    bool fromRoster = false; // a row of a roster says so; its papers lie with the office that wrote the roster
};

// A member as of a day, for the commands and for the dialog that offers them.
struct MemberSituation
{
    MemberId member;
    PersonId person;
    QString name;
    QString state; // of the machine; "" when never on the register
    MemberFacts facts;
    QList<DatedRow> affiliations;
    QList<DatedRow> standings;
    QList<DatedRow> whereabouts;
    std::optional<MemberPlace> place; // where the relation lies on that day
};
Result<MemberSituation> memberSituation(Database &database, MemberId member, QDate day);

// The events that the table allows from the member's state on that day, in the order of menus.
[[nodiscard]] QStringList possibleEvents(const MemberSituation &situation);
// What would stand in the way of the step; nothing is written. Used while the user still types.
Done examine(Database &database, MemberId member, const MemberStep &step, QDate today);

// Any event of the table for one member.
Done applyStep(UnitOfWork &work, MemberId member, const MemberStep &step);
// Makes the member record of a person if there is none, then enters the register. joined and confirmed are kept if the
// record has none; a developed member joins on the day itself.
Result<MemberId> admit(UnitOfWork &work, PersonId person, const MemberStep &step, const PartialDate &joined = {},
                       const PartialDate &confirmed = {});

Done moveMember(UnitOfWork &work, MemberId member, const MemberPlace &to, QDate day, const QString &reason = {});
// decreaseKind: a code of decreaseKind (3 death, 4 transfer out, 11 expelled …).
Done leave(UnitOfWork &work, MemberId member, const QString &decreaseKind, QDate day, const QString &to,
           const QString &document, const QString &reason = {});
Done confirmFull(UnitOfWork &work, MemberId member, QDate day, const QString &document = {});
Done stopMembership(UnitOfWork &work, MemberId member, QDate day, const QString &document);
Done restoreMembership(UnitOfWork &work, MemberId member, QDate day, const QString &document);
Done retainMembership(UnitOfWork &work, MemberId member, QDate day, const QString &document);
Done markLost(UnitOfWork &work, MemberId member, QDate day, const PartialDate &since, const QString &reason = {});
Done markFound(UnitOfWork &work, MemberId member, QDate day);

// Fault in words if relations cannot lie there on that day: the branch does not exist then, is functional, is a group;
// the group belongs to another branch; the grid is not in force. Empty: fine.
Result<QString> placeFault(Database &database, const MemberPlace &place, QDate day);
// The same by field (branch, group, grid), for whoever writes a relation down. until: the relation ends on that day, so
// that the branch may be closed then; invalid: it goes on.
Result<QList<Issue>> placeIssues(Database &database, const MemberPlace &place, QDate day, QDate until = {});

} // namespace gridbook::party
