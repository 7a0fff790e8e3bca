#pragma once
// A count on a round ground: grey for "so many", red for "so many wait for you".
#include <QWidget>

class QPainter;

namespace gridbook::ui {

enum class BadgeKind { Quiet, Urgent };

class Badge final : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);
    void setCount(int count, BadgeKind kind); // nothing is shown for 0
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;

    // For views that paint badges themselves. Returns the width; right and centre are where it ends and stands.
    static int paint(QPainter &painter, QPoint rightCentre, int count, BadgeKind kind);
    static QString text(int count); // "662", "9,999+"

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count = 0;
    BadgeKind m_kind = BadgeKind::Quiet;
};

} // namespace gridbook::ui
