#pragma once
// What the window program does without showing a window, because it needs painting:
//   gridbook --report BOOK --quarter 2026Q3 --out FILE.pdf    the quarterly report on paper
//   gridbook --screens DIR [--language zh|en]                 every page, dialog and paper as PNG, with the
//   demonstration
#include "core/base/result.h"
#include <QStringList>

class QApplication;

namespace gridbook {
class Catalog;
class Clock;
} // namespace gridbook

namespace gridbook::app {

// --help and --version are answered before a display is looked for, and end the program.
void answerAboutItself(int &argc, char **argv);
bool isHeadless(const QStringList &arguments);
// zh or en.
Done checkLanguage(const QString &language);
// What is wrong with the command line, on the standard error; the exit code.
int refuse(const Error &error);
int runHeadless(QApplication &application, const QStringList &arguments, const Catalog &catalog, const Clock &clock);

} // namespace gridbook::app
