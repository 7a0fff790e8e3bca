#pragma once
// Small questions about cells that both parts of the layout ask: the one that finds the head and the one that reads on.
#include "core/exchange/sheet.h"
#include <QStringList>
#include <algorithm>

namespace gridbook::exchange {

inline QString textAt(const Row &cells, int column)
{
    return column >= 0 && column < cells.size() ? cells[column].text.trimmed() : QString();
}

inline int filledCells(const Row &cells)
{
    return static_cast<int>(
        std::count_if(cells.begin(), cells.end(), [](const Cell &cell) { return !cell.text.trimmed().isEmpty(); }));
}

inline bool containsAny(const QString &text, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(), [&text](const QString &word) { return text.contains(word); });
}

} // namespace gridbook::exchange
