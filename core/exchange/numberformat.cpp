#include "core/exchange/numberformat.h"
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

namespace {

constexpr NumberFormat kYearMonthDay{.year = true, .month = true, .day = true};
constexpr NumberFormat kYearMonth{.year = true, .month = true};
constexpr NumberFormat kMonthDay{.month = true, .day = true};
constexpr NumberFormat kTime{.time = true};

// The letters of a format that carry meaning, in order: literals, escapes, colours, locales and paddings are left out,
// and only the first section counts (the others are for negative numbers, zero and text). An elapsed [h] becomes 'E'.
QString meaningfulLetters(QStringView code)
{
    QString letters;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const char16_t c = code[i].unicode();
        if (c == u';') {
            break;
        }
        if (c == u'"') {
            i = code.indexOf(u'"', i + 1);
            if (i < 0) {
                break;
            }
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else if (c == u'[') {
            const qsizetype end = code.indexOf(u']', i);
            if (end < 0) {
                break;
            }
            const QStringView inner = code.mid(i + 1, end - i - 1);
            constexpr QStringView elapsed = u"hHmMsS";
            if (!inner.isEmpty() && elapsed.contains(inner[0]) &&
                inner.count(inner[0], Qt::CaseInsensitive) == inner.size()) {
                letters += u'E';
            }
            i = end;
        } else {
            const QStringView rest = code.mid(i);
            if (rest.startsWith("general"_L1, Qt::CaseInsensitive)) {
                i += 6;
            } else if (rest.startsWith("am/pm"_L1, Qt::CaseInsensitive)) {
                letters += u'h';
                i += 4;
            } else if (rest.startsWith("a/p"_L1, Qt::CaseInsensitive)) {
                letters += u'h';
                i += 2;
            } else {
                letters += QChar(c).toLower();
            }
        }
    }
    return letters;
}

// Serial days to a moment; invalid when Excel itself would show no date (negative, beyond 9999, the 29th of February
// 1900, which never was but which Lotus and Excel count).
QDateTime momentOf(double serial, bool since1904)
{
    if (!std::isfinite(serial) || serial < 0 || serial >= 2'958'466) {
        return {};
    }
    auto days = static_cast<qint64>(std::floor(serial));
    qint64 seconds = std::llround((serial - std::floor(serial)) * 86400);
    if (seconds == 86400) {
        ++days;
        seconds = 0;
    }
    QDate first(1904, 1, 1);
    if (!since1904) {
        if (days < 1 || days == 60) {
            return {};
        }
        first = days < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    }
    const QDate day = first.addDays(days);
    return day.year() > 9999 ? QDateTime() : QDateTime(day, QTime(0, 0), Qt::UTC).addSecs(seconds);
}

QString timeText(double value, bool elapsed)
{
    const double part = elapsed ? value : value - std::floor(value);
    const qint64 seconds = std::llround(part * 86400);
    QString text =
        u"%1:%2"_s.arg(elapsed ? seconds / 3600 : seconds / 3600 % 24).arg(seconds / 60 % 60, 2, 10, QChar(u'0'));
    if (seconds % 60 != 0) {
        text += u":%1"_s.arg(seconds % 60, 2, 10, QChar(u'0'));
    }
    return text;
}

QString dateText(const QDateTime &moment, const NumberFormat &format)
{
    // A format without a year ("7月1日") still holds one: nothing is gained by losing it.
    const bool day = format.day || !format.year;
    QString text = moment.toString(day ? u"yyyy-MM-dd" : format.month ? u"yyyy-MM" : u"yyyy");
    if (day && format.time && moment.time() != QTime(0, 0)) {
        text += moment.toString(moment.time().second() != 0 ? u" HH:mm:ss" : u" HH:mm");
    }
    return text;
}

QString numberText(double value, QStringView digits)
{
    const QStringView body = digits.startsWith(u'-') ? digits.mid(1) : digits;
    const bool whole =
        !body.isEmpty() && std::all_of(body.begin(), body.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (whole) {
        return digits.toString(); // a citizen id typed as a number may have more digits here than a double holds
    }
    if (value == std::floor(value) && std::fabs(value) < 1e21) {
        if (std::fabs(value) < 1e15) {
            return QString::number(value, 'f', 0);
        }
        // Fifteen digits are all that Excel keeps and shows; the rest are noughts, not the noise of the double.
        const QString scientific = QString::number(std::fabs(value), 'e', 14);
        const auto exponent = scientific.mid(scientific.indexOf(u'e') + 1).toInt();
        QString text = scientific[0] + scientific.mid(2, 14) + QString(exponent - 14, u'0');
        return value < 0 ? QString(u'-' + text) : text;
    }
    QString text = QString::number(value, 'g', 15); // the digits that Excel shows; the file has 0.10000000000000001
    if (text.contains(u'e') && std::fabs(value) >= 1e-15 && std::fabs(value) < 1) {
        text = QString::number(value, 'f', 20);
        while (text.endsWith(u'0')) {
            text.chop(1);
        }
    }
    return text;
}

} // namespace

NumberFormat builtinFormat(int id)
{
    switch (id) {
    case 14:
    case 15:
    case 30:
    case 31:
        return kYearMonthDay;
    case 16:
    case 28:
    case 29:
    case 51:
    case 53:
    case 54:
    case 58:
        return kMonthDay;
    case 17:
    case 27:
    case 36:
    case 50:
    case 52:
    case 57:
        return kYearMonth;
    case 18:
    case 19:
    case 20:
    case 21:
    case 32:
    case 33:
    case 34:
    case 35:
    case 45:
    case 47:
    case 55:
    case 56:
        return kTime;
    case 22:
        return {.year = true, .month = true, .day = true, .time = true};
    case 46:
        return {.time = true, .elapsed = true};
    default:
        return {};
    }
}

NumberFormat parseFormat(QStringView code)
{
    const QString letters = meaningfulLetters(code);
    const bool digits = letters.contains(u'0') || letters.contains(u'#') || letters.contains(u'?');
    NumberFormat format;
    QChar before; // the last date letter, to tell months from minutes
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const QChar c = letters[i];
        if (c == u'm') {
            const qsizetype begin = i;
            while (i + 1 < letters.size() && letters[i + 1] == u'm') {
                ++i;
            }
            qsizetype next = i + 1;
            while (next < letters.size() && letters[next].isPunct()) {
                ++next;
            }
            const bool minutes = before == u'h' || before == u'E' || (next < letters.size() && letters[next] == u's');
            (minutes && i - begin < 2 ? format.time : format.month) = true;
            before = minutes ? u's' : u'm';
        } else if (c == u'y' || (!digits && (c == u'e' || c == u'b'))) {
            format.year = true; // e: the year in Chinese and Japanese formats; b: the Buddhist year
            before = u'y';
        } else if (c == u'd' || (!digits && letters.mid(i).startsWith("aaa"_L1))) {
            format.day = true; // aaa, aaaa: the day of the week
            before = u'd';
            i += c == u'a' ? 2 : 0;
        } else if (c == u'h' || c == u's' || c == u'E') {
            format.time = true;
            format.elapsed = format.elapsed || c == u'E';
            before = c;
        }
    }
    return format;
}

Cell cellOfNumber(double value, QStringView digits, const NumberFormat &format, bool since1904)
{
    if (format.isDate()) {
        if (const QDateTime moment = momentOf(value, since1904); moment.isValid()) {
            Cell cell;
            cell.kind = CellKind::Date;
            cell.number = value;
            cell.date = moment;
            cell.text = dateText(moment, format);
            return cell;
        }
    } else if (format.time && value >= 0 && value < 2'958'466) {
        Cell cell = Cell::ofText(timeText(value, format.elapsed));
        cell.number = value;
        return cell;
    }
    return Cell::ofNumber(value, numberText(value, digits));
}

} // namespace gridbook::exchange
