#pragma once
// What a book holds on one day, read once and kept small, so that every figure, every cell of a table and the rows
// behind it come from the same reading: a cell is a test on a fact, its number how many facts pass it. Dated rows
// decide what is a fact (from inclusive, until exclusive); a date known to the month or year counts as its first day.
#include "core/base/progress.h"
#include "core/party/terms.h"
#include "core/registry/reader.h"
#include "core/rules/bandrules.h"
#include <array>
#include <optional>
#include <vector>

namespace gridbook {

enum class Sex : quint8 { Unknown, Male, Female };
enum class MemberCategory : quint8 { Unknown, Full, Probationary };
enum class Fact : quint8 { Unknown, No, Yes };

// A member whose relation lies with an organization of the book on the day.
struct MemberFact
{
    RowId member = 0;
    RowId org = 0;   // the branch
    RowId group = 0; // 0: none
    RowId grid = 0;
    RowId division = 0;         // of the grid
    std::array<char, 5> post{}; // code of workPost, ended by a zero
    Sex sex = Sex::Unknown;
    MemberCategory category = MemberCategory::Unknown;
    Fact minority = Fact::Unknown; // not Han
    bool taiwanese = false;        // 台湾省籍
    bool lost = false;
    bool mobile = false;
    bool hasId = false;
    qint8 state = 0;        // code of membershipState; 0: not entered, taken as normal
    bool registered = true; // on the roll (在册): not dead, expelled, transferred out …
    bool counted = true;    // in the statistics: on the roll, and membership not stopped
    // Places in Facts::bands; -1: unknown.
    qint8 ageBand = -1;
    qint8 joinBand = -1;
    qint8 standingBand = -1; // of full members; -1 also for probationary ones
    qint8 education = -1;

    [[nodiscard]] bool isPost(QByteArrayView prefix) const
    {
        return !prefix.isEmpty() && QByteArrayView(post.data()).startsWith(prefix);
    }
};

struct OrgFact
{
    RowId org = 0;
    RowId parent = 0; // 0: none in the book
    RowId grid = 0;
    QString name;
    QString type;
    bool functional = false; // holds no relations, in no statistics
    QString secretary;
    party::TermDates term; // of the latest session; elected is invalid: none entered
    int depth = 0;
};

// A number counted on a day: the snapshots it stands in, and what each says. Without any it was never recorded, which
// is not the same as none.
struct CountFact
{
    QList<RowId> snapshots;
    QList<qint64> values; // one for each snapshot
    QList<RowId> missing; // of a sum over grids: those never counted
    bool fromGrids = false;

    [[nodiscard]] bool isKnown() const { return !snapshots.isEmpty(); }
    [[nodiscard]] std::optional<qint64> number() const;
};

// Households and persons of a community or a grid.
struct PopulationFact
{
    CountFact registeredHouseholds;
    CountFact registeredPersons;
    CountFact residentHouseholds;
    CountFact residentPersons;
};

struct GridFact
{
    RowId grid = 0;
    RowId division = 0;
    QString community;
    QString name;
    QString code;
    QString kind;
    QString partyForm;
    QString leader;
    PopulationFact counted = {};
    [[nodiscard]] bool hasPartyForm() const { return !partyForm.isEmpty() && partyForm != u"none"; }
};

struct CommunityFact
{
    RowId division = 0;
    QString name;
    PopulationFact counted = {}; // its own count; where it has none, the sum of its grids
};

// A record that lies in a grid (a building, a worker) by its own id.
struct InGrid
{
    RowId id = 0;
    RowId grid = 0;
};

struct Facts
{
    QDate day;
    std::vector<MemberFact> members; // ascending by member
    bool rollBegun = false;          // a relation of somebody had begun by the day: no member then means none
    QList<OrgFact> orgs;             // superiors first, each followed by what is below it
    QList<GridFact> grids;           // by community and code
    QList<CommunityFact> communities;
    QList<RowId> residentGroups;
    QList<InGrid> buildings;
    QList<InGrid> gridWorkers; // posts of full-time and part-time grid workers
    double minHouseholds = 0;  // the band of resident households of a grid (FX18)
    double maxHouseholds = 0;
    int reminderMonths = 6;
    MemberBands bands; // those of the day

    [[nodiscard]] const OrgFact *org(RowId id) const;
    [[nodiscard]] const GridFact *grid(RowId id) const;
    // The organization itself and all below it.
    [[nodiscard]] QList<RowId> subtree(RowId org) const;
};

// Runs in the caller's transaction.
Result<Facts> readFacts(RegistryReader &reader, QDate day, const Progress &progress = {});

// The organisations of a day in the order of the tree, in which every paper lists them.
Result<QList<OrgFact>> readOrgs(RegistryReader &reader, QDate day);

// How many members are on the roll, without reading the facts: for trends.
Result<qint64> countRegistered(RegistryReader &reader, QDate day);

} // namespace gridbook
