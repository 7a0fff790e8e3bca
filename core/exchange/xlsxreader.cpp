#include "core/exchange/xlsxreader.h"
#include "core/exchange/ziparchive.h"
#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

namespace {

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
            found.insert(xml.attribute(u"Id").toString(), {xml.attribute(u"Type").toString().section(u'/', -1),
                                                           resolved(folder, xml.attribute(u"Target").toString())});
        }
    }
    GRIDBOOK_TRY(xml.result());
    return found;
}

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
            m_book.since1904 = isTrueAttribute(xml.attribute(u"date1904"));
        } else if (xml.name() == u"sheet") {
            const Relationship relationship = relationships.value(xml.attribute(u"id").toString());
            if (relationship.type == u"worksheet") { // the others are charts and macros
                m_sheets.append({.name = xml.attribute(u"name").toString(),
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
            own.insert(xml.attribute(u"numFmtId").toInt(), parseFormat(xml.attribute(u"formatCode").toString()));
        } else if (xml.isStart() && inCellFormats && xml.name() == u"xf") {
            const int id = xml.attribute(u"numFmtId").toInt();
            m_book.styles.append(own.contains(id) ? own.value(id) : builtinFormat(id));
            if (m_book.styles.size() > 1'000'000) {
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
    m_book.sharedText.clear();
    m_book.sharedEnds.clear();
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
            m_book.sharedText += withoutEscapes(rich.text());
            m_book.sharedEnds.append(m_book.sharedText.size());
            if (m_book.sharedEnds.size() > m_limits.sharedStrings || m_book.sharedText.size() > m_limits.sharedText) {
                return sheetTooLarge(u"too many texts"_s);
            }
            if (m_book.sharedEnds.size() % 4096 == 0 && !progress.goesOn(xml.done(), xml.size(), what)) {
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
        } else if (xml.isStart() && xml.name() == u"col" && isTrueAttribute(xml.attribute(u"hidden"))) {
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

// Unpacked but not parsed. What looks like the end of a value and is none makes the answer later, never earlier.
Result<qint64> XlsxReader::lastValue(const QString &part) const
{
    GRIDBOOK_ASSIGN(auto entry, m_archive->entry(part));
    constexpr qsizetype overlap = 16;
    QByteArray window;
    qint64 last = 0;
    for (qint64 from = 0;;) {
        GRIDBOOK_ASSIGN(const QByteArray piece, entry->read());
        if (piece.isEmpty()) {
            return last;
        }
        window += piece;
        for (const QByteArray &mark : {QByteArrayLiteral("/v>"), QByteArrayLiteral(":v>"), QByteArrayLiteral("/is>"),
                                       QByteArrayLiteral(":is>")}) {
            if (const qsizetype at = window.lastIndexOf(mark); at >= 0) {
                last = qMax(last, from + at + mark.size());
            }
        }
        const qsizetype done = qMax<qsizetype>(0, window.size() - overlap);
        window.remove(0, done);
        from += done;
    }
}

Done XlsxReader::read(int sheet, const RowCallback &row, const Progress &progress)
{
    if (sheet < 0 || sheet >= m_sheets.size()) {
        return Error{
            ErrorKind::NotFound, QCoreApplication::translate("SheetReader", "The workbook has no such sheet."), {}};
    }
    GRIDBOOK_TRY(readSharedStrings(progress));
    GRIDBOOK_ASSIGN(auto entry, m_archive->entry(m_parts[sheet]));
    XmlPart xml(std::move(entry), m_limits);
    XlsxRows rows(m_book, m_limits, &xml, row, [this, sheet] { return lastValue(m_parts[sheet]); });
    return rows.run(progress,
                    QCoreApplication::translate("SheetReader", "Reading the sheet “%1”").arg(m_sheets[sheet].name));
}

} // namespace gridbook::exchange
