#pragma once
// Writes .xlsx through libxlsxwriter, row by row. Texts are always written as texts: a citizen id keeps its digits and
// "=1+1" is never a formula. Dates known to the day are real dates, those known to the month or year are text.
#include "core/exchange/tablewriter.h"
#include <QHash>
#include <QSet>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace gridbook::exchange {

class XlsxWriter final : public TableWriter
{
public:
    [[nodiscard]] static Result<std::unique_ptr<TableWriter>> create(const QString &path);
    ~XlsxWriter() override;

    [[nodiscard]] Done beginSheet(const TableSheet &sheet) override;
    using TableWriter::addRow;
    [[nodiscard]] Done addRow(const OutRow &row) override;
    [[nodiscard]] Done finish() override;

private:
    enum class Look { Title, Head, Text, Number, Date };
    XlsxWriter(QString path, QString temporary);
    [[nodiscard]] lxw_format *format(Look look, CellMark mark = CellMark::None);
    [[nodiscard]] QString fitName(const QString &wanted);
    [[nodiscard]] Done writeCell(int column, const OutCell &out);
    void endSheet();
    [[nodiscard]] QByteArray placeOfList(const QStringList &choices); // a formula
    [[nodiscard]] Done writeLists();

    QString m_path;
    QString m_temporary; // takes the place of the target at the end
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_worksheet = nullptr;
    QHash<int, lxw_format *> m_formats; // owned by the workbook
    QSet<QString> m_names;
    QList<TableColumn> m_columns;
    QString m_listSheet;
    QList<QStringList> m_lists;
    quint32 m_row = 0;       // the next one, from 0
    quint32 m_firstData = 0; // the row below the head
};

} // namespace gridbook::exchange
