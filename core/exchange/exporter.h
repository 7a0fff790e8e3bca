#pragma once
// Writes a registry as it stands on the screen: these columns in this order, these rows in their order, codes in
// words, dates known to the day as real dates. Page by page, so that a million rows take no memory; after an error or
// a cancel no file is left. Also the empty sheet that offices fill in to be imported.
#include "core/book/book.h"
#include "core/exchange/tablewriter.h"
#include "core/registry/reader.h"

namespace gridbook::exchange {

struct ExportOptions
{
    bool masked = true; // ID numbers, phones and addresses; in the clear only with a logged purpose
    TableFormat format = TableFormat::Xlsx;
    QString title;                           // a line above the head (.xlsx); empty: none
    QString language = QStringLiteral("zh"); // of headings and code terms
};

struct ExportJob
{
    Query query;        // the rows and their order …
    QList<RowId> ids;   // … unless these are given: a selection, in the order of the screen
    QStringList fields; // in the order of the screen
    int frozenColumns = 0;
};

// The number of rows written. In any thread: the book is read through connections of its own.
[[nodiscard]] Result<qint64> exportRegistry(const Book &book, const ExportJob &job, const QString &path,
                                            const ExportOptions &options, const Progress &progress);

// Headings of every entry that an import takes, with lists to choose from for codes and yes/no.
[[nodiscard]] Done writeTemplate(const RegistrySpec &spec, const CodeTables &codes, const QString &path,
                                 TableFormat format);

} // namespace gridbook::exchange
