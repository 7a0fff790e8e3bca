#pragma once
// The rows of a query for a table: all ids (8 bytes a row), pages of 256 rows in a cache that forgets the oldest,
// everything read by a TableLoader. Columns are the fields of the registry in the order of its description; only the
// wanted ones are read. Shows values as valueText() writes them, masked.
#include "ui/registry/tableloader.h"
#include "ui/shell/uicontext.h"
#include <QAbstractTableModel>
#include <QSet>

namespace gridbook::ui {

class TableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum DataRole { IdRole = Qt::UserRole, ValueRole, FieldRole };
    enum class State { Loading, Ready, Failed };

    // The book and the context must outlive the model.
    TableModel(Book &book, const UiContext &context, const QString &registry, QObject *parent = nullptr);

    [[nodiscard]] const RegistrySpec &spec() const { return m_spec; }
    [[nodiscard]] const Query &query() const { return m_query; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] qint64 total() const { return m_total; } // without filters; -1: not known yet
    // The fields that are shown: the only ones that are read.
    void setWanted(const QStringList &fields);
    [[nodiscard]] const QStringList &wanted() const { return m_wanted; }

    // Another question: from the top. reload(): the same again, rows stay in place until the answer is there.
    void setQuery(const Query &query);
    void reload();

    // What those who look at the rows want to keep when they are read again: nothing for another question, the
    // selected records for another order of the same, their place in the list for the same question.
    enum class Keeps { Nothing, Selection, Place };
    [[nodiscard]] Keeps keeps() const { return m_keeps; }
    [[nodiscard]] const QList<RowId> &ids() const { return m_ids; }
    [[nodiscard]] RowId idAt(int row) const { return m_ids.value(row); }
    [[nodiscard]] int rowOf(RowId id) const { return int(m_ids.indexOf(id)); }
    [[nodiscard]] int columnOf(QStringView field) const;
    [[nodiscard]] bool isLoaded(int row) const;
    // Sums of the numeric wanted fields over some rows; the answer is summed().
    void askSums(const QList<RowId> &ids);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void loaded();                              // all ids of the current query are known
    void pageLoaded(int firstRow, int lastRow); // rows came in
    void stateChanged();                        // state(), total()
    void summed(const QStringList &fields, const QList<double> &sums);

private:
    struct Page
    {
        QList<QVariantList> rows; // by place in the page; an empty list: the record is gone
        QStringList fields;
        bool stale = false;
        quint64 used = 0;
    };
    void ask(bool whole);
    void takeFirst(quint64 token, const QList<RowId> &ids, const QList<RowData> &rows, bool complete);
    void takeAll(quint64 token, const QList<RowId> &ids);
    void takePage(quint64 token, quint64 serial, int number, const QList<RowData> &rows, const QStringList &fields);
    void takeFailure(quint64 token, const Error &error);
    void storePage(int number, const QList<RowData> &rows, const QStringList &fields);
    void finish();
    void heed(const ChangeSet &set);
    [[nodiscard]] bool mayMoveRows(const Change &change) const;
    [[nodiscard]] const QVariantList *rowAt(int row) const; // asks for the page if it is not there
    void sendPageRequests();

    Book &m_book;
    const UiContext &m_context;
    const RegistrySpec &m_spec;
    TableLoader *m_loader;
    Query m_query;
    QStringList m_wanted;
    QList<RowId> m_ids;
    State m_state = State::Loading;
    Error m_error;
    qint64 m_total = -1;
    quint64 m_token = 0;
    Keeps m_keeps = Keeps::Nothing;
    bool m_replacing = false; // the rows shown are still those of the question before
    mutable QHash<int, Page> m_pages;
    mutable quint64 m_clock = 0;
    quint64 m_serial = 0;
    // Pages on their way, by number. What was asked before a change is asked again after it: the serial tells.
    mutable QHash<int, quint64> m_asked;
    mutable QList<int> m_toAsk; // seen while painting, sent when painting is done
    QString m_sources;          // SQL that decides which rows there are and in which order
};

} // namespace gridbook::ui
