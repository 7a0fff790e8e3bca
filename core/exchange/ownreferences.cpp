#include "core/exchange/ownreferences.h"
#include "core/exchange/importreferences.h"
#include "core/exchange/rowinterpreter.h"
#include "core/party/orgfacts.h"
#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <numeric>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)
};

// The row that each row refers to; -1: none of this file.
QList<int> rowsAbove(const ImportPlan &plan)
{
    const int field = ownReference(plan);
    QHash<RowId, int> places;
    for (const NewReference &each : plan.newReferences) {
        places.insert(each.placeholder, each.row);
    }
    QList<int> above(plan.rows.size(), -1);
    for (qsizetype at = 0; at < above.size() && field >= 0; ++at) {
        above[at] = places.value(plan.rows.at(at).values.at(field).value<ReferenceValue>().id, -1);
    }
    return above;
}

// A record of the book stays where it is unless the row's superior is taken.
bool isMoved(const PlanRow &row, int field)
{
    return row.record == 0 || std::any_of(row.changes.begin(), row.changes.end(), [&](const PlanChange &change) {
               return change.field == field && change.applied;
           });
}

// Going up from a row one comes to it again.
bool standsAboveItself(const QList<int> &above, int row)
{
    int at = above.at(row);
    for (qsizetype steps = 0; at >= 0 && at != row && steps < above.size(); ++steps) {
        at = above.at(at);
    }
    return at == row;
}

// Of a row: as it says, else as the book knows the record.
Result<QString> typeOf(Database &database, const ImportPlan &plan, const PlanRow &row)
{
    const QString said = plan.value(row, u"type").toString();
    if (!said.isEmpty() || row.record == 0) {
        return said;
    }
    GRIDBOOK_ASSIGN(const auto facts, party::orgFacts(database, PartyOrgId(row.record), plan.choices.asOf));
    return facts ? facts->type : QString();
}

Result<QString> faultOf(Database &database, const ImportPlan &plan, const PlanRow &row, const PlanRow &superior)
{
    const QString name = plan.value(row, u"parent").value<ReferenceValue>().title;
    if (!superior.isApplied() && superior.state != RowState::Same) {
        return Texts::tr("“%1” stands in row %2, which is not taken in. Mend that row, or choose another superior.")
            .arg(name)
            .arg(superior.number);
    }
    if (plan.registry != u"partyOrg") {
        return QString();
    }
    GRIDBOOK_ASSIGN(const QString type, typeOf(database, plan, row));
    GRIDBOOK_ASSIGN(const QString above, typeOf(database, plan, superior));
    return type.isEmpty() || above.isEmpty() || party::maySupervise(above, type)
               ? QString()
               : Texts::tr("“%1” cannot be the superior of this type of organisation.").arg(name);
}

} // namespace

int ownReference(const ImportPlan &plan)
{
    for (int i = 0; i < plan.targets.size(); ++i) {
        const ImportTarget &target = plan.targets.at(i);
        if (!target.isExtra && target.field.type == FieldType::Reference && target.field.registry == plan.registry) {
            return i;
        }
    }
    return -1;
}

OwnNames OwnNames::of(const ImportPlan &plan)
{
    OwnNames names;
    for (int at = 0; at < plan.rows.size(); ++at) {
        const PlanRow &row = plan.rows.at(at);
        if (row.sameAs >= 0) { // the first of them stands for the record
            continue;
        }
        QSet<QString> own;
        for (const QStringView field : {u"shortName", u"fullName", u"name", u"code"}) {
            own << looseName(plan.value(row, field).toString());
        }
        own.remove({});
        for (const QString &name : std::as_const(own)) {
            names.m_rows.insert(name, names.m_rows.contains(name) ? -1 : at);
        }
    }
    return names;
}

int OwnNames::find(const QString &name) const
{
    return m_rows.value(looseName(name), -1);
}

void toRecords(ImportPlan &plan)
{
    const int field = ownReference(plan);
    const QList<int> above = rowsAbove(plan);
    for (qsizetype at = 0; at < above.size(); ++at) {
        const RowId record = above.at(at) < 0 ? 0 : plan.rows.at(above.at(at)).record;
        if (record != 0) {
            QVariant &value = plan.rows[at].values[field];
            value = QVariant::fromValue(ReferenceValue{record, value.value<ReferenceValue>().title});
        }
    }
}

Done settle(RegistryReader &reader, ImportPlan &plan)
{
    const int field = ownReference(plan);
    const QList<int> above = rowsAbove(plan);
    for (bool again = field >= 0; again;) { // what stands below a wrong row is wrong as well
        again = false;
        for (int at = 0; at < above.size(); ++at) {
            PlanRow &row = plan.rows[at];
            if (above.at(at) < 0 || !row.isApplied() || !isMoved(row, field)) {
                continue;
            }
            GRIDBOOK_ASSIGN(QString fault, faultOf(reader.database(), plan, row, plan.rows.at(above.at(at))));
            if (fault.isEmpty() && standsAboveItself(above, at)) {
                fault = Texts::tr("This row stands above itself: look at the superiors of the rows around it.");
            }
            if (!fault.isEmpty()) {
                addIssue(row, field, IssueLevel::Error, fault);
                row.state = RowState::Wrong;
                again = true;
            }
        }
    }
    return {};
}

QList<int> writingOrder(const ImportPlan &plan)
{
    const QList<int> above = rowsAbove(plan);
    QList<int> depths;
    for (int at = 0; at < above.size(); ++at) {
        int depth = 0;
        for (int up = above.at(at); up >= 0 && depth < above.size(); up = above.at(up)) {
            ++depth;
        }
        const int first = plan.rows.at(at).sameAs; // what is laid over a row comes after it
        depths << (first < 0 ? depth : qMax(depth, depths.at(first)));
    }
    QList<int> order(above.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return depths.at(a) < depths.at(b); });
    return order;
}

} // namespace gridbook::exchange
