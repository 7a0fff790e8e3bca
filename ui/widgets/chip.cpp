#include "ui/widgets/chip.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include <QKeyEvent>
#include <QPainter>

namespace gridbook::ui {
namespace {

constexpr int cross = 18;
constexpr int padding = 10;

} // namespace

Chip::Chip(const QString &text, ChipKind kind, QWidget *parent) : QAbstractButton(parent), m_kind(kind)
{
    setText(text);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Chip::setRemovable(bool removable)
{
    m_removable = removable;
    setFocusPolicy(removable ? Qt::StrongFocus : Qt::NoFocus);
    setToolTip(removable ? tr("Remove (Delete)") : QString());
    setAccessibleDescription(toolTip());
    updateGeometry();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(currentTheme().fonts.small);
    return {metrics.horizontalAdvance(text()) + 2 * padding + (m_removable ? cross : 0) + 4,
            24}; // 4: rounding of scaled fonts
}

QSize Chip::minimumSizeHint() const
{
    return {qMin(80, sizeHint().width()), sizeHint().height()};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Theme &theme = currentTheme();
    const Tokens &t = theme.tokens;
    struct Look
    {
        QColor ink;
        QColor ground;
    };
    const Look look = [this, &t]() -> Look {
        switch (m_kind) {
        case ChipKind::Success:
            return {t.success, t.successSoft};
        case ChipKind::Warning:
            return {t.warningText, t.warningSoft};
        case ChipKind::Danger:
            return {t.danger, t.dangerSoft};
        case ChipKind::Quiet:
            return {t.secondary, t.quietFill};
        case ChipKind::Information:
            break;
        }
        return {t.information, t.informationSoft};
    }();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(t.information, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(look.ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 11, 11);
    painter.setFont(theme.fonts.small);
    painter.setPen(look.ink);
    const QRect words = rect().adjusted(padding, 0, -padding - (m_removable ? cross : 0), 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    if (m_removable) {
        paintGlyph(painter, Glyph::Close, QRectF(width() - padding - 12, (height() - 12) / 2.0, 12, 12), look.ink);
    }
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT removeRequested();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    const bool onCross = m_removable && event->pos().x() > width() - padding - cross && rect().contains(event->pos());
    QAbstractButton::mouseReleaseEvent(event);
    if (onCross) {
        Q_EMIT removeRequested(); // last: the owner may delete the chip
    }
}

} // namespace gridbook::ui
