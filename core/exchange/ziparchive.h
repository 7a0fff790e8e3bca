#pragma once
// Reading the parts of a zip file (an .xlsx is one) without trusting it: the sizes that the directory claims are
// checked against SheetLimits when the file is opened, and what really comes out is checked again while reading.
#include "core/exchange/sheet.h"
#include <QFile>
#include <QXmlStreamReader>

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

// The tokens of one XML part, pulled piece by piece, with the limits on depth and length; document types and entities
// are refused. Names come without their prefix: the strict and the transitional flavour differ in namespaces only.
class XmlPart
{
public:
    XmlPart(std::unique_ptr<ZipEntry> entry, const SheetLimits &limits);
    // For a piece cut out of a part: its text, put into an element of its own.
    XmlPart(const QByteArray &fragment, const SheetLimits &limits);

    bool next(); // the next start, end or text; false at the end or after an error
    [[nodiscard]] bool isStart() const { return m_xml.isStartElement(); }
    [[nodiscard]] bool isEnd() const { return m_xml.isEndElement(); }
    [[nodiscard]] bool isText() const { return m_xml.isCharacters(); }
    [[nodiscard]] QStringView name() const { return m_name; }
    [[nodiscard]] QStringView text() const { return m_xml.text(); }
    [[nodiscard]] QString attribute(QStringView name) const; // by its name without prefix
    [[nodiscard]] int depth() const { return m_depth; }
    [[nodiscard]] qint64 done() const { return m_entry ? m_entry->done() : 0; }
    [[nodiscard]] qint64 size() const { return m_entry ? m_entry->size() : 0; }
    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    [[nodiscard]] Done result() const { return m_error ? Done(*m_error) : Done(); }

private:
    bool fail(Error error);
    bool feed();
    bool finish();

    std::unique_ptr<ZipEntry> m_entry;
    const SheetLimits &m_limits;
    QXmlStreamReader m_xml;
    std::optional<Error> m_error;
    QStringView m_name;
    int m_depth = 0;
    qint64 m_unanswered = 0; // bytes fed since the last token
};

} // namespace gridbook::exchange
