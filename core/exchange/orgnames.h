#pragma once
// The names of Party organisations as rosters write them. On the seal stands the whole: 中共 + place + 总支部委员会 (a
// general branch), 支部委员会 (a branch), 委员会 (a committee); the office says 南环社区第一党支部.
#include <QString>

namespace gridbook::exchange {

// Code of orgType. The last word of the name decides, and of words that end together the longest: the 支部委员会 of a
// general branch is a branch, and so is the 党支部 of a 居民委员会. A name without such a word is a branch.
[[nodiscard]] QString orgTypeOf(const QString &name);
// "中共凤翔区城关镇南环社区第一支部委员会" is 南环社区第一党支部; a name that is short already stays as it is.
[[nodiscard]] QString shortOrgName(const QString &name);
// The name for the seal: as written if it is one, else with 中共 before it.
[[nodiscard]] QString fullOrgName(const QString &name);

} // namespace gridbook::exchange
