// What offices say in their lists besides what stands in the columns: over parts of a list, beside a name, in two
// columns for one thing. Nothing of it may become a person, and nothing of it may go without a word.
#include "core/base/partialdate.h"
#include "tests/core/exchange/rosters.h"
#include <QTemporaryDir>

using namespace gridbook;
using namespace gridbook::exchange;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class TestRosterHabits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void captions();
    void whereCaptionsEnd();
    void captionsBesideNumbers();
    void peopleAlone();
    void feet_data();
    void feet();
    void marksBesideNames_data();
    void marksBesideNames();
    void whoHasGone_data();
    void whoHasGone();
    void twoColumnsForOneThing_data();
    void twoColumnsForOneThing();
    void mobilesInEitherColumn();
    void otherSheets();
    void headsOfCounts();
    void contradictsTheBook();
    void fullTooSoon();
    void partsOfTheYear_data();
    void partsOfTheYear();
    void branchesOfGrids();

private:
    QString write(const QString &head, const QStringList &lines, const QString &title = {})
    {
        QList<Row> rows;
        for (const QString &line : lines) {
            rows << rowOf(line);
        }
        return writeSheets(m_folder->filePath(u"名册.xlsx"_qs), {{u"名册"_qs, title, head.split(u'|'), rows}});
    }
    std::unique_ptr<TestBook> m_book;
    TestBook::Basics m_basics;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRosterHabits::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestRosterHabits::cleanup()
{
    m_book.reset();
}

// The name stands first and there is no 序号: a caption looks like somebody of whom nothing is known.
void TestRosterHabits::captions()
{
    const auto person = [](const QString &name, int n) -> QString {
        return name + u"|男|" + madeUpId(u"19700101"_qs, 2 * n + 1) + u"|2001-07-01||东关一支部"_qs;
    };
    Planned planned(*m_book, write(u"姓名|性别|身份证号|入党时间|人员类别|所在党支部"_qs,
                                   {u"一、正式党员（2人）"_qs, person(u"张三"_qs, 1), person(u"李四"_qs, 2),
                                    u"预备党员"_qs, person(u"王五"_qs, 3), u"退休党员"_qs, person(u"赵六"_qs, 4)}));
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.plan.rows.size(), 4);
    QCOMPARE(planned.value(0, u"category"), u"full"_qs);
    QVERIFY(!planned.hasIssue(0, u"category", IssueLevel::Warning)); // it was said, over the part
    QCOMPARE(planned.value(2, u"name"), u"王五"_qs);
    QCOMPARE(planned.value(2, u"category"), u"probationary"_qs);
    QCOMPARE(planned.value(3, u"category"), u"full"_qs); // another caption ends the one before
}

void TestRosterHabits::whereCaptionsEnd()
{
    const auto person = [](const QString &name, int n) -> QString {
        return name + u"|男|" + madeUpId(u"19700101"_qs, 2 * n + 1) + u"|2001-07-01||东关一支部"_qs;
    };
    Planned planned(*m_book, write(u"姓名|性别|身份证号|入党时间|人员类别|所在党支部"_qs,
                                   {u"正式党员和预备党员名单"_qs, person(u"张三"_qs, 1), u"预备党员"_qs,
                                    person(u"李四"_qs, 2), u"合计：1人"_qs, person(u"王五"_qs, 3), u"预备（1人）"_qs,
                                    person(u"赵六"_qs, 4), u"正式（1人）"_qs, person(u"钱七"_qs, 5)}));
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.plan.rows.size(), 5);
    QStringList categories;
    for (int i = 0; i < 5; ++i) {
        categories << planned.value(i, u"category");
    }
    QCOMPARE(categories.join(u' '), u"full probationary full probationary full"_qs);
    QVERIFY(planned.hasIssue(0, u"category", IssueLevel::Warning)); // both are said, so nothing is
}

void TestRosterHabits::captionsBesideNumbers()
{
    const QString id = madeUpId(u"19700101"_qs, 1);
    Planned planned(*m_book,
                    write(u"序号|姓名|身份证号|入党时间|所在党支部"_qs,
                          {u"一|正式党员"_qs, u"1|张三|"_qs + id + u"|2001-07-01|东关一支部", u"（二）|预备党员"_qs}));
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.plan.rows.size(), 1);
    QCOMPARE(planned.value(0, u"name"), u"张三"_qs);
    QCOMPARE(planned.value(0, u"category"), u"full"_qs);
}

// Somebody of whom the row says hardly anything is still somebody.
void TestRosterHabits::peopleAlone()
{
    const QString id = madeUpId(u"19700101"_qs, 1);
    Planned planned(*m_book,
                    write(u"姓名|身份证号|入党时间|所在党支部"_qs,
                          {u"张三|"_qs + id + u"|2001-07-01|东关一支部", u"李四（小组长）"_qs, u"王五 预备党员"_qs,
                           u"|"_qs + madeUpId(u"19700101"_qs, 3) + u"|2001-07-01|东关一支部"}));
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.plan.rows.size(), 4);
    QCOMPARE(planned.value(1, u"name"), u"李四"_qs);
    QVERIFY(planned.hasIssue(2, u"name", IssueLevel::Warning));
    QVERIFY(!planned.hasIssue(1, u"name", IssueLevel::Warning));
    QCOMPARE(planned.row(3).state, RowState::Wrong); // the name is missing, and it is said
}

void TestRosterHabits::feet_data()
{
    QTest::addColumn<QString>("line");
    for (const QString &line : {u"本页小计：3人"_qs, u"第 1 页 共 2 页"_qs, u"2026年6月30日"_qs, u"以上共计三人"_qs,
                                u"（此表一式三份）"_qs, u"制表：王某"_qs, u"退休党员（5名）"_qs}) {
        QTest::addRow("%s", qPrintable(line)) << line;
    }
}

void TestRosterHabits::feet()
{
    QFETCH(const QString, line);
    const QString person = u"张三|男|"_qs + madeUpId(u"19700101"_qs, 1) + u"|2001-07-01|正式党员|东关一支部";
    Planned planned(*m_book, write(u"姓名|性别|身份证号|入党时间|人员类别|所在党支部"_qs, {person, line}));
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.plan.rows.size(), 1);
    QCOMPARE(planned.value(0, u"name"), u"张三"_qs);
}

void TestRosterHabits::marksBesideNames_data()
{
    QTest::addColumn<QString>("cells"); // name|sex|category
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isDoubted");
    QTest::addRow("probationary") << u"(预备)张三|男|"_qs << u"category"_qs << u"probationary"_qs << false;
    QTest::addRow("probationary, or not") << u"张三（预备）|男|正式党员"_qs << u"category"_qs << u"full"_qs << true;
    QTest::addRow("woman") << u"张三（女）||正式党员"_qs << u"sex"_qs << u"2"_qs << true; // the number says a man
    QTest::addRow("mobile") << u"张三（流动）|男|正式党员"_qs << u"mobile"_qs << u"true"_qs << false;
    QTest::addRow("lost") << u"张三【失联】|男|正式党员"_qs << u"lost"_qs << u"true"_qs << false;
}

void TestRosterHabits::marksBesideNames()
{
    QFETCH(const QString, cells);
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const bool, isDoubted);
    Planned planned(*m_book, write(u"姓名|性别|人员类别|身份证号|入党时间|所在党支部"_qs,
                                   {cells + u'|' + madeUpId(u"19700101"_qs, 1) + u"|2001-07-01|东关一支部"}));
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.value(0, u"name"), u"张三"_qs);
    QCOMPARE(planned.value(0, field), value);
    QCOMPARE(planned.hasIssue(0, field, IssueLevel::Warning), isDoubted);
    QVERIFY2(!planned.value(0, u"personNote").contains(u"姓名旁注"), qPrintable(planned.value(0, u"personNote")));
}

void TestRosterHabits::whoHasGone_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"张三（已故）"_qs, u"张三(转出)"_qs, u"张三【2025年去世】"_qs, u"张三（除名）"_qs}) {
        QTest::addRow("%s", qPrintable(name)) << name;
    }
}

void TestRosterHabits::whoHasGone()
{
    for (const QString &other : {u"张三（户口迁出）"_qs, u"张三（父亲已故）"_qs, u"张三（组织关系未转出）"_qs,
                                 u"张三（曾用名：张故）"_qs, u"张三（2025年转入）"_qs}) {
        Planned planned(*m_book,
                        write(u"姓名|性别|人员类别|身份证号|入党时间|所在党支部"_qs,
                              {other + u"|男|正式党员|" + madeUpId(u"19700101"_qs, 1) + u"|2001-07-01|东关一支部"}));
        QVERIFY2(planned.row(0).state == RowState::New, qPrintable(other));
    }
    QFETCH(const QString, name);
    Planned planned(*m_book,
                    write(u"姓名|性别|人员类别|身份证号|入党时间|所在党支部"_qs,
                          {name + u"|男|正式党员|" + madeUpId(u"19700101"_qs, 1) + u"|2001-07-01|东关一支部"}));
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.row(0).state, RowState::Wrong);
    QVERIFY(planned.hasIssue(0, u"name", IssueLevel::Error));
    planned.mend(0, u"name", u"张三"_qs); // the mark was wrong
    QCOMPARE(planned.row(0).state, RowState::New);
}

void TestRosterHabits::twoColumnsForOneThing_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("fields"); // one for each column; - for none
    QTest::addRow("telephones") << u"member"_qs << u"姓名|身份证号|联系电话|手机号"_qs
                                << u"name idNumber landline phone"_qs;
    QTest::addRow("telephones, the other way")
        << u"member"_qs << u"姓名|身份证号|手机号|联系电话"_qs << u"name idNumber phone landline"_qs;
    QTest::addRow("one telephone") << u"member"_qs << u"姓名|身份证号|联系电话"_qs << u"name idNumber phone"_qs;
    QTest::addRow("telephone and landline")
        << u"member"_qs << u"姓名|身份证号|联系电话|座机"_qs << u"name idNumber phone landline"_qs;
    QTest::addRow("somebody else's") << u"member"_qs << u"姓名|身份证号|联系电话|联系人|联系电话"_qs
                                     << u"name idNumber phone - -"_qs;
    QTest::addRow("a landline by its name")
        << u"member"_qs << u"姓名|身份证号|手机号|联系电话|固定电话（宅电）"_qs << u"name idNumber phone - landline"_qs;
    QTest::addRow("what is one thing only")
        << u"member"_qs << u"姓名|身份证号|电话|手机号码"_qs << u"name idNumber landline phone"_qs;
    QTest::addRow("addresses") << u"member"_qs << u"姓名|身份证号|现居住地|家庭住址"_qs
                               << u"name idNumber - address"_qs;
    QTest::addRow("names") << u"partyOrg"_qs << u"党组织名称|简称|组织类别"_qs << u"fullName shortName type"_qs;
    QTest::addRow("short names") << u"partyOrg"_qs << u"党组织全称|党组织简称|组织类别"_qs
                                 << u"fullName shortName type"_qs;
    QTest::addRow("one name") << u"partyOrg"_qs << u"党组织名称|组织类别|上级党组织"_qs << u"shortName type parent"_qs;
}

void TestRosterHabits::twoColumnsForOneThing()
{
    QFETCH(const QString, registry);
    QFETCH(const QString, head);
    QFETCH(const QString, fields);
    const auto source =
        proposeSource(write(head, {QString(head.count(u'|'), u'|')}), *(*m_book)->catalog().registry(registry));
    QVERIFY_RESULT(source);
    QStringList found;
    for (const SheetColumn &column : source->sheets.first().layout.columns) {
        found << (column.field.isEmpty() ? u"-"_qs : column.field);
    }
    QCOMPARE(found.join(u' '), fields);
    QCOMPARE(source->sheets.first().layout.unread().size(), found.count(u"-"_qs));
}

void TestRosterHabits::mobilesInEitherColumn()
{
    const QString id = madeUpId(u"19700101"_qs, 1);
    const QString head = u"姓名|身份证号|入党时间|所在党支部|联系电话|手机号"_qs;
    const auto telephones = [&](const QString &cells) {
        Planned planned(*m_book, write(head, {u"张三|%1|2001-07-01|东关一支部|%2"_qs.arg(id, cells)}));
        return QStringList{planned.value(0, u"phone"), planned.value(0, u"landline"), planned.value(0, u"personNote")};
    };
    QCOMPARE(telephones(u"0917-7212345|13800000001"_qs), (QStringList{u"13800000001"_qs, u"0917-7212345"_qs, {}}));
    QCOMPARE(telephones(u"13800000002|"_qs), (QStringList{u"13800000002"_qs, {}, {}}));
    QCOMPARE(telephones(u"13800000001|13800000001"_qs), (QStringList{u"13800000001"_qs, {}, {}}));
    const QStringList both = telephones(u"13800000002|13800000001"_qs);
    QCOMPARE(both.first(), u"13800000001"_qs);
    QVERIFY(both.at(1).isEmpty());
    QVERIFY2(both.at(2).contains(u"13800000002"), qPrintable(both.at(2)));
}

void TestRosterHabits::otherSheets()
{
    const auto groupOf = [](const QString &sheet) {
        SheetInfo info;
        info.name = sheet;
        return understandSheet({}, info, {}, {}).group;
    };
    QCOMPARE(groupOf(u"东关一支部"_qs), u"东关一支部"_qs);
    QCOMPARE(groupOf(u"第二小组"_qs), u"第二小组"_qs);
    QCOMPARE(groupOf(u"一支部党小组"_qs), u"一支部党小组"_qs);
    QCOMPARE(groupOf(u"领导小组"_qs), QString());
    QCOMPARE(groupOf(u"志愿服务小组成员"_qs), QString());
}

// 户数 over 常住 and 户籍.
void TestRosterHabits::headsOfCounts()
{
    Planned grids(
        *m_book,
        writeText(
            m_folder->filePath(u"台账.csv"_qs),
            u"网格编号,网格名称,户数,,人口,\n,,常住,户籍,常住,户籍\n610305100001009,第九网格,812,640,2003,1500\n"_qs
                .toUtf8()),
        {}, u"grid"_qs);
    QCOMPARE(grids.error, QString());
    QCOMPARE(grids.value(0, u"residentHouseholds"), u"812"_qs);
    QCOMPARE(grids.value(0, u"registeredHouseholds"), u"640"_qs);
    QCOMPARE(grids.value(0, u"residentPersons"), u"2003"_qs);
    QCOMPARE(grids.value(0, u"registeredPersons"), u"1500"_qs);
}

// The roster is right: the office is asked, and not told to mend it.
void TestRosterHabits::contradictsTheBook()
{
    const QString head = u"姓名|身份证号|入党时间|转正时间|人员类别|所在党支部"_qs;
    const QString id = madeUpId(u"19700315"_qs, 1);
    const QString before = u"张三|"_qs + id + u"|2025-03-01||预备党员|东关一支部";
    const QString after = u"张三|"_qs + id + u"|2025-03-01|2026-03-01|正式党员|东关一支部";
    Planned first(*m_book, write(head, {before}), {.increase = u"1"_qs});
    QCOMPARE(first.error, QString());
    QVERIFY_RESULT(Importer::run(**m_book, first.plan));

    Planned second(*m_book, write(head, {after}));
    QCOMPARE(second.row(0).state, RowState::Conflict);
    QVERIFY(!second.row(0).hasErrors());
    second.plan.rows[0].decision = RowDecision::Overwrite;
    QVERIFY_RESULT(second.planner().replan(second.plan, {0}));
    QCOMPARE(second.row(0).state, RowState::Changed);
    QVERIFY_RESULT(Importer::run(**m_book, second.plan));

    // A row that is wrong in itself stays wrong.
    Planned third(*m_book, write(head, {u"张三|"_qs + id + u"|2025-03-01|2024-03-01|正式党员|东关一支部"}),
                  {.policy = ImportPolicy::Overwrite});
    QCOMPARE(third.row(0).state, RowState::Wrong);
}

void TestRosterHabits::fullTooSoon()
{
    const QString head = u"姓名|身份证号|入党时间|转正时间|人员类别|所在党支部"_qs;
    const QString id = madeUpId(u"19700315"_qs, 1);
    const auto isDoubted = [&](const QString &joined, const QString &full) {
        Planned planned(*m_book,
                        write(head, {u"张三|%1|%2|%3|正式党员|东关一支部"_qs.arg(id, joined, full)},
                              u"党员花名册（2026年6月30日）"_qs),
                        {.increase = u"1"_qs});
        return planned.hasIssue(0, u"category", IssueLevel::Warning);
    };
    QVERIFY(isDoubted(u"2026-04-01"_qs, {}));
    QVERIFY(isDoubted(u"2025-07-01"_qs, {}));
    QVERIFY(!isDoubted(u"2025-06-30"_qs, {}));
    QVERIFY(!isDoubted(u"2003-07-01"_qs, {}));
}

void TestRosterHabits::partsOfTheYear_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QDate>("day");
    QTest::addRow("quarter") << u"东关社区2026年第二季度党员花名册"_qs << QDate(2026, 6, 30);
    QTest::addRow("digit") << u"2026年1季度党员花名册"_qs << QDate(2026, 3, 31);
    QTest::addRow("short") << u"2025年四季度党员情况"_qs << QDate(2025, 12, 31);
    QTest::addRow("half") << u"党员花名册（2026年上半年）"_qs << QDate(2026, 6, 30);
    QTest::addRow("not over yet") << u"2026年第四季度党员花名册"_qs << QDate(2026, 9, 30);
    QTest::addRow("a day beside the quarter")
        << u"2026年第二季度党员花名册（截至2026年9月5日）"_qs << QDate(2026, 9, 5);
    QTest::addRow("month") << u"2026年4月党员花名册"_qs << QDate(2026, 4, 30);
    QTest::addRow("year") << u"2025年党员花名册"_qs << QDate(2025, 12, 31);
}

void TestRosterHabits::partsOfTheYear()
{
    QFETCH(const QString, title);
    QFETCH(const QDate, day);
    SheetLayout layout;
    layout.title = title;
    layout.year = title.contains(u"2025") ? 2025 : 2026;
    QCOMPARE(rosterDay(layout, QDate(2026, 9, 30)), day);
}

// A branch that a ledger names and the book does not have is made where the office says so, once, and lies in its grid.
void TestRosterHabits::branchesOfGrids()
{
    Planned none(*m_book,
                 write(u"网格编号|网格名称|党支部"_qs,
                       {u"610305100001008|第八网格|无党支部"_qs, u"610305100001009|第九网格|2个党支部"_qs}),
                 {.createMissing = true}, u"grid"_qs);
    QCOMPARE(none.value(0, gridledger::branches) + none.value(1, gridledger::branches), QString());
    const QString path =
        write(u"网格编号|网格名称|党支部"_qs, {u"610305100001008|第八网格|第八网格党支部"_qs,
                                               u"610305100001009|第九网格|第八网格党支部、东关一支部"_qs});
    Planned without(*m_book, path, {}, u"grid"_qs);
    QCOMPARE(without.error, QString());
    QVERIFY(without.messages(0).contains(u"第八网格党支部"));
    Planned with(*m_book, path, {.createMissing = true}, u"grid"_qs);
    QCOMPARE(with.value(0, gridledger::branches), u"第八网格党支部"_qs);
    const auto result = Importer::run(**m_book, with.plan);
    QVERIFY_RESULT(result);
    QCOMPARE(result->created, QStringList{u"第八网格党支部"_qs});
    const auto where = (*m_book)->database().scalar(
        u"SELECT g.name || ' ' || s.type || ' ' || o.division_id FROM party_org o JOIN org_state s ON s.org_id = o.id "
        "JOIN grid g ON g.id = o.grid_id WHERE s.short_name = ?"_qs,
        {u"第八网格党支部"_qs});
    QVERIFY_RESULT(where);
    QCOMPARE(where->toString(), u"第九网格 branch "_qs + QString::number(m_basics.community)); // the last who names it
}

QTEST_GUILESS_MAIN(TestRosterHabits)
#include "tst_rosterhabits.moc"
