// The demonstration has the published figures on its last day, a known history before, and is the same each time.
#include "core/base/partialdate.h"
#include "core/base/quarter.h"
#include "core/changes/drafts.h"
#include "core/changes/unitofwork.h"
#include "core/demo/demobook.h"
#include "core/reports/figures.h"
#include "core/text/citizenid.h"
#include "core/text/phone.h"
#include "tests/support/testbook.h"
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QRegularExpression>

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {
const QDate lastDay(2026, 9, 30);
const QString atDay =
    u"%1.voided_at IS NULL AND %1.valid_from <= :day AND (%1.valid_until IS NULL OR %1.valid_until > :day)"_qs;
} // namespace

class tst_DemoBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void headlines_data();
    void headlines();
    void quarters_data();
    void quarters();
    void figuresByQuarter();
    void allIsWell();
    void agreements_data();
    void agreements();
    void peopleAreMadeUp();
    void membersAreValid();
    void refusedTwice();
    void everyTimeTheSame();
    void nothingSealedIsReadable();

private:
    Result<qint64> number(const QString &sql, QDate day);
    TestBook m_book;
};

Result<qint64> tst_DemoBook::number(const QString &sql, QDate day)
{
    GRIDBOOK_ASSIGN(Statement statement, Statement::prepare(m_book->database(), sql));
    const QVariantMap named =
        sql.contains(u":day") ? QVariantMap{{u":day"_qs, day.toString(Qt::ISODate)}} : QVariantMap();
    GRIDBOOK_TRY(named.isEmpty() ? statement.run() : statement.run(named));
    if (!statement.next()) {
        return Error{ErrorKind::NotFound, u"no row"_qs, sql};
    }
    return statement.integer(0);
}

void tst_DemoBook::initTestCase()
{
    QElapsedTimer timer;
    timer.start();
    QVERIFY_RESULT(demo::makeDemoBook(*m_book, {}));
    qInfo("made in %lld ms", timer.elapsed());
    const auto rows = number(u"SELECT COUNT(*) FROM change"_qs, lastDay);
    qInfo("%lld changes", *rows);
}

void tst_DemoBook::headlines_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<qint64>("expected");
    const auto orgs = [](const QString &type) {
        return QString(u"SELECT COUNT(*) FROM party_org o JOIN org_state s ON s.org_id = o.id AND "_qs +
                       atDay.arg(u"s"_qs) + u" WHERE s.type = '" + type + u"'");
    };
    const QString latest =
        u"FROM population_snapshot x WHERE x.grid_id IS %1 NULL AND x.on_date <= :day AND NOT EXISTS (SELECT 1 FROM "
        "population_snapshot y WHERE y.division_id = x.division_id AND y.grid_id IS x.grid_id AND y.on_date > "
        "x.on_date AND y.on_date <= :day)"_qs;
    const QString community = latest.arg(QString());
    const QString grid = latest.arg(u"NOT"_qs);
    QTest::newRow("FX1 communities") << u"SELECT COUNT(*) FROM division WHERE level = 'community'"_qs << qint64(4);
    QTest::newRow("FX2 general branches") << orgs(u"generalBranch"_qs) << qint64(4);
    QTest::newRow("FX2 branches") << orgs(u"branch"_qs) << qint64(13);
    QTest::newRow("FX2 groups") << orgs(u"group"_qs) << qint64(26);
    QTest::newRow("functional, not counted") << orgs(u"actionBranch"_qs) << qint64(1);
    QTest::newRow("FX3 members") << QString(u"SELECT COUNT(*) FROM affiliation a WHERE "_qs + atDay.arg(u"a"_qs))
                                 << qint64(662);
    QTest::newRow("FX5 registered households")
        << QString(u"SELECT SUM(registered_households) "_qs + community) << qint64(14'256);
    QTest::newRow("FX5 registered persons")
        << QString(u"SELECT SUM(registered_persons) "_qs + community) << qint64(32'398);
    QTest::newRow("FX6 resident households")
        << QString(u"SELECT SUM(resident_households) "_qs + community) << qint64(25'883);
    QTest::newRow("FX6 resident persons") << QString(u"SELECT SUM(resident_persons) "_qs + community) << qint64(60'693);
    QTest::newRow("grids: registered households")
        << QString(u"SELECT SUM(registered_households) "_qs + grid) << qint64(14'256);
    QTest::newRow("grids: registered persons")
        << QString(u"SELECT SUM(registered_persons) "_qs + grid) << qint64(32'398);
    QTest::newRow("grids: resident households")
        << QString(u"SELECT SUM(resident_households) "_qs + grid) << qint64(25'883);
    QTest::newRow("grids: resident persons") << QString(u"SELECT SUM(resident_persons) "_qs + grid) << qint64(60'693);
    QTest::newRow("FX7 resident groups") << u"SELECT COUNT(*) FROM resident_group"_qs << qint64(47);
    QTest::newRow("FX10 grids") << u"SELECT COUNT(*) FROM grid"_qs << qint64(38);
    QTest::newRow("FX18 grids outside of 500–1000 households")
        << QString(u"SELECT COUNT(*) "_qs + grid + u" AND x.resident_households NOT BETWEEN 500 AND 1000") << qint64(2);
    QTest::newRow("FX4 full-time staff")
        << u"SELECT COUNT(DISTINCT person_id) FROM grid_post WHERE role IN ('leader', 'fullTimeWorker') AND valid_until IS NULL"_qs
        << qint64(54);
    QTest::newRow("grids with one leader")
        << QString(u"SELECT COUNT(DISTINCT t.grid_id) FROM grid_post t WHERE t.role = 'leader' AND "_qs +
                   atDay.arg(u"t"_qs))
        << qint64(38);
    QTest::newRow("posts of leaders ever") << u"SELECT COUNT(*) FROM grid_post WHERE role = 'leader'"_qs << qint64(44);
    QTest::newRow("buildings' households")
        << QString(u"SELECT SUM(b.households) FROM building b JOIN building_grid g ON g.building_id = b.id AND "_qs +
                   atDay.arg(u"g"_qs))
        << qint64(25'883);
    QTest::newRow("members without a grid")
        << QString(u"SELECT COUNT(*) FROM affiliation a WHERE a.grid_id IS NULL AND "_qs + atDay.arg(u"a"_qs))
        << qint64(2);
    const QString due =
        u"COALESCE(t.shifted_until, (substr(t.elected_on, 1, 4) + t.term_years) || substr(t.elected_on, 5))"_qs;
    const QString current = u"SELECT COUNT(*) FROM org_term t WHERE t.ended_on IS NULL AND "_qs;
    QTest::newRow("terms") << QString(current + u"1 = 1") << qint64(17);
    QTest::newRow("terms overdue") << QString(current + due + u" <= :day") << qint64(2);
    QTest::newRow("terms that end within six months")
        << QString(current + due + u" > :day AND " + due + u" <= '2027-03-31'") << qint64(4);
    QTest::newRow("secretaries")
        << QString(u"SELECT COUNT(DISTINCT c.org_id) FROM committee_member c WHERE c.post = 'secretary' AND "_qs +
                   atDay.arg(u"c"_qs))
        << qint64(17);
    QTest::newRow("spells of those who came back")
        << u"SELECT COUNT(*) FROM (SELECT member_id FROM affiliation WHERE COALESCE(increase_kind, '') <> '' GROUP BY member_id HAVING COUNT(*) > 1)"_qs
        << qint64(2);
    QTest::newRow("rules") << u"SELECT CAST(value AS INTEGER) FROM rule WHERE code = 'grid.minHouseholds'"_qs
                           << qint64(500);
}

void tst_DemoBook::headlines()
{
    QFETCH(const QString, sql);
    QFETCH(const qint64, expected);
    const auto found = number(sql, lastDay);
    QVERIFY_RESULT(found);
    QCOMPARE(*found, expected);
}

void tst_DemoBook::quarters_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("members");
    QTest::addColumn<int>("branches");
    QTest::addColumn<int>("increase"); // in the quarter that ends on the day
    QTest::addColumn<int>("decrease");
    QTest::addColumn<int>("moves");
    QTest::addColumn<int>("probationary");
    QTest::newRow("2025Q3") << QDate(2025, 9, 30) << 650 << 12 << 650 << 0 << 0 << 7;
    QTest::newRow("2025Q4") << QDate(2025, 12, 31) << 651 << 12 << 7 << 6 << 3 << 7;
    QTest::newRow("2026Q1") << QDate(2026, 3, 31) << 649 << 12 << 6 << 8 << 2 << 5;
    QTest::newRow("2026Q2") << QDate(2026, 6, 30) << 657 << 13 << 13 << 5 << 9 << 9;
    QTest::newRow("2026Q3") << QDate(2026, 9, 30) << 662 << 13 << 9 << 4 << 3 << 11;
}

void tst_DemoBook::quarters()
{
    QFETCH(const QDate, day);
    QFETCH(const int, members);
    QFETCH(const int, branches);
    QFETCH(const int, increase);
    QFETCH(const int, decrease);
    QFETCH(const int, moves);
    QFETCH(const int, probationary);
    const QString from = Quarter::of(day).begin().toString(Qt::ISODate);
    const auto count = [&](const QString &sql) { return number(sql, day).valueOr(-1); };
    const QString onRegister = atDay.arg(u"a"_qs);
    QCOMPARE(count(u"SELECT COUNT(*) FROM affiliation a WHERE "_qs + onRegister), members);
    QCOMPARE(count(u"SELECT COUNT(*) FROM org_state s WHERE s.type = 'branch' AND "_qs + atDay.arg(u"s"_qs)), branches);
    QCOMPARE(
        count(
            u"SELECT COUNT(*) FROM affiliation WHERE increase_kind IS NOT NULL AND valid_from BETWEEN '%1' AND :day"_qs
                .arg(from)),
        increase);
    QCOMPARE(
        count(
            u"SELECT COUNT(*) FROM affiliation WHERE decrease_kind IS NOT NULL AND valid_until BETWEEN '%1' AND :day"_qs
                .arg(from)),
        decrease);
    QCOMPARE(
        count(
            u"SELECT COUNT(*) FROM affiliation a JOIN affiliation b ON b.member_id = a.member_id AND b.valid_until = "
            "a.valid_from WHERE a.increase_kind IS NULL AND a.org_id <> b.org_id AND a.valid_from BETWEEN '%1' AND :day"_qs
                .arg(from)),
        moves);
    QCOMPARE(count(u"SELECT COUNT(*) FROM affiliation a JOIN standing s ON s.member_id = a.member_id AND "_qs +
                   atDay.arg(u"s"_qs) + u" WHERE s.category = 'probationary' AND " + onRegister),
             probationary);
    // Everybody on the register is counted: normal or restored, nobody stopped.
    QCOMPARE(count(u"SELECT COUNT(*) FROM affiliation a JOIN standing s ON s.member_id = a.member_id AND "_qs +
                   atDay.arg(u"s"_qs) + u" WHERE s.state IN ('1', '10', '11') AND " + onRegister),
             members);
}

// The headline box of each quarter's end, as the reports print it.
void tst_DemoBook::figuresByQuarter()
{
    const auto figures = Figures::open(m_book->reader());
    QVERIFY_RESULT(figures);
    QStringList lines;
    for (const QDate day : {QDate(2025, 9, 30), QDate(2025, 12, 31), QDate(2026, 3, 31), QDate(2026, 6, 30), lastDay}) {
        const auto headline = (*figures)->headline(day);
        QVERIFY_RESULT(headline);
        for (int i = 0; i < int(headline->size()); ++i) {
            if (lines.size() <= i) {
                lines << headline->at(i).rule.id;
            }
            lines[i] += u' ' + numberText(headline->at(i).now);
        }
    }
    QString difference;
    QVERIFY2(matchesGolden(lines.join(u'\n') + u'\n', u"tests/golden/demofigures.txt", &difference),
             qPrintable(difference));
    QVERIFY(lines.contains(u"members.total 650 651 649 657 662"_qs));
}

void tst_DemoBook::allIsWell()
{
    const auto findings = m_book->check({});
    QVERIFY_RESULT(findings);
    QVERIFY2(findings->isEmpty(), qPrintable(findings->join(u'\n')));
    QVERIFY2(!m_book->undoStack().undoable(), "making the demonstration is no step to take back");
    QCOMPARE(m_book->info(u"name"_qs).valueOr({}), u"凤翔区城关镇（演示）"_qs);
    QCOMPARE(m_book->info(u"demo"_qs).valueOr({}), u"1"_qs);
    Query query{u"member"_qs, lastDay, {}, {}, {}, {}};
    QCOMPARE(m_book->reader().count(query).valueOr(-1), 662);
    query = {u"partyOrg"_qs, lastDay, {}, {}, {}, {}};
    QCOMPARE(m_book->reader().count(query).valueOr(-1), 4 + 13 + 26 + 1);
}

// Statements that must find nothing.
void tst_DemoBook::agreements_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("grids and their community on every day")
        << u"SELECT COUNT(*) FROM population_snapshot c WHERE c.grid_id IS NULL AND c.resident_households <> (SELECT "
           "SUM(x.resident_households) FROM population_snapshot x WHERE x.division_id = c.division_id AND x.grid_id IS "
           "NOT "
           "NULL AND x.on_date = c.on_date)"_qs;
    QTest::newRow("buildings and their grid") << QString(
        u"SELECT COUNT(*) FROM population_snapshot x WHERE x.grid_id IS NOT NULL AND x.on_date = '2026-09-30' AND "
        "x.resident_households <> (SELECT SUM(b.households) FROM building b JOIN building_grid g ON g.building_id = "
        "b.id AND "_qs +
        atDay.arg(u"g"_qs) + u" WHERE g.grid_id = x.grid_id)");
    QTest::newRow("no more registered than resident")
        << u"SELECT COUNT(*) FROM population_snapshot WHERE registered_households > resident_households OR registered_persons > resident_persons"_qs;
    QTest::newRow("the branch of everybody existed")
        << u"SELECT COUNT(*) FROM affiliation a WHERE NOT EXISTS (SELECT 1 FROM org_state s WHERE s.org_id = a.org_id AND s.valid_from <= a.valid_from AND s.type = 'branch')"_qs;
    QTest::newRow("the group of everybody belongs to the branch")
        << u"SELECT COUNT(*) FROM affiliation a JOIN org_state s ON s.org_id = a.group_id WHERE s.parent_id <> a.org_id"_qs;
    QTest::newRow("secretaries are on the register of their own place") << QString(
        u"SELECT COUNT(*) FROM committee_member c JOIN party_org o ON o.id = c.org_id WHERE "_qs + atDay.arg(u"c"_qs) +
        u" AND NOT EXISTS (SELECT 1 FROM member m JOIN affiliation a ON a.member_id = m.id AND " + atDay.arg(u"a"_qs) +
        u" JOIN party_org b ON b.id = a.org_id WHERE m.person_id = c.person_id AND b.division_id = o.division_id)");
    QTest::newRow("everybody has a standing on every day of a relation")
        << u"SELECT COUNT(*) FROM affiliation a WHERE NOT EXISTS (SELECT 1 FROM standing s WHERE s.member_id = a.member_id AND s.valid_from <= a.valid_from AND (s.valid_until IS NULL OR s.valid_until > a.valid_from))"_qs;
    QTest::newRow("nothing lies after the last day")
        << u"SELECT COUNT(*) FROM affiliation WHERE valid_from > '2026-09-30' OR valid_until > '2026-09-30' OR valid_until <= valid_from"_qs;
    QTest::newRow("functional organisations hold no relations")
        << u"SELECT COUNT(*) FROM affiliation a JOIN org_state s ON s.org_id = a.org_id WHERE s.type = 'actionBranch'"_qs;
}

void tst_DemoBook::agreements()
{
    QFETCH(const QString, sql);
    const auto found = number(sql, lastDay);
    QVERIFY_RESULT(found);
    QCOMPARE(*found, 0);
}

void tst_DemoBook::peopleAreMadeUp()
{
    const auto ids = m_book->reader().ids({u"person"_qs, lastDay, {}, {}, {}, {}});
    QVERIFY_RESULT(ids);
    QVERIFY(ids->size() > 700);
    const auto rows = m_book->reader().rows(u"person"_qs, lastDay, *ids,
                                            {u"name"_qs, u"idNumber"_qs, u"phone"_qs, u"birth"_qs, u"sex"_qs});
    QVERIFY_RESULT(rows);
    QStringList names;
    for (const RowData &row : *rows) {
        names << row.values.at(0).toString();
        const QString idNumber = row.values.at(1).toString();
        const QString phone = row.values.at(2).toString();
        if (!idNumber.isEmpty()) {
            const auto id = text::CitizenId::parse(idNumber, lastDay);
            QVERIFY_RESULT(id);
            QVERIFY2(idNumber.startsWith(u"9999"), "an ID number that could be somebody's");
            QCOMPARE(PartialDate(id->birth()), row.values.at(3).value<PartialDate>());
        }
        if (!phone.isEmpty()) {
            QVERIFY_RESULT(text::parsePhone(phone));
            QVERIFY2(phone.startsWith(u"1990000"), "a phone that could be somebody's");
        }
    }
    for (const QString &name : {u"单雅琴"_qs, u"尉迟建军"_qs, u"欧阳慧敏"_qs, u"阿依古丽·买买提"_qs, u"王𠮷"_qs,
                                u"李㼆"_qs, u"刘䶮"_qs, u"区志明"_qs}) {
        QVERIFY2(names.contains(name), qPrintable(name));
    }
    QVERIFY(names.count(u"张伟"_qs) >= 5);
}

// What the forms would refuse does not stand in the demonstration.
void tst_DemoBook::membersAreValid()
{
    const auto ids = m_book->reader().ids({u"member"_qs, lastDay, u"all"_qs, {}, {}, {}});
    QVERIFY_RESULT(ids);
    QHash<QString, int> gaps;
    for (const RowId id : *ids) {
        const auto record = m_book->records().load(u"member"_qs, id, lastDay);
        QVERIFY_RESULT(record);
        for (const Issue &issue : m_book->records().validate(u"member"_qs, record->values, lastDay)) {
            const bool gone =
                record->values.value(u"branch"_qs).isNull() && (issue.field == u"branch" || issue.field == u"since");
            const QString told =
                record->values.value(u"name"_qs).toString() + u": " + issue.field + u": " + issue.message;
            QVERIFY2(issue.level == IssueLevel::Warning || gone, qPrintable(told));
        }
        for (const QString &field : {u"education"_qs, u"fullDate"_qs, u"phone"_qs, u"idNumber"_qs, u"workPost"_qs}) {
            const QVariant value = record->values.value(field);
            const bool missing =
                field == u"fullDate" ? value.value<PartialDate>().isNull() : value.toString().isEmpty();
            gaps[field] += missing ? 1 : 0;
        }
    }
    for (auto it = gaps.cbegin(); it != gaps.cend(); ++it) {
        QVERIFY2(it.value() > 0 && it.value() < 60, qPrintable(QString(it.key() + u' ' + QString::number(it.value()))));
    }
}

void tst_DemoBook::refusedTwice()
{
    const auto again = demo::makeDemoBook(*m_book, {});
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Refused);
}

namespace {
// Every row of the journal's tables in the clear, without what must differ: uuids and keys.
Result<QString> everything(Book &book)
{
    QString text;
    QStringList tables = book.catalog().tables().names();
    tables.sort();
    for (const QString &name : tables) {
        const TableSpec &spec = *book.catalog().tables().find(name);
        GRIDBOOK_ASSIGN(Statement rows,
                        Statement::prepare(book.database(), u"SELECT * FROM %1 ORDER BY id"_qs.arg(name)));
        GRIDBOOK_TRY(rows.run());
        const QStringList columns = rows.columnNames();
        const auto uuid = int(columns.indexOf(u"uuid"_qs));
        while (rows.next()) {
            text += name;
            for (int i = 0; i < int(columns.size()); ++i) {
                const QString &column = columns.at(i);
                if (column == u"uuid" || column.endsWith(u"_index")) {
                    continue;
                }
                QString value = rows.text(i);
                if (spec.sealed.contains(column) && !rows.isNull(i)) {
                    GRIDBOOK_ASSIGN(value,
                                    book.sealer().open(rows.bytes(i), sealedPlace(name, column, rows.text(uuid))));
                }
                text += u'|' + value;
            }
            text += u'\n';
        }
    }
    return text;
}
} // namespace

void tst_DemoBook::everyTimeTheSame()
{
    TestBook second;
    QVERIFY_RESULT(demo::makeDemoBook(*second, {}));
    const auto first = everything(*m_book);
    const auto other = everything(*second);
    QVERIFY_RESULT(first);
    QVERIFY_RESULT(other);
    QVERIFY(first->size() > 200'000);
    QVERIFY2(*first == *other, "two demonstration books differ");
    // The same on every machine and with every compiler, too. Of the columns that the generator itself draws, so that
    // another schema or another pinyin table does not matter; whoever changes the demonstration writes this line anew.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (
        const QString &sql :
        {u"SELECT name || sex || birth || COALESCE(education, '') || COALESCE(native_place, '') FROM person ORDER BY id"_qs,
         u"SELECT COALESCE(join_date, '') || COALESCE(full_date, '') || COALESCE(work_post, '') FROM member ORDER BY id"_qs,
         u"SELECT member_id || '|' || org_id || '|' || COALESCE(grid_id, 0) || valid_from || COALESCE(valid_until, '') FROM affiliation ORDER BY id"_qs,
         u"SELECT on_date || resident_households || '|' || registered_persons FROM population_snapshot ORDER BY id"_qs,
         u"SELECT no || households || '|' || persons FROM building ORDER BY id"_qs}) {
        auto rows = Statement::prepare(m_book->database(), sql);
        QVERIFY_RESULT(rows);
        QVERIFY_RESULT(rows->run());
        while (rows->next()) {
            hash.addData(QByteArray(rows->text(0).toUtf8() + '\n'));
        }
    }
    QString difference;
    const QString digest = QString::fromLatin1(hash.result().toHex().left(16)) + u'\n';
    QVERIFY2(matchesGolden(digest, u"tests/golden/demobook.txt", &difference), qPrintable(difference));
}

void tst_DemoBook::nothingSealedIsReadable()
{
    const auto backup = m_book->backUp(u"manual"_qs);
    QVERIFY_RESULT(backup);
    QByteArray bytes;
    QStringList read;
    // A form that was open when the power went, with what is most personal in it.
    Drafts drafts(m_book.path(), m_book->sealer());
    Draft draft;
    draft.registry = u"member"_qs;
    draft.record = 1;
    draft.values = {{u"idNumber"_qs, u"99990119780312001X"_qs}, {u"phone"_qs, u"19900000001"_qs}};
    draft.texts = {{u"address"_qs, u"东关社区1幢2单元301室"_qs}};
    QVERIFY_RESULT(drafts.keep(draft));
    QStringList paths{m_book.path(), m_book.path() + u"-wal", backup->path};
    const QFileInfoList draftFiles = QDir(drafts.folder()).entryInfoList(QDir::Files);
    QCOMPARE(draftFiles.size(), 1);
    paths << draftFiles.first().filePath();
    for (const QString &path : std::as_const(paths)) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) {
            bytes += file.readAll();
            read << path;
        }
    }
    QVERIFY2(read.size() >= 3, qPrintable(read.join(u' ')));
    QVERIFY2(bytes.contains(u"单雅琴"_qs.toUtf8()), "names are not sealed: the search itself works");
    QVERIFY2(!bytes.contains("1990000"), "a phone number lies open");
    static const QRegularExpression idNumber(u"9999[0-9]{2}(19|20)[0-9]{2}[01][0-9][0-3][0-9][0-9]{3}[0-9X]"_qs);
    const auto match = idNumber.match(QString::fromLatin1(bytes));
    QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
    QVERIFY2(!bytes.contains("0917-0000"), "a landline lies open");
    QVERIFY2(!bytes.contains(u"单元"_qs.toUtf8()), "an address lies open");
}

QTEST_GUILESS_MAIN(tst_DemoBook)
#include "tst_demobook.moc"
