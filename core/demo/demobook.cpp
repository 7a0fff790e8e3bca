#include "core/demo/demobook.h"
#include "core/demo/demoworld.h"
#include "core/rules/rules.h"
#include <QCoreApplication>

namespace gridbook::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 seed = 610'305'100;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DemoBook)
};

Done makeRules(UnitOfWork &work)
{
    for (const rules::Preset &preset : rules::presets()) {
        if (preset.id != u"fengxiang") {
            continue;
        }
        for (const rules::Rule &rule : preset.rules) {
            if (rule.value.isEmpty()) {
                continue;
            }
            const auto row = work.insert(u"rule"_qs, {{u"code"_qs, rule.code},
                                                      {u"value"_qs, rule.value},
                                                      {u"source"_qs, rule.source},
                                                      {u"valid_from"_qs, u"2020-01-01"_qs}});
            if (!row) {
                return row.error();
            }
        }
    }
    return {};
}

} // namespace

Done makeDemoBook(Book &book, const Progress &progress)
{
    GRIDBOOK_ASSIGN(const QVariant batches, book.database().scalar(u"SELECT COUNT(*) FROM batch"_qs));
    if (batches.toLongLong() != 0) {
        return Error{ErrorKind::Refused,
                     Texts::tr("There is something in this book already. Make a new one for the demonstration."),
                     book.path()};
    }
    DemoWorld world{book, PeopleMaker(seed), {}, {}, {}, {}, {}, 0, 0, 0, 0};
    int step = 0;
    const auto batch = [&](const QString &what, const QString &title, const auto &make) -> Done {
        if (!progress.goesOn(step++, 7, what)) {
            return Error{ErrorKind::Cancelled, Texts::tr("Cancelled."), {}};
        }
        return inOneBatch(book, title, make);
    };
    const auto places = [&](UnitOfWork &work) -> Done {
        GRIDBOOK_TRY(makeRules(work));
        return makePlaces(world, work);
    };
    const auto organizations = [&](UnitOfWork &work) { return makeOrganizations(world, work); };
    const auto members = [&](UnitOfWork &work) -> Done {
        GRIDBOOK_TRY(makeOpeningMembers(world, work));
        GRIDBOOK_TRY(makeCommittees(world, work));
        return makePosts(world, work);
    };
    GRIDBOOK_TRY(batch(Texts::tr("Making communities, grids and buildings"), u"演示数据：区划、网格、楼栋"_qs, places));
    GRIDBOOK_TRY(batch(Texts::tr("Making organisations"), u"演示数据：党组织"_qs, organizations));
    GRIDBOOK_TRY(batch(Texts::tr("Making members"), u"演示数据：建账期初党员"_qs, members));
    GRIDBOOK_TRY(makeHistory(world, progress));
    GRIDBOOK_TRY(book.setInfo(u"name"_qs, u"凤翔区城关镇（演示）"_qs));
    return book.setInfo(u"demo"_qs, u"1"_qs);
}

} // namespace gridbook::demo
