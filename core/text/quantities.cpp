#include "core/text/quantities.h"
#include "core/text/chinesenumber.h"
#include "core/text/normalise.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <cmath>
#include <optional>

namespace gridbook::text {

using namespace Qt::StringLiterals;

namespace {

constexpr double longestMinutes = 366.0 * 24 * 60;

Error notADuration(QStringView raw)
{
    return {ErrorKind::Invalid,
            QCoreApplication::translate("Quantities", "“%1” is not a duration. Write it as 2小时 or 90分钟.").arg(raw),
            {}};
}

Error notMoney(QStringView raw)
{
    return {ErrorKind::Invalid,
            QCoreApplication::translate("Quantities",
                                        "“%1” is not an amount of money. Write it as 1000.50, with at most two "
                                        "decimals.")
                .arg(raw),
            {}};
}

std::optional<double> readNumber(const QString &text)
{
    if (text == u"半") {
        return 0.5;
    }
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (ok) {
        return value;
    }
    const auto han = parseHanNumber(text);
    return han ? std::optional(double(*han)) : std::nullopt;
}

// 壹佰贰拾元伍角陆分, 一百元整.
std::optional<qint64> readCapitalAmount(const QString &text)
{
    static const QRegularExpression shape(
        u"^(?:([^元圆角分]+)[元圆])?(?:零?([^元圆角分])角)?(?:零?([^元圆角分])分)?[整正]?$"_qs);
    const auto match = shape.match(text);
    if (!match.hasMatch() || text.isEmpty()) {
        return std::nullopt;
    }
    qint64 fen = 0;
    qint64 scale = 100;
    for (int i = 1; i <= 3; ++i, scale /= 10) {
        if (const QString part = match.captured(i); !part.isEmpty()) {
            const auto value = parseHanNumber(part);
            if (!value) {
                return std::nullopt;
            }
            fen += *value * scale;
        }
    }
    return match.captured(1).isEmpty() && match.captured(2).isEmpty() && match.captured(3).isEmpty()
               ? std::nullopt
               : std::optional(fen);
}

} // namespace

Result<ParsedDuration> parseDuration(QStringView raw, const DurationRule &rule)
{
    static const QString number = u"(\\d+(?:\\.\\d+)?|半|[一二三四五六七八九十两]+)"_qs;
    static const QRegularExpression clock(u"^(\\d{1,3}):([0-5]\\d)(?::[0-5]\\d)?$"_qs);
    static const QRegularExpression units(u"^(?:"_qs + number + u"(?:天|日|D))?(?:"_qs + number +
                                          u"(?:个?小时|个?钟头|时|HOURS?|HRS?|H)(半)?)?(?:"_qs + number +
                                          u"(?:分钟?|MINUTES?|MINS?|M))?$"_qs);
    static const QRegularExpression bare(u"^\\d+(\\.\\d+)?$"_qs);
    const QString text = dictionaryText(raw);
    if (const auto match = clock.match(text); match.hasMatch()) {
        return ParsedDuration{Minutes(match.captured(1).toInt() * 60 + match.captured(2).toInt())};
    }
    double minutes = 0;
    bool guessed = false;
    if (bare.match(text).hasMatch()) {
        const double value = text.toDouble();
        guessed = rule.bare == DurationRule::Bare::Guess;
        minutes = rule.bare == DurationRule::Bare::Hours || (guessed && value <= 24) ? value * 60 : value;
    } else {
        const auto match = units.match(text);
        if (!match.hasMatch() || text.isEmpty()) {
            return notADuration(raw);
        }
        const int perUnit[] = {rule.minutesPerDay, 60, 1};
        const int groups[] = {1, 2, 4};
        for (int i = 0; i < 3; ++i) {
            if (const QString part = match.captured(groups[i]); !part.isEmpty()) {
                const auto value = readNumber(part);
                if (!value) {
                    return notADuration(raw);
                }
                minutes += *value * perUnit[i];
            }
        }
        minutes += match.captured(3).isEmpty() ? 0 : 30;
    }
    if (minutes > longestMinutes) {
        return notADuration(raw);
    }
    return ParsedDuration{Minutes(std::llround(minutes)), guessed};
}

Result<Money> parseMoney(QStringView raw)
{
    static const QRegularExpression shape(
        u"^([-+]?)(\\d{1,3}(?:,\\d{3})+|\\d{1,12})(?:\\.(\\d{1,2})0*)?(万)?(?:元|圆|块|YUAN|RMB)?整?$"_qs);
    static const QRegularExpression tenThousands(u"^([-+]?)(\\d{1,8}(?:\\.\\d{1,6})?)万(?:元|圆)?整?$"_qs);
    QString text = dictionaryText(raw);
    static const QRegularExpression currency(u"^(人民币|RMB|CNY|\\x{a5})"_qs);
    text.remove(currency);
    if (const auto match = tenThousands.match(text); match.hasMatch()) {
        const qint64 fen = std::llround(match.captured(2).toDouble() * 1000000);
        return Money::fen(match.captured(1) == u"-" ? -fen : fen);
    }
    if (const auto match = shape.match(text); match.hasMatch()) {
        const QString yuan = match.captured(2).remove(u',');
        const QString cents = match.captured(3).leftJustified(2, u'0');
        const qint64 fen = yuan.toLongLong() * 100 + cents.toLongLong();
        return Money::fen(match.captured(1) == u"-" ? -fen : fen);
    }
    if (const auto fen = readCapitalAmount(text)) {
        return Money::fen(*fen);
    }
    return notMoney(raw);
}

} // namespace gridbook::text
