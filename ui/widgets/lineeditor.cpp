#include "ui/widgets/lineeditor.h"
#include <QHBoxLayout>

namespace gridbook::ui {

LineEditor::LineEditor(QWidget *parent) : Editor(parent), m_line(new FieldLine(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    setFocusProxy(m_line);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        setSettled(false);
        reread();
        Q_EMIT edited();
    });
    connect(m_line, &QLineEdit::returnPressed, this, &LineEditor::settle);
    connect(m_line, &FieldLine::left, this, &LineEditor::settle);
}

void LineEditor::setValue(const QVariant &value)
{
    m_line->setText(value.isValid() && !value.isNull() ? write(value) : QString());
    m_line->setCursorPosition(0);
    // An empty new record must not start with every required field in red.
    setSettled(!m_line->text().isEmpty());
    reread();
}

bool LineEditor::isEmpty() const
{
    return m_line->text().trimmed().isEmpty();
}

void LineEditor::setReadOnly(bool readOnly)
{
    setReadOnlyFlag(readOnly);
    m_line->setReadOnly(readOnly);
}

void LineEditor::setHint(const QString &hint)
{
    m_formHint = hint;
    m_line->setHint(m_reading.hint.isEmpty() ? m_formHint : m_reading.hint);
}

void LineEditor::settle()
{
    setSettled(true);
    reread();
    if (!m_reading.rewritten.isEmpty() && m_reading.rewritten != m_line->text()) {
        m_line->setText(m_reading.rewritten);
        reread();
    }
}

void LineEditor::take(const QString &text)
{
    m_line->setText(text);
    reread(); // first: what settle() does depends on what the text now means
    settle();
}

void LineEditor::enter(const QString &text)
{
    take(text);
    Q_EMIT edited();
}

void LineEditor::reread()
{
    m_reading = isEmpty() ? Reading() : read(m_line->text());
    m_line->setHint(m_reading.hint.isEmpty() ? m_formHint : m_reading.hint);
    m_line->setMarked(m_reading.wrongAt);
    onReading();
    refreshValidation();
}

Validation LineEditor::ownValidation() const
{
    const bool early = !isSettled() && m_reading.note.level == Level::Error && m_reading.wrongAt == 0;
    return early ? Validation() : m_reading.note;
}

} // namespace gridbook::ui
