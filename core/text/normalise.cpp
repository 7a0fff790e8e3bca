#include "core/text/normalise.h"
#include "core/text/chinesenumber.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <optional>

namespace gridbook::text {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView stems = u"甲乙丙丁戊己庚辛壬癸";
constexpr int longestRange = 300;

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHanDigit(QChar c)
{
    return QStringView(u"〇零一二三四五六七八九十百千").contains(c);
}

QString sortableNumber(QStringView digits)
{
    qsizetype from = 0;
    while (from < digits.size() - 1 && digits[from] == u'0') {
        ++from;
    }
    const QStringView significant = digits.mid(from);
    return QStringLiteral("%1").arg(significant.size(), 2, 10, QLatin1Char('0')) + significant;
}

// The length of the run of characters from `from` that satisfy the predicate.
template <typename Predicate>
qsizetype runLength(QStringView text, qsizetype from, Predicate predicate)
{
    qsizetype end = from;
    while (end < text.size() && predicate(text[end])) {
        ++end;
    }
    return end - from;
}

// A number of a range: what it is written in, so that the list is written alike.
enum class Script { Arabic, Han, Stem, Letter };
struct Ordinal
{
    Script script;
    qint64 value;
    qsizetype width; // of zero-padded Arabic numbers ("01")
};

std::optional<Ordinal> readOrdinal(QStringView text)
{
    if (text.isEmpty()) {
        return std::nullopt;
    }
    if (isAsciiDigit(text[0])) {
        return Ordinal{Script::Arabic, text.toLongLong(), text[0] == u'0' ? text.size() : 0};
    }
    if (text.size() == 1 && stems.contains(text[0])) {
        return Ordinal{Script::Stem, stems.indexOf(text[0]), 0};
    }
    if (text.size() == 1 && text[0].unicode() < 128) {
        return Ordinal{Script::Letter, text[0].unicode(), 0};
    }
    const auto number = parseHanNumber(text);
    return number ? std::optional(Ordinal{Script::Han, *number, 0}) : std::nullopt;
}

QString writeOrdinal(const Ordinal &ordinal, qint64 value)
{
    switch (ordinal.script) {
    case Script::Arabic:
        return QStringLiteral("%1").arg(value, int(ordinal.width), 10, QLatin1Char('0'));
    case Script::Han:
        return toHan(value);
    case Script::Stem:
        return QString(stems[value]);
    case Script::Letter:
        break;
    }
    return QString(QChar(char16_t(value)));
}

QString fold(QStringView text)
{
    return toHalfWidth(text).toLower();
}

} // namespace

bool isBlank(char32_t c)
{
    return QChar::isSpace(c) || c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2064) || c == 0xfeff || c == 0x3164 || c == 0x2800;
}

bool isHan(char32_t c)
{
    return c == 0x3007 || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xe000 && c <= 0xf8ff) || (c >= 0x20000 && c <= 0x3ffff) ||
           (c >= 0xf0000 && c <= 0x10fffd);
}

QString toHalfWidth(QStringView text)
{
    QString result = text.toString();
    for (QChar &c : result) {
        if (c >= QChar(0xff01) && c <= QChar(0xff5e)) {
            c = QChar(char16_t(c.unicode() - 0xfee0));
        } else if (c == QChar(0x3000)) {
            c = u' ';
        } else if (c == QChar(0xffe5)) {
            c = QChar(0xa5); // the yuan sign
        }
    }
    return result;
}

QString trimmed(QStringView text)
{
    qsizetype from = 0;
    qsizetype end = text.size();
    while (from < end && isBlank(text[from].unicode())) {
        ++from;
    }
    while (end > from && isBlank(text[end - 1].unicode())) {
        --end;
    }
    return text.mid(from, end - from).toString();
}

QString withoutBlanks(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (!isBlank(c.unicode())) {
            result += c;
        }
    }
    return result;
}

QString tidied(QStringView text)
{
    QString result;
    result.reserve(text.size());
    bool gap = false;
    for (const QChar c : text) {
        if (c.isSpace() || c.unicode() < 0x20) {
            gap = true;
        } else if (!isBlank(c.unicode())) {
            if (gap && !result.isEmpty()) {
                result += u' ';
            }
            gap = false;
            result += c;
        }
    }
    return result;
}

QString codeText(QStringView text)
{
    QString result = withoutBlanks(toHalfWidth(text));
    while (!result.isEmpty() && QStringView(u"'‘’`").contains(result[0])) {
        result.remove(0, 1);
    }
    return result;
}

QString dictionaryText(QStringView text)
{
    return withoutBlanks(toHalfWidth(text)).toUpper();
}

QStringList splitList(QStringView text)
{
    // The full-width comma, semicolon, slash and bar are written as numbers: they are too easily taken for their
    // narrow twins, in an editor and by tools that tidy sources.
    static constexpr QStringView separators = u"\u3001,\uFF0C;\uFF1B/\uFF0F|\uFF5C\r\n";
    QStringList parts;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i == text.size() || separators.contains(text[i])) {
            const QString part = tidied(text.mid(from, i - from));
            if (!part.isEmpty()) {
                parts += part;
            }
            from = i + 1;
        }
    }
    return parts;
}

QString naturalKey(QStringView raw)
{
    const QString folded = withoutBlanks(fold(raw));
    const QStringView text = folded;
    QString key;
    for (qsizetype i = 0; i < text.size();) {
        if (const auto digits = runLength(text, i, isAsciiDigit); digits > 0) {
            key += sortableNumber(text.mid(i, digits));
            i += digits;
            continue;
        }
        if (const auto han = runLength(text, i, isHanDigit); han > 0) {
            // 百花小区 and 千里路 are names, not numbers: a unit alone does not count.
            const bool unitAlone = han == 1 && (text[i] == u'百' || text[i] == u'千');
            const auto number = unitAlone ? std::nullopt : parseHanNumber(text.mid(i, han));
            key += number ? sortableNumber(QString::number(*number)) : text.mid(i, han).toString();
            i += han;
            continue;
        }
        const auto stem = stems.indexOf(text[i]);
        const bool counts = i + 1 == text.size() || isAsciiDigit(text[i + 1]) ||
                            QStringView(u"幢栋座楼号单区组段片").contains(text[i + 1]);
        key += stem >= 0 && counts ? sortableNumber(QString::number(stem + 1)) : QString(text[i]);
        ++i;
    }
    return key;
}

Result<QStringList> expandNames(QStringView raw)
{
    static const QString number = u"(\\d{1,6}|[〇零一二三四五六七八九十百千]+|[甲乙丙丁戊己庚辛壬癸]|[A-Za-z])"_qs;
    static const QString suffix = u"((?:号楼|号院|[幢栋座楼号#区组]|单元|网格)?)"_qs;
    static const QRegularExpression single(u"^(第?)"_qs + number + suffix + u"$"_qs);
    static const QRegularExpression range(u"^(第?)"_qs + number + suffix + u"(?:-|—|–|~|至|到)+第?"_qs + number +
                                          suffix + u"$"_qs);
    struct Part
    {
        QString text;
        QRegularExpressionMatch single;
        QRegularExpressionMatch range;
        QString suffix;
    };
    QList<Part> parts;
    for (const QString &piece : splitList(raw)) {
        const QString text = withoutBlanks(toHalfWidth(piece));
        Part part{text, single.match(text), range.match(text), {}};
        part.suffix = part.range.hasMatch()    ? part.range.captured(part.range.captured(5).isEmpty() ? 3 : 5)
                      : part.single.hasMatch() ? part.single.captured(3)
                                               : QString();
        parts += part;
    }
    // "1、2、5幢": the last suffix counts for the bare numbers before it.
    for (qsizetype i = parts.size() - 2; i >= 0; --i) {
        if (parts[i].suffix.isEmpty()) {
            parts[i].suffix = parts[i + 1].suffix;
        }
    }
    QStringList names;
    for (const Part &part : parts) {
        if (part.single.hasMatch()) {
            names += part.single.captured(1) + part.single.captured(2) + part.suffix;
            continue;
        }
        if (!part.range.hasMatch()) {
            names += part.text;
            continue;
        }
        const auto first = readOrdinal(part.range.captured(2));
        const auto last = readOrdinal(part.range.captured(4));
        const bool sameCase = part.range.captured(2).front().isUpper() == part.range.captured(4).front().isUpper();
        if (!first || !last || first->script != last->script || !sameCase) {
            names += part.text;
            continue;
        }
        if (last->value < first->value || last->value - first->value >= longestRange) {
            return Error{ErrorKind::Invalid,
                         QCoreApplication::translate(
                             "Names",
                             "“%1” is no range that can be split: it runs backwards or is longer than %2. Write "
                             "the names one by one.")
                             .arg(part.text)
                             .arg(longestRange),
                         {}};
        }
        for (qint64 value = first->value; value <= last->value; ++value) {
            names += part.range.captured(1) + writeOrdinal(*first, value) + part.suffix;
        }
    }
    return names;
}

} // namespace gridbook::text
