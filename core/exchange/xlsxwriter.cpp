#include "core/exchange/xlsxwriter.h"
#include "core/base/filepath.h"
#include "core/base/quietstandarderror.h"
#include "core/exchange/xlsxrows.h"
#include <QCalendar>
#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <algorithm>
#include <xlsxwriter.h>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

namespace {

constexpr lxw_color_t kWrongColour = 0xF8CBAD;
constexpr lxw_color_t kWarningColour = 0xFFEB9C;
constexpr lxw_color_t kHeadColour = 0xF2E9DC;

// UTF-8 without the few characters that XML cannot hold even in escaped form. A text that looks like an escape itself
// ("_x000D_") is escaped, or spreadsheet programs would read a line end.
QByteArray utf8(const QString &text)
{
    static const QRegularExpression escape(u"_(?=x[0-9A-Fa-f]{4}_)"_s);
    const auto isLost = [](QChar c) { return c == QChar(0xFFFE) || c == QChar(0xFFFF) || c.isNull(); };
    if (!text.contains(u"_x") && std::none_of(text.begin(), text.end(), isLost)) {
        return text.toUtf8(); // as nearly all
    }
    QString fit = text;
    fit.replace(escape, u"_x005F_"_s);
    fit.removeIf(isLost);
    return fit.toUtf8();
}

int widthOf(const QString &text)
{
    int width = 0;
    for (const QChar c : text) {
        width += c.unicode() < 0x1100 ? 1 : 2;
    }
    return width;
}

Error failed(lxw_error code, const QString &where)
{
    return {ErrorKind::Io,
            QCoreApplication::translate("TableWriter", "The spreadsheet could not be written (%1).").arg(where),
            QString::fromUtf8(lxw_strerror(code))};
}

} // namespace

XlsxWriter::XlsxWriter(QString path, QString temporary) : m_path(std::move(path)), m_temporary(std::move(temporary)) {}

Result<std::unique_ptr<TableWriter>> XlsxWriter::create(const QString &path)
{
    QTemporaryFile place(workFolder(path) + u"/~gridbook-XXXXXX.tmp");
    place.setAutoRemove(false);
    if (!place.open()) {
        return cannotWrite(path, place.errorString());
    }
    const QString temporary = place.fileName();
    place.close();
    std::unique_ptr<XlsxWriter> writer(new XlsxWriter(path, temporary)); // the constructor is private
    QByteArray folder =
        QFile::encodeName(QDir::tempPath()); // otherwise the library tries the root of the drive on Windows
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    writer->m_workbook = workbook_new_opt(temporary.toUtf8().constData(), &options);
    if (!writer->m_workbook) {
        return cannotWrite(path, u"no workbook"_s);
    }
    return std::unique_ptr<TableWriter>(std::move(writer));
}

XlsxWriter::~XlsxWriter()
{
    if (m_workbook) {
        lxw_workbook_free(m_workbook);
    }
    QFile::remove(m_temporary);
}

lxw_format *XlsxWriter::format(Look look, CellMark mark)
{
    lxw_format *&format = m_formats[static_cast<int>(look) * 8 + static_cast<int>(mark)];
    if (format) {
        return format;
    }
    format = workbook_add_format(m_workbook);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (look == Look::Title) {
        format_set_bold(format);
        format_set_font_size(format, 16);
        format_set_align(format, LXW_ALIGN_CENTER);
        return format;
    }
    format_set_border(format, LXW_BORDER_THIN);
    switch (look) {
    case Look::Head:
        format_set_bold(format);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_CENTER);
        format_set_bg_color(format, kHeadColour);
        break;
    case Look::Text:
        format_set_num_format_index(format, 49); // "@": what one types into the cell later stays text, too
        break;
    case Look::Number:
        format_set_align(format, LXW_ALIGN_RIGHT);
        break;
    case Look::Date:
        format_set_num_format(format, "yyyy-mm-dd");
        format_set_align(format, LXW_ALIGN_CENTER);
        break;
    case Look::Title:
        break;
    }
    if (mark != CellMark::None) {
        format_set_bg_color(format, mark == CellMark::Wrong ? kWrongColour : kWarningColour);
    }
    return format;
}

QString XlsxWriter::fitName(const QString &wanted)
{
    QString base = wanted;
    base.removeIf([](QChar c) { return QStringView(u"[]:*?/\\").contains(c) || c < u' '; });
    while (base.startsWith(u'\'') || base.startsWith(u' ')) {
        base.remove(0, 1);
    }
    base.truncate(31);
    while (base.endsWith(u'\'') || base.endsWith(u' ') || (!base.isEmpty() && base.back().isHighSurrogate())) {
        base.chop(1);
    }
    base = base.isEmpty() ? u"Sheet"_s : base;
    QString name = base;
    for (int number = 2; m_names.contains(name.toLower()); ++number) {
        const QString suffix = u"(%1)"_s.arg(number);
        name = base.left(31 - suffix.size()) + suffix;
    }
    m_names.insert(name.toLower());
    return name;
}

Done XlsxWriter::beginSheet(const TableSheet &sheet)
{
    endSheet();
    const QString name = fitName(sheet.name);
    m_worksheet = workbook_add_worksheet(m_workbook, utf8(name).constData());
    if (!m_worksheet) {
        return failed(LXW_ERROR_MEMORY_MALLOC_FAILED, name);
    }
    m_columns = sheet.columns;
    m_row = 0;
    const auto columns = static_cast<lxw_col_t>(sheet.columns.size());
    for (lxw_col_t i = 0; i < columns; ++i) {
        const TableColumn &column = sheet.columns[i];
        const int width = column.width > 0 ? column.width : std::clamp(widthOf(column.heading) + 2, 6, 40);
        worksheet_set_column(m_worksheet, i, i, width, nullptr);
    }
    if (!sheet.title.isEmpty() && columns > 0) {
        worksheet_set_row(m_worksheet, 0, 28, nullptr);
        const QByteArray title = utf8(sheet.title);
        const lxw_error code = columns > 1
                                   ? worksheet_merge_range(m_worksheet, 0, 0, 0, static_cast<lxw_col_t>(columns - 1),
                                                           title.constData(), format(Look::Title))
                                   : worksheet_write_string(m_worksheet, 0, 0, title.constData(), format(Look::Title));
        if (code != LXW_NO_ERROR) {
            return failed(code, sheet.title);
        }
        ++m_row;
    }
    for (lxw_col_t i = 0; i < columns; ++i) {
        const QByteArray heading = utf8(sheet.columns[i].heading);
        if (const lxw_error code =
                worksheet_write_string(m_worksheet, m_row, i, heading.constData(), format(Look::Head));
            code != LXW_NO_ERROR) {
            return failed(code, sheet.columns[i].heading);
        }
    }
    worksheet_repeat_rows(m_worksheet, m_row, m_row);
    m_firstData = ++m_row;
    worksheet_freeze_panes(m_worksheet, m_firstData,
                           static_cast<lxw_col_t>(qBound(0, sheet.frozenColumns, int{columns})));
    worksheet_set_paper(m_worksheet, 9); // A4
    if (sheet.landscape) {
        worksheet_set_landscape(m_worksheet);
    }
    worksheet_fit_to_pages(m_worksheet, 1, 0);
    worksheet_set_footer(m_worksheet, utf8(u"&C第 &P 页 共 &N 页"_s).constData());
    return {};
}

// Lists too long for a cell's own list stand side by side on a hidden sheet.
QByteArray XlsxWriter::placeOfList(const QStringList &choices)
{
    if (m_listSheet.isEmpty()) {
        m_listSheet = fitName(u"选项"_s);
    }
    qsizetype place = m_lists.indexOf(choices);
    if (place < 0) {
        place = m_lists.size();
        m_lists.append(choices);
    }
    const QString column = columnName(static_cast<int>(place));
    return utf8(u"='%1'!$%2$1:$%2$%3"_s.arg(m_listSheet, column).arg(choices.size()));
}

Done XlsxWriter::writeLists()
{
    if (m_lists.isEmpty()) {
        return {};
    }
    lxw_worksheet *sheet = workbook_add_worksheet(m_workbook, utf8(m_listSheet).constData());
    if (!sheet) {
        return failed(LXW_ERROR_MEMORY_MALLOC_FAILED, m_listSheet);
    }
    qsizetype longest = 0;
    for (const QStringList &list : std::as_const(m_lists)) {
        longest = qMax(longest, list.size());
    }
    for (qsizetype row = 0; row < longest; ++row) { // row by row: earlier ones are already on the disk
        for (qsizetype column = 0; column < m_lists.size(); ++column) {
            const QString choice = m_lists.at(column).value(row);
            const lxw_error code = choice.isEmpty() ? LXW_NO_ERROR
                                                    : worksheet_write_string(sheet, static_cast<lxw_row_t>(row),
                                                                             static_cast<lxw_col_t>(column),
                                                                             utf8(choice).constData(), nullptr);
            if (code != LXW_NO_ERROR) {
                return failed(code, choice);
            }
        }
    }
    worksheet_hide(sheet);
    return {};
}

void XlsxWriter::endSheet()
{
    for (qsizetype i = 0; m_worksheet && i < m_columns.size(); ++i) {
        if (m_columns[i].choices.isEmpty()) {
            continue;
        }
        QByteArrayList choices;
        qsizetype length = 0;
        bool comma = false;
        for (const QString &choice : std::as_const(m_columns[i].choices)) {
            choices.append(utf8(choice));
            length += choices.last().size() + 1; // the library's buffer counts bytes, though Excel counts characters
            comma = comma || choice.contains(u',');
        }
        QList<char *> list;
        for (QByteArray &choice : choices) {
            list.append(choice.data());
        }
        list.append(nullptr);
        lxw_data_validation validation{};
        QByteArray formula;
        if (length <= 255 && !comma) {
            validation.validate = LXW_VALIDATION_TYPE_LIST;
            validation.value_list = list.data();
        } else {
            formula = placeOfList(m_columns[i].choices);
            validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
            validation.value_formula = formula.data();
        }
        validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING; // real registers hold more than any list
        // Some rows beyond the last, for those who fill in a form.
        worksheet_data_validation_range(m_worksheet, m_firstData, static_cast<lxw_col_t>(i),
                                        qMin<lxw_row_t>(m_row + 1000, LXW_ROW_MAX - 1), static_cast<lxw_col_t>(i),
                                        &validation);
    }
    m_worksheet = nullptr;
}

Done XlsxWriter::writeCell(int column, const OutCell &out)
{
    const auto at = static_cast<lxw_col_t>(column);
    const Cell &cell = out.cell;
    lxw_error code = LXW_NO_ERROR;
    // A date of which only the month is known would gain a first day as a real date.
    const auto day = cell.kind == CellKind::Date && cell.text.size() == 10
                         ? QCalendar(QCalendar::System::Gregorian).partsFromDate(cell.date.date())
                         : QCalendar::YearMonthDay();
    const ColumnKind kind = column < m_columns.size() ? m_columns[column].kind : ColumnKind::Text;
    if (cell.kind == CellKind::Number) {
        code = worksheet_write_number(m_worksheet, m_row, at, cell.number, format(Look::Number, out.mark));
    } else if (day.isValid() && day.year >= 1900) {
        lxw_datetime moment{day.year, day.month, day.day, 0, 0, 0};
        code = worksheet_write_datetime(m_worksheet, m_row, at, &moment, format(Look::Date, out.mark));
    } else {
        const Look look = cell.kind == CellKind::Date || kind == ColumnKind::Date ? Look::Text
                          : kind == ColumnKind::Number && cell.isEmpty()          ? Look::Number
                                                                                  : Look::Text;
        code = cell.text.isEmpty() ? worksheet_write_blank(m_worksheet, m_row, at, format(look, out.mark))
                                   : worksheet_write_string(m_worksheet, m_row, at, utf8(cell.text).constData(),
                                                            format(look, out.mark));
    }
    if (code == LXW_NO_ERROR && !out.comment.isEmpty()) {
        code = worksheet_write_comment(m_worksheet, m_row, at, utf8(out.comment.left(8000)).constData());
    }
    if (code == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED) {
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate("TableWriter",
                                                 "The text in row %1, column %2 is longer than a spreadsheet "
                                                 "can hold (32,767 characters).")
                         .arg(m_row + 1)
                         .arg(columnName(column)),
                     {}};
    }
    return code == LXW_NO_ERROR ? Done() : Done(failed(code, columnName(column) + QString::number(m_row + 1)));
}

Done XlsxWriter::addRow(const OutRow &row)
{
    if (!m_worksheet) {
        return Error{
            ErrorKind::Internal, QCoreApplication::translate("TableWriter", "There is no sheet to write to."), {}};
    }
    if (m_row >= LXW_ROW_MAX) {
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate("TableWriter",
                                                 "A sheet holds 1,048,576 rows. Choose fewer rows, or write "
                                                 "them as .csv."),
                     {}};
    }
    const int columns = static_cast<int>(qMax(row.size(), m_columns.size()));
    const OutCell empty; // where the row ends before the columns
    for (int i = 0; i < columns; ++i) {
        GRIDBOOK_TRY(writeCell(i, i < row.size() ? row.at(i) : empty));
    }
    ++m_row;
    return {};
}

Done XlsxWriter::finish()
{
    if (!m_workbook) {
        return Error{
            ErrorKind::Internal, QCoreApplication::translate("TableWriter", "There is no sheet to write to."), {}};
    }
    endSheet();
    GRIDBOOK_TRY(writeLists());
    const lxw_error code = [this] {
        const QuietStandardError quiet;
        return workbook_close(std::exchange(m_workbook, nullptr));
    }();
    if (code != LXW_NO_ERROR) {
        return cannotWrite(m_path, QString::fromUtf8(lxw_strerror(code)));
    }
    GRIDBOOK_TRY(checkTarget(m_path));
    const QString problem = replaceFile(m_temporary, m_path);
    return problem.isEmpty() ? Done() : Done(cannotWrite(m_path, problem));
}

} // namespace gridbook::exchange
