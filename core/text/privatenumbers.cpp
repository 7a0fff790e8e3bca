#include "core/text/privatenumbers.h"
#include "core/text/citizenid.h"
#include "core/text/normalise.h"
#include "core/text/phone.h"
#include <QRegularExpression>

namespace gridbook::text {

using namespace Qt::StringLiterals;

namespace {

struct Found
{
    qsizetype at = 0;
    qsizetype length = 0;
    bool isId = false;
};

// Nearly all texts hold too few digits: they are told apart without a pattern.
bool mayHold(QStringView text)
{
    int digits = 0;
    for (const QChar c : text) {
        digits += c.isDigit() ? 1 : 0;
    }
    return digits >= 10; // the shortest is 010-1234567
}

bool isBirth(const QString &digits)
{
    const QDate day = QDate::fromString(digits, u"yyyyMMdd"_qs);
    return day.isValid() && day.year() >= 1880 && day.year() < 2100;
}

bool isRealId(const QString &number)
{
    if (number.size() == 18) { // also with a mistyped digit: the birth date tells it from a code
        return isBirth(number.mid(6, 8));
    }
    // Codes of grids have 15 digits too: no province, or a community where the year of birth would stand.
    const int province = number.left(2).toInt();
    return province >= 11 && province <= 82 && number.mid(6, 2) != u"00" && isBirth(u"19"_qs + number.mid(6, 6));
}

QList<Found> find(const QString &text)
{
    if (!mayHold(text)) {
        return {};
    }
    static const QRegularExpression pattern(
        u"(?<![0-9A-Za-z])(?:(?<id>[0-9]{17}[0-9Xx]|[0-9]{15})|(?:\\+?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2}|"
        "(?:0[0-9]{2,3} ?[-\\x{2010}-\\x{2015}\\x{2212}]+ ?|\\(0[0-9]{2,3}\\) ?)[0-9]{7,8})(?![0-9A-Za-z])"_qs);
    QList<Found> found;
    auto matches = pattern.globalMatch(toHalfWidth(text)); // keeps every character at its place
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString id = match.captured(u"id");
        if (id.isEmpty() || isRealId(id)) {
            found.append({match.capturedStart(), match.capturedLength(), !id.isEmpty()});
        }
    }
    return found;
}

} // namespace

bool holdsPrivateNumber(QStringView text)
{
    return mayHold(text) && !find(text.toString()).isEmpty();
}

SplitText withoutPrivateNumbers(const QString &text)
{
    const QList<Found> found = find(text);
    SplitText split{text, {}};
    for (auto it = found.crbegin(); it != found.crend(); ++it) {
        split.numbers.prepend(text.mid(it->at, it->length));
        split.rest.remove(it->at, it->length);
    }
    if (!found.isEmpty()) {
        static const QRegularExpression edges(
            u"[(（][\\s,;:/|\\x{FF0C}\\x{FF1B}\\x{FF1A}、]*[)）]|[\\s,;:/|\\x{FF0C}\\x{FF1B}\\x{FF1A}、]+$|"
            "^[\\s,;:/|\\x{FF0C}\\x{FF1B}\\x{FF1A}、]+"_qs);
        split.rest = tidied(split.rest.remove(edges));
    }
    return split;
}

QString maskedNumbers(const QString &text)
{
    const QList<Found> found = find(text);
    QString masked = text;
    for (auto it = found.crbegin(); it != found.crend(); ++it) {
        const QString number = toHalfWidth(QStringView(text).mid(it->at, it->length));
        const auto phone = parsePhone(number);
        masked.replace(it->at, it->length,
                       it->isId ? maskCitizenId(number) : maskPhone(phone ? phone->number : number));
    }
    return masked;
}

} // namespace gridbook::text
