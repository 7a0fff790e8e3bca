#pragma once
// Plain text: one line, or several.
#include "ui/widgets/lineeditor.h"

class QPlainTextEdit;

namespace gridbook::ui {

// One line. Blanks at both ends and runs of blanks inside go when the field is left.
class TextEditor final : public LineEditor
{
    Q_OBJECT
public:
    explicit TextEditor(QWidget *parent = nullptr);
    void setMaxLength(int characters) { line()->setMaxLength(characters); }

protected:
    [[nodiscard]] Reading read(const QString &text) const override;
    [[nodiscard]] QString write(const QVariant &value) const override { return value.toString(); }
};

// Several lines; Tab goes to the next field, as everywhere in a form.
class LongTextEditor final : public Editor
{
    Q_OBJECT
public:
    explicit LongTextEditor(QWidget *parent = nullptr);
    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant &value) override;
    [[nodiscard]] bool isEmpty() const override;
    void setReadOnly(bool readOnly) override;
    [[nodiscard]] QWidget *field() const override;
    void setMaxLength(int characters);
    void setVisibleLines(int lines);

protected:
    [[nodiscard]] Validation ownValidation() const override;

private:
    QPlainTextEdit *m_edit;
    int m_maxLength = 0; // 0 = any
};

} // namespace gridbook::ui
