#include "core/exchange/csvreader.h"
#include "core/exchange/csvparser.h"
#include "core/exchange/gb18030.h"
#include "core/exchange/ziparchive.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QMap>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

namespace {

constexpr qint64 kPiece = 256 << 10;
constexpr qsizetype kLongestLine = 8 << 20;

bool isUtf16(TextEncoding encoding)
{
    return encoding == TextEncoding::Utf16Le || encoding == TextEncoding::Utf16Be;
}

bool isStrictUtf8(const QByteArray &lines)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(lines);
    return !decoder.hasError();
}

// The end of the last whole line, 0 if there is none. A line end is never a part of a longer character in UTF-8 or
// GB 18030; in UTF-16 it must be looked for in pairs.
qsizetype endOfLines(const QByteArray &bytes, TextEncoding encoding)
{
    if (!isUtf16(encoding)) {
        return qMax(bytes.lastIndexOf('\n'), bytes.lastIndexOf('\r')) + 1;
    }
    const bool little = encoding == TextEncoding::Utf16Le;
    for (qsizetype at = (bytes.size() & ~qsizetype{1}) - 2; at >= 0; at -= 2) {
        const char low = bytes[little ? at : at + 1];
        const char high = bytes[little ? at + 1 : at];
        if (high == 0 && (low == '\n' || low == '\r')) {
            return at + 2;
        }
    }
    return 0;
}

// The separator that divides most lines into the same number of fields.
QChar bestSeparator(const QString &text, const SheetLimits &limits)
{
    QChar best = u',';
    qint64 bestScore = 0;
    for (const QChar candidate : {QChar(u','), QChar(u'\t'), QChar(u';'), QChar(u'；')}) {
        QMap<qsizetype, int> linesOfWidth;
        CsvParser parser(candidate, limits);
        const auto count = [&](int row, const QStringList &fields) {
            if (fields.size() > 1) {
                ++linesOfWidth[fields.size()];
            }
            return row < 50;
        };
        if (!parser.feed(text, count) || !parser.finish(count)) {
            continue; // a quotation that the sample cuts; the other candidates say enough
        }
        qint64 score = 0;
        for (auto it = linesOfWidth.cbegin(); it != linesOfWidth.cend(); ++it) {
            score = qMax<qint64>(score, it.value() * 1000 + qMin<qsizetype>(it.key(), 999));
        }
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

} // namespace

QString withoutGuards(QString field)
{
    if (field.startsWith("=\""_L1) && field.endsWith(u'"') && field.size() >= 3) {
        field = field.mid(2, field.size() - 3);
    }
    while (field.startsWith(u'\t')) {
        field.remove(0, 1);
    }
    qsizetype quotes = 0;
    while (quotes < field.size() && field[quotes] == u'\'') {
        ++quotes;
    }
    constexpr QStringView formula = u"=+-@\t\r\n";
    if (quotes > 0 && quotes < field.size() && formula.contains(field[quotes])) {
        field.remove(0, 1);
    }
    return field;
}

CsvReader::CsvReader(const QString &path, const OpenOptions &options)
    : m_file(path), m_limits(options.limits), m_format(options.text)
{
    m_sheets.append(SheetInfo{.name = QFileInfo(path).completeBaseName()});
}

Result<std::unique_ptr<SheetReader>> CsvReader::open(const QString &path, const OpenOptions &options)
{
    std::unique_ptr<CsvReader> reader(new CsvReader(path, options)); // the constructor is private
    if (!reader->m_file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorKind::Io,
            QCoreApplication::translate("SheetReader", "The file cannot be opened. Is it open in another program?"),
            reader->m_file.errorString()};
    }
    GRIDBOOK_TRY(reader->detect());
    return std::unique_ptr<SheetReader>(std::move(reader));
}

Result<TextEncoding> CsvReader::detectEncoding()
{
    const QByteArray start = m_file.peek(3);
    const TextEncoding marked = start.startsWith("\xEF\xBB\xBF") ? TextEncoding::Utf8
                                : start.startsWith("\xFF\xFE")   ? TextEncoding::Utf16Le
                                : start.startsWith("\xFE\xFF")   ? TextEncoding::Utf16Be
                                                                 : TextEncoding::Automatic;
    m_begin = marked == TextEncoding::Automatic ? 0 : marked == TextEncoding::Utf8 ? 3 : 2;
    if (m_format.encoding != TextEncoding::Automatic) {
        m_begin = m_format.encoding == marked ? m_begin : 0;
        return m_format.encoding;
    }
    if (marked != TextEncoding::Automatic) {
        return marked;
    }
    bool utf8 = true;
    bool gb18030 = true;
    while (utf8 || gb18030) {
        GRIDBOOK_ASSIGN(const QByteArray lines, readLines());
        if (lines.isEmpty()) {
            return utf8 ? TextEncoding::Utf8 : TextEncoding::Gb18030;
        }
        if (lines.contains('\0')) {
            return Error{ErrorKind::Invalid,
                         QCoreApplication::translate("SheetReader",
                                                     "This file is not a table. Please choose a spreadsheet "
                                                     "(.xlsx) or a text table (.csv)."),
                         u"binary data"_s};
        }
        utf8 = utf8 && isStrictUtf8(lines);
        gb18030 = gb18030 && decodeGb18030(lines);
    }
    return Error{ErrorKind::Invalid,
                 QCoreApplication::translate("SheetReader",
                                             "The text of this file is in an unknown encoding. Choose the "
                                             "encoding, or save the table as .xlsx."),
                 u"neither UTF-8 nor GB 18030"_s};
}

Done CsvReader::detect()
{
    GRIDBOOK_ASSIGN(m_format.encoding, detectEncoding());
    m_file.seek(m_begin);
    m_pending.clear();
    GRIDBOOK_ASSIGN(const QByteArray lines, readLines());
    const QString sample = decoded(lines);
    if (sample.contains(QChar(QChar::Null))) {
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate("SheetReader", "This file is not a table. Please choose a spreadsheet "
                                                                "(.xlsx) or a text table (.csv)."),
                     u"binary data"_s};
    }
    m_saysSeparator = sample.size() > 5 && sample.startsWith("sep="_L1, Qt::CaseInsensitive) &&
                      (sample[5] == u'\r' || sample[5] == u'\n');
    if (m_format.separator.isNull()) {
        m_format.separator = m_saysSeparator ? sample[4] : bestSeparator(sample, m_limits);
    }
    return {};
}

Result<QByteArray> CsvReader::readLines()
{
    while (true) {
        const QByteArray piece = m_file.read(kPiece);
        if (piece.isEmpty() && m_file.error() != QFileDevice::NoError) {
            return Error{ErrorKind::Io,
                         QCoreApplication::translate("SheetReader", "The file could not be read to its end."),
                         m_file.errorString()};
        }
        m_pending += piece;
        const qsizetype end = piece.isEmpty() ? m_pending.size() : endOfLines(m_pending, m_format.encoding);
        if (end > 0 || piece.isEmpty()) {
            QByteArray lines = m_pending.left(end);
            m_pending.remove(0, end);
            return lines;
        }
        if (m_pending.size() > kLongestLine) {
            return Error{ErrorKind::Invalid,
                         QCoreApplication::translate("SheetReader",
                                                     "This file is not a table. Please choose a spreadsheet "
                                                     "(.xlsx) or a text table (.csv)."),
                         u"a line of more than %1 bytes"_s.arg(kLongestLine)};
        }
    }
}

QString CsvReader::decoded(const QByteArray &lines) const
{
    switch (m_format.encoding) {
    case TextEncoding::Gb18030:
        return decodeGb18030Leniently(lines);
    case TextEncoding::Utf16Le:
        return QStringDecoder(QStringDecoder::Utf16LE, QStringDecoder::Flag::Stateless)(lines);
    case TextEncoding::Utf16Be:
        return QStringDecoder(QStringDecoder::Utf16BE, QStringDecoder::Flag::Stateless)(lines);
    default:
        return QString::fromUtf8(lines);
    }
}

Result<SheetInfo> CsvReader::inspect(int sheet)
{
    if (sheet != 0) {
        return Error{
            ErrorKind::NotFound, QCoreApplication::translate("SheetReader", "The workbook has no such sheet."), {}};
    }
    return m_sheets[0];
}

Done CsvReader::read(int sheet, const RowCallback &row, const Progress &progress)
{
    GRIDBOOK_ASSIGN(const SheetInfo info, inspect(sheet));
    const QString what = QCoreApplication::translate("SheetReader", "Reading the sheet “%1”").arg(info.name);
    m_file.seek(m_begin);
    m_pending.clear();
    CsvParser parser(m_format.separator, m_limits);
    SheetRow current;
    const CsvParser::Record record = [&](int number, const QStringList &fields) {
        if (number == 1 && m_saysSeparator) {
            return true;
        }
        current.number = number;
        current.cells.clear();
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (!fields[i].isEmpty()) {
                current.cells.resize(i + 1);
                current.cells[i] = Cell::ofText(withoutGuards(fields[i]));
            }
        }
        return current.cells.isEmpty() || row(current);
    };
    while (!parser.stopped()) {
        if (!progress.goesOn(m_file.pos() - m_begin, m_file.size() - m_begin, what)) {
            return sheetCancelled();
        }
        GRIDBOOK_ASSIGN(const QByteArray lines, readLines());
        if (lines.isEmpty()) {
            return parser.finish(record);
        }
        const QString text = decoded(lines);
        if (text.contains(QChar(QChar::Null))) {
            return damagedSheet(u"binary data within the text"_s);
        }
        GRIDBOOK_TRY(parser.feed(text, record));
    }
    return {};
}

} // namespace gridbook::exchange
