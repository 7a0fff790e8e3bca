#pragma once
// The journal of the book as a table, read page by page as one scrolls.
#include "core/registry/historylist.h"
#include <QAbstractTableModel>

namespace gridbook::ui {

class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Who, Kind, Title, Changes, ColumnCount };
    HistoryModel(Database &database, QObject *parent);
    // Reads anew from the newest on.
    Done load(const BatchFilter &filter);
    [[nodiscard]] const BatchLine *line(int row) const
    {
        return row < 0 || row >= m_lines.size() ? nullptr : &m_lines[row];
    }
    [[nodiscard]] int rowOf(BatchId batch) const; // -1 if it is not among the rows read so far

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    Database &m_database;
    BatchFilter m_filter;
    QList<BatchLine> m_lines;
    bool m_complete = true;
};

} // namespace gridbook::ui
