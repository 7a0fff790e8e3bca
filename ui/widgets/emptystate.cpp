#include "ui/widgets/emptystate.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace gridbook::ui {
namespace {

class GlyphSign final : public QWidget
{
public:
    GlyphSign(Glyph glyph, QWidget *parent) : QWidget(parent), m_glyph(glyph) { setFixedSize(64, 64); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(currentTheme().tokens.quietFill);
        painter.drawEllipse(rect());
        paintGlyph(painter, m_glyph, QRectF(18, 18, 28, 28), currentTheme().tokens.secondary);
    }

private:
    Glyph m_glyph;
};

} // namespace

EmptyState::EmptyState(Glyph glyph, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent), m_actions(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(new GlyphSign(glyph, this), 0, Qt::AlignHCenter);
    auto *head = new QLabel(title, this);
    head->setAlignment(Qt::AlignCenter);
    head->setTextFormat(Qt::PlainText);
    setRole(head, Role::Section);
    column->addWidget(head);
    auto *body = new QLabel(text, this);
    body->setTextFormat(Qt::PlainText);
    body->setWordWrap(true);
    body->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    body->setFixedWidth(440); // lines longer than that are not read
    setRole(body, Role::Secondary);
    auto *middle = new QHBoxLayout; // an alignment flag would forget that the height follows from the width
    middle->addStretch();
    middle->addWidget(body);
    middle->addStretch();
    column->addLayout(middle);
    m_actions->setSpacing(8);
    auto *centred = new QHBoxLayout;
    centred->addStretch();
    centred->addLayout(m_actions);
    centred->addStretch();
    column->addSpacing(4);
    column->addLayout(centred);
    column->addStretch(3);
}

QPushButton *EmptyState::addAction(const QString &text, Glyph glyph, bool primary)
{
    auto *button = new QPushButton(icon(glyph, primary ? Tint::OnAccent : Tint::Text), text, this);
    setPrimary(button, primary);
    m_actions->addWidget(button);
    return button;
}

} // namespace gridbook::ui
