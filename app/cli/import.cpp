#include "app/cli/command.h"
#include "core/exchange/importarrivals.h"
#include "core/exchange/importer.h"
#include "core/exchange/importmeanings.h"
#include "core/exchange/importmemory.h"
#include "core/exchange/importplanner.h"
#include "core/exchange/wrongrows.h"
#include "core/rules/codetables.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace gridbook::cli {

using namespace Qt::StringLiterals;
using namespace exchange;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr int mostFaults = 200;  // listed; the file of --wrong holds them all
constexpr int mostWarnings = 20; // listed as text; --json has them all

// The answers to --increase, with their words: "0 建账期初, 1 发展党员 …".
QString increaseAnswers(const CodeTables &codes)
{
    QStringList answers;
    for (const CodeItem &item : codes.find(u"increaseKind")->items) {
        answers << item.code + u' ' + item.term.zh;
    }
    answers << Texts::tr("%1 (who joined lately was admitted, the others transferred in)").arg(increaseByRoster);
    return answers.join(u", "_qs);
}

// The answers on the command line, or what is wrong with them.
struct Asked
{
    ImportChoices choices;
    QString fault;
};

Asked asked(const Call &call)
{
    Asked result;
    if (call.has(u"as-of"_qs)) {
        const auto day = call.asOf();
        result.fault = day ? QString() : day.error().message;
        result.choices.asOf = day.valueOr(QDate());
        if (result.choices.asOf > call.surroundings().clock.today()) {
            result.fault = futureRoster(result.choices.asOf).message;
        }
    }
    static const QHash<QString, ImportPolicy> policies{{u"fill"_qs, ImportPolicy::FillEmpty},
                                                       {u"overwrite"_qs, ImportPolicy::Overwrite},
                                                       {u"skip"_qs, ImportPolicy::Skip}};
    if (call.has(u"policy"_qs)) {
        if (!policies.contains(call.option(u"policy"_qs))) {
            result.fault = Texts::tr("--policy is fill, overwrite or skip.");
        }
        result.choices.policy = policies.value(call.option(u"policy"_qs), ImportPolicy::FillEmpty);
    }
    result.choices.createMissing = call.has(u"create-missing"_qs);
    if (call.has(u"transfers"_qs)) {
        const QString answer = call.option(u"transfers"_qs);
        if (answer != u"transfer" && answer != u"keep") {
            result.fault = Texts::tr("--transfers is transfer or keep.");
        }
        result.choices.transfers = answer == u"transfer" ? TransferChoice::Transfer : TransferChoice::Keep;
    }
    if (call.has(u"increase"_qs)) {
        const CodeTables &codes = call.surroundings().catalog.codes();
        result.choices.increase = call.option(u"increase"_qs);
        if (result.choices.increase != increaseByRoster &&
            codes.find(u"increaseKind")->byCode(result.choices.increase) == nullptr) {
            result.fault = Texts::tr("--increase is one of: %1.").arg(increaseAnswers(codes));
        }
    }
    result.choices.acceptReadings = call.has(u"accept-dates"_qs);
    if (call.has(u"trust-numbers"_qs)) {
        result.choices.differences = DifferenceChoice::FromNumber;
    }
    if (call.has(u"accept-differences"_qs)) {
        result.choices.differences = DifferenceChoice::AsTyped;
        result.choices.reason = call.option(u"accept-differences"_qs).trimmed();
        if (result.choices.reason.isEmpty() || call.has(u"trust-numbers"_qs)) {
            result.fault = Texts::tr("--accept-differences needs a reason, and excludes --trust-numbers.");
        }
    }
    if (call.has(u"wrong"_qs)) {
        const auto format = checkedFormat(call.option(u"wrong"_qs));
        result.fault = format ? result.fault : format.error().message;
    }
    return result;
}

QString fieldName(const ImportPlan &plan, int field)
{
    return field < 0 ? QString() : plan.targets.at(field).field.label.zh;
}

// What stands in the way of the rows that are not taken in. Values of the cells are not shown: they may be ID numbers.
std::pair<QStringList, QJsonArray> faults(const ImportPlan &plan)
{
    QStringList lines;
    QJsonArray json;
    for (const PlanRow &row : plan.rows) {
        if (row.state != RowState::Wrong && row.state != RowState::Conflict) {
            continue;
        }
        const QString sheet = plan.source.sheets.at(row.sheet).name;
        const auto add = [&](const QString &field, const QString &message) {
            if (json.size() < mostFaults) {
                lines << (field.isEmpty() ? Texts::tr("row %1: %2").arg(row.number).arg(message)
                                          : Texts::tr("row %1, %2: %3").arg(row.number).arg(field, message));
                json.append(QJsonObject{
                    {u"sheet"_qs, sheet}, {u"row"_qs, row.number}, {u"field"_qs, field}, {u"message"_qs, message}});
            }
        };
        if (row.state == RowState::Conflict) {
            add({}, row.question);
        }
        for (const PlanIssue &issue : row.issues) {
            if (issue.level == IssueLevel::Error) {
                add(fieldName(plan, issue.field), issue.message);
            }
        }
    }
    return {lines, json};
}

// What is taken in, but worth a look.
std::pair<QStringList, QJsonArray> warnings(const ImportPlan &plan)
{
    QStringList lines;
    QJsonArray json;
    for (const PlanRow &row : plan.rows) {
        for (const PlanIssue &issue : row.issues) {
            if (!row.isApplied() || issue.level == IssueLevel::Error) {
                continue;
            }
            const QString field = fieldName(plan, issue.field);
            if (lines.size() < mostWarnings) {
                lines << (field.isEmpty() ? Texts::tr("row %1: %2").arg(row.number).arg(issue.message)
                                          : Texts::tr("row %1, %2: %3").arg(row.number).arg(field, issue.message));
            }
            json.append(QJsonObject{{u"sheet"_qs, plan.source.sheets.at(row.sheet).name},
                                    {u"row"_qs, row.number},
                                    {u"field"_qs, field},
                                    {u"message"_qs, issue.message}});
        }
    }
    return {lines, json};
}

// Columns that nothing is read from: nobody should think that they were.
std::pair<QStringList, QJsonArray> unread(const ImportPlan &plan)
{
    QStringList lines;
    QJsonArray json;
    for (const ImportSource::Sheet &sheet : plan.source.sheets) {
        const QStringList columns = sheet.layout.unread();
        if (!columns.isEmpty()) {
            lines << Texts::tr("%1: these columns are not read: %2").arg(sheet.name, columns.join(u", "_qs));
            json.append(QJsonObject{{u"sheet"_qs, sheet.name}, {u"columns"_qs, QJsonArray::fromStringList(columns)}});
        }
    }
    return {lines, json};
}

QJsonObject countsJson(const PlanCounts &counts)
{
    return {{u"new"_qs, counts.added},         {u"changed"_qs, counts.changed}, {u"same"_qs, counts.same},
            {u"conflict"_qs, counts.conflict}, {u"wrong"_qs, counts.wrong},     {u"skipped"_qs, counts.skipped},
            {u"warnings"_qs, counts.warnings}};
}

// --means TEXT=WHAT, for each column where the file asks what TEXT means. False: there was nothing to decide.
Result<bool> decideTexts(const Call &call, Book &book, ImportPlan *plan)
{
    bool decided = false;
    for (const QString &said : call.options(u"means"_qs)) {
        const QString text = said.section(u'=', 0, 0).trimmed();
        const QString words = said.section(u'=', 1).trimmed();
        bool asked = false;
        for (const ValueQuestion &question : std::as_const(plan->questions)) {
            if (question.text == text || groupName(question.text) == text) {
                GRIDBOOK_ASSIGN(const QString meaning, meaningOf(book.reader(), *plan, question, words));
                plan->choices.meanings[plan->targets.at(question.field).field.id].insert(question.text, meaning);
                asked = true;
            }
        }
        if (!asked) {
            return Error{ErrorKind::Invalid, Texts::tr("--means %1: the file asks about no such text.").arg(said), {}};
        }
        decided = true;
    }
    return decided;
}

// What the file says that the book cannot understand for certain, to be answered by --means.
std::pair<QStringList, QJsonArray> questions(const ImportPlan &plan)
{
    QStringList lines;
    QJsonArray json;
    for (const ValueQuestion &question : plan.questions) {
        const QString field = fieldName(plan, question.field);
        if (question.chosen.isEmpty() && json.size() < mostFaults) {
            lines << Texts::tr("%1 “%2” (%3 rows): %4")
                         .arg(field, question.text)
                         .arg(question.rows)
                         .arg(question.message);
            json.append(QJsonObject{{u"field"_qs, field},
                                    {u"text"_qs, question.text},
                                    {u"rows"_qs, question.rows},
                                    {u"message"_qs, question.message}});
        }
    }
    return {lines, json};
}

Result<ImportPlan> planFor(const Call &call, Book &book, const QString &registry, const ImportChoices &choices)
{
    const RegistrySpec &spec = *book.catalog().registry(registry);
    GRIDBOOK_ASSIGN(ImportSource source, proposeSource(call.argument(1), spec));
    ImportChoices all = choices;
    for (ImportSource::Sheet &sheet : source.sheets) { // as the office taught it in the window
        GRIDBOOK_ASSIGN(const auto memory, recallImport(book.database(), registry, sheet.layout.headings()));
        if (memory) {
            applyMemory(*memory, &sheet.layout);
            all.meanings = memory->meanings;
        }
    }
    ImportPlanner planner(book.reader(), book.clock().today(), [&book] { return book.openReader(); });
    GRIDBOOK_ASSIGN(ImportPlan plan, planner.plan(registry, source, all, call.progress()));
    GRIDBOOK_ASSIGN(const bool decided, decideTexts(call, book, &plan));
    if (decided) {
        GRIDBOOK_TRY(planner.replanAll(plan, call.progress()));
    }
    return plan;
}

Outcome told(const ImportPlan &plan, bool dryRun, const ImportResult *result, const QString &wrongFile)
{
    const PlanCounts counts = plan.counts();
    const auto [lines, json] = faults(plan);
    QString text = Texts::tr("%1: %2 new, %3 changed, %4 the same, %5 to decide, %6 wrong, %7 skipped")
                       .arg(QFileInfo(plan.source.path).fileName())
                       .arg(counts.added)
                       .arg(counts.changed)
                       .arg(counts.same)
                       .arg(counts.conflict)
                       .arg(counts.wrong)
                       .arg(counts.skipped);
    text += u'\n' + (dryRun ? Texts::tr("Nothing was written.")
                            : Texts::tr("Written: %1 new, %2 changed.").arg(result->added).arg(result->changed));
    const auto [leftOut, leftOutJson] = unread(plan);
    for (const QString &line : leftOut + lines) {
        text += u'\n' + line;
    }
    const auto [asked, askedJson] = questions(plan);
    for (const QString &line : asked) {
        text += u'\n' + line;
    }
    const auto [warned, warnedJson] = warnings(plan);
    if (!warned.isEmpty()) {
        text += u'\n' + Texts::tr("Warnings: %1, of which the first %2:").arg(warnedJson.size()).arg(warned.size());
        text += u'\n' + warned.join(u'\n');
    }
    if (!wrongFile.isEmpty()) {
        text += u'\n' + Texts::tr("The rows to be corrected stand in %1").arg(QDir::toNativeSeparators(wrongFile));
    }
    QJsonObject object{{u"registry"_qs, plan.registry},
                       {u"asOf"_qs, plan.choices.asOf.toString(Qt::ISODate)},
                       {u"dryRun"_qs, dryRun},
                       {u"plan"_qs, countsJson(counts)},
                       {u"unread"_qs, leftOutJson},
                       {u"questions"_qs, askedJson},
                       {u"faults"_qs, json},
                       {u"warnings"_qs, warnedJson}};
    if (result != nullptr) {
        object.insert(u"written"_qs, QJsonObject{{u"new"_qs, result->added},
                                                 {u"changed"_qs, result->changed},
                                                 {u"created"_qs, QJsonArray::fromStringList(result->created)},
                                                 {u"batch"_qs, result->batch.value()}});
    }
    Outcome outcome = Outcome::done(text, object);
    outcome.exit = counts.wrong + counts.conflict > 0 ? Exit::Findings : Exit::Ok;
    return outcome;
}

Outcome run(const Call &call)
{
    const Asked wanted = asked(call);
    if (!wanted.fault.isEmpty()) {
        return Outcome::usage(wanted.fault);
    }
    const Catalog &catalog = call.surroundings().catalog;
    QString registry = call.option(u"registry"_qs);
    if (call.has(u"registry"_qs) && catalog.registry(registry) == nullptr) {
        return Outcome::usage(Texts::tr("There is no registry “%1”.").arg(registry));
    }
    const bool dryRun = call.has(u"dry-run"_qs);
    const auto book = call.openBook(call.argument(0), dryRun ? AccessMode::ReadOnly : AccessMode::ReadWrite);
    if (!book) {
        return Outcome::cannotOpen(book.error());
    }
    if (!dryRun && (*book)->isReadOnly()) {
        return Outcome::cannotOpen({ErrorKind::Busy, (*book)->notice(), {}});
    }
    if (registry.isEmpty()) {
        const auto proposed = proposeRegistry(call.argument(1), catalog);
        if (!proposed) {
            return Outcome::cannotOpen(proposed.error());
        }
        registry = *proposed;
    }
    const auto plan = planFor(call, **book, registry, wanted.choices);
    if (!plan) {
        const bool said = call.has(u"means"_qs) && plan.error().kind == ErrorKind::Invalid;
        return said ? Outcome::usage(plan.error().message) : Outcome::cannotOpen(plan.error());
    }
    if (const int waiting = waitingForIncrease(*plan); waiting > 0 && !dryRun) {
        return Outcome::usage(Texts::tr("%1 members come to a book that had members before. Say how they came with "
                                        "--increase CODE: %2. Nothing was written.")
                                  .arg(waiting)
                                  .arg(increaseAnswers(catalog.codes())));
    }
    QString wrongFile;
    if (call.has(u"wrong"_qs) && wrongRowCount(*plan) > 0) {
        wrongFile = call.option(u"wrong"_qs);
        if (const auto written = writeWrongRows(*plan, wrongFile); !written) {
            return Outcome::failed(written.error());
        }
    }
    if (dryRun) {
        return told(*plan, true, nullptr, wrongFile);
    }
    const auto result = Importer::run(**book, *plan, call.progress());
    return result ? told(*plan, false, &*result, wrongFile) : Outcome::failed(result.error());
}

} // namespace

Command importCommand()
{
    return {
        u"import"_qs,
        {u"BOOK"_qs, u"FILE"_qs},
        {{u"registry"_qs, u"NAME"_qs, Texts::tr("what the rows are: member, grid …; found out if not given")},
         {u"dry-run"_qs, {}, Texts::tr("only say what would happen")},
         {u"policy"_qs, u"WHAT"_qs,
          Texts::tr(
              "where the book knows the record: fill (what is empty; usual), overwrite (who had left is then taken "
              "in again, as --increase says), skip")},
         {u"transfers"_qs, u"WHAT"_qs,
          Texts::tr("where the roster names another branch: transfer or keep; not taken in if not given")},
         {u"increase"_qs, u"CODE"_qs,
          Texts::tr("how members came to a book that had members before, anew or again: 0 opening of the book, 1 "
                    "admitted, 3 transferred in …, auto; has to be said then")},
         {u"accept-dates"_qs, {}, Texts::tr("take dates that can be read in two ways as they were read")},
         {u"accept-differences"_qs, u"REASON"_qs,
          Texts::tr("take birth dates and sexes as typed where the ID number says otherwise; the reason is noted")},
         {u"trust-numbers"_qs, {}, Texts::tr("take birth dates and sexes from the ID number where they differ")},
         {u"create-missing"_qs, {}, Texts::tr("make branches, groups and grids that the book does not know")},
         {u"means"_qs, u"TEXT=WHAT"_qs,
          Texts::tr("what a text of the file means that is in no list: a name of the book, + (make it), +NAME (make it "
                    "under this name), - (leave it out), note; as often as needed")},
         {u"as-of"_qs, u"DAY"_qs, Texts::tr("the day of the roster; from its title if not given, else today")},
         {u"wrong"_qs, u"FILE"_qs, Texts::tr("write the rows that were not taken in here, marked, to be corrected")}},
        Texts::tr("take in a roster (.xlsx or .csv)"),
        Texts::tr("The rows are written in one step, which the window can take back; rows that are wrong or need a "
                  "decision are "
                  "left out, and the exit code is then 1. A backup is made first."),
        run};
}

} // namespace gridbook::cli
