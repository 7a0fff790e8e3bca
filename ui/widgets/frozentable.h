#pragma once
// A table whose first columns stay in sight when it is scrolled sideways. They are shown by a second view over the
// first, with the same model, selection and rows; keys and focus stay with the table.
#include <QTableView>

namespace gridbook::ui {

class FrozenTable final : public QTableView
{
    Q_OBJECT
public:
    explicit FrozenTable(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;
    // Cells are mended in either view, so that each has a delegate of its own.
    void setDelegates(QAbstractItemDelegate *own, QAbstractItemDelegate *ofFrozen);
    // These columns come first, in this order, and stay; the others follow as they were.
    void setFrozen(const QList<int> &columns);
    [[nodiscard]] QTableView *frozenView() const;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

protected:
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;

private:
    class Pane;
    void arrange();
    [[nodiscard]] int frozenWidth() const;

    Pane *m_pane;
    QList<int> m_frozen;
};

} // namespace gridbook::ui
