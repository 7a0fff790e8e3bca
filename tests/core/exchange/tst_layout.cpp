#include "core/exchange/headings.h"
#include "core/exchange/layout.h"
#include "tests/core/exchange/craft.h"
#include "tests/support/testing.h"
#include <QMetaEnum>
#include <QTemporaryDir>

using namespace gridbook;
using namespace gridbook::exchange;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

QList<ColumnTarget> memberTargets()
{
    return {{u"name"_s, {u"姓名"_s}},
            {u"sex"_s, {u"性别"_s}},
            {u"nation"_s, {u"民族"_s}},
            {u"birth"_s, {u"出生年月"_s, u"出生日期"_s, u"生日"_s}},
            {u"id"_s, {u"身份证号"_s, u"公民身份号码"_s, u"身份证号码"_s, u"证件号"_s}},
            {u"joined"_s, {u"入党时间"_s, u"入党日期"_s, u"加入党组织日期"_s}},
            {u"category"_s, {u"人员类别"_s, u"党员类型"_s, u"党员类别"_s}},
            {u"branch"_s, {u"所在党支部"_s, u"所属支部"_s, u"所在党组织"_s}},
            {u"partyPost"_s, {u"党内职务"_s}},
            {u"post"_s, {u"职务"_s, u"工作单位及职务"_s}},
            {u"phone"_s, {u"联系电话"_s, u"手机"_s, u"电话"_s, u"手机号"_s}},
            {u"migrant"_s, {u"是否农民工"_s}},
            {u"complete"_s, {u"信息完整度(%)"_s}},
            {u"dues"_s, {u"党费标准"_s, u"月应交"_s}},
            {u"note"_s, {u"备注"_s}}};
}

LayoutOptions byName()
{
    LayoutOptions options;
    options.nameField = u"name"_s;
    return options;
}

// Lines of cells divided by |; "" is an empty row, which the readers leave out.
QList<SheetRow> rowsOf(const QStringList &lines)
{
    QList<SheetRow> rows;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].isEmpty()) {
            continue;
        }
        SheetRow row{.number = static_cast<int>(i) + 1};
        const QStringList cells = lines[i].split(u'|');
        for (const QString &cell : cells) {
            row.cells.append(Cell::ofText(cell));
        }
        rows.append(row);
    }
    return rows;
}

QString nameOf(RowClass kind)
{
    static const QStringList names = {u"title"_s, u"head"_s,     u"data"_s,  u"nameless"_s,
                                      u"group"_s, u"subtotal"_s, u"blank"_s, u"note"_s};
    return names.value(static_cast<int>(kind));
}

// "3 data 第一网格党支部: 张三"
QString classified(const QList<SheetRow> &rows, const SheetLayout &layout)
{
    RowClassifier classifier(layout);
    QString text;
    for (const SheetRow &row : rows) {
        const DataRow data = classifier.classify(row);
        text += u"%1 %2"_s.arg(data.number).arg(nameOf(data.kind));
        if (data.kind == RowClass::Data) {
            text += u" %1: %2"_s.arg(data.group, data.cells.value(qMax(0, layout.columnOf(u"name"_s))).text);
        }
        text += u'\n';
    }
    return text;
}

QString fieldsOf(const SheetLayout &layout)
{
    QStringList fields;
    for (const SheetColumn &column : layout.columns) {
        fields.append(column.ordinal ? u"#"_s : column.field.isEmpty() ? u"?"_s : column.field);
    }
    return fields.join(u' ');
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void normalizesHeadings_data();
    void normalizesHeadings();
    void keysMappings();
    void findsTheHead_data();
    void findsTheHead();
    void readsTitleUnitAndDate_data();
    void readsTitleUnitAndDate();
    void classifiesRows();
    void nestsGroups();
    void takesGroupFromTheSheetName();
    void fillsMergedBranches();
    void takesTheUsersHead();
    void understandsAFile();
    void namesGroups_data();
    void namesGroups();
};

void TestLayout::normalizesHeadings_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("normal");
    QTest::addColumn<QString>("bare");
    QTest::newRow("plain") << u"姓名"_s << u"姓名"_s << u"姓名"_s;
    QTest::newRow("trailing blank") << u"是否农民工 "_s << u"是否农民工"_s << u"是否农民工"_s;
    QTest::newRow("blanks of all sorts") << u"姓\u3000\u00a0 \n\t\u200b名\ufeff"_s << u"姓名"_s << u"姓名"_s;
    QTest::newRow("full width") << u"ＩＤ号（１８位）"_s << u"id号(18位)"_s << u"id号"_s;
    QTest::newRow("percent") << u"信息完整度（%）"_s << u"信息完整度(%)"_s << u"信息完整度"_s;
    QTest::newRow("brackets") << u"出生年月〔公历〕【必】"_s << u"出生年月(公历)(必)"_s << u"出生年月"_s;
    QTest::newRow("obligation") << u"*姓名：(必填)"_s << u"姓名"_s << u"姓名"_s;
    QTest::newRow("empty") << u" "_s << QString() << QString();
}

void TestLayout::normalizesHeadings()
{
    QFETCH(QString, heading);
    QFETCH(QString, normal);
    QFETCH(QString, bare);
    QCOMPARE(normalHeading(heading), normal);
    QCOMPARE(bareHeading(heading), bare);
}

void TestLayout::keysMappings()
{
    const QString key = mappingKey({u"序号"_s, u"姓名"_s, u"性别"_s});
    QCOMPARE(key.size(), 64);
    QCOMPARE(mappingKey({u"性 别"_s, u"姓名 "_s, QString()}), key);
    QVERIFY(mappingKey({u"姓名"_s}) != key);
    QVERIFY(mappingKey({u"姓名"_s, u"性别"_s, u"性别"_s}) != key);
}

void TestLayout::findsTheHead_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QList<CellRange>>("merges");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("headings");
    using Merges = QList<CellRange>;
    QTest::newRow("plain") << QStringList{u"序号|姓名|性别|身份证号|特长"_s, u"1|张三|男|6|唱歌"_s} << Merges{}
                           << u"1-1"_s << u"# name sex id ?"_s << u"序号,姓名,性别,身份证号,特长"_s;
    QTest::newRow("title, unit line, blank row")
        << QStringList{u"凤鸣社区党员花名册 (2026年)"_s, u"填报单位：凤鸣社区||填报日期：2026.3.31"_s, u""_s,
                       u"姓名|性别|出生年月（公历）|联系电话"_s, u"张三|男|1990.1|139"_s}
        << Merges{{1, 0, 1, 3}, {2, 0, 2, 1}} << u"4-4"_s << u"name sex birth phone"_s
        << u"姓名,性别,出生年月（公历）,联系电话"_s;
    QTest::newRow("two rows, known headings below")
        << QStringList{u"党员花名册"_s, u"序号|基本情况|||党内情况||备注"_s, u"|姓名|性别|民族|入党时间|职务|"_s,
                       u"1|张三|男|汉|2021.7|书记|"_s}
        << Merges{{1, 0, 1, 6}, {2, 0, 3, 0}, {2, 1, 2, 3}, {2, 4, 2, 5}, {2, 6, 3, 6}} << u"2-3"_s
        << u"# name sex nation joined post note"_s
        << u"序号,基本情况/姓名,基本情况/性别,基本情况/民族,党内情况/入党时间,党内情况/职务,备注"_s;
    QTest::newRow("two rows, known headings above")
        << QStringList{u"姓名|性别|民族|联系方式||党内"_s, u"|||手机|住址|职务"_s, u"张三|男|汉|139|x|书记"_s}
        << Merges{{1, 0, 2, 0}, {1, 1, 2, 1}, {1, 2, 2, 2}, {1, 3, 1, 4}} << u"1-2"_s
        << u"name sex nation phone ? partyPost"_s << u"姓名,性别,民族,联系方式/手机,联系方式/住址,党内/职务"_s;
    QTest::newRow("two rows without merges, below")
        << QStringList{u"基本情况|||党内情况||备注"_s, u"姓名|性别|民族|入党时间|职务|"_s, u"张三|男|汉|2021.7|书记|"_s}
        << Merges{} << u"1-2"_s << u"name sex nation joined post note"_s
        << u"基本情况/姓名,基本情况/性别,基本情况/民族,党内情况/入党时间,党内情况/职务,备注"_s;
    QTest::newRow("two rows without merges, above")
        << QStringList{u"姓名|性别|民族|联系方式|"_s, u"|||手机|住址"_s, u"张三|男|汉|139|x"_s} << Merges{} << u"1-2"_s
        << u"name sex nation phone ?"_s << u"姓名,性别,民族,联系方式/手机,联系方式/住址"_s;
    QTest::newRow("one row, first member has gaps")
        << QStringList{u"姓名|性别|民族|手机"_s, u"张三|||139"_s} << Merges{} << u"1-1"_s << u"name sex nation phone"_s
        << u"姓名,性别,民族,手机"_s;
    QTest::newRow("the national export") << QStringList{u"姓名|身份证号码|性别|是否农民工 |信息完整度(%)"_s} << Merges{}
                                         << u"1-1"_s << u"name id sex migrant complete"_s
                                         << u"姓名,身份证号码,性别,是否农民工,信息完整度(%)"_s;
    QTest::newRow("better heading wins") << QStringList{u"姓名|电话(宅)|性别|手机|职务"_s} << Merges{} << u"1-1"_s
                                         << u"name ? sex phone post"_s << u"姓名,电话(宅),性别,手机,职务"_s;
    QTest::newRow("names and telephones only") << QStringList{u"通讯录"_s, u"姓名|电话"_s, u"张三|139"_s} << Merges{}
                                               << u"2-2"_s << u"name phone"_s << u"姓名,电话"_s;
    QTest::newRow("no head") << QStringList{u"张三|男"_s, u"李四|女"_s} << Merges{} << u"0-0"_s << u"? ?"_s << u"A,B"_s;
    QTest::newRow("dues by month") << QStringList{u"序号|姓名|月应交|1月|2月|合计|备注"_s} << Merges{} << u"1-1"_s
                                   << u"# name dues ? ? ? note"_s << u"序号,姓名,月应交,1月,2月,合计,备注"_s;
}

void TestLayout::findsTheHead()
{
    QFETCH(QStringList, lines);
    QFETCH(QList<CellRange>, merges);
    QFETCH(QString, head);
    QFETCH(QString, fields);
    QFETCH(QString, headings);
    SheetInfo info;
    info.merges = merges;
    const SheetLayout layout = understandSheet(rowsOf(lines), info, memberTargets(), byName());
    QCOMPARE(u"%1-%2"_s.arg(layout.firstHeadRow).arg(layout.lastHeadRow), head);
    QCOMPARE(fieldsOf(layout), fields);
    QCOMPARE(layout.headings().join(u','), headings);
}

void TestLayout::readsTitleUnitAndDate_data()
{
    QTest::addColumn<QStringList>("above");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("date");
    QTest::addColumn<int>("year");
    QTest::newRow("all") << QStringList{u"凤鸣社区党员花名册 (2026年)"_s,
                                        u"填报单位：凤鸣社区党总支|||填报日期：2025年12月31日"_s}
                         << u"凤鸣社区党员花名册 (2026年)"_s << u"凤鸣社区党总支"_s << u"2025年12月31日"_s << 2026;
    QTest::newRow("in one cell") << QStringList{u"花名册"_s, u"单位(盖章)： 凤鸣社区   填表日期: 2026.3.31"_s}
                                 << u"花名册"_s << u"凤鸣社区"_s << u"2026.3.31"_s << 2026;
    QTest::newRow("bare date") << QStringList{u"党员名册"_s, u"|||2024年6月"_s} << u"党员名册"_s << QString()
                               << u"2024年6月"_s << 2024;
    QTest::newRow("nothing") << QStringList{} << QString() << QString() << QString() << 0;
}

void TestLayout::readsTitleUnitAndDate()
{
    QFETCH(QStringList, above);
    QFETCH(QString, title);
    QFETCH(QString, unit);
    QFETCH(QString, date);
    QFETCH(int, year);
    const SheetLayout layout =
        understandSheet(rowsOf(above + QStringList{u"姓名|性别|民族|手机"_s}), {}, memberTargets(), byName());
    QCOMPARE(layout.firstHeadRow, static_cast<int>(above.size()) + 1);
    QCOMPARE(layout.title, title);
    QCOMPARE(layout.unit, unit);
    QCOMPARE(layout.reportDate, date);
    QCOMPARE(layout.year, year);
}

void TestLayout::classifiesRows()
{
    const QList<SheetRow> rows = rowsOf({u"凤鸣社区党员花名册 (2026年)"_s,
                                         u"序号|姓名|性别|民族|联系电话|备注"_s,
                                         u"第一网格党支部 (25人)"_s,
                                         u"1|张三|男|汉|139|"_s,
                                         u"2|李 四|女|汉||"_s,
                                         u"|小 计|2||| "_s,
                                         u""_s,
                                         u"第二网格党支部|||25人"_s,
                                         u"序号|姓名|性别|民族|联系电话|备注"_s,
                                         u"5|王五"_s,
                                         u"6||男|汉|138"_s,
                                         u"7"_s,
                                         u" | "_s,
                                         u"合计：3人"_s,
                                         u"|共14人"_s,
                                         u"|（共 3 名）"_s,
                                         u"注：本表一式两份"_s,
                                         u"|填表人：赵六||审核人："_s,
                                         u"第三党小组"_s,
                                         u"8|钱七|男"_s});
    const SheetLayout layout = understandSheet(rows, {}, memberTargets(), byName());
    QCOMPARE(classified(rows, layout),
             u"1 title\n2 head\n3 group\n"
             u"4 data 第一网格党支部: 张三\n5 data 第一网格党支部: 李 四\n6 subtotal\n"
             u"8 group\n9 head\n10 data 第二网格党支部: 王五\n11 nameless\n12 note\n13 blank\n"
             u"14 subtotal\n15 subtotal\n16 subtotal\n17 note\n18 note\n19 group\n20 data 第三党小组: 钱七\n"_s);
}

// A branch, its groups and its grids hold side by side; what counts the members is no member.
void TestLayout::nestsGroups()
{
    const auto nested = [](const QList<SheetRow> &rows, const QString &sheet) {
        SheetInfo info;
        info.name = sheet;
        RowClassifier classifier(understandSheet(rows, info, memberTargets(), byName()));
        QStringList all;
        for (const SheetRow &row : rows) {
            const DataRow data = classifier.classify(row);
            if (data.kind == RowClass::Data || data.kind == RowClass::Nameless) {
                all << (data.around + QStringList{data.group, data.cells.value(0).text}).join(u'/');
            }
        }
        return all.join(u' ');
    };
    QCOMPARE(
        nested(rowsOf({u"姓名|性别|民族"_s, u"一、东关一支部（2名）"_s, u"第一党小组"_s, u"张三|男|汉"_s, u"第一网格"_s,
                       u"李四|男|汉"_s, u"第二党小组："_s, u"王五|男|汉"_s, u"其中：女党员0名"_s, u"（二）东关二支部"_s,
                       u"赵六|男|汉"_s, u"共14人"_s, u"全支部共有党员14名，其中女党员3名"_s}),
               u"Sheet1"_s),
        u"东关一支部/第一党小组/张三 东关一支部/第一党小组/第一网格/李四 东关一支部/第二党小组/王五 "
        u"东关二支部/赵六"_s);
    QCOMPARE(nested(rowsOf({u"姓名|性别|民族"_s, u"第一网格"_s, u"东关一支部"_s, u"张三|男|汉"_s, u"东关二支部"_s,
                            u"李四|男|汉"_s, u"第二网格"_s, u"王五|男|汉"_s}),
                    u"网格党员"_s),
             u"第一网格/东关一支部/张三 第一网格/东关二支部/李四 第二网格/王五"_s);
    QCOMPARE(nested(rowsOf({u"姓名|性别|民族"_s, u"张三|男|汉"_s, u"第二网格"_s, u"王五|男|汉"_s}), u"东关一支部"_s),
             u"东关一支部/张三 东关一支部/第二网格/王五"_s);
}

void TestLayout::takesGroupFromTheSheetName()
{
    const QList<SheetRow> rows = rowsOf({u"姓名|性别|民族"_s, u"张三|男|汉"_s});
    SheetInfo info;
    info.name = u"第三网格党支部(30人)"_s;
    QCOMPARE(classified(rows, understandSheet(rows, info, memberTargets(), byName())),
             u"1 head\n2 data 第三网格党支部: 张三\n"_s);
    info.name = u"Sheet1"_s;
    QCOMPARE(classified(rows, understandSheet(rows, info, memberTargets(), byName())), u"1 head\n2 data : 张三\n"_s);
}

void TestLayout::fillsMergedBranches()
{
    const QList<SheetRow> rows =
        rowsOf({u"所在党支部|姓名|性别"_s, u"一支部|张三|男"_s, u"|李四|女"_s, u""_s, u"|王五|男"_s, u"|赵六|女"_s});
    SheetInfo info;
    info.merges = {{2, 0, 5, 0}, {5, 1, 6, 1}};
    const SheetLayout layout = understandSheet(rows, info, memberTargets(), byName());
    RowClassifier classifier(layout);
    QStringList branches;
    for (const SheetRow &row : rows) {
        branches.append(classifier.classify(row).cells.value(0).text);
    }
    QCOMPARE(branches, (QStringList{u"所在党支部"_s, u"一支部"_s, u"一支部"_s, u"一支部"_s, QString()}));
}

void TestLayout::takesTheUsersHead()
{
    const QList<SheetRow> rows = rowsOf({u"姓名|性别|民族"_s, u"名字|男女|族别"_s, u"张三|男|汉"_s});
    LayoutOptions options = byName();
    options.firstHeadRow = 2;
    options.lastHeadRow = 2;
    SheetLayout layout = understandSheet(rows, {}, memberTargets(), options);
    QCOMPARE(layout.headings(), (QStringList{u"名字"_s, u"男女"_s, u"族别"_s}));
    QCOMPARE(layout.matched(), 0);
    layout.columns[0].field = u"name"_s; // as the user chooses in the wizard
    QCOMPARE(classified(rows, layout), u"1 title\n2 head\n3 data : 张三\n"_s);
}

void TestLayout::understandsAFile()
{
    QTemporaryDir folder;
    Workbook book;
    book.sheets = R"(<sheet name="第一网格党支部" sheetId="1" r:id="rId1"/>)";
    book.before = R"(<cols><col min="3" max="3" hidden="1"/></cols>)";
    book.after = R"(<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:B2"/><mergeCell ref="C2:C3"/></mergeCells>)";
    const auto row = [](int number, const QList<QByteArray> &cells, const QByteArray &attributes = {}) -> QByteArray {
        QByteArray xml = "<row r=\"" + QByteArray::number(number) + "\"" + attributes + ">";
        for (const QByteArray &cell : cells) {
            xml += cell.isEmpty() ? QByteArray("<c/>") : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
        }
        return xml + "</row>";
    };
    book.rows = row(1, {"党员花名册"}) + row(2, {"基本情况", "", "民族", "手机"}) + row(3, {"姓名", "性别"}) +
                row(5, {"张三", "男", "汉", "139"}) + row(6, {"李四", "女"}, " hidden=\"1\"");
    const QString path = folder.filePath(u"名册.xlsx"_s);
    QVERIFY(writeZip(path, book.parts()));
    const auto reader = openSheets(path);
    QVERIFY_RESULT(reader);
    const auto layout = understandSheet(*reader.value(), 0, memberTargets(), byName());
    QVERIFY_RESULT(layout);
    QCOMPARE(layout->firstHeadRow, 2);
    QCOMPARE(layout->lastHeadRow, 3);
    QCOMPARE(fieldsOf(*layout), u"name sex nation phone"_s);
    QVERIFY(layout->columns[2].hidden);
    QStringList names;
    QVERIFY_RESULT(readRows(*reader.value(), 0, *layout, [&names](const DataRow &data) {
        if (data.kind == RowClass::Data) {
            names.append(data.group + u' ' + data.cells.value(0).text + (data.hidden ? u" hidden"_s : QString()));
        }
        return true;
    }));
    QCOMPARE(names, (QStringList{u"第一网格党支部 张三"_s, u"第一网格党支部 李四 hidden"_s}));
}

void TestLayout::namesGroups_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("count") << u"第一网格党支部 (25人)"_s << u"第一网格党支部"_s;
    QTest::newRow("full width") << u"第一网格党支部（共25名党员）"_s << u"第一网格党支部"_s;
    QTest::newRow("bare count") << u"第一网格党支部 25人"_s << u"第一网格党支部"_s;
    QTest::newRow("colon") << u"第一网格党支部："_s << u"第一网格党支部"_s;
    QTest::newRow("brackets that belong to it") << u"第一网格(东区)党支部"_s << u"第一网格(东区)党支部"_s;
    QTest::newRow("plain") << u"第12网格"_s << u"第12网格"_s;
    QTest::newRow("Chinese number") << u"一、东关一支部（2名）"_s << u"东关一支部"_s;
    QTest::newRow("number in brackets") << u"（二）东关二支部"_s << u"东关二支部"_s;
    QTest::newRow("digit") << u"3.东关三支部："_s << u"东关三支部"_s;
    QTest::newRow("count and colon") << u"1、东关一支部（2名）："_s << u"东关一支部"_s;
    QTest::newRow("the number of the branch") << u"二、二支部"_s << u"二支部"_s;
    QTest::newRow("another sort of number") << u"1、一支部"_s << u"一支部"_s;
    QTest::newRow("two buildings") << u"1、2号楼党支部"_s << u"1、2号楼党支部"_s;
    QTest::newRow("two branches") << u"一、二支部"_s << u"一、二支部"_s;
}

void TestLayout::namesGroups()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QCOMPARE(groupName(text), name);
}

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
