#pragma once
// All figures of a day written down: as JSON for other programs and for golden tests, as plain lines for a terminal.
#include "core/reports/figures.h"
#include <QJsonObject>

namespace gridbook {

// {"asOf": "2026-09-30", "headline": [{"id", "term", "unit", "now", "before", "change", "key", "keyBefore"} …],
// "tables": {"T1": …}, "checks": […]}. Terms are Chinese. Every number that is counted has its key, which opens it: a
// line of one number as "key", a line of several under their names in "keys", cells in a list beside "cells".
Result<QJsonObject> figuresAsJson(Figures &figures, QDate day);
// The headline figures and the checks, one a line; between them, if wanted, the tables as they are printed.
Result<QString> figuresAsText(Figures &figures, QDate day, bool withTables = false);

} // namespace gridbook
