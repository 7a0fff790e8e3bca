#include "ui/registry/tableview.h"
#include "ui/registry/filtercell.h"
#include "ui/registry/listmarks.h"
#include "ui/registry/tablehead.h"
#include "ui/registry/tableplace.h"
#include "ui/shell/shortcuts.h"
#include "ui/shell/theme.h"
#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sortMark = 22; // arrow and rank beside the label

// The numbers of the rows: quiet, right aligned.
class RowNumbers final : public QHeaderView
{
public:
    explicit RowNumbers(QWidget *parent) : QHeaderView(Qt::Vertical, parent)
    {
        setSectionResizeMode(QHeaderView::Fixed);
        setDefaultSectionSize(currentTheme().metrics.rowHeight);
        setMinimumSectionSize(currentTheme().metrics.rowHeight);
        setHighlightSections(false);
        setSectionsClickable(true);
    }

    QSize sizeHint() const override
    {
        const int rows = model() == nullptr ? 0 : model()->rowCount();
        const int digits = qMax(3, int(QString::number(rows).size()));
        return {fontMetrics().horizontalAdvance(u'0') * digits + 16, 0};
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int row) const override
    {
        const Theme &theme = currentTheme();
        painter->save();
        painter->fillRect(rect, theme.tokens.surface);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.tokens.line);
        painter->setFont(theme.fonts.small);
        painter->setPen(theme.tokens.secondary);
        painter->drawText(rect.adjusted(4, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight, QString::number(row + 1));
        painter->restore();
    }
};

void dress(QTableView *view)
{
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setAlternatingRowColors(true);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setFrameShape(QFrame::NoFrame);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    view->setTabKeyNavigation(false);
    view->setMouseTracking(true);
}

} // namespace

TableView::TableView(TableModel *model, Book &book, const UiContext &context, TitleOf titleOf, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_book(book)
    , m_context(context)
    , m_titleOf(std::move(titleOf))
    , m_frozen(nullptr)
{
    const auto makeCell = [this](bool frozenHead) {
        return [this, frozenHead](int section, QWidget *head) -> FilterCell * {
            const Field &field = m_model->spec().fields.at(section);
            if (m_layout.frozen.contains(field.id) != frozenHead) {
                return nullptr;
            }
            auto *cell = new FilterCell(field, m_book, m_context, m_titleOf, head);
            connect(cell, &FilterCell::filtered, this, &TableView::filterWanted);
            connect(cell, &FilterCell::leftDown, this, [this] { setFocus(Qt::TabFocusReason); });
            return cell;
        };
    };
    dress(this);
    setAccessibleName(context.word(model->spec().term));
    describeKeys(this, {{Qt::Key_Return, tr("Open the record")}});
    m_head = new TableHead(makeCell(false), this);
    setHorizontalHeader(m_head);
    setVerticalHeader(new RowNumbers(this));
    setCornerButtonEnabled(false);
    setItemDelegate(new MarkDelegate(m_model->spec().id, this));
    m_frozen = new QTableView(this);
    m_frozenHead = new TableHead(makeCell(true), m_frozen);
    QTableView::setModel(model);
    buildFrozen();
    m_place = new TablePlace(this, model); // hears of a reset after both views
    connectHead(m_head);
    connectHead(m_frozenHead);
    connect(m_head, &QHeaderView::sectionMoved, this, &TableView::noteMove);
    connect(m_head, &QHeaderView::sectionResized, this,
            [this](int section, int, int width) { noteWidth(section, width); });
    connect(m_frozenHead, &QHeaderView::sectionResized, this,
            [this](int section, int, int width) { noteWidth(section, width); });
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, m_head, &TableHead::placeCells);
    connect(m_place, &TablePlace::restored, this, &TableView::announcePlace);
    for (QTableView *view : {static_cast<QTableView *>(this), m_frozen}) {
        connect(view, &QTableView::doubleClicked, this,
                [this](const QModelIndex &index) { Q_EMIT opened(m_model->idAt(index.row())); });
        connect(view, &QTableView::customContextMenuRequested, this, [this, view](QPoint at) {
            if (const QModelIndex index = view->indexAt(at); index.isValid()) {
                Q_EMIT cellMenuWanted(index, view->viewport()->mapToGlobal(at));
            }
        });
    }
}

void TableView::setModel(QAbstractItemModel *model)
{
    Q_ASSERT(model == m_model);
    QTableView::setModel(model);
}

void TableView::buildFrozen()
{
    dress(m_frozen);
    m_frozen->setObjectName(u"qt_frozen_columns"_qs); // a part of this view, not a control of its own
    m_frozen->setHorizontalHeader(m_frozenHead);
    m_frozenHead->setSectionsMovable(false);
    m_frozen->verticalHeader()->hide();
    m_frozen->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_frozen->verticalHeader()->setMinimumSectionSize(currentTheme().metrics.rowHeight);
    m_frozen->verticalHeader()->setDefaultSectionSize(currentTheme().metrics.rowHeight);
    m_frozen->setModel(m_model);
    m_frozen->setSelectionModel(selectionModel());
    m_frozen->setItemDelegate(itemDelegate());
    m_frozen->setFocusPolicy(Qt::NoFocus);
    m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->stackUnder(m_frozen);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(), &QScrollBar::setValue);
}

void TableView::connectHead(TableHead *head)
{
    connect(head, &TableHead::sortClicked, this,
            [this](int section, bool further) { Q_EMIT sortWanted(m_model->spec().fields.at(section).id, further); });
    connect(head, &QHeaderView::customContextMenuRequested, this, [this, head](QPoint at) {
        const int section = head->logicalIndexAt(at);
        Q_EMIT headMenuWanted(section < 0 ? QString() : m_model->spec().fields.at(section).id, head->mapToGlobal(at));
    });
}

int TableView::widthOf(const Field &field) const
{
    if (const int width = m_layout.widths.value(field.id); width > 0) {
        return width;
    }
    const QFontMetrics metrics(currentTheme().fonts.base);
    int text = metrics.horizontalAdvance(u'0') * field.width;
    // Widths are made for Chinese; the words of a short list may be longer in another language.
    if (const CodeTable *table = m_book.catalog().codes().find(field.codeTable);
        table != nullptr && table->items.size() <= 8) {
        for (const CodeItem &item : table->items) {
            text = qMax(text, qMin(metrics.horizontalAdvance(m_context.word(item.term)), 160));
        }
    }
    const int label = metrics.horizontalAdvance(m_context.word(field.label));
    return qMax(text, label + sortMark) + 18;
}

void TableView::setColumns(const ColumnLayout &layout)
{
    m_applying = true;
    const bool frozenDiffers = m_layout.frozen != layout.frozen;
    m_layout = layout;
    if (frozenDiffers) { // a cell belongs to one of the two heads
        m_head->forgetCells();
        m_frozenHead->forgetCells();
    }
    m_model->setWanted(layout.shown);
    for (int section = 0; section < m_model->columnCount(); ++section) {
        const Field &field = m_model->spec().fields.at(section);
        setColumnHidden(section, !layout.shown.contains(field.id));
        m_frozen->setColumnHidden(section, !layout.frozen.contains(field.id));
        setColumnWidth(section, widthOf(field));
        m_frozen->setColumnWidth(section, widthOf(field));
    }
    for (int place = 0; place < layout.shown.size(); ++place) {
        const int section = m_model->columnOf(layout.shown.at(place));
        m_head->moveSection(m_head->visualIndex(section), place);
        m_frozenHead->moveSection(m_frozenHead->visualIndex(section), place);
    }
    m_applying = false;
    arrange();
    showQuery(m_model->query());
}

void TableView::noteMove(int section, int oldPlace, int newPlace)
{
    Q_UNUSED(oldPlace)
    if (m_applying) {
        return;
    }
    ColumnLayout moved = m_layout;
    int place = 0; // among the shown: hidden ones stand anywhere
    for (int visual = 0; visual < newPlace; ++visual) {
        place += m_head->isSectionHidden(m_head->logicalIndex(visual)) ? 0 : 1;
    }
    moved.move(m_model->spec().fields.at(section).id, place);
    setColumns(moved);
    Q_EMIT columnsChanged();
}

void TableView::noteWidth(int section, int width)
{
    if (m_applying || width <= 0) {
        return;
    }
    const QString field = m_model->spec().fields.at(section).id;
    if (m_layout.widths.value(field) == width) {
        return;
    }
    m_layout.widths.insert(field, width);
    m_applying = true;
    setColumnWidth(section, width);
    m_frozen->setColumnWidth(section, width);
    m_applying = false;
    arrange();
    Q_EMIT columnsChanged();
}

int TableView::frozenWidth() const
{
    int width = 0;
    for (const QString &field : m_layout.frozen) {
        width += columnWidth(m_model->columnOf(field));
    }
    return width;
}

void TableView::arrange()
{
    const int width = frozenWidth();
    m_frozen->setVisible(width > 0);
    m_frozen->setGeometry(verticalHeader()->width() + frameWidth(), frameWidth(), width,
                          viewport()->height() + horizontalHeader()->height());
    m_head->placeCells();
    m_frozenHead->placeCells();
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    arrange();
}

void TableView::updateGeometries()
{
    QTableView::updateGeometries();
    if (m_frozen != nullptr) {
        arrange();
    }
}

void TableView::showQuery(const Query &query)
{
    QHash<int, QPair<bool, int>> keys;
    for (int i = 0; i < query.sort.size(); ++i) {
        keys.insert(m_model->columnOf(query.sort.at(i).field),
                    {query.sort.at(i).descending, query.sort.size() > 1 ? i + 1 : 0});
    }
    m_head->setSortKeys(keys);
    m_frozenHead->setSortKeys(keys);
    for (TableHead *head : {m_head, m_frozenHead}) {
        const auto cells = head->cells();
        for (FilterCell *cell : cells) {
            const auto it = std::find_if(query.filters.begin(), query.filters.end(),
                                         [&](const Filter &filter) { return filter.field == cell->field(); });
            cell->setFilter(it == query.filters.end() ? std::nullopt : std::optional(*it));
        }
    }
}

FilterCell *TableView::filterCell(const QString &field)
{
    const int section = m_model->columnOf(field);
    return section < 0                       ? nullptr
           : m_layout.frozen.contains(field) ? m_frozenHead->cell(section)
                                             : m_head->cell(section);
}

qint64 TableView::selectedCount() const
{
    qint64 count = 0;
    const QItemSelection ranges = selectionModel()->selection(); // not selectedRows(): half a second for a million
    QSet<QPair<int, int>> seen;
    for (const QItemSelectionRange &range : ranges) {
        if (const QPair<int, int> rows(range.top(), range.bottom()); !seen.contains(rows)) {
            seen.insert(rows);
            count += range.height();
        }
    }
    return count;
}

QList<RowId> TableView::selectedIds() const
{
    QList<QPair<int, int>> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        ranges.append({range.top(), range.bottom()});
    }
    std::sort(ranges.begin(), ranges.end());
    QList<RowId> ids;
    int next = 0;
    for (const auto &[top, bottom] : ranges) {
        for (int row = qMax(top, next); row <= bottom; ++row) {
            ids << m_model->idAt(row);
        }
        next = qMax(next, bottom + 1);
    }
    return ids;
}

RowId TableView::currentId() const
{
    return currentIndex().isValid() ? m_model->idAt(currentIndex().row()) : 0;
}

void TableView::selectId(RowId id)
{
    if (const int row = m_model->rowOf(id); row >= 0) {
        const int column = m_model->columnOf(m_layout.shown.value(0));
        setCurrentIndex(m_model->index(row, column));
    }
}

QString TableView::selectionAsText() const
{
    QStringList lines;
    QStringList heads;
    for (const QString &field : m_layout.shown) {
        heads << m_context.word(m_model->spec().field(field)->label);
    }
    lines << heads.join(u'\t');
    const QItemSelection selected = selectionModel()->selection();
    QSet<int> rows;
    for (const QItemSelectionRange &range : selected) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.insert(row);
        }
    }
    QList<int> ordered(rows.begin(), rows.end());
    std::sort(ordered.begin(), ordered.end());
    for (const int row : ordered) {
        QStringList texts;
        for (const QString &field : m_layout.shown) {
            QString text = m_model->index(row, m_model->columnOf(field)).data().toString();
            texts << text.replace(u'\t', u' ').replace(u'\n', u' ');
        }
        lines << texts.join(u'\t');
    }
    return lines.join(u'\n');
}

// Shift and the wheel go sideways, as in spreadsheets.
void TableView::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (event->modifiers() != Qt::ShiftModifier || turned.y() == 0) {
        QTableView::wheelEvent(event);
        return;
    }
    QWheelEvent sideways(event->position(), event->globalPosition(), {}, {turned.y(), 0}, event->buttons(),
                         Qt::NoModifier, event->phase(), event->inverted());
    QTableView::wheelEvent(&sideways);
    event->accept();
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier) {
        if (currentIndex().isValid()) {
            Q_EMIT opened(currentId());
        }
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange && !m_layout.shown.isEmpty()) {
        setColumns(m_layout); // another font: other widths
    }
}

// The menu of the current cell by the keyboard, wherever that cell is: out of sight or below the frozen columns.
bool TableView::event(QEvent *event)
{
    if (event->type() == QEvent::ContextMenu && currentIndex().isValid() &&
        static_cast<QContextMenuEvent *>(event)->reason() == QContextMenuEvent::Keyboard) {
        const QRect cell = visualRect(currentIndex()).intersected(viewport()->rect());
        const QRect place = cell.isEmpty() ? viewport()->rect() : cell;
        Q_EMIT cellMenuWanted(currentIndex(), viewport()->mapToGlobal(place.center()));
        return true;
    }
    return QTableView::event(event);
}

// What is selected now is somebody's choice; not while rows are read again, nor before there are any.
bool TableView::noteChoice()
{
    if (m_place == nullptr || m_place->isRestoring()) {
        return false;
    }
    m_place->forget();
    return true;
}

void TableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (noteChoice()) {
        Q_EMIT selectionCountChanged();
    }
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (noteChoice() && current.row() != previous.row()) {
        Q_EMIT currentIdChanged(m_model->idAt(current.row()));
    }
}

void TableView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid()) {
        return;
    }
    const int across = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (m_layout.frozen.contains(m_model->spec().fields.at(index.column()).id)) {
        horizontalScrollBar()->setValue(across); // a frozen column is always in sight
        return;
    }
    const int hidden = frozenWidth() - visualRect(index).left();
    if (hidden > 0) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
    }
}

void TableView::announcePlace()
{
    // As when the focus comes to rows that are there already: the keys need a row to start from.
    if (hasFocus() && !currentIndex().isValid() && m_model->rowCount() > 0) {
        selectionModel()->setCurrentIndex(moveCursor(MoveNext, Qt::NoModifier), QItemSelectionModel::NoUpdate);
    }
    Q_EMIT selectionCountChanged();
    Q_EMIT currentIdChanged(currentId());
}

} // namespace gridbook::ui
