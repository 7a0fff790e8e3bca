#pragma once
// The journal of the whole book: who did what when, what exactly it changed, and taking one batch back out of turn.
#include "ui/changes/historymodel.h"
#include "ui/shell/workbench.h"
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QTextBrowser;

namespace gridbook::ui {

class CardFrame;
class DateEditor;
class SearchField;

class HistoryPage final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPage(Workbench &workbench, QWidget *parent = nullptr);
    void showBatch(BatchId batch); // selects it and tells its changes, even if the filter hides it
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] HistoryModel *model() const { return m_model; }
    [[nodiscard]] QTextBrowser *details() const { return m_details; }
    [[nodiscard]] QPushButton *undoButton() const { return m_undo; }
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] QComboBox *kinds() const { return m_kinds; }
    [[nodiscard]] DateEditor *day() const { return m_day; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setWidths();
    void build();
    void reload();
    void tellSelected();
    void tellBatch(const BatchHeader &header);
    void undoSelected();

    Workbench &m_workbench;
    HistoryModel *m_model;
    QWidget *m_head;
    SearchField *m_search;
    QComboBox *m_kinds;
    DateEditor *m_day;
    QTableView *m_table;
    CardFrame *m_card;
    QTextBrowser *m_details;
    QPushButton *m_undo;
    std::optional<BatchHeader> m_shown;
};

} // namespace gridbook::ui
