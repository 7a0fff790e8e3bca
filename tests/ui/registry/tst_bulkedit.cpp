// One value for many records: preview, one step, one undo, cancel without a trace; and editing in place.
#include "core/party/orgcommands.h"
#include "tests/ui/registry/formworkbench.h"
#include "ui/registry/bulkeditdialog.h"
#include "ui/registry/forminplace.h"
#include "ui/widgets/codeeditor.h"
#include "ui/widgets/dateeditor.h"
#include "ui/widgets/lookupeditor.h"
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>

using namespace gridbook;
using namespace gridbook::ui;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_BulkEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, makeTheme(ThemeMode::Light)); }
    void init();
    void cleanup();
    void offersNoUniqueFields();
    void nothingIsChosenAtFirst();
    void keysGoFromTopToBottom_data();
    void keysGoFromTopToBottom();
    void emptyingMustBeSaid();
    void doubtsAreAmber();
    void rulesOfThePartyHold();
    void previewThenOneStepThenOneUndo();
    void wrongRowsStayAsTheyAre();
    void moveOfManyLeavesEarlierQuarters();
    void correctionOfMany();
    void educationOfManyFromADayOn();
    void cancelLeavesNothing();
    void editsInPlace();
    void refusesInPlaceWhereItIsNotSafe();

private:
    QStringList stored(const QString &field, QDate day = QDate(2026, 9, 30));
    void choose(BulkEditDialog &dialog, const QString &field);
    static void finish(BulkEdit *edit);
    std::unique_ptr<TestBook> m_book;
    std::unique_ptr<FormWorkbench> m_bench;
    TestBook::Basics m_basics;
    QList<RowId> m_members;
};

void tst_BulkEdit::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
    m_members.clear();
    for (const QString &name : {u"陈永军"_qs, u"李秀英"_qs, u"王小明"_qs}) {
        m_members << m_book->addMember(name, {}, m_basics.branch, m_basics.grid);
    }
    QVERIFY(!m_members.contains(0));
    m_bench = std::make_unique<FormWorkbench>(*m_book);
}

void tst_BulkEdit::cleanup()
{
    m_bench.reset();
    m_book.reset();
}

QStringList tst_BulkEdit::stored(const QString &field, QDate day)
{
    QStringList texts;
    const auto rows = (*m_book)->reader().rows(u"member"_qs, day, m_members, {field});
    for (const RowData &row : rows.valueOr({})) {
        texts << storedValue(row.values.first()).toString();
    }
    return texts;
}

void tst_BulkEdit::choose(BulkEditDialog &dialog, const QString &field)
{
    const int at = dialog.fieldChoice()->findData(field);
    QVERIFY2(at >= 0, qPrintable(field));
    dialog.fieldChoice()->setCurrentIndex(at);
    finish(dialog.edit());
}

// The event loop does the slices; each turn is one of them.
void tst_BulkEdit::finish(BulkEdit *edit)
{
    for (int turn = 0; edit->isBusy() && turn < 10000; ++turn) {
        QCoreApplication::processEvents();
    }
    QVERIFY(!edit->isBusy());
}

void tst_BulkEdit::offersNoUniqueFields()
{
    BulkEditDialog dialog(*m_bench, u"member"_qs, m_members);
    for (const QString &unique : {u"name"_qs, u"idNumber"_qs, u"phone"_qs, u"since"_qs}) {
        QCOMPARE(dialog.fieldChoice()->findData(unique), -1);
    }
    QVERIFY(dialog.fieldChoice()->findData(u"education"_qs) >= 0);
    QCOMPARE(unnamedControls(&dialog), QStringList());
}

void tst_BulkEdit::nothingIsChosenAtFirst()
{
    BulkEditDialog dialog(*m_bench, u"member"_qs, m_members);
    dialog.show();
    QVERIFY(dialog.fieldChoice()->currentData().toString().isEmpty());
    QVERIFY(dialog.valueEditor() == nullptr);
    QVERIFY(!dialog.applyButton()->isEnabled());
    QVERIFY(!dialog.clearChoice()->isVisible());
    savePicture(&dialog, u"bulk-start"_qs);
    choose(dialog, u"sex"_qs);
    QVERIFY(!dialog.applyButton()->isEnabled()); // no value yet
    QCOMPARE(dialog.edit()->count(BulkRow::State::Waiting), 3);
    QCOMPARE(dialog.edit()->rows().first().title, u"陈永军"_qs); // but what stands there is shown
    choose(dialog, u"branch"_qs);
    QVERIFY(!dialog.clearChoice()->isVisible()); // required: cannot be emptied
    QCOMPARE(unnamedControls(&dialog), QStringList());
}

void tst_BulkEdit::keysGoFromTopToBottom_data()
{
    QTest::addColumn<QString>("field");
    for (const QString &field : {u"education"_qs, u"branch"_qs, u"joinDate"_qs, u"birth"_qs, u"sex"_qs}) {
        QTest::newRow(qPrintable(field)) << field;
    }
}

// The keyboard begins at the field, goes down the dialog, and comes back to the field.
void tst_BulkEdit::keysGoFromTopToBottom()
{
    QFETCH(const QString, field);
    BulkEditDialog dialog(*m_bench, u"member"_qs, m_members);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QCOMPARE(dialog.focusWidget(), dialog.fieldChoice());
    choose(dialog, field);
    dialog.fieldChoice()->setFocus();
    constexpr int inOneRow = 20;
    QList<int> heights;
    QStringList way;
    QWidget *at = dialog.fieldChoice();
    do {
        heights << at->mapTo(&dialog, at->rect().center()).y();
        way << QString::fromLatin1(at->metaObject()->className()) + QString::number(heights.last());
        QTest::keyClick(at, Qt::Key_Tab);
        at = dialog.focusWidget();
    } while (at != dialog.fieldChoice() && heights.size() < 30);
    QVERIFY2(at == dialog.fieldChoice(), qPrintable(way.join(u' ')));
    QVERIFY(heights.size() > 4);
    for (qsizetype i = 1; i < heights.size(); ++i) {
        QVERIFY2(heights.at(i) > heights.at(i - 1) - inOneRow, qPrintable(way.join(u' ')));
    }
}

void tst_BulkEdit::emptyingMustBeSaid()
{
    QCOMPARE(stored(u"joinDate"_qs), QStringList(3, u"2001-07-01"_qs));
    BulkEditDialog dialog(*m_bench, u"member"_qs, m_members);
    dialog.show();
    choose(dialog, u"joinDate"_qs);
    auto *line = qobject_cast<QLineEdit *>(dialog.valueEditor()->field());
    line->setFocus();
    QTest::keyClicks(line, u"2002-07-01"_qs);
    finish(dialog.edit());
    QVERIFY(dialog.edit()->doubtful() > 0); // less than a year before they became full members
    QTest::mouseClick(dialog.checkedTick(), Qt::LeftButton, {}, QPoint(8, dialog.checkedTick()->height() / 2));
    QVERIFY(dialog.applyButton()->isEnabled());
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    finish(dialog.edit());
    QVERIFY(!dialog.applyButton()->isEnabled());
    QTest::mouseClick(dialog.clearChoice(), Qt::LeftButton, {}, QPoint(8, dialog.clearChoice()->height() / 2));
    QVERIFY(dialog.clearChoice()->isChecked());
    finish(dialog.edit());
    QCOMPARE(dialog.edit()->count(BulkRow::State::Changed), 3);
    QVERIFY(!dialog.valueEditor()->isEnabled());
    const QAbstractItemModel *model = dialog.findChild<QTableView *>()->model();
    QCOMPARE(model->index(0, BulkModel::Result).data().toString(), u"is emptied"_qs);
    QCOMPARE(model->index(0, BulkModel::Result).data(Qt::ForegroundRole).value<QColor>(),
             currentTheme().tokens.warningText);
    savePicture(&dialog, u"bulk-empty"_qs);
    QTest::mouseClick(dialog.applyButton(), Qt::LeftButton);
    finish(dialog.edit());
    QCOMPARE(stored(u"joinDate"_qs), QStringList(3, QString()));
    QVERIFY_RESULT((*m_book)->undo());
    QCOMPARE(stored(u"joinDate"_qs), QStringList(3, u"2001-07-01"_qs));
}

void tst_BulkEdit::doubtsAreAmber()
{
    // A man by his number.
    m_members << m_book->addMember(u"赵建国"_qs, u"999901197807010010"_qs, m_basics.branch, m_basics.grid);
    BulkEditDialog dialog(*m_bench, u"member"_qs, m_members);
    dialog.show();
    choose(dialog, u"sex"_qs);
    auto *line = qobject_cast<QLineEdit *>(dialog.valueEditor()->field());
    line->setFocus();
    typeChinese(line, u"女"_qs);
    QTest::keyClick(line, Qt::Key_Tab);
    finish(dialog.edit());
    QCOMPARE(dialog.edit()->count(BulkRow::State::Changed), 4);
    QCOMPARE(dialog.edit()->doubtful(), 1);
    const QAbstractItemModel *model = dialog.findChild<QTableView *>()->model();
    QVERIFY2(model->index(3, BulkModel::Result).data().toString().startsWith(u"is changed; check: "),
             qPrintable(model->index(3, BulkModel::Result).data().toString()));
    QCOMPARE(model->index(3, BulkModel::Result).data(Qt::ForegroundRole).value<QColor>(),
             currentTheme().tokens.warningText);
    QCOMPARE(model->index(0, BulkModel::Result).data().toString(), u"is changed"_qs);
    // They are changed only knowingly; another value asks again.
    QVERIFY(dialog.checkedTick()->isVisible());
    QVERIFY(!dialog.applyButton()->isEnabled());
    QTest::mouseClick(dialog.checkedTick(), Qt::LeftButton, {}, QPoint(8, dialog.checkedTick()->height() / 2));
    QVERIFY(dialog.applyButton()->isEnabled());
    savePicture(&dialog, u"bulk-doubt"_qs);
    line->setFocus();
    typeChinese(line, u"男"_qs);
    QTest::keyClick(line, Qt::Key_Tab);
    finish(dialog.edit());
    QVERIFY(!dialog.checkedTick()->isChecked() && !dialog.checkedTick()->isVisible());
}

void tst_BulkEdit::rulesOfThePartyHold()
{
    RowId group = 0;
    {
        auto work = (*m_book)->begin({u"edit"_qs, u"小组"_qs, {}, {}});
        const auto made = party::foundOrg(
            **work, {.type = u"group"_qs, .fullName = u"一组"_qs, .shortName = u"一组"_qs, .parent = m_basics.branch},
            {QDate(2026, 1, 1), u"支决1号"_qs, {}});
        QVERIFY_RESULT(made);
        group = made->value();
        QVERIFY_RESULT(party::moveMember(**work, MemberId(m_members.first()), {m_basics.branch, group, m_basics.grid},
                                         QDate(2026, 2, 1)));
        QVERIFY_RESULT((*m_book)->commit(**work));
    }
    BulkEdit edit(**m_book, u"member"_qs, QDate(2026, 9, 30), m_members, {});
    const RegistrySpec &spec = *m_book->catalog().registry(u"member"_qs);
    edit.plan(*spec.field(u"branch"_qs), QVariant::fromValue(ReferenceValue{group, u"一组"_qs}), QDate(2026, 9, 30));
    finish(&edit);
    QCOMPARE(edit.count(BulkRow::State::Wrong), 3); // a group holds no relations
    const QVariant second = QVariant::fromValue(ReferenceValue{m_basics.secondBranch, u"东关二支部"_qs});
    edit.plan(*spec.field(u"branch"_qs), second, QDate(2026, 9, 30));
    finish(&edit);
    QCOMPARE(edit.count(BulkRow::State::Changed), 3); // the group of the old branch stays behind
    edit.plan(*spec.field(u"state"_qs), u"21"_qs, QDate(2026, 9, 30));
    finish(&edit);
    QCOMPARE(edit.count(BulkRow::State::Wrong), 3);
}

void tst_BulkEdit::previewThenOneStepThenOneUndo()
{
    BulkEditDialog dialog(*m_bench, u"member"_qs, m_members);
    dialog.show();
    choose(dialog, u"education"_qs);
    auto *line = qobject_cast<QLineEdit *>(dialog.valueEditor()->field());
    line->setFocus();
    QTest::keyClicks(line, u"31"_qs);
    QTest::keyClick(line, Qt::Key_Tab);
    finish(dialog.edit());
    QCOMPARE(dialog.edit()->count(BulkRow::State::Changed), 3);
    QCOMPARE(dialog.edit()->rows().first().after, u"大学专科毕业"_qs);
    savePicture(&dialog, u"bulk"_qs);
    QTest::mouseClick(dialog.applyButton(), Qt::LeftButton);
    finish(dialog.edit());
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(stored(u"education"_qs), (QStringList{u"31"_qs, u"31"_qs, u"31"_qs}));
    QCOMPARE((*m_book)->undoStack().undoable()->kind, u"bulk"_qs);
    QVERIFY_RESULT((*m_book)->undo());
    QCOMPARE(stored(u"education"_qs), (QStringList{QString(), QString(), QString()}));
}

void tst_BulkEdit::wrongRowsStayAsTheyAre()
{
    // One of the three is told apart: lost members need the month in which contact was lost.
    BulkEdit edit(**m_book, u"member"_qs, QDate(2026, 9, 30), m_members, {});
    const RegistrySpec &spec = *m_book->catalog().registry(u"member"_qs);
    edit.plan(*spec.field(u"lost"_qs), true, {});
    finish(&edit);
    QCOMPARE(edit.count(BulkRow::State::Wrong), 3);
    QVERIFY(!edit.rows().first().why.isEmpty());
    edit.plan(*spec.field(u"joinDate"_qs), u"2001-07-01"_qs, {});
    finish(&edit);
    QCOMPARE(edit.count(BulkRow::State::Same), 3);
}

void tst_BulkEdit::moveOfManyLeavesEarlierQuarters()
{
    BulkEditDialog dialog(*m_bench, u"member"_qs, m_members);
    dialog.show();
    choose(dialog, u"branch"_qs);
    auto *lookup = qobject_cast<LookupEditor *>(dialog.valueEditor());
    QVERIFY(lookup != nullptr);
    lookup->setItem({m_basics.secondBranch, u"东关二支部"_qs, {}});
    Q_EMIT lookup->edited();
    finish(dialog.edit());
    QCOMPARE(dialog.edit()->count(BulkRow::State::Changed), 3);
    QCOMPARE(dialog.fromEditor()->date().toIso(), u"2026-09-30"_qs);
    // Nobody can move before the day on which the membership in the old branch began.
    dialog.fromEditor()->setValue(u"2024-12-31"_qs);
    Q_EMIT dialog.fromEditor()->edited();
    finish(dialog.edit());
    QCOMPARE(dialog.edit()->count(BulkRow::State::Wrong), 3);
    dialog.fromEditor()->setValue(u"2026-09-01"_qs);
    Q_EMIT dialog.fromEditor()->edited();
    finish(dialog.edit());
    QTest::mouseClick(dialog.applyButton(), Qt::LeftButton);
    finish(dialog.edit());
    const QString old = QString::number(m_basics.branch);
    const QString now = QString::number(m_basics.secondBranch);
    QCOMPARE(stored(u"branch"_qs, QDate(2026, 8, 31)), (QStringList{old, old, old}));
    QCOMPARE(stored(u"branch"_qs, QDate(2026, 9, 1)), (QStringList{now, now, now}));
}

void tst_BulkEdit::correctionOfMany()
{
    BulkEdit edit(**m_book, u"member"_qs, QDate(2026, 9, 30), m_members, {});
    const RegistrySpec &spec = *m_book->catalog().registry(u"member"_qs);
    edit.plan(*spec.field(u"grid"_qs), QVariant::fromValue(ReferenceValue{m_basics.secondGrid, u"第二网格"_qs}), {});
    finish(&edit);
    edit.apply(u"更正"_qs, {});
    finish(&edit);
    const QString now = QString::number(m_basics.secondGrid);
    QCOMPARE(stored(u"grid"_qs, QDate(2025, 6, 30)), (QStringList{now, now, now}));
}

// Figures count by the education, which has no day of its own: the dialog asks from which day on the other one holds.
void tst_BulkEdit::educationOfManyFromADayOn()
{
    const RegistrySpec &spec = *m_book->catalog().registry(u"member"_qs);
    const QDate before(2026, 6, 30);
    const QStringList none{QString(), QString(), QString()};
    const auto set = [&](const QString &code, QDate from) {
        BulkEdit edit(**m_book, u"member"_qs, QDate(2026, 9, 30), m_members, {});
        edit.plan(*spec.field(u"education"_qs), code, from);
        finish(&edit);
        edit.apply(u"学历"_qs, {});
        finish(&edit);
    };
    set(u"31"_qs, QDate(2026, 7, 1)); // stood empty: now the book is complete, for the time before as well
    QCOMPARE(stored(u"education"_qs, before), (QStringList{u"31"_qs, u"31"_qs, u"31"_qs}));
    set(u"21"_qs, QDate(2026, 7, 1));
    QCOMPARE(stored(u"education"_qs, before), (QStringList{u"31"_qs, u"31"_qs, u"31"_qs}));
    QCOMPARE(stored(u"education"_qs), (QStringList{u"21"_qs, u"21"_qs, u"21"_qs}));
    QVERIFY_RESULT((*m_book)->undo());
    set(u"14"_qs, {}); // was wrong all along
    QCOMPARE(stored(u"education"_qs, before), (QStringList{u"14"_qs, u"14"_qs, u"14"_qs}));

    BulkEditDialog dialog(*m_bench, u"member"_qs, m_members);
    dialog.show();
    choose(dialog, u"education"_qs);
    QVERIFY(dialog.correctChoice()->isVisible());
    choose(dialog, u"specialty"_qs);
    QVERIFY(!dialog.correctChoice()->isVisible());
}

void tst_BulkEdit::cancelLeavesNothing()
{
    for (int i = 0; i < 60; ++i) {
        m_members << m_book->addMember(u"成员%1"_qs.arg(i), {}, m_basics.branch, m_basics.grid);
    }
    BulkEdit edit(**m_book, u"member"_qs, QDate(2026, 9, 30), m_members, {});
    const RegistrySpec &spec = *m_book->catalog().registry(u"member"_qs);
    edit.plan(*spec.field(u"workUnit"_qs), u"东关小学"_qs, {});
    finish(&edit);
    QSignalSpy failed(&edit, &BulkEdit::failed);
    QSignalSpy applied(&edit, &BulkEdit::applied);
    edit.apply(u"批量"_qs, {});
    connect(&edit, &BulkEdit::progressed, &edit, [&](qint64 done) {
        if (done > 0) {
            edit.cancel();
        }
    });
    QCoreApplication::processEvents();
    QVERIFY(!edit.isBusy());
    QCOMPARE(failed.count(), 1);
    QCOMPARE(applied.count(), 0);
    QVERIFY(!(*m_book)->database().inTransaction());
    QCOMPARE(stored(u"workUnit"_qs).count(u"东关小学"_qs), 0);
    QVERIFY((*m_book)->undoStack().undoable()->kind != u"bulk");
}

void tst_BulkEdit::editsInPlace()
{
    const RegistrySpec &spec = *m_book->catalog().registry(u"member"_qs);
    QWidget host;
    std::unique_ptr<Editor> editor(inplaceEditor(*m_bench, *spec.field(u"joinDate"_qs), &host));
    QTest::keyClicks(editor->field(), u"2001.6"_qs);
    editor->settle();
    QVERIFY_RESULT(saveInPlace(*m_bench, u"member"_qs, m_members.first(), u"joinDate"_qs, *editor));
    QCOMPARE(stored(u"joinDate"_qs).first(), u"2001-06"_qs);
    QVERIFY((*m_book)->undoStack().undoable()->title.contains(u"陈永军"_qs));
    QVERIFY_RESULT((*m_book)->undo());
    QCOMPARE(stored(u"joinDate"_qs).first(), u"2001-07-01"_qs);
}

void tst_BulkEdit::refusesInPlaceWhereItIsNotSafe()
{
    const RegistrySpec &spec = *m_book->catalog().registry(u"member"_qs);
    for (const QString &field : {u"idNumber"_qs, u"branch"_qs, u"since"_qs, u"age"_qs, u"address"_qs}) {
        QVERIFY2(!canEditInPlace(spec, *spec.field(field)), qPrintable(field));
    }
    const RowId id = m_members.first();
    const auto before1921 = saveInPlace(*m_bench, u"member"_qs, id, u"joinDate"_qs, QVariant(u"1920-01-01"_qs));
    QVERIFY(!before1921);
    QCOMPARE(before1921.error().kind, ErrorKind::Invalid);
    const auto warned = saveInPlace(*m_bench, u"member"_qs, id, u"fullDate"_qs, QVariant(u"2002-05"_qs));
    QVERIFY(!warned); // somebody must look at the warning in the form
    QCOMPARE(stored(u"fullDate"_qs).first(), u"2002-07-01"_qs);
}

QTEST_MAIN(tst_BulkEdit)
#include "tst_bulkedit.moc"
