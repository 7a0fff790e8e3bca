#include "core/exchange/importplanner.h"
#include "core/base/partialdate.h"
#include "core/changes/journal.h"
#include "core/exchange/importmatch.h"
#include "core/exchange/readahead.h"
#include "core/text/dates.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <numeric>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int step = 500; // rows between two words of progress

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)
};

// Births that cannot both be true of one person.
bool bornApart(const ImportPlan &plan, const PlanRow &a, const PlanRow &b)
{
    const auto first = plan.value(a, u"birth").value<PartialDate>();
    const auto second = plan.value(b, u"birth").value<PartialDate>();
    return !first.isNull() && !second.isNull() &&
           (first.lastDay() < second.firstDay() || second.lastDay() < first.firstDay());
}

// Null for a registry of things.
std::unique_ptr<PeopleFinder> peopleFinder(RegistryReader &reader, const RegistrySpec &spec, ImportPlan &plan)
{
    const bool hasPeople =
        std::any_of(spec.parts.begin(), spec.parts.end(), [](const Part &part) { return part.table == u"person"; });
    return hasPeople ? std::make_unique<PeopleFinder>(reader, spec, plan) : nullptr;
}

QList<int> places(qsizetype from, qsizetype to)
{
    QList<int> all(to - from);
    std::iota(all.begin(), all.end(), int(from));
    return all;
}

} // namespace

QDate rosterDay(const SheetLayout &layout, QDate today)
{
    static const QRegularExpression dates(
        u"(20\\d{2})\\s*[年./-]\\s*(\\d{1,2})(?!\\d|\\s*季)(?:\\s*[月./-]\\s*(\\d{1,2}))?"_qs);
    static const QRegularExpression parts(u"(20\\d{2})\\s*年?\\s*(?:第?\\s*([一二三四1-4])\\s*季度|([上下])半年)"_qs);
    for (const QString &said : {layout.reportDate, layout.title}) {
        if (const auto match = dates.match(said); match.hasMatch()) {
            QDate day(match.captured(1).toInt(), match.captured(2).toInt(), qMax(1, match.captured(3).toInt()));
            if (day.isValid() && match.captured(3).isEmpty()) {
                day.setDate(day.year(), day.month(), day.daysInMonth());
            }
            if (day.isValid()) {
                return qMin(day, today);
            }
        }
        if (const auto part = parts.match(said); part.hasMatch()) {
            const QString quarter = part.captured(2);
            const int number = quarter.isEmpty() ? (part.captured(3) == u"上" ? 2 : 4)
                                                 : int(QStringView(u"一二三四1234").indexOf(quarter) % 4) + 1;
            return qMin(Quarter(part.captured(1).toInt(), number).lastDay(), today);
        }
    }
    if (layout.year >= 2000 && layout.year < today.year()) {
        return {layout.year, 12, 31};
    }
    return today;
}

Result<QList<SheetStart>> readStarts(SheetReader &reader)
{
    const LayoutOptions options;
    QList<SheetStart> starts;
    for (int i = 0; i < reader.sheets().size(); ++i) {
        SheetStart start;
        GRIDBOOK_ASSIGN(start.info, reader.inspect(i));
        GRIDBOOK_TRY(reader.read(i, [&](const SheetRow &row) {
            start.rows.append(row);
            return start.rows.size() < options.searchRows;
        }));
        starts.append(std::move(start));
    }
    return starts;
}

namespace {

ImportSource sourceOf(const QString &path, const OpenOptions &options, const QList<SheetStart> &starts,
                      const RegistrySpec &spec)
{
    const QList<ColumnTarget> targets = columnTargets(importTargets(spec));
    const LayoutOptions layouts = layoutOptions(spec);
    ImportSource source{path, options, {}};
    for (int i = 0; i < starts.size(); ++i) {
        const SheetInfo &info = starts.at(i).info;
        SheetLayout layout = understandSheet(starts.at(i).rows, info, targets, layouts);
        if (!info.hidden && layout.hasHead() && layout.columnOf(layouts.nameField) >= 0) {
            source.sheets.append({i, info.name, std::move(layout)});
        }
    }
    return source;
}

Error noSuchList(const QString &path, const RegistrySpec &spec)
{
    return {ErrorKind::Invalid,
            Texts::tr("No sheet of %1 looks like a list of “%2”: there is no row with the headings of such a list. "
                      "Choose the head row and the columns by hand, or choose another kind of record.")
                .arg(QFileInfo(path).fileName(), spec.term.zh),
            path};
}

Error notImported(const RegistrySpec &spec)
{
    return {ErrorKind::Refused,
            Texts::tr("“%1” cannot be imported from a file: enter these records in the window.").arg(spec.term.zh),
            spec.id};
}

// Without a name of its own a record is not found again, and a row of data not told from another.
bool hasNames(const RegistrySpec &spec)
{
    return !layoutOptions(spec).nameField.isEmpty();
}

// The registry that cannot be imported whose list one of the sheets is: every column of its head is one of that list,
// as in what the program exports, and there are more of them than the most that fit another registry.
const RegistrySpec *listNotImported(const QList<SheetStart> &starts, const Catalog &catalog, int most)
{
    constexpr int least = 3; // fewer headings could stand in any list
    const RegistrySpec *best = nullptr;
    most = qMax(most, least - 1);
    for (const RegistrySpec &spec : catalog.registries()) {
        if (hasNames(spec)) {
            continue;
        }
        QList<ColumnTarget> targets;
        for (const Field &field : spec.fields) { // also those that a list only shows
            targets.append({field.id, {field.label.zh, field.label.en}});
        }
        for (const SheetStart &start : starts) {
            const SheetLayout layout = understandSheet(start.rows, start.info, targets, layoutOptions(spec));
            const bool known = layout.hasHead() &&
                               std::all_of(layout.columns.begin(), layout.columns.end(), [](const SheetColumn &column) {
                                   return column.ordinal || column.heading.isEmpty() || !column.field.isEmpty();
                               });
            if (known && layout.matched() > most) {
                most = layout.matched();
                best = &spec;
            }
        }
    }
    return best;
}

} // namespace

Error futureRoster(QDate day)
{
    return {ErrorKind::Invalid,
            Texts::tr("The day of the roster, %1, has not come yet. Choose a day up to today.")
                .arg(day.toString(Qt::ISODate)),
            {}};
}

Result<ImportSource> proposeSource(const QString &path, const RegistrySpec &spec, const OpenOptions &options)
{
    if (!hasNames(spec)) {
        return notImported(spec);
    }
    GRIDBOOK_ASSIGN(const std::unique_ptr<SheetReader> reader, openSheets(path, options));
    GRIDBOOK_ASSIGN(const QList<SheetStart> starts, readStarts(*reader));
    ImportSource source = sourceOf(path, options, starts, spec);
    if (source.sheets.isEmpty()) {
        return noSuchList(path, spec);
    }
    return source;
}

const QStringList &importableRegistries()
{
    static const QStringList all{u"member"_qs, u"grid"_qs,          u"partyOrg"_qs, u"building"_qs,
                                 u"estate"_qs, u"residentGroup"_qs, u"person"_qs};
    return all;
}

Result<QString> proposeRegistry(const QString &path, const Catalog &catalog, const OpenOptions &options)
{
    GRIDBOOK_ASSIGN(const std::unique_ptr<SheetReader> reader, openSheets(path, options));
    GRIDBOOK_ASSIGN(const QList<SheetStart> starts, readStarts(*reader));
    return proposeRegistry(path, starts, catalog);
}

Result<QString> proposeRegistry(const QString &path, const QList<SheetStart> &starts, const Catalog &catalog)
{
    QString best;
    int most = 0;
    const RegistrySpec *last = nullptr;
    for (const QString &id : importableRegistries()) {
        const RegistrySpec *spec = catalog.registry(id);
        if (spec == nullptr) {
            continue;
        }
        last = spec;
        const ImportSource source = sourceOf(path, {}, starts, *spec);
        for (const ImportSource::Sheet &sheet : source.sheets) {
            if (sheet.layout.matched() > most) {
                most = sheet.layout.matched();
                best = id;
            }
        }
    }
    if (const RegistrySpec *const other = listNotImported(starts, catalog, most)) {
        return notImported(*other);
    }
    return best.isEmpty() ? Result<QString>(noSuchList(path, *last)) : Result<QString>(best);
}

Result<ImportPlan> ImportPlanner::plan(const QString &registry, const ImportSource &source,
                                       const ImportChoices &choices, const Progress &progress)
{
    const RegistrySpec *spec = m_reader.catalog().registry(registry);
    if (spec == nullptr) {
        return Error{ErrorKind::NotFound, Texts::tr("There is no registry “%1”.").arg(registry), registry};
    }
    ImportPlan plan;
    plan.registry = registry;
    plan.source = source;
    plan.choices = choices;
    if (!plan.choices.asOf.isValid()) {
        plan.choices.asOf = source.sheets.isEmpty() ? m_today : rosterDay(source.sheets.first().layout, m_today);
    }
    if (plan.choices.asOf > m_today) {
        return futureRoster(plan.choices.asOf);
    }
    plan.targets = importTargets(*spec);
    GRIDBOOK_ASSIGN(const std::unique_ptr<SheetReader> reader, openSheets(source.path, source.options));
    plan.isUntyped = reader->textFormat().has_value();
    GRIDBOOK_TRY(prepare(plan));
    for (int at = 0; at < source.sheets.size(); ++at) {
        const ImportSource::Sheet &sheet = source.sheets.at(at);
        ReadAhead ahead(*reader, sheet.index, sheet.layout);
        const QString what = Texts::tr("Reading “%1”").arg(sheet.name);
        for (bool more = true; more;) {
            GRIDBOOK_ASSIGN(const QList<DataRow> rows, ahead.next(progress, plan.rows.size(), what));
            for (const DataRow &row : rows) {
                take(plan, at, row);
            }
            more = !rows.isEmpty();
            if (!progress.goesOn(plan.rows.size(), 0, what)) {
                return importCancelled();
            }
        }
    }
    GRIDBOOK_TRY(judge(plan, progress));
    return plan;
}

// A row of the file becomes a row of the plan, if it holds data; its cells are understood.
void ImportPlanner::take(ImportPlan &plan, int sheet, const DataRow &data)
{
    if (data.kind == RowClass::Data || data.kind == RowClass::Nameless) {
        PlanRow row;
        row.sheet = sheet;
        row.number = data.number;
        row.hidden = data.hidden;
        row.nameless = data.kind == RowClass::Nameless;
        row.cells = data.cells;
        row.group = data.group;
        row.around = data.around;
        row.caption = data.caption;
        plan.rows.append(std::move(row));
        m_interpreter->interpret(plan, plan.rows.last());
    } else if (data.kind != RowClass::Head && data.kind != RowClass::Title) {
        ++plan.notesLeftOut;
    }
}

// Before the first row is understood: what the book is like.
Done ImportPlanner::prepare(ImportPlan &plan)
{
    plan.newReferences.clear();
    GRIDBOOK_ASSIGN(const JournalHead head, journalHead(m_reader.database()));
    plan.bookState = head.lastBatch.value();
    GRIDBOOK_ASSIGN(m_interpreter, RowInterpreter::create(m_reader, plan, m_today));
    return {};
}

Done ImportPlanner::replanAll(ImportPlan &plan, const Progress &progress)
{
    GRIDBOOK_TRY(prepare(plan));
    const qint64 total = plan.rows.size() * 2;
    for (qsizetype i = 0; i < plan.rows.size(); ++i) {
        if (i % step == 0 && !progress.goesOn(i, total, Texts::tr("Understanding the cells"))) {
            return importCancelled();
        }
        m_interpreter->interpret(plan, plan.rows[i]);
    }
    return judge(plan, progress);
}

// When all rows are understood: which are the same, and what the book knows of them.
Done ImportPlanner::judge(ImportPlan &plan, const Progress &progress)
{
    findDuplicates(plan);
    if (ownReference(plan) >= 0) { // now that the names of all rows are known
        plan.newReferences.clear();
        m_interpreter->know(OwnNames::of(plan));
        for (PlanRow &row : plan.rows) {
            m_interpreter->interpret(plan, row);
        }
        findDuplicates(plan);
    }
    GRIDBOOK_TRY(compare(plan, places(0, plan.rows.size()), progress));
    gatherQuestions(plan);
    return {};
}

Done ImportPlanner::replan(ImportPlan &plan, QList<int> rows)
{
    GRIDBOOK_ASSIGN(const JournalHead head, journalHead(m_reader.database()));
    // A row that is mended may be the superior of any other.
    if (head.lastBatch.value() != plan.bookState || ownReference(plan) >= 0) {
        return replanAll(plan);
    }
    if (!m_interpreter) {
        GRIDBOOK_ASSIGN(m_interpreter, RowInterpreter::create(m_reader, plan, m_today));
    }
    for (const int at : std::as_const(rows)) {
        m_interpreter->interpret(plan, plan.rows[at]);
    }
    for (const int at : findDuplicates(plan)) {
        if (!rows.contains(at)) {
            m_interpreter->interpret(plan, plan.rows[at]);
            rows << at;
        }
    }
    GRIDBOOK_TRY(compare(plan, rows, {}));
    gatherQuestions(plan);
    return {};
}

// Rows that mean the same record as an earlier one. Returns those for which this has changed.
QList<int> ImportPlanner::findDuplicates(ImportPlan &plan)
{
    QHash<QString, int> strong;
    QHash<QString, int> weak;
    QList<int> changed;
    for (int at = 0; at < plan.rows.size(); ++at) {
        PlanRow &row = plan.rows[at];
        int same = -1;
        row.isNamesake = false;
        if (!row.strongKey.isEmpty()) {
            same = strong.value(row.strongKey, -1);
            if (same < 0) {
                strong.insert(row.strongKey, at);
            }
        }
        for (const QString &key : std::as_const(row.weakKeys)) {
            const int other = weak.value(key, -1);
            if (other < 0) {
                weak.insert(key, at);
            } else if (same < 0 && (row.strongKey.isEmpty() || plan.rows.at(other).strongKey.isEmpty())) {
                const bool byName = key.contains(sameBranchMark);
                if (!byName || !bornApart(plan, row, plan.rows.at(other))) {
                    same = other;
                    row.isNamesake = byName;
                }
            }
        }
        if (row.sameAs != same) {
            row.sameAs = same;
            changed << at;
        }
    }
    return changed;
}

Done ImportPlanner::compare(ImportPlan &plan, const QList<int> &rows, const Progress &progress)
{
    const RegistrySpec &spec = *m_reader.catalog().registry(plan.registry);
    GRIDBOOK_ASSIGN(const auto moment, oneMoment(m_reader.database()));
    for (const int at : rows) {
        PlanRow &row = plan.rows[at];
        row.record = 0;
        row.person = 0;
        row.candidates.clear();
        row.question.clear();
    }
    if (const auto people = peopleFinder(m_reader, spec, plan)) {
        GRIDBOOK_TRY(people->find(rows, progress));
    } else {
        GRIDBOOK_TRY(matchThings(m_reader, spec, m_today, plan, rows));
        toRecords(plan);
    }
    Comparison comparison(m_reader, plan, m_today);
    GRIDBOOK_TRY(comparison.run(rows, m_openReader, progress));
    for (const int at : rows) {
        if (plan.rows.at(at).sameAs >= 0) {
            decideDuplicate(plan, plan.rows[at]);
        }
    }
    GRIDBOOK_TRY(settle(m_reader, plan));
    proposeIncrease(plan, comparison.members());
    return {};
}

// Where all members of the branches were entered with the roster of this day, the row is likely one of that roster,
// which was wrong then and is mended now.
void ImportPlanner::proposeIncrease(ImportPlan &plan, const BranchMembers &members)
{
    plan.increaseProposal.clear();
    const int branch = plan.target(u"branch");
    for (const PlanRow &row : std::as_const(plan.rows)) {
        if (row.needsIncrease) {
            const bool isRest = members.onlyOpened(row.values.at(branch).value<ReferenceValue>().id);
            plan.increaseProposal = isRest && plan.increaseProposal != increaseByRoster ? u"0"_qs : increaseByRoster;
        }
    }
}

// The same record twice in the file: equal rows count once; otherwise the user says which one counts. Taking the second
// means that it is laid over the first.
void ImportPlanner::decideDuplicate(ImportPlan &plan, PlanRow &row)
{
    const PlanRow &first = plan.rows.at(row.sameAs);
    const bool twoForCertain = row.strongKey.isEmpty() || row.strongKey != first.strongKey;
    if (row.state == RowState::Wrong || row.state == RowState::Skipped ||
        (row.decision == RowDecision::AsNew && twoForCertain)) {
        return;
    }
    if (row.values == first.values && row.record == first.record) {
        row.state = RowState::Same;
        addIssue(row, -1, IssueLevel::Warning, Texts::tr("The same as row %1.").arg(first.number));
        return;
    }
    if (row.decision != RowDecision::FillEmpty && row.decision != RowDecision::Overwrite) {
        row.state = RowState::Conflict;
        row.question = row.isNamesake
                           ? Texts::tr("Row %1 of the file has the same name in the same branch, and neither ID number "
                                       "nor birth date tells them apart. Is it the same person?")
                                 .arg(first.number)
                           : Texts::tr("Row %1 of the file means the same record. Which one counts?").arg(first.number);
        return;
    }
    if (row.record == 0) {
        row.state = RowState::Changed;
        for (int i = 0; i < plan.targets.size(); ++i) {
            const QVariant &before = first.values.at(i);
            const QVariant &after = row.values.at(i);
            if (after.isValid() && after != before && !row.derived.at(i)) {
                row.changes.append({i, before, after, !before.isValid() || row.decision == RowDecision::Overwrite});
            }
        }
    }
}

void ImportPlanner::gatherQuestions(ImportPlan &plan)
{
    plan.questions.clear();
    QHash<QString, qsizetype> places;
    for (const PlanRow &row : std::as_const(plan.rows)) {
        for (const ValueQuestion &asked : row.asked) {
            const QString key = QString::number(asked.field) + u'|' + asked.text;
            const auto it = places.constFind(key);
            if (it == places.cend()) {
                places.insert(key, plan.questions.size());
                plan.questions.append(asked);
                plan.questions.last().rows = 1;
            } else {
                ++plan.questions[*it].rows;
            }
        }
    }
    // What cannot be taken in undecided comes first, column by column; then what was read, but may mean something else.
    std::stable_sort(plan.questions.begin(), plan.questions.end(), [&plan](const auto &a, const auto &b) {
        const auto rank = [&plan](const ValueQuestion &question) {
            const bool isRead = plan.targets.at(question.field).field.type == FieldType::Date;
            return std::pair(isRead, question.field);
        };
        return rank(a) < rank(b);
    });
}

} // namespace gridbook::exchange
