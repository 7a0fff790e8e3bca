#include "app/screens/camera.h"
#include "app/screens/scenes.h"
#include "ui/shell/desk.h"
#include "ui/shell/helppanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/topbar.h"
#include "ui/shell/tour.h"
#include "ui/shell/windowframe.h"
#include "ui/widgets/fieldline.h"
#include "ui/widgets/picklist.h"
#include "ui/widgets/searchfield.h"
#include <QAbstractItemView>
#include <QPushButton>
#include <QToolButton>

namespace gridbook::app {

using namespace Qt::StringLiterals;
using namespace gridbook::ui;

// What lies over the pages: search, help, the list of keys, the tour.
Done shootOverlays(Desk &desk, MainWindow &window, Camera &camera)
{
    desk.openPage(u"home"_qs, {});
    TopBar *bar = window.frame()->topBar();
    window.activateWindow(); // the dialogs before it have left it in the back, where no list drops
    settle();
    bar->search()->line()->setFocus();
    bar->search()->setText(u"东关"_qs);
    settle();
    GRIDBOOK_TRY(camera.shootWithPopups(window, {bar->results()->view()}, u"search"_qs));
    bar->results()->hide();
    bar->search()->setText({});
    bar->helpButton()->click();
    GRIDBOOK_TRY(camera.shoot(window, u"help"_qs));
    window.help()->keysButton()->click();
    GRIDBOOK_TRY(camera.shoot(window, u"shortcuts"_qs));
    window.help()->tourButton()->click();
    for (int step = 1; window.tour() != nullptr && step <= window.tour()->count(); ++step) {
        GRIDBOOK_TRY(camera.shoot(window, u"tour-%1"_qs.arg(step)));
        window.tour()->nextButton()->click();
        settle(); // the last one leaves
    }
    return {};
}

} // namespace gridbook::app
