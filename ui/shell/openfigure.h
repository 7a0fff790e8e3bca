#pragma once
// From a number to the records behind it. Numbers are counted in the background: over a large book that takes a while,
// and the window goes on meanwhile.
#include "core/base/result.h"
#include "core/reports/explainedfigure.h"
#include <functional>

class QObject;
class QWidget;

namespace gridbook {
class Book;
}

namespace gridbook::ui {

class Workbench;

using FigureAnswer = std::function<void(const Result<ExplainedFigure> &)>;
// Reads a number with its rule, its rows and its near misses; the answer comes in the context's thread, unless the
// context is gone by then.
void readFigure(QObject *context, Book &book, const QString &key, const FigureAnswer &answer);

// Opens the rows behind a number, with its rule and its near misses; if it has neither, says what it counts. Of two
// numbers that are asked for one after the other the later one opens; none, if the page that asked is left meanwhile.
void openFigure(Workbench &workbench, QWidget *page, const QString &key);

} // namespace gridbook::ui
