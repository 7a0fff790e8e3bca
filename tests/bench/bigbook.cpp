#include "tests/bench/bigbook.h"
#include "core/text/citizenid.h"
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <cstdio>

namespace gridbook::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 membersInABatch = 20000;
constexpr int branches = 400;
constexpr int grids = 2000;

class Maker
{
public:
    explicit Maker(Book &book) : m_book(book) {}

    Done places()
    {
        GRIDBOOK_ASSIGN(auto work, m_book.begin({u"create"_qs, u"大底册"_qs, {}, {}}));
        const QString since = u"2020-01-01"_qs;
        for (int i = 0; i < 40; ++i) {
            GRIDBOOK_ASSIGN(const RowId id,
                            work->insert(u"division"_qs, {{u"code"_qs, u"999901%1"_qs.arg(i, 6, 10, QChar(u'0'))},
                                                          {u"name"_qs, u"第%1社区"_qs.arg(i + 1)},
                                                          {u"level"_qs, u"community"_qs}}));
            m_divisions << id;
        }
        for (int i = 0; i < grids; ++i) {
            GRIDBOOK_ASSIGN(const RowId id,
                            work->insert(u"grid"_qs, {{u"code"_qs, u"999901%1"_qs.arg(i, 9, 10, QChar(u'0'))},
                                                      {u"name"_qs, u"第%1网格"_qs.arg(i + 1)},
                                                      {u"kind"_qs, u"urban"_qs},
                                                      {u"division_id"_qs, m_divisions.at(i % m_divisions.size())},
                                                      {u"sort_key"_qs, u"%1"_qs.arg(i, 6, 10, QChar(u'0'))},
                                                      {u"valid_from"_qs, since}}));
            m_grids << id;
        }
        for (int i = 0; i < branches; ++i) {
            GRIDBOOK_ASSIGN(const RowId id,
                            work->insert(u"party_org"_qs, {{u"division_id"_qs, m_divisions.at(i % m_divisions.size())},
                                                           {u"valid_from"_qs, since},
                                                           {u"sort_key"_qs, u"%1"_qs.arg(i, 4, 10, QChar(u'0'))}}));
            GRIDBOOK_TRY(work->insert(u"org_state"_qs, {{u"org_id"_qs, id},
                                                        {u"type"_qs, u"branch"_qs},
                                                        {u"full_name"_qs, u"中共第%1支部"_qs.arg(i + 1)},
                                                        {u"short_name"_qs, u"第%1支部"_qs.arg(i + 1)},
                                                        {u"valid_from"_qs, since}}));
            m_branches << id;
        }
        GRIDBOOK_TRY(m_book.commit(*work));
        return {};
    }

    Done members(qint64 from, qint64 until, qint64 &rows)
    {
        GRIDBOOK_ASSIGN(auto work, m_book.begin({u"demo"_qs, u"党员 %1–%2"_qs.arg(from + 1).arg(until), {}, {}}));
        for (qint64 i = from; i < until; ++i) {
            GRIDBOOK_TRY(member(*work, i));
        }
        rows += work->count();
        GRIDBOOK_TRY(m_book.commit(*work));
        return {};
    }

private:
    Done member(UnitOfWork &work, qint64 i)
    {
        static const QString surnames =
            u"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单解仇查"_qs;
        static const QString given =
            u"伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海燕春梅小林晓东宁凤翔思远子轩欣怡雨涵浩然一诺梓晨"_qs;
        const auto pick = [&](const QString &from) { return from.at(m_random.bounded(int(from.size()))); };
        QString name = pick(surnames);
        name += pick(given);
        if (m_random.bounded(3) > 0) {
            name += pick(given);
        }
        const QDate birth = QDate(1936, 1, 1).addDays(m_random.bounded(25000));
        // The place and the sequence make the number unique: 10,000 × 1,000 of them a day.
        QString number = u"99%1%2%3"_qs.arg(i / 1000 % 10000, 4, 10, QChar(u'0'))
                             .arg(birth.toString(u"yyyyMMdd"_qs))
                             .arg(i % 1000, 3, 10, QChar(u'0'));
        number += text::CitizenId::checkDigitOf(number);
        const QDate join = birth.addYears(19 + m_random.bounded(25)).addDays(m_random.bounded(300));
        GRIDBOOK_ASSIGN(const RowId person,
                        work.insert(u"person"_qs, {{u"name"_qs, name},
                                                   {u"sex"_qs, m_random.bounded(2) == 0 ? u"1"_qs : u"2"_qs},
                                                   {u"ethnic"_qs, u"01"_qs},
                                                   {u"id_number"_qs, number},
                                                   {u"birth"_qs, birth.toString(Qt::ISODate)},
                                                   {u"education"_qs, u"%1"_qs.arg(m_random.bounded(1, 9) * 10)},
                                                   {u"phone"_qs, u"100%1"_qs.arg(i, 8, 10, QChar(u'0'))}}));
        GRIDBOOK_ASSIGN(const RowId member,
                        work.insert(u"member"_qs, {{u"person_id"_qs, person},
                                                   {u"join_date"_qs, join.toString(Qt::ISODate)},
                                                   {u"full_date"_qs, join.addYears(1).toString(Qt::ISODate)}}));
        const QString since = QDate(2020, 1, 1).addDays(m_random.bounded(2400)).toString(Qt::ISODate);
        GRIDBOOK_TRY(work.insert(u"affiliation"_qs, {{u"member_id"_qs, member},
                                                     {u"org_id"_qs, m_branches.at(m_random.bounded(branches))},
                                                     {u"grid_id"_qs, m_grids.at(m_random.bounded(grids))},
                                                     {u"valid_from"_qs, since}}));
        GRIDBOOK_TRY(work.insert(u"standing"_qs, {{u"member_id"_qs, member},
                                                  {u"category"_qs, u"full"_qs},
                                                  {u"state"_qs, u"1"_qs},
                                                  {u"valid_from"_qs, since}}));
        return {};
    }

    Book &m_book;
    QRandomGenerator m_random{20260930};
    QList<RowId> m_divisions;
    QList<RowId> m_grids;
    QList<RowId> m_branches;
};

} // namespace

Result<BigBook> makeBigBook(const QString &path, const BookSurroundings &surroundings, qint64 members)
{
    GRIDBOOK_ASSIGN(const auto book, Book::create(path, surroundings));
    Maker maker(*book);
    GRIDBOOK_TRY(maker.places());
    BigBook made;
    QElapsedTimer timer;
    timer.start();
    for (qint64 from = 0; from < members; from += membersInABatch) {
        GRIDBOOK_TRY(maker.members(from, qMin(members, from + membersInABatch), made.rows));
        std::fprintf(stderr, "\rmaking %lld of %lld members", qMin(members, from + membersInABatch), members);
    }
    std::fprintf(stderr, "\n");
    made.seconds = double(timer.elapsed()) / 1000;
    return made;
}

} // namespace gridbook::bench
