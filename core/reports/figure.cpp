#include "core/reports/figure.h"
#include <algorithm>
#include <numeric>

namespace gridbook {

std::optional<FigureKey> FigureKey::parse(QStringView text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at <= 0) {
        return std::nullopt;
    }
    FigureKey key;
    key.day = QDate::fromString(text.sliced(at + 1).toString(), Qt::ISODate);
    const QStringView name = text.first(at);
    const qsizetype colon = name.indexOf(u':');
    key.figure = (colon < 0 ? name : name.first(colon)).toString();
    if (colon >= 0) {
        for (const QStringView part : name.sliced(colon + 1).split(u',')) {
            const qsizetype equals = part.indexOf(u'=');
            if (equals <= 0) {
                return std::nullopt;
            }
            key.place.insert(part.first(equals).toString(), part.sliced(equals + 1).toString());
        }
    }
    return key.day.isValid() && !key.figure.isEmpty() ? std::optional(key) : std::nullopt;
}

QString FigureKey::toString() const
{
    QString text = figure;
    QChar separator = u':';
    // Line before column, then whatever else: the order in which one reads a table.
    QStringList names = place.keys();
    std::stable_sort(names.begin(), names.end(),
                     [](const QString &a, const QString &b) { return (a == u"line") > (b == u"line"); });
    for (const QString &name : std::as_const(names)) {
        text += separator + name + u'=' + place.value(name);
        separator = u',';
    }
    return text + u'@' + day.toString(Qt::ISODate);
}

bool FigureKey::isCell() const
{
    return place.size() == 2 && place.contains(QStringLiteral("line")) && place.contains(QStringLiteral("col"));
}

std::optional<qint64> FigureRows::number() const
{
    if (!known) {
        return std::nullopt;
    }
    return amounts.isEmpty() ? qint64(ids.size()) : std::accumulate(amounts.begin(), amounts.end(), qint64(0));
}

std::optional<qint64> FigureLine::change() const
{
    return now && before ? std::optional(*now - *before) : std::nullopt;
}

std::optional<double> FigureLine::growth() const
{
    return change() && *before != 0 ? std::optional(double(*change()) / double(*before)) : std::nullopt;
}

QString numberText(std::optional<qint64> number)
{
    return number ? QString::number(*number) : QStringLiteral("—");
}

} // namespace gridbook
