#pragma once
// One number told whole: its rule in words, the records that count, and those that one could have expected to count,
// each with its name and the reason why it does not. What a window shows behind a number, and the command line prints.
#include "core/base/result.h"
#include "core/registry/query.h"
#include "core/reports/figure.h"

namespace gridbook {

class Figures;

struct ExplainedFigure
{
    struct Miss
    {
        NearMiss miss;
        QString title; // what stands for the record; "#7" if it cannot be read any more
    };

    QString key;
    FigureRule rule;
    FigureRows rows;
    QList<Miss> nearMisses;
    qint64 further = 0; // near misses beyond those that are named

    // The list of the rows, as of their day. A number that nothing stands behind is a list of nothing.
    [[nodiscard]] Query query() const;
};

// named: how many near misses are told by name; a big book may have thousands, and nobody reads those.
Result<ExplainedFigure> explain(Figures &figures, const QString &key, qsizetype named = 500);

} // namespace gridbook
