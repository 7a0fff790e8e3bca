#pragma once
// A spreadsheet with the freedom that people take: merged cells anywhere, numbers where texts belong. Internal to this
// folder; whoever writes tables for the user takes core/exchange/tablewriter.h.
#include "core/exchange/sheet.h"
#include "core/exchange/tablewriter.h"
#include <QHash>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace gridbook::demo {

class MessySheet
{
public:
    explicit MessySheet(QString path);
    ~MessySheet();
    MessySheet(const MessySheet &) = delete;
    MessySheet &operator=(const MessySheet &) = delete;

    void beginSheet(const QString &name);
    void skipRow() { ++m_row; }
    void addRow(const exchange::Row &cells);
    // Over these columns of the next row, and so many rows down; the row itself is ended by skipRow().
    void merge(int firstColumn, int lastColumn, int rows, const QString &text);
    [[nodiscard]] Done finish();

private:
    void write(int column, const exchange::Cell &cell);
    QString m_path;
    QString m_temporary;
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_date = nullptr;
    lxw_format *m_centred = nullptr;
    quint32 m_row = 0;
};

// A sheet whose columns all hold text, as people make them.
[[nodiscard]] exchange::TableSheet textTable(const QString &name, const QString &title, const QStringList &headings);

// The bytes of a text in GB 18030; what it cannot hold (nothing of Unicode) would be a question mark.
[[nodiscard]] QByteArray toGb18030(const QString &text);

} // namespace gridbook::demo
