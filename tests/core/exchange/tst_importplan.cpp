// One test for each sort of mess that rosters of the trade hold, and the rule for it.
#include "core/base/partialdate.h"
#include "core/exchange/orgnames.h"
#include "core/party/orgcommands.h"
#include "tests/core/exchange/rosters.h"
#include <QTemporaryDir>

using namespace gridbook;
using namespace gridbook::exchange;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

const QString head = u"姓名|性别|民族|身份证号|学历|入党时间|转正时间|人员类别|所在党支部|联系电话|备注"_qs;

} // namespace

class TestImportPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void titlesAndReportDate();
    void twoRowHeads();
    void groupsSubtotalsFootnotes();
    void nestedGroups();
    void ledgersHaveNoGroups();
    void gridsStandUnderTheirCommunity();
    void gridsRepeatNoCommunity();
    void sheetsOfBranchesAndHiddenRows();
    void dates_data();
    void dates();
    void numberDateIsAsked();
    void ids_data();
    void ids();
    void otherDocuments_data();
    void otherDocuments();
    void birthFollowsTheNumber_data();
    void birthFollowsTheNumber();
    void disagreesWithTheNumber_data();
    void disagreesWithTheNumber();
    void namesakes_data();
    void namesakes();
    void phones_data();
    void phones();
    void names_data();
    void names();
    void dictionaries_data();
    void dictionaries();
    void manyPeopleInACell_data();
    void manyPeopleInACell();
    void counts_data();
    void counts();
    void communityByCode();
    void duplicates();
    void knownByNameAndBirthOrPhone();
    void sharedPhones();
    void encodings_data();
    void encodings();
    void transfers();
    void unknownCodes();
    void remarksInBrackets_data();
    void remarksInBrackets();
    void unknownBranches();
    void formerNames();
    void organisationNames_data();
    void organisationNames();
    void listOfSeals();
    void blankNeverClears();
    void policies();
    void requiresAName();
    void absentColumnsDoNotBlock();
    void maskedExports();
    void mendsOneRow();
    void refusesForeignSheets();

private:
    QString write(const QList<Row> &rows, const QString &name = u"花名册.xlsx"_qs, const QString &title = {});
    QString line(const QString &name, const QString &id, const QString &branch = u"东关一支部"_qs) const
    {
        return name + u"|||" + id + u"|本科|2001-07-01|2002-07-01|正式党员|" + branch + u"|13800001111|";
    }
    std::unique_ptr<TestBook> m_book;
    TestBook::Basics m_basics;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImportPlan::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestImportPlan::cleanup()
{
    m_book.reset();
}

QString TestImportPlan::write(const QList<Row> &rows, const QString &name, const QString &title)
{
    return writeSheets(m_folder->filePath(name), {{u"名册"_qs, title, head.split(u'|'), rows}});
}

void TestImportPlan::titlesAndReportDate()
{
    Planned planned(*m_book, write({rowOf(line(u"张三"_qs, madeUpId(u"19700101"_qs, 1)))}, u"a.xlsx"_qs,
                                   u"东关社区党员花名册（截至2026年6月30日）"_qs));
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.plan.rows.size(), 1);
    QCOMPARE(planned.plan.choices.asOf, QDate(2026, 6, 30));
    QCOMPARE(planned.value(0, u"since"), u"2026-06-30"_qs);
    const QDate today(2026, 9, 30);
    SheetLayout layout;
    QCOMPARE(rosterDay(layout, today), today);
    layout.year = 2025;
    QCOMPARE(rosterDay(layout, today), QDate(2025, 12, 31));
    layout.reportDate = u"2026年8月"_qs;
    QCOMPARE(rosterDay(layout, today), QDate(2026, 8, 31));
    layout.reportDate = u"2027-01-01"_qs; // no roster of tomorrow
    QCOMPARE(rosterDay(layout, today), today);
}

void TestImportPlan::twoRowHeads()
{
    const QString id = madeUpId(u"19700101"_qs, 1);
    const QString path = writeText(
        m_folder->filePath(u"a.csv"_qs),
        (u"基本情况,,,组织情况,\n姓名,性别,身份证号,入党时间,所在党支部\n张三,男,"_qs + id + u",2001.7.1,东关一支部\n")
            .toUtf8());
    Planned planned(*m_book, path);
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.plan.rows.size(), 1);
    QCOMPARE(planned.value(0, u"name"), u"张三"_qs);
    QCOMPARE(planned.value(0, u"idNumber"), id);
    QCOMPARE(planned.value(0, u"joinDate"), u"2001-07-01"_qs);
    QCOMPARE(planned.value(0, u"branch"), QString::number(m_basics.branch));
}

void TestImportPlan::groupsSubtotalsFootnotes()
{
    const auto person = [](int n) {
        return rowOf(u"张"_qs + QChar(u'甲' + n * 13) + u"三|||" + madeUpId(u"19700101"_qs, 2 * n + 1) +
                     u"||2001-07-01|||||");
    };
    Planned planned(*m_book, write({rowOf(u"东关一支部 (2人)"_qs), person(1), person(2), rowOf(u"小计|2"_qs),
                                    rowOf(u"第二支部（1人）"_qs), person(3), rowOf(u"合计|3"_qs),
                                    rowOf(u"注：本表一式两份"_qs), rowOf(u"填表人：|||审核人："_qs)}));
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.plan.rows.size(), 3);
    QCOMPARE(planned.value(0, u"branch"), QString::number(m_basics.branch));
    QCOMPARE(planned.value(1, u"branch"), QString::number(m_basics.branch));
    QCOMPARE(planned.value(2, u"branch"), QString::number(m_basics.secondBranch)); // 东关二支部 is 第二支部 here
    QVERIFY(planned.plan.notesLeftOut >= 5);
}

// Numbered branches with their groups below them: every branch has a first group of its own.
void TestImportPlan::nestedGroups()
{
    const auto person = [](int n) {
        return rowOf(u"张"_qs + QChar(u'甲' + n * 13) + u"三|||" + madeUpId(u"19700101"_qs, 2 * n + 1) +
                     u"||2001-07-01|||||");
    };
    const QString path =
        write({rowOf(u"一、东关一支部（2名）"_qs), rowOf(u"第一党小组"_qs), person(1), rowOf(u"第二党小组："_qs),
               person(2), rowOf(u"其中：女党员0名"_qs), rowOf(u"（二）西街支部"_qs), person(3),
               rowOf(u"第一党小组（1人）"_qs), person(4), rowOf(u"共4人"_qs)});
    Planned planned(*m_book, path, {.createMissing = true});
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.plan.rows.size(), 4);
    QCOMPARE(planned.plan.counts().added, 4);
    QCOMPARE(planned.value(0, u"branch"), QString::number(m_basics.branch));
    QCOMPARE(planned.value(1, u"branch"), QString::number(m_basics.branch));
    QCOMPARE(planned.value(2, u"branch"), planned.value(3, u"branch"));
    QCOMPARE(planned.value(2, u"group"), QString()); // of the branch itself
    QCOMPARE(planned.plan.newReferences.size(), 4);  // 西街支部 and three groups
    QVERIFY(planned.value(0, u"group") != planned.value(1, u"group"));
    QVERIFY(planned.value(0, u"group") != planned.value(3, u"group"));
    QVERIFY_RESULT(Importer::run(**m_book, planned.plan));
    QCOMPARE((*m_book)
                 ->database()
                 .scalar(u"SELECT COUNT(*) FROM affiliation a JOIN org_state g ON g.org_id = a.group_id AND g.type = "
                         "'group' AND g.parent_id = a.org_id"_qs)
                 ->toInt(),
             3);
    QVERIFY((*m_book)->check({})->isEmpty());
    Planned again(*m_book, path);
    QCOMPARE(again.plan.counts().same, 4);
}

void TestImportPlan::ledgersHaveNoGroups()
{
    const QString path = writeSheets(
        m_folder->filePath(u"网格台账.xlsx"_qs),
        {{u"网格台账"_qs,
          u"东关社区网格台账"_qs,
          {u"网格编号"_qs, u"网格名称"_qs, u"网格长"_qs, u"四至"_qs},
          {rowOf(u"610305100001003|第三网格|赵六|东至大街"_qs), rowOf(u"|第四网格"_qs), rowOf(u"合计|2"_qs)}}});
    Planned grids(*m_book, path, {}, u"grid"_qs);
    QCOMPARE(grids.error, QString());
    QCOMPARE(grids.plan.source.sheets.first().layout.group, QString());
    QCOMPARE(grids.plan.rows.size(), 2); // a name alone in its row is a record, no heading of a group
    QCOMPARE(grids.value(0, u"division"), QString::number(m_basics.community));
    QCOMPARE(grids.value(1, u"name"), u"第四网格"_qs);
    QCOMPARE(grids.row(0).group + grids.row(1).group, QString());

    const QString organisations = writeSheets(
        m_folder->filePath(u"党组织.xlsx"_qs),
        {{u"党支部"_qs, {}, {u"党组织名称"_qs, u"全称"_qs, u"组织类别"_qs}, {rowOf(u"东关社区第三党支部"_qs)}}});
    Planned orgs(*m_book, organisations, {}, u"partyOrg"_qs);
    QCOMPARE(orgs.error, QString());
    QCOMPARE(orgs.plan.rows.size(), 1);
    for (const RegistrySpec &spec : m_book->catalog().registries()) {
        const LayoutOptions options = layoutOptions(spec);
        QVERIFY2(spec.field(u"branch") != nullptr || options.groupWords.isEmpty(), qPrintable(spec.id));
    }
}

void TestImportPlan::gridsStandUnderTheirCommunity()
{
    auto work = (*m_book)->begin({u"create"_qs, u"x"_qs, {}, {}});
    QVERIFY_RESULT(work);
    const auto other = (*work)->insert(
        u"division"_qs,
        {{u"code"_qs, u"610305100002"_qs}, {u"name"_qs, u"南环社区"_qs}, {u"level"_qs, u"community"_qs}});
    QVERIFY_RESULT(other);
    QVERIFY_RESULT((*m_book)->commit(**work));
    const QString path =
        writeSheets(m_folder->filePath(u"台账.xlsx"_qs),
                    {{u"Sheet1"_qs,
                      {},
                      {u"网格编号"_qs, u"网格名称"_qs, u"网格长"_qs, u"四至"_qs},
                      {rowOf(u"东关社区（1个网格）"_qs), rowOf(u"610305100001003|第三网格||东至大街"_qs),
                       rowOf(u"南环社区（1个网格）"_qs), rowOf(u"610305100002001|第一网格||东至大街"_qs),
                       rowOf(u"北关社区"_qs), rowOf(u"610305100009001|第一网格||东至大街"_qs)}}});
    Planned grids(*m_book, path, {}, u"grid"_qs);
    QCOMPARE(grids.error, QString());
    QCOMPARE(grids.plan.rows.size(), 3);
    QCOMPARE(grids.value(0, u"division"), QString::number(m_basics.community));
    QCOMPARE(grids.value(1, u"division"), QString::number(*other));
    QCOMPARE(grids.row(2).state, RowState::Wrong); // a community that the book does not know is asked about
    QCOMPARE(grids.plan.questions.size(), 1);
    grids.plan.choices.meanings[u"division"_qs].insert(grids.plan.questions.first().text, QString::number(*other));
    QVERIFY_RESULT(grids.planner().replanAll(grids.plan));
    QCOMPARE(grids.value(2, u"division"), QString::number(*other));
}

void TestImportPlan::gridsRepeatNoCommunity()
{
    const QString path = writeSheets(
        m_folder->filePath(u"台账.xlsx"_qs),
        {{u"网格台账"_qs,
          u"东关社区网格台账"_qs,
          {u"网格编号"_qs, u"网格名称"_qs, u"四至"_qs},
          {rowOf(u"610305100001003|东关社区第三网格|东至大街"_qs), rowOf(u"610305100001004|第四网格|东至大街"_qs)}}});
    Planned grids(*m_book, path, {}, u"grid"_qs);
    QCOMPARE(grids.error, QString());
    QCOMPARE(grids.plan.rows.size(), 2);
    const int name = grids.plan.target(u"name");
    const auto said = [&](int row) {
        QStringList words;
        for (const PlanIssue &issue : grids.row(row).issues) {
            words << (issue.field == name && issue.level == IssueLevel::Warning ? QStringList{issue.message}
                                                                                : QStringList());
        }
        return words.join(u'/');
    };
    QVERIFY2(said(0).contains(u"“第三网格” is enough"), qPrintable(said(0)));
    QCOMPARE(said(1), QString());
    QVERIFY(grids.row(0).state != RowState::Wrong); // it is taken in all the same
}

void TestImportPlan::sheetsOfBranchesAndHiddenRows()
{
    const QStringList headings = u"序号|姓名|性别|身份证号"_qs.split(u'|');
    const QString path =
        writeSheets(m_folder->filePath(u"a.xlsx"_qs),
                    {{u"东关一支部"_qs, {}, headings, {rowOf(u"1|张三|男|"_qs + madeUpId(u"19700101"_qs, 1))}},
                     {u"说明"_qs, {}, {u"填表说明"_qs}, {}},
                     {u"东关二支部"_qs, {}, headings, {rowOf(u"7|李四|女|"_qs + madeUpId(u"19700101"_qs, 2))}}});
    Planned planned(*m_book, path);
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.plan.source.sheets.size(), 2); // the sheet of explanations has no head
    QCOMPARE(planned.plan.rows.size(), 2);
    QCOMPARE(planned.value(0, u"branch"), QString::number(m_basics.branch));
    QCOMPARE(planned.value(1, u"branch"), QString::number(m_basics.secondBranch));
    QCOMPARE(planned.row(0).state, RowState::New);
}

void TestImportPlan::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("iso");
    QTest::addColumn<bool>("asked");
    QTest::newRow("dotted month") << u"2021.7"_qs << u"2021-07"_qs << false;
    QTest::newRow("dotted") << u"2021.07.01"_qs << u"2021-07-01"_qs << false;
    QTest::newRow("slashes") << u"2021/7/1"_qs << u"2021-07-01"_qs << false;
    QTest::newRow("iso") << u"2021-07-01"_qs << u"2021-07-01"_qs << false;
    QTest::newRow("eight digits") << u"20210701"_qs << u"2021-07-01"_qs << false;
    QTest::newRow("six digits") << u"202107"_qs << u"2021-07"_qs << false;
    QTest::newRow("Chinese month") << u"2021年7月"_qs << u"2021-07"_qs << false;
    QTest::newRow("Chinese day") << u"2021年7月1日"_qs << u"2021-07-01"_qs << false;
    QTest::newRow("dot at the end") << u"1998.10."_qs << u"1998-10"_qs << false;
    QTest::newRow("Chinese numerals") << u"一九九八年"_qs << u"1998"_qs << false;
    QTest::newRow("two digits") << u"98.10"_qs << u"1998-10"_qs << true;
    QTest::newRow("serial") << u"44378"_qs << u"2021-07-01"_qs << true;
    QTest::newRow("blanks") << u" 2021 . 7 "_qs << u"2021-07"_qs << false;
    QTest::newRow("impossible") << u"2021-02-30"_qs << QString() << false;
    QTest::newRow("nothing") << u"—"_qs << QString() << false;
}

void TestImportPlan::dates()
{
    QFETCH(QString, text);
    QFETCH(QString, iso);
    QFETCH(bool, asked);
    Planned planned(*m_book, write({rowOf(u"张三||||本科|"_qs + text + u"||正式|东关一支部|13800001111|")}));
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.value(0, u"joinDate"), asked ? QString() : iso);
    const bool impossible = text.contains(u"02-30");
    QCOMPARE(planned.hasIssue(0, u"joinDate", IssueLevel::Error), impossible || asked);
    QCOMPARE(planned.row(0).state, impossible || asked ? RowState::Wrong : RowState::New);
    QCOMPARE(planned.plan.questions.size(), asked ? 1 : 0);
    if (asked) { // nothing is guessed, unless somebody says that guesses are good enough
        QVERIFY(planned.plan.questions.first().chosen.isEmpty());
        planned.plan.choices.acceptReadings = true;
        QVERIFY(planned.planner().replanAll(planned.plan));
        QCOMPARE(planned.value(0, u"joinDate"), iso);
        QCOMPARE(planned.row(0).state, RowState::New);
        QVERIFY(planned.hasIssue(0, u"joinDate", IssueLevel::Warning));
        QCOMPARE(planned.plan.questions.first().chosen, iso);
    }
}

// A number cell 2021.1 can be an October that lost its zero: asked, and decided once for all.
void TestImportPlan::numberDateIsAsked()
{
    Row row = rowOf(line(u"张三"_qs, madeUpId(u"19700101"_qs, 1)));
    row[5] = Cell::ofNumber(2011.1, u"2011.1"_qs);
    row[6] = Cell::ofNumber(41091, u"41091"_qs);
    Planned planned(*m_book, write({row}));
    QCOMPARE(planned.value(0, u"joinDate"), QString());
    QCOMPARE(planned.value(0, u"fullDate"), u"2012-07-01"_qs);
    QVERIFY(planned.hasIssue(0, u"joinDate", IssueLevel::Error));
    QCOMPARE(planned.row(0).state, RowState::Wrong);
    const auto question = std::find_if(planned.plan.questions.begin(), planned.plan.questions.end(),
                                       [](const ValueQuestion &each) { return each.text == u"2011.1"; });
    QVERIFY(question != planned.plan.questions.end());
    QCOMPARE(question->offers.size(), 2);
    QCOMPARE(question->offers.last().first, u"2011-10"_qs);
    planned.plan.choices.meanings[u"joinDate"_qs].insert(u"2011.1"_qs, u"2011-10"_qs);
    QVERIFY_RESULT(planned.planner().replanAll(planned.plan));
    QCOMPARE(planned.value(0, u"joinDate"), u"2011-10"_qs);
    QVERIFY(!planned.hasIssue(0, u"joinDate", IssueLevel::Error));
}

void TestImportPlan::ids_data()
{
    QTest::addColumn<Cell>("cell");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("says");
    QTest::newRow("as it should be") << Cell::ofText(u"11010519491231002X"_qs) << u"11010519491231002X"_qs << QString();
    QTest::newRow("small x") << Cell::ofText(u"11010519491231002x"_qs) << u"11010519491231002X"_qs << QString();
    QTest::newRow("full width") << Cell::ofText(u"１１０１０５１９４９１２３１００２Ｘ"_qs) << u"11010519491231002X"_qs
                                << QString();
    QTest::newRow("blanks") << Cell::ofText(u" 110105 19491231 002X"_qs) << u"11010519491231002X"_qs << QString();
    QTest::newRow("apostrophe") << Cell::ofText(u"'11010519491231002X"_qs) << u"11010519491231002X"_qs << QString();
    QTest::newRow("15 digits") << Cell::ofText(u"130503670401001"_qs) << u"130503196704010016"_qs << u"15"_qs;
    QTest::newRow("destroyed by a spreadsheet")
        << Cell::ofNumber(610305199001011000.0, u"610305199001011000"_qs) << QString() << u"lost"_qs;
    QTest::newRow("destroyed, as text") << Cell::ofText(u"6.10305E+17"_qs) << QString() << u"lost"_qs;
    QTest::newRow("check digit") << Cell::ofText(u"110105194912310021"_qs) << QString() << u"must be X"_qs;
    QTest::newRow("no such day") << Cell::ofText(u"320583198602290017"_qs) << QString() << u"does not exist"_qs;
    QTest::newRow("too short") << Cell::ofText(u"1101051949123100"_qs) << QString() << u"16 characters"_qs;
}

void TestImportPlan::ids()
{
    QFETCH(Cell, cell);
    QFETCH(QString, value);
    QFETCH(QString, says);
    Row row = rowOf(u"张三||||本科|2001-07-01|2002-07-01|正式党员|东关一支部|13800001111|"_qs);
    row[3] = cell;
    Planned planned(*m_book, write({row}));
    QCOMPARE(planned.value(0, u"idNumber"), value);
    QVERIFY2(planned.messages(0).contains(says), qPrintable(planned.messages(0)));
    QCOMPARE(planned.row(0).state, value.isEmpty() ? RowState::Wrong : RowState::New);
    if (value == u"11010519491231002X") { // birth and sex follow
        QCOMPARE(planned.value(0, u"birth"), u"1949-12-31"_qs);
        QCOMPARE(planned.value(0, u"sex"), u"2"_qs);
    }
}

// A column for the kind of document, on whichever side of the number: only the citizen's card tells birth and sex.
void TestImportPlan::otherDocuments_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("value"); // empty: refused
    QTest::addColumn<QString>("birth");
    const QString citizen = madeUpId(u"19700315"_qs, 1);
    QTest::newRow("passport") << u"护照"_qs << u"e12345678"_qs << u"E12345678"_qs << QString();
    QTest::newRow("card") << u"身份证"_qs << citizen << citizen << u"1970-03-15"_qs;
    QTest::newRow("nothing said") << QString() << citizen << citizen << u"1970-03-15"_qs;
    QTest::newRow("passport as card") << u"居民身份证"_qs << u"E12345678"_qs << QString() << QString();
    QTest::newRow("other with eighteen digits") << u"其他"_qs << citizen << citizen << QString();
    QTest::newRow("too short") << u"护照"_qs << u"E1"_qs << QString() << QString();
}

void TestImportPlan::otherDocuments()
{
    QFETCH(const QString, type);
    QFETCH(const QString, number);
    QFETCH(const QString, value);
    QFETCH(const QString, birth);
    const QString path = writeSheets(m_folder->filePath(u"a.xlsx"_qs),
                                     {{u"名册"_qs,
                                       {},
                                       {u"姓名"_qs, u"证件号码"_qs, u"证件类型"_qs, u"入党时间"_qs, u"所在党支部"_qs},
                                       {rowOf(u"张三|"_qs + number + u'|' + type + u"|2001-07-01|东关一支部")}}});
    Planned planned(*m_book, path);
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.value(0, u"idNumber"), value);
    QCOMPARE(planned.value(0, u"birth"), birth);
    QCOMPARE(planned.row(0).state, value.isEmpty() ? RowState::Wrong : RowState::New);
    QCOMPARE(planned.hasIssue(0, u"idNumber", IssueLevel::Error), value.isEmpty());
}

// A number says the day of birth; a cell that knows only the month or the year gives way to it, another day does not.
void TestImportPlan::birthFollowsTheNumber_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("birth");
    QTest::newRow("blank") << QString() << u"1970-03-15"_qs;
    QTest::newRow("month") << u"1970.3"_qs << u"1970-03-15"_qs;
    QTest::newRow("year") << u"一九七〇年"_qs << u"1970-03-15"_qs;
    QTest::newRow("the day") << u"19700315"_qs << u"1970-03-15"_qs;
    QTest::newRow("two digits that the number settles") << u"70.3"_qs << u"1970-03-15"_qs;
    QTest::newRow("another month") << u"1970.4"_qs << u"1970-04"_qs;
    QTest::newRow("another day") << u"1970-03-16"_qs << u"1970-03-16"_qs;
}

void TestImportPlan::birthFollowsTheNumber()
{
    QFETCH(const QString, cell);
    QFETCH(const QString, birth);
    const QString path =
        writeSheets(m_folder->filePath(u"a.xlsx"_qs),
                    {{u"名册"_qs,
                      {},
                      {u"姓名"_qs, u"出生年月"_qs, u"身份证号"_qs, u"所在党支部"_qs},
                      {rowOf(u"张三|"_qs + cell + u'|' + madeUpId(u"19700315"_qs, 1) + u"|东关一支部")}}});
    Planned planned(*m_book, path);
    QCOMPARE(planned.value(0, u"birth"), birth);
    QCOMPARE(planned.row(0).state, birth == u"1970-03-15" ? RowState::New : RowState::Conflict);
    QVERIFY(planned.plan.questions.isEmpty());
}

void TestImportPlan::disagreesWithTheNumber_data()
{
    QTest::addColumn<QString>("birth");
    QTest::addColumn<QString>("sex"); // the number is a man's
    QTest::addColumn<QStringList>("said");
    QTest::newRow("agrees") << u"1960-01-02"_qs << u"男"_qs << QStringList();
    QTest::newRow("birth") << u"1961-05"_qs << u"男"_qs << QStringList{u"1960-01-02"_qs, u"1961-05"_qs};
    QTest::newRow("sex") << u"1960-01-02"_qs << u"女"_qs << QStringList{u"says 男"_qs, u"says 女"_qs};
    QTest::newRow("both") << u"1880-01"_qs << u"女"_qs
                          << QStringList{u"1960-01-02"_qs, u"1880-01"_qs, u"says 男"_qs, u"says 女"_qs};
}

// Both values are shown, and nobody is taken in before somebody has said which is right: with a reason if it is not the
// number.
void TestImportPlan::disagreesWithTheNumber()
{
    QFETCH(const QString, birth);
    QFETCH(const QString, sex);
    QFETCH(const QStringList, said);
    const QString id = madeUpId(u"19600102"_qs, 1);
    const QString path =
        writeSheets(m_folder->filePath(u"a.xlsx"_qs),
                    {{u"名册"_qs,
                      {},
                      {u"姓名"_qs, u"性别"_qs, u"出生日期"_qs, u"身份证号"_qs, u"入党时间"_qs, u"所在党支部"_qs},
                      {rowOf(u"陈二|"_qs + sex + u'|' + birth + u'|' + id + u"|2001-07-01|东关一支部")}}});
    Planned planned(*m_book, path);
    QCOMPARE(planned.row(0).state, said.isEmpty() ? RowState::New : RowState::Conflict);
    for (const QString &each : said) {
        QVERIFY2(planned.row(0).question.contains(each), qPrintable(planned.row(0).question));
    }
    // Each difference is said once.
    const QList<PlanIssue> &issues = planned.row(0).issues;
    for (const QStringView field : {QStringView(u"birth"), QStringView(u"sex")}) {
        QVERIFY2(std::count_if(issues.begin(), issues.end(),
                               [&](const PlanIssue &each) { return each.field == planned.plan.target(field); }) <= 1,
                 qPrintable(planned.messages(0)));
    }
    if (said.isEmpty()) {
        return;
    }
    const ImportPlan open = planned.plan;
    planned.plan.rows[0].difference = DifferenceChoice::FromNumber;
    QVERIFY_RESULT(planned.planner().replan(planned.plan, {0}));
    QCOMPARE(planned.row(0).state, RowState::New);
    QCOMPARE(planned.value(0, u"birth"), u"1960-01-02"_qs);
    QCOMPARE(planned.value(0, u"sex"), u"1"_qs);

    planned.plan = open;
    planned.plan.rows[0].difference = DifferenceChoice::AsTyped;
    planned.plan.rows[0].reason = u"档案如此"_qs;
    QVERIFY_RESULT(planned.planner().replan(planned.plan, {0}));
    QCOMPARE(planned.row(0).state, RowState::New);
    QCOMPARE(planned.value(0, u"birth"), birth);
    QVERIFY2(planned.value(0, u"personNote").contains(u"档案如此"), qPrintable(planned.value(0, u"personNote")));

    planned.plan = open; // the same for all rows at once
    planned.plan.choices.differences = DifferenceChoice::AsTyped;
    planned.plan.choices.reason = u"档案如此"_qs;
    QVERIFY_RESULT(planned.planner().replanAll(planned.plan));
    QVERIFY_RESULT(Importer::run(**m_book, planned.plan));
    // What the book holds now was decided: it is not asked about again.
    Planned again(*m_book, path, {.policy = ImportPolicy::Overwrite});
    QVERIFY2(again.row(0).state == RowState::Same, qPrintable(again.messages(0)));
}

void TestImportPlan::namesakes_data()
{
    QTest::addColumn<QString>("inBook"); // name, birth, ID number, branch, telephone
    QTest::addColumn<QString>("row");
    QTest::addColumn<RowState>("state");
    const QString one = madeUpId(u"19700315"_qs, 1);
    const QString two = madeUpId(u"19800315"_qs, 1);
    const QString bare = u"王五|||东关一支部|"_qs;
    QTest::newRow("nothing known of either") << bare << bare << RowState::Conflict;
    QTest::newRow("the book knows no number")
        << bare << QString(u"王五||"_qs + one + u"|东关一支部|") << RowState::Conflict;
    QTest::newRow("the row knows no number")
        << QString(u"王五||"_qs + one + u"|东关一支部|") << bare << RowState::Conflict;
    QTest::newRow("the row knows the birth only") << bare << u"王五|1970-03-15||东关一支部|"_qs << RowState::Conflict;
    QTest::newRow("another birth") << u"王五|1970-03-15||东关一支部|"_qs << u"王五|1980-03-15||东关一支部|"_qs
                                   << RowState::New;
    QTest::newRow("another number") << QString(u"王五||"_qs + one + u"|东关一支部|")
                                    << QString(u"王五||"_qs + two + u"|东关一支部|") << RowState::New;
    QTest::newRow("another branch") << bare << u"王五|||东关二支部|"_qs << RowState::New;
    QTest::newRow("another name") << bare << u"王六|||东关一支部|"_qs << RowState::New;
    QTest::newRow("the telephone tells") << u"王五|||东关一支部|13800001111"_qs << u"王五|||东关一支部|13800001111"_qs
                                         << RowState::Same;
}

// Two of one name in one branch whom nothing tells apart: somebody has to say whether they are one.
void TestImportPlan::namesakes()
{
    QFETCH(const QString, inBook);
    QFETCH(const QString, row);
    QFETCH(const RowState, state);
    const auto roster = [&](const QString &name, const QStringList &lines) {
        QList<Row> rows;
        for (const QString &each : lines) {
            rows << rowOf(each);
        }
        return writeSheets(
            m_folder->filePath(name),
            {{u"名册"_qs, {}, {u"姓名"_qs, u"出生日期"_qs, u"身份证号"_qs, u"所在党支部"_qs, u"联系电话"_qs}, rows}});
    };
    Planned first(*m_book, roster(u"a.xlsx"_qs, {inBook}));
    QVERIFY_RESULT(Importer::run(**m_book, first.plan));
    Planned second(*m_book, roster(u"b.xlsx"_qs, {row}), {.increase = u"3"_qs});
    QVERIFY2(second.row(0).state == state, qPrintable(second.messages(0)));
    if (state != RowState::Conflict) {
        return;
    }
    second.plan.rows[0].decision = RowDecision::FillEmpty;
    QVERIFY_RESULT(second.planner().replan(second.plan, {0}));
    QVERIFY(second.row(0).record != 0);
    QVERIFY(second.row(0).state == RowState::Same || second.row(0).state == RowState::Changed);
    second.plan.rows[0].decision = RowDecision::AsNew;
    QVERIFY_RESULT(second.planner().replan(second.plan, {0}));
    QCOMPARE(second.row(0).state, RowState::New);
    // And so inside one file.
    Planned both(*m_book, roster(u"c.xlsx"_qs, {QString(inBook).replace(u"一支部"_qs, u"二支部"_qs),
                                                QString(row).replace(u"一支部"_qs, u"二支部"_qs)}));
    QCOMPARE(both.row(1).sameAs, 0);
    QVERIFY(both.row(1).state == RowState::Conflict || both.row(1).state == RowState::Same);
}

void TestImportPlan::phones_data()
{
    QTest::addColumn<Cell>("cell");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("landline");
    QTest::addColumn<QString>("note");
    const QString mobile = u"13912345678"_qs;
    QTest::newRow("dashes") << Cell::ofText(u"139-1234-5678"_qs) << mobile << QString() << QString();
    QTest::newRow("blanks") << Cell::ofText(u"139 1234 5678"_qs) << mobile << QString() << QString();
    QTest::newRow("number cell") << Cell::ofNumber(13912345678.0, u"13912345678"_qs) << mobile << QString()
                                 << QString();
    QTest::newRow("float in text") << Cell::ofText(u"13912345678.0"_qs) << mobile << QString() << QString();
    QTest::newRow("two") << Cell::ofText(u"13912345678 / 0917-7212345"_qs) << mobile << u"0917-7212345"_qs << QString();
    QTest::newRow("landline first") << Cell::ofText(u"0917-7212345、13912345678"_qs) << mobile << u"0917-7212345"_qs
                                    << QString();
    QTest::newRow("two mobiles") << Cell::ofText(u"13912345678，13811112222"_qs) << mobile << QString()
                                 << u"13811112222"_qs;
    QTest::newRow("landline only") << Cell::ofText(u"0917-7212345"_qs) << QString() << u"0917-7212345"_qs << QString();
}

void TestImportPlan::phones()
{
    QFETCH(Cell, cell);
    QFETCH(QString, phone);
    QFETCH(QString, landline);
    QFETCH(QString, note);
    Row row = rowOf(line(u"张三"_qs, madeUpId(u"19700101"_qs, 1)));
    row[9] = cell;
    Planned planned(*m_book, write({row}));
    QCOMPARE(planned.value(0, u"phone"), phone);
    QCOMPARE(planned.value(0, u"landline"), landline);
    QVERIFY(note.isEmpty() ? planned.value(0, u"personNote").isEmpty()
                           : planned.value(0, u"personNote").contains(note));
    QCOMPARE(planned.row(0).state, RowState::New);
}

void TestImportPlan::names_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("note");
    QTest::newRow("blank") << u"张 三"_qs << u"张三"_qs << u"full"_qs << QString();
    QTest::newRow("full-width blank") << u"张\u3000三"_qs << u"张三"_qs << u"full"_qs << QString();
    QTest::newRow("no-break and zero width") << u"张\u00a0\u200b三"_qs << u"张三"_qs << u"full"_qs << QString();
    QTest::newRow("probationary") << u"(预备)张三"_qs << u"张三"_qs << u"probationary"_qs << QString();
    QTest::newRow("behind") << u"张三（预备党员）"_qs << u"张三"_qs << u"probationary"_qs << QString();
    QTest::newRow("star") << u"张三★"_qs << u"张三"_qs << u"full"_qs << u"★"_qs;
    QTest::newRow("middle dot") << u"阿依古丽•买买提"_qs << u"阿依古丽·买买提"_qs << u"full"_qs << QString();
    QTest::newRow("rare character") << u"张\U00020BB7"_qs << u"张\U00020BB7"_qs << u"full"_qs << QString();
}

void TestImportPlan::names()
{
    QFETCH(QString, cell);
    QFETCH(QString, name);
    QFETCH(QString, category);
    QFETCH(QString, note);
    Planned planned(*m_book, write({rowOf(cell + u"||||本科|2001-07-01||||13800001111|")}),
                    {.presets = {{u"branch"_qs, QVariant::fromValue(ReferenceValue{m_basics.branch, {}})}}});
    QCOMPARE(planned.value(0, u"name"), name);
    QCOMPARE(planned.value(0, u"category"), category);
    QVERIFY(planned.value(0, u"personNote").contains(note));
    QCOMPARE(planned.row(0).state, RowState::New);
}

void TestImportPlan::dictionaries_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    const auto add = [](const QString &heading, const QString &field, const QStringList &cells, const QString &value) {
        for (const QString &cell : cells) {
            QTest::newRow(qPrintable(heading + cell)) << heading << cell << field << value;
        }
    };
    add(u"性别"_qs, u"sex"_qs, {u"男"_qs, u"M"_qs, u"1"_qs}, u"1"_qs);
    add(u"性别"_qs, u"sex"_qs, {u"女"_qs, u"F"_qs, u"2"_qs}, u"2"_qs);
    add(u"民族"_qs, u"ethnic"_qs, {u"汉"_qs, u"汉族"_qs}, u"01"_qs);
    add(u"学历"_qs, u"education"_qs, {u"本科"_qs, u"大学"_qs, u"大学本科"_qs, u"大本"_qs}, u"21"_qs);
    add(u"是否农民工 "_qs, u"migrantWorker"_qs, {u"是"_qs, u"√"_qs, u"Y"_qs}, u"true"_qs);
    add(u"是否农民工 "_qs, u"migrantWorker"_qs, {u"否"_qs, u"×"_qs, u"N"_qs}, u"false"_qs);
    add(u"是否农民工 "_qs, u"migrantWorker"_qs, {QString()}, QString());
}

void TestImportPlan::dictionaries()
{
    QFETCH(QString, heading);
    QFETCH(QString, cell);
    QFETCH(QString, field);
    QFETCH(QString, value);
    const QString path =
        writeSheets(m_folder->filePath(u"a.xlsx"_qs), {{u"名册"_qs,
                                                        {},
                                                        {u"姓名"_qs, u"入党时间"_qs, u"所在党支部"_qs, heading},
                                                        {rowOf(u"张三|2001-07-01|东关一支部|"_qs + cell)}}});
    Planned planned(*m_book, path);
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.value(0, field), value);
    QCOMPARE(planned.row(0).state, RowState::New);
}

void TestImportPlan::manyPeopleInACell_data()
{
    QTest::addColumn<QString>("cell");
    QTest::newRow("mixed") << u"张三、李四,王五"_qs;
    QTest::newRow("full width") << u"张三\uFF0C李四\uFF1B王五"_qs;
    QTest::newRow("full-width slashes") << u"张三\uFF0F李四\uFF5C王五"_qs;
}

// Of a roster each row is one person; of a ledger the workers are told apart and counted.
void TestImportPlan::manyPeopleInACell()
{
    QFETCH(const QString, cell);
    Planned roster(*m_book, write({rowOf(line(cell, {}))}));
    QCOMPARE(roster.row(0).state, RowState::Wrong);
    QVERIFY2(roster.messages(0).contains(u"3"), qPrintable(roster.messages(0)));
    const QString path =
        writeSheets(m_folder->filePath(u"b.xlsx"_qs), {{u"台账"_qs,
                                                        {},
                                                        {u"网格编号"_qs, u"网格名称"_qs, u"网格长"_qs, u"网格员"_qs},
                                                        {rowOf(u"610305100001003|第三网格|赵六|"_qs + cell)}}});
    Planned ledger(*m_book, path, {}, u"grid"_qs);
    QCOMPARE(ledger.error, QString());
    QCOMPARE(ledger.value(0, u"workers"), u"张三、李四、王五"_qs);
    QVERIFY(ledger.messages(0).contains(u"3"));
    QCOMPARE(ledger.row(0).state, RowState::New);
}

void TestImportPlan::counts_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<int>("resident");
    QTest::addColumn<int>("registered");
    QTest::newRow("plain") << u"户数"_qs << u"812"_qs << 812 << 0;
    QTest::newRow("unit") << u"户数（户）"_qs << u"812户"_qs << 812 << 0;
    QTest::newRow("thousands") << u"常住户数"_qs << u"1,204"_qs << 1204 << 0;
    QTest::newRow("both in a cell") << u"户数(常住/户籍)"_qs << u"812/640"_qs << 812 << 640;
    QTest::newRow("wrong") << u"户数"_qs << u"约八百多"_qs << -1 << 0;
}

void TestImportPlan::counts()
{
    QFETCH(QString, heading);
    QFETCH(QString, cell);
    QFETCH(int, resident);
    QFETCH(int, registered);
    const QString path = writeSheets(m_folder->filePath(u"b.xlsx"_qs),
                                     {{u"台账"_qs,
                                       {},
                                       {u"网格编号"_qs, u"网格名称"_qs, heading, u"四至"_qs},
                                       {rowOf(u"610305100001003|第三网格|"_qs + cell + u"|东至大街")}}});
    Planned ledger(*m_book, path, {}, u"grid"_qs);
    QCOMPARE(ledger.error, QString());
    QCOMPARE(ledger.row(0).state, resident < 0 ? RowState::Wrong : RowState::New);
    QCOMPARE(ledger.value(0, u"residentHouseholds").toInt(), qMax(0, resident));
    QCOMPARE(ledger.value(0, u"registeredHouseholds").toInt(), registered);
}

// Of several communities, that whose code the grid's code begins with.
void TestImportPlan::communityByCode()
{
    RowId other = 0;
    {
        auto work = (*m_book)->begin({u"edit"_qs, u"又一个社区"_qs, {}, {}});
        const auto made = (*work)->insert(
            u"division"_qs,
            {{u"code"_qs, u"610305100002"_qs}, {u"name"_qs, u"凤鸣路社区"_qs}, {u"level"_qs, u"community"_qs}});
        QVERIFY_RESULT(made);
        other = *made;
        QVERIFY_RESULT((*m_book)->commit(**work));
    }
    const QString path = writeSheets(m_folder->filePath(u"c.xlsx"_qs),
                                     {{u"台账"_qs,
                                       {},
                                       {u"网格编号"_qs, u"网格名称"_qs},
                                       {rowOf(u"610305100002001|甲网格"_qs), rowOf(u"610305100001009|乙网格"_qs),
                                        rowOf(u"610305100009001|丙网格"_qs)}}});
    Planned ledger(*m_book, path, {}, u"grid"_qs);
    QCOMPARE(ledger.error, QString());
    QCOMPARE(ledger.value(0, u"division"), QString::number(other));
    QCOMPARE(ledger.value(1, u"division"), QString::number(m_basics.community));
    QCOMPARE(ledger.row(2).state, RowState::Wrong); // no such community: it must be said
}

void TestImportPlan::duplicates()
{
    const QString id = madeUpId(u"19700101"_qs, 1);
    const QString other = line(u"张三"_qs, id).replace(u"本科"_qs, u"大专"_qs);
    Planned planned(*m_book, write({rowOf(line(u"张三"_qs, id)), rowOf(line(u"张三"_qs, id)), rowOf(other),
                                    rowOf(line(u"张三"_qs, {}))}));
    QCOMPARE(planned.row(0).state, RowState::New);
    QCOMPARE(planned.row(1).state, RowState::Same);
    QCOMPARE(planned.row(2).state, RowState::Conflict);
    QCOMPARE(planned.row(2).sameAs, 0);
    QCOMPARE(planned.row(3).state, RowState::Conflict); // same name and telephone, no ID
    planned.plan.rows[2].decision = RowDecision::Skip;
    planned.plan.rows[3].decision = RowDecision::AsNew;
    QVERIFY_RESULT(planned.planner().replan(planned.plan, {2, 3}));
    QCOMPARE(planned.row(2).state, RowState::Skipped);
    QCOMPARE(planned.row(3).state, RowState::New);
    planned.mend(0, u"idNumber", madeUpId(u"19700102"_qs, 3)); // then the second row is the first of its number
    QCOMPARE(planned.row(0).state, RowState::New);
    QCOMPARE(planned.row(1).state, RowState::New);
}

void TestImportPlan::knownByNameAndBirthOrPhone()
{
    const QString id = madeUpId(u"19700315"_qs, 1);
    const RowId member = m_book->addMember(u"张三"_qs, id, m_basics.branch, m_basics.grid);
    QVERIFY(member != 0);
    { // the book does not know the birth date of this one: only through the ID; by name and birth it is found later
        auto work = (*m_book)->begin({u"edit"_qs, u"x"_qs, {}, {}});
        QVERIFY_RESULT(work);
        const auto record = (*m_book)->records().load(u"member"_qs, member, QDate(2026, 9, 30));
        QVERIFY_RESULT(record);
        QVariantMap values = record->values;
        values.insert(u"birth"_qs, QVariant::fromValue(PartialDate(QDate(1970, 3, 15))));
        values.insert(u"phone"_qs, u"13800001111"_qs);
        QVERIFY_RESULT((*m_book)->records().save(**work, *record, values));
        QVERIFY_RESULT((*m_book)->commit(**work));
    }
    const auto row = [](const QString &birth, const QString &phone) {
        return rowOf(u"张三|"_qs + birth + u"|东关一支部|" + phone);
    };
    const QString path =
        writeSheets(m_folder->filePath(u"a.xlsx"_qs),
                    {{u"名册"_qs,
                      {},
                      {u"姓名"_qs, u"出生年月"_qs, u"所在党支部"_qs, u"联系电话"_qs},
                      {row(u"1970.3"_qs, {}), row({}, u"13800001111"_qs), row(u"1975.5"_qs, u"13800009999"_qs)}}});
    Planned planned(*m_book, path, {.increase = u"3"_qs});
    QCOMPARE(planned.row(0).record, member);
    QCOMPARE(planned.row(0).state, RowState::Same); // 1970-03 says nothing against 15 March
    QCOMPARE(planned.row(1).record, member);
    QCOMPARE(planned.row(2).record, 0); // another 张三
    QCOMPARE(planned.row(2).state, RowState::New);
}

void TestImportPlan::sharedPhones()
{
    const RowId member = m_book->addMember(u"张三"_qs, madeUpId(u"19700315"_qs, 1), m_basics.branch, m_basics.grid);
    auto work = (*m_book)->begin({u"edit"_qs, u"x"_qs, {}, {}});
    QVERIFY_RESULT(work);
    const auto record = (*m_book)->records().load(u"member"_qs, member, QDate(2026, 9, 30));
    QVariantMap values = record->values;
    values.insert(u"phone"_qs, u"13800001111"_qs);
    QVERIFY_RESULT((*m_book)->records().save(**work, *record, values));
    QVERIFY_RESULT((*m_book)->commit(**work));
    Planned planned(*m_book, write({rowOf(line(u"李四"_qs, madeUpId(u"19720101"_qs, 2)))}), {.increase = u"3"_qs});
    QCOMPARE(planned.row(0).state, RowState::New); // said, never blocked
    QVERIFY(planned.hasIssue(0, u"phone", IssueLevel::Warning));
    QVERIFY(planned.messages(0).contains(u"张三"));
    // Of the same name, too, and yet another number: taken in, but not without a word.
    const QString other = madeUpId(u"19720101"_qs, 2);
    Planned namesake(*m_book, write({rowOf(line(u"张三"_qs, other))}), {.increase = u"3"_qs});
    QCOMPARE(namesake.row(0).state, RowState::New);
    QVERIFY(namesake.hasIssue(0, u"idNumber", IssueLevel::Warning));
    const QString said = namesake.messages(0);
    QVERIFY2(said.contains(text::maskCitizenId(madeUpId(u"19700315"_qs, 1))) &&
                 said.contains(text::maskCitizenId(other)) && !said.contains(other),
             qPrintable(said));
}

void TestImportPlan::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"姓名,民族,入党时间,所在党支部\r\n张三,汉,2001-07-01,东关一支部\r\n"_qs;
    QTest::newRow("utf-8") << text.toUtf8();
    QTest::newRow("with mark") << QByteArray("\xef\xbb\xbf") + text.toUtf8();
    QTest::newRow("semicolons") << QString(text).replace(u',', u'；').toUtf8();
    QTest::newRow("tabs") << QString(text).replace(u',', u'\t').toUtf8();
    QTest::newRow("gb18030") << QByteArray::fromHex("d0d5c3fb2cc3f1d7e52cc8ebb5b3cab1bce42ccbf9d4dab5b3d6a7b2bf0d0a"
                                                    "d5c5c8fd2cbaba2c323030312d30372d30312cb6abb9d8d2bbd6a7b2bf0d0a");
}

void TestImportPlan::encodings()
{
    QFETCH(QByteArray, bytes);
    Planned planned(*m_book, writeText(m_folder->filePath(u"a.csv"_qs), bytes));
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.plan.rows.size(), 1);
    QCOMPARE(planned.value(0, u"name"), u"张三"_qs);
    QCOMPARE(planned.value(0, u"ethnic"), u"01"_qs);
    QCOMPARE(planned.value(0, u"branch"), QString::number(m_basics.branch));
}

void TestImportPlan::transfers()
{
    const QString id = madeUpId(u"19700315"_qs, 1);
    QVERIFY(m_book->addMember(u"张三"_qs, id, m_basics.branch, m_basics.grid) != 0);
    const QString path = write({rowOf(line(u"张三"_qs, id, u"东关二支部"_qs))});
    Planned planned(*m_book, path, {.policy = ImportPolicy::Overwrite});
    QVERIFY(planned.row(0).isTransfer);
    QCOMPARE(planned.row(0).state, RowState::Conflict); // even where everything is overwritten
    planned.plan.rows[0].transfer = TransferChoice::Keep;
    QVERIFY_RESULT(planned.planner().replan(planned.plan, {0}));
    const int branch = planned.plan.target(u"branch");
    for (const PlanChange &change : planned.row(0).changes) {
        QVERIFY(change.field != branch || !change.applied);
    }
    planned.plan.rows[0].transfer = TransferChoice::Transfer;
    QVERIFY_RESULT(planned.planner().replan(planned.plan, {0}));
    QCOMPARE(planned.row(0).state, RowState::Changed);
    QMap<QString, QString> applied;
    for (const PlanChange &change : planned.row(0).changes) {
        if (change.applied) {
            applied.insert(planned.plan.targets.at(change.field).field.id, storedValue(change.after).toString());
        }
    }
    QCOMPARE(applied.value(u"branch"_qs), QString::number(m_basics.secondBranch));
    QCOMPARE(applied.value(u"since"_qs), u"2026-09-30"_qs);
}

void TestImportPlan::unknownCodes()
{
    const QString row = line(u"张三"_qs, madeUpId(u"19700101"_qs, 1)).replace(u"本科"_qs, u"夜大肄业班"_qs);
    Planned planned(*m_book, write({rowOf(row)}));
    QCOMPARE(planned.row(0).state, RowState::New);
    QVERIFY(planned.value(0, u"personNote").contains(u"夜大肄业班"));
    QCOMPARE(planned.plan.questions.size(), 1);
    QCOMPARE(planned.plan.questions.first().text, u"夜大肄业班"_qs);
    planned.plan.choices.meanings[u"education"_qs].insert(u"夜大肄业班"_qs, u"31"_qs);
    QVERIFY_RESULT(planned.planner().replanAll(planned.plan));
    QCOMPARE(planned.value(0, u"education"), u"31"_qs);
    QVERIFY(planned.value(0, u"personNote").isEmpty());
    planned.plan.choices.meanings.clear();
    planned.plan.choices.unknownToNote = false;
    QVERIFY_RESULT(planned.planner().replanAll(planned.plan));
    QCOMPARE(planned.row(0).state, RowState::Wrong);
}

// What stands in brackets may say that the word before them is not so: it is never dropped without a word.
void TestImportPlan::remarksInBrackets_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("education");
    QTest::addColumn<bool>("isWarned"); // and kept in the note
    QTest::newRow("left without graduating") << u"大学（肄业）"_qs << u"23"_qs << false;
    QTest::newRow("still studies") << u"高中（在读）"_qs << QString() << true;
    QTest::newRow("says more") << u"大专（2005年）"_qs << u"31"_qs << true;
    QTest::newRow("says nothing else") << u"大专（函授）"_qs << u"31"_qs << false;
}

void TestImportPlan::remarksInBrackets()
{
    QFETCH(const QString, cell);
    QFETCH(const QString, education);
    QFETCH(const bool, isWarned);
    const QString row = line(u"张三"_qs, madeUpId(u"19700101"_qs, 1)).replace(u"本科"_qs, cell);
    Planned planned(*m_book, write({rowOf(row)}));
    QCOMPARE(planned.row(0).state, RowState::New);
    QCOMPARE(planned.value(0, u"education"), education);
    QCOMPARE(planned.hasIssue(0, u"education", IssueLevel::Warning), isWarned);
    QCOMPARE(planned.value(0, u"personNote"), isWarned ? QString(u"学历：" + cell) : QString());
    QVERIFY2(planned.messages(0).contains(cell) == isWarned, qPrintable(planned.messages(0)));
}

void TestImportPlan::unknownBranches()
{
    const QString path = write({rowOf(line(u"张三"_qs, madeUpId(u"19700101"_qs, 1), u"中共东关社区第一支部委员会"_qs)),
                                rowOf(line(u"李四"_qs, madeUpId(u"19700101"_qs, 2), u"西街支部"_qs))});
    Planned planned(*m_book, path);
    QCOMPARE(planned.value(0, u"branch"), QString::number(m_basics.branch)); // the same in other words
    QCOMPARE(planned.row(1).state, RowState::Wrong);
    QCOMPARE(planned.plan.questions.size(), 1);
    planned.plan.choices.meanings[u"branch"_qs].insert(u"西街支部"_qs, meaning::createNew);
    QVERIFY_RESULT(planned.planner().replanAll(planned.plan));
    QCOMPARE(planned.row(1).state, RowState::New);
    QCOMPARE(planned.plan.newReferences.size(), 1);
    planned.plan.choices.meanings[u"branch"_qs].insert(u"西街支部"_qs, QString::number(m_basics.secondBranch));
    QVERIFY_RESULT(planned.planner().replanAll(planned.plan));
    QCOMPARE(planned.value(1, u"branch"), QString::number(m_basics.secondBranch));
}

// Lists go on with the old name after a branch was renamed: it is not a new branch.
void TestImportPlan::formerNames()
{
    auto work = (*m_book)->begin({u"edit"_qs, u"更名"_qs, {}, {}});
    QVERIFY_RESULT(work);
    QVERIFY_RESULT(party::renameOrg(**work, PartyOrgId(m_basics.branch), u"中共东关先锋支部委员会"_qs,
                                    u"东关先锋支部"_qs, {m_book->clock().today().addDays(-10), u"文1号"_qs, {}}));
    QVERIFY_RESULT((*m_book)->commit(**work));
    const QString path = write({rowOf(line(u"张三"_qs, madeUpId(u"19700101"_qs, 1))),
                                rowOf(line(u"李四"_qs, madeUpId(u"19700101"_qs, 2), u"东关先锋支部"_qs))});
    Planned planned(*m_book, path);
    QVERIFY2(planned.error.isEmpty(), qPrintable(planned.error));
    for (const int row : {0, 1}) {
        QCOMPARE(planned.value(row, u"branch"), QString::number(m_basics.branch));
    }
    QVERIFY(planned.plan.questions.isEmpty());
    QVERIFY2(planned.messages(0).contains(u"东关先锋支部"_qs), qPrintable(planned.messages(0)));
    QVERIFY(planned.hasIssue(0, u"branch", IssueLevel::Warning));
    QVERIFY(!planned.hasIssue(1, u"branch", IssueLevel::Warning));
}

void TestImportPlan::organisationNames_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("brief");
    QTest::addColumn<QString>("seal");
    const auto row = [](const QString &name, const QString &type, const QString &brief, const QString &seal) {
        QTest::newRow(qUtf8Printable(name)) << type << brief << seal;
    };
    row(u"中共凤翔区城关镇南环社区第一支部委员会"_qs, u"branch"_qs, u"南环社区第一党支部"_qs,
        u"中共凤翔区城关镇南环社区第一支部委员会"_qs);
    row(u"中国共产党东关社区总支部委员会"_qs, u"generalBranch"_qs, u"东关社区党总支"_qs,
        u"中国共产党东关社区总支部委员会"_qs);
    row(u"中共凤翔区城关镇委员会"_qs, u"committee"_qs, u"城关镇党委"_qs, u"中共凤翔区城关镇委员会"_qs);
    row(u"中共凤翔区委员会"_qs, u"committee"_qs, u"凤翔区党委"_qs, u"中共凤翔区委员会"_qs);
    row(u"中共宝鸡市凤翔区城关街道工作委员会"_qs, u"workCommittee"_qs, u"城关街道党工委"_qs,
        u"中共宝鸡市凤翔区城关街道工作委员会"_qs);
    row(u"中共昆山市周市镇市北村委员会"_qs, u"committee"_qs, u"市北村党委"_qs, u"中共昆山市周市镇市北村委员会"_qs);
    row(u"中共东关社区联合支部委员会"_qs, u"jointBranch"_qs, u"东关社区联合党支部"_qs,
        u"中共东关社区联合支部委员会"_qs);
    row(u"中共西城区县门社区第 二 支部委员会"_qs, u"branch"_qs, u"县门社区第二党支部"_qs,
        u"中共西城区县门社区第二支部委员会"_qs);
    row(u"东关社区第三支部委员会"_qs, u"branch"_qs, u"东关社区第三党支部"_qs, u"中共东关社区第三支部委员会"_qs);
    row(u"东关社区党委第一支部"_qs, u"branch"_qs, u"东关社区党委第一支部"_qs, u"中共东关社区党委第一支部"_qs);
    row(u"东关党总支第二党支部"_qs, u"branch"_qs, u"东关党总支第二党支部"_qs, u"中共东关党总支第二党支部"_qs);
    row(u"东关社区居民委员会党支部"_qs, u"branch"_qs, u"东关社区居民委员会党支部"_qs,
        u"中共东关社区居民委员会党支部"_qs);
    row(u"东关社区居民委员会"_qs, u"branch"_qs, u"东关社区居民委员会"_qs, u"中共东关社区居民委员会"_qs);
    row(u"南大街一支部"_qs, u"branch"_qs, u"南大街一支部"_qs, u"中共南大街一支部"_qs);
    row(u"东关社区党总支"_qs, u"generalBranch"_qs, u"东关社区党总支"_qs, u"中共东关社区党总支"_qs);
    row(u"第一党小组"_qs, u"group"_qs, u"第一党小组"_qs, u"中共第一党小组"_qs);
    row(u"银龄行动支部"_qs, u"actionBranch"_qs, u"银龄行动支部"_qs, u"中共银龄行动支部"_qs);
    row(u"小区新村"_qs, u"branch"_qs, u"小区新村"_qs, u"中共小区新村"_qs);
}

void TestImportPlan::organisationNames()
{
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    QFETCH(const QString, type);
    QFETCH(const QString, brief);
    QFETCH(const QString, seal);
    QCOMPARE(orgTypeOf(name), type);
    QCOMPARE(shortOrgName(name), brief);
    QCOMPARE(fullOrgName(name), seal);
    QCOMPARE(shortOrgName(brief), brief);
    const CodeTable *types = m_book->catalog().codes().find(u"orgType");
    QVERIFY(types->byCode(type) != nullptr);
    // Both spellings in one file are one organisation.
    Planned planned(*m_book,
                    write({rowOf(line(u"张三"_qs, madeUpId(u"19700101"_qs, 1), name)),
                           rowOf(line(u"李四"_qs, madeUpId(u"19700101"_qs, 2), brief))}),
                    {.createMissing = true});
    QVERIFY(planned.plan.newReferences.size() <= 1);
    QCOMPARE(planned.value(0, u"branch"), planned.value(1, u"branch"));
}

// A list of organisations by the names on their seals: the short names follow, and the next list finds them again.
void TestImportPlan::listOfSeals()
{
    const QString path = writeSheets(m_folder->filePath(u"党组织.xlsx"_qs),
                                     {{u"党组织"_qs,
                                       {},
                                       {u"党组织名称"_qs, u"所在网格"_qs, u"联系电话"_qs},
                                       {rowOf(u"中共凤翔区城关镇东关社区第八支部委员会||0917-7212345"_qs),
                                        rowOf(u"中共东关社区委员会||0917-7212346"_qs)}}});
    Planned planned(*m_book, path, {}, u"partyOrg"_qs);
    QCOMPARE(planned.error, QString());
    QCOMPARE(planned.value(0, u"shortName"), u"东关社区第八党支部"_qs);
    QCOMPARE(planned.value(0, u"fullName"), u"中共凤翔区城关镇东关社区第八支部委员会"_qs);
    QCOMPARE(planned.value(0, u"type"), u"branch"_qs);
    QCOMPARE(planned.value(1, u"type"), u"committee"_qs);
    QVERIFY2(planned.row(0).state == RowState::New, qPrintable(planned.messages(0)));
    QVERIFY_RESULT(Importer::run(**m_book, planned.plan));
    Planned again(*m_book, path, {}, u"partyOrg"_qs);
    QCOMPARE(again.plan.counts().same, 2);
}

void TestImportPlan::blankNeverClears()
{
    const QString id = madeUpId(u"19700315"_qs, 1);
    QVERIFY(m_book->addMember(u"张三"_qs, id, m_basics.branch, m_basics.grid) != 0);
    Planned planned(*m_book, write({rowOf(u"张三|||"_qs + id + u"|||||||")}), {.policy = ImportPolicy::Overwrite});
    QCOMPARE(planned.error, QString());
    for (const PlanChange &change : planned.row(0).changes) {
        QVERIFY(change.after.isValid());
        QVERIFY(storedValue(change.before).toString().isEmpty()); // birth and sex, which follow from the number
    }
}

void TestImportPlan::policies()
{
    const QString id = madeUpId(u"19700315"_qs, 1);
    QVERIFY(m_book->addMember(u"张三"_qs, id, m_basics.branch, m_basics.grid) != 0);
    const QString path =
        write({rowOf(u"张三|||"_qs + id + u"|本科|2003-07-01|2004-07-01|正式党员|东关一支部|13800001111|")});
    const auto applied = [&](ImportPolicy policy) -> QString {
        Planned planned(*m_book, path, {.policy = policy});
        QStringList fields;
        for (const PlanChange &change : planned.row(0).changes) {
            if (change.applied) {
                fields << planned.plan.targets.at(change.field).field.id;
            }
        }
        fields.sort();
        return QString::number(int(planned.row(0).state)) + u' ' + fields.join(u' ');
    };
    QCOMPARE(applied(ImportPolicy::Skip), QString::number(int(RowState::Skipped)) + u' ');
    QCOMPARE(applied(ImportPolicy::FillEmpty), QString::number(int(RowState::Changed)) + u" birth education phone sex");
    QCOMPARE(applied(ImportPolicy::Overwrite),
             QString::number(int(RowState::Changed)) + u" birth education fullDate joinDate phone sex");
    QCOMPARE(applied(ImportPolicy::Ask), QString::number(int(RowState::Conflict)) + u' ');
}

void TestImportPlan::requiresAName()
{
    Planned planned(*m_book,
                    write({rowOf(u"|男|汉|"_qs + madeUpId(u"19700101"_qs, 1) + u"|本科|2001.7||正式|东关一支部||")}));
    QCOMPARE(planned.plan.rows.size(), 1);
    QCOMPARE(planned.row(0).state, RowState::Wrong);
    planned.mend(0, u"name", u"张三"_qs);
    QVERIFY(planned.row(0).state != RowState::Wrong || planned.hasIssue(0, u"name", IssueLevel::Error));
}

// "是否失联" without the month of it, as rosters have it: said, but the row is taken.
void TestImportPlan::absentColumnsDoNotBlock()
{
    const QString path =
        writeSheets(m_folder->filePath(u"a.xlsx"_qs), {{u"名册"_qs,
                                                        {},
                                                        {u"姓名"_qs, u"入党时间"_qs, u"所在党支部"_qs, u"是否失联"_qs},
                                                        {rowOf(u"张三|2001-07-01|东关一支部|是"_qs)}}});
    Planned planned(*m_book, path);
    QCOMPARE(planned.row(0).state, RowState::New);
    QVERIFY(planned.hasIssue(0, u"lostSince", IssueLevel::Warning));
}

void TestImportPlan::maskedExports()
{
    Planned planned(*m_book, write({rowOf(line(u"张三"_qs, u"9999**********0010"_qs))}));
    QCOMPARE(planned.row(0).state, RowState::New);
    QVERIFY(planned.value(0, u"idNumber").isEmpty());
    QVERIFY(planned.hasIssue(0, u"idNumber", IssueLevel::Warning));
}

void TestImportPlan::mendsOneRow()
{
    Planned planned(*m_book, write({rowOf(line(u"张三"_qs, u"110105194912310021"_qs)),
                                    rowOf(line(u"李四"_qs, madeUpId(u"19700101"_qs, 2)))}));
    QCOMPARE(planned.plan.counts().wrong, 1);
    planned.mend(0, u"idNumber", u"11010519491231002X"_qs);
    QCOMPARE(planned.row(0).state, RowState::New);
    QCOMPARE(planned.plan.counts(), (PlanCounts{.added = 2, .warnings = planned.plan.counts().warnings}));
    QCOMPARE(planned.plan.cellText(planned.row(0), planned.plan.target(u"idNumber")), u"11010519491231002X"_qs);
}

void TestImportPlan::refusesForeignSheets()
{
    Planned planned(*m_book, writeText(m_folder->filePath(u"a.csv"_qs), "date,amount\n2021,5\n"));
    QVERIFY(!planned.error.isEmpty());
    Planned missing(*m_book, m_folder->filePath(u"none.xlsx"_qs));
    QVERIFY(!missing.error.isEmpty());
}

QTEST_GUILESS_MAIN(TestImportPlan)
#include "tst_importplan.moc"
