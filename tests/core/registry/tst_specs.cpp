// Every registry's SQL is accepted by a real book, and what a form saves a list shows.
#include "core/text/citizenid.h"
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_Specs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnReadsSortsAndFilters_data();
    void everyColumnReadsSortsAndFilters();
    void descriptionsAgree();
    void listsEndAtTheDay_data();
    void listsEndAtTheDay();
    void memberFromFormToListAndBack();
    void otherDocuments_data();
    void otherDocuments();
    void yearsOfStanding_data();
    void yearsOfStanding();
    void moveOpensNewRow();
    void undoRedoAcrossReopening();
};

void tst_Specs::everyColumnReadsSortsAndFilters_data()
{
    QTest::addColumn<QString>("registry");
    const Catalog catalog;
    for (const RegistrySpec &spec : catalog.registries()) {
        QTest::newRow(qPrintable(spec.id)) << spec.id;
    }
}

void tst_Specs::everyColumnReadsSortsAndFilters()
{
    QFETCH(const QString, registry);
    TestBook book;
    const auto basics = book.makeBasics();
    QVERIFY(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid) != 0);
    const RegistrySpec &spec = *book.catalog().registry(registry);
    Query query{registry, QDate(2026, 9, 30), {}, {}, {}, {}};
    for (const Scope &scope : spec.scopes) {
        query.scope = scope.id;
        QVERIFY_RESULT(book->reader().ids(query));
    }
    QStringList fields;
    for (const Field &field : spec.fields) {
        fields << field.id;
        Query each = query;
        each.sort = {{field.id, true}};
        each.filters = {{field.id, FilterOp::Empty, {}}};
        QVERIFY_RESULT(book->reader().ids(each));
        for (const FilterOp op : {FilterOp::Contains, FilterOp::OneOf, FilterOp::Between}) {
            if (!field.isSealed || (field.isExact && op == FilterOp::OneOf)) {
                each.filters = {{field.id, op, {u"1"_qs, u"2"_qs}}};
                QVERIFY_RESULT(book->reader().count(each));
            }
        }
    }
    const auto ids = book->reader().ids(query);
    QVERIFY_RESULT(ids);
    QVERIFY_RESULT(book->reader().rows(registry, query.asOf, *ids, fields));
    QVERIFY_RESULT(book->reader().title(registry, query.asOf, 1));
    QVERIFY_RESULT(book->reader().lookUp(registry, query.asOf, u"东"_qs, 5));
}

void tst_Specs::descriptionsAgree()
{
    const Catalog catalog;
    for (const RegistrySpec &spec : catalog.registries()) {
        QVERIFY2(!spec.term.zh.isEmpty() && !spec.term.en.isEmpty() && !spec.about.zh.isEmpty(), qPrintable(spec.id));
        QVERIFY2(!spec.defaultColumns().isEmpty(), qPrintable(spec.id));
        for (const Part &part : spec.parts) {
            QVERIFY2(catalog.tables().find(part.table) != nullptr, qPrintable(part.table));
        }
        for (const Field &field : spec.fields) {
            const QString where = spec.id + u'.' + field.id;
            QVERIFY2(!field.label.zh.isEmpty() && !field.label.en.isEmpty(), qPrintable(where));
            QVERIFY2(field.type != FieldType::Code || catalog.codes().find(field.codeTable) != nullptr,
                     qPrintable(where));
            QVERIFY2(field.type != FieldType::Reference || catalog.registry(field.registry) != nullptr,
                     qPrintable(where));
            QVERIFY2(field.type != FieldType::Reference || !field.titleExpr.isEmpty(), qPrintable(where));
            QVERIFY2(!field.isWritable() || spec.part(field.part) != nullptr, qPrintable(where));
            if (field.isSealed) {
                QVERIFY2(catalog.tables().find(spec.part(field.part)->table)->sealed.contains(field.column),
                         qPrintable(where));
            }
        }
        for (const RelatedList &related : spec.related) {
            const RegistrySpec *other = catalog.registry(related.registry);
            QVERIFY2(other != nullptr && other->field(related.field) != nullptr,
                     qPrintable(spec.id + u" → " + related.registry));
        }
    }
}

// A list as of a day shows no spell and no event that begins later; whoever names one by its id reads it all the same.
void tst_Specs::listsEndAtTheDay_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("day"); // the column of its first day
    QTest::addColumn<QVariantMap>("values");
    const auto row = [](const QString &registry, const QString &table, const QString &day, const QVariantMap &values) {
        QTest::newRow(qPrintable(registry)) << registry << table << day << values;
    };
    const QString from = u"valid_from"_qs;
    row(u"affiliation"_qs, u"affiliation"_qs, from, {{u"org_id"_qs, u"branch"_qs}});
    row(u"standing"_qs, u"standing"_qs, from, {{u"category"_qs, u"full"_qs}, {u"state"_qs, u"1"_qs}});
    row(u"whereabouts"_qs, u"whereabouts"_qs, from, {{u"mobile"_qs, 1}});
    row(u"population"_qs, u"population_snapshot"_qs, u"on_date"_qs,
        {{u"division_id"_qs, u"community"_qs}, {u"resident_households"_qs, 800}});
    row(u"buildingGrid"_qs, u"building_grid"_qs, from,
        {{u"building_id"_qs, u"building"_qs}, {u"grid_id"_qs, u"grid"_qs}});
    row(u"gridPost"_qs, u"grid_post"_qs, from,
        {{u"grid_id"_qs, u"grid"_qs}, {u"person_id"_qs, u"person"_qs}, {u"role"_qs, u"leader"_qs}});
    row(u"orgChange"_qs, u"org_change"_qs, u"on_date"_qs, {{u"org_id"_qs, u"branch"_qs}, {u"kind"_qs, u"renamed"_qs}});
    row(u"orgTerm"_qs, u"org_term"_qs, u"elected_on"_qs,
        {{u"org_id"_qs, u"branch"_qs}, {u"session"_qs, 1}, {u"term_years"_qs, 3}});
    row(u"committeeMember"_qs, u"committee_member"_qs, from,
        {{u"org_id"_qs, u"branch"_qs}, {u"person_id"_qs, u"person"_qs}, {u"post"_qs, u"secretary"_qs}});
}

void tst_Specs::listsEndAtTheDay()
{
    QFETCH(const QString, registry);
    QFETCH(const QString, table);
    QFETCH(const QString, day);
    QFETCH(QVariantMap, values);
    TestBook book;
    const auto basics = book.makeBasics();
    auto work = book->begin({u"edit"_qs, u"起始"_qs, {}, {}});
    const auto add = [&](const QString &name, const QVariantMap &with) {
        return (*work)->insert(name, with).valueOr(0);
    };
    const RowId person = add(u"person"_qs, {{u"name"_qs, u"王小明"_qs}});
    const RowId estate = add(u"estate"_qs, {{u"division_id"_qs, basics.community}, {u"name"_qs, u"雍城苑"_qs}});
    const QHash<QString, RowId> ids{
        {u"community"_qs, basics.community},
        {u"branch"_qs, basics.branch},
        {u"grid"_qs, basics.grid},
        {u"person"_qs, person},
        {u"building"_qs, add(u"building"_qs, {{u"estate_id"_qs, estate}, {u"no"_qs, u"1幢"_qs}})}};
    for (auto it = values.begin(); it != values.end(); ++it) {
        *it = it.key().endsWith(u"_id") ? QVariant(ids.value(it->toString())) : *it;
    }
    if (registry == u"affiliation" || registry == u"standing" || registry == u"whereabouts") {
        values.insert(u"member_id"_qs, add(u"member"_qs, {{u"person_id"_qs, person}}));
    }
    values.insert(day, u"2026-09"_qs); // known to the month: from its first day on
    const auto id = (*work)->insert(table, values);
    QVERIFY_RESULT(id);
    QVERIFY_RESULT(book->commit(**work));
    const RegistrySpec &spec = *book.catalog().registry(registry);
    Query query{registry, QDate(2026, 8, 31), spec.widestScope(), {}, {}, {}};
    QCOMPARE(*book->reader().count(query), 0);
    QVERIFY(!book->reader().title(registry, query.asOf, *id)->isEmpty());
    QVERIFY_RESULT(book->records().load(registry, *id, query.asOf));
    query.only = {*id};
    QCOMPARE(*book->reader().count(query), 1);
    query.only.clear();
    for (const QDate &later : {QDate(2026, 9, 1), QDate(2026, 9, 30)}) {
        query.asOf = later;
        QCOMPARE(*book->reader().ids(query), QList<RowId>{*id});
    }
    query.scope.clear(); // as the list opens
    QCOMPARE(*book->reader().count(query), 1);
    if (!spec.scopes.isEmpty()) {
        query.scope = u"current"_qs;
        QCOMPARE(*book->reader().count(query), 1);
    }
}

void tst_Specs::memberFromFormToListAndBack()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const RowId id = book.addMember(u"单小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid);
    QVERIFY(id != 0);
    const auto rows = book->reader().rows(u"member"_qs, QDate(2026, 9, 30), {id},
                                          {u"name"_qs, u"idNumber"_qs, u"branch"_qs, u"grid"_qs, u"age"_qs});
    QVERIFY_RESULT(rows);
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first().values.at(0).toString(), u"单小明"_qs);
    QCOMPARE(rows->first().values.at(1).toString(), u"999901197807010016"_qs);
    QCOMPARE(rows->first().values.at(2).value<ReferenceValue>().title, u"东关一支部"_qs);
    // By pinyin with the reading of a surname, by initials, by the whole ID number.
    for (const QString &words : {u"shanxiao"_qs, u"sxm"_qs, u"小明"_qs}) {
        const auto found = book->reader().ids(
            {u"member"_qs, QDate(2026, 9, 30), {}, {{u"name"_qs, FilterOp::Contains, {words}}}, {}, {}});
        QVERIFY_RESULT(found);
        QCOMPARE(*found, QList<RowId>{id});
    }
    const auto exact = book->reader().ids({u"member"_qs,
                                           QDate(2026, 9, 30),
                                           {},
                                           {{u"idNumber"_qs, FilterOp::Equals, {u"999901197807010016"_qs}}},
                                           {},
                                           {}});
    QVERIFY_RESULT(exact);
    QCOMPARE(exact->size(), 1);
    // Before the first day nobody is on the register.
    const auto before = book->reader().count({u"member"_qs, QDate(2024, 12, 31), {}, {}, {}, {}});
    QVERIFY_RESULT(before);
    QCOMPARE(*before, 0);
}

// What a number must be depends on the document that is named beside it.
void tst_Specs::otherDocuments_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("said");             // the field and E or W; empty: nothing
    const QString first = u"99990119780701001"_qs; // a man born on 1978-07-01
    const QString citizen = first + text::CitizenId::checkDigitOf(first);
    QTest::newRow("none named") << QString() << citizen << u"sex W"_qs;
    QTest::newRow("citizen") << u"1"_qs << citizen << u"sex W"_qs;
    QTest::newRow("passport as a citizen") << u"1"_qs << u"E12345678"_qs << u"idNumber E"_qs;
    QTest::newRow("passport, none named") << QString() << u"E12345678"_qs << u"idNumber E"_qs;
    QTest::newRow("passport") << u"2"_qs << u"E12345678"_qs << QString();
    QTest::newRow("passport of another form") << u"2"_qs << u"E123"_qs << u"idNumber W"_qs;
    QTest::newRow("too short for any") << u"2"_qs << u"E12"_qs << u"idNumber E"_qs;
    QTest::newRow("other") << u"8"_qs << citizen << QString(); // tells no sex
}

void tst_Specs::otherDocuments()
{
    QFETCH(const QString, type);
    QFETCH(const QString, number);
    QFETCH(const QString, said);
    TestBook book;
    const QVariantMap values{
        {u"name"_qs, u"王小明"_qs}, {u"sex"_qs, u"2"_qs}, {u"idType"_qs, type}, {u"idNumber"_qs, number}};
    QStringList found;
    for (const Issue &issue : book->records().validate(u"person"_qs, values, QDate(2026, 9, 30))) {
        found << issue.field + (issue.level == IssueLevel::Error ? u" E"_qs : u" W"_qs);
    }
    QCOMPARE(found.join(u','), said);
    if (said.endsWith(u'E')) {
        return;
    }
    // Sealed, found by its whole value and refused a second time, whatever the document is.
    Record record;
    record.registry = u"person"_qs;
    record.asOf = QDate(2026, 9, 30);
    RowId saved = 0;
    {
        auto work = book->begin({u"edit"_qs, u"新增"_qs, {}, {}});
        const auto id = book->records().save(**work, record, values);
        QVERIFY_RESULT(id);
        QVERIFY_RESULT(book->commit(**work));
        saved = *id;
    }
    {
        auto work = book->begin({u"edit"_qs, u"重号"_qs, {}, {}});
        QVERIFY(!(*work)->insert(u"person"_qs, {{u"name"_qs, u"重号"_qs}, {u"id_number"_qs, number}}));
    }
    const auto byNumber =
        book->reader().ids({u"person"_qs, record.asOf, {}, {{u"idNumber"_qs, FilterOp::Equals, {number}}}, {}, {}});
    QCOMPARE(*byNumber, QList<RowId>{saved});
}

// 党龄 counts from the day of confirmation, in full years; a probationary member has none.
void tst_Specs::yearsOfStanding_data()
{
    QTest::addColumn<QString>("fullDate");
    QTest::addColumn<QString>("category");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QVariant>("years");
    const QString full = u"full"_qs;
    QTest::newRow("the day before") << u"2002-07-01"_qs << full << QDate(2026, 6, 30) << QVariant(23);
    QTest::newRow("the day") << u"2002-07-01"_qs << full << QDate(2026, 7, 1) << QVariant(24);
    QTest::newRow("known to the month") << u"2002-07"_qs << full << QDate(2026, 6, 30) << QVariant(23);
    QTest::newRow("known to the year") << u"2002"_qs << full << QDate(2026, 1, 1) << QVariant(24);
    QTest::newRow("in the first year") << u"2026-01-01"_qs << full << QDate(2026, 9, 30) << QVariant(0);
    QTest::newRow("confirmed later") << u"2026-10-01"_qs << full << QDate(2026, 9, 30) << QVariant();
    QTest::newRow("not known") << QString() << full << QDate(2026, 9, 30) << QVariant();
    QTest::newRow("probationary") << u"2002-07-01"_qs << u"probationary"_qs << QDate(2026, 9, 30) << QVariant();
    QTest::newRow("before the relation began") << u"2002-07-01"_qs << full << QDate(2024, 12, 31) << QVariant();
}

void tst_Specs::yearsOfStanding()
{
    QFETCH(const QString, fullDate);
    QFETCH(const QString, category);
    QFETCH(const QDate, day);
    QFETCH(const QVariant, years);
    TestBook book;
    const auto basics = book.makeBasics();
    const RowId id = book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid);
    const auto standing = book->database().scalar(u"SELECT id FROM standing WHERE member_id = ?"_qs, {id});
    QVERIFY_RESULT(standing);
    auto work = book->begin({u"edit"_qs, u"转正"_qs, {}, {}});
    QVERIFY_RESULT((*work)->update(u"member"_qs, id, 0,
                                   {{u"full_date"_qs, fullDate.isEmpty() ? QVariant() : QVariant(fullDate)}}));
    QVERIFY_RESULT((*work)->update(u"standing"_qs, standing->toLongLong(), 0, {{u"category"_qs, category}}));
    QVERIFY_RESULT(book->commit(**work));
    const auto rows = book->reader().rows(u"member"_qs, day, {id}, {u"standingYears"_qs});
    QVERIFY_RESULT(rows);
    QCOMPARE(rows->first().values.first().toString(), years.toString());
    const Query same{u"member"_qs,
                     day,
                     u"all"_qs,
                     {{u"standingYears"_qs, FilterOp::Between, {years, years}}},
                     {{u"standingYears"_qs, true}},
                     {}};
    QCOMPARE(*book->reader().count(same), 1);
    QVERIFY(!book.catalog().registry(u"member")->field(u"standingYears")->isWritable());
}

void tst_Specs::moveOpensNewRow()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const RowId id = book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid);
    const auto record = book->records().load(u"member"_qs, id, QDate(2026, 9, 30));
    QVERIFY_RESULT(record);
    QVariantMap values = record->values;
    values.insert(u"branch"_qs, QVariant::fromValue(ReferenceValue{basics.secondBranch, {}}));
    values.insert(u"since"_qs, u"2026-08-01"_qs);
    {
        auto work = book->begin({u"edit"_qs, u"调动"_qs, {}, {}});
        QVERIFY_RESULT(work);
        QVERIFY_RESULT(book->records().save(**work, *record, values));
        const auto set = book->commit(**work);
        QVERIFY_RESULT(set);
        QCOMPARE(set->changes.size(), 2); // the old row ended, the new one opened
    }
    const auto branchOn = [&](QDate day) {
        const auto rows = book->reader().rows(u"member"_qs, day, {id}, {u"branch"_qs});
        return rows->first().values.first().value<ReferenceValue>().title;
    };
    QCOMPARE(branchOn(QDate(2026, 7, 31)), u"东关一支部"_qs);
    QCOMPARE(branchOn(QDate(2026, 8, 1)), u"东关二支部"_qs);
}

void tst_Specs::undoRedoAcrossReopening()
{
    TestBook book;
    const auto basics = book.makeBasics();
    QVERIFY(book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid) != 0);
    const Query everybody{u"member"_qs, QDate(2026, 9, 30), {}, {}, {}, {}};
    book.reopen();
    QCOMPARE(book->undoStack().undoable()->title, u"新增 王小明"_qs);
    QVERIFY_RESULT(book->undo());
    QCOMPARE(*book->reader().count(everybody), 0);
    book.reopen();
    QVERIFY_RESULT(book->redo());
    QCOMPARE(*book->reader().count(everybody), 1);
    const auto findings = book->check({});
    QVERIFY_RESULT(findings);
    QCOMPARE(*findings, QStringList());
}

QTEST_GUILESS_MAIN(tst_Specs)
#include "tst_specs.moc"
