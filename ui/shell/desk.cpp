#include "ui/shell/desk.h"
#include "core/settings/settings.h"
#include "ui/dialogs/ask.h"
#include "ui/shell/commandsearch.h"
#include "ui/shell/icons.h"
#include "ui/shell/navigation.h"
#include "ui/shell/pages.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/topbar.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/windowframe.h"
#include "ui/widgets/messagebar.h"
#include <QLocale>
#include <QMenu>
#include <QTimer>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

Desk::Desk(UiContext &context, Settings &settings, std::unique_ptr<Book> book, WindowFrame &frame, QObject *parent)
    : Workbench(parent)
    , m_context(context)
    , m_settings(settings)
    , m_frame(frame)
    , m_book(std::move(book))
    , m_asOf(context.clock.today())
    , m_cancel(makeCancelFlag())
{
    connectFrame();
    fillNavigation();
    fillBookMenu();
    connect(&m_book->bus(), &ChangeBus::changed, this, [this](const ChangeSet &set) {
        refreshUndo();
        refreshBackup(); // one is made before an import or a merge
        refreshCounts();
        refreshSearch(&set);
    });
    refreshUndo();
    refreshBackup();
    openPage(u"home"_qs, {});
    refreshCounts();
    refreshSearch(nullptr);
    if (!m_book->notice().isEmpty()) {
        m_frame.messages()->show(MessageKind::Warning, m_book->notice());
    }
}

Desk::~Desk()
{
    m_cancel->store(true);
    QThreadPool::globalInstance()->waitForDone(); // readers in other threads use the book
    m_frame.disconnect(this);
    m_frame.topBar()->disconnect(this);
    m_frame.topBar()->setSearchProvider({});
    m_frame.setLeaveGuard({});
    m_frame.clearPages();
    if (m_heir != nullptr) {
        m_book->bus().disconnect(this);
        *m_heir = std::move(m_book);
    }
}

void Desk::connectFrame()
{
    connect(&m_frame, &WindowFrame::pageRequested, this, [this](const QString &id) {
        m_way.clear(); // the navigation begins a new way
        openPage(id, {});
    });
    connect(&m_frame, &WindowFrame::pageShown, this, &Desk::showRowStatus);
    m_frame.setLeaveGuard([this] { return mayLeave(); });
    TopBar *top = m_frame.topBar();
    top->setCommunity(m_book->info(u"name"_qs).valueOr({}).isEmpty() ? m_book->name() : *m_book->info(u"name"_qs));
    top->setAsOf(m_asOf);
    top->setSearchProvider([this](const QString &text, const TopBar::Answer &answer) { search(text, answer); });
    connect(top, &TopBar::resultPicked, this, &Desk::goTo);
    connect(top, &TopBar::asOfChosen, this, &Desk::setAsOf);
    connect(top, &TopBar::undoRequested, this, &Desk::undo);
    connect(top, &TopBar::redoRequested, this, &Desk::redo);
    const QString who = m_book->session().user;
    m_frame.status()->setWho(m_book->isReadOnly() ? tr("%1 (reading only)").arg(who) : who);
}

void Desk::fillNavigation()
{
    m_frame.navigation()->setGroups(navigationOf(m_book->catalog()), m_context.language);
}

void Desk::fillBookMenu()
{
    QMenu *menu = m_frame.topBar()->communityMenu();
    menu->clear();
    menu->addAction(tr("Open another book…"), this, [this] { Q_EMIT bookWanted(u"open"_qs); });
    menu->addAction(tr("New book…"), this, [this] { Q_EMIT bookWanted(u"new"_qs); });
    menu->addSeparator();
    menu->addAction(tr("Back up now"), this, &Desk::backUp);
    menu->addAction(tr("Communities and population"), this, [this] { openPage(u"list:division"_qs, {}); });
    menu->addSeparator();
    menu->addAction(tr("Close this book"), this, [this] { Q_EMIT bookWanted(u"close"_qs); });
}

void Desk::openPage(const QString &page, const QVariantMap &arguments)
{
    if (page == u"import") {
        openImport(arguments.value(u"registry"_qs).toString(), arguments.value(u"file"_qs).toString());
        return;
    }
    // A page with arguments is made anew; one without is kept as it was left.
    if (arguments.isEmpty() && m_frame.page(page) != nullptr) {
        if (m_frame.currentPage() != page) {
            m_way << m_frame.currentPage();
        }
        m_frame.showPage(page);
        return;
    }
    QWidget *widget = makePage(*this, m_settings, page, arguments);
    if (widget == nullptr) {
        report({ErrorKind::NotFound, tr("This version has no page “%1”.").arg(page), page});
        return;
    }
    if (!arguments.isEmpty()) {
        showTransient(page, widget);
        return;
    }
    if (!m_frame.currentPage().isEmpty()) {
        m_way << m_frame.currentPage();
    }
    m_frame.addPage(page, widget);
    m_frame.showPage(page);
}

void Desk::showTransient(const QString &id, QWidget *page)
{
    const QString unique = u"%1#%2"_qs.arg(id).arg(++m_transientNumber);
    m_way << m_frame.currentPage();
    m_frame.addPage(unique, page);
    m_frame.showPage(unique);
    if (page->focusProxy() != nullptr) {
        page->setFocus(); // the rows, not the first button above them
    }
}

void Desk::openNumber(const ExplainedFigure &figure, const QString &title)
{
    QWidget *page = makePage(*this, m_settings, u"list"_qs,
                             {{u"query"_qs, QVariant::fromValue(figure.query())},
                              {u"title"_qs, title},
                              {u"figure"_qs, QVariant::fromValue(figure)}});
    if (page != nullptr) {
        showTransient(u"list:"_qs + figure.rows.registry, page);
    }
}

void Desk::openList(const Query &query, const QString &title)
{
    const QString standing = u"list:"_qs + query.registry;
    if (title.isEmpty() && query.filters.isEmpty() && query.only.isEmpty()) {
        openPage(standing, {});
        return;
    }
    QWidget *page =
        makePage(*this, m_settings, u"list"_qs, {{u"query"_qs, QVariant::fromValue(query)}, {u"title"_qs, title}});
    if (page != nullptr) {
        showTransient(standing, page);
    }
}

void Desk::openRecord(const QString &registry, RowId id)
{
    openPage(u"record"_qs, {{u"registry"_qs, registry}, {u"id"_qs, id}});
}

void Desk::openRecordOf(const QString &registry, RowId id, const QList<RowId> &listed)
{
    openPage(u"record"_qs, {{u"registry"_qs, registry}, {u"id"_qs, id}, {u"listed"_qs, QVariant::fromValue(listed)}});
}

void Desk::newRecord(const QString &registry, const QVariantMap &presets, Afterwards afterwards)
{
    openPage(u"record"_qs, {{u"registry"_qs, registry},
                            {u"id"_qs, 0},
                            {u"presets"_qs, presets},
                            {u"returns"_qs, afterwards == Afterwards::Returns}});
}

void Desk::openImport(const QString &registry, const QString &file)
{
    if (m_book->isReadOnly()) {
        report({ErrorKind::Refused, tr("The book is open for reading only; nothing can be imported into it."), {}});
        return;
    }
    QWidget *page = makePage(*this, m_settings, u"import"_qs, {{u"registry"_qs, registry}, {u"file"_qs, file}});
    if (page != nullptr) {
        showTransient(u"import"_qs, page);
    }
}

void Desk::closePage(QWidget *page)
{
    QString back = u"home"_qs;
    while (!m_way.isEmpty()) {
        const QString last = m_way.takeLast();
        if (m_frame.page(last) != nullptr && m_frame.page(last) != page) {
            back = last;
            break;
        }
    }
    const bool there = m_frame.page(back) != nullptr;
    if (there) {
        showAgain(back);
    }
    m_frame.removePage(page);
    if (!there) {
        openPage(u"home"_qs, {});
    }
}

void Desk::showAgain(const QString &id)
{
    m_frame.showPage(id);
    if (QWidget *page = m_frame.page(id); page->focusProxy() != nullptr) {
        page->setFocus();
    }
}

QString Desk::placeName(const QString &page) const
{
    const QString place = page.section(u'#', 0, 0);
    for (const NavGroup &group : navigationOf(m_book->catalog())) {
        for (const NavItem &item : group.items) {
            if (item.id == place) {
                return m_context.word(item.title);
            }
        }
    }
    if (const RegistrySpec *spec = m_book->catalog().registry(place.mid(5));
        place.startsWith(u"list:") && spec != nullptr) {
        return m_context.word(spec->term); // "list:rule"
    }
    return tr("the page before");
}

QString Desk::wayBack() const
{
    for (auto last = m_way.crbegin(); last != m_way.crend(); ++last) {
        if (m_frame.page(*last) != nullptr && *last != m_frame.currentPage()) {
            return placeName(*last);
        }
    }
    return {};
}

bool Desk::goBack()
{
    if (wayBack().isEmpty() || !mayLeave()) {
        return false;
    }
    if (const QString here = m_frame.currentPage(); here.contains(u'#')) {
        closePage(m_frame.page(here));
        return true;
    }
    QString last;
    do { // the pages of the navigation stay as they are
        last = m_way.takeLast();
    } while (m_frame.page(last) == nullptr || last == m_frame.currentPage());
    showAgain(last);
    return true;
}

bool Desk::mayLeave()
{
    auto *guard = dynamic_cast<LeaveGuard *>(m_frame.page(m_frame.currentPage()));
    return guard == nullptr || guard->mayLeave();
}

void Desk::tell(const QString &text)
{
    m_frame.messages()->show(MessageKind::Success, text);
}

void Desk::note(const QString &text)
{
    m_frame.messages()->show(MessageKind::Information, text);
}

void Desk::report(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled) {
        return;
    }
    qWarning("%s", qPrintable(error.detail));
    m_frame.messages()->show(MessageKind::Danger, error.message);
}

void Desk::setRowStatus(QWidget *page, const RowStatus &status)
{
    if (!m_status.contains(page)) {
        connect(page, &QObject::destroyed, this, [this, page] { m_status.remove(page); });
    }
    m_status.insert(page, status);
    showRowStatus();
}

void Desk::showRowStatus()
{
    const RowStatus status = m_status.value(m_frame.page(m_frame.currentPage()));
    m_frame.status()->setRows(status.shown, status.total);
    m_frame.status()->setSelected(status.selected);
    m_frame.status()->setSum(status.sums);
}

void Desk::undo()
{
    const auto step = m_book->undoStack().undoable();
    if (const auto done = m_book->undo(); !done) {
        report(done.error());
    } else if (step) {
        tell(tr("Undone: %1").arg(step->title));
    }
}

void Desk::redo()
{
    const auto step = m_book->undoStack().redoable();
    if (const auto done = m_book->redo(); !done) {
        report(done.error());
    } else if (step) {
        tell(tr("Done again: %1").arg(step->title));
    }
}

void Desk::backUp()
{
    const auto made = m_book->backUp(u"manual"_qs);
    if (!made) {
        report(made.error());
        return;
    }
    refreshBackup();
    tell(tr("Backup written and checked: %1").arg(made->path));
}

void Desk::setAsOf(QDate day)
{
    const QDate wanted = day.isValid() ? day : m_context.clock.today();
    m_frame.topBar()->setAsOf(wanted);
    if (wanted == m_asOf) {
        return;
    }
    m_asOf = wanted;
    Q_EMIT asOfChanged(m_asOf);
    refreshCounts();
    refreshSearch(nullptr);
}

void Desk::refreshUndo()
{
    const auto title = [](const std::optional<BatchHeader> &step) { return step ? step->title : QString(); };
    const QString undoable = m_book->isReadOnly() ? QString() : title(m_book->undoStack().undoable());
    m_frame.topBar()->setUndo(undoable);
    m_frame.status()->setUndo(undoable);
    m_frame.topBar()->setRedo(m_book->isReadOnly() ? QString() : title(m_book->undoStack().redoable()));
}

void Desk::refreshBackup()
{
    const QDateTime last = m_book->lastBackup();
    const bool fresh = last.isValid() && last.daysTo(m_context.clock.now()) <= 1;
    m_frame.status()->setBackup(last.isValid() ? tr("Last backup %1").arg(QLocale().toString(last, u"MM-dd HH:mm"_qs))
                                               : tr("No backup yet"),
                                fresh);
}

void Desk::refreshCounts()
{
    const QStringList counted{u"grid"_qs, u"member"_qs, u"partyOrg"_qs};
    runInBackground(
        this,
        [book = m_book.get(), asOf = m_asOf, counted] {
            QHash<QString, qint64> counts;
            if (auto reader = book->openReader()) {
                for (const QString &registry : counted) {
                    counts.insert(registry, (*reader)->registries().count({registry, asOf, {}, {}, {}, {}}).valueOr(0));
                }
            }
            return counts;
        },
        [this](const QHash<QString, qint64> &counts) {
            for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
                m_frame.navigation()->setCount(u"list:"_qs + it.key(), int(it.value()));
            }
        });
}

void Desk::refreshSearch(const ChangeSet *changes)
{
    const quint64 run = ++m_indexRun;
    auto old = changes == nullptr ? nullptr : m_index;
    runInBackground(
        this,
        [book = m_book.get(), asOf = m_asOf, old, set = changes == nullptr ? ChangeSet{} : *changes,
         cancel = m_cancel]() -> std::shared_ptr<const SearchIndex> {
            auto reader = book->openReader();
            if (!reader) {
                return nullptr;
            }
            const Progress progress{[cancel](qint64, qint64, const QString &) { return !cancel->load(); }};
            auto index = old ? old->updated((*reader)->registries(), asOf, set)
                             : SearchIndex::build((*reader)->registries(), asOf, progress);
            return index ? *index : nullptr;
        },
        [this, run](const std::shared_ptr<const SearchIndex> &index) {
            if (index && run == m_indexRun) {
                m_index = index;
            }
        });
}

void Desk::search(const QString &words, const std::function<void(const QList<PickItem> &)> &answer)
{
    const QString trimmed = words.trimmed();
    if (trimmed.isEmpty()) {
        answer({});
        return;
    }
    QList<PickItem> doable = findCommands(m_book->catalog(), m_context, trimmed, !m_book->isReadOnly());
    if (!doable.isEmpty()) {
        doable.prepend(PickItem{{}, tr("Pages and commands"), {}, true, 0});
    }
    runInBackground(
        this, [index = m_index, trimmed] { return index ? index->find(trimmed, 12) : SearchResult{}; },
        [this, doable, answer](const SearchResult &result) {
            QList<PickItem> items;
            if (!result.hits.isEmpty()) {
                const QString count = tr("%n found", nullptr, int(result.total));
                items.append(PickItem{{}, result.more ? QString(count + u'+') : count, {}, true, 0});
            }
            for (const SearchHit &hit : result.hits) {
                const RegistrySpec *spec = m_book->catalog().registry(hit.registry);
                const Glyph glyph = spec == nullptr ? Glyph::None : glyphNamed(spec->icon);
                items.append(
                    PickItem{u"%1:%2"_qs.arg(hit.registry).arg(hit.id), hit.title, hit.subtitle, false, int(glyph)});
            }
            answer(items + doable);
        });
}

void Desk::goTo(const QVariant &hit)
{
    const QString what = hit.toString();
    const bool stays = what.startsWith(u"do:"); // as its key does, wherever one is
    if (!stays && !mayLeave()) {
        return;
    }
    if (stays) {
        what == u"do:undo" ? undo() : redo();
    } else if (what.startsWith(u"page:")) {
        openPage(what.mid(5), {});
    } else if (what.startsWith(u"quarter:")) {
        openPage(u"report"_qs, {{u"quarter"_qs, what.mid(8)}});
    } else if (what.startsWith(u"new:")) {
        newRecord(what.mid(4), {});
    } else if (std::optional<Query> list = listMeant(what)) {
        list->asOf = m_asOf;
        openList(*list, {});
    } else {
        openRecord(what.section(u':', 0, 0), what.section(u':', 1).toLongLong());
    }
    if (QWidget *page = m_frame.page(m_frame.currentPage()); page != nullptr) {
        page->setFocus(); // the keys are for what was opened, no longer for the search
    }
}

} // namespace gridbook::ui
