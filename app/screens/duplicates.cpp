#include "app/screens/camera.h"
#include "app/screens/scenes.h"
#include "core/book/book.h"
#include "core/changes/datedrows.h"
#include "core/party/membercommands.h"
#include "ui/changes/historypage.h"
#include "ui/people/duplicatespage.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

namespace gridbook::app {

using namespace Qt::StringLiterals;
using namespace gridbook::ui;

namespace {

struct EnteredTwice
{
    QString neighbour; // once more by name and birth
    QString member;    // once more as a member of another branch
};

// As it happens in offices: two of the members are entered a second time.
Result<EnteredTwice> enterTwice(Book &book, QDate today)
{
    GRIDBOOK_ASSIGN(const QList<RowId> members, book.reader().ids({u"member"_qs, today, {}, {}, {}, {}}, 8));
    if (members.size() < 8) {
        return Error{ErrorKind::Internal, u"the demonstration has no members"_qs, {}};
    }
    const auto rowOf = [&](const QString &table, qint64 id) { return storedRow(book.database(), table, id); };
    const auto personOf = [&](RowId member) -> Result<QVariantMap> {
        GRIDBOOK_ASSIGN(const QVariantMap row, rowOf(u"member"_qs, member));
        return rowOf(u"person"_qs, row.value(u"person_id"_qs).toLongLong());
    };
    GRIDBOOK_ASSIGN(const QVariantMap neighbour, personOf(members.at(1)));
    GRIDBOOK_ASSIGN(const QVariantMap member, personOf(members.at(4)));
    GRIDBOOK_ASSIGN(const QList<DatedRow> elsewhere,
                    datedRows(book.database(), u"affiliation"_qs, u"member_id"_qs, members.at(7)));
    const DatedRow *place = rowOn(elsewhere, today);
    if (place == nullptr) {
        return Error{ErrorKind::Internal, u"a member of the demonstration belongs to no branch"_qs, {}};
    }
    GRIDBOOK_ASSIGN(auto work, book.begin({u"edit"_qs, u"重复登记"_qs, {}, {}}));
    const auto again = [&work](const QVariantMap &person) {
        return work->insert(u"person"_qs, {{u"name"_qs, person.value(u"name"_qs)},
                                           {u"birth"_qs, person.value(u"birth"_qs)},
                                           {u"sex"_qs, person.value(u"sex"_qs)},
                                           {u"phone"_qs, u"19900009999"_qs},
                                           {u"work_unit"_qs, u"东关小学"_qs}});
    };
    GRIDBOOK_TRY(again(neighbour));
    GRIDBOOK_ASSIGN(const RowId second, again(member));
    GRIDBOOK_TRY(party::admit(*work, PersonId(second),
                              {.event = u"transferIn"_qs,
                               .day = today.addMonths(-1),
                               .place = {place->ref(u"org_id"_qs), 0, place->ref(u"grid_id"_qs)},
                               .category = u"full"_qs,
                               .other = u"西街社区"_qs}));
    GRIDBOOK_TRY(book.commit(*work));
    return EnteredTwice{neighbour.value(u"name"_qs).toString(), member.value(u"name"_qs).toString()};
}

} // namespace

// Two pairs, the one side by side with what differs, the other with the relation that has to be chosen; how one says
// that they are two people, and the question before a step is taken back.
Done shootDuplicates(Desk &desk, MainWindow &window, Camera &camera)
{
    GRIDBOOK_ASSIGN(const EnteredTwice names, enterTwice(desk.book(), desk.asOf()));
    desk.openPage(u"duplicates"_qs, {});
    settle();
    auto *page = pageInFront<DuplicatesPage>(window);
    if (page == nullptr) {
        return Error{ErrorKind::Internal, u"there is no page of duplicates"_qs, {}};
    }
    const auto choose = [page](const QString &name) {
        const QList<QTableWidgetItem *> found = page->pairs()->findItems(name, Qt::MatchExactly);
        if (!found.isEmpty()) {
            page->pairs()->setCurrentItem(found.first());
        }
        return !found.isEmpty();
    };
    if (!choose(names.neighbour)) {
        return Error{ErrorKind::Internal, u"who was entered twice is not found"_qs, names.neighbour};
    }
    GRIDBOOK_TRY(camera.shoot(window, u"duplicates-pair"_qs));
    GRIDBOOK_TRY(camera.shootDialog(
        window, [page] { page->distinctButton()->click(); }, u"ask-reason"_qs));
    if (!choose(names.member)) {
        return Error{ErrorKind::Internal, u"who is a member twice is not found"_qs, names.member};
    }
    constexpr int other = 2; // the column of the record that goes
    page->takeFrom(0, other);
    GRIDBOOK_TRY(camera.shoot(window, u"duplicates-merge"_qs));
    desk.openPage(u"history"_qs, {});
    settle();
    if (auto *history = pageInFront<HistoryPage>(window)) {
        history->table()->selectRow(0); // the newest, which nobody has taken back yet
        GRIDBOOK_TRY(camera.shootDialog(
            window, [history] { history->undoButton()->click(); }, u"ask-confirm"_qs));
    }
    desk.undo();
    return {};
}

} // namespace gridbook::app
