#pragma once
// Amounts that must not be mixed up: money in fen, time in minutes.
#include <QString>
#include <compare>

namespace gridbook {

class Money
{
public:
    constexpr Money() = default;
    static constexpr Money fen(qint64 value)
    {
        Money money;
        money.m_fen = value;
        return money;
    }
    [[nodiscard]] constexpr qint64 fen() const { return m_fen; }
    [[nodiscard]] QString toYuan() const; // "1234.50"
    friend constexpr auto operator<=>(Money, Money) = default;
    friend constexpr Money operator+(Money a, Money b) { return fen(a.m_fen + b.m_fen); }
    friend constexpr Money operator-(Money a, Money b) { return fen(a.m_fen - b.m_fen); }

private:
    qint64 m_fen = 0;
};

class Minutes
{
public:
    constexpr Minutes() = default;
    constexpr explicit Minutes(qint64 count) : m_count(count) {}
    [[nodiscard]] constexpr qint64 count() const { return m_count; }
    friend constexpr auto operator<=>(Minutes, Minutes) = default;
    friend constexpr Minutes operator+(Minutes a, Minutes b) { return Minutes(a.m_count + b.m_count); }

private:
    qint64 m_count = 0;
};

} // namespace gridbook
