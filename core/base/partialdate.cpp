#include "core/base/partialdate.h"
#include <QCalendar>
#include <array>

namespace gridbook {

PartialDate::PartialDate(QDate date, DatePrecision precision) : m_date(date), m_precision(precision)
{
    if (m_date.isValid() && precision != DatePrecision::Day) {
        m_date = QDate(date.year(), precision == DatePrecision::Year ? 1 : date.month(), 1);
    }
}

PartialDate PartialDate::fromIso(QStringView iso)
{
    const auto number = [&](qsizetype from, qsizetype length) {
        bool ok = false;
        const int value = iso.mid(from, length).toInt(&ok);
        return ok ? value : 0;
    };
    switch (iso.size()) {
    case 4:
        return PartialDate(QDate(number(0, 4), 1, 1), DatePrecision::Year);
    case 7:
        return iso[4] == u'-' ? PartialDate(QDate(number(0, 4), number(5, 2), 1), DatePrecision::Month) : PartialDate();
    case 10:
        return iso[4] == u'-' && iso[7] == u'-' ? PartialDate(QDate(number(0, 4), number(5, 2), number(8, 2)))
                                                : PartialDate();
    default:
        return {};
    }
}

QDate PartialDate::lastDay() const
{
    switch (m_precision) {
    case DatePrecision::Year:
        return m_date.isValid() ? QDate(m_date.year(), 12, 31) : m_date;
    case DatePrecision::Month:
        return m_date.isValid() ? m_date.addMonths(1).addDays(-1) : m_date;
    case DatePrecision::Day:
        break;
    }
    return m_date;
}

QString PartialDate::toIso() const
{
    const auto parts = QCalendar(QCalendar::System::Gregorian).partsFromDate(m_date); // all three in one reckoning
    if (!parts.isValid() || parts.year < 0 || parts.year > 9999) {
        return {};
    }
    // By hand: an import writes a million of them, and QDate::toString() goes through the machinery of formats.
    const auto put = [](char16_t *end, int value, int digits) {
        for (; digits > 0; --digits, value /= 10) {
            *--end = static_cast<char16_t>(u'0' + value % 10);
        }
    };
    std::array<char16_t, 10> iso{u'0', u'0', u'0', u'0', u'-', u'0', u'0', u'-', u'0', u'0'};
    put(iso.data() + 4, parts.year, 4);
    put(iso.data() + 7, parts.month, 2);
    put(iso.data() + 10, parts.day, 2);
    const int length = m_precision == DatePrecision::Day ? 10 : m_precision == DatePrecision::Month ? 7 : 4;
    return QString(reinterpret_cast<const QChar *>(iso.data()), length);
}

QString PartialDate::toChinese() const
{
    if (isNull()) {
        return {};
    }
    QString text = QString::number(m_date.year()) + u'年';
    if (m_precision != DatePrecision::Year) {
        text += QString::number(m_date.month()) + u'月';
    }
    if (m_precision == DatePrecision::Day) {
        text += QString::number(m_date.day()) + u'日';
    }
    return text;
}

int PartialDate::yearsAt(QDate day) const
{
    int years = day.year() - m_date.year();
    if (day.month() < m_date.month() || (day.month() == m_date.month() && day.day() < m_date.day())) {
        --years;
    }
    return years;
}

} // namespace gridbook
