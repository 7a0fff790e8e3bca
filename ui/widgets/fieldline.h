#pragma once
// A line edit with a quiet hint inside at the right (unit, pinyin, precision), small buttons, and a mark under one
// character. The buttons do not take the focus: each has a key, named in its tool tip.
#include <QLineEdit>

class QToolButton;

namespace gridbook::ui {

enum class Glyph;

class FieldLine final : public QLineEdit
{
    Q_OBJECT
public:
    explicit FieldLine(QWidget *parent = nullptr);
    void setHint(const QString &hint);
    [[nodiscard]] const QString &hint() const { return m_hint; }
    // A red line under the character at this 1-based place; 0 for none.
    void setMarked(int place);
    void setLeadingGlyph(Glyph glyph);
    QToolButton *addButton(Glyph glyph, const QString &name);

Q_SIGNALS:
    void left(); // the focus went elsewhere, not to our own popup

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    [[nodiscard]] int buttonsWidth() const;

    QString m_hint;
    QList<QToolButton *> m_buttons;
    Glyph m_leading;
    int m_marked = 0;
};

} // namespace gridbook::ui
