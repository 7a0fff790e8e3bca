#pragma once
// A paper as a spreadsheet: every table and form on a sheet of its own with its printed heads, spans and page set-up,
// numbers as numbers; the running text, key figures and charts of a section on a sheet before them.
#include "core/base/result.h"
#include "core/reports/document.h"

namespace gridbook {

// Writes beside the file first and puts it in place when it is whole. Error: Io.
Done writeXlsx(const Document &document, const QString &path);

} // namespace gridbook
