#pragma once
// Where what drops from a field or a button opens: below it (above it, where the screen ends), not beyond the sides of
// its window if it fits between them, always on the screen.
#include <QRect>
#include <QScreen>
#include <QWidget>

namespace gridbook::ui {

inline void placeBelow(QWidget &popup, const QWidget &anchor)
{
    constexpr int gap = 2;
    popup.adjustSize();
    const QRect screen = anchor.screen()->availableGeometry();
    const QRect window = anchor.window()->geometry().intersected(screen);
    const QRect across = popup.width() <= window.width() ? window : screen;
    QPoint place = anchor.mapToGlobal(QPoint(0, anchor.height() + gap));
    place.setX(qBound(across.left(), place.x(), qMax(across.left(), across.right() + 1 - popup.width())));
    if (place.y() + popup.height() > screen.bottom()) {
        place.setY(qMax(screen.top(), anchor.mapToGlobal(QPoint()).y() - popup.height() - gap));
    }
    popup.move(place);
}

} // namespace gridbook::ui
