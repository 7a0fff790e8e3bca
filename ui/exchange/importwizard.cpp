#include "ui/exchange/importwizard.h"
#include "core/exchange/importarrivals.h"
#include "core/exchange/wrongrows.h"
#include "ui/dialogs/ask.h"
#include "ui/shell/background.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/progresspane.h"
#include <QDir>
#include <QFileInfo>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

namespace gridbook::ui {

using namespace Qt::StringLiterals;
using namespace exchange;

namespace {
constexpr int rowsAtOnce = 40;       // written between two looks at the window
constexpr int rowsPlannedHere = 500; // more of them are planned beside the window
} // namespace

ImportWizard::ImportWizard(Workbench &workbench, const QString &registry, const QString &file, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_worker(new ImportWorker(workbench.book(), workbench.context().clock.today(), this))
    , m_planner(std::make_unique<ImportPlanner>(workbench.book().reader(), workbench.context().clock.today()))
    , m_message(new MessageBar)
    , m_stack(new QStackedWidget)
    , m_progress(new ProgressPane(tr("Reading the file")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_back(new QPushButton(tr("&Back")))
    , m_next(new QPushButton(tr("&Next")))
{
    m_draft.listed = importableRegistries().contains(registry) ? registry : QString();
    m_draft.registry = m_draft.listed.isEmpty() ? importableRegistries().first() : m_draft.listed;
    m_file = new FileStep(workbench, m_draft);
    m_columns = new ColumnStep(workbench, m_draft);
    m_values = new ValueStep(workbench, m_draft);
    m_plan = new PlanStep(workbench, m_draft);
    m_result = new ResultStep(workbench, m_draft);
    for (QWidget *step : std::initializer_list<QWidget *>{m_file, m_columns, m_values, m_plan, m_result, m_progress}) {
        m_stack->addWidget(step);
    }
    m_back->setObjectName(u"back"_qs);
    m_next->setObjectName(u"next"_qs);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(24, 16, 24, 16);
    all->setSpacing(12);
    buildHead(all);
    all->addWidget(m_stack, 1);
    all->addWidget(m_message); // over the buttons: what stands above keeps its place when something is said
    auto *foot = new QHBoxLayout;
    m_cancel->setObjectName(u"cancel"_qs);
    foot->addWidget(m_cancel);
    foot->addStretch(1);
    foot->addWidget(m_back);
    foot->addWidget(m_next);
    all->addLayout(foot);

    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (mayLeave()) {
            m_isLeaving = true;
            m_workbench.closePage(this);
        }
    });
    connect(m_back, &QPushButton::clicked, this, &ImportWizard::back);
    connect(m_next, &QPushButton::clicked, this, &ImportWizard::next);
    connect(m_file, &FileStep::fileChosen, this, &ImportWizard::openFile);
    connect(m_file, &FileStep::readAgain, this, &ImportWizard::readFile);
    const auto stale = [this] {
        m_planIsStale = true;
        m_message->clear(); // what was asked for may be there now
        refreshHead();
    };
    connect(m_file, &FileStep::sheetsChanged, this, stale);
    connect(m_columns, &ColumnStep::changed, this, stale);
    connect(m_values, &ValueStep::changed, this, stale);
    connect(m_plan, &PlanStep::replanWanted, this, &ImportWizard::replan);
    connect(m_result, &ResultStep::applyWanted, this, &ImportWizard::apply);
    connect(m_result, &ResultStep::cancelWanted, this, &ImportWizard::stopApplying);
    connect(m_result, &ResultStep::saveWrongWanted, this, &ImportWizard::saveWrong);
    connect(m_result, &ResultStep::undoWanted, this, &ImportWizard::undoImport);
    connect(m_result, &ResultStep::openWanted, this, &ImportWizard::openRecords);
    connect(m_worker, &ImportWorker::progressed, m_progress, &ProgressPane::setProgress);
    connect(m_worker, &ImportWorker::busyChanged, this, &ImportWizard::refreshHead);
    connect(m_worker, &ImportWorker::failed, this, [this](const Error &error) {
        m_workbench.report(error);
        showStep(m_step);
    });
    connect(m_progress, &ProgressPane::cancelled, this, [this] { m_worker->cancel(); });
    connect(&workbench.book().bus(), &ChangeBus::changed, this, &ImportWizard::followUndo);
    m_pump = new QTimer(this);
    connect(m_pump, &QTimer::timeout, this, &ImportWizard::applyStep);
    showStep(File);
    if (!file.isEmpty()) {
        openFile(file);
    }
}

ImportWizard::~ImportWizard() = default;

void ImportWizard::buildHead(QVBoxLayout *layout)
{
    auto *title = new QLabel(tr("Import a roster"));
    setRole(title, Role::Title);
    layout->addWidget(title);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(8);
    const QStringList names{tr("File and sheets"), tr("Columns"), tr("Values"), tr("Check"), tr("Import")};
    for (int i = 0; i < names.size(); ++i) {
        auto *label = new QLabel(u"%1  %2"_qs.arg(i + 1).arg(names.at(i)));
        // As wide as it is when it is the current one, so that nothing moves or is cut.
        const QFontMetrics strong(m_workbench.context().theme.fonts.strong);
        label->setMinimumWidth(strong.horizontalAdvance(label->text()) + 4);
        m_heads << label;
        steps->addWidget(label);
        if (i + 1 < names.size()) {
            auto *between = new QLabel(u"›"_qs);
            setRole(between, Role::Secondary);
            steps->addWidget(between);
        }
    }
    steps->addStretch(1);
    layout->addLayout(steps);
}

void ImportWizard::refreshHead()
{
    for (int i = 0; i < m_heads.size(); ++i) {
        setRole(m_heads.at(i), i == m_step ? Role::Strong : Role::Secondary);
    }
    const bool busy = isBusy();
    m_cancel->setVisible(!m_isDone);
    m_back->setEnabled(m_step > File && !busy && !m_isDone);
    const bool anySheet =
        std::any_of(m_draft.sheets.begin(), m_draft.sheets.end(), [](const SheetDraft &sheet) { return sheet.chosen; });
    m_next->setVisible(m_step != Result);
    m_next->setEnabled(!busy && anySheet);
    setPrimary(m_next, m_step != Result);
}

void ImportWizard::showStep(Step step)
{
    const bool hasKeys = isAncestorOf(window()->focusWidget());
    m_step = step;
    switch (step) {
    case File:
        m_file->refresh();
        break;
    case Columns:
        m_columns->refresh();
        break;
    case Values:
        m_values->refresh();
        break;
    case Plan:
        m_plan->refresh();
        break;
    case Result:
    case StepCount:
        m_result->refresh();
        break;
    }
    m_stack->setCurrentIndex(step);
    refreshHead();
    if (hasKeys) {
        keepKeys();
    }
}

// A page that is hidden and a button that is locked lose the keys to whatever comes next in the window, be it the
// navigation; they go to the page at hand.
void ImportWizard::keepKeys()
{
    const QWidget *now = window()->focusWidget();
    QWidget *page = m_stack->currentWidget();
    if (now != nullptr && isAncestorOf(now) && now->isVisibleTo(this) && now->isEnabled()) {
        return;
    }
    for (QWidget *each : page->findChildren<QWidget *>()) {
        if ((each->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && each->focusProxy() == nullptr &&
            each->isVisibleTo(page) && each->isEnabled()) {
            each->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

// Before the worker locks the buttons.
void ImportWizard::showProgress()
{
    const bool hasKeys = isAncestorOf(window()->focusWidget());
    m_stack->setCurrentWidget(m_progress);
    if (hasKeys) {
        m_progress->findChild<QPushButton *>()->setFocus(Qt::TabFocusReason);
    }
}

void ImportWizard::openFile(const QString &path)
{
    if (isBusy()) {
        return;
    }
    m_draft.path = path;
    m_draft.options = {};
    m_draft.choices = {};
    m_isDone = false;
    m_outcome = {};
    readFile();
}

void ImportWizard::readFile()
{
    if (m_draft.path.isEmpty() || isBusy()) {
        return;
    }
    m_message->clear();
    m_planIsStale = true;
    auto outcome = std::make_shared<std::optional<gridbook::Result<ImportDraft>>>();
    m_progress->reset();
    m_progress->setTitle(tr("Reading %1").arg(QFileInfo(m_draft.path).fileName()));
    showProgress();
    m_worker->run(
        [outcome, wanted = m_draft](ImportPlanner &planner, const Progress &) {
            outcome->emplace(readDraft(planner.reader(), wanted));
        },
        [this, outcome] {
            if (**outcome) {
                m_draft = std::move(**outcome).value();
                if (!m_draft.obstacle.isEmpty()) {
                    m_message->show(MessageKind::Warning, m_draft.obstacle);
                }
            } else {
                m_draft.sheets.clear();
                m_message->show(MessageKind::Danger, (**outcome).error().message);
            }
            showStep(File);
        });
}

// At least the column that tells what a row is about.
bool ImportWizard::columnsAreFit()
{
    for (const SheetDraft &sheet : std::as_const(m_draft.sheets)) {
        const QString &name = sheet.layout.options.nameField;
        if (!sheet.chosen || sheet.layout.columnOf(name) >= 0) {
            continue;
        }
        const RegistrySpec &spec = *m_workbench.book().catalog().registry(m_draft.registry);
        m_message->show(
            MessageKind::Warning,
            tr("Sheet “%1”: no column means “%2”. Choose it above the column, correct the head rows, or leave "
               "the sheet out.")
                .arg(sheet.info.name, m_workbench.context().word(spec.field(name)->label)));
        return false;
    }
    return true;
}

void ImportWizard::next()
{
    if (!m_next->isEnabled()) {
        return;
    }
    m_message->clear();
    if (m_step == File) {
        showStep(Columns);
    } else if (m_step == Columns && columnsAreFit()) {
        m_planIsStale ? computePlan(Values) : showStep(Values);
    } else if (m_step == Values) {
        m_planIsStale ? computePlan(Plan) : showPlan();
    } else if (m_step == Plan) {
        showStep(Result);
    }
}

// How new members came has to be said before the rows are looked at: it is a question about all of them.
void ImportWizard::showPlan()
{
    if (m_step != Values || waitingForIncrease(*m_draft.plan) == 0) {
        showStep(Plan);
        return;
    }
    showStep(Values);
    m_message->show(MessageKind::Warning, tr("The book had members before. Say how the new ones came, then go on."));
}

void ImportWizard::back()
{
    if (m_step > File && !isBusy() && !m_isDone) {
        m_message->clear();
        showStep(Step(m_step - 1));
    }
}

// Mended cells and decisions about rows stay, as long as the columns and sheets are the same.
void ImportWizard::computePlan(Step then)
{
    auto outcome = std::make_shared<std::optional<gridbook::Result<ImportPlan>>>();
    const std::shared_ptr<ImportPlan> old = m_draft.plan;
    const ImportSource source = m_draft.source();
    const bool sameRows = m_draft.planHasTheseRows();
    m_plan->model().setPlan(nullptr); // nothing is painted while it is being worked on
    m_progress->reset();
    m_progress->setTitle(tr("Comparing the rows with the book"));
    showProgress();
    m_worker->run(
        [=, registry = m_draft.registry, choices = m_draft.choices](ImportPlanner &planner, const Progress &progress) {
            if (!sameRows) {
                outcome->emplace(planner.plan(registry, source, choices, progress));
                return;
            }
            ImportPlan plan = *old;
            plan.choices = choices;
            const Done done = planner.replanAll(plan, progress);
            if (done) {
                outcome->emplace(std::move(plan));
            } else {
                outcome->emplace(done.error());
            }
        },
        [this, outcome, then] {
            if (**outcome) {
                m_draft.plan = std::make_shared<ImportPlan>(std::move(**outcome).value());
                m_draft.choices.asOf = m_draft.plan->choices.asOf;
                m_planIsStale = false;
                m_planner =
                    std::make_unique<ImportPlanner>(m_workbench.book().reader(), m_workbench.context().clock.today());
                then == Plan ? showPlan() : showStep(then);
            } else {
                if ((**outcome).error().kind != ErrorKind::Cancelled) {
                    m_message->show(MessageKind::Danger, (**outcome).error().message);
                }
                showStep(m_step);
            }
        });
}

void ImportWizard::replan(const QList<int> &rows)
{
    if (rows.size() > rowsPlannedHere) {
        computePlan(Plan);
        return;
    }
    if (const Done done = m_planner->replan(*m_draft.plan, rows); !done) {
        m_workbench.report(done.error());
    }
    m_plan->refreshRows();
}

void ImportWizard::apply()
{
    if (isBusy() || !m_draft.plan) {
        return;
    }
    m_message->clear();
    m_importer = std::make_unique<Importer>(m_workbench.book(), *m_draft.plan);
    m_result->showBackup();
    refreshHead();
    if (!m_draft.plan->writes()) {
        beginApplying();
        return;
    }
    // Of a big book it takes seconds, in which the import may be stopped, and begun anew.
    runInBackground(
        this,
        [&book = std::as_const(m_workbench.book())] { return book.backUpApart(Importer::backupReason.toString()); },
        [this, run = ++m_run](const auto &made) {
            if (made) {
                m_workbench.book().backedUp(*made);
            }
            if (!m_importer || run != m_run) {
                return;
            }
            if (!made) {
                m_importer.reset();
                m_workbench.report(made.error());
                showStep(Result);
                return;
            }
            beginApplying();
        });
}

void ImportWizard::beginApplying()
{
    const Done begun = m_importer->begin(Importer::Backup::Made);
    if (begun) {
        m_pump->start();
        return;
    }
    m_importer.reset();
    if (begun.error().kind == ErrorKind::Conflict) {
        m_message->show(MessageKind::Warning, begun.error().message);
        computePlan(Plan);
        return;
    }
    m_workbench.report(begun.error());
    showStep(Result);
}

void ImportWizard::applyStep()
{
    const auto more = m_importer->step(rowsAtOnce);
    if (!more) {
        m_pump->stop();
        m_importer.reset(); // nothing happened
        m_workbench.report(more.error());
        showStep(Result);
        return;
    }
    m_result->showProgress(m_importer->done(), m_importer->total());
    if (!*more) {
        m_pump->stop();
        finish();
    }
}

void ImportWizard::finish()
{
    rememberColumns(); // in the same transaction
    const auto result = m_importer->commit();
    m_importer.reset();
    if (!result) {
        m_workbench.report(result.error());
        showStep(Result);
        return;
    }
    runInBackground(
        this, [&book = std::as_const(m_workbench.book())] { return book.settleApart(); },
        [](const Done &done) {
            if (!done) { // the book does it when it is closed
                qWarning("settling: %s", qPrintable(done.error().message));
            }
        });
    m_isDone = true;
    m_outcome = *result;
    m_result->showResult(*result);
    refreshHead();
    m_workbench.tell(tr("Imported: %1 new, %2 changed").arg(result->added).arg(result->changed));
}

void ImportWizard::stopApplying()
{
    if (m_importer) {
        m_pump->stop();
        m_importer.reset(); // the unit of work goes with it: nothing happened
        m_message->show(MessageKind::Information, tr("Cancelled. The book is as it was."));
        showStep(Result);
    }
}

void ImportWizard::rememberColumns()
{
    for (const SheetDraft &sheet : std::as_const(m_draft.sheets)) {
        if (sheet.chosen) {
            const Done done = rememberImport(m_workbench.book(), m_draft.registry, sheet.layout.headings(),
                                             {columnsOf(sheet.layout), m_draft.choices.meanings});
            if (!done) {
                m_workbench.report(done.error()); // the import itself is safe
                return;
            }
        }
    }
}

void ImportWizard::saveWrong()
{
    const QFileInfo file(m_draft.path);
    const QString path =
        m_workbench.context().ask.saveFile({tr("Save the rows to be corrected"),
                                            {tr("Spreadsheet (*.xlsx)")},
                                            file.dir().filePath(file.completeBaseName() + u"-错误行.xlsx"),
                                            u"import"_qs});
    if (path.isEmpty()) {
        return;
    }
    if (const Done done = writeWrongRows(*m_draft.plan, path); !done) {
        m_workbench.report(done.error());
    } else {
        m_workbench.tell(tr("Saved: %1").arg(QDir::toNativeSeparators(path)));
    }
}

void ImportWizard::undoImport()
{
    if (const auto undone = m_workbench.book().undoBatch(m_outcome.batch); !undone) {
        m_workbench.report(undone.error());
    } else {
        m_workbench.tell(tr("The import is taken back"));
    }
}

// However it was taken back or done again: by the button, by Ctrl+Z, in the journal.
void ImportWizard::followUndo()
{
    if (!m_outcome.batch.isValid() || m_workbench.book().undoStack().isUndone(m_outcome.batch) != m_isDone) {
        return;
    }
    m_isDone = !m_isDone;
    m_planIsStale = true;
    m_isDone ? m_result->showResult(m_outcome) : m_result->showUndone();
    refreshHead();
}

void ImportWizard::openRecords()
{
    Query query;
    query.registry = m_draft.registry;
    query.asOf = m_workbench.asOf();
    m_workbench.openList(query, {});
}

bool ImportWizard::mayLeave()
{
    if (m_importer) {
        m_workbench.context().ask.inform(tr("The rows are being written. Wait, or cancel the import first."));
        return false;
    }
    const bool wasTakenBack = m_step == Result && m_outcome.batch.isValid(); // and can be done again
    if (m_isDone || wasTakenBack || m_isLeaving || !m_draft.plan ||
        m_draft.plan->counts().added + m_draft.plan->counts().changed == 0) {
        return true;
    }
    return m_workbench.context().ask.confirm(
        {tr("Leave the import?"), tr("Nothing has been imported yet; what you mended and decided here is lost."),
         tr("Leave"), tr("Stay"), true});
}

} // namespace gridbook::ui
