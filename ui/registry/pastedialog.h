#pragma once
// A block of cells from a spreadsheet, pasted over the cells of a list from the current one on: what it would do to
// each record, then done as one step. Blank cells change nothing, as in an import.
#include "ui/registry/bulkedit.h"
#include <QDialog>

class QLabel;
class QPushButton;

namespace gridbook::ui {

class BulkModel;
class MessageBar;
class ProgressPane;
class Workbench;

// The cells of a copied block: rows by line feeds, columns by tabs; a cell in quotation marks may hold both.
[[nodiscard]] QList<QStringList> cellsOf(const QString &copied);

class PasteDialog final : public QDialog
{
    Q_OBJECT
public:
    // ids: the records from the current row on, or the selected ones, in the order of the list; columns: the fields
    // from the current column on. A block of one row is repeated for all of several ids.
    PasteDialog(Workbench &workbench, const QString &registry, const QList<RowId> &ids, const QStringList &columns,
                const QList<QStringList> &cells, QWidget *parent = nullptr);
    [[nodiscard]] BulkEdit *edit() const { return m_edit; }
    [[nodiscard]] QPushButton *applyButton() const { return m_apply; }
    [[nodiscard]] QString summary() const;

public Q_SLOTS:
    void reject() override; // also stops what is going on

private:
    [[nodiscard]] BulkBlock blockOf(const QList<RowId> &ids, const QStringList &columns,
                                    const QList<QStringList> &cells);
    void showState();

    Workbench &m_workbench;
    const RegistrySpec &m_spec;
    BulkEdit *m_edit = nullptr;
    BulkModel *m_model = nullptr;
    QLabel *m_summary;
    MessageBar *m_messages;
    ProgressPane *m_progress;
    QPushButton *m_apply;
    QStringList m_notHere;  // columns that are not pasted into
    qsizetype m_beyond = 0; // rows of the block for which the list has none
    bool m_applying = false;
};

} // namespace gridbook::ui
