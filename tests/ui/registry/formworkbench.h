#pragma once
// The program around a form, as far as a form asks for it: notes what was asked.
#include "tests/support/testbook.h"
#include "tests/support/uitesting.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"

namespace gridbook::testing {

class FormWorkbench final : public ui::Workbench
{
public:
    explicit FormWorkbench(TestBook &book)
        : m_book(book), m_context{ui::makeTheme(ui::ThemeMode::Light), QStringLiteral("zh"), ask, book.clock()}
    {}

    [[nodiscard]] ui::UiContext &context() override { return m_context; }
    [[nodiscard]] Book &book() override { return *m_book; }
    [[nodiscard]] QDate asOf() const override { return m_context.clock.today(); }
    void openList(const Query &query, const QString &title) override
    {
        lastQuery = query;
        log << u"list " + title;
    }
    void openRecord(const QString &registry, RowId id) override
    {
        log << QStringLiteral("open %1 %2").arg(registry).arg(id);
    }
    void newRecord(const QString &registry, const QVariantMap &presets, Afterwards) override
    {
        log << QStringLiteral("new %1 %2").arg(registry, presets.isEmpty() ? QString() : presets.first().toString());
    }
    void openImport(const QString &, const QString &) override {}
    void openPage(const QString &page, const QVariantMap &arguments) override
    {
        lastArguments = arguments;
        log << u"page " + page;
    }
    void closePage(QWidget *) override { log << QStringLiteral("close"); }
    void tell(const QString &text) override { log << u"tell " + text; }
    void report(const Error &error) override { log << u"report " + error.message; }

    ScriptedAsk ask;
    QStringList log;
    Query lastQuery;
    QVariantMap lastArguments;

private:
    TestBook &m_book;
    ui::UiContext m_context;
};

} // namespace gridbook::testing
