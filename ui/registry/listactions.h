#pragma once
// What a list offers besides the same for all: the papers that can be printed from its rows. A small table by registry;
// the papers themselves are pages of the program.
#include "core/base/term.h"
#include <QList>
#include <QString>

namespace gridbook::ui {

struct ListPaper
{
    QString page; // for Workbench::openPage(); given: ids, masked, purpose
    Term text;
    bool ofEach = false; // one sheet for each record: also offered for a single one
};

[[nodiscard]] QList<ListPaper> listPapers(const QString &registry);

} // namespace gridbook::ui
