#include "core/exchange/csvwriter.h"
#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

namespace {

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// "-5" and "-5.25" are numbers and harmless; "-5+cmd|…" is not.
bool isShortNumber(QStringView text)
{
    const QStringView body = text.startsWith(u'-') ? text.mid(1) : text;
    const qsizetype point = body.indexOf(u'.');
    const QStringView whole = point < 0 ? body : body.left(point);
    return !whole.isEmpty() && body.size() <= 11 && isDigits(whole) && (point < 0 || isDigits(body.mid(point + 1)));
}

// Excel shows more than eleven digits as a power of ten, forgets those after the fifteenth and all leading noughts.
bool losesDigits(const QString &text)
{
    return isDigits(text) && (text.size() > 11 || (text.size() > 1 && text.startsWith(u'0')));
}

bool beginsLikeFormula(const QString &text)
{
    qsizetype at = 0; // an apostrophe that was there gets a second one, so that reading takes off the right one
    while (at < text.size() && text[at] == u'\'') {
        ++at;
    }
    constexpr QStringView formula = u"=+-@\t\r\n";
    return at < text.size() && formula.contains(text[at]);
}

} // namespace

QString csvField(const Cell &cell)
{
    QString text = cell.text;
    if (cell.kind == CellKind::Text || cell.kind == CellKind::Error) {
        if (losesDigits(text)) {
            text.prepend(u'\t');
        } else if (beginsLikeFormula(text) && !isShortNumber(text)) {
            text.prepend(u'\'');
        }
    }
    const bool quotes = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r') ||
                        text.contains(u'\t') || text.startsWith(u' ') || text.endsWith(u' ');
    if (quotes) {
        text.replace(u"\""_s, u"\"\""_s);
        text = u'"' + text + u'"';
    }
    return text;
}

Result<std::unique_ptr<TableWriter>> CsvWriter::create(const QString &path)
{
    std::unique_ptr<CsvWriter> writer(new CsvWriter(path)); // the constructor is private
    if (!writer->m_file.open(QIODevice::WriteOnly)) {
        return cannotWrite(path, writer->m_file.errorString());
    }
    return std::unique_ptr<TableWriter>(std::move(writer));
}

Done CsvWriter::writeLine(const QStringList &fields)
{
    const QByteArray line = QString(fields.join(u',') + u"\r\n").toUtf8();
    return m_file.write(line) == line.size() ? Done() : Done(cannotWrite(m_file.fileName(), m_file.errorString()));
}

Done CsvWriter::beginSheet(const TableSheet &sheet)
{
    if (m_begun) {
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate("TableWriter", "A text table holds one sheet only. Choose .xlsx."),
                     sheet.name};
    }
    m_begun = true;
    if (m_file.write("\xEF\xBB\xBF") != 3) {
        return cannotWrite(m_file.fileName(), m_file.errorString());
    }
    QStringList fields;
    for (const TableColumn &column : sheet.columns) {
        fields.append(csvField(Cell::ofText(column.heading)));
    }
    return writeLine(fields);
}

Done CsvWriter::addRow(const OutRow &row)
{
    QStringList fields;
    for (const OutCell &out : row) {
        fields.append(csvField(out.cell));
    }
    return writeLine(fields);
}

Done CsvWriter::finish()
{
    return m_file.commit() ? Done() : Done(cannotWrite(m_file.fileName(), m_file.errorString()));
}

} // namespace gridbook::exchange
