#include "core/demo/samplerosters.h"
#include "core/base/partialdate.h"
#include "core/demo/messysheet.h"
#include "core/demo/peoplemaker.h"
#include "core/demo/samplegrids.h"
#include "core/exchange/tablewriter.h"
#include "core/registry/valuetext.h"
#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <array>

namespace gridbook::demo {

using namespace Qt::StringLiterals;
using exchange::Cell;
using exchange::Row;

namespace {

const QDate asOf(2026, 9, 30);
constexpr int firstSamplePhone = 6'000; // the demonstration has used those before
constexpr int sampleArea = 11;          // of ID numbers: 999911 and on

// A person as a roster shows one, before it is made a mess of.
struct Listed
{
    QString name;
    QString sex;
    QString ethnic;
    QString idNumber;
    QDate birth;
    QString education;
    QString phone;
    QString address;
    QString branch;
    QDate joined;
    QDate full; // null: probationary
    QString workPost;
};

QString term(const CodeTables &codes, QStringView table, const QString &code)
{
    const CodeTable *const found = codes.find(table);
    return found == nullptr || code.isEmpty() ? QString() : found->chinese(code);
}

Listed newcomer(PeopleMaker &people, const CodeTables &codes, const QString &branch)
{
    MadeUpMember made = people.member(sampleArea, QDate(2023, 12, 31));
    while (made.person.idNumber.isEmpty() || made.person.phone.isEmpty() || made.full.isNull()) {
        made = people.member(sampleArea, QDate(2023, 12, 31));
    }
    return {made.person.name,
            term(codes, codes::sex, made.person.sex),
            term(codes, codes::ethnic, made.person.ethnic),
            made.person.idNumber,
            made.person.birth.firstDay(),
            term(codes, codes::education, made.person.education),
            made.person.phone,
            u"凤翔区城关镇望景苑%1幢1单元%2室"_qs.arg(people.dice().between(1, 8))
                .arg(people.dice().between(1, 6) * 100 + 1),
            branch,
            made.joined.firstDay(),
            made.full.firstDay(),
            term(codes, codes::workPost, made.workPost)};
}

// Up to count members of a branch of the book who have all their papers.
Result<QList<Listed>> fromBook(Book &book, const QString &branch, int count)
{
    const QStringList fields{u"name"_qs,  u"sex"_qs,     u"ethnic"_qs, u"idNumber"_qs, u"birth"_qs,    u"education"_qs,
                             u"phone"_qs, u"address"_qs, u"branch"_qs, u"joinDate"_qs, u"fullDate"_qs, u"workPost"_qs};
    Query query{u"member"_qs, asOf, {}, {}, {}, {}};
    GRIDBOOK_ASSIGN(const QList<RowId> ids, book.reader().ids(query));
    GRIDBOOK_ASSIGN(const QList<RowData> rows, book.reader().rows(query.registry, asOf, ids, fields));
    QList<Listed> found;
    for (const RowData &row : rows) {
        const auto text = [&](int at) {
            const Field &field = *book.catalog().registry(query.registry)->field(fields.at(at));
            return valueText(field, row.values.at(at), book.catalog().codes(), {u"zh"_qs, false, false});
        };
        const auto date = [&](int at) { return QDate::fromString(text(at), Qt::ISODate); };
        if (found.size() < count && text(8) == branch && date(9).isValid() && date(10).isValid() && date(4).isValid() &&
            !text(3).isEmpty() && !text(6).isEmpty()) {
            found.append({text(0), text(1), text(2), text(3), date(4), text(5), text(6), text(7), text(8), date(9),
                          date(10), text(11)});
        }
    }
    return found;
}

QString chineseDigits(int number)
{
    static constexpr QStringView digits = u"〇一二三四五六七八九";
    QString text;
    for (const QChar c : QString::number(number)) {
        text += digits.at(c.digitValue());
    }
    return text;
}

// The ways in which rosters write a day, one after the other.
Cell dateCell(int way, QDate day)
{
    const int y = day.year();
    const int m = day.month();
    const int d = day.day();
    const auto two = [](int number) { return QString::number(number).rightJustified(2, u'0'); };
    switch (way % 15) {
    case 0:
        return Cell::ofText(u"%1.%2"_qs.arg(y).arg(two(m)));
    case 1:
        return Cell::ofText(u"%1.%2.%3"_qs.arg(y).arg(two(m), two(d)));
    case 2:
        return Cell::ofText(u"%1/%2/%3"_qs.arg(y).arg(m).arg(d));
    case 3:
        return Cell::ofText(day.toString(Qt::ISODate));
    case 4:
        return Cell::ofText(day.toString(u"yyyyMMdd"));
    case 5:
        return Cell::ofText(day.toString(u"yyyyMM"));
    case 6:
        return Cell::ofText(u"%1年%2月"_qs.arg(y).arg(m));
    case 7:
        return Cell::ofText(u"%1年%2月%3日"_qs.arg(y).arg(m).arg(d));
    case 8:
        return Cell::ofText(u"%1.%2."_qs.arg(y).arg(m));
    case 9:
        return Cell::ofText(chineseDigits(y) + u'年');
    case 10:
        return Cell::ofText(u"%1.%2"_qs.arg(two(y % 100)).arg(m));
    case 11: // a day that lost its format and is a plain number now
        return Cell::ofNumber(QDate(1899, 12, 30).daysTo(day));
    case 12:
        return Cell::ofText(u" %1 . %2 . %3 "_qs.arg(y).arg(m).arg(d));
    case 13: // January, or October that a number cell has cut?
        return Cell::ofNumber(y + m / 10.0, u"%1.%2"_qs.arg(y).arg(m));
    default:
        return Cell::ofDate(day);
    }
}

QString fullWidth(const QString &text)
{
    QString wide;
    for (const QChar c : text) {
        wide += c.unicode() > 0x20 && c.unicode() < 0x7f ? QChar(c.unicode() + 0xfee0) : c;
    }
    return wide;
}

// The ways in which spreadsheets and people spoil an ID number; 3 and 4 cannot be repaired.
Cell idCell(int way, const QString &id)
{
    switch (way % 9) {
    case 1:
        return Cell::ofText(id.toLower());
    case 2:
        return Cell::ofText(fullWidth(id));
    case 3:
        return Cell::ofNumber(id.first(15).toDouble() * 1000, u"%1E+17"_qs.arg(id.first(6)));
    case 4: { // a wrong check digit
        const QChar wrong = id.back() == u'1' ? u'2' : u'1';
        return Cell::ofText(id.chopped(1) + wrong);
    }
    case 5:
        return Cell::ofText(id.mid(6, 2) == u"19" ? QString(id.first(6) + id.mid(8, 9))
                                                  : id); // 15 digits, as before 1999
    case 6:
        return Cell::ofText(u'\'' + id);
    case 7:
        return Cell::ofText(id.first(6) + u' ' + id.mid(6, 8) + u' ' + id.last(4));
    default:
        return Cell::ofText(id);
    }
}

Cell phoneCell(int way, const QString &phone)
{
    switch (way % 7) {
    case 1:
        return Cell::ofText(phone.first(3) + u' ' + phone.mid(3, 4) + u' ' + phone.last(4));
    case 2:
        return Cell::ofText(phone.first(3) + u'-' + phone.mid(3, 4) + u'-' + phone.last(4));
    case 3:
        return Cell::ofText(phone + u" / 0917-0000123");
    case 4:
        return Cell::ofNumber(phone.toDouble(), phone);
    case 5:
        return Cell::ofText(u"+86" + phone);
    case 6:
        return Cell::ofText(phone + u'、' + phone.first(7) + u"9999");
    default:
        return Cell::ofText(phone);
    }
}

QString nameCell(int way, const QString &name)
{
    const bool two = name.toUcs4().size() == 2 && name.size() == 2;
    switch (way % 8) {
    case 1:
        return two ? QString(name.front() + u' ' + name.back()) : name;
    case 2:
        return two ? QString(name.front() + u'\u3000' + name.back()) : QString(name + u'\u3000');
    case 3:
        return name + u'★';
    case 4:
        return QString(name).replace(u'·', u'•') + QChar(0x200b); // a character that nobody sees
    default:
        return name;
    }
}

QString educationCell(int way, const QString &education)
{
    static const QHash<QString, QStringList> words{
        {u"大学本科毕业"_qs, {u"本科"_qs, u"大学"_qs, u"大本"_qs, u"中央党校大学"_qs}},
        {u"大学专科毕业"_qs, {u"大专"_qs, u"专科"_qs}},
        {u"中等专科毕业"_qs, {u"中专"_qs}},
        {u"普通高中毕业"_qs, {u"高中"_qs}},
        {u"初中毕业"_qs, {u"初中"_qs}},
        {u"硕士研究生毕业"_qs, {u"研究生"_qs, u"硕士"_qs}}};
    const QStringList ways = words.value(education, {education});
    return ways.at(way % ways.size());
}

QString sexCell(int way, const QString &sex)
{
    const bool male = sex == u"男";
    static constexpr std::array<std::array<QStringView, 2>, 3> words{{{u"男", u"女"}, {u"M", u"F"}, {u"1", u"2"}}};
    return words.at(way % 17 == 5 ? 1 : way % 17 == 9 ? 2 : 0).at(male ? 0 : 1).toString();
}

Row messyRow(int number, const Listed &who)
{
    const bool probationary = number == 8;
    return {Cell::ofNumber(number + number / 9), // 序号 has gaps
            Cell::ofText(probationary ? QString(u"(预备)"_qs + who.name) : nameCell(number, who.name)),
            Cell::ofText(sexCell(number, who.sex)),
            Cell::ofText(number % 3 == 0 ? QString(who.ethnic + u'族') : who.ethnic),
            dateCell(number + 4, who.birth),
            idCell(number, who.idNumber),
            Cell::ofText(educationCell(number, who.education)),
            number == 10 ? Cell::ofText(u"2021.2.30"_qs) : dateCell(number, who.joined),
            probationary ? Cell() : dateCell(number + 1, who.full),
            Cell::ofText(probationary      ? u"预备"_qs
                         : number % 2 == 0 ? u"正式"_qs
                                           : u"正式党员"_qs),
            phoneCell(number, who.phone),
            Cell::ofText(who.address),
            Cell::ofText(number % 6 == 1   ? u"√"_qs
                         : number % 6 == 2 ? u"否"_qs
                                           : QString()),
            Cell::ofText(number % 11 == 3   ? u"是"_qs
                         : number % 11 == 4 ? u"×"_qs
                                            : QString()),
            Cell::ofText(number % 13 == 6 ? u"=1+1 不是公式"_qs : QString())};
}

void mergedHead(MessySheet &sheet)
{
    sheet.merge(0, 0, 2, u"序号"_qs);
    sheet.merge(1, 6, 1, u"基本情况"_qs);
    sheet.merge(7, 9, 1, u"党籍情况"_qs);
    sheet.merge(10, 11, 1, u"联系方式"_qs);
    sheet.merge(12, 13, 1, u"流动情况"_qs);
    sheet.merge(14, 14, 2, u"备注"_qs);
    sheet.skipRow();
    int column = 1;
    for (const QString &heading :
         {u"姓 名"_qs, u"性别"_qs, u"民族"_qs, u"出生年月"_qs, u"身份证号码"_qs, u"文化程度"_qs, u"入党时间"_qs,
          u"转正时间"_qs, u"党员类别"_qs, u"联系电话"_qs, u"现住址"_qs, u"是否流动"_qs, u"是否失联"_qs}) {
        sheet.merge(column, column, 1, heading);
        ++column;
    }
    sheet.skipRow();
}

void writeGroup(MessySheet &sheet, const QString &branch, const QList<Listed> &people, int *number)
{
    sheet.merge(0, 14, 1, u"%1 (%2人)"_qs.arg(branch).arg(people.size()));
    sheet.skipRow();
    for (const Listed &who : people) {
        sheet.addRow(messyRow((*number)++, who));
    }
    sheet.addRow({Cell(), Cell::ofText(u"小计"_qs), Cell::ofText(u"%1人"_qs.arg(people.size()))});
    sheet.skipRow(); // a blank row
}

// Members of the book with something new, the same as before, or listed in another branch; then new ones.
Result<QList<Listed>> mixed(Book &book, PeopleMaker &people, const QString &branch, const QString &movedFrom, int known,
                            int fresh)
{
    GRIDBOOK_ASSIGN(QList<Listed> result, fromBook(book, branch, known));
    for (int i = 0; i < int(result.size()); i += 3) {
        result[i].phone = u"1990000%1"_qs.arg(9'100 + i + known);
    }
    if (!movedFrom.isEmpty()) {
        GRIDBOOK_ASSIGN(QList<Listed> moved, fromBook(book, movedFrom, 2));
        for (Listed &who : moved) {
            who.branch = branch;
        }
        result.append(moved);
    }
    for (int i = 0; i < fresh; ++i) {
        result.append(newcomer(people, book.catalog().codes(), branch));
    }
    return result;
}

Done writeMessyRoster(Book &book, PeopleMaker &people, const QString &path)
{
    GRIDBOOK_ASSIGN(QList<Listed> first, mixed(book, people, u"东关一支部"_qs, u"东关三支部"_qs, 9, 14));
    GRIDBOOK_ASSIGN(const QList<Listed> second, mixed(book, people, u"东关二支部"_qs, {}, 4, 9));
    GRIDBOOK_ASSIGN(const QList<Listed> other, mixed(book, people, u"凤鸣路一支部"_qs, {}, 6, 8));
    first.append(first.at(12)); // somebody stands in the list twice
    MessySheet sheet(path);
    sheet.beginSheet(u"东关社区"_qs);
    sheet.merge(0, 14, 1, u"东关社区党员花名册(2026年)"_qs);
    sheet.skipRow();
    sheet.merge(0, 6, 1, u"填报单位:东关社区党总支"_qs);
    sheet.merge(7, 14, 1, u"填报日期:2026年9月30日"_qs);
    sheet.skipRow();
    mergedHead(sheet);
    int number = 1;
    writeGroup(sheet, u"东关一支部"_qs, first, &number);
    writeGroup(sheet, u"东关二支部"_qs, second, &number);
    sheet.addRow({Cell(), Cell::ofText(u"合计"_qs), Cell::ofText(u"%1人"_qs.arg(first.size() + second.size()))});
    sheet.merge(0, 14, 1, u"注:在职党员不列入本表。"_qs);
    sheet.skipRow();
    sheet.merge(0, 14, 1, u"填表人:            审核人:            负责人(签字):"_qs);
    sheet.beginSheet(u"凤鸣路一支部"_qs);
    Row head;
    for (const QString &heading : {u"序号"_qs, u"姓名"_qs, u"性别"_qs, u"民族"_qs, u"出生日期"_qs, u"公民身份号码"_qs,
                                   u"学历"_qs, u"入党日期"_qs, u"转正日期"_qs, u"人员类别"_qs, u"手机"_qs,
                                   u"家庭住址"_qs, u"流动党员"_qs, u"失联党员"_qs, u"备注"_qs}) {
        head.append(Cell::ofText(heading));
    }
    sheet.addRow(head);
    number = 100;
    for (const Listed &who : other) {
        sheet.addRow(messyRow(number++, who));
    }
    return sheet.finish();
}

// The list that the national system gives out: clean, with a blank behind one heading.
Done writeNationalList(Book &book, PeopleMaker &people, const QString &path)
{
    GRIDBOOK_ASSIGN(const QList<Listed> listed, mixed(book, people, u"南环一支部"_qs, {}, 30, 10));
    GRIDBOOK_ASSIGN(const auto writer, exchange::createTable(path, exchange::TableFormat::Xlsx));
    const QStringList headings{u"姓名"_qs,         u"身份证号码"_qs,       u"性别"_qs,        u"民族"_qs,
                               u"籍贯"_qs,         u"是否台湾省籍"_qs,     u"出生日期"_qs,    u"学历"_qs,
                               u"人员类别"_qs,     u"所在党组织"_qs,       u"入党时间"_qs,    u"转正时间"_qs,
                               u"工作岗位"_qs,     u"参加工作日期"_qs,     u"家庭住址"_qs,    u"联系电话"_qs,
                               u"婚姻状况"_qs,     u"党员档案所在单位"_qs, u"技术职称"_qs,    u"新社会阶层类型"_qs,
                               u"一线情况"_qs,     u"培训情况"_qs,         u"是否农民工 "_qs, u"是否失联党员"_qs,
                               u"信息完整度(%)"_qs};
    GRIDBOOK_TRY(writer->beginSheet(textTable(u"党员信息"_qs, {}, headings)));
    for (const Listed &who : listed) {
        Row row;
        for (const QString &text : {who.name,
                                    who.idNumber,
                                    who.sex,
                                    QString(who.ethnic + u'族'),
                                    u"陕西凤翔"_qs,
                                    u"否"_qs,
                                    who.birth.toString(Qt::ISODate),
                                    who.education,
                                    u"正式党员"_qs,
                                    u"中共凤翔区城关镇南环社区第一支部委员会"_qs,
                                    who.joined.toString(Qt::ISODate),
                                    who.full.toString(Qt::ISODate),
                                    who.workPost,
                                    QString(),
                                    who.address,
                                    who.phone,
                                    u"已婚"_qs,
                                    u"城关镇党委"_qs,
                                    QString(),
                                    QString(),
                                    QString(),
                                    QString(),
                                    u"否"_qs,
                                    u"否"_qs,
                                    u"96"_qs}) {
            row.append(Cell::ofText(text));
        }
        GRIDBOOK_TRY(writer->addRow(row));
    }
    return writer->finish();
}

// Saved by an old spreadsheet program: GB 18030, where rare characters take four bytes.
Done writeOldCsv(Book &book, PeopleMaker &people, const QString &path)
{
    GRIDBOOK_ASSIGN(QList<Listed> listed, mixed(book, people, u"南大街一支部"_qs, {}, 5, 12));
    listed[5].name = u"王𠮷"_qs;
    listed[6].name = u"李㼆"_qs;
    listed[7].name = u"刘䶮"_qs;
    QString text = u"序号,姓名,性别,民族,身份证号,出生年月,学历,入党时间,转正时间,所在党支部,联系电话,家庭住址\r\n"_qs;
    int number = 1;
    for (const Listed &who : listed) {
        text += QStringList{QString::number(number),
                            who.name,
                            who.sex,
                            who.ethnic,
                            who.idNumber,
                            dateCell(number % 9, who.birth).text,
                            who.education,
                            dateCell(number % 8, who.joined).text,
                            dateCell(number % 8, who.full).text,
                            who.branch,
                            who.phone,
                            u"\"%1\""_qs.arg(who.address)}
                    .join(u',') +
                u"\r\n";
        ++number;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return exchange::cannotWrite(path, file.errorString());
    }
    file.write(toGb18030(text));
    return file.commit() ? Done() : exchange::cannotWrite(path, file.errorString());
}

} // namespace

Result<QStringList> writeSampleRosters(Book &book, const QString &folder, const Progress &progress)
{
    if (!QDir().mkpath(folder)) {
        return exchange::cannotWrite(folder, folder);
    }
    PeopleMaker people(20'260'930, firstSamplePhone);
    const auto path = [&](const QString &name) { return QDir(folder).filePath(name); };
    const QStringList paths{path(u"党员花名册(混乱).xlsx"_qs), path(u"全国系统导出.xlsx"_qs), path(u"网格台账.xlsx"_qs),
                            path(u"党员花名册.csv"_qs)};
    const QString what = QCoreApplication::translate("DemoBook", "Writing sample rosters");
    const Error cancelled{ErrorKind::Cancelled, QCoreApplication::translate("DemoBook", "Cancelled."), {}};
    const std::array<std::function<Done(const QString &)>, 4> writers{
        [&](const QString &to) { return writeMessyRoster(book, people, to); },
        [&](const QString &to) { return writeNationalList(book, people, to); },
        [&](const QString &to) { return writeGridRegister(book, to, asOf); },
        [&](const QString &to) { return writeOldCsv(book, people, to); }};
    for (int i = 0; i < int(writers.size()); ++i) {
        if (!progress.goesOn(i, int(writers.size()), what)) {
            return cancelled;
        }
        GRIDBOOK_TRY(writers.at(size_t(i))(paths.at(i)));
    }
    return paths;
}

} // namespace gridbook::demo
