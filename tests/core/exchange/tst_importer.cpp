#include "core/base/partialdate.h"
#include "core/exchange/exporter.h"
#include "core/exchange/importarrivals.h"
#include "core/exchange/importmemory.h"
#include "core/exchange/wrongrows.h"
#include "core/party/membercommands.h"
#include "core/registry/valuetext.h"
#include "core/reports/changetable.h"
#include "tests/core/exchange/rosters.h"
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace gridbook;
using namespace gridbook::exchange;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

const QString head = u"姓名|性别|民族|身份证号|学历|入党时间|转正时间|人员类别|所在党支部|联系电话|家庭住址|备注"_qs;

QString memberLine(const QString &name, int n, const QString &branch)
{
    return name + u"|||" + madeUpId(u"19700315"_qs, n) + u"|本科|2001-07-01|2002-07-01|正式党员|" + branch + u"|139" +
           QString::number(n).rightJustified(8, u'0') + u"|雍城苑" + QString::number(n) + u"幢|";
}

} // namespace

class TestImporter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void appliesInOneStep();
    void takesBackAndAgain();
    void sameFileGivesOnlySame();
    void exportedListGivesOnlySame();
    void twoThreadsJudgeAlike();
    void cancelLeavesTheBook();
    void failureLeavesTheBook();
    void refusesAStalePlan();
    void marksHoldFromTheRostersDay();
    void movesKeepEarlierFigures();
    void increaseKinds_data();
    void movesAddUp();
    void rostersHoldFromTheirDay();
    void increaseKinds();
    void mendedRowsGoOn_data();
    void mendedRowsGoOn();
    void returningMembers();
    void comeBackByTheRules_data();
    void comeBackByTheRules();
    void newBranchesOfAnOldBook_data();
    void newBranchesOfAnOldBook();
    void aBookIsOldByTheMonth_data();
    void aBookIsOldByTheMonth();
    void registersTellHowTheyCame();
    void knownPeopleBecomeMembers();
    void laysASecondRowOverTheFirst();
    void createsBranchesAndGroups();
    void createsWhatTheNameSays_data();
    void createsWhatTheNameSays();
    void takesAGridLedger();
    void movesBuildings();
    void wrongRowsComeBack();
    void remembersMappings();
    void manyRows();
    void randomSheets();

private:
    QString write(const QStringList &lines, const QString &name = u"花名册.xlsx"_qs)
    {
        QList<Row> rows;
        for (const QString &line : lines) {
            rows << rowOf(line);
        }
        return writeSheets(m_folder->filePath(name), {{u"名册"_qs, {}, head.split(u'|'), rows}});
    }
    QString contents(); // every list of the book, as text
    qint64 scalar(const QString &sql) { return (*m_book)->database().scalar(sql)->toLongLong(); }
    std::unique_ptr<TestBook> m_book;
    TestBook::Basics m_basics;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImporter::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestImporter::contents()
{
    QString all;
    const QDate today = m_book->clock().today();
    for (const RegistrySpec &spec : m_book->catalog().registries()) {
        QStringList fields;
        for (const Field &field : spec.fields) {
            fields << field.id;
        }
        Query query;
        query.registry = spec.id;
        query.asOf = today;
        query.scope = spec.widestScope();
        const auto ids = (*m_book)->reader().ids(query);
        const auto rows = (*m_book)->reader().rows(spec.id, today, ids.valueOr({}), fields);
        for (const RowData &row : rows.valueOr({})) {
            all += spec.id + u' ';
            for (qsizetype i = 0; i < fields.size(); ++i) {
                all +=
                    valueText(spec.fields.at(i), row.values.at(i), m_book->catalog().codes(), {.masked = false}) + u'|';
            }
            all += u'\n';
        }
    }
    return all;
}

void TestImporter::appliesInOneStep()
{
    Planned planned(*m_book,
                    write({memberLine(u"张三"_qs, 1, u"东关一支部"_qs), memberLine(u"李四"_qs, 2, u"东关二支部"_qs)}));
    const auto result = Importer::run(**m_book, planned.plan);
    QVERIFY_RESULT(result);
    QCOMPARE(result->added, 2);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM batch WHERE kind = 'import'"_qs), 1);
    QCOMPARE((*m_book)->undoStack().undoable()->title, u"导入 花名册.xlsx"_qs);
    QCOMPARE((*m_book)->backups().size(), 1); // made before the first row
    Query query;
    query.registry = u"member"_qs;
    query.asOf = m_book->clock().today();
    const auto ids = (*m_book)->reader().ids(query);
    const auto rows = (*m_book)->reader().rows(u"member"_qs, query.asOf, *ids,
                                               {u"name"_qs, u"idNumber"_qs, u"branch"_qs, u"since"_qs, u"address"_qs});
    QCOMPARE(rows->size(), 2);
    const RowData &li = rows->first().values.first().toString() == u"李四" ? rows->first() : rows->last();
    QCOMPARE(li.values.at(1).toString(), madeUpId(u"19700315"_qs, 2));
    QCOMPARE(li.values.at(2).value<ReferenceValue>().id, m_basics.secondBranch);
    QCOMPARE(li.values.at(3).value<PartialDate>().toIso(), u"2026-09-30"_qs);
    QCOMPARE(li.values.at(4).toString(), u"雍城苑2幢"_qs);
    QVERIFY((*m_book)->check({})->isEmpty());
}

void TestImporter::takesBackAndAgain()
{
    const QString before = contents();
    Planned planned(*m_book, write({memberLine(u"张三"_qs, 1, u"东关一支部"_qs)}));
    const auto result = Importer::run(**m_book, planned.plan);
    QVERIFY_RESULT(result);
    const QString after = contents();
    QVERIFY(after != before);
    QVERIFY_RESULT((*m_book)->undoBatch(result->batch));
    QCOMPARE(contents(), before);
    QVERIFY_RESULT((*m_book)->redo());
    QCOMPARE(contents(), after);
}

void TestImporter::sameFileGivesOnlySame()
{
    QStringList lines{memberLine(u"张三"_qs, 1, u"东关一支部"_qs), memberLine(u"李四★"_qs, 2, u"东关二支部"_qs),
                      memberLine(u"(预备)王五"_qs, 3, u"东关一支部"_qs).replace(u"2002-07-01|正式党员"_qs, u"|"_qs),
                      memberLine(u"赵六"_qs, 4, u"东关一支部"_qs).replace(u"本科"_qs, u"夜大肄业班"_qs)};
    lines[3].replace(u"13900000004"_qs, u"13900000004 / 0917-7212345 / 13911112222"_qs);
    const QString path = write(lines);
    Planned first(*m_book, path);
    QCOMPARE(first.plan.counts().added, 4);
    QVERIFY_RESULT(Importer::run(**m_book, first.plan));
    for (const ImportPolicy policy : {ImportPolicy::FillEmpty, ImportPolicy::Overwrite, ImportPolicy::Ask}) {
        Planned again(*m_book, path, {.policy = policy});
        for (int i = 0; i < again.plan.rows.size(); ++i) {
            for (const PlanChange &change : again.row(i).changes) {
                qWarning("row %d: %s", i, qPrintable(again.plan.targets.at(change.field).field.id));
            }
        }
        QCOMPARE(again.plan.counts().same, 4);
        const auto result = Importer::run(**m_book, again.plan);
        QVERIFY_RESULT(result);
        QVERIFY(!result->batch.isValid());
    }
}

void TestImporter::exportedListGivesOnlySame()
{
    Planned first(*m_book,
                  write({memberLine(u"张三"_qs, 1, u"东关一支部"_qs), memberLine(u"李四"_qs, 2, u"东关二支部"_qs)}));
    QVERIFY_RESULT(Importer::run(**m_book, first.plan));
    for (const QString &name : {u"out.xlsx"_qs, u"out.csv"_qs}) {
        ExportJob job;
        job.query.registry = u"member"_qs;
        job.query.asOf = m_book->clock().today();
        for (const ImportTarget &target : first.plan.targets) {
            if (!target.isExtra) {
                job.fields << target.field.id;
            }
        }
        ExportOptions options;
        options.masked = false;
        options.format = formatOfName(name);
        QVERIFY_RESULT(exportRegistry(**m_book, job, m_folder->filePath(name), options, {}));
        Planned again(*m_book, m_folder->filePath(name), {.policy = ImportPolicy::Overwrite});
        QCOMPARE(again.error, QString());
        for (int i = 0; i < again.plan.rows.size(); ++i) {
            for (const PlanChange &change : again.row(i).changes) {
                qWarning("row %d: %s", i, qPrintable(again.plan.targets.at(change.field).field.id));
            }
        }
        QCOMPARE(again.plan.counts().same, 2);
        QCOMPARE(again.plan.rows.size(), 2);
    }
}

// Everything that a plan says of its rows, in words.
QStringList told(const ImportPlan &plan)
{
    QStringList lines;
    for (const PlanRow &row : plan.rows) {
        QStringList words{QString::number(row.number),
                          QString::number(int(row.state)),
                          QString::number(row.record),
                          QString::number(row.person),
                          QString::number(row.sameAs),
                          row.question,
                          row.increase};
        for (qsizetype i = 0; i < row.values.size(); ++i) {
            words << storedValue(row.values.at(i)).toString() + (row.derived.at(i) ? u"*" : u"");
        }
        for (const PlanIssue &issue : row.issues) {
            words << QString::number(issue.field) + QString::number(int(issue.level)) + issue.message;
        }
        for (const PlanChange &change : row.changes) {
            words << QString::number(change.field) + storedValue(change.before).toString() + u"→" +
                         storedValue(change.after).toString() + (change.applied ? u"!" : u"");
        }
        lines << words.join(u'|');
    }
    for (const ValueQuestion &question : plan.questions) {
        lines << QString::number(question.field) + question.text + QString::number(question.rows) + question.message;
    }
    return lines;
}

// A long roster is compared by two threads; what comes out is what one thread finds.
void TestImporter::twoThreadsJudgeAlike()
{
    QStringList known;
    for (int n = 1; n <= 700; ++n) {
        known << memberLine(u"张三"_qs, n, u"东关一支部"_qs);
    }
    Planned first(*m_book, write(known));
    QVERIFY_RESULT(Importer::run(**m_book, first.plan));
    QStringList lines;
    for (int n = 1; n <= 2600; ++n) {
        QString line = memberLine(n % 7 == 0 ? u"李四"_qs : u"张三"_qs, n % 11 == 0 ? 2 * n : n, // some twice
                                  n % 5 == 0 ? u"东关二支部"_qs : u"东关一支部"_qs);
        if (n % 13 == 0) {
            line.replace(u"本科"_qs, u"不知道"_qs);
        } else if (n % 17 == 0) {
            line.replace(u"2001-07-01"_qs, u"2001年7月"_qs);
        }
        lines << line;
    }
    const QString path = write(lines);
    const auto source = proposeSource(path, *m_book->catalog().registry(u"member"_qs));
    QVERIFY_RESULT(source);
    const auto reader = (*m_book)->openReader();
    int opened = 0;
    ImportPlanner alone((*reader)->registries(), m_book->clock().today());
    ImportPlanner shared((*reader)->registries(), m_book->clock().today(), [&] {
        ++opened;
        return (*m_book)->openReader();
    });
    auto one = alone.plan(u"member"_qs, *source, {});
    auto two = shared.plan(u"member"_qs, *source, {});
    QVERIFY_RESULT(one);
    QVERIFY_RESULT(two);
    QCOMPARE(opened, 1);
    const PlanCounts counts = one->counts();
    for (const int some : {counts.added, counts.changed, counts.same, counts.conflict, counts.wrong, counts.skipped}) {
        QVERIFY(some > 40);
    }
    QCOMPARE(told(*two), told(*one));
    ImportChoices choices = one->choices;
    choices.policy = ImportPolicy::Overwrite;
    one->choices = choices;
    two->choices = choices;
    QVERIFY_RESULT(alone.replanAll(*one));
    QVERIFY_RESULT(shared.replanAll(*two));
    QCOMPARE(opened, 2);
    QCOMPARE(told(*two), told(*one));
    // Without a second connection one thread does it all.
    ImportPlanner poor((*reader)->registries(), m_book->clock().today(), [] {
        return Result<std::unique_ptr<BookReader>>(Error{ErrorKind::Io, u"none left"_qs, {}});
    });
    QTest::ignoreMessage(QtWarningMsg, "comparing in one thread: none left");
    QVERIFY_RESULT(poor.replanAll(*two));
    QCOMPARE(told(*two), told(*one));
}

void TestImporter::cancelLeavesTheBook()
{
    QStringList lines;
    for (int n = 1; n < 1300; ++n) { // more than are made ready at once
        lines << memberLine(u"张三"_qs, n, u"东关一支部"_qs);
    }
    const QString path = write(lines);
    const QString before = contents();
    Planned planned(*m_book, path);
    const qint64 batches = scalar(u"SELECT COUNT(*) FROM batch"_qs);
    const auto result =
        Importer::run(**m_book, planned.plan, {[](qint64 done, qint64, const QString &) { return done < 300; }});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    QCOMPARE(contents(), before);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM batch"_qs), batches);
    const auto reader = (*m_book)->openReader();
    ImportPlanner planner((*reader)->registries(), m_book->clock().today());
    const auto cancelled =
        planner.plan(u"member"_qs, planned.plan.source, {}, {[](qint64, qint64, const QString &) { return false; }});
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
}

void TestImporter::failureLeavesTheBook()
{
    Planned planned(*m_book,
                    write({memberLine(u"张三"_qs, 1, u"东关一支部"_qs), memberLine(u"李四"_qs, 2, u"东关二支部"_qs)}));
    const QString before = contents();
    // A plan that was tampered with: the second row takes the number of the first, which the book refuses.
    planned.plan.rows[1].values[planned.plan.target(u"idNumber")] = madeUpId(u"19700315"_qs, 1);
    const auto result = Importer::run(**m_book, planned.plan);
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(QString::number(planned.row(1).number)),
             qPrintable(result.error().message));
    QCOMPARE(contents(), before);
}

void TestImporter::refusesAStalePlan()
{
    Planned planned(*m_book, write({memberLine(u"张三"_qs, 1, u"东关一支部"_qs)}));
    QVERIFY(m_book->addMember(u"李四"_qs, madeUpId(u"19700315"_qs, 2), m_basics.branch, m_basics.grid) != 0);
    const auto result = Importer::run(**m_book, planned.plan);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Conflict);
    QVERIFY_RESULT(planned.planner().replanAll(planned.plan));
    QVERIFY_RESULT(Importer::run(**m_book, planned.plan));
}

// 是否失联 是/否 from two rosters: each holds from the day of its roster on.
void TestImporter::marksHoldFromTheRostersDay()
{
    const auto roster = [&](const QString &name, const QStringList &marks) {
        QList<exchange::Row> rows;
        for (int i = 0; i < marks.size(); ++i) {
            rows << rowOf(u"%1|%2|2001-07-01|东关一支部|%3"_qs.arg(
                QStringList{u"张三"_qs, u"李四"_qs, u"王五"_qs}.at(i), madeUpId(u"19700315"_qs, i + 1), marks.at(i)));
        }
        const QStringList heads{u"姓名"_qs,         u"身份证号"_qs,     u"入党时间"_qs,    u"所在党支部"_qs,
                                u"是否失联党员"_qs, u"失去联系日期"_qs, u"是否流动党员"_qs};
        return writeSheets(m_folder->filePath(name), {{u"名册"_qs, {}, heads, rows}});
    };
    const auto lostOn = [&](QDate day) {
        Query query{u"member"_qs, day, {}, {{u"lost"_qs, FilterOp::Equals, {true}}}, {}, {}};
        QStringList names;
        const auto rows = (*m_book)->reader().rows(u"member"_qs, day, *(*m_book)->reader().ids(query), {u"name"_qs});
        for (const RowData &row : *rows) {
            names << row.values.first().toString();
        }
        names.sort();
        return names.join(u' ');
    };
    Planned first(*m_book, roster(u"一季度.xlsx"_qs, {u"是|2025-05|否"_qs, u"否||否"_qs, u"||"_qs}),
                  {.asOf = QDate(2026, 3, 31)});
    QCOMPARE(first.plan.counts().added, 3);
    QVERIFY_RESULT(Importer::run(**m_book, first.plan));
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM whereabouts"_qs), 2); // nothing is said of the third
    Planned second(*m_book, roster(u"三季度.xlsx"_qs, {u"否||否"_qs, u"是|2026-01|否"_qs, u"是|2026-02|否"_qs}),
                   {.asOf = QDate(2026, 9, 15), .policy = ImportPolicy::Overwrite});
    QCOMPARE(second.plan.counts().changed, 3);
    const auto result = Importer::run(**m_book, second.plan);
    QVERIFY_RESULT(result);
    QCOMPARE(lostOn(QDate(2026, 3, 30)), QString());
    QCOMPARE(lostOn(QDate(2026, 3, 31)), u"张三"_qs);
    QCOMPARE(lostOn(QDate(2026, 9, 14)), u"张三"_qs);
    QCOMPARE(lostOn(QDate(2026, 9, 15)), u"李四 王五"_qs);
    QVERIFY((*m_book)->check({})->isEmpty());
    QVERIFY_RESULT((*m_book)->undoBatch(result->batch));
    QCOMPARE(lostOn(QDate(2026, 9, 15)), u"张三"_qs);
}

void TestImporter::movesKeepEarlierFigures()
{
    const RowId member = m_book->addMember(u"张三"_qs, madeUpId(u"19700315"_qs, 1), m_basics.branch, m_basics.grid);
    Planned planned(*m_book, write({memberLine(u"张三"_qs, 1, u"东关二支部"_qs)}),
                    {.transfers = TransferChoice::Transfer});
    QVERIFY_RESULT(Importer::run(**m_book, planned.plan));
    const auto branchAt = [&](QDate day) {
        return (*m_book)
            ->reader()
            .rows(u"member"_qs, day, {member}, {u"branch"_qs})
            ->first()
            .values.first()
            .value<ReferenceValue>()
            .id;
    };
    QCOMPARE(branchAt(QDate(2026, 9, 29)), m_basics.branch);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM affiliation WHERE increase_kind IS NOT NULL"_qs), 0);
    QCOMPARE(branchAt(QDate(2026, 9, 30)), m_basics.secondBranch);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM affiliation WHERE voided_at IS NULL"_qs), 2);
}

void TestImporter::increaseKinds_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("full");     // kind of a full member
    QTest::addColumn<QString>("admitted"); // kind of one who joined in June
    QTest::addColumn<QString>("since");    // of the latter
    QTest::newRow("nobody says") << QString() << QString() << QString() << QString();
    QTest::newRow("rest of the first roster") << u"0"_qs << u"0"_qs << u"0"_qs << u"2026-09-30"_qs;
    QTest::newRow("transferred in") << u"3"_qs << u"3"_qs << u"3"_qs << u"2026-09-30"_qs;
    QTest::newRow("with the whole organization") << u"31"_qs << u"31"_qs << u"31"_qs << u"2026-09-30"_qs;
    QTest::newRow("admitted") << u"1"_qs << u"1"_qs << u"1"_qs << u"2026-06-12"_qs;
    QTest::newRow("by the roster") << increaseByRoster << u"3"_qs << u"1"_qs << u"2026-06-12"_qs;
}

// The first roster of a branch opens it. Later ones are increases of a quarter: which, somebody says; an admission
// counts on its own day.
// Whoever was there when the book was opened did not come once more with the move, and is in no group of the old
// branch.
void TestImporter::movesAddUp()
{
    const RowId member =
        m_book->addMember(u"张三"_qs, madeUpId(u"19700315"_qs, 1), m_basics.branch, m_basics.grid, u"2026-07-01"_qs);
    auto work = (*m_book)->begin({u"edit"_qs, u"小组"_qs, {}, {}});
    QVERIFY_RESULT(work);
    const auto group = (*work)->insert(u"party_org"_qs, {{u"valid_from"_qs, u"2020-01-01"_qs}});
    QVERIFY_RESULT(group);
    QVERIFY_RESULT((*work)->insert(u"org_state"_qs, {{u"org_id"_qs, *group},
                                                     {u"type"_qs, u"group"_qs},
                                                     {u"short_name"_qs, u"一支部一组"_qs},
                                                     {u"full_name"_qs, u"一支部一组"_qs},
                                                     {u"parent_id"_qs, m_basics.branch},
                                                     {u"valid_from"_qs, u"2020-01-01"_qs}}));
    QVERIFY_RESULT((*work)->update(u"affiliation"_qs, scalar(u"SELECT id FROM affiliation"_qs), 0,
                                   {{u"increase_kind"_qs, u"0"_qs}, {u"group_id"_qs, *group}}));
    QVERIFY_RESULT((*m_book)->commit(**work));
    const auto lines = [&] {
        const auto figures = Figures::open((*m_book)->reader());
        const auto table = changeTable(**figures, QDate(2026, 9, 30));
        QList<qint64> values;
        for (const ChangeLine &line : table->lines) {
            values << line.value;
        }
        return values;
    };
    const QList<qint64> before = lines();
    QCOMPARE(before.last(), 0);
    Planned planned(*m_book, write({memberLine(u"张三"_qs, 1, u"东关二支部"_qs)}),
                    {.asOf = QDate(2026, 8, 15), .transfers = TransferChoice::Transfer});
    const auto result = Importer::run(**m_book, planned.plan);
    QVERIFY_RESULT(result);
    QCOMPARE(lines(), before);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM affiliation WHERE member_id = %1 AND valid_from = '2026-08-15' AND "
                    "increase_kind IS NULL AND group_id IS NULL"_qs.arg(member)),
             1);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM affiliation WHERE valid_until = '2026-08-15' AND increase_kind = '0' AND "
                    u"group_id IS NOT NULL"_qs),
             1);
    QVERIFY_RESULT((*m_book)->undoBatch(result->batch));
    QCOMPARE(lines(), before);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM affiliation WHERE voided_at IS NULL"_qs), 1);
}

// What the roster says otherwise holds from its day on; what the book learned after that day is newer than the roster.
void TestImporter::rostersHoldFromTheirDay()
{
    const RowId member = m_book->addMember(u"张三"_qs, madeUpId(u"19700315"_qs, 1), m_basics.branch, m_basics.grid);
    const auto education = [&](QDate day) {
        return (*m_book)
            ->reader()
            .rows(u"member"_qs, day, {member}, {u"education"_qs})
            ->first()
            .values.first()
            .toString();
    };
    const auto import = [&](const QString &said, QDate day) {
        Planned planned(*m_book, write({memberLine(u"张三"_qs, 1, u"东关一支部"_qs).replace(u"本科"_qs, said)}),
                        {.asOf = day, .policy = ImportPolicy::Overwrite});
        const auto result = Importer::run(**m_book, planned.plan);
        return std::pair(planned.row(0), result ? result->changed : -1);
    };
    const QString college = u"31"_qs;
    const QString bachelor = u"21"_qs;
    QCOMPARE(import(u"大专"_qs, QDate(2026, 6, 30)).second, 1);
    QCOMPARE(education(QDate(2026, 3, 31)), college); // nothing stood there: completed
    QCOMPARE(import(u"本科"_qs, QDate(2026, 8, 15)).second, 1);
    QCOMPARE(education(QDate(2026, 8, 14)), college);
    QCOMPARE(education(QDate(2026, 8, 15)), bachelor);
    const auto [row, changed] = import(u"博士研究生"_qs, QDate(2026, 7, 31));
    QCOMPARE(changed, 0);
    QCOMPARE(row.state, RowState::Same);
    QVERIFY(std::any_of(row.issues.begin(), row.issues.end(),
                        [](const PlanIssue &issue) { return issue.message.contains(u"学历"_qs); }));
    QCOMPARE(education(QDate(2026, 9, 30)), bachelor);
    QVERIFY((*m_book)->check({})->isEmpty());
}

void TestImporter::increaseKinds()
{
    QFETCH(const QString, choice);
    QFETCH(const QString, full);
    QFETCH(const QString, admitted);
    QFETCH(const QString, since);
    const auto spell = [&](const QString &column, int n) {
        return (*m_book)
            ->database()
            .scalar(QString(u"SELECT a." + column +
                            u" FROM affiliation a JOIN member m ON m.id = a.member_id JOIN person p ON "
                            u"p.id = m.person_id WHERE p.id_number_index = ?"),
                    {(*m_book)->sealer().blindIndex(madeUpId(u"19700315"_qs, n), u"id_number"_qs)})
            ->toString();
    };
    Planned first(*m_book, write({memberLine(u"张三"_qs, 1, u"东关一支部"_qs)}), {.increase = u"3"_qs});
    QVERIFY_RESULT(Importer::run(**m_book, first.plan));
    QCOMPARE(spell(u"increase_kind"_qs, 1), u"0"_qs);
    const QString path = write({memberLine(u"李四"_qs, 2, u"东关一支部"_qs),
                                memberLine(u"王五"_qs, 3, u"东关一支部"_qs)
                                    .replace(u"2001-07-01|2002-07-01|正式党员"_qs, u"2026-06-12||预备党员"_qs),
                                memberLine(u"赵六"_qs, 4, u"东关二支部"_qs)});
    Planned second(*m_book, path, {.increase = choice});
    QCOMPARE(waitingForIncrease(second.plan), choice.isEmpty() ? 2 : 0);
    if (choice.isEmpty()) {
        QCOMPARE(second.plan.increaseProposal, u"0"_qs); // of the same day as the first
        QCOMPARE(second.row(0).state, RowState::Conflict);
        QCOMPARE(second.row(2).state, RowState::New); // the first of its branch
        second.mend(0, roster::arrival, u"转入"_qs);  // or each row for itself
        QCOMPARE(second.row(0).state, RowState::New);
        QCOMPARE(waitingForIncrease(second.plan), 1);
        Planned later(*m_book, path, {.asOf = QDate(2026, 9, 29)});
        QCOMPARE(later.plan.increaseProposal, increaseByRoster);
        return;
    }
    QVERIFY_RESULT(Importer::run(**m_book, second.plan));
    QCOMPARE(spell(u"increase_kind"_qs, 2), full);
    QCOMPARE(spell(u"valid_from"_qs, 2), u"2026-09-30"_qs);
    QCOMPARE(spell(u"increase_kind"_qs, 3), admitted);
    QCOMPARE(spell(u"valid_from"_qs, 3), since);
    QCOMPARE(spell(u"increase_kind"_qs, 4), choice == u"31" ? choice : u"0"_qs);
    QVERIFY((*m_book)->check({})->isEmpty());
}

void TestImporter::mendedRowsGoOn_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("spreadsheet") << u"xlsx"_qs;
    QTest::newRow("text") << u"csv"_qs;
}

// A wrong row that is mended some days later is still a row of the first roster: of its day, and no increase.
void TestImporter::mendedRowsGoOn()
{
    QFETCH(const QString, ending);
    const QString bad = memberLine(u"李四"_qs, 2, u"东关一支部"_qs).replace(u"2001-07-01"_qs, u"2001-13-01"_qs);
    Planned first(*m_book, write({memberLine(u"张三"_qs, 1, u"东关一支部"_qs), bad}), {.asOf = QDate(2026, 6, 30)});
    const QString path = m_folder->filePath(u"错误行."_qs + ending);
    QVERIFY_RESULT(writeWrongRows(first.plan, path));
    QVERIFY_RESULT(Importer::run(**m_book, first.plan));
    Planned back(*m_book, path);
    QCOMPARE(back.plan.choices.asOf, m_book->clock().today());
    back.mend(0, u"joinDate", u"2001-12-01"_qs);
    back.mend(0, u"fullDate", u"2002-12-01"_qs);
    QVERIFY2(back.row(0).state == RowState::New, qPrintable(back.messages(0)));
    QCOMPARE(back.value(0, u"since"), u"2026-06-30"_qs);
    QCOMPARE(back.value(0, u"stateSince"), u"2026-06-30"_qs);
    QVERIFY_RESULT(Importer::run(**m_book, back.plan));
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM affiliation WHERE valid_from = '2026-06-30' AND increase_kind = '0'"_qs), 2);
    const QString refused = m_folder->filePath(u"错误行.pdf"_qs);
    QVERIFY(!writeWrongRows(first.plan, refused));
    QVERIFY(!QFile::exists(refused));
}

void TestImporter::returningMembers()
{
    const RowId member = m_book->addMember(u"张三"_qs, madeUpId(u"19700315"_qs, 1), m_basics.branch, m_basics.grid);
    auto work = (*m_book)->begin({u"edit"_qs, u"转出"_qs, {}, {}});
    QVERIFY_RESULT((*work)->update(u"affiliation"_qs, scalar(u"SELECT id FROM affiliation"_qs), 0,
                                   {{u"valid_until"_qs, u"2026-03-01"_qs}, {u"decrease_kind"_qs, u"4"_qs}}));
    QVERIFY_RESULT((*m_book)->commit(**work));
    const QString path = write({memberLine(u"张三"_qs, 1, u"东关二支部"_qs)});
    Planned planned(*m_book, path);
    QCOMPARE(planned.row(0).state, RowState::Conflict);
    QCOMPARE(planned.row(0).record, member);
    planned.plan.rows[0].decision = RowDecision::Overwrite;
    QVERIFY_RESULT(planned.planner().replan(planned.plan, {0}));
    QCOMPARE(planned.row(0).state, RowState::Conflict); // and how the member came back is nobody's guess
    planned.plan.choices.increase = u"3"_qs;
    QVERIFY_RESULT(planned.planner().replanAll(planned.plan));
    QCOMPARE(planned.row(0).state, RowState::Changed);
    QVERIFY_RESULT(Importer::run(**m_book, planned.plan));
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM affiliation WHERE voided_at IS NULL"_qs), 2);
    QCOMPARE(
        (*m_book)->database().scalar(u"SELECT increase_kind FROM affiliation ORDER BY id DESC LIMIT 1"_qs)->toString(),
        u"3"_qs);
    // An old roster cannot take in again somebody who left after it.
    Planned old(*m_book, path, {.asOf = QDate(2025, 6, 30)});
    QVERIFY(old.row(0).state != RowState::New);
}

void TestImporter::comeBackByTheRules_data()
{
    QTest::addColumn<QString>("left"); // decreaseKind
    QTest::addColumn<QString>("came"); // increaseKind
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("event"); // empty: refused
    QTest::addColumn<QString>("state"); // afterwards; or what is said
    const QString full = u"正式党员"_qs;
    const QString probationary = u"预备党员"_qs;
    const QString refused;
    QTest::newRow("transferred out and in") << u"4"_qs << u"3"_qs << full << u"transferIn"_qs << u"1"_qs;
    QTest::newRow("transferred out, restored") << u"4"_qs << u"2"_qs << full << refused << u"已转出"_qs;
    QTest::newRow("transferred out, never stopped") << u"4"_qs << u"21"_qs << full << refused << u"已转出"_qs;
    QTest::newRow("transferred out, automatic") << u"4"_qs << increaseByRoster << full << u"transferIn"_qs << u"1"_qs;
    QTest::newRow("expelled, transferred in") << u"11"_qs << u"3"_qs << full << refused << u"恢复党籍"_qs;
    QTest::newRow("expelled and restored") << u"11"_qs << u"2"_qs << full << u"reinstated"_qs << u"11"_qs;
    QTest::newRow("expelled and admitted") << u"11"_qs << u"11"_qs << probationary << u"readmitted"_qs << u"1"_qs;
    QTest::newRow("expelled, admitted as full") << u"11"_qs << u"11"_qs << full << refused << u"重新入党"_qs;
    QTest::newRow("dead, restored") << u"3"_qs << u"21"_qs << full << refused << u"死亡"_qs;
    QTest::newRow("dead, transferred in") << u"3"_qs << u"3"_qs << full << refused << u"死亡"_qs;
    QTest::newRow("dead, nobody says") << u"3"_qs << QString() << full << refused << u"死亡"_qs;
}

// To come back is a step of the member: a roster takes it under the rules of the action, with its event; the dead do
// not come back.
void TestImporter::comeBackByTheRules()
{
    QFETCH(const QString, left);
    QFETCH(const QString, came);
    QFETCH(const QString, category);
    QFETCH(const QString, event);
    QFETCH(const QString, state);
    const RowId member = m_book->addMember(u"张三"_qs, madeUpId(u"19700315"_qs, 1), m_basics.branch, m_basics.grid);
    auto work = (*m_book)->begin({u"edit"_qs, u"离册"_qs, {}, {}});
    QVERIFY_RESULT(work);
    QVERIFY_RESULT(
        party::leave(**work, MemberId(member), left, QDate(2026, 3, 1), u"城北社区"_qs, u"城发〔2026〕9号"_qs));
    QVERIFY_RESULT((*m_book)->commit(**work));
    const QString row = memberLine(u"张三"_qs, 1, u"东关二支部"_qs)
                            .replace(u"2002-07-01|正式党员"_qs,
                                     QString((category == u"正式党员" ? u"2002-07-01|"_qs : u"|"_qs) + category));
    const QString path = write({row});
    // By the decision about the row, and by the policy for all of them, as the command line has it.
    for (const ImportPolicy policy : {ImportPolicy::FillEmpty, ImportPolicy::Overwrite}) {
        Planned planned(*m_book, path, {.policy = policy, .increase = came});
        QCOMPARE(planned.row(0).record, member);
        if (policy == ImportPolicy::FillEmpty) {
            QCOMPARE(planned.row(0).state, left == u"3" ? RowState::Wrong : RowState::Conflict);
            QCOMPARE(waitingForIncrease(planned.plan), 0); // whether the member came back at all is asked first
            planned.plan.rows[0].decision = RowDecision::Overwrite;
            QVERIFY_RESULT(planned.planner().replan(planned.plan, {0}));
        }
        const QString said = planned.messages(0);
        QVERIFY2(planned.row(0).state == (event.isEmpty() ? RowState::Wrong : RowState::Changed), qPrintable(said));
        QVERIFY2(!event.isEmpty() || said.contains(state), qPrintable(said));
        const auto result = Importer::run(**m_book, planned.plan);
        QVERIFY_RESULT(result);
        if (event.isEmpty()) {
            QVERIFY(!result->batch.isValid());
            continue;
        }
        QCOMPARE(scalar(u"SELECT COUNT(*) FROM standing WHERE event = '%1' AND state = '%2' AND valid_from = "
                        "'2026-09-30' AND valid_until IS NULL AND voided_at IS NULL"_qs.arg(event, state)),
                 1);
        QCOMPARE(scalar(u"SELECT COUNT(*) FROM affiliation WHERE org_id = %1 AND increase_kind = '%2' AND valid_from = "
                        "'2026-09-30' AND valid_until IS NULL AND voided_at IS NULL"_qs.arg(m_basics.secondBranch)
                            .arg(came == increaseByRoster ? u"3"_qs : came)),
                 1);
        QVERIFY((*m_book)->check({})->isEmpty());
        QCOMPARE(Planned(*m_book, path, {.policy = policy, .increase = came}).row(0).isReturn, false);
        QVERIFY_RESULT((*m_book)->undoBatch(result->batch));
    }
}

void TestImporter::newBranchesOfAnOldBook_data()
{
    QTest::addColumn<bool>("isOld"); // the book had members before the roster's day
    QTest::addColumn<QString>("branch");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("kind"); // empty: asked
    const QString empty = u"东关二支部"_qs;
    const QString made = u"西街支部"_qs;
    QTest::newRow("opening") << false << empty << QString() << u"0"_qs;
    QTest::newRow("opening, whatever is said of others") << false << empty << u"3"_qs << u"0"_qs;
    QTest::newRow("asked") << true << empty << QString() << QString();
    QTest::newRow("asked of a branch to be made") << true << made << QString() << QString();
    QTest::newRow("transferred in") << true << empty << u"3"_qs << u"3"_qs;
    QTest::newRow("transferred in, to a branch to be made") << true << made << u"3"_qs << u"3"_qs;
    QTest::newRow("admitted") << true << empty << u"1"_qs << u"1"_qs;
    QTest::newRow("by the roster") << true << made << increaseByRoster << u"3"_qs;
    QTest::newRow("forgotten when the book was opened") << true << empty << u"0"_qs << u"0"_qs;
}

// A branch without members is no new book: who comes to it is an increase, and the answer to that holds.
void TestImporter::newBranchesOfAnOldBook()
{
    QFETCH(const bool, isOld);
    QFETCH(const QString, branch);
    QFETCH(const QString, choice);
    QFETCH(const QString, kind);
    Planned first(*m_book, write({memberLine(u"张三"_qs, 1, u"东关一支部"_qs)}),
                  {.asOf = isOld ? QDate(2026, 6, 30) : QDate(2026, 9, 30)});
    QVERIFY_RESULT(Importer::run(**m_book, first.plan));
    Planned second(*m_book, write({memberLine(u"李四"_qs, 2, branch)}), {.increase = choice, .createMissing = true});
    QCOMPARE(waitingForIncrease(second.plan), kind.isEmpty() ? 1 : 0);
    QCOMPARE(second.row(0).state, kind.isEmpty() ? RowState::Conflict : RowState::New);
    if (kind.isEmpty()) {
        QCOMPARE(second.plan.increaseProposal, increaseByRoster);
        return;
    }
    QVERIFY_RESULT(Importer::run(**m_book, second.plan));
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM affiliation WHERE valid_from = '2026-09-30' AND increase_kind = '%1'"_qs.arg(
                 kind)),
             isOld ? 1 : 2);
}

void TestImporter::aBookIsOldByTheMonth_data()
{
    QTest::addColumn<QString>("since");
    QTest::addColumn<int>("waiting");
    QTest::newRow("day") << u"2026-05-01"_qs << 1;
    QTest::newRow("month") << u"2026-05"_qs << 1;
    QTest::newRow("year") << u"2025"_qs << 1;
    QTest::newRow("the roster's own day") << u"2026-09-30"_qs << 0;
}

// A first member whose day is known to the month or the year only makes the book as old as any other.
void TestImporter::aBookIsOldByTheMonth()
{
    QFETCH(const QString, since);
    Planned first(*m_book, write({memberLine(u"张三"_qs, 1, u"东关一支部"_qs)}));
    QVERIFY_RESULT(Importer::run(**m_book, first.plan));
    auto work = (*m_book)->begin({u"edit"_qs, u"x"_qs, {}, {}});
    QVERIFY_RESULT((*work)->update(u"affiliation"_qs, 1, 0, {{u"valid_from"_qs, since}}));
    QVERIFY_RESULT((*m_book)->commit(**work));
    const Planned second(*m_book, write({memberLine(u"李四"_qs, 2, u"东关二支部"_qs)}), {.createMissing = true});
    QTEST(waitingForIncrease(second.plan), "waiting");
}

// 党员增加信息 of the national list says how everybody once came. When the book opens with it, that was long ago.
void TestImporter::registersTellHowTheyCame()
{
    const auto list = [&](const QString &name, int n, const QString &since) {
        return writeSheets(
            m_folder->filePath(name + u".xlsx"),
            {{u"名册"_qs,
              {},
              {u"姓名"_qs, u"身份证号"_qs, u"入党时间"_qs, u"所在党支部"_qs, u"党员增加信息"_qs, u"归属起始日期"_qs},
              {rowOf(name + u'|' + madeUpId(u"19700315"_qs, n) + u"|2001-07-01|东关一支部|转入|" + since)}}});
    };
    Planned dated(*m_book, list(u"王五"_qs, 3, u"2026-02-01"_qs), {.asOf = QDate(2026, 6, 30)});
    QCOMPARE(dated.row(0).increase, u"3"_qs); // of the day that the list says
    Planned opening(*m_book, list(u"张三"_qs, 1, {}), {.asOf = QDate(2026, 6, 30)});
    QCOMPARE(opening.value(0, u"increase"), u"3"_qs);
    QVERIFY_RESULT(Importer::run(**m_book, opening.plan));
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM affiliation WHERE increase_kind = '0'"_qs), 1);
    Planned later(*m_book, list(u"李四"_qs, 2, {}));
    QVERIFY2(later.row(0).state == RowState::New, qPrintable(later.messages(0)));
    QCOMPARE(later.row(0).increase, u"3"_qs);
}

void TestImporter::knownPeopleBecomeMembers()
{
    auto work = (*m_book)->begin({u"edit"_qs, u"x"_qs, {}, {}});
    const auto person = (*work)->insert(
        u"person"_qs,
        {{u"name"_qs, u"张三"_qs}, {u"id_number"_qs, madeUpId(u"19700315"_qs, 1)}, {u"note"_qs, u"网格长"_qs}});
    QVERIFY_RESULT(person);
    QVERIFY_RESULT((*m_book)->commit(**work));
    Planned planned(*m_book, write({memberLine(u"张三"_qs, 1, u"东关一支部"_qs)}));
    QCOMPARE(planned.row(0).state, RowState::New);
    QCOMPARE(planned.row(0).person, *person);
    QVERIFY_RESULT(Importer::run(**m_book, planned.plan));
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM person"_qs), 1);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM member"_qs), 1);
    const auto row =
        (*m_book)->reader().rows(u"person"_qs, m_book->clock().today(), {*person}, {u"personNote"_qs, u"education"_qs});
    QCOMPARE(row->first().values.at(0).toString(), u"网格长"_qs);
    QCOMPARE(row->first().values.at(1).toString(), u"21"_qs);
}

void TestImporter::laysASecondRowOverTheFirst()
{
    Planned planned(*m_book, write({memberLine(u"张三"_qs, 1, u"东关一支部"_qs),
                                    memberLine(u"张三"_qs, 1, u"东关一支部"_qs).replace(u"本科"_qs, u"大专"_qs)}));
    planned.plan.rows[1].decision = RowDecision::Overwrite;
    QVERIFY_RESULT(planned.planner().replan(planned.plan, {1}));
    QCOMPARE(planned.row(1).state, RowState::Changed);
    const auto result = Importer::run(**m_book, planned.plan);
    QVERIFY_RESULT(result);
    QCOMPARE(result->added, 1);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM member"_qs), 1);
    QCOMPARE((*m_book)->database().scalar(u"SELECT education FROM person"_qs)->toString(), u"31"_qs);
}

void TestImporter::createsBranchesAndGroups()
{
    const QStringList headings = u"姓名|身份证号|所在党支部|党小组|所属网格"_qs.split(u'|');
    const QString path =
        writeSheets(m_folder->filePath(u"a.xlsx"_qs),
                    {{u"名册"_qs,
                      {},
                      headings,
                      {rowOf(u"张三|"_qs + madeUpId(u"19700315"_qs, 1) + u"|西街支部|第一党小组|第九网格"),
                       rowOf(u"李四|"_qs + madeUpId(u"19700315"_qs, 2) + u"|西街党支部|第一党小组|第一网格")}}});
    Planned planned(*m_book, path, {.createMissing = true});
    QCOMPARE(planned.plan.counts().added, 2);
    QCOMPARE(planned.plan.newReferences.size(), 3);
    const auto result = Importer::run(**m_book, planned.plan);
    QVERIFY_RESULT(result);
    QCOMPARE(result->created.size(), 3);
    QCOMPARE((*m_book)->database().scalar(u"SELECT code FROM grid WHERE name = '第九网格'"_qs)->toString(),
             u"610305100001003"_qs);
    QCOMPARE(
        scalar(
            u"SELECT COUNT(*) FROM affiliation a JOIN org_state b ON b.org_id = a.org_id AND b.short_name = '西街支部' "
            u"AND b.type = 'branch' "
            "AND b.parent_id = %1 JOIN org_state g ON g.org_id = a.group_id AND g.parent_id = b.org_id AND g.type = 'group'"_qs
                .arg(m_basics.generalBranch)),
        2);
    Planned again(*m_book, path);
    QCOMPARE(again.plan.counts().same, 2);
}

void TestImporter::createsWhatTheNameSays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("brief");
    QTest::addColumn<bool>("below"); // the general branch of 东关社区
    QTest::addColumn<QString>("community");
    QTest::newRow("branch as on the seal") << u"中共凤翔区城关镇东关社区第五支部委员会"_qs << u"branch"_qs
                                           << u"东关社区第五党支部"_qs << true << u"东关社区"_qs;
    QTest::newRow("short branch") << u"东关五支部"_qs << u"branch"_qs << u"东关五支部"_qs << true << u"东关社区"_qs;
    QTest::newRow("of another community") << u"中共凤翔区城关镇南环社区第一支部委员会"_qs << u"branch"_qs
                                          << u"南环社区第一党支部"_qs << false << u"南环社区"_qs;
    QTest::newRow("general branch") << u"中共南环社区总支部委员会"_qs << u"generalBranch"_qs << u"南环社区党总支"_qs
                                    << false << u"南环社区"_qs;
    QTest::newRow("committee") << u"中共东关社区委员会"_qs << u"committee"_qs << u"东关社区党委"_qs << false
                               << u"东关社区"_qs;
    QTest::newRow("of nobody knows where") << u"老街支部"_qs << u"branch"_qs << u"老街支部"_qs << false << QString();
}

// The type comes from the last and longest word of the name; nothing is put below what cannot be above it, or is
// elsewhere.
void TestImporter::createsWhatTheNameSays()
{
    QFETCH(const QString, name);
    QFETCH(const QString, type);
    QFETCH(const QString, brief);
    QFETCH(const bool, below);
    QFETCH(const QString, community);
    auto work = (*m_book)->begin({u"create"_qs, u"x"_qs, {}, {}});
    QVERIFY_RESULT((*work)->insert(
        u"division"_qs,
        {{u"code"_qs, u"610305100003"_qs}, {u"name"_qs, u"南环社区"_qs}, {u"level"_qs, u"community"_qs}}));
    QVERIFY_RESULT((*m_book)->commit(**work));
    const QString path = write({memberLine(u"张三"_qs, 1, name)});
    Planned planned(*m_book, path, {.createMissing = true});
    const auto result = Importer::run(**m_book, planned.plan);
    QVERIFY_RESULT(result);
    QCOMPARE(result->created, QStringList{brief});
    const auto rows = (*m_book)->reader().rows(
        u"partyOrg"_qs, m_book->clock().today(),
        *(*m_book)->reader().ids(
            {u"partyOrg"_qs, m_book->clock().today(), {}, {{u"shortName"_qs, FilterOp::Equals, {brief}}}, {}, {}}),
        {u"type"_qs, u"parent"_qs, u"division"_qs, u"fullName"_qs});
    QVERIFY_RESULT(rows);
    QCOMPARE(rows->size(), 1);
    const QVariantList values = rows->first().values;
    QCOMPARE(values.at(0).toString(), type);
    QCOMPARE(values.at(1).value<ReferenceValue>().id, below ? m_basics.generalBranch : 0);
    QCOMPARE(values.at(2).value<ReferenceValue>().title, community);
    QCOMPARE(values.at(3).toString(), name.startsWith(u"中共") ? name : QString(u"中共" + name));
    Planned again(*m_book, path);
    QCOMPARE(again.plan.counts().same, 1);
}

void TestImporter::takesAGridLedger()
{
    const QStringList headings =
        u"网格编号|网格名称|四至|楼栋|户数(常住/户籍)|人口|网格长|电话|网格员|党支部|党员数"_qs.split(u'|');
    const QString path = writeSheets(
        m_folder->filePath(u"网格台账.xlsx"_qs),
        {{u"台账"_qs,
          u"东关社区网格台账"_qs,
          headings,
          {rowOf(
               u"610305100001001|第一网格|东至大街|雍城苑1-3幢、5幢|812/640|2,156|张三|13900000001|李四、王五|网格党支部|20"_qs),
           rowOf(
               u"|第七网格|西至小巷|金叶家园1、2号楼|505|1,301|赵六|13900000002|钱七|东关二支部，东关九支部|12"_qs)}}});
    Planned planned(*m_book, path, {}, u"grid"_qs);
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.row(0).state, RowState::Changed);
    QCOMPARE(planned.row(0).record, m_basics.grid);
    QCOMPARE(planned.row(1).state, RowState::New);
    QCOMPARE(planned.value(1, u"code"), u"610305100001007"_qs);
    QCOMPARE(planned.row(1).issues.size(), 1); // there is no 东关九支部
    QVERIFY(planned.row(1).issues.first().message.contains(u"东关九支部"));
    const auto result = Importer::run(**m_book, planned.plan);
    QVERIFY_RESULT(result);
    const auto rows = (*m_book)->reader().rows(u"grid"_qs, m_book->clock().today(), {m_basics.grid},
                                               {u"residentHouseholds"_qs, u"registeredHouseholds"_qs,
                                                u"residentPersons"_qs, u"leader"_qs, u"buildings"_qs, u"partyForm"_qs});
    const QVariantList values = rows->first().values;
    QCOMPARE(values.at(0).toInt(), 812);
    QCOMPARE(values.at(1).toInt(), 640);
    QCOMPARE(values.at(2).toInt(), 2156);
    QCOMPARE(values.at(3).value<ReferenceValue>().title, u"张三"_qs);
    QCOMPARE(values.at(4).toInt(), 4);
    QCOMPARE(values.at(5).toString(), u"gridBranch"_qs);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM estate"_qs), 2);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM building"_qs), 6);
    QCOMPARE(scalar(u"SELECT COUNT(*) FROM grid_post WHERE role = 'fullTimeWorker'"_qs), 3);
    QCOMPARE(scalar(u"SELECT o.id FROM party_org o JOIN grid g ON g.id = o.grid_id WHERE g.name = '第七网格'"_qs),
             m_basics.secondBranch);
    for (const ImportPolicy policy : {ImportPolicy::FillEmpty, ImportPolicy::Overwrite}) {
        Planned again(*m_book, path, {.policy = policy}, u"grid"_qs);
        for (int i = 0; i < again.plan.rows.size(); ++i) {
            for (const PlanChange &change : again.row(i).changes) {
                qWarning("row %d: %s", i, qPrintable(again.plan.targets.at(change.field).field.id));
            }
        }
        QCOMPARE(again.plan.counts().same, 2);
    }
}

void TestImporter::movesBuildings()
{
    const QStringList headings = u"网格编号|网格名称|小区|楼栋|网格长"_qs.split(u'|');
    const auto ledger = [&](const QString &name, const QString &first, const QString &second) {
        return writeSheets(m_folder->filePath(name),
                           {{u"台账"_qs,
                             {},
                             headings,
                             {rowOf(u"610305100001001|第一网格|雍城苑|"_qs + first + u"|张三"),
                              rowOf(u"610305100001002|第二网格|雍城苑|"_qs + second + u"|李四")}}});
    };
    Planned first(*m_book, ledger(u"a.xlsx"_qs, u"1-3幢"_qs, u"4-5幢"_qs), {.asOf = QDate(2026, 1, 1)}, u"grid"_qs);
    QVERIFY_RESULT(Importer::run(**m_book, first.plan));
    Planned second(*m_book, ledger(u"b.xlsx"_qs, u"1-2幢"_qs, u"3-5幢"_qs).replace(u"李四"_qs, u"李四"_qs),
                   {.policy = ImportPolicy::Overwrite}, u"grid"_qs);
    QCOMPARE(second.row(0).state, RowState::Same); // naming fewer sends none away
    QCOMPARE(second.row(1).state, RowState::Changed);
    QVERIFY_RESULT(Importer::run(**m_book, second.plan));
    const auto countAt = [&](RowId grid, QDate day) {
        return (*m_book)->reader().rows(u"grid"_qs, day, {grid}, {u"buildings"_qs})->first().values.first().toInt();
    };
    QCOMPARE(countAt(m_basics.grid, QDate(2026, 6, 30)), 3); // last quarter is unchanged
    QCOMPARE(countAt(m_basics.grid, QDate(2026, 9, 30)), 2);
    QCOMPARE(countAt(m_basics.secondGrid, QDate(2026, 9, 30)), 3);
}

void TestImporter::wrongRowsComeBack()
{
    const QString bad =
        memberLine(u"李四"_qs, 2, u"东关二支部"_qs).replace(madeUpId(u"19700315"_qs, 2), u"110105194912310021"_qs);
    Planned planned(*m_book, write({memberLine(u"张三"_qs, 1, u"东关一支部"_qs), bad, u"东关二支部（1人）"_qs,
                                    memberLine(u"王五"_qs, 3, {}).replace(u"2001-07-01"_qs, u"2001-13-01"_qs)}));
    QCOMPARE(wrongRowCount(planned.plan), 2);
    const QString path = m_folder->filePath(u"错误行.xlsx"_qs);
    QVERIFY_RESULT(writeWrongRows(planned.plan, path));
    // It is a spreadsheet of two rows with a reason, and can be imported when mended.
    Planned back(*m_book, path);
    QCOMPARE(back.error, QString());
    QCOMPARE(back.plan.rows.size(), 2);
    QCOMPARE(back.plan.counts().wrong, 2);
    const SheetLayout &layout = back.plan.source.sheets.first().layout;
    const auto reason = std::find_if(layout.columns.begin(), layout.columns.end(),
                                     [](const SheetColumn &column) { return column.heading == u"错误原因"; });
    QVERIFY(reason != layout.columns.end());
    QVERIFY2(back.row(0).cells.value(reason->index).text.contains(u"must be X"),
             qPrintable(back.row(0).cells.value(reason->index).text));
    back.mend(0, u"idNumber", u"11010519491231002X"_qs);
    back.mend(1, u"joinDate", u"2001-12-01"_qs);
    back.mend(1, u"fullDate", u"2002-12-01"_qs);
    const QString said = back.messages(0) + u'\n' + back.messages(1);
    QVERIFY2(back.plan.counts().added == 2, qPrintable(said));
    QCOMPARE(back.value(1, u"branch"), QString::number(m_basics.secondBranch));
    QVERIFY_RESULT(Importer::run(**m_book, back.plan));
}

void TestImporter::remembersMappings()
{
    const QStringList headings{u"大名"_qs, u"入党时间"_qs, u"码"_qs};
    QVERIFY(!recallImport((*m_book)->database(), u"member"_qs, headings)->has_value());
    ImportMemory memory;
    memory.columns = {{u"大名"_qs, u"name"_qs}, {u"码"_qs, u"idNumber"_qs}};
    memory.meanings[u"education"_qs].insert(u"夜大"_qs, u"31"_qs);
    QVERIFY_RESULT(rememberImport(**m_book, u"member"_qs, headings, memory));
    const auto recalled = recallImport((*m_book)->database(), u"member"_qs, {u"码"_qs, u" 大名"_qs, u"入党时间"_qs});
    QVERIFY_RESULT(recalled);
    QVERIFY(recalled->has_value());
    QCOMPARE((*recalled)->columns.value(u"码"_qs), u"idNumber"_qs);
    QCOMPARE((*recalled)->meanings.value(u"education"_qs).value(u"夜大"_qs), u"31"_qs);
    SheetLayout layout;
    layout.columns = {{.index = 0, .heading = u"大名"_qs}, {.index = 1, .heading = u"码"_qs, .field = u"code"_qs}};
    applyMemory(**recalled, &layout);
    QCOMPARE(layout.columnOf(u"name"_qs), 0);
    QCOMPARE(layout.columnOf(u"idNumber"_qs), 1);
}

// A sanity check of the order of magnitude, not a benchmark: 20,000 rows in an unoptimised build.
void TestImporter::manyRows()
{
    constexpr int count = 20'000;
    QByteArray csv = head.toUtf8().replace('|', ',') + '\n';
    for (int n = 0; n < count; ++n) {
        const QDate birth = QDate(1950, 1, 1).addDays(n % 10'000);
        csv += (u"张"_qs + QChar(u'一' + n % 5000) + u",,汉," +
                madeUpId(birth.toString(u"yyyyMMdd"_qs), 1 + n / 10'000) + u",本科,2001.7,2002.7,正式,东关一支部,139" +
                QString::number(n).rightJustified(8, u'0') + u",雍城苑" + QString::number(n) + u"幢,\n")
                   .toUtf8();
    }
    const QString path = writeText(m_folder->filePath(u"大.csv"_qs), csv);
    QElapsedTimer timer;
    timer.start();
    Planned planned(*m_book, path);
    const qint64 planning = timer.elapsed();
    QCOMPARE(planned.plan.counts().added, count);
    const auto result = Importer::run(**m_book, planned.plan);
    QVERIFY_RESULT(result);
    QCOMPARE(result->added, count);
    qInfo("%d rows: planned in %lld ms, written in %lld ms", count, planning, timer.elapsed() - planning);
    QVERIFY2(timer.elapsed() < 90'000, "something has become an order of magnitude slower"); // usually 10 to 20 s
}

// Whatever stands in the cells: no crash, and nothing that the book knew is blank afterwards.
void TestImporter::randomSheets()
{
    QRandomGenerator random(20260930);
    const QStringList pieces{u"张三"_qs,
                             u"李四"_qs,
                             madeUpId(u"19700315"_qs, 1),
                             madeUpId(u"19700315"_qs, 2),
                             u"男"_qs,
                             u"女"_qs,
                             u"2001.7"_qs,
                             u"2021.1"_qs,
                             u"一九七八年十月"_qs,
                             u"正式"_qs,
                             u"预备"_qs,
                             u"东关一支部"_qs,
                             u"东关二支部"_qs,
                             u"第一网格"_qs,
                             u"本科"_qs,
                             u"139 0000 0001"_qs,
                             u"#REF!"_qs,
                             u"无"_qs,
                             u"—"_qs,
                             u"√"_qs,
                             u"小计"_qs,
                             u"6.1E+17"_qs,
                             u"\u200b\u3000"_qs,
                             QString(),
                             QString(),
                             QString(),
                             QString(),
                             u"张三、李四"_qs,
                             u"=1+1"_qs,
                             u"'; DROP TABLE person; --"_qs,
                             QString(40'000, u'长'),
                             u"\U0001F600"_qs,
                             u"1e308"_qs,
                             u"-1"_qs};
    const QStringList headings =
        head.split(u'|') + QStringList{u"所属网格"_qs, u"党小组"_qs, u"是否流动"_qs, u"月交党费标准"_qs, u"怪列"_qs};
    const auto known = [&] {
        QMap<QString, int> filled;
        for (const QString &column :
             {u"name"_qs, u"id_number_index"_qs, u"birth"_qs, u"phone"_qs, u"education"_qs, u"sex"_qs}) {
            filled.insert(
                column,
                int(scalar(u"SELECT COUNT(*) FROM person WHERE voided_at IS NULL AND %1 IS NOT NULL"_qs.arg(column))));
        }
        return filled;
    };
    Planned start(*m_book,
                  write({memberLine(u"张三"_qs, 1, u"东关一支部"_qs), memberLine(u"李四"_qs, 2, u"东关二支部"_qs)}));
    QVERIFY_RESULT(Importer::run(**m_book, start.plan));
    for (int round = 0; round < 40; ++round) {
        QList<Row> rows;
        for (int i = 0; i < 12; ++i) {
            Row row;
            for (qsizetype column = 0; column < headings.size(); ++column) {
                const QString &piece = pieces.at(random.bounded(int(pieces.size())));
                row << (random.bounded(6) == 0 ? Cell::ofNumber(random.bounded(100'000) / 10.0,
                                                                QString::number(random.bounded(100'000) / 10.0))
                                               : Cell::ofText(piece));
            }
            rows << row;
        }
        const QString path = writeSheets(m_folder->filePath(u"r.csv"_qs), {{u"名册"_qs, {}, headings, rows}});
        QVERIFY(!path.isEmpty());
        const QMap<QString, int> before = known();
        Planned planned(*m_book, path,
                        {.policy = ImportPolicy::Overwrite,
                         .transfers = TransferChoice::Transfer,
                         .createMissing = round % 2 == 0});
        if (!planned.error.isEmpty()) {
            continue;
        }
        for (PlanRow &row : planned.plan.rows) {
            row.decision = RowDecision(random.bounded(5));
        }
        QVERIFY_RESULT(planned.planner().replanAll(planned.plan));
        const auto result = Importer::run(**m_book, planned.plan);
        if (!result) {
            QVERIFY2(result.error().kind != ErrorKind::Internal,
                     qPrintable(result.error().message + u" / " + result.error().detail));
            qInfo("round %d: %s / %s", round, qPrintable(result.error().message), qPrintable(result.error().detail));
        }
        const QMap<QString, int> after = known();
        for (auto it = before.cbegin(); it != before.cend(); ++it) {
            QVERIFY2(after.value(it.key()) >= it.value(), qPrintable(it.key()));
        }
    }
    QVERIFY((*m_book)->check({})->isEmpty());
}

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
