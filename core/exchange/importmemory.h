#pragma once
// What the office taught the program about its spreadsheets: which heading means which field, and what a text means.
// Kept in the book under the headings of the sheet (mappingKey), so that the same form is understood the next time.
#include "core/book/book.h"
#include "core/exchange/layout.h"

namespace gridbook::exchange {

struct ImportMemory
{
    QHash<QString, QString> columns;                  // heading → field; empty field: not to be read
    QHash<QString, QHash<QString, QString>> meanings; // field → text → meaning, see ImportChoices
};

// Nothing if this form was never seen.
Result<std::optional<ImportMemory>> recallImport(Database &database, const QString &registry,
                                                 const QStringList &headings);
Done rememberImport(Book &book, const QString &registry, const QStringList &headings, const ImportMemory &memory);
void applyMemory(const ImportMemory &memory, SheetLayout *layout);
[[nodiscard]] QHash<QString, QString> columnsOf(const SheetLayout &layout);

} // namespace gridbook::exchange
