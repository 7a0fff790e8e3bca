#pragma once
// The pictures of gridbook --screens, by theme. What a scene changes in the book it takes back, so that every number in
// the later ones is that of the demonstration.
#include "core/base/result.h"
#include <QString>

namespace gridbook {
class Book;
}
namespace gridbook::ui {
class Desk;
class MainWindow;
} // namespace gridbook::ui

namespace gridbook::app {

class Camera;

// lists.cpp
Done shootList(ui::Desk &desk, ui::MainWindow &window, Camera &camera, const QString &registry, const QString &name);
Done shootNumber(ui::Desk &desk, ui::MainWindow &window, Camera &camera);
Done shootFilters(ui::Desk &desk, ui::MainWindow &window, Camera &camera);
Done shootListDialogs(ui::Desk &desk, ui::MainWindow &window, Camera &camera);
// records.cpp
Done shootForms(ui::Desk &desk, ui::MainWindow &window, Camera &camera);
Done shootActions(ui::Desk &desk, ui::MainWindow &window, Camera &camera);
Done shootConflict(ui::Desk &desk, ui::MainWindow &window, Camera &camera);
// duplicates.cpp
Done shootDuplicates(ui::Desk &desk, ui::MainWindow &window, Camera &camera);
// questions.cpp; noBook: any other file
Done shootQuestions(ui::Desk &desk, ui::MainWindow &window, Camera &camera, const QString &noBook);
// overlays.cpp
Done shootOverlays(ui::Desk &desk, ui::MainWindow &window, Camera &camera);
// imports.cpp; file: a messy roster of members, a ledger of grids
Done shootImport(ui::Desk &desk, ui::MainWindow &window, Camera &camera, const QString &file);
Done shootRecognised(ui::Desk &desk, ui::MainWindow &window, Camera &camera, const QString &file);
// papers.cpp
Done shootPapers(Book &book, Camera &camera);

} // namespace gridbook::app
