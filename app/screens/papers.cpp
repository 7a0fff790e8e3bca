#include "app/screens/camera.h"
#include "app/screens/scenes.h"
#include "core/book/book.h"
#include "core/reports/memberform.h"
#include "core/reports/quarterlyreport.h"
#include "core/reports/recoverypaper.h"
#include "core/reports/rosterbook.h"
#include "ui/reports/fonts.h"
#include "ui/reports/layoutengine.h"
#include "ui/reports/output.h"

namespace gridbook::app {

using namespace Qt::StringLiterals;
using namespace gridbook::ui;

namespace {

constexpr int pagesShown = 99; // of a paper

} // namespace

Done shootPapers(Book &book, Camera &camera)
{
    GRIDBOOK_ASSIGN(auto reader, book.openReader());
    const auto shoot = [&camera](const Document &paper, const QString &name, int most) -> Done {
        const PagedDocument paged = paginate(paper, FontChoice());
        for (int page = 0; page < qMin(most, int(paged.pages.size())); ++page) {
            GRIDBOOK_TRY(camera.keep(pageImage(paged, page, 4), u"paper-%1-%2"_qs.arg(name).arg(page + 1)));
        }
        return Done();
    };
    QuarterlyReportOptions options;
    options.today = book.clock().today();
    GRIDBOOK_ASSIGN(const Document document,
                    quarterlyReport(reader->registries(), Quarter::of(book.clock().today()), options));
    GRIDBOOK_TRY(shoot(document, u"report"_qs, pagesShown));
    RosterBookOptions rosterOptions;
    rosterOptions.asOf = book.clock().today();
    GRIDBOOK_ASSIGN(const Document roster, rosterBook(reader->registries(), rosterOptions));
    GRIDBOOK_TRY(shoot(roster, u"roster"_qs, 4));
    GRIDBOOK_ASSIGN(const QList<RowId> members,
                    reader->registries().ids({u"member"_qs, book.clock().today(), {}, {}, {}, {}}, 2));
    MemberFormOptions formOptions;
    formOptions.asOf = book.clock().today();
    GRIDBOOK_ASSIGN(const Document forms, memberForms(reader->registries(), members, formOptions));
    GRIDBOOK_TRY(shoot(forms, u"member-form"_qs, 2));
    return shoot(recoveryPaper(book.name(), u"ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789"_qs, book.clock().today()),
                 u"recovery"_qs, 1);
}

} // namespace gridbook::app
