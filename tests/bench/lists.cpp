#include "core/search/searchindex.h"
#include "tests/bench/bench.h"
#include <QRandomGenerator>

namespace gridbook::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype page = 256;

void sorts(const Bench &bench, BookReader &reader)
{
    const RegistrySpec &spec = *bench.surroundings.catalog.registry(u"member");
    QList<double> pages;
    QList<double> wholes;
    QString slowestPage;
    QString slowestWhole;
    for (const Field &field : spec.fields) {
        if (field.isSealed) {
            continue; // the order of sealed values is nobody's business
        }
        Query query = everybody();
        query.sort = {{field.id, false}};
        const double first = once([&] { need(reader.registries().ids(query, page)); });
        const double whole = once([&] { need(reader.registries().ids(query)); });
        slowestPage = pages.isEmpty() || first > spread(pages).worst ? field.id : slowestPage;
        slowestWhole = wholes.isEmpty() || whole > spread(wholes).worst ? field.id : slowestWhole;
        pages << first;
        wholes << whole;
    }
    const double peer = bare(bench.path, "SELECT id FROM person ORDER BY native_place, id");
    const QString name = u"bare sort, unindexed"_qs;
    bench.table.add(
        {u"sort by each of %1 columns: first page, p50"_qs.arg(pages.size()), spread(pages).p50, peer, name});
    bench.table.add({QString(u"  the slowest: "_qs + slowestPage), spread(pages).worst, peer, name});
    bench.table.add({u"sort by each column: all rows, p50"_qs, spread(wholes).p50, peer, name});
    bench.table.add({QString(u"  the slowest: "_qs + slowestWhole), spread(wholes).worst, peer, name});
}

void search(const Bench &bench, BookReader &reader)
{
    std::shared_ptr<const SearchIndex> index;
    const qint64 before = memoryNow();
    const double load = once([&] { index = need(SearchIndex::build(reader.registries(), asOf(), {})); });
    bench.table.add({u"search: reading the text in"_qs, load});
    bench.table.add({u"search: memory"_qs, double(memoryNow() - before) / 1048576, 0, {}, 0, false, u"MiB"_qs});
    QList<double> typed;
    for (const QString &words : {u"zhangwei"_qs, u"单小明"_qs, u"shanxm"_qs, u"王 伟"_qs, u"9999"_qs, u"lxh 1968"_qs,
                                 u"ouyang"_qs, u"演示路9号2幢"_qs, u"王 演示路12号"_qs}) {
        for (qsizetype length = 1; length <= words.size(); ++length) {
            const QString text = words.first(length);
            for (int again = 0; again < 5; ++again) {
                typed << once([&] { (void)index->find(text, 50); });
            }
        }
    }
    const double peer = bare(bench.path, "SELECT id FROM person WHERE name LIKE '%zhangwei%' OR readings LIKE "
                                         "'%zhangwei%' LIMIT 50");
    bench.table.add({u"search as one types, p50"_qs, spread(typed).p50, peer, u"bare LIKE"_qs});
    bench.table.add({u"search as one types, p95"_qs, spread(typed).p95, peer, u"bare LIKE"_qs, 50});
    bench.table.add({u"search as one types, worst"_qs, spread(typed).worst, peer, u"bare LIKE"_qs});
}

} // namespace

void lists(const Bench &bench)
{
    const QStringList columns = bench.surroundings.catalog.registry(u"member")->defaultColumns();
    std::unique_ptr<Book> book;
    const double opening = once(
        [&] { book = need(Book::open(bench.path, bench.surroundings, {.readOnly = true, .dailyBackup = false})); });
    const auto reader = need(book->openReader());
    RegistryReader &registries = reader->registries();
    const auto firstPage = [&] {
        const QList<RowId> ids = need(registries.ids(everybody(), page));
        need(registries.rows(u"member"_qs, asOf(), ids, columns));
    };
    const double cold = once(firstPage);
    const double warm = once(firstPage);
    const double peerPage =
        bare(bench.path, "SELECT p.* FROM person p JOIN member m ON m.person_id = p.id WHERE p.voided_at "
                         "IS NULL AND m.voided_at IS NULL ORDER BY p.pinyin, p.id LIMIT 256");
    bench.table.add(
        {u"open the book and read the first page"_qs, opening + cold, peerPage, u"bare SQLite, LIMIT 256"_qs, 150});
    bench.table.add({u"  of that: open the book"_qs, opening});
    bench.table.add({u"first page again"_qs, warm, peerPage, u"bare SQLite, LIMIT 256"_qs, 150});

    QList<RowId> ids;
    const double all = once([&] { ids = need(registries.ids(everybody())); });
    const double peerAll =
        bare(bench.path, "SELECT m.id FROM person p JOIN member m ON m.person_id = p.id WHERE p.voided_at "
                         "IS NULL AND m.voided_at IS NULL ORDER BY p.pinyin, p.id");
    bench.table.add({u"the whole order (worker)"_qs, all, peerAll, u"bare SQLite"_qs});
    bench.table.add({u"count"_qs, once([&] { need(registries.count(everybody())); }),
                     bare(bench.path, "SELECT COUNT(*) FROM person"), u"bare SQLite"_qs});
    QRandomGenerator random(1);
    QList<double> jumps;
    const qint64 before = memoryNow();
    for (int i = 0; i < 200; ++i) {
        const qsizetype at = random.bounded(qMax<qint64>(1, ids.size() - page));
        jumps << once([&] { need(registries.rows(u"member"_qs, asOf(), ids.mid(at, page), columns)); });
    }
    const double offset =
        bare(bench.path, "SELECT p.* FROM person p JOIN member m ON m.person_id = p.id ORDER BY p.pinyin, "
                         "p.id LIMIT 256 OFFSET " +
                             QByteArray::number(ids.size() / 2));
    bench.table.add({u"jump anywhere, p50"_qs, spread(jumps).p50, offset, u"bare OFFSET, middle"_qs, 50});
    bench.table.add({u"jump anywhere, p95"_qs, spread(jumps).p95, offset, u"bare OFFSET, middle"_qs, 50});
    bench.table.add({u"jump anywhere, worst"_qs, spread(jumps).worst, offset, u"bare OFFSET, middle"_qs, 50});
    bench.table.add(
        {u"memory of 200 pages read"_qs, double(memoryNow() - before) / 1048576, 0, {}, 50, false, u"MiB"_qs});
    sorts(bench, *reader);
}

void searches(const Bench &bench)
{
    const auto book = need(Book::open(bench.path, bench.surroundings, {.readOnly = true, .dailyBackup = false}));
    search(bench, *need(book->openReader()));
}

} // namespace gridbook::bench
