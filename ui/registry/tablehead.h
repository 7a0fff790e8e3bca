#pragma once
// The head of a list: labels with the order and rank of sort keys, and below them a row of filter cells that move and
// scroll with their columns.
#include "core/registry/query.h"
#include <QHash>
#include <QHeaderView>
#include <functional>

namespace gridbook::ui {

class FilterCell;

class TableHead final : public QHeaderView
{
    Q_OBJECT
public:
    // makeCell: the filter cell of a section, or null.
    using MakeCell = std::function<FilterCell *(int section, QWidget *parent)>;
    TableHead(MakeCell makeCell, QWidget *parent);

    void setSortKeys(const QHash<int, QPair<bool, int>> &keys); // section → descending, rank (0: the only one)
    [[nodiscard]] FilterCell *cell(int section);                // made when first needed
    [[nodiscard]] QList<FilterCell *> cells() const { return m_cells.values(); }
    [[nodiscard]] int labelHeight() const;
    void placeCells();
    void forgetCells(); // they are made again when needed

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void sortClicked(int section, bool further); // further: with Shift

protected:
    void updateGeometries() override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    MakeCell m_makeCell;
    QHash<int, FilterCell *> m_cells;
    QHash<int, QPair<bool, int>> m_keys;
    bool m_further = false;
    bool m_placing = false;
};

} // namespace gridbook::ui
