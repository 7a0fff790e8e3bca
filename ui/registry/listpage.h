#pragma once
// The page of a registry: what it shows (scope, filters, sort, the as-of day), the table, what can be done with the
// rows, and the details of the current one. The same page for every registry, and for the rows behind a number.
#include "core/registry/savedfilters.h"
#include "core/reports/explainedfigure.h"
#include "ui/registry/tableview.h"
#include "ui/shell/workbench.h"
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QToolButton;

namespace gridbook::ui {

class DetailPanel;
class EmptyState;
class QueryBar;
class FigureHead;
class NearMissList;

class ListPage final : public QWidget
{
    Q_OBJECT
public:
    // title: what the rows are if they are not the registry itself ("预备党员 · 截至 2026-09-30"); may be empty.
    ListPage(Workbench &bench, const Query &query, const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] TableModel *model() const { return m_model; }
    [[nodiscard]] TableView *table() const { return m_table; }
    [[nodiscard]] DetailPanel *detail() const { return m_detail; }
    [[nodiscard]] const Query &query() const { return m_query; }
    void setQuery(const Query &query); // the registry stays
    // The rows are those of a number: it is told above them, and they stay those of its day whatever the window shows.
    void setFigure(const ExplainedFigure &figure);
    [[nodiscard]] FigureHead *figureHead() const { return m_figureHead; } // null: the rows are of no number
    [[nodiscard]] NearMissList *nearMisses() const { return m_nearMisses; }

    void sortBy(const QString &field, bool further); // further: an additional key
    void filterBy(const QString &field, const std::optional<Filter> &filter);
    void voidSelected();
    void fitButtons();
    void copySelected();
    void pasteCells();
    void exportRows();
    void saveTemplate();

Q_SIGNALS:
    // total: without filters, -1 while it is being counted; sums: of the selected numbers, in words.
    void statusChanged(qint64 shown, qint64 total, qint64 selected, const QString &sums);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void buildHead(QVBoxLayout *column);
    void buildButtons(QHBoxLayout *line);
    void buildKeys();
    void apply(); // the query to the model, the chips, the marks
    void refreshSubtitle();
    void refreshFigure();
    void showNearMisses(bool shown);
    void refreshState();
    void refreshStatus();
    void showOverlay(EmptyState *state);
    void fillActions(QMenu *menu);
    void fillPapers(QMenu *menu);
    void changeMany();
    void openOne(RowId id);
    void chooseColumns();
    void resetColumns();
    void changeColumns(const ColumnLayout &layout);
    void headMenu(const QString &field, QPoint global);
    void cellMenu(const QModelIndex &index, QPoint global);
    void openCurrent();
    [[nodiscard]] QList<RowId> concerned() const; // the selection if there is one, else all rows shown
    [[nodiscard]] QString titleOf(const QString &registry, RowId id);
    [[nodiscard]] const RegistrySpec &spec() const { return m_model->spec(); }
    [[nodiscard]] QString word(const Term &term) const { return m_bench.context().word(term); }

    Workbench &m_bench;
    Query m_query;
    QString m_titleText;
    TableModel *m_model;
    TableView *m_table;
    DetailPanel *m_detail;
    QLabel *m_subtitle = nullptr;
    QSplitter *m_body = nullptr;
    std::optional<ExplainedFigure> m_figure;
    bool m_figureIsOld = false; // something changed in the book since
    FigureHead *m_figureHead = nullptr;
    NearMissList *m_nearMisses = nullptr;
    QueryBar *m_bar = nullptr;
    QPushButton *m_columnsButton = nullptr;
    QToolButton *m_detailButton = nullptr;
    EmptyState *m_overlay = nullptr;
    QString m_sums;
    QHash<QString, QString> m_titles; // of records that filters name
};

} // namespace gridbook::ui
