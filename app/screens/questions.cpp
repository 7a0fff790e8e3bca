#include "app/screens/camera.h"
#include "app/screens/scenes.h"
#include "core/book/book.h"
#include "ui/registry/recordpage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include <QPushButton>

namespace gridbook::app {

using namespace Qt::StringLiterals;
using namespace gridbook::ui;

// Boxes that ask for words, say what went wrong, or offer ways on. Those for a reason and for a yes stand with the
// duplicates, those of the way out of an import with the import.
Done shootQuestions(Desk &desk, MainWindow &window, Camera &camera, const QString &noBook)
{
    desk.openPage(u"settings"_qs, {});
    settle();
    for (const auto &[button, name] :
         {std::pair(u"changeName"_qs, u"ask-text"_qs), std::pair(u"protect"_qs, u"ask-passphrase"_qs)}) {
        auto *asks = pageInFront<SettingsPage>(window)->findChild<QPushButton *>(button);
        if (asks == nullptr) {
            return Error{ErrorKind::Internal, u"the settings have no button "_qs + button, {}};
        }
        GRIDBOOK_TRY(camera.shootDialog(
            window, [asks] { asks->click(); }, name));
    }
    GRIDBOOK_TRY(camera.shootDialog(
        window,
        [&] {
            if (window.openBook(noBook)) {
                qWarning("this was a book");
            }
        },
        u"ask-warn"_qs));
    // Last, for the form keeps what was typed until it is taken back.
    const QString field = u"workUnit"_qs;
    GRIDBOOK_ASSIGN(const QList<RowId> ids, desk.book().reader().ids({u"member"_qs, desk.asOf(), {}, {}, {}, {}}, 1));
    GRIDBOOK_ASSIGN(const Record record, desk.book().records().load(u"member"_qs, ids.value(0), desk.asOf()));
    desk.openRecord(u"member"_qs, ids.value(0));
    settle();
    auto *page = pageInFront<RecordPage>(window);
    if (page == nullptr) {
        return Error{ErrorKind::Internal, u"no record is in front"_qs, {}};
    }
    page->form()->type(field, u"东关中学"_qs);
    GRIDBOOK_TRY(camera.shootDialog(
        window,
        [page] {
            if (page->mayLeave()) {
                qWarning("the record could be left unasked");
            }
        },
        u"ask-choose"_qs));
    page->form()->type(field, record.values.value(field).toString());
    return {};
}

} // namespace gridbook::app
