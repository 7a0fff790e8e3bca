// Mechanisms of the accounts that are entries of a registry: what a clerk enters is checked, saved, shown in words,
// found by a filter, and told in the history. One row for each line of the coverage table that cites it.
#include "core/base/partialdate.h"
#include "core/registry/history.h"
#include "core/registry/valuetext.h"
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

using Words = QList<std::pair<QString, QString>>; // field, as a clerk writes it

class tst_Entries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enteredShownAndFound_data();
    void enteredShownAndFound();

private:
    // A code by its word, a reference by the title of a record.
    static QVariant valueOf(TestBook &book, const Field &field, const QString &words);
};

QVariant tst_Entries::valueOf(TestBook &book, const Field &field, const QString &words)
{
    switch (field.type) {
    case FieldType::Code: {
        const CodeItem *item = book.catalog().codes().find(field.codeTable)->match(words);
        return item == nullptr ? QVariant() : QVariant(item->code);
    }
    case FieldType::Reference: {
        const auto found = book->reader().lookUp(field.registry, QDate(2026, 9, 30), words, 2);
        return found && found->size() == 1 ? QVariant::fromValue(found->first()) : QVariant();
    }
    case FieldType::Date:
        return QVariant::fromValue(PartialDate::fromIso(words));
    case FieldType::YesNo:
        return words == u"是";
    case FieldType::Integer:
        return words.toLongLong();
    case FieldType::Decimal:
        return words.toDouble();
    default:
        return words;
    }
}

void tst_Entries::enteredShownAndFound_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<Words>("needed");
    QTest::addColumn<Words>("entered");
    const auto row = [](const char *name, const QString &registry, const Words &needed, const Words &entered) {
        QTest::newRow(name) << registry << needed << entered;
    };
    const Words grid{{u"name"_qs, u"第三网格"_qs},
                     {u"code"_qs, u"610305100001003"_qs},
                     {u"division"_qs, u"东关社区"_qs},
                     {u"validFrom"_qs, u"2026-01-01"_qs}};
    row("FX17", u"grid"_qs, grid, {{u"kind"_qs, u"专属网格"_qs}, {u"areaKind"_qs, u"医院"_qs}});
    row("SN33", u"grid"_qs, grid, {{u"kind"_qs, u"专属网格"_qs}, {u"areaKind"_qs, u"商圈"_qs}});
    row("SN1", u"division"_qs, {{u"name"_qs, u"城关街道"_qs}, {u"code"_qs, u"610305100"_qs}},
        {{u"level"_qs, u"街道(乡、镇)"_qs}});
    row("JN27", u"division"_qs,
        {{u"name"_qs, u"西关社区"_qs}, {u"code"_qs, u"610305100002"_qs}, {u"level"_qs, u"社区(村)"_qs}},
        {{u"floorArea"_qs, u"620.5"_qs}});
    const Words estate{{u"name"_qs, u"雍城苑"_qs}, {u"division"_qs, u"东关社区"_qs}};
    row("KS1", u"estate"_qs, estate, {{u"landMu"_qs, u"42.5"_qs}, {u"floorArea"_qs, u"98000"_qs}});
    row("SN28", u"estate"_qs, estate,
        {{u"propertyMode"_qs, u"物业企业"_qs},
         {u"propertyCompany"_qs, u"某物业公司"_qs},
         {u"ownersCommittee"_qs, u"是"_qs}});
    row("KS30", u"building"_qs, {{u"estate"_qs, u"旧苑"_qs}, {u"no"_qs, u"2幢"_qs}},
        {{u"head"_qs, u"王楼长"_qs}, {u"theme"_qs, u"孝老爱亲"_qs}});
    row("KS18", u"gridPost"_qs,
        {{u"grid"_qs, u"第一网格"_qs}, {u"person"_qs, u"王楼长"_qs}, {u"validFrom"_qs, u"2026-01-01"_qs}},
        {{u"role"_qs, u"警务网格员"_qs}});
    const Words org{{u"shortName"_qs, u"东关三支部"_qs},  {u"fullName"_qs, u"中共东关三支部委员会"_qs},
                    {u"parent"_qs, u"东关社区党总支"_qs}, {u"category"_qs, u"街道社区"_qs},
                    {u"validFrom"_qs, u"2026-01-01"_qs},  {u"stateFrom"_qs, u"2026-01-01"_qs}};
    row("KS10", u"partyOrg"_qs, org, {{u"type"_qs, u"临时党支部"_qs}});
    row("JN5", u"partyOrg"_qs, org + Words{{u"type"_qs, u"党支部"_qs}},
        {{u"grid"_qs, u"第二网格"_qs}, {u"building"_qs, u"旧苑1幢"_qs}});
    row("JN7", u"partyOrg"_qs, org + Words{{u"type"_qs, u"党支部"_qs}}, {{u"basis"_qs, u"兴趣型"_qs}});
    row("AP10", u"partyOrg"_qs, org + Words{{u"type"_qs, u"党支部"_qs}}, {{u"brand"_qs, u"红色管家"_qs}});
    row("JN23", u"orgTerm"_qs,
        {{u"org"_qs, u"东关一支部"_qs},
         {u"session"_qs, u"3"_qs},
         {u"electedOn"_qs, u"2026-05-01"_qs},
         {u"termYears"_qs, u"3"_qs}},
        {{u"method"_qs, u"公推直选"_qs}, {u"direct"_qs, u"是"_qs}});
    row("SN17", u"committeeMember"_qs,
        {{u"org"_qs, u"东关一支部"_qs}, {u"person"_qs, u"王楼长"_qs}, {u"validFrom"_qs, u"2026-01-01"_qs}},
        {{u"post"_qs, u"第一书记"_qs}});
    const Words member{{u"name"_qs, u"李党员"_qs},         {u"category"_qs, u"正式党员"_qs},
                       {u"branch"_qs, u"东关一支部"_qs},   {u"since"_qs, u"2026-01-01"_qs},
                       {u"state"_qs, u"正常"_qs},          {u"stateSince"_qs, u"2026-01-01"_qs},
                       {u"joinDate"_qs, u"2001-07-01"_qs}, {u"fullDate"_qs, u"2002-07-01"_qs}};
    row("JN9", u"member"_qs, member, {{u"kind"_qs, u"离退休"_qs}});
    row("AP7", u"member"_qs, member, {{u"kind"_qs, u"无职"_qs}});
}

void tst_Entries::enteredShownAndFound()
{
    QFETCH(const QString, registry);
    QFETCH(const Words, needed);
    QFETCH(const Words, entered);
    TestBook book;
    (void)book.makeBasics();
    auto work = book->begin({u"edit"_qs, u"底册"_qs, {}, {}});
    QVERIFY_RESULT((*work)->insert(u"estate"_qs, {{u"name"_qs, u"旧苑"_qs}, {u"division_id"_qs, 1}}));
    QVERIFY_RESULT((*work)->insert(u"building"_qs, {{u"estate_id"_qs, 1}, {u"no"_qs, u"1幢"_qs}}));
    QVERIFY_RESULT((*work)->insert(u"person"_qs, {{u"name"_qs, u"王楼长"_qs}}));
    QVERIFY_RESULT(book->commit(**work));
    work->reset();

    const RegistrySpec &spec = *book.catalog().registry(registry);
    Record record{registry, 0, book.clock().today(), {}, {}};
    QVariantMap values;
    for (const auto &[id, words] : needed + entered) {
        const Field *field = spec.field(id);
        QVERIFY2(field != nullptr, qPrintable(id));
        QVERIFY2(!field->section.zh.isEmpty(), qPrintable(id + u": not in the form"));
        const QVariant value = valueOf(book, *field, words);
        QVERIFY2(value.isValid(), qPrintable(id + u": " + words));
        values.insert(id, value);
    }
    for (const Issue &issue : book->records().validate(registry, values, book.clock().today())) {
        QVERIFY2(issue.level != IssueLevel::Error, qPrintable(issue.field + u": " + issue.message));
    }
    work = book->begin({u"edit"_qs, u"新增"_qs, {}, {}});
    const auto id = book->records().save(**work, record, values);
    QVERIFY_RESULT(id);
    QVERIFY_RESULT(book->commit(**work));

    const auto events = RecordHistory(book->reader(), {}).events(registry, *id);
    QVERIFY_RESULT(events);
    for (const auto &[field, words] : entered) {
        const Field &which = *spec.field(field);
        const auto rows = book->reader().rows(registry, record.asOf, {*id}, {field});
        QVERIFY_RESULT(rows);
        const QString shown = valueText(which, rows->first().values.first(), book.catalog().codes(), {});
        QCOMPARE(shown.toDouble() == 0 ? shown : QString::number(shown.toDouble()), words);
        const QVariant stored = storedValue(values.value(field));
        const bool isNumber = which.type == FieldType::Decimal || which.type == FieldType::Integer;
        const Filter filter =
            isNumber ? Filter{field, FilterOp::Between, {stored, stored}}
                     : Filter{field, FilterOp::OneOf, {which.type == FieldType::YesNo ? QVariant(1) : stored}};
        const auto found = book->reader().ids({registry, record.asOf, {}, {filter}, {}, {}});
        QVERIFY_RESULT(found);
        QCOMPARE(*found, QList<RowId>{*id});
        const QList<FieldChange> &told = events->first().changes;
        QVERIFY2(std::any_of(told.begin(), told.end(),
                             [&, name = field](const FieldChange &each) { return each.field == name; }),
                 qPrintable(field));
    }
    QCOMPARE(*book->check({}), QStringList());
}

QTEST_GUILESS_MAIN(tst_Entries)
#include "tst_entries.moc"
