#pragma once
// One field of a form: the label above with its required mark, the editor, the message under it in plain words.
#include "ui/widgets/editor.h"

class QLabel;

namespace gridbook::ui {

class FieldRow final : public QWidget
{
    Q_OBJECT
public:
    // The row takes the editor over. "&" in the label marks the Alt key.
    FieldRow(const QString &label, Editor *editor, QWidget *parent = nullptr);
    void setRequired(bool required);
    [[nodiscard]] Editor *editor() const { return m_editor; }
    // The text of the message line; empty if nothing is said.
    [[nodiscard]] QString message() const;

private:
    void showMessage();

    Editor *m_editor;
    QLabel *m_label;
    QLabel *m_star;
    QLabel *m_message;
};

} // namespace gridbook::ui
