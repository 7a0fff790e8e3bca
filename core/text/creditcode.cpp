#include "core/text/creditcode.h"
#include "core/text/normalise.h"
#include <QCoreApplication>

namespace gridbook::text {

namespace {

constexpr QStringView alphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr int length = 18;

Error wrongCode(const QString &message)
{
    return {ErrorKind::Invalid, message, {}};
}

} // namespace

QChar creditCheckCharacter(QStringView seventeen)
{
    if (seventeen.size() != length - 1) {
        return {};
    }
    qsizetype sum = 0;
    int weight = 1; // powers of 3 modulo 31
    for (const QChar c : seventeen) {
        const auto value = alphabet.indexOf(c);
        if (value < 0) {
            return {};
        }
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    return alphabet[(31 - sum % 31) % 31];
}

Result<QString> parseCreditCode(QStringView raw)
{
    const QString code = codeText(raw).toUpper();
    if (code.isEmpty()) {
        return wrongCode(QCoreApplication::translate("CreditCode", "The credit code is missing."));
    }
    if (code.size() != length) {
        return wrongCode(QCoreApplication::translate(
                             "CreditCode", "The credit code has %1 characters instead of 18. Take it from the "
                                           "certificate; older numbers of 9 or 15 digits are no longer used.")
                             .arg(code.size()));
    }
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (!alphabet.contains(code[i])) {
            return wrongCode(QCoreApplication::translate("CreditCode",
                                                         "Character %1 of the credit code is “%2”, which cannot "
                                                         "stand in it (nor can I, O, S, V, Z). Correct it.")
                                 .arg(i + 1)
                                 .arg(code[i]));
        }
    }
    const QChar expected = creditCheckCharacter(QStringView(code).first(length - 1));
    if (code.back() != expected) {
        return wrongCode(QCoreApplication::translate("CreditCode",
                                                     "The last character of the credit code is %1 but must be %2: "
                                                     "one of the characters is mistyped. Compare all with the "
                                                     "certificate.")
                             .arg(code.back())
                             .arg(expected));
    }
    return code;
}

} // namespace gridbook::text
