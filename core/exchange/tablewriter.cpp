#include "core/exchange/tablewriter.h"
#include "core/exchange/csvwriter.h"
#include "core/exchange/xlsxwriter.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

Done TableWriter::addRow(const Row &row)
{
    OutRow out;
    out.reserve(row.size());
    for (const Cell &cell : row) {
        out.append({.cell = cell});
    }
    return addRow(out);
}

TableFormat formatOfName(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == u"csv" || suffix == u"txt" ? TableFormat::Csv : TableFormat::Xlsx;
}

Result<TableFormat> checkedFormat(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"xlsx" || suffix == u"csv" || suffix == u"txt") {
        return formatOfName(path);
    }
    return Error{ErrorKind::Invalid,
                 QCoreApplication::translate("TableWriter", "“%1”: tables are written as .xlsx or .csv. Give the file "
                                                            "one of these endings.")
                     .arg(QFileInfo(path).fileName()),
                 path};
}

Result<std::unique_ptr<TableWriter>> createTable(const QString &path, TableFormat format)
{
    GRIDBOOK_TRY(checkTarget(path));
    return format == TableFormat::Csv ? CsvWriter::create(path) : XlsxWriter::create(path);
}

Error cannotWrite(const QString &path, const QString &detail)
{
    return {ErrorKind::Io,
            QCoreApplication::translate("TableWriter",
                                        "“%1” cannot be written. If it is open in another program, close it "
                                        "there; otherwise choose another name or folder.")
                .arg(QFileInfo(path).fileName()),
            detail};
}

Done checkTarget(const QString &path)
{
    const QFileInfo target(path);
    if (!target.absoluteDir().exists()) {
        return Error{
            ErrorKind::NotFound,
            QCoreApplication::translate("TableWriter", "The folder “%1” is no longer there. Choose another one.")
                .arg(QDir::toNativeSeparators(target.absolutePath())),
            {}};
    }
    if (target.isDir()) {
        return cannotWrite(path, u"it is a folder"_s);
    }
    // A file that somebody made read-only is meant to stay, although renaming over it would succeed on some systems.
    constexpr QFileDevice::Permissions writers =
        QFileDevice::WriteOwner | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    if (target.exists() && !(target.permissions() & writers)) {
        return cannotWrite(path, u"it is read-only"_s);
    }
    return {};
}

} // namespace gridbook::exchange
