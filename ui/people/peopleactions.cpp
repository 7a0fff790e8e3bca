#include "ui/people/peopleactions.h"
#include "ui/shell/workbench.h"

using namespace Qt::StringLiterals;

namespace gridbook::ui {

QList<RecordAction> peopleActions()
{
    const auto open = [](Workbench &workbench, const QList<RowId> &) { workbench.openPage(u"duplicates"_qs, {}); };
    const Term text{u"查重合并…"_qs, u"Find and merge duplicates…"_qs};
    return {{u"person.duplicates"_qs, u"person"_qs, text, Glyph::Merge, RecordAction::Needs::None, open},
            {u"member.duplicates"_qs, u"member"_qs, text, Glyph::Merge, RecordAction::Needs::None, open}};
}

} // namespace gridbook::ui
