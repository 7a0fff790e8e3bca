#pragma once
// Numbers in Chinese characters, both ways. Capital numerals stand on papers where a figure must not be altered: the
// letter of introduction (贰零贰陆年零玖月, 叁拾天) and receipts (the rules for amounts are those of 支付结算办法,
// annex 1).
#include "core/base/quantity.h"
#include <QDate>
#include <QString>
#include <optional>

namespace gridbook::text {

// 一千二百三十, 二十, 十, 两百, 廿一, 一万零五, capital forms, and digit by digit 一九七八, 二〇〇六. Nothing if it is
// not a number. Up to 亿.
[[nodiscard]] std::optional<qint64> parseHanNumber(QStringView text);

[[nodiscard]] QString toHan(qint64 number);           // 1230 → 一千二百三十, 10 → 十, 0 → 〇
[[nodiscard]] QString toHanDigits(qint64 number);     // 2006 → 二〇〇六
[[nodiscard]] QString toCapital(qint64 number);       // 30 → 叁拾, 10 → 壹拾
[[nodiscard]] QString toCapitalDigits(qint64 number); // 2026 → 贰零贰陆
[[nodiscard]] QString capitalYearMonth(QDate date);   // 贰零贰陆年零玖月
[[nodiscard]] QString capitalDate(QDate date);        // 贰零贰陆年零玖月叁拾日
[[nodiscard]] QString capitalAmount(Money amount);    // 壹佰元整, 壹仟肆佰零玖元伍角

} // namespace gridbook::text
