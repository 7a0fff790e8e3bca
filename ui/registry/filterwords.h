#pragma once
// A filter in words, for chips and for the cells of the filter row: "东关", "预备党员、正式党员", "2026-07-01 –
// 2026-09-30".
#include "core/book/book.h"
#include "core/registry/query.h"

namespace gridbook::ui {

// titleOf: what stands for a record of another registry.
using TitleOf = std::function<QString(const QString &registry, RowId id)>;

[[nodiscard]] QString filterWords(const Field &field, const Filter &filter, const CodeTables &codes,
                                  const QString &language, const TitleOf &titleOf);
// What "filter by this value" means for a value of the list; nothing for protected ones.
[[nodiscard]] std::optional<Filter> filterOfValue(const Field &field, const QVariant &value);
// How a column is filtered in the filter row.
enum class FilterWay { Text, WholeValue, Ticks, Dates, Numbers, None };
[[nodiscard]] FilterWay filterWay(const Field &field);

} // namespace gridbook::ui
