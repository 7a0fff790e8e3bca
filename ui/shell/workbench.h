#pragma once
// What a page may ask of the program around it. The main window implements it; tests implement it in a few lines. Pages
// know this interface, their context and the book, and never each other.
#include "core/book/book.h"
#include "core/reports/explainedfigure.h"
#include <QObject>

namespace gridbook::ui {

struct UiContext;

class Workbench : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual UiContext &context() = 0;
    [[nodiscard]] virtual Book &book() = 0;
    [[nodiscard]] virtual QDate asOf() const = 0; // the day that every list and figure shows

    // The list of a registry, filtered; title says what it is ("预备党员 · 截至 2026-09-30"), empty: the registry
    // itself.
    virtual void openList(const Query &query, const QString &title) = 0;
    // The rows behind a number, with its rule and its near misses.
    virtual void openNumber(const ExplainedFigure &figure, const QString &title) { openList(figure.query(), title); }
    virtual void openRecord(const QString &registry, RowId id) = 0;
    // One of a list: its page walks to the next and the previous one in the order given.
    virtual void openRecordOf(const QString &registry, RowId id, const QList<RowId> & /*listed*/)
    {
        openRecord(registry, id);
    }
    // A form for a new record; presets by field id (the branch when adding from a branch, say).
    // Stays: the new record is worked on. Returns: a form waits for it, and the page closes once it is saved.
    enum class Afterwards { Stays, Returns };
    virtual void newRecord(const QString &registry, const QVariantMap &presets,
                           Afterwards afterwards = Afterwards::Stays) = 0;
    // registry: of the list that asks for it; empty: the headings of the file say what it is. file may be empty.
    virtual void openImport(const QString &registry, const QString &file) = 0;
    // "home", "report", "roster", "memberForm", "settings", "history" …; arguments as the page understands them.
    virtual void openPage(const QString &page, const QVariantMap &arguments) = 0;
    virtual void closePage(QWidget *page) = 0; // back to where it was opened from

    // The name of the page that closePage() leads back to from the page in front; empty: none.
    [[nodiscard]] virtual QString wayBack() const { return {}; }

    virtual void tell(const QString &text) = 0;            // done, in a line that goes away
    virtual void note(const QString &text) { tell(text); } // nothing was done, but worth a word
    virtual void report(const Error &error) = 0;           // failed: the error's own words, to be read at leisure

Q_SIGNALS:
    void asOfChanged(QDate asOf);
};

// A page may refuse to be left (unsaved changes); the main window asks before it shows another or closes.
class LeaveGuard
{
public:
    LeaveGuard() = default;
    virtual ~LeaveGuard() = default;
    LeaveGuard(const LeaveGuard &) = delete;
    LeaveGuard &operator=(const LeaveGuard &) = delete;
    [[nodiscard]] virtual bool mayLeave() = 0; // may ask the user
};

} // namespace gridbook::ui
