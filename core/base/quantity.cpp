#include "core/base/quantity.h"

namespace gridbook {

QString Money::toYuan() const
{
    const qint64 magnitude = m_fen < 0 ? -m_fen : m_fen;
    return (m_fen < 0 ? QStringLiteral("-") : QString()) + QString::number(magnitude / 100) + u'.' +
           QStringLiteral("%1").arg(magnitude % 100, 2, 10, QLatin1Char('0'));
}

} // namespace gridbook
