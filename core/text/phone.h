#pragma once
// Telephone numbers of the mainland: mobile 1[3-9] with 11 digits; fixed line with area code (3 or 4 digits) and 7 or 8
// digits, perhaps an extension. Rosters put several into one cell and let spreadsheets make numbers of them.
#include "core/base/result.h"
#include <QString>
#include <QStringList>
#include <optional>

namespace gridbook::text {

enum class PhoneKind { Mobile, FixedLine };

struct Phone
{
    PhoneKind kind = PhoneKind::Mobile;
    QString number; // "13812345678", "0917-7212345", "7212345" without area code, "0917-7212345-801" with extension
    friend bool operator==(const Phone &, const Phone &) = default;
};

// One number. Takes blanks, dashes, +86, brackets, full-width digits and the .0 of a number cell.
[[nodiscard]] Result<Phone> parsePhone(QStringView raw);
[[nodiscard]] Result<Phone> phoneFromNumber(double value);

struct PhoneCell
{
    std::optional<Phone> first; // the first mobile number, else the first number at all
    QList<Phone> others;        // in their order
    QStringList unreadable;     // what is no number: to be kept in the note
};
// A cell with any count of numbers: "139… / 0917-…", "138 1234 5678 0917 7212345", "张三13812345678".
[[nodiscard]] PhoneCell parsePhoneCell(QStringView cell);

[[nodiscard]] QString groupPhone(QStringView number); // 138 1234 5678; fixed lines as they are
[[nodiscard]] QString maskPhone(QStringView number);  // 138****5678, 0917-***2345

} // namespace gridbook::text
