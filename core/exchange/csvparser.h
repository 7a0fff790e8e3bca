#pragma once
// Cuts text into records (RFC 4180, forgiving): quoted fields may hold separators, doubled quotes and line ends.
#include "core/exchange/sheet.h"

namespace gridbook::exchange {

class CsvParser
{
public:
    CsvParser(QChar separator, const SheetLimits &limits) : m_separator(separator), m_limits(limits) {}

    // Hands over each record as it is complete, with the number of its row; a record that returns false stops.
    using Record = std::function<bool(int row, const QStringList &fields)>;
    [[nodiscard]] Done feed(QStringView text, const Record &record);
    [[nodiscard]] Done finish(const Record &record); // the last line may have no end
    [[nodiscard]] bool stopped() const { return m_stopped; }

private:
    void endField();
    [[nodiscard]] Done endRecord(const Record &record);
    [[nodiscard]] Done takeCharacter(QChar c, const Record &record);

    QChar m_separator;
    const SheetLimits &m_limits;
    QStringList m_fields;
    QString m_field;
    int m_row = 0;
    int m_line = 1;      // of the file, for messages
    int m_quoteLine = 0; // where the open quotation began
    bool m_quoted = false;
    bool m_afterQuote = false; // a quotation mark inside a quotation: the end or the first of two
    bool m_atStart = true;     // of a field
    bool m_wasReturn = false;
    bool m_stopped = false;
};

} // namespace gridbook::exchange
