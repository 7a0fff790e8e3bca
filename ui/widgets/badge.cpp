#include "ui/widgets/badge.h"
#include "ui/shell/theme.h"
#include "ui/widgets/numbers.h"
#include <QPainter>

using namespace Qt::StringLiterals;

namespace gridbook::ui {
namespace {

QSize badgeSize(int count)
{
    const QFontMetrics metrics(currentTheme().fonts.small);
    const int high = metrics.ascent() + metrics.descent() < 18 ? 18 : 20;
    return {qMax(high, metrics.horizontalAdvance(Badge::text(count)) + 12), high};
}

} // namespace

Badge::Badge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

QString Badge::text(int count)
{
    return count > 9999 ? u"9,999+"_qs : numberLocale().toString(count);
}

void Badge::setCount(int count, BadgeKind kind)
{
    m_count = count;
    m_kind = kind;
    setVisible(count > 0);
    setAccessibleName(count > 0 ? text(count) : QString());
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return badgeSize(m_count);
}

int Badge::paint(QPainter &painter, QPoint rightCentre, int count, BadgeKind kind)
{
    const Theme &theme = currentTheme();
    const QSize size = badgeSize(count);
    const QRect place(QPoint(rightCentre.x() - size.width(), rightCentre.y() - size.height() / 2), size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const bool urgent = kind == BadgeKind::Urgent;
    painter.setBrush(urgent ? theme.tokens.dangerFill : theme.tokens.quietFill);
    painter.drawRoundedRect(place, size.height() / 2.0, size.height() / 2.0);
    painter.setFont(theme.fonts.small);
    painter.setPen(urgent ? theme.tokens.onAccent : theme.tokens.secondary);
    painter.drawText(place, Qt::AlignCenter, text(count));
    painter.restore();
    return size.width();
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, QPoint(width(), height() / 2), m_count, m_kind);
}

} // namespace gridbook::ui
