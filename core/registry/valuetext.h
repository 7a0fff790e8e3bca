#pragma once
// How a value of a registry is written for people: in lists, exports, papers and the history. One place, so that the
// same value looks the same everywhere.
#include "core/registry/reader.h"

namespace gridbook {

struct TextStyle
{
    QString language = QStringLiteral("zh"); // of code terms; papers and exports always use "zh"
    bool masked = true;        // ID numbers and phones as 6103**********0010, in notes too; addresses without the door
    bool chineseDates = false; // 1978年7月1日 instead of 1978-07-01
};

// Empty for a null value. Codes that the table does not know are written as they are, so that nothing is lost.
QString valueText(const Field &field, const QVariant &value, const CodeTables &codes, const TextStyle &style = {});
// 雍城苑3幢2单元501 → 雍城苑3幢***: enough to tell where, not which door.
QString maskedAddress(const QString &address);
// A value as the journal keeps it (stored form), for the history; sealed values must have been opened before.
QVariant valueFromStored(const Field &field, const QVariant &stored);

} // namespace gridbook
