#include "core/base/quarter.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace gridbook {

Result<Quarter> Quarter::parse(QStringView text)
{
    static const QRegularExpression shape(
        QStringLiteral("^\\s*(\\d{4})\\s*(?:-?[Qq]([1-4])|年第?([一二三四1-4])季度?)\\s*$"));
    const auto match = shape.match(text.toString());
    if (!match.hasMatch()) {
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate("Quarter", "“%1” is not a quarter; write it as 2026Q3.").arg(text),
                     {}};
    }
    int number = match.captured(2).toInt();
    if (number == 0) {
        const QString word = match.captured(3);
        const auto han = QStringView(u"一二三四").indexOf(word);
        number = han >= 0 ? int(han) + 1 : word.toInt();
    }
    return Quarter(match.captured(1).toInt(), number);
}

QString Quarter::toString() const
{
    return QStringLiteral("%1Q%2").arg(m_year).arg(m_number);
}

QString Quarter::toChinese() const
{
    return QStringLiteral("%1年第%2季度").arg(m_year).arg(QStringView(u"一二三四").at(m_number - 1));
}

} // namespace gridbook
