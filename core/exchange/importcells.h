#pragma once
// One cell of a roster, understood by the type of its field. Pure: knows neither book nor plan.
#include "core/exchange/sheet.h"
#include "core/registry/spec.h"
#include "core/text/citizenid.h"

namespace gridbook::exchange {

struct CellSurroundings
{
    const CodeTables &codes;
    QDate today;
    bool untyped = false;                          // a text table: 2021.1 may be an October that lost its zero
    text::IdType idType = text::IdType::CitizenId; // of the row: what its number is
};

struct ParsedCell
{
    QVariant value; // invalid: nothing was said, or it was not understood
    QString error;
    QString warning;
    QString note;              // what does not fit into the field and must not be lost
    bool notesNumbers = false; // the note holds a number of a person, which may stand nowhere else
    QString landline;          // a second telephone for the field of fixed lines
    QStringList markers;       // what stood beside the name: 预备, ★
    bool ambiguous = false;    // a date that can be read in several ways: somebody has to say which
    bool isRemarked = false;   // a remark in brackets was left out; without a note the text is as good as unknown
    bool unknown = false;      // a text that the code table does not know: a decision for all such cells
    QList<std::pair<QString, QString>> offers; // other ways to read a date: meaning, words
};

[[nodiscard]] ParsedCell parseCell(const Field &field, const Cell &cell, const CellSurroundings &around);
// Dashes and 无 that stand for "nothing" in cells of dates, numbers and telephones.
[[nodiscard]] bool saysNothing(const QString &text);
// A number with its unit and separators: "1,204户", "800", "2156人".
[[nodiscard]] Result<qint64> parseCount(const QString &text);

} // namespace gridbook::exchange
