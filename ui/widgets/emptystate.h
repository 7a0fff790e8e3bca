#pragma once
// What stands where rows would stand: what this place is for, and how to begin.
#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace gridbook::ui {

enum class Glyph;

class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    EmptyState(Glyph glyph, const QString &title, const QString &text, QWidget *parent = nullptr);
    // Buttons from left to right; the first is usually the primary one.
    QPushButton *addAction(const QString &text, Glyph glyph, bool primary = false);

private:
    QHBoxLayout *m_actions;
};

} // namespace gridbook::ui
