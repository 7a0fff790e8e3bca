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
    QVERIFY_RESULT(saveFilter(book->database(), u"member"_qs, old));
    QVERIFY_RESULT(saveFilter(book->database(), u"member"_qs, {u"一支部"_qs, {}, {}, {}}));
    QVERIFY_RESULT(saveFilter(book->database(), u"grid"_qs, {u"别的册"_qs, {}, {}, {}}));
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
    const Done done = saveFilter(book->database(), u"member"_qs, {u"  "_qs, {}, {}, {}});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Invalid);
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
