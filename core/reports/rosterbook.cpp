#include "core/reports/rosterbook.h"
#include "core/party/orgspecs.h"
#include "core/registry/valuetext.h"
#include "core/reports/facts.h"
#include "core/rules/rules.h"
#include "core/text/normalise.h"
#include <QCoreApplication>
#include <algorithm>
#include <tuple>

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
                                {u"idNumber"_qs, u"公民身份号码"_qs, Column::mm(33, Align::Center)},
                                {u"education"_qs, u"学历"_qs, Column::share(3.4)},
                                {u"category"_qs, u"人员类别"_qs, Column::mm(16, Align::Center)},
                                {u"joinDate"_qs, u"入党时间"_qs, Column::mm(19, Align::Center)},
                                {u"fullDate"_qs, u"转正时间"_qs, Column::mm(19, Align::Center)},
                                {u"group"_qs, u"党小组"_qs, Column::share(3.6)},
                                {u"grid"_qs, u"网格"_qs, Column::share(2.4)},
                                {u"workPost"_qs, u"工作岗位"_qs, Column::share(3.4)},
                                {u"phone"_qs, u"联系电话"_qs, Column::mm(21, Align::Center)},
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
    table.columns = {Column::mm(9, Align::Center)};
    QStringList heads{u"序号"_qs};
    for (const RosterColumn &column : columns) {
        table.columns.append(column.column);
        heads << column.head;
    }
    table.columns.append(Column::share(1.5));
    heads << u"备注"_qs;
    table.setHead(heads);
    return table;
}

void addCover(Document &document, const QString &unit, int volume, QDate day, qsizetype members)
{
    PageSetup page = document.page;
    page.numbering = Numbering::None;
    Section &cover = document.addSection(u"封面"_qs, page);
    cover.add(Space{3});
    cover.add(Title{{unit, u"党员花名册"_qs}, Face::TitleSong, FontSize::LesserOne});
    cover.add(
        Paragraph::line(u"（%1年　第%2册）"_qs.arg(day.year()).arg(volume), Align::Center, Face::Kai, FontSize::Two));
    cover.add(Space{2});
    cover.add(Paragraph::line(u"截至%1　共%2名"_qs.arg(officialDate(day)).arg(members), Align::Center, Face::FangSong,
                              FontSize::Three));
}

// How many rows of each kind the book has.
struct RowCounts
{
    qsizetype members = 0;
    qsizetype probationary = 0;
    qsizetype voided = 0;
    [[nodiscard]] qsizetype last() const { return members + voided; }
};

void addEnd(Section &section, const RowCounts &counts)
{
    const QString voided = counts.voided == 0 ? QString() : u"；其中作废%1行，不计入人数"_qs.arg(counts.voided);
    section.add(Paragraph::line(
        counts.last() == 0 ? u"本册没有登记党员。"_qs
                           : u"本册登记党员%1名，其中预备党员%2名；编号第1号至第%3号，无空号%4。"_qs.arg(counts.members)
                                 .arg(counts.probationary)
                                 .arg(counts.last())
                                 .arg(voided),
        Align::Left, Face::FangSong, FontSize::Four));
    section.add(
        FootLine{{u"填表人（签名）："_qs, u"审核人（签名）："_qs, u"书记（签名）："_qs, u"　　年　　月　　日"_qs},
                 FontSize::Four});
}

// An entry that was voided: what identifies it, nothing that is sealed.
struct VoidedEntry
{
    QString name;
    QString sex;
    QString birth;
    QString joined;
    QString on; // the day it was voided
};

// What the book says of one branch: the cells of its members as they stand there, but for the number, and its voided
// entries.
struct BranchRows
{
    QString name;
    QList<QList<Cell>> members;
    QList<VoidedEntry> voided;
};
// By the branch; 0: none that has a name on the day.
using RowsByBranch = QHash<RowId, BranchRows>;

BranchRows &rowsOf(RowsByBranch &branches, RowId branch, const QString &name)
{
    BranchRows &rows = branches[name.isEmpty() ? 0 : branch];
    rows.name = name;
    return rows;
}

// Entries voided in the year of the book, by the branch in which they stood last. Their relations were voided before
// them: nobody is voided as long as one lives.
Done addVoided(RegistryReader &reader, const RosterBookOptions &options, RowsByBranch &branches)
{
    GRIDBOOK_ASSIGN(
        Statement rows,
        Statement::prepare(
            reader.database(),
            u"SELECT s.short_name, p.name, p.sex, p.birth, m.join_date, substr(m.voided_at, 1, 10), a.org_id FROM "
            "member m JOIN person p ON p.id = m.person_id JOIN affiliation a ON a.id = (SELECT n.id FROM affiliation n "
            "WHERE n.member_id = m.id ORDER BY n.valid_from DESC, n.id DESC LIMIT 1) LEFT JOIN org_state s ON %1 WHERE "
            "m.voided_at IS NOT NULL AND substr(m.voided_at, 1, 10) BETWEEN :from AND :asof ORDER BY p.name, m.id"_qs
                .arg(party::lastState(u"s"_qs, u"a.org_id"_qs))));
    GRIDBOOK_TRY(rows.run(QVariantMap{{u":from"_qs, QDate(options.asOf.year(), 1, 1).toString(Qt::ISODate)},
                                      {u":asof"_qs, options.asOf.toString(Qt::ISODate)}}));
    const CodeTable *sexes = reader.catalog().codes().find(codes::sex);
    while (rows.next()) {
        if (options.branch == 0 || options.branch == rows.integer(6)) {
            const QString sex = rows.text(2);
            rowsOf(branches, rows.integer(6), rows.text(0))
                .voided.append({rows.text(1), sex.isEmpty() ? QString() : sexes->chinese(sex), rows.text(3),
                                rows.text(4), rows.text(5)});
        }
    }
    return rows.status();
}

// Branches in the order of the tree, as every other paper has them. Then those that the day does not know, which only
// voided entries name; whoever has no branch comes last.
Result<QList<RowId>> branchOrder(RegistryReader &reader, QDate day, const RowsByBranch &branches)
{
    GRIDBOOK_ASSIGN(const QList<OrgFact> orgs, readOrgs(reader, day));
    QHash<RowId, qsizetype> places;
    for (const OrgFact &org : orgs) {
        places.insert(org.org, places.size());
    }
    QList<RowId> order = branches.keys();
    std::sort(order.begin(), order.end(), [&](RowId a, RowId b) {
        const auto key = [&](RowId branch) {
            return std::tuple(branch == 0, places.value(branch, places.size()),
                              text::naturalKey(branches.value(branch).name), branch);
        };
        return key(a) < key(b);
    });
    return order;
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

// The rows of the book, a table for each branch: on each page that a table goes on, the branch and the heads repeat.
class BookWriter
{
public:
    BookWriter(RegistryReader &reader, const RosterBookOptions &options, Section &section)
        : m_reader(reader)
        , m_options(options)
        , m_section(section)
        , m_columns(rosterColumns(options.paper))
        , m_spec(*reader.catalog().registry(u"member"))
    {}

    // The members as they stand in a branch: by name.
    Done write(const QList<RowId> &ids)
    {
        QStringList fields{u"branch"_qs};
        for (const RosterColumn &column : m_columns) {
            fields << column.field;
        }
        for (qsizetype at = 0; at < ids.size(); at += pageOfRows) {
            if (!m_options.progress.goesOn(at, ids.size(), QCoreApplication::translate("Reports", "Reading members"))) {
                return Error{ErrorKind::Cancelled, QCoreApplication::translate("Reports", "Cancelled."), {}};
            }
            GRIDBOOK_ASSIGN(const QList<RowData> rows,
                            m_reader.rows(u"member"_qs, m_options.asOf, ids.mid(at, pageOfRows), fields));
            for (const RowData &row : rows) {
                readMember(row);
            }
        }
        if (m_options.only.isEmpty()) {
            GRIDBOOK_TRY(addVoided(m_reader, m_options, m_branches));
        }
        GRIDBOOK_ASSIGN(const QList<RowId> order, branchOrder(m_reader, m_options.asOf, m_branches));
        for (const RowId branch : order) {
            writeBranch(m_branches.take(branch));
        }
        return {};
    }

    [[nodiscard]] const RowCounts &counts() const { return m_counts; }

private:
    void readMember(const RowData &row)
    {
        const auto branch = row.values.first().value<ReferenceValue>();
        const TextStyle style{u"zh"_qs, m_options.masked, false};
        QList<Cell> cells{Cell()}; // of the number: known when all branches stand in their order
        bool isProbationary = false;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const QString &field = m_columns.at(i).field;
            QString text = valueText(*m_spec.field(field), row.values.at(i + 1), m_reader.catalog().codes(), style);
            isProbationary = isProbationary || (field == u"category" && text == u"预备党员");
            if (isProbationary && field == u"fullDate") {
                text.clear(); // not yet, as of the day
            }
            cells.append(Cell(withoutHead(field, text, branch.title)));
        }
        m_counts.probationary += isProbationary ? 1 : 0;
        cells.append(Cell());
        rowsOf(m_branches, branch.id, branch.title).members.append(cells);
    }

    void writeBranch(const BranchRows &branch)
    {
        Table table = emptyTable(m_columns);
        table.caption = branch.name.isEmpty() ? u"未编入党支部"_qs : branch.name;
        for (QList<Cell> cells : branch.members) {
            cells.first().text = QString::number(m_counts.last() + 1);
            ++m_counts.members;
            table.add(std::move(cells));
        }
        for (const VoidedEntry &entry : branch.voided) {
            writeVoided(table, entry);
        }
        m_section.add(std::move(table));
    }

    // Struck through, with its number; why it stands there is not struck, but said by the remark.
    void writeVoided(Table &table, const VoidedEntry &entry)
    {
        const QHash<QString, QString> known{{u"name"_qs, entry.name},
                                            {u"sex"_qs, entry.sex},
                                            {u"birth"_qs, entry.birth},
                                            {u"joinDate"_qs, entry.joined}};
        QList<Cell> cells{Cell(QString::number(m_counts.last() + 1))};
        for (const RosterColumn &column : m_columns) {
            cells.append(Cell(known.value(column.field)));
        }
        cells.append(Cell(u"作废"_qs));
        ++m_counts.voided;
        table.add(cells, RowKind::Void);
    }

    RegistryReader &m_reader;
    const RosterBookOptions &m_options;
    Section &m_section;
    QList<RosterColumn> m_columns;
    const RegistrySpec &m_spec;
    RowsByBranch m_branches; // that are not written yet
    RowCounts m_counts;
};

} // namespace

Result<Document> rosterBook(RegistryReader &reader, const RosterBookOptions &options)
{
    const CodeTables &codes = reader.catalog().codes();
    GRIDBOOK_ASSIGN(const auto transaction, Transaction::begin(reader.database(), Transaction::Kind::Read));
    Query query{u"member"_qs, options.asOf, {}, {}, {{u"name"_qs}}, {}};
    if (options.only.isEmpty()) {
        query.filters = {{u"state"_qs, FilterOp::OneOf, registeredStates(codes)}};
    }
    query.only = options.only;
    if (options.branch != 0) {
        query.filters.append({u"branch"_qs, FilterOp::OneOf, {options.branch}});
    }
    GRIDBOOK_ASSIGN(const QList<RowId> ids, reader.ids(query));
    GRIDBOOK_ASSIGN(const QString unit, coverName(reader, options));
    GRIDBOOK_ASSIGN(const double volume, rules::number(reader.database(), u"roster.volume"_qs, options.asOf));
    Document document;
    document.title = u"党员花名册"_qs;
    document.mark = u"内部资料 注意保管"_qs;
    document.page = PageSetup::book(options.paper);
    addCover(document, unit, options.volume > 0 ? options.volume : qRound(volume), options.asOf, ids.size());
    document.addSection(u"目录"_qs).add(Contents());
    Section &section = document.addSection(u"党员花名册"_qs);
    BookWriter writer(reader, options, section);
    GRIDBOOK_TRY(writer.write(ids));
    addEnd(section, writer.counts());
    return document;
}

} // namespace gridbook
