#include "core/exchange/xlsxreader.h"
#include "core/exchange/ziparchive.h"
#include <QCoreApplication>
#include <QHash>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

namespace {

// Excel writes characters that XML cannot hold as _x000D_ (ECMA-376 part 1, 22.9.2.19).
QString withoutEscapes(QString text)
{
    for (qsizetype at = text.indexOf("_x"_L1); at >= 0 && at + 7 <= text.size(); at = text.indexOf("_x"_L1, at + 1)) {
        bool isHex = false;
        const ushort code = QStringView(text).mid(at + 2, 4).toUShort(&isHex, 16);
        if (isHex && text[at + 6] == u'_') {
            text.replace(at, 7, code == 0 || QChar::isSurrogate(code) ? QString() : QString(QChar(code)));
        }
    }
    return text;
}

bool isTrue(QStringView value)
{
    return value == u"1" || value == u"true" || value == u"on";
}

// A relationship's target is relative to the folder of its source, or from the root.
QString resolved(const QString &folder, QString target)
{
    target.replace(u'\\', u'/');
    QStringList path;
    const QString full = target.startsWith(u'/') ? target : QString(folder + u'/' + target);
    const QStringList steps = full.split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : steps) {
        if (step == u"..") {
            if (!path.isEmpty()) {
                path.removeLast();
            }
        } else if (step != u".") {
            path.append(step);
        }
    }
    return path.join(u'/');
}

QString folderOf(const QString &part)
{
    return part.section(u'/', 0, -2);
}

struct Relationship
{
    QString type; // the last word of its address: "worksheet", "styles"
    QString target;
};

Result<QHash<QString, Relationship>> readRelationships(const ZipArchive &archive, const QString &source,
                                                       const SheetLimits &limits)
{
    QHash<QString, Relationship> found;
    const QString folder = folderOf(source);
    const QString part =
        (folder.isEmpty() ? QString() : QString(folder + u'/')) + u"_rels/" + source.section(u'/', -1) + u".rels";
    GRIDBOOK_ASSIGN(auto entry, archive.entry(part));
    XmlPart xml(std::move(entry), limits);
    while (xml.next()) {
        if (xml.isStart() && xml.name() == u"Relationship" && xml.attribute(u"TargetMode") != u"External") {
            found.insert(xml.attribute(u"Id"),
                         {xml.attribute(u"Type").section(u'/', -1), resolved(folder, xml.attribute(u"Target"))});
        }
    }
    GRIDBOOK_TRY(xml.result());
    return found;
}

// The text of an <si> or <is>: its <t>, or those of its runs, without the reading aid <rPh> that stands beside it.
class RichText
{
public:
    void start() { *this = {}; }
    void take(const XmlPart &xml)
    {
        if (xml.isText()) {
            if (m_inText && m_phonetic == 0) {
                m_text += xml.text();
            }
        } else if (xml.name() == u"t") {
            m_inText = xml.isStart();
        } else if (xml.name() == u"rPh") {
            m_phonetic += xml.isStart() ? 1 : -1;
        }
    }
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
    bool m_inText = false;
    int m_phonetic = 0;
};

bool parseRange(QStringView text, const SheetLimits &limits, CellRange *range)
{
    const qsizetype colon = text.indexOf(u':');
    const QStringView first = colon < 0 ? text : text.left(colon);
    const QStringView last = colon < 0 ? text : text.mid(colon + 1);
    return parseCellName(first, limits, &range->firstRow, &range->firstColumn) &&
           parseCellName(last, limits, &range->lastRow, &range->lastColumn) && range->firstRow <= range->lastRow &&
           range->firstColumn <= range->lastColumn;
}

} // namespace

bool parseCellName(QStringView name, const SheetLimits &limits, int *row, int *column)
{
    qsizetype at = 0;
    int letters = 0;
    for (; at < name.size() && at < 4; ++at) {
        const char16_t c = name[at].unicode();
        if (c == u'$') {
            continue;
        }
        if (c < u'A' || c > u'Z') {
            break;
        }
        letters = letters * 26 + (c - u'A' + 1);
    }
    QStringView digits = name.mid(at);
    if (digits.startsWith(u'$')) {
        digits = digits.mid(1);
    }
    int number = 0;
    for (const QChar digit : digits) {
        if (digit < u'0' || digit > u'9' || number > limits.rows) {
            return false;
        }
        number = number * 10 + (digit.unicode() - u'0');
    }
    *row = number;
    *column = letters - 1;
    return number >= 1 && number <= limits.rows && letters >= 1 && letters <= limits.columns;
}

QString columnName(int column)
{
    QString name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        name.prepend(QChar(static_cast<char16_t>(u'A' + (rest - 1) % 26)));
    }
    return name;
}

XlsxReader::XlsxReader(std::unique_ptr<ZipArchive> archive, const SheetLimits &limits)
    : m_archive(std::move(archive)), m_limits(limits)
{}

XlsxReader::~XlsxReader() = default;

Result<std::unique_ptr<SheetReader>> XlsxReader::open(const QString &path, const SheetLimits &limits)
{
    GRIDBOOK_ASSIGN(auto archive, ZipArchive::open(path, limits));
    std::unique_ptr<XlsxReader> reader(new XlsxReader(std::move(archive), limits)); // the constructor is private
    GRIDBOOK_TRY(reader->readWorkbook());
    return std::unique_ptr<SheetReader>(std::move(reader));
}

Result<QString> XlsxReader::workbookPart() const
{
    const Error other{ErrorKind::Invalid,
                      QCoreApplication::translate("SheetReader",
                                                  "This file is not a spreadsheet in the .xlsx format. Open "
                                                  "it in Excel or WPS and save it as .xlsx."),
                      u"a zip file without a workbook"_s};
    if (m_archive->contains(u"_rels/.rels"_s)) {
        GRIDBOOK_ASSIGN(auto relationships, readRelationships(*m_archive, {}, m_limits));
        for (const Relationship &relationship : std::as_const(relationships)) {
            if (relationship.type == u"officeDocument") {
                const bool sheets = m_archive->contains(folderOf(relationship.target) + u"/_rels/" +
                                                        relationship.target.section(u'/', -1) + u".rels") &&
                                    !relationship.target.startsWith("word/"_L1) &&
                                    !relationship.target.startsWith("ppt/"_L1) &&
                                    !relationship.target.endsWith(".bin"_L1);
                return sheets ? Result<QString>(relationship.target) : Result<QString>(other);
            }
        }
    }
    return m_archive->contains(u"xl/workbook.xml"_s) ? Result<QString>(u"xl/workbook.xml"_s) : Result<QString>(other);
}

Done XlsxReader::readWorkbook()
{
    GRIDBOOK_ASSIGN(const QString workbook, workbookPart());
    GRIDBOOK_ASSIGN(const auto relationships, readRelationships(*m_archive, workbook, m_limits));
    for (const Relationship &relationship : relationships) {
        if (relationship.type == u"sharedStrings") {
            m_sharedStringsPart = relationship.target;
        } else if (relationship.type == u"styles" && m_archive->contains(relationship.target)) {
            GRIDBOOK_TRY(readStyles(relationship.target));
        }
    }
    GRIDBOOK_ASSIGN(auto entry, m_archive->entry(workbook));
    XmlPart xml(std::move(entry), m_limits);
    while (xml.next()) {
        if (!xml.isStart()) {
            continue;
        }
        if (xml.name() == u"workbookPr") {
            m_since1904 = isTrue(xml.attribute(u"date1904"));
        } else if (xml.name() == u"sheet") {
            const Relationship relationship = relationships.value(xml.attribute(u"id"));
            if (relationship.type == u"worksheet") { // the others are charts and macros
                m_sheets.append({.name = xml.attribute(u"name"),
                                 .hidden = xml.attribute(u"state").contains("hidden"_L1, Qt::CaseInsensitive)});
                m_parts.append(relationship.target);
            }
        }
    }
    GRIDBOOK_TRY(xml.result());
    if (m_sheets.isEmpty()) {
        return damagedSheet(u"a workbook without a sheet"_s);
    }
    return {};
}

Done XlsxReader::readStyles(const QString &part)
{
    QHash<int, NumberFormat> own;
    bool inCellFormats = false;
    GRIDBOOK_ASSIGN(auto entry, m_archive->entry(part));
    XmlPart xml(std::move(entry), m_limits);
    while (xml.next()) {
        if (xml.isText()) {
            continue;
        }
        if (xml.name() == u"cellXfs") {
            inCellFormats = xml.isStart();
        } else if (xml.isStart() && xml.name() == u"numFmt") {
            own.insert(xml.attribute(u"numFmtId").toInt(), parseFormat(xml.attribute(u"formatCode")));
        } else if (xml.isStart() && inCellFormats && xml.name() == u"xf") {
            const int id = xml.attribute(u"numFmtId").toInt();
            m_styles.append(own.contains(id) ? own.value(id) : builtinFormat(id));
            if (m_styles.size() > 1'000'000) {
                return sheetTooLarge(u"too many cell formats"_s);
            }
        }
    }
    return xml.result();
}

Done XlsxReader::readSharedStrings(const Progress &progress)
{
    if (m_sharedStringsRead || m_sharedStringsPart.isEmpty() || !m_archive->contains(m_sharedStringsPart)) {
        return {};
    }
    m_sharedText.clear();
    m_sharedEnds.clear();
    GRIDBOOK_ASSIGN(auto entry, m_archive->entry(m_sharedStringsPart));
    XmlPart xml(std::move(entry), m_limits);
    const QString what = QCoreApplication::translate("SheetReader", "Reading the texts of the spreadsheet");
    RichText rich;
    while (xml.next()) {
        if (!xml.isText() && xml.name() == u"si") {
            if (xml.isStart()) {
                rich.start();
                continue;
            }
            m_sharedText += withoutEscapes(rich.text());
            m_sharedEnds.append(m_sharedText.size());
            if (m_sharedEnds.size() > m_limits.sharedStrings || m_sharedText.size() > m_limits.sharedText) {
                return sheetTooLarge(u"too many texts"_s);
            }
            if (m_sharedEnds.size() % 4096 == 0 && !progress.goesOn(xml.done(), xml.size(), what)) {
                return sheetCancelled();
            }
        } else {
            rich.take(xml);
            if (rich.text().size() > 8 * m_limits.textLength) {
                return sheetTooLarge(u"a text that is too long"_s);
            }
        }
    }
    GRIDBOOK_TRY(xml.result());
    m_sharedStringsRead = true;
    return {};
}

std::optional<QString> XlsxReader::sharedString(qsizetype index) const
{
    if (index < 0 || index >= m_sharedEnds.size()) {
        return std::nullopt;
    }
    const qsizetype begin = index == 0 ? 0 : m_sharedEnds[index - 1];
    return m_sharedText.mid(begin, m_sharedEnds[index] - begin);
}

Result<SheetInfo> XlsxReader::inspect(int sheet)
{
    if (sheet < 0 || sheet >= m_sheets.size()) {
        return Error{
            ErrorKind::NotFound, QCoreApplication::translate("SheetReader", "The workbook has no such sheet."), {}};
    }
    SheetInfo info = m_sheets[sheet];
    GRIDBOOK_TRY(readHead(m_parts[sheet], &info));
    GRIDBOOK_TRY(readMerges(m_parts[sheet], &info));
    return info;
}

Done XlsxReader::readHead(const QString &part, SheetInfo *info) const
{
    GRIDBOOK_ASSIGN(auto entry, m_archive->entry(part));
    XmlPart xml(std::move(entry), m_limits);
    while (xml.next() && xml.name() != u"sheetData") {
        if (xml.isStart() && xml.name() == u"dimension") {
            CellRange range;
            if (parseRange(xml.attribute(u"ref"), m_limits, &range)) {
                info->rowCount = range.lastRow;
                info->columnCount = range.lastColumn + 1;
            }
        } else if (xml.isStart() && xml.name() == u"col" && isTrue(xml.attribute(u"hidden"))) {
            const int last = qMin(xml.attribute(u"max").toInt(), m_limits.columns);
            for (int column = qMax(1, xml.attribute(u"min").toInt()); column <= last; ++column) {
                if (info->hiddenColumns.isEmpty() || info->hiddenColumns.last() < column - 1) {
                    info->hiddenColumns.append(column - 1);
                }
            }
        }
    }
    return xml.result();
}

// The merged ranges stand behind all rows. The rows are unpacked but not parsed, which is ten times as quick: a tag
// cannot stand in a text, so the end of the rows is simply looked for.
Done XlsxReader::readMerges(const QString &part, SheetInfo *info) const
{
    GRIDBOOK_ASSIGN(auto entry, m_archive->entry(part));
    const QByteArray mark = "sheetData>";
    QByteArray tail;
    bool behind = false;
    while (true) {
        GRIDBOOK_ASSIGN(const QByteArray piece, entry->read());
        if (piece.isEmpty()) {
            break;
        }
        tail += piece;
        if (!behind) {
            const qsizetype at = tail.lastIndexOf(mark);
            behind = at > 0 && (tail[at - 1] == '/' || tail[at - 1] == ':');
            tail = behind ? tail.mid(at + mark.size()) : tail.right(mark.size() * 2);
        } else if (tail.size() > (8 << 20)) {
            break; // merges come early in the tail; 65,536 of them take half of this
        }
    }
    XmlPart xml(tail, m_limits);
    while (behind && xml.next() && !(xml.isEnd() && xml.name() == u"mergeCells")) {
        CellRange range;
        if (xml.isStart() && xml.name() == u"mergeCell" && parseRange(xml.attribute(u"ref"), m_limits, &range)) {
            info->merges.append(range);
            if (info->merges.size() > m_limits.merges) {
                return sheetTooLarge(u"too many merged cells"_s);
            }
        }
    }
    return {}; // the cut piece has no proper end: that is no fault of the file
}

// Builds the rows of one sheet from its tokens.
class XlsxRows
{
public:
    XlsxRows(const XlsxReader &book, XmlPart &xml, const RowCallback &callback)
        : m_book(book), m_limits(book.m_limits), m_xml(xml), m_callback(callback)
    {}

    Done run(const Progress &progress, const QString &what)
    {
        qint64 shown = 0;
        while (!m_stopped && m_xml.next()) {
            if (m_xml.isText()) {
                takeText();
            } else if (m_xml.isStart()) {
                GRIDBOOK_TRY(takeStart());
            } else {
                GRIDBOOK_TRY(takeEnd());
            }
            if (m_xml.done() != shown) {
                shown = m_xml.done();
                if (!progress.goesOn(shown, m_xml.size(), what)) {
                    return sheetCancelled();
                }
            }
        }
        return m_xml.result();
    }

private:
    Error damaged(const QString &detail) const
    {
        return damagedSheet(u"row %1, column %2: %3"_s.arg(m_row.number).arg(columnName(qMax(0, m_column)), detail));
    }

    Done takeStart()
    {
        const QStringView name = m_xml.name();
        if (m_inCell) {
            m_inValue = name == u"v";
            if (name == u"is") {
                m_inInline = true;
                m_rich.start();
            } else if (m_inInline) {
                m_rich.take(m_xml);
            }
            return {};
        }
        if (name == u"row") {
            return startRow();
        }
        if (name == u"c" && m_inRow) {
            return startCell();
        }
        return {};
    }

    Done startRow()
    {
        int number = m_row.number + 1;
        if (const QString given = m_xml.attribute(u"r"); !given.isEmpty()) {
            bool isNumber = false;
            number = given.toInt(&isNumber);
            if (!isNumber || number <= m_row.number) {
                return damaged(u"row number %1"_s.arg(given));
            }
        }
        if (number > m_limits.rows) {
            return sheetTooLarge(u"row %1"_s.arg(number));
        }
        m_row.number = number;
        m_row.hidden = isTrue(m_xml.attribute(u"hidden"));
        m_row.cells.clear();
        m_column = -1;
        m_inRow = true;
        return {};
    }

    Done startCell()
    {
        ++m_column;
        const QString name = m_xml.attribute(u"r");
        int row = 0;
        if (!name.isEmpty() && (!parseCellName(name, m_limits, &row, &m_column) || row != m_row.number)) {
            return damaged(u"cell name %1"_s.arg(name));
        }
        if (m_column >= m_limits.columns) {
            return sheetTooLarge(u"column %1"_s.arg(m_column + 1));
        }
        m_type = m_xml.attribute(u"t");
        m_style = m_xml.attribute(u"s").toInt();
        m_value.clear();
        m_rich.start();
        m_inCell = true;
        return {};
    }

    void takeText()
    {
        if (m_inValue) {
            m_value += m_xml.text();
        } else if (m_inInline) {
            m_rich.take(m_xml);
        }
    }

    Done takeEnd()
    {
        const QStringView name = m_xml.name();
        if (m_inCell) {
            if (name == u"v") {
                m_inValue = false;
            } else if (name == u"is") {
                m_inInline = false;
            } else if (m_inInline) {
                m_rich.take(m_xml);
            } else if (name == u"c") {
                m_inCell = false;
                return finishCell();
            }
            if (m_value.size() > 8 * m_limits.textLength || m_rich.text().size() > 8 * m_limits.textLength) {
                return sheetTooLarge(u"a text that is too long"_s);
            }
        } else if (name == u"row" && m_inRow) {
            m_inRow = false;
            return finishRow();
        }
        return {};
    }

    Done finishCell()
    {
        GRIDBOOK_ASSIGN(Cell cell, value());
        if (cell.text.size() > m_limits.textLength) {
            return sheetTooLarge(u"row %1: a text of %2 characters"_s.arg(m_row.number).arg(cell.text.size()));
        }
        if (!cell.isEmpty()) {
            if (m_row.cells.size() <= m_column) {
                m_row.cells.resize(m_column + 1);
            }
            m_row.cells[m_column] = std::move(cell);
        }
        return {};
    }

    Result<Cell> value() const
    {
        if (m_type == u"inlineStr") {
            return Cell::ofText(withoutEscapes(m_rich.text()));
        }
        if (m_value.isEmpty()) {
            return Cell();
        }
        if (m_type == u"s") {
            bool isNumber = false;
            const qlonglong index = m_value.trimmed().toLongLong(&isNumber);
            const std::optional<QString> text = m_book.sharedString(isNumber ? index : -1);
            return text ? Result<Cell>(Cell::ofText(*text)) : Result<Cell>(damaged(u"there is no text "_s + m_value));
        }
        if (m_type == u"str") {
            return Cell::ofText(withoutEscapes(m_value));
        }
        Cell cell;
        if (m_type == u"b" || m_type == u"e") {
            const bool yes = isTrue(m_value.trimmed());
            cell.kind = m_type == u"b" ? CellKind::Bool : CellKind::Error;
            cell.number = m_type == u"b" && yes ? 1 : 0;
            cell.text = m_type == u"e" ? m_value.trimmed() : yes ? u"TRUE"_s : u"FALSE"_s;
            return cell;
        }
        if (m_type == u"d") {
            const QDateTime moment = QDateTime::fromString(m_value.trimmed(), Qt::ISODate);
            if (!moment.isValid()) {
                return Cell::ofText(m_value);
            }
            cell = Cell::ofDate(moment.date());
            cell.date.setTime(moment.time());
            if (moment.time() != QTime(0, 0)) {
                cell.text += moment.toString(u" HH:mm");
            }
            return cell;
        }
        const QString digits = m_value.trimmed();
        bool isNumber = false;
        const double number = digits.toDouble(&isNumber);
        if (!isNumber || !std::isfinite(number)) {
            return damaged(u"not a number: "_s + digits.left(40));
        }
        return cellOfNumber(number, digits, m_book.m_styles.value(m_style), m_book.m_since1904);
    }

    Done finishRow()
    {
        if (m_row.cells.isEmpty()) {
            return {};
        }
        m_cells += m_row.cells.size();
        if (m_cells > m_limits.cells) {
            return sheetTooLarge(u"more than %1 cells"_s.arg(m_limits.cells));
        }
        m_stopped = !m_callback(m_row);
        return {};
    }

    const XlsxReader &m_book;
    const SheetLimits &m_limits;
    XmlPart &m_xml;
    const RowCallback &m_callback;
    SheetRow m_row;
    int m_column = -1;
    QString m_type;
    int m_style = 0;
    QString m_value;
    RichText m_rich;
    bool m_inRow = false;
    bool m_inCell = false;
    bool m_inValue = false;
    bool m_inInline = false;
    bool m_stopped = false;
    qint64 m_cells = 0;
};

Done XlsxReader::read(int sheet, const RowCallback &row, const Progress &progress)
{
    if (sheet < 0 || sheet >= m_sheets.size()) {
        return Error{
            ErrorKind::NotFound, QCoreApplication::translate("SheetReader", "The workbook has no such sheet."), {}};
    }
    GRIDBOOK_TRY(readSharedStrings(progress));
    GRIDBOOK_ASSIGN(auto entry, m_archive->entry(m_parts[sheet]));
    XmlPart xml(std::move(entry), m_limits);
    XlsxRows rows(*this, xml, row);
    return rows.run(progress,
                    QCoreApplication::translate("SheetReader", "Reading the sheet “%1”").arg(m_sheets[sheet].name));
}

} // namespace gridbook::exchange
