#include "ui/reports/pages.h"
#include "ui/reports/charts.h"
#include <QPainter>

namespace gridbook {

void PageItems::append(const PageItems &other, QPointF offset)
{
    texts.reserve(texts.size() + other.texts.size());
    for (TextItem item : other.texts) {
        item.baseline += offset;
        texts.append(std::move(item));
    }
    for (RuleItem item : other.rules) {
        item.line.translate(offset);
        rules.append(item);
    }
    for (ChartItem item : other.charts) {
        item.area.translate(offset);
        charts.append(std::move(item));
    }
    for (LinkRegion link : other.links) {
        link.area.translate(offset / kUnitsPerMm);
        links.append(std::move(link));
    }
}

namespace {
// Qt takes letter spacing for pixels of the primary screen and scales it by the resolution of the device painted on,
// unlike sizes in pixels; this undoes it.
double spacingScale(const QPainter &painter, double screenDpi)
{
    const int device = painter.device()->logicalDpiY();
    return screenDpi > 0 && device > 0 ? screenDpi / device : 1;
}

void paintText(QPainter &painter, const TextItem &item, const QFont &plain, double scale)
{
    QFont font = plain;
    font.setLetterSpacing(QFont::AbsoluteSpacing, item.spacing * scale);
    painter.setFont(font);
    const double em = plain.pixelSize();
    if (item.quarterTurn) {
        painter.save();
        painter.translate(item.baseline);
        painter.rotate(90);
        painter.drawText(QPointF(), item.text);
        painter.restore();
        return;
    }
    painter.drawText(item.baseline, item.text);
    const double pen = em / 24;
    if (item.underline) {
        const double y = item.baseline.y() + em * 0.14;
        painter.setPen(QPen(Qt::black, pen));
        painter.drawLine(QPointF(item.baseline.x(), y), QPointF(item.baseline.x() + item.width, y));
    }
    if (item.strike) {
        const double y = item.baseline.y() - em * 0.36;
        painter.setPen(QPen(Qt::black, pen));
        painter.drawLine(QPointF(item.baseline.x(), y), QPointF(item.baseline.x() + item.width, y));
    }
}
} // namespace

void paintPage(QPainter &painter, const PagedDocument &document, int page)
{
    if (page < 0 || page >= document.pages.size()) {
        return;
    }
    const PageItems &items = document.pages.at(page).items;
    painter.save();
    painter.scale(1 / kUnitsPerMm, 1 / kUnitsPerMm);
    painter.setBrush(Qt::NoBrush);
    for (const RuleItem &rule : items.rules) {
        QPen pen(Qt::black, rule.width);
        pen.setCapStyle(rule.dashed ? Qt::FlatCap : Qt::SquareCap);
        if (rule.dashed) {
            pen.setDashPattern({8, 6});
        }
        painter.setPen(pen);
        painter.drawLine(rule.line);
    }
    const double scale = spacingScale(painter, document.screenDpi);
    for (const TextItem &text : items.texts) {
        painter.setPen(Qt::black);
        paintText(painter, text, document.fonts.at(text.font), scale);
    }
    for (const ChartItem &chart : items.charts) {
        paintChart(painter, chart.area, chart.chart, ChartStyle::withFont(document.fonts.at(chart.font)));
    }
    painter.restore();
}

} // namespace gridbook
