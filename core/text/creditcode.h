#pragma once
// The unified social credit code of organizations (统一社会信用代码, GB 32100-2015): 18 characters without I, O, S, V,
// Z, the last of them a check character.
#include "core/base/result.h"
#include <QString>

namespace gridbook::text {

// The code in capitals without blanks, or what is wrong with it. Old codes of organizations and business licences (9 or
// 15 characters) are refused with a hint.
[[nodiscard]] Result<QString> parseCreditCode(QStringView raw);

// The check character of the first 17; null if one of them cannot stand in a code.
[[nodiscard]] QChar creditCheckCharacter(QStringView seventeen);

} // namespace gridbook::text
