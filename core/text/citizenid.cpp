#include "core/text/citizenid.h"
#include "core/text/normalise.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <array>
#include <cmath>

namespace gridbook::text {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr int oldestPlausible = 120;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

CitizenIdIssue lengthIssue(QStringView text)
{
    return {CitizenIdFault::Length,
            0,
            {},
            text.isEmpty() ? QCoreApplication::translate("CitizenId", "The ID number is missing.")
                           : QCoreApplication::translate(
                                 "CitizenId", "The ID number has %1 characters instead of 18. Compare it with "
                                              "the ID card and complete it.")
                                 .arg(text.size())};
}

CitizenIdIssue roundedIssue()
{
    return {CitizenIdFault::Rounded,
            0,
            {},
            QCoreApplication::translate("CitizenId",
                                        "A spreadsheet turned this ID number into a rounded number; its last "
                                        "digits are lost. Type it again from the ID card.")};
}

std::optional<CitizenIdIssue> characterIssue(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool fits = isDigit(text[i]) ? i > 0 || text[i] != u'0' : i == 17 && text[i] == u'X';
        if (fits) {
            continue;
        }
        const QString message =
            i == 17 ? QCoreApplication::translate("CitizenId",
                                                  "Character 18 of the ID number is “%1”; only a digit or X can "
                                                  "stand there. Correct it.")
            : i == 0 && isDigit(text[i])
                ? QCoreApplication::translate("CitizenId",
                                              "An ID number cannot begin with “%1”. Compare it with the ID card.")
                : QCoreApplication::translate("CitizenId",
                                              "Character %2 of the ID number is “%1”; only a digit can stand "
                                              "there. Correct it.");
        QString filled = message.arg(text[i]);
        filled.replace(u"%2"_qs, QString::number(i + 1));
        return CitizenIdIssue{CitizenIdFault::Character, int(i) + 1, {}, filled};
    }
    return std::nullopt;
}

std::optional<CitizenIdIssue> dateIssue(QStringView text, QDate birth, QDate today)
{
    const QStringView digits = text.mid(6, 8);
    const int year = digits.first(4).toInt();
    if (!birth.isValid() || year < 1800 || year > 2099) {
        return CitizenIdIssue{CitizenIdFault::Date,
                              0,
                              {},
                              QCoreApplication::translate(
                                  "CitizenId", "Digits 7 to 14 of the ID number (%1) are the birth date, and this "
                                               "day does not exist. Compare them with the ID card.")
                                  .arg(digits)};
    }
    if (birth > today) {
        return CitizenIdIssue{CitizenIdFault::Future,
                              0,
                              {},
                              QCoreApplication::translate("CitizenId",
                                                          "The birth date in the ID number, %1, lies in the "
                                                          "future. Compare digits 7 to 14 with the ID card.")
                                  .arg(birth.toString(Qt::ISODate))};
    }
    return std::nullopt;
}

} // namespace

QChar CitizenId::checkDigitOf(QStringView seventeen)
{
    if (seventeen.size() != qsizetype(weights.size())) {
        return {};
    }
    int sum = 0;
    for (size_t i = 0; i < weights.size(); ++i) {
        const QChar c = seventeen[qsizetype(i)];
        if (!isDigit(c)) {
            return {};
        }
        sum += (c.unicode() - u'0') * weights[i];
    }
    return QStringView(u"10X98765432")[sum % 11];
}

std::variant<CitizenId, CitizenIdIssue> CitizenId::examine(QStringView raw, QDate today)
{
    QString text = codeText(raw).toUpper();
    static const QRegularExpression floating(u"^\\d(\\.\\d*)?E\\+?\\d+$"_qs);
    if (floating.match(text).hasMatch()) {
        return roundedIssue();
    }
    if (text.size() != 18 && text.size() != 15) {
        return lengthIssue(text);
    }
    if (auto issue = characterIssue(text)) {
        return *issue;
    }
    const bool upgraded = text.size() == 15;
    if (upgraded) {
        text.insert(6, u"19");
        text += checkDigitOf(text);
    }
    const QStringView digits = QStringView(text).mid(6, 8);
    const QDate birth(digits.first(4).toInt(), digits.mid(4, 2).toInt(), digits.last(2).toInt());
    if (auto issue = dateIssue(text, birth, today)) {
        return *issue;
    }
    const QChar expected = checkDigitOf(QStringView(text).first(17));
    if (text.back() != expected) {
        if (text.endsWith(u"000")) {
            return roundedIssue();
        }
        return CitizenIdIssue{CitizenIdFault::CheckDigit, 18, expected,
                              QCoreApplication::translate("CitizenId",
                                                          "The check digit is %1 but must be %2: one of the "
                                                          "digits is mistyped. Compare all with the ID card.")
                                  .arg(text.back())
                                  .arg(expected)};
    }
    return CitizenId(text, birth, upgraded);
}

Result<CitizenId> CitizenId::parse(QStringView raw, QDate today)
{
    const auto examined = examine(raw, today);
    if (const auto *issue = std::get_if<CitizenIdIssue>(&examined)) {
        return Error{ErrorKind::Invalid, issue->message, {}};
    }
    return std::get<CitizenId>(examined);
}

Result<CitizenId> CitizenId::fromNumber(double value, QDate today)
{
    if (value >= 1e14 && value < 1e15 && std::floor(value) == value) {
        return parse(QString::number(qint64(value)), today);
    }
    if (value >= 1e17 && value < 1e18) {
        return Error{ErrorKind::Invalid, roundedIssue().message, {}};
    }
    return parse(QString::number(value, 'f', 0), today);
}

Sex CitizenId::sex() const
{
    return (m_value[16].unicode() - u'0') % 2 == 1 ? Sex::Male : Sex::Female;
}

std::optional<QString> CitizenId::warning(QDate today) const
{
    if (m_birth.addYears(oldestPlausible + 1) > today) {
        return std::nullopt;
    }
    return QCoreApplication::translate("CitizenId",
                                       "By this ID number the person was born on %1, more than %2 years ago. "
                                       "Check digits 7 to 10.")
        .arg(m_birth.toString(Qt::ISODate))
        .arg(oldestPlausible);
}

IdType idTypeOf(QStringView code)
{
    const int type = code.toInt();
    return type >= int(IdType::CitizenId) && type <= int(IdType::Other) ? IdType(type) : IdType::CitizenId;
}

Result<QString> otherIdNumber(QStringView raw)
{
    const QString text = codeText(raw).toUpper();
    const bool isWritten = std::all_of(text.begin(), text.end(), [](QChar each) {
        return each.isLetterOrNumber() || QStringView(u"()-").contains(each);
    });
    if (!isWritten || text.size() < 4 || text.size() > 30) {
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate("CitizenId",
                                                 "The number of a document has 4 to 30 letters and digits. Copy it "
                                                 "from the card."),
                     {}};
    }
    return text;
}

Result<QString> parseIdNumber(IdType type, QStringView raw, QDate today)
{
    const QString text = codeText(raw).toUpper();
    const auto wrong = [&](const QString &shape) {
        return Error{
            ErrorKind::Invalid,
            QCoreApplication::translate("CitizenId", "“%1” does not fit this kind of document: %2.").arg(raw, shape),
            {}};
    };
    switch (type) {
    case IdType::CitizenId:
    case IdType::ResidencePermit: {
        GRIDBOOK_ASSIGN(const CitizenId id, CitizenId::parse(text, today));
        static const QStringList places{u"81"_qs, u"82"_qs, u"83"_qs};
        if (type == IdType::ResidencePermit && !places.contains(id.value().left(2))) {
            return wrong(
                QCoreApplication::translate("CitizenId", "the number of a residence permit begins with 81, 82 or 83"));
        }
        return id.value();
    }
    case IdType::Passport: {
        static const QRegularExpression shape(u"^(?=.*\\d)[0-9A-Z]{6,12}$"_qs);
        return shape.match(text).hasMatch()
                   ? Result<QString>(text)
                   : wrong(QCoreApplication::translate("CitizenId", "a passport number is 6 to 12 letters and digits"));
    }
    case IdType::HongKongMacaoPermit: {
        static const QRegularExpression shape(u"^[HM]\\d{8}(\\d{2})?$"_qs);
        return shape.match(text).hasMatch()
                   ? Result<QString>(text)
                   : wrong(QCoreApplication::translate("CitizenId", "it is H or M with 8 or 10 digits"));
    }
    case IdType::TaiwanPermit: {
        static const QRegularExpression shape(u"^\\d{8}(\\d{2})?(\\(?[A-Z]\\)?)?$"_qs);
        return shape.match(text).hasMatch() ? Result<QString>(text)
                                            : wrong(QCoreApplication::translate("CitizenId", "it is 8 or 10 digits"));
    }
    case IdType::ForeignResident: {
        static const QRegularExpression shape(u"^([A-Z]{3}\\d{12}|9\\d{16}[\\dX])$"_qs);
        return shape.match(text).hasMatch()
                   ? Result<QString>(text)
                   : wrong(QCoreApplication::translate("CitizenId",
                                                       "it is 3 letters with 12 digits, or 18 digits that begin "
                                                       "with 9"));
    }
    case IdType::OfficerCard:
    case IdType::Other:
        break;
    }
    return text.isEmpty() ? wrong(QCoreApplication::translate("CitizenId", "it is empty")) : Result<QString>(text);
}

QString maskCitizenId(QStringView value)
{
    const qsizetype shown = qMin<qsizetype>(4, value.size() / 4);
    return value.first(shown).toString() + QString(value.size() - 2 * shown, u'*') + value.last(shown);
}

} // namespace gridbook::text
