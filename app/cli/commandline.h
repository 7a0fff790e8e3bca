#pragma once
// From the words of the command line to the outcome of a command, printed; help from the table of commands.
#include "app/cli/command.h"
#include "app/cli/console.h"

namespace gridbook::cli {

Exit runCommandLine(const QStringList &words, const BookSurroundings &surroundings, const Console &console);

} // namespace gridbook::cli
