#include "core/exchange/importgrid.h"
#include "core/base/partialdate.h"
#include "core/exchange/importcells.h"
#include "core/exchange/orgnames.h"
#include "core/exchange/rowinterpreter.h"
#include "core/registry/recordstore.h"
#include "core/text/chinesenumber.h"
#include "core/text/normalise.h"
#include "core/text/personname.h"
#include "core/text/phone.h"
#include "core/text/privatenumbers.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportGrid)
};

const QString worker = u"fullTimeWorker"_qs;

// The estate is what stands before the number: 雍城苑1-3幢 → 雍城苑, 1-3幢.
std::pair<QString, QString> estateAndRest(const QString &text)
{
    static const QRegularExpression shape(
        u"^(.*?[\\p{Han}A-Za-z])((?:\\d|[一二三四五六七八九十]+(?=号楼|[幢栋座楼号])|[甲乙丙丁A-Z](?=[-至到~～]?[甲乙丙丁A-Z]?[幢栋座楼])).*)$"_qs);
    const auto match = shape.match(text);
    static const QRegularExpression number(u"^(第|[一二三四五六七八九十\\d]).*"_qs);
    if (!match.hasMatch() || number.match(text).hasMatch()) {
        return {{}, text};
    }
    return {match.captured(1), match.captured(2)};
}

// 第八网格党支部; not 无党支部, 2个党支部 or 隶属第一党支部, which say something about one.
bool namesBranch(const QString &name)
{
    static const QRegularExpression branch(
        u"^(?!无|未|没有|已|暂|拟|隶属|属|\\d+个|[一二两三四五六七八九十]+个)\\S+(?:党?支部|党?总支|党委|党?支部委员会|委员会)$"_qs);
    return branch.match(name).hasMatch();
}

} // namespace

Result<QList<EstateBuilding>> splitBuildings(const QString &raw, const QString &estateColumn)
{
    QList<EstateBuilding> buildings;
    QString estate = text::tidied(estateColumn);
    // Parts of one estate are expanded together, so that "1、2、5幢" keeps its suffix.
    QList<std::pair<QString, QStringList>> estates;
    for (const QString &part : text::splitList(text::toHalfWidth(raw))) {
        const auto [own, rest] = estateAndRest(text::withoutBlanks(part));
        if (!own.isEmpty()) {
            estate = own;
        }
        if (estates.isEmpty() || estates.last().first != estate) {
            estates.append({estate, {}});
        }
        estates.last().second << rest;
    }
    for (const auto &[name, parts] : estates) {
        if (name.isEmpty()) {
            return Error{
                ErrorKind::Invalid,
                Texts::tr("“%1” does not say which estate these buildings belong to. Write the estate before the "
                          "number, or map a column “小区”.")
                    .arg(raw),
                {}};
        }
        GRIDBOOK_ASSIGN(const QStringList numbers, text::expandNames(parts.join(u'、')));
        for (const QString &number : numbers) {
            buildings.append({name, number});
        }
    }
    return buildings;
}

QStringList namesIn(const QString &list)
{
    QStringList names;
    for (const text::PersonName &name : text::parseNameList(list).names) {
        names << name.name;
    }
    return names;
}

// "党支部" in a ledger is the branch that lies in the grid, or says in which form the Party is there (网格党支部, 无).
void RowInterpreter::readGridBranches(ImportPlan &plan, PlanRow &row)
{
    const int at = plan.target(gridledger::branches);
    const QString cell = plan.value(row, gridledger::branches).toString();
    if (at < 0 || cell.isEmpty()) {
        return;
    }
    row.values[at] = QVariant();
    if (saysNothing(cell)) {
        return;
    }
    const CodeTable *forms = m_reader.catalog().codes().find(u"gridPartyForm");
    if (const CodeItem *form = forms->match(cell)) {
        fill(plan, row, u"partyForm", form->code, false);
        return;
    }
    RowId community = plan.value(row, u"division").value<ReferenceValue>().id;
    community = community == 0 ? communityOf(row.sheet) : community;
    QStringList known;
    for (const QString &name : text::splitList(cell)) {
        const ReferenceIndex::Answer answer = references(u"partyOrg"_qs).find(name, community, u"branch");
        if (answer.found.size() == 1) {
            known << answer.found.first().title;
        } else if (answer.found.isEmpty() && plan.choices.createMissing && namesBranch(name)) {
            known << shortOrgName(groupName(name));
            addIssue(row, at, IssueLevel::Warning,
                     Texts::tr("The book has no party organisation “%1”; it is made with this grid.").arg(name));
        } else {
            addIssue(
                row, at, IssueLevel::Warning,
                answer.found.isEmpty()
                    ? Texts::tr("The book has no party organisation “%1”; the grid is taken in without it.").arg(name)
                    : Texts::tr("“%1” could be several party organisations; the grid is taken in without it.")
                          .arg(name));
        }
    }
    if (!known.isEmpty()) {
        row.values[at] = known.join(u'、');
    }
}

void RowInterpreter::readGridLedger(ImportPlan &plan, PlanRow &row)
{
    using namespace gridledger;
    const auto textOf = [&](const QString &field) { return plan.value(row, field).toString(); };
    // "800/650": resident before registered, as the heading says.
    if (const QString both = textOf(households); !both.isEmpty()) {
        const int at = plan.target(households);
        const QStringList parts = text::splitList(both);
        const auto resident = parseCount(parts.value(0));
        const auto registered = parseCount(parts.value(1));
        if (!resident || (parts.size() > 1 && !registered) || parts.size() > 2) {
            addIssue(row, at, IssueLevel::Error,
                     Texts::tr("“%1” is not resident/registered, as in 800/650.").arg(both));
        } else {
            fill(plan, row, u"residentHouseholds", *resident, false);
            if (registered) {
                fill(plan, row, u"registeredHouseholds", *registered, false);
            }
        }
    }
    for (const QString &field : {leader, workers}) {
        const int at = plan.target(field);
        const QString cell = textOf(field);
        if (at < 0 || cell.isEmpty()) {
            continue;
        }
        const text::NameList list = text::parseNameList(cell);
        if (saysNothing(cell)) {
            row.values[at] = QVariant();
        } else if (!list.faults.isEmpty()) {
            addIssue(row, at, IssueLevel::Error, list.faults.first().message);
        } else if (field == leader && list.names.size() > 1) {
            addIssue(row, at, IssueLevel::Error,
                     Texts::tr("The cell holds %1 people, but a grid has one leader.").arg(list.names.size()));
        } else {
            row.values[at] = namesIn(cell).join(u'、');
            if (list.names.size() > 1) {
                addIssue(row, at, IssueLevel::Warning, Texts::tr("%1 people in one cell.").arg(list.names.size()));
            }
        }
    }
    if (const int at = plan.target(buildings); at >= 0 && row.values.at(at).isValid()) {
        if (const auto split = splitBuildings(textOf(buildings), textOf(estate)); !split) {
            addIssue(row, at, IssueLevel::Error, split.error().message);
        } else {
            QStringList names;
            for (const EstateBuilding &each : *split) {
                names << each.name();
            }
            row.values[at] = names.join(u'、');
        }
    }
    // A ledger without codes: the community's code and the number in the name.
    const int code = plan.target(u"code");
    if (code >= 0 && !row.values.at(code).isValid()) {
        const RowId community = communityOf(row.sheet);
        static const QRegularExpression shape(u"第?(\\d{1,3}|[〇零一二三四五六七八九十百]+)"_qs);
        const auto match = shape.match(text::toHalfWidth(textOf(u"name"_qs)));
        if (community != 0 && match.hasMatch()) {
            const auto rows = m_reader.rows(u"division"_qs, m_today, {community}, {u"code"_qs});
            const QString base = rows && !rows->isEmpty() ? rows->first().values.first().toString() : QString();
            const QString digits = match.captured(1);
            const qint64 sequence =
                digits.front().isDigit() ? digits.toLongLong() : text::parseHanNumber(digits).value_or(0);
            if (base.size() == 12 && sequence > 0) {
                row.values[code] = QString(base + QString::number(sequence).rightJustified(3, u'0'));
                row.derived[code] = true;
            }
        }
    }
    readGridBranches(plan, row);
    fill(plan, row, u"kind", u"urban"_qs, true);
}

Result<GridSurroundings> GridSurroundings::load(RegistryReader &reader, QDate asOf)
{
    GridSurroundings now;
    Query query;
    query.asOf = asOf;
    query.registry = u"gridPost"_qs;
    GRIDBOOK_ASSIGN(const QList<RowId> posts, reader.ids(query));
    for (qsizetype from = 0; from < posts.size(); from += 1000) {
        GRIDBOOK_ASSIGN(const QList<RowData> rows,
                        reader.rows(query.registry, asOf, posts.mid(from, 1000),
                                    {u"grid"_qs, u"role"_qs, u"person"_qs, u"validFrom"_qs}));
        for (const RowData &row : rows) {
            const auto person = row.values.at(2).value<ReferenceValue>();
            now.posts.insert(
                row.values.at(0).value<ReferenceValue>().id,
                {row.id, row.values.at(1).toString(), person.id, person.title, row.values.at(3).value<PartialDate>()});
        }
    }
    query.registry = u"estate"_qs;
    GRIDBOOK_ASSIGN(const QList<ReferenceValue> estates, reader.lookUp(query.registry, asOf, {}, 100'000));
    for (const ReferenceValue &each : estates) {
        now.estates.insert(each.title, each.id);
    }
    query.registry = u"building"_qs;
    GRIDBOOK_ASSIGN(const QList<RowId> ids, reader.ids(query));
    for (qsizetype from = 0; from < ids.size(); from += 1000) {
        GRIDBOOK_ASSIGN(const QList<RowData> rows, reader.rows(query.registry, asOf, ids.mid(from, 1000),
                                                               {u"estate"_qs, u"no"_qs, u"grid"_qs, u"gridFrom"_qs}));
        for (const RowData &row : rows) {
            const auto estate = row.values.at(0).value<ReferenceValue>();
            const GridBuildingNow building{row.id,
                                           estate.title,
                                           row.values.at(1).toString(),
                                           estate.id,
                                           row.values.at(2).value<ReferenceValue>().id,
                                           0,
                                           row.values.at(3).value<PartialDate>()};
            now.byName.insert(building.estate + building.no, now.buildings.size());
            now.buildings.append(building);
        }
    }
    query.registry = u"partyOrg"_qs;
    GRIDBOOK_ASSIGN(const QList<RowId> organizations, reader.ids(query));
    for (qsizetype from = 0; from < organizations.size(); from += 1000) {
        GRIDBOOK_ASSIGN(const QList<RowData> rows, reader.rows(query.registry, asOf, organizations.mid(from, 1000),
                                                               {u"grid"_qs, u"shortName"_qs}));
        for (const RowData &row : rows) {
            if (const RowId grid = row.values.at(0).value<ReferenceValue>().id; grid != 0) {
                now.organizations.insert(grid, row.values.at(1).toString());
            }
        }
    }
    return now;
}

QString GridSurroundings::leaderOf(RowId grid) const
{
    for (const GridPostNow &post : posts.values(grid)) {
        if (post.role == u"leader") {
            return post.name;
        }
    }
    return {};
}

QStringList GridSurroundings::workersOf(RowId grid) const
{
    QStringList names;
    for (const GridPostNow &post : posts.values(grid)) {
        if (post.role == worker) {
            names << post.name;
        }
    }
    names.sort();
    return names;
}

QStringList GridSurroundings::organizationsOf(RowId grid) const
{
    QStringList names = organizations.values(grid);
    names.sort();
    return names;
}

QStringList GridSurroundings::buildingsOf(RowId grid) const
{
    QStringList names;
    for (const GridBuildingNow &building : buildings) {
        if (building.grid == grid) {
            names << building.estate + building.no;
        }
    }
    return names;
}

Done GridLedgerWriter::prepare()
{
    GRIDBOOK_ASSIGN(m_now, GridSurroundings::load(m_reader, m_plan.choices.asOf));
    GRIDBOOK_ASSIGN(m_organizations, ReferenceIndex::load(m_reader, u"partyOrg"_qs, m_plan.choices.asOf));
    return {};
}

bool GridLedgerWriter::wants(const PlanRow &row, QStringView field) const
{
    const int at = m_plan.target(field);
    if (at < 0 || !row.values.at(at).isValid()) {
        return false;
    }
    if (row.state == RowState::New) {
        return true;
    }
    return std::any_of(row.changes.begin(), row.changes.end(),
                       [at](const PlanChange &change) { return change.field == at && change.applied; });
}

Done GridLedgerWriter::write(const PlanRow &row, RowId grid, RowId division)
{
    GRIDBOOK_TRY(writeCounts(row, grid, division));
    GRIDBOOK_TRY(writePosts(row, grid));
    GRIDBOOK_TRY(writeBranches(row, grid, division));
    return writeBuildings(row, grid, division);
}

Done GridLedgerWriter::writeCounts(const PlanRow &row, RowId grid, RowId division)
{
    static const std::pair<QString, QString> counts[] = {{u"residentHouseholds"_qs, u"resident_households"_qs},
                                                         {u"residentPersons"_qs, u"resident_persons"_qs},
                                                         {u"registeredHouseholds"_qs, u"registered_households"_qs},
                                                         {u"registeredPersons"_qs, u"registered_persons"_qs}};
    QVariantMap values;
    for (const auto &[field, column] : counts) {
        if (wants(row, field)) {
            values.insert(column, m_plan.value(row, field));
        }
    }
    if (values.isEmpty()) {
        return {};
    }
    values.insert(u"division_id"_qs, division);
    values.insert(u"grid_id"_qs, grid);
    values.insert(u"on_date"_qs, m_plan.choices.asOf.toString(Qt::ISODate));
    values.insert(u"source"_qs, text::maskedNumbers(QFileInfo(m_plan.source.path).fileName()));
    const auto row2 = m_work.insert(u"population_snapshot"_qs, values);
    return row2 ? Done() : Done(row2.error());
}

// The person of this name with this telephone, or the only one of this name who already works in a grid; else a new
// one.
Result<RowId> GridLedgerWriter::personFor(const QString &name, const QString &phone)
{
    GRIDBOOK_ASSIGN(Statement people,
                    Statement::prepare(m_work.database(), u"SELECT id, phone_index FROM person WHERE name = ? AND "
                                                          u"voided_at IS NULL ORDER BY id"_qs));
    GRIDBOOK_TRY(people.run(QVariantList{name}));
    const QByteArray index = m_reader.sealer().blindIndex(phone, u"phone"_qs);
    QList<RowId> same;
    while (people.next()) {
        const QByteArray known = people.bytes(1);
        if (!index.isEmpty() && known == index) {
            return people.integer(0);
        }
        if (index.isEmpty() || known.isEmpty()) {
            same << people.integer(0);
        }
    }
    GRIDBOOK_TRY(people.status());
    if (same.size() == 1) {
        if (!phone.isEmpty()) {
            GRIDBOOK_TRY(m_work.update(u"person"_qs, same.first(), 0, {{u"phone"_qs, phone}}));
        }
        return same.first();
    }
    return m_work.insert(u"person"_qs, {{u"name"_qs, name}, {u"phone"_qs, phone}});
}

Done GridLedgerWriter::addPost(RowId grid, const QString &role, const QString &name, const QString &phone)
{
    GRIDBOOK_ASSIGN(const RowId person, personFor(name, phone));
    const auto post = m_work.insert(u"grid_post"_qs, {{u"grid_id"_qs, grid},
                                                      {u"role"_qs, role},
                                                      {u"person_id"_qs, person},
                                                      {u"valid_from"_qs, m_plan.choices.asOf.toString(Qt::ISODate)}});
    return post ? Done() : Done(post.error());
}

Done GridLedgerWriter::writePosts(const PlanRow &row, RowId grid)
{
    const auto end = [&](const GridPostNow &post) -> Done {
        return m_work.update(u"grid_post"_qs, post.post, 0,
                             {{u"valid_until"_qs, m_plan.choices.asOf.toString(Qt::ISODate)}});
    };
    if (wants(row, gridledger::leader)) {
        for (const GridPostNow &post : m_now.posts.values(grid)) {
            if (post.role == u"leader") {
                GRIDBOOK_TRY(end(post));
            }
        }
        GRIDBOOK_TRY(addPost(grid, u"leader"_qs, m_plan.value(row, gridledger::leader).toString(),
                             m_plan.value(row, gridledger::leaderPhone).toString()));
    }
    if (wants(row, gridledger::workers)) {
        const QStringList known = m_now.workersOf(grid);
        const QStringList said = namesIn(m_plan.value(row, gridledger::workers).toString());
        const text::PhoneCell phones = text::parsePhoneCell(m_plan.value(row, gridledger::workerPhone).toString());
        QList<text::Phone> numbers;
        if (phones.first) {
            numbers << *phones.first << phones.others;
        }
        for (const GridPostNow &post : m_now.posts.values(grid)) {
            if (post.role == worker && !said.contains(post.name)) {
                GRIDBOOK_TRY(end(post)); // only where the user let the file overwrite the book
            }
        }
        for (qsizetype i = 0; i < said.size(); ++i) {
            if (!known.contains(said.at(i))) {
                const QString phone = numbers.size() == said.size() ? numbers.at(i).number : QString();
                GRIDBOOK_TRY(addPost(grid, worker, said.at(i), phone));
            }
        }
    }
    return {};
}

Done GridLedgerWriter::writeBranches(const PlanRow &row, RowId grid, RowId division)
{
    if (!wants(row, gridledger::branches)) {
        return {};
    }
    for (const QString &name : m_plan.value(row, gridledger::branches).toString().split(u'、')) {
        const ReferenceIndex::Answer answer = m_organizations.find(name, division, u"branch");
        RowId organisation = answer.found.size() == 1 ? answer.found.first().id : m_made.value({division, name});
        if (organisation == 0 && answer.found.isEmpty() && m_plan.choices.createMissing) {
            GRIDBOOK_ASSIGN(
                organisation,
                m_makeOrganisation({u"partyOrg"_qs, name, 0, orgTypeOf(name), fullOrgName(name), 0, -1}, division));
            m_made.insert({division, name}, organisation);
        }
        if (organisation != 0) {
            GRIDBOOK_TRY(m_work.update(u"party_org"_qs, organisation, 0, {{u"grid_id"_qs, grid}}));
        }
    }
    return {};
}

Done GridLedgerWriter::writeBuildings(const PlanRow &row, RowId grid, RowId division)
{
    if (!wants(row, gridledger::buildings)) {
        return {};
    }
    const QString from = m_plan.choices.asOf.toString(Qt::ISODate);
    GRIDBOOK_ASSIGN(const QList<EstateBuilding> said,
                    splitBuildings(m_plan.value(row, gridledger::buildings).toString(), {}));
    for (const EstateBuilding &each : said) {
        RowId building = 0;
        if (const auto it = m_now.byName.constFind(each.name()); it != m_now.byName.cend()) {
            GridBuildingNow &known = m_now.buildings[*it];
            if (known.grid == grid) {
                continue;
            }
            building = known.building;
            if (known.grid != 0) {
                GRIDBOOK_ASSIGN(const QVariant part,
                                m_work.database().scalar(
                                    u"SELECT id FROM building_grid WHERE building_id = ? AND voided_at IS NULL "
                                    u"AND valid_until IS NULL"_qs,
                                    {building}));
                GRIDBOOK_TRY(m_work.update(u"building_grid"_qs, part.toLongLong(), 0, {{u"valid_until"_qs, from}}));
            }
            known.grid = grid;
        } else {
            RowId estate = m_now.estates.value(each.estate);
            if (estate == 0) {
                GRIDBOOK_ASSIGN(
                    estate, m_work.insert(u"estate"_qs, {{u"name"_qs, each.estate}, {u"division_id"_qs, division}}));
                m_now.estates.insert(each.estate, estate);
            }
            GRIDBOOK_ASSIGN(building, m_work.insert(u"building"_qs, {{u"estate_id"_qs, estate}, {u"no"_qs, each.no}}));
            m_now.byName.insert(each.name(), m_now.buildings.size());
            m_now.buildings.append({building, each.estate, each.no, estate, grid, 0, {}});
        }
        const auto part = m_work.insert(
            u"building_grid"_qs, {{u"building_id"_qs, building}, {u"grid_id"_qs, grid}, {u"valid_from"_qs, from}});
        if (!part) {
            return part.error();
        }
    }
    return {};
}

} // namespace gridbook::exchange
