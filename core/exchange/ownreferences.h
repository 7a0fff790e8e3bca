#pragma once
// Lists whose records refer to one another: of organisations with their superiors, of divisions with those above them.
// The superior may stand in the same file, before or after; then no record is made for it besides that of its row.
//
//   all rows understood ─▶ OwnNames ─▶ references understood ─▶ matched ─▶ toRecords() ─▶ compared ─▶ settle()
#include "core/exchange/importplan.h"

namespace gridbook::exchange {

// The field by which the records of the plan's registry refer to one another, as a place among its targets; -1: none.
[[nodiscard]] int ownReference(const ImportPlan &plan);

// Under which names the rows of a file stand, in any of the ways in which people write them.
class OwnNames
{
public:
    static OwnNames of(const ImportPlan &plan);
    // Place of the row; -1: no row, or several records, of that name.
    [[nodiscard]] int find(const QString &name) const;

private:
    QHash<QString, int> m_rows; // by loose name; -1: several
};

// Rows that refer to a row whose record the book knows, after all, refer to that record.
void toRecords(ImportPlan &plan);
// Rows whose superior is not taken in, ranks no higher or stands below them, are wrong: issues and states.
Done settle(RegistryReader &reader, ImportPlan &plan);
// The places of all rows, those referred to before those that refer to them.
[[nodiscard]] QList<int> writingOrder(const ImportPlan &plan);

} // namespace gridbook::exchange
