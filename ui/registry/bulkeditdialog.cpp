#include "ui/registry/bulkeditdialog.h"
#include "ui/registry/formeditors.h"
#include "ui/registry/formsealed.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/dateeditor.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/progresspane.h"
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

// What loses its entry, or gets one that speaks against another of the record.
bool needsALook(const BulkRow &row)
{
    return row.state == BulkRow::State::Changed && (!row.doubt.isEmpty() || row.after.isEmpty());
}

} // namespace

BulkModel::BulkModel(const BulkEdit &edit, QString recordHead, QObject *parent)
    : QAbstractTableModel(parent), m_edit(edit), m_recordHead(std::move(recordHead))
{}

int BulkModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_edit.rows().size());
}

int BulkModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BulkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Record:
        return m_recordHead;
    case Before:
        //: the value before the change
        return tr("Now");
    case After:
        //: the value after the change
        return tr("New");
    default:
        return tr("What happens");
    }
}

QVariant BulkModel::data(const QModelIndex &index, int role) const
{
    const BulkRow &row = m_edit.rows().at(index.row());
    const bool waiting = row.state == BulkRow::State::Waiting;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        switch (index.column()) {
        case Record:
            return row.title;
        case Before:
            return row.before;
        case After:
            return waiting ? QString() : row.after;
        default:
            break;
        }
        switch (row.state) {
        case BulkRow::State::Changed:
            if (!row.doubt.isEmpty()) {
                return tr("is changed; check: %1").arg(row.doubt);
            }
            return row.after.isEmpty() ? tr("is emptied") : tr("is changed");
        case BulkRow::State::Same:
            return tr("is so already");
        case BulkRow::State::Wrong:
            return tr("stays: %1").arg(row.why);
        case BulkRow::State::Waiting:
            return {};
        }
    }
    if (role == Qt::ForegroundRole) {
        const Tokens &t = currentTheme().tokens;
        if (row.state == BulkRow::State::Same || waiting) {
            return t.secondary;
        }
        if (index.column() == Result) {
            return row.state == BulkRow::State::Wrong ? t.danger : needsALook(row) ? t.warningText : t.success;
        }
    }
    if (role == Qt::DecorationRole && index.column() == Result) {
        if (row.state == BulkRow::State::Wrong) {
            return icon(Glyph::Error, Tint::Danger);
        }
        if (row.state == BulkRow::State::Changed) {
            return needsALook(row) ? icon(Glyph::Warning, Tint::Warning) : icon(Glyph::Check, Tint::Success);
        }
    }
    return {};
}

void BulkModel::refresh(qsizetype first, qsizetype last)
{
    Q_EMIT dataChanged(index(int(first), 0), index(int(last), ColumnCount - 1));
}

QTableView *previewTable(BulkModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setAccessibleName(BulkEditDialog::tr("Preview"));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setIconSize(QSize(currentTheme().metrics.icon, currentTheme().metrics.icon));
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(currentTheme().metrics.rowHeight);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const int column : {int(BulkModel::Record), int(BulkModel::Before), int(BulkModel::After)}) {
        table->setColumnWidth(column, 160);
    }
    return table;
}

BulkEditDialog::BulkEditDialog(Workbench &workbench, const QString &registry, const QList<RowId> &ids, QWidget *parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_spec(*workbench.book().catalog().registry(registry))
    , m_edit(new BulkEdit(workbench.book(), registry, workbench.asOf(), ids, {.language = workbench.context().language},
                          this))
    , m_model(new BulkModel(*m_edit, workbench.context().word(m_spec.term), this))
    , m_field(new QComboBox(this))
{
    setWindowTitle(tr("Change %n record(s): %1", nullptr, int(ids.size())).arg(workbench.context().word(m_spec.term)));
    resize(760, 620);
    build(BulkEdit::fieldsOf(m_spec));
    connect(m_edit, &BulkEdit::rowsPlanned, m_model, &BulkModel::refresh);
    connect(m_edit, &BulkEdit::planned, this, &BulkEditDialog::showState);
    connect(m_edit, &BulkEdit::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setProgress(done, total, m_applying ? tr("Changing records") : tr("Looking at each record"));
    });
    connect(m_edit, &BulkEdit::applied, this, [this](qsizetype changed) {
        m_applying = false;
        m_workbench.tell(tr("%n record(s) changed. One undo takes it back.", nullptr, int(changed)));
        accept();
    });
    connect(m_edit, &BulkEdit::failed, this, [this](const Error &error) {
        m_applying = false;
        m_messages->show(error.kind == ErrorKind::Cancelled ? MessageKind::Information : MessageKind::Danger,
                         error.message);
        showState();
    });
    connect(m_progress, &ProgressPane::cancelled, m_edit, &BulkEdit::cancel);
    connect(m_field, &QComboBox::currentIndexChanged, this, &BulkEditDialog::chooseField);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        m_applying = true;
        m_progress->reset();
        m_messages->clear();
        const QString name = m_workbench.context().word(field()->label);
        m_edit->apply(tr("Change “%1” of %n record(s)", nullptr, int(m_edit->count(BulkRow::State::Changed))).arg(name),
                      m_reason->text().trimmed());
        showState();
    });
    chooseField();
}

void BulkEditDialog::build(const QList<const Field *> &fields)
{
    UiContext &context = m_workbench.context();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    m_messages = new MessageBar(this);
    column->addWidget(m_messages);
    auto *top = new QHBoxLayout;
    top->setSpacing(20);
    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    auto *label = new QLabel(tr("&Field"), this);
    setRole(label, Role::Secondary);
    label->setBuddy(m_field);
    m_field->setAccessibleName(tr("Field"));
    m_field->setMaxVisibleItems(20);
    m_field->addItem(tr("Choose a field…"), QString());
    QString section;
    for (const Field *each : fields) {
        if (!section.isEmpty() && section != each->section.zh) {
            m_field->insertSeparator(m_field->count());
        }
        section = each->section.zh;
        m_field->addItem(context.word(each->label), each->id);
    }
    left->addWidget(label);
    left->addWidget(m_field);
    left->addStretch();
    m_valuePlace = new QVBoxLayout;
    m_valuePlace->setSpacing(4);
    //: takes the entry of a field away in many records
    m_clear = new QCheckBox(tr("Empty the field"), this);
    m_clear->hide();
    connect(m_clear, &QCheckBox::toggled, this, &BulkEditDialog::replan);
    m_valuePlace->addWidget(m_clear);
    m_valuePlace->addStretch();
    top->addLayout(left, 1);
    top->addLayout(m_valuePlace, 1);
    column->addLayout(top);

    m_dated = new QWidget(this);
    auto *dated = new QHBoxLayout(m_dated);
    dated->setContentsMargins(0, 0, 0, 0);
    dated->setSpacing(12);
    m_move = new QRadioButton(tr("A change from this day on:"), m_dated);
    m_from = new DateEditor(context.clock, m_dated);
    m_from->setLabel(tr("First day of the change"));
    m_from->setCoarsest(DatePrecision::Day);
    m_from->setValue(m_workbench.asOf());
    m_from->setFixedWidth(160);
    m_correct = new QRadioButton(tr("Correct the old record"), m_dated);
    m_move->setChecked(true);
    dated->addWidget(m_move);
    dated->addWidget(m_from);
    dated->addWidget(m_correct);
    dated->addStretch();
    column->addWidget(m_dated);
    connect(m_move, &QRadioButton::toggled, this, &BulkEditDialog::replan);
    connect(m_from, &Editor::edited, this, &BulkEditDialog::replan);

    m_table = previewTable(m_model, this);
    column->addWidget(m_table, 1);
    m_summary = new QLabel(this);
    setRole(m_summary, Role::Secondary);
    column->addWidget(m_summary);
    m_progress = new ProgressPane(QString(), this);
    column->addWidget(m_progress);
    auto *bottom = new QHBoxLayout;
    m_reason = new QLineEdit(this);
    m_reason->setPlaceholderText(tr("Reason, for the history (may stay empty)"));
    m_reason->setAccessibleName(tr("Reason"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &BulkEditDialog::reject);
    m_apply = new QPushButton(this);
    m_apply->setAutoDefault(false);
    setPrimary(m_apply);
    bottom->addWidget(m_reason, 1);
    bottom->addWidget(cancel);
    bottom->addWidget(m_apply);
    column->addLayout(bottom);
}

const Field *BulkEditDialog::field() const
{
    return m_spec.field(m_field->currentData().toString());
}

void BulkEditDialog::chooseField()
{
    m_edit->cancel();
    delete m_valueRow;
    m_valueRow = nullptr;
    m_value = nullptr;
    m_clear->setChecked(false);
    m_clear->setVisible(field() != nullptr && !field()->isRequired);
    m_dated->setVisible(field() != nullptr && BulkEdit::asksSince(m_workbench.book().catalog(), m_spec, *field()));
    if (field() == nullptr) { // nothing is chosen yet
        showState();
        return;
    }
    if (m_field->itemData(0).toString().isEmpty()) { // "Choose a field…" has done its work
        const QSignalBlocker quiet(m_field);
        m_field->removeItem(0);
    }
    UiContext &context = m_workbench.context();
    m_value = makeEditor(*field(), {context, m_workbench.book().reader(), m_workbench.asOf()}, this);
    m_valueRow = new FieldRow(tr("New &value"), m_value, this);
    m_valuePlace->insertWidget(0, m_valueRow);
    setTabOrder(m_field, m_value->field());
    setTabOrder(m_value->field(), m_clear);
    connect(m_value, &Editor::edited, this, &BulkEditDialog::replan);
    replan();
}

bool BulkEditDialog::propose(const QString &field, const QVariant &value)
{
    const int at = m_field->findData(field);
    if (at < 0 || m_spec.field(field)->isSealed || m_spec.titleExpr == m_spec.field(field)->readExpr()) {
        return false;
    }
    m_field->setCurrentIndex(at);
    chooseField();
    showValue(*m_spec.field(field), *m_value, value);
    replan();
    return true;
}

bool BulkEditDialog::isReady() const
{
    if (field() == nullptr || m_value == nullptr || (m_value->isEmpty() && !m_clear->isChecked())) {
        return false;
    }
    const bool unreadable = !m_value->isEmpty() && !m_value->value().isValid();
    const bool dated = m_dated->isVisibleTo(this) && m_move->isChecked();
    return !unreadable && !(dated && !m_from->date().firstDay().isValid());
}

// An empty value takes something away from every record: only if that is said.
void BulkEditDialog::replan()
{
    m_edit->cancel();
    if (field() == nullptr) {
        return;
    }
    if (m_clear->isChecked() && !m_value->isEmpty()) {
        m_value->setValue({});
    }
    m_value->setEnabled(!m_clear->isChecked());
    m_progress->reset();
    const bool dated = m_dated->isVisibleTo(this) && m_move->isChecked();
    if (isReady()) {
        m_edit->plan(*field(), editedValue(*field(), *m_value), dated ? m_from->date().firstDay() : QDate());
    } else {
        m_edit->look(*field());
    }
    showState();
}

QString BulkEditDialog::summary() const
{
    if (field() == nullptr) {
        return tr("Choose the field that is to be changed.");
    }
    if (!isReady()) {
        return m_clear->isVisibleTo(this) ? tr("Enter the new value, or tick “Empty the field”.")
                                          : tr("Enter the new value.");
    }
    QString text = tr("%1 will be changed, %2 are so already, %3 cannot be changed and stay as they are.")
                       .arg(m_edit->count(BulkRow::State::Changed))
                       .arg(m_edit->count(BulkRow::State::Same))
                       .arg(m_edit->count(BulkRow::State::Wrong));
    if (const qsizetype doubtful = m_edit->doubtful(); doubtful > 0) {
        text += u' ' + tr("Check the %n marked one(s) first.", nullptr, int(doubtful));
    }
    return text;
}

void BulkEditDialog::showState()
{
    const bool busy = m_edit->isBusy();
    const int changed = isReady() ? int(m_edit->count(BulkRow::State::Changed)) : 0;
    m_progress->setVisible(busy);
    m_summary->setVisible(!busy);
    m_summary->setText(summary());
    m_apply->setText(changed > 0 ? tr("Change %n record(s)", nullptr, changed) : tr("Change"));
    m_apply->setEnabled(!busy && changed > 0);
    m_field->setEnabled(!m_applying);
    m_clear->setEnabled(!m_applying);
    m_dated->setEnabled(!m_applying);
    if (m_value != nullptr) {
        m_value->setEnabled(!m_applying && !m_clear->isChecked());
    }
}

void BulkEditDialog::reject()
{
    const bool applying = m_applying;
    m_edit->cancel();
    if (!applying) { // the first Esc stops the work, the second closes
        QDialog::reject();
    }
}

} // namespace gridbook::ui
