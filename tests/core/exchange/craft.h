#pragma once
// Spreadsheets made by hand, part by part, so that a test can hold every sort of file that other programs write.
#include "core/exchange/sheet.h"
#include <QFile>
#include <zip.h>

namespace gridbook::testing {

using Parts = QList<std::pair<QString, QByteArray>>;

inline bool writeZip(const QString &path, const Parts &parts, const QByteArray &password = {})
{
    int code = 0;
    zip_t *archive = zip_open(path.toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!archive) {
        return false;
    }
    // A libzip without a library for ciphers, as the one for Windows, still has the oldest one.
    const zip_uint16_t cipher =
        zip_encryption_method_supported(ZIP_EM_AES_256, 1) != 0 ? ZIP_EM_AES_256 : ZIP_EM_TRAD_PKWARE;
    for (const auto &[name, bytes] : parts) {
        zip_source_t *source =
            zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
        const zip_int64_t index = zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
        if (index >= 0 && !password.isEmpty()) {
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), cipher, password.constData());
        }
    }
    return zip_close(archive) == 0;
}

inline bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray readBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Workbook
{
    QByteArray rows;          // the inside of <sheetData>
    QByteArray before;        // before it: <cols>, <dimension>
    QByteArray after;         // behind it: <mergeCells>
    QByteArray sharedStrings; // <si> elements
    QByteArray formats;       // <numFmt> elements
    QByteArray cellFormats;   // <xf> elements
    QByteArray properties;    // <workbookPr>
    QByteArray sheets = R"(<sheet name="名册" sheetId="1" r:id="rId1"/>)";
    QByteArray sheetFile; // instead of all the rows

    [[nodiscard]] Parts parts() const
    {
        const QByteArray main = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
        const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const QByteArray package = R"(xmlns="http://schemas.openxmlformats.org/package/2006/relationships")";
        const QByteArray xml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
        const QByteArray sheet = sheetFile.isEmpty() ? xml + "<worksheet " + main + ">" + before + "<sheetData>" +
                                                           rows + "</sheetData>" + after + "</worksheet>"
                                                     : sheetFile;
        return {
            {QStringLiteral("[Content_Types].xml"), xml + "<Types/>"},
            {QStringLiteral("_rels/.rels"), xml + "<Relationships " + package + R"(><Relationship Id="rId1" Type=")" +
                                                office +
                                                R"(/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
            {QStringLiteral("xl/workbook.xml"), xml + "<workbook " + main + R"( xmlns:r=")" + office + R"(">)" +
                                                    properties + "<sheets>" + sheets + "</sheets></workbook>"},
            {QStringLiteral("xl/_rels/workbook.xml.rels"),
             xml + "<Relationships " + package + R"(><Relationship Id="rId1" Type=")" + office +
                 R"(/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type=")" + office +
                 R"(/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type=")" + office +
                 R"(/styles" Target="styles.xml"/><Relationship Id="rId4" Type=")" + office +
                 R"(/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>)"},
            {QStringLiteral("xl/worksheets/sheet1.xml"), sheet},
            {QStringLiteral("xl/sharedStrings.xml"), xml + "<sst " + main + ">" + sharedStrings + "</sst>"},
            {QStringLiteral("xl/styles.xml"), xml + "<styleSheet " + main + "><numFmts>" + formats +
                                                  "</numFmts><cellXfs>" + cellFormats + "</cellXfs></styleSheet>"},
        };
    }
};

struct ReadBack
{
    Done result;
    QList<exchange::SheetRow> rows;
    QString text; // cells by |, rows by line
};

inline ReadBack readAll(exchange::SheetReader &reader, int sheet = 0)
{
    ReadBack back;
    back.result = reader.read(sheet, [&back](const exchange::SheetRow &row) {
        back.rows.append(row);
        QStringList cells;
        for (const exchange::Cell &cell : row.cells) {
            cells.append(cell.text);
        }
        back.text += QString::number(row.number) + u": " + cells.join(u'|') + u'\n';
        return true;
    });
    return back;
}

} // namespace gridbook::testing
