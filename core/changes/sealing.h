#pragma once
// Columns that an older book kept readable and this program seals. A migration lists them in the table clear_column and
// lets them take sealed values, because only the opened book has the key; here their texts are sealed in the rows and
// in every older entry of the journal, so that they stand readable nowhere in the file.
#include "core/access/sealer.h"
#include "core/storage/database.h"

namespace gridbook {

// Whether the book waits for it: a migration was made and nobody has opened the book for writing since.
Result<bool> holdsClearColumns(Database &database);
// Seals them and drops the list; returns how many rows and journal entries held such text. The journal keeps its
// entries, their order and their meaning; its chain is made anew over the sealed text, and a batch that did not agree
// with the chain before does not agree with it afterwards either. Inside a transaction of the caller.
Result<qint64> sealClearColumns(Database &database, const Sealer &sealer);

} // namespace gridbook
