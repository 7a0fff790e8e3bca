#pragma once
// The rows that could not be taken in, as a spreadsheet to be corrected: the cells as they were, the offending ones
// coloured, the reason as a comment and in a column. Corrected, it can be imported as it is.
#include "core/exchange/importplan.h"
#include "core/exchange/tablewriter.h"

namespace gridbook::exchange {

[[nodiscard]] qsizetype wrongRowCount(const ImportPlan &plan); // wrong and conflicting rows
Done writeWrongRows(const ImportPlan &plan, const QString &path);

} // namespace gridbook::exchange
