#pragma once
// Pinyin for sorting and for search as one types. Without tones; ü is v, as it is typed (lv, nv). The table holds every
// reading; surnames that read differently (单 shan, 解 xie, 尉迟 yuchi) come first when they stand where a surname
// does, as do words in other texts (长江 chang, 银行 hang). Sort by a stored key of this kind: the order that a
// system's collator gives to names differs from machine to machine.
#include <QString>
#include <QStringList>

namespace gridbook::text {

struct NameKey
{
    QString pinyin;          // "chen yong jun"
    QString sortKey;         // by pinyin, the same character together: all 黎 before all 李; plain code-point order
    QString initials;        // "cyj"
    QStringList pinyins;     // without blanks, every combination of readings, the likeliest first; at most 16
    QStringList allInitials; // the initials of these, each once
};

// The key of a person's name.
[[nodiscard]] NameKey nameKey(QStringView name);
// The key of any other text (units, grids, estates): words instead of surnames, and numbers sort by value.
[[nodiscard]] NameKey textKey(QStringView text);

// All readings of a character, the most customary one first; empty if it has none.
[[nodiscard]] QStringList readingsOf(char32_t character);

} // namespace gridbook::text
