#include "tests/core/reports/sample.h"
#include "tests/support/uitesting.h"
#include "ui/reports/charts.h"
#include "ui/reports/documentview.h"
#include "ui/reports/layoutengine.h"
#include "ui/reports/previewpane.h"
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolBar>
#include <QVBoxLayout>

using namespace gridbook;
using namespace Qt::StringLiterals;

class TestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clickOnANumberOpensItsRows()
    {
        DocumentView view;
        view.resize(900, 700);
        view.setDocument(paginate(testing::sampleReport(), FontChoice()));
        view.show();
        QSignalSpy spy(&view, &DocumentView::figureActivated);
        const QList<LinkRegion> &links = view.document().pages.at(0).items.links;
        QVERIFY(!links.isEmpty());
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.linkRect(0, 1).center().toPoint());
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.at(0).at(0).toString(), links.at(1).key);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.pageRect(0).topLeft().toPoint() + QPoint(5, 5));
        QCOMPARE(spy.size(), 1);
    }

    // With the focus in the paper, in the tools, and in what the page around the pane has besides.
    void theKeyPrintsFromEverywhere()
    {
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        auto *besides = new QLineEdit(&page);
        auto *pane = new PreviewPane(FontChoice(), &page);
        column->addWidget(besides);
        column->addWidget(pane);
        page.addAction(pane->printAction());
        pane->setDocument(testing::sampleReport());
        page.resize(900, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QSignalSpy printed(pane, &PreviewPane::printRequested);
        int wanted = 0;
        for (QWidget *each : {static_cast<QWidget *>(pane->view()), static_cast<QWidget *>(besides),
                              static_cast<QWidget *>(pane->toolBar()->findChild<QSpinBox *>())}) {
            each->setFocus();
            QTRY_VERIFY(each->hasFocus() || each->isAncestorOf(QApplication::focusWidget()));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_P, Qt::ControlModifier);
            QCOMPARE(printed.size(), ++wanted);
        }
    }

    void keyboardWalksTheLinks()
    {
        const Document document = testing::sampleReport(3);
        DocumentView view;
        view.resize(900, 500);
        view.setDocument(paginate(document, FontChoice()));
        view.show();
        QSignalSpy spy(&view, &DocumentView::figureActivated);
        QStringList keys;
        int all = 0;
        for (const Page &page : view.document().pages) {
            all += static_cast<int>(page.items.links.size());
        }
        for (int i = 0; i < all; ++i) {
            QTest::keyClick(&view, Qt::Key_Tab);
            QTest::keyClick(&view, Qt::Key_Return);
            QCOMPARE(spy.size(), i + 1);
            keys.append(spy.last().at(0).toString());
        }
        keys.removeDuplicates();
        QCOMPARE(keys, figureKeys(document));
        QVERIFY(verticallyVisible(view)); // the last link was brought into view
        QTest::keyClick(&view, Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(view.accessibleDescription().contains(u"Enter"_qs));
        QTest::keyClick(&view, Qt::Key_Escape);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(spy.size(), all);
    }

    void pagesAndZoom()
    {
        DocumentView view;
        view.resize(800, 600);
        Document document;
        document.addSection({}, PageSetup::book()).add(testing::rosterTable(400));
        view.setDocument(paginate(document, FontChoice()));
        view.show();
        QVERIFY(view.fitsWidth());
        QVERIFY(view.pageRect(0).width() <= view.viewport()->width());
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
        QCOMPARE(view.currentPage(), 0);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentPage(), view.pageCount() - 1);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentPage(), 0);
        view.goToPage(7);
        QCOMPARE(view.currentPage(), 7);
        view.setZoom(1);
        QCOMPARE(view.currentPage(), 7); // the middle stays in view
        QTest::keyClick(&view, Qt::Key_Plus);
        QCOMPARE(view.zoom(), 1.1);
        QTest::keyClick(&view, Qt::Key_Minus);
        QCOMPARE(view.zoom(), 1.0);
        view.setZoom(100);
        QCOMPARE(view.zoom(), 2.0);
        view.setZoom(0);
        QCOMPARE(view.zoom(), 0.5);
        view.setDocument({});
        QCOMPARE(view.currentPage(), -1);
        QTest::keyClick(&view, Qt::Key_Tab);
        QTest::keyClick(&view, Qt::Key_PageDown);
    }

    void onlyVisiblePagesArePainted()
    {
        DocumentView view;
        view.resize(900, 700);
        Document document;
        document.addSection({}, PageSetup::book()).add(testing::rosterTable(6500));
        view.setDocument(paginate(document, FontChoice()));
        QVERIFY(view.pageCount() >= 250);
        view.show();
        view.goToPage(200);
        view.grab(); // fonts are loaded
        QElapsedTimer timer;
        timer.start();
        view.goToPage(120);
        const QImage image = view.grab().toImage();
        // All pages would take seconds; the limit leaves room for slow machines.
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!image.isNull());
    }

    void paneShowsPageAndAsksForOutput()
    {
        PreviewPane pane{FontChoice()};
        pane.resize(1000, 700);
        auto *const pages = pane.findChild<QSpinBox *>();
        auto *const zoom = pane.findChild<QComboBox *>();
        QVERIFY(pages && zoom);
        const QList<QAction *> actions = pane.toolBar()->actions();
        QVERIFY(!actions.first()->isEnabled()); // nothing to print yet
        pane.setDocument(testing::sampleReport());
        pane.show();
        QCOMPARE(pages->maximum(), pane.view()->pageCount());
        pages->setValue(3);
        QCOMPARE(pane.view()->currentPage(), 2);
        pane.view()->goToPage(0);
        QCOMPARE(pages->value(), 1);
        Q_EMIT zoom->activated(1); // the whole page
        QVERIFY(pane.view()->pageRect(pane.view()->currentPage()).height() <= pane.view()->viewport()->height());
        QVERIFY(!pane.view()->fitsWidth());
        Q_EMIT zoom->activated(4);
        QCOMPARE(pane.view()->zoom(), 1.0);
        QCOMPARE(zoom->currentIndex(), 4);
        pane.view()->zoomStep(-1);
        QVERIFY(zoom->currentText().startsWith(u"90"_qs));
        QSignalSpy print(&pane, &PreviewPane::printRequested);
        QSignalSpy pdf(&pane, &PreviewPane::pdfRequested);
        QSignalSpy xlsx(&pane, &PreviewPane::xlsxRequested);
        for (int i = 0; i < 3; ++i) {
            actions.at(i)->trigger();
        }
        QCOMPARE(print.size() + pdf.size() + xlsx.size(), 3);
        QCOMPARE(print.size(), 1);
        QCOMPARE(xlsx.size(), 1);
        if (const QString copy = qEnvironmentVariable("GRIDBOOK_KEEP_PICTURE"); !copy.isEmpty()) {
            pane.view()->setFitWidth();
            pane.grab().save(copy);
        }
    }

    void chartLabelsBreakWell_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<double>("room"); // in Han characters
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("fits") << u"36至40"_qs << 4.0 << QStringList{u"36至40"_qs};
        QTest::newRow("not inside a number") << u"136至140"_qs << 3.2 << QStringList{u"136至"_qs, u"140"_qs};
        QTest::newRow("no character alone") << u"30及以下"_qs << 3.4 << QStringList{u"30"_qs, u"及以下"_qs};
        QTest::newRow("no character alone, no number broken")
            << u"共2026年"_qs << 3.6 << QStringList{u"共"_qs, u"2026年"_qs};
        QTest::newRow("none alone without a number") << u"东关社区"_qs << 3.2 << QStringList{u"东关"_qs, u"社区"_qs};
        QTest::newRow("too long") << u"东关社区第一网格党支部"_qs << 2.1
                                  << QStringList{u"东关"_qs, u"社区"_qs, u"第…"_qs};
    }

    void chartLabelsBreakWell()
    {
        QFETCH(QString, label);
        QFETCH(double, room);
        QFETCH(QStringList, lines);
        const QFontMetricsF metrics(QWidget().font());
        QCOMPARE(chartLabelLines(label, metrics, room * metrics.horizontalAdvance(u"东"_qs)), lines);
    }

    void chartsHitAndDescribe_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("bars") << int(Chart::Kind::Bars);
        QTest::newRow("horizontal") << int(Chart::Kind::HorizontalBars);
        QTest::newRow("line") << int(Chart::Kind::Line);
    }
    void chartsHitAndDescribe()
    {
        QFETCH(int, kind);
        Chart chart;
        chart.kind = static_cast<Chart::Kind>(kind);
        chart.caption = u"各季度服务时长"_qs;
        chart.unit = u"单位：小时"_qs;
        chart.points = {
            {u"第一季度"_qs, 120, {}}, {u"第二季度"_qs, -30, {}}, {u"第三季度"_qs, 0, {}}, {u"第四季度"_qs, 310, {}}};
        ChartWidget widget;
        widget.setChart(chart);
        widget.resize(500, 300);
        widget.show();
        QVERIFY(widget.accessibleDescription().contains(u"第四季度：310"_qs));
        QFont font = widget.font();
        font.setPixelSize(widget.fontInfo().pixelSize());
        const QList<QRectF> regions = chartRegions(QRectF(widget.rect()), chart, ChartStyle::withFont(font));
        QCOMPARE(regions.size(), 4);
        for (const QRectF &region : regions) {
            QVERIFY(QRectF(widget.rect()).contains(region.center()));
        }
        QSignalSpy spy(&widget, &ChartWidget::barActivated);
        QTest::mouseClick(&widget, Qt::LeftButton, {}, regions.at(3).center().toPoint());
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.at(0).at(0).toInt(), 3);
        QTest::keyClick(&widget, Qt::Key_Home);
        QTest::keyClick(&widget, Qt::Key_Right);
        QTest::keyClick(&widget, Qt::Key_Return);
        QCOMPARE(spy.at(1).at(0).toInt(), 1);
        // What was opened lies over the chart; nothing is marked when it comes back.
        QTest::mouseMove(&widget, regions.at(3).center().toPoint());
        QTRY_COMPARE(widget.current(), 3);
        QTest::mouseClick(&widget, Qt::LeftButton, {}, regions.at(3).center().toPoint());
        widget.hide();
        widget.show();
        QCOMPARE(widget.current(), -1);
        QCOMPARE(spy.size(), 3);
        if (const QString copy = qEnvironmentVariable("GRIDBOOK_KEEP_PICTURE"); !copy.isEmpty()) {
            widget.grab().save(copy + QString::number(kind) + u".png"_qs);
        }
        widget.setChart({});
        widget.grab();
        QTest::keyClick(&widget, Qt::Key_Return);
        QCOMPARE(spy.size(), 3);
    }

private:
    static bool verticallyVisible(const DocumentView &view)
    {
        const int page = view.currentPage();
        for (int p = qMax(0, page - 1); p < view.pageCount(); ++p) {
            const auto count = static_cast<int>(view.document().pages.at(p).items.links.size());
            if (count > 0) {
                const QRectF area = view.linkRect(p, count - 1);
                if (area.top() >= 0 && area.bottom() <= view.viewport()->height()) {
                    return true;
                }
            }
        }
        return false;
    }
};

QTEST_MAIN(TestPreview)
#include "tst_preview.moc"
