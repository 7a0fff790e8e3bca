#include "ui/widgets/paragraph.h"
#include <QEvent>

namespace gridbook::ui {

Paragraph::Paragraph(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setWordWrap(true);
}

void Paragraph::setText(const QString &text)
{
    QLabel::setText(text);
    fitHeight();
}

void Paragraph::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fitHeight();
}

void Paragraph::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitHeight();
    }
}

void Paragraph::fitHeight()
{
    // The height for a width is never less than the minimum, so the old one must go first.
    setMinimumHeight(0);
    setMinimumHeight(qMax(0, heightForWidth(width()))); // −1 as long as there is no text
}

} // namespace gridbook::ui
