#pragma once
// One field of a form: the label above with its required mark, the editor, the message under it in plain words. The
// line of the message is part of the distance between rows and always there, so that no field moves when something is
// said.
#include "ui/widgets/editor.h"

class QBoxLayout;
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
    // The height of the line of the message, always kept.
    [[nodiscard]] static int lineHeight();
    // Ways out, in the line of the message; below it where both do not fit. The row takes the widget over.
    void setAside(QWidget *aside);

protected:
    bool event(QEvent *event) override;

private:
    void showMessage();
    void arrangeFoot();

    Editor *m_editor;
    QLabel *m_label;
    QLabel *m_star;
    QWidget *m_foot;
    QBoxLayout *m_footLine;
    QLabel *m_message;
    QWidget *m_aside = nullptr;
};

} // namespace gridbook::ui
