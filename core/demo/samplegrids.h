#pragma once
// The sample of a grid ledger: one community of the demonstration, as it is and with what real ledgers get wrong.
#include "core/book/book.h"

namespace gridbook::demo {

// One grid with another boundary, one with another worker, one with a branch that the book does not know, and a new one
// with people in one cell and ranges of buildings. asOf: the day of the ledger.
Done writeGridRegister(Book &book, const QString &path, QDate asOf);

} // namespace gridbook::demo
