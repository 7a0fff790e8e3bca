#pragma once
// Shoots every page, form and paper of the program as PNG, with the demonstration book and a fixed day, so that people
// can look at all of it at once (tests/screens.sh).
#include "core/base/result.h"

class QApplication;

namespace gridbook {
class Catalog;
}

namespace gridbook::app {

Done shootScreens(QApplication &application, const QString &folder, const QString &language, const Catalog &catalog);

} // namespace gridbook::app
