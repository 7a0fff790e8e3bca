#include "core/exchange/importtargets.h"
#include "ui/exchange/importsteps.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSpinBox>
#include <QTableWidget>

namespace gridbook::ui {

using namespace Qt::StringLiterals;
using namespace exchange;

namespace {
constexpr int shownRows = 12;
constexpr int leastWidth = 120;
constexpr int mostWidth = 220;
constexpr int comboRoom = 52; // frame and arrow of a chooser
constexpr int headRows = 2;   // the chooser and the heading as it stands in the file
} // namespace

ColumnStep::ColumnStep(Workbench &workbench, ImportDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_draft(draft)
    , m_sheet(new QComboBox)
    , m_first(new QSpinBox)
    , m_last(new QSpinBox)
    , m_summary(new QLabel)
    , m_table(new QTableWidget)
{
    m_sheet->setAccessibleName(tr("Sheet"));
    m_sheet->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_sheet->setMinimumWidth(leastWidth);
    for (QSpinBox *box : {m_first, m_last}) {
        box->setRange(0, previewRows);
        box->setSpecialValueText(tr("none")); //: no head row
    }
    m_first->setAccessibleName(tr("First head row"));
    m_first->setObjectName(u"firstHeadRow"_qs);
    m_last->setAccessibleName(tr("Last head row"));
    m_last->setObjectName(u"lastHeadRow"_qs);
    prepareTable(m_table, tr("Columns of the file and what they mean"));
    m_table->setObjectName(u"columns"_qs);
    setRole(m_summary, Role::Secondary);
    auto *line = new QHBoxLayout;
    const auto label = [&](const QString &text, QWidget *buddy) {
        auto *caption = new QLabel(text);
        caption->setBuddy(buddy);
        line->addWidget(caption);
        line->addWidget(buddy);
    };
    label(tr("&Sheet"), m_sheet);
    label(tr("&Head from row"), m_first);
    label(tr("&to row"), m_last);
    line->addSpacing(8);
    line->addWidget(m_summary, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addLayout(line);
    all->addWidget(m_table, 1);
    connect(m_sheet, &QComboBox::activated, this, &ColumnStep::showSheet);
    connect(m_first, &QSpinBox::editingFinished, this, &ColumnStep::chooseHead);
    connect(m_last, &QSpinBox::editingFinished, this, &ColumnStep::chooseHead);
}

SheetDraft *ColumnStep::sheet()
{
    const int at = m_sheet->currentData().isValid() ? m_sheet->currentData().toInt() : -1;
    return at >= 0 && at < m_draft.sheets.size() ? &m_draft.sheets[at] : nullptr;
}

void ColumnStep::refresh()
{
    m_targets = importTargets(*m_workbench.book().catalog().registry(m_draft.registry));
    const QVariant current = m_sheet->currentData();
    m_sheet->clear();
    for (int i = 0; i < m_draft.sheets.size(); ++i) {
        if (m_draft.sheets.at(i).chosen) {
            m_sheet->addItem(m_draft.sheets.at(i).info.name.isEmpty() ? tr("Table") : m_draft.sheets.at(i).info.name,
                             i);
        }
    }
    m_sheet->setCurrentIndex(qMax(0, m_sheet->findData(current)));
    showSheet();
}

void ColumnStep::showSheet()
{
    m_table->clear();
    m_table->setRowCount(0);
    const SheetDraft *shown = sheet();
    if (shown == nullptr) {
        m_table->setColumnCount(0);
        return;
    }
    const SheetLayout &layout = shown->layout;
    const QSignalBlocker first(m_first);
    const QSignalBlocker last(m_last);
    m_first->setValue(layout.firstHeadRow);
    m_last->setValue(layout.lastHeadRow);
    QList<SheetRow> rows;
    for (const SheetRow &row : shown->firstRows) {
        if (row.number > layout.lastHeadRow && rows.size() < shownRows) {
            rows << row;
        }
    }
    m_table->setColumnCount(int(layout.columns.size()));
    m_table->setRowCount(headRows + int(rows.size()));
    m_table->horizontalHeader()->hide();
    QStringList numbers{tr("Means"), tr("Heading")};
    for (const SheetRow &row : std::as_const(rows)) {
        numbers << QString::number(row.number);
    }
    m_table->setVerticalHeaderLabels(numbers);
    for (int i = 0; i < layout.columns.size(); ++i) {
        const SheetColumn &column = layout.columns.at(i);
        m_table->setCellWidget(0, i, fieldCombo(column));
        auto *heading = new QTableWidgetItem(column.heading);
        heading->setFont(currentTheme().fonts.strong);
        heading->setToolTip(column.heading);
        m_table->setItem(1, i, heading);
        for (int row = 0; row < rows.size(); ++row) {
            auto *item = new QTableWidgetItem(rows.at(row).cells.value(column.index).text.simplified());
            if (column.field.isEmpty()) {
                item->setForeground(currentTheme().tokens.disabled);
            }
            m_table->setItem(row + headRows, i, item);
        }
    }
    m_table->resizeColumnsToContents(); // not of the choosers, which would all be as wide as the longest field
    for (int i = 0; i < m_table->columnCount(); ++i) {
        const auto *combo = qobject_cast<QComboBox *>(m_table->cellWidget(0, i));
        const int chosen = combo->fontMetrics().horizontalAdvance(combo->currentText()) + comboRoom;
        m_table->setColumnWidth(i, qBound(leastWidth, qMax(chosen, m_table->columnWidth(i)), mostWidth));
    }
    m_table->setRowHeight(0, currentTheme().metrics.controlHeight + 4);
    summarise();
}

QComboBox *ColumnStep::fieldCombo(const SheetColumn &column)
{
    auto *combo = new QComboBox;
    combo->setAccessibleName(tr("What column “%1” means").arg(column.heading));
    combo->setObjectName(u"column%1"_qs.arg(column.index));
    combo->addItem(column.ordinal ? tr("(number, not read)") : tr("(not read)"), QString());
    for (const ImportTarget &target : std::as_const(m_targets)) {
        combo->addItem(m_workbench.context().word(target.field.label), target.field.id);
    }
    combo->setCurrentIndex(qMax(0, combo->findData(column.field)));
    combo->setMaxVisibleItems(20);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    const int index = column.index;
    connect(combo, &QComboBox::activated, this,
            [this, combo, index] { choose(index, combo->currentData().toString()); });
    return combo;
}

// A field is filled by one column only: the other one lets go.
void ColumnStep::choose(int index, const QString &field)
{
    SheetDraft *shown = sheet();
    for (SheetColumn &column : shown->layout.columns) {
        if (column.index == index) {
            column.field = field;
        } else if (!field.isEmpty() && column.field == field) {
            column.field.clear();
        }
    }
    for (int i = 0; i < shown->layout.columns.size(); ++i) {
        auto *combo = qobject_cast<QComboBox *>(m_table->cellWidget(0, i));
        combo->setCurrentIndex(qMax(0, combo->findData(shown->layout.columns.at(i).field)));
        for (int row = headRows; row < m_table->rowCount(); ++row) {
            m_table->item(row, i)->setForeground(shown->layout.columns.at(i).field.isEmpty()
                                                     ? currentTheme().tokens.disabled
                                                     : currentTheme().tokens.text);
        }
    }
    summarise();
    Q_EMIT changed();
}

void ColumnStep::chooseHead()
{
    SheetDraft *shown = sheet();
    if (shown == nullptr ||
        (m_first->value() == shown->layout.firstHeadRow && m_last->value() == shown->layout.lastHeadRow)) {
        return;
    }
    understandAgain(shown, *m_workbench.book().catalog().registry(m_draft.registry), m_first->value(), m_last->value());
    showSheet();
    Q_EMIT changed();
}

void ColumnStep::summarise()
{
    const SheetDraft *shown = sheet();
    const auto unknown =
        std::count_if(shown->layout.columns.begin(), shown->layout.columns.end(),
                      [](const SheetColumn &column) { return column.field.isEmpty() && !column.ordinal; });
    QString text = tr("%n columns understood", nullptr, shown->layout.matched());
    if (unknown > 0) {
        text += u" · " + tr("%n not read", nullptr, int(unknown));
    }
    if (!shown->layout.title.isEmpty()) {
        text += u" · " + shown->layout.title;
    }
    m_summary->setText(text);
}

} // namespace gridbook::ui
