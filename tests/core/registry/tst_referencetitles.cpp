// Names read together are the names that are joined to every record, in every list and on every day.
#include "core/demo/demobook.h"
#include "core/registry/reader.h"
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class TestReferenceTitles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameAsJoined_data();
    void sameAsJoined();
    void whatIsReadApart();
    void fewRecordsAreJoined();

private:
    static Book &book();
};

Book &TestReferenceTitles::book()
{
    static TestBook test;
    static const bool made = bool(demo::makeDemoBook(*test, {}));
    Q_UNUSED(made)
    return *test;
}

void TestReferenceTitles::sameAsJoined_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QDate>("day");
    const Catalog catalog;
    for (const RegistrySpec &spec : catalog.registries()) {
        for (const QDate &day : {QDate(2026, 9, 30), QDate(2025, 12, 31)}) {
            QTest::addRow("%s %s", qPrintable(spec.id), qPrintable(day.toString(Qt::ISODate))) << spec.id << day;
        }
    }
}

void TestReferenceTitles::sameAsJoined()
{
    QFETCH(const QString, registry);
    QFETCH(const QDate, day);
    const RegistrySpec &spec = *book().catalog().registry(registry);
    QStringList fields;
    for (const Field &field : spec.fields) {
        if (field.type == FieldType::Reference) {
            fields << field.id;
        }
    }
    const auto ids = book().reader().ids({registry, day, spec.widestScope(), {}, {}, {}});
    QVERIFY_RESULT(ids);
    const auto joined = book().reader().rows(registry, day, *ids, fields);
    QVERIFY_RESULT(joined);
    ReferenceTitles titles(spec, fields, day, 1'000'000);
    for (int round = 0; round < 2; ++round) { // the second time they are known
        const auto together = book().reader().rows(registry, day, *ids, fields, &titles);
        QVERIFY_RESULT(together);
        QCOMPARE(together->size(), joined->size());
        for (qsizetype row = 0; row < joined->size(); ++row) {
            for (qsizetype at = 0; at < fields.size(); ++at) {
                const auto one = together->at(row).values.at(at).value<ReferenceValue>();
                const auto other = joined->at(row).values.at(at).value<ReferenceValue>();
                QVERIFY2(one == other, qPrintable(u"%1: “%2”, not “%3”"_qs.arg(fields.at(at), one.title, other.title)));
            }
        }
    }
}

// The lists that grow long: else an export is slower than it need be.
void TestReferenceTitles::whatIsReadApart()
{
    const Catalog catalog;
    const auto isApart = [&](const QString &registry, const QString &field) {
        const RegistrySpec &spec = *catalog.registry(registry);
        return !ReferenceTitles::sqlFor(spec, *spec.field(field)).isEmpty();
    };
    QVERIFY(isApart(u"member"_qs, u"branch"_qs));
    QVERIFY(isApart(u"member"_qs, u"group"_qs));
    QVERIFY(isApart(u"member"_qs, u"grid"_qs));
    QVERIFY(!isApart(u"gridPost"_qs, u"grid"_qs)); // stands in the list's own source
}

void TestReferenceTitles::fewRecordsAreJoined()
{
    const RegistrySpec &spec = *book().catalog().registry(u"member"_qs);
    ReferenceTitles few(spec, {u"branch"_qs}, QDate(2026, 9, 30), 5);
    const auto none = few.of(book().database(), *spec.field(u"branch"_qs));
    QVERIFY_RESULT(none);
    QVERIFY(*none == nullptr);
    ReferenceTitles many(spec, {u"branch"_qs}, QDate(2026, 9, 30), 662);
    const auto all = many.of(book().database(), *spec.field(u"branch"_qs));
    QVERIFY_RESULT(all);
    QVERIFY(*all != nullptr && !(*all)->isEmpty());
}

QTEST_GUILESS_MAIN(TestReferenceTitles)
#include "tst_referencetitles.moc"
