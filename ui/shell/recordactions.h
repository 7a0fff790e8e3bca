#pragma once
// What can be done with records of a registry besides editing their fields: a member's transfer, a building's move, the
// merging of two people. Lists and record pages show them in their “Actions” menu. Each domain room of ui contributes
// its own; a list knows none of them by name.
#include "core/base/id.h"
#include "core/base/term.h"
#include "ui/shell/icons.h"
#include <QList>
#include <functional>

namespace gridbook::ui {

class Workbench;

struct RecordAction
{
    // None: concerns the registry as a whole (looking for duplicates); Some: one or more records.
    enum class Needs { None, One, Some };

    QString id; // "member.transferOut"
    QString registry;
    Term text; // 转出…
    Glyph icon = Glyph::None;
    Needs needs = Needs::One;
    // Asks what it must know, writes, and tells the workbench; does nothing if the user goes away.
    std::function<void(Workbench &, const QList<RowId> &)> run;
    // Why these records cannot be treated so (a group has no term); the menu shows it and does not run. May be empty.
    std::function<QString(Workbench &, const QList<RowId> &)> obstacle = {};
};

[[nodiscard]] QList<RecordAction> recordActions();                          // all, in the order of menus
[[nodiscard]] QList<RecordAction> recordActions(const QString &registryId); // those of one registry

} // namespace gridbook::ui
