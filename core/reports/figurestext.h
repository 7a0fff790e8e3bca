#pragma once
// All figures of a day written down: as JSON for other programs and for golden tests, as plain lines for a terminal.
#include "core/reports/figures.h"
#include <QJsonObject>

namespace gridbook {

// {"asOf": "2026-09-30", "headline": [{"id", "term", "unit", "now", "before", "change", "key"} …], "tables": {"T1": …},
// "checks": […]}. Terms are Chinese.
Result<QJsonObject> figuresAsJson(Figures &figures, QDate day);
// The headline figures and the checks, one a line.
Result<QString> figuresAsText(Figures &figures, QDate day);

} // namespace gridbook
