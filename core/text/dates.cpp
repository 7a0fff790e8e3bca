#include "core/text/dates.h"
#include "core/text/chinesenumber.h"
#include "core/text/normalise.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <cmath>

namespace gridbook::text {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstYear = 1850;
constexpr int lastYear = 2100;

Error wrongDate(const QString &message)
{
    return {ErrorKind::Invalid, message, {}};
}

Error notADate(QStringView raw)
{
    return wrongDate(raw.isEmpty() ? QCoreApplication::translate("Dates", "The date is missing.")
                                   : QCoreApplication::translate(
                                         "Dates", "“%1” is not a date. Write it as 2021-07-01, or 2021-07 if the "
                                                  "day is not known.")
                                         .arg(raw));
}

// A date of three numbers; a month or day of 0 means "not known" (old files write 1978.10.00).
Result<ParsedDate> compose(int year, int month, int day, QStringView raw)
{
    if (year < firstYear || year > lastYear) {
        return wrongDate(QCoreApplication::translate("Dates", "“%1”: the year %2 cannot be right. Correct the date.")
                             .arg(raw)
                             .arg(year));
    }
    if (month == 0 && day == 0) {
        return ParsedDate{PartialDate(QDate(year, 1, 1), DatePrecision::Year), false, {}};
    }
    if (month < 1 || month > 12) {
        return wrongDate(
            QCoreApplication::translate("Dates", "“%1”: there is no month %2. Correct the date.").arg(raw).arg(month));
    }
    if (day == 0) {
        return ParsedDate{PartialDate(QDate(year, month, 1), DatePrecision::Month), false, {}};
    }
    const int days = QDate(year, month, 1).daysInMonth();
    if (day > days) {
        return wrongDate(
            QCoreApplication::translate("Dates", "“%1”: month %2 of %3 has only %4 days. Correct the date.")
                .arg(raw)
                .arg(month)
                .arg(year)
                .arg(days));
    }
    return ParsedDate{PartialDate(QDate(year, month, day)), false, {}};
}

Result<ParsedDate> ambiguous(Result<ParsedDate> date, const QString &note)
{
    if (date) {
        date->ambiguous = true;
        date->note = note.arg(date->date.toIso());
    }
    return date;
}

int centuryOf(int twoDigits, QDate today)
{
    return (twoDigits <= today.year() % 100 ? today.year() / 100 : today.year() / 100 - 1) * 100 + twoDigits;
}

QString twoDigitNote()
{
    return QCoreApplication::translate("Dates", "The year has two digits; it was read as %1. Please confirm.");
}

QString trimmedZeroNote()
{
    return QCoreApplication::translate("Dates",
                                       "A number cell cannot hold the last zero, so this can be January or October; "
                                       "it was read as %1. Please confirm.");
}

Result<ParsedDate> fromEightDigits(QStringView digits, QStringView raw)
{
    return compose(digits.first(4).toInt(), digits.mid(4, 2).toInt(), digits.last(2).toInt(), raw);
}

// 202107, or 780701 with a two-digit year.
Result<ParsedDate> fromSixDigits(QStringView digits, QDate today, QStringView raw)
{
    auto month = compose(digits.first(4).toInt(), digits.last(2).toInt(), 0, raw);
    const auto day = ambiguous(
        compose(centuryOf(digits.first(2).toInt(), today), digits.mid(2, 2).toInt(), digits.last(2).toInt(), raw),
        twoDigitNote());
    const bool bareYear = digits.endsWith(u"00");
    if (month && !bareYear) {
        // 190512 can be May 1905 or 12 May 2019; people in a roster were seldom born before 1920.
        return month->date.firstDay().year() >= 1920 || !day
                   ? month
                   : ambiguous(std::move(month),
                               QCoreApplication::translate(
                                   "Dates", "The six digits were read as year and month, %1. Please confirm."));
    }
    return day && !bareYear ? day : month;
}

Result<ParsedDate> fromSerialText(double serial, bool date1904, QStringView raw)
{
    const auto day = dateFromSerial(serial, date1904);
    if (!day || day->year() < firstYear || day->year() > lastYear) {
        return notADate(raw);
    }
    return ParsedDate{PartialDate(*day), false, {}};
}

// 一九七八年十月 → 1978年10月; the Han numerals of each part become digits. Text that is no such date stays.
QString withArabicDigits(const QString &text)
{
    static const QRegularExpression numerals(u"[〇零○一二三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾]+"_qs);
    static const QRegularExpression tens(u"[十廿卅拾]"_qs);
    QString result;
    qsizetype from = 0;
    for (auto matches = numerals.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const auto value = parseHanNumber(match.captured());
        if (!value) {
            return text;
        }
        result += QStringView(text).mid(from, match.capturedStart() - from);
        // 〇五年 keeps its two digits.
        const bool positional = !match.captured().contains(tens);
        result += QStringLiteral("%1").arg(*value, positional ? int(match.capturedLength()) : 0, 10, QLatin1Char('0'));
        from = match.capturedEnd();
    }
    return result + QStringView(text).mid(from);
}

// Half-width, no blanks, no time of day, 年月日 as dots, no punctuation at the end.
QString canonical(QStringView raw)
{
    static const QRegularExpression timeOfDay(u"(?<=\\d)[T ]+\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z?$"_qs);
    QString text = tidied(toHalfWidth(raw));
    text.remove(timeOfDay);
    text = codeText(text);
    text = withArabicDigits(text);
    text.replace(u"月份"_qs, u"月"_qs);
    for (QChar &c : text) {
        if (QStringView(u"年月/。·-–—−_,,、").contains(c)) {
            c = u'.';
        }
    }
    while (!text.isEmpty() && QStringView(u".日号").contains(text.back())) {
        text.chop(1);
    }
    return text;
}

Result<ParsedDate> fromParts(const QRegularExpressionMatch &match, QDate today, QStringView raw)
{
    const QString year = match.captured(1);
    const int month = match.captured(2).toInt();
    const int day = match.captured(3).toInt();
    return year.size() == 4 ? compose(year.toInt(), month, day, raw)
                            : ambiguous(compose(centuryOf(year.toInt(), today), month, day, raw), twoDigitNote());
}

// 7/1/2021: month first as spreadsheets write it, unless that cannot be.
Result<ParsedDate> fromYearLast(const QRegularExpressionMatch &match, QDate today, QStringView raw)
{
    int month = match.captured(1).toInt();
    int day = match.captured(2).toInt();
    const QString digits = match.captured(3);
    const int year = digits.size() == 4 ? digits.toInt() : centuryOf(digits.toInt(), today);
    const bool both = month <= 12 && day <= 12 && month != day;
    if (month > 12) {
        std::swap(month, day);
    }
    const auto date = compose(year, month, day, raw);
    return both || digits.size() == 2
               ? ambiguous(date,
                           QCoreApplication::translate("Dates", "Month and day or the century can be read in two ways; "
                                                                "it was read as %1. Please confirm."))
               : date;
}

} // namespace

std::optional<QDate> dateFromSerial(double serial, bool date1904)
{
    constexpr double lastSerial = 2958465; // 9999-12-31
    if (!(serial >= (date1904 ? 0 : 1)) || serial >= lastSerial + 1) {
        return std::nullopt;
    }
    const auto days = qint64(std::floor(serial));
    if (date1904) {
        return QDate(1904, 1, 1).addDays(days);
    }
    constexpr qint64 phantom = 60; // 1900-02-29
    if (days == phantom) {
        return std::nullopt;
    }
    return QDate(1899, 12, days < phantom ? 31 : 30).addDays(days);
}

Result<ParsedDate> parseDate(QStringView raw, QDate today)
{
    static const QRegularExpression parts(u"^(\\d{4}|\\d{2})\\.+(\\d{1,2})(?:\\.+(\\d{1,2}))?$"_qs);
    static const QRegularExpression yearLast(u"^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})$"_qs);
    static const QRegularExpression monthJoined(u"^(\\d{4})\\.(\\d{2})(\\d{2})$"_qs);
    static const QRegularExpression onlyDigits(u"^\\d+$"_qs);
    const QString text = canonical(raw);
    for (const auto *shape : {&parts, &monthJoined}) {
        if (const auto match = shape->match(text); match.hasMatch()) {
            return fromParts(match, today, raw);
        }
    }
    if (const auto match = yearLast.match(text); match.hasMatch()) {
        return fromYearLast(match, today, raw);
    }
    if (!onlyDigits.match(text).hasMatch()) {
        return notADate(raw);
    }
    switch (text.size()) {
    case 8:
        return fromEightDigits(text, raw);
    case 6:
        return fromSixDigits(text, today, raw);
    case 5:
        return ambiguous(
            fromSerialText(text.toDouble(), false, raw),
            QCoreApplication::translate("Dates", "A spreadsheet's day number; it was read as %1. Please confirm."));
    case 4:
        return compose(text.toInt(), 0, 0, raw);
    case 2:
        return toHalfWidth(raw).contains(u'年')
                   ? ambiguous(compose(centuryOf(text.toInt(), today), 0, 0, raw), twoDigitNote())
                   : notADate(raw);
    default:
        return notADate(raw);
    }
}

Result<ParsedDate> dateFromUntypedText(QStringView raw, QDate today)
{
    static const QRegularExpression trimmedZero(u"^(\\d{4}|\\d{2})\\.1$"_qs);
    const auto date = parseDate(raw, today);
    return trimmedZero.match(codeText(raw)).hasMatch() ? ambiguous(date, trimmedZeroNote()) : date;
}

Result<ParsedDate> dateFromNumber(double value, QDate today, bool date1904)
{
    const QString raw = QString::number(value, 'g', 12);
    if (!(value > 0) || !std::isfinite(value)) {
        return notADate(raw);
    }
    const double whole = std::floor(value);
    const bool isWhole = whole == value;
    if (isWhole && whole >= 1e7 && whole < 1e8) {
        return fromEightDigits(QString::number(qint64(whole)), raw);
    }
    // Six digits are a year and month, not a day in the years 2173 to 4637.
    if (isWhole && whole >= 1e5 && whole < 1e6) {
        return fromSixDigits(QString::number(qint64(whole)), today, raw);
    }
    const bool yearFirst = whole >= firstYear && whole <= lastYear;
    if (yearFirst && isWhole) {
        return compose(int(whole), 0, 0, raw);
    }
    if (yearFirst || (!isWhole && whole < 100)) {
        const auto date = parseDate(raw, today);
        return raw.endsWith(u".1") ? ambiguous(date, trimmedZeroNote()) : date;
    }
    return fromSerialText(value, date1904, raw);
}

} // namespace gridbook::text
