// Buildings and grids: what an entry may say, and what is not voided because something rests on it.
#include "core/base/partialdate.h"
#include "core/places/buildingmoves.h"
#include "tests/core/party/bookpicture.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_PlaceRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void entries_data();
    void entries();
    void codes_data();
    void codes();
    void schemeOfTheGridCodes();
    void namesRepeatNoCommunity_data();
    void namesRepeatNoCommunity();
    void aGridHasALeader();
    void movesTellTheCommunity();
    void voiding_data();
    void voiding();
    void mistakesCanBeVoided();

private:
    // What is said about the code if these fields of a record are entered so: E or W and the words; references by name.
    QStringList aboutTheCode(const QString &registry, const QString &record, const QVariantMap &entered);
    Done voidOne(const QString &registry, RowId record);
    std::unique_ptr<TestBook> m_book;
    QHash<QString, RowId> m_ids;
};

void tst_PlaceRules::init()
{
    m_book = std::make_unique<TestBook>();
    const auto basics = m_book->makeBasics();
    m_ids = {{u"community"_qs, basics.community}, {u"grid"_qs, basics.grid}, {u"closed"_qs, basics.secondGrid}};
    auto work = (*m_book)->begin({u"edit"_qs, u"楼栋"_qs, {}, {}});
    const auto add = [&](const QString &name, const QString &table, const QVariantMap &values) {
        m_ids.insert(name, (*work)->insert(table, values).valueOr(0));
        QVERIFY2(m_ids.value(name) != 0, qPrintable(name));
    };
    add(u"west"_qs, u"division"_qs,
        {{u"code"_qs, u"610305100002"_qs}, {u"name"_qs, u"西街社区"_qs}, {u"level"_qs, u"community"_qs}});
    add(u"westGrid"_qs, u"grid"_qs,
        {{u"code"_qs, u"610305100002001"_qs},
         {u"name"_qs, u"第一网格"_qs},
         {u"kind"_qs, u"urban"_qs},
         {u"division_id"_qs, m_ids.value(u"west"_qs)},
         {u"valid_from"_qs, u"2020-01-01"_qs}});
    add(u"estate"_qs, u"estate"_qs, {{u"division_id"_qs, basics.community}, {u"name"_qs, u"东关花园"_qs}});
    add(u"empty"_qs, u"estate"_qs, {{u"division_id"_qs, basics.community}, {u"name"_qs, u"空院"_qs}});
    add(u"loose"_qs, u"building"_qs, {{u"estate_id"_qs, m_ids.value(u"estate"_qs)}, {u"no"_qs, u"9幢"_qs}});
    const auto added =
        places::addBuildings(**work, m_ids.value(u"estate"_qs), u"1-2幢"_qs, GridId(basics.grid), QDate(2025, 1, 1));
    QVERIFY_RESULT(added);
    m_ids.insert(u"building"_qs, added->first().value());
    QVERIFY_RESULT((*work)->update(u"grid"_qs, basics.secondGrid, 0, {{u"valid_until"_qs, u"2026-02-01"_qs}}));
    QVERIFY_RESULT((*m_book)->commit(**work));
}

void tst_PlaceRules::cleanup()
{
    m_book.reset();
}

Done tst_PlaceRules::voidOne(const QString &registry, RowId record)
{
    GRIDBOOK_ASSIGN(auto work, (*m_book)->begin({u"edit"_qs, u"作废"_qs, {}, {}}));
    GRIDBOOK_ASSIGN(const Record loaded, (*m_book)->records().load(registry, record, QDate(2026, 9, 30)));
    GRIDBOOK_TRY((*m_book)->records().voidRecord(*work, loaded, u"录错"_qs));
    GRIDBOOK_ASSIGN([[maybe_unused]] const ChangeSet set, (*m_book)->commit(*work));
    return {};
}

void tst_PlaceRules::entries_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("record");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("entry"); // a name of an id, or a day
    QTest::addColumn<QString>("said");  // E or W and how it begins
    const QString b = u"building"_qs;
    QTest::newRow("the grid of another community")
        << b << b << u"grid"_qs << u"westGrid"_qs << u"W The grid belongs to 西街社区, but 东关花园 to 东关社区."_qs;
    QTest::newRow("a loose one into its own") << b << u"loose"_qs << u"grid"_qs << u"grid"_qs << QString();
    QTest::newRow("a closed grid") << b << b << u"grid"_qs << u"closed"_qs
                                   << u"E “第二网格” is not in force on 2026-09-30"_qs;
    QTest::newRow("another entry") << b << b << u"theme"_qs << u"2026-01-01"_qs << QString();
    QTest::newRow("a grid with buildings ends")
        << u"grid"_qs << u"grid"_qs << u"validUntil"_qs << u"2026-09-01"_qs
        << u"E “第一网格” cannot be closed yet. Move what still lies in it first (2 buildings: 东关花园1幢、东关花园2幢)"_qs;
    QTest::newRow("an empty grid ends") << u"grid"_qs << u"westGrid"_qs << u"validUntil"_qs << u"2026-09-01"_qs
                                        << QString();
}

void tst_PlaceRules::entries()
{
    QFETCH(const QString, registry);
    QFETCH(const QString, record);
    QFETCH(const QString, field);
    QFETCH(const QString, entry);
    QFETCH(const QString, said);
    const auto before = (*m_book)->records().load(registry, m_ids.value(record), QDate(2026, 9, 30));
    QVERIFY_RESULT(before);
    QVariantMap values = before->values;
    values.insert(field, m_ids.contains(entry) ? QVariant::fromValue(ReferenceValue{m_ids.value(entry), {}})
                                               : QVariant::fromValue(PartialDate::fromIso(entry)));
    const auto old = (*m_book)->records().check(*before, before->values, QDate(2026, 9, 30));
    const auto issues = (*m_book)->records().check(*before, values, QDate(2026, 9, 30));
    QVERIFY_RESULT(issues);
    QStringList found;
    for (const Issue &issue : issues->mid(old->size())) {
        QCOMPARE(issue.field, field);
        found << (issue.level == IssueLevel::Error ? u"E "_qs : u"W "_qs) + issue.message;
    }
    QVERIFY2(said.isEmpty() ? found.isEmpty() : found.value(0).startsWith(said), qPrintable(found.join(u'/')));
}

QStringList tst_PlaceRules::aboutTheCode(const QString &registry, const QString &record, const QVariantMap &entered)
{
    const QDate day(2026, 9, 30);
    Record before;
    before.registry = registry;
    before.asOf = day;
    if (!record.isEmpty()) {
        before = (*m_book)->records().load(registry, m_ids.value(record), day).valueOr(Record());
    }
    QVariantMap values = before.values;
    for (auto it = entered.cbegin(); it != entered.cend(); ++it) {
        const bool isReference = it.key() == u"division" || it.key() == u"parent";
        values.insert(it.key(),
                      isReference ? QVariant::fromValue(ReferenceValue{m_ids.value(it->toString()), {}}) : *it);
    }
    const auto issues = (*m_book)->records().check(before, values, day);
    QStringList found;
    for (const Issue &issue : issues ? *issues : QList<Issue>()) {
        if (issue.field == u"code") {
            found << (issue.level == IssueLevel::Error ? u"E "_qs : u"W "_qs) + issue.message;
        }
    }
    return issues ? found : QStringList{issues.error().message};
}

void tst_PlaceRules::codes_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("record"); // empty: a new one
    QTest::addColumn<QVariantMap>("entered");
    QTest::addColumn<QString>("said"); // E or W and how it begins
    const auto row = [](const char *name, const QString &registry, const QString &record, const QVariantMap &entered,
                        const QString &said) { QTest::newRow(name) << registry << record << entered << said; };
    const QString code = u"code"_qs;
    const QString g = u"grid"_qs;
    const QString d = u"division"_qs;
    const QVariant own(u"community"_qs);
    row("a grid of its community", g, {}, {{d, own}, {code, u"610305100001009"_qs}}, {});
    row("a grid of another one", g, {}, {{d, own}, {code, u"610305100002009"_qs}},
        u"E The code must begin with that of the community, 610305100001."_qs);
    row("a grid is corrected", g, g, {{code, u"610305100002009"_qs}}, u"E The code must begin"_qs);
    row("a grid goes to another one", g, g, {{d, u"west"_qs}},
        u"E The code must begin with that of the community, 610305100002."_qs);
    row("a micro grid", g, {}, {{d, own}, {code, u"610305100001009001"_qs}}, u"W The code has 18 digits"_qs);
    row("after the older standard", g, {}, {{d, own}, {code, u"12345661030510060100"_qs}},
        u"W The code has 20 digits"_qs);
    row("the same elsewhere", g, {}, {{d, own}, {code, u"12345661030610060100"_qs}},
        u"E A code of 20 digits has those of the street, 610305100,"_qs);
    row("of no length", g, {}, {{d, own}, {code, u"6103051000010091"_qs}}, u"E A grid code has 15 digits"_qs);
    row("another entry", g, g, {{u"boundary"_qs, u"东至大街"_qs}}, {});
    row("a community of its street", d, u"west"_qs, {{u"parent"_qs, u"street"_qs}}, {});
    row("a community of another one", d, {},
        {{u"level"_qs, own}, {u"parent"_qs, u"street"_qs}, {code, u"610305101002"_qs}},
        u"E The code must begin with that of the superior division, 610305100."_qs);
    row("a street in a county with zeros", d, u"street"_qs, {{u"parent"_qs, u"county"_qs}}, {});
    row("a short community", d, {}, {{u"level"_qs, own}, {code, u"610305100"_qs}},
        u"W A code of this level has 12 digits, this one has 9."_qs);
    row("a street with zeros", d, {}, {{u"level"_qs, u"street"_qs}, {code, u"610305103000"_qs}}, {});
    row("a street like a community", d, {}, {{u"level"_qs, u"street"_qs}, {code, u"610305103001"_qs}},
        u"W A code of this level has 9 digits, this one has 12."_qs);
    row("a street is recoded", d, u"street"_qs, {{code, u"610306100"_qs}},
        u"W 1 codes below begin otherwise; correct them next: 610305100001"_qs);
    row("a community is recoded", d, u"west"_qs, {{code, u"610305100003"_qs}},
        u"W 1 codes below begin otherwise; correct them next: 610305100002001"_qs);
}

void tst_PlaceRules::codes()
{
    QFETCH(const QString, registry);
    QFETCH(const QString, record);
    QFETCH(const QVariantMap, entered);
    QFETCH(const QString, said);
    auto work = (*m_book)->begin({u"edit"_qs, u"区划"_qs, {}, {}});
    const auto add = [&](const QString &name, const QString &code) {
        m_ids.insert(
            name,
            (*work)->insert(u"division"_qs, {{u"code"_qs, code}, {u"name"_qs, name}, {u"level"_qs, name}}).valueOr(0));
    };
    add(u"county"_qs, u"610305000000"_qs);
    add(u"street"_qs, u"610305100"_qs);
    QVERIFY_RESULT((*work)->update(u"division"_qs, m_ids.value(u"community"_qs), 0,
                                   {{u"parent_id"_qs, m_ids.value(u"street"_qs)}}));
    QVERIFY_RESULT((*m_book)->commit(**work));
    const QStringList found = aboutTheCode(registry, record, entered);
    QVERIFY2(said.isEmpty() ? found.isEmpty() : found.size() == 1 && found.first().startsWith(said),
             qPrintable(found.join(u'/')));
}

// How many digits a grid code has is a rule of the book; others are told, and only the digits of the scheme proposed.
void tst_PlaceRules::schemeOfTheGridCodes()
{
    const QDate day(2026, 9, 30);
    const auto said = [&](const QString &code) {
        return aboutTheCode(u"grid"_qs, {}, {{u"division"_qs, u"community"_qs}, {u"code"_qs, code}});
    };
    const QVariantMap values{{u"division"_qs, QVariant::fromValue(ReferenceValue{m_ids.value(u"community"_qs), {}})}};
    const auto proposals = [&] {
        const auto remarks = (*m_book)->records().remarks(u"grid"_qs, 0, values, day);
        return remarks ? int(remarks->size()) : -1;
    };
    QCOMPARE(proposals(), 1);
    auto work = (*m_book)->begin({u"edit"_qs, u"规则"_qs, {}, {}});
    QVERIFY_RESULT((*work)->insert(
        u"rule"_qs,
        {{u"code"_qs, u"grid.codeDigits"_qs}, {u"value"_qs, u"20"_qs}, {u"valid_from"_qs, u"2026-01-01"_qs}}));
    QVERIFY_RESULT((*m_book)->commit(**work));
    QCOMPARE(proposals(), 0);
    QCOMPARE(said(u"12345661030510060100"_qs), QStringList());
    QVERIFY(said(u"610305100001009"_qs).value(0).startsWith(u"W The code has 15 digits"));
    const QVariantMap rule{{u"code"_qs, u"grid.codeDigits"_qs},
                           {u"value"_qs, u"16"_qs},
                           {u"validFrom"_qs, QVariant::fromValue(PartialDate(day))}};
    const QList<Issue> faults = (*m_book)->records().validate(u"rule"_qs, rule, day);
    QCOMPARE(faults.size(), 1);
    QVERIFY2(faults.first().message.contains(u"15, 18 or 20"), qPrintable(faults.first().message));
}

void tst_PlaceRules::namesRepeatNoCommunity_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("community");
    QTest::addColumn<QString>("proposal"); // empty: nothing is said
    const QString own = u"community"_qs;
    QTest::newRow("a name alone") << u"第一网格"_qs << own << QString();
    QTest::newRow("with the community") << u"东关社区第九网格"_qs << own << u"第九网格"_qs;
    QTest::newRow("with a blank") << u"东关社区 第九网格"_qs << own << u"第九网格"_qs;
    QTest::newRow("with the district too") << u"凤翔区东关社区第九网格"_qs << own << u"第九网格"_qs;
    QTest::newRow("another community") << u"东关社区第九网格"_qs << u"west"_qs << QString();
    QTest::newRow("another that ends alike") << u"新东关社区第九网格"_qs << own << QString();
    QTest::newRow("behind it") << u"第九网格（东关社区）"_qs << own << QString();
    QTest::newRow("its committee") << u"中共东关社区委员会网格"_qs << own << QString();
    QTest::newRow("nothing else") << u"东关社区"_qs << own << QString();
    QTest::newRow("no community yet") << u"东关社区第九网格"_qs << QString() << QString();
}

// Told, with what is enough; a record that is there already is told as well, but nothing stands in its way.
void tst_PlaceRules::namesRepeatNoCommunity()
{
    QFETCH(const QString, name);
    QFETCH(const QString, community);
    QFETCH(const QString, proposal);
    const QDate day(2026, 9, 30);
    QVariantMap values{{u"name"_qs, name}, {u"code"_qs, u"610305100001009"_qs}, {u"kind"_qs, u"urban"_qs}};
    if (!community.isEmpty()) {
        values.insert(u"division"_qs, QVariant::fromValue(ReferenceValue{m_ids.value(community), {}}));
    }
    const auto about = [&](const Record &before) {
        QStringList found;
        const auto issues = (*m_book)->records().check(before, values, day);
        for (const Issue &issue : issues.valueOr({})) {
            if (issue.field == u"name") {
                found << (issue.level == IssueLevel::Error ? u"E "_qs : u"W "_qs) + issue.message;
            }
        }
        return found;
    };
    Record fresh;
    fresh.registry = u"grid"_qs;
    fresh.asOf = day;
    const QStringList said = about(fresh);
    QCOMPARE(said.size(), proposal.isEmpty() ? 0 : 1);
    QVERIFY2(proposal.isEmpty() || (said.first().startsWith(u"W ") && said.first().contains(proposal)),
             qPrintable(said.join(u'/')));
    Record same = fresh;
    same.id = m_ids.value(u"grid"_qs);
    same.values = values;
    QCOMPARE(about(same), QStringList());
    for (const RowId record : {RowId(0), same.id}) {
        const auto remarks = (*m_book)->records().remarks(u"grid"_qs, record, values, day);
        QVERIFY_RESULT(remarks);
        QStringList proposals;
        for (const Remark &remark : *remarks) {
            proposals << (remark.field == u"name" ? QStringList{remark.proposal.toString()} : QStringList());
        }
        QCOMPARE(proposals, proposal.isEmpty() ? QStringList() : QStringList{proposal});
    }
}

void tst_PlaceRules::aGridHasALeader()
{
    const auto said = [&](const QString &grid, const QDate &day) {
        const auto loaded = (*m_book)->records().load(u"grid"_qs, m_ids.value(grid), day);
        const auto remarks = (*m_book)->records().remarks(u"grid"_qs, m_ids.value(grid), loaded->values, day);
        return std::any_of(remarks->begin(), remarks->end(), [](const Remark &remark) {
            return remark.field.isEmpty() && remark.message.contains(u"no leader");
        });
    };
    const QDate today(2026, 9, 30);
    QVERIFY(said(u"grid"_qs, today));
    QVERIFY(!said(u"closed"_qs, today));
    QVERIFY(said(u"closed"_qs, QDate(2026, 1, 31))); // as it was before it was closed
    auto work = (*m_book)->begin({u"edit"_qs, u"网格长"_qs, {}, {}});
    const auto person = (*work)->insert(u"person"_qs, {{u"name"_qs, u"王小明"_qs}});
    QVERIFY_RESULT(person);
    QVERIFY_RESULT((*work)->insert(u"grid_post"_qs, {{u"grid_id"_qs, m_ids.value(u"grid"_qs)},
                                                     {u"role"_qs, u"fullTimeWorker"_qs},
                                                     {u"person_id"_qs, *person},
                                                     {u"valid_from"_qs, u"2026-01-01"_qs}}));
    QVERIFY_RESULT((*m_book)->commit(**work));
    QVERIFY(said(u"grid"_qs, today)); // somebody works there, but leads nothing
    work = (*m_book)->begin({u"edit"_qs, u"网格长"_qs, {}, {}});
    QVERIFY_RESULT(
        places::appointLeader(**work, GridId(m_ids.value(u"grid"_qs)), PersonId(*person), QDate(2026, 9, 1)));
    QVERIFY_RESULT((*m_book)->commit(**work));
    QVERIFY(!said(u"grid"_qs, today));
    QVERIFY(said(u"grid"_qs, QDate(2026, 8, 31)));
}

void tst_PlaceRules::movesTellTheCommunity()
{
    const QList<BuildingId> buildings{BuildingId(m_ids.value(u"building"_qs))};
    const auto effects =
        places::effectOfMove((*m_book)->database(), buildings, GridId(m_ids.value(u"westGrid"_qs)), QDate(2026, 9, 30));
    QVERIFY_RESULT(effects);
    QCOMPARE(effects->size(), 2);
    QCOMPARE(effects->at(0).name, u"西街社区 第一网格"_qs);
    QCOMPARE(effects->at(1).name, u"东关社区 第一网格"_qs);
    QVERIFY2(effects->at(0).warning.contains(u"西街社区"), qPrintable(effects->at(0).warning));
    QVERIFY(!effects->at(1).warning.contains(u"西街社区"));
}

void tst_PlaceRules::voiding_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("record");
    QTest::addColumn<QString>("said");
    QTest::newRow("grid") << u"grid"_qs << u"grid"_qs
                          << u"2 buildings, former ones included: 东关花园1幢、东关花园2幢"_qs;
    QTest::newRow("community") << u"division"_qs << u"community"_qs << u"2 grids: "_qs;
    QTest::newRow("estate") << u"estate"_qs << u"estate"_qs << u"3 buildings: 1幢、2幢、9幢"_qs;
    QTest::newRow("building") << u"building"_qs << u"building"_qs
                              << u"1 grids, former ones included: 东关社区 第一网格"_qs;
}

void tst_PlaceRules::voiding()
{
    QFETCH(const QString, registry);
    QFETCH(const QString, record);
    QFETCH(const QString, said);
    const QStringList picture = bookPicture(**m_book);
    const Done done = voidOne(registry, m_ids.value(record));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Refused);
    QVERIFY2(done.error().message.contains(said), qPrintable(done.error().message));
    QCOMPARE(bookPicture(**m_book), picture);
}

void tst_PlaceRules::mistakesCanBeVoided()
{
    QVERIFY_RESULT(voidOne(u"estate"_qs, m_ids.value(u"empty"_qs)));
    QVERIFY_RESULT(voidOne(u"building"_qs, m_ids.value(u"loose"_qs)));
    QVERIFY_RESULT(voidOne(u"grid"_qs, m_ids.value(u"westGrid"_qs)));
    QVERIFY_RESULT(voidOne(u"division"_qs, m_ids.value(u"west"_qs)));
    // A building with its entry in a grid: the entry first.
    const RowId building = m_ids.value(u"building"_qs);
    const auto entry =
        (*m_book)->database().scalar(u"SELECT id FROM building_grid WHERE building_id = ?"_qs, {building});
    QVERIFY_RESULT(voidOne(u"buildingGrid"_qs, entry->toLongLong()));
    QVERIFY_RESULT(voidOne(u"building"_qs, building));
}

QTEST_GUILESS_MAIN(tst_PlaceRules)
#include "tst_placerules.moc"
