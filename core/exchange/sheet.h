#pragma once
// A spreadsheet as a stream of rows, whatever its file format: what the import reads and what the tests of exports
// read. Rows and columns: SheetRow::number counts from 1 as the user sees it; a column is its 0-based place in the row.
// Nothing in a sheet is trusted: see SheetLimits. Readers hold one row at a time, so memory does not grow with the
// file.
#include "core/base/partialdate.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include <QDateTime>
#include <QList>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

namespace gridbook::exchange {

enum class CellKind { Empty, Text, Number, Date, Bool, Error };

// text is always filled, unless the cell is empty:
//   Text    the text exactly as stored
//   Number  all digits that the file holds ("610305199001011000"), never in powers of ten below 1e21
//   Date    ISO to the precision that the cell shows: "2021", "2021-07", "2021-07-01", "2021-07-01 08:30"
//   Bool    "TRUE" or "FALSE"
//   Error   the spreadsheet's own word, "#N/A"
// A time of day or a duration is Text ("8:30", "26:30"), since it is no date; number keeps the part of a day.
struct Cell
{
    CellKind kind = CellKind::Empty;
    QString text;
    double number = 0;
    QDateTime date; // Date only

    [[nodiscard]] bool isEmpty() const { return kind == CellKind::Empty; }
    [[nodiscard]] static Cell ofText(QString text)
    {
        Cell cell;
        cell.kind = text.isEmpty() ? CellKind::Empty : CellKind::Text;
        cell.text = std::move(text);
        return cell;
    }
    [[nodiscard]] static Cell ofNumber(double number, QString text)
    {
        Cell cell;
        cell.kind = CellKind::Number;
        cell.text = std::move(text);
        cell.number = number;
        return cell;
    }
    [[nodiscard]] static Cell ofNumber(qint64 number)
    {
        return ofNumber(static_cast<double>(number), QString::number(number));
    }
    [[nodiscard]] static Cell ofDate(QDate day)
    {
        Cell cell;
        cell.kind = CellKind::Date;
        cell.text = PartialDate(day).toIso();
        cell.date = day.startOfDay(Qt::UTC);
        return cell;
    }
    friend bool operator==(const Cell &, const Cell &) = default;
};

using Row = QList<Cell>; // ends with its last filled cell

struct SheetRow
{
    int number = 0; // from 1
    bool hidden = false;
    Row cells{};
};

// Rows from 1, columns from 0, all inclusive.
struct CellRange
{
    int firstRow = 0;
    int firstColumn = 0;
    int lastRow = 0;
    int lastColumn = 0;
    friend bool operator==(const CellRange &, const CellRange &) = default;
};

struct SheetInfo
{
    QString name{};
    bool hidden = false;
    // The following are filled by SheetReader::inspect().
    int rowCount = 0;    // as the file claims, 0 = unknown; only good for a progress bar
    int columnCount = 0; // likewise
    QList<CellRange> merges{};
    QList<int> hiddenColumns{};
};

enum class TextEncoding { Automatic, Utf8, Gb18030, Utf16Le, Utf16Be };

// How a text table was read; the user may choose otherwise and open the file again.
struct TextFormat
{
    TextEncoding encoding = TextEncoding::Automatic;
    QChar separator; // null = find out
};

// What a file may ask of this machine. A million rows of a hundred columns pass; bombs do not.
struct SheetLimits
{
    qint64 fileBytes = 256LL << 20;
    qint64 entryBytes = 400LL << 20;  // one part of an .xlsx, unpacked
    qint64 totalBytes = 1024LL << 20; // all parts, unpacked
    qint64 ratio = 300;               // unpacked to packed, for parts over ratioFrom; a usual roster has about 6
    qint64 ratioFrom = 10LL << 20;
    int entries = 10'000;
    int depth = 32;
    int textLength = 32'767; // of one cell, as in Excel
    int rows = 1'048'576;
    int columns = 16'384;
    qint64 cells = 100'000'000; // rows times their width
    int sharedStrings = 4'000'000;
    qint64 sharedText = 128'000'000; // characters
    int merges = 65'536;
};

using RowCallback = std::function<bool(const SheetRow &row)>; // false: enough, stop without an error

class SheetReader
{
public:
    SheetReader() = default;
    virtual ~SheetReader() = default;
    SheetReader(const SheetReader &) = delete;
    SheetReader &operator=(const SheetReader &) = delete;

    [[nodiscard]] virtual const QList<SheetInfo> &sheets() const = 0; // in the order of the workbook, names only
    // Everything about one sheet that stands outside of its rows. Passes over the sheet once, quickly.
    [[nodiscard]] virtual Result<SheetInfo> inspect(int sheet) = 0;
    // Hands over the rows in ascending order. Empty rows are left out: the row number shows the gap.
    [[nodiscard]] virtual Done read(int sheet, const RowCallback &row, const Progress &progress = {}) = 0;
    [[nodiscard]] virtual std::optional<TextFormat> textFormat() const { return std::nullopt; } // text tables only
};

struct OpenOptions
{
    SheetLimits limits;
    TextFormat text; // what the user chose in the preview
};

// Chooses the reader by what is in the file, not by its name: half of the ".xls" files of the trade are something else.
[[nodiscard]] Result<std::unique_ptr<SheetReader>> openSheets(const QString &path, const OpenOptions &options = {});

} // namespace gridbook::exchange
