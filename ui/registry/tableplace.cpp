#include "ui/registry/tableplace.h"
#include "ui/registry/tableview.h"
#include <QScrollBar>

namespace gridbook::ui {

namespace {

constexpr qsizetype kept = 20'000; // more than that is "all", and its numbers mean nothing after a change

} // namespace

TablePlace::TablePlace(TableView *view, TableModel *model) : QObject(view), m_view(view), m_model(model)
{
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &TablePlace::remember);
    connect(model, &QAbstractItemModel::modelReset, this, &TablePlace::restore);
    connect(model, &TableModel::loaded, this, [this] {
        if (m_waiting) {
            restoreSelection();
        }
    });
}

void TablePlace::remember()
{
    m_restoring = true;
    if (m_waiting && m_model->keeps() != TableModel::Keeps::Nothing) {
        return; // asked again before all rows were there
    }
    m_waiting = false;
    m_selected.clear();
    if (m_model->keeps() == TableModel::Keeps::Nothing) {
        return;
    }
    if (m_view->selectedCount() <= kept) {
        m_selected = m_view->selectedIds();
    }
    m_current = m_view->currentId();
    m_column = m_view->currentIndex().column();
    m_top = m_model->idAt(m_view->rowAt(0));
    m_across = m_view->horizontalScrollBar()->value();
}

void TablePlace::restore()
{
    switch (m_model->keeps()) {
    case TableModel::Keeps::Nothing:
        m_view->scrollToTop();
        m_restoring = false;
        Q_EMIT restored();
        return;
    case TableModel::Keeps::Selection: // the first rows are there; the selected ones may come later
        m_view->scrollToTop();
        m_restoring = false;
        m_waiting = true;
        return;
    case TableModel::Keeps::Place:
        break;
    }
    restoreSelection();
    if (const int row = m_model->rowOf(m_top); row >= 0) {
        m_view->doItemsLayout();
        const int column = m_model->columnOf(m_view->columns().shown.value(0));
        m_view->QTableView::scrollTo(m_model->index(row, column), QAbstractItemView::PositionAtTop);
    }
    m_view->horizontalScrollBar()->setValue(m_across);
}

void TablePlace::restoreSelection()
{
    m_restoring = true;
    m_waiting = false;
    if (const int row = m_model->rowOf(m_current); row >= 0) {
        m_view->selectionModel()->setCurrentIndex(m_model->index(row, qMax(0, m_column)),
                                                  QItemSelectionModel::NoUpdate);
    }
    m_view->selectionModel()->select(rowsOf(m_selected), QItemSelectionModel::ClearAndSelect);
    if (m_model->keeps() == TableModel::Keeps::Selection) {
        m_view->scrollToTop();
    }
    m_restoring = false;
    Q_EMIT restored();
}

QItemSelection TablePlace::rowsOf(const QList<RowId> &ids) const
{
    QHash<RowId, int> places;
    if (!ids.isEmpty()) {
        places.reserve(m_model->ids().size());
        for (int row = 0; row < m_model->rowCount(); ++row) {
            places.insert(m_model->idAt(row), row);
        }
    }
    QList<int> rows;
    for (const RowId id : ids) {
        if (const int row = places.value(id, -1); row >= 0) {
            rows << row;
        }
    }
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    const int last = m_model->columnCount() - 1;
    for (const int row : std::as_const(rows)) {
        if (!selection.isEmpty() && selection.last().bottom() == row - 1) {
            selection.last() = QItemSelectionRange(selection.last().topLeft(), m_model->index(row, last));
        } else {
            selection.append(QItemSelectionRange(m_model->index(row, 0), m_model->index(row, last)));
        }
    }
    return selection;
}

} // namespace gridbook::ui
