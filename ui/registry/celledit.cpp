#include "ui/registry/celledit.h"
#include "ui/registry/bulkeditdialog.h"
#include "ui/registry/forminplace.h"
#include "ui/registry/tablemodel.h"
#include "ui/registry/tableview.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/lineeditor.h"
#include <QFocusEvent>
#include <QKeyEvent>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

CellEdit::CellEdit(Workbench &bench, TableModel *model, TableView *table, QObject *parent)
    : QObject(parent), m_bench(bench), m_model(model), m_table(table)
{
    // The cell goes from under the editor.
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &CellEdit::close);
    for (const QScrollBar *bar : {table->horizontalScrollBar(), table->verticalScrollBar()}) {
        connect(bar, &QScrollBar::valueChanged, this, &CellEdit::close);
    }
}

const Field *CellEdit::fieldAt(const QModelIndex &index) const
{
    return index.isValid() ? &m_model->spec().fields.at(index.column()) : nullptr;
}

QVariant CellEdit::valueOf(RowId row, const Field &field)
{
    const auto record = m_bench.book().records().load(m_model->spec().id, row, m_bench.asOf());
    if (!record) {
        m_bench.report(record.error());
        return {};
    }
    return record->values.value(field.id);
}

bool CellEdit::isReadOnly()
{
    if (m_bench.book().isReadOnly()) {
        m_bench.report({ErrorKind::Refused, tr("The book is open for reading only; nothing can be changed."), {}});
        return true;
    }
    return false;
}

void CellEdit::begin()
{
    close();
    const QModelIndex index = m_table->currentIndex();
    const Field *field = fieldAt(index);
    if (field == nullptr || isReadOnly()) {
        return;
    }
    if (!canEditInPlace(m_model->spec(), *field)) {
        m_bench.report({ErrorKind::Refused,
                        tr("“%1” is changed in the form: press Enter.").arg(m_bench.context().word(field->label)),
                        {}});
        return;
    }
    m_table->scrollTo(index);
    m_row = m_model->idAt(index.row());
    m_field = field->id;
    const bool frozen = m_table->columns().frozen.contains(field->id);
    QTableView *view = frozen ? m_table->frozenView() : m_table;
    m_editor = inplaceEditor(m_bench, *field, view->viewport());
    m_editor->setObjectName(u"inPlace"_qs);
    showValue(*field, *m_editor, valueOf(m_row, *field));
    m_editor->setAutoFillBackground(true);
    const QRect cell = view->visualRect(index);
    const int height = m_editor->sizeHint().height();
    m_editor->setGeometry(cell.left(), cell.center().y() - height / 2, qMax(cell.width(), 120), height);
    m_editor->show();
    if (auto *line = qobject_cast<LineEditor *>(m_editor.data())) {
        line->line()->selectAll();
        connect(line->line(), &QLineEdit::returnPressed, this, &CellEdit::finish);
    }
    m_editor->field()->installEventFilter(this);
    m_editor->field()->setFocus(Qt::OtherFocusReason);
}

bool CellEdit::eventFilter(QObject *object, QEvent *event)
{
    if (m_editor == nullptr || object != m_editor->field()) {
        return QObject::eventFilter(object, event);
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            close();
            m_table->setFocus();
            return true;
        }
        const bool isLine = qobject_cast<LineEditor *>(m_editor.data()) != nullptr; // it tells of Return itself
        if (key == Qt::Key_Tab || (!isLine && (key == Qt::Key_Return || key == Qt::Key_Enter))) {
            finish();
            return true;
        }
    } else if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason && !save()) {
            close(); // what is wrong with it was said
        }
    }
    return QObject::eventFilter(object, event);
}

// False: the entry cannot be kept; the editor stays open.
bool CellEdit::save()
{
    if (m_editor == nullptr) {
        return true;
    }
    Editor *editor = m_editor;
    if (const Done done = saveInPlace(m_bench, m_model->spec().id, m_row, m_field, *editor); !done) {
        m_bench.report(done.error());
        return false;
    }
    close();
    return true;
}

void CellEdit::finish()
{
    if (save()) {
        m_table->setFocus();
    }
}

void CellEdit::close()
{
    if (Editor *editor = m_editor) {
        m_editor = nullptr; // first: that it loses the focus is no news
        editor->hide();
        editor->deleteLater();
    }
}

void CellEdit::copyFromAbove()
{
    const QModelIndex index = m_table->currentIndex();
    const Field *field = fieldAt(index);
    if (field == nullptr || index.row() == 0 || isReadOnly()) {
        return;
    }
    const QVariant value = valueOf(m_model->idAt(index.row() - 1), *field);
    const Done done = saveInPlace(m_bench, m_model->spec().id, m_model->idAt(index.row()), field->id, value);
    if (!done) {
        m_bench.report(done.error());
    }
}

void CellEdit::fillDown()
{
    const Field *field = fieldAt(m_table->currentIndex());
    QList<RowId> ids = m_table->selectedIds();
    if (field == nullptr || isReadOnly()) {
        return;
    }
    if (ids.size() < 2) {
        copyFromAbove();
        return;
    }
    const QVariant value = valueOf(ids.takeFirst(), *field);
    auto *dialog = new BulkEditDialog(m_bench, m_model->spec().id, ids, m_table);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!dialog->propose(field->id, value)) {
        delete dialog;
        m_bench.report(
            {ErrorKind::Refused,
             tr("“%1” is not filled down: it differs from record to record.").arg(m_bench.context().word(field->label)),
             {}});
        return;
    }
    dialog->open();
}

} // namespace gridbook::ui
