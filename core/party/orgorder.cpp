#include "core/party/orgorder.h"
#include "core/text/normalise.h"

namespace gridbook::party {

using namespace Qt::StringLiterals;

QString orgOrder(const QString &alias)
{
    return QStringLiteral(
               "CASE %1.type WHEN 'workCommittee' THEN 0 WHEN 'committee' THEN 1 WHEN 'generalBranch' THEN 2 "
               "ELSE 3 END, %1.sort_key")
        .arg(alias);
}

void deriveSortKey(QVariantMap &values)
{
    const auto name = values.constFind(u"short_name"_qs);
    if (name != values.cend()) {
        values.insert(u"sort_key"_qs, text::naturalKey(name->toString()));
    }
}

QString unsortedStates()
{
    return u"SELECT id FROM org_state WHERE sort_key IS NULL AND voided_at IS NULL LIMIT 1"_qs;
}

Done sortStates(UnitOfWork &work)
{
    QList<std::pair<RowId, QString>> states;
    GRIDBOOK_ASSIGN(Statement rows, Statement::prepare(work.database(), u"SELECT id, short_name FROM org_state WHERE "
                                                                        "sort_key IS NULL AND voided_at IS NULL"_qs));
    GRIDBOOK_TRY(rows.run());
    while (rows.next()) {
        states.append({rows.integer(0), rows.text(1)});
    }
    GRIDBOOK_TRY(rows.status());
    for (const auto &[row, name] : std::as_const(states)) {
        GRIDBOOK_TRY(work.update(u"org_state"_qs, row, 0, {{u"short_name"_qs, name}}));
    }
    return {};
}

} // namespace gridbook::party
