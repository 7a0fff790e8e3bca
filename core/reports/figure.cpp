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

qint64 FigureRows::number() const
{
    return amounts.isEmpty() ? ids.size() : std::accumulate(amounts.begin(), amounts.end(), qint64(0));
}

std::optional<double> FigureLine::growth() const
{
    return before == 0 ? std::nullopt : std::optional(double(now - before) / double(before));
}

} // namespace gridbook
