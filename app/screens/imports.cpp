#include "app/screens/camera.h"
#include "app/screens/scenes.h"
#include "ui/exchange/importsteps.h"
#include "ui/exchange/importwizard.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include <QComboBox>

namespace gridbook::app {

using namespace Qt::StringLiterals;
using namespace gridbook::ui;

// Each step of the wizard with a messy roster; what is written is taken back.
Done shootImport(Desk &desk, MainWindow &window, Camera &camera, const QString &file)
{
    desk.openPage(u"import"_qs, {{u"registry"_qs, u"member"_qs}, {u"file"_qs, file}});
    settle();
    auto *wizard = pageInFront<ImportWizard>(window);
    for (int step = 1; wizard != nullptr && step <= ImportWizard::Plan + 1; ++step) {
        GRIDBOOK_TRY(camera.shoot(window, u"import-%1"_qs.arg(step)));
        if (wizard->step() == ImportWizard::Plan) {
            break;
        }
        if (auto *came = wizard->findChild<QComboBox *>(u"increase"_qs); wizard->step() == ImportWizard::Values) {
            came->setCurrentIndex(came->findData(u"3"_qs));
            Q_EMIT came->activated(came->currentIndex());
        }
        wizard->next();
        while (wizard->isBusy()) {
            settle();
        }
    }
    if (wizard == nullptr || wizard->step() != ImportWizard::Plan) {
        return {};
    }
    wizard->next();
    GRIDBOOK_TRY(camera.shoot(window, u"import-5"_qs));
    auto *result = wizard->findChild<ResultStep *>();
    if (wizard->step() != ImportWizard::Result || result == nullptr) {
        return {}; // a row wants a decision first; the picture shows which
    }
    // Two questions of the way out: what is decided would be lost, and what is being written is waited for.
    const auto leaves = [wizard] {
        if (wizard->mayLeave()) {
            qWarning("the import could be left unasked");
        }
    };
    GRIDBOOK_TRY(camera.shootDialog(window, leaves, u"ask-confirm-dangerous"_qs));
    Q_EMIT result->applyWanted();
    GRIDBOOK_TRY(camera.shootDialog(window, leaves, u"ask-inform"_qs));
    while (wizard->isBusy()) {
        settle();
    }
    GRIDBOOK_TRY(camera.shoot(window, u"import-result"_qs));
    Q_EMIT result->undoWanted();
    return camera.shoot(window, u"import-undone"_qs);
}

// Opened from no list: the headings say what the file is.
Done shootRecognised(Desk &desk, MainWindow &window, Camera &camera, const QString &file)
{
    desk.openPage(u"import"_qs, {{u"file"_qs, file}});
    settle();
    auto *wizard = pageInFront<ImportWizard>(window);
    while (wizard != nullptr && wizard->isBusy()) {
        settle();
    }
    return camera.shoot(window, u"import-recognised"_qs);
}

} // namespace gridbook::app
