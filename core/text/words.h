#pragma once
// Words that forms write in many ways: sex, yes and no.
#include "core/base/result.h"
#include <QString>
#include <optional>

namespace gridbook::text {

// GB/T 2261.1: 1 male, 2 female.
enum class Sex { Male = 1, Female = 2 };

// 男 女 男性 女性 M F male female 1 2.
[[nodiscard]] Result<Sex> parseSex(QStringView text);
[[nodiscard]] QString sexInChinese(Sex sex); // 男, 女: for papers

// 是 √ Y 有 1 … is true, 否 × N 无 0 … is false. A blank cell says neither: in a column of ticks it means no, elsewhere
// unknown, which only the caller can tell.
[[nodiscard]] Result<std::optional<bool>> parseYesNo(QStringView text);

} // namespace gridbook::text
