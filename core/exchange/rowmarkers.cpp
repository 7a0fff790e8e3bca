// What a row says of somebody beside its columns: marks beside the name, and the caption over its part of the list.
#include "core/exchange/rowinterpreter.h"
#include "core/registry/recordstore.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)
};

} // namespace

// What stands beside the name belongs to a field of its own. That somebody has gone is more than a field can say: such
// a row is no present member, whatever its other cells say.
void RowInterpreter::followMarkers(ImportPlan &plan, PlanRow &row, const QStringList &markers, QStringList *notes)
{
    static const QRegularExpression gone( // and nothing else: (户口迁出) or (父亲已故) says something of others
        u"^(?:\\d{4}[年.]?(?:\\d{1,2}[月.]?)?(?:\\d{1,2}日?)?)?(?:已|因病|病)*(?:故|亡故|去世|逝世|死亡|转出|转走|调出|"
        u"迁出|"
        u"除名|开除|开除党籍|退党|出党|脱党|停止党籍)(?:党员|人员)?$"_s);
    const auto settle = [&](QStringView field, const QVariant &value, const QString &marker) {
        const int at = plan.target(field);
        if (at >= 0 && row.values.at(at).isValid() && storedValue(row.values.at(at)) != storedValue(value)) {
            addIssue(row, at, IssueLevel::Warning,
                     Texts::tr("Beside the name stands “%1”, but “%2” says otherwise.")
                         .arg(marker, plan.targets.at(at).field.label.zh));
        }
        fill(plan, row, field, value, false);
        return at >= 0;
    };
    QStringList rest;
    for (const QString &marker : markers) {
        const bool isSettled = marker.contains(u"预备") ? settle(u"category", u"probationary"_qs, marker)
                               : marker == u"男" || marker == u"女"
                                   ? settle(u"sex", marker == u"男" ? u"1"_qs : u"2"_qs, marker)
                               : marker == u"流动" || marker == u"流动党员" ? settle(u"mobile", true, marker)
                               : marker == u"失联" || marker == u"失联党员" ? settle(u"lost", true, marker)
                                                                            : false;
        if (isSettled) {
            continue;
        }
        rest << marker;
        if (plan.registry == u"member" && gone.match(marker).hasMatch()) {
            addIssue(
                row, plan.target(u"name"), IssueLevel::Error,
                Texts::tr("Beside the name stands “%1”: that is no present member. Leave the row out and record what "
                          "happened by an action of the record, or take the mark away.")
                    .arg(marker));
        }
    }
    if (!rest.isEmpty()) {
        *notes << u"姓名旁注：" + rest.join(u'、');
    }
}

// 王五 退休党员 is more than a name.
void RowInterpreter::doubtName(ImportPlan &plan, PlanRow &row)
{
    const QString name = plan.registry == u"member" ? plan.value(row, u"name").toString() : QString();
    if (name.size() > 3 && (name.endsWith(u"党员") || name.endsWith(u"人员"))) {
        addIssue(row, plan.target(u"name"), IssueLevel::Warning,
                 Texts::tr("“%1” does not look like a name. Check it.").arg(name));
    }
}

// 预备党员 over a part of the list holds for its rows, as far as they say nothing themselves.
void RowInterpreter::followCaption(ImportPlan &plan, PlanRow &row)
{
    const int category = plan.target(u"category");
    const bool isProbationary = row.caption.contains(u"预备");
    if (category < 0 || isProbationary == row.caption.contains(u"正式") || !plan.cellText(row, category).isEmpty()) {
        return;
    }
    if (!isProbationary || !plan.value(row, u"fullDate").isValid()) {
        fill(plan, row, u"category", isProbationary ? u"probationary"_qs : u"full"_qs, false);
    }
}

} // namespace gridbook::exchange
