#include "core/text/personname.h"
#include "core/text/normalise.h"
#include <QCoreApplication>

namespace gridbook::text {

using namespace Qt::StringLiterals;

namespace {

constexpr int shortest = 2;
constexpr int longest = 30;

bool isMiddleDot(char32_t c)
{
    return c == 0xb7 || c == 0x2022 || c == 0x30fb || c == 0xff65 || c == 0x2027 || c == 0x22c5 || c == 0x2219 ||
           c == '.' || c == 0xff0e;
}

bool isMarker(char32_t c)
{
    return QChar::isSymbol(c) || c == '*' || c == '#' || c == 0x203b || c == '?';
}

bool isLetter(char32_t c)
{
    return isHan(c) || QChar::isLetter(c) || QChar::isMark(c);
}

QString closingOf(char32_t c)
{
    switch (c) {
    case '(':
        return u")"_qs;
    case '[':
    case U'【':
    case U'〔':
        return u"]】〕"_qs;
    case '<':
    case U'〈':
    case U'《':
        return u">〉》"_qs;
    default:
        return {};
    }
}

// Takes what stands in brackets, and signs, out of the name.
QString withoutMarkers(const QString &text, QStringList *markers)
{
    QString rest;
    QString inner;
    QString closing;
    for (const char32_t c : text.toUcs4()) {
        const QString character = QString::fromUcs4(&c, 1);
        if (!closing.isEmpty()) {
            if (closing.contains(character)) {
                markers->append(trimmed(inner));
                closing.clear();
            } else {
                inner += character;
            }
        } else if (const QString close = closingOf(c); !close.isEmpty()) {
            closing = close;
            inner.clear();
        } else if (isMarker(c)) {
            markers->append(character);
        } else {
            rest += character;
        }
    }
    if (!closing.isEmpty() && !inner.isEmpty()) {
        markers->append(trimmed(inner)); // the bracket was never closed
    }
    markers->removeAll(QString());
    return tidied(rest);
}

// Blanks stay only between words of letters ("Anna Smith"); dots between letters become the middle dot.
QString joined(const QString &text)
{
    const auto characters = text.toUcs4();
    QString name;
    const auto at = [&](qsizetype i) { return i >= 0 && i < characters.size() ? characters[i] : U'\0'; };
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char32_t c = characters[i];
        if (c == ' ') {
            const bool words =
                !isHan(at(i - 1)) && !isHan(at(i + 1)) && !isMiddleDot(at(i - 1)) && !isMiddleDot(at(i + 1));
            if (words) {
                name += u' ';
            }
        } else if (isMiddleDot(c)) {
            qsizetype before = i - 1;
            qsizetype after = i + 1;
            before -= at(before) == ' ' ? 1 : 0;
            after += at(after) == ' ' ? 1 : 0;
            if (isLetter(at(before)) && isLetter(at(after))) {
                name += QChar(0xb7);
            } else if (isLetter(at(before)) && !isHan(at(before))) {
                name += u'.'; // an abbreviation: "Smith Jr."
            }
        } else {
            name += QString::fromUcs4(&c, 1);
        }
    }
    return name;
}

Error wrongName(const QString &message)
{
    return {ErrorKind::Invalid, message, {}};
}

} // namespace

Result<PersonName> parsePersonName(QStringView raw)
{
    PersonName result;
    result.name = joined(withoutMarkers(toHalfWidth(raw), &result.markers));
    if (result.name.isEmpty()) {
        return wrongName(QCoreApplication::translate("PersonName", "The name is missing."));
    }
    const auto characters = result.name.toUcs4();
    for (const char32_t c : characters) {
        if (!isLetter(c) && c != ' ' && c != 0xb7 && c != '\'' && c != 0x2019 && c != '-' && c != '.') {
            return wrongName(QCoreApplication::translate("PersonName",
                                                         "“%1” is not a name: “%2” cannot stand in it. Correct it, "
                                                         "or put remarks in the note.")
                                 .arg(tidied(raw), QString::fromUcs4(&c, 1)));
        }
    }
    if (characters.size() < shortest) {
        return wrongName(
            QCoreApplication::translate("PersonName", "The name “%1” is too short; a name has at least two characters.")
                .arg(result.name));
    }
    if (characters.size() > longest) {
        return wrongName(QCoreApplication::translate(
                             "PersonName", "The name “%1” is longer than 30 characters. Are these several people?")
                             .arg(result.name));
    }
    return result;
}

NameList parseNameList(QStringView cell)
{
    NameList list;
    const auto add = [&](const QString &part) {
        auto name = parsePersonName(part);
        if (name) {
            list.names += std::move(name).value();
        } else {
            list.faults += name.error();
        }
    };
    for (const QString &part : splitList(cell)) {
        const QStringList words = tidied(toHalfWidth(part)).split(u' ');
        bool people = words.size() > 1;
        for (const QString &word : words) {
            const auto name = parsePersonName(word);
            people = people && name && isHan(name->name.toUcs4().constFirst());
        }
        for (const QString &word : people ? words : QStringList{part}) {
            add(word);
        }
    }
    return list;
}

} // namespace gridbook::text
