#pragma once
// Where somebody stands in a list, and what is selected, while its rows are read again. The same question again: all
// stays in place. The same records in another order: they stay selected, seen from the top. Another question: from the
// top, with nothing selected.
#include "ui/registry/tablemodel.h"
#include <QItemSelection>

namespace gridbook::ui {

class TableView;

class TablePlace final : public QObject
{
    Q_OBJECT
public:
    TablePlace(TableView *view, TableModel *model);

    // Between the old rows and the new ones: what is selected now is nobody's choice.
    [[nodiscard]] bool isRestoring() const { return m_restoring; }
    // Somebody selects before all rows are there: that holds.
    void forget() { m_waiting = false; }

Q_SIGNALS:
    void restored();

private:
    void remember();
    void restore();
    void restoreSelection();
    [[nodiscard]] QItemSelection rowsOf(const QList<RowId> &ids) const;

    TableView *m_view;
    TableModel *m_model;
    QList<RowId> m_selected;
    RowId m_current = 0;
    int m_column = 0;
    RowId m_top = 0;
    int m_across = 0;
    bool m_restoring = false;
    bool m_waiting = false; // for the rest of the rows, to select what was selected
};

} // namespace gridbook::ui
