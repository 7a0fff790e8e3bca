#include "core/demo/peoplemaker.h"
#include "core/exchange/importer.h"
#include "core/exchange/importplanner.h"
#include "core/exchange/tablewriter.h"
#include "tests/bench/bench.h"
#include <QDir>
#include <QFile>
#include <sqlite3.h>

namespace gridbook::bench {

using namespace Qt::StringLiterals;
using namespace exchange;

namespace {

constexpr int rosterRows = 100'000;

// A clean roster of newcomers for the first branches of the book, as offices keep them: all cells are text.
void writeRoster(const QString &path, const CodeTables &codes, qint64 members)
{
    const auto word = [&](QStringView table, const QString &code) {
        const CodeItem *item = codes.find(table)->byCode(code);
        return item == nullptr ? QString() : item->term.zh;
    };
    const auto writer = need(createTable(path, TableFormat::Xlsx));
    TableSheet sheet{.name = u"党员花名册"_qs, .title = {}, .columns = {}};
    for (const QString &heading :
         {u"姓名"_qs, u"性别"_qs, u"民族"_qs, u"公民身份号码"_qs, u"学历"_qs, u"入党时间"_qs, u"转正时间"_qs,
          u"人员类别"_qs, u"联系电话"_qs, u"家庭住址"_qs, u"所在党支部"_qs, u"籍贯"_qs}) {
        sheet.columns.append({.heading = heading, .kind = ColumnKind::Text, .width = 0, .choices = {}});
    }
    need(writer->beginSheet(sheet));
    demo::PeopleMaker people(4711);
    const int communities = int((members + 199) / 200);
    for (int i = 0; i < rosterRows; ++i) {
        const demo::MadeUpMember who = people.member(0, QDate(2024, 3, 31)); // county 00: big books have 01 to 99
        const int branch = i * 7 % (communities * 4);
        Row row;
        for (const QString &text :
             {who.person.name, word(u"sex", who.person.sex), word(u"ethnic", who.person.ethnic), who.person.idNumber,
              word(u"education", who.person.education), who.joined.toIso(), who.full.toIso(), u"正式党员"_qs,
              u"1990000%1"_qs.arg(i % 10'000, 4, 10, QChar(u'0')),
              u"演示路%1号%2室"_qs.arg(i % 300 + 1).arg(i % 1800 + 101),
              u"演示%1社区%2支部"_qs.arg(branch / 4 + 1).arg(branch % 4 + 1), who.person.nativePlace}) {
            row.append(Cell::ofText(text));
        }
        need(writer->addRow(row));
    }
    need(writer->finish());
}

// The limit: the same file read by the same parser, each row put into one table of texts as it stands. Nothing is
// understood, checked, compared with the book, sealed or journaled.
double bareRowsPerSecond(const QString &roster)
{
    const QString path = roster + u".bare"_qs;
    QFile::remove(path);
    sqlite3 *db = nullptr;
    sqlite3_open(path.toUtf8().constData(), &db);
    sqlite3_exec(db,
                 "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (a,b,c,d,e,f,g,h,i,j,k,l); BEGIN",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt *write = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO t VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", -1, &write, nullptr);
    qint64 rows = 0;
    const double milliseconds = once([&] {
        const auto reader = need(openSheets(roster));
        need(reader->read(0, [&](const SheetRow &row) {
            for (qsizetype i = 0; i < 12; ++i) {
                const QByteArray text = row.cells.value(i).text.toUtf8();
                sqlite3_bind_text(write, int(i) + 1, text.constData(), int(text.size()), SQLITE_TRANSIENT);
            }
            sqlite3_step(write);
            sqlite3_reset(write);
            ++rows;
            return true;
        }));
        sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
    });
    sqlite3_finalize(write);
    sqlite3_close(db);
    QFile::remove(path);
    return double(rows) * 1000 / milliseconds;
}

} // namespace

void imports(const Bench &bench)
{
    const QString roster = bench.path + u".roster.xlsx"_qs;
    writeRoster(roster, bench.surroundings.catalog.codes(), bench.members);
    const QString path = bench.path + u".import.gridbook"_qs;
    QFile::remove(path);
    if (!QFile::copy(bench.path, path)) {
        qFatal("%s cannot be copied", qPrintable(bench.path));
    }
    const QString backups = bench.path + u".import-backups"_qs;
    {
        const auto book = need(Book::open(path, bench.surroundings, {.dailyBackup = false, .backupFolder = backups}));
        const qint64 before = need(book->reader().count(everybody()));
        ImportPlan plan;
        const double planning = once([&] {
            const RegistrySpec &spec = *bench.surroundings.catalog.registry(u"member");
            const ImportSource source = need(proposeSource(roster, spec));
            ImportChoices choices;
            choices.asOf = asOf();
            choices.increase = u"3"_qs;
            plan = need(ImportPlanner(book->reader(), book->clock().today(), [&] {
                            return book->openReader();
                        }).plan(spec.id, source, choices));
        });
        Importer importer(*book, plan);
        const double backup = once([&] { need(importer.begin()); });
        ImportResult result;
        const double writing = once([&] {
            while (need(importer.step(1000))) {
            }
            result = need(importer.commit());
        });
        const double settling = once([&] { need(book->settleApart()); });
        const PlanCounts counts = plan.counts();
        if (result.added < rosterRows * 99 / 100 || need(book->reader().count(everybody())) != before + result.added) {
            qFatal("of the roster %d rows were added, %d to decide, %d wrong", result.added, counts.conflict,
                   counts.wrong);
        }
        const double peer = bareRowsPerSecond(roster);
        bench.table.add({u"import of %1 rows: plan and write"_qs.arg(rosterRows),
                         rosterRows * 1000.0 / (planning + writing), peer, u"bare read and INSERT"_qs, 5000, true,
                         u"rows/s"_qs});
        bench.table.add({u"  of that: read, check, compare"_qs, planning / 1000, 0, {}, 0, false, u"s"_qs});
        bench.table.add({u"  of that: write, one undo step"_qs, writing / 1000, 0, {}, 0, false, u"s"_qs});
        bench.table.add(
            {u"  after it, beside the work: log brought into the file"_qs, settling / 1000, 0, {}, 0, false, u"s"_qs});
        const QString copy = path + u".copy"_qs;
        const double copying = once([&] { QFile::copy(path, copy); });
        QFile::remove(copy);
        bench.table.add({u"  and before it: verified backup"_qs, backup / 1000, copying / 1000, u"bare copy of file"_qs,
                         0, false, u"s"_qs});
    }
    QDir(backups).removeRecursively();
    QFile::remove(path);
    QFile::remove(roster);
}

} // namespace gridbook::bench
