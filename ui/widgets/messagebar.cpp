#include "ui/widgets/messagebar.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace gridbook::ui {

namespace {
constexpr int readingTime = 6000; // ms: two short lines, read twice
}

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
    , m_fading(new QTimer(this))
{
    m_fading->setSingleShot(true);
    m_fading->setInterval(readingTime);
    connect(m_fading, &QTimer::timeout, this, &MessageBar::clear);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    setLinkLike(m_action);
    m_close->setIcon(icon(Glyph::Close, Tint::Secondary));
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(m_close->accessibleName());
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto run = std::move(m_run);
        clear();
        if (run) {
            run();
        }
    });
    setOuterMargins({});
    hide();
}

void MessageBar::setOuterMargins(const QMargins &margins)
{
    m_outer = margins;
    layout()->setContentsMargins(margins + QMargins(36, 6, 6, 6));
}

void MessageBar::show(MessageKind kind, const QString &text, const QString &action, std::function<void()> run)
{
    m_kind = kind;
    m_run = std::move(run);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_fresh = true;
    QMetaObject::invokeMethod(
        this, [this] { m_fresh = false; }, Qt::QueuedConnection);
    setVisible(true);
    update();
    startFading();
    Q_EMIT shown();
    // Read out at once, as a modal box would be.
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::setFloating(bool floating)
{
    m_floating = floating;
}

QSize MessageBar::sizeAt(int widest) const
{
    const QMargins room = layout()->contentsMargins();
    int wide = room.left() + room.right() + m_text->fontMetrics().horizontalAdvance(m_text->text()) + 8;
    for (const QWidget *button : {static_cast<QWidget *>(m_action), static_cast<QWidget *>(m_close)}) {
        wide += button->isHidden() ? 0 : button->sizeHint().width() + layout()->spacing();
    }
    wide = qMin(wide, widest);
    return {wide, layout()->totalHeightForWidth(wide)};
}

// What is wrong stays until it is closed.
void MessageBar::startFading()
{
    const bool goes = m_floating && (m_kind == MessageKind::Success || m_kind == MessageKind::Information);
    goes && !underMouse() ? m_fading->start() : m_fading->stop();
}

void MessageBar::enterEvent(QEnterEvent *event)
{
    m_fading->stop(); // it is being read
    QWidget::enterEvent(event);
}

void MessageBar::leaveEvent(QEvent *event)
{
    if (isVisible()) {
        startFading();
    }
    QWidget::leaveEvent(event);
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::clear()
{
    m_run = {};
    m_fading->stop();
    hide();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTheme().tokens;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool danger = m_kind == MessageKind::Danger;
    painter.setBrush(danger                           ? t.dangerSoft
                     : m_kind == MessageKind::Warning ? t.warningSoft
                     : m_kind == MessageKind::Success ? t.successSoft
                                                      : t.informationSoft);
    const QRect bar = rect().marginsRemoved(m_outer);
    const Glyph sign = danger                           ? Glyph::Error
                       : m_kind == MessageKind::Warning ? Glyph::Warning
                       : m_kind == MessageKind::Success ? Glyph::Check
                                                        : Glyph::Info;
    const QColor ink = danger                           ? t.danger
                       : m_kind == MessageKind::Warning ? t.warning
                       : m_kind == MessageKind::Success ? t.success
                                                        : t.information;
    painter.setPen(m_floating ? QPen(ink) : QPen(Qt::NoPen)); // a frame sets it off from what it lies on
    const QRectF frame = m_floating ? QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5) : QRectF(bar);
    painter.drawRoundedRect(frame, currentTheme().metrics.radius, currentTheme().metrics.radius);
    paintGlyph(painter, sign, QRectF(bar.left() + 10, bar.center().y() - 8.5, 18, 18), ink);
}

} // namespace gridbook::ui
