#include "core/text/chinesenumber.h"

namespace gridbook::text {

using namespace Qt::StringLiterals;

namespace {

int digitValue(QChar c)
{
    constexpr QStringView plain = u"〇一二三四五六七八九";
    constexpr QStringView capital = u"零壹贰叁肆伍陆柒捌玖";
    if (const auto at = plain.indexOf(c); at >= 0) {
        return int(at);
    }
    if (const auto at = capital.indexOf(c); at >= 0) {
        return int(at);
    }
    switch (c.unicode()) {
    case u'两':
    case u'貳':
        return 2;
    case u'○':
    case u'Ο':
        return 0;
    case u'参':
        return 3;
    default:
        return -1;
    }
}

int unitValue(QChar c)
{
    switch (c.unicode()) {
    case u'十':
    case u'拾':
        return 10;
    case u'百':
    case u'佰':
        return 100;
    case u'千':
    case u'仟':
        return 1000;
    default:
        return 0;
    }
}

std::optional<qint64> parsePositional(QStringView text)
{
    qint64 value = 0;
    for (const QChar c : text) {
        value = value * 10 + digitValue(c);
    }
    return value;
}

struct Numerals
{
    QStringView digits; // ten
    QStringView units;  // 个(blank) 十 百 千
    bool oneBeforeTen;  // 壹拾, but 十
};

constexpr Numerals plainNumerals{u"〇一二三四五六七八九", u" 十百千", false};
constexpr Numerals capitalNumerals{u"零壹贰叁肆伍陆柒捌玖", u" 拾佰仟", true};

// Four digits, without leading zero words: 1005 → 一千零五.
QString writeSection(int section, const Numerals &numerals)
{
    QString text;
    bool gap = false;
    for (int place = 3, power = 1000; place >= 0; --place, power /= 10) {
        const int digit = section / power % 10;
        if (digit == 0) {
            gap = !text.isEmpty();
            continue;
        }
        if (gap) {
            text += u'零';
            gap = false;
        }
        text += numerals.digits[digit];
        if (place > 0) {
            text += numerals.units[place];
        }
    }
    return text;
}

QString write(qint64 number, const Numerals &numerals)
{
    if (number == 0) {
        return QString(numerals.digits[0]);
    }
    QString text;
    quint64 rest = number < 0 ? 0 - quint64(number) : quint64(number);
    static const QStringList groups{QString(), u"万"_qs, u"亿"_qs, u"万亿"_qs, u"亿亿"_qs};
    bool gap = false;
    for (int group = 4; group >= 0; --group) {
        quint64 power = 1;
        for (int i = 0; i < group; ++i) {
            power *= 10000;
        }
        const int section = int(rest / power);
        rest %= power;
        if (section == 0) {
            gap = !text.isEmpty();
            continue;
        }
        if (!text.isEmpty() && (gap || section < 1000)) {
            text += u'零';
        }
        gap = false;
        text += writeSection(section, numerals) + groups[group];
    }
    if (!numerals.oneBeforeTen && text.startsWith(u"一十")) {
        text.remove(0, 1);
    }
    return number < 0 ? u'负' + text : text;
}

QString writeDigits(qint64 number, QStringView digits)
{
    QString text = QString::number(number);
    for (QChar &c : text) {
        if (c.isDigit()) {
            c = digits[c.digitValue()];
        }
    }
    return text;
}

} // namespace

std::optional<qint64> parseHanNumber(QStringView text)
{
    if (text.isEmpty() || text.size() > 24) {
        return std::nullopt;
    }
    bool positional = true;
    for (const QChar c : text) {
        positional = positional && digitValue(c) >= 0;
    }
    if (positional) {
        return text.size() <= 18 ? parsePositional(text) : std::nullopt;
    }
    qint64 total = 0;   // whole 亿
    qint64 group = 0;   // below 亿, whole 万
    qint64 section = 0; // below 万
    int digit = -1;     // not yet multiplied
    int lastUnit = 10000;
    for (const QChar c : text) {
        if (c == u'廿' || c == u'卅') {
            if (digit >= 0 || section != 0) {
                return std::nullopt;
            }
            section = c == u'廿' ? 20 : 30;
            lastUnit = 10;
        } else if (const int value = digitValue(c); value >= 0) {
            if (digit > 0) {
                return std::nullopt; // 二三十 is no number
            }
            digit = value;
        } else if (const int unit = unitValue(c); unit > 0) {
            if (unit >= lastUnit || (digit < 0 && unit != 10)) {
                return std::nullopt; // 十百, 百 alone
            }
            section += qint64(digit <= 0 ? 1 : digit) * unit;
            lastUnit = unit;
            digit = -1;
        } else if (c == u'万' || c == u'亿') {
            section += digit > 0 ? digit : 0;
            if (section == 0 && group == 0) {
                return std::nullopt;
            }
            if (c == u'万') {
                group += section * 10000;
            } else {
                total += (group + section) * 100000000;
                group = 0;
            }
            section = 0;
            digit = -1;
            lastUnit = 10000;
        } else {
            return std::nullopt;
        }
    }
    return total + group + section + (digit > 0 ? digit : 0);
}

QString toHan(qint64 number)
{
    return write(number, plainNumerals);
}

QString toHanDigits(qint64 number)
{
    return writeDigits(number, plainNumerals.digits);
}

QString toCapital(qint64 number)
{
    return write(number, capitalNumerals);
}

QString toCapitalDigits(qint64 number)
{
    return writeDigits(number, capitalNumerals.digits);
}

QString capitalYearMonth(QDate date)
{
    // A zero before one numeral, so that nothing can be put before it.
    const QString month = toCapital(date.month());
    return toCapitalDigits(date.year()) + u'年' + (month.size() == 1 ? u"零"_qs : QString()) + month + u'月';
}

QString capitalDate(QDate date)
{
    const QString day = toCapital(date.day());
    return capitalYearMonth(date) + (day.size() == 1 ? u"零"_qs : QString()) + day + u'日';
}

QString capitalAmount(Money amount)
{
    const qint64 magnitude = amount.fen() < 0 ? -amount.fen() : amount.fen();
    const qint64 yuan = magnitude / 100;
    const int jiao = int(magnitude / 10 % 10);
    const int fen = int(magnitude % 10);
    QString text = amount.fen() < 0 ? u"负"_qs : QString();
    if (yuan > 0 || magnitude == 0) {
        text += toCapital(yuan) + u'元';
    }
    if (jiao == 0 && fen == 0) {
        return text + u'整';
    }
    const auto digit = [](int value) { return capitalNumerals.digits[value]; };
    if (jiao > 0) {
        text += digit(jiao);
        text += u'角';
    } else if (yuan > 0) {
        text += u'零';
    }
    if (fen > 0) {
        text += digit(fen);
        text += u'分';
    }
    return text;
}

} // namespace gridbook::text
