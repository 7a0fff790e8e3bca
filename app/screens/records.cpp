#include "app/screens/camera.h"
#include "app/screens/scenes.h"
#include "core/book/book.h"
#include "ui/changes/conflictpanel.h"
#include "ui/registry/recordpage.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/recordactions.h"
#include <QSignalBlocker>

namespace gridbook::app {

using namespace Qt::StringLiterals;
using namespace gridbook::ui;

// One record of every registry that has one.
Done shootForms(Desk &desk, MainWindow &window, Camera &camera)
{
    for (const RegistrySpec &spec : desk.book().catalog().registries()) {
        GRIDBOOK_ASSIGN(const QList<RowId> ids, desk.book().reader().ids({spec.id, desk.asOf(), {}, {}, {}, {}}, 8));
        if (ids.isEmpty()) {
            continue;
        }
        desk.openRecord(spec.id, ids.value(4, ids.first()));
        GRIDBOOK_TRY(camera.shoot(window, u"form-"_qs + spec.id));
    }
    desk.newRecord(u"member"_qs, {});
    return camera.shoot(window, u"form-new-member"_qs);
}

Done shootActions(Desk &desk, MainWindow &window, Camera &camera)
{
    const QList<RecordAction> actions = recordActions();
    for (const RecordAction &action : actions) {
        if (action.needs == RecordAction::Needs::None) {
            continue;
        }
        GRIDBOOK_ASSIGN(const QList<RowId> ids,
                        desk.book().reader().ids({action.registry, desk.asOf(), {}, {}, {}, {}}, 8));
        if (ids.isEmpty()) {
            continue;
        }
        GRIDBOOK_TRY(camera.shootDialog(
            window, [&] { action.run(desk, {ids.value(4, ids.first())}); }, u"action-"_qs + action.id));
    }
    return {};
}

// Somebody else saves the same field first; then both changes are taken back.
Done shootConflict(Desk &desk, MainWindow &window, Camera &camera)
{
    const QString field = u"workUnit"_qs;
    GRIDBOOK_ASSIGN(const QList<RowId> ids, desk.book().reader().ids({u"member"_qs, desk.asOf(), {}, {}, {}, {}}, 1));
    desk.openRecord(u"member"_qs, ids.value(0));
    settle();
    auto *page = pageInFront<RecordPage>(window);
    if (page == nullptr) {
        return {};
    }
    page->form()->type(field, u"东关小学"_qs);
    {
        Book &book = desk.book();
        const QSignalBlocker quiet(&book.bus()); // as from another window
        GRIDBOOK_ASSIGN(const Record record, book.records().load(u"member"_qs, ids.value(0), desk.asOf()));
        QVariantMap values = record.values;
        values.insert(field, u"东关中学"_qs);
        GRIDBOOK_ASSIGN(auto work, book.begin({u"edit"_qs, u"另一处修改"_qs, {}, {}}));
        GRIDBOOK_TRY(book.records().save(*work, record, values));
        GRIDBOOK_TRY(book.commit(*work));
    }
    page->save();
    GRIDBOOK_TRY(camera.shoot(window, u"conflict"_qs));
    if (page->showsConflict()) {
        page->conflict()->choose(field, true);
        Q_EMIT page->conflict()->decided(page->conflict()->values());
        desk.undo();
    }
    desk.undo();
    return {};
}

} // namespace gridbook::app
