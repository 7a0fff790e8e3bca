#include "core/registry/spec.h"
#include "ui/dialogs/ask.h"
#include "ui/exchange/importsteps.h"
#include "ui/registry/formeditors.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/frozentable.h"
#include "ui/widgets/lineeditor.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStyledItemDelegate>

namespace gridbook::ui {

using namespace Qt::StringLiterals;
using namespace exchange;

namespace {

// A cell is mended with the editor of its type: dates open a calendar, codes their list. What is typed is understood as
// the file is, so that everything which may stand in a file may be typed.
class MendDelegate final : public QStyledItemDelegate
{
public:
    MendDelegate(Workbench &workbench, PlanModel *model, QObject *parent)
        : QStyledItemDelegate(parent), m_workbench(workbench), m_model(model)
    {
        // Before the view lets the editor go: that its line loses the focus then is no second end of the editing.
        connect(this, &QAbstractItemDelegate::closeEditor, this, [this](QWidget *editor) {
            if (auto *own = qobject_cast<LineEditor *>(editor)) {
                own->line()->removeEventFilter(this);
            }
        });
    }
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        Field field = m_model->plan()->targets.at(m_model->field(index.column())).field;
        field.isMasked = false; // the text of the file, not a secret of the book
        // Of which document the number is; what a reference depends on may be made by this import first.
        const auto other = [plan = m_model->plan(), row = m_model->planRow(index.row())](const QString &id) {
            return row < 0 || id != u"idType" ? QVariant() : plan->value(plan->rows.at(row), id);
        };
        const EditorSources sources{m_workbench.context(), m_workbench.book().reader(),
                                    m_workbench.context().clock.today(), other};
        QWidget *editor = nullptr;
        if (field.type == FieldType::Date || field.type == FieldType::Code || field.type == FieldType::CitizenId ||
            field.type == FieldType::Phone || field.type == FieldType::Reference) {
            editor = makeEditor(field, sources, parent);
        }
        if (auto *line = qobject_cast<LineEditor *>(editor)) {
            line->setFocusProxy(line->line());
            line->line()->installEventFilter(const_cast<MendDelegate *>(this));
            line->setAutoFillBackground(true);
        } else {
            delete editor;
            editor = new QLineEdit(parent);
        }
        editor->setObjectName(u"mend"_qs);
        return editor;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (QLineEdit *line = lineOf(editor)) {
            line->setText(index.data(Qt::EditRole).toString());
            line->selectAll();
        }
    }
    void destroyEditor(QWidget *editor, const QModelIndex &index) const override
    {
        if (QLineEdit *line = lineOf(editor)) {
            line->blockSignals(true); // losing the focus while it goes is no news
        }
        QStyledItemDelegate::destroyEditor(editor, index);
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (const QLineEdit *line = lineOf(editor)) {
            model->setData(index, line->text(), Qt::EditRole);
        }
    }

protected:
    // The keys go to the line inside the editor; Tab, Esc and leaving it mean the editor. Return comes by itself, after
    // the line has had it.
    bool eventFilter(QObject *object, QEvent *event) override
    {
        auto *line = qobject_cast<QLineEdit *>(object);
        auto *own = line == nullptr ? nullptr : qobject_cast<LineEditor *>(line->parentWidget());
        if (own == nullptr) {
            return QStyledItemDelegate::eventFilter(object, event);
        }
        if (event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent *>(event)->key();
            if (key == Qt::Key_Return || key == Qt::Key_Enter) {
                return false;
            }
        }
        return QStyledItemDelegate::eventFilter(own, event);
    }

private:
    static QLineEdit *lineOf(QWidget *editor)
    {
        auto *own = qobject_cast<LineEditor *>(editor);
        return own != nullptr ? own->line() : qobject_cast<QLineEdit *>(editor);
    }
    Workbench &m_workbench;
    PlanModel *m_model;
};

} // namespace

PlanStep::PlanStep(Workbench &workbench, ImportDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_draft(draft)
    , m_model(new PlanModel(workbench.context(), workbench.book().catalog().codes(), this))
    , m_table(new FrozenTable)
    , m_side(new CardFrame(tr("The selected row")))
    , m_story(new QLabel)
    , m_candidates(new QComboBox)
{
    auto *filters = new QHBoxLayout;
    const auto addFilter = [&](const QString &name, const QSet<RowState> &states) {
        auto *button = new QPushButton;
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setObjectName(name);
        m_filters.append({button, states});
        filters->addWidget(button);
        connect(button, &QPushButton::clicked, this, &PlanStep::filter);
    };
    addFilter(u"filterAll"_qs, {});
    addFilter(u"filterNew"_qs, {RowState::New});
    addFilter(u"filterChanged"_qs, {RowState::Changed});
    addFilter(u"filterSame"_qs, {RowState::Same});
    addFilter(u"filterConflict"_qs, {RowState::Conflict});
    addFilter(u"filterWrong"_qs, {RowState::Wrong});
    addFilter(u"filterSkipped"_qs, {RowState::Skipped});
    m_filters.first().first->setChecked(true);
    filters->addStretch(1);

    m_table->setModel(m_model);
    m_table->setDelegates(new MendDelegate(workbench, m_model, this), new MendDelegate(workbench, m_model, this));
    m_table->setAccessibleName(tr("Rows of the file and what happens with them"));
    m_table->setObjectName(u"planTable"_qs);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(currentTheme().metrics.rowHeight);

    m_story->setWordWrap(true);
    m_story->setTextFormat(Qt::PlainText);
    m_story->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_story->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_candidates->setAccessibleName(tr("Which record is meant"));
    m_candidates->setObjectName(u"candidates"_qs);
    auto *side = m_side;
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_story);
    scroll->setAccessibleName(tr("What becomes of the row"));
    scroll->viewport()->setAutoFillBackground(false); // the card shows through
    m_story->setAutoFillBackground(false);
    side->body()->addWidget(scroll, 1);
    side->body()->addWidget(m_candidates);
    const auto addDecision = [&](QList<QPushButton *> *list, const QString &name, const QString &text,
                                 const std::function<void(PlanRow &)> &decision) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        list->append(button);
        side->body()->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, decision] { decide(decision); });
    };
    addDecision(&m_transferButtons, u"transfer"_qs, tr("It is a &transfer"),
                [](PlanRow &row) { row.transfer = TransferChoice::Transfer; });
    addDecision(&m_transferButtons, u"keepBranch"_qs, tr("&Keep the branch of the book"),
                [](PlanRow &row) { row.transfer = TransferChoice::Keep; });
    addDecision(&m_numberButtons, u"fromNumber"_qs, tr("The &ID number is right"),
                [](PlanRow &row) { row.difference = DifferenceChoice::FromNumber; });
    auto *asTyped = new QPushButton(tr("The roster is right, with a reason…"));
    asTyped->setObjectName(u"asTyped"_qs);
    m_numberButtons << asTyped;
    side->body()->addWidget(asTyped);
    connect(asTyped, &QPushButton::clicked, this, &PlanStep::takeAsTyped);
    addDecision(&m_decisions, u"takeRoster"_qs, tr("Take the &roster"),
                [](PlanRow &row) { row.decision = RowDecision::Overwrite; });
    addDecision(&m_decisions, u"fillEmpty"_qs, tr("&Fill only what is empty"),
                [](PlanRow &row) { row.decision = RowDecision::FillEmpty; });
    addDecision(&m_decisions, u"asNew"_qs, tr("A ne&w record"),
                [](PlanRow &row) { row.decision = RowDecision::AsNew; });
    addDecision(&m_decisions, u"skipRow"_qs, tr("&Skip the row"),
                [](PlanRow &row) { row.decision = RowDecision::Skip; });
    side->setFixedWidth(280);

    auto *body = new QHBoxLayout;
    body->addWidget(m_table, 1);
    body->addWidget(side);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addLayout(filters);
    all->addLayout(body, 1);

    connect(m_model, &PlanModel::mended, this, [this](int row) { Q_EMIT replanWanted({row}); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PlanStep::showStory);
    connect(m_candidates, &QComboBox::activated, this, [this] {
        const RowId id = m_candidates->currentData().toLongLong();
        if (id != 0) {
            decide([id](PlanRow &row) { row.chosen = id; });
        }
    });
}

void PlanStep::refresh()
{
    m_model->setPlan(m_draft.plan);
    m_table->setColumnWidth(PlanModel::RowNumber, m_draft.plan && m_draft.plan->source.sheets.size() > 1 ? 150 : 56);
    m_table->setColumnWidth(PlanModel::State, 110);
    m_table->setColumnWidth(PlanModel::Why, 260);
    for (int column = PlanModel::FirstField; column < m_model->columnCount(); ++column) {
        const Field &field = m_draft.plan->targets.at(m_model->field(column)).field;
        m_table->setColumnWidth(column, qBound(70, field.width * 9 + 16, 240));
    }
    if (m_draft.plan && !m_draft.plan->source.sheets.isEmpty()) { // whose row it is stays in sight
        const QString &field = m_draft.plan->source.sheets.first().layout.options.nameField;
        const int name = m_model->columnOfField(m_draft.plan->target(field));
        m_table->setFrozen(QList<int>{PlanModel::RowNumber, PlanModel::State} +
                           (name < 0 ? QList<int>{} : QList<int>{name}));
    }
    recount();
    // What needs somebody's eyes comes first.
    const PlanCounts counts = m_draft.plan ? m_draft.plan->counts() : PlanCounts();
    const int first = counts.wrong > 0 ? 5 : counts.conflict > 0 ? 4 : 0;
    m_filters.at(first).first->setChecked(true);
    filter();
}

void PlanStep::filter()
{
    for (const auto &[button, states] : std::as_const(m_filters)) {
        if (button->isChecked()) {
            m_model->setShown(states);
        }
    }
    if (m_model->rowCount() > 0) {
        m_table->selectRow(0);
    }
    showStory();
}

void PlanStep::recount()
{
    if (!m_draft.plan) {
        return;
    }
    const PlanCounts counts = m_draft.plan->counts();
    const int numbers[] = {int(m_draft.plan->rows.size()),
                           counts.added,
                           counts.changed,
                           counts.same,
                           counts.conflict,
                           counts.wrong,
                           counts.skipped};
    for (int i = 0; i < m_filters.size(); ++i) {
        const QString word =
            i == 0 ? tr("All") : PlanModel::stateWord(*m_filters.at(i).second.cbegin()); //: all rows of the plan
        m_filters.at(i).first->setText(u"%1 %2"_qs.arg(word).arg(numbers[i]));
        m_filters.at(i).first->setEnabled(numbers[i] > 0 || i == 0 || m_filters.at(i).first->isChecked());
    }
}

void PlanStep::refreshRows()
{
    recount();
    m_model->refreshCells();
    showStory();
}

QList<int> PlanStep::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        rows << m_model->planRow(index.row());
    }
    return rows;
}

void PlanStep::showStory()
{
    const QList<int> rows = selectedRows();
    const PlanRow *row = rows.size() == 1 && m_draft.plan ? &m_draft.plan->rows.at(rows.first()) : nullptr;
    const QString story = row == nullptr ? QString() : m_model->story(rows.first());
    m_story->setText(rows.size() > 1
                         ? tr("%n rows are selected; a decision holds for all of them.", nullptr, int(rows.size()))
                     : row == nullptr              ? tr("Select a row to see what is said about it.")
                     : !story.isEmpty()            ? story
                     : row->state == RowState::New ? tr("A new record; nothing is missing.")
                                                   : tr("The book already says the same."));
    m_side->setTitle(row == nullptr ? tr("The selected row") : titleOf(*row));
    if (row != nullptr) { // the cell that is complained about comes into sight
        const auto issue = std::find_if(row->issues.begin(), row->issues.end(), [](const PlanIssue &each) {
            return each.level == IssueLevel::Error && each.field >= 0;
        });
        const int column = issue == row->issues.end() ? -1 : m_model->columnOfField(issue->field);
        const QModelIndexList selected = m_table->selectionModel()->selectedRows();
        if (column >= 0) {
            m_table->scrollTo(selected.first().siblingAtColumn(column), QAbstractItemView::EnsureVisible);
        }
    }
    m_candidates->clear();
    const bool several = row != nullptr && row->candidates.size() > 1;
    m_candidates->setVisible(several);
    if (several) {
        m_candidates->addItem(tr("(choose which one)"), 0);
        const auto marks = distinctions(m_workbench.book().reader(), m_workbench.context(), m_draft.registry,
                                        m_workbench.context().clock.today(), row->candidates);
        for (const ReferenceValue &each : row->candidates) {
            m_candidates->addItem(each.title + u"  " + marks.value(each.id), each.id);
        }
        m_candidates->setCurrentIndex(qMax(0, m_candidates->findData(row->chosen)));
    }
    bool transfers = false;
    bool known = false;
    bool differs = false;
    for (const int at : rows) {
        const PlanRow &each = m_draft.plan->rows.at(at);
        transfers = transfers || each.isTransfer;
        differs = differs || !each.disagreement.isEmpty() || each.difference != DifferenceChoice::Ask;
        known = known || each.decision == RowDecision::AsNew || each.record != 0 || each.person != 0 ||
                each.sameAs >= 0 || !each.candidates.isEmpty();
    }
    for (QPushButton *button : std::as_const(m_transferButtons)) {
        button->setVisible(transfers);
    }
    for (QPushButton *button : std::as_const(m_numberButtons)) {
        button->setVisible(differs);
    }
    for (int i = 0; i < 3; ++i) {
        m_decisions.at(i)->setVisible(known);
    }
    m_decisions.last()->setEnabled(!rows.isEmpty());
}

// Whose row it is, while the cell that is mended has scrolled the name away.
QString PlanStep::titleOf(const PlanRow &row) const
{
    const QString &field = m_draft.plan->source.sheets.at(row.sheet).layout.options.nameField;
    const int name = m_draft.plan->target(field);
    return tr("Row %1  %2").arg(row.number).arg(name < 0 ? QString() : m_draft.plan->cellText(row, name));
}

void PlanStep::decide(const std::function<void(PlanRow &)> &decision)
{
    const QList<int> rows = selectedRows();
    for (const int at : rows) {
        decision(m_draft.plan->rows[at]);
    }
    if (!rows.isEmpty()) {
        Q_EMIT replanWanted(rows);
    }
}

// Birth date or sex other than the ID number says: the reason stands in the note of the person.
void PlanStep::takeAsTyped()
{
    const auto reason =
        m_workbench.context().ask.askReason(tr("The roster is right"), tr("Why it differs from the ID number"),
                                            {tr("as in the personnel file"), tr("the ID card is being corrected")});
    if (reason) {
        decide([&reason](PlanRow &row) {
            row.difference = DifferenceChoice::AsTyped;
            row.reason = *reason;
        });
    }
}

} // namespace gridbook::ui
