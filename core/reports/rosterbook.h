#pragma once
// 党员花名册 as a printed book: cover with year and volume, contents, a table for each branch with its rows numbered
// through without gaps, entries that were voided in the year struck through, the count and three signatures at the end.
// ID numbers, phones and addresses are masked unless asked for; who prints them in the clear logs it first.
#include "core/base/progress.h"
#include "core/registry/reader.h"
#include "core/reports/document.h"

namespace gridbook {

struct RosterBookOptions
{
    QDate asOf;
    RowId branch = 0;        // 0: all members on the register
    QList<RowId> only;       // not empty: just these, on the register or not
    Paper paper = Paper::A4; // A3 has the address and a column for remarks too
    bool masked = true;
    QString unit;   // on the cover; empty: the branch, or the name of the book
    int volume = 0; // 0: the rule roster.volume
    Progress progress;
};

Result<Document> rosterBook(RegistryReader &reader, const RosterBookOptions &options);

} // namespace gridbook
