#include "ui/registry/tablemodel.h"
#include "core/registry/valuetext.h"
#include "ui/shell/theme.h"
#include <QFont>
#include <QTimer>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype cachedPages = 96; // some 6,000 rows: much more than can be seen

bool isNumber(FieldType type)
{
    return type == FieldType::Integer || type == FieldType::Decimal || type == FieldType::Money;
}

bool isWordChar(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

// Whether SQL speaks of a table or column as a whole word.
bool mentions(QStringView sql, QStringView word)
{
    for (qsizetype at = sql.indexOf(word); at >= 0; at = sql.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        if ((at == 0 || !isWordChar(sql.at(at - 1))) && (end == sql.size() || !isWordChar(sql.at(end)))) {
            return true;
        }
    }
    return false;
}

QString expressions(const Field &field)
{
    return field.readExpr() + u' ' + field.titleExpr + u' ' + field.sortExpr + u' ' + field.searchExpr + u' ';
}

} // namespace

TableModel::TableModel(Book &book, const UiContext &context, const QString &registry, QObject *parent)
    : QAbstractTableModel(parent)
    , m_book(book)
    , m_context(context)
    , m_spec(*book.catalog().registry(registry))
    , m_loader(new TableLoader(book, this))
    , m_wanted(m_spec.defaultColumns())
{
    m_query.registry = registry;
    connect(m_loader, &TableLoader::firstRows, this, &TableModel::takeFirst);
    connect(m_loader, &TableLoader::allIds, this, &TableModel::takeAll);
    connect(m_loader, &TableLoader::pageRead, this, &TableModel::takePage);
    connect(m_loader, &TableLoader::failed, this, &TableModel::takeFailure);
    connect(m_loader, &TableLoader::total, this, [this](quint64 token, qint64 count) {
        if (token == m_token) {
            m_total = count;
            Q_EMIT stateChanged();
        }
    });
    connect(m_loader, &TableLoader::summed, this, [this](quint64 token, const QList<double> &sums) {
        QStringList numeric;
        for (const QString &id : std::as_const(m_wanted)) {
            if (isNumber(m_spec.field(id)->type)) {
                numeric << id;
            }
        }
        if (token == m_token && sums.size() == numeric.size()) {
            Q_EMIT summed(numeric, sums);
        }
    });
    connect(&book.bus(), &ChangeBus::changed, this, &TableModel::heed);
}

void TableModel::setWanted(const QStringList &fields)
{
    if (fields == m_wanted) {
        return;
    }
    m_wanted = fields;
    for (Page &page : m_pages) {
        page.stale = true; // what is there stays in sight until the rest has come
    }
    m_asked.clear();
    if (!m_ids.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void TableModel::setQuery(const Query &query)
{
    Query reordered = m_query;
    reordered.sort = query.sort;
    const Query before = std::exchange(m_query, query);
    m_query.registry = m_spec.id;
    m_keeps = before.asOf.isValid() && m_query == reordered ? Keeps::Selection : Keeps::Nothing;
    m_total = -1;
    ask(false);
}

void TableModel::reload()
{
    m_keeps = Keeps::Place;
    ask(true);
}

void TableModel::ask(bool whole)
{
    const Scope *scope = m_spec.scopes.isEmpty() ? nullptr : &m_spec.scopes.first();
    for (const Scope &each : m_spec.scopes) {
        scope = each.id == m_query.scope ? &each : scope;
    }
    m_sources = m_spec.where + u' ' + m_spec.begun + u' ' + m_spec.from + u' ' +
                (scope == nullptr ? QString() : scope->where) + u' ';
    for (const Filter &filter : std::as_const(m_query.filters)) {
        if (const Field *field = m_spec.field(filter.field)) {
            m_sources += expressions(*field);
        }
    }
    for (const SortKey &key : std::as_const(m_query.sort)) {
        if (const Field *field = m_spec.field(key.field)) {
            m_sources += expressions(*field);
        }
    }
    m_sources += m_query.sort.isEmpty() ? m_spec.defaultSort : QString();
    m_replacing = true;
    m_asked.clear();
    m_toAsk.clear();
    m_token = m_loader->ask(m_query, m_wanted, whole);
    m_state = State::Loading;
    Q_EMIT stateChanged();
}

void TableModel::takeFirst(quint64 token, const QList<RowId> &ids, const QList<RowData> &rows, bool complete)
{
    if (token != m_token) {
        return;
    }
    beginResetModel();
    m_ids = ids;
    m_pages.clear();
    m_asked.clear();
    m_replacing = false;
    storePage(0, rows, m_wanted);
    endResetModel();
    if (complete) {
        finish();
    }
}

void TableModel::takeAll(quint64 token, const QList<RowId> &ids)
{
    if (token != m_token) {
        return;
    }
    const bool grows = !m_replacing && ids.size() >= m_ids.size() && ids.mid(0, m_ids.size()) == m_ids;
    if (grows) {
        if (ids.size() > m_ids.size()) {
            beginInsertRows({}, int(m_ids.size()), int(ids.size() - 1));
            m_ids = ids;
            endInsertRows();
        }
    } else if (ids == m_ids) {
        m_replacing = false;
        for (Page &page : m_pages) {
            page.stale = true;
        }
        if (!m_ids.isEmpty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    } else {
        beginResetModel();
        m_ids = ids;
        m_pages.clear();
        m_asked.clear();
        m_replacing = false;
        endResetModel();
    }
    finish();
}

void TableModel::finish()
{
    m_state = State::Ready;
    Q_EMIT stateChanged();
    Q_EMIT loaded();
}

void TableModel::takePage(quint64 token, quint64 serial, int number, const QList<RowData> &rows,
                          const QStringList &fields)
{
    if (token != m_token || m_asked.value(number) != serial) {
        return;
    }
    m_asked.remove(number);
    storePage(number, rows, fields);
    const int first = number * TableLoader::pageRows;
    const int last = qMin(first + TableLoader::pageRows, rowCount()) - 1;
    if (last >= first) {
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
        Q_EMIT pageLoaded(first, last);
    }
}

void TableModel::takeFailure(quint64 token, const Error &error)
{
    if (token != m_token) {
        return;
    }
    m_error = error;
    m_state = State::Failed;
    m_asked.clear();
    Q_EMIT stateChanged();
}

void TableModel::storePage(int number, const QList<RowData> &rows, const QStringList &fields)
{
    Page page{{}, fields, false, ++m_clock};
    const qsizetype first = qsizetype(number) * TableLoader::pageRows;
    const qsizetype count = qMin<qsizetype>(TableLoader::pageRows, m_ids.size() - first);
    qsizetype next = 0;
    for (qsizetype i = 0; i < count; ++i) {
        const bool there = next < rows.size() && rows.at(next).id == m_ids.at(first + i);
        page.rows << (there ? rows.at(next++).values : QVariantList());
    }
    m_pages.insert(number, page);
    while (m_pages.size() > cachedPages) {
        const auto oldest = std::min_element(m_pages.begin(), m_pages.end(),
                                             [](const Page &a, const Page &b) { return a.used < b.used; });
        m_pages.erase(oldest);
    }
}

const QVariantList *TableModel::rowAt(int row) const
{
    const int number = row / TableLoader::pageRows;
    const auto page = m_pages.find(number);
    const bool there = page != m_pages.end();
    if ((!there || page->stale) && !m_asked.contains(number) && !m_replacing) {
        m_asked.insert(number, 0);
        m_toAsk.append(number);
        if (m_toAsk.size() == 1) {
            auto *self = const_cast<TableModel *>(this); // the cache is filled behind the constant face of the model
            QMetaObject::invokeMethod(
                self, [self] { self->sendPageRequests(); }, Qt::QueuedConnection);
        }
    }
    if (!there) {
        return nullptr;
    }
    page->used = ++m_clock;
    return &page->rows.at(row % TableLoader::pageRows);
}

void TableModel::sendPageRequests()
{
    const QList<int> numbers = std::exchange(m_toAsk, {});
    for (const int number : numbers) {
        const qsizetype first = qsizetype(number) * TableLoader::pageRows;
        if (first >= m_ids.size()) {
            continue;
        }
        m_asked.insert(number, ++m_serial);
        const QSet<int> dropped =
            m_loader->askPage(m_token, m_serial, number, m_query, m_ids.mid(first, TableLoader::pageRows), m_wanted);
        for (const int each : dropped) {
            m_asked.remove(each);
        }
    }
}

bool TableModel::isLoaded(int row) const
{
    const auto page = m_pages.constFind(row / TableLoader::pageRows);
    return page != m_pages.cend() && !page->stale;
}

void TableModel::askSums(const QList<RowId> &ids)
{
    QStringList numeric;
    for (const QString &id : std::as_const(m_wanted)) {
        if (isNumber(m_spec.field(id)->type)) {
            numeric << id;
        }
    }
    if (!numeric.isEmpty() && !ids.isEmpty()) {
        m_loader->askSums(m_token, m_query, ids, numeric);
    }
}

int TableModel::columnOf(QStringView field) const
{
    for (qsizetype i = 0; i < m_spec.fields.size(); ++i) {
        if (m_spec.fields.at(i).id == field) {
            return int(i);
        }
    }
    return -1;
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_spec.fields.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Field &field = m_spec.fields.at(index.column());
    switch (role) {
    case IdRole:
        return idAt(index.row());
    case FieldRole:
        return field.id;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(field.type) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole:
        return field.isFrozen ? QVariant(currentTheme().fonts.strong) : QVariant();
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case ValueRole:
        break;
    default:
        return {};
    }
    const QVariantList *row = rowAt(index.row());
    if (row == nullptr) {
        return role == Qt::DisplayRole ? QVariant(u"…"_qs) : QVariant();
    }
    const Page &page = *m_pages.constFind(index.row() / TableLoader::pageRows);
    const qsizetype place = page.fields.indexOf(field.id);
    if (place < 0) {
        return role == Qt::DisplayRole && page.stale ? QVariant(u"…"_qs) : QVariant();
    }
    if (row->isEmpty()) { // voided meanwhile; the list is being read again
        return {};
    }
    const QVariant &value = row->at(place);
    return role == ValueRole ? value
                             : QVariant(valueText(field, value, m_book.catalog().codes(), {m_context.language}));
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    }
    if (section < 0 || section >= m_spec.fields.size()) {
        return {};
    }
    const Field &field = m_spec.fields.at(section);
    const QString unit = m_context.word(field.unit);
    switch (role) {
    case Qt::DisplayRole:
        return m_context.word(field.label);
    case Qt::ToolTipRole:
        return unit.isEmpty() ? m_context.word(field.label)
                              : QString(m_context.word(field.label) + u" (" + unit + u')');
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(field.type) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

bool TableModel::mayMoveRows(const Change &change) const
{
    if (change.op != ChangeOp::Update) {
        return true;
    }
    const QStringList columns = change.after.keys();
    return std::any_of(columns.begin(), columns.end(),
                       [&](const QString &column) { return mentions(m_sources, column); });
}

void TableModel::heed(const ChangeSet &set)
{
    if (set.changes.isEmpty()) {
        reload();
        return;
    }
    QString shown = m_spec.from + u' ';
    for (const QString &id : std::as_const(m_wanted)) {
        shown += expressions(*m_spec.field(id));
    }
    const QString keyPart = m_spec.key.section(u'.', 0, 0);
    const Part *own = m_spec.part(keyPart);
    bool stale = false;
    for (const Change &change : set.changes) {
        if (change.table == formerValueTable && change.op == ChangeOp::Update) { // corrected as of an earlier day
            reload();
            return;
        }
        if (!mentions(m_sources, change.table) && !mentions(shown, change.table)) {
            continue;
        }
        if (mayMoveRows(change) && mentions(m_sources, change.table)) {
            reload();
            return;
        }
        if (own != nullptr && change.table == own->table) {
            if (const int row = rowOf(change.row); row >= 0) {
                if (const auto page = m_pages.find(row / TableLoader::pageRows); page != m_pages.end()) {
                    page->stale = true;
                    stale = true;
                }
            }
        } else { // which records show a row of another table only the book knows; a page costs 5 ms
            for (Page &page : m_pages) {
                page.stale = true;
                stale = true;
            }
        }
    }
    if (stale && !m_ids.isEmpty()) {
        m_asked.clear();
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

} // namespace gridbook::ui
