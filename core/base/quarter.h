#pragma once
// A calendar quarter: the unit in which communities report (SN4). Half open: begin() inclusive, end() exclusive.
#include "core/base/result.h"
#include <QDate>
#include <QString>
#include <compare>

namespace gridbook {

class Quarter
{
public:
    Quarter(int year, int number) : m_year(year), m_number(number) {} // number 1..4
    static Quarter of(QDate day) { return {day.year(), (day.month() + 2) / 3}; }
    static Result<Quarter> parse(QStringView text); // "2026Q3", "2026-Q3", "2026年第三季度", "2026年第3季度"

    [[nodiscard]] int year() const { return m_year; }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] QDate begin() const { return {m_year, m_number * 3 - 2, 1}; } // first day
    [[nodiscard]] QDate end() const { return begin().addMonths(3); }            // first day of the next one
    [[nodiscard]] QDate lastDay() const { return end().addDays(-1); }
    [[nodiscard]] Quarter previous() const { return of(begin().addDays(-1)); }
    [[nodiscard]] Quarter next() const { return of(end()); }
    [[nodiscard]] Quarter sameLastYear() const { return {m_year - 1, m_number}; }
    [[nodiscard]] QString toString() const;  // "2026Q3"
    [[nodiscard]] QString toChinese() const; // "2026年第三季度"

    friend auto operator<=>(const Quarter &, const Quarter &) = default;

private:
    int m_year;
    int m_number;
};

// A span of days, from inclusive, until exclusive; an invalid until is open.
struct Period
{
    QDate from;
    QDate until;
    [[nodiscard]] bool contains(QDate day) const { return day >= from && (!until.isValid() || day < until); }
    friend bool operator==(const Period &, const Period &) = default;
};

} // namespace gridbook
