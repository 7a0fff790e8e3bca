#pragma once
// Reads text tables: CSV and its cousins. Encoding: a byte order mark, else strict UTF-8, else strict GB 18030
// (detectors fail on short lists of names, this rule does not); the user may say otherwise. Separators: , tab ; ； All
// cells are text, so no digit is lost. The guards that exporters put before long digits and formulas are taken off.
#include "core/exchange/sheet.h"
#include <QFile>

namespace gridbook::exchange {

class CsvReader final : public SheetReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SheetReader>> open(const QString &path, const OpenOptions &options);

    [[nodiscard]] const QList<SheetInfo> &sheets() const override { return m_sheets; }
    [[nodiscard]] Result<SheetInfo> inspect(int sheet) override;
    [[nodiscard]] Done read(int sheet, const RowCallback &row, const Progress &progress) override;
    [[nodiscard]] std::optional<TextFormat> textFormat() const override { return m_format; }

private:
    CsvReader(const QString &path, const OpenOptions &options);
    [[nodiscard]] Done detect();
    [[nodiscard]] Result<TextEncoding> detectEncoding();
    // Whole lines, so that no character is cut; empty at the end.
    [[nodiscard]] Result<QByteArray> readLines();
    [[nodiscard]] QString decoded(const QByteArray &lines) const;

    QFile m_file;
    SheetLimits m_limits;
    QList<SheetInfo> m_sheets;
    TextFormat m_format;
    qint64 m_begin = 0;           // behind the byte order mark
    bool m_saysSeparator = false; // the first line is "sep=;"
    QByteArray m_pending;
};

// One field without the guards ="…", leading tab and leading ' of formulas.
[[nodiscard]] QString withoutGuards(QString field);

} // namespace gridbook::exchange
