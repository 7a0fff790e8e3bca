#pragma once
// Carries out a plan in ONE unit of work: one batch of the journal, one undo step, or nothing at all. In small steps,
// so that a window stays alive while a hundred thousand rows are written:
//
//   begin() ─▶ step(rows) … until it says false ─▶ commit()        destroyed before: nothing happened
//
// A verified backup is made first. If the book was changed since the plan was made, begin() is ErrorKind::Conflict:
// plan again.
#include "core/book/book.h"
#include "core/exchange/importarrivals.h"
#include "core/exchange/importgrid.h"
#include "core/exchange/importplan.h"
#include <future>
#include <optional>

namespace gridbook::exchange {

struct ImportResult
{
    PlanCounts counts;
    int added = 0;
    int changed = 0;
    QStringList created; // branches, grids that were made
    BatchId batch;       // invalid: there was nothing to do
};

class Importer
{
public:
    // plan must outlive the importer.
    Importer(Book &book, const ImportPlan &plan) : m_book(book), m_plan(plan) {}

    // The backup before it may have been made apart, in another thread (Book::backUpApart).
    enum class Backup { Make, Made };
    static constexpr QStringView backupReason = u"import";
    Done begin(Backup backup = Backup::Make);
    Result<bool> step(int rows); // false: all rows are written
    Result<ImportResult> commit();
    [[nodiscard]] int done() const { return m_next; }
    [[nodiscard]] int total() const { return int(m_plan.rows.size()); }

    // All of it at once: for the command line and for tests.
    static Result<ImportResult> run(Book &book, const ImportPlan &plan, const Progress &progress = {});

private:
    Done createReferences();
    Result<RowId> communityOf(const NewReference &reference);
    Result<RowId> parentOf(const NewReference &reference, RowId community);
    Result<RowId> createOrganisation(const NewReference &reference, RowId community = 0); // 0: found out
    Result<RowId> createGrid(const NewReference &reference);
    Done write(int at);
    struct PartPlan;
    struct ReadyPart;
    using ReadyParts = Result<QList<ReadyPart>>; // of one row
    struct Bundle;
    [[nodiscard]] ReadyParts makeReady(const PlanRow &row) const;
    [[nodiscard]] Bundle makeBundle(int from) const;
    ReadyParts readyParts(int at);
    Result<RowId> insertNew(const PlanRow &row, QList<ReadyPart> parts);
    Done fillPerson(const PlanRow &row, const QVariantMap &values);
    Result<RowId> change(const PlanRow &row, RowId record);
    Done takeBack(const PlanRow &row, const Record &before);
    [[nodiscard]] QString increaseKindOf(const PlanRow &row) const;
    [[nodiscard]] QVariant resolved(const QVariant &value) const;
    [[nodiscard]] Error inRow(const PlanRow &row, const Error &error) const;

    struct PartPlan
    {
        Part part;
        QList<std::pair<int, QString>> columns; // target, column
    };
    // A row to be written, but for the row that it belongs to.
    struct ReadyPart
    {
        const PartPlan *plan = nullptr;
        QVariantMap values; // of somebody whom the book knows; then there is no row
        UnitOfWork::ReadyRow row;
    };
    struct Bundle
    {
        int from = 0;
        QList<std::optional<ReadyParts>> rows; // those that are new
    };

    Book &m_book;
    const ImportPlan &m_plan;
    const RegistrySpec *m_spec = nullptr;
    QList<PartPlan> m_parts;
    std::optional<BulkCache> m_cache;
    std::unique_ptr<UnitOfWork> m_work;
    std::unique_ptr<GridLedgerWriter> m_ledger;
    QHash<RowId, RowId> m_made;       // placeholder → id
    QList<int> m_order;               // of rows that refer to one another (ownreferences.h); empty: as they stand
    QHash<int, RowId> m_placeholders; // row → by which others refer to it
    QHash<int, RowId> m_written;      // row → record, for duplicates that are laid over it
    BranchMembers m_members;          // before this import
    QDate m_from;                     // what is made with the rows is there from this day
    ImportResult m_result;
    int m_next = 0;
    Bundle m_bundle;             // the rows at hand …
    std::future<Bundle> m_ahead; // … and those after them, made ready meanwhile; the last: it uses all the others
};

} // namespace gridbook::exchange
