#pragma once
// A date that is known to the day, the month or the year. Old member files say "1978.7"; the precision is a fact and is
// kept. In the book it is stored as text of that precision ("1978", "1978-07", "1978-07-01"), which also sorts rightly.
#include <QDate>
#include <QMetaType>
#include <QString>
#include <compare>

namespace gridbook {

enum class DatePrecision { Day, Month, Year };

class PartialDate
{
public:
    PartialDate() = default; // null
    explicit PartialDate(QDate date, DatePrecision precision = DatePrecision::Day);
    // From the stored form; null if it is not one or not a real date.
    static PartialDate fromIso(QStringView iso);

    [[nodiscard]] bool isNull() const { return !m_date.isValid(); }
    [[nodiscard]] DatePrecision precision() const { return m_precision; }
    [[nodiscard]] QDate firstDay() const { return m_date; } // the first day that it can mean
    [[nodiscard]] QDate lastDay() const;                    // the last day that it can mean
    [[nodiscard]] QString toIso() const;                    // "1978", "1978-07", "1978-07-01", "" if null
    [[nodiscard]] QString toChinese() const;                // "1978年", "1978年7月", "1978年7月1日": for papers
    // Full years of age (周岁) at a day, counting from firstDay(); the birthday itself completes a year.
    [[nodiscard]] int yearsAt(QDate day) const;

    friend bool operator==(const PartialDate &, const PartialDate &) = default;
    friend auto operator<=>(const PartialDate &a, const PartialDate &b)
    {
        return a.m_date.toJulianDay() <=> b.m_date.toJulianDay();
    }

private:
    QDate m_date;
    DatePrecision m_precision = DatePrecision::Day;
};

} // namespace gridbook
Q_DECLARE_METATYPE(gridbook::PartialDate)
