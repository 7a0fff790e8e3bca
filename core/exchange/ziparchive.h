#pragma once
// Reading the parts of a zip file (an .xlsx is one) without trusting it: the sizes that the directory claims are
// checked against SheetLimits when the file is opened, and what really comes out is checked again while reading.
#include "core/exchange/sheet.h"
#include <QFile>

struct zip;
struct zip_file;

namespace gridbook::exchange {

// The errors that several readers share, so that they say the same words.
[[nodiscard]] Error damagedSheet(const QString &detail);
[[nodiscard]] Error sheetTooLarge(const QString &detail);
[[nodiscard]] Error sheetProtected();
[[nodiscard]] Error sheetCancelled();

class ZipEntry
{
public:
    ZipEntry(zip_file *file, qint64 size, qint64 packed, const SheetLimits &limits);
    ~ZipEntry();
    ZipEntry(const ZipEntry &) = delete;
    ZipEntry &operator=(const ZipEntry &) = delete;

    // The next piece; empty at the end, where the checksum has been verified.
    [[nodiscard]] Result<QByteArray> read();
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] qint64 done() const { return m_done; }

private:
    zip_file *m_file;
    qint64 m_size;
    qint64 m_packed;
    qint64 m_done = 0;
    const SheetLimits &m_limits;
};

class ZipArchive
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ZipArchive>> open(const QString &path, const SheetLimits &limits);
    ~ZipArchive();
    ZipArchive(const ZipArchive &) = delete;
    ZipArchive &operator=(const ZipArchive &) = delete;

    [[nodiscard]] bool contains(const QString &name) const;
    [[nodiscard]] Result<std::unique_ptr<ZipEntry>> entry(const QString &name) const;

private:
    explicit ZipArchive(const QString &path, const SheetLimits &limits) : m_file(path), m_limits(limits) {}
    [[nodiscard]] Done checkDirectory() const;

    QFile m_file; // given to the zip library as a source: its own opening of paths is not safe for Chinese names on
                  // Windows
    zip *m_zip = nullptr;
    SheetLimits m_limits;
};

} // namespace gridbook::exchange
