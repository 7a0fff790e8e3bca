#pragma once
// Big books for benchmarks: the places of the demonstration for every thousand members, the same sort of made-up
// people, four quarters of history (about one in fifty joins, leaves or moves in each). For measuring, not for showing:
// the figures of these books mean nothing.
#include "core/book/book.h"

namespace gridbook::demo {

// Fills a fresh book with so many members on the register at the opening (1 to 2,000,000). Units of work of about ten
// thousand rows, so that the log stays small. Cancelled leaves a part behind.
Done makeBigBook(Book &book, qint64 members, const Progress &progress);

} // namespace gridbook::demo
