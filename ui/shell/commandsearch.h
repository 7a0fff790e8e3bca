#pragma once
// The places of the program (the navigation), and what the search box offers besides records: those places, commands,
// and lists of everybody with a certain entry (流动 → 党员 · 是否流动党员：是).
#include "core/registry/query.h"
#include "ui/shell/navigation.h"
#include "ui/widgets/picklist.h"
#include <optional>

namespace gridbook {
class Catalog;
}

namespace gridbook::ui {

struct UiContext;

// The groups of the navigation in their order, the home page first; the registries say which group they belong to.
QList<NavGroup> navigationOf(const Catalog &catalog);

// Places, commands and lists that the words mean, by Chinese, pinyin, initials or English; a verb (打印, 查看 …) may
// stand before what is meant. Their ids: "page:settings", "page:list:member", "quarter:2026Q3" (the report),
// "new:member", "do:undo", "having:member:mobile:1". writes: a book that can be written to, whose commands include
// those that do.
QList<PickItem> findCommands(const Catalog &catalog, const UiContext &context, const QString &words, bool writes);

// The list that a "having:" stands for; nothing for other ids. Its day is left to the caller.
std::optional<Query> listMeant(const QString &id);

} // namespace gridbook::ui
