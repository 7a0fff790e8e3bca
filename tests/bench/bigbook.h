#pragma once
// A book with up to millions of members, made through the unit of work like everything else. The same for the same
// number of members but for keys and nonces; the people are nobody (ID numbers of province 99).
#include "core/book/book.h"

namespace gridbook::bench {

struct BigBook
{
    qint64 rows = 0; // written through the unit of work
    double seconds = 0;
};
Result<BigBook> makeBigBook(const QString &path, const BookSurroundings &surroundings, qint64 members);

} // namespace gridbook::bench
