#pragma once
// One id type per table, so that a branch is never passed where a grid is meant.
#include <QHashFunctions>
#include <QtGlobal>
#include <compare>

namespace gridbook {

using RowId = qint64; // 0 = none; the generic machinery works with plain row ids

template <typename Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(RowId value) : m_value(value) {}
    [[nodiscard]] constexpr RowId value() const { return m_value; }
    [[nodiscard]] constexpr bool isValid() const { return m_value > 0; }
    friend constexpr auto operator<=>(Id, Id) = default;

private:
    RowId m_value = 0;
};

template <typename Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value(), seed);
}

using DivisionId = Id<struct DivisionTag>;
using GridId = Id<struct GridTag>;
using BuildingId = Id<struct BuildingTag>;
using PersonId = Id<struct PersonTag>;
using MemberId = Id<struct MemberTag>;
using PartyOrgId = Id<struct PartyOrgTag>;
using BatchId = Id<struct BatchTag>;

} // namespace gridbook
