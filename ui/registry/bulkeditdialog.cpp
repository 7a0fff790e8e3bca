#include "ui/registry/bulkeditdialog.h"
#include "ui/registry/formeditors.h"
#include "ui/registry/formsealed.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/dateeditor.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/progresspane.h"
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

BulkEditDialog::BulkEditDialog(Workbench &workbench, const QString &registry, const QList<RowId> &ids, QWidget *parent)
    : BulkDialog(workbench, registry, ids, parent), m_field(new QComboBox(this))
{
    setWindowTitle(tr("Change %n record(s): %1", nullptr, int(ids.size())).arg(workbench.context().word(spec().term)));
    resize(760, 620);
    build(BulkEdit::fieldsOf(spec()));
    connect(m_field, &QComboBox::currentIndexChanged, this, &BulkEditDialog::chooseField);
    chooseField();
}

QString BulkEditDialog::stepTitle() const
{
    return tr("Change “%1” of %n record(s)", nullptr, changing()).arg(workbench().context().word(field()->label));
}

QString BulkEditDialog::stepReason() const
{
    return m_reason->text().trimmed();
}

int BulkEditDialog::changing() const
{
    return isReady() ? BulkDialog::changing() : 0;
}

void BulkEditDialog::build(const QList<const Field *> &fields)
{
    UiContext &context = workbench().context();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(messages());
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
    m_from->setValue(workbench().asOf());
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

    column->addWidget(table(), 1);
    column->addWidget(summaryLabel());
    m_checked = new QCheckBox(tr("I have checked the marked ones"), this);
    m_checked->hide();
    connect(m_checked, &QCheckBox::toggled, this, &BulkEditDialog::showState);
    column->addWidget(m_checked);
    column->addWidget(progress());
    auto *bottom = new QHBoxLayout;
    m_reason = new QLineEdit(this);
    m_reason->setPlaceholderText(tr("Reason, for the history (may stay empty)"));
    m_reason->setAccessibleName(tr("Reason"));
    bottom->addWidget(m_reason, 1);
    bottom->addWidget(cancelButton());
    bottom->addWidget(applyButton());
    column->addLayout(bottom);
    // From top to bottom; the table and the buttons were made before the rest.
    QWidget *before = m_field;
    for (QWidget *each : std::initializer_list<QWidget *>{m_clear, m_move, m_from->field(), m_correct, table(),
                                                          m_checked, m_reason, cancelButton(), applyButton()}) {
        setTabOrder(before, each);
        before = each;
    }
    m_field->setFocus();
}

const Field *BulkEditDialog::field() const
{
    return spec().field(m_field->currentData().toString());
}

void BulkEditDialog::chooseField()
{
    edit()->cancel();
    delete m_valueRow;
    m_valueRow = nullptr;
    m_value = nullptr;
    m_clear->setChecked(false);
    m_clear->setVisible(field() != nullptr && !field()->isRequired);
    m_dated->setVisible(field() != nullptr && BulkEdit::asksSince(workbench().book().catalog(), spec(), *field()));
    if (field() == nullptr) { // nothing is chosen yet
        showState();
        return;
    }
    if (m_field->itemData(0).toString().isEmpty()) { // "Choose a field…" has done its work
        const QSignalBlocker quiet(m_field);
        m_field->removeItem(0);
    }
    UiContext &context = workbench().context();
    m_value = makeEditor(*field(), {context, workbench().book().reader(), workbench().asOf()}, this);
    m_valueRow = new FieldRow(tr("New &value"), m_value, this);
    m_valuePlace->insertWidget(0, m_valueRow);
    m_value->setFocusProxy(nullptr); // made last, it would be entered through its proxy after the last button
    QWidget *before = m_field;       // everything of it that takes the keys stands behind the field
    for (QWidget *each : m_valueRow->findChildren<QWidget *>()) {
        if ((each->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && each->focusProxy() == nullptr) {
            setTabOrder(before, each);
            before = each;
        }
    }
    setTabOrder(before, m_clear);
    connect(m_value, &Editor::edited, this, &BulkEditDialog::replan);
    replan();
}

bool BulkEditDialog::propose(const QString &field, const QVariant &value)
{
    const int at = m_field->findData(field);
    if (at < 0 || spec().field(field)->isSealed || spec().titleExpr == spec().field(field)->readExpr()) {
        return false;
    }
    m_field->setCurrentIndex(at);
    chooseField();
    showValue(*spec().field(field), *m_value, value);
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
    edit()->cancel();
    if (field() == nullptr) {
        return;
    }
    if (m_clear->isChecked() && !m_value->isEmpty()) {
        m_value->setValue({});
    }
    m_value->setEnabled(!m_clear->isChecked());
    progress()->reset();
    m_checked->setChecked(false); // another value, other doubts
    const bool dated = m_dated->isVisibleTo(this) && m_move->isChecked();
    if (isReady()) {
        edit()->plan(*field(), editedValue(*field(), *m_value), dated ? m_from->date().firstDay() : QDate());
    } else {
        edit()->look(*field());
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
    QString text = counted();
    if (const qsizetype doubtful = edit()->doubtful(); doubtful > 0) {
        text += u' ' + tr("Check the %n marked one(s) first.", nullptr, int(doubtful));
    }
    return text;
}

// An entry that speaks against another of its record is saved as knowingly as in the form.
bool BulkEditDialog::isLookedAt() const
{
    return edit()->doubtful() == 0 || m_checked->isChecked();
}

void BulkEditDialog::showState()
{
    m_checked->setVisible(isReady() && !edit()->isBusy() && edit()->doubtful() > 0);
    BulkDialog::showState();
    m_field->setEnabled(!isApplying());
    m_clear->setEnabled(!isApplying());
    m_dated->setEnabled(!isApplying());
    if (m_value != nullptr) {
        m_value->setEnabled(!isApplying() && !m_clear->isChecked());
    }
}

} // namespace gridbook::ui
