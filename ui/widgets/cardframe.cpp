#include "ui/widgets/cardframe.h"
#include "ui/shell/theme.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace gridbook::ui {

CardFrame::CardFrame(QWidget *parent) : CardFrame(QString(), parent) {}

CardFrame::CardFrame(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_head(new QWidget(this))
    , m_title(new QLabel(m_head))
    , m_note(new QLabel(m_head))
    , m_body(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(15, 11, 15, 11);
    row->addWidget(m_title);
    row->addStretch();
    row->addWidget(m_note);
    m_title->setTextFormat(Qt::PlainText);
    m_note->setTextFormat(Qt::PlainText);
    setRole(m_title, Role::Strong);
    setRole(m_note, Role::Small);
    m_body->setContentsMargins(15, 11, 15, 11);
    column->addWidget(m_head);
    column->addLayout(m_body, 1);
    setTitle(title);
}

void CardFrame::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_head->setVisible(!title.isEmpty());
    update();
}

void CardFrame::setNote(const QString &note)
{
    m_note->setText(note);
}

void CardFrame::setHeadWidget(QWidget *widget)
{
    widget->setParent(m_head);
    m_head->layout()->addWidget(widget);
}

void CardFrame::paintEvent(QPaintEvent *)
{
    const Theme &theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.tokens.line);
    painter.setBrush(theme.tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.metrics.radius, theme.metrics.radius);
    if (!m_head->isHidden()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.drawLine(1, m_head->geometry().bottom(), width() - 2, m_head->geometry().bottom());
    }
}

} // namespace gridbook::ui
