#include "core/demo/messysheet.h"
#include "core/base/filepath.h"
#include "core/exchange/gb18030.h"
#include "core/exchange/tablewriter.h"
#include <QDir>
#include <QTemporaryFile>
#include <xlsxwriter.h>

namespace gridbook::demo {

using namespace Qt::StringLiterals;

MessySheet::MessySheet(QString path) : m_path(std::move(path))
{
    QTemporaryFile place(workFolder(m_path) + u"/~gridbook-XXXXXX.tmp"_qs);
    place.setAutoRemove(false);
    if (!place.open()) {
        return;
    }
    m_temporary = place.fileName();
    place.close();
    QByteArray folder = QFile::encodeName(QDir::tempPath());
    lxw_workbook_options options{};
    options.tmpdir = folder.data();
    m_workbook = workbook_new_opt(m_temporary.toUtf8().constData(), &options);
    if (m_workbook != nullptr) {
        lxw_doc_properties properties{};
        properties.created = 1'790'755'200; // 2026-09-30, so that the same file comes out each time
        workbook_set_properties(m_workbook, &properties);
        m_date = workbook_add_format(m_workbook);
        format_set_num_format(m_date, "yyyy/m/d");
        m_centred = workbook_add_format(m_workbook);
        format_set_align(m_centred, LXW_ALIGN_CENTER);
        format_set_align(m_centred, LXW_ALIGN_VERTICAL_CENTER);
    }
}

MessySheet::~MessySheet()
{
    if (m_workbook != nullptr) {
        lxw_workbook_free(m_workbook);
    }
    if (!m_temporary.isEmpty()) {
        QFile::remove(m_temporary);
    }
}

void MessySheet::beginSheet(const QString &name)
{
    m_sheet = m_workbook == nullptr ? nullptr : workbook_add_worksheet(m_workbook, name.toUtf8().constData());
    m_row = 0;
}

void MessySheet::write(int column, const exchange::Cell &cell)
{
    const auto at = lxw_col_t(column);
    if (cell.kind == exchange::CellKind::Number) {
        worksheet_write_number(m_sheet, m_row, at, cell.number, nullptr);
    } else if (cell.kind == exchange::CellKind::Date) {
        const QDate day = cell.date.date();
        lxw_datetime date{};
        date.year = day.year();
        date.month = day.month();
        date.day = day.day();
        worksheet_write_datetime(m_sheet, m_row, at, &date, m_date);
    } else if (!cell.isEmpty()) {
        worksheet_write_string(m_sheet, m_row, at, cell.text.toUtf8().constData(), nullptr);
    }
}

void MessySheet::addRow(const exchange::Row &cells)
{
    for (int column = 0; m_sheet != nullptr && column < int(cells.size()); ++column) {
        write(column, cells.at(column));
    }
    ++m_row;
}

void MessySheet::merge(int firstColumn, int lastColumn, int rows, const QString &text)
{
    if (m_sheet == nullptr) {
        return;
    }
    if (firstColumn == lastColumn && rows == 1) {
        worksheet_write_string(m_sheet, m_row, lxw_col_t(firstColumn), text.toUtf8().constData(), m_centred);
        return;
    }
    worksheet_merge_range(m_sheet, m_row, lxw_col_t(firstColumn), m_row + lxw_row_t(rows) - 1, lxw_col_t(lastColumn),
                          text.toUtf8().constData(), m_centred);
}

Done MessySheet::finish()
{
    if (m_workbook == nullptr || m_sheet == nullptr) {
        return exchange::cannotWrite(m_path, u"no workbook"_qs);
    }
    const lxw_error code = workbook_close(std::exchange(m_workbook, nullptr));
    if (code != LXW_NO_ERROR) {
        return exchange::cannotWrite(m_path, QString::fromUtf8(lxw_strerror(code)));
    }
    QFile::remove(m_path);
    if (!QFile::rename(m_temporary, m_path)) {
        return exchange::cannotWrite(m_path, m_temporary);
    }
    m_temporary.clear();
    return {};
}

namespace {

// The house reads GB 18030 and need not write it, so the table of the reader is turned round here.
QHash<char32_t, QByteArray> twoByteCodes()
{
    QHash<char32_t, QByteArray> codes;
    for (int lead = 0x81; lead <= 0xfe; ++lead) {
        for (int trail = 0x40; trail <= 0xfe; ++trail) {
            QByteArray bytes;
            bytes.append(char(lead)).append(char(trail));
            const auto text = exchange::decodeGb18030(bytes);
            if (text && text->toUcs4().size() == 1) {
                codes.insert(text->toUcs4().first(), bytes);
            }
        }
    }
    return codes;
}

QByteArray fourBytes(quint32 linear)
{
    QByteArray bytes;
    bytes.append(char(0x81 + linear / 12'600)).append(char(0x30 + linear / 1'260 % 10));
    return bytes.append(char(0x81 + linear / 10 % 126)).append(char(0x30 + linear % 10));
}

// The basic plane's four-byte codes follow no formula: tried in turn.
QByteArray fourByteCode(char32_t character)
{
    if (character >= 0x10000) {
        return fourBytes(189'000 + quint32(character) - 0x10000);
    }
    for (quint32 linear = 0; linear < 39'420; ++linear) {
        const QByteArray bytes = fourBytes(linear);
        const auto text = exchange::decodeGb18030(bytes);
        if (text && text->size() == 1 && text->front().unicode() == character) {
            return bytes;
        }
    }
    return "?";
}

} // namespace

exchange::TableSheet textTable(const QString &name, const QString &title, const QStringList &headings)
{
    exchange::TableSheet sheet{.name = name, .title = title, .columns = {}};
    for (const QString &heading : headings) {
        sheet.columns.append({.heading = heading, .kind = exchange::ColumnKind::Text, .width = 0, .choices = {}});
    }
    return sheet;
}

QByteArray toGb18030(const QString &text)
{
    QHash<char32_t, QByteArray> codes = twoByteCodes();
    QByteArray bytes;
    for (const char32_t character : text.toUcs4()) {
        if (character < 0x80) {
            bytes.append(char(character));
            continue;
        }
        auto it = codes.constFind(character);
        if (it == codes.cend()) {
            it = codes.insert(character, fourByteCode(character));
        }
        bytes.append(*it);
    }
    return bytes;
}

} // namespace gridbook::demo
