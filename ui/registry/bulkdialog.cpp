#include "ui/registry/bulkdialog.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/progresspane.h"
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace gridbook::ui {

namespace {

// What loses its entry, or gets one that speaks against another of the record.
bool needsALook(const BulkRow &row)
{
    return row.state == BulkRow::State::Changed && (!row.doubt.isEmpty() || row.after.isEmpty());
}

// Wide enough for old and new, the rest for what happens.
QTableView *previewTable(BulkModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setAccessibleName(BulkDialog::tr("Preview"));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setIconSize(QSize(currentTheme().metrics.icon, currentTheme().metrics.icon));
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(currentTheme().metrics.rowHeight);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setResizeContentsPrecision(0);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const int column : {int(BulkModel::Record), int(BulkModel::Before), int(BulkModel::After)}) {
        table->setColumnWidth(column, table->fontMetrics().horizontalAdvance(u'0') * 16);
    }
    return table;
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

BulkDialog::BulkDialog(Workbench &workbench, const QString &registry, const QList<RowId> &ids, QWidget *parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_spec(*workbench.book().catalog().registry(registry))
    , m_edit(new BulkEdit(workbench.book(), registry, workbench.asOf(), ids, {.language = workbench.context().language},
                          this))
    , m_model(new BulkModel(*m_edit, workbench.context().word(m_spec.term), this))
    , m_messages(new MessageBar(this))
    , m_table(previewTable(m_model, this))
    , m_summary(new QLabel(this))
    , m_progress(new ProgressPane(QString(), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_apply(new QPushButton(this))
{
    setRole(m_summary, Role::Secondary);
    m_summary->setWordWrap(true);
    m_cancel->setAutoDefault(false);
    m_apply->setAutoDefault(false);
    setPrimary(m_apply);
    connect(m_edit, &BulkEdit::rowsPlanned, m_model, &BulkModel::refresh);
    connect(m_edit, &BulkEdit::planned, this, &BulkDialog::showState);
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
    connect(m_cancel, &QPushButton::clicked, this, &BulkDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &BulkDialog::apply);
}

void BulkDialog::apply()
{
    m_applying = true;
    m_progress->reset();
    m_messages->clear();
    m_edit->apply(stepTitle(), stepReason());
    showState();
}

int BulkDialog::changing() const
{
    return int(m_edit->count(BulkRow::State::Changed));
}

QString BulkDialog::counted() const
{
    return tr("%1 will be changed, %2 are so already, %3 cannot be changed and stay as they are.")
        .arg(m_edit->count(BulkRow::State::Changed))
        .arg(m_edit->count(BulkRow::State::Same))
        .arg(m_edit->count(BulkRow::State::Wrong));
}

void BulkDialog::showState()
{
    const bool busy = m_edit->isBusy();
    const int changed = changing();
    m_progress->setVisible(busy);
    m_summary->setVisible(!busy);
    m_summary->setText(summary());
    m_apply->setText(changed > 0 ? tr("Change %n record(s)", nullptr, changed) : tr("Change"));
    m_apply->setEnabled(!busy && changed > 0 && isLookedAt());
    if (!busy) {
        widenColumns();
    }
}

// A pasted row has several entries in one cell; what happens with them needs less, as a rule.
void BulkDialog::widenColumns()
{
    const int most = m_table->viewport()->width() * 3 / 10;
    for (const int column : {int(BulkModel::Before), int(BulkModel::After)}) {
        const int now = m_table->columnWidth(column);
        m_table->resizeColumnToContents(column); // of the rows in view
        m_table->setColumnWidth(column, qMax(now, qMin(m_table->columnWidth(column), most)));
    }
}

void BulkDialog::reject()
{
    const bool applying = m_applying;
    m_edit->cancel();
    if (!applying) { // the first Esc stops the work, the second closes
        QDialog::reject();
    }
}

} // namespace gridbook::ui
