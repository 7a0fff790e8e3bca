// The history of a record in words, over all its parts, and the way back to any earlier version.
#include "core/registry/history.h"
#include "core/registry/historylist.h"
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_History : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsChangesInWords();
    void masksProtectedValues();
    void tellsMoveAsOneChange();
    void undoneMoveReadsBackwards();
    void restoresEarlierVersion();
    void restoresAcrossMove();
    void refusesToGoBeforeTheBeginning();
    void tellsBatchByRecord();
    void listsBatches();

private:
    BatchId edit(const QVariantMap &changes, const QString &reason = {});
    QStringList told(const QList<FieldChange> &changes);
    QList<RecordEvent> events(bool masked = false);
    std::unique_ptr<TestBook> m_book;
    TestBook::Basics m_basics;
    RowId m_member = 0;
};

void tst_History::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
    m_member = m_book->addMember(u"陈永军"_qs, u"999901196804127315"_qs, m_basics.branch, m_basics.grid);
    QVERIFY(m_member != 0);
}

BatchId tst_History::edit(const QVariantMap &changes, const QString &reason)
{
    Book &book = **m_book;
    const auto record = book.records().load(u"member"_qs, m_member, QDate(2026, 9, 30));
    if (!record) {
        return {};
    }
    QVariantMap values = record->values;
    for (auto it = changes.cbegin(); it != changes.cend(); ++it) {
        values.insert(it.key(), it.value());
    }
    auto work = book.begin({u"edit"_qs, u"修改 陈永军"_qs, reason, {}});
    const auto saved = work ? book.records().save(**work, *record, values) : Result<RowId>(work.error());
    if (!saved) {
        qWarning("%s", qPrintable(saved.error().message));
        return {};
    }
    const auto set = book.commit(**work);
    return set ? set->batch : BatchId();
}

QStringList tst_History::told(const QList<FieldChange> &changes)
{
    QStringList lines;
    for (const FieldChange &change : changes) {
        lines << u"%1 %2 → %3"_qs.arg(change.label.zh, change.before, change.after);
    }
    return lines;
}

QList<RecordEvent> tst_History::events(bool masked)
{
    RecordHistory history((*m_book)->reader(), {.masked = masked});
    const auto found = history.events(u"member"_qs, m_member);
    return found ? *found : QList<RecordEvent>();
}

void tst_History::tellsChangesInWords()
{
    QVERIFY(edit({{u"education"_qs, u"31"_qs}, {u"workUnit"_qs, u"东关小学"_qs}}, u"核对档案"_qs).isValid());
    const auto all = events();
    QCOMPARE(all.size(), 2);
    QCOMPARE(told(all.first().changes), (QStringList{u"学历  → 大学专科毕业"_qs, u"工作单位及职务  → 东关小学"_qs}));
    QCOMPARE(all.first().batch.reason, u"核对档案"_qs);
    QCOMPARE(all.first().batch.who, u"测试员"_qs);
    QVERIFY(all.first().canGoBack && !all.first().created);
    QVERIFY(all.last().created && !all.last().canGoBack);
    QVERIFY(told(all.last().changes).contains(u"所在党支部  → 东关一支部"_qs));
}

void tst_History::masksProtectedValues()
{
    QVERIFY(edit({{u"phone"_qs, u"13900000021"_qs}}).isValid());
    QVERIFY(edit({{u"phone"_qs, u"13812345678"_qs}}).isValid());
    QCOMPARE(told(events(true).first().changes), QStringList{u"手机号 139****0021 → 138****5678"_qs});
    QCOMPARE(told(events(false).first().changes), QStringList{u"手机号 13900000021 → 13812345678"_qs});
}

void tst_History::tellsMoveAsOneChange()
{
    QVERIFY(edit({{u"branch"_qs, QVariant::fromValue(ReferenceValue{m_basics.secondBranch, {}})},
                  {u"since"_qs, u"2026-08-01"_qs}})
                .isValid());
    QCOMPARE(told(events().first().changes),
             (QStringList{u"所在党支部 东关一支部 → 东关二支部"_qs, u"归属起始日期 2025-01-01 → 2026-08-01"_qs}));
}

void tst_History::undoneMoveReadsBackwards()
{
    QVERIFY(edit({{u"branch"_qs, QVariant::fromValue(ReferenceValue{m_basics.secondBranch, {}})},
                  {u"since"_qs, u"2026-08-01"_qs}})
                .isValid());
    QVERIFY_RESULT((*m_book)->undo());
    const auto all = events();
    QCOMPARE(all.first().batch.kind, u"undo"_qs);
    QCOMPARE(told(all.first().changes),
             (QStringList{u"所在党支部 东关二支部 → 东关一支部"_qs, u"归属起始日期 2026-08-01 → 2025-01-01"_qs}));
}

void tst_History::restoresEarlierVersion()
{
    const BatchId first = edit({{u"phone"_qs, u"13900000021"_qs}, {u"education"_qs, u"60"_qs}});
    const BatchId second = edit({{u"phone"_qs, u"13812345678"_qs}, {u"name"_qs, u"陈勇军"_qs}});
    QVERIFY(first.isValid() && second.isValid());
    Book &book = **m_book;
    RecordHistory history(book.reader(), {.masked = false});
    const auto preview = history.restoration(u"member"_qs, m_member, second);
    QVERIFY_RESULT(preview);
    QCOMPARE(told(*preview), (QStringList{u"姓名 陈勇军 → 陈永军"_qs, u"手机号 13812345678 → 13900000021"_qs}));
    {
        auto work = book.begin({u"restore"_qs, u"恢复 陈永军"_qs, {}, {}});
        QVERIFY_RESULT(work);
        QVERIFY_RESULT(history.restore(**work, u"member"_qs, m_member, second));
        QVERIFY_RESULT(book.commit(**work));
    }
    const auto record = book.records().load(u"member"_qs, m_member, QDate(2026, 9, 30));
    QVERIFY_RESULT(record);
    QCOMPARE(record->values.value(u"phone"_qs).toString(), u"13900000021"_qs);
    QCOMPARE(record->values.value(u"name"_qs).toString(), u"陈永军"_qs);
    QCOMPARE(record->values.value(u"education"_qs).toString(), u"60"_qs); // older changes stay
    // Found by the restored number and by the pinyin of the restored name.
    QCOMPARE(
        book.reader()
            .ids({u"member"_qs, QDate(2026, 9, 30), {}, {{u"phone"_qs, FilterOp::Equals, {u"13900000021"_qs}}}, {}, {}})
            .valueOr({}),
        QList<RowId>{m_member});
    QCOMPARE(events().first().batch.kind, u"restore"_qs);
    // It is a step like any other: it can be taken back, and the journal stays whole.
    QVERIFY_RESULT(book.undo());
    QCOMPARE(book.records().load(u"member"_qs, m_member, QDate(2026, 9, 30))->values.value(u"name"_qs).toString(),
             u"陈勇军"_qs);
    QCOMPARE(book.check({}).valueOr({u"?"_qs}), QStringList());
}

void tst_History::restoresAcrossMove()
{
    const BatchId move = edit({{u"branch"_qs, QVariant::fromValue(ReferenceValue{m_basics.secondBranch, {}})},
                               {u"since"_qs, u"2026-08-01"_qs}});
    Book &book = **m_book;
    RecordHistory history(book.reader(), {.masked = false});
    auto work = book.begin({u"restore"_qs, u"恢复 陈永军"_qs, {}, {}});
    QVERIFY_RESULT(work);
    QVERIFY_RESULT(history.restore(**work, u"member"_qs, m_member, move));
    QVERIFY_RESULT(book.commit(**work));
    for (const QDate day : {QDate(2026, 7, 31), QDate(2026, 8, 1)}) {
        const auto rows = book.reader().rows(u"member"_qs, day, {m_member}, {u"branch"_qs, u"since"_qs});
        QVERIFY_RESULT(rows);
        QCOMPARE(rows->first().values.first().value<ReferenceValue>().id, m_basics.branch);
    }
}

void tst_History::refusesToGoBeforeTheBeginning()
{
    RecordHistory history((*m_book)->reader(), {});
    const auto all = events();
    QVERIFY(!history.restoration(u"member"_qs, m_member, all.last().batch.id));
}

void tst_History::tellsBatchByRecord()
{
    const BatchId move = edit({{u"branch"_qs, QVariant::fromValue(ReferenceValue{m_basics.secondBranch, {}})},
                               {u"since"_qs, u"2026-08-01"_qs},
                               {u"dues"_qs, 1050}});
    const auto batches = readBatches((*m_book)->database(), 1);
    QVERIFY_RESULT(batches);
    QCOMPARE(batches->first().id, move);
    RecordHistory history((*m_book)->reader(), {});
    const auto records = history.batch(batches->first(), 100);
    QVERIFY_RESULT(records);
    QCOMPARE(records->size(), 1); // three tables, one member
    QCOMPARE(records->first().registry, u"member"_qs);
    QCOMPARE(records->first().record, m_member);
    QCOMPARE(records->first().title, u"陈永军"_qs);
    const QStringList words = told(records->first().event.changes);
    QVERIFY(words.contains(u"月交党费标准  → 10.50"_qs));
    // What moved is told from where, although the journal has the new row alone; taken back and done again, too.
    QVERIFY2(words.contains(u"所在党支部 东关一支部 → 东关二支部"_qs), qPrintable(words.join(u'\n')));
    QVERIFY_RESULT((*m_book)->undo());
    QVERIFY_RESULT((*m_book)->redo());
    const auto again = history.batch(readBatches((*m_book)->database(), 1)->first(), 100);
    QVERIFY_RESULT(again);
    QCOMPARE(again->size(), 1);
    QCOMPARE(told(again->first().event.changes), words);
}

void tst_History::listsBatches()
{
    QVERIFY(edit({{u"dues"_qs, 500}}, u"核对"_qs).isValid());
    Database &database = (*m_book)->database();
    const auto all = listBatches(database, {}, {}, 10);
    QVERIFY_RESULT(all);
    QCOMPARE(all->size(), 3);
    QCOMPARE(all->first().changes, 1);
    QCOMPARE(listBatches(database, {.text = u"核对"_qs}, {}, 10)->size(), 1);
    QCOMPARE(listBatches(database, {.text = u"100%"_qs}, {}, 10)->size(), 0);
    QCOMPARE(listBatches(database, {.kinds = {u"create"_qs, u"import"_qs}}, {}, 10)->size(), 1);
    QCOMPARE(listBatches(database, {.from = QDate(2026, 9, 30), .until = QDate(2026, 9, 30)}, {}, 10)->size(), 3);
    QCOMPARE(listBatches(database, {.until = QDate(2026, 9, 29)}, {}, 10)->size(), 0);
    QCOMPARE(listBatches(database, {}, all->at(1).header.id, 10)->size(), 1);
}

QTEST_GUILESS_MAIN(tst_History)
#include "tst_history.moc"
