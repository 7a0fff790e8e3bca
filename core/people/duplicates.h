#pragma once
// One human being, one row. People who may be the same are found by their ID number, by name and birth, by name and
// phone (a phone may be shared by a family: the weakest sign). Somebody looks at a pair and either merges it, which
// moves everything that hangs on the one to the other and can be undone, or says that they are two, which is
// remembered.
#include "core/access/sealer.h"
#include "core/people/overlaps.h"
#include <QSet>

namespace gridbook::people {

enum class Likeness { SameId, SameNameAndBirth, SameNameAndPhone }; // the strongest first

struct DuplicatePair
{
    PersonId first; // the one that was entered earlier
    PersonId second;
    QString name;
    Likeness likeness = Likeness::SameNameAndPhone;
    bool idsDiffer = false; // both have an ID number and the numbers differ: probably two people, or a slip
};

// The most alike first, pairs with differing ID numbers last. Leaves out pairs that were found to be two people.
Result<QList<DuplicatePair>> findDuplicates(Database &database, int limit = 500);
// "Not the same person."
Done rememberDistinct(UnitOfWork &work, PersonId a, PersonId b, const QString &reason);

// The same field of two people (or of their member records) where they differ.
struct FieldPair
{
    QString table;  // person, member
    QString column; // as stored
    QString kept;   // in the clear
    QString dropped;
    [[nodiscard]] QString key() const { return table + u'.' + column; }
    // One is empty: the other is taken anyway.
    [[nodiscard]] bool isChoice() const { return !kept.isEmpty() && !dropped.isEmpty(); }
};
Result<QList<FieldPair>> compare(Database &database, const Sealer &sealer, PersonId keep, PersonId drop);

// Everything that hangs on drop goes to keep; drop is marked as merged into keep and voided. Empty fields are filled
// from the other; fromDropped names the fields (FieldPair::key) where the dropped one's value is the right one. If both
// are members their spells on the register are combined. Nobody is on it twice: where spells overlap, choice says for
// each of findOverlaps() which side counts; without an answer the merge is refused.
Done mergePeople(UnitOfWork &work, const Sealer &sealer, PersonId keep, PersonId drop,
                 const QSet<QString> &fromDropped = {}, const OverlapChoice &choice = {});

// Every column of the book that refers to a person, "table.column"; a test checks it against the schema.
[[nodiscard]] const QStringList &personReferences();

} // namespace gridbook::people
