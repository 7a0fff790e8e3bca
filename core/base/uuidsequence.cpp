#include "core/base/uuidsequence.h"
#include <QRandomGenerator>

namespace gridbook {

QString UuidSequence::next() const
{
    const quint64 place = m_next.fetch_add(1, std::memory_order_relaxed);
    const quint64 time = place >> counterBits;
    const quint64 counter = place & ((1U << counterBits) - 1);
    constexpr quint64 version = 7;
    constexpr quint64 variant = 2;
    const quint64 high = time << 16 | version << 12 | counter;
    const quint64 low = variant << 62 | QRandomGenerator::global()->generate64() >> 2;
    return QStringLiteral("%1%2").arg(high, 16, 16, QChar(u'0')).arg(low, 16, 16, QChar(u'0'));
}

} // namespace gridbook
