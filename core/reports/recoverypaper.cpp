#include "core/reports/recoverypaper.h"

namespace gridbook {

using namespace Qt::StringLiterals;

Document recoveryPaper(const QString &book, const QString &key, QDate day)
{
    Document paper;
    paper.title = u"恢复密钥"_qs;
    paper.page = PageSetup::form();
    Section &body = paper.body();
    body.add(Title{{u"网格簿恢复密钥"_qs}});
    body.add(Space{1});
    FormGrid form;
    form.columns = {Column::mm(40, Align::Center), Column::share(1)};
    const auto row = [&form](const QString &label, const QString &value, double height) {
        form.rows.append(
            Row({Cell::labelled(label), Cell::value(value, 1, 1, Align::Center)}, RowKind::Normal, height));
    };
    row(u"册名"_qs, book, 14);
    row(u"恢复密钥"_qs, key, 24);
    row(u"设置口令日期"_qs, day.toString(u"yyyy年M月d日"_qs), 14);
    row(u"保管人签字"_qs, {}, 14);
    row(u"封存日期"_qs, {}, 14);
    body.add(form);
    body.add(Space{1});
    for (
        const QString &line : {
            u"1.忘记口令时，凭此密钥可以打开本册并重新设置口令。"_qs,
            u"2.持有此密钥者无需口令即可看到全部个人信息，请装入信封密封，由专人存放在保险柜中，不得拍照、不得存入电脑。"_qs,
            u"3.重新设置口令后，本密钥作废，请换存新的一份。"_qs,
        }) {
        body.add(Paragraph(line));
    }
    return paper;
}

} // namespace gridbook
