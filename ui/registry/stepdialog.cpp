#include "ui/registry/stepdialog.h"
#include "core/base/partialdate.h"
#include "ui/registry/formeditors.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/dateeditor.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/lookupeditor.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/paragraph.h"
#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {
constexpr int afterWide = 12;
}

StepDialog::StepDialog(Workbench &workbench, const QString &heading, QWidget *parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_fields(new QGridLayout)
    , m_messages(new MessageBar(this))
    , m_outlook(new Paragraph(QString(), this))
    , m_complaint(new Paragraph(QString(), this))
    , m_apply(new QPushButton(this))
{
    setWindowTitle(heading);
    setMinimumWidth(620);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    auto *title = new QLabel(heading, this);
    title->setWordWrap(true);
    setRole(title, Role::Section);
    column->addWidget(title);
    column->addWidget(m_messages);
    m_fields->setHorizontalSpacing(20);
    m_fields->setVerticalSpacing(2);
    m_fields->setColumnStretch(0, 1);
    m_fields->setColumnStretch(1, 1);
    column->addLayout(m_fields);
    column->addStretch();
    setRole(m_outlook, Role::Information);
    column->addWidget(m_outlook);
    setRole(m_complaint, Role::Warning);
    column->addWidget(m_complaint);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    buttons->addWidget(cancel);
    m_apply->setDefault(true); // Enter in any field does it, as soon as it can be done
    setPrimary(m_apply);
    buttons->addWidget(m_apply);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &StepDialog::apply);
}

Editor *StepDialog::addField(const Field &field, bool required)
{
    Editor *editor = makeEditor(field,
                                {m_workbench.context(), m_workbench.book().reader(), m_workbench.asOf(),
                                 [this](const QString &other) {
                                     const Editor *at = this->editor(other);
                                     return at == nullptr ? QVariant() : at->value();
                                 }},
                                this);
    if (auto *lookup = qobject_cast<LookupEditor *>(editor)) {
        lookup->setAllowNew(false);
    }
    if (auto *date = qobject_cast<DateEditor *>(editor); date != nullptr && field.id == u"day") {
        date->setCoarsest(DatePrecision::Day);
        date->setValue(m_workbench.asOf());
    }
    auto *row = new FieldRow(word(field.label), editor, this);
    row->setRequired(required);
    m_rows.insert(field.id, row);
    m_cells.append({row, false});
    connect(editor, &Editor::edited, this, &StepDialog::refresh);
    return editor;
}

void StepDialog::addWidget(QWidget *widget)
{
    m_cells.append({widget, true});
}

// Two side by side, without holes where a field is not asked for.
void StepDialog::pack()
{
    int place = 0;
    for (const Cell &cell : m_cells) {
        m_fields->removeWidget(cell.widget);
    }
    for (int row = 0; row < m_fields->rowCount(); ++row) {
        m_fields->setRowMinimumHeight(row, 0);
    }
    for (const Cell &cell : m_cells) {
        if (cell.widget->isHidden()) {
            continue;
        }
        place += cell.wide ? place % 2 : 0;
        m_fields->addWidget(cell.widget, place / 2, place % 2, 1, cell.wide ? 2 : 1);
        place += cell.wide ? 2 : 1;
        if (cell.wide) { // a field brings its distance to the next one along
            m_fields->setRowMinimumHeight(place / 2, afterWide);
            place += 2;
        }
    }
}

void StepDialog::setShown(const QString &fieldId, bool shown)
{
    if (FieldRow *row = m_rows.value(fieldId)) {
        row->setVisible(shown);
    }
}

Editor *StepDialog::editor(const QString &fieldId) const
{
    const FieldRow *row = m_rows.value(fieldId);
    return row == nullptr || row->isHidden() ? nullptr : row->editor();
}

void StepDialog::setNeeded(const QString &fieldId, bool needed)
{
    if (FieldRow *row = m_rows.value(fieldId)) {
        row->setRequired(needed);
    }
}

QString StepDialog::text(const QString &fieldId) const
{
    const Editor *at = editor(fieldId);
    return at == nullptr ? QString() : at->value().toString();
}

RowId StepDialog::reference(const QString &fieldId) const
{
    const Editor *at = editor(fieldId);
    return at == nullptr ? 0 : at->value().toLongLong();
}

QDate StepDialog::day() const
{
    return PartialDate::fromIso(text(u"day"_qs)).firstDay();
}

QString StepDialog::word(const Term &term) const
{
    return m_workbench.context().word(term);
}

QString StepDialog::consequence() const
{
    return m_outlook->text();
}

QString StepDialog::complaint() const
{
    return m_complaint->text();
}

void StepDialog::refresh()
{
    arrange();
    pack();
    const QString outlookText = outlook();
    m_outlook->setText(outlookText);
    m_outlook->setVisible(!outlookText.isEmpty());
    QString fault = unread();
    if (fault.isEmpty()) {
        const Done possible = attempt(false);
        fault = possible ? QString() : possible.error().message;
    }
    m_complaint->setText(fault);
    m_complaint->setVisible(!fault.isEmpty());
    m_apply->setText(verb());
    setWindowTitle(verb());
    m_apply->setEnabled(fault.isEmpty());
}

QString StepDialog::unread() const
{
    for (const Cell &cell : m_cells) {
        const auto *row = qobject_cast<FieldRow *>(cell.widget);
        if (row == nullptr || row->isHidden() || row->editor()->isEmpty() || row->editor()->value().isValid()) {
            continue;
        }
        const QString said = row->editor()->validation().text;
        return said.isEmpty() ? tr("“%1” is not complete yet.").arg(row->editor()->field()->accessibleName()) : said;
    }
    return {};
}

Done StepDialog::attempt(bool keep)
{
    Book &book = m_workbench.book();
    GRIDBOOK_ASSIGN(auto work, book.begin({u"edit"_qs, undoTitle(), text(u"reason"_qs), {}}));
    GRIDBOOK_TRY(write(*work));
    if (!keep) {
        return {}; // let go: nothing happened
    }
    GRIDBOOK_ASSIGN([[maybe_unused]] const ChangeSet set, book.commit(*work));
    return {};
}

// What is asked first is where one types first.
void StepDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    for (const Cell &cell : m_cells) {
        if (auto *row = qobject_cast<FieldRow *>(cell.widget); row != nullptr && !row->isHidden()) {
            row->editor()->field()->setFocus();
            return;
        }
    }
}

void StepDialog::apply()
{
    refresh();
    if (!m_apply->isEnabled()) {
        return;
    }
    const QString title = undoTitle();
    if (const Done done = attempt(true); !done) {
        m_messages->show(MessageKind::Danger, done.error().message);
        return;
    }
    m_workbench.tell(tr("Done: %1. One undo takes it back.").arg(title));
    Q_EMIT applied();
    accept();
    showResult();
}

void openStep(StepDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QWidget *windowForDialogs()
{
    return QApplication::activeWindow();
}

} // namespace gridbook::ui
