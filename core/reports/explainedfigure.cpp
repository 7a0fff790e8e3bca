#include "core/reports/explainedfigure.h"
#include "core/reports/figures.h"

namespace gridbook {

Query ExplainedFigure::query() const
{
    Query query;
    query.registry = rows.registry;
    query.asOf = rows.asOf;
    query.only = rows.ids.isEmpty() ? QList<RowId>{0} : rows.ids; // 0 is nobody's id; an empty list would be everybody
    return query;
}

Result<ExplainedFigure> explain(Figures &figures, const QString &key, qsizetype named)
{
    ExplainedFigure told;
    told.key = key;
    GRIDBOOK_ASSIGN(told.rule, figures.rule(key));
    GRIDBOOK_ASSIGN(told.rows, figures.rows(key));
    GRIDBOOK_ASSIGN(const QList<NearMiss> misses, figures.nearMisses(key));
    told.further = qMax<qsizetype>(0, misses.size() - named);
    for (const NearMiss &miss : misses.first(misses.size() - told.further)) {
        GRIDBOOK_ASSIGN(QString title, figures.reader().title(miss.registry, told.rows.asOf, miss.id));
        if (title.isEmpty()) {
            title = u'#' + QString::number(miss.id);
        }
        told.nearMisses.append({miss, title});
    }
    return told;
}

} // namespace gridbook
