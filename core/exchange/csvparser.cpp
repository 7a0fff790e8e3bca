#include "core/exchange/csvparser.h"
#include "core/exchange/ziparchive.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

void CsvParser::endField()
{
    m_fields.append(m_field);
    m_field.clear();
    m_atStart = true;
    m_afterQuote = false;
}

Done CsvParser::endRecord(const Record &record)
{
    endField();
    if (++m_row > m_limits.rows) {
        return sheetTooLarge(u"more than %1 rows"_s.arg(m_limits.rows));
    }
    m_stopped = !record(m_row, m_fields);
    m_fields.clear();
    return {};
}

Done CsvParser::takeCharacter(QChar c, const Record &record)
{
    const bool secondOfPair = m_wasReturn && c == u'\n';
    m_wasReturn = c == u'\r';
    const bool lineEnd = c == u'\n' || c == u'\r';
    m_line += lineEnd && !secondOfPair ? 1 : 0;
    if (m_quoted && m_afterQuote) {
        m_afterQuote = false;
        if (c == u'"') {
            m_field += c;
            return {};
        }
        m_quoted = false; // what still stands before the separator belongs to the field
    }
    if (m_quoted) {
        if (c == u'"') {
            m_afterQuote = true;
        } else {
            m_field += c == u'\r' ? QChar(u'\n') : c;
            if (secondOfPair) {
                m_field.chop(1);
            }
        }
    } else if (lineEnd) {
        return secondOfPair ? Done() : endRecord(record);
    } else if (c == m_separator) {
        endField();
        if (m_fields.size() >= m_limits.columns) {
            return sheetTooLarge(u"line %1 has more than %2 columns"_s.arg(m_line).arg(m_limits.columns));
        }
    } else if (c == u'"' && m_atStart) {
        m_quoted = true;
        m_quoteLine = m_line;
        m_atStart = false;
    } else {
        m_field += c;
        m_atStart = false;
    }
    if (m_field.size() > m_limits.textLength) {
        return Error{ErrorKind::Damaged,
                     m_quoted
                         ? QCoreApplication::translate("SheetReader", "The quotation mark in line %1 of the file has "
                                                                      "no end. Correct the line and try once more.")
                               .arg(m_quoteLine)
                         : QCoreApplication::translate("SheetReader", "A text in line %1 of the file is too long. "
                                                                      "Perhaps the file is not a table.")
                               .arg(m_line),
                     {}};
    }
    return {};
}

Done CsvParser::feed(QStringView text, const Record &record)
{
    for (qsizetype i = 0; i < text.size() && !m_stopped; ++i) {
        GRIDBOOK_TRY(takeCharacter(text[i], record));
    }
    return {};
}

Done CsvParser::finish(const Record &record)
{
    if (m_quoted && !m_afterQuote && !m_stopped) {
        return Error{ErrorKind::Damaged,
                     QCoreApplication::translate("SheetReader", "The quotation mark in line %1 of the file has no end. "
                                                                "Correct the line and try once more.")
                         .arg(m_quoteLine),
                     {}};
    }
    const bool begun = !m_fields.isEmpty() || !m_field.isEmpty() || !m_atStart;
    return begun && !m_stopped ? endRecord(record) : Done();
}

} // namespace gridbook::exchange
