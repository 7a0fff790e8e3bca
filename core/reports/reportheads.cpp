#include "core/reports/reportheads.h"
#include "core/rules/rules.h"
#include <QHash>
#include <QSet>
#include <algorithm>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

// 城关镇 → 城关镇党委, 竹西街道 → 竹西街道党工委.
QString committeeOf(const QString &street)
{
    return street.isEmpty()                                   ? QString()
           : street.endsWith(u'镇') || street.endsWith(u'乡') ? QString(street + u"党委")
                                                              : QString(street + u"党工委");
}

// The topmost organisations of the book. A working committee is an agency of the committee above (工作机关条例): those
// below it report, and it is who they report to.
struct Top
{
    bool one = false; // there is just one
    QString name;
    QString superior; // the working committee above all of them; empty: none, or several
};

Top topOf(const Facts &facts)
{
    QStringList names;
    QSet<QString> superiors;
    QHash<RowId, QString> workCommittees;
    for (const OrgFact &org : facts.orgs) { // superiors come first
        if (org.type == u"workCommittee") {
            workCommittees.insert(org.org, org.name);
        } else if (!org.functional && (org.depth == 0 || workCommittees.contains(org.parent))) {
            names << org.name;
            superiors << workCommittees.value(org.parent);
        }
    }
    return {names.size() == 1, names.value(0), superiors.size() == 1 ? *superiors.cbegin() : QString()};
}

} // namespace

Result<ReportHeads> reportHeads(Database &database, const Facts &facts, const ReportHeads &asked)
{
    GRIDBOOK_ASSIGN(const QVariant name, database.scalar(u"SELECT value FROM book_info WHERE name = 'name'"_qs));
    GRIDBOOK_ASSIGN(const QVariant streetName,
                    database.scalar(u"SELECT name FROM division WHERE voided_at IS NULL AND level = 'street' ORDER BY "
                                    "code LIMIT 1"_qs));
    const QString street = committeeOf(streetName.toString());
    GRIDBOOK_ASSIGN(const QVariant countyName,
                    database.scalar(u"SELECT name FROM division WHERE voided_at IS NULL AND level = 'county' ORDER BY "
                                    "code LIMIT 1"_qs));
    const QString county = countyName.toString().isEmpty() ? QString() : QString(countyName.toString() + u"委");
    GRIDBOOK_ASSIGN(const QString ruled, rules::text(database, u"report.addressee"_qs, facts.day));
    GRIDBOOK_ASSIGN(const QString sendTo, rules::text(database, u"report.sendTo"_qs, facts.day));
    GRIDBOOK_ASSIGN(const double copies, rules::number(database, u"report.copies"_qs, facts.day));
    const Top top = topOf(facts);
    const QString above = top.superior.isEmpty() ? street : top.superior;
    const QStringList units{top.one ? top.name : above, name.toString(), u"各社区党组织"_qs};
    const QStringList addressees{ruled, top.one ? above : county, u"上级党组织"_qs};
    const auto given = [](const QString &said, const QStringList &others) {
        const QStringList all = QStringList{said} + others;
        return *std::find_if(all.begin(), all.end(), [](const QString &text) { return !text.isEmpty(); });
    };
    const QString addressee = given(asked.addressee, addressees);
    return ReportHeads{given(asked.unit, units), addressee, given(asked.sendTo, {sendTo, addressee}),
                       asked.copies > 0 ? asked.copies : qRound(copies)};
}

} // namespace gridbook
