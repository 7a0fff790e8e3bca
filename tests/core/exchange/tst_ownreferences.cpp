// Lists whose rows name one another: organisations with their superiors, divisions with those above them.
#include "core/exchange/ownreferences.h"
#include "tests/core/exchange/rosters.h"
#include "tests/support/testing.h"
#include <QTemporaryDir>

using namespace gridbook;
using namespace gridbook::exchange;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class TestOwnReferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void superiorsOfTheSameFile_data();
    void superiorsOfTheSameFile();
    void theBookComesFirst();
    void knownBySomethingElse();
    void whatIsNotTakenIn();
    void ranks_data();
    void ranks();
    void ofOneName();
    void circles();
    void mendedSuperiors();
    void movesBelowANewOne();
    void laidOverARowWithASuperior();
    void divisions();

private:
    // name, type, superior
    QString orgs(const QStringList &lines)
    {
        QList<Row> rows;
        for (const QString &line : lines) {
            rows << rowOf(line);
        }
        return writeSheets(m_folder->filePath(u"党组织.xlsx"_qs),
                           {{u"党组织"_qs, {}, {u"党组织名称"_qs, u"组织类别"_qs, u"上级党组织"_qs}, rows}});
    }
    // "name<superior" of every organisation that is not of the basics, in the order of their names.
    QStringList tree()
    {
        const QDate today = m_book->clock().today();
        const auto ids = (*m_book)->reader().ids({u"partyOrg"_qs, today, {}, {}, {}, {}});
        const auto rows =
            (*m_book)->reader().rows(u"partyOrg"_qs, today, ids.valueOr({}), {u"shortName"_qs, u"parent"_qs});
        QStringList lines;
        for (const RowData &row : rows.valueOr({})) {
            if (!m_before.contains(row.id)) {
                lines << row.values.at(0).toString() + u'<' + row.values.at(1).value<ReferenceValue>().title;
            }
        }
        lines.sort();
        return lines;
    }
    std::unique_ptr<TestBook> m_book;
    TestBook::Basics m_basics;
    std::unique_ptr<QTemporaryDir> m_folder;
    QList<RowId> m_before;
};

void TestOwnReferences::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
    m_folder = std::make_unique<QTemporaryDir>();
    m_before = (*m_book)->reader().ids({u"partyOrg"_qs, m_book->clock().today(), {}, {}, {}, {}}).valueOr({});
}

void TestOwnReferences::superiorsOfTheSameFile_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<bool>("createMissing");
    const QStringList down{u"北街社区党委|党委|"_qs, u"北街社区第一党总支|党总支|中共北街社区委员会"_qs,
                           u"北街社区第一党支部|党支部|北街社区第一党总支部"_qs,
                           u"北街社区第一党小组|党小组|北街社区第一支部"_qs};
    const QStringList up{down.rbegin(), down.rend()};
    QTest::newRow("from above") << down << false;
    QTest::newRow("from below") << up << false;
    QTest::newRow("from above, what is missing is made") << down << true;
    QTest::newRow("from below, what is missing is made") << up << true;
}

void TestOwnReferences::superiorsOfTheSameFile()
{
    QFETCH(const QStringList, lines);
    QFETCH(const bool, createMissing);
    Planned planned(*m_book, orgs(lines), {.createMissing = createMissing}, u"partyOrg"_qs);
    QCOMPARE(planned.error, QString());
    QVERIFY(planned.plan.questions.isEmpty());
    for (int at = 0; at < lines.size(); ++at) {
        QVERIFY2(planned.row(at).state == RowState::New, qPrintable(planned.messages(at)));
    }
    const auto result = Importer::run(**m_book, planned.plan);
    QVERIFY_RESULT(result);
    QCOMPARE(result->added, 4);
    QCOMPARE(result->created, QStringList());
    QCOMPARE(tree(), (QStringList{u"北街社区党委<"_qs, u"北街社区第一党小组<北街社区第一党支部"_qs,
                                  u"北街社区第一党总支<北街社区党委"_qs, u"北街社区第一党支部<北街社区第一党总支"_qs}));
    QVERIFY((*m_book)->check({})->isEmpty());
    Planned again(*m_book, orgs(lines), {.createMissing = createMissing}, u"partyOrg"_qs);
    QCOMPARE(again.plan.counts().same, 4);
    QVERIFY_RESULT((*m_book)->undoBatch(result->batch));
    QCOMPARE(tree(), QStringList());
}

void TestOwnReferences::theBookComesFirst()
{
    const QString known =
        (*m_book)->reader().title(u"partyOrg"_qs, m_book->clock().today(), m_basics.generalBranch).valueOr({});
    Planned planned(*m_book, orgs({u"东关社区第九党支部|党支部|"_qs + known, known + u"|党总支|"_qs}), {},
                    u"partyOrg"_qs);
    QCOMPARE(planned.value(0, u"parent").toLongLong(), m_basics.generalBranch);
    QCOMPARE(planned.row(1).state, RowState::Same);
    QVERIFY_RESULT(Importer::run(**m_book, planned.plan));
    QCOMPARE(tree(), QStringList{u"东关社区第九党支部<"_qs + known});
}

// The superior's row means a record of the book that has another name there.
void TestOwnReferences::knownBySomethingElse()
{
    auto work = (*m_book)->begin({u"edit"_qs, u"x"_qs, {}, {}});
    QVERIFY_RESULT((*work)->update(u"party_org"_qs, m_basics.generalBranch, 0, {{u"code"_qs, u"123456789012"_qs}}));
    QVERIFY_RESULT((*m_book)->commit(**work));
    const QString path = writeSheets(m_folder->filePath(u"党组织.xlsx"_qs),
                                     {{u"党组织"_qs,
                                       {},
                                       {u"党组织名称"_qs, u"组织类别"_qs, u"上级党组织"_qs, u"组织代码"_qs},
                                       {rowOf(u"东关社区第九党支部|党支部|东关城市社区党总支|"_qs),
                                        rowOf(u"东关城市社区党总支|党总支||123456789012"_qs)}}});
    Planned planned(*m_book, path, {}, u"partyOrg"_qs);
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.row(1).record, m_basics.generalBranch);
    QCOMPARE(planned.value(0, u"parent").toLongLong(), m_basics.generalBranch);
}

void TestOwnReferences::whatIsNotTakenIn()
{
    Planned planned(*m_book,
                    orgs({u"北街社区党委|不知道|"_qs, u"北街社区第一党总支|党总支|北街社区党委"_qs,
                          u"北街社区第一党支部|党支部|北街社区第一党总支"_qs, u"北街社区第二党支部|党支部|"_qs}),
                    {.unknownToNote = false}, u"partyOrg"_qs);
    QCOMPARE(planned.row(0).state, RowState::Wrong);
    QCOMPARE(planned.row(1).state, RowState::Wrong);
    QVERIFY2(planned.messages(1).contains(u"北街社区党委"), qPrintable(planned.messages(1)));
    QVERIFY2(planned.messages(1).contains(u'2'), qPrintable(planned.messages(1))); // the row of the file
    QCOMPARE(planned.row(2).state, RowState::Wrong);
    QCOMPARE(planned.row(3).state, RowState::New);
    QVERIFY_RESULT(Importer::run(**m_book, planned.plan));
    QCOMPARE(tree().size(), 1);
    planned.plan.bookState = 0; // the book is another one by now
    planned.mend(0, u"type", u"党委"_qs);
    for (int at = 0; at < 3; ++at) {
        QVERIFY2(planned.row(at).state == RowState::New, qPrintable(planned.messages(at)));
    }
}

void TestOwnReferences::ranks_data()
{
    QTest::addColumn<QString>("above");
    QTest::addColumn<QString>("below");
    QTest::addColumn<bool>("fits");
    QTest::newRow("branch below general branch") << u"党总支"_qs << u"党支部"_qs << true;
    QTest::newRow("general branch below branch") << u"党支部"_qs << u"党总支"_qs << false;
    QTest::newRow("branch below branch") << u"党支部"_qs << u"党支部"_qs << false;
    QTest::newRow("group below branch") << u"党支部"_qs << u"党小组"_qs << true;
    QTest::newRow("group below general branch") << u"党总支"_qs << u"党小组"_qs << false;
    QTest::newRow("branch below a functional one") << u"功能型党支部"_qs << u"党支部"_qs << false;
}

void TestOwnReferences::ranks()
{
    QFETCH(const QString, above);
    QFETCH(const QString, below);
    QFETCH(const bool, fits);
    Planned planned(*m_book, orgs({u"北街甲|"_qs + above + u'|', u"北街乙|"_qs + below + u"|北街甲"_qs}), {},
                    u"partyOrg"_qs);
    QCOMPARE(planned.row(1).state, fits ? RowState::New : RowState::Wrong);
    QCOMPARE(planned.hasIssue(1, u"parent", IssueLevel::Error), !fits);
}

// The name of one on the office's list is the name of another on its seal: which of them is meant is not guessed.
void TestOwnReferences::ofOneName()
{
    const QString path = writeSheets(
        m_folder->filePath(u"党组织.xlsx"_qs),
        {{u"党组织"_qs,
          {},
          {u"党组织名称"_qs, u"全称"_qs, u"组织类别"_qs, u"上级党组织"_qs},
          {rowOf(u"北街党总支|中共城关北街二号院总支部委员会|党总支|"_qs), rowOf(u"城关北街二号院党总支||党总支|"_qs),
           rowOf(u"北街第一党支部|中共北街第一支部委员会|党支部|城关北街二号院总支"_qs)}}});
    Planned planned(*m_book, path, {}, u"partyOrg"_qs);
    QCOMPARE(planned.row(2).state, RowState::Wrong);
    QCOMPARE(planned.plan.questions.size(), 1);
}

void TestOwnReferences::circles()
{
    Planned planned(*m_book, orgs({u"北街甲党支部|党支部|北街甲党支部"_qs}), {}, u"partyOrg"_qs);
    QCOMPARE(planned.row(0).state, RowState::Wrong);
    const QString path =
        writeSheets(m_folder->filePath(u"区划.xlsx"_qs),
                    {{u"区划"_qs,
                      {},
                      {u"名称"_qs, u"区划代码"_qs, u"级别"_qs, u"上级"_qs},
                      {rowOf(u"甲街道|610399001|街道|乙街道"_qs), rowOf(u"乙街道|610399002|街道|甲街道"_qs)}}});
    Planned divisions(*m_book, path, {}, u"division"_qs);
    QCOMPARE(divisions.error, QString());
    QCOMPARE(divisions.row(0).state, RowState::Wrong);
    QCOMPARE(divisions.row(1).state, RowState::Wrong);
}

// The name of the superior is mended, in its own row: those below it find it.
void TestOwnReferences::mendedSuperiors()
{
    Planned planned(*m_book, orgs({u"北街社区第一党支部|党支部|北街社区党总支"_qs, u"北街设区党总支|党总支|"_qs}), {},
                    u"partyOrg"_qs);
    QCOMPARE(planned.row(0).state, RowState::Wrong);
    QCOMPARE(planned.plan.questions.size(), 1);
    planned.mend(1, u"shortName", u"北街社区党总支"_qs);
    QVERIFY2(planned.row(0).state == RowState::New, qPrintable(planned.messages(0)));
    QVERIFY(planned.plan.questions.isEmpty());
    QVERIFY_RESULT(Importer::run(**m_book, planned.plan));
    QCOMPARE(tree(), (QStringList{u"北街社区党总支<"_qs, u"北街社区第一党支部<北街社区党总支"_qs}));
}

void TestOwnReferences::movesBelowANewOne()
{
    const QString known =
        (*m_book)->reader().title(u"partyOrg"_qs, m_book->clock().today(), m_basics.secondBranch).valueOr({});
    Planned planned(*m_book, orgs({known + u"|党支部|东关社区第二党总支"_qs, u"东关社区第二党总支|党总支|"_qs}),
                    {.policy = ImportPolicy::Overwrite}, u"partyOrg"_qs);
    QVERIFY2(planned.row(0).state == RowState::Changed, qPrintable(planned.messages(0)));
    QVERIFY_RESULT(Importer::run(**m_book, planned.plan));
    const auto rows =
        (*m_book)->reader().rows(u"partyOrg"_qs, m_book->clock().today(), {m_basics.secondBranch}, {u"parent"_qs});
    QCOMPARE(rows->first().values.first().value<ReferenceValue>().title, u"东关社区第二党总支"_qs);
    QVERIFY((*m_book)->check({})->isEmpty());
}

// The second row of an organisation says no superior, so it could be written before the first.
void TestOwnReferences::laidOverARowWithASuperior()
{
    Planned planned(
        *m_book,
        orgs({u"北街第一党支部|党支部|北街党总支"_qs, u"北街党总支|党总支|"_qs, u"北街第一党支部|联合党支部|"_qs}), {},
        u"partyOrg"_qs);
    QCOMPARE(planned.row(2).state, RowState::Conflict);
    planned.plan.rows[2].decision = RowDecision::Overwrite;
    QVERIFY_RESULT(planned.planner().replan(planned.plan, {2}));
    QVERIFY2(planned.row(2).state == RowState::Changed, qPrintable(planned.messages(2)));
    QVERIFY_RESULT(Importer::run(**m_book, planned.plan));
    QCOMPARE(tree(), (QStringList{u"北街党总支<"_qs, u"北街第一党支部<北街党总支"_qs}));
    const auto type = (*m_book)->database().scalar(
        u"SELECT type FROM org_state WHERE short_name = '北街第一党支部' AND voided_at IS NULL"_qs);
    QVERIFY_RESULT(type);
    QCOMPARE(type->toString(), u"jointBranch"_qs);
}

void TestOwnReferences::divisions()
{
    const QString path =
        writeSheets(m_folder->filePath(u"区划.xlsx"_qs),
                    {{u"区划"_qs,
                      {},
                      {u"名称"_qs, u"区划代码"_qs, u"级别"_qs, u"上级"_qs},
                      {rowOf(u"金台社区|610399001001|社区|甲街道"_qs), rowOf(u"甲街道|610399001|街道|"_qs)}}});
    Planned planned(*m_book, path, {}, u"division"_qs);
    QCOMPARE(planned.error, QString());
    QVERIFY2(planned.row(0).state == RowState::New, qPrintable(planned.messages(0)));
    QVERIFY_RESULT(Importer::run(**m_book, planned.plan));
    const auto above = (*m_book)->database().scalar(
        u"SELECT p.name FROM division d JOIN division p ON p.id = d.parent_id WHERE d.name = '金台社区'"_qs);
    QVERIFY_RESULT(above);
    QCOMPARE(above->toString(), u"甲街道"_qs);
}

QTEST_GUILESS_MAIN(TestOwnReferences)
#include "tst_ownreferences.moc"
