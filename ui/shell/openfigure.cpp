#include "ui/shell/openfigure.h"
#include "core/reports/figures.h"
#include "ui/shell/background.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include <QCoreApplication>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(OpenFigure)
};

constexpr int patienceMs = 600; // then it is said that something is going on
constexpr char asked[] = "askedFigure";

void show(Workbench &workbench, const ExplainedFigure &figure)
{
    const UiContext &context = workbench.context();
    if (figure.rows.ids.isEmpty() && figure.nearMisses.isEmpty()) {
        workbench.note(figure.rows.known
                           ? Texts::tr("No rows stand behind this number: %1").arg(context.word(figure.rule.rule))
                           : Texts::tr("This number was never recorded in the book."));
        return;
    }
    workbench.openNumber(
        figure, Texts::tr("%1 · as of %2").arg(context.word(figure.rule.term), figure.rows.asOf.toString(Qt::ISODate)));
}

} // namespace

void readFigure(QObject *context, Book &book, const QString &key, const FigureAnswer &answer)
{
    runInBackground(
        context,
        [book = &book, key]() -> Result<ExplainedFigure> {
            GRIDBOOK_ASSIGN(auto reader, book->openReader());
            GRIDBOOK_ASSIGN(auto figures, Figures::open(reader->registries()));
            return explain(*figures, key);
        },
        answer);
}

void openFigure(Workbench &workbench, QWidget *page, const QString &key)
{
    if (workbench.property(asked).toString() == key) {
        return; // a double click
    }
    workbench.setProperty(asked, key);
    QTimer::singleShot(patienceMs, &workbench, [&workbench, key] {
        if (workbench.property(asked).toString() == key) {
            workbench.note(Texts::tr("Looking for the records behind the number …"));
        }
    });
    const QPointer<QWidget> asker = page;
    readFigure(&workbench, workbench.book(), key, [&workbench, asker, key](const Result<ExplainedFigure> &figure) {
        if (workbench.property(asked).toString() != key) {
            return; // another number was asked for since
        }
        workbench.setProperty(asked, QVariant());
        if (asker == nullptr || !asker->isVisible()) {
            return; // the user has gone on to something else
        }
        if (figure) {
            show(workbench, *figure);
        } else {
            workbench.report(figure.error());
        }
    });
}

} // namespace gridbook::ui
