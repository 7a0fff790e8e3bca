// The import wizard through its real widgets: a messy roster is mended, applied, taken back and done again.
#include "tests/core/exchange/rosters.h"
#include "tests/ui/registry/formworkbench.h"
#include "ui/exchange/importwizard.h"
#include "ui/widgets/frozentable.h"
#include "ui/widgets/messagebar.h"
#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>

using namespace gridbook;
using namespace gridbook::exchange;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class TestImportWizard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, makeTheme(ThemeMode::Light)); }
    void init();
    void cleanup();
    void messyRosterMendedAppliedTakenBack();
    void goingBackLosesNothing();
    void columnsAreChosenAndRemembered();
    void headRowsCanBeCorrected();
    void meaningsAreDecidedOnce();
    void transfersAreDecidedPerRow();
    void newMembersAreAskedAbout();
    void differencesFromTheNumber_data();
    void differencesFromTheNumber();
    void datesAreAskedAbout();
    void cancelWhileWriting();
    void cancelWhileBackingUp();
    void badFilesSayWhy();
    void nothingMovesWhenSomethingIsSaid();
    void theNameStaysInSight();
    void anotherEncoding();
    void droppedFilesAreRead();
    void headingsSayWhatTheRowsAre();
    void theListIsKeptWhereTheFileIsOneOfIt();
    void whatTheOfficeTaughtIsKept();
    void listsThatCannotBeImportedAreNamed();
    void leavingAsks();
    void cancelGivesUp();
    void everythingHasAName();

private:
    [[nodiscard]] bool waitFor(ImportWizard &wizard);
    [[nodiscard]] bool goTo(ImportWizard &wizard, ImportWizard::Step step);
    QPushButton *button(const QString &name) { return m_wizard->findChild<QPushButton *>(name); }
    int column(QStringView field) const
    {
        auto *table = m_wizard->findChild<QTableView *>(u"planTable"_qs);
        auto *model = qobject_cast<PlanModel *>(table->model());
        return model->columnOfField(model->plan()->target(field));
    }
    void mend(int row, QStringView field, const QString &text);
    QString messyRoster();
    QString gridLedger();
    void choose(QWidget &wizard, const QString &path);
    qint64 scalar(const QString &sql) { return (*m_book)->database().scalar(sql)->toLongLong(); }

    std::unique_ptr<TestBook> m_book;
    TestBook::Basics m_basics;
    std::unique_ptr<FormWorkbench> m_workbench;
    std::unique_ptr<ImportWizard> m_wizard;
};

void TestImportWizard::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
    m_workbench = std::make_unique<FormWorkbench>(*m_book);
    m_wizard = std::make_unique<ImportWizard>(*m_workbench, u"member"_qs, QString());
    m_wizard->resize(1280, 760);
    m_wizard->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_wizard.get()));
}

void TestImportWizard::cleanup()
{
    m_wizard.reset();
    m_workbench.reset();
    m_book.reset();
}

bool TestImportWizard::waitFor(ImportWizard &wizard)
{
    return QTest::qWaitFor([&wizard] { return !wizard.isBusy(); }, 20'000);
}

bool TestImportWizard::goTo(ImportWizard &wizard, ImportWizard::Step step)
{
    while (wizard.step() < step) {
        const ImportWizard::Step before = wizard.step();
        QTest::mouseClick(wizard.findChild<QPushButton *>(u"next"_qs), Qt::LeftButton);
        if (!waitFor(wizard) || wizard.step() == before) {
            return false;
        }
    }
    return wizard.step() == step;
}

// As a clerk does: Enter the cell, type, Return.
void TestImportWizard::mend(int row, QStringView field, const QString &text)
{
    auto *table = m_wizard->findChild<QTableView *>(u"planTable"_qs);
    const QModelIndex index = table->model()->index(row, column(field));
    table->scrollTo(index);
    table->setCurrentIndex(index);
    table->edit(index);
    auto *editor = table->indexWidget(index);
    QVERIFY(editor != nullptr);
    auto *line = qobject_cast<QLineEdit *>(editor);
    line = line != nullptr ? line : editor->findChild<QLineEdit *>();
    QVERIFY(line != nullptr);
    line->clear();
    typeChinese(line, text);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(table->indexWidget(index) == nullptr); // the view commits in its own time
}

QString TestImportWizard::messyRoster()
{
    const QStringList headings =
        u"序号|姓 名|性别|民族|公民身份号码|文化程度|入党时间|转正时间|党员类别|联系电话|怪列"_qs.split(u'|');
    return writeSheets(
        m_book->folder() + u"/党员花名册.xlsx",
        {{u"名册"_qs,
          u"东关社区党员花名册（2026年8月）"_qs,
          headings,
          {rowOf(u"东关一支部（3人）"_qs),
           rowOf(u"1|张 三|男|汉|"_qs + madeUpId(u"19700315"_qs, 1) + u"|大本|2001.7|2002.7|正式|139 0000 0001|甲"),
           rowOf(u"2|(预备)李四|女|汉族|"_qs + madeUpId(u"19950315"_qs, 2) +
                 u"|夜大肄业班|20260630|||13900000002/0917-7212345|乙"),
           rowOf(
               u"3|王五|女|回|110105194912310021|初中|1975年10月|1976年10月|正式|13900000003|"_qs), // wrong check digit
           rowOf(u"小计|3"_qs), rowOf(u"东关二支部（1人）"_qs),
           rowOf(u"4|赵六|男|汉|"_qs + madeUpId(u"19600315"_qs, 3) +
                 u"|高中|1985.13|1986.7|正式|13900000004|"), // month 13
           rowOf(u"填表人：|||审核人："_qs)}}});
}

QString TestImportWizard::gridLedger()
{
    return writeSheets(m_book->folder() + u"/网格台账.xlsx",
                       {{u"网格"_qs,
                         {},
                         u"网格名称|网格编码|所属社区|网格类别|网格长|联系电话"_qs.split(u'|'),
                         {rowOf(u"第三网格|610305100001003|东关社区|一般网格|张三|13900000001"_qs)}}});
}

// As a clerk does: the button, and the file in the dialog.
void TestImportWizard::choose(QWidget &wizard, const QString &path)
{
    m_workbench->ask.willOpen({path});
    QTest::mouseClick(wizard.findChild<QPushButton *>(u"chooseFile"_qs), Qt::LeftButton);
}

void TestImportWizard::messyRosterMendedAppliedTakenBack()
{
    savePicture(m_wizard.get(), u"import-0-empty"_qs);
    m_workbench->ask.willOpen({messyRoster()});
    QTest::mouseClick(button(u"chooseFile"_qs), Qt::LeftButton);
    QVERIFY(waitFor(*m_wizard));
    QCOMPARE(m_wizard->draft().sheets.size(), 1);
    savePicture(m_wizard.get(), u"import-1-file"_qs);
    QVERIFY(goTo(*m_wizard, ImportWizard::Columns));
    savePicture(m_wizard.get(), u"import-2-columns"_qs);
    QVERIFY(goTo(*m_wizard, ImportWizard::Values));
    QCOMPARE(m_wizard->draft().choices.asOf, QDate(2026, 8, 31));
    savePicture(m_wizard.get(), u"import-3-values"_qs);
    QVERIFY(goTo(*m_wizard, ImportWizard::Plan));
    QCOMPARE(m_wizard->draft().plan->counts().added, 2);
    QCOMPARE(m_wizard->draft().plan->counts().wrong, 2);
    auto *table = m_wizard->findChild<QTableView *>(u"planTable"_qs);
    QCOMPARE(table->model()->rowCount(), 2); // what is wrong is shown first
    savePicture(m_wizard.get(), u"import-4-wrong"_qs);
    mend(0, u"idNumber", u"11010519491231002X"_qs);
    mend(1, u"joinDate", u"1985.7"_qs);
    QCOMPARE(m_wizard->draft().plan->counts().wrong, 0);
    QCOMPARE(m_wizard->draft().plan->counts().added, 4);
    QTest::mouseClick(button(u"filterAll"_qs), Qt::LeftButton);
    QCOMPARE(table->model()->rowCount(), 4);
    savePicture(m_wizard.get(), u"import-4-plan"_qs);
    QVERIFY(goTo(*m_wizard, ImportWizard::Result));
    savePicture(m_wizard.get(), u"import-5-ready"_qs);
    QTest::mouseClick(button(u"apply"_qs), Qt::LeftButton);
    QVERIFY(waitFor(*m_wizard));
    savePicture(m_wizard.get(), u"import-5-done"_qs);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM member WHERE voided_at IS NULL"_qs), 4);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM affiliation WHERE voided_at IS NULL AND org_id = %1 AND valid_from = "
                    "'2026-08-31'"_qs.arg(m_basics.branch)),
             3);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM standing WHERE voided_at IS NULL AND category = 'probationary'"_qs), 1);
    QVERIFY(m_workbench->log.join(u' ').contains(u"4"));
    QTest::mouseClick(button(u"undoImport"_qs), Qt::LeftButton);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM member WHERE voided_at IS NULL"_qs), 0);
    QVERIFY_RESULT((*m_book)->redo());
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM member WHERE voided_at IS NULL"_qs), 4);
    QVERIFY((*m_book)->check({})->isEmpty());
}

void TestImportWizard::goingBackLosesNothing()
{
    m_wizard->openFile(messyRoster());
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(goTo(*m_wizard, ImportWizard::Plan));
    mend(0, u"idNumber", u"11010519491231002X"_qs);
    for (int i = 0; i < 3; ++i) {
        QTest::mouseClick(button(u"back"_qs), Qt::LeftButton);
    }
    QCOMPARE(m_wizard->step(), ImportWizard::File);
    QVERIFY(goTo(*m_wizard, ImportWizard::Values));
    auto *policy = m_wizard->findChild<QComboBox *>(u"policy"_qs);
    policy->setCurrentIndex(1);
    Q_EMIT policy->activated(1); // the plan is computed anew, what was mended stays
    QVERIFY(goTo(*m_wizard, ImportWizard::Plan));
    QCOMPARE(m_wizard->draft().plan->choices.policy, ImportPolicy::Overwrite);
    QCOMPARE(m_wizard->draft().plan->counts().wrong, 1);
}

void TestImportWizard::columnsAreChosenAndRemembered()
{
    const QString path =
        writeSheets(m_book->folder() + u"/a.xlsx",
                    {{u"表"_qs,
                      {},
                      u"大名|码|入党时间|所在党支部|性别"_qs.split(u'|'),
                      {rowOf(u"张三|"_qs + madeUpId(u"19700315"_qs, 1) + u"|2001-07-01|东关一支部|男")}}});
    m_wizard->openFile(path);
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(goTo(*m_wizard, ImportWizard::Columns));
    QVERIFY(!goTo(*m_wizard, ImportWizard::Values)); // no column is the name
    const auto choose = [&](const QString &combo, const QString &field) {
        auto *box = m_wizard->findChild<QComboBox *>(combo);
        box->setCurrentIndex(box->findData(field));
        Q_EMIT box->activated(box->currentIndex());
    };
    choose(u"column0"_qs, u"name"_qs);
    choose(u"column1"_qs, u"idNumber"_qs);
    QVERIFY(goTo(*m_wizard, ImportWizard::Result));
    QCOMPARE(m_wizard->draft().plan->counts().added, 1);
    QTest::mouseClick(button(u"apply"_qs), Qt::LeftButton);
    QVERIFY(waitFor(*m_wizard));
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM member"_qs), 1);
    ImportWizard again(*m_workbench, u"member"_qs, path);
    QVERIFY(waitFor(again));
    QCOMPARE(again.draft().sheets.first().layout.columnOf(u"idNumber"_qs), 1);
    QVERIFY(goTo(again, ImportWizard::Plan));
    QCOMPARE(again.draft().plan->counts().same, 1);
}

void TestImportWizard::headRowsCanBeCorrected()
{
    const QString path =
        writeText(m_book->folder() + u"/a.csv", u"某某名单,,\n甲,乙,丙\n张三,13900000001,东关一支部\n"_qs.toUtf8());
    m_wizard->openFile(path);
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(goTo(*m_wizard, ImportWizard::Columns));
    auto *first = m_wizard->findChild<QSpinBox *>(u"firstHeadRow"_qs);
    auto *last = m_wizard->findChild<QSpinBox *>(u"lastHeadRow"_qs);
    m_wizard->resize(1000, 700);
    m_wizard->show();
    for (const QSpinBox *box : {first, last}) { // “none” can be read
        const auto *line = box->findChild<QLineEdit *>();
        const int words = line->fontMetrics().horizontalAdvance(box->specialValueText());
        QTRY_VERIFY2(line->isVisible() && line->width() >= words + 4, qPrintable(QString::number(line->width())));
    }
    first->setValue(2);
    last->setValue(2);
    Q_EMIT last->editingFinished();
    QCOMPARE(m_wizard->draft().sheets.first().layout.columns.at(1).heading, u"乙"_qs);
}

void TestImportWizard::meaningsAreDecidedOnce()
{
    m_wizard->openFile(messyRoster());
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(goTo(*m_wizard, ImportWizard::Values));
    auto *questions = m_wizard->findChild<QTableWidget *>(u"questions"_qs);
    QCOMPARE(questions->rowCount(), 1);
    QCOMPARE(questions->item(0, 1)->text(), u"夜大肄业班"_qs);
    auto *meaning = qobject_cast<QComboBox *>(questions->cellWidget(0, 3));
    meaning->setCurrentIndex(meaning->findData(u"31"_qs));
    Q_EMIT meaning->activated(meaning->currentIndex());
    QVERIFY(goTo(*m_wizard, ImportWizard::Plan));
    QCOMPARE(m_wizard->draft().plan->value(m_wizard->draft().plan->rows.at(1), u"education").toString(), u"31"_qs);
}

void TestImportWizard::transfersAreDecidedPerRow()
{
    const QString id = madeUpId(u"19700315"_qs, 1);
    QVERIFY(m_book->addMember(u"张三"_qs, id, m_basics.branch, m_basics.grid) != 0);
    m_wizard->openFile(writeSheets(
        m_book->folder() + u"/a.xlsx",
        {{u"表"_qs, {}, u"姓名|身份证号|所在党支部"_qs.split(u'|'), {rowOf(u"张三|"_qs + id + u"|东关二支部")}}}));
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(goTo(*m_wizard, ImportWizard::Plan));
    QCOMPARE(m_wizard->draft().plan->counts().conflict, 1);
    QVERIFY(button(u"transfer"_qs)->isVisible());
    savePicture(m_wizard.get(), u"import-4-transfer"_qs);
    QTest::mouseClick(button(u"transfer"_qs), Qt::LeftButton);
    QCOMPARE(m_wizard->draft().plan->counts().changed, 1);
    QVERIFY(goTo(*m_wizard, ImportWizard::Result));
    QTest::mouseClick(button(u"apply"_qs), Qt::LeftButton);
    QVERIFY(waitFor(*m_wizard));
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM affiliation WHERE voided_at IS NULL"_qs), 2);
}

void TestImportWizard::newMembersAreAskedAbout()
{
    QVERIFY(m_book->addMember(u"张三"_qs, madeUpId(u"19700315"_qs, 1), m_basics.branch, m_basics.grid) != 0);
    m_wizard->openFile(writeSheets(m_book->folder() + u"/a.xlsx",
                                   {{u"表"_qs,
                                     {},
                                     u"姓名|身份证号|所在党支部"_qs.split(u'|'),
                                     {rowOf(u"李四|"_qs + madeUpId(u"19700315"_qs, 2) + u"|东关一支部")}}}));
    QVERIFY(waitFor(*m_wizard));
    button(u"next"_qs)->setFocus();
    QVERIFY(goTo(*m_wizard, ImportWizard::Values));
    // The button that was pressed is locked while rows are compared: the keys go on to the page, not out of it.
    QWidget *keys = m_wizard->window()->focusWidget();
    QVERIFY(keys != nullptr && m_wizard->findChild<ValueStep *>()->isAncestorOf(keys));
    QVERIFY(m_wizard->findChild<QLabel *>(u"arrivals"_qs)->isVisible());
    savePicture(m_wizard.get(), u"import-3-arrivals"_qs);
    QVERIFY(!goTo(*m_wizard, ImportWizard::Plan)); // it has to be answered
    QCOMPARE(m_wizard->step(), ImportWizard::Values);
    QVERIFY(m_wizard->findChild<MessageBar *>()->isVisible());
    auto *came = m_wizard->findChild<QComboBox *>(u"increase"_qs);
    QCOMPARE(came->currentData().toString(), QString());
    came->setCurrentIndex(came->findData(u"3"_qs));
    Q_EMIT came->activated(came->currentIndex());
    QVERIFY(!m_wizard->findChild<MessageBar *>()->isVisible()); // answered
    QVERIFY(goTo(*m_wizard, ImportWizard::Plan));
    QCOMPARE(m_wizard->draft().plan->counts().added, 1);
}

void TestImportWizard::differencesFromTheNumber_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("sex");
    QTest::addColumn<QString>("note");
    QTest::newRow("the number") << u"fromNumber"_qs << u"1"_qs << QString();
    QTest::newRow("the roster") << u"asTyped"_qs << u"2"_qs << u"档案如此"_qs;
}

void TestImportWizard::differencesFromTheNumber()
{
    QFETCH(const QString, answer);
    QFETCH(const QString, sex);
    QFETCH(const QString, note);
    m_wizard->openFile(
        writeSheets(m_book->folder() + u"/a.xlsx",
                    {{u"表"_qs,
                      {},
                      u"姓名|性别|身份证号|所在党支部"_qs.split(u'|'),
                      {rowOf(u"陈二|女|"_qs + madeUpId(u"19600102"_qs, 1) + u"|东关一支部")}}})); // a man's number
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(goTo(*m_wizard, ImportWizard::Plan));
    QCOMPARE(m_wizard->draft().plan->counts().conflict, 1);
    QVERIFY(button(answer)->isVisible());
    savePicture(m_wizard.get(), u"import-4-number"_qs);
    if (!note.isEmpty()) {
        m_workbench->ask.willGiveReason(note);
    }
    QTest::mouseClick(button(answer), Qt::LeftButton);
    const ImportPlan &plan = *m_wizard->draft().plan;
    QCOMPARE(plan.counts().added, 1);
    QCOMPARE(plan.value(plan.rows.first(), u"sex").toString(), sex);
    QVERIFY(plan.value(plan.rows.first(), u"personNote").toString().contains(note));
}

void TestImportWizard::datesAreAskedAbout()
{
    m_wizard->openFile(writeSheets(m_book->folder() + u"/a.xlsx", {{u"表"_qs,
                                                                    {},
                                                                    u"姓名|出生日期|入党时间|所在党支部"_qs.split(u'|'),
                                                                    {rowOf(u"张三|1950-03-15|85.3|东关一支部"_qs),
                                                                     rowOf(u"李四|1950-04-15|85.3|东关一支部"_qs)}}}));
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(goTo(*m_wizard, ImportWizard::Values));
    QCOMPARE(m_wizard->draft().plan->counts().wrong, 2);
    auto *questions = m_wizard->findChild<QTableWidget *>(u"questions"_qs);
    QCOMPARE(questions->rowCount(), 1);
    auto *meaning = qobject_cast<QComboBox *>(questions->cellWidget(0, 3));
    QCOMPARE(meaning->currentData().toString(), QString());
    meaning->setCurrentIndex(meaning->findData(u"1985-03"_qs));
    Q_EMIT meaning->activated(meaning->currentIndex());
    QVERIFY(goTo(*m_wizard, ImportWizard::Plan));
    QCOMPARE(m_wizard->draft().plan->counts().added, 2);
}

void TestImportWizard::cancelWhileWriting()
{
    QList<Row> rows;
    for (int n = 1; n < 900; ++n) {
        rows << rowOf(u"张三|"_qs + madeUpId(u"19700315"_qs, n) + u"|东关一支部");
    }
    m_wizard->openFile(
        writeSheets(m_book->folder() + u"/a.xlsx", {{u"表"_qs, {}, u"姓名|身份证号|所在党支部"_qs.split(u'|'), rows}}));
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(goTo(*m_wizard, ImportWizard::Result));
    const qint64 batches = scalar(u"SELECT COUNT(*) FROM batch"_qs);
    QTest::mouseClick(button(u"apply"_qs), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return scalar(u"SELECT COUNT(*) FROM member"_qs) > 0; }, 20'000));
    m_workbench->ask.willInform();
    QVERIFY(!m_wizard->mayLeave());
    auto *step = m_wizard->findChild<ResultStep *>();
    Q_EMIT step->cancelWanted();
    QVERIFY(!m_wizard->isBusy());
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM member"_qs), 0);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM batch"_qs), batches);
    QTest::mouseClick(button(u"apply"_qs), Qt::LeftButton); // and once more, to the end
    QVERIFY(waitFor(*m_wizard));
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM member"_qs), 899);
}

void TestImportWizard::cancelWhileBackingUp()
{
    m_wizard->openFile(writeSheets(m_book->folder() + u"/a.xlsx",
                                   {{u"表"_qs,
                                     {},
                                     u"姓名|身份证号|所在党支部"_qs.split(u'|'),
                                     {rowOf(u"张三|"_qs + madeUpId(u"19700315"_qs, 1) + u"|东关一支部")}}}));
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(goTo(*m_wizard, ImportWizard::Result));
    auto *step = m_wizard->findChild<ResultStep *>();
    QTest::mouseClick(button(u"apply"_qs), Qt::LeftButton);
    QVERIFY(m_wizard->isBusy()); // the window goes on while the backup is made
    Q_EMIT step->cancelWanted();
    QVERIFY(!m_wizard->isBusy());
    QTest::mouseClick(button(u"apply"_qs), Qt::LeftButton); // both backups come to their end
    QVERIFY(waitFor(*m_wizard));
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM member"_qs), 1);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM batch WHERE kind = 'import'"_qs), 1);
    QVERIFY((*m_book)->lastBackup().isValid());
}

void TestImportWizard::badFilesSayWhy()
{
    auto *message = m_wizard->findChild<MessageBar *>();
    m_wizard->openFile(writeText(m_book->folder() + u"/a.xlsx", "PK\x03\x04 not a spreadsheet"));
    QVERIFY(waitFor(*m_wizard));
    QCOMPARE(m_wizard->step(), ImportWizard::File);
    QVERIFY(!message->text().isEmpty());
    QVERIFY(!button(u"next"_qs)->isEnabled());
    savePicture(m_wizard.get(), u"import-1-bad"_qs);
    m_wizard->openFile(m_book->folder() + u"/none.csv");
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(!message->text().isEmpty());
    m_wizard->openFile(messyRoster());
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(message->text().isEmpty() || !message->isVisible());
    QVERIFY(button(u"next"_qs)->isEnabled());
}

void TestImportWizard::nothingMovesWhenSomethingIsSaid()
{
    m_wizard->resize(1100, 700);
    m_wizard->show();
    QCoreApplication::processEvents();
    const auto places = [this] {
        QList<QPoint> all;
        for (const QString &name : {u"chooseFile"_qs, u"cancel"_qs, u"back"_qs, u"next"_qs}) {
            all << button(name)->mapTo(m_wizard.get(), QPoint());
        }
        for (const QString &name : {u"registry"_qs, u"encoding"_qs}) {
            all << m_wizard->findChild<QComboBox *>(name)->mapTo(m_wizard.get(), QPoint());
        }
        return all;
    };
    const QList<QPoint> before = places();
    const QString bad = m_book->folder() + u"/" + QString(60, u'长') + u"名的坏文件.xlsx";
    m_wizard->openFile(writeText(bad, "PK\x03\x04 not a spreadsheet"));
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(!m_wizard->findChild<MessageBar *>()->text().isEmpty());
    QCoreApplication::processEvents();
    savePicture(m_wizard.get(), u"import-1-bad-long"_qs);
    QCOMPARE(places(), before);
}

void TestImportWizard::theNameStaysInSight()
{
    m_wizard->resize(900, 600);
    m_wizard->show();
    m_wizard->openFile(messyRoster());
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(goTo(*m_wizard, ImportWizard::Plan));
    auto *table = m_wizard->findChild<FrozenTable *>(u"planTable"_qs);
    QTableView *frozen = table->frozenView();
    QVERIFY(frozen->isVisible());
    for (const int each : {int(PlanModel::RowNumber), int(PlanModel::State), column(u"name")}) {
        QVERIFY(!frozen->isColumnHidden(each));
        QCOMPARE(frozen->columnWidth(each), table->columnWidth(each));
    }
    QVERIFY(frozen->isColumnHidden(PlanModel::Why));
    // The last column comes out from below the frozen ones, which do not move.
    const QModelIndex last = table->model()->index(0, column(u"phone"));
    table->scrollTo(last);
    QVERIFY(table->horizontalScrollBar()->value() > 0);
    QVERIFY(table->visualRect(last).left() >= frozen->width());
    QVERIFY(frozen->visualRect(table->model()->index(0, column(u"name"))).right() < frozen->width());
    savePicture(m_wizard.get(), u"import-4-frozen"_qs);
    // A name is mended where it stands, from the keys too, and the next cell is one of the table.
    const QModelIndex name = table->model()->index(0, column(u"name"));
    table->setCurrentIndex(name);
    QTest::keyClick(table, Qt::Key_F2);
    auto *line = frozen->findChild<QLineEdit *>(u"mend"_qs);
    QVERIFY(line != nullptr && line->isVisible());
    line->setText(u"王五一"_qs);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(name.data().toString(), u"王五一"_qs);
    QCOMPARE(unnamedControls(m_wizard.get()), QStringList());
}

void TestImportWizard::anotherEncoding()
{
    const QByteArray gb = QByteArray::fromHex("d0d5c3fb2cc3f1d7e52cc8ebb5b3cab1bce42ccbf9d4dab5b3d6a7b2bf0d0a"
                                              "d5c5c8fd2cbaba2c323030312d30372d30312cb6abb9d8d2bbd6a7b2bf0d0a");
    m_wizard->openFile(writeText(m_book->folder() + u"/a.csv", gb));
    QVERIFY(waitFor(*m_wizard));
    QCOMPARE(m_wizard->draft().sheets.first().layout.columnOf(u"name"_qs), 0);
    auto *encoding = m_wizard->findChild<QComboBox *>(u"encoding"_qs);
    QVERIFY(encoding->isEnabled());
    encoding->setCurrentIndex(encoding->findData(int(TextEncoding::Gb18030)));
    Q_EMIT encoding->activated(encoding->currentIndex());
    QVERIFY(waitFor(*m_wizard));
    QCOMPARE(m_wizard->draft().sheets.first().layout.columnOf(u"name"_qs), 0);
}

void TestImportWizard::droppedFilesAreRead()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(messyRoster())});
    auto *step = m_wizard->findChild<FileStep *>();
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(step, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(step, &drop);
    QVERIFY(waitFor(*m_wizard));
    QCOMPARE(m_wizard->draft().sheets.size(), 1);
}

// Opened from no list: nobody has said what the rows are.
void TestImportWizard::headingsSayWhatTheRowsAre()
{
    ImportWizard wizard(*m_workbench, {}, {});
    wizard.resize(1280, 760);
    wizard.show();
    auto *kind = wizard.findChild<QComboBox *>(u"registry"_qs);
    auto *said = wizard.findChild<QLabel *>(u"recognised"_qs);
    auto *rows = wizard.findChild<FileStep *>()->findChild<QTableWidget *>();
    QVERIFY(!said->isVisible());
    QCoreApplication::processEvents();
    const QPoint place = rows->mapTo(&wizard, QPoint());
    choose(wizard, gridLedger());
    QVERIFY(waitFor(wizard));
    QCOMPARE(wizard.draft().registry, u"grid"_qs);
    QCOMPARE(kind->currentData().toString(), u"grid"_qs);
    QCOMPARE(wizard.draft().sheets.first().layout.columnOf(u"name"_qs), 0);
    QCOMPARE(wizard.draft().sheets.first().layout.matched(), 6);
    QVERIFY(said->isVisible());
    QCOMPARE(said->text(), FileStep::tr("Recognised by its headings: %1").arg(kind->currentText()));
    QCOMPARE(kind->accessibleDescription(), said->text());
    QCoreApplication::processEvents();
    QCOMPARE(rows->mapTo(&wizard, QPoint()), place);
    savePicture(&wizard, u"import-1-recognised"_qs);
    choose(wizard, messyRoster()); // another file says something else
    QVERIFY(waitFor(wizard));
    QCOMPARE(wizard.draft().registry, u"member"_qs);
    QVERIFY(!said->isVisible());
    choose(wizard, gridLedger());
    QVERIFY(waitFor(wizard));
    // Who chooses by hand is right, whatever the headings say, for the next file, too.
    kind->setCurrentIndex(kind->findData(u"building"_qs));
    Q_EMIT kind->activated(kind->currentIndex());
    QVERIFY(waitFor(wizard));
    QCOMPARE(wizard.draft().registry, u"building"_qs);
    QVERIFY(!said->isVisible());
    QCOMPARE(kind->accessibleDescription(), QString());
    choose(wizard, messyRoster());
    QVERIFY(waitFor(wizard));
    QCOMPARE(wizard.draft().registry, u"building"_qs);
}

void TestImportWizard::theListIsKeptWhereTheFileIsOneOfIt()
{
    ImportWizard people(*m_workbench, u"person"_qs, messyRoster()); // members are people, with more columns
    QVERIFY(waitFor(people));
    QCOMPARE(people.draft().registry, u"person"_qs);
    QVERIFY(!people.draft().isRecognised);
    choose(*m_wizard, gridLedger()); // opened from the members
    QVERIFY(waitFor(*m_wizard));
    QCOMPARE(m_wizard->draft().registry, u"grid"_qs);
    QVERIFY(m_wizard->findChild<QLabel *>(u"recognised"_qs)->isVisible());
    QVERIFY(goTo(*m_wizard, ImportWizard::Columns));
    auto *name = m_wizard->findChild<QComboBox *>(u"column0"_qs);
    QCOMPARE(name->currentData().toString(), u"name"_qs);
    ImportWizard grids(*m_workbench, u"grid"_qs, messyRoster());
    QVERIFY(waitFor(grids));
    QCOMPARE(grids.draft().registry, u"member"_qs);
    grids.openFile(gridLedger()); // and back to the list that it was opened from
    QVERIFY(waitFor(grids));
    QCOMPARE(grids.draft().registry, u"grid"_qs);
    QVERIFY(!grids.draft().isRecognised);
}

// Grids have more columns in it, but the office has taken it in as a list of members.
void TestImportWizard::whatTheOfficeTaughtIsKept()
{
    const QStringList headings = u"大名|性别|民族|入党时间|网格名称|网格编码|网格类别|网格长|小区"_qs.split(u'|');
    const QString path =
        writeSheets(m_book->folder() + u"/a.xlsx",
                    {{u"表"_qs, {}, headings, {rowOf(u"张三|男|汉族|2001-07-01|第一网格|001|一般|李四|东苑"_qs)}}});
    {
        ImportWizard wizard(*m_workbench, {}, path);
        QVERIFY(waitFor(wizard));
        QCOMPARE(wizard.draft().registry, u"grid"_qs);
    }
    QVERIFY_RESULT(rememberImport(**m_book, u"member"_qs, headings, {{{u"大名"_qs, u"name"_qs}}, {}}));
    ImportWizard wizard(*m_workbench, {}, path);
    QVERIFY(waitFor(wizard));
    QCOMPARE(wizard.draft().registry, u"member"_qs);
    QVERIFY(!wizard.draft().isRecognised);
    QCOMPARE(wizard.draft().sheets.first().layout.columnOf(u"name"_qs), 0);
}

// Posts have no name of their own: their list opens a wizard that says so.
void TestImportWizard::listsThatCannotBeImportedAreNamed()
{
    ImportWizard wizard(*m_workbench, u"gridPost"_qs, {});
    wizard.show();
    QCOMPARE(wizard.draft().registry, u"member"_qs); // as the choice shows
    choose(wizard,
           writeSheets(m_book->folder() + u"/a.xlsx", {{u"表"_qs,
                                                        {},
                                                        u"网格|社区|岗位|姓名|任职日期|离任日期"_qs.split(u'|'),
                                                        {rowOf(u"第一网格|东关社区|网格长|张三|2025-01-01|"_qs)}}}));
    QVERIFY(waitFor(wizard));
    auto *message = wizard.findChild<MessageBar *>();
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(m_book->catalog().registry(u"gridPost")->term.zh), qPrintable(message->text()));
    choose(wizard, messyRoster());
    QVERIFY(waitFor(wizard));
    QVERIFY(!message->isVisible());
}

void TestImportWizard::leavingAsks()
{
    QVERIFY(m_wizard->mayLeave());
    m_wizard->openFile(messyRoster());
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(goTo(*m_wizard, ImportWizard::Plan));
    m_workbench->ask.willConfirm(false);
    QVERIFY(!m_wizard->mayLeave());
    m_workbench->ask.willConfirm(true);
    QVERIFY(m_wizard->mayLeave());
}

void TestImportWizard::cancelGivesUp()
{
    m_wizard->openFile(messyRoster());
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(goTo(*m_wizard, ImportWizard::Plan));
    auto *cancel = m_wizard->findChild<QPushButton *>(u"cancel"_qs);
    m_workbench->ask.willConfirm(false);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(!m_workbench->log.contains(u"close"_qs));
    m_workbench->ask.willConfirm(true);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(m_workbench->log.contains(u"close"_qs));
    QVERIFY(m_wizard->mayLeave()); // asked once
}

void TestImportWizard::everythingHasAName()
{
    m_wizard->openFile(messyRoster());
    QVERIFY(waitFor(*m_wizard));
    QVERIFY(goTo(*m_wizard, ImportWizard::Plan));
    QCOMPARE(unnamedControls(m_wizard.get()).join(u';'), QString());
}

QTEST_MAIN(TestImportWizard)
#include "tst_importwizard.moc"
