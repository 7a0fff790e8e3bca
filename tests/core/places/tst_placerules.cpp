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
    void movesTellTheCommunity();
    void voiding_data();
    void voiding();
    void mistakesCanBeVoided();

private:
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
