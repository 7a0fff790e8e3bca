#include "core/exchange/rowcomparer.h"
#include "core/base/partialdate.h"
#include "core/exchange/orgnames.h"
#include "core/registry/valuetext.h"
#include "core/text/normalise.h"
#include <QCoreApplication>
#include <QSet>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)
};

QVariant dayValue(QDate day)
{
    return QVariant::fromValue(PartialDate(day));
}

bool isNote(const Field &field)
{
    return field.type == FieldType::LongText;
}

// What a note lacks of what the roster says; a note only grows.
QString grownNote(const QString &before, const QString &said)
{
    QString note = before;
    for (const QString &part : said.split(u'；', Qt::SkipEmptyParts)) {
        if (!note.contains(part.trimmed())) {
            note += (note.isEmpty() ? QString() : u"；"_qs) + part.trimmed();
        }
    }
    return note;
}

// Whether the row says anything of a part besides the day from which it holds.
bool tells(const ImportPlan &plan, const PlanRow &row, const QString &part)
{
    for (int i = 0; i < plan.targets.size(); ++i) {
        const Field &field = plan.targets.at(i).field;
        if (field.part == part && field.column != u"valid_from" && row.values.at(i).isValid()) {
            return true;
        }
    }
    return false;
}

} // namespace

ImportPolicy policyOf(const ImportPlan &plan, const PlanRow &row)
{
    switch (row.decision) {
    case RowDecision::Skip:
        return ImportPolicy::Skip;
    case RowDecision::FillEmpty:
        return ImportPolicy::FillEmpty;
    case RowDecision::Overwrite:
        return ImportPolicy::Overwrite;
    case RowDecision::None:
    case RowDecision::AsNew:
        break;
    }
    return plan.choices.policy;
}

Result<Surroundings> Surroundings::load(RegistryReader &reader, const ImportPlan &plan, QDate today)
{
    Surroundings around;
    if (plan.registry == u"grid") {
        GRIDBOOK_ASSIGN(around.grids, GridSurroundings::load(reader, today));
    }
    if (plan.registry == u"member") {
        GRIDBOOK_ASSIGN(around.members, BranchMembers::load(reader.database(), today, plan.choices.asOf));
    }
    return around;
}

void RowComparer::compare(const ImportPlan &plan, PlanRow &row, const QVariantList &existing, const QVariantList &then)
{
    row.changes.clear();
    row.isTransfer = false;
    row.isReturn = false;
    row.increase.clear();
    row.needsIncrease = false;
    m_day = plan.registry == u"member" ? dayOf(plan, row) : plan.choices.asOf;
    if (row.record == 0) {
        addDefaults(plan, row);
    } else {
        findChanges(plan, row, existing);
        beginReturn(plan, row, existing);
        keepNewer(plan, row, then, existing);
        decideTransfer(plan, row, existing);
        leaveStepsToActions(plan, row);
        leaveOutStrangers(plan, row, existing);
        dateMoves(plan, row, existing);
    }
    validate(plan, row, existing);
    refuseSecondNumber(plan, row);
    askHowTheyCame(plan, row);
    checkReturn(plan, row, existing);
    askAboutNumber(plan, row);
    row.state = stateOf(plan, row);
}

// A second question stands below the first: both have to be answered.
void RowComparer::ask(PlanRow &row, const QString &question)
{
    row.question += (row.question.isEmpty() ? QString() : u"\n"_qs) + question;
}

void RowComparer::askHowTheyCame(const ImportPlan &plan, PlanRow &row) const
{
    const auto branch = plan.value(row, u"branch").value<ReferenceValue>();
    if (plan.registry != u"member" || (row.record != 0 && !row.isReturn) || branch.id == 0) {
        return;
    }
    row.increase = increaseOf(plan, row, m_day, row.isReturn || m_members.makeIncrease(branch.id, m_day));
    // Whether the member came back at all is asked first.
    const bool isOpen = row.isReturn && !row.question.isEmpty();
    if (row.increase.isEmpty() && !row.hasErrors() && !isOpen && row.decision != RowDecision::Skip) {
        row.needsIncrease = true;
        const QString question =
            row.isReturn ? Texts::tr("Say how this member came back.")
            : m_members.any(branch.id)
                ? Texts::tr("%1 has members already: say how this new one came.").arg(branch.title)
                : Texts::tr("The book had members before the roster's day: say how this new one of %1 came.")
                      .arg(branch.title);
        addIssue(row, plan.target(roster::arrival), IssueLevel::Warning, question);
        ask(row, question);
    }
}

// The user may well say that a row is somebody new; but two people never have one ID number.
void RowComparer::refuseSecondNumber(const ImportPlan &plan, PlanRow &row) const
{
    const int at = plan.target(u"idNumber");
    if (row.decision != RowDecision::AsNew || at < 0 || !row.values.at(at).isValid()) {
        return;
    }
    const QByteArray index = m_reader.sealer().blindIndex(row.values.at(at).toString(), u"id_number"_qs);
    const auto known = m_reader.database().scalar(
        u"SELECT name FROM person WHERE id_number_index = ? AND voided_at IS NULL"_qs, {index});
    if (known && !known->isNull()) {
        addIssue(row, at, IssueLevel::Error,
                 Texts::tr("%1 in the book has this ID number, so this cannot be somebody new. Take the record of the "
                           "book, or correct the number.")
                     .arg(known->toString()));
    }
}

// Only where something of it would be written: what the book holds already was decided once.
void RowComparer::askAboutNumber(const ImportPlan &plan, PlanRow &row)
{
    const bool writes =
        row.record == 0 || std::any_of(row.changes.begin(), row.changes.end(), [&](const PlanChange &change) {
            const QString &field = plan.targets.at(change.field).field.id;
            return change.applied && (field == u"birth" || field == u"sex" || field == u"idNumber");
        });
    if (!row.disagreement.isEmpty() && writes) {
        ask(row, Texts::tr("%1 Which one is right?").arg(row.disagreement));
    } else {
        row.disagreement.clear();
    }
}

void RowComparer::addDefaults(const ImportPlan &plan, PlanRow &row)
{
    const auto fill = [&](QStringView field, const QVariant &value) {
        const int at = plan.target(field);
        if (at >= 0 && !row.values.at(at).isValid()) {
            row.values[at] = value;
            row.derived[at] = true;
        }
    };
    const QDate asOf = m_day;
    if (plan.registry == u"member") {
        const auto join = plan.value(row, u"joinDate").value<PartialDate>();
        const auto full = plan.value(row, u"fullDate").value<PartialDate>();
        const int category = plan.target(u"category");
        if (!row.values.at(category).isValid()) {
            const bool recent = full.isNull() && !join.isNull() && join.firstDay().addYears(1) > asOf;
            if (full.isNull() && plan.cellText(row, category).isEmpty()) {
                addIssue(
                    row, category, IssueLevel::Warning,
                    recent ? Texts::tr("The roster does not say the category; joined within the last year, so taken as "
                                       "probationary.")
                           : Texts::tr("The roster does not say the category; taken as a full member."));
            }
            if (plan.cellText(row, category).isEmpty()) {
                fill(u"category", recent ? u"probationary"_qs : u"full"_qs);
            }
        }
        // Nobody is a full member before a year as a probationary one (Party constitution, article 7).
        if (full.isNull() && !join.isNull() && !row.derived.at(category) &&
            row.values.at(category).toString() == u"full" && join.firstDay().addYears(1) > asOf) {
            addIssue(
                row, category, IssueLevel::Warning,
                Texts::tr("A full member who joined less than a year before the roster's day: check the category."));
        }
        const RowId branch = plan.value(row, u"branch").value<ReferenceValue>().id;
        // An admission counts in its quarter; but nobody is in a branch before it is made with the roster.
        const bool admitted = branch >= 0 && isAdmittedLately(plan, row, asOf) &&
                              increaseOf(plan, row, asOf, m_members.makeIncrease(branch, asOf)) == u"1";
        const QDate since = join.isNull() ? asOf : admitted ? join.firstDay() : qMax(asOf, join.firstDay());
        fill(u"since", dayValue(since));
        if (plan.cellText(row, plan.target(u"state")).isEmpty()) {
            fill(u"state", u"1"_qs);
        }
        fill(u"stateSince", dayValue(since));
        if (tells(plan, row, u"w"_qs)) {
            fill(u"whereaboutsSince", dayValue(since));
        }
        return;
    }
    if (plan.registry == u"partyOrg") {
        const QString name = plan.value(row, u"shortName").toString();
        if (!name.isEmpty()) {
            fill(u"fullName", fullOrgName(name));
            fill(u"type", orgTypeOf(plan.value(row, u"fullName").toString()));
        }
    }
    for (const ImportTarget &target : plan.targets) {
        if (target.field.isRequired && target.field.column == u"valid_from") {
            fill(target.field.id, dayValue(asOf));
        }
    }
}

bool RowComparer::isSame(const Field &field, const QVariant &before, const QVariant &after) const
{
    switch (field.type) {
    case FieldType::Date: {
        // A date known to the month says nothing against the day that the book knows.
        const auto known = before.value<PartialDate>();
        const auto said = after.value<PartialDate>();
        return known == said || (!known.isNull() && said.precision() > known.precision() &&
                                 said.firstDay() <= known.firstDay() && known.lastDay() <= said.lastDay());
    }
    case FieldType::Text:
    case FieldType::Phone:
    case FieldType::CitizenId:
        return text::tidied(before.toString()) == text::tidied(after.toString());
    case FieldType::LongText:
        return grownNote(before.toString(), after.toString()) == before.toString();
    case FieldType::Decimal:
        return qFuzzyCompare(before.toDouble() + 1, after.toDouble() + 1);
    case FieldType::YesNo:
        return before.isValid() && before.toBool() == after.toBool();
    default:
        return storedValue(before).toString() == storedValue(after).toString();
    }
}

void RowComparer::findChanges(const ImportPlan &plan, PlanRow &row, const QVariantList &existing) const
{
    const ImportPolicy policy = policyOf(plan, row);
    const RowId grid = row.record;
    for (int i = 0; i < plan.targets.size(); ++i) {
        const Field &field = plan.targets.at(i).field;
        const QVariant &after = row.values.at(i);
        if (!after.isValid() || (plan.targets.at(i).isExtra && !m_grids)) {
            continue; // blank never clears; what a roster says besides is of the roster
        }
        QVariant before = existing.value(i);
        QVariant applied = after;
        if (m_grids && field.id == gridledger::leader) {
            before = m_grids->leaderOf(grid);
        } else if (m_grids && field.id == gridledger::workers) {
            before = m_grids->workersOf(grid).join(u'、');
            QStringList said = namesIn(after.toString());
            said.sort();
            if (said.join(u'、') == before.toString()) {
                continue;
            }
        } else if (m_grids && (field.id == gridledger::buildings || field.id == gridledger::branches)) {
            const QStringList known =
                field.id == gridledger::buildings ? m_grids->buildingsOf(grid) : m_grids->organizationsOf(grid);
            const QStringList said = after.toString().split(u'、');
            if (std::all_of(said.begin(), said.end(), [&](const QString &each) { return known.contains(each); })) {
                continue; // the ledger names fewer: nothing is sent away by silence
            }
            before = known.join(u'、');
        } else if (field.id == gridledger::leaderPhone || field.id == gridledger::workerPhone ||
                   field.id == gridledger::estate || field.id == gridledger::households) {
            continue; // only beside another cell
        }
        const bool wasBlank = storedValue(before).toString().isEmpty();
        if (row.derived.at(i) && !wasBlank) {
            continue;
        }
        if (!wasBlank && isSame(field, before, after)) {
            continue;
        }
        const bool isFiner = field.type == FieldType::Date && !wasBlank && isSame(field, after, before);
        const bool grows = isNote(field) && !wasBlank;
        if (grows) {
            applied = grownNote(before.toString(), after.toString());
        }
        // A new count of another day does not overwrite the old one: both stay.
        const bool isCount = m_grids && plan.targets.at(i).isExtra && field.type == FieldType::Integer;
        const bool fills = wasBlank || isFiner || grows || isCount;
        const bool applies = policy == ImportPolicy::Overwrite || (policy == ImportPolicy::FillEmpty && fills);
        row.changes.append({i, before, applied, applies});
    }
}

// A state that only an action reaches (死亡, 已转出) has more to it than a cell: the book is kept, the rest of the row
// goes on.
void RowComparer::leaveStepsToActions(const ImportPlan &plan, PlanRow &row) const
{
    const auto isStep = [&](const Field &field, const QVariant &code) {
        const CodeTable *table = m_reader.catalog().codes().find(field.codeTable);
        const CodeItem *item = table == nullptr ? nullptr : table->byCode(code.toString());
        return item != nullptr && item->hasTag(field.stepTag);
    };
    QList<PlanChange> left;
    for (const PlanChange &change : std::as_const(row.changes)) {
        const Field &field = plan.targets.at(change.field).field;
        if (field.stepTag.isEmpty() || isStep(field, change.before) || !isStep(field, change.after)) {
            left << change;
            continue;
        }
        addIssue(
            row, change.field, IssueLevel::Warning,
            Texts::tr("The roster says “%1”. That is a step of its own and no correction: the book is kept; take the "
                      "step by an action of the record.")
                .arg(valueText(field, change.after, m_reader.catalog().codes(), {})));
    }
    row.changes = left;
}

// What has changed in the book since the roster's day is newer than the roster.
void RowComparer::keepNewer(const ImportPlan &plan, PlanRow &row, const QVariantList &then,
                            const QVariantList &existing) const
{
    if (then.isEmpty() || row.decision == RowDecision::Overwrite) {
        return;
    }
    row.changes.removeIf([&](const PlanChange &change) {
        const Field &field = plan.targets.at(change.field).field;
        const bool isNewer =
            keepingOf(m_reader.catalog(), m_spec, field) &&
            storedValue(then.value(change.field)).toString() != storedValue(existing.value(change.field)).toString();
        if (isNewer) {
            addIssue(
                row, change.field, IssueLevel::Warning,
                Texts::tr("“%1” changed in the book after the roster's day; the book is kept.").arg(field.label.zh));
        }
        return isNewer;
    });
}

void RowComparer::validate(const ImportPlan &plan, PlanRow &row, const QVariantList &existing)
{
    QVariantMap values;
    QSet<int> touched;
    if (row.record == 0) {
        for (int i = 0; i < plan.targets.size(); ++i) {
            if (row.values.at(i).isValid()) {
                values.insert(plan.targets.at(i).field.id, row.values.at(i));
            }
        }
    } else {
        for (int i = 0; i < plan.targets.size(); ++i) {
            if (existing.value(i).isValid()) {
                values.insert(plan.targets.at(i).field.id, existing.at(i));
            }
        }
        for (const PlanChange &change : std::as_const(row.changes)) {
            if (change.applied) {
                values.insert(plan.targets.at(change.field).field.id, change.after);
                touched.insert(change.field);
            }
        }
    }
    if (row.record != 0 && touched.isEmpty()) {
        return;
    }
    Record before{plan.registry, row.record, m_day, {}, {}};
    for (int i = 0; i < plan.targets.size() && row.record != 0; ++i) {
        before.values.insert(plan.targets.at(i).field.id, existing.value(i));
    }
    const auto issues = m_store.check(before, values, m_today, &m_ruleMemory);
    if (!issues) {
        addIssue(row, -1, IssueLevel::Error, issues.error().message);
        return;
    }
    if (contradictsBook(plan, row, before, values, *issues)) {
        ask(row,
            Texts::tr("The roster says otherwise than the book, and only what is empty would be filled, which does not "
                      "fit together. Overwrite the book with this row, or skip it."));
        return;
    }
    // Birth and sex were weighed against the ID number of the row when it was understood, in the roster's own words.
    const int idNumber = plan.target(u"idNumber");
    const bool isWeighed = idNumber >= 0 && row.values.at(idNumber).isValid();
    for (const Issue &issue : *issues) {
        if (isWeighed && issue.level == IssueLevel::Warning && (issue.field == u"birth" || issue.field == u"sex")) {
            continue;
        }
        const int at = plan.target(issue.field);
        const bool goesAlong = row.isTransfer && (issue.field == u"group" || issue.field == u"grid");
        const bool isOld = row.record != 0 && !touched.contains(at) && !goesAlong; // the book's own matter
        const bool known = std::any_of(row.issues.begin(), row.issues.end(), [&](const PlanIssue &each) {
            return each.field == at && each.level == IssueLevel::Error;
        });
        // A roster has the columns it has: what a form would insist on is said here and asked for later.
        const bool isAbsent = at >= 0 && !plan.targets.at(at).field.isRequired && !row.values.at(at).isValid() &&
                              plan.cellText(row, at).isEmpty();
        if (!isOld && !known) {
            addIssue(row, at, isAbsent ? IssueLevel::Warning : issue.level, issue.message);
        }
    }
}

// A row that is right in itself, of which the half that is filled into the book would be wrong there.
bool RowComparer::contradictsBook(const ImportPlan &plan, const PlanRow &row, const Record &before, QVariantMap values,
                                  const QList<Issue> &issues)
{
    const auto isError = [](const Issue &issue) { return issue.level == IssueLevel::Error; };
    const auto isLeft = [](const PlanChange &change) { return !change.applied; };
    if (row.record == 0 || row.decision != RowDecision::None || policyOf(plan, row) != ImportPolicy::FillEmpty ||
        std::none_of(issues.begin(), issues.end(), isError) ||
        std::none_of(row.changes.begin(), row.changes.end(), isLeft)) {
        return false;
    }
    for (const PlanChange &change : row.changes) {
        values.insert(plan.targets.at(change.field).field.id, change.after);
    }
    const auto whole = m_store.check(before, values, m_today, &m_ruleMemory);
    return whole && std::none_of(whole->begin(), whole->end(), isError);
}

RowState RowComparer::stateOf(const ImportPlan &plan, PlanRow &row) const
{
    if (row.decision == RowDecision::Skip) {
        return RowState::Skipped;
    }
    if (row.hasErrors()) {
        return RowState::Wrong;
    }
    if (!row.question.isEmpty()) {
        return plan.choices.policy == ImportPolicy::Skip && row.record != 0 ? RowState::Skipped : RowState::Conflict;
    }
    if (row.record == 0) {
        return RowState::New;
    }
    if (row.changes.isEmpty()) {
        return RowState::Same;
    }
    const bool applies =
        std::any_of(row.changes.begin(), row.changes.end(), [](const PlanChange &change) { return change.applied; });
    if (applies) {
        return RowState::Changed;
    }
    const ImportPolicy policy = policyOf(plan, row);
    const bool onlyTransfer = std::all_of(row.changes.begin(), row.changes.end(), [&](const PlanChange &change) {
        return plan.targets.at(change.field).field.part == u"a";
    });
    if (policy == ImportPolicy::Skip || row.decision == RowDecision::FillEmpty || (row.isTransfer && onlyTransfer)) {
        return RowState::Skipped; // looked at and kept as the book has it
    }
    row.question = Texts::tr("The roster says otherwise than the book. Keep the book or take the roster?");
    return RowState::Conflict;
}

} // namespace gridbook::exchange
