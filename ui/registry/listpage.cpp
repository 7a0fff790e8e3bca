#include "ui/registry/listpage.h"
#include "core/reports/figures.h"
#include "ui/dialogs/ask.h"
#include "ui/exchange/exportdialog.h"
#include "ui/registry/celledit.h"
#include "ui/registry/detailpanel.h"
#include "ui/registry/figurehead.h"
#include "ui/registry/filtercell.h"
#include "ui/registry/listactions.h"
#include "ui/registry/pastedialog.h"
#include "ui/registry/querybar.h"
#include "ui/registry/tablehead.h"
#include "ui/shell/backlink.h"
#include "ui/shell/openfigure.h"
#include "ui/shell/recordactions.h"
#include "ui/shell/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/sidefold.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 summedRows = 20'000;

QPushButton *headButton(const QString &text, Glyph glyph, QWidget *parent)
{
    auto *button = new QPushButton(icon(glyph), text, parent);
    button->setAutoDefault(false);
    return button;
}

} // namespace

ListPage::ListPage(Workbench &bench, const Query &query, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_bench(bench)
    , m_query(query)
    , m_titleText(title)
    , m_model(new TableModel(bench.book(), bench.context(), query.registry, this))
    , m_table(new TableView(
          m_model, bench.book(), bench.context(),
          [this](const QString &registry, RowId id) { return titleOf(registry, id); }, this))
    , m_detail(new DetailPanel(bench, query.registry, this))
{
    m_query.asOf = bench.asOf();
    if (m_titleText.isEmpty() && m_query.sort.isEmpty()) {
        m_query.sort = rememberedSort(spec());
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(column);
    m_body = new QSplitter(Qt::Horizontal, this);
    m_body->setHandleWidth(1);
    m_body->setChildrenCollapsible(false);
    m_body->addWidget(m_table);
    m_body->addWidget(m_detail);
    m_body->setStretchFactor(0, 1);
    m_body->setStretchFactor(1, 0);
    m_body->setSizes({1000, 300});
    column->addWidget(m_body, 1);
    m_table->installEventFilter(this);
    m_table->setColumns(rememberedLayout(spec()));
    new SideFold(this, m_detail, m_detailButton, tr("Details of the selected record"), u"detail/folded"_qs);
    setFocusProxy(m_table);

    connect(m_table, &TableView::columnsChanged, this, [this] { rememberLayout(spec(), m_table->columns()); });
    connect(m_table, &TableView::sortWanted, this, &ListPage::sortBy);
    connect(m_table, &TableView::filterWanted, this, &ListPage::filterBy);
    connect(m_table, &TableView::opened, this, &ListPage::openOne);
    connect(m_detail, &DetailPanel::openWanted, this, &ListPage::openOne);
    connect(m_table, &TableView::currentIdChanged, m_detail, &DetailPanel::setRecord);
    connect(m_table, &TableView::selectionCountChanged, this, [this] {
        m_sums.clear();
        if (const qint64 count = m_table->selectedCount(); count > 1 && count <= summedRows) {
            m_model->askSums(m_table->selectedIds());
        }
        refreshStatus();
    });
    connect(m_table, &TableView::headMenuWanted, this, &ListPage::headMenu);
    connect(m_table, &TableView::cellMenuWanted, this, &ListPage::cellMenu);
    connect(m_model, &TableModel::stateChanged, this, &ListPage::refreshState);
    connect(m_model, &TableModel::loaded, this, &ListPage::refreshState);
    connect(m_model, &TableModel::summed, this, [this](const QStringList &fields, const QList<double> &sums) {
        QStringList words;
        for (qsizetype i = 0; i < fields.size(); ++i) {
            const Field &field = *spec().field(fields.at(i));
            const bool money = field.type == FieldType::Money;
            const QString number = numberLocale().toString(money ? sums.at(i) / 100 : sums.at(i), 'f',
                                                           money                              ? 2
                                                           : field.type == FieldType::Integer ? 0
                                                                                              : 1);
            words << QString(word(field.label) + u' ' + number);
        }
        m_sums = words.join(u" · "_qs);
        refreshStatus();
    });
    connect(&bench, &Workbench::asOfChanged, this, [this](QDate day) {
        if (m_figure) {
            return;
        }
        m_query.asOf = day;
        m_titles.clear();
        apply();
    });
    buildKeys();
    apply();
}

void ListPage::setQuery(const Query &query)
{
    const QString registry = m_query.registry;
    m_query = query;
    m_query.registry = registry;
    m_query.asOf = m_bench.asOf();
    apply();
}

void ListPage::setFigure(const ExplainedFigure &figure)
{
    if (!m_figureHead) {
        auto *column = qobject_cast<QVBoxLayout *>(layout());
        m_figureHead = new FigureHead(m_bench.context(), this);
        m_nearMisses = new NearMissList(m_bench.context(), this);
        column->insertWidget(column->indexOf(m_body), m_figureHead);
        column->addWidget(m_nearMisses, 1);
        m_nearMisses->hide();
        connect(m_figureHead, &FigureHead::nearMissesWanted, this, &ListPage::showNearMisses);
        connect(m_nearMisses, &NearMissList::openWanted, &m_bench, &Workbench::openRecord);
        connect(&m_bench.book().bus(), &ChangeBus::changed, this, [this] {
            m_figureIsOld = true;
            if (isVisible()) {
                refreshFigure();
            }
        });
    }
    const bool sameRows = m_figure && m_figure->rows.ids == figure.rows.ids;
    m_figure = figure;
    m_figureHead->show(figure);
    m_nearMisses->show(figure);
    m_query.asOf = figure.rows.asOf;
    m_query.only = figure.query().only;
    if (!sameRows) {
        apply();
    }
    if (figure.rows.ids.isEmpty() && !figure.nearMisses.isEmpty()) {
        m_figureHead->nearTab()->setChecked(true); // all there is to see
    }
}

// What was mended in the records behind a number changes the number.
void ListPage::refreshFigure()
{
    m_figureIsOld = false;
    readFigure(this, m_bench.book(), m_figure->key, [this](const Result<ExplainedFigure> &figure) {
        if (figure) {
            setFigure(*figure);
        } else {
            m_bench.report(figure.error());
        }
    });
}

void ListPage::showNearMisses(bool shown)
{
    m_body->setVisible(!shown);
    m_nearMisses->setVisible(shown);
    setFocusProxy(shown ? static_cast<QWidget *>(m_nearMisses) : m_table);
    setFocus();
}

void ListPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_figure && m_figureIsOld) {
        refreshFigure();
    }
}

void ListPage::buildHead(QVBoxLayout *column)
{
    auto *head = new QWidget(this);
    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(16, 12, 16, 10);
    rows->setSpacing(8);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    if (!m_titleText.isEmpty() || spec().group.isEmpty()) { // opened from elsewhere; others are in the navigation
        line->addWidget(new BackLink(m_bench, this, head));
    }
    auto *title = new QLabel(m_titleText.isEmpty() ? word(spec().term) : m_titleText, head);
    title->setObjectName(u"listTitle"_qs);
    title->setTextFormat(Qt::PlainText);
    setRole(title, Role::Title);
    line->addWidget(title);
    m_subtitle = new QLabel(head);
    m_subtitle->setTextFormat(Qt::PlainText);
    setRole(m_subtitle, Role::Secondary);
    line->addSpacing(4);
    line->addWidget(m_subtitle, 0, Qt::AlignBottom);
    line->addStretch();
    buildButtons(line);
    rows->addLayout(line);
    m_bar = new QueryBar(
        m_bench, spec(), [this](const QString &registry, RowId id) { return titleOf(registry, id); }, head);
    connect(m_bar, &QueryBar::queryWanted, this, [this](const Query &query) {
        m_query = query;
        apply();
    });
    rows->addWidget(m_bar);
    column->addWidget(head);
}

void ListPage::buildButtons(QHBoxLayout *line)
{
    const bool writable = !m_bench.book().isReadOnly();
    auto *add = new QPushButton(icon(Glyph::Add, Tint::OnAccent), tr("Add"), this);
    add->setObjectName(u"addRecord"_qs);
    add->setToolTip(tr("Add a record (Ctrl+N)"));
    setPrimary(add);
    add->setEnabled(writable);
    connect(add, &QPushButton::clicked, this, [this] { m_bench.newRecord(spec().id, {}); });
    line->addWidget(add);
    auto *import = new QPushButton(icon(Glyph::Import), tr("Import…"), this);
    import->setObjectName(u"importRecords"_qs);
    import->setEnabled(writable);
    connect(import, &QPushButton::clicked, this, [this] { m_bench.openImport(spec().id, {}); });
    line->addWidget(import);
    QPushButton *exports = headButton(tr("Export"), Glyph::Export, this);
    exports->setObjectName(u"exportRecords"_qs);
    auto *exportMenu = new QMenu(exports);
    connect(exportMenu->addAction(tr("Export what is shown…")), &QAction::triggered, this, &ListPage::exportRows);
    connect(exportMenu->addAction(tr("Save an empty template…")), &QAction::triggered, this, &ListPage::saveTemplate);
    exports->setMenu(exportMenu);
    line->addWidget(exports);
    if (!listPapers(spec().id).isEmpty()) {
        QPushButton *print = headButton(tr("Print"), Glyph::Print, this);
        print->setObjectName(u"printPapers"_qs);
        auto *menu = new QMenu(print);
        fillPapers(menu);
        print->setMenu(menu);
        line->addWidget(print);
    }
    QPushButton *actions = headButton(tr("Actions"), Glyph::Edit, this);
    actions->setObjectName(u"listActions"_qs);
    auto *menu = new QMenu(actions);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillActions(menu);
    });
    actions->setMenu(menu);
    line->addWidget(actions);
    m_columnsButton = headButton(tr("Columns"), Glyph::Columns, this);
    m_columnsButton->setObjectName(u"columns"_qs);
    connect(m_columnsButton, &QPushButton::clicked, this, &ListPage::chooseColumns);
    line->addWidget(m_columnsButton);
    m_detailButton = new QToolButton(this);
    m_detailButton->setIcon(icon(Glyph::Info));
    line->addWidget(m_detailButton);
}

void ListPage::buildKeys()
{
    const auto key = [this](const QKeySequence &keys, QWidget *where, auto what) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, what);
        return shortcut;
    };
    key(QKeySequence::New, this, [this] {
        if (!m_bench.book().isReadOnly()) {
            m_bench.newRecord(spec().id, {});
        }
    });
    key(QKeySequence::Find, this, [this] {
        const QModelIndex at = m_table->currentIndex();
        const QString field = at.isValid() ? spec().fields.at(at.column()).id : m_table->columns().shown.value(0);
        FilterCell *cell = m_table->filterCell(field);
        if (cell == nullptr || !cell->isEnabled()) {
            cell = m_table->filterCell(m_table->columns().shown.value(0));
        }
        if (cell != nullptr) {
            cell->setFocus(Qt::ShortcutFocusReason);
            cell->selectAll();
        }
    });
    // The cells of the filter row have their own Delete and Ctrl+C.
    key(QKeySequence::Delete, m_table, [this] { voidSelected(); })->setContext(Qt::WidgetShortcut);
    key(QKeySequence::Copy, m_table, [this] { copySelected(); })->setContext(Qt::WidgetShortcut);
    key(QKeySequence::Paste, m_table, [this] { pasteCells(); })->setContext(Qt::WidgetShortcut);
    auto *cells = new CellEdit(m_bench, m_model, m_table, this);
    const auto cellKey = [&](const QKeySequence &keys, const QString &words, void (CellEdit::*what)()) {
        auto *shortcut = key(keys, m_table, [cells, what] { (cells->*what)(); });
        shortcut->setContext(Qt::WidgetShortcut);
        shortcut->setWhatsThis(words);
    };
    cellKey(QKeySequence(Qt::Key_F2), tr("Change the entry where it stands"), &CellEdit::begin);
    cellKey(QKeySequence(Qt::CTRL | Qt::Key_Apostrophe), tr("Take over the entry above"), &CellEdit::copyFromAbove);
    cellKey(QKeySequence(Qt::CTRL | Qt::Key_D), tr("Fill the selected rows down"), &CellEdit::fillDown);
}

void ListPage::apply()
{
    m_sums.clear();
    m_model->setQuery(m_query);
    m_table->showQuery(m_query);
    refreshSubtitle();
    m_bar->setQuery(m_query);
}

void ListPage::sortBy(const QString &field, bool further)
{
    const auto it =
        std::find_if(m_query.sort.begin(), m_query.sort.end(), [&](const SortKey &key) { return key.field == field; });
    const bool there = it != m_query.sort.end();
    if (const Field *which = spec().field(field); which != nullptr && which->isSealed) {
        m_bench.tell(tr("“%1” is protected and has no order; its filled rows come first.")
                         .arg(m_bench.context().word(which->label)));
    }
    if (further && there) {
        it->descending = !it->descending;
    } else if (further) {
        m_query.sort.append({field, false});
    } else {
        m_query.sort = {{field, there && !it->descending}};
    }
    if (m_titleText.isEmpty()) {
        rememberSort(spec(), m_query.sort);
    }
    apply();
}

void ListPage::filterBy(const QString &field, const std::optional<Filter> &filter)
{
    m_query.filters.removeIf([&](const Filter &each) { return each.field == field; });
    if (filter) {
        m_query.filters.append(*filter);
    }
    apply();
}

void ListPage::refreshSubtitle()
{
    QStringList words;
    RegistryReader &reader = m_bench.book().reader();
    const auto communities = reader.ids({u"division"_qs, m_query.asOf, {}, {}, {}, {}}, 2);
    if (communities && communities->size() == 1) { // a street office has many
        words << reader.title(u"division"_qs, m_query.asOf, communities->first()).valueOr({});
    }
    if (m_query.asOf != m_bench.context().clock.today()) {
        words << tr("as of %1").arg(m_query.asOf.toString(Qt::ISODate));
    }
    m_subtitle->setText(words.join(u" · "_qs));
}

QString ListPage::titleOf(const QString &registry, RowId id)
{
    const QString key = registry + u'|' + QString::number(id);
    if (!m_titles.contains(key)) {
        m_titles.insert(key, m_bench.book().reader().title(registry, m_query.asOf, id).valueOr({}));
    }
    return m_titles.value(key);
}

void ListPage::refreshState()
{
    refreshStatus();
    if (m_model->state() == TableModel::State::Failed) {
        auto *state =
            new EmptyState(Glyph::Warning, tr("The list could not be read"), m_model->error().message, m_table);
        connect(state->addAction(tr("Try again"), Glyph::Refresh, true), &QPushButton::clicked, this, &ListPage::apply,
                Qt::QueuedConnection);
        showOverlay(state);
        return;
    }
    if (m_model->rowCount() > 0) {
        showOverlay(nullptr);
        return;
    }
    if (m_model->state() == TableModel::State::Loading || m_model->total() < 0) {
        return; // what stands there stays until the answer is known
    }
    if (m_figure && m_query.filters.isEmpty()) {
        showOverlay(new EmptyState(Glyph::Info, tr("No record counts here"), word(m_figure->rule.rule), m_table));
        return;
    }
    if (!m_query.filters.isEmpty() || m_model->total() > 0) {
        auto *state = new EmptyState(
            Glyph::Filter, tr("No record matches"),
            tr("%1 of them are hidden by the filters.").arg(numberLocale().toString(m_model->total())), m_table);
        connect(
            state->addAction(tr("Clear the filters"), Glyph::Close), &QPushButton::clicked, this,
            [this] {
                m_query.filters.clear();
                apply();
            },
            Qt::QueuedConnection);
        showOverlay(state);
        return;
    }
    const Glyph glyph = glyphNamed(spec().icon);
    auto *state = new EmptyState(glyph == Glyph::None ? Glyph::File : glyph,
                                 tr("Nothing here yet: %1").arg(word(spec().term)), word(spec().about), m_table);
    if (!m_bench.book().isReadOnly()) {
        connect(state->addAction(tr("Import a spreadsheet…"), Glyph::Import, true), &QPushButton::clicked, this,
                [this] { m_bench.openImport(spec().id, {}); });
        connect(state->addAction(tr("Save an empty template…"), Glyph::File), &QPushButton::clicked, this,
                &ListPage::saveTemplate);
        connect(state->addAction(tr("Add the first"), Glyph::Add), &QPushButton::clicked, this,
                [this] { m_bench.newRecord(spec().id, {}); });
    }
    showOverlay(state);
}

void ListPage::showOverlay(EmptyState *state)
{
    if (m_overlay != nullptr) {
        m_overlay->hide();
        m_overlay->deleteLater();
    }
    m_overlay = state;
    if (m_overlay != nullptr) {
        m_overlay->setAutoFillBackground(true);
        m_overlay->setBackgroundRole(QPalette::Base); // of the theme at hand
        m_overlay->setGeometry(QRect(0, m_table->viewport()->y(), m_table->width(), m_table->viewport()->height()));
        m_overlay->show();
        m_overlay->raise();
    }
}

bool ListPage::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table && event->type() == QEvent::Resize && m_overlay != nullptr) {
        m_overlay->setGeometry(QRect(0, m_table->viewport()->y(), m_table->width(), m_table->viewport()->height()));
    }
    return QWidget::eventFilter(object, event);
}

// On a narrow page the title needs the room; what the buttons do stands in their tool tips then.
void ListPage::fitButtons()
{
    constexpr char words[] = "words";
    const bool narrow = width() < 900;
    for (const QString &name :
         {u"importRecords"_qs, u"exportRecords"_qs, u"printPapers"_qs, u"listActions"_qs, u"columns"_qs}) {
        auto *button = findChild<QPushButton *>(name);
        if (button == nullptr || button->text().isEmpty() == narrow) {
            continue;
        }
        if (narrow) {
            button->setProperty(words, button->text());
            button->setAccessibleName(button->text());
            button->setToolTip(button->text());
        }
        button->setText(narrow ? QString() : button->property(words).toString());
    }
}

void ListPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitButtons();
}

void ListPage::refreshStatus()
{
    Q_EMIT statusChanged(m_model->rowCount(), m_model->total(), m_table->selectedCount(), m_sums);
}

QList<RowId> ListPage::concerned() const
{
    const QList<RowId> selected = m_table->selectedIds();
    return selected.isEmpty() ? m_model->ids() : selected;
}

void ListPage::openCurrent()
{
    if (const RowId id = m_table->currentId(); id != 0) {
        openOne(id);
    }
}

void ListPage::openOne(RowId id)
{
    m_bench.openRecordOf(spec().id, id, m_model->ids());
}

// From the current cell to the right and downwards; a single row over all that are selected.
void ListPage::pasteCells()
{
    const QModelIndex at = m_table->currentIndex();
    const QList<QStringList> cells = cellsOf(QGuiApplication::clipboard()->text());
    if (!at.isValid() || cells.isEmpty()) {
        return;
    }
    if (m_bench.book().isReadOnly()) {
        m_bench.report({ErrorKind::Refused, tr("The book is open for reading only; nothing can be changed."), {}});
        return;
    }
    QList<RowId> ids = cells.size() == 1 ? m_table->selectedIds() : QList<RowId>();
    const qsizetype wanted = qMax<qsizetype>(1, cells.size());
    for (int row = at.row(); ids.isEmpty() || (cells.size() > 1 && ids.size() < wanted); ++row) {
        if (row >= m_model->rowCount()) {
            break;
        }
        ids << m_model->idAt(row);
    }
    const QStringList &shown = m_table->columns().shown;
    const qsizetype first = shown.indexOf(spec().fields.at(at.column()).id);
    if (first < 0) {
        return; // its column has been taken away
    }
    const QStringList columns = shown.mid(first);
    auto *dialog = new PasteDialog(m_bench, spec().id, ids, columns, cells, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ListPage::copySelected()
{
    if (const qint64 count = m_table->selectedCount(); count > 0) {
        QGuiApplication::clipboard()->setText(m_table->selectionAsText());
        m_bench.tell(tr("Copied %n row(s).", nullptr, int(count)));
    }
}

} // namespace gridbook::ui
