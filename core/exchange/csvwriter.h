#pragma once
// Writes CSV as Excel opens it rightly: UTF-8 with byte order mark, CRLF, long digits behind a tab so that none is
// lost, and texts that begin like a formula behind an apostrophe so that they stay texts. CsvReader takes both off
// again.
#include "core/exchange/tablewriter.h"
#include <QSaveFile>

namespace gridbook::exchange {

class CsvWriter final : public TableWriter
{
public:
    [[nodiscard]] static Result<std::unique_ptr<TableWriter>> create(const QString &path);

    [[nodiscard]] Done beginSheet(const TableSheet &sheet) override;
    using TableWriter::addRow;
    [[nodiscard]] Done addRow(const OutRow &row) override;
    [[nodiscard]] Done finish() override;

private:
    explicit CsvWriter(const QString &path) : m_file(path) {}
    [[nodiscard]] Done writeLine(const QStringList &fields);

    QSaveFile m_file;
    bool m_begun = false;
};

// One field with its guards and, where needed, in quotes.
[[nodiscard]] QString csvField(const Cell &cell);

} // namespace gridbook::exchange
