#pragma once
// Durations and amounts of money as people write them.
#include "core/base/quantity.h"
#include "core/base/result.h"

namespace gridbook::text {

struct DurationRule
{
    int minutesPerDay = 240; // what "1天" of service counts; a setting of the office
    enum class Bare { Guess, Hours, Minutes } bare = Bare::Guess; // a number without a unit, as its column says
};

struct ParsedDuration
{
    Minutes minutes;
    bool guessed = false; // the unit was guessed: up to 24 are hours, more are minutes
};

// 2小时, 2h, 1.5小时, 1小时30分, 1:30, 半天, 0.5天, 两小时, 120分钟, 90.
[[nodiscard]] Result<ParsedDuration> parseDuration(QStringView text, const DurationRule &rule = {});

// 1,000; 1,000.50元; ¥30; 1.2万元; 壹佰元整. Not more than two decimals.
[[nodiscard]] Result<Money> parseMoney(QStringView text);

} // namespace gridbook::text
