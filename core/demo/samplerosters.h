#pragma once
// Sample files as offices really keep them, to try the import with: titles above the head, merged heads, group rows,
// sums, blank rows, every way to write a date, spoilt ID numbers, two phones in a cell, an old encoding. Some people in
// them stand in the demonstration already, unchanged, changed or in another branch; the others are new and as made up.
#include "core/book/book.h"

namespace gridbook::demo {

// Writes 党员花名册(混乱).xlsx, 全国系统导出.xlsx, 网格台账.xlsx and 党员花名册.csv into the folder, which is made if
// need be; files of these names are replaced. book: a demonstration book. Returns the paths. The same each time.
Result<QStringList> writeSampleRosters(Book &book, const QString &folder, const Progress &progress);

} // namespace gridbook::demo
