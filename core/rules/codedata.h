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
};

[[nodiscard]] std::span<const CodeSheet> personSheets(); // what a person has
[[nodiscard]] std::span<const CodeSheet> partySheets();  // organizations and membership
[[nodiscard]] std::span<const CodeSheet> placeSheets();  // divisions, grids, estates

} // namespace gridbook
