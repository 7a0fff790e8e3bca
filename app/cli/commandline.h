#pragma once
// From the words of the command line to the outcome of a command, printed; help from the table of commands.
#include "app/cli/command.h"
#include "app/console.h"
#include <optional>

namespace gridbook::cli {

// What --language says; nothing if it is not there. Asked before the commands are made, whose help is in that language.
std::optional<QString> languageAsked(const QStringList &words);
Exit runCommandLine(const QStringList &words, const BookSurroundings &surroundings, const app::Console &console);

} // namespace gridbook::cli
