#pragma once
// Understands the cells of one row of a plan: values by target, issues, questions. Keeps what it has seen, since the
// same few words stand in a hundred thousand rows.
#include "core/exchange/importcells.h"
#include "core/exchange/importplan.h"
#include "core/exchange/importreferences.h"
#include "core/exchange/ownreferences.h"

namespace gridbook::exchange {

class RowInterpreter
{
public:
    static Result<std::unique_ptr<RowInterpreter>> create(RegistryReader &reader, const ImportPlan &plan, QDate today);

    void interpret(ImportPlan &plan, PlanRow &row);
    // From now on a reference may mean a record that a row of the file will make.
    void know(OwnNames names) { m_ownNames = std::move(names); }
    [[nodiscard]] const ReferenceIndex &references(const QString &registry) const;
    // The community that a sheet speaks of: from its title, unit or name; else the only one of the book; 0 = unknown.
    [[nodiscard]] RowId communityOf(int sheet) const { return m_communities.value(sheet); }

private:
    RowInterpreter(RegistryReader &reader, QDate today) : m_reader(reader), m_today(today) {}
    [[nodiscard]] RowId communityOfCode(const ImportPlan &plan, const PlanRow &row) const;
    void readCell(ImportPlan &plan, PlanRow &row, int target, QStringList *notes);
    bool applyMeaning(ImportPlan &plan, PlanRow &row, int target, const Cell &cell, QStringList *notes);
    void resolve(ImportPlan &plan, PlanRow &row, int target, const QString &text);
    void keepUnknown(ImportPlan &plan, PlanRow &row, int target, const QString &text, QStringList *notes);
    void followGroup(ImportPlan &plan, PlanRow &row);
    void followId(ImportPlan &plan, PlanRow &row, QStringList *notes);
    void settleBirth(const ImportPlan &plan, PlanRow &row, QDate birth) const;
    void weighAgainstId(ImportPlan &plan, PlanRow &row, int target, const QVariant &inId, QStringList *notes);
    void followMarkers(ImportPlan &plan, PlanRow &row, const QStringList &markers, QStringList *notes);
    bool takesMobile(ImportPlan &plan, PlanRow &row, int column, const QString &number, QStringList *notes);
    static void doubtName(ImportPlan &plan, PlanRow &row);
    void followCaption(ImportPlan &plan, PlanRow &row);
    void followSeal(ImportPlan &plan, PlanRow &row);
    void readGridBranches(ImportPlan &plan, PlanRow &row);
    void readGridLedger(ImportPlan &plan, PlanRow &row);
    void makeKeys(const ImportPlan &plan, PlanRow &row) const;
    [[nodiscard]] QVariant madeReference(ImportPlan &plan, const PlanRow &row, const Field &field,
                                         const QString &name) const;
    [[nodiscard]] QVariant newReference(ImportPlan &plan, const PlanRow &row, const Field &field,
                                        const QString &text) const;
    [[nodiscard]] QVariant rowReference(ImportPlan &plan, const Field &field, const QString &text) const;
    [[nodiscard]] ReferenceIndex::Answer lookUp(const ImportPlan &plan, const PlanRow &row, const Field &field,
                                                const QString &name) const;
    void fill(ImportPlan &plan, PlanRow &row, QStringView field, const QVariant &value, bool derived);

    RegistryReader &m_reader;
    QDate m_today;
    QHash<QString, ReferenceIndex> m_references;
    OwnNames m_ownNames;
    QList<QList<int>> m_columns; // by sheet and target
    QList<RowId> m_communities;  // by sheet
    QStringList m_markers;
    bool m_untyped = false;
    QList<QHash<QString, ParsedCell>> m_seen; // by target: codes, answers
};

// In a weak key: the same name in the same branch. It tells two people apart less than any other.
inline const QString sameBranchMark = QStringLiteral("|@");

void addIssue(PlanRow &row, int field, IssueLevel level, const QString &message);
[[nodiscard]] QString noteField(const ImportPlan &plan);

} // namespace gridbook::exchange
