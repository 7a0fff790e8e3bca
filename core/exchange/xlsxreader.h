#pragma once
// Reads .xlsx (ECMA-376) as a stream. Values only: of a formula the value that was saved with it. Understands shared
// and inline strings (many exporters write nothing else), rich text, date formats, both date systems, hidden sheets and
// rows.
#include "core/exchange/numberformat.h"
#include "core/exchange/sheet.h"

namespace gridbook::exchange {

class XmlPart;
class ZipArchive;

class XlsxReader final : public SheetReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SheetReader>> open(const QString &path, const SheetLimits &limits);
    ~XlsxReader() override;

    [[nodiscard]] const QList<SheetInfo> &sheets() const override { return m_sheets; }
    [[nodiscard]] Result<SheetInfo> inspect(int sheet) override;
    [[nodiscard]] Done read(int sheet, const RowCallback &row, const Progress &progress) override;

private:
    friend class XlsxRows;
    XlsxReader(std::unique_ptr<ZipArchive> archive, const SheetLimits &limits);
    [[nodiscard]] Done readWorkbook();
    [[nodiscard]] Result<QString> workbookPart() const;
    [[nodiscard]] Done readStyles(const QString &part);
    [[nodiscard]] Done readSharedStrings(const Progress &progress);
    [[nodiscard]] Done readHead(const QString &part, SheetInfo *info) const;
    [[nodiscard]] Done readMerges(const QString &part, SheetInfo *info) const;
    [[nodiscard]] std::optional<QString> sharedString(qsizetype index) const;

    std::unique_ptr<ZipArchive> m_archive;
    SheetLimits m_limits;
    QList<SheetInfo> m_sheets;
    QStringList m_parts; // of each sheet
    QString m_sharedStringsPart;
    bool m_sharedStringsRead = false;
    QString m_sharedText; // all shared strings in one piece: a million small strings would cost four times the memory
    QList<qsizetype> m_sharedEnds;
    QList<NumberFormat> m_styles; // of each cell format
    bool m_since1904 = false;
};

// "AB12" to row 12 (from 1), column 27 (from 0); false if it is no cell within the limits.
[[nodiscard]] bool parseCellName(QStringView name, const SheetLimits &limits, int *row, int *column);
// "AB" for column 27.
[[nodiscard]] QString columnName(int column);

} // namespace gridbook::exchange
