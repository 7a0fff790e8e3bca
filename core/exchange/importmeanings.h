#pragma once
// What somebody says in words about a text of the file, for the command line: the name of a branch or grid, of an item
// of a code table, a date; or + (make it), +NAME (make it under this name), - (leave it out), note.
#include "core/exchange/importplan.h"

namespace gridbook::exchange {

// The meaning as ImportChoices::meanings wants it; Invalid if the words name nothing that the question can mean.
[[nodiscard]] Result<QString> meaningOf(RegistryReader &reader, const ImportPlan &plan, const ValueQuestion &question,
                                        const QString &words);

} // namespace gridbook::exchange
