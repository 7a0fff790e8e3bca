#pragma once
// Writes tables for people: registers, forms and lists of wrong rows, as .xlsx or as CSV. Rows go straight to the disk,
// so a million of them take no memory. Nothing stands under the wanted name before finish() has succeeded; until then,
// and after an error, whatever file was there before is untouched.
#include "core/exchange/sheet.h"

namespace gridbook::exchange {

enum class ColumnKind { Text, Number, Date };
enum class CellMark { None, Warning, Wrong }; // coloured, for the rows that go back to be corrected

struct TableColumn
{
    QString heading{};
    ColumnKind kind = ColumnKind::Text;
    int width = 0;         // in characters of Latin size, a Han character takes two; 0 = from the heading
    QStringList choices{}; // offered as a list in the cells (.xlsx)
};

struct TableSheet
{
    QString name{};  // made fit for a sheet name where it is not: 31 characters, none of []:*?/\, no name twice
    QString title{}; // a line above the head, over all columns; may be empty
    QList<TableColumn> columns{};
    int frozenColumns = 0; // stay visible when scrolling sideways; the head always does
    bool landscape = true; // A4; the head is repeated on each page
};

struct OutCell
{
    Cell cell{};
    CellMark mark = CellMark::None;
    QString comment{}; // shown beside the cell; what is wrong with it
};
using OutRow = QList<OutCell>;

class TableWriter
{
public:
    TableWriter() = default;
    virtual ~TableWriter() = default; // without finish(): nothing is left behind
    TableWriter(const TableWriter &) = delete;
    TableWriter &operator=(const TableWriter &) = delete;

    // Ends the sheet before, writes title and head. CSV has one sheet only and no title.
    [[nodiscard]] virtual Done beginSheet(const TableSheet &sheet) = 0;
    [[nodiscard]] virtual Done addRow(const OutRow &row) = 0;
    [[nodiscard]] virtual Done finish() = 0; // puts the file in its place

    [[nodiscard]] Done addRow(const Row &row);
};

enum class TableFormat { Xlsx, Csv };
[[nodiscard]] TableFormat formatOfName(const QString &path); // by suffix; .xlsx unless it says csv or txt
// The same for a name that somebody typed: another ending than .xlsx, .csv or .txt is refused, since what is written
// would not be what the name says.
[[nodiscard]] Result<TableFormat> checkedFormat(const QString &path);
[[nodiscard]] Result<std::unique_ptr<TableWriter>> createTable(const QString &path, TableFormat format);

// Whether a file can be put there: the folder exists, and what it would replace is neither a folder nor read-only.
[[nodiscard]] Done checkTarget(const QString &path);
[[nodiscard]] Error cannotWrite(const QString &path, const QString &detail);

} // namespace gridbook::exchange
