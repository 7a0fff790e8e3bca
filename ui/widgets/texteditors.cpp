#include "ui/widgets/texteditors.h"
#include "core/text/normalise.h"
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace gridbook::ui {

TextEditor::TextEditor(QWidget *parent) : LineEditor(parent) {}

Reading TextEditor::read(const QString &text) const
{
    const QString tidy = text::tidied(text);
    return {tidy.isEmpty() ? QVariant() : QVariant(tidy), {}, {}, tidy, 0};
}

LongTextEditor::LongTextEditor(QWidget *parent) : Editor(parent), m_edit(new QPlainTextEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_edit);
    m_edit->setTabChangesFocus(true);
    m_edit->document()->setDocumentMargin(7);
    setFocusProxy(m_edit);
    setVisibleLines(3);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        refreshValidation();
        Q_EMIT edited();
    });
}

QVariant LongTextEditor::value() const
{
    const QString text = m_edit->toPlainText().trimmed();
    return text.isEmpty() || ownValidation().level == Level::Error ? QVariant() : QVariant(text);
}

void LongTextEditor::setValue(const QVariant &value)
{
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(value.toString());
    setSettled(!isEmpty());
    refreshValidation();
}

bool LongTextEditor::isEmpty() const
{
    return m_edit->toPlainText().trimmed().isEmpty();
}

void LongTextEditor::setReadOnly(bool readOnly)
{
    setReadOnlyFlag(readOnly);
    m_edit->setReadOnly(readOnly);
    m_edit->setProperty("readOnlyLook", readOnly);
    m_edit->update();
}

QWidget *LongTextEditor::field() const
{
    return m_edit;
}

void LongTextEditor::setMaxLength(int characters)
{
    m_maxLength = characters;
    refreshValidation();
}

void LongTextEditor::setVisibleLines(int lines)
{
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * lines + 18);
}

Validation LongTextEditor::ownValidation() const
{
    // The text is not cut: what was pasted stays until its author has shortened it.
    const int over = m_maxLength > 0 ? int(m_edit->toPlainText().trimmed().size()) - m_maxLength : 0;
    if (over <= 0) {
        return {};
    }
    return {Level::Error, tr("Too long by %1 characters; %2 fit here.").arg(over).arg(m_maxLength)};
}

} // namespace gridbook::ui
