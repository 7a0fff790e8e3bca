#include "ui/registry/pastedialog.h"
#include "core/text/words.h"
#include "ui/registry/forminplace.h"
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
        line->take(text);
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

struct PasteDialog::Block
{
    QList<RowId> ids;            // of the records that something is pasted into
    QList<const Field *> fields; // by column; null: it is not pasted into
    QHash<RowId, QStringList> cells;
    QHash<const Field *, std::shared_ptr<CellReader>> readers;
    QStringList notHere;  // columns that are not pasted into
    qsizetype beyond = 0; // rows of the block for which the list has none
};

std::shared_ptr<PasteDialog::Block> PasteDialog::blockOf(Workbench &workbench, const RegistrySpec &spec,
                                                         const QList<RowId> &ids, const QStringList &columns,
                                                         const QList<QStringList> &cells)
{
    auto block = std::make_shared<Block>();
    for (const QString &column : columns) {
        const Field *field = spec.field(column);
        block->fields << (canEditInPlace(spec, *field) ? field : nullptr);
    }
    const bool repeats = cells.size() == 1;
    block->beyond = repeats ? 0 : qMax<qsizetype>(0, cells.size() - ids.size());
    for (qsizetype row = 0; row < ids.size() && (repeats || row < cells.size()); ++row) {
        const QStringList texts = cells.at(repeats ? 0 : row).mid(0, columns.size());
        bool concerned = false;
        for (qsizetype at = 0; at < texts.size(); ++at) {
            if (texts.at(at).isEmpty()) {
                continue;
            }
            if (block->fields.at(at) != nullptr) {
                concerned = true;
            } else if (const QString name = workbench.context().word(spec.field(columns.at(at))->label);
                       !block->notHere.contains(name)) {
                block->notHere << name;
            }
        }
        if (concerned) {
            block->ids << ids.at(row);
            block->cells.insert(ids.at(row), texts);
        }
    }
    return block;
}

PasteDialog::PasteDialog(Workbench &workbench, const QString &registry, const QList<RowId> &ids,
                         const QStringList &columns, const QList<QStringList> &cells, QWidget *parent)
    : PasteDialog(workbench, registry,
                  blockOf(workbench, *workbench.book().catalog().registry(registry), ids, columns, cells), parent)
{}

PasteDialog::PasteDialog(Workbench &workbench, const QString &registry, const std::shared_ptr<Block> &block,
                         QWidget *parent)
    : BulkDialog(workbench, registry, block->ids, parent), m_block(block)
{
    setWindowTitle(tr("Paste into %1").arg(workbench.context().word(spec().term)));
    resize(820, 560);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(messages());
    column->addWidget(table(), 1);
    column->addWidget(summaryLabel());
    column->addWidget(progress());
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancelButton());
    buttons->addWidget(applyButton());
    applyButton()->setDefault(true);
    column->addLayout(buttons);
    edit()->planEach([this](RowId row) { return entriesOf(row); });
    showState();
}

QList<BulkEntry> PasteDialog::entriesOf(RowId row)
{
    const QStringList texts = m_block->cells.value(row);
    QList<BulkEntry> entries;
    for (qsizetype at = 0; at < texts.size(); ++at) {
        const Field *field = m_block->fields.at(at);
        if (texts.at(at).isEmpty() || field == nullptr) {
            continue;
        }
        std::shared_ptr<CellReader> &reader = m_block->readers[field];
        if (reader == nullptr) {
            reader = std::make_shared<CellReader>(workbench(), *field, this);
        }
        entries << reader->read(texts.at(at));
    }
    return entries;
}

QString PasteDialog::stepTitle() const
{
    return tr("Paste into %n record(s)", nullptr, changing());
}

QString PasteDialog::summary() const
{
    QStringList lines{counted()};
    if (!m_block->notHere.isEmpty()) {
        lines << tr("Not pasted, because it is changed in the form only: %1.").arg(m_block->notHere.join(u'、'));
    }
    if (m_block->beyond > 0) {
        lines << tr("%n copied row(s) lie below the end of the list and are left out.", nullptr, int(m_block->beyond));
    }
    return lines.join(u'\n');
}

} // namespace gridbook::ui
