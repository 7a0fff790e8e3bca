#include "ui/widgets/messagebar.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace gridbook::ui {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent), m_text(new QLabel(this)), m_action(new QPushButton(this)), m_close(new QToolButton(this))
{
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
    setVisible(true);
    update();
    // Read out at once, as a modal box would be.
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::clear()
{
    m_run = {};
    hide();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTheme().tokens;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const bool danger = m_kind == MessageKind::Danger;
    painter.setBrush(danger                           ? t.dangerSoft
                     : m_kind == MessageKind::Warning ? t.warningSoft
                     : m_kind == MessageKind::Success ? t.successSoft
                                                      : t.informationSoft);
    const QRect bar = rect().marginsRemoved(m_outer);
    painter.drawRoundedRect(bar, currentTheme().metrics.radius, currentTheme().metrics.radius);
    const Glyph sign = danger                           ? Glyph::Error
                       : m_kind == MessageKind::Warning ? Glyph::Warning
                       : m_kind == MessageKind::Success ? Glyph::Check
                                                        : Glyph::Info;
    const QColor ink = danger                           ? t.danger
                       : m_kind == MessageKind::Warning ? t.warning
                       : m_kind == MessageKind::Success ? t.success
                                                        : t.information;
    paintGlyph(painter, sign, QRectF(bar.left() + 10, bar.center().y() - 8.5, 18, 18), ink);
}

} // namespace gridbook::ui
