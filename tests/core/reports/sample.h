#pragma once
// A report with every kind of block, which the tests of the model and of its painters share.
#include "core/reports/document.h"

namespace gridbook::testing {

inline Table gridTable()
{
    Table table;
    table.caption = QStringLiteral("表1 网格情况");
    table.unit = QStringLiteral("单位：户、人");
    table.columns = {Column::mm(12, Align::Center),  Column::share(3),
                     Column::share(2, Align::Right), Column::share(2, Align::Right),
                     Column::share(2, Align::Right), Column::share(2, Align::Right)};
    table.head = {Row({Cell::head(QStringLiteral("序号"), 1, 2), Cell::head(QStringLiteral("网格"), 1, 2),
                       Cell::head(QStringLiteral("常住"), 2), Cell::head(QStringLiteral("党员"), 2)}),
                  Row({Cell::head(QStringLiteral("户数")), Cell::head(QStringLiteral("人数")),
                       Cell::head(QStringLiteral("在册")), Cell::head(QStringLiteral("在职"))})};
    for (int i = 1; i <= 5; ++i) {
        table.add({Cell(QString::number(i)), Cell(QStringLiteral("第%1网格（春江花园）").arg(i)), Cell::count(200 + i),
                   Cell::count(601 + i), Cell::count(30 + i, QStringLiteral("party.members:%1").arg(i)),
                   i == 3 ? Cell() : Cell::count(i)});
    }
    table.add({Cell::value(QStringLiteral("合计"), 2, 1, Align::Center), Cell::count(1015), Cell::count(3020),
               Cell::count(165, QStringLiteral("party.members")), Cell::count(12)},
              RowKind::Total);
    return table;
}

inline Table rosterTable(int rows)
{
    Table table;
    table.caption = QStringLiteral("党员花名册");
    table.columns = {Column::mm(14, Align::Center),
                     Column::mm(24),
                     Column::mm(14, Align::Center),
                     Column::share(2),
                     Column::share(3),
                     Column::mm(28, Align::Right)};
    table.setHead({QStringLiteral("序号"), QStringLiteral("姓名"), QStringLiteral("性别"), QStringLiteral("入党时间"),
                   QStringLiteral("所在党支部"), QStringLiteral("应交党费（元）")});
    for (int i = 1; i <= rows; ++i) {
        table.add(
            {Cell(QString::number(i)), Cell(QStringLiteral("王小明")),
             Cell(i % 2 ? QStringLiteral("男") : QStringLiteral("女")), Cell(QStringLiteral("1998年7月1日")),
             Cell(i % 7 ? QStringLiteral("第一网格党支部") : QStringLiteral("春江花园小区第十二网格联合功能型党支部")),
             Cell::decimal(12.5 + i % 5, 2, QStringLiteral("dues:%1").arg(i))},
            i == 4 ? RowKind::Void : RowKind::Normal);
    }
    return table;
}

inline Document sampleReport(int rosterRows = 60)
{
    Document document;
    document.title = QStringLiteral("2026年第三季度工作报告");
    Section &body = document.addSection(QStringLiteral("报告"));
    body.add(Title{{QStringLiteral("春江社区党委关于2026年第三季度"), QStringLiteral("城市基层党建工作情况的报告")}});
    body.add(Addressee{QStringLiteral("滨江街道党工委：")});
    body.add(Paragraph(Runs{Run(QStringLiteral("2026年第三季度，春江社区党委下设党支部")),
                            Run::figure(QStringLiteral("12"), QStringLiteral("party.branches")),
                            Run(QStringLiteral("个，在册党员")),
                            Run::figure(QStringLiteral("165"), QStringLiteral("party.members")),
                            Run(QStringLiteral("名；在职党员到社区报到")), Run::strong(QStringLiteral("88名")),
                            Run(QStringLiteral("。现将有关情况（含“五单制”办理情况）报告如下。"))}));
    KeyFigures headline;
    headline.items = {{QStringLiteral("在册党员"),
                       QStringLiteral("165"),
                       QStringLiteral("较上季+3"),
                       {QStringLiteral("party.members")}},
                      {QStringLiteral("报到在职党员"),
                       QStringLiteral("88"),
                       QStringLiteral("较上季+12"),
                       {QStringLiteral("reports.people")}},
                      {QStringLiteral("志愿时长（小时）"),
                       QStringLiteral("1 204"),
                       QStringLiteral("较上季-2.1%"),
                       {QStringLiteral("service.hours")}},
                      {QStringLiteral("五单办结率"), QStringLiteral("97.5%"), {}, {QStringLiteral("orders.closed")}},
                      {QStringLiteral("问题解决率"), QStringLiteral("—"), {}, {}}};
    body.add(headline);
    body.add(Heading{1, headingNumber(1, 1) + QStringLiteral("组织建设（网格化）")});
    body.add(Heading{2, headingNumber(2, 1) + QStringLiteral("网格党组织覆盖")});
    body.add(Paragraph(
        QStringLiteral("按照“规模适度、便于管理、完整无缝”的要求，全社区划分网格5个，每个网格均建立党支部或党小组，"
                       "实现党的组织和工作全覆盖。各网格长由社区“两委”成员担任，网格员由社区工作者、楼组长和在职党员"
                       "共同组成；走访、议事、服务事项一律登记在册，做到件件有着落、事事有回音。")));
    body.add(gridTable());
    body.add(Heading{3, headingNumber(3, 1) + QStringLiteral("换届情况。")});
    body.add(Heading{4, headingNumber(4, 1) + QStringLiteral("届期提醒。")});
    body.add(Paragraph(QStringLiteral("本季度内任期届满的党支部1个，已按期换届。")));
    Chart chart;
    chart.caption = QStringLiteral("图1 党员年龄分布");
    chart.unit = QStringLiteral("单位：人");
    chart.points = {{QStringLiteral("30岁及以下"), 12, {QStringLiteral("age:30")}},
                    {QStringLiteral("31—45岁"), 38, {QStringLiteral("age:45")}},
                    {QStringLiteral("46—60岁"), 51, {QStringLiteral("age:60")}},
                    {QStringLiteral("61岁以上"), 64, {QStringLiteral("age:61")}}};
    body.add(chart);
    body.add(Heading{1, headingNumber(1, 2) + QStringLiteral("下季度打算")});
    body.add(Paragraph(QStringLiteral("一是抓好届期提醒；二是推进双向清单；三是办好“五单”。")));
    body.add(Attachments{{QStringLiteral("春江社区党员花名册"), QStringLiteral("党员基本情况表")}});
    body.add(SignOff{{QStringLiteral("中共春江社区委员会")}, QDate(2026, 9, 30)});
    Section &annex = document.addSection(QStringLiteral("花名册"), PageSetup::landscapeAnnex());
    annex.add(rosterTable(rosterRows));
    annex.add(FootLine{{QStringLiteral("填报单位（盖章）："), QStringLiteral("填表人："),
                        QStringLiteral("审核人（书记）："), QStringLiteral("填报日期：")}});
    Section &forms = document.addSection(QStringLiteral("采集表"), PageSetup::form());
    forms.add(Title{{QStringLiteral("党员基本信息采集表")}, Face::Hei, FontSize::Two});
    FormGrid form;
    form.columns = {Column::share(3), Column::share(4), Column::share(2),
                    Column::share(2), Column::share(3), Column::share(4)};
    form.rows = {
        Row({Cell::labelled(QStringLiteral("姓名")), Cell::value(QStringLiteral("王小明")),
             Cell::labelled(QStringLiteral("性别")), Cell::value(QStringLiteral("男"), 1, 1, Align::Center),
             Cell::labelled(QStringLiteral("民族")), Cell::value(QStringLiteral("汉族"))},
            RowKind::Normal, 12),
        Row({Cell::labelled(QStringLiteral("公民身份号码")), Cell::value(QStringLiteral("11010519491231002X"), 5)},
            RowKind::Normal, 12),
        Row({Cell::labelled(QStringLiteral("党支部意见"), 1, 2), Cell::value({}, 5)}, RowKind::Normal, 30),
        Row({Cell::value(QStringLiteral("签名：        年  月  日"), 5, 1, Align::Right)}, RowKind::Normal, 10)};
    forms.add(form);
    forms.add(CutLine{QStringLiteral("（骑缝章）")});
    forms.add(Note{QStringLiteral("注：本表一式两份。")});
    return document;
}

} // namespace gridbook::testing
