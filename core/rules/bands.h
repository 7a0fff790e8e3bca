#pragma once
// The bands of the Party's annual tables, as data: ages, years of standing, dates of joining. Both ends are inclusive;
// an open end has no value.
#include "core/base/partialdate.h"
#include "core/base/term.h"
#include <QList>
#include <optional>

namespace gridbook {

template <typename Value>
struct Band
{
    Term label;
    std::optional<Value> from;
    std::optional<Value> to;
    [[nodiscard]] bool contains(const Value &value) const { return (!from || value >= *from) && (!to || value <= *to); }
};

template <typename Value>
struct Bands
{
    Term term;
    QList<Band<Value>> bands; // ascending, without gaps or overlaps
    // The place of the band that holds the value; -1 if none does (a negative age).
    [[nodiscard]] qsizetype indexOf(const Value &value) const
    {
        for (qsizetype i = 0; i < bands.size(); ++i) {
            if (bands[i].contains(value)) {
                return i;
            }
        }
        return -1;
    }
    [[nodiscard]] const Band<Value> *bandOf(const Value &value) const
    {
        const qsizetype at = indexOf(value);
        return at < 0 ? nullptr : &bands[at];
    }
};

using NumberBands = Bands<int>;
using DateBands = Bands<QDate>;

// sheet 2: full years at the day of the report, ten bands
[[nodiscard]] NumberBands memberAgeBands(const QList<int> &starts = {31, 36, 41, 46, 51, 56, 61, 66, 71});
[[nodiscard]] NumberBands broadAgeBands();       // sheet 6: five bands
[[nodiscard]] NumberBands developmentAgeBands(); // sheets 15 to 20: new members, six bands
// sheet 43: full years since becoming a full member, five bands
[[nodiscard]] NumberBands standingBands(const QList<int> &starts = {1, 6, 11, 21});
[[nodiscard]] DateBands joinDateBands(); // sheet 3: nine periods of the Party's history

// A date known to the month or year can lie in two bands: first is the band of its first day, and certain tells whether
// its last day lies in the same.
struct DateBandPlace
{
    qsizetype first = -1;
    bool certain = true;
};
[[nodiscard]] DateBandPlace placeOf(const PartialDate &date, const DateBands &bands);

} // namespace gridbook
