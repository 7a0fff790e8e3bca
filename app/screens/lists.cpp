#include "app/screens/camera.h"
#include "app/screens/scenes.h"
#include "core/book/book.h"
#include "core/reports/figure.h"
#include "ui/registry/bulkeditdialog.h"
#include "ui/registry/filtercell.h"
#include "ui/registry/listactions.h"
#include "ui/registry/listpage.h"
#include "ui/registry/paperdialog.h"
#include "ui/registry/pastedialog.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/openfigure.h"
#include "ui/widgets/calendarpopup.h"
#include "ui/widgets/dateeditor.h"
#include "ui/widgets/editor.h"
#include <QComboBox>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

namespace gridbook::app {

using namespace Qt::StringLiterals;
using namespace gridbook::ui;

// With a row chosen, so that its details are seen.
Done shootList(Desk &desk, MainWindow &window, Camera &camera, const QString &registry, const QString &name)
{
    desk.openPage(u"list:"_qs + registry, {});
    settle();
    auto *list = pageInFront<ListPage>(window);
    if (list != nullptr && list->model()->rowCount() > 0) {
        list->table()->selectId(list->model()->idAt(qMin(4, list->model()->rowCount() - 1)));
    }
    return camera.shoot(window, name);
}

// The rows behind a number, and those that nearly count.
Done shootNumber(Desk &desk, MainWindow &window, Camera &camera)
{
    openFigure(desk, pageInFront<QWidget>(window), FigureKey{u"members.total"_qs, {}, desk.asOf()}.toString());
    settle();
    GRIDBOOK_TRY(camera.shoot(window, u"number"_qs));
    auto *near = window.findChild<QToolButton *>(u"nearTab"_qs);
    if (near == nullptr || !near->isEnabled()) {
        return {};
    }
    near->click();
    return camera.shoot(window, u"number-near"_qs);
}

// What drops from the cells of the filter row: ticks, a span of days with its calendar, a span of numbers; and the
// choice of columns, which is of the same kind.
Done shootFilters(Desk &desk, MainWindow &window, Camera &camera)
{
    // A column of the list in front; its popup stays open for the picture, with what hangs over it.
    const auto shoot = [&](const QString &field, const QString &name,
                           const std::function<QWidget *(FilterPopup &)> &goOn) -> Done {
        auto *list = pageInFront<ListPage>(window);
        FilterCell *cell = list == nullptr ? nullptr : list->table()->filterCell(field);
        if (cell == nullptr) {
            return Error{ErrorKind::Internal, u"no list in front filters by "_qs + field, {}};
        }
        cell->openPopup();
        FilterPopup *popup = cell->popup();
        if (popup == nullptr) {
            return Error{ErrorKind::Internal, u"nothing drops from the filter of "_qs + field, {}};
        }
        QPointer<QWidget> over = goOn ? goOn(*popup) : nullptr;
        GRIDBOOK_TRY(camera.shootWithPopups(
            window, over == nullptr ? QList<QWidget *>{popup} : QList<QWidget *>{popup, over}, name));
        for (const QPointer<QWidget> &each : {over, QPointer<QWidget>(popup)}) {
            if (each != nullptr) {
                each->close();
            }
        }
        list->filterBy(field, std::nullopt);
        settle();
        return {};
    };
    window.activateWindow();
    desk.openPage(u"list:member"_qs, {});
    settle();
    GRIDBOOK_TRY(shoot(u"education"_qs, u"filter-ticks"_qs, [](FilterPopup &popup) -> QWidget * {
        const auto *ticks = qobject_cast<TickPopup *>(&popup);
        for (int row = 0; ticks != nullptr && row < qMin(2, ticks->list()->count()); ++row) {
            ticks->list()->item(row)->setCheckState(Qt::Checked); // takes effect at once
        }
        return nullptr;
    }));
    GRIDBOOK_TRY(shoot(u"birth"_qs, u"filter-days"_qs, {}));
    GRIDBOOK_TRY(shoot(u"birth"_qs, u"filter-calendar"_qs, [](FilterPopup &popup) -> QWidget * {
        if (auto *from = popup.findChild<DateEditor *>()) {
            from->openCalendar();
        }
        return popup.findChild<CalendarPopup *>();
    }));
    if (auto *columns = pageInFront<ListPage>(window)->findChild<QPushButton *>(u"columns"_qs)) {
        columns->click();
        if (auto *popup = pageInFront<ListPage>(window)->findChild<TickPopup *>(u"columnPopup"_qs)) {
            GRIDBOOK_TRY(camera.shootWithPopups(window, {popup}, u"list-columns"_qs));
            popup->close();
        }
    }
    desk.openPage(u"list:grid"_qs, {});
    settle();
    return shoot(u"residentHouseholds"_qs, u"filter-numbers"_qs, {});
}

// Many records at once, a pasted block, the question before a paper, the export: dialogs that a list opens.
Done shootListDialogs(Desk &desk, MainWindow &window, Camera &camera)
{
    constexpr qint64 some = 5;
    desk.openPage(u"list:member"_qs, {});
    settle();
    const Query query{u"member"_qs, desk.asOf(), {}, {}, {}, {}};
    GRIDBOOK_ASSIGN(const QList<RowId> ids, desk.book().reader().ids(query, some));
    GRIDBOOK_TRY(camera.shootDialog(
        window,
        [&] {
            auto *dialog = new BulkEditDialog(desk, u"member"_qs, ids, &window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
            dialog->fieldChoice()->setCurrentIndex(dialog->fieldChoice()->findData(u"workUnit"_qs));
            if (Editor *value = dialog->valueEditor()) {
                value->setValue(u"东关小学"_qs);
                Q_EMIT value->edited();
            }
            settle();
        },
        u"bulk-edit"_qs));
    GRIDBOOK_TRY(camera.shootDialog(
        window,
        [&] {
            // As a spreadsheet copies it; one cell of it is nothing that the list knows.
            const QList<QStringList> cells = cellsOf(u"回\t大学本科毕业\n汉\t火星\n满\t大学专科毕业\n"_qs);
            auto *dialog = new PasteDialog(desk, u"member"_qs, ids, {u"ethnic"_qs, u"education"_qs}, cells, &window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        },
        u"paste"_qs));
    for (const ListPaper &paper : listPapers(u"member"_qs)) {
        GRIDBOOK_TRY(camera.shootDialog(
            window,
            [&] {
                askForPaper(desk, paper, {query, ids, ids, ids.size()});
            },
            u"paper-dialog-"_qs + paper.page));
    }
    desk.openPage(u"list:member"_qs, {}); // some papers are pages
    settle();
    auto *list = pageInFront<ListPage>(window);
    return camera.shootDialog(
        window, [list] { list->exportRows(); }, u"export"_qs);
}

} // namespace gridbook::app
