#include "core/demo/biggenerator.h"
#include "core/base/quarter.h"
#include "core/demo/demoworld.h"
#include <QCoreApplication>

namespace gridbook::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr int membersPerBranch = 50;
constexpr int membersPerGrid = 20;
constexpr int membersPerCommunity = 200;
constexpr qint64 rowsPerBatch = 10'000;
constexpr quint64 seed = 1'000'000;
constexpr int changesPerMille = 20; // of all members, in a quarter

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DemoBook)
};

struct Place
{
    RowId community = 0;
    QList<RowId> grids;
    QList<RowId> branches;
};

struct Somebody
{
    RowId member = 0;
    RowId affiliation = 0;
    RowId standing = 0;
    int place = 0;
};

class BigBook
{
public:
    BigBook(Book &book, qint64 members, const Progress &progress)
        : m_book(book), m_progress(progress), m_members(members), m_people(seed)
    {}
    Done make();

private:
    Done makePlaces();
    Result<Place> makePlace(int number);
    Done makeMembers();
    Result<Somebody> makeMember(int place, QDate day, const QString &increase);
    Done makeQuarter(const Quarter &quarter);
    Done change(Somebody &somebody, QDate day);
    Done leave(Somebody &somebody, QDate day);
    // The unit of work in which to write next; the one before is committed when it is full.
    Result<UnitOfWork *> work(const QString &title);
    Done commit();
    Done tell(qint64 done);
    Result<RowId> insert(const QString &table, const QVariantMap &values);

    Book &m_book;
    const Progress &m_progress;
    qint64 m_members;
    PeopleMaker m_people;
    std::unique_ptr<UnitOfWork> m_work;
    QList<Place> m_places;
    QList<Somebody> m_register;
    QString m_title;
};

Result<UnitOfWork *> BigBook::work(const QString &title)
{
    if (m_work && m_work->count() >= rowsPerBatch) {
        GRIDBOOK_TRY(commit());
    }
    if (!m_work) {
        GRIDBOOK_ASSIGN(m_work, m_book.begin({u"create"_qs, title, {}, {}}));
    }
    return m_work.get();
}

Done BigBook::commit()
{
    if (m_work) {
        const auto committed = m_book.commit(*m_work);
        m_work.reset();
        return committed ? Done() : committed.error();
    }
    return {};
}

Done BigBook::tell(qint64 done)
{
    if (done % 1'000 == 0 && !m_progress.goesOn(done, m_members, Texts::tr("Making a big book"))) {
        m_work.reset();
        return Error{ErrorKind::Cancelled, Texts::tr("Cancelled."), {}};
    }
    return {};
}

Result<RowId> BigBook::insert(const QString &table, const QVariantMap &values)
{
    GRIDBOOK_ASSIGN(UnitOfWork *const current, work(m_title));
    return current->insert(table, values);
}

Result<Place> BigBook::makePlace(int number)
{
    Place place;
    const QString code = u"99%1"_qs.arg(1'000'000'001LL + number); // of no province
    GRIDBOOK_ASSIGN(place.community, insert(u"division"_qs, {{u"code"_qs, code},
                                                             {u"name"_qs, u"演示%1社区"_qs.arg(number + 1)},
                                                             {u"level"_qs, u"community"_qs}}));
    for (int i = 0; i < membersPerCommunity / membersPerGrid; ++i) {
        GRIDBOOK_ASSIGN(const RowId grid,
                        insert(u"grid"_qs, {{u"code"_qs, u"%1%2"_qs.arg(code).arg(i + 1, 3, 10, QChar(u'0'))},
                                            {u"name"_qs, u"第%1网格"_qs.arg(i + 1)},
                                            {u"division_id"_qs, place.community},
                                            {u"kind"_qs, u"urban"_qs},
                                            {u"valid_from"_qs, u"2021-01-01"_qs}}));
        place.grids.append(grid);
        GRIDBOOK_TRY(
            insert(u"population_snapshot"_qs, {{u"division_id"_qs, place.community},
                                               {u"grid_id"_qs, grid},
                                               {u"on_date"_qs, openingDay},
                                               {u"resident_households"_qs, m_people.dice().between(450, 1050)},
                                               {u"resident_persons"_qs, m_people.dice().between(1100, 2500)}}));
    }
    RowId general = 0;
    for (int i = 0; i <= membersPerCommunity / membersPerBranch; ++i) { // the general branch first
        const QString name =
            i == 0 ? u"演示%1社区党总支"_qs.arg(number + 1) : u"演示%1社区%2支部"_qs.arg(number + 1).arg(i);
        GRIDBOOK_ASSIGN(const RowId org, insert(u"party_org"_qs, {{u"division_id"_qs, place.community},
                                                                  {u"category"_qs, u"community"_qs},
                                                                  {u"valid_from"_qs, u"2021-01-01"_qs}}));
        GRIDBOOK_TRY(insert(u"org_state"_qs, {{u"org_id"_qs, org},
                                              {u"type"_qs, i == 0 ? u"generalBranch"_qs : u"branch"_qs},
                                              {u"short_name"_qs, name},
                                              {u"full_name"_qs, QString(u"中共"_qs + name)},
                                              {u"parent_id"_qs, i == 0 ? QVariant() : QVariant(general)},
                                              {u"valid_from"_qs, u"2021-01-01"_qs}}));
        if (i == 0) {
            general = org;
        } else {
            place.branches.append(org);
        }
    }
    return place;
}

Done BigBook::makePlaces()
{
    m_title = u"基准数据：社区、网格、党组织"_qs;
    const qint64 count = (m_members + membersPerCommunity - 1) / membersPerCommunity;
    for (int i = 0; i < int(count); ++i) {
        GRIDBOOK_ASSIGN(Place place, makePlace(i));
        m_places.append(std::move(place));
    }
    return commit();
}

Result<Somebody> BigBook::makeMember(int place, QDate day, const QString &increase)
{
    Dice &dice = m_people.dice();
    Somebody somebody{.member = 0, .affiliation = 0, .standing = 0, .place = place};
    MadeUpMember made = m_people.member(1 + place % 99, QDate(2024, 3, 31));
    made.person.address = u"演示路%1号%2幢%3室"_qs.arg(place + 1).arg(dice.between(1, 20)).arg(dice.between(101, 1804));
    GRIDBOOK_ASSIGN(const RowId person, insert(u"person"_qs, personRow(made.person)));
    QVariantMap row = memberRow(made);
    row.insert(u"person_id"_qs, person);
    GRIDBOOK_ASSIGN(somebody.member, insert(u"member"_qs, row));
    const RowId branch = dice.pick(m_places.at(place).branches);
    const RowId grid = dice.pick(m_places.at(place).grids);
    GRIDBOOK_ASSIGN(somebody.affiliation, insert(u"affiliation"_qs, {{u"member_id"_qs, somebody.member},
                                                                     {u"org_id"_qs, branch},
                                                                     {u"grid_id"_qs, grid},
                                                                     {u"increase_kind"_qs, increase},
                                                                     {u"valid_from"_qs, day}}));
    GRIDBOOK_ASSIGN(somebody.standing, insert(u"standing"_qs, {{u"member_id"_qs, somebody.member},
                                                               {u"category"_qs, u"full"_qs},
                                                               {u"state"_qs, u"1"_qs},
                                                               {u"valid_from"_qs, day}}));
    QVariantMap whereabouts = whereaboutsRow(made);
    whereabouts.insert(u"member_id"_qs, somebody.member);
    whereabouts.insert(u"valid_from"_qs, day);
    GRIDBOOK_TRY(insert(u"whereabouts"_qs, whereabouts));
    return somebody;
}

Done BigBook::makeMembers()
{
    m_title = u"基准数据：建账期初党员"_qs;
    m_register.reserve(m_members);
    for (qint64 i = 0; i < m_members; ++i) {
        GRIDBOOK_TRY(tell(i));
        GRIDBOOK_ASSIGN(const Somebody somebody, makeMember(int(i / membersPerCommunity), openingDay, u"0"_qs));
        m_register.append(somebody);
    }
    return commit();
}

Done BigBook::leave(Somebody &somebody, QDate day)
{
    const bool death = m_people.dice().perMille(300);
    GRIDBOOK_ASSIGN(UnitOfWork *const current, work(m_title));
    GRIDBOOK_TRY(current->update(u"affiliation"_qs, somebody.affiliation, 0,
                                 {{u"valid_until"_qs, day}, {u"decrease_kind"_qs, death ? u"3"_qs : u"4"_qs}}));
    GRIDBOOK_TRY(current->update(u"standing"_qs, somebody.standing, 0, {{u"valid_until"_qs, day}}));
    GRIDBOOK_TRY(current->insert(u"standing"_qs, {{u"member_id"_qs, somebody.member},
                                                  {u"category"_qs, u"full"_qs},
                                                  {u"state"_qs, death ? u"21"_qs : u"20"_qs},
                                                  {u"valid_from"_qs, day}}));
    somebody.member = 0;
    return {};
}

// Out and somebody else in, or a move within the community: the register keeps its size.
Done BigBook::change(Somebody &somebody, QDate day)
{
    if (m_people.dice().perMille(500)) {
        GRIDBOOK_TRY(leave(somebody, day));
        GRIDBOOK_ASSIGN(somebody, makeMember(somebody.place, day, u"3"_qs));
        return {};
    }
    GRIDBOOK_ASSIGN(UnitOfWork *const current, work(m_title));
    GRIDBOOK_TRY(current->update(u"affiliation"_qs, somebody.affiliation, 0, {{u"valid_until"_qs, day}}));
    const RowId branch = m_people.dice().pick(m_places.at(somebody.place).branches);
    const RowId grid = m_people.dice().pick(m_places.at(somebody.place).grids);
    GRIDBOOK_ASSIGN(somebody.affiliation, current->insert(u"affiliation"_qs, {{u"member_id"_qs, somebody.member},
                                                                              {u"org_id"_qs, branch},
                                                                              {u"grid_id"_qs, grid},
                                                                              {u"valid_from"_qs, day}}));
    return {};
}

Done BigBook::makeQuarter(const Quarter &quarter)
{
    m_title = u"基准数据：%1党员变动"_qs.arg(quarter.toChinese());
    for (Somebody &somebody : m_register) {
        if (m_people.dice().perMille(changesPerMille)) {
            GRIDBOOK_TRY(change(somebody, quarter.begin().addDays(m_people.dice().below(90))));
        }
    }
    return commit();
}

Done BigBook::make()
{
    GRIDBOOK_TRY(makePlaces());
    GRIDBOOK_TRY(makeMembers());
    for (const Quarter &quarter : {Quarter(2025, 4), Quarter(2026, 1), Quarter(2026, 2), Quarter(2026, 3)}) {
        GRIDBOOK_TRY(makeQuarter(quarter));
    }
    return m_book.setInfo(u"name"_qs, u"基准数据(%1 名党员)"_qs.arg(m_members));
}

} // namespace

Done makeBigBook(Book &book, qint64 members, const Progress &progress)
{
    GRIDBOOK_ASSIGN(const QVariant batches, book.database().scalar(u"SELECT COUNT(*) FROM batch"_qs));
    if (batches.toLongLong() != 0 || members < 1 || members > 2'000'000) {
        return Error{ErrorKind::Refused,
                     Texts::tr("A big book needs an empty book and between 1 and 2,000,000 members."), book.path()};
    }
    return BigBook(book, members, progress).make();
}

} // namespace gridbook::demo
