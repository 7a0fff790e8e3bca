#pragma once
// Number formats of .xlsx: the only thing that tells a date from a number (ECMA-376 part 1, 18.8.30 and 18.8.31, with
// the East Asian formats 27-36 and 50-58 as Chinese Excel uses them).
#include "core/exchange/sheet.h"

namespace gridbook::exchange {

struct NumberFormat
{
    bool year = false;
    bool month = false;
    bool day = false;
    bool time = false;    // hours, minutes or seconds
    bool elapsed = false; // [h]:mm, hours that go on past 24
    [[nodiscard]] bool isDate() const { return year || month || day; }
    friend bool operator==(const NumberFormat &, const NumberFormat &) = default;
};

[[nodiscard]] NumberFormat builtinFormat(int id); // all false: a plain number
[[nodiscard]] NumberFormat parseFormat(QStringView code);

// What the cell shows: a number, a date or a time. digits = the number as the file writes it.
[[nodiscard]] Cell cellOfNumber(double value, QStringView digits, const NumberFormat &format, bool since1904);

} // namespace gridbook::exchange
