#pragma once
// Dates as people and spreadsheets write them. A date keeps the precision it was written with; what can be read in two
// ways is read in the likelier one, marked ambiguous, and told in words so that somebody can confirm it.
#include "core/base/partialdate.h"
#include "core/base/result.h"
#include <optional>

namespace gridbook::text {

struct ParsedDate
{
    PartialDate date;
    bool ambiguous = false;
    QString note; // why it is ambiguous and how it was read, for the user
};

// 2021-07-01, 2021/7/1, 2021.7, 2021.07.01, 20210701, 202107, 2021, 2021年7月1日, 2021年7月, 1978.10., 一九七八年十月,
// 二〇二一年七月一日, 78.10 (two digits: up to today's year 20xx, else 19xx), 44378 (serial number), with blanks,
// full-width characters and a time of day behind. Error: not a date, or a day that does not exist, with the reason.
[[nodiscard]] Result<ParsedDate> parseDate(QStringView raw, QDate today);

// A numeric cell that is not formatted as a date: 44378, 20210701, 202107, 2021, 2021.07; 2021.1 can be January or an
// October that lost its zero. date1904: the workbook counts from 1904.
[[nodiscard]] Result<ParsedDate> dateFromNumber(double value, QDate today, bool date1904 = false);

// Text of a file without cell types (CSV): as parseDate(), but 2021.1 can be an October that lost its zero on the way
// out of a spreadsheet.
[[nodiscard]] Result<ParsedDate> dateFromUntypedText(QStringView raw, QDate today);

// The day of a spreadsheet serial number (44378 = 2021-07-01; the fraction is the time). The system of 1900 has a
// 29 February 1900 (60) that never was: nothing for that and for numbers outside 1..2958465.
[[nodiscard]] std::optional<QDate> dateFromSerial(double serial, bool date1904 = false);

} // namespace gridbook::text
