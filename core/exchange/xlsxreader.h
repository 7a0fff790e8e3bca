#pragma once
// Reads .xlsx (ECMA-376) as a stream. Values only: of a formula the value that was saved with it. Understands shared
// and inline strings (many exporters write nothing else), rich text, date formats, both date systems, hidden sheets and
// rows.
#include "core/exchange/xlsxrows.h"

namespace gridbook::exchange {

class XlsxReader final : public SheetReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SheetReader>> open(const QString &path, const SheetLimits &limits);
    ~XlsxReader() override;

    [[nodiscard]] const QList<SheetInfo> &sheets() const override { return m_sheets; }
    [[nodiscard]] Result<SheetInfo> inspect(int sheet) override;
    [[nodiscard]] Done read(int sheet, const RowCallback &row, const Progress &progress) override;

private:
    XlsxReader(std::unique_ptr<ZipArchive> archive, const SheetLimits &limits);
    [[nodiscard]] Done readWorkbook();
    [[nodiscard]] Result<QString> workbookPart() const;
    [[nodiscard]] Done readStyles(const QString &part);
    [[nodiscard]] Done readSharedStrings(const Progress &progress);
    [[nodiscard]] Done readHead(const QString &part, SheetInfo *info) const;
    [[nodiscard]] Result<qint64> lastValue(const QString &part) const;
    [[nodiscard]] Done readMerges(const QString &part, SheetInfo *info) const;

    std::unique_ptr<ZipArchive> m_archive;
    SheetLimits m_limits;
    QList<SheetInfo> m_sheets;
    QStringList m_parts; // of each sheet
    QString m_sharedStringsPart;
    bool m_sharedStringsRead = false;
    XlsxBook m_book;
};

} // namespace gridbook::exchange
