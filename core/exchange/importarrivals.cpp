#include "core/exchange/importarrivals.h"
#include "core/base/partialdate.h"
#include "core/exchange/importtargets.h"
#include "core/registry/recordstore.h"

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

Result<BranchMembers> BranchMembers::load(Database &database, QDate today, QDate rosterDay)
{
    BranchMembers members;
    // Row by row as they lie in the file: grouped by the library, they would be fetched branch by branch from all over.
    GRIDBOOK_ASSIGN(
        Statement all,
        Statement::prepare(database,
                           QString(u"SELECT a.org_id, a.increase_kind, a.valid_from FROM affiliation a WHERE "_qs +
                                   validAt(u"a"_qs))));
    GRIDBOOK_TRY(all.run(QVariantMap{{u":asof"_qs, today.toString(Qt::ISODate)}}));
    const QString day = rosterDay.toString(Qt::ISODate);
    while (all.next()) {
        const bool wasOpened = all.text(1) == u"0" && all.text(2) == day;
        const auto known = members.m_branches.find(all.integer(0));
        if (known == members.m_branches.end()) {
            members.m_branches.insert(all.integer(0), wasOpened);
        } else {
            *known = *known && wasOpened;
        }
    }
    GRIDBOOK_TRY(all.status());
    GRIDBOOK_ASSIGN(const QVariant first,
                    database.scalar(u"SELECT MIN(valid_from) FROM affiliation WHERE voided_at IS NULL"_qs));
    // Known to the month or the year only, it still lies before the roster.
    members.m_first = PartialDate::fromIso(first.toString()).firstDay();
    return members;
}

QDate dayOf(const ImportPlan &plan, const PlanRow &row)
{
    const auto said = plan.value(row, roster::day).value<PartialDate>();
    return said.precision() == DatePrecision::Day && !said.isNull() ? said.firstDay() : plan.choices.asOf;
}

bool isAdmittedLately(const ImportPlan &plan, const PlanRow &row, QDate day)
{
    const auto join = plan.value(row, u"joinDate").value<PartialDate>();
    return plan.value(row, u"category").toString() == u"probationary" && !join.isNull() &&
           join.precision() != DatePrecision::Year && join.firstDay() <= day && join.firstDay().addYears(2) > day;
}

QString increaseOf(const ImportPlan &plan, const PlanRow &row, QDate day, bool isIncrease)
{
    if (const QString said = storedValue(plan.value(row, roster::arrival)).toString(); !said.isEmpty()) {
        return said;
    }
    // 增加方式 of a register tells how everybody once came: when a book opens, it belongs to the roster's day only if
    // the register says that day, too.
    const int since = plan.target(u"since");
    const bool saysSince = since >= 0 && row.values.at(since).isValid() && !row.derived.at(since);
    if (const QString said = storedValue(plan.value(row, u"increase")).toString();
        !said.isEmpty() && (isIncrease || saysSince)) {
        return said;
    }
    const QString &choice = plan.choices.increase;
    if (!isIncrease) { // only a whole organisation that came over is more than the opening of its own book
        return choice == u"31" ? choice : u"0"_qs;
    }
    if (choice == increaseByRoster) {
        return isAdmittedLately(plan, row, day) ? u"1"_qs : u"3"_qs;
    }
    return choice;
}

int waitingForIncrease(const ImportPlan &plan)
{
    return int(std::count_if(plan.rows.begin(), plan.rows.end(), [](const PlanRow &row) { return row.needsIncrease; }));
}

} // namespace gridbook::exchange
