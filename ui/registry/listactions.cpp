#include "ui/registry/listactions.h"

namespace gridbook::ui {

using namespace Qt::StringLiterals;

QList<ListPaper> listPapers(const QString &registry)
{
    if (registry == u"member") {
        return {{u"memberForm"_qs, {u"党员基本信息采集表…"_qs, u"Forms of members…"_qs}, true},
                {u"roster"_qs, {u"党员花名册…"_qs, u"Roster of members…"_qs}, false}};
    }
    return {};
}

} // namespace gridbook::ui
