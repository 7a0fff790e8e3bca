#include "core/exchange/ziparchive.h"
#include <QCoreApplication>
#include <QtEndian>
#include <limits>
#include <zip.h>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

namespace {

constexpr qint64 kPiece = 64 << 10;

struct FileSource
{
    QFile *file;
    zip_error_t error;
};

zip_int64_t fileSource(void *state, void *data, zip_uint64_t length, zip_source_cmd_t command)
{
    auto *source = static_cast<FileSource *>(state);
    const auto fail = [source](int code) {
        zip_error_set(&source->error, code, 0);
        return zip_int64_t{-1};
    };
    switch (command) {
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_SUPPORTS, ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK,
                                              ZIP_SOURCE_TELL, -1);
    case ZIP_SOURCE_OPEN:
        return source->file->seek(0) ? 0 : fail(ZIP_ER_SEEK);
    case ZIP_SOURCE_READ: {
        const qint64 count = source->file->read(static_cast<char *>(data), static_cast<qint64>(length));
        return count < 0 ? fail(ZIP_ER_READ) : count;
    }
    case ZIP_SOURCE_CLOSE:
        return 0;
    case ZIP_SOURCE_STAT: {
        auto *stat = static_cast<zip_stat_t *>(data);
        zip_stat_init(stat);
        stat->size = static_cast<zip_uint64_t>(source->file->size());
        stat->valid |= ZIP_STAT_SIZE;
        return sizeof(zip_stat_t);
    }
    case ZIP_SOURCE_SEEK: {
        const zip_int64_t to = zip_source_seek_compute_offset(static_cast<zip_uint64_t>(source->file->pos()),
                                                              static_cast<zip_uint64_t>(source->file->size()), data,
                                                              length, &source->error);
        return to < 0 ? -1 : source->file->seek(to) ? 0 : fail(ZIP_ER_SEEK);
    }
    case ZIP_SOURCE_TELL:
        return source->file->pos();
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&source->error, data, length);
    case ZIP_SOURCE_FREE:
        zip_error_fini(&source->error);
        delete source;
        return 0;
    default:
        return fail(ZIP_ER_OPNOTSUPP);
    }
}

// The library sets aside memory for every entry that the directory claims, before one can ask how many there are; so
// the claim is read here first. Returns the largest claim of any end record (APPNOTE 4.3.14 to 4.3.16).
quint64 claimedEntries(QFile &file)
{
    constexpr qint64 tail = 0xFFFF + 22 + 20;
    file.seek(qMax<qint64>(0, file.size() - tail));
    const QByteArray end = file.read(tail);
    quint64 claim = 0;
    for (qsizetype at = end.indexOf("PK\5\6"); at >= 0; at = end.indexOf("PK\5\6", at + 1)) {
        if (at + 22 > end.size()) {
            break;
        }
        claim = qMax<quint64>(claim, qFromLittleEndian<quint16>(end.constData() + at + 10));
        if (at >= 20 && end.mid(at - 20, 4) == "PK\6\7") {
            const auto where = qFromLittleEndian<quint64>(end.constData() + at - 12);
            if (where < static_cast<quint64>(file.size()) && file.seek(static_cast<qint64>(where))) {
                const QByteArray record = file.read(56);
                if (record.size() == 56 && record.startsWith("PK\6\6")) {
                    claim = qMax(claim, qFromLittleEndian<quint64>(record.constData() + 32));
                }
            }
        }
    }
    return claim;
}

} // namespace

Error damagedSheet(const QString &detail)
{
    return {ErrorKind::Damaged,
            QCoreApplication::translate("SheetReader",
                                        "The spreadsheet is damaged and cannot be read. Open it in the "
                                        "program that made it, save it again as .xlsx and try once more."),
            detail};
}

Error sheetTooLarge(const QString &detail)
{
    return {ErrorKind::Invalid,
            QCoreApplication::translate("SheetReader",
                                        "The spreadsheet is larger than a register can be. Keep only the "
                                        "rows and columns that are needed, or divide it into several files."),
            detail};
}

Error sheetProtected()
{
    return {ErrorKind::Refused,
            QCoreApplication::translate("SheetReader",
                                        "The spreadsheet is protected by a password. Open it, remove the "
                                        "password, save it as .xlsx and try once more."),
            {}};
}

Error sheetCancelled()
{
    return {
        ErrorKind::Cancelled, QCoreApplication::translate("SheetReader", "Reading the spreadsheet was stopped."), {}};
}

ZipEntry::ZipEntry(zip_file *file, qint64 size, qint64 packed, const SheetLimits &limits)
    : m_file(file), m_size(size), m_packed(packed), m_limits(limits)
{}

ZipEntry::~ZipEntry()
{
    zip_fclose(m_file);
}

Result<QByteArray> ZipEntry::read()
{
    QByteArray piece(kPiece, Qt::Uninitialized);
    const zip_int64_t count = zip_fread(m_file, piece.data(), static_cast<zip_uint64_t>(piece.size()));
    if (count < 0) {
        return damagedSheet(QString::fromUtf8(zip_file_strerror(m_file)));
    }
    piece.truncate(static_cast<qsizetype>(count));
    m_done += count;
    if (m_done > m_size) {
        return damagedSheet(u"more data than the directory says"_s);
    }
    if (m_done > m_limits.ratioFrom && m_done / qMax<qint64>(1, m_packed) > m_limits.ratio) {
        return sheetTooLarge(u"unpacks to more than %1 times its size"_s.arg(m_limits.ratio));
    }
    return piece;
}

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(const QString &path, const SheetLimits &limits)
{
    std::unique_ptr<ZipArchive> archive(new ZipArchive(path, limits)); // the constructor is private
    if (!archive->m_file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorKind::Io,
            QCoreApplication::translate("SheetReader", "The file cannot be opened. Is it open in another program?"),
            archive->m_file.errorString()};
    }
    if (claimedEntries(archive->m_file) > static_cast<quint64>(limits.entries)) {
        return sheetTooLarge(u"too many parts"_s);
    }
    zip_error_t error;
    zip_error_init(&error);
    auto *state = new FileSource{&archive->m_file, {}}; // deleted by ZIP_SOURCE_FREE
    zip_error_init(&state->error);
    zip_source_t *source = zip_source_function_create(fileSource, state, &error);
    if (!source) {
        delete state;
        return damagedSheet(QString::fromUtf8(zip_error_strerror(&error)));
    }
    // Without ZIP_CHECKCONS: it refuses the streamed files of common Java exporters, whose local headers say less than
    // the directory. What it would find harmful is bounded by our own limits.
    archive->m_zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!archive->m_zip) {
        zip_source_free(source);
        const QString detail = QString::fromUtf8(zip_error_strerror(&error));
        zip_error_fini(&error);
        return damagedSheet(detail);
    }
    GRIDBOOK_TRY(archive->checkDirectory());
    return archive;
}

ZipArchive::~ZipArchive()
{
    if (m_zip) {
        zip_discard(m_zip);
    }
}

Done ZipArchive::checkDirectory() const
{
    const zip_int64_t count = zip_get_num_entries(m_zip, 0);
    if (count > m_limits.entries) {
        return sheetTooLarge(u"%1 parts"_s.arg(count));
    }
    qint64 total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(m_zip, static_cast<zip_uint64_t>(i), 0, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE)) {
            return damagedSheet(u"part without a size"_s);
        }
        if (stat.size > static_cast<zip_uint64_t>(m_limits.entryBytes)) {
            return sheetTooLarge(u"a part of %1 bytes"_s.arg(stat.size));
        }
        total += static_cast<qint64>(stat.size);
        if (total > m_limits.totalBytes) {
            return sheetTooLarge(u"parts of more than %1 bytes"_s.arg(m_limits.totalBytes));
        }
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE) {
            return sheetProtected();
        }
    }
    return {};
}

bool ZipArchive::contains(const QString &name) const
{
    return zip_name_locate(m_zip, name.toUtf8().constData(), ZIP_FL_NOCASE | ZIP_FL_ENC_UTF_8) >= 0;
}

Result<std::unique_ptr<ZipEntry>> ZipArchive::entry(const QString &name) const
{
    const zip_int64_t index = zip_name_locate(m_zip, name.toUtf8().constData(), ZIP_FL_NOCASE | ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        return damagedSheet(u"part %1 is missing"_s.arg(name));
    }
    zip_stat_t stat;
    if (zip_stat_index(m_zip, static_cast<zip_uint64_t>(index), 0, &stat) != 0) {
        return damagedSheet(u"part %1 cannot be found"_s.arg(name));
    }
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) {
        return damagedSheet(u"part %1 is packed in an unusual way"_s.arg(name));
    }
    if (stat.size > static_cast<zip_uint64_t>(m_limits.ratioFrom) &&
        stat.size / qMax<zip_uint64_t>(1, stat.comp_size) > static_cast<zip_uint64_t>(m_limits.ratio)) {
        return sheetTooLarge(u"part %1 unpacks to more than %2 times its size"_s.arg(name).arg(m_limits.ratio));
    }
    zip_file_t *file = zip_fopen_index(m_zip, static_cast<zip_uint64_t>(index), 0);
    if (!file) {
        return damagedSheet(QString::fromUtf8(zip_strerror(m_zip)));
    }
    return std::make_unique<ZipEntry>(file, static_cast<qint64>(stat.size), static_cast<qint64>(stat.comp_size),
                                      m_limits);
}

} // namespace gridbook::exchange
