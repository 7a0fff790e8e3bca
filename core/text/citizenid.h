#pragma once
// The citizen identity number (公民身份号码, GB 11643-1999): six digits of the place of first registration, eight of
// the birth date, three of sequence (odd: male), one check digit. The place may be an abolished code and is not
// checked. Numbers that begin with 9999 belong to nobody (no province 99 exists); demonstrations use them.
#include "core/base/result.h"
#include "core/text/words.h"
#include <QDate>
#include <QString>
#include <optional>
#include <variant>

namespace gridbook::text {

enum class CitizenIdFault {
    Length,    // not 18 characters, nor 15
    Rounded,   // a spreadsheet made a number of it (6.10305E+17): the last digits are lost for ever
    Character, // a character that cannot stand at its place
    Date,      // the birth date does not exist
    Future,    // the birth date is after today
    CheckDigit // one of the digits is mistyped
};

struct CitizenIdIssue
{
    CitizenIdFault fault = CitizenIdFault::Length;
    int position = 0;         // 1-based place of the wrong character; 0 if no single one
    QChar expectedCheckDigit; // CheckDigit only
    QString message;          // what is wrong and what to do, for the user
};

class CitizenId
{
public:
    // The number, or what is wrong with it. Takes full-width digits, blanks, a leading apostrophe, small x, and 15
    // digits.
    static std::variant<CitizenId, CitizenIdIssue> examine(QStringView raw, QDate today);
    static Result<CitizenId> parse(QStringView raw, QDate today);
    // From a numeric cell: a spreadsheet keeps 15 digits, so only the old numbers survive.
    static Result<CitizenId> fromNumber(double value, QDate today);
    // The check digit of the first 17 digits, '0'..'9' or 'X'; a null character if they are not 17 digits.
    static QChar checkDigitOf(QStringView seventeen);

    [[nodiscard]] const QString &value() const { return m_value; } // 18 characters, X in capital
    [[nodiscard]] QDate birth() const { return m_birth; }
    [[nodiscard]] Sex sex() const;
    [[nodiscard]] QChar checkDigit() const { return m_value.back(); }
    [[nodiscard]] QStringView firstRegistration() const { return QStringView(m_value).first(6); }
    // Made from a number of 15 digits: to be shown for confirmation.
    [[nodiscard]] bool upgraded() const { return m_upgraded; }
    // A number in good form that nevertheless wants a second look: more than 120 years of age.
    [[nodiscard]] std::optional<QString> warning(QDate today) const;

    friend bool operator==(const CitizenId &a, const CitizenId &b) { return a.m_value == b.m_value; }

private:
    CitizenId(QString value, QDate birth, bool upgraded)
        : m_value(std::move(value)), m_birth(birth), m_upgraded(upgraded)
    {}

    QString m_value;
    QDate m_birth;
    bool m_upgraded = false;
};

enum class IdType {
    CitizenId = 1,       // 居民身份证
    Passport,            // 护照
    HongKongMacaoPermit, // 港澳居民来往内地通行证
    TaiwanPermit,        // 台湾居民来往大陆通行证
    ForeignResident,     // 外国人永久居留身份证
    OfficerCard,         // 军官证
    ResidencePermit,     // 港澳台居民居住证: same shape as the citizen number, begins with 81, 82 or 83
    Other
};

// The kind that a code of the table idType stands for; none is the citizen's card, which nearly everybody has.
[[nodiscard]] IdType idTypeOf(QStringView code);
// The number of a document other than the citizen's card, as far as it must hold for any: 4 to 30 letters and digits
// with the signs that some cards print between them. Half-width, no blanks, capitals. parseIdNumber knows each kind.
[[nodiscard]] Result<QString> otherIdNumber(QStringView raw);
// The number of a document of the given type, normalised (half-width, no blanks, capitals), or what is wrong with it.
[[nodiscard]] Result<QString> parseIdNumber(IdType type, QStringView raw, QDate today);

// 6103**********0010: the first four and last four characters of 18; of shorter numbers a quarter at each end.
[[nodiscard]] QString maskCitizenId(QStringView value);

} // namespace gridbook::text
