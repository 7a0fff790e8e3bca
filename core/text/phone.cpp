#include "core/text/phone.h"
#include "core/text/normalise.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace gridbook::text {

using namespace Qt::StringLiterals;

namespace {

std::optional<Phone> read(QStringView raw)
{
    static const QRegularExpression mobile(u"^(?:\\+?0{0,2}86)?(1[3-9]\\d{9})$"_qs);
    static const QRegularExpression fixed(
        u"^(?:\\+?86)?(?:(0(?:10|2\\d|[3-9]\\d{2})))?([2-8]\\d{6,7})(?:(?:转|#|EXT\\.?|X)(\\d{1,6}))?$"_qs);
    static const QRegularExpression dashedExtension(u"^(.*\\d{7,8})-(\\d{1,4})$"_qs);
    static const QRegularExpression numberCell(u"^(\\d{7,12})\\.0*$"_qs);
    QString text = codeText(raw).toUpper();
    if (const auto match = numberCell.match(text); match.hasMatch()) {
        text = match.captured(1);
    }
    if (const auto match = dashedExtension.match(text); match.hasMatch() && !match.captured(1).startsWith(u'1')) {
        text = match.captured(1) + u'#' + match.captured(2);
    }
    static const QRegularExpression decoration(u"[-()\\x{2010}-\\x{2015}\\x{2212}.·]"_qs);
    text.remove(decoration);
    if (const auto match = mobile.match(text); match.hasMatch()) {
        return Phone{PhoneKind::Mobile, match.captured(1)};
    }
    const auto match = fixed.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    QString number = match.captured(2);
    if (!match.captured(1).isEmpty()) {
        number = match.captured(1) + u'-' + number;
    }
    if (!match.captured(3).isEmpty()) {
        number += u'-' + match.captured(3);
    }
    return Phone{PhoneKind::FixedLine, number};
}

// "138 1234 5678 0917 7212345": the longest run of words that is a number, then the next.
void readWords(const QStringList &words, QList<Phone> *phones, QStringList *unreadable)
{
    for (qsizetype from = 0; from < words.size();) {
        std::optional<Phone> found;
        qsizetype end = words.size();
        for (; end > from && !found; --end) {
            found = read(words.mid(from, end - from).join(QString()));
        }
        if (found) {
            phones->append(*found);
            from = end + 1;
        } else {
            unreadable->append(words[from]);
            ++from;
        }
    }
}

} // namespace

Result<Phone> parsePhone(QStringView raw)
{
    if (const auto phone = read(raw)) {
        return *phone;
    }
    const QString text = codeText(raw);
    qsizetype digits = 0;
    for (const QChar c : text) {
        digits += c >= u'0' && c <= u'9' ? 1 : 0;
    }
    const QString message =
        text.isEmpty() ? QCoreApplication::translate("Phone", "The phone number is missing.")
        : text.startsWith(u'1') && digits == text.size()
            ? QCoreApplication::translate(
                  "Phone", "“%1” is not a mobile number: it has %2 digits; 11 are needed, beginning with "
                           "13 to 19.")
                  .arg(text)
                  .arg(digits)
            : QCoreApplication::translate("Phone", "“%1” is not a phone number. Write 13812345678 or 0917-7212345.")
                  .arg(text);
    return Error{ErrorKind::Invalid, message, {}};
}

Result<Phone> phoneFromNumber(double value)
{
    // A number cell loses the leading zero of the area code.
    const QString digits = QString::number(value, 'f', 0);
    if (std::floor(value) == value && value >= 1e9 && value < 1e11 && !read(digits)) {
        if (const auto phone = read(QString(u'0' + digits))) {
            return *phone;
        }
    }
    return parsePhone(digits);
}

PhoneCell parsePhoneCell(QStringView cell)
{
    static const QRegularExpression label(
        u"\\([^()\\d]*\\)|[\\p{Han}A-Za-z]+(?<!转):?(?=[+\\d(])|[或和及]|(?<=\\d)[\\p{Han}]+$"_qs);
    static const QRegularExpression exponent(u"^\\d(\\.\\d+)?[eE]\\+?\\d+$"_qs);
    QList<Phone> phones;
    PhoneCell result;
    for (const QString &part : splitList(cell)) {
        const QString text = toHalfWidth(part);
        if (exponent.match(text).hasMatch()) {
            const auto phone = read(QString::number(text.toDouble(), 'f', 0));
            // 1.38E+10 has lost digits: only a number that is written out is believed.
            if (phone && text.size() >= 14) {
                phones += *phone;
            } else {
                result.unreadable += text;
            }
            continue;
        }
        if (const auto phone = read(text)) {
            phones += *phone;
            continue;
        }
        QString spaced = text;
        for (auto matches = label.globalMatch(text); matches.hasNext();) {
            const QString word = matches.next().captured();
            static const QRegularExpression connective(u"^[或和及]$"_qs);
            static const QRegularExpression phoneWord(
                u"^\\(?(手机|电话|座机|固话|宅电|联系电话|家|办|办公|本人)\\)?:?$"_qs);
            if (!connective.match(word).hasMatch() && !phoneWord.match(word).hasMatch()) {
                result.unreadable += word;
            }
        }
        spaced.replace(label, u" "_qs);
        readWords(tidied(spaced).split(u' ', Qt::SkipEmptyParts), &phones, &result.unreadable);
    }
    for (const Phone &phone : phones) {
        if (!result.first || (result.first->kind != PhoneKind::Mobile && phone.kind == PhoneKind::Mobile)) {
            if (result.first) {
                result.others.prepend(*result.first);
            }
            result.first = phone;
        } else if (phone != *result.first && !result.others.contains(phone)) {
            result.others += phone;
        }
    }
    return result;
}

QString groupPhone(QStringView number)
{
    if (number.size() != 11 || !number.startsWith(u'1')) {
        return number.toString();
    }
    return number.first(3).toString() + u' ' + number.mid(3, 4) + u' ' + number.last(4);
}

QString maskPhone(QStringView number)
{
    if (number.size() == 11 && number.startsWith(u'1')) {
        return number.first(3).toString() + u"****" + number.last(4);
    }
    const auto dash = number.indexOf(u'-');
    const QStringView area = number.first(dash + 1);
    const QStringView local = number.mid(dash + 1);
    const qsizetype shown = std::clamp<qsizetype>(local.size() - 3, 0, 4);
    return area.toString() + QString(local.size() - shown, u'*') + local.last(shown);
}

} // namespace gridbook::text
