#include "core/exchange/csvreader.h"
#include "core/exchange/xlsxreader.h"
#include "core/exchange/ziparchive.h"
#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

namespace {

// The names of the streams in a compound file are UTF-16.
bool containsName(const QByteArray &bytes, QStringView name)
{
    return bytes.contains(QByteArray(reinterpret_cast<const char *>(name.utf16()), name.size() * 2));
}

Error oldWorkbook()
{
    return {ErrorKind::Refused,
            QCoreApplication::translate("SheetReader",
                                        "This is a workbook in the old .xls format. Open it in Excel or WPS, "
                                        "save it as .xlsx and choose the new file."),
            {}};
}

Error compoundFile(QFile &file)
{
    file.seek(0);
    const QByteArray bytes = file.read(16 << 20);
    if (containsName(bytes, u"EncryptedPackage")) {
        return sheetProtected();
    }
    if (containsName(bytes, u"Workbook") || containsName(bytes, u"Book")) {
        return oldWorkbook();
    }
    return {ErrorKind::Invalid,
            QCoreApplication::translate("SheetReader",
                                        "This file is not a table. Please choose a spreadsheet (.xlsx) or a "
                                        "text table (.csv)."),
            u"a compound file without a workbook"_s};
}

// Files that programs name .xls or .xlsx although they are none; nullopt if it may be a text table.
std::optional<Error> strangeFile(const QByteArray &start)
{
    for (const QByteArrayView old : {QByteArrayView("\x09\x08"), QByteArrayView("\x09\x00\x04\x00", 4),
                                     QByteArrayView("\x09\x02\x06\x00", 4), QByteArrayView("\x09\x04\x06\x00", 4)}) {
        if (start.startsWith(old)) {
            return oldWorkbook();
        }
    }
    const QByteArray text = start.trimmed().toLower();
    if (text.startsWith("<html") || text.startsWith("<!doctype html") || text.startsWith("<table") ||
        text.contains("<html") || text.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
        return Error{ErrorKind::Refused,
                     QCoreApplication::translate("SheetReader",
                                                 "This is a web page or XML table that only carries the name "
                                                 "of a spreadsheet, as many systems export it. Open it in "
                                                 "Excel or WPS, save it as .xlsx and choose the new file."),
                     {}};
    }
    for (const QByteArrayView other :
         {QByteArrayView("%PDF"), QByteArrayView("\x89PNG"), QByteArrayView("\xFF\xD8\xFF"), QByteArrayView("GIF8"),
          QByteArrayView("{\\rtf"), QByteArrayView("Rar!"), QByteArrayView("7z\xBC\xAF"), QByteArrayView("\x1F\x8B"),
          QByteArrayView("SQLite format 3")}) {
        if (start.startsWith(other)) {
            return Error{ErrorKind::Invalid,
                         QCoreApplication::translate("SheetReader",
                                                     "This file is not a table. Please choose a spreadsheet "
                                                     "(.xlsx) or a text table (.csv)."),
                         u"begins with %1"_s.arg(QString::fromLatin1(other.toByteArray().toHex()))};
        }
    }
    return std::nullopt;
}

} // namespace

Result<std::unique_ptr<SheetReader>> openSheets(const QString &path, const OpenOptions &options)
{
    QFile file(path);
    if (!QFileInfo::exists(path)) {
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("SheetReader", "There is no such file (any more)."), path};
    }
    if (!QFileInfo(path).isFile()) {
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("SheetReader", "This is a folder. Choose a file in it."), path};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorKind::Io,
            QCoreApplication::translate("SheetReader", "The file cannot be opened. Is it open in another program?"),
            file.errorString()};
    }
    if (file.size() == 0) {
        return Error{ErrorKind::Invalid, QCoreApplication::translate("SheetReader", "The file is empty."), {}};
    }
    if (file.size() > options.limits.fileBytes) {
        return sheetTooLarge(u"%1 bytes"_s.arg(file.size()));
    }
    const QByteArray start = file.peek(2048);
    if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
        file.close();
        return XlsxReader::open(path, options.limits);
    }
    if (start.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        return compoundFile(file);
    }
    if (const std::optional<Error> strange = strangeFile(start)) {
        return *strange;
    }
    file.close();
    return CsvReader::open(path, options);
}

} // namespace gridbook::exchange
