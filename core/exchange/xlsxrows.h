#pragma once
// The inside of the .xlsx reader: from the tokens of one sheet to its rows.
#include "core/exchange/numberformat.h"
#include "core/exchange/xmlpart.h"

namespace gridbook::exchange {

// What the cells of all sheets refer to.
struct XlsxBook
{
    QString sharedText; // all shared strings in one piece: a million small strings would cost four times the memory
    QList<qsizetype> sharedEnds;
    QList<NumberFormat> styles; // of each cell format
    bool since1904 = false;

    [[nodiscard]] std::optional<QString> sharedString(qsizetype index) const;
};

// Excel writes characters that XML cannot hold as _x000D_ (ECMA-376 part 1, 22.9.2.19).
[[nodiscard]] QString withoutEscapes(QString text);
[[nodiscard]] bool isTrueAttribute(QStringView value);

// The text of an <si> or <is>: its <t>, or those of its runs, without the reading aid <rPh> that stands beside it.
class RichText
{
public:
    void start()
    {
        m_text.resize(0); // keeps its memory
        m_inText = false;
        m_phonetic = 0;
    }
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

class XlsxRows
{
public:
    // lastValue: where the last cell with something in it ends in the part, in bytes; asked when a sheet seems to have
    // ended and goes on with empty rows, as formatting whole columns leaves them.
    using LastValue = std::function<Result<qint64>()>;
    XlsxRows(const XlsxBook &book, const SheetLimits &limits, XmlPart *xml, const RowCallback &callback,
             LastValue lastValue)
        : m_book(book), m_limits(limits), m_xml(*xml), m_callback(callback), m_lastValue(std::move(lastValue))
    {}
    [[nodiscard]] Done run(const Progress &progress, const QString &what);

private:
    // What the attribute t of a cell says (ECMA-376 part 1, 18.18.11).
    enum class Type { Number, Shared, Inline, Formula, Bool, Error, Date };
    [[nodiscard]] static Type typeOf(QStringView word);

    [[nodiscard]] gridbook::Error damaged(const QString &detail) const;
    [[nodiscard]] Done takeStart();
    [[nodiscard]] Done startRow();
    [[nodiscard]] Done startCell();
    void takeText();
    [[nodiscard]] Done takeEnd();
    [[nodiscard]] Done finishCell();
    [[nodiscard]] Result<Cell> value() const;
    [[nodiscard]] Done finishRow();
    [[nodiscard]] Done passEmptyRow();

    const XlsxBook &m_book;
    const SheetLimits &m_limits;
    XmlPart &m_xml;
    const RowCallback &m_callback;
    LastValue m_lastValue;
    SheetRow m_row;
    int m_column = -1;
    Type m_type = Type::Number;
    int m_style = 0;
    QString m_value;
    RichText m_rich;
    bool m_inRow = false;
    bool m_inCell = false;
    bool m_inValue = false;
    bool m_inInline = false;
    bool m_stopped = false;
    qint64 m_cells = 0;
    qint64 m_empty = 0;     // rows and cells since the last one with something in it
    qint64 m_lastByte = -1; // of the last value; -1: not asked yet
};

// "AB12" to row 12 (from 1), column 27 (from 0); false if it is no cell within the limits.
[[nodiscard]] bool parseCellName(QStringView name, const SheetLimits &limits, int *row, int *column);
// "AB" for column 27.
[[nodiscard]] QString columnName(int column);

} // namespace gridbook::exchange
