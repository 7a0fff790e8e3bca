#pragma once
// The rows of the code tables; only codetables.cpp reads them.
#include <QStringView>
#include <span>

namespace gridbook {

struct CodeRow
{
    QStringView code;
    QStringView zh;
    QStringView en;
    QStringView synonyms = {}; // separated by |
    QStringView tags = {};     // separated by blanks
};

struct CodeSheet
{
    QStringView id;
    QStringView zh;
    QStringView en;
    std::span<const CodeRow> rows;
    // What may stand in brackets behind an entry, separated by |: whole remarks that say nothing against it (函授), and
    // words that do (在读), so that the entry before the brackets is not what is meant.
    QStringView plainRemarks = {};
    QStringView contraryRemarks = {};
};

[[nodiscard]] std::span<const CodeSheet> personSheets(); // what a person has
[[nodiscard]] std::span<const CodeSheet> partySheets();  // organizations and membership
[[nodiscard]] std::span<const CodeSheet> placeSheets();  // divisions, grids, estates

} // namespace gridbook
