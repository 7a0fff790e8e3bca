#pragma once
// Every page of the program by its id. Adding a page is one line in pages.cpp; registries need none.
//
//   "list:member"     the list of a registry            arguments: none
//   "list"            a list of some records            query (Query), title, figure (ExplainedFigure)
//   "record"          a form                            registry, id (0: new), presets, listed (QList<RowId>),
//                                                       draft (true: go on with what was not saved)
//   "history"         the journal                       none, or batch; registry and id: the record with its history
//   "report"          the quarterly report              none, or quarter ("2026Q3")
//   "roster" "memberForm"  papers of members            ids (QList<RowId>), masked, purpose
//   "import"          the import wizard                 registry, file
//   "home" "settings" "duplicates" …
#include <QStringList>
#include <QVariantMap>

class QWidget;

namespace gridbook {
class Settings;
}

namespace gridbook::ui {

class Workbench;

// Null if there is no such page.
QWidget *makePage(Workbench &workbench, Settings &settings, const QString &id, const QVariantMap &arguments);
// Pages that stand in the navigation besides the registries, for shooting all screens.
QStringList standingPages();

} // namespace gridbook::ui
