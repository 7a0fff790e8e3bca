// The rules of members and organisations hold whichever way an entry is written, and nothing is voided on which
// something rests.
#include "core/party/orgcommands.h"
#include "tests/core/party/bookpicture.h"

using namespace gridbook;
using namespace gridbook::party;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

QVariant to(RowId id)
{
    return QVariant::fromValue(ReferenceValue{id, {}});
}

QVariant onDay(const QString &iso)
{
    return QVariant::fromValue(PartialDate::fromIso(iso));
}

} // namespace

class tst_PartyRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void memberEntries_data();
    void memberEntries();
    void newMembers_data();
    void newMembers();
    void goneMembers_data();
    void goneMembers();
    void relationsAndStandings_data();
    void relationsAndStandings();
    void organizationEntries_data();
    void organizationEntries();
    void lookupsOfferWhatFits();
    void voiding_data();
    void voiding();
    void mistakesCanBeVoided();

private:
    [[nodiscard]] RowId id(const QString &name) const { return m_ids.value(name); }
    // Errors as "field: message", separated by " / ".
    QString errors(const Record &before, const QVariantMap &values);
    Done run(const std::function<Done(UnitOfWork &)> &steps);
    Done voidOne(const QString &registry, RowId record);
    std::unique_ptr<TestBook> m_book;
    QHash<QString, RowId> m_ids;
};

void tst_PartyRules::init()
{
    m_book = std::make_unique<TestBook>();
    const auto basics = m_book->makeBasics();
    m_ids = {{u"branch"_qs, basics.branch},
             {u"second"_qs, basics.secondBranch},
             {u"general"_qs, basics.generalBranch},
             {u"grid"_qs, basics.grid},
             {u"closedGrid"_qs, basics.secondGrid},
             {u"none"_qs, 0},
             {u"member"_qs, m_book->addMember(u"王小明"_qs, {}, basics.branch, basics.grid)},
             {u"gone"_qs, m_book->addMember(u"李秀英"_qs, {}, basics.branch, basics.grid)}};
    QVERIFY_RESULT(run([&](UnitOfWork &work) -> Done {
        const OrgStep founded{QDate(2026, 1, 1), u"凤组〔2026〕1号"_qs, {}};
        for (const auto &[name, type, parent] : {std::tuple{u"group"_qs, u"group"_qs, u"branch"_qs},
                                                 {u"strange"_qs, u"group"_qs, u"second"_qs},
                                                 {u"functional"_qs, u"functionalBranch"_qs, u"general"_qs}}) {
            GRIDBOOK_ASSIGN(
                const PartyOrgId made,
                foundOrg(work, {.type = type, .fullName = name, .shortName = name, .parent = id(parent)}, founded));
            m_ids.insert(name, made.value());
        }
        GRIDBOOK_TRY(leave(work, MemberId(id(u"gone"_qs)), u"3"_qs, QDate(2026, 3, 1), {}, {}));
        return work.update(u"grid"_qs, basics.secondGrid, 0, {{u"valid_until"_qs, u"2026-02-01"_qs}});
    }));
}

void tst_PartyRules::cleanup()
{
    m_book.reset();
}

Done tst_PartyRules::run(const std::function<Done(UnitOfWork &)> &steps)
{
    GRIDBOOK_ASSIGN(auto work, (*m_book)->begin({u"edit"_qs, u"步骤"_qs, {}, {}}));
    GRIDBOOK_TRY(steps(*work));
    GRIDBOOK_ASSIGN([[maybe_unused]] const ChangeSet set, (*m_book)->commit(*work));
    return {};
}

Done tst_PartyRules::voidOne(const QString &registry, RowId record)
{
    return run([&](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN(const Record loaded, (*m_book)->records().load(registry, record, QDate(2026, 9, 30)));
        return (*m_book)->records().voidRecord(work, loaded, u"重复录入"_qs);
    });
}

QString tst_PartyRules::errors(const Record &before, const QVariantMap &values)
{
    const auto issues = (*m_book)->records().check(before, values, QDate(2026, 9, 30));
    if (!issues) {
        return issues.error().message + u' ' + issues.error().detail;
    }
    QStringList texts;
    for (const Issue &issue : *issues) {
        if (issue.level == IssueLevel::Error) {
            texts << issue.field + u": " + issue.message;
        }
    }
    return texts.join(u" / "_qs);
}

void tst_PartyRules::memberEntries_data()
{
    QTest::addColumn<QStringList>("entries"); // field=name of an id, or field:text
    QTest::addColumn<QString>("said");        // how the complaint begins; empty: none
    QTest::newRow("nothing changed") << QStringList{} << QString();
    QTest::newRow("the other branch") << QStringList{u"branch=second"_qs} << QString();
    QTest::newRow("the general branch") << QStringList{u"branch=general"_qs} << QString();
    QTest::newRow("a group for a branch")
        << QStringList{u"branch=group"_qs} << u"branch: “group” holds no relations"_qs;
    QTest::newRow("a functional branch") << QStringList{u"branch=functional"_qs} << u"branch: “functional” holds no"_qs;
    QTest::newRow("its own group") << QStringList{u"group=group"_qs} << QString();
    QTest::newRow("a group of another branch")
        << QStringList{u"group=strange"_qs} << u"group: “strange” is not a group of"_qs;
    QTest::newRow("a branch for a group")
        << QStringList{u"group=second"_qs} << u"group: “东关二支部” is not a group of"_qs;
    QTest::newRow("branch and group together") << QStringList{u"branch=second"_qs, u"group=strange"_qs} << QString();
    QTest::newRow("a closed grid") << QStringList{u"grid=closedGrid"_qs} << u"grid: “第二网格” is not in force"_qs;
    QTest::newRow("a group from before its time")
        << QStringList{u"group=group"_qs, u"since:2026-02-01"_qs} << QString();
    QTest::newRow("stopped") << QStringList{u"state:12"_qs} << QString();
    for (const QString &code : {u"13"_qs, u"14"_qs, u"15"_qs, u"16"_qs, u"17"_qs, u"20"_qs, u"21"_qs}) {
        QTest::newRow(qPrintable(u"state "_qs + code)) << QStringList{u"state:"_qs + code} << u"state: “"_qs;
    }
    QTest::newRow("lost for long") << QStringList{u"lost:1"_qs, u"lostSince:2026-01"_qs} << QString();
    QTest::newRow("lost tomorrow") << QStringList{u"lost:1"_qs, u"lostSince:2026-10-01"_qs}
                                   << u"lostSince: This day has not come yet"_qs;
    QTest::newRow("dead from a later day")
        << QStringList{u"state:21"_qs, u"stateSince:2026-09-30"_qs} << u"state: “死亡” ends the membership."_qs;
}

namespace {
void enter(QVariantMap &values, const QString &entry, const QHash<QString, RowId> &ids)
{
    if (entry.contains(u'=')) {
        values.insert(entry.section(u'=', 0, 0), to(ids.value(entry.section(u'=', 1))));
        return;
    }
    const QString field = entry.section(u':', 0, 0);
    const QString text = entry.section(u':', 1);
    values.insert(field, text.contains(u'-') ? onDay(text) : QVariant(text));
}
} // namespace

void tst_PartyRules::memberEntries()
{
    QFETCH(const QStringList, entries);
    QFETCH(const QString, said);
    const auto before = (*m_book)->records().load(u"member"_qs, id(u"member"_qs), QDate(2026, 9, 30));
    QVERIFY_RESULT(before);
    QVariantMap values = before->values;
    for (const QString &entry : entries) {
        enter(values, entry, m_ids);
    }
    const QString found = errors(*before, values);
    QVERIFY2(said.isEmpty() ? found.isEmpty() : found.startsWith(said), qPrintable(found));
    // The same through a memory, as an import asks.
    RuleMemory memory;
    for (int i = 0; i < 2; ++i) {
        const auto again = (*m_book)->records().check(*before, values, QDate(2026, 9, 30), &memory);
        QVERIFY_RESULT(again);
        QCOMPARE(std::any_of(again->begin(), again->end(),
                             [](const Issue &issue) { return issue.level == IssueLevel::Error; }),
                 !said.isEmpty());
    }
}

void tst_PartyRules::newMembers_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("branch");
    QTest::addColumn<QString>("said");
    QTest::newRow("normal") << u"1"_qs << u"branch"_qs << QString();
    QTest::newRow("dead already") << u"21"_qs << u"branch"_qs << u"state: Whoever has left (死亡)"_qs;
    QTest::newRow("in a group") << u"1"_qs << u"group"_qs << u"branch: "_qs;
}

void tst_PartyRules::newMembers()
{
    QFETCH(const QString, state);
    QFETCH(const QString, branch);
    QFETCH(const QString, said);
    const Record none{u"member"_qs, 0, QDate(2026, 9, 30), {}, {}};
    const QString found = errors(none, {{u"name"_qs, u"张三"_qs},
                                        {u"category"_qs, u"full"_qs},
                                        {u"branch"_qs, to(id(branch))},
                                        {u"state"_qs, state},
                                        {u"since"_qs, onDay(u"2026-09-30"_qs)},
                                        {u"stateSince"_qs, onDay(u"2026-09-30"_qs)}});
    QVERIFY2(said.isEmpty() ? found.isEmpty() : found.startsWith(said), qPrintable(found));
}

void tst_PartyRules::goneMembers_data()
{
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<QString>("said");
    QTest::newRow("a branch, but still dead")
        << QStringList{u"branch=branch"_qs} << u"branch: The membership has ended"_qs;
    QTest::newRow("normal, but nowhere") << QStringList{u"state:1"_qs} << u"state: The membership has ended"_qs;
    QTest::newRow("back again") << QStringList{u"state:1"_qs, u"branch=branch"_qs, u"since:2026-09-01"_qs} << QString();
    QTest::newRow("gone another way than the relation says")
        << QStringList{u"state:20"_qs} << u"state: The last relation ended by “死亡”"_qs;
    QTest::newRow("another entry") << QStringList{u"workUnit:东关小学"_qs} << QString();
}

void tst_PartyRules::goneMembers()
{
    QFETCH(const QStringList, entries);
    QFETCH(const QString, said);
    const auto before = (*m_book)->records().load(u"member"_qs, id(u"gone"_qs), QDate(2026, 9, 30));
    QVERIFY_RESULT(before);
    QVariantMap values = before->values;
    for (const QString &entry : entries) {
        enter(values, entry, m_ids);
    }
    // That a form asks for a branch and its day is said whatever was entered.
    QStringList found = errors(*before, values).split(u" / "_qs);
    found.removeIf([](const QString &text) { return text.endsWith(u"This entry is required."); });
    QVERIFY2(said.isEmpty() ? found.join(u'/').isEmpty() : found.value(0).startsWith(said),
             qPrintable(found.join(u'/')));
}

void tst_PartyRules::relationsAndStandings_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("whose");
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<QString>("said");
    const QString a = u"affiliation"_qs;
    const QString s = u"standing"_qs;
    QTest::newRow("a group") << a << u"member"_qs << QStringList{u"branch=group"_qs} << u"branch: "_qs;
    QTest::newRow("another branch") << a << u"member"_qs << QStringList{u"branch=second"_qs} << QString();
    QTest::newRow("on after death") << a << u"gone"_qs << QStringList{u"validUntil:"_qs}
                                    << u"validUntil: The membership ended on 2026-03-01 (死亡)"_qs;
    QTest::newRow("shorter") << a << u"gone"_qs << QStringList{u"validUntil:2026-02-01"_qs} << QString();
    QTest::newRow("dead, but related") << s << u"member"_qs << QStringList{u"state:21"_qs}
                                       << u"state: “死亡” ends the membership, but"_qs;
    QTest::newRow("retained") << s << u"member"_qs << QStringList{u"state:10"_qs} << QString();
}

void tst_PartyRules::relationsAndStandings()
{
    QFETCH(const QString, registry);
    QFETCH(const QString, whose);
    QFETCH(const QStringList, entries);
    QFETCH(const QString, said);
    const auto row = (*m_book)->database().scalar(
        u"SELECT id FROM %1 WHERE member_id = ? ORDER BY valid_from LIMIT 1"_qs.arg(registry), {id(whose)});
    const auto before = (*m_book)->records().load(registry, row->toLongLong(), QDate(2026, 9, 30));
    QVERIFY_RESULT(before);
    QVariantMap values = before->values;
    for (const QString &entry : entries) {
        enter(values, entry, m_ids);
    }
    const QString found = errors(*before, values);
    QVERIFY2(said.isEmpty() ? found.isEmpty() : found.startsWith(said), qPrintable(found));
}

void tst_PartyRules::organizationEntries_data()
{
    QTest::addColumn<QString>("org");
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<QString>("said");
    QTest::newRow("below the other branch") << u"branch"_qs << QStringList{u"parent=second"_qs} << u"parent: "_qs;
    QTest::newRow("below its own group") << u"branch"_qs << QStringList{u"parent=group"_qs} << u"parent: "_qs;
    QTest::newRow("below itself") << u"general"_qs << QStringList{u"parent=general"_qs} << u"parent: "_qs;
    QTest::newRow("a group to the other branch") << u"group"_qs << QStringList{u"parent=second"_qs} << QString();
    QTest::newRow("a group without a branch") << u"group"_qs << QStringList{u"parent=none"_qs} << u"parent: "_qs;
    QTest::newRow("functional with members")
        << u"branch"_qs << QStringList{u"type:functionalBranch"_qs} << u"type: The relations of 1 members"_qs;
    QTest::newRow("closed with members") << u"branch"_qs << QStringList{u"validUntil:2026-09-01"_qs}
                                         << u"validUntil: “东关一支部” cannot be closed yet"_qs;
    QTest::newRow("closed with organisations")
        << u"general"_qs << QStringList{u"validUntil:2026-09-01"_qs} << u"validUntil: "_qs;
    QTest::newRow("closed, empty") << u"group"_qs << QStringList{u"validUntil:2026-09-01"_qs} << QString();
    QTest::newRow("telephone") << u"branch"_qs << QStringList{u"contact:张三"_qs} << QString();
}

void tst_PartyRules::organizationEntries()
{
    QFETCH(const QString, org);
    QFETCH(const QStringList, entries);
    QFETCH(const QString, said);
    const auto before = (*m_book)->records().load(u"partyOrg"_qs, id(org), QDate(2026, 9, 30));
    QVERIFY_RESULT(before);
    QVariantMap values = before->values;
    for (const QString &entry : entries) {
        enter(values, entry, m_ids);
    }
    const QString found = errors(*before, values);
    QVERIFY2(said.isEmpty() ? found.isEmpty() : found.startsWith(said), qPrintable(found));
}

void tst_PartyRules::lookupsOfferWhatFits()
{
    const RegistrySpec &spec = *m_book->catalog().registry(u"member"_qs);
    const auto offered = [&](const QString &field, const QVariant &branch) {
        QStringList titles;
        const auto found = (*m_book)->reader().lookUp(u"partyOrg"_qs, QDate(2026, 9, 30), {}, 20,
                                                      spec.field(field)->choice, {{u":branch"_qs, branch}});
        for (const ReferenceValue &each : found.valueOr({})) {
            titles << each.title;
        }
        titles.sort();
        return titles;
    };
    QCOMPARE(offered(u"group"_qs, {}), (QStringList{u"group"_qs, u"strange"_qs}));
    QCOMPARE(offered(u"group"_qs, id(u"branch"_qs)), QStringList{u"group"_qs});
    const auto branches =
        (*m_book)->reader().lookUp(u"partyOrg"_qs, QDate(2026, 9, 30), {}, 20, spec.field(u"branch"_qs)->choice);
    QVERIFY_RESULT(branches);
    QCOMPARE(branches->size(), 3); // the general branch and its two branches
}

void tst_PartyRules::voiding_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("record");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("branch") << u"partyOrg"_qs << u"branch"_qs << QStringList{u"东关一支部"_qs,
                                                                             u"2 members"_qs,
                                                                             u"王小明"_qs,
                                                                             u"李秀英"_qs,
                                                                             u"1 organisations below: group"_qs,
                                                                             u"Dissolve"_qs};
    QTest::newRow("general branch") << u"partyOrg"_qs << u"general"_qs << QStringList{u"3 organisations below"_qs};
    QTest::newRow("member") << u"member"_qs << u"member"_qs
                            << QStringList{u"王小明"_qs, u"1 relations: 东关一支部 2025-01-01"_qs, u"transfer out"_qs};
    QTest::newRow("member who has left") << u"member"_qs << u"gone"_qs << QStringList{u"1 relations"_qs};
}

void tst_PartyRules::voiding()
{
    QFETCH(const QString, registry);
    QFETCH(const QString, record);
    QFETCH(const QStringList, said);
    const QStringList picture = bookPicture(**m_book);
    const auto fault = (*m_book)->records().voidingFault(registry, id(record), QDate(2026, 9, 30));
    QVERIFY_RESULT(fault);
    for (const QString &part : said) {
        QVERIFY2(fault->contains(part), qPrintable(*fault));
    }
    const Done done = voidOne(registry, id(record));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Refused);
    QCOMPARE(done.error().message, *fault);
    QCOMPARE(bookPicture(**m_book), picture);
}

// The way out that the refusal names: the relation first, then the member, then the person.
void tst_PartyRules::mistakesCanBeVoided()
{
    QVERIFY_RESULT(voidOne(u"partyOrg"_qs, id(u"functional"_qs))); // founded with a document, but nothing ever in it
    const RowId member = id(u"member"_qs);
    const auto one = [&](const QString &sql) { return (*m_book)->database().scalar(sql, {member})->toLongLong(); };
    const RowId person = one(u"SELECT person_id FROM member WHERE id = ?"_qs);
    const auto fault = (*m_book)->records().voidingFault(u"person"_qs, person, QDate(2026, 9, 30));
    QVERIFY2(fault->contains(u"1 memberships"), qPrintable(*fault));
    QVERIFY(!voidOne(u"person"_qs, person));
    QVERIFY_RESULT(voidOne(u"affiliation"_qs, one(u"SELECT id FROM affiliation WHERE member_id = ?"_qs)));
    QVERIFY_RESULT(voidOne(u"member"_qs, member));
    QVERIFY_RESULT(voidOne(u"person"_qs, person));
    for (int i = 0; i < 4; ++i) {
        QVERIFY_RESULT((*m_book)->undo());
    }
    QVERIFY(!voidOne(u"person"_qs, person));
}

QTEST_GUILESS_MAIN(tst_PartyRules)
#include "tst_partyrules.moc"
