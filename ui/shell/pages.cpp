#include "ui/shell/pages.h"
#include "core/reports/memberform.h"
#include "core/reports/quarterlyreport.h"
#include "core/reports/rosterbook.h"
#include "ui/changes/historypage.h"
#include "ui/exchange/importwizard.h"
#include "ui/people/duplicatespage.h"
#include "ui/registry/listpage.h"
#include "ui/registry/recordpage.h"
#include "ui/reports/paperpage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/desk.h"
#include "ui/shell/homepage.h"
#include <QHash>
#include <functional>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

using Maker = std::function<QWidget *(Workbench &, Settings &, const QVariantMap &)>;

QWidget *makeSettings(Workbench &workbench, Settings &settings, const QVariantMap &)
{
    auto *page = new SettingsPage(workbench, settings);
    if (auto *desk = qobject_cast<Desk *>(&workbench)) {
        QObject::connect(page, &SettingsPage::languageChosen, desk, &Desk::languageChosen);
        QObject::connect(page, &SettingsPage::bookWanted, desk, &Desk::bookFileWanted);
    }
    return page;
}

QWidget *makeList(Workbench &workbench, const Query &query, const QString &title, const QVariant &figure = {})
{
    auto *page = new ListPage(workbench, query, title);
    if (figure.isValid()) {
        page->setFigure(figure.value<ExplainedFigure>());
    }
    if (auto *desk = qobject_cast<Desk *>(&workbench)) {
        QObject::connect(page, &ListPage::statusChanged, desk,
                         [desk, page](qint64 shown, qint64 total, qint64 selected, const QString &sums) {
                             desk->setRowStatus(page, {shown, total, selected, sums});
                         });
    }
    return page;
}

QWidget *makeRecord(Workbench &workbench, Settings &, const QVariantMap &arguments)
{
    const QString registry = arguments.value(u"registry"_qs).toString();
    const RowId id = arguments.value(u"id"_qs).toLongLong();
    const RegistrySpec *spec = workbench.book().catalog().registry(registry);
    QVariantMap presets;
    if (id == 0 && spec != nullptr && spec->initial) {
        presets = spec->initial(workbench.book().clock().today());
    }
    presets.insert(arguments.value(u"presets"_qs).toMap()); // what the caller knows goes before
    auto *page = new RecordPage(workbench, registry, id, presets);
    page->setNeighbours(arguments.value(u"listed"_qs).value<QList<RowId>>());
    page->setReturns(arguments.value(u"returns"_qs).toBool());
    if (arguments.value(u"draft"_qs).toBool()) {
        page->goOnWithDraft();
    }
    return page;
}

QWidget *makeHistory(Workbench &workbench, Settings &settings, const QVariantMap &arguments)
{
    if (arguments.contains(u"registry"_qs)) {
        return makeRecord(workbench, settings, arguments); // its history stands beside it
    }
    auto *page = new HistoryPage(workbench);
    if (arguments.contains(u"batch"_qs)) {
        page->showBatch(BatchId(arguments.value(u"batch"_qs).toLongLong()));
    }
    return page;
}

// Whether a paper of members is in the clear, and what for: asked and logged before the page was opened.
struct MemberPaper
{
    QList<RowId> ids;
    bool masked = true;
    QString purpose;
};

MemberPaper memberPaper(const QVariantMap &arguments)
{
    return {arguments.value(u"ids"_qs).value<QList<RowId>>(), arguments.value(u"masked"_qs, true).toBool(),
            arguments.value(u"purpose"_qs).toString()};
}

QWidget *makeReport(Workbench &workbench, Settings &, const QVariantMap &arguments)
{
    PaperPage::Plan plan;
    plan.title = PaperPage::tr("Quarterly report");
    plan.fileName = u"%1 季度工作报告"_qs;
    plan.quarterly = true;
    if (const auto quarter = Quarter::parse(arguments.value(u"quarter"_qs).toString())) {
        plan.quarter = *quarter;
    }
    plan.make = [today = workbench.book().clock().today()](RegistryReader &reader, QDate day) {
        QuarterlyReportOptions options;
        options.today = today;
        return quarterlyReport(reader, Quarter::of(day), options);
    };
    return new PaperPage(workbench, plan);
}

QWidget *makeRoster(Workbench &workbench, Settings &, const QVariantMap &arguments)
{
    const MemberPaper paper = memberPaper(arguments);
    PaperPage::Plan plan;
    plan.title = PaperPage::tr("Printed roster of members");
    plan.fileName = u"党员花名册 %1"_qs;
    plan.personal = true;
    plan.purpose = paper.purpose;
    plan.records = paper.ids;
    plan.make = [paper](RegistryReader &reader, QDate day) {
        RosterBookOptions options;
        options.asOf = day;
        options.only = paper.ids;
        options.masked = paper.masked;
        return rosterBook(reader, options);
    };
    return new PaperPage(workbench, plan);
}

// 党员基本信息采集表 for the members given, one sheet each.
QWidget *makeMemberForm(Workbench &workbench, Settings &, const QVariantMap &arguments)
{
    const MemberPaper paper = memberPaper(arguments);
    PaperPage::Plan plan;
    plan.title = PaperPage::tr("Member forms");
    plan.fileName = u"党员基本信息采集表 %1"_qs;
    plan.personal = true;
    plan.purpose = paper.purpose;
    plan.records = paper.ids;
    plan.make = [paper](RegistryReader &reader, QDate day) {
        MemberFormOptions options;
        options.asOf = day;
        options.masked = paper.masked;
        return memberForms(reader, paper.ids, options);
    };
    return new PaperPage(workbench, plan);
}

QWidget *makeImport(Workbench &workbench, Settings &, const QVariantMap &arguments)
{
    return new ImportWizard(workbench, arguments.value(u"registry"_qs).toString(),
                            arguments.value(u"file"_qs).toString());
}

const QHash<QString, Maker> &makers()
{
    static const QHash<QString, Maker> all{
        {u"import"_qs, makeImport},
        {u"home"_qs, [](Workbench &workbench, Settings &, const QVariantMap &) { return new HomePage(workbench); }},
        {u"list"_qs,
         [](Workbench &workbench, Settings &, const QVariantMap &arguments) {
             return makeList(workbench, arguments.value(u"query"_qs).value<Query>(),
                             arguments.value(u"title"_qs).toString(), arguments.value(u"figure"_qs));
         }},
        {u"record"_qs, makeRecord},
        {u"report"_qs, makeReport},
        {u"roster"_qs, makeRoster},
        {u"memberForm"_qs, makeMemberForm},
        {u"history"_qs, makeHistory},
        {u"duplicates"_qs,
         [](Workbench &workbench, Settings &, const QVariantMap &) { return new DuplicatesPage(workbench); }},
        {u"settings"_qs, makeSettings},
    };
    return all;
}

} // namespace

QWidget *makePage(Workbench &workbench, Settings &settings, const QString &id, const QVariantMap &arguments)
{
    if (id.startsWith(u"list:")) {
        Query query;
        query.registry = id.mid(5);
        query.asOf = workbench.asOf();
        return workbench.book().catalog().registry(query.registry) == nullptr ? nullptr
                                                                              : makeList(workbench, query, {});
    }
    const Maker maker = makers().value(id);
    return maker ? maker(workbench, settings, arguments) : nullptr;
}

QStringList standingPages()
{
    return {u"home"_qs, u"report"_qs, u"roster"_qs, u"duplicates"_qs, u"history"_qs, u"settings"_qs};
}

} // namespace gridbook::ui
