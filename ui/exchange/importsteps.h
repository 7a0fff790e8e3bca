#pragma once
// The steps of the import wizard. Each shows and changes the draft that all of them share; the wizard itself moves
// between them and does the work.
#include "core/exchange/importer.h"
#include "ui/exchange/importdraft.h"
#include "ui/exchange/planmodel.h"
#include "ui/shell/workbench.h"
#include <QWidget>

class QAbstractButton;
class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;
class QTableView;
class QTableWidget;
class QVBoxLayout;

namespace gridbook::ui {

class CardFrame;
class DateEditor;
class FrozenTable;
class LookupEditor;
class MessageBar;
class ProgressPane;

// 1: which file, which kind of record, which sheets; the first rows as they look.
class FileStep final : public QWidget
{
    Q_OBJECT
public:
    FileStep(Workbench &workbench, ImportDraft &draft, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void fileChosen(const QString &path);
    void readAgain(); // another encoding or kind of record
    void sheetsChanged();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void showSheet(int row);
    void spanMerged(const SheetDraft &sheet, const QList<exchange::SheetRow> &rows);
    Workbench &m_workbench;
    ImportDraft &m_draft;
    QLabel *m_file;
    QComboBox *m_registry;
    QLabel *m_recognised; // as what, where that is not what was expected
    QComboBox *m_encoding;
    QListWidget *m_sheets;
    QTableWidget *m_rows;
};

// 2: where the head is and what each column means.
class ColumnStep final : public QWidget
{
    Q_OBJECT
public:
    ColumnStep(Workbench &workbench, ImportDraft &draft, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void showSheet();
    void chooseHead();
    void choose(int column, const QString &field);
    [[nodiscard]] SheetDraft *sheet();
    [[nodiscard]] QComboBox *fieldCombo(const exchange::SheetColumn &column);
    void summarise();
    Workbench &m_workbench;
    ImportDraft &m_draft;
    QList<exchange::ImportTarget> m_targets;
    QComboBox *m_sheet;
    QSpinBox *m_first;
    QSpinBox *m_last;
    QLabel *m_summary;
    QTableWidget *m_table;
};

// 3: how the rows are taken in, and what the texts mean that are in no list.
class ValueStep final : public QWidget
{
    Q_OBJECT
public:
    ValueStep(Workbench &workbench, ImportDraft &draft, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void changed(); // the plan must be computed again

private:
    void fillQuestions();
    void askHowTheyCame();
    [[nodiscard]] QComboBox *meaningCombo(const exchange::ValueQuestion &question);
    [[nodiscard]] QStringList otherNames(const exchange::ValueQuestion &question) const;
    Workbench &m_workbench;
    ImportDraft &m_draft;
    bool m_filling = false;
    DateEditor *m_day;
    QComboBox *m_policy;
    QComboBox *m_transfers;
    QComboBox *m_increase;
    LookupEditor *m_branch;
    QCheckBox *m_toNote;
    QCheckBox *m_create;
    QCheckBox *m_acceptDates;
    QLabel *m_arrivals; // the question how new members came
    QLabel *m_about;
    QTableWidget *m_questions;
    QList<QWidget *> m_memberOnly;
};

// 4: every row with what would happen; cells can be mended, rows decided.
class PlanStep final : public QWidget
{
    Q_OBJECT
public:
    PlanStep(Workbench &workbench, ImportDraft &draft, QWidget *parent = nullptr);
    void refresh();
    [[nodiscard]] PlanModel &model() { return *m_model; }
    [[nodiscard]] FrozenTable *table() const { return m_table; }

Q_SIGNALS:
    void replanWanted(const QList<int> &rows);

public Q_SLOTS:
    void refreshRows(); // the states may have changed; the rows stay where they are

private:
    void filter();
    void recount();
    void showStory();
    [[nodiscard]] QList<int> selectedRows() const;
    [[nodiscard]] QString titleOf(const exchange::PlanRow &row) const;
    void decide(const std::function<void(exchange::PlanRow &)> &decision);
    void takeAsTyped();
    Workbench &m_workbench;
    ImportDraft &m_draft;
    PlanModel *m_model;
    FrozenTable *m_table;
    QList<std::pair<QAbstractButton *, QSet<exchange::RowState>>> m_filters;
    CardFrame *m_side;
    QLabel *m_story;
    QComboBox *m_candidates;
    QList<QPushButton *> m_decisions;
    QList<QPushButton *> m_transferButtons;
    QList<QPushButton *> m_numberButtons; // where the ID number says otherwise
};

// 5: what will be written; then what was.
class ResultStep final : public QWidget
{
    Q_OBJECT
public:
    ResultStep(Workbench &workbench, ImportDraft &draft, QWidget *parent = nullptr);
    void refresh();                                        // before
    void showBackup();                                     // before
    void showProgress(qint64 done, qint64 total);          // while
    void showResult(const exchange::ImportResult &result); // after
    void showUndone();

Q_SIGNALS:
    void applyWanted();
    void cancelWanted();
    void saveWrongWanted();
    void undoWanted();
    void openWanted();

private:
    Workbench &m_workbench;
    ImportDraft &m_draft;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_apply;
    QPushButton *m_saveWrong;
    QPushButton *m_undo;
    QPushButton *m_open;
    ProgressPane *m_progress;
};

// A table for looking at, in the manner of the house.
void prepareTable(QTableWidget *table, const QString &name);

} // namespace gridbook::ui
