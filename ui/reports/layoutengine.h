#pragma once
// Turns a paper into pages: measures it as strips, then stacks the strips. Rows never split unless one is taller than a
// page, heads of tables repeat with 续表, a heading is never the last line of a page. 5,000 rows take well under a
// second.
#include "ui/reports/pages.h"

namespace gridbook {

PagedDocument paginate(const Document &document, const FontChoice &fonts);

} // namespace gridbook
