#include "tests/core/reports/figurebook.h"

namespace gridbook::testing {

using namespace Qt::StringLiterals;

namespace {
QVariant reference(RowId id)
{
    return id == 0 ? QVariant() : QVariant(id);
}
const QString opened = QStringLiteral("2026-01-01");
} // namespace

FigureBook::FigureBook()
{
    makePlaces();
    makeOrgs();
    makeMembers();
}

RowId FigureBook::insert(const QString &table, const QVariantMap &values)
{
    auto work = m_book->begin({u"edit"_qs, u"测试"_qs, {}, {}});
    const auto row = (*work)->insert(table, values);
    if (!row) {
        qFatal("%s / %s", qPrintable(row.error().message), qPrintable(row.error().detail));
    }
    if (const auto set = m_book->commit(**work); !set) {
        qFatal("%s / %s", qPrintable(set.error().message), qPrintable(set.error().detail));
    }
    return *row;
}

void FigureBook::update(const QString &table, RowId row, const QVariantMap &values)
{
    auto work = m_book->begin({u"edit"_qs, u"测试"_qs, {}, {}});
    if (const auto done = (*work)->update(table, row, 0, values); !done) {
        qFatal("%s / %s", qPrintable(done.error().message), qPrintable(done.error().detail));
    }
    if (const auto set = m_book->commit(**work); !set) {
        qFatal("%s / %s", qPrintable(set.error().message), qPrintable(set.error().detail));
    }
}

void FigureBook::putBelow(RowId org, RowId parent)
{
    const auto state = m_book->database().scalar(u"SELECT id FROM org_state WHERE org_id = ?"_qs, {org});
    update(u"org_state"_qs, state->toLongLong(), {{u"parent_id"_qs, parent}});
}

void FigureBook::makePlaces()
{
    const auto community = [this](const QString &code, const QString &name) {
        return insert(u"division"_qs, {{u"code"_qs, code}, {u"name"_qs, name}, {u"level"_qs, u"community"_qs}});
    };
    east = community(u"610305100001"_qs, u"东关社区"_qs);
    west = community(u"610305100002"_qs, u"西关社区"_qs);
    const auto grid = [this](RowId division, const QString &code, const QString &name, const QVariant &form) {
        return insert(u"grid"_qs, {{u"code"_qs, code},
                                   {u"name"_qs, name},
                                   {u"kind"_qs, u"urban"_qs},
                                   {u"party_form"_qs, form},
                                   {u"division_id"_qs, division},
                                   {u"valid_from"_qs, u"2020-01-01"_qs}});
    };
    grid1 = grid(east, u"610305100001001"_qs, u"第一网格"_qs, u"gridBranch"_qs);
    grid2 = grid(east, u"610305100001002"_qs, u"第二网格"_qs, u"buildingGroup"_qs);
    grid3 = grid(west, u"610305100002001"_qs, u"第三网格"_qs, {});
    const auto count = [this](RowId division, RowId where, const QString &day, const QList<QVariant> &numbers) {
        insert(u"population_snapshot"_qs, {{u"division_id"_qs, division},
                                           {u"grid_id"_qs, reference(where)},
                                           {u"on_date"_qs, day},
                                           {u"resident_households"_qs, numbers.value(0)},
                                           {u"resident_persons"_qs, numbers.value(1)},
                                           {u"registered_households"_qs, numbers.value(2)},
                                           {u"registered_persons"_qs, numbers.value(3)}});
    };
    count(east, 0, u"2026-03-31"_qs, {900, 2100, 600, 1500});
    count(east, 0, u"2026-08-31"_qs, {920, 2150, 610, 1520});
    count(west, 0, u"2026-03-31"_qs, {400, 950, 300, 700});
    count(east, grid1, u"2026-03-31"_qs, {500, 1200});
    count(east, grid2, u"2026-08-31"_qs, {420, 950});
    count(west, grid3, u"2026-03-31"_qs, {250, 600});
    const RowId estate = insert(u"estate"_qs, {{u"division_id"_qs, east}, {u"name"_qs, u"春江花园"_qs}});
    for (const auto &[no, where, from] : {std::tuple(u"1幢"_qs, grid1, opened), std::tuple(u"2幢"_qs, grid1, opened),
                                          std::tuple(u"3幢"_qs, grid2, u"2026-08-01"_qs)}) {
        const RowId building = insert(u"building"_qs, {{u"estate_id"_qs, estate}, {u"no"_qs, no}});
        insert(u"building_grid"_qs, {{u"building_id"_qs, building}, {u"grid_id"_qs, where}, {u"valid_from"_qs, from}});
    }
    insert(u"resident_group"_qs,
           {{u"division_id"_qs, east}, {u"name"_qs, u"第一居民小组"_qs}, {u"valid_from"_qs, u"2020-01-01"_qs}});
    insert(u"resident_group"_qs, {{u"division_id"_qs, west},
                                  {u"name"_qs, u"第二居民小组"_qs},
                                  {u"valid_from"_qs, u"2020-01-01"_qs},
                                  {u"valid_until"_qs, u"2026-07-01"_qs}});
}

RowId FigureBook::org(const QString &type, const QString &name, RowId parent, RowId grid)
{
    const RowId id = insert(u"party_org"_qs, {{u"division_id"_qs, east},
                                              {u"grid_id"_qs, reference(grid)},
                                              {u"category"_qs, u"community"_qs},
                                              {u"valid_from"_qs, u"2020-01-01"_qs}});
    insert(u"org_state"_qs, {{u"org_id"_qs, id},
                             {u"type"_qs, type},
                             {u"short_name"_qs, name},
                             {u"full_name"_qs, QString(u"中共"_qs + name)},
                             {u"valid_from"_qs, u"2020-01-01"_qs},
                             {u"parent_id"_qs, reference(parent)}});
    return id;
}

void FigureBook::makeOrgs()
{
    committee = org(u"committee"_qs, u"东关社区党委"_qs, 0, 0);
    branch1 = org(u"branch"_qs, u"东关一支部"_qs, committee, grid1);
    branch2 = org(u"branch"_qs, u"东关二支部"_qs, committee, grid3);
    group = org(u"group"_qs, u"一支部第一小组"_qs, branch1, 0);
    functional = org(u"actionBranch"_qs, u"夜市行动支部"_qs, committee, 0);
    const auto term = [this](RowId orgId, int session, const QString &elected) {
        insert(u"org_term"_qs,
               {{u"org_id"_qs, orgId}, {u"session"_qs, session}, {u"elected_on"_qs, elected}, {u"term_years"_qs, 5}});
    };
    term(committee, 1, u"2016-10-20"_qs);
    term(committee, 2, u"2021-10-20"_qs); // due 2026-10-20
    term(branch1, 1, u"2021-08-15"_qs);   // due 2026-08-15
}

RowId FigureBook::addMember(const QString &name, const QVariantMap &person, const QVariantMap &memberValues,
                            const QList<Spell> &spells, const QList<State> &states)
{
    QVariantMap who = person;
    who.insert(u"name"_qs, name);
    const RowId personId = insert(u"person"_qs, who);
    QVariantMap values = memberValues;
    values.insert(u"person_id"_qs, personId);
    const RowId id = insert(u"member"_qs, values);
    for (const Spell &spell : spells) {
        insert(u"affiliation"_qs, {{u"member_id"_qs, id},
                                   {u"org_id"_qs, spell.org},
                                   {u"group_id"_qs, reference(spell.group)},
                                   {u"grid_id"_qs, reference(spell.grid)},
                                   {u"valid_from"_qs, spell.from},
                                   {u"valid_until"_qs, spell.until},
                                   {u"increase_kind"_qs, spell.increase},
                                   {u"decrease_kind"_qs, spell.decrease}});
    }
    for (const State &state : states) {
        insert(u"standing"_qs, {{u"member_id"_qs, id},
                                {u"category"_qs, state.category},
                                {u"state"_qs, state.state},
                                {u"valid_from"_qs, state.from},
                                {u"valid_until"_qs, state.until}});
    }
    member.insert(name, id);
    return id;
}

void FigureBook::put(const QString &name, const QString &sex, const QString &ethnic, const QString &birth,
                     const QString &education, const QString &join, const QString &full, const QString &post,
                     const QList<Spell> &spells, const QList<State> &states)
{
    const QString number = QStringLiteral("99990119700101%1").arg(++m_number, 4, 10, QLatin1Char('0'));
    addMember(name,
              {{u"sex"_qs, sex},
               {u"ethnic"_qs, ethnic},
               {u"birth"_qs, birth},
               {u"education"_qs, education},
               {u"id_number"_qs, name == u"无号"_qs ? QString() : number}},
              {{u"join_date"_qs, join}, {u"full_date"_qs, full}, {u"work_post"_qs, post}}, spells, states);
}

void FigureBook::makeMembers()
{
    const QString full = u"full"_qs;
    const QString normal = u"1"_qs;
    const QList<State> always{{full, normal, opened}};
    const auto since = [](RowId orgId, RowId grid) { return Spell{orgId, grid, opened, {}, u"0"_qs, {}}; };
    Spell inGroup = since(branch1, grid1);
    inGroup.group = group;
    put(u"常在"_qs, u"1"_qs, u"01"_qs, u"1955-09-30"_qs, u"21"_qs, u"1978-11"_qs, u"1979-11"_qs, u"4121"_qs, {inGroup},
        always);
    put(u"常兰"_qs, u"2"_qs, u"03"_qs, u"1955-10-01"_qs, u"31"_qs, u"1979-01-01"_qs, u"1980-01-01"_qs, u"4121"_qs,
        {since(branch1, grid1)}, always);
    put(u"不详"_qs, {}, {}, {}, {}, {}, {}, {}, {since(branch2, grid3)}, {});
    put(u"无号"_qs, u"1"_qs, u"01"_qs, u"1990-05-05"_qs, u"14"_qs, u"2012-11-01"_qs, u"2013-11-01"_qs, u"0131"_qs,
        {since(branch2, 0)}, always);
    put(u"已故"_qs, u"1"_qs, u"01"_qs, u"1940"_qs, u"81"_qs, u"1960-07"_qs, u"1961-07"_qs, u"4111"_qs,
        {{branch1, grid1, opened, u"2026-02-10"_qs, u"0"_qs, u"3"_qs}}, always);
    // Transferred out in the second quarter, back in the third: two spells.
    put(u"往返"_qs, u"2"_qs, u"01"_qs, u"1985-03-03"_qs, u"21"_qs, u"2006-06-01"_qs, u"2007-06-01"_qs, u"0211"_qs,
        {{branch1, grid2, opened, u"2026-05-06"_qs, u"0"_qs, u"4"_qs},
         {branch2, grid3, u"2026-08-20"_qs, {}, u"3"_qs, {}}},
        always);
    // Moved between branches: neither increase nor decrease.
    put(u"调动"_qs, u"1"_qs, u"11"_qs, u"1970-01-01"_qs, u"61"_qs, u"1995-07-01"_qs, u"1996-07-01"_qs, u"0163"_qs,
        {{branch1, grid1, opened, u"2026-07-15"_qs, u"0"_qs, {}}, {branch2, grid3, u"2026-07-15"_qs}}, always);
    put(u"转入"_qs, u"2"_qs, u"01"_qs, u"1995-12-31"_qs, u"41"_qs, u"2016-06-30"_qs, u"2017-06-30"_qs, u"5121"_qs,
        {{branch2, grid3, u"2026-03-15"_qs, {}, u"31"_qs, {}}}, always);
    // Admitted in the second quarter, full member a year later.
    put(u"新党员"_qs, u"2"_qs, u"15"_qs, u"2000-02-29"_qs, u"21"_qs, u"2026-06-28"_qs, u"2027-06-28"_qs, u"3121"_qs,
        {{branch1, grid2, u"2026-06-28"_qs, {}, u"1"_qs, {}}},
        {{u"probationary"_qs, normal, u"2026-06-28"_qs, u"2027-06-28"_qs}, {full, normal, u"2027-06-28"_qs}});
    // Stopped in the second quarter, restored in the third, by states alone.
    put(u"停复"_qs, u"1"_qs, u"01"_qs, u"1965-07-01"_qs, u"71"_qs, u"1990-07-01"_qs, u"1991-07-01"_qs, u"5151"_qs,
        {since(branch2, grid3)},
        {{full, normal, opened, u"2026-04-10"_qs},
         {full, u"12"_qs, u"2026-04-10"_qs, u"2026-09-01"_qs},
         {full, u"11"_qs, u"2026-09-01"_qs}});
    put(u"停止"_qs, u"1"_qs, u"01"_qs, u"1968-07-01"_qs, u"71"_qs, u"1990-07-01"_qs, u"1991-07-01"_qs, u"5151"_qs,
        {since(branch2, grid3)}, {{full, normal, opened, u"2026-09-30"_qs}, {full, u"12"_qs, u"2026-09-30"_qs}});
    // Expelled: the state says so, and the affiliation ends on the same day.
    put(u"开除"_qs, u"1"_qs, u"01"_qs, u"1975-07-01"_qs, u"21"_qs, u"2000-07-01"_qs, u"2001-07-01"_qs, u"0111"_qs,
        {{branch1, grid1, opened, u"2026-07-01"_qs, u"0"_qs, u"11"_qs}},
        {{full, normal, opened, u"2026-07-01"_qs}, {full, u"13"_qs, u"2026-07-01"_qs}});
    // The first day of the next quarter is not this one's.
    put(u"次季"_qs, u"1"_qs, u"01"_qs, u"1980-01-01"_qs, u"21"_qs, u"2005-07-01"_qs, u"2006-07-01"_qs, u"1131"_qs,
        {{branch1, grid1, u"2026-10-01"_qs, {}, u"3"_qs, {}}}, {{full, normal, u"2026-10-01"_qs}});
    put(u"末日"_qs, u"1"_qs, u"01"_qs, u"1980-01-01"_qs, u"21"_qs, u"2005-07-01"_qs, u"2006-07-01"_qs, u"0164"_qs,
        {{branch1, grid1, u"2026-09-30"_qs, {}, u"3"_qs, {}}}, {{full, normal, u"2026-09-30"_qs}});
}

} // namespace gridbook::testing
