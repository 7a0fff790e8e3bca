#pragma once
// The import wizard, a page: file → columns → values → plan → result. Going back and forth loses nothing; whatever
// takes long runs beside the window with progress and cancel; nothing is written before the last step, and that in one
// step that can be taken back.
#include "core/exchange/importer.h"
#include "ui/exchange/importdraft.h"
#include "ui/exchange/importsteps.h"
#include "ui/exchange/importworker.h"
#include "ui/shell/workbench.h"

class QStackedWidget;
class QTimer;

namespace gridbook::ui {

class ImportWizard final : public QWidget, public LeaveGuard
{
    Q_OBJECT
public:
    enum Step { File, Columns, Values, Plan, Result, StepCount };

    // registry: of the list that the rows are meant for, kept where the file is one of it; empty: the headings say what
    // the rows are. file may be empty, too.
    ImportWizard(Workbench &workbench, const QString &registry, const QString &file, QWidget *parent = nullptr);
    ~ImportWizard() override;

    void openFile(const QString &path);
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] const ImportDraft &draft() const { return m_draft; }
    [[nodiscard]] bool isBusy() const { return m_worker->isBusy() || m_importer != nullptr; }
    [[nodiscard]] bool mayLeave() override;

public Q_SLOTS:
    void next();
    void back();

private:
    void buildHead(class QVBoxLayout *layout);
    void showStep(Step step);
    void showProgress();
    void keepKeys();
    void refreshHead();
    void readFile();
    void computePlan(Step then);
    void showPlan();
    void replan(const QList<int> &rows);
    void apply();
    void applyStep();
    void beginApplying();
    void finish();
    void stopApplying();
    void saveWrong();
    void undoImport();
    void followUndo();
    void openRecords();
    void rememberColumns();
    [[nodiscard]] bool columnsAreFit();

    Workbench &m_workbench;
    ImportDraft m_draft;
    Step m_step = File;
    bool m_planIsStale = true;
    bool m_isDone = false;
    bool m_isLeaving = false;         // asked and answered
    exchange::ImportResult m_outcome; // of the last step
    ImportWorker *m_worker;
    std::unique_ptr<exchange::ImportPlanner> m_planner; // of the window's own thread, for single rows
    std::unique_ptr<exchange::Importer> m_importer;
    QTimer *m_pump; // writes a few rows whenever the window has nothing else to do
    int m_run = 0;  // of applying: an earlier one may still be making its backup
    MessageBar *m_message;
    QList<QLabel *> m_heads;
    QStackedWidget *m_stack;
    ProgressPane *m_progress;
    FileStep *m_file;
    ColumnStep *m_columns;
    ValueStep *m_values;
    PlanStep *m_plan;
    ResultStep *m_result;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace gridbook::ui
