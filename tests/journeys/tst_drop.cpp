// Files dragged from the desktop onto the window: a spreadsheet is imported, a book opens, anything else is refused.
#include "tests/support/testwindow.h"
#include "ui/exchange/importwizard.h"
#include <QApplication>
#include <QDragEnterEvent>
#include <QMimeData>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class tst_Drop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spreadsheet();
    void otherLedger();
    void book();
    void other_data();
    void other();

private:
    static bool drop(QWidget &onto, const QList<QUrl> &urls);
};

// As the system does it: the drop comes only if the window said yes to what is dragged over it.
bool tst_Drop::drop(QWidget &onto, const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&onto, &enter);
    if (!enter.isAccepted()) {
        return false;
    }
    QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&onto, &event);
    return true;
}

void tst_Drop::spreadsheet()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    QFile file(test.filePath(u"东关 社区 党员花名册.csv"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("姓名,性别\n张三,男\n李四,女\n");
    file.close();
    QVERIFY(drop(test.window(), {QUrl::fromLocalFile(file.fileName())}));
    auto *wizard = qobject_cast<ImportWizard *>(test.page());
    QVERIFY(wizard != nullptr);
    QTRY_VERIFY(!wizard->isBusy());
    QCOMPARE(wizard->draft().sheets.size(), 1);
}

// What a file holds that nobody has asked for by its kind is said by its headings.
void tst_Drop::otherLedger()
{
    TestWindow test;
    QVERIFY(test.openDemonstration());
    QFile file(test.filePath(u"台账.csv"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    // It could be a list of members, too, but a ledger of grids knows more of its columns.
    file.write("姓名,性别,民族,网格名称,网格编码,所属社区,网格类别,网格长,小区\n"
               "张三,男,汉族,第三网格,003,东关社区,一般,李四,东苑\n");
    file.close();
    const auto registry = [&test] {
        auto *wizard = qobject_cast<ImportWizard *>(test.page());
        return wizard != nullptr && !wizard->isBusy() ? wizard->draft().registry : QString();
    };
    QVERIFY(drop(test.window(), {QUrl::fromLocalFile(file.fileName())}));
    QTRY_COMPARE(registry(), u"grid"_qs);
    test.desk().openImport(u"member"_qs, file.fileName()); // from the list of members
    QTRY_COMPARE(registry(), u"member"_qs);
    test.desk().openPage(u"import"_qs, {{u"file"_qs, file.fileName()}}); // from the search, Ctrl+K
    QTRY_COMPARE(registry(), u"grid"_qs);
}

void tst_Drop::book()
{
    TestWindow first;
    QVERIFY(first.openDemonstration());
    const QString path = first.filePath(u"另一本 册子.gridbook"_qs);
    QVERIFY(QFile::copy(first.book().path(), path));
    TestWindow second;
    QVERIFY(drop(second.window(), {QUrl::fromLocalFile(path)}));
    QVERIFY(second.window().desk() != nullptr);
    QCOMPARE(second.book().path(), path);
}

void tst_Drop::other_data()
{
    QTest::addColumn<QList<QUrl>>("urls");
    QTest::newRow("a picture") << QList{QUrl::fromLocalFile(u"/a/照片.png"_qs)};
    QTest::newRow("two files") << QList{QUrl::fromLocalFile(u"/a/一.csv"_qs), QUrl::fromLocalFile(u"/a/二.csv"_qs)};
    QTest::newRow("a page of the web") << QList{QUrl(u"https://example.org/a.xlsx"_qs)};
    QTest::newRow("nothing") << QList<QUrl>{};
}

void tst_Drop::other()
{
    QFETCH(const QList<QUrl>, urls);
    TestWindow test;
    QVERIFY(test.openDemonstration());
    QVERIFY(!drop(test.window(), urls));
}

QTEST_MAIN(tst_Drop)
#include "tst_drop.moc"
