#include "ui/registry/actionmenu.h"
#include "ui/dialogs/ask.h"
#include "ui/registry/paperdialog.h"
#include "ui/shell/recordactions.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include <QCoreApplication>
#include <QMenu>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ActionMenu)
};

bool isReady(const ActionPlace &place)
{
    return !place.ready || place.ready();
}

bool fits(RecordAction::Needs needs, qsizetype records)
{
    switch (needs) {
    case RecordAction::Needs::None:
        return true;
    case RecordAction::Needs::One:
        return records == 1;
    case RecordAction::Needs::Some:
        return records > 0;
    }
    return false;
}

} // namespace

void fillActionMenu(QMenu *menu, Workbench &bench, const RegistrySpec &spec, const ActionPlace &place)
{
    const bool writable = !bench.book().isReadOnly();
    for (const RecordAction &action : recordActions(spec.id)) {
        if (action.needs == RecordAction::Needs::None && !place.ofRegistry) {
            continue;
        }
        QAction *entry = menu->addAction(icon(action.icon), bench.context().word(action.text));
        entry->setObjectName(action.id);
        const bool fitting = fits(action.needs, place.ids.size());
        const QString obstacle = fitting && action.obstacle ? action.obstacle(bench, place.ids) : QString();
        entry->setEnabled(writable && fitting && obstacle.isEmpty());
        if (!obstacle.isEmpty()) {
            entry->setToolTip(obstacle);
            entry->setWhatsThis(obstacle);
            menu->setToolTipsVisible(true);
        }
        QObject::connect(entry, &QAction::triggered, &bench, [&bench, action, place] {
            if (isReady(place)) {
                action.run(bench, place.ids);
            }
        });
    }
    if (!menu->isEmpty()) {
        menu->addSeparator();
    }
    for (const ListPaper &paper : listPapers(spec.id)) {
        if (!paper.ofEach) {
            continue;
        }
        QAction *entry = menu->addAction(icon(Glyph::Print), bench.context().word(paper.text));
        entry->setObjectName(paper.page);
        entry->setEnabled(!place.ids.isEmpty());
        QObject::connect(entry, &QAction::triggered, &bench, [&bench, &spec, paper, place] {
            if (isReady(place)) {
                Query query;
                query.registry = spec.id;
                askForPaper(bench, paper, {query, place.ids, {}, -1});
            }
        });
    }
    QAction *end = menu->addAction(icon(Glyph::Void), Texts::tr("Void…"));
    end->setObjectName(u"void"_qs);
    end->setEnabled(writable && !place.ids.isEmpty());
    QObject::connect(end, &QAction::triggered, &bench, [&bench, &spec, place] {
        if (isReady(place) && voidRecords(bench, spec, place.ids) && place.voided) {
            place.voided();
        }
    });
}

bool voidRecords(Workbench &bench, const RegistrySpec &spec, const QList<RowId> &ids)
{
    Book &book = bench.book();
    if (ids.isEmpty() || book.isReadOnly()) {
        return false;
    }
    for (const RowId id : ids) { // before a reason is asked for in vain
        const auto fault = book.records().voidingFault(spec.id, id, bench.asOf());
        if (!fault || !fault->isEmpty()) {
            bench.report(fault ? Error{ErrorKind::Refused, *fault, {}} : fault.error());
            return false;
        }
    }
    const QString what =
        ids.size() == 1
            ? Texts::tr("Void %1").arg(book.reader().title(spec.id, bench.asOf(), ids.first()).valueOr({}))
            : Texts::tr("Void %n record(s) of %1", nullptr, int(ids.size())).arg(bench.context().word(spec.term));
    const auto reason =
        bench.context().ask.askReason(what, Texts::tr("Reason; it stands in the history. Nothing is deleted."),
                                      {Texts::tr("Entered twice"), Texts::tr("Entered by mistake")});
    if (!reason) {
        return false;
    }
    const auto run = [&]() -> Done {
        GRIDBOOK_ASSIGN(const auto work, book.begin({ids.size() == 1 ? u"edit"_qs : u"bulk"_qs, what, *reason, {}}));
        for (const RowId id : ids) {
            GRIDBOOK_ASSIGN(const Record record, book.records().load(spec.id, id, bench.asOf()));
            GRIDBOOK_TRY(book.records().voidRecord(*work, record, *reason));
        }
        GRIDBOOK_TRY(book.commit(*work));
        return {};
    };
    if (const Done done = run(); !done) {
        bench.report(done.error());
        return false;
    }
    bench.tell(Texts::tr("Voided %n record(s). Undo with Ctrl+Z.", nullptr, int(ids.size())));
    return true;
}

} // namespace gridbook::ui
