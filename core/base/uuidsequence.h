#pragma once
// UUIDs of version 7 (RFC 9562, 5.7 and 6.2): the time in front, a counter, then chance. Each is greater than the one
// before, so that those of one import lie side by side in an index; random ones would touch a page each.
#include <QDateTime>
#include <QString>
#include <atomic>

namespace gridbook {

class UuidSequence
{
public:
    explicit UuidSequence(const QDateTime &begin) : m_next(quint64(begin.toMSecsSinceEpoch()) << counterBits) {}

    // 32 hexadecimal digits without hyphens. From any thread.
    QString next() const;

private:
    static constexpr int counterBits = 12; // what goes beyond is carried into the time, which then runs ahead
    mutable std::atomic<quint64> m_next;
};

} // namespace gridbook
