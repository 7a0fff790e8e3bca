#include "ui/changes/historymodel.h"
#include "ui/changes/changewords.h"
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {
constexpr int pageSize = 200;
}

HistoryModel::HistoryModel(Database &database, QObject *parent) : QAbstractTableModel(parent), m_database(database) {}

Done HistoryModel::load(const BatchFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    m_lines.clear();
    const auto lines = listBatches(m_database, filter, {}, pageSize);
    if (lines) {
        m_lines = *lines;
    }
    m_complete = m_lines.size() < pageSize;
    endResetModel();
    return lines ? Done() : Done(lines.error());
}

int HistoryModel::rowOf(BatchId batch) const
{
    for (qsizetype row = 0; row < m_lines.size(); ++row) {
        if (m_lines.at(row).header.id == batch) {
            return int(row);
        }
    }
    return -1;
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete;
}

void HistoryModel::fetchMore(const QModelIndex &)
{
    const auto more = listBatches(m_database, m_filter, m_lines.last().header.id, pageSize);
    m_complete = !more || more->size() < pageSize;
    if (more && !more->isEmpty()) {
        beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + more->size()) - 1);
        m_lines << *more;
        endInsertRows();
    }
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const BatchLine &line = m_lines.at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == Changes) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case When:
        return batchTimeText(line.header);
    case Who:
        return role == Qt::ToolTipRole && !line.header.machine.isEmpty()
                   ? QString(line.header.who + u" @ " + line.header.machine)
                   : line.header.who;
    case Kind:
        return batchKindText(line.header.kind);
    case Title:
        return line.header.reason.isEmpty() ? line.header.title
                                            : QString(line.header.title + u" · " + line.header.reason);
    default:
        return QLocale::c().toString(line.changes);
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    case Kind:
        return tr("Kind");
    case Title:
        return tr("What and why");
    default:
        return tr("Changes");
    }
}

} // namespace gridbook::ui
