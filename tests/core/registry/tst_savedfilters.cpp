// Named filters come back as they were saved, in another session too.
#include "core/registry/savedfilters.h"
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_SavedFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comeBackAsTheyWere();
    void needAName();
    void protectedValuesAreRefused_data();
    void protectedValuesAreRefused();
    void oneFromALaterVersionIsLeftOut();
};

void tst_SavedFilters::comeBackAsTheyWere()
{
    TestBook book;
    const SavedFilter old{u"七十岁以上"_qs,
                          u"all"_qs,
                          {{u"age"_qs, FilterOp::Between, {70, QVariant()}},
                           {u"category"_qs, FilterOp::OneOf, {u"full"_qs, u"probationary"_qs}},
                           {u"birth"_qs, FilterOp::NotEmpty, {}}},
                          {{u"age"_qs, true}, {u"name"_qs, false}}};
    QVERIFY_RESULT(saveFilter(book->database(), *book.catalog().registry(u"member"_qs), old));
    QVERIFY_RESULT(saveFilter(book->database(), *book.catalog().registry(u"member"_qs), {u"一支部"_qs, {}, {}, {}}));
    QVERIFY_RESULT(saveFilter(book->database(), *book.catalog().registry(u"grid"_qs), {u"别的册"_qs, {}, {}, {}}));
    book.reopen();
    auto found = savedFilters(book->database(), u"member"_qs);
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), 2);
    const auto same =
        std::find_if(found->begin(), found->end(), [&](const auto &each) { return each.name == old.name; });
    QVERIFY(same != found->end());
    QCOMPARE(same->scope, old.scope);
    QCOMPARE(same->sort, old.sort);
    QCOMPARE(same->filters.size(), 3);
    QCOMPARE(same->filters.at(0).values.at(0).toInt(), 70);
    QVERIFY(same->filters.at(0).values.at(1).isNull());
    QCOMPARE(same->filters.at(1), old.filters.at(1));
    QVERIFY_RESULT(book->reader().ids({u"member"_qs, QDate(2026, 9, 30), same->scope, same->filters, same->sort, {}}));
    QVERIFY_RESULT(deleteFilter(book->database(), u"member"_qs, old.name));
    QCOMPARE(savedFilters(book->database(), u"member"_qs)->size(), 1);
}

void tst_SavedFilters::needAName()
{
    TestBook book;
    const Done done = saveFilter(book->database(), *book.catalog().registry(u"member"_qs), {u"  "_qs, {}, {}, {}});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Invalid);
}

void tst_SavedFilters::protectedValuesAreRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<FilterOp>("op");
    QTest::addColumn<QVariantList>("values");
    QTest::addColumn<bool>("saved");
    QTest::newRow("a whole ID number") << u"idNumber"_qs << FilterOp::Equals << QVariantList{u"999901197807010016"_qs}
                                       << false;
    QTest::newRow("a telephone") << u"phone"_qs << FilterOp::Equals << QVariantList{u"13900000022"_qs} << false;
    QTest::newRow("a number in an open field")
        << u"workUnit"_qs << FilterOp::Contains << QVariantList{u"139 0000 0022"_qs} << false;
    QTest::newRow("without ID number") << u"idNumber"_qs << FilterOp::Empty << QVariantList{} << true;
    QTest::newRow("with a note") << u"personNote"_qs << FilterOp::NotEmpty << QVariantList{} << true;
    QTest::newRow("a work unit") << u"workUnit"_qs << FilterOp::Contains << QVariantList{u"东关小学"_qs} << true;
}

void tst_SavedFilters::protectedValuesAreRefused()
{
    QFETCH(const QString, field);
    QFETCH(const FilterOp, op);
    QFETCH(const QVariantList, values);
    QFETCH(const bool, saved);
    TestBook book;
    const RegistrySpec &spec = *book.catalog().registry(u"member"_qs);
    const Done done = saveFilter(book->database(), spec, {u"我的"_qs, {}, {{field, op, values}}, {}});
    QCOMPARE(done.ok(), saved);
    QVERIFY(saved ||
            (done.error().kind == ErrorKind::Invalid && done.error().message.contains(spec.field(field)->label.zh)));
    QCOMPARE(savedFilters(book->database(), spec.id)->size(), saved ? 1 : 0);
    QVERIFY(!saveFilter(book->database(), spec, {u"电话13900000022"_qs, {}, {}, {}}));
}

void tst_SavedFilters::oneFromALaterVersionIsLeftOut()
{
    TestBook book;
    QVERIFY_RESULT(book->database().execute(
        u"INSERT INTO saved_filter (registry, name, spec) VALUES ('member', 'x', '{\"filters\":[{\"field\":\"name\",\"op\":\"soundsLike\"}]}')"_qs));
    const auto found = savedFilters(book->database(), u"member"_qs);
    QVERIFY_RESULT(found);
    QVERIFY(found->isEmpty());
}

QTEST_GUILESS_MAIN(tst_SavedFilters)
#include "tst_savedfilters.moc"
