#include "ui/registry/pastedialog.h"
#include "core/text/words.h"
#include "ui/registry/bulkeditdialog.h"
#include "ui/registry/forminplace.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/lineeditor.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/progresspane.h"
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

QList<QStringList> cellsOf(const QString &copied)
{
    QList<QStringList> rows{{}};
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < copied.size(); ++i) {
        const QChar at = copied.at(i);
        if (quoted) {
            if (at != u'"') {
                cell += at;
            } else if (i + 1 < copied.size() && copied.at(i + 1) == u'"') {
                cell += at;
                ++i;
            } else {
                quoted = false;
            }
        } else if (at == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (at == u'\t' || at == u'\n') {
            rows.last() << cell.trimmed();
            cell.clear();
            if (at == u'\n') {
                rows.append(QStringList());
            }
        } else if (at != u'\r') {
            cell += at;
        }
    }
    rows.last() << cell.trimmed();
    if (rows.last() == QStringList{QString()}) { // spreadsheets end the last row, too
        rows.removeLast();
    }
    return rows;
}

namespace {

// Reads a cell as the editor of its field reads what is typed into the list.
class CellReader
{
public:
    CellReader(Workbench &workbench, const Field &field, QWidget *parent)
        : m_field(field), m_editor(inplaceEditor(workbench, field, parent))
    {
        m_editor->hide();
    }
    [[nodiscard]] BulkEntry read(const QString &text)
    {
        BulkEntry entry{&m_field, {}, {}};
        auto *line = qobject_cast<LineEditor *>(m_editor);
        if (line == nullptr) {
            const auto answer = text::parseYesNo(text);
            entry.value = answer && *answer ? QVariant(**answer) : QVariant();
            entry.fault = answer ? QString() : answer.error().message;
            return entry;
        }
        line->setValue({});
        line->line()->setText(text);
        Q_EMIT line->line()->textEdited(text);
        line->settle();
        if (line->value().isValid()) {
            entry.value = editedValue(m_field, *line);
        } else {
            entry.fault = line->validation().text;
        }
        return entry;
    }

private:
    const Field &m_field;
    Editor *m_editor;
};

} // namespace

PasteDialog::PasteDialog(Workbench &workbench, const QString &registry, const QList<RowId> &ids,
                         const QStringList &columns, const QList<QStringList> &cells, QWidget *parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_spec(*workbench.book().catalog().registry(registry))
    , m_summary(new QLabel(this))
    , m_messages(new MessageBar(this))
    , m_progress(new ProgressPane(QString(), this))
    , m_apply(new QPushButton(this))
{
    setWindowTitle(tr("Paste into %1").arg(workbench.context().word(m_spec.term)));
    resize(820, 560);
    const BulkBlock block = blockOf(ids, columns, cells);
    QList<RowId> concerned;
    for (const RowId id : ids) {
        if (block.contains(id)) {
            concerned << id;
        }
    }
    m_edit = new BulkEdit(workbench.book(), registry, workbench.asOf(), concerned,
                          {.language = workbench.context().language}, this);
    m_model = new BulkModel(*m_edit, workbench.context().word(m_spec.term), this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(m_messages);
    column->addWidget(previewTable(m_model, this), 1);
    m_summary->setWordWrap(true);
    setRole(m_summary, Role::Secondary);
    column->addWidget(m_summary);
    column->addWidget(m_progress);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    buttons->addWidget(cancel);
    setPrimary(m_apply);
    m_apply->setDefault(true);
    buttons->addWidget(m_apply);
    column->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &PasteDialog::reject);
    connect(m_progress, &ProgressPane::cancelled, m_edit, &BulkEdit::cancel);
    connect(m_edit, &BulkEdit::rowsPlanned, m_model, &BulkModel::refresh);
    connect(m_edit, &BulkEdit::planned, this, &PasteDialog::showState);
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
    connect(m_apply, &QPushButton::clicked, this, [this] {
        m_applying = true;
        m_progress->reset();
        m_edit->apply(tr("Paste into %n record(s)", nullptr, int(m_edit->count(BulkRow::State::Changed))), {});
        showState();
    });
    m_edit->planBlock(block);
    showState();
}

BulkBlock PasteDialog::blockOf(const QList<RowId> &ids, const QStringList &columns, const QList<QStringList> &cells)
{
    const bool repeats = cells.size() == 1;
    m_beyond = repeats ? 0 : qMax<qsizetype>(0, cells.size() - ids.size());
    QHash<QString, std::shared_ptr<CellReader>> readers;
    BulkBlock block;
    for (qsizetype row = 0; row < ids.size() && (repeats || row < cells.size()); ++row) {
        const QStringList &texts = cells.at(repeats ? 0 : row);
        for (qsizetype at = 0; at < texts.size() && at < columns.size(); ++at) {
            const Field &field = *m_spec.field(columns.at(at));
            if (texts.at(at).isEmpty()) {
                continue;
            }
            if (!canEditInPlace(m_spec, field)) {
                const QString name = m_workbench.context().word(field.label);
                if (!m_notHere.contains(name)) {
                    m_notHere << name;
                }
                continue;
            }
            std::shared_ptr<CellReader> &reader = readers[field.id];
            if (reader == nullptr) {
                reader = std::make_shared<CellReader>(m_workbench, field, this);
            }
            block[ids.at(row)] << reader->read(texts.at(at));
        }
    }
    return block;
}

QString PasteDialog::summary() const
{
    return m_summary->text();
}

void PasteDialog::showState()
{
    const bool busy = m_edit->isBusy();
    const int changed = int(m_edit->count(BulkRow::State::Changed));
    QStringList lines{tr("%1 will be changed, %2 are so already, %3 cannot be changed and stay as they are.")
                          .arg(changed)
                          .arg(m_edit->count(BulkRow::State::Same))
                          .arg(m_edit->count(BulkRow::State::Wrong))};
    if (!m_notHere.isEmpty()) {
        lines << tr("Not pasted, because it is changed in the form only: %1.").arg(m_notHere.join(u'、'));
    }
    if (m_beyond > 0) {
        lines << tr("%n copied row(s) lie below the end of the list and are left out.", nullptr, int(m_beyond));
    }
    m_summary->setText(lines.join(u'\n'));
    m_summary->setVisible(!busy);
    m_progress->setVisible(busy);
    m_apply->setText(changed > 0 ? tr("Change %n record(s)", nullptr, changed) : tr("Change"));
    m_apply->setEnabled(!busy && changed > 0);
}

void PasteDialog::reject()
{
    const bool applying = m_applying;
    m_edit->cancel();
    if (!applying) { // the first Esc stops the work, the second closes
        QDialog::reject();
    }
}

} // namespace gridbook::ui
