#include "ui/registry/listactions.h"

namespace gridbook::ui {

using namespace Qt::StringLiterals;

QList<ListPaper> listPapers(const QString &registry)
{
    if (registry == u"member") {
        return {{u"roster"_qs, {u"党员花名册…"_qs, u"Roster of members…"_qs}}};
    }
    return {};
}

} // namespace gridbook::ui
