// The first afternoon with the program: a new book, the branch's messy roster read into it, two cells mended,
// everything written in one step, taken back and done again.
#include "core/demo/demobook.h"
#include "core/demo/samplerosters.h"
#include "core/reports/figures.h"
#include "core/text/citizenid.h"
#include "tests/support/testwindow.h"
#include "ui/exchange/importwizard.h"
#include "ui/registry/listpage.h"
#include "ui/shell/navigation.h"
#include "ui/shell/topbar.h"
#include "ui/shell/welcomepage.h"
#include "ui/shell/windowframe.h"
#include "ui/widgets/texteditors.h"
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

using namespace gridbook;
using namespace gridbook::testing;
using namespace gridbook::ui;
using namespace Qt::StringLiterals;

class tst_ImportRoster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messyRosterIntoANewBook();
    void branchesAreDecidedOneByOne();

private:
    bool createBook(TestWindow &test);
    ImportWizard *openWizard(TestWindow &test, const QString &file);
    bool next(ImportWizard &wizard);
    void mend(ImportWizard &wizard, int row, QStringView field, const QString &text);
};

namespace {

const QDate today(2026, 9, 30);

// The roster that the demonstration offers to try, with its titles, merged heads, group rows and spoilt cells.
QString messyRoster(const TestWindow &test)
{
    const QString path = test.filePath(u"source.gridbook"_qs);
    const Catalog catalog;
    const FixedClock clock = quarterEnd();
    auto book = Book::create(path, {catalog, clock, {u"测试员"_qs, u"测试机"_qs}});
    if (!book || !demo::makeDemoBook(**book, {})) {
        return {};
    }
    const auto files = demo::writeSampleRosters(**book, test.filePath(u"rosters"_qs), {});
    return files ? files->first() : QString();
}

// How many records every registry has, and every headline figure: what one looks at to see that nothing else moved.
QStringList stateOf(Book &book)
{
    QStringList state;
    for (const RegistrySpec &spec : book.catalog().registries()) {
        state << u"%1 %2"_qs.arg(spec.id).arg(book.reader().count({spec.id, today, {}, {}, {}, {}}).valueOr(-1));
    }
    auto figures = Figures::open(book.reader());
    if (!figures) {
        return {figures.error().detail};
    }
    const auto lines = (*figures)->headline(today);
    for (const FigureLine &line : lines.valueOr({})) {
        state << u"%1 %2 %3"_qs.arg(line.rule.id, numberText(line.now), numberText(line.before));
    }
    return state;
}

QStringList branchesAsked(const exchange::ImportPlan &plan)
{
    QStringList texts;
    for (const exchange::ValueQuestion &question : plan.questions) {
        if (plan.targets.at(question.field).field.id == u"branch") {
            texts << question.text;
        }
    }
    return texts;
}

} // namespace

bool tst_ImportRoster::createBook(TestWindow &test)
{
    QTest::mouseClick(TestWindow::button(test.window().welcome(), WelcomePage::tr("New book…")), Qt::LeftButton);
    const QList<TextEditor *> editors = test.window().welcome()->findChildren<TextEditor *>();
    typeChinese(editors.at(0)->field(), u"东关社区"_qs);
    QTest::keyClicks(editors.at(1)->field(), u"610305100001"_qs);
    test.ask().willSave(test.filePath(u"东关社区.gridbook"_qs));
    QTest::mouseClick(TestWindow::button(test.window().welcome(), WelcomePage::tr("Choose the place and create")),
                      Qt::LeftButton);
    return test.window().desk() != nullptr;
}

ImportWizard *tst_ImportRoster::openWizard(TestWindow &test, const QString &file)
{
    test.goTo(u"list:member"_qs);
    QTest::mouseClick(TestWindow::button(test.page(), ListPage::tr("Import…")), Qt::LeftButton);
    auto *wizard = qobject_cast<ImportWizard *>(test.page());
    if (wizard == nullptr) {
        return nullptr;
    }
    test.ask().willOpen({file});
    QTest::mouseClick(wizard->findChild<QPushButton *>(u"chooseFile"_qs), Qt::LeftButton);
    return QTest::qWaitFor([wizard] { return !wizard->isBusy(); }, 20'000) ? wizard : nullptr;
}

bool tst_ImportRoster::next(ImportWizard &wizard)
{
    const ImportWizard::Step before = wizard.step();
    QTest::mouseClick(wizard.findChild<QPushButton *>(u"next"_qs), Qt::LeftButton);
    return QTest::qWaitFor([&wizard] { return !wizard.isBusy(); }, 20'000) && wizard.step() == before + 1;
}

// As a clerk does: a double click on the cell, type, Return.
void tst_ImportRoster::mend(ImportWizard &wizard, int row, QStringView field, const QString &text)
{
    auto *table = wizard.findChild<QTableView *>(u"planTable"_qs);
    auto *model = qobject_cast<PlanModel *>(table->model());
    const QModelIndex index = model->index(row, model->columnOfField(model->plan()->target(field)));
    table->scrollTo(index);
    const QPoint at = table->visualRect(index).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
    QWidget *editor = table->indexWidget(index);
    QVERIFY(editor != nullptr);
    auto *line = qobject_cast<QLineEdit *>(editor);
    line = line != nullptr ? line : editor->findChild<QLineEdit *>();
    QVERIFY(line != nullptr);
    QTest::keySequence(line, QKeySequence::SelectAll);
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(table->indexWidget(index) == nullptr);
}

void tst_ImportRoster::messyRosterIntoANewBook()
{
    TestWindow test;
    const QString file = messyRoster(test);
    QVERIFY(!file.isEmpty());
    QVERIFY(createBook(test));
    const QStringList empty = stateOf(test.book());
    ImportWizard *wizard = openWizard(test, file);
    QVERIFY(wizard != nullptr);
    QCOMPARE(wizard->draft().sheets.size(), 2);
    savePicture(&test.window(), u"importroster-1-file"_qs);
    QVERIFY(next(*wizard));
    savePicture(&test.window(), u"importroster-2-columns"_qs);
    QVERIFY(next(*wizard));

    // The book knows no branch yet: three are asked about, and made with one tick.
    QCOMPARE(branchesAsked(*wizard->draft().plan),
             (QStringList{u"东关一支部"_qs, u"东关二支部"_qs, u"凤鸣路一支部"_qs}));
    QCOMPARE(wizard->draft().plan->counts().added, 0);
    savePicture(&test.window(), u"importroster-3-values"_qs);
    auto *create = wizard->findChild<QCheckBox *>(u"createMissing"_qs);
    QTest::mouseClick(create, Qt::LeftButton, {}, QPoint(8, create->height() / 2));
    QVERIFY(create->isChecked());
    auto *dates = wizard->findChild<QCheckBox *>(u"acceptDates"_qs); // years of two digits are as they look
    QTest::mouseClick(dates, Qt::LeftButton, {}, QPoint(8, dates->height() / 2));
    QVERIFY(dates->isChecked());
    QVERIFY(next(*wizard));

    const auto plan = [wizard] { return wizard->draft().plan; };
    const int added = plan()->counts().added;
    const int wrong = plan()->counts().wrong;
    QVERIFY(added > 20);
    QVERIFY(wrong >= 2);
    savePicture(&test.window(), u"importroster-4-plan"_qs);
    // Two of the wrong ones are mended: a check digit, and a thirtieth of February.
    auto *table = wizard->findChild<QTableView *>(u"planTable"_qs);
    auto *model = qobject_cast<PlanModel *>(table->model());
    QCOMPARE(model->rowCount(), wrong); // what is wrong is shown first
    const int idNumber = plan()->target(u"idNumber");
    const int joinDate = plan()->target(u"joinDate");
    int digits = 0;
    int days = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        const exchange::PlanRow &each = plan()->rows.at(model->planRow(row));
        const QString number = plan()->cellText(each, idNumber);
        const auto errors = std::count_if(each.issues.begin(), each.issues.end(), [](const exchange::PlanIssue &issue) {
            return issue.level == IssueLevel::Error;
        });
        const bool wrongDigit =
            std::any_of(each.issues.begin(), each.issues.end(), [=](const exchange::PlanIssue &issue) {
                return issue.field == idNumber && issue.level == IssueLevel::Error;
            });
        if (errors == 1 && digits == 0 && wrongDigit && number.size() == 18) {
            mend(*wizard, row, u"idNumber",
                 QString(number.first(17) + text::CitizenId::checkDigitOf(number.first(17))));
            ++digits;
        } else if (errors == 1 && days == 0 && plan()->cellText(each, joinDate) == u"2021.2.30") {
            mend(*wizard, row, u"joinDate", u"1980.7"_qs); // as the paper says
            ++days;
        }
    }
    QCOMPARE(digits, 1);
    QCOMPARE(days, 1);
    QCOMPARE(plan()->counts().wrong, wrong - 2);
    savePicture(&test.window(), u"importroster-4-mended"_qs);
    const int planned = plan()->counts().added;
    QVERIFY(planned > added);
    QVERIFY(next(*wizard));
    savePicture(&test.window(), u"importroster-5-ready"_qs);
    QTest::mouseClick(wizard->findChild<QPushButton *>(u"apply"_qs), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([wizard] { return !wizard->isBusy(); }, 60'000));
    savePicture(&test.window(), u"importroster-5-done"_qs);

    // The list shows them.
    QTest::mouseClick(wizard->findChild<QPushButton *>(u"openRecords"_qs), Qt::LeftButton);
    auto *list = qobject_cast<ListPage *>(test.page());
    QVERIFY(list != nullptr);
    QTRY_COMPARE(list->model()->rowCount(), planned);
    savePicture(&test.window(), u"importroster-6-list"_qs);
    const QStringList full = stateOf(test.book());
    QVERIFY(full != empty);
    QVERIFY(full.contains(u"partyOrg 3"_qs));

    // One step back, one step forward, from the keyboard.
    QTest::keySequence(list->table(), QKeySequence(u"Ctrl+Z"_qs));
    QTRY_COMPARE(list->model()->rowCount(), 0);
    QCOMPARE(stateOf(test.book()), empty);
    savePicture(&test.window(), u"importroster-7-undone"_qs);
    QTest::keySequence(list, QKeySequence(u"Ctrl+Y"_qs));
    QTRY_COMPARE(list->model()->rowCount(), planned);
    QCOMPARE(stateOf(test.book()), full);
    const auto faults = test.book().check({});
    QVERIFY_RESULT(faults);
    QVERIFY(faults->isEmpty());
}

// One branch is made, another text means the first one, and the rows of the third are left without.
void tst_ImportRoster::branchesAreDecidedOneByOne()
{
    TestWindow test;
    const QString file = messyRoster(test);
    QVERIFY(createBook(test));
    ImportWizard *wizard = openWizard(test, file);
    QVERIFY(wizard != nullptr);
    QVERIFY(next(*wizard));
    QVERIFY(next(*wizard));
    auto *questions = wizard->findChild<QTableWidget *>(u"questions"_qs);
    const auto decide = [&](const QString &text, const QString &meaning) {
        for (int row = 0; row < questions->rowCount(); ++row) {
            auto *combo = qobject_cast<QComboBox *>(questions->cellWidget(row, 3));
            const int wanted = combo->findData(meaning);
            if (questions->item(row, 1)->text() != text || wanted < 0) {
                continue;
            }
            combo->setFocus();
            while (combo->currentIndex() < wanted) {
                QTest::keyClick(combo, Qt::Key_Down);
            }
            return combo->currentIndex() == wanted;
        }
        return false;
    };
    QVERIFY(decide(u"东关一支部"_qs, exchange::meaning::createNew));
    QVERIFY(decide(u"东关二支部"_qs, QString(exchange::meaning::createNew + u"东关一支部")));
    QVERIFY(decide(u"凤鸣路一支部"_qs, exchange::meaning::leaveOut));
    QVERIFY(next(*wizard));
    const auto plan = wizard->draft().plan;
    QCOMPARE(plan->newReferences.size(), 1);
    QVERIFY(plan->counts().added > 20);
    for (const exchange::PlanRow &row : plan->rows) {
        const auto branch = plan->value(row, u"branch").value<ReferenceValue>();
        QCOMPARE(branch.title, row.group == u"凤鸣路一支部" ? QString() : u"东关一支部"_qs);
        QVERIFY(row.group != u"凤鸣路一支部" || row.state == exchange::RowState::Wrong);
    }
}

QTEST_MAIN(tst_ImportRoster)
#include "tst_importroster.moc"
