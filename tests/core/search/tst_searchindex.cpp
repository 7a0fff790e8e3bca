// The search box: pinyin, initials, digits, several words, changes.
#include "core/search/searchindex.h"
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_SearchIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void saysWhatWasTypedOfANumber_data();
    void saysWhatWasTypedOfANumber();
    void findsWhereSomebodyWorksAndLives_data();
    void findsWhereSomebodyWorksAndLives();
    void namesComeBeforeAddresses();
    void followsChanges();
    void moreThanAnybodyLooksAt();
};

void tst_SearchIndex::finds_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("name") << u"单小明"_qs << QStringList{u"单小明"_qs};
    QTest::newRow("part of a name") << u"小明"_qs << QStringList{u"单小明"_qs, u"王小明"_qs};
    QTest::newRow("surname reading") << u"shanxiaoming"_qs << QStringList{u"单小明"_qs};
    QTest::newRow("initials, capital") << u"WXM"_qs << QStringList{u"王小明"_qs};
    QTest::newRow("tail of the ID number") << u"0016"_qs << QStringList{u"单小明"_qs};
    QTest::newRow("two words") << u"小明 东关一"_qs << QStringList{u"单小明"_qs, u"王小明"_qs};
    QTest::newRow("grid") << u"第一网格"_qs << QStringList{u"东关社区 第一网格"_qs};
    QTest::newRow("organisation") << u"二支部"_qs << QStringList{u"东关二支部"_qs};
    QTest::newRow("place, initials") << u"cj"_qs << QStringList{u"长江新村"_qs, u"长江新村12号楼"_qs};
    QTest::newRow("place, the other reading") << u"zjxc"_qs << QStringList{u"长江新村"_qs, u"长江新村12号楼"_qs};
    QTest::newRow("place, pinyin") << u"changjiang"_qs << QStringList{u"长江新村"_qs, u"长江新村12号楼"_qs};
    QTest::newRow("place and number") << u"cjxc 12h"_qs << QStringList{u"长江新村12号楼"_qs};
    QTest::newRow("grid, initials") << u"dywg"_qs << QStringList{u"东关社区 第一网格"_qs};
    QTest::newRow("organisation, initials") << u"dgezb"_qs << QStringList{u"东关二支部"_qs};
    QTest::newRow("nobody") << u"李"_qs << QStringList();
    QTest::newRow("blank") << u"  "_qs << QStringList();
}

void tst_SearchIndex::finds()
{
    QFETCH(const QString, words);
    QFETCH(const QStringList, titles);
    TestBook book;
    const auto basics = book.makeBasics();
    QVERIFY(book.addMember(u"单小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid) != 0);
    QVERIFY(book.addMember(u"王小明"_qs, {}, basics.branch, basics.grid) != 0);
    auto work = book->begin({u"edit"_qs, u"小区"_qs, {}, {}});
    QVERIFY_RESULT(work);
    const auto estate =
        (*work)->insert(u"estate"_qs, {{u"division_id"_qs, basics.community}, {u"name"_qs, u"长江新村"_qs}});
    QVERIFY_RESULT(estate);
    QVERIFY_RESULT((*work)->insert(u"building"_qs, {{u"estate_id"_qs, *estate}, {u"no"_qs, u"12号楼"_qs}}));
    QVERIFY_RESULT(book->commit(**work));
    const auto index = SearchIndex::build(book->reader(), QDate(2026, 9, 30), {});
    QVERIFY_RESULT(index);
    const SearchResult result = (*index)->find(words, 10);
    QStringList found;
    for (const SearchHit &hit : result.hits) {
        found << hit.title;
    }
    found.sort();
    QStringList expected = titles;
    expected.sort();
    QCOMPARE(found, expected);
    QCOMPARE(result.total, expected.size());
}

void tst_SearchIndex::saysWhatWasTypedOfANumber_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("subtitle");
    QTest::newRow("nothing of it") << u"小明"_qs << u"东关一支部 · 1978 · 4321"_qs;
    QTest::newRow("tail of the ID number") << u"007x"_qs << u"东关一支部 · 1978 · 4321 · …007X"_qs;
    QTest::newRow("all of it") << u"99990119780701007x"_qs << u"东关一支部 · 1978 · 4321 · 99990119780701007X"_qs;
    QTest::newRow("middle") << u"780701"_qs << u"东关一支部 · 1978 · 4321 · …780701…"_qs;
    QTest::newRow("said already") << u"4321"_qs << u"东关一支部 · 1978 · 4321"_qs;
    QTest::newRow("of two numbers") << u"1990 007x"_qs << u"东关一支部 · 1978 · 4321 · 1990… …007X"_qs;
}

// Why somebody is found; no digit of a number that was not typed.
void tst_SearchIndex::saysWhatWasTypedOfANumber()
{
    QFETCH(const QString, words);
    QFETCH(const QString, subtitle);
    TestBook book;
    const auto basics = book.makeBasics();
    const RowId member = book.addMember(u"单小明"_qs, u"99990119780701007X"_qs, basics.branch, basics.grid);
    const auto index = SearchIndex::build(book->reader(), QDate(2026, 9, 30), {});
    QVERIFY_RESULT(index);
    auto work = book->begin({u"edit"_qs, u"电话"_qs, {}, {}});
    const auto person = book->database().scalar(u"SELECT person_id FROM member WHERE id = ?"_qs, {member});
    QVERIFY_RESULT((*work)->update(u"person"_qs, person->toLongLong(), 0,
                                   {{u"phone"_qs, u"19900004321"_qs}, {u"birth"_qs, u"1978-07-01"_qs}}));
    const auto changes = book->commit(**work);
    QVERIFY_RESULT(changes);
    const auto changed = (*index)->updated(book->reader(), QDate(2026, 9, 30), *changes);
    QVERIFY_RESULT(changed);
    const auto anew = SearchIndex::build(book->reader(), QDate(2026, 9, 30), {});
    for (const auto &each : {changed, anew}) {
        const SearchResult result = (*each)->find(words, 10);
        QCOMPARE(result.hits.size(), 1);
        QCOMPARE(result.hits.first().subtitle, subtitle);
    }
}

void tst_SearchIndex::findsWhereSomebodyWorksAndLives_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("subtitles"); // of 单小明 and 王小明, who is found first by equal rank
    const QString unit = u"雍城机械厂A车间 钳工"_qs;
    const QString masked = u"演示路12号3***"_qs;
    QTest::newRow("unit") << u"雍城机械"_qs << QStringList{unit, unit};
    QTest::newRow("middle of the unit") << u"机械厂"_qs << QStringList{unit, unit};
    QTest::newRow("unit, letter typed small") << u"机械厂a车间"_qs << QStringList{unit, unit};
    QTest::newRow("unit and name") << u"雍城机械 王小明"_qs << QStringList{unit};
    QTest::newRow("name before the unit, initials") << u"wxm 机械厂"_qs << QStringList{unit};
    QTest::newRow("branch and unit") << u"东关一支部 钳工"_qs << QStringList{unit, unit};
    QTest::newRow("address") << u"演示路12号"_qs << QStringList{masked};
    QTest::newRow("address, door and all") << u"演示路12号3幢2单元501"_qs << QStringList{masked};
    QTest::newRow("address in parts") << u"演示路 501"_qs << QStringList{masked};
    QTest::newRow("unit and address") << u"演示路 机械厂"_qs << QStringList{unit + u" · " + masked};
    QTest::newRow("one character") << u"厂"_qs << QStringList();
    QTest::newRow("digits alone") << u"501"_qs << QStringList();
    QTest::newRow("another address") << u"演示路13号"_qs << QStringList();
    QTest::newRow("somebody else's name") << u"单小明 演示路"_qs << QStringList();
}

void tst_SearchIndex::findsWhereSomebodyWorksAndLives()
{
    QFETCH(const QString, words);
    QFETCH(const QStringList, subtitles);
    TestBook book;
    const auto basics = book.makeBasics();
    const RowId first = book.addMember(u"单小明"_qs, {}, basics.branch, basics.grid);
    const RowId second = book.addMember(u"王小明"_qs, {}, basics.branch, basics.grid);
    const auto before = SearchIndex::build(book->reader(), QDate(2026, 9, 30), {});
    QVERIFY_RESULT(before);
    QCOMPARE((*before)->find(u"机械厂"_qs, 10).total, 0);
    auto work = book->begin({u"edit"_qs, u"单位和住址"_qs, {}, {}});
    QVERIFY_RESULT(work);
    for (const RowId member : {first, second}) {
        const auto person = book->database().scalar(u"SELECT person_id FROM member WHERE id = ?"_qs, {member});
        QVERIFY_RESULT(
            (*work)->update(u"person"_qs, person->toLongLong(), 0,
                            {{u"work_unit"_qs, u"雍城机械厂A车间 钳工"_qs},
                             {u"address"_qs, member == second ? QVariant(u"演示路12号3幢2单元501"_qs) : QVariant()}}));
    }
    const auto changes = book->commit(**work);
    QVERIFY_RESULT(changes);
    const auto changed = (*before)->updated(book->reader(), QDate(2026, 9, 30), *changes);
    QVERIFY_RESULT(changed);
    const auto anew = SearchIndex::build(book->reader(), QDate(2026, 9, 30), {});
    QVERIFY_RESULT(anew);
    for (const auto &each : {changed, anew}) {
        const SearchResult result = (*each)->find(words, 10);
        QStringList found;
        for (const SearchHit &hit : result.hits) {
            QVERIFY(hit.registry == u"member");
            found << hit.subtitle.section(u" · "_qs, 1); // behind the branch
        }
        QCOMPARE(found, subtitles);
        QCOMPARE(result.total, subtitles.size());
    }
}

void tst_SearchIndex::namesComeBeforeAddresses()
{
    TestBook book;
    const auto basics = book.makeBasics();
    auto work = book->begin({u"import"_qs, u"很多人"_qs, {}, {}});
    QVERIFY_RESULT(work);
    for (int i = 0; i < 12'000; ++i) {
        QVERIFY_RESULT((*work)->insert(u"person"_qs, {{u"name"_qs, u"王%1"_qs.arg(QChar(0x4E00 + i % 4'000))},
                                                      {u"address"_qs, u"东方路%1号"_qs.arg(i + 1)}}));
    }
    QVERIFY_RESULT((*work)->insert(u"person"_qs, {{u"name"_qs, u"东方红"_qs}}));
    QVERIFY_RESULT(book->commit(**work));
    const auto index = SearchIndex::build(book->reader(), QDate(2026, 9, 30), {});
    QVERIFY_RESULT(index);
    const SearchResult many = (*index)->find(u"东方"_qs, 12);
    QCOMPARE(many.hits.first().title, u"东方红"_qs);
    QCOMPARE(many.hits.first().subtitle, QString()); // by the name: no address is said
    QVERIFY(many.hits.at(1).subtitle.startsWith(u"东方") && many.hits.at(1).subtitle.endsWith(u"***"));
    QCOMPARE(many.total, 10'000);
    QVERIFY(many.more);
    const SearchResult one = (*index)->find(u"东方路11999号"_qs, 12);
    QCOMPARE(one.total, 1);
    QCOMPARE(one.hits.first().subtitle, u"东方路1***"_qs);
    QVERIFY(basics.branch != 0);
}

void tst_SearchIndex::followsChanges()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const RowId id = book.addMember(u"单小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid);
    const auto index = SearchIndex::build(book->reader(), QDate(2026, 9, 30), {});
    QVERIFY_RESULT(index);
    const auto record = book->records().load(u"member"_qs, id, QDate(2026, 9, 30));
    QVERIFY_RESULT(record);
    QVariantMap values = record->values;
    values.insert(u"name"_qs, u"赵建国"_qs);
    ChangeSet set;
    {
        auto work = book->begin({u"edit"_qs, u"改名"_qs, {}, {}});
        QVERIFY_RESULT(work);
        QVERIFY_RESULT(book->records().save(**work, *record, values));
        const auto committed = book->commit(**work);
        QVERIFY_RESULT(committed);
        set = *committed;
    }
    const auto after = (*index)->updated(book->reader(), QDate(2026, 9, 30), set);
    QVERIFY_RESULT(after);
    QCOMPARE((*after)->find(u"单小明"_qs, 10).total, 0);
    QCOMPARE((*after)->find(u"zjg"_qs, 10).hits.value(0).title, u"赵建国"_qs);
    QCOMPARE((*index)->find(u"单小明"_qs, 10).total, 1); // the older one is as it was
    const auto undone = book->undo();
    QVERIFY_RESULT(undone);
    const auto back = (*after)->updated(book->reader(), QDate(2026, 9, 30), *undone);
    QVERIFY_RESULT(back);
    QCOMPARE((*back)->find(u"单小明"_qs, 10).total, 1);
}

// Among more people than are looked at, the rare word, the whole name and the place are still found.
void tst_SearchIndex::moreThanAnybodyLooksAt()
{
    TestBook book;
    const auto basics = book.makeBasics();
    auto work = book->begin({u"import"_qs, u"很多人"_qs, {}, {}});
    QVERIFY_RESULT(work);
    for (int i = 0; i < 12'000; ++i) {
        const QString name = i == 11'500 ? u"尉迟东关"_qs : u"王伟%1"_qs.arg(QChar(0x4E00 + i % 4'000));
        QVERIFY_RESULT((*work)->insert(u"person"_qs, {{u"name"_qs, name}}));
    }
    QVERIFY_RESULT(book->commit(**work));
    const auto index = SearchIndex::build(book->reader(), QDate(2026, 9, 30), {});
    QVERIFY_RESULT(index);
    const SearchResult many = (*index)->find(u"王伟"_qs, 12);
    QCOMPARE(many.total, 10'000);
    QVERIFY(many.more);
    QCOMPARE(many.hits.size(), 12);
    const SearchResult one = (*index)->find(u"尉迟东关"_qs, 12);
    QCOMPARE(one.total, 1);
    QVERIFY(!one.more);
    const SearchResult two = (*index)->find(u"王 yuchi"_qs, 12);
    QCOMPARE(two.total, 0);
    QVERIFY((*index)->find(u"东关社区"_qs, 12).total > 0);
    QCOMPARE((*index)->find(u"w"_qs, 50).total, 10'000);
    QVERIFY(basics.branch != 0);
}

QTEST_GUILESS_MAIN(tst_SearchIndex)
#include "tst_searchindex.moc"
