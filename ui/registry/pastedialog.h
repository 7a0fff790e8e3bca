#pragma once
// A block of cells from a spreadsheet, pasted over the cells of a list from the current one on: what it would do to
// each record, then done as one step. Blank cells change nothing, as in an import.
#include "ui/registry/bulkdialog.h"
#include <memory>

namespace gridbook::ui {

// The cells of a copied block: rows by line feeds, columns by tabs; a cell in quotation marks may hold both.
[[nodiscard]] QList<QStringList> cellsOf(const QString &copied);

class PasteDialog final : public BulkDialog
{
    Q_OBJECT
public:
    // ids: the records from the current row on, or the selected ones, in the order of the list; columns: the fields
    // from the current column on. A block of one row is repeated for all of several ids.
    PasteDialog(Workbench &workbench, const QString &registry, const QList<RowId> &ids, const QStringList &columns,
                const QList<QStringList> &cells, QWidget *parent = nullptr);
    [[nodiscard]] QString summary() const override;

protected:
    [[nodiscard]] QString stepTitle() const override;

private:
    struct Block;
    PasteDialog(Workbench &workbench, const QString &registry, const std::shared_ptr<Block> &block, QWidget *parent);
    static std::shared_ptr<Block> blockOf(Workbench &workbench, const RegistrySpec &spec, const QList<RowId> &ids,
                                          const QStringList &columns, const QList<QStringList> &cells);
    [[nodiscard]] QList<BulkEntry> entriesOf(RowId row); // reads the cells of one record

    std::shared_ptr<Block> m_block;
};

} // namespace gridbook::ui
