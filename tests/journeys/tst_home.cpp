// The first page on the last afternoon of a quarter: figures, what is due, charts; a number opens its rows.
#include "tests/support/testwindow.h"
#include "ui/reports/charts.h"
#include "ui/shell/homepage.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowframe.h"
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class tst_Home : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresAndCharts();
    void anotherDayColoursTheWindow();
};

void tst_Home::figuresAndCharts()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    auto *home = qobject_cast<HomePage *>(test.page());
    QVERIFY(home != nullptr);
    QSignalSpy filled(home, &HomePage::filled);
    QVERIFY(filled.wait());
    for (const QString &number :
         {u"38"_qs, u"25,883"_qs, u"60,693"_qs, u"14,256"_qs, u"32,398"_qs, u"662"_qs, u"13"_qs, u"26"_qs, u"47"_qs}) {
        QTRY_VERIFY2(TestWindow::button(home, number) != nullptr, qPrintable(number));
    }
    const auto charts = home->findChildren<ChartWidget *>();
    QCOMPARE(charts.size(), 2);
    QVERIFY(charts.first()->chart().points.size() >= 10);
    // A term past its own end and within the approved extension is told as such.
    const auto labels = home->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        const QString text = label->text();
        return text.contains(u"南大街一支部") && text.contains(u"151") &&
               (text.contains(u"extension") || text.contains(u"延期"));
    }));
    QCOMPARE(unnamedControls(home), QStringList());
    savePicture(&test.window(), u"home"_qs);
}

void tst_Home::anotherDayColoursTheWindow()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    QSignalSpy changed(&test.desk(), &Workbench::asOfChanged);
    test.desk().setAsOf(QDate(2025, 12, 31));
    QCOMPARE(changed.size(), 1);
    QVERIFY(test.window().frame()->topBar()->isPast());
    auto *home = qobject_cast<HomePage *>(test.page());
    QSignalSpy filled(home, &HomePage::filled);
    QVERIFY(filled.wait());
    QTRY_VERIFY(TestWindow::button(home, u"651"_qs) != nullptr);
    savePicture(&test.window(), u"home-past"_qs);
}

QTEST_MAIN(tst_Home)
#include "tst_home.moc"
