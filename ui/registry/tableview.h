#pragma once
// A list that feels like a good spreadsheet: sort by clicking heads, filter row, columns that can be moved, resized,
// hidden and frozen, row numbers, place and selection kept when the rows are read again.
#include "ui/registry/columnlayout.h"
#include "ui/registry/filterwords.h"
#include "ui/registry/tablemodel.h"
#include <QTableView>

namespace gridbook::ui {

class FilterCell;
class TableHead;
class TablePlace;

class TableView final : public QTableView
{
    Q_OBJECT
public:
    TableView(TableModel *model, Book &book, const UiContext &context, TitleOf titleOf, QWidget *parent = nullptr);

    [[nodiscard]] const ColumnLayout &columns() const { return m_layout; }
    void setColumns(const ColumnLayout &layout);
    void showQuery(const Query &query); // sort marks and filter cells
    [[nodiscard]] FilterCell *filterCell(const QString &field);
    [[nodiscard]] TableHead *head() const { return m_head; }
    [[nodiscard]] QTableView *frozenView() const { return m_frozen; }

    [[nodiscard]] qint64 selectedCount() const;
    [[nodiscard]] QList<RowId> selectedIds() const; // in the order of the rows
    [[nodiscard]] RowId currentId() const;
    void selectId(RowId id);
    // The selection as tab-separated text with heads: what is seen, masked.
    [[nodiscard]] QString selectionAsText() const;

    void setModel(QAbstractItemModel *model) override; // only its own
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void columnsChanged();
    void sortWanted(const QString &field, bool further);
    void filterWanted(const QString &field, const std::optional<gridbook::Filter> &filter);
    void opened(gridbook::RowId id);
    void currentIdChanged(gridbook::RowId id);
    void selectionCountChanged();
    void headMenuWanted(const QString &field, QPoint global);
    void cellMenuWanted(const QModelIndex &index, QPoint global);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void updateGeometries() override;

private:
    void buildFrozen();
    void connectHead(TableHead *head);
    void arrange();
    void noteMove(int section, int oldPlace, int newPlace);
    void noteWidth(int section, int width);
    [[nodiscard]] int frozenWidth() const;
    [[nodiscard]] int widthOf(const Field &field) const;
    void announcePlace();
    bool noteChoice();

    TableModel *m_model;
    Book &m_book;
    const UiContext &m_context;
    TitleOf m_titleOf;
    TableHead *m_head;
    QTableView *m_frozen;
    TableHead *m_frozenHead;
    ColumnLayout m_layout;
    bool m_applying = false;
    TablePlace *m_place = nullptr;
};

} // namespace gridbook::ui
