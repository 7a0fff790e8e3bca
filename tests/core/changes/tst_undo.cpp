// Undo takes back exactly what was done, redo does exactly that again, also after the book was closed meanwhile.
#include "tests/support/randomwork.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_Undo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoAllRedoAll_data();
    void undoAllRedoAll();
    void newWorkClearsRedo();
    void makingTheBookIsNoStep();
    void undoBatchOutOfTurn();
    void laterChangeIsAConflict();
    void undoOfUndoIsRefused();
    void busHearsEverything();
};

void tst_Undo::undoAllRedoAll_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("reopening");
    for (quint32 seed = 1; seed <= 6; ++seed) {
        QTest::addRow("seed %u", seed) << seed << (seed % 2 == 0);
    }
}

void tst_Undo::undoAllRedoAll()
{
    QFETCH(const quint32, seed);
    QFETCH(const bool, reopening);
    TestBook book;
    const auto basics = book.makeBasics();
    QList<QStringList> states{visibleRows(*book)};
    {
        RandomWork work(*book, basics, seed);
        while (states.size() < 41) {
            const auto set = work.step();
            QVERIFY_RESULT(set);
            if (set->batch.isValid()) {
                states << visibleRows(*book);
            }
        }
    }
    QVERIFY(states.first() != states.last());
    for (int round = 0; round < 2; ++round) {
        for (qsizetype at = states.size() - 1; at > 0; --at) {
            if (reopening && at % 13 == 0) {
                book.reopen();
            }
            QVERIFY_RESULT(book->undo());
            QCOMPARE(visibleRows(*book), states.at(at - 1));
        }
        QVERIFY(!book->undoStack().undoable());
        for (qsizetype at = 1; at < states.size(); ++at) {
            if (reopening && at % 11 == 0) {
                book.reopen();
            }
            QVERIFY_RESULT(book->redo());
            QCOMPARE(visibleRows(*book), states.at(at));
        }
        QVERIFY(!book->undoStack().redoable());
    }
    QCOMPARE(*book->check({}), QStringList());
}

void tst_Undo::newWorkClearsRedo()
{
    TestBook book;
    const auto basics = book.makeBasics();
    QVERIFY(book.addMember(u"甲"_qs, u"999901197807010016"_qs, basics.branch, basics.grid) != 0);
    QVERIFY_RESULT(book->undo());
    QCOMPARE(book->undoStack().redoable()->title, u"新增 甲"_qs);
    QVERIFY(book.addMember(u"乙"_qs, u"999901198001010019"_qs, basics.branch, basics.grid) != 0);
    QVERIFY(!book->undoStack().redoable());
    book.reopen();
    QVERIFY(!book->undoStack().redoable());
    const auto redo = book->redo();
    QVERIFY(!redo);
    QCOMPARE(redo.error().kind, ErrorKind::NotFound);
}

void tst_Undo::makingTheBookIsNoStep()
{
    TestBook book;
    book.makeBasics(); // of kind "create"
    QVERIFY(!book->undoStack().undoable());
    QVERIFY(!book->undo());
}

void tst_Undo::undoBatchOutOfTurn()
{
    TestBook book;
    const auto basics = book.makeBasics();
    auto work = book->begin({u"import"_qs, u"导入"_qs, {}, {}});
    for (const QString &name : {u"甲"_qs, u"乙"_qs}) {
        QVERIFY_RESULT((*work)->insert(u"person"_qs, {{u"name"_qs, name}}));
    }
    const auto import = book->commit(**work);
    QVERIFY_RESULT(import);
    QVERIFY(book.addMember(u"丙"_qs, u"999901198001010019"_qs, basics.branch, basics.grid) != 0);
    QVERIFY(!book->undoStack().isUndone(import->batch));
    QVERIFY_RESULT(book->undoBatch(import->batch));
    QVERIFY(book->undoStack().isUndone(import->batch));
    QCOMPARE(*book->database().scalar(u"SELECT group_concat(name) FROM person WHERE voided_at IS NULL"_qs),
             QVariant(u"丙"_qs));
    const auto again = book->undoBatch(import->batch);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::NotFound);
    // Taken back out of turn, it is the step that redo does again; the step after it can still be undone.
    QCOMPARE(book->undoStack().redoable()->id, import->batch);
    QCOMPARE(book->undoStack().undoable()->title, u"新增 丙"_qs);
    book.reopen();
    QVERIFY(book->undoStack().isUndone(import->batch));
    QVERIFY_RESULT(book->redo());
    QVERIFY(!book->undoStack().isUndone(import->batch));
    QCOMPARE(*book->check({}), QStringList());
}

void tst_Undo::laterChangeIsAConflict()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const auto rename = [&](const QString &name) {
        auto work = book->begin({u"edit"_qs, QString(u"改名 "_qs + name), {}, {}});
        if (!(*work)->update(u"grid"_qs, basics.grid, 0, {{u"name"_qs, name}, {u"note"_qs, u"x"_qs}})) {
            return BatchId();
        }
        const auto set = book->commit(**work);
        return set ? set->batch : BatchId();
    };
    const BatchId first = rename(u"一"_qs);
    const BatchId second = rename(u"二"_qs);
    const QStringList before = visibleRows(*book);
    const auto conflict = book->undoBatch(first);
    QVERIFY(!conflict);
    QCOMPARE(conflict.error().kind, ErrorKind::Conflict);
    QVERIFY2(conflict.error().message.contains(u"网格"), qPrintable(conflict.error().message));
    QCOMPARE(visibleRows(*book), before); // nothing of it was done
    QVERIFY_RESULT(book->undoBatch(second));
    QVERIFY_RESULT(book->undoBatch(first));
}

void tst_Undo::undoOfUndoIsRefused()
{
    TestBook book;
    const auto basics = book.makeBasics();
    QVERIFY(book.addMember(u"甲"_qs, u"999901197807010016"_qs, basics.branch, basics.grid) != 0);
    const auto undone = book->undo();
    QVERIFY_RESULT(undone);
    const auto twice = book->undoBatch(undone->batch);
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, ErrorKind::Refused);
    QCOMPARE(book->undoBatch(BatchId(4711)).error().kind, ErrorKind::NotFound);
}

void tst_Undo::busHearsEverything()
{
    TestBook book;
    const auto basics = book.makeBasics();
    QStringList heard;
    QObject::connect(&book->bus(), &ChangeBus::changed, &book->bus(),
                     [&](const ChangeSet &set) { heard << u"%1 %2"_qs.arg(set.kind).arg(set.changes.size()); });
    QVERIFY(book.addMember(u"甲"_qs, u"999901197807010016"_qs, basics.branch, basics.grid) != 0);
    QVERIFY_RESULT(book->undo());
    QVERIFY_RESULT(book->redo());
    auto nothing = book->begin({u"edit"_qs, u"无"_qs, {}, {}});
    QVERIFY_RESULT(book->commit(**nothing));
    QCOMPARE(heard, (QStringList{u"edit 4"_qs, u"undo 4"_qs, u"redo 4"_qs}));
}

QTEST_GUILESS_MAIN(tst_Undo)
#include "tst_undo.moc"
