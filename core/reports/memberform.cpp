#include "core/reports/memberform.h"
#include "core/registry/valuetext.h"
#include <QCoreApplication>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

constexpr double rowHeight = 12; // mm

// The values of one member as the form writes them, by field id.
using Values = QHash<QString, QString>;

const QStringList &fieldIds()
{
    static const QStringList ids{u"name"_qs,     u"sex"_qs,       u"ethnic"_qs,    u"idNumber"_qs, u"birth"_qs,
                                 u"idType"_qs,   u"education"_qs, u"category"_qs,  u"branch"_qs,   u"joinDate"_qs,
                                 u"fullDate"_qs, u"workPost"_qs,  u"phone"_qs,     u"landline"_qs, u"address"_qs,
                                 u"state"_qs,    u"lost"_qs,      u"lostSince"_qs, u"mobile"_qs,   u"mobileTo"_qs};
    return ids;
}

// "☑正式党员　☐预备党员".
QString choice(const QList<std::pair<QString, bool>> &options)
{
    QStringList parts;
    for (const auto &[words, chosen] : options) {
        parts << (chosen ? u"☑"_qs : u"☐"_qs) + words;
    }
    return parts.join(QChar(0x3000));
}

Row line(QList<Cell> cells)
{
    return Row(std::move(cells), RowKind::Normal, rowHeight);
}

FormGrid formOf(const Values &v)
{
    FormGrid form;
    form.columns = {Column::share(3),   Column::share(4),   Column::share(2.4),
                    Column::share(2.1), Column::share(2.6), Column::share(3)};
    const auto label = [](const QString &words) { return Cell::labelled(words); };
    const auto value = [&v](const QString &id, int span = 1) { return Cell::value(v.value(id), span); };
    const auto yesNo = [&v](const QString &id) {
        const bool yes = v.value(id) == u"是";
        return Cell::value(choice({{u"是"_qs, yes}, {u"否"_qs, !yes}}), 2);
    };
    const QString document = v.value(u"idType"_qs);
    const bool isCitizen = document.isEmpty() || document == u"居民身份证";
    const QString category = v.value(u"category"_qs);
    const QString state = v.value(u"state"_qs);
    const bool stopped = state == u"停止党籍";
    const bool normal = state == u"正常" || state == u"恢复党籍" || state.isEmpty();
    QList<std::pair<QString, bool>> states{{u"正常"_qs, normal}, {u"停止党籍"_qs, stopped}};
    if (!normal && !stopped) {
        states.append({state, true});
    }
    form.rows = {
        line({label(u"姓名"_qs), value(u"name"_qs), label(u"性别"_qs), value(u"sex"_qs), label(u"民族"_qs),
              value(u"ethnic"_qs)}),
        line({label(isCitizen ? u"公民身份号码"_qs : QString(document + u"号码")), value(u"idNumber"_qs, 3),
              label(u"出生日期"_qs), value(u"birth"_qs)}),
        line({label(u"学历"_qs), value(u"education"_qs, 2), label(u"人员类别"_qs),
              Cell::value(
                  choice({{u"正式党员"_qs, category == u"正式党员"}, {u"预备党员"_qs, category == u"预备党员"}}), 2)}),
        line({label(u"所在党支部"_qs), value(u"branch"_qs, 5)}),
        line({label(u"加入党组织日期"_qs), value(u"joinDate"_qs, 2), label(u"转为正式党员日期"_qs),
              value(u"fullDate"_qs, 2)}),
        line({label(u"工作岗位"_qs), value(u"workPost"_qs, 5)}),
        line({label(u"手机号"_qs), value(u"phone"_qs, 2), label(u"固定电话"_qs), value(u"landline"_qs, 2)}),
        line({label(u"家庭住址"_qs), value(u"address"_qs, 5)}),
        line({label(u"党籍状态"_qs), Cell::value(choice(states), 5)}),
        line({label(u"是否失联党员"_qs), yesNo(u"lost"_qs), label(u"失去联系日期"_qs), value(u"lostSince"_qs, 2)}),
        line({label(u"是否流动党员"_qs), yesNo(u"mobile"_qs), label(u"外出流向"_qs), value(u"mobileTo"_qs, 2)})};
    for (const auto &[left, right] : {std::pair(u"党员（签名）"_qs, u"信息采集员（签名）"_qs),
                                      std::pair(u"党支部书记（签名）"_qs, u"基层党委（盖章）"_qs)}) {
        const QString day = u"　　　　年　　月　　日"_qs;
        const auto box = [&day](const QString &words) {
            Cell cell = Cell::value(words + u"：\n\n" + day, 3);
            cell.vertical = VerticalAlign::Top;
            return cell;
        };
        form.rows.append(Row({box(left), box(right)}, RowKind::Normal, rowHeight * 2));
    }
    return form;
}

} // namespace

Result<Document> memberForms(RegistryReader &reader, const QList<RowId> &members, const MemberFormOptions &options)
{
    const RegistrySpec *const spec = reader.catalog().registry(u"member");
    GRIDBOOK_ASSIGN(const QList<RowData> rows, reader.rows(u"member"_qs, options.asOf, members, fieldIds()));
    if (rows.isEmpty()) {
        return Error{
            ErrorKind::NotFound, QCoreApplication::translate("Reports", "There is no member to print a form for."), {}};
    }
    Document document;
    document.title = u"党员基本信息采集表"_qs;
    document.mark = u"内部资料 注意保管"_qs;
    document.page = PageSetup::form();
    Section &section = document.addSection(u"采集表"_qs);
    const TextStyle style{u"zh"_qs, options.masked, true};
    bool first = true;
    for (const RowData &row : rows) {
        if (!first) {
            section.add(PageBreak{});
        }
        first = false;
        Values values;
        for (qsizetype i = 0; i < fieldIds().size(); ++i) {
            const QString id = fieldIds().at(i);
            values.insert(id, valueText(*spec->field(id), row.values.at(i), reader.catalog().codes(), style));
        }
        if (values.value(u"category"_qs) == u"预备党员") {
            values.remove(u"fullDate"_qs); // not yet, as of the day
        }
        section.add(Title{{u"党员基本信息采集表"_qs}, Face::Hei, FontSize::Two});
        section.add(formOf(values));
        section.add(Note{u"注：本表由党员本人确认，党支部初核，基层党委复核。"_qs});
    }
    return document;
}

} // namespace gridbook
