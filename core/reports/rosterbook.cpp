#include "core/reports/rosterbook.h"
#include "core/registry/valuetext.h"
#include <QCoreApplication>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pageOfRows = 500;

struct RosterColumn
{
    QString field;
    QString head;
    Column column;
    bool onlyWide = false; // A3
};

QList<RosterColumn> rosterColumns(Paper paper)
{
    QList<RosterColumn> columns{{u"name"_qs, u"姓名"_qs, Column::mm(18)},
                                {u"sex"_qs, u"性别"_qs, Column::mm(9, Align::Center)},
                                {u"ethnic"_qs, u"民族"_qs, Column::mm(12, Align::Center)},
                                {u"birth"_qs, u"出生日期"_qs, Column::mm(19, Align::Center)},
                                {u"idNumber"_qs, u"公民身份号码"_qs, Column::mm(34, Align::Center)},
                                {u"education"_qs, u"学历"_qs, Column::share(3.4)},
                                {u"category"_qs, u"人员类别"_qs, Column::mm(16, Align::Center)},
                                {u"joinDate"_qs, u"入党时间"_qs, Column::mm(19, Align::Center)},
                                {u"fullDate"_qs, u"转正时间"_qs, Column::mm(19, Align::Center)},
                                {u"group"_qs, u"党小组"_qs, Column::share(3.6)},
                                {u"grid"_qs, u"网格"_qs, Column::share(2.4)},
                                {u"workPost"_qs, u"工作岗位"_qs, Column::share(3.4)},
                                {u"phone"_qs, u"联系电话"_qs, Column::mm(22, Align::Center)},
                                {u"address"_qs, u"家庭住址"_qs, Column::share(6), true},
                                {u"mobile"_qs, u"流动"_qs, Column::mm(12, Align::Center), true},
                                {u"lost"_qs, u"失联"_qs, Column::mm(12, Align::Center), true}};
    if (paper != Paper::A3) {
        columns.removeIf([](const RosterColumn &column) { return column.onlyWide; });
    }
    return columns;
}

Table emptyTable(const QList<RosterColumn> &columns)
{
    Table table;
    table.size = FontSize::LesserFive;
    table.blank.clear();
    table.columns = {Column::mm(10, Align::Center)};
    QStringList heads{u"序号"_qs};
    for (const RosterColumn &column : columns) {
        table.columns.append(column.column);
        heads << column.head;
    }
    table.columns.append(Column::share(1.2));
    heads << u"备注"_qs;
    table.setHead(heads);
    return table;
}

void addCover(Document &document, const QString &unit, QDate day, qsizetype members)
{
    PageSetup page = document.page;
    page.numbering = Numbering::None;
    Section &cover = document.addSection(u"封面"_qs, page);
    cover.add(Space{3});
    cover.add(Title{{unit, u"党员花名册"_qs}, Face::TitleSong, FontSize::LesserOne});
    cover.add(Paragraph::line(u"（%1年）"_qs.arg(day.year()), Align::Center, Face::Kai, FontSize::Two));
    cover.add(Space{2});
    cover.add(Paragraph::line(u"截至%1　共%2名"_qs.arg(officialDate(day)).arg(members), Align::Center, Face::FangSong,
                              FontSize::Three));
}

void addEnd(Section &section, qsizetype members, qsizetype probationary)
{
    section.add(Paragraph::line(
        members == 0
            ? u"本册没有登记党员。"_qs
            : u"本册登记党员%1名，其中预备党员%2名；编号第1号至第%1号，无空号。"_qs.arg(members).arg(probationary),
        Align::Left, Face::FangSong, FontSize::Four));
    section.add(
        FootLine{{u"填表人（签名）："_qs, u"审核人（签名）："_qs, u"书记（签名）："_qs, u"　　年　　月　　日"_qs},
                 FontSize::Four});
}

// What stands under a branch and in a community need not name them again in every row: 东关一支部锦绣花园楼栋党小组
// under 东关一支部 is 锦绣花园楼栋党小组, 东关社区 第一网格 is 第一网格.
QString withoutHead(const QString &field, const QString &text, const QString &branch)
{
    if (field == u"group" && text.size() > branch.size() && text.startsWith(branch)) {
        return text.mid(branch.size()).trimmed();
    }
    return field == u"grid" ? text.section(u' ', -1) : text;
}

// On the roll (members.total): whose membership has not ended; a state that was not entered counts as normal.
QVariantList registeredStates(const CodeTables &codes)
{
    QVariantList states{QVariant()};
    for (const CodeItem &item : codes.find(codes::membershipState)->items) {
        if (item.hasTag(u"registered")) {
            states.append(item.code);
        }
    }
    return states;
}

Result<QString> coverName(RegistryReader &reader, const RosterBookOptions &options)
{
    if (!options.unit.isEmpty()) {
        return options.unit;
    }
    if (options.branch != 0) {
        return reader.title(u"partyOrg"_qs, options.asOf, options.branch);
    }
    GRIDBOOK_ASSIGN(const QVariant name,
                    reader.database().scalar(u"SELECT value FROM book_info WHERE name = 'name'"_qs));
    return name.toString();
}

} // namespace

Result<Document> rosterBook(RegistryReader &reader, const RosterBookOptions &options)
{
    const RegistrySpec *const spec = reader.catalog().registry(u"member");
    const CodeTables &codes = reader.catalog().codes();
    GRIDBOOK_ASSIGN(const auto transaction, Transaction::begin(reader.database(), Transaction::Kind::Read));
    Query query{u"member"_qs, options.asOf, {}, {}, {{u"branch"_qs}, {u"name"_qs}}, {}};
    if (options.only.isEmpty()) {
        query.filters = {{u"state"_qs, FilterOp::OneOf, registeredStates(codes)}};
    }
    query.only = options.only;
    if (options.branch != 0) {
        query.filters.append({u"branch"_qs, FilterOp::OneOf, {options.branch}});
    }
    GRIDBOOK_ASSIGN(const QList<RowId> ids, reader.ids(query));
    GRIDBOOK_ASSIGN(const QString unit, coverName(reader, options));
    const QList<RosterColumn> columns = rosterColumns(options.paper);
    QStringList fields{u"branch"_qs};
    for (const RosterColumn &column : columns) {
        fields << column.field;
    }
    Document document;
    document.title = u"党员花名册"_qs;
    document.mark = u"内部资料 注意保管"_qs;
    document.page = PageSetup::book(options.paper);
    addCover(document, unit, options.asOf, ids.size());
    Table table = emptyTable(columns);
    const TextStyle style{u"zh"_qs, options.masked, false};
    QString branch;
    qsizetype number = 0;
    qsizetype probationary = 0;
    for (qsizetype at = 0; at < ids.size(); at += pageOfRows) {
        if (!options.progress.goesOn(at, ids.size(), QCoreApplication::translate("Reports", "Reading members"))) {
            return Error{ErrorKind::Cancelled, QCoreApplication::translate("Reports", "Cancelled."), {}};
        }
        GRIDBOOK_ASSIGN(const QList<RowData> rows,
                        reader.rows(u"member"_qs, options.asOf, ids.mid(at, pageOfRows), fields));
        for (const RowData &row : rows) {
            if (const QString name = row.values.first().value<ReferenceValue>().title; name != branch || number == 0) {
                branch = name;
                table.add({Cell::value(branch, int(table.columns.size()))}, RowKind::Group);
            }
            QList<Cell> cells{Cell(QString::number(++number))};
            bool isProbationary = false;
            for (qsizetype i = 0; i < columns.size(); ++i) {
                QString text = valueText(*spec->field(columns.at(i).field), row.values.at(i + 1), codes, style);
                isProbationary = isProbationary || (columns.at(i).field == u"category" && text == u"预备党员");
                if (isProbationary && columns.at(i).field == u"fullDate") {
                    text.clear(); // not yet, as of the day
                }
                cells.append(Cell(withoutHead(columns.at(i).field, text, branch)));
            }
            probationary += isProbationary ? 1 : 0;
            cells.append(Cell());
            table.add(cells);
        }
    }
    Section &section = document.addSection(u"党员花名册"_qs);
    section.add(table);
    addEnd(section, number, probationary);
    return document;
}

} // namespace gridbook
