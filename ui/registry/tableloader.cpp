#include "ui/registry/tableloader.h"

namespace gridbook::ui {

namespace {

constexpr qsizetype waitingPages = 6; // what a tall window can show, and one before and after
constexpr qsizetype summedRows = 256;

} // namespace

TableLoader::TableLoader(const Book &book, QObject *parent) : QThread(parent), m_book(book)
{
    start();
}

TableLoader::~TableLoader()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_stop = true;
        ++m_latest; // whatever runs is stale
        if (m_interruptible != nullptr) {
            m_interruptible->interrupt();
        }
        m_work.wakeAll();
    }
    wait();
}

quint64 TableLoader::ask(const Query &query, const QStringList &fields, bool whole)
{
    const QMutexLocker lock(&m_mutex);
    m_question = Question{++m_latest, query, fields, whole};
    m_pages.clear();
    m_sums.reset();
    if (m_interruptible != nullptr) {
        m_interruptible->interrupt();
    }
    m_work.wakeAll();
    return m_latest;
}

QSet<int> TableLoader::askPage(quint64 token, quint64 serial, int page, const Query &query, const QList<RowId> &ids,
                               const QStringList &fields)
{
    const QMutexLocker lock(&m_mutex);
    QSet<int> dropped;
    m_pages.append({token, serial, page, query, ids, fields});
    while (m_pages.size() > waitingPages) {
        dropped.insert(m_pages.takeFirst().page);
    }
    m_work.wakeAll();
    return dropped;
}

void TableLoader::askSums(quint64 token, const Query &query, const QList<RowId> &ids, const QStringList &fields)
{
    const QMutexLocker lock(&m_mutex);
    m_sums = Page{token, 0, 0, query, ids, fields};
    m_work.wakeAll();
}

bool TableLoader::isStale(quint64 token)
{
    const QMutexLocker lock(&m_mutex);
    return token != m_latest;
}

void TableLoader::run()
{
    auto reader = m_book.openReader();
    for (;;) {
        std::optional<Question> question;
        std::optional<Page> page;
        std::optional<Page> sums;
        {
            QMutexLocker lock(&m_mutex);
            while (!m_stop && !m_question && m_pages.isEmpty() && !m_sums) {
                m_work.wait(&m_mutex);
            }
            if (m_stop) {
                return;
            }
            if (m_question) {
                question.swap(m_question);
                m_interruptible = reader ? &(*reader)->database() : nullptr;
            } else if (!m_pages.isEmpty()) {
                page = m_pages.takeLast();
            } else {
                sums.swap(m_sums);
            }
        }
        if (!reader) {
            reader = m_book.openReader(); // the share may be back
        }
        if (!reader) {
            Q_EMIT failed(question ? question->token : page ? page->token : sums->token, reader.error());
            continue;
        }
        RegistryReader &registries = (*reader)->registries();
        if (question) {
            (*reader)->database().setCache(Database::Cache::Usual);
            answer(registries, *question);
            (*reader)->database().setCache(Database::Cache::Small);
            const QMutexLocker lock(&m_mutex);
            m_interruptible = nullptr;
        } else if (page) {
            readPage(registries, *page);
        } else {
            sum(registries, *sums);
        }
    }
}

void TableLoader::answer(RegistryReader &reader, const Question &question)
{
    const auto fail = [&](const Error &error) {
        if (!isStale(question.token)) { // an interrupted question has failed only because nobody asks it any more
            Q_EMIT failed(question.token, error);
        }
    };
    if (isStale(question.token)) {
        return;
    }
    qint64 shown = 0;
    bool complete = false;
    if (!question.whole) {
        const auto ids = reader.ids(question.query, pageRows);
        if (!ids) {
            return fail(ids.error());
        }
        const auto rows = reader.rows(question.query.registry, question.query.asOf, *ids, question.fields);
        if (!rows) {
            return fail(rows.error());
        }
        complete = ids->size() < pageRows;
        shown = ids->size();
        Q_EMIT firstRows(question.token, *ids, *rows, complete);
    }
    if (!complete) {
        const auto ids = reader.ids(question.query);
        if (!ids) {
            return fail(ids.error());
        }
        shown = ids->size();
        Q_EMIT allIds(question.token, *ids);
    }
    if (isStale(question.token)) {
        return;
    }
    if (question.query.filters.isEmpty()) { // they are all there
        Q_EMIT total(question.token, shown);
        return;
    }
    Query everything = question.query;
    everything.filters.clear();
    const auto count = reader.count(everything);
    if (!count) {
        return fail(count.error());
    }
    Q_EMIT total(question.token, *count);
}

void TableLoader::readPage(RegistryReader &reader, const Page &page)
{
    if (isStale(page.token)) {
        return;
    }
    const auto rows = reader.rows(page.query.registry, page.query.asOf, page.ids, page.fields);
    if (!rows) {
        Q_EMIT failed(page.token, rows.error());
        return;
    }
    Q_EMIT pageRead(page.token, page.serial, page.page, *rows, page.fields);
}

void TableLoader::sum(RegistryReader &reader, const Page &page)
{
    QList<double> sums(page.fields.size(), 0.0);
    for (qsizetype at = 0; at < page.ids.size(); at += summedRows) {
        {
            const QMutexLocker lock(&m_mutex);
            if (page.token != m_latest || m_stop || m_sums) {
                return;
            }
        }
        const auto rows = reader.rows(page.query.registry, page.query.asOf, page.ids.mid(at, summedRows), page.fields);
        if (!rows) {
            Q_EMIT failed(page.token, rows.error());
            return;
        }
        for (const RowData &row : *rows) {
            for (qsizetype i = 0; i < sums.size(); ++i) {
                sums[i] += row.values.at(i).toDouble();
            }
        }
    }
    Q_EMIT summed(page.token, sums);
}

} // namespace gridbook::ui
