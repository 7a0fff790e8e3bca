#include "ui/reports/charts.h"
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace gridbook {

using namespace Qt::StringLiterals;

QStringList chartLabelLines(const QString &label, const QFontMetricsF &metrics, double room)
{
    QStringList lines;
    QString rest = label;
    while (!rest.isEmpty() && lines.size() < 3) {
        qsizetype take = rest.size();
        while (take > 1 && metrics.horizontalAdvance(rest.left(take)) > room) {
            --take;
        }
        // Never inside a number: 31至35 is 31至 and 35.
        qsizetype whole = take;
        while (whole > 0 && whole < rest.size() && rest.at(whole - 1).isDigit() && rest.at(whole).isDigit()) {
            --whole;
        }
        take = whole > 0 ? whole : take;
        // Between words where the language has blanks.
        if (const qsizetype blank = rest.left(take + 1).lastIndexOf(u' '); take < rest.size() && blank > 0) {
            take = blank;
        }
        // No character alone in the last line: 30及以下 is 30 and 及以下, at the border of the number.
        if (rest.size() - take == 1 && take > 1) {
            const auto isBorder = [&rest](qsizetype at) { return rest.at(at - 1).isDigit() != rest.at(at).isDigit(); };
            qsizetype border = take - 1;
            while (border > 0 && !isBorder(border)) {
                --border;
            }
            take = border > 0 ? border : isBorder(take) ? take : take - 1;
        }
        if (lines.size() == 2 && take < rest.size()) {
            lines.append(metrics.elidedText(rest, Qt::ElideRight, room));
            return lines;
        }
        lines.append(rest.left(take));
        rest = rest.mid(take).trimmed();
    }
    return lines;
}

namespace {

QString valueText(const Chart &chart, const Chart::Point &point)
{
    return QString::number(point.value, 'f', chart.decimals);
}

// Where things stand; lengths follow the font, so that one layout serves the screen and the sheet.
struct Frame
{
    QRectF plot = {};
    double baseline = 0; // of value zero: y for bars and lines, x for horizontal bars
    double perValue = 0; // length of a value of one
    double lineHeight = 0;
    double labelWidth = 0; // of horizontal bars
    double step = 0;       // from point to point
};

Frame frameOf(const QRectF &area, const Chart &chart, const QFontMetricsF &metrics)
{
    Frame frame;
    frame.lineHeight = metrics.height();
    const double gap = frame.lineHeight * 0.4;
    const double count = static_cast<double>(qMax<qsizetype>(1, chart.points.size()));
    double high = 0;
    double low = 0;
    double labels = 0;
    double values = 0;
    for (const Chart::Point &point : chart.points) {
        high = qMax(high, point.value);
        low = qMin(low, point.value);
        labels = qMax(labels, metrics.horizontalAdvance(point.label));
        values = qMax(values, metrics.horizontalAdvance(valueText(chart, point)));
    }
    const double range = high - low > 0 ? high - low : 1;
    const bool headed = !chart.caption.isEmpty() || !chart.unit.isEmpty();
    const QRectF inner = area.adjusted(0, headed ? frame.lineHeight * 1.5 : gap, 0, -gap);
    if (chart.kind == Chart::Kind::HorizontalBars) {
        frame.labelWidth = qMin(labels + gap, inner.width() * 0.4);
        frame.plot = inner.adjusted(frame.labelWidth + (low < 0 ? values + gap : 0), 0, -(values + 2 * gap), 0);
        frame.perValue = frame.plot.width() / range;
        frame.baseline = frame.plot.left() - low * frame.perValue;
        frame.step = frame.plot.height() / count;
        return frame;
    }
    frame.step = inner.width() / count;
    qsizetype most = 1;
    for (const Chart::Point &point : chart.points) {
        most = qMax(most, chartLabelLines(point.label, metrics, frame.step * 0.96).size());
    }
    const double under = frame.lineHeight * static_cast<double>(most) + gap + (low < 0 ? frame.lineHeight : 0);
    frame.plot = inner.adjusted(0, frame.lineHeight * 1.2, 0, -under);
    frame.perValue = frame.plot.height() / range;
    frame.baseline = frame.plot.bottom() + low * frame.perValue;
    return frame;
}

QRectF regionOf(const Frame &frame, const Chart &chart, qsizetype i)
{
    const double value = chart.points.at(i).value;
    const double length = qAbs(value) * frame.perValue;
    const double at = static_cast<double>(i) * frame.step;
    if (chart.kind == Chart::Kind::HorizontalBars) {
        const double thick = qMin(frame.step * 0.62, frame.lineHeight * 1.6);
        const double x = value >= 0 ? frame.baseline : frame.baseline - length;
        return {x, frame.plot.top() + at + (frame.step - thick) / 2, length, thick};
    }
    if (chart.kind == Chart::Kind::Line) {
        return {frame.plot.left() + at, frame.plot.top(), frame.step, frame.plot.height()};
    }
    const double thick = qMin(frame.step * 0.56, frame.lineHeight * 3.4);
    const double y = value >= 0 ? frame.baseline - length : frame.baseline;
    return {frame.plot.left() + at + (frame.step - thick) / 2, y, thick, length};
}

QPointF markOf(const Frame &frame, const Chart &chart, qsizetype i)
{
    return {frame.plot.left() + (static_cast<double>(i) + 0.5) * frame.step,
            frame.baseline - chart.points.at(i).value * frame.perValue};
}

void centred(QPainter &painter, QPointF baseline, const QString &text, const QFontMetricsF &metrics)
{
    painter.drawText(baseline - QPointF(metrics.horizontalAdvance(text) / 2, 0), text);
}

void paintHead(QPainter &painter, const QRectF &area, const Chart &chart, const ChartStyle &style,
               const QFontMetricsF &metrics)
{
    QFont bold = style.font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(style.palette.text);
    painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), chart.caption);
    painter.setFont(style.font);
    painter.setPen(style.palette.secondary);
    const double width = metrics.horizontalAdvance(chart.unit);
    painter.drawText(QPointF(area.right() - width, area.top() + metrics.ascent()), chart.unit);
}

void paintHorizontal(QPainter &painter, const QRectF &area, const Chart &chart, const ChartStyle &style,
                     const Frame &frame, const QFontMetricsF &metrics, int active)
{
    const double gap = frame.lineHeight * 0.4;
    const double middle = (metrics.ascent() - metrics.descent()) / 2;
    for (qsizetype i = 0; i < chart.points.size(); ++i) {
        const Chart::Point &point = chart.points.at(i);
        const QRectF bar = regionOf(frame, chart, i);
        painter.fillRect(bar, i == active ? style.palette.accent : style.palette.bar);
        painter.setPen(style.palette.text);
        const QString label = metrics.elidedText(point.label, Qt::ElideRight, frame.labelWidth - gap);
        painter.drawText(QPointF(area.left(), bar.center().y() + middle), label);
        const QString value = valueText(chart, point);
        const double x = point.value >= 0 ? bar.right() + gap : bar.left() - gap - metrics.horizontalAdvance(value);
        painter.drawText(QPointF(x, bar.center().y() + middle), value);
    }
    painter.setPen(QPen(style.palette.secondary, frame.lineHeight / 20));
    painter.drawLine(QPointF(frame.baseline, frame.plot.top()), QPointF(frame.baseline, frame.plot.bottom()));
}

void paintUpright(QPainter &painter, const Chart &chart, const ChartStyle &style, const Frame &frame,
                  const QFontMetricsF &metrics, int active)
{
    painter.setPen(QPen(style.palette.line, frame.lineHeight / 20));
    for (int quarter = 1; quarter <= 4; ++quarter) {
        const double y = frame.plot.bottom() - frame.plot.height() * quarter / 4;
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
    }
    painter.setPen(QPen(style.palette.secondary, frame.lineHeight / 20));
    painter.drawLine(QPointF(frame.plot.left(), frame.baseline), QPointF(frame.plot.right(), frame.baseline));
    const bool line = chart.kind == Chart::Kind::Line;
    if (line) {
        painter.setPen(QPen(style.palette.bar, frame.lineHeight / 8));
        for (qsizetype i = 1; i < chart.points.size(); ++i) {
            painter.drawLine(markOf(frame, chart, i - 1), markOf(frame, chart, i));
        }
    }
    const double below = frame.plot.bottom() + metrics.ascent() + frame.lineHeight * 0.3;
    for (qsizetype i = 0; i < chart.points.size(); ++i) {
        const Chart::Point &point = chart.points.at(i);
        const QColor colour = i == active ? style.palette.accent : style.palette.bar;
        const QPointF mark = markOf(frame, chart, i);
        double top = mark.y();
        if (line) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawEllipse(mark, frame.lineHeight / 4, frame.lineHeight / 4);
            painter.setBrush(Qt::NoBrush);
            top -= frame.lineHeight / 4;
        } else {
            painter.fillRect(regionOf(frame, chart, i), colour);
        }
        painter.setPen(style.palette.text);
        const bool under = point.value < 0 && !line;
        centred(painter, {mark.x(), under ? top + metrics.ascent() : top - frame.lineHeight * 0.3},
                valueText(chart, point), metrics);
        const QStringList lines = chartLabelLines(point.label, metrics, frame.step * 0.96);
        const double shift = frame.baseline < frame.plot.bottom() - 1 ? frame.lineHeight : 0;
        for (qsizetype row = 0; row < lines.size(); ++row) {
            centred(painter, {mark.x(), below + shift + frame.lineHeight * static_cast<double>(row)}, lines.at(row),
                    metrics);
        }
    }
}

} // namespace

QList<QRectF> chartRegions(const QRectF &area, const Chart &chart, const ChartStyle &style)
{
    const Frame frame = frameOf(area, chart, QFontMetricsF(style.font));
    QList<QRectF> regions;
    for (qsizetype i = 0; i < chart.points.size(); ++i) {
        regions.append(regionOf(frame, chart, i));
    }
    return regions;
}

void paintChart(QPainter &painter, const QRectF &area, const Chart &chart, const ChartStyle &style, int active)
{
    const QFontMetricsF metrics(style.font);
    const Frame frame = frameOf(area, chart, metrics);
    painter.save();
    painter.setBrush(Qt::NoBrush);
    paintHead(painter, area, chart, style, metrics);
    if (chart.kind == Chart::Kind::HorizontalBars) {
        paintHorizontal(painter, area, chart, style, frame, metrics, active);
    } else {
        paintUpright(painter, chart, style, frame, metrics, active);
    }
    painter.restore();
}

QString chartDescription(const Chart &chart)
{
    QStringList parts;
    for (const Chart::Point &point : chart.points) {
        parts.append(point.label + u"：" + valueText(chart, point));
    }
    return parts.join(u'；');
}

ChartWidget::ChartWidget(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ChartWidget::setChart(const Chart &chart)
{
    m_chart = chart;
    m_hovered = -1;
    m_chosen = -1;
    setAccessibleName(chart.caption.isEmpty() ? tr("Chart") : chart.caption);
    setAccessibleDescription(chartDescription(chart));
    updateGeometry();
    update();
}

void ChartWidget::setPalette(const ChartPalette &palette)
{
    m_palette = palette;
    update();
}

QSize ChartWidget::sizeHint() const
{
    const int line = fontMetrics().height();
    const int points = static_cast<int>(m_chart.points.size());
    return m_chart.kind == Chart::Kind::HorizontalBars ? QSize(line * 24, line * (2 * points + 3))
                                                       : QSize(line * 24, line * 13);
}

QSize ChartWidget::minimumSizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 12, qMin(sizeHint().height(), line * 9)};
}

ChartStyle ChartWidget::style() const
{
    QFont sized = font();
    sized.setPixelSize(fontInfo().pixelSize());
    return {m_palette, sized};
}

int ChartWidget::pointAt(QPointF position) const
{
    const QList<QRectF> regions = chartRegions(rect(), m_chart, style());
    for (qsizetype i = 0; i < regions.size(); ++i) {
        // The whole column or row of a bar answers, so that small bars can be hit too.
        QRectF area = regions.at(i);
        if (m_chart.kind == Chart::Kind::HorizontalBars) {
            area.setLeft(0);
            area.setRight(width());
        } else {
            area.setTop(0);
            area.setBottom(height());
        }
        if (area.contains(position)) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

int ChartWidget::current() const
{
    return m_hovered >= 0 ? m_hovered : hasFocus() ? m_chosen : -1;
}

int ChartWidget::atKeys() const
{
    return m_hovered >= 0 ? m_hovered : m_chosen;
}

void ChartWidget::setHovered(int index)
{
    if (m_hovered != index) {
        m_hovered = index;
        update();
    }
}

void ChartWidget::setChosen(int index)
{
    m_chosen = index;
    m_hovered = -1; // whoever takes to the keys sees where they stand
    update();
}

bool ChartWidget::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = pointAt(help->pos());
        if (index >= 0) {
            const Chart::Point &point = m_chart.points.at(index);
            QToolTip::showText(help->globalPos(), QString(point.label + u"：" + valueText(m_chart, point)), this);
            return true;
        }
    }
    return QWidget::event(event);
}

void ChartWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double edge = fontMetrics().height() * 0.3;
    paintChart(painter, QRectF(rect()), m_chart, style(), current());
    if (hasFocus()) {
        painter.setPen(QPen(m_palette.accent, 1, Qt::DotLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), edge, edge);
    }
}

void ChartWidget::mouseMoveEvent(QMouseEvent *event)
{
    const int index = pointAt(event->position());
    setHovered(index);
    setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ChartWidget::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = event->button() == Qt::LeftButton ? pointAt(event->position()) : -1;
    if (index >= 0) {
        m_chosen = -1;
        Q_EMIT barActivated(index);
    }
}

void ChartWidget::leaveEvent(QEvent *)
{
    setHovered(-1);
}

// What a bar opened lies over it now; the mouse is elsewhere when it comes back.
void ChartWidget::hideEvent(QHideEvent *event)
{
    setHovered(-1);
    QWidget::hideEvent(event);
}

void ChartWidget::keyPressEvent(QKeyEvent *event)
{
    const int count = static_cast<int>(m_chart.points.size());
    if (count == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        setChosen(qMin(atKeys() + 1, count - 1));
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
        setChosen(qMax(atKeys() - 1, 0));
        break;
    case Qt::Key_Home:
        setChosen(0);
        break;
    case Qt::Key_End:
        setChosen(count - 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (atKeys() >= 0) {
            Q_EMIT barActivated(atKeys());
        }
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ChartWidget::focusInEvent(QFocusEvent *event)
{
    const bool byKeys = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKeys && m_chosen < 0 && !m_chart.points.isEmpty()) {
        setChosen(0);
    }
    QWidget::focusInEvent(event);
}

} // namespace gridbook
