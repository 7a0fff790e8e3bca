#pragma once
// Computes the plan of an import on a reader of its own (in a worker thread): reads the rows, understands every cell,
// finds the records that the rows mean, and says for each row what would happen. Writes nothing.
//
// Whatever could be understood in two ways is asked about, never guessed: dates of two readings, a birth date that is
// not the ID number's, how new members came (importarrivals.h), two of one name in one branch.
#include "core/exchange/comparison.h"
#include "core/exchange/importarrivals.h"
#include "core/exchange/importreferences.h"
#include "core/exchange/rowinterpreter.h"

namespace gridbook::exchange {

class ImportPlanner
{
public:
    // openReader: for a second thread, when there is much to compare; may be empty.
    ImportPlanner(RegistryReader &reader, QDate today, OpenReader openReader = {})
        : m_reader(reader), m_today(today), m_openReader(std::move(openReader))
    {}

    // Cancelled, or what is wrong with the file. What is wrong with a row stands in the row.
    Result<ImportPlan> plan(const QString &registry, const ImportSource &source, const ImportChoices &choices,
                            const Progress &progress = {});
    // After the user mended cells or decided about rows; places in ImportPlan::rows. Other rows follow if they are
    // duplicates of these.
    Done replan(ImportPlan &plan, QList<int> rows);
    // After the choices were changed: every row, without reading the file again.
    Done replanAll(ImportPlan &plan, const Progress &progress = {});
    [[nodiscard]] RegistryReader &reader() { return m_reader; }

private:
    Done prepare(ImportPlan &plan);
    void take(ImportPlan &plan, int sheet, const DataRow &data);
    Done judge(ImportPlan &plan, const Progress &progress);
    Done compare(ImportPlan &plan, const QList<int> &rows, const Progress &progress);
    static QList<int> findDuplicates(ImportPlan &plan);
    static void proposeIncrease(ImportPlan &plan, const BranchMembers &members);
    static void decideDuplicate(ImportPlan &plan, PlanRow &row);
    static void gatherQuestions(ImportPlan &plan);

    RegistryReader &m_reader;
    QDate m_today;
    OpenReader m_openReader;
    std::unique_ptr<RowInterpreter> m_interpreter;
};

// Why no roster can be of a day that is still to come.
[[nodiscard]] Error futureRoster(QDate day);
// What a file seems to hold: its visible sheets with a head in which the columns of the registry are found. A registry
// whose records have no name of their own (posts, counts, relations) cannot be imported and is refused.
[[nodiscard]] Result<ImportSource> proposeSource(const QString &path, const RegistrySpec &spec,
                                                 const OpenOptions &options = {});
// What the rows of a file can be, the likeliest first.
[[nodiscard]] const QStringList &importableRegistries();
// The kind of record whose headings fit best. A sheet of a registry that cannot be imported is told as such.
[[nodiscard]] Result<QString> proposeRegistry(const QString &path, const Catalog &catalog,
                                              const OpenOptions &options = {});

// What the head of a sheet is looked for in.
struct SheetStart
{
    SheetInfo info;
    QList<SheetRow> rows;
};
// Of all sheets; read once, however many kinds of record are tried.
[[nodiscard]] Result<QList<SheetStart>> readStarts(SheetReader &reader);
[[nodiscard]] Result<QString> proposeRegistry(const QString &path, const QList<SheetStart> &starts,
                                              const Catalog &catalog);

// The day of a roster from its title or its date line ("填报日期：2026年6月30日", "(2026年6月)"); today if it says none
// or a later day.
[[nodiscard]] QDate rosterDay(const SheetLayout &layout, QDate today);

} // namespace gridbook::exchange
