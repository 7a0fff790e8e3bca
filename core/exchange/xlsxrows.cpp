#include "core/exchange/xlsxrows.h"
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

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

bool isTrueAttribute(QStringView value)
{
    return value == u"1" || value == u"true" || value == u"on";
}

std::optional<QString> XlsxBook::sharedString(qsizetype index) const
{
    if (index < 0 || index >= sharedEnds.size()) {
        return std::nullopt;
    }
    const qsizetype begin = index == 0 ? 0 : sharedEnds[index - 1];
    return sharedText.mid(begin, sharedEnds[index] - begin);
}

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

Done XlsxRows::run(const Progress &progress, const QString &what)
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

gridbook::Error XlsxRows::damaged(const QString &detail) const
{
    return damagedSheet(u"row %1, column %2: %3"_s.arg(m_row.number).arg(columnName(qMax(0, m_column)), detail));
}

Done XlsxRows::takeStart()
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

Done XlsxRows::startRow()
{
    int number = m_row.number + 1;
    if (const QStringView given = m_xml.attribute(u"r"); !given.isEmpty()) {
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
    m_row.hidden = isTrueAttribute(m_xml.attribute(u"hidden"));
    m_row.cells.clear();
    m_column = -1;
    m_inRow = true;
    return {};
}

XlsxRows::Type XlsxRows::typeOf(QStringView word)
{
    static constexpr std::pair<QStringView, Type> all[] = {{u"s", Type::Shared},    {u"inlineStr", Type::Inline},
                                                           {u"str", Type::Formula}, {u"b", Type::Bool},
                                                           {u"e", Type::Error},     {u"d", Type::Date}};
    for (const auto &[known, type] : all) {
        if (word == known) {
            return type;
        }
    }
    return Type::Number;
}

Done XlsxRows::startCell()
{
    ++m_column;
    const QStringView name = m_xml.attribute(u"r");
    int row = 0;
    if (!name.isEmpty() && (!parseCellName(name, m_limits, &row, &m_column) || row != m_row.number)) {
        return damaged(u"cell name %1"_s.arg(name));
    }
    if (m_column >= m_limits.columns) {
        return sheetTooLarge(u"column %1"_s.arg(m_column + 1));
    }
    m_type = typeOf(m_xml.attribute(u"t"));
    m_style = m_xml.attribute(u"s").toInt();
    m_value.resize(0); // keeps its memory
    m_rich.start();
    m_inCell = true;
    return {};
}

void XlsxRows::takeText()
{
    if (m_inValue) {
        m_value += m_xml.text();
    } else if (m_inInline) {
        m_rich.take(m_xml);
    }
}

Done XlsxRows::takeEnd()
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

Done XlsxRows::finishCell()
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

Result<Cell> XlsxRows::value() const
{
    if (m_type == Type::Inline) {
        return Cell::ofText(withoutEscapes(m_rich.text()));
    }
    if (m_value.isEmpty()) {
        return Cell();
    }
    if (m_type == Type::Shared) {
        bool isNumber = false;
        const qlonglong index = m_value.trimmed().toLongLong(&isNumber);
        const std::optional<QString> text = m_book.sharedString(isNumber ? index : -1);
        return text ? Result<Cell>(Cell::ofText(*text)) : Result<Cell>(damaged(u"there is no text "_s + m_value));
    }
    if (m_type == Type::Formula) {
        return Cell::ofText(withoutEscapes(m_value));
    }
    Cell cell;
    if (m_type == Type::Bool || m_type == Type::Error) {
        const bool yes = isTrueAttribute(m_value.trimmed());
        cell.kind = m_type == Type::Bool ? CellKind::Bool : CellKind::Error;
        cell.number = m_type == Type::Bool && yes ? 1 : 0;
        cell.text = m_type == Type::Error ? m_value.trimmed() : yes ? u"TRUE"_s : u"FALSE"_s;
        return cell;
    }
    if (m_type == Type::Date) {
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
    return cellOfNumber(number, digits, m_book.styles.value(m_style), m_book.since1904);
}

// No row is lost: only what lies behind the last value of the whole sheet is left out.
Done XlsxRows::passEmptyRow()
{
    constexpr qint64 suspicious = 20'000;
    constexpr qint64 readAhead = 1 << 20; // what the parser may have been given and not looked at yet
    m_empty += 2 + m_column;
    if (m_empty < suspicious) {
        return {};
    }
    if (m_lastByte < 0) {
        GRIDBOOK_ASSIGN(m_lastByte, m_lastValue());
    }
    m_stopped = m_xml.done() - readAhead > m_lastByte;
    return {};
}

Done XlsxRows::finishRow()
{
    if (m_row.cells.isEmpty()) {
        return passEmptyRow();
    }
    m_empty = 0;
    m_cells += m_row.cells.size();
    if (m_cells > m_limits.cells) {
        return sheetTooLarge(u"more than %1 cells"_s.arg(m_limits.cells));
    }
    m_stopped = !m_callback(m_row);
    return {};
}

} // namespace gridbook::exchange
