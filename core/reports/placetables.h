#pragma once
// T1 grids and T2 organizations with their terms: one line for each record, each number a figure with its rows.
#include "core/reports/facts.h"
#include "core/reports/figure.h"

namespace gridbook {

inline constexpr QStringView gridTableId = u"T1";
inline constexpr QStringView orgTableId = u"T2";

// ---- T1 -------------------------------------------------------------------------------------------------------------

enum class BandMark { Within, Below, Above, NotCounted }; // resident households against the rule (FX18)

struct GridLine
{
    GridFact grid;
    qint64 members = 0; // on the roll
    qint64 workers = 0;
    qint64 buildings = 0;
    BandMark mark = BandMark::NotCounted;

    [[nodiscard]] std::optional<double> personsPerHousehold() const;
};

struct GridTable
{
    QDate day;
    QList<GridLine> lines;            // by community and code
    qint64 counted = 0;               // grids whose resident households were ever counted
    std::optional<qint64> households; // of these; nothing if none was
    std::optional<qint64> persons;
    qint64 members = 0;
    qint64 workers = 0;
    qint64 buildings = 0;
    qint64 withPartyForm = 0;
    qint64 outOfBand = 0;
    double minHouseholds = 0;
    double maxHouseholds = 0;

    [[nodiscard]] std::optional<double> coverage() const;            // grids with a Party form / grids
    [[nodiscard]] std::optional<double> householdsPerGrid() const;   // resident households / grids counted
    [[nodiscard]] std::optional<double> personsPerHousehold() const; // where both are counted
    // Keys of T1: the line is a grid or "total"; the column members, workers, buildings, households, persons or
    // outOfBand.
    [[nodiscard]] QString key(RowId grid, const QString &column) const;
};

GridTable gridTable(const Facts &facts);
bool isGridCell(const FigureKey &key, const Facts &facts); // of T1, on the day of the facts
FigureRows gridRows(const FigureKey &key, const Facts &facts);
QList<NearMiss> gridNearMisses(const FigureKey &key, const Facts &facts);
FigureRule gridRule(const FigureKey &key, const Facts &facts);

// ---- T2 -------------------------------------------------------------------------------------------------------------

struct OrgLine
{
    OrgFact org;
    qint64 members = 0;                              // on the roll, of the organization and all below it
    party::TermState state = party::TermState::None; // without a current term its dates in org are empty
    int months = 0;                                  // full months left; negative: full months overdue
    int days = 0;                                    // days left; negative: overdue
};

struct OrgTable
{
    QDate day;
    QList<OrgLine> lines; // without functional organizations
    [[nodiscard]] qint64 count(party::TermState state) const;
    // Keys of T2: the line is an organization, "total" or a term state; the column members or terms.
    [[nodiscard]] QString key(RowId org) const;
    [[nodiscard]] QString key(party::TermState state) const;
};

OrgTable orgTable(const Facts &facts);
bool isOrgCell(const FigureKey &key, const Facts &facts);
FigureRows orgRows(const FigureKey &key, const Facts &facts);
QList<NearMiss> orgNearMisses(const FigureKey &key, const Facts &facts);
FigureRule orgRule(const FigureKey &key, const Facts &facts);

} // namespace gridbook
