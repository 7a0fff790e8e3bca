#include "ui/shell/toursteps.h"
#include "ui/shell/desk.h"
#include "ui/shell/navigation.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowframe.h"
#include "ui/widgets/searchfield.h"
#include <QCoreApplication>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Tour)
};

const QString members = u"list:member"_qs;

// The part of the page of that name; pages are known by the names of their parts only.
QWidget *partOf(const WindowFrame &frame, const QString &name)
{
    QWidget *page = frame.page(members);
    return page == nullptr ? nullptr : page->findChild<QWidget *>(name);
}

QWidget *filterRow(const WindowFrame &frame)
{
    QWidget *page = frame.page(members);
    const auto cells =
        page == nullptr ? QList<QWidget *>() : page->findChildren<QWidget *>(QRegularExpression(u"^filter\\."_qs));
    return cells.isEmpty() ? nullptr : cells.first()->parentWidget();
}

// The cells that are to be seen, put together.
QRect filterCells(const WindowFrame &frame)
{
    QRect all;
    if (QWidget *row = filterRow(frame)) {
        for (const QWidget *cell : row->findChildren<QWidget *>(QRegularExpression(u"^filter\\."_qs))) {
            if (cell->isVisible()) {
                all |= cell->geometry();
            }
        }
        all &= row->rect();
    }
    return all;
}

QRect navigationLine(const Navigation &navigation, const QString &id)
{
    const QListWidget *list = navigation.list();
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->data(Navigation::idRole).toString() == id) {
            return list->visualItemRect(list->item(row));
        }
    }
    return {};
}

} // namespace

QList<TourStep> tourSteps(WindowFrame &frame, Desk &desk)
{
    WindowFrame *window = &frame;
    const auto openMembers = [&desk] { desk.openPage(members, {}); };
    const auto openHome = [&desk] { desk.openPage(u"home"_qs, {}); };
    return {
        {Texts::tr("Everything has its place here"),
         Texts::tr("Grids and residents, organisations and members, reports, settings. Up and Down move, Return goes "
                   "there. The arrow at the bottom folds it to icons."),
         openHome, [window] { return window->navigation(); }},
        {Texts::tr("Find anything"),
         Texts::tr(
             "Press Ctrl+K and type a name, its pinyin initials, the last digits of an ID number or telephone, an "
             "address, or what you want to do."),
         openHome, [window] { return window->topBar()->search(); }},
        {Texts::tr("As of which day"),
         Texts::tr(
             "Today, unless you choose another one: then every list and number shows the book as it stood on that "
             "day, and the window changes its colour."),
         openHome, [window] { return window->topBar()->asOfButton(); }},
        {Texts::tr("Filter under the head"),
         Texts::tr(
             "Type below a column to narrow the list: characters, pinyin or initials. What is exported or printed "
             "is what you see."),
         openMembers, [window] { return filterRow(*window); }, [window] { return filterCells(*window); }},
        {Texts::tr("Bring your rosters in"),
         Texts::tr(
             "A spreadsheet as it is, with titles, merged heads and mistakes. You see what becomes of each row before "
             "anything is written, and can take it all back."),
         openMembers, [window] { return partOf(*window, u"importRecords"_qs); }},
        {Texts::tr("The report writes itself"),
         Texts::tr(
             "At the end of a quarter open it here. A click on any number shows the people behind it. F1 helps on "
             "every page."),
         openHome, [window] { return window->navigation()->list()->viewport(); },
         [window] { return navigationLine(*window->navigation(), u"report"_qs); }},
    };
}

} // namespace gridbook::ui
