#pragma once
// Charts painted by hand: one function for screen, printer and PDF. Every bar carries its value and its label in full;
// bars can be clicked, because a figure opens its rows.
#include "core/reports/document.h"
#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QWidget>

class QPainter;

namespace gridbook {

struct ChartPalette
{
    QColor accent = QColor(0xB5, 0x30, 0x2A); // the bar pointed at, the line
    QColor bar = QColor(0x4A, 0x78, 0xA8);
    QColor line = QColor(0xE3, 0xE5, 0xE9); // axis
    QColor text = QColor(0x1F, 0x23, 0x29);
    QColor secondary = QColor(0x64, 0x6A, 0x73);
};

struct ChartStyle
{
    ChartPalette palette = {};
    QFont font = {}; // its pixel size is in the units of the area

    static ChartStyle withFont(const QFont &font) { return {{}, font}; }
};

// The area of each point: bars, or for lines the column around the mark. Same order and number as chart.points.
QList<QRectF> chartRegions(const QRectF &area, const Chart &chart, const ChartStyle &style);
// active: the point shown in the accent colour, -1 for none.
void paintChart(QPainter &painter, const QRectF &area, const Chart &chart, const ChartStyle &style, int active = -1);
// The label of a point in at most three lines of the room that a bar has; one too long even then is shortened with ….
// Never broken inside a number, and no character stands alone in the last line.
QStringList chartLabelLines(const QString &label, const QFontMetricsF &metrics, double room);
// "61岁以上：64；…" for those who cannot see it.
QString chartDescription(const Chart &chart);

// A chart on a page: bars answer to the mouse and to the keyboard (arrow keys, Enter).
class ChartWidget : public QWidget
{
    Q_OBJECT

public:
    explicit ChartWidget(QWidget *parent = nullptr);

    void setChart(const Chart &chart);
    [[nodiscard]] const Chart &chart() const { return m_chart; }
    void setPalette(const ChartPalette &palette);
    // The bar that is marked: the one under the mouse, else the one that the keys stand on; -1 for none.
    [[nodiscard]] int current() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void barActivated(int index);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] ChartStyle style() const;
    [[nodiscard]] int pointAt(QPointF position) const;
    [[nodiscard]] int atKeys() const; // where the keys go on from
    void setHovered(int index);
    void setChosen(int index);

    Chart m_chart;
    ChartPalette m_palette;
    int m_hovered = -1;
    int m_chosen = -1; // by the keys
};

} // namespace gridbook
