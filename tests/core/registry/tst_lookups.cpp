// What stands for another record: found by pinyin and initials with the likeliest first, and not to be mistaken for
// another of the same name.
#include "core/exchange/importreferences.h"
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_Lookups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsByPinyin_data();
    void findsByPinyin();
    void estatesByPinyin();
    void likeliestFirst();
    void gridsAreShownWithTheirCommunity_data();
    void gridsAreShownWithTheirCommunity();
    void listsAreFilteredByThePinyinOfWhatTheyReferTo();
    void importKnowsBothForms_data();
    void importKnowsBothForms();

private:
    RowId addGridElsewhere();
    QStringList found(const QString &registry, const QString &words);

    std::unique_ptr<TestBook> m_book;
    TestBook::Basics m_basics;
};

void tst_Lookups::init()
{
    m_book = std::make_unique<TestBook>();
    m_basics = m_book->makeBasics();
}

RowId tst_Lookups::addGridElsewhere()
{
    auto work = (*m_book)->begin({u"edit"_qs, u"另一社区"_qs, {}, {}});
    const auto community = (*work)->insert(
        u"division"_qs,
        {{u"code"_qs, u"610305100002"_qs}, {u"name"_qs, u"凤鸣路社区"_qs}, {u"level"_qs, u"community"_qs}});
    const auto grid = (*work)->insert(u"grid"_qs, {{u"code"_qs, u"610305100002001"_qs},
                                                   {u"name"_qs, u"第一网格"_qs},
                                                   {u"kind"_qs, u"urban"_qs},
                                                   {u"division_id"_qs, *community},
                                                   {u"valid_from"_qs, u"2020-01-01"_qs}});
    return (*m_book)->commit(**work) ? *grid : 0;
}

QStringList tst_Lookups::found(const QString &registry, const QString &words)
{
    QStringList titles;
    const auto hits = (*m_book)->reader().lookUp(registry, m_book->clock().today(), words, 20);
    for (const ReferenceValue &each : hits.valueOr({})) {
        titles << each.title;
    }
    return titles;
}

void tst_Lookups::findsByPinyin_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("count");
    QTest::newRow("initials") << u"partyOrg"_qs << u"dgyzb"_qs << u"东关一支部"_qs << 1;
    QTest::newRow("beginning of the initials") << u"partyOrg"_qs << u"dgy"_qs << u"东关一支部"_qs << 1;
    QTest::newRow("pinyin") << u"partyOrg"_qs << u"dongguanyi"_qs << u"东关一支部"_qs << 1;
    QTest::newRow("capitals and blanks") << u"partyOrg"_qs << u"Dong Guan Er"_qs << u"东关二支部"_qs << 1;
    QTest::newRow("inside a name") << u"partyOrg"_qs << u"zhibu"_qs << u"东关一支部"_qs << 2;
    QTest::newRow("characters") << u"partyOrg"_qs << u"总支"_qs << u"东关社区党总支"_qs << 1;
    QTest::newRow("nothing") << u"partyOrg"_qs << u"xyz"_qs << QString() << 0;
    QTest::newRow("grid") << u"grid"_qs << u"dewg"_qs << u"东关社区 第二网格"_qs << 1;
    QTest::newRow("community") << u"division"_qs << u"dgsq"_qs << u"东关社区"_qs << 1;
}

void tst_Lookups::findsByPinyin()
{
    QFETCH(const QString, registry);
    QFETCH(const QString, words);
    QFETCH(const QString, first);
    QFETCH(const int, count);
    const QStringList titles = found(registry, words);
    QCOMPARE(titles.value(0), first);
    QCOMPARE(int(titles.size()), count);
}

void tst_Lookups::estatesByPinyin()
{
    auto work = (*m_book)->begin({u"edit"_qs, u"小区"_qs, {}, {}});
    QVERIFY_RESULT(
        (*work)->insert(u"estate"_qs, {{u"name"_qs, u"新苑小区"_qs}, {u"division_id"_qs, m_basics.community}}));
    QVERIFY_RESULT((*m_book)->commit(**work));
    for (const QString &words : {u"xy"_qs, u"xyxq"_qs, u"xinyuan"_qs, u"新苑"_qs}) {
        QCOMPARE(found(u"estate"_qs, words), QStringList{u"新苑小区"_qs});
    }
}

void tst_Lookups::likeliestFirst()
{
    for (const QString &name : {u"安振文"_qs, u"张文博"_qs, u"张伟"_qs}) {
        auto work = (*m_book)->begin({u"edit"_qs, name, {}, {}});
        Record record;
        record.registry = u"person"_qs;
        record.asOf = m_book->clock().today();
        QVERIFY_RESULT((*m_book)->records().save(**work, record, {{u"name"_qs, name}}));
        QVERIFY_RESULT((*m_book)->commit(**work));
    }
    QCOMPARE(found(u"person"_qs, u"zw"_qs), QStringList({u"张伟"_qs, u"张文博"_qs, u"安振文"_qs}));
    QCOMPARE(found(u"person"_qs, u"zhangw"_qs), QStringList({u"张伟"_qs, u"张文博"_qs}));
    QCOMPARE(found(u"person"_qs, u"文"_qs).size(), 2);
}

void tst_Lookups::gridsAreShownWithTheirCommunity_data()
{
    QTest::addColumn<bool>("several");
    QTest::addColumn<QString>("shown");
    QTest::newRow("one community") << false << u"第一网格"_qs;
    QTest::newRow("several") << true << u"东关社区 第一网格"_qs;
}

// In every list that names a grid.
void tst_Lookups::gridsAreShownWithTheirCommunity()
{
    QFETCH(const bool, several);
    QFETCH(const QString, shown);
    if (several) {
        QVERIFY(addGridElsewhere() != 0);
    }
    const RowId member =
        m_book->addMember(u"张伟"_qs, u"610305197803120013"_qs, m_basics.branch, m_basics.grid, u"2025-01-01"_qs);
    QVERIFY(member != 0);
    RegistryReader &reader = (*m_book)->reader();
    const QDate day = m_book->clock().today();
    for (const RegistrySpec &spec : (*m_book)->catalog().registries()) {
        const Field *grid = spec.field(u"grid");
        if (grid == nullptr || grid->registry != u"grid") {
            continue;
        }
        const auto ids = reader.ids({spec.id, day, {}, {{u"grid"_qs, FilterOp::OneOf, {m_basics.grid}}}, {}, {}});
        QVERIFY_RESULT(ids);
        const auto rows = reader.rows(spec.id, day, *ids, {u"grid"_qs});
        QVERIFY_RESULT(rows);
        for (const RowData &row : *rows) {
            QCOMPARE(row.values.first().value<ReferenceValue>().title, shown);
        }
        if (spec.id == u"member") {
            QCOMPARE(rows->size(), 1);
        }
    }
    // Who types the short form into the filter still finds them.
    QCOMPARE(
        reader.count({u"member"_qs, day, {}, {{u"grid"_qs, FilterOp::Contains, {u"第一网格"_qs}}}, {}, {}}).valueOr(0),
        1);
}

// The filter cell of a column that refers to something takes pinyin, as lookups do.
void tst_Lookups::listsAreFilteredByThePinyinOfWhatTheyReferTo()
{
    QVERIFY(m_book->addMember(u"张伟"_qs, {}, m_basics.branch, m_basics.grid) != 0);
    QVERIFY(m_book->addMember(u"李娜"_qs, {}, m_basics.secondBranch, m_basics.grid) != 0);
    const auto count = [this](const QString &field, const QString &words) {
        Query query{u"member"_qs, m_book->clock().today(), {}, {{field, FilterOp::Contains, {words}}}, {}, {}};
        const qint64 counted = (*m_book)->reader().count(query).valueOr(-1);
        const auto ids = (*m_book)->reader().ids(query);
        return ids && ids->size() == counted ? counted : -2;
    };
    QCOMPARE(count(u"branch"_qs, u"dgyzb"_qs), 1);
    QCOMPARE(count(u"branch"_qs, u"dongguan er"_qs), 1);
    QCOMPARE(count(u"branch"_qs, u"dg"_qs), 2);
    QCOMPARE(count(u"grid"_qs, u"dywg"_qs), 2);
    QCOMPARE(count(u"branch"_qs, u"xyz"_qs), 0);
    QCOMPARE(count(u"branch"_qs, u"二支"_qs), 1);
}

void tst_Lookups::importKnowsBothForms_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<bool>("withCommunity"); // the row says which community it is of
    QTest::newRow("as it is shown and exported") << u"凤鸣路社区 第一网格"_qs << false;
    QTest::newRow("without the blank") << u"凤鸣路社区第一网格"_qs << false;
    QTest::newRow("short, the community known") << u"第一网格"_qs << true;
}

void tst_Lookups::importKnowsBothForms()
{
    QFETCH(const QString, written);
    QFETCH(const bool, withCommunity);
    const RowId grid = addGridElsewhere();
    const auto index = exchange::ReferenceIndex::load((*m_book)->reader(), u"grid"_qs, m_book->clock().today());
    QVERIFY_RESULT(index);
    const auto community = (*m_book)->database().scalar(u"SELECT division_id FROM grid WHERE id = ?"_qs, {grid});
    const auto answer = index->find(written, withCommunity ? community->toLongLong() : 0, {});
    QCOMPARE(int(answer.found.size()), 1);
    QCOMPARE(answer.found.first().id, grid);
}

QTEST_GUILESS_MAIN(tst_Lookups)
#include "tst_lookups.moc"
