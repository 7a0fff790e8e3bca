#pragma once
// What the tour shows, in its order: at most six places, each the real one in the window.
#include "ui/shell/tour.h"

namespace gridbook::ui {

class Desk;
class WindowFrame;

[[nodiscard]] QList<TourStep> tourSteps(WindowFrame &frame, Desk &desk);

} // namespace gridbook::ui
