#include "tests/bench/bench.h"
#include "ui/dialogs/ask.h"
#include "ui/registry/tableview.h"
#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QRandomGenerator>
#include <QStatusBar>
#include <QTimer>

namespace gridbook::bench {

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

// Runs the window until something is so; ends the program if that does not come.
template <typename IsSo>
void waitUntil(const IsSo &isSo)
{
    QTimer clock; // wakes the loop where nothing else happens any more
    clock.start(1000);
    QElapsedTimer since;
    since.start();
    while (!isSo()) {
        if (since.elapsed() > 60'000) {
            qFatal("the table does not come");
        }
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

} // namespace

// The real table of the window, painted without a screen.
void tables(const Bench &bench)
{
    DesktopAsk ask;
    const UiContext context{makeTheme(ThemeMode::Light), u"zh"_qs, ask, bench.surroundings.clock};
    applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), context.theme);
    QMainWindow window;
    window.resize(1600, 1000);
    // Words in the fonts of the program, as the window shows them before any table.
    auto *words = new QLabel(u"党员 12345"_qs, &window);
    words->setFont(context.theme.fonts.strong);
    window.setCentralWidget(words);
    window.statusBar()->showMessage(u"社区党建网格台账 2026-11-21"_qs);
    window.show();
    QApplication::processEvents();
    const auto book = need(Book::open(bench.path, bench.surroundings, {.readOnly = true, .dailyBackup = false}));
    const qint64 empty = memoryNow();

    QElapsedTimer timer;
    timer.start();
    auto *model = new TableModel(*book, context, u"member"_qs, &window);
    auto *table = new TableView(
        model, *book, context, [](const QString &, RowId) { return QString(); }, &window);
    window.setCentralWidget(table);
    model->setQuery(everybody());
    waitUntil([&] { return model->isLoaded(0); });
    QApplication::processEvents();
    bench.table.add({u"table: first rows on the screen"_qs, double(timer.nsecsElapsed()) / 1e6, 0, {}, 150});
    waitUntil([&] { return model->state() == TableModel::State::Ready && model->rowCount() >= bench.members; });
    bench.table.add({u"table: all rows known"_qs, double(timer.nsecsElapsed()) / 1e6});
    waitUntil([&] { return model->total() >= 0; });
    table->scrollToBottom(); // lays a million rows out once
    waitUntil([&] { return model->isLoaded(model->rowCount() - 1); });

    QRandomGenerator random(2);
    QList<double> jumps;
    for (int i = 0; i < 300; ++i) {
        const int row = int(random.bounded(model->rowCount()));
        jumps << once([&] {
            table->scrollTo(model->index(row, 0), QAbstractItemView::PositionAtTop);
            const int last = qMin(row + 20, model->rowCount() - 1);
            QApplication::processEvents(); // paints places, and so asks for what belongs there
            waitUntil([&] { return model->isLoaded(row) && model->isLoaded(last); });
            QApplication::processEvents();
        });
    }
    bench.table.add({u"table: jump to any row and paint, p50"_qs, spread(jumps).p50, 0, {}, 50});
    bench.table.add({u"table: jump to any row and paint, p95"_qs, spread(jumps).p95, 0, {}, 50});
    bench.table.add({u"table: jump to any row and paint, worst"_qs, spread(jumps).worst, 0, {}, 50});
    bench.table.add({u"table: memory above the empty window"_qs,
                     double(memoryNow() - empty) / 1048576,
                     0,
                     {},
                     50,
                     false,
                     u"MiB"_qs});
}

} // namespace gridbook::bench
