#pragma once
// A short word on a soft ground: a filter that is on (can be taken away), or a state of a record (cannot).
#include <QAbstractButton>

namespace gridbook::ui {

enum class ChipKind { Information, Success, Warning, Danger, Quiet };

class Chip final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Chip(const QString &text, ChipKind kind = ChipKind::Information, QWidget *parent = nullptr);
    // Shows a cross; a click on it, Delete or Backspace sends removeRequested(). Else the chip only tells.
    void setRemovable(bool removable);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    ChipKind m_kind;
    bool m_removable = false;
};

} // namespace gridbook::ui
