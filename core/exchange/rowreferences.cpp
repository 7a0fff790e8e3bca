// The branch, group and grid of a row: found among those of the book, made with the import, or asked about; by a cell
// of the row, or by what stands above it.
#include "core/exchange/orgnames.h"
#include "core/exchange/rowinterpreter.h"
#include "core/registry/recordstore.h"
#include <QCoreApplication>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)
};

} // namespace

ReferenceIndex::Answer RowInterpreter::lookUp(const ImportPlan &plan, const PlanRow &row, const Field &field,
                                              const QString &name) const
{
    const bool isGroup = field.id == u"group";
    return references(field.registry)
        .find(name, m_communities.value(row.sheet), isGroup ? QStringView(u"group") : QStringView(u"branch"),
              isGroup ? plan.value(row, u"branch").value<ReferenceValue>().id : 0);
}

// The record to be made under this name; an earlier import may have made it already.
QVariant RowInterpreter::madeReference(ImportPlan &plan, const PlanRow &row, const Field &field,
                                       const QString &name) const
{
    const auto answer = lookUp(plan, row, field, name);
    if (answer.found.size() == 1) {
        return QVariant::fromValue(answer.found.first());
    }
    const QVariant ofFile = rowReference(plan, field, name);
    return ofFile.isValid() ? ofFile : newReference(plan, row, field, name);
}

// The record that another row of the file makes; invalid: there is none of this name.
QVariant RowInterpreter::rowReference(ImportPlan &plan, const Field &field, const QString &text) const
{
    const int at = field.registry == plan.registry ? m_ownNames.find(text) : -1;
    if (at < 0) {
        return {};
    }
    for (const NewReference &each : std::as_const(plan.newReferences)) {
        if (each.row == at) {
            return QVariant::fromValue(ReferenceValue{each.placeholder, each.title});
        }
    }
    const RowId placeholder = -RowId(plan.newReferences.size()) - 1;
    const QString title = field.registry == u"partyOrg" ? shortOrgName(groupName(text)) : groupName(text);
    plan.newReferences.append({field.registry, title, placeholder, {}, {}, 0, at});
    return QVariant::fromValue(ReferenceValue{placeholder, title});
}

QVariant RowInterpreter::newReference(ImportPlan &plan, const PlanRow &row, const Field &field,
                                      const QString &text) const
{
    const QString name = groupName(text);
    const bool isOrg = field.registry == u"partyOrg";
    const QString title = isOrg ? shortOrgName(name) : name;
    const QString key = looseName(title);
    const RowId branch = field.id == u"group" ? plan.value(row, u"branch").value<ReferenceValue>().id : 0;
    for (const NewReference &each : std::as_const(plan.newReferences)) {
        if (each.registry == field.registry && each.branch == branch && looseName(each.title) == key) {
            return QVariant::fromValue(ReferenceValue{each.placeholder, each.title});
        }
    }
    const RowId placeholder = -RowId(plan.newReferences.size()) - 1;
    plan.newReferences.append({field.registry, title, placeholder, field.id == u"group" ? u"group"_qs : orgTypeOf(name),
                               isOrg ? fullOrgName(name) : QString(), branch, -1});
    return QVariant::fromValue(ReferenceValue{placeholder, title});
}

void RowInterpreter::resolve(ImportPlan &plan, PlanRow &row, int target, const QString &text)
{
    const Field &field = plan.targets.at(target).field;
    const auto answer = lookUp(plan, row, field, text);
    if (answer.found.size() == 1) {
        row.values[target] = QVariant::fromValue(answer.found.first());
        if (answer.byFormerName) {
            addIssue(row, target, IssueLevel::Warning,
                     Texts::tr("“%1” is called “%2” now.").arg(text, answer.found.first().title));
        }
        return;
    }
    if (answer.found.isEmpty()) {
        row.values[target] = rowReference(plan, field, text);
        if (row.values.at(target).isValid()) {
            return;
        }
    }
    const bool canBeMade = field.registry == u"partyOrg" || field.registry == u"grid";
    if (answer.found.isEmpty() && canBeMade && plan.choices.createMissing) {
        row.values[target] = newReference(plan, row, field, text);
        return;
    }
    const QString registry = m_reader.catalog().registry(field.registry)->term.zh;
    ValueQuestion question{target, text, 1, {}, {}, {}};
    if (answer.found.isEmpty()) {
        question.message =
            canBeMade
                ? Texts::tr("The book has no “%1” among its %2. Choose one, or create it.").arg(text, registry)
                : Texts::tr("The book has no “%1” among its %2. Choose one, or leave it out.").arg(text, registry);
    } else {
        question.message = Texts::tr("“%1” can mean several of %2. Choose one.").arg(text, registry);
        for (const ReferenceValue &each : answer.found) {
            question.offers.append({QString::number(each.id), each.title});
        }
    }
    addIssue(row, target, IssueLevel::Error, question.message);
    row.asked.append(question);
}

// "第一网格党支部 (25人)" above the rows, or the name of the sheet.
void RowInterpreter::followGroup(ImportPlan &plan, PlanRow &row)
{
    if (row.group.isEmpty()) {
        return;
    }
    if (plan.target(u"branch") < 0) { // the community of a sheet is known from its name, title and unit already
        const int division = plan.target(u"division");
        const bool isRow = row.group != plan.source.sheets.at(row.sheet).layout.group;
        if (isRow && division >= 0 && !row.values.at(division).isValid() && plan.cellText(row, division).isEmpty()) {
            QStringList notes;
            if (!applyMeaning(plan, row, division, Cell::ofText(row.group), &notes)) {
                resolve(plan, row, division, row.group);
            }
        }
        return;
    }
    QStringList notes;
    for (const QString &name : row.around + QStringList{row.group}) {
        const GroupKind kind = groupKind(name);
        const int at = plan.target(kind == GroupKind::Group  ? QStringView(u"group")
                                   : kind == GroupKind::Grid ? QStringView(u"grid")
                                                             : QStringView(u"branch"));
        const bool hasOwn = at < 0 || row.values.at(at).isValid() || !plan.cellText(row, at).isEmpty();
        if (!hasOwn && !applyMeaning(plan, row, at, Cell::ofText(name), &notes)) {
            resolve(plan, row, at, name);
        }
    }
}

} // namespace gridbook::exchange
