#pragma once
// What an import would do, row by row, before anything is written: the plan. Computed by ImportPlanner on a read-only
// reader, shown and corrected by the user, carried out by Importer in one unit of work.
//
//   file ─▶ SheetLayout (columns → fields) ─▶ PlanRow: values, issues ─▶ matched with the book ─▶ RowState + changes
//
// A blank cell never clears what the book holds. What the roster says otherwise than the book is applied, kept or asked
// about, as ImportChoices say; another branch is a transfer and has a decision of its own.
#include "core/base/quarter.h"
#include "core/exchange/importtargets.h"
#include "core/exchange/layout.h"
#include "core/registry/reader.h"
#include "core/registry/spec.h"
#include <QMap>
#include <optional>

namespace gridbook::exchange {

enum class ImportPolicy { Skip, FillEmpty, Overwrite, Ask }; // what to do where the book already knows the record
enum class TransferChoice { Ask, Transfer, Keep };           // the roster names another branch than the book
enum class DifferenceChoice { Ask, AsTyped, FromNumber };    // another birth date or sex than the ID number says
enum class RowDecision { None, Skip, FillEmpty, Overwrite, AsNew };
enum class RowState { New, Changed, Same, Conflict, Wrong, Skipped };

struct ImportSource
{
    QString path;
    OpenOptions options; // encoding and limits
    struct Sheet
    {
        int index = 0;
        QString name{};
        SheetLayout layout{}; // SheetColumn::field says which target a column fills
    };
    QList<Sheet> sheets; // those to be read
};

// How a text of the file is to be understood: a code, a date (2021-10), the id of a record; or one of these words.
namespace meaning {
// A reference: make the branch or grid, unless it is there by now. Followed by a name it is made under that name, so
// that several spellings in the file come to be one branch.
inline const QString createNew = QStringLiteral("+");
inline const QString toNote = QStringLiteral("note"); // kept as text in the note
inline const QString leaveOut = QStringLiteral("-");
} // namespace meaning

struct ImportChoices
{
    QDate asOf{}; // the roster's day: what is new begins here
    ImportPolicy policy = ImportPolicy::FillEmpty;
    TransferChoice transfers = TransferChoice::Ask;
    QString increase{};         // how new members came, see importarrivals.h; empty: asked where it has to be known
    bool unknownToNote = true;  // a text that is in no code table goes to the note (where the field may be empty)
    bool createMissing = false; // branches, groups and grids that the book does not know are made
    QVariantMap presets{};      // by field, for rows that say nothing
    QHash<QString, QHash<QString, QString>> meanings{}; // field → text as in the file → meaning
    bool acceptReadings = false; // dates that can be read in two ways are taken as they were read
    DifferenceChoice differences = DifferenceChoice::Ask;
    QString reason{}; // why what differs from the ID number is right; stands in the note
};

struct PlanIssue
{
    int field = -1; // place in ImportPlan::targets; -1: the row as a whole
    IssueLevel level = IssueLevel::Error;
    QString message;
};

struct PlanChange
{
    int field = 0;
    QVariant before;
    QVariant after;
    bool applied = false;
};

// Something that the plan could not understand for certain, gathered over all rows: one decision for each text.
struct ValueQuestion
{
    int field = 0;
    QString text;
    int rows = 0;
    QList<std::pair<QString, QString>> offers; // meaning, its words; empty: a code of the table or a record
    QString chosen;                            // meaning; empty: not decided
    QString message;
};

struct PlanRow
{
    int sheet = 0;  // place in ImportSource::sheets
    int number = 0; // as the user sees it
    bool hidden = false;
    bool nameless = false;
    Row cells;
    QString group;             // as DataRow::group
    QStringList around;        // as DataRow::around
    QString caption;           // as DataRow::caption
    QMap<int, QString> mended; // what the user typed instead, by place in ImportPlan::targets

    // The user's decisions.
    RowDecision decision = RowDecision::None;
    TransferChoice transfer = TransferChoice::Ask;
    RowId chosen = 0; // of several candidates
    DifferenceChoice difference = DifferenceChoice::Ask;
    QString reason; // with DifferenceChoice::AsTyped

    // Computed.
    RowState state = RowState::Wrong;
    QVariantList values; // by target; invalid: the row says nothing
    QList<bool> derived; // by target: follows from another cell, fills blanks only
    QList<PlanIssue> issues;
    QList<PlanChange> changes;
    QList<ValueQuestion> asked; // of this row; gathered in ImportPlan::questions
    QString strongKey;          // ID number, code
    QStringList weakKeys;       // name and birth, name and phone
    RowId record = 0;           // in the book
    RowId person = 0;           // known as a person, but not yet in this registry
    int sameAs = -1;            // an earlier row of the file that means the same record
    bool isNamesake = false;    // … which is known by the name and the branch alone
    QList<ReferenceValue> candidates;
    QString question; // Conflict: what has to be decided
    bool isTransfer = false;
    bool isReturn = false;      // the book knows the member as one who is not on the register
    QString disagreement;       // what the ID number says and what the row says, while nobody has decided
    QString increase;           // code of increaseKind for a new member; empty: not known
    bool needsIncrease = false; // nobody has said how this member came

    [[nodiscard]] bool isApplied() const { return state == RowState::New || state == RowState::Changed; }
    [[nodiscard]] bool hasErrors() const;
};

struct NewReference
{
    QString registry; // partyOrg, grid
    QString title;
    RowId placeholder = 0; // negative, as it stands in the values
    QString orgType;
    QString fullName; // of an organisation: as on the seal
    RowId branch = 0; // of a group: that of its members, below 0 if it is made as well; 0: not known
    int row = -1;     // the row of the file that makes it (ownreferences.h); -1: made before the rows
};

struct PlanCounts
{
    int added = 0;
    int changed = 0;
    int same = 0;
    int conflict = 0;
    int wrong = 0;
    int skipped = 0;
    int warnings = 0; // rows that have a warning and would be applied
    friend bool operator==(const PlanCounts &, const PlanCounts &) = default;
};

struct ImportPlan
{
    QString registry;
    ImportSource source;
    ImportChoices choices;
    QList<ImportTarget> targets;
    QList<PlanRow> rows;
    QList<ValueQuestion> questions;
    QList<NewReference> newReferences;
    bool isUntyped = false;   // a text table: its numbers and dates are text
    RowId bookState = 0;      // the last batch of the book when it was compared
    QString increaseProposal; // what the missing ImportChoices::increase likely is
    int notesLeftOut = 0;     // footnotes, subtotals, titles that were passed over

    [[nodiscard]] int target(QStringView field) const; // -1 = none
    [[nodiscard]] PlanCounts counts() const;
    [[nodiscard]] bool writes() const; // any row is new or changed
    // The quarter whose numbers the import changes although it is over, and all later ones with it; none: it is
    // today's.
    [[nodiscard]] std::optional<Quarter> pastQuarter(QDate today) const;
    [[nodiscard]] QVariant value(const PlanRow &row, QStringView field) const;
    // The cell as it stands in the file, or as the user mended it.
    [[nodiscard]] QString cellText(const PlanRow &row, int field) const;
    [[nodiscard]] int columnOf(const PlanRow &row, int field) const; // in the file; -1: not from a column
};

// For all steps of an import, so that they say the same words.
[[nodiscard]] Error importCancelled();

} // namespace gridbook::exchange
