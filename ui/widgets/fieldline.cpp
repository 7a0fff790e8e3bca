#include "ui/widgets/fieldline.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include <QFocusEvent>
#include <QPainter>
#include <QToolButton>

namespace gridbook::ui {
namespace {

constexpr int inset = 9; // from the frame to the text, as the style has it
constexpr int side = 24; // of a button

} // namespace

FieldLine::FieldLine(QWidget *parent) : QLineEdit(parent), m_leading(Glyph::None)
{
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (!m_hint.isEmpty()) {
            arrange();
        }
    });
}

void FieldLine::setHint(const QString &hint)
{
    if (m_hint != hint) {
        m_hint = hint;
        arrange();
        update();
    }
}

void FieldLine::setMarked(int place)
{
    m_marked = place;
    update();
}

void FieldLine::setLeadingGlyph(Glyph glyph)
{
    m_leading = glyph;
    arrange();
}

QToolButton *FieldLine::addButton(Glyph glyph, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(glyph, Tint::Secondary));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::NoFocus);
    button->setCursor(Qt::ArrowCursor);
    m_buttons.append(button);
    arrange();
    return button;
}

int FieldLine::buttonsWidth() const
{
    int width = 0;
    for (const QToolButton *button : m_buttons) {
        width += button->isHidden() ? 0 : side;
    }
    return width;
}

void FieldLine::arrange()
{
    int right = width() - 4;
    for (auto button = m_buttons.crbegin(); button != m_buttons.crend(); ++button) {
        if (!(*button)->isHidden()) {
            right -= side;
            (*button)->setGeometry(right, (height() - side) / 2, side, side);
        }
    }
    // A hint gives way to the text: it takes what that leaves, at most half of the field, and less than a word is none.
    const int leading = m_leading == Glyph::None ? 0 : currentTheme().metrics.icon + 6;
    const int written = leading + 2 * inset + buttonsWidth() + fontMetrics().horizontalAdvance(displayText()) + 4;
    const int room = qMin(width() - written, width() / 2);
    const int wanted = fontMetrics().horizontalAdvance(m_hint) + 10;
    const int hintWidth = m_hint.isEmpty() || (room < wanted && room < 40) ? 0 : qMin(wanted, room);
    setTextMargins(leading, 0, hintWidth + buttonsWidth(), 0);
}

void FieldLine::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    arrange();
}

void FieldLine::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        arrange();
    }
}

void FieldLine::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        Q_EMIT left();
    }
}

void FieldLine::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Tokens &t = currentTheme().tokens;
    QPainter painter(this);
    if (m_leading != Glyph::None) {
        const int icon = currentTheme().metrics.icon;
        paintGlyph(painter, m_leading, QRectF(inset, (height() - icon) / 2.0, icon, icon), t.secondary);
    }
    if (const int available = textMargins().right() - buttonsWidth() - 6; !m_hint.isEmpty() && available > 0) {
        const QRect where(width() - inset - buttonsWidth() - available, 0, available, height());
        painter.setPen(t.secondary);
        painter.drawText(where, Qt::AlignVCenter | Qt::AlignRight,
                         fontMetrics().elidedText(m_hint, Qt::ElideRight, available));
    }
    if (m_marked > 0 && m_marked <= displayText().size()) {
        const QFontMetrics metrics = fontMetrics();
        const int start = inset + textMargins().left() + metrics.horizontalAdvance(displayText().left(m_marked - 1));
        const int wide = metrics.horizontalAdvance(displayText().at(m_marked - 1));
        painter.fillRect(start, (height() + metrics.ascent() + metrics.descent()) / 2 - 2, wide, 2, t.danger);
    }
}

} // namespace gridbook::ui
