#pragma once
// What the columns of a file can be mapped to: the writable fields of a registry, and what a ledger of the trade says
// besides them (the grid ledger: counts of households, leader and workers by name, ranges of buildings).
#include "core/exchange/layout.h"
#include "core/registry/spec.h"

namespace gridbook::exchange {

struct ImportTarget
{
    Field field;
    bool isExtra = false; // not a field of the registry's own tables: written by the importer of that registry
};

// Extra targets of the grid ledger.
namespace gridledger {
inline const QString leader = QStringLiteral("leader");
inline const QString leaderPhone = QStringLiteral("leaderPhone");
inline const QString workers = QStringLiteral("workers");
inline const QString workerPhone = QStringLiteral("workerPhone");
inline const QString estate = QStringLiteral("estate");
inline const QString buildings = QStringLiteral("buildings");
inline const QString branches = QStringLiteral("branches"); // names of party organisations, or the form: 网格党支部
inline const QString households = QStringLiteral("households"); // "800/650": resident and registered in one cell
} // namespace gridledger

// Extra targets of the members' roster, as the marked-up file of wrong rows has them: a mended row goes on where the
// first file stood.
namespace roster {
inline const QString day = QStringLiteral("rosterDay");
inline const QString arrival = QStringLiteral("arrival"); // how a new member came, a code of increaseKind
} // namespace roster

[[nodiscard]] QList<ImportTarget> importTargets(const RegistrySpec &spec);
// For understandSheet(): the ways in which sheets write these targets.
[[nodiscard]] QList<ColumnTarget> columnTargets(const QList<ImportTarget> &targets);
// The options of understandSheet() for a registry: which column must be filled in a row of data.
[[nodiscard]] LayoutOptions layoutOptions(const RegistrySpec &spec);

} // namespace gridbook::exchange
