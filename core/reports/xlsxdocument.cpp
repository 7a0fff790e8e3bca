#include "core/reports/xlsxdocument.h"
#include "core/base/filepath.h"
#include "core/base/quietstandarderror.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <QUuid>
#include <xlsxwriter.h>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMmPerInch = 25.4;

// Excel counts widths in characters of 7 pixels plus 5 pixels of padding.
double characters(double mm)
{
    return qMax(1.0, (mm * 96 / kMmPerInch - 5) / 7);
}

struct Look
{
    bool head = false;
    bool bold = false;
    bool strike = false;
    bool border = false;
    Align align = Align::Left;
    VerticalAlign vertical = VerticalAlign::Middle;
    double size = 10.5;
    QString number = {};

    [[nodiscard]] QString key() const
    {
        return u"%1 %2 %3 %4 %5 %6 %7 %8"_qs.arg(head)
            .arg(bold)
            .arg(strike)
            .arg(border)
            .arg(int(align))
            .arg(int(vertical))
            .arg(size)
            .arg(number);
    }
};

// A day that spreadsheets know: theirs begin in 1900, what lies before stays text.
bool isDay(const Cell &cell)
{
    return cell.date.isValid() && cell.date.year() >= 1900;
}

class Writer
{
public:
    Writer(lxw_workbook *book, const Document &document) : m_book(book), m_document(document) {}

    void write()
    {
        for (const Section &section : m_document.sections) {
            writeSection(section);
        }
        if (m_names.isEmpty()) {
            beginSheet(m_document.title, m_document.page);
        }
    }

private:
    lxw_format *format(const Look &look)
    {
        lxw_format *&made = m_formats[look.key()];
        if (made) {
            return made;
        }
        made = workbook_add_format(m_book);
        format_set_font_name(made, look.head ? "黑体" : "宋体");
        format_set_font_size(made, look.size);
        format_set_text_wrap(made);
        constexpr uint8_t across[] = {LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
        constexpr uint8_t down[] = {LXW_ALIGN_VERTICAL_TOP, LXW_ALIGN_VERTICAL_CENTER, LXW_ALIGN_VERTICAL_BOTTOM};
        format_set_align(made, across[static_cast<int>(look.align)]);
        format_set_align(made, down[static_cast<int>(look.vertical)]);
        if (look.bold) {
            format_set_bold(made);
        }
        if (look.strike) {
            format_set_font_strikeout(made);
        }
        if (look.border) {
            format_set_border(made, LXW_BORDER_THIN);
        }
        if (!look.number.isEmpty()) {
            format_set_num_format(made, look.number.toUtf8().constData());
        }
        return made;
    }

    // At most 31 characters, none of []:*?/\, no quote at an end, no name twice (Excel's rules).
    QString sheetName(const QString &wish)
    {
        QString base;
        for (const QChar c : wish) {
            base += u"[]:*?/\\"_qs.contains(c) || c < u' ' ? u' ' : c;
        }
        base = base.simplified().left(28);
        while (base.startsWith(u'\'')) {
            base.remove(0, 1);
        }
        while (base.endsWith(u'\'') || (!base.isEmpty() && base.back().isHighSurrogate())) {
            base.chop(1);
        }
        if (base.isEmpty()) {
            base = u"表"_qs;
        }
        QString name = base;
        for (int i = 2; m_names.contains(name.toLower()); ++i) {
            name = base + QString::number(i);
        }
        m_names.insert(name.toLower());
        return name;
    }

    void beginSheet(const QString &wish, const PageSetup &page)
    {
        m_name = sheetName(wish);
        m_sheet = workbook_add_worksheet(m_book, m_name.toUtf8().constData());
        m_row = 0;
        const uint8_t paper = page.paper == Paper::A3 ? 8 : page.paper == Paper::A5 ? 11 : 9;
        worksheet_set_paper(m_sheet, paper);
        if (page.orientation == Orientation::Landscape) {
            worksheet_set_landscape(m_sheet);
        }
        worksheet_set_margins(m_sheet, page.left / kMmPerInch, page.right / kMmPerInch, page.top / kMmPerInch,
                              page.bottom / kMmPerInch);
        worksheet_fit_to_pages(m_sheet, 1, 0);
        worksheet_center_horizontally(m_sheet);
        if (page.numbering == Numbering::Official) {
            worksheet_set_footer(m_sheet, "&C— &P —");
        } else if (page.numbering == Numbering::Book) {
            worksheet_set_footer(m_sheet, "&C第 &P 页  共 &N 页");
        }
        if (!m_document.mark.isEmpty()) {
            QString mark = m_document.mark;
            mark.replace(u'&', u"&&"_qs);
            worksheet_set_header(m_sheet, QString(u"&L"_qs + mark).toUtf8().constData());
        }
    }

    // text in columns from..to of the next row
    void putLine(const QString &text, const Look &look, int to, double height = 0)
    {
        lxw_format *const made = format(look);
        const auto row = static_cast<lxw_row_t>(m_row);
        if (to > 0) {
            worksheet_merge_range(m_sheet, row, 0, row, static_cast<lxw_col_t>(to), text.toUtf8().constData(), made);
        } else {
            worksheet_write_string(m_sheet, row, 0, text.toUtf8().constData(), made);
        }
        if (height > 0) {
            worksheet_set_row(m_sheet, row, height, nullptr);
        }
        ++m_row;
    }

    void writeSection(const Section &section)
    {
        const PageSetup &page = m_document.pageOf(section);
        QString title = section.name;
        bool text = false;
        int tables = 0;
        for (const Block &block : section.blocks) {
            tables += std::holds_alternative<Table>(block) || std::holds_alternative<FormGrid>(block) ? 1 : 0;
            text = text || std::holds_alternative<Paragraph>(block) || std::holds_alternative<Heading>(block) ||
                   std::holds_alternative<KeyFigures>(block) || std::holds_alternative<Chart>(block) ||
                   std::holds_alternative<Addressee>(block);
        }
        if (title.isEmpty()) {
            title = m_document.title;
        }
        if (text || tables == 0) {
            beginSheet(title, page);
            writeText(section);
        }
        for (qsizetype i = 0; i < section.blocks.size(); ++i) {
            if (const auto *table = std::get_if<Table>(&section.blocks.at(i))) {
                beginSheet(!text && tables == 1 ? title : table->caption.isEmpty() ? title : table->caption, page);
                writeGrid(*table, page, text ? QStringList() : titleOf(section));
                writeFoot(section, i, static_cast<int>(table->columns.size()) - 1);
            } else if (const auto *form = std::get_if<FormGrid>(&section.blocks.at(i))) {
                beginSheet(title, page);
                Table grid;
                grid.columns = form->columns;
                grid.rows = form->rows;
                grid.size = form->size;
                grid.blank.clear();
                writeGrid(grid, page, text ? QStringList() : titleOf(section));
                writeFoot(section, i, static_cast<int>(form->columns.size()) - 1);
            }
        }
    }

    static QStringList titleOf(const Section &section)
    {
        QStringList lines;
        for (const Block &block : section.blocks) {
            if (const auto *title = std::get_if<Title>(&block)) {
                lines += title->lines;
            }
        }
        return lines;
    }

    void writeGrid(const Table &table, const PageSetup &page, const QStringList &titles)
    {
        const int columns = static_cast<int>(table.columns.size());
        if (columns == 0) {
            return;
        }
        const QList<double> widths = columnWidths(table.columns, page.typeWidth());
        for (int column = 0; column < columns; ++column) {
            const auto at = static_cast<lxw_col_t>(column);
            worksheet_set_column(m_sheet, at, at, characters(widths.at(column)), nullptr);
        }
        for (const QString &title : titles) {
            putLine(title, {true, false, false, false, Align::Center, VerticalAlign::Middle, 18, {}}, columns - 1, 30);
        }
        if (!table.caption.isEmpty()) {
            putLine(table.caption, {true, false, false, false, Align::Center, VerticalAlign::Middle, 12, {}},
                    columns - 1, 22);
        }
        if (!table.unit.isEmpty()) {
            putLine(table.unit, {false, false, false, false, Align::Right, VerticalAlign::Bottom, 10.5, {}},
                    columns - 1);
        }
        const int headAt = m_row;
        writeRows(table, table.head, true);
        if (!table.head.isEmpty()) {
            worksheet_repeat_rows(m_sheet, static_cast<lxw_row_t>(headAt), static_cast<lxw_row_t>(m_row - 1));
            worksheet_freeze_panes(m_sheet, static_cast<lxw_row_t>(m_row), 0);
        }
        writeRows(table, table.rows, false);
        if (!table.note.isEmpty()) {
            putLine(table.note, {false, false, false, false, Align::Left, VerticalAlign::Top, 9, {}}, columns - 1);
        }
    }

    void writeRows(const Table &table, const QList<Row> &rows, bool head)
    {
        const int columns = static_cast<int>(table.columns.size());
        for (const PlacedCell &place : placeCells(rows, columns)) {
            const Cell &cell = *place.cell;
            const RowKind kind = rows.at(place.row).kind;
            Look look;
            look.head = head;
            look.bold = cell.bold || kind == RowKind::Total || kind == RowKind::Group;
            look.strike = kind == RowKind::Void;
            look.border = true;
            look.align =
                cell.align.value_or(head || cell.text.isEmpty() ? Align::Center : table.columns.at(place.column).align);
            look.vertical = cell.vertical;
            look.size = points(table.size);
            if (cell.number) {
                look.number = (cell.decimals > 0 ? QString(u"0."_qs + QString(cell.decimals, u'0')) : u"0"_qs) +
                              (cell.percent ? u"%"_qs : QString());
            } else if (isDay(cell)) {
                look.number = u"yyyy-mm-dd"_qs; // as in exported lists
            }
            writeCell(place, look, cell.text.isEmpty() && !head ? table.blank : cell.text);
        }
        for (int row = 0; row < rows.size(); ++row) {
            const double height = qMax(rows.at(row).height, head ? 0 : table.rowHeight);
            if (height > 0) {
                worksheet_set_row(m_sheet, static_cast<lxw_row_t>(m_row + row), height / kMmPerInch * 72, nullptr);
            }
        }
        m_row += static_cast<int>(rows.size());
    }

    void writeCell(const PlacedCell &place, const Look &look, const QString &text)
    {
        lxw_format *const made = format(look);
        const auto row = static_cast<lxw_row_t>(m_row + place.row);
        const auto column = static_cast<lxw_col_t>(place.column);
        const QByteArray words = text.left(32767).toUtf8();
        if (place.rowSpan > 1 || place.columnSpan > 1) {
            worksheet_merge_range(m_sheet, row, column, row + static_cast<lxw_row_t>(place.rowSpan - 1),
                                  static_cast<lxw_col_t>(column + place.columnSpan - 1), words.constData(), made);
        } else if (!place.cell->number && !isDay(*place.cell)) {
            if (words.isEmpty()) {
                worksheet_write_blank(m_sheet, row, column, made);
            } else {
                worksheet_write_string(m_sheet, row, column, words.constData(), made);
            }
        }
        if (place.cell->number) {
            worksheet_write_number(m_sheet, row, column, *place.cell->number, made);
        } else if (isDay(*place.cell)) {
            const QDate date = place.cell->date;
            lxw_datetime moment{date.year(), date.month(), date.day(), 0, 0, 0};
            worksheet_write_datetime(m_sheet, row, column, &moment, made);
        }
    }

    // Foot lines and notes that stand right behind the table.
    void writeFoot(const Section &section, qsizetype table, int lastColumn)
    {
        for (qsizetype i = table + 1; i < section.blocks.size(); ++i) {
            if (const auto *foot = std::get_if<FootLine>(&section.blocks.at(i))) {
                putLine(foot->parts.join(u"          "_qs), {}, lastColumn);
            } else if (const auto *note = std::get_if<Note>(&section.blocks.at(i))) {
                putLine(note->text, {}, lastColumn);
            } else if (!std::holds_alternative<Space>(section.blocks.at(i))) {
                break;
            }
        }
    }

    void writeText(const Section &section)
    {
        worksheet_set_column(m_sheet, 0, 0, 66, nullptr);
        worksheet_set_column(m_sheet, 1, 2, 16, nullptr);
        for (const Block &block : section.blocks) {
            std::visit([this](const auto &part) { writePart(part); }, block);
        }
    }

    void line(const QString &text, double size = 12, bool head = false, Align align = Align::Left)
    {
        putLine(text, {head, false, false, false, align, VerticalAlign::Top, size, {}}, 0);
    }
    void writePart(const Title &title)
    {
        for (const QString &text : title.lines) {
            line(text, 18, true, Align::Center);
        }
        ++m_row;
    }
    void writePart(const Addressee &addressee) { line(addressee.text); }
    void writePart(const Heading &heading) { line(heading.text, heading.level == 1 ? 14 : 12, heading.level == 1); }
    void writePart(const Paragraph &paragraph)
    {
        line((paragraph.indent ? u"\u3000\u3000"_qs : QString()) + plainText(paragraph.runs), 12, false,
             paragraph.align);
    }
    void writePart(const KeyFigures &figures)
    {
        for (const KeyFigures::Item &item : figures.items) {
            writePair(item.label, item.value, item.change);
        }
    }
    void writePair(const QString &label, const QString &value, const QString &change)
    {
        const auto row = static_cast<lxw_row_t>(m_row++);
        Look look;
        look.border = true;
        worksheet_write_string(m_sheet, row, 0, label.toUtf8().constData(), format(look));
        bool isNumber = false;
        const double number = QString(value).remove(u' ').toDouble(&isNumber);
        look.align = Align::Right;
        if (isNumber) {
            worksheet_write_number(m_sheet, row, 1, number, format(look));
        } else {
            worksheet_write_string(m_sheet, row, 1, value.toUtf8().constData(), format(look));
        }
        look.align = Align::Left;
        worksheet_write_string(m_sheet, row, 2, change.toUtf8().constData(), format(look));
    }
    void writePart(const Chart &chart)
    {
        line(chart.caption + (chart.unit.isEmpty() ? QString() : QString(u"  "_qs + chart.unit)), 12, true);
        if (chart.points.isEmpty()) {
            return;
        }
        const auto first = static_cast<lxw_row_t>(m_row);
        for (const Chart::Point &point : chart.points) {
            writePair(point.label, QString::number(point.value, 'f', chart.decimals), {});
        }
        const auto last = static_cast<lxw_row_t>(m_row - 1);
        const uint8_t kind = chart.kind == Chart::Kind::Line             ? uint8_t(LXW_CHART_LINE)
                             : chart.kind == Chart::Kind::HorizontalBars ? uint8_t(LXW_CHART_BAR)
                                                                         : uint8_t(LXW_CHART_COLUMN);
        lxw_chart *const drawn = workbook_add_chart(m_book, kind);
        lxw_chart_series *const series = chart_add_series(drawn, nullptr, nullptr);
        const QByteArray sheet = m_name.toUtf8();
        chart_series_set_categories(series, sheet.constData(), first, 0, last, 0);
        chart_series_set_values(series, sheet.constData(), first, 1, last, 1);
        chart_series_set_labels(series);
        chart_title_set_name(drawn, chart.caption.toUtf8().constData());
        chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
        worksheet_insert_chart(m_sheet, first, 4, drawn);
    }
    void writePart(const Table &table) { line(u"（见工作表：%1）"_qs.arg(table.caption)); }
    void writePart(const SignOff &signOff)
    {
        ++m_row;
        for (const QString &text : signOff.lines) {
            line(text, 12, false, Align::Right);
        }
        line(officialDate(signOff.date), 12, false, Align::Right);
    }
    void writePart(const Attachments &attachments)
    {
        for (qsizetype i = 0; i < attachments.names.size(); ++i) {
            const QString number = attachments.names.size() > 1 ? QString(QString::number(i + 1) + u'.') : QString();
            line((i == 0 ? u"附件："_qs : u"\u3000\u3000\u3000"_qs) + number + attachments.names.at(i));
        }
    }
    void writePart(const FootLine &foot) { line(foot.parts.join(u"          "_qs), 10.5); }
    void writePart(const Note &note) { line(note.text, 10.5); }
    void writePart(const CutLine &cut) { line(u"- - - - "_qs + cut.text + u" - - - -"_qs, 10.5); }
    void writePart(const Space &) { ++m_row; }
    void writePart(const FormGrid &) {} // has its own sheet
    void writePart(const PageBreak &) {}
    void writePart(const Contents &) {}

    lxw_workbook *m_book;
    const Document &m_document;
    QHash<QString, lxw_format *> m_formats;
    QSet<QString> m_names;
    QString m_name;
    lxw_worksheet *m_sheet = nullptr;
    int m_row = 0;
};

} // namespace

Done writeXlsx(const Document &document, const QString &path)
{
    const QFileInfo target(path);
    const QString id = QUuid::createUuid().toString(QUuid::Id128).left(8);
    const QString unfinished = workFolder(path) + u"/~"_qs + id + u".xlsx"_qs;
    const auto failed = [&](const QString &detail) {
        QFile::remove(unfinished);
        return Error{
            ErrorKind::Io,
            QCoreApplication::translate(
                "XlsxDocument", "“%1” could not be written. Choose another folder or close the file in other programs.")
                .arg(path),
            detail};
    };
    QByteArray folder = QFile::encodeName(QDir::toNativeSeparators(QDir::tempPath()));
    lxw_workbook_options options{};
    options.tmpdir = folder.data(); // the library's own choice is not writable on Windows
    lxw_workbook *const book = workbook_new_opt(unfinished.toUtf8().constData(), &options);
    if (!book) {
        return failed(u"workbook_new"_qs);
    }
    QByteArray title = document.title.toUtf8();
    lxw_doc_properties properties{};
    properties.title = title.data();
    workbook_set_properties(book, &properties);
    Writer(book, document).write();
    const lxw_error error = [book] {
        const QuietStandardError quiet;
        return workbook_close(book);
    }();
    if (error != LXW_NO_ERROR) {
        return failed(QString::fromUtf8(lxw_strerror(error)));
    }
    const QString problem = replaceFile(unfinished, target.absoluteFilePath());
    return problem.isEmpty() ? Done() : Done(failed(problem));
}

} // namespace gridbook
